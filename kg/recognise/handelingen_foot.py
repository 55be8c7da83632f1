"""The number at the foot of the proceedings' pages: ``Tweede Kamer   Zorg   TK 40   40-6-1``.

The foot prints the chamber, the subject, the meeting and, behind it, meeting, item and page; the
day stands on the line above it or on its own. The vergaderjaar is that of the day. Only from
2010-2011 on, when an item became a publication of its own.

Source: the layout of the Handelingen on https://zoek.officielebekendmakingen.nl.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.identifiers.handelingen import FIRST_BY_ITEM, Handelingen
from kg.model import Mention, Role, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.handelingen import session_of
from kg.text import MONTH

KIND = "handelingen"

_FOOT = later(
    r"(?P<house>[TE])K\s{1,80}(?P<meeting>[1-9][0-9]{0,2})\s{1,200}"
    r"(?P<own>(?P=meeting)-(?P<item>[1-9][0-9]{0,2})-[0-9]{1,4})[^\S\n]{0,80}(?:\n|$)"
)
_LINE = later(r"(?:Tweede|Eerste) Kamer[^\n]{0,200}$")
_DAY = later(rf"\b(?P<day>[0-9]{{1,2}}) (?P<month>{MONTH}) (?P<year>20[0-9]{{2}})\b")
_NEAR = 500  # how far above its number the day stands, wide columns included

RULES = (
    Rule(
        "handelingen.foot",
        "8 februari 2024\nTweede Kamer     Staat van de zorg     TK 40     40-6-1\n",
        ("h-tk-20232024-40-6",),
    ),
)


def parse_foot(text: str, start: int, end: int) -> Iterator[Mention]:
    """The item of the proceedings whose page ends at ``start``, as the text's own.

    >>> foot = "8 mei 2024\\nTweede Kamer   Zorg   TK 70   70-3-12\\n"
    >>> [(m.id, m.surface, m.role.value) for m in parse_foot(foot, 33, 42)]
    [('h-tk-20232024-70-3', '70-3-12', 'own')]
    """
    match = _FOOT.match(text, start)
    if match is None or not _LINE.search(text, max(0, start - 240), start):
        return
    days = list(_DAY.finditer(text, max(0, start - _NEAR), start))
    year = session_of(days[-1]) if days else None
    if year is None or year < FIRST_BY_ITEM:
        return
    house = "tk" if match["house"] == "T" else "ek"
    value = Handelingen(year, int(match["meeting"]), int(match["item"]), chamber=house)
    span = Span(*match.span("own"))
    reason = "the vergaderjaar is that of the day above it"
    yield Mention(
        KIND, span, span.of(text), "handelingen.foot", value, Role.OWN,
        Span(start, span.end), reason=reason,
    )  # fmt: skip


RECOGNISERS = (
    Recogniser(
        "handelingen-foot", r"\b[TE]K\s\s*\d{1,3}\s\s*\d{1,3}-\d{1,3}-\d", parse_foot, rules=RULES
    ),
)
