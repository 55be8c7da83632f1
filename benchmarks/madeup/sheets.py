"""A document of each kind, as a row of blocks that every format can write."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from pathlib import Path

from madeup import words
from madeup.chance import Chance
from madeup.people import offices
from madeup.references import moved, names, refer, shown, spaced, years
from madeup.world import Paper, World, dossier_title

# Bytes of a document of each kind at equal steps of the way from the shortest to the longest, as
# in the real corpus.
SIZES = {
    "motion": (500, 840, 970, 1050, 1130, 1190, 1260, 1340, 1450, 1610, 2200),
    "regulation": (1200, 2000, 2900, 4100, 5900, 8100, 12000, 21500, 32000, 50000, 74000),
    "proceedings": (10000, *(10120,) * 6, 10150, 10176, 10300, 10442, 10550, 10703, 10750, 10844,
                    11000, 11201, 11500, 11987, 12570, 87000),
    "answers": (2462, 4078, 5546, 6251, 7628, 8183, 10181, 10786, 12381, 15726, 30000),
    "letter": (1816, 4016, 4878, 8170, 9171, 9946, 12933, 24932, 38875, 43135, 79796),
    "report": (60000, 79000, 80000, 90000, 95000, 137000, 150000, 190000, 212000, 217000, 421000),
    "decisions": (1080, 1080, 1100, 1150, 1195, 1200, 1200, 2000, 8000, 20000, 66000),
    "memo": (3000, 4500, 5000, 5500, 6000, 6500, 6700, 7000, 8000, 9000, 12000),
}

# What the layout of a web page adds to a block, in bytes.
_MARGINS = {("proceedings", "field"): 44, ("proceedings", "p"): 14, ("motion", "p"): 7}


@dataclass(slots=True)
class Sheet:
    """The blocks of a document in order: what each is, and its text; notes by number."""

    paper: Paper
    blocks: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    size: int = 0

    def add(self, role: str, text: str) -> None:
        """Put a block at the end: a line, heading, paragraph, item, speaker or name."""
        self.blocks.append((role, text))
        self.size += len(text) + 2 + _MARGINS.get((self.paper.kind, role), 0)


def mean_size(kind: str) -> float:
    """How many bytes a document of a kind has at the mean."""
    sizes = SIZES[kind]
    return (sum(sizes) - (sizes[0] + sizes[-1]) / 2) / (len(sizes) - 1)


def compose(world: World, number: int, scale: float) -> Sheet:
    """The document that shows this paper; all but motions ``scale`` times their usual length."""
    paper = world.paper(number)
    chance = Chance(world.seed, number, 5)
    sheet = Sheet(paper)
    size = chance.between(SIZES[paper.kind])
    writer = _Writer(world, sheet, chance, size if paper.kind == "motion" else int(size * scale))
    _COMPOSERS[paper.kind](writer)
    return sheet


@cache
def _rates(kind: str) -> tuple[list[str], list[float]]:
    """The forms of a kind, and how many of it and those before it stand in a kilobyte."""
    lines = Path(__file__).with_name("rates.txt").read_text(encoding="utf-8").splitlines()
    found = [line.split() for line in lines if line.split(" ", 1)[0] == kind]
    return [form for _, form, _ in found], list(accumulate(float(rate) for *_, rate in found))


class _Writer:
    """Writes the running text of one sheet: plain sentences with references among them."""

    def __init__(self, world: World, sheet: Sheet, chance: Chance, size: int) -> None:
        self.world, self.sheet, self.chance, self.size = world, sheet, chance, size
        self.paper = sheet.paper
        self._forms, self._sums = _rates(sheet.paper.kind)
        # some papers cite much, most a little
        self._often = 0.25 + 2.25 * chance.random() * chance.random() * 4 / 3
        self._owed = 0.0
        self._cited: list[Paper] = []

    @property
    def full(self) -> bool:
        return self.sheet.size >= self.size

    def add(self, role: str, text: str) -> None:
        self.sheet.add(role, text)

    def say(self, section: str) -> str:
        return words.say(section, self.chance)

    def sentence(self, plain: str = "plain") -> str:
        """A sentence, with as many references behind it as its length owes."""
        said = self.say(plain)
        if plain != "constaterende" and self.chance.random() < 0.3:
            other = self.say(plain)
            said = f"{said[:-1]}; {other[0].lower()}{other[1:]}"
        self._owed += len(said) * self._often * self._sums[-1] / 1000
        while self.chance.random() < self._owed:
            self._owed -= 1
            drawn = self.chance.random() * self._sums[-1]
            form = self._forms[bisect(self._sums, drawn)]
            text = refer(form, self.world, self.paper, self.chance, self._cited)
            if form == "note":
                self.sheet.notes.append(text)
                self.sheet.size += len(text)
                said += f"‹{len(self.sheet.notes)}›"
            else:
                said += f" {text}"
        return said

    def paragraph(self, plain: str = "plain", least: int = 2) -> None:
        several = least + self.chance.upto(4)
        self.add("p", " ".join(self.sentence(plain) for _ in range(several)))


def _motion(write: _Writer) -> None:
    paper, chance = write.paper, write.chance
    _publication(write)
    whose = moved(paper).upper()
    amended = chance.random() < 0.07
    number = 1 + chance.upto(max(1, paper.nr))
    behind = f" TER VERVANGING VAN DIE GEDRUKT ONDER NR. {number}" if amended else ""
    write.add("title", f"{'GEWIJZIGDE ' if amended else ''}MOTIE {whose}{behind}")
    debate = "tijdens het notaoverleg van " if chance.random() < 0.04 else ""
    write.add("line", f"Voorgesteld {debate}{shown(paper.day)}")
    write.add("p", "De Kamer,")
    write.add("p", "gehoord de beraadslaging,")
    first = True
    while first or write.sheet.size < write.size - 260:
        first = False
        clause = write.sentence("constaterende")
        for each in clause.replace("; ", ";\n").split("\n"):
            write.add("p", each)
    write.add("p", write.say("verzoekt"))
    write.add("p", "en gaat over tot de orde van de dag.")
    for seat in paper.seats:
        write.add("sign", seat.family)


def _publication(write: _Writer) -> None:
    """The head of a Kamerstuk."""
    paper = write.paper
    write.add("head", "Tweede Kamer der Staten-Generaal")
    write.add("head", "2")
    write.add("head", f"Vergaderjaar {years(paper)}")
    write.add("dossier", spaced(paper.dossier))
    write.add("head", dossier_title(write.world.seed, paper.dossier))
    write.add("nr", f"Nr. {paper.nr}")


def _regulation(write: _Writer) -> None:
    paper, chance = write.paper, write.chance
    post = paper.office.title[3:]
    post = post[0].upper() + post[1:]
    head = f"##Regeling van de {post} van {shown(paper.day)}"
    numbered = f", nr. {paper.kenmerk}" if chance.random() < 0.08 else ""
    write.add("title", f"{head}{numbered}, houdende regels over {paper.topic}")
    write.add("p", f"De {post}, Gelet op de wet op {write.say('wat')}; Besluit:")
    article = 0
    while not write.full:
        article += 1
        write.add("heading", f"### Artikel {article}" if chance.random() < 0.8
                  else f"### {write.say('heading')}")
        for _ in range(1 + chance.upto(3)):
            write.paragraph("rule" if chance.random() < 0.7 else "plain", 1)
    write.add("p", "Deze regeling zal met de toelichting in de Staatscourant worden geplaatst.")
    write.add("sign", f"De {post},")
    write.add("sign", paper.office.name)
    if chance.random() < 0.4:
        other = chance.pick(offices(paper.day.year, paper.day.month))
        write.add("sign", f"De {other.title[3:]},")
        write.add("sign", other.name)


def _proceedings(write: _Writer) -> None:
    paper, chance = write.paper, write.chance
    sitting, item = paper.sitting
    own = f"h-tk-{paper.session}{paper.session + 1}-{sitting}-{item}"
    for label, value in (
        ("Vergaderjaar", years(paper, "-")), ("Vergaderingnummer", str(sitting)),
        ("Datum vergadering", str(paper.day)), ("Titel", paper.topic.capitalize()),
        ("Identifier", own), ("Bladzijden", f"{own}: {item}"), ("Bestand", f"{own}.odt"),
    ):
        write.add("field", label)
        write.add("field", value)
    if write.size < 13_000:
        write.add("title", f"Aan de orde is de behandeling van {paper.topic}")
        while not write.full:
            write.add("field", write.sentence("heading"))
            if chance.random() < 0.01:
                write.add("field", f"Vragen van het lid {chance.pick(paper.seats).family} aan "
                          f"{paper.office.title} over {write.say('topic')}")
    while not write.full:
        seat = chance.pick(paper.seats)
        title = chance.pick(("De heer", "Mevrouw"))
        if chance.random() < 0.3:
            write.add("speaker", f"Minister {paper.office.family}:")
        else:
            write.add("speaker", f"{title} {seat.family} ({seat.party}):")
        for _ in range(3 + chance.upto(6)):
            write.paragraph("speech" if chance.random() < 0.5 else "plain")


def _answers(write: _Writer) -> None:
    paper, chance = write.paper, write.chance
    write.add("line", "Tweede Kamer der Staten-Generaal")
    write.add("line", "2")
    write.add("line", f"Vergaderjaar {years(paper)}  Aanhangsel van de Handelingen")
    write.add("line", "Vragen gesteld door de leden der Kamer, met de daarop door de regering "
              "gegeven antwoorden")
    write.add("nr", str(paper.count + 1))
    asked = names(paper.seats[:2])
    parties = " en ".join(dict.fromkeys(seat.party for seat in paper.seats[:2]))
    word = "het lid" if len(paper.seats) == 1 else "de leden"
    write.add("title", f"Vragen van {word} {asked} ({parties}) aan {paper.office.title} over "
              f"{paper.topic} (ingezonden {shown(paper.day)}).")
    if chance.random() < 0.5:
        write.add("line", f"Ons kenmerk {paper.kenmerk}")
    post = paper.office.role.capitalize()
    write.add("p", f"Antwoord van {post} {paper.office.family} ({paper.office.ministry}) "
              f"(ontvangen {shown(paper.day)}).")
    question = 0
    while not write.full:
        question += 1
        write.add("heading", f"Vraag {question}")
        write.add("p", " ".join(write.say("question") for _ in range(1 + chance.upto(2))))
        write.add("heading", f"Antwoord {question}")
        for _ in range(1 + chance.upto(2)):
            write.paragraph()


def _letter(write: _Writer) -> None:
    paper, chance = write.paper, write.chance
    if chance.random() < 0.4:
        _publication(write)
        write.add("title", f"BRIEF VAN {paper.office.title.upper()}")
    else:
        write.add("line", "> Retouradres Postbus 20011 2500 EA Den Haag")
        write.add("line", f"Ministerie van {paper.office.ministry}")
    write.add("line", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal")
    write.add("line", f"Datum {shown(paper.day)}")
    write.add("line", f"Betreft {paper.topic}")
    write.add("line", f"Ons kenmerk {paper.kenmerk}")
    if chance.random() < 0.5:
        write.add("line", f"Documentnummer {paper.document}")
    write.add("p", "Geachte voorzitter,")
    _sections(write)
    write.add("p", "Hoogachtend,")
    write.add("sign", paper.office.title[0].upper() + paper.office.title[1:] + ",")
    write.add("sign", paper.office.name)


def _sections(write: _Writer) -> None:
    while not write.full:
        if write.chance.random() < 0.4:
            write.add("heading", write.say("heading"))
        write.paragraph()


def _memo(write: _Writer) -> None:
    write.add("title", "Beslisnota")
    write.add("line", f"Aan {write.paper.office.title}")
    write.add("line", f"Datum {shown(write.paper.day)}")
    write.add("line", f"Ons kenmerk {write.paper.kenmerk}")
    for heading in ("Aanleiding", "Geadviseerd besluit", "Kernpunten"):
        write.add("heading", heading)
        write.paragraph()
    write.add("heading", "Toelichting")
    _sections(write)


def _report(write: _Writer) -> None:
    write.add("title", f"Rapport over {write.paper.topic}")
    write.add("line", shown(write.paper.day))
    _sections(write)


def _decisions(write: _Writer) -> None:
    paper = write.paper
    write.add("title", f"Besluitenlijst van de procedurevergadering van {shown(paper.day)}")
    write.add("line", f"Documentnummer: {paper.document}")
    point = 0
    while not write.full:
        point += 1
        write.add("heading", f"{point}. Agendapunt: {write.say('topic')}")
        write.paragraph(least=1)


_COMPOSERS: dict[str, Callable[[_Writer], None]] = {
    "motion": _motion, "regulation": _regulation, "proceedings": _proceedings,
    "answers": _answers, "letter": _letter, "memo": _memo, "report": _report,
    "decisions": _decisions,
}
