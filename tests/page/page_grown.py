"""Made-up graphs as large as asked for, with the proportions of real ones.

As in what is read from papers of the Kamer: some dossiers have very many papers and most have
few; a paper points mostly at recent papers of its own dossier, at some that all point at; motions
have a submitter and a few co-submitters; letters fulfil and follow up earlier motions; a minister
signs within a field; a quote is a name, a number or a sentence of up to some hundreds of letters.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from kg.model import GraphData, Literal, Node, Statement

FIELDS = (
    ("Volksgezondheid, Welzijn en Sport", "jeugdzorg", "preventie", "verpleeghuiszorg", "sport"),
    ("Onderwijs, Cultuur en Wetenschap", "basisonderwijs", "leraren", "media", "onderzoek"),
    ("Infrastructuur en Waterstaat", "spoor", "luchtvaart", "waterkwaliteit", "wegen"),
    ("Justitie en Veiligheid", "politie", "rechtspraak", "vreemdelingen", "gevangenissen"),
    ("Landbouw, Natuur en Voedselkwaliteit", "stikstof", "visserij", "dierenwelzijn", "natuur"),
    ("Sociale Zaken en Werkgelegenheid", "armoede", "pensioenen", "arbeidsmarkt", "inburgering"),
    ("Economische Zaken", "mededinging", "telecom", "gaswinning", "startende ondernemers"),
    ("Financiën", "belastingdienst", "toeslagen", "banken", "staatsdeelnemingen"),
)
PLACES = ("Almere", "Brabant", "Drenthe", "Friesland", "Limburg", "Rotterdam", "Twente", "Zeeland")
MATTERS = ("Voortgang", "Evaluatie", "Toezicht op", "Toekomst van", "Bekostiging van", "Wijziging")
FIRST = ("Anne", "Bram", "Chris", "Dewi", "Emre", "Femke", "Gijs", "Hanna", "Imane", "Joris")
LAST = ("Akkerman", "Boersma", "Çelik", "Dijkhuis", "Eggink", "Van der Feen", "Groothuis", "Hoek",
        "El Idrissi", "Jonkers", "Klaver-Smit", "Lont", "De Meij", "Nauta", "Ottens", "Ruiter",
        "Schaap", "Ter Veld", "Wit", "Zijlstra")  # fmt: skip
SENTENCES = {
    "cites": (
        "Kamerstuk {number}",
        "In mijn brief over {topic} ({number}) heb ik uw Kamer geïnformeerd over de stand van zaken"
        " en over de stappen die in het komende jaar worden gezet.",
        "Zoals aangekondigd in {number} wordt de regeling voor {topic} verlengd; de gevolgen voor"
        " gemeenten en uitvoerders zijn met de betrokken organisaties besproken, en waar zij om"
        " uitstel vroegen is dat gegeven voor zover de begroting van het lopende jaar het toelaat.",
    ),
    "fulfils": (
        "Hiermee beschouw ik de motie over {topic} ({number}) als uitgevoerd.",
        "Met deze brief en het onderzoek dat erbij is gevoegd doe ik de motie ({number}) af, die de"
        " regering vroeg om {topic} opnieuw te bezien en de Kamer daarover te berichten.",
    ),
    "followsUp": (
        "Naar aanleiding van de motie over {topic} ({number}) is overleg gevoerd met gemeenten.",
    ),
    "replaces": ("Ter vervanging van die gedrukt onder nr. {number}",),
    "mentionsProgramme": (
        "Binnen {topic} werken gemeenten, scholen en zorgverleners samen aan een aanpak die per"
        " regio verschilt en die elk half jaar wordt bijgesteld.",
    ),
    "madeIn": ("Ik zeg toe de Kamer vóór het einde van het jaar te informeren over {topic}.",),
    "inDossier": ("{number}",),
}


def grown_graph(documents: int, seed: int = 1) -> GraphData:
    """A made-up graph of about ``documents`` documents, with all that real ones are tied to."""
    return _Growing(random.Random(seed)).grown(documents)


def grown_to(things: int, seed: int = 1) -> GraphData:
    """A made-up graph of at most so many nodes of every kind, and hardly fewer."""
    documents = things
    while len((data := grown_graph(documents, seed)).nodes) > things:
        documents = min(documents - 1, documents * things // len(data.nodes))
    return data


class _Growing:
    """A graph while it grows: nodes, statements, and the papers of each dossier so far."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.nodes: list[Node] = []
        self.statements: list[Statement] = []
        self.papers: dict[str, list[str]] = {}
        self.motions: dict[str, list[str]] = {}
        self.every: list[str] = []
        self.known: list[str] = []  # the papers that all point at
        self.topics: dict[str, str] = {}

    def grown(self, documents: int) -> GraphData:
        self._dossiers(max(3, documents // 9))
        members = self._people("Member", max(5, min(300, documents // 12)))
        ministers = self._people("Minister", max(len(FIELDS), min(160, documents // 40)))
        self._surroundings(max(3, min(200, documents // 40)))
        names = list(self.topics)
        # the n-th dossier by size has about 1/n as many papers as the first
        weights = [1.0 / (rank + 3) for rank in range(len(names))]
        for n, name in enumerate(self.chance.choices(names, weights, k=documents)):
            self._paper(n, name, members, ministers)
        order = {p: n for n, p in enumerate(sorted({s.predicate for s in self.statements}))}
        self.statements.sort(key=lambda s: (s.subject, order[s.predicate], s.object, s.start))
        return GraphData(tuple(sorted(self.nodes, key=lambda n: n.key)), tuple(self.statements))

    def _dossiers(self, count: int) -> None:
        for n in range(count):
            field = FIELDS[n % len(FIELDS)]
            topic = f"{self.chance.choice(MATTERS).lower()} {self.chance.choice(field[1:])}"
            name = str(20000 + 13 * n)
            self.topics[name] = topic
            text = Literal("dcterms:identifier", f"dossier-{name}")
            page = f"https://zoek.officielebekendmakingen.nl/dossier/{name}"
            self._add(f"dossier/{name}", "Dossier", f"Dossier {name[:2]} {name[2:]}", text, page)

    def _people(self, kind: str, count: int) -> list[str]:
        found = []
        for n in range(count):
            key = f"person/{kind.lower()}-{n}"
            name = f"{FIRST[n % 10]} {LAST[n // 10 % 20]}{'' if n < 200 else '-' + LAST[n % 20]}"
            self._add(key, kind, name, Literal("foaf:name", name))
            found.append(key)
        return found

    def _surroundings(self, programmes: int) -> None:
        for n, field in enumerate(FIELDS):
            self._add(f"organisation/ministry-{n}", "Ministry", field[0])
            self._add(f"post/{n}", "Post", f"de minister van {field[0]}")
        for n in range(programmes):
            topic = self.chance.choice(self.chance.choice(FIELDS)[1:])
            self._add(f"programme/{n}", "Programme", f"Actieprogramma {topic} {2010 + n % 16}")
        self.programmes = programmes

    def _add(self, key: str, kind: str, label: str, *facts: Literal | str) -> None:
        literals = tuple(each for each in facts if isinstance(each, Literal))
        pages = tuple(each for each in facts if isinstance(each, str))
        self.nodes.append(Node(key, (kind,), label, literals, pages))

    def _paper(self, n: int, name: str, members: list[str], ministers: list[str]) -> None:
        """One more paper in a dossier, with what it is tied to."""
        before = self.papers.setdefault(name, [])
        key = f"document/kst-{name}-{len(before) + 1}"
        kind = self.chance.choices(("Motion", "Letter", "Kamerstuk"), (33, 27, 40))[0]
        self._node(n, key, kind, name)
        self._tie(key, "inDossier", f"dossier/{name}")
        field = int(name) // 13 % len(FIELDS)
        if kind == "Motion":
            # members keep to a few fields
            own = members[field :: len(FIELDS)] or members
            several = self.chance.sample(own, min(len(own), self.chance.choice((1, 1, 2, 3, 4))))
            for rank, person in enumerate(several):
                self._tie(key, "coSignedBy" if rank else "submittedBy", person)
            if before and self.chance.random() < 0.04:
                self._tie(key, "replaces", before[-1])
        elif kind == "Letter":
            self._letter(key, name, field, ministers)
        if self.every and (kind != "Motion" or self.chance.random() < 0.15):
            for _ in range(self.chance.choice((0, 0, 1, 1, 2, 3, 6))):
                self._tie(key, "cites", self._earlier(before))
        before.append(key)
        self.every.append(key)
        if kind == "Motion":
            self.motions.setdefault(name, []).append(key)
        if self.chance.random() < 0.02 or not self.known:
            self.known.append(key)

    def _node(self, n: int, key: str, kind: str, name: str) -> None:
        day = f"{2010 + n % 16}-{self.chance.randrange(1, 13):02}-{self.chance.randrange(1, 29):02}"
        about = f"{self.topics[name]} in {self.chance.choice(PLACES)}"
        title = {
            "Motion": f"Motie over {about}",
            "Letter": f"Brief over {about} en de gevolgen voor de uitvoering in de regio's",
        }.get(kind, about.capitalize())
        texts = {"dcterms:title": title, "dcterms:date": day, "dcterms:identifier": key[9:]}
        if kind == "Letter":
            texts |= {"kg:kenmerk": f"{1000000 + 7 * n}-{n % 1000:03}-PG"}
        if self.chance.random() < 0.35:
            texts |= {"kg:sourceName": f"{key[9:]}.pdf"}
        literals = tuple(Literal(prop, text) for prop, text in texts.items())
        page = f"https://zoek.officielebekendmakingen.nl/{key[9:]}.html"
        self.nodes.append(Node(key, (kind, "Kamerstuk", "Document")[kind == "Kamerstuk" :],
                               title, literals, (page,)))  # fmt: skip

    def _letter(self, key: str, name: str, field: int, ministers: list[str]) -> None:
        own = ministers[field :: len(FIELDS)]
        signing = self.chance.sample(own, min(len(own), self.chance.choice((1, 1, 1, 2))))
        for rank, person in enumerate(signing):
            self._tie(key, "coSignedBy" if rank else "signedBy", person)
        self._tie(key, "issuedBy", f"organisation/ministry-{field}")
        if self.chance.random() < 0.1:
            self._tie(key, "onBehalfOf", f"post/{self.chance.randrange(len(FIELDS))}")
        for motion in self.motions.get(name, [])[-1:] if self.chance.random() < 0.4 else ():
            self._tie(key, self.chance.choice(("fulfils", "followsUp")), motion)
        if self.chance.random() < 0.25:
            # a programme belongs to a field or two
            programme = field + len(FIELDS) * self.chance.randrange(25)
            self._tie(key, "mentionsProgramme", f"programme/{programme % self.programmes}")
        if self.chance.random() < 0.2:
            commitment = f"commitment/{key[13:]}"
            self._add(commitment, "Commitment", f"De Kamer informeren over {self.topics[name]}")
            self._tie(commitment, "madeIn", key)

    def _earlier(self, before: Sequence[str]) -> str:
        """A paper to point at: mostly a late one of the dossier, else one all know, or any."""
        lot = self.chance.random()
        if before and lot < 0.75:
            return before[-1 - min(len(before) - 1, int(self.chance.expovariate(0.2)))]
        if self.known and lot < 0.95:
            return self.known[int(len(self.known) * self.chance.random() ** 2)]
        return self.chance.choice(self.every)

    def _tie(self, subject: str, predicate: str, target: str) -> None:
        number = target.rpartition("/")[2].removeprefix("kst-")
        dossier, _, last = number.partition("-")
        told = f"{dossier[:2]} {dossier[2:]}, nr. {last}" if last.isdigit() else number
        topic = self.topics.get(dossier, "het actieprogramma")
        form = self.chance.choice(SENTENCES.get(predicate, ("{number}",)))
        quote, start = form.format(number=told, topic=topic), self.chance.randrange(30_000)
        self.statements.append(
            Statement(subject, predicate, target, f"file/{subject.rpartition('/')[2]}", quote,
                      start, start + len(quote), "made.up", 0.9, page=1 + start // 3000)
        )  # fmt: skip
