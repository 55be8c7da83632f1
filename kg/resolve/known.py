"""What the register, or the small table of facts, knows of a motion: its ids, title and day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kg.authority import motions
from kg.model import Brief, Candidate, Extract, Literal, Mention, Period, Resolution
from kg.reasons import because
from kg.resolve.dating import Dating
from kg.resolve.identity import Join
from kg.resolve.joins import own_ids
from kg.resolve.linking import Linked
from kg.resolve.motions import resolve_letter, resolve_motion
from kg.resolve.register import Register

_LIKELY = 0.4  # a candidate below this says nothing to a reader


@dataclass(frozen=True, slots=True)
class Known:
    """A motion or letter as the register has it; ``ids`` are canonical, the naming one first."""

    ids: tuple[str, ...]
    title: str
    day: date
    source: str

    def literals(self) -> tuple[Literal, ...]:
        """Its literals: the official title and day."""
        return (
            Literal("dcterms:title", self.title),
            Literal("dcterms:date", self.day.isoformat(), datatype="xsd:date"),
        )


def look_up(identifier: str, register: Register | None) -> Known | None:
    """What is known of the paper with this id, ``None`` when nothing is.

    >>> look_up("2021Z01710", None).ids
    ('kst-35669-8', '2021Z01710')
    """
    fact = _facts().get(identifier)
    if fact is not None:
        return fact
    entry = register.entry(identifier) if register is not None else None
    if entry is None:
        return None
    return Known(entry.identifiers, entry.title, entry.day, "the register")


@cache
def _facts() -> dict[str, Known]:
    return {
        identifier: Known(fact.identifiers, fact.title, fact.day, "the table of facts")
        for fact in motions()
        for identifier in fact.identifiers
    }


def settle(
    extract: Extract, linked: Sequence[Linked], dating: Dating, register: Register | None
) -> tuple[Linked, ...]:
    """The motions of a document, those without a printed number looked up by what is said."""
    asked = {each.mention for each in linked if not each.ids or _is_letter(each.ids, register)}
    if not asked:
        return tuple(linked)
    own = tuple(f"document/{each}" for each in own_ids(extract))
    said = _sentences(extract, asked)
    return tuple(
        _looked_up(each, said.get(each.mention), dating, register, own)
        if each.mention in asked
        else each
        for each in linked
    )


def _is_letter(ids: Sequence[str], register: Register | None) -> bool:
    """Whether the register knows the number printed with a motion as a letter's: then it is not
    the motion's own, but that of a letter about it."""
    entries = (register.entry(each) for each in ids) if register is not None else ()
    return any(entry is not None and entry.kind == "Brief regering" for entry in entries)


def _looked_up(
    linked: Linked,
    sentence: str | None,
    dating: Dating,
    register: Register | None,
    own: tuple[str, ...],
) -> Linked:
    found = resolve_motion(
        linked.motie, _when(dating.period), register=register, context=sentence, exclude=own
    )
    if found.key is None and linked.ids:
        return linked  # the number it is printed with is the best that is known of it
    if found.key is None:
        why = because("both", why=linked.reason, also=found.reason)
        return replace(linked, reason=why, resolution=found)
    known = look_up(found.key.removeprefix("document/"), register)
    ids = known.ids if known else (found.key.removeprefix("document/"),)
    return replace(linked, ids=ids, reason=found.reason, resolution=found)


def letters(
    extract: Extract, dating: Dating, register: Register | None
) -> dict[Mention, Resolution]:
    """The letters a document names by their date, each found in the register or not, and why."""
    told = {each: each.value for each in extract.mentions if isinstance(each.value, Brief)}
    said, when = _sentences(extract, told), _when(dating.period)
    return {
        mention: resolve_letter(brief, when, register=register, context=said.get(mention))
        for mention, brief in told.items()
    }


def _when(period: Period) -> Period | date:
    if period.start is not None and period.start == period.end:
        return period.start
    return period


def _sentences(extract: Extract, asked: Collection[Mention]) -> dict[Mention, str]:
    """What the first claim about each of these mentions quotes."""
    said: dict[Mention, str] = {}
    for claim in extract.claims if asked else ():
        if claim.mention in asked and claim.mention not in said:
            said[claim.mention] = claim.quote.of(extract.document.text)
    return said


def joins(
    linked: Iterable[Sequence[Linked]], identifiers: Iterable[str], register: Register | None
) -> Iterator[Join]:
    """The joins of the ids that the register gives one paper, for all papers that are cited."""
    wanted = {*identifiers, *(each for moties in linked for motie in moties for each in motie.ids)}
    for identifier in sorted(wanted):
        known = look_up(identifier, register)
        if known is None:
            continue
        for other in known.ids:
            if other != identifier:
                yield Join(1, identifier, other, f"{known.source} has both")


def with_candidates(why: str, found: Sequence[Candidate]) -> str:
    """A reason with the likely candidates, best first; the reason alone when there are none."""
    likely = [each for each in found if each.score >= _LIKELY][:3]
    listed = "; ".join(f"{each.label} ({each.key.rpartition('/')[2]})" for each in likely)
    return because("might be", why=why, candidates=listed) if listed else why
