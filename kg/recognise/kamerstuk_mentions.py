"""From what was read at a place to mentions: one for each ondernummer, all in one citation."""

from __future__ import annotations

from collections.abc import Iterator

from kg.identifiers.dossier import Dossier
from kg.identifiers.kamerstuk import Kamerstuk
from kg.model import Mention, Role, Span
from kg.recognise.kamerstuk_grammar import Reading, Unit


def papers(
    text: str,
    reading: Reading,
    start: int,
    rule: str,
    *,
    chamber: str | None = None,
    vergaderjaar: str | None = None,
    role: Role = Role.CITED,
) -> Iterator[Mention]:
    """A mention for each number of the reading; the first begins at ``start``.

    The number belongs to the first dossier; the others are kept as its further ones.
    """
    citation = Span(start, reading.end)
    owner = reading.units[0]
    further = tuple(_dossier(unit).id for unit in reading.units[1:])
    for count, number in enumerate(reading.numbers):
        if number.ondernummer == "0":
            continue
        letter = number.ondernummer.isalpha()
        value = Kamerstuk(
            owner.number,
            number.ondernummer,
            owner.toevoeging,
            vergaderjaar,
            chamber or ("ek" if letter else None),
            further,
        )
        span = Span(start if count == 0 else number.start, number.end)
        yield Mention(
            "kamerstuk", span, span.of(text), rule, value, role, citation, reading.pages
        )


def dossiers(text: str, units: tuple[Unit, ...], start: int, rule: str) -> Iterator[Mention]:
    """A mention for each dossier; the first begins at ``start``."""
    citation = Span(start, units[-1].end)
    for count, unit in enumerate(units):
        span = Span(start if count == 0 else unit.start, unit.end)
        yield Mention("dossier", span, span.of(text), rule, _dossier(unit), citation=citation)


def _dossier(unit: Unit) -> Dossier:
    return Dossier(unit.number, unit.toevoeging)
