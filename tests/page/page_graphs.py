"""A graph for the tests of the page, modelled on the five seed documents.

Its quotes stand literally in the seed documents; their places are looked up there.
"""

from __future__ import annotations

from pathlib import Path

from kg.model import Degree, GraphData, Literal, Node, Statement

SEEDS = Path(__file__).parents[2] / "seeds" / "documents"
FILES = tuple(sorted(SEEDS.glob("*.txt")))
TEXTS = {f"file/{path.name}": path.read_text(encoding="utf-8") for path in FILES}
VWS = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1025"
OCW = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1109"
SZW = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1073"
TK = "https://identifier.overheid.nl/tooi/id/kamer/tweede"

PAGE = "document/file-covid"
PLAN = "document/kenmerk:3315034-1024000-BPZ"
PACKAGE = "document/file-steunpakket"
NOTE = "document/kenmerk:3730760-1057533-PG"
APPROACH = "document/file-aanpak"

READ = (
    # key, class, title, date, kenmerk, file
    (PAGE, "Letter", "Kamerbrief (pagina 7 van 18)", None, "3466324-1039478-PDCIC", 0),
    (PLAN, "Letter", "Planningsbrief n.a.v. het regeerakkoord", "2022-02-14",
     "3315034-1024000-BPZ", 1),
    (PACKAGE, "Letter", "Steunpakket sociaal en mentaal welzijn en leefstijl", None, None, 2),
    (NOTE, "Memo", "Kamerbrief aanbieding eerste voortgangsrapportage aanpak \"Mentale Gezondheid:"
     " van ons allemaal\"", "2023-11-30", "3730760-1057533-PG", 3),
    (APPROACH, "Letter", "Aanpak Mentale gezondheid: van ons allemaal", None, None, 4),
)  # fmt: skip

CITED = (
    # Kamerstuk id, class, title, date
    ("32793-584", "Kamerstuk", None, "2021-12-17"),
    ("32793-302", "Kamerstuk", None, "2018-04-23"),
    ("32793-613", "Kamerstuk", "Aanpak Mentale Gezondheid: van ons allemaal", "2022-06-10"),
    ("29544-1115", "Kamerstuk", "Arbeidsmarktkrapte", "2022-06-24"),
    ("25295-1959", "Kamerstuk", None, "2022-09-16"),
    ("25295-950", "Kamerstuk", None, "2021-02-02"),
    ("25295-77", "Kamerstuk", None, None),
    ("34477-73", "Kamerstuk", None, "2021-01-18"),
    ("35925-VIII-164", "Kamerstuk", "Tweede voortgangsrapportage NPO", "2022-04-01"),
    ("35882-1", "Kamerstuk", "Herstel en Perspectief", "2021-06-04"),
)

MOTIONS = (
    ("document/kst-25295-1892", "Motie van de leden Hijink en Paulusma", "2022-06-02",
     ("Hijink", "Paulusma")),
    ("document/kst-25295-874", "Motie van het lid Asscher", "2021-01-20", ("Asscher",)),
    ("document/kst-25424-630", "Motie van het lid Mohandis", "2022-11-14", ("Mohandis",)),
    ("document/kst-31839-870", "Motie van het lid De Neef", "2022-07-07", ("De Neef",)),
    ("document/2021D04467", "Motie van de leden Dik-Faber en Diertens", "2021-02-04",
     ("Dik-Faber", "Diertens")),
    ("document/motie-smulders", "Motie van lid Smulders", None, ("Smulders",)),
    ("document/motie-bikker", "Motie van Bikker c.s. over een steunpakket sociaal en mentaal"
     " welzijn en leefstijl", None, ("Bikker",)),
)  # fmt: skip

MINISTERS = (
    "Ernst Kuipers", "Conny Helder", "Maarten van Ooijen", "Robbert Dijkgraaf", "Dennis Wiersma",
    "Gunay Uslu", "Karien van Gennip", "Carola Schouten",
)  # fmt: skip

PROGRAMMES = {
    "npa": "Nationaal Preventieakkoord",
    "mgvoa": "Mentale Gezondheid: van ons allemaal",
    "npo": "Nationaal Programma Onderwijs",
    "ete": "Een tegen eenzaamheid",
    "jeugdpakket": "Jeugdpakket",
    "depressie": "Meerjarenprogramma depressiepreventie",
}

POSTS = {
    "mlzs": "minister voor Langdurige Zorg en Sport",
    "mocw": "minister van Onderwijs, Cultuur en Wetenschap",
    "mpvo": "minister voor Primair en Voortgezet Onderwijs",
    "mszw": "minister van Sociale Zaken en Werkgelegenheid",
    "mapp": "minister voor Armoedebeleid, Participatie en Pensioenen",
    "skd": "staatssecretaris Koninkrijksrelaties en Digitalisering",
}

EDGES = (
    (PAGE, "cites", "document/kst-32793-584", 0, "Kamerstuk 32 793 nr. 584"),
    (PAGE, "cites", "document/kst-32793-302", 0, "Kamerstuk 32 793, nr. 302"),
    (PAGE, "cites", "document/kst-32793-613", 0, "Kamerstuk 32 793, nr. 613"),
    (PAGE, "cites", "document/kst-29544-1115", 0, "Kamerstuk 29 544, nr. 1115"),
    (PAGE, "cites", "document/kst-25295-1892", 0,
     "Motie 25295, nr. 1892, leden Hijink en Paulusma"),
    (PAGE, "cites", "document/kst-25295-1959", 0, "Kamerstuk 25 295, nr. 1959"),
    (PAGE, "followsUp", "document/kst-25295-1892", 0,
     "Naar aanleiding \n21\n \nvan de motie van de leden Hijink en Paulusma voerde het ministerie"
     " van \nVWS gesprekken met betrokken organisaties"),
    (PAGE, "mentionsProgramme", "programme/npa", 0, "Nationaal \nPreventieakkoord"),
    (PAGE, "mentionsProgramme", "programme/mgvoa", 0,
     "‘Mentale Gezondheid: van \n19\nons allemaal’"),
    (PLAN, "signedBy", "person/ernst-kuipers", 1, "Ernst Kuipers"),
    (PLAN, "signedBy", "person/conny-helder", 1, "Conny Helder"),
    (PLAN, "signedBy", "person/maarten-van-ooijen", 1, "Maarten van Ooijen"),
    (PLAN, "coSignedBy", "person/ernst-kuipers", 1, "Ernst Kuipers"),
    (PLAN, "coSignedBy", "person/conny-helder", 1, "Conny Helder"),
    (PLAN, "coSignedBy", "person/maarten-van-ooijen", 1, "Maarten van Ooijen"),
    (PLAN, "issuedBy", VWS, 1, "Ministerie van Volksgezondheid,  \nWelzijn en Sport"),
    (PLAN, "addressedTo", TK, 1, "De Voorzitter van de Tweede Kamer"),
    (PACKAGE, "cites", "document/kst-25295-950", 2, "TK 2020-21, 25295-950"),
    (PACKAGE, "cites", "document/kst-25295-874", 2, "Kamernr 25295-874"),
    (PACKAGE, "followsUp", "document/kst-25295-874", 2,
     "naar aanleiding van de \nuitvoering van de motie Asscher over sociale ondersteuning aan"
     " kwetsbare \ngroepen"),
    (PACKAGE, "fulfils", "document/motie-smulders", 2,
     "Met dit steunpakket geeft het \nkabinet mede invulling aan de motie van lid Smulders"),
    (PACKAGE, "cites", "document/kst-34477-73", 2, "Kamerstukken II: 34477;25295, nr.73"),
    (PACKAGE, "cites", "document/kst-25295-77", 2, "TK, 2020-21, 25295-77"),
    (PACKAGE, "mentionsProgramme", "programme/ete", 2, "Een tegen eenzaamheid"),
    (PACKAGE, "mentionsProgramme", "programme/npo", 2, "Nationaal Programma Onderwijs"),
    (PACKAGE, "mentionsProgramme", "programme/jeugdpakket", 2, "Jeugdpakket"),
    (PACKAGE, "onBehalfOf", "post/mszw", 2, "minister van \nSociale Zaken en Werkgelegenheid"),
    (PACKAGE, "onBehalfOf", "post/mocw", 2, "minister van Onderwijs, Cultuur en \nWetenschap"),
    (NOTE, "cites", "document/kst-32793-613", 3, "Kamerstuk kenmerk 3382139-1030472-PG"),
    (NOTE, "cites", "document/kenmerk:3465580-1039411-VGP", 3,
     "Kamerstuk kenmerk 3465580-1039411-VGP"),
    (NOTE, "cites", "document/kst-31839-870", 3, "Kamerstuk 31839 nr. 870"),
    (NOTE, "followsUp", "document/kst-31839-870", 3,
     "geeft u de stand zaken van de motie van het lid de Neef"),
    (NOTE, "cites", "document/kst-25424-630", 3, "Kamerstuk 25424 nr. 630"),
    (NOTE, "fulfils", "document/kst-25424-630", 3,
     "De motie van het lid Mohandis⁴ wordt in de kamerbrief afgedaan"),
    (NOTE, "fulfils", "commitment/voortgang-2023", 3,
     "Deze toezegging wordt met deze kamerbrief afgedaan"),
    (NOTE, "followsUp", "commitment/jaarlijks", 3, "Deze toezegging blijft staan en is meerjarig"),
    ("commitment/voortgang-2023", "madeIn", "document/kenmerk:3465580-1039411-VGP", 3,
     "Eind 2022 heeft u in de kamerbrief over onderwerpen bevordering gezondheid, preventie en"
     " leefstijl² toegezegd"),
    ("commitment/jaarlijks", "madeIn", "document/kst-32793-613", 3,
     "toegezegd de Tweede Kamer jaarlijks te informeren over de voortgang op de aanpak"),
    (NOTE, "mentionsProgramme", "programme/mgvoa", 3, "\"Mentale Gezondheid: van ons allemaal\""),
    (NOTE, "mentionsProgramme", "programme/depressie", 3, "meerjarenprogramma depressiepreventie"),
    *((NOTE, "onBehalfOf", f"post/{key}", 3, quote) for key, quote in (
        ("mlzs", "de minister voor Langdurige Zorg en Sport (MLZS)"),
        ("mocw", "de minister van Onderwijs, Cultuur en Wetenschap (MOCW)"),
        ("mpvo", "de minister voor Primair en Voortgezet Onderwijs (MPVO)"),
        ("mszw", "de minister van Sociale Zaken en Werkgelegenheid (MSZW)"),
        ("mapp", "de minister voor Armoedebeleid, Participatie en Pensioenen (MAPP)"),
        ("skd", "de staatssecretaris van Koninkrijkrelaties en Digitalisering (BZK)"),
    )),
    (APPROACH, "presents", "programme/mgvoa", 4, "”Mentale gezondheid: van ons allemaal”"),
    (APPROACH, "mentionsProgramme", "programme/npa", 4, "Nationaal Preventieakkoord"),
    (APPROACH, "mentionsProgramme", "programme/npo", 4, "Nationaal Programma Onderwijs"),
    (APPROACH, "mentionsProgramme", "programme/jeugdpakket", 4, "Jeugdpakket"),
    (APPROACH, "cites", "document/2020D28006", 4, "kenmerk 2020D28006"),
    (APPROACH, "cites", "document/kst-35925-VIII-164", 4,
     "Kamerstukken II, 2021-2022 35925-VIII-164"),
    (APPROACH, "cites", "document/kst-35882-1", 4, "Kamerstukken II 2020-2021 35 882, nr. 1"),
    (APPROACH, "cites", "document/2021D04467", 4, "Detail 2021D04467 | Tweede Kamer"),
    (APPROACH, "fulfils", "document/2021D04467", 4,
     "Via deze brief wordt de motie \nvan Dik-Faber/Diertens afgehandeld"),
    (APPROACH, "fulfils", "document/motie-bikker", 4,
     "Hiermee geven we invulling aan de motie\nvan Bikker c.s. over een steunpakket sociaal en"
     " mentaal welzijn en leefstijl"),
    *((APPROACH, predicate, f"person/{name.lower().replace(' ', '-')}", 4, name)
      for name in MINISTERS[1:] for predicate in ("signedBy", "coSignedBy")),
    (APPROACH, "issuedBy", VWS, 4, "namens \nhet ministerie van VWS"),
    (APPROACH, "issuedBy", OCW, 4, "VWS, OCW en SZW"),
    (APPROACH, "issuedBy", SZW, 4, "VWS, OCW en SZW"),
)  # fmt: skip


def _literals(**texts: str | None) -> tuple[Literal, ...]:
    """The literals that have a text; ``dcterms_title`` becomes ``dcterms:title``."""
    return tuple(Literal(p.replace("_", ":", 1), t) for p, t in texts.items() if t)


def _document(key: str, kind: str, title: str | None, date: str | None) -> Node:
    """A document that is cited, with its official page where it has a Kamerstuk id."""
    name = key.removeprefix("document/")
    number = name.removeprefix("kst-")
    label = title or (f"Kamerstuk {number}" if name.startswith("kst-") else name)
    page = (f"https://zoek.officielebekendmakingen.nl/{name}.html",)
    types = (kind, "Document") if kind == "Kamerstuk" else (kind, "Kamerstuk", "Document")
    literals = _literals(dcterms_identifier=name, dcterms_title=title, dcterms_date=date)
    return Node(key, types, label, literals, page if name.startswith("kst-") else ())


def seed_graph() -> GraphData:
    """The graph a careful reader draws from the five seed documents, in short."""
    nodes = [
        Node(key, (kind, "Document"), title,
             _literals(dcterms_title=title, dcterms_date=date, kg_kenmerk=kenmerk,
                       kg_sourceName=FILES[number].name,
                       dcterms_identifier=key.removeprefix("document/")))
        for key, kind, title, date, kenmerk, number in READ
    ]  # fmt: skip
    nodes += [_document(f"document/kst-{n}", kind, title, date) for n, kind, title, date in CITED]
    nodes += [_document(key, "Motion", title, date) for key, title, date, _ in MOTIONS]
    nodes += [
        _document("document/kenmerk:3465580-1039411-VGP", "Letter",
                  "Onderwerpen bevordering gezondheid, preventie en leefstijl", "2022-12-02"),
        _document("document/2020D28006", "Letter", "Brief van de commissie OCW", "2020-07-02"),
        Node("commitment/voortgang-2023", ("Commitment",),
             "Voor eind 2023 een voortgangsrapportage sturen",
             _literals(kg_status="fulfilled", kg_due="2023-12-31")),
        Node("commitment/jaarlijks", ("Commitment",), "Jaarlijks informeren over de voortgang",
             _literals(kg_status="open", kg_recurrence="jaarlijks")),
    ]  # fmt: skip
    nodes += [Node(f"programme/{key}", ("Programme",), name) for key, name in PROGRAMMES.items()]
    nodes += [Node(f"post/{key}", ("Post",), name) for key, name in POSTS.items()]
    nodes += [
        Node(f"person/{name.lower().replace(' ', '-')}", ("Minister", "Person"), name,
             _literals(foaf_name=name)) for name in MINISTERS
    ]  # fmt: skip
    members = sorted({name for *_, names in MOTIONS for name in names})
    nodes += [
        Node(f"person/{name.lower().replace(' ', '-')}", ("Member", "Person"), name)
        for name in members
    ]
    nodes += [
        Node(VWS, ("Ministry",), "Ministerie van Volksgezondheid, Welzijn en Sport"),
        Node(OCW, ("Ministry",), "Ministerie van Onderwijs, Cultuur en Wetenschap"),
        Node(SZW, ("Ministry",), "Ministerie van Sociale Zaken en Werkgelegenheid"),
        Node(TK, ("Chamber",), "Tweede Kamer der Staten-Generaal"),
    ]
    statements = [_statement(*edge) for edge in EDGES]
    dossiers: dict[str, str] = {}
    for node in nodes:
        if node.key.startswith("document/kst-"):
            dossier = "-".join(node.key.removeprefix("document/kst-").split("-")[:-1])
            dossiers[dossier] = node.key
            found = [s for s in statements if s.object == node.key][0]
            statements.append(_edge(node.key, "inDossier", f"dossier/{dossier}", found))
    nodes += [
        Node(f"dossier/{d}", ("Dossier",), f"Dossier {d}", _literals(dcterms_identifier=d),
             (f"https://zoek.officielebekendmakingen.nl/dossier/{d}",))
        for d in sorted(dossiers)
    ]  # fmt: skip
    for key, _, _, names in MOTIONS:
        found = [s for s in statements if s.object == key][0]
        for n, name in enumerate(names):
            person = f"person/{name.lower().replace(' ', '-')}"
            statements.append(_edge(key, "coSignedBy" if n else "submittedBy", person, found))
    order = {p: n for n, p in enumerate(sorted({s.predicate for s in statements}))}
    statements.sort(key=lambda s: (s.subject, order[s.predicate], s.object, s.start))
    return GraphData(tuple(sorted(nodes, key=lambda n: n.key)), tuple(statements))


def _statement(subject: str, predicate: str, obj: str, number: int, quote: str) -> Statement:
    """A statement whose quote is looked up in the seed document."""
    file = f"file/{FILES[number].name}"
    start = TEXTS[file].index(quote)
    end = start + len(quote)
    degree = Degree.PARTIAL if "mede invulling" in quote else None
    page = 1 + TEXTS[file][:start].count("Kenmerk\n")
    rule = f"{predicate}.example"
    note = quote.startswith(("Kamerstuk", "Motie 25295", "Kamernr"))
    return Statement(
        subject, predicate, obj, file, quote, start, end, rule, 0.97, note, page, degree
    )


def _edge(subject: str, predicate: str, obj: str, source: Statement) -> Statement:
    """A statement read from the same place as another."""
    return Statement(
        subject, predicate, obj, source.file, source.quote, source.start, source.end,
        f"{predicate}.example", 0.99, source.in_footnote, source.page,
    )  # fmt: skip
