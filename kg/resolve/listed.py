"""What lists of decisions and of incoming papers say of a paper: its title, day and sender.

A list of decisions prints "Zaak: Brief regering - minister van Financiën, W.B. Hoekstra - 3 april
2018 / Overzicht van de begrotingen - 34775-60", a list of incoming papers "Overzicht van de
begrotingen - 34775-60 / minister van Financiën, W.B. Hoekstra - 03 april 2018". The paper and not
the list is what carries out the motion that its title names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.model import (
    Claim, Extract, Kind, Literal, Mention, Motie, Period, Relation, Role, Span, Toezegging,
)  # fmt: skip
from kg.resolve.assembly import Evidence
from kg.resolve.context import Context
from kg.resolve.known import look_up
from kg.resolve.people import UNSURE, person_node
from kg.resolve.persons import resolve_person
from kg.resolve.things import identified
from kg.text import MONTH, parse_date

_LISTS = (Kind.DECISION_LIST, Kind.PROCEEDINGS)
_DAY = rf"(?P<day>\d{{1,2}}\s{{1,80}}(?:{MONTH})\s{{1,80}}\d{{4}})"
_WHO = r"(?P<who>[^:;]{4,240}?)"
# "Zaak: Brief regering - minister van …, W.B. Hoekstra - 3 april 2018 / Titel - 34775-60"
_CASE = re.compile(
    rf"Zaak:\s{{1,80}}(?P<kind>[A-Z][^:;]{{2,120}}?)\s-\s{_WHO}\s-\s{_DAY}\s{{1,80}}"
    r"(?P<title>\S.{2,800}?)\s{1,80}-\s{1,80}\Z",
    re.DOTALL,
)
# "Titel - 34775-60 / minister van …, W.B. Hoekstra - 03 april 2018"
_BELOW = re.compile(
    rf"\s{{1,80}}(?P<who>(?:minister|staatssecretaris|minister-president)\b[^:;]{{3,200}}?)"
    rf"\s-\s{_DAY}"
)
_TITLE = re.compile(r"\s*(?P<title>\S.{2,800}?)\s{1,80}-\s{1,80}", re.DOTALL)
_BREAK = re.compile(r"\n[ \t\xa0]*\r?\n")
_SENDER = re.compile(
    r"(?P<role>minister|staatssecretaris)\b.{0,200},\s+"
    r"(?P<name>(?:[A-Z][\w.]{0,8}\.\s?){1,6}\S.{1,60})\Z",
    re.DOTALL | re.IGNORECASE,
)
_LETTER = re.compile(r"\ABrief\s+(?:regering|minister|staatssecretaris)", re.IGNORECASE)
_REACTS = re.compile(
    r"(?:Nadere\s+|Schriftelijke\s+|Kabinets)?(?:Reactie|Uitvoering|Invulling|Uitwerking|Voortgang"
    r"|Stand\s+van\s+zaken|Afdoening|Opvolging)\b",
    re.IGNORECASE,
)
_LONGEST = 1400  # from "Zaak:" to the number
_NUMBERED = re.compile(r"(?:kst-|20\d\d[DZ])")


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper of a list: the mention of its number, where its title stands, its day, its sender."""

    mention: Mention
    title: Span
    day: date
    who: Span
    letter: bool


def listed(extract: Extract) -> tuple[Listed, ...]:
    """The papers that a list of decisions or of incoming papers describes; none of other texts.

    >>> from kg.model import Document, Segments
    >>> listed(Extract(Document("", "a.txt", "0" * 64), Segments((), ()), (), ()))
    ()
    """
    if extract.segments.kind not in _LISTS:
        return ()
    return tuple(_listed(extract))


def _listed(extract: Extract) -> Iterator[Listed]:
    text = extract.document.text
    for mention in extract.mentions:
        if mention.role is Role.OWN or not _NUMBERED.match(mention.id or ""):
            continue
        found = _as_case(text, mention) or _with_sender_below(text, mention)
        if found is not None:
            yield found


def _as_case(text: str, mention: Mention) -> Listed | None:
    start = text.rfind("Zaak:", max(0, mention.span.start - _LONGEST), mention.span.start)
    match = _CASE.fullmatch(text, start, mention.span.start) if start >= 0 else None
    day = parse_date(" ".join(match["day"].split())) if match else None
    if match is None or day is None or "Besluit:" in match["title"]:
        return None
    letter = _LETTER.match(match["kind"]) is not None
    return Listed(mention, Span(*match.span("title")), day, Span(*match.span("who")), letter)


def _with_sender_below(text: str, mention: Mention) -> Listed | None:
    match = _BELOW.match(text, mention.span.end)
    day = parse_date(" ".join(match["day"].split())) if match else None
    if match is None or day is None:
        return None
    first = max(0, mention.span.start - _LONGEST)
    breaks = [each.end() for each in _BREAK.finditer(text, first, mention.span.start)]
    title = _TITLE.fullmatch(text, breaks[-1] if breaks else first, mention.span.start)
    if title is None:
        return None
    return Listed(mention, Span(*title.span("title")), day, Span(*match.span("who")), True)


def add_listed(ctx: Context, papers: tuple[Listed, ...]) -> None:
    """Add what a list says of its papers; the paper itself and the register know it better."""
    text = ctx.extract.document.text
    for each in papers:
        key = identified(ctx, str(each.mention.id))
        if look_up(str(each.mention.id), ctx.register) is None:
            words = " ".join(each.title.of(text).split())
            literals = (
                Literal("dcterms:title", words),
                Literal("dcterms:date", each.day.isoformat(), datatype="xsd:date"),
            )
            ctx.assembly.told(key, ("Letter",) if each.letter else (), literals)
        _sender(ctx, key, each)


def _sender(ctx: Context, key: str, each: Listed) -> None:
    match = _SENDER.search(each.who.of(ctx.extract.document.text))
    if match is None:
        return
    name = " ".join(match["name"].split())
    found = resolve_person(name, Period(each.day, each.day), role=match["role"].lower())
    person = person_node(ctx.assembly, found, name, ("Minister",))
    sure = found.confidence if found.key else UNSURE
    evidence = Evidence(ctx.extract, each.who, "listed.sender", factor=sure)
    ctx.assembly.edge(key, "signedBy", person, evidence)


def said_by(
    ctx: Context, papers: tuple[Listed, ...], claim: Claim
) -> tuple[str, Relation] | None:
    """The paper whose title says something of a motion or commitment, and what; else ``None``.

    "Reactie op de motie van het lid Bos over wonen" follows the motion up; a commitment is met or
    still open as the title's own words say.
    """
    if not isinstance(claim.mention.value, (Motie, Toezegging)):
        return None
    for each in papers:
        if each.title.start <= claim.mention.span.start < each.title.end:
            words, relation = each.title.of(ctx.extract.document.text), claim.relation
            if relation is Relation.CITES and _REACTS.match(words):
                relation = Relation.FOLLOWS_UP
            return identified(ctx, str(each.mention.id)), relation
    return None
