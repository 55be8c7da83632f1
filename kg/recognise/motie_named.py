"""Motions whose submitters stand behind the noun: "motie van het lid X c.s.", "motie-X/Y"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.authority.printed import is_known_in_full
from kg.model import Mention, Motie, Span
from kg.patterns import later
from kg.recognise.motie_list import printed_together
from kg.recognise.motie_tail import Tail, read_number, read_tail
from kg.recognise.names import GAP, LIDS, TITLES, TO_NAME, Names, apart, read_names

_HYPHEN = later(rf"[-‐‑](?:{GAP})?(?=[^\W\d_]|['’])")
_VAN_TITLE = later(rf"{GAP}[Vv]an?{GAP}(?:van{GAP})?(?P<title>{TITLES}){TO_NAME}")
_LID = later(
    rf"{GAP}(?P<title>{LIDS}|(?:de{GAP})?bijzondere?{GAP}gedelegeerden?){TO_NAME}"
)
_SPACED = later(rf"{GAP}[-–](?:{GAP})?(?=[^\W\d_a-z])")  # "Motie - Graus over …"
_BY = later(
    rf"""(?:,?{GAP}(?:(?:die|welke){GAP}(?:is|zijn|werd|was){GAP})?
            (?:ingediend|voorgesteld){GAP}door)
        {GAP}(?P<title>{TITLES}){GAP}""",
    re.VERBOSE,
)
_WHO = later(rf"{GAP}(?:die|welke){GAP}(?:door{GAP})?(?:{TITLES}){GAP}")
_HANDED_IN = later(
    rf"""(?:{GAP}\w{{1,14}}){{0,6}}{GAP}(?:ingediend|voorgesteld|ingebracht)
        (?:{GAP}(?:is|zijn|heeft|hebben|werd))?""",
    re.VERBOSE,
)
_VAN = later(rf"{GAP}(?=van{GAP}(?:[^\W\d_a-z]|['’]t|de[rn]?\s|te[rn]\s|el\s))")
_BARE = later(rf"{GAP}(?=[^\W\d_a-z]|['’]t\s|(?:van|de[rn]?|te[rn]|el)\s)")
_HEADING = later(r"Motie[ \t]*\n")  # above the motion; a broken line goes on in small letters
_SINGLED_OUT = later(
    r"""\b(?:de|het|deze|die|aangenomen|aangehouden|ingediende|gewijzigde|betreffende|eerdere
        |genoemde)\s{1,40}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_ENDS_A_NAME = later(r"\s{0,40}(?:c\.?\s?s\b|\(|[.,;:?]|(?:over|om|inzake|waarin)\b|\Z)")
_NEXT = later(
    rf"""(?:\s{{0,40}},)?\s{{1,60}}en\s{{1,60}}(?:(?:de|die)\s{{1,40}})?
            (?:motie[s-]{{0,2}}\s{{0,40}})?(?:van{GAP})?(?:(?:{TITLES}){GAP})?
      | \s{{0,40}},\s{{0,60}}(?:van{GAP})?(?:(?:{TITLES}){GAP})?""",
    re.VERBOSE,
)
_MOST = 12


@dataclass(frozen=True, slots=True)
class Head:
    """The noun of a motion and what it tells."""

    start: int
    end: int
    plural: bool = False
    amendment: bool = False
    amended: bool = False


def read_named(text: str, head: Head, before: str) -> tuple[Mention, ...]:
    """The motions whose submitters are printed behind the noun, of one citation; empty if none.

    >>> [m.value.submitters for m in read_named("moties-A. en B", Head(0, 6, True), "")]
    []
    >>> text = "moties-Lodders/Geurts en Geurts/Lodders"
    >>> [m.value.submitters for m in read_named(text, Head(0, 6, True), "")]
    [('Lodders', 'Geurts'), ('Geurts', 'Lodders')]
    """
    hyphen = _HYPHEN.match(text, head.end)
    if hyphen:
        return _row(text, head, hyphen.end(), "motie.hyphen", slashes=not head.plural)
    spaced = None if head.plural else _SPACED.match(text, head.end)
    if spaced:
        return _row(text, head, spaced.end(), "motie.hyphen")
    for form in (_VAN_TITLE, _BY, _LID):
        titled = form.match(text, head.end)
        if titled:
            return _titled(text, head, titled)
    who = _WHO.match(text, head.end)
    if who:
        return _handed_in(text, head, who)
    van = _VAN.match(text, head.end)
    if van:
        return _row(text, head, van.end(), "motie.van", loose=True)
    bare = None if _is_heading(text, head, before) else _BARE.match(text, head.end)
    if bare:
        certain = not head.plural and _SINGLED_OUT.search(before) is not None
        return _row(text, head, bare.end(), "motie.bare", certain=certain)
    return ()


def _is_heading(text: str, head: Head, before: str) -> bool:
    """Whether "Motie" stands alone on its line, or in its column, above a motion read out."""
    if _HEADING.match(text, head.start) is None:
        return False
    return before.endswith("   ") or not before.rstrip(" \t")[-1:].strip()


def _titled(text: str, head: Head, match: re.Match[str]) -> tuple[Mention, ...]:
    """ "van het lid A", "van de leden A en B", "van de heer A en mevrouw B"."""
    each = head.plural and not match["title"].lower().endswith(("leden", "heren"))
    names = read_names(text, match.end(), joint=not each)
    return () if names is None else mentions(text, head, names, "motie.lid", more=each)


def _handed_in(text: str, head: Head, match: re.Match[str]) -> tuple[Mention, ...]:
    """ "de motie die het lid Bikker heeft ingediend over …"."""
    names = read_names(text, match.end())
    verb = _HANDED_IN.match(text, names.end) if names else None
    if names is None or verb is None:
        return ()
    return mentions(text, head, replace(names, end=verb.end()), "motie.handed-in")


def _row(
    text: str,
    head: Head,
    at: int,
    rule: str,
    *,
    loose: bool = False,
    slashes: bool = False,
    certain: bool = False,
) -> tuple[Mention, ...]:
    """Names right behind the noun; plain words are kept out by the table and by company."""
    names = read_names(text, at, loose=loose, joint=not head.plural and not slashes)
    if names is None:
        return ()
    if slashes:
        names = _joined(text, at, names)
    names = apart(names)
    several = len(names.names) > 1 or any(name.party for name in names.names)
    if not (
        slashes
        or certain
        or several
        or names.cs
        or is_known_in_full(names.names[0].printed)
        or read_number(text, names.end) is not None
    ):
        return ()
    return mentions(text, head, names, rule, more=head.plural)


def _joined(text: str, at: int, names: Names) -> Names:
    """ "motie-A en B" is one motion where no verb follows B."""
    joint = read_names(text, at)
    if joint is None or len(joint.names) == len(names.names):
        return names
    return joint if joint.cs or _ENDS_A_NAME.match(text, joint.end) else names


def mentions(
    text: str, head: Head, names: Names, rule: str, *, more: bool = False
) -> tuple[Mention, ...]:
    """The motions named together, sharing one citation; ``more`` where the noun is a plural.

    >>> from kg.recognise.names import read_names
    >>> text = "motie Ferrier (32605/45) en El Fassed (32605/34)"
    >>> found = mentions(text, Head(0, 5), read_names(text, 6, joint=False), "motie.bare")
    >>> [m.surface for m in found]
    ['motie Ferrier', 'El Fassed']
    """
    rows = [names]
    tail = read_tail(text, names.end)
    while len(rows) < _MOST:
        following = _following(text, tail.end)
        if following is None or not (more or _both_numbered(text, tail, following)):
            break
        rows.append(following)
        tail = read_tail(text, following.end)
    citation = Span(head.start, tail.end)
    topics = _topics(tail.topic, len(rows))
    found = []
    alone = head.plural and len(rows) == 1
    several = printed_together(text, names.end, tail.end)[1:] if alone else ()
    for number, row in enumerate(rows):
        span = Span(row.names[0].span.start if number else head.start, row.end)
        value = motie(head, row, replace(tail, topic=topics[number]))
        found.append(Mention("motie", span, span.of(text), rule, value, citation=citation))
    for unit in several:  # "de moties Becker (35 228, nr. 8 en 32 824, nr. 432)": two of one member
        span = unit.span
        value = motie(head, names, Tail(span.end, unit.number, tail.topic))
        found.append(Mention("motie", span, span.of(text), rule, value, citation=citation))
    return tuple(found)


def _both_numbered(text: str, tail: Tail, following: Names) -> bool:
    """ "motie A (32605/45) en B (32605/34)": two, though the noun is singular."""
    before = text[max(0, tail.end - 40) : tail.end].rstrip()
    return before[-1:] in ")0123456789" and read_number(text, following.end) is not None


def _following(text: str, at: int) -> Names | None:
    """The next motion of a list ("… en Geurts/Lodders", "… en van het lid B")."""
    match = _NEXT.match(text, at)
    return read_names(text, match.end(), joint=False) if match else None


def _topics(topic: str | None, count: int) -> tuple[str | None, ...]:
    """ "respectievelijk A en B" is dealt out; else the one topic is that of all."""
    if topic is None or count < 2 or not topic.startswith("respectievelijk "):
        return (topic,) * count
    parts = topic.removeprefix("respectievelijk ").split(" en ")
    return tuple(parts) if len(parts) == count else (topic,) * count


def motie(head: Head, names: Names | None, tail: Tail) -> Motie:
    """The value of a motion with these submitters (none where they are not printed).

    >>> motie(Head(0, 5, amended=True), None, Tail(9, "12")).amended
    True
    """
    printed = tuple(dict.fromkeys(name.printed for name in names.names)) if names else ()
    cs = names.cs if names else False
    return Motie(printed, cs, tail.topic, tail.number, head.amended, head.amendment)
