"""From a motion's name to the numbers the document prints for it.

"de motie van het lid Mohandis⁴" has its number in the footnote, "motie-Simons c.s. (36 200 IV,
nr. 25)" behind its name: the claims say which identifier belongs to which name. A later "de motie
Mohandis" in the same document means the same one. Where two numbers fit, none is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Extract, Kind, Mention, Motie, Part, Relation, Resolution
from kg.reasons import because
from kg.resolve.identity import contradict
from kg.text import fold

# With these words the text of a motion begins.
_FORMULA = re.compile(r"^[ \t]*De kamer\s?,", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Linked:
    """A named motion with its identifiers: printed for it, or (``resolution``) looked up."""

    mention: Mention
    ids: tuple[str, ...]
    reason: str
    resolution: Resolution | None = None

    @property
    def motie(self) -> Motie:
        """The motion as it is named."""
        return _motie(self.mention)


def _motie(mention: Mention) -> Motie:
    assert isinstance(mention.value, Motie)
    return mention.value


def link_moties(extract: Extract) -> tuple[Linked, ...]:
    """Every motion the document names, with its printed identifiers, in order of place."""
    printed: dict[Mention, list[str]] = {
        mention: [] for mention in extract.mentions if isinstance(mention.value, Motie)
    }
    for claim in extract.claims:
        if claim.relation is Relation.REPLACES:  # the number of the motion it takes the place of
            continue
        if claim.about in printed and claim.mention.id is not None:
            printed[claim.about].append(claim.mention.id)
    own = _own_title(extract)
    titles = frozenset(_titles(extract, printed)) if own else frozenset[Mention]()
    every = [_linked(each, ids) for each, ids in printed.items() if each not in titles]
    cited = iter(_handed_in(extract, tuple(_spread(every))))
    return tuple(
        Linked(each, (own,), "the document's own title") if each in titles else next(cited)
        for each in printed
    )


def _own_title(extract: Extract) -> str:
    """What a motion or amendment that was itself read is known by; empty for other papers."""
    own = extract.segments.kind in (Kind.MOTION, Kind.AMENDMENT)
    return f"file-{extract.document.sha256[:16]}" if own else ""


def _titles(extract: Extract, moties: Collection[Mention]) -> Iterator[Mention]:
    """The names by which a motion is called above its text.

    In its text it says "this motion" of itself: by the same names it means an earlier one there.
    """
    titles = {each for each in moties if _is_title(extract, each)}
    yield from titles
    said = {names(_motie(each)) for each in titles} - {()}
    again = [each for each in moties if each not in titles and names(_motie(each)) in said]
    formula = _FORMULA.search(extract.document.text) if again else None
    begins = formula.start() if formula else 0
    yield from (each for each in again if each.span.start < begins)


def _is_title(extract: Extract, mention: Mention) -> bool:
    """Whether a motion's name stands in capitals, or alone on a heading, as in its own title."""
    if mention.surface.isupper():
        return True
    return any(
        part.part is Part.HEADING and mention.span in part.span for part in extract.segments.parts
    )


def _linked(mention: Mention, ids: Sequence[str]) -> Linked:
    once = tuple(dict.fromkeys(ids))
    if contradict(once):
        return Linked(mention, (), because("motion numbers clash", numbers=", ".join(once)))
    return Linked(mention, once, "printed with it" if once else because("motion without number"))


def _spread(linked: Sequence[Linked]) -> Iterator[Linked]:
    """Give a motion named again the identifiers it had where its number was printed."""
    known: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for each in linked:
        if each.ids and each.motie.submitters:
            known.setdefault(names(each.motie), set()).add(each.ids)
    for each in linked:
        if each.ids or not each.motie.submitters:
            yield each
        else:
            yield _again(each, known)


def _again(each: Linked, known: Mapping[tuple[str, ...], set[tuple[str, ...]]]) -> Linked:
    found = known.get(names(each.motie), set())
    if len(found) == 1:
        return Linked(each.mention, next(iter(found)), "numbered elsewhere in the text")
    if found:
        return Linked(each.mention, (), because("several numbered"))
    return each


# --- debates --------------------------------------------------------------------------------------

SEVERAL = because("several handed in")
# "de eerder aangenomen motie-Bos": one of another day.
_EARLIER = re.compile(
    r"(?:aangenomen|eerdere|vorige|bekende|oude|ingetrokken|toenmalige)\s{1,40}\Z", re.IGNORECASE
)

_THIS = re.compile(r"\b(?:deze|die)\s{1,40}\Z", re.IGNORECASE)


def _handed_in(extract: Extract, linked: Sequence[Linked]) -> Iterator[Linked]:
    """In a debate "de motie van de heer Bos" is the one he handed in there before.

    Where he handed in several, "deze motie van de heer Bos" is the one its speaker named last; else
    none is taken.
    """
    if extract.segments.kind is not Kind.PROCEEDINGS:
        yield from linked
        return
    turns = [p.span.start for p in extract.segments.parts if p.part is Part.SPEECH and p.label]
    first: dict[tuple[str, ...], tuple[str, ...]] = {}  # by ids, the submitters in full
    last: tuple[int, tuple[str, ...]] = (-1, ())  # the turn and the motion named last
    for each in sorted(linked, key=lambda one: one.mention.span.start):
        turn = bisect_right(turns, each.mention.span.start)
        found = each if each.ids else _of_member(extract, each, first, last, turn)
        if found.ids:
            known, said = first.get(found.ids, ()), names(each.motie)
            first[found.ids] = max(known, said, key=len)
            last = turn, found.ids
        yield found


def _of_member(
    extract: Extract,
    each: Linked,
    first: Mapping[tuple[str, ...], tuple[str, ...]],
    last: tuple[int, tuple[str, ...]],
    turn: int,
) -> Linked:
    """The motion with the numbers of the one that its first submitters handed in."""
    said, start = names(each.motie), each.mention.span.start
    before = extract.document.text[max(0, start - 60) : start]
    fits = [ids for ids, full in first.items() if said and full[: len(said)] == said]
    if not fits or each.motie.amendment or _EARLIER.search(before):
        return each
    if len(fits) > 1:
        fits = [ids for ids in fits if last == (turn, ids) and _THIS.search(before)]
        if not fits:
            return Linked(each.mention, (), SEVERAL)
    elif each.motie.topic is not None and last != (turn, fits[0]):
        return each
    return Linked(each.mention, fits[0], "handed in in this debate")


def names(motie: Motie) -> tuple[str, ...]:
    """The submitters folded for comparison, in printed order.

    >>> names(Motie(("Van der Staaij", "Dik-Faber")))
    ('vanderstaaij', 'dikfaber')
    """
    return tuple(fold(name) for name in motie.submitters)
