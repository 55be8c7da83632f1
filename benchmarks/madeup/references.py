"""Sentences that cite: a form of ``references.txt`` filled from a paper of the world."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from madeup import words
from madeup.chance import Chance
from madeup.people import Office, Seat, offices, programmes, seats
from madeup.world import Paper, World

MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
LAWS = 1_000
AGAIN = 0.15
_WANTED = {
    "motie": "motion", "motie-hyphen": "motion", "motie-met": "motion", "motie-vervolg": "motion",
    "motie-ontraden": "motion", "motie-stuk": "motion", "aanhangsel": "answers",
    "handelingen": "proceedings", "brief": "letter",
}


def refer(form: str, world: World, citing: Paper, chance: Chance, before: list[Paper]) -> str:
    """A sentence of this form in the paper ``citing``, which cited those ``before``."""
    found: list[Paper] = []
    law = chance.heavy(LAWS)

    def told(slot: str) -> str:
        if slot in _FROM_TABLES:
            return _FROM_TABLES[slot](citing, chance)
        if slot in _FROM_LAW:
            return _FROM_LAW[slot](law)
        if not found:
            found.append(_chosen(world, citing, chance, _WANTED.get(form), before))
        return _FROM_PAPER[slot](found[0])

    return words.say(form, chance, told)


def _chosen(
    world: World, citing: Paper, chance: Chance, kind: str | None, before: list[Paper]
) -> Paper:
    """The paper to cite: at times one that was cited before."""
    if before and chance.random() < AGAIN:
        again = chance.pick(before)
        if kind is None or again.kind == kind:
            return again
    before.append(world.cited(citing.number, chance, kind))
    return before[-1]


def shown(day: date) -> str:
    """A day as printed: 3 mei 2021."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def spaced(dossier: str) -> str:
    """A dossier as printed: 32 793, 35 925 VIII, 21 501-32."""
    number, _, chapter = dossier.partition("-")
    between = "-" if chapter.isdigit() else " "
    return f"{number[:2]} {number[2:]}{between if chapter else ''}{chapter}"


def years(paper: Paper, dash: str = "–") -> str:
    """The vergaderjaar as printed: 2020–2021."""
    return f"{paper.session}{dash}{paper.session + 1}"


def names(several: tuple[Seat, ...]) -> str:
    """The family names as a title prints them; more than three are "c.s."."""
    written = [seat.family for seat in several]
    if len(written) > 3:
        return f"{written[0]} c.s."
    return ", ".join(written[:-1]) + (" en " if written[1:] else "") + written[-1]


def moved(paper: Paper) -> str:
    """Of whom a motion is: "van het lid Bikker", "van de leden Bikker en Kuik"."""
    one = len(paper.seats) == 1 or len(paper.seats) > 3
    return f"van {'het lid' if one else 'de leden'} {names(paper.seats)}"


def hyphen(paper: Paper) -> str:
    """A motion's name behind its hyphen: "Bikker/Kuik", "Bikker c.s."."""
    if len(paper.seats) > 2:
        return f"{paper.seats[0].family} c.s."
    return "/".join(seat.family for seat in paper.seats)


def _member(citing: Paper, chance: Chance) -> str:
    return chance.pick(seats(citing.day.year, citing.day.month)).family


_FROM_TABLES: dict[str, Callable[[Paper, Chance], str]] = {
    "programme": lambda citing, chance: chance.pick(programmes()),
    "office": lambda citing, chance: _office(citing, chance).title,
    "minister": lambda citing, chance: _office(citing, chance).family,
    "member": _member,
    "count": lambda citing, chance: str(1 + chance.heavy(700)),
    "next": lambda citing, chance: str(citing.day.year + 1),
    "tz": lambda citing, chance: f"TZ{citing.day:%Y%m}-{1 + chance.upto(300):03}",
}


def _office(citing: Paper, chance: Chance) -> Office:
    return chance.pick(offices(citing.day.year, citing.day.month))


_FROM_LAW: dict[str, Callable[[int], str]] = {
    "old": lambda law: str(1951 + law * 7 % 60),
    "leaf": lambda law: str(1 + law * 37 % 700),
}
_FROM_PAPER: dict[str, Callable[[Paper], str]] = {
    "kst": lambda paper: f"{spaced(paper.dossier)}, nr. {paper.nr}",
    "dash": lambda paper: f"{paper.dossier}-{paper.nr}",
    "id": lambda paper: f"kst-{paper.dossier}-{paper.nr}",
    "dossier": lambda paper: spaced(paper.dossier),
    "nr": lambda paper: str(paper.nr),
    "years": years,
    "short": lambda paper: f"{paper.session}/{(paper.session + 1) % 100:02}",
    "moved": moved,
    "hyphen": hyphen,
    "day": lambda paper: shown(paper.day),
    "dnr": lambda paper: paper.document,
    "znr": lambda paper: paper.case,
    "kenmerk": lambda paper: paper.kenmerk,
    "ah": lambda paper: str(paper.count + 1),
    "sitting": lambda paper: str(paper.sitting[0]),
    "item": lambda paper: str(paper.sitting[1]),
    "topic": lambda paper: paper.topic,
}
