"""Answers to written questions: "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1031".

The word Aanhangsel, a vergaderjaar and a number make one; the chamber is the Tweede Kamer's where
none is printed. Without a vergaderjaar the number says nothing, so the mention stays without a
value. "Handelingen, vergaderjaar 2021–2022, nr. 1971" is one too: no year has so many meetings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.identifiers.aanhangsel import Aanhangsel
from kg.identifiers.grammar import CHAMBER, COMMA, GAP, SESSION, YEARS, chamber, word
from kg.identifiers.vergaderjaar import parse_vergaderjaar
from kg.model import Mention, Role, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.enumeration import NR, read_numbers
from kg.reasons import because

KIND = "aanhangsel"

_HEAD = (
    rf"(?:(?:{word('Aan-hang-sel')}|{word('aan-hang-sel')}|AANHANGSEL)s?|[Aa]anh\."
    r"|A\.?v\.?d\.?H\.?)"
)
_HANDELINGEN = (
    rf"(?:(?:van|bij|tot){GAP}(?:de{GAP})?|der{GAP}|\(\s?)?(?:{word('Han-de-lin-gen')}|"
    rf"{word('han-de-lin-gen')}|HANDELINGEN|Hand\.)"
)
_AANHANGSEL = later(
    rf"{_HEAD}\)?(?:{GAP}{_HANDELINGEN})?+(?:{COMMA}{CHAMBER})?+{COMMA}"
    rf"(?:{SESSION}{COMMA})?+(?:{YEARS}{COMMA})?+(?:{NR}{GAP})?+(?=[0-9])"
)
# "Handelingen II 2023/24, Aanhangsel van de Handelingen, nr. 1045"
_YEAR_BEFORE = later(
    rf"(?P<of>Handelingen|Kamerstukken|Tweede Kamer)[^.;\n]{{0,30}}\b{YEARS},?\s{{0,3}}$"
)
_YEAR_AFTER = later(rf"{GAP},?{GAP}(?:\({GAP})?{SESSION}{GAP}{YEARS}")
# "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden 1031"
_OWN_HEAD = later(
    rf"{SESSION}\s{{0,9}}{YEARS}\s{{1,200}}"
    r"(?:(?:Tweede|Eerste)\s{1,60}Kamer\s{1,60}der\s{1,60}Staten-Generaal\s{1,400}"
    r"(?:\d\s{1,400})?)?"
    + r"\s{1,400}".join(
        "Aanhangsel van de Handelingen Vragen gesteld door de leden der Kamer, met de daarop door "
        "de regering gegeven antwoorden".split()
    )
    + r"\s{1,400}(?P<number>[1-9][0-9]{0,4})\s{1,400}Vragen\b"
)

RULES = (
    Rule(
        "aanhangsel.full",
        "Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1031.",
        ("ah-tk-20232024-1031",),
    ),
    Rule(
        "aanhangsel.list",
        "Aanhangsel Handelingen II 2023/24, nr. 1767 en 1775",
        ("ah-tk-20232024-1767", "ah-tk-20232024-1775"),
    ),
    Rule(
        "aanhangsel.year-around",
        "Handelingen II 2023/24, Aanhangsel van de Handelingen, nr. 1045",
        ("ah-tk-20232024-1045",),
    ),
    Rule("aanhangsel.no-year", "Aanhangsel van de Handelingen, nr. 1045", (None,)),
    Rule(
        "aanhangsel.own",
        "Vergaderjaar 2023–2024 Aanhangsel van de Handelingen\nVragen gesteld door de leden der "
        "Kamer, met de daarop door de regering gegeven antwoorden\n\n1031\nVragen van de leden",
        ("ah-tk-20232024-1031",),
    ),
)


def parse_aanhangsel(text: str, start: int, end: int) -> Iterator[Mention]:
    """The answers cited by the word Aanhangsel at ``start``.

    >>> [m.id for m in parse_aanhangsel("Aanhangsel Handelingen II 2021/22, nr. 149", 0, 10)]
    ['ah-tk-20212022-149']
    """
    head = _AANHANGSEL.match(text, start)
    if head is None or not _is_citation(text, head):
        return
    numbers = read_numbers(text, head.end(), head.end() + 200, head["nr"] or "")
    if not numbers:
        return
    whole = Span(start, numbers[-1][1].end)
    year, rule = parse_vergaderjaar(head["years"] or ""), "aanhangsel.full"
    if year is None and head["years"] is None:
        year, whole = _year_around(text, whole)
        rule = "aanhangsel.year-around" if year else "aanhangsel.no-year"
    yield from mentions(numbers, text, whole, year, chamber(head["chamber"]), rule, head["years"])


def _is_citation(text: str, head: re.Match[str]) -> bool:
    """A number behind "Aanhangsel" alone is that of an appendix, or of a page in a footer.

    "Kamerstukken II 2011/12, Aanhangsel 342" is a citation, "Tweede Kamer, vergaderjaar
    2023–2024, Aanhangsel 1" the foot of a page.
    """
    if head["years"]:
        return bool(head["nr"]) or parse_vergaderjaar(head["years"]) is not None
    before = _YEAR_BEFORE.search(text, max(0, head.start() - 80), head.start())
    if before is not None:
        return bool(head["nr"]) or before["of"] != "Tweede Kamer"
    return bool(head["nr"]) and "andelingen" in head[0].replace("\n", "")


def _year_around(text: str, whole: Span) -> tuple[str | None, Span]:
    """A vergaderjaar right before or behind the citation, and the citation with it."""
    before = _YEAR_BEFORE.search(text, max(0, whole.start - 80), whole.start)
    if before and (year := parse_vergaderjaar(before["years"])):
        return year, Span(before.start(), whole.end)
    after = _YEAR_AFTER.match(text, whole.end)
    if after and (year := parse_vergaderjaar(after["years"])):
        return year, Span(whole.start, after.end())
    return None, whole


def mentions(
    numbers: tuple[tuple[int, Span], ...],
    text: str,
    whole: Span,
    year: str | None,
    house: str,
    rule: str,
    printed_year: str | None = None,
    reason: str | None = None,
) -> Iterator[Mention]:
    """One mention per number; without a vergaderjaar they have no value but a reason."""
    if year is None:
        reason = because("no vergaderjaar")
        if printed_year:
            reason = because("not a vergaderjaar", printed=printed_year.strip())
    for count, (number, span) in enumerate(numbers):
        value = Aanhangsel(year, number, house) if year and number else None
        name = "aanhangsel.list" if count and year else rule
        place = span if len(numbers) > 1 else whole
        yield Mention(KIND, place, place.of(text), name, value, citation=whole, reason=reason)


def parse_own(text: str, start: int, end: int) -> Iterator[Mention]:
    """The number of the document itself, in the head that each Aanhangsel prints.

    >>> head = RULES[-1].example
    >>> [(m.id, m.role.value) for m in parse_own(head, 0, 12)]
    [('ah-tk-20232024-1031', 'own')]
    """
    match = _OWN_HEAD.match(text, start)
    year = parse_vergaderjaar(match["years"]) if match else None
    if match is None or year is None:
        return
    value = Aanhangsel(year, int(match["number"]))
    span = Span(*match.span("number"))
    yield Mention(KIND, span, match["number"], "aanhangsel.own", value, Role.OWN)


RECOGNISERS = (
    Recogniser(
        "aanhangsel",
        r"(?i:aanhang(?:s|-|\xad)|\baan(?:-\s|\xad|h\.))|\bA\.?v\.?d\.?H\b",
        parse_aanhangsel,
        rules=RULES[:4],
    ),
    Recogniser(
        "aanhangsel-own",
        r"\bVergaderjaar\s{1,9}\d[^A-Za-z]*"
        r"(?:(?:Tweede|Eerste)\s\s*Kamer\s\s*der\s\s*Staten-Generaal[\s\d]*)?Aanhangsel\s",
        parse_own,
        layer="letterhead",
        rules=RULES[4:],
    ),
)
