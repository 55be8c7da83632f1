"""Numbers of the Tweede Kamer in running text: ``2022D29586``, ``TZ202603-130``, ``T03120``.

A document, case, activity or agenda point is known by its shape alone. A number of the Eerste
Kamer's register (``T03120``) looks like a type or telephone extension, so a commitment must be
spoken of near it. A sixth digit is a footnote mark that stands against the number; at the beginning
of a line a mark may stand against it from before ("32024D27196" in note 3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import CitationError
from kg.identifiers.grammar import DASH, TORN
from kg.identifiers.tweede_kamer import Nummer, parse
from kg.model import Mention, Role, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.letterhead import label_of

KIND = "tweede-kamer"

# "2022D29586", also torn at the end of a line
_KAMERNUMMER = later(rf"20[0-9]{{2}}[ADPZ]{TORN}[0-9]{{5}}")
_TOEZEGGING = later(rf"TZ20[0-9]{{4}}\s?{DASH}\s{{0,60}}[0-9]{{3}}(?![0-9])")
_TOEZEGGING_EK = later(r"T0[0-9]{4}(?![0-9A-Za-z])")
_MARK_BEFORE = later(r"[1-9][0-9]?(?=20[0-9]{2}[ADPZ][0-9]{5}(?![0-9A-Za-z]))")
_BEHIND = later(r"[0-9]{0,3}")
_NO_END = later(r"(?!ISSN)[A-Za-z_0-9]")

# "Activiteitnummer:       2015A01320"
_OWN_LABEL = later(r"(?:[Dd]ocument|[Zz]aak|[Aa]ctiviteit|[Aa]gendapunt)nummer:?\s{0,60}$")
_SUBMITTED = later(r"\s{0,40}\(ingezonden\b")
_COMMITMENT = later(r"[Tt]oezegging|toegezegd|TOEZEGGING|nakoming")

RULES = (
    Rule("tweede-kamer.number", "de brief 2022D29586 van de minister", ("2022D29586",)),
    Rule("tweede-kamer.torn", "het document 2022D\n29586 over zorg", ("2022D29586",)),
    Rule("tweede-kamer.note-mark", "in 2022D2958612 staat dat", ("2022D29586",)),
    Rule("tweede-kamer.own", "Activiteitnummer:   2015A01320", ("2015A01320",)),
    Rule("tweede-kamer.toezegging", "afgedaan (TZ202504–026)", ("TZ202504-026",)),
    Rule("tweede-kamer.toezegging-ek", "de toezegging T03120 is gedaan", ("T03120",)),
)


def parse_number(text: str, start: int, end: int) -> Iterator[Mention]:
    """The document, case, activity or agenda point whose number begins at ``start``.

    >>> [m.id for m in parse_number("zie 2021Z02062.", 4, 14)]
    ['2021Z02062']
    """
    if mark := _MARK_BEFORE.match(text, start):
        if text[start - 1 : start] != "\n":
            return
        start = mark.end()
    match = _KAMERNUMMER.match(text, start)
    if match is None:
        return
    behind = _BEHIND.match(text, match.end())
    extra = len(behind[0]) if behind else 0
    if extra > 2 or _NO_END.match(text, match.end() + extra):
        return
    number = _number(match[0])
    if number is None:
        return
    role = _role(text, *match.span())
    rule, reason = "tweede-kamer.number", None
    if role is Role.OWN:
        rule = "tweede-kamer.own"
    elif extra or mark:
        rule = "tweede-kamer.note-mark"
        place = "behind" if extra else "before"
        reason = f"the digits {place} the number are taken for a footnote mark"
    elif len(match[0]) > 10:
        rule = "tweede-kamer.torn"
    yield Mention(KIND, Span(*match.span()), match[0], rule, number, role, reason=reason)


def parse_toezegging(text: str, start: int, end: int) -> Iterator[Mention]:
    """The commitment to either chamber whose number begins at ``start``.

    >>> [m.id for m in parse_toezegging("toezegging TZ202501-\\n126", 11, 20)]
    ['TZ202501-126']
    """
    rule = "tweede-kamer.toezegging"
    match = _TOEZEGGING.match(text, start)
    if match is None:
        rule = "tweede-kamer.toezegging-ek"
        match = _TOEZEGGING_EK.match(text, start)
        if match is None or not _COMMITMENT.search(text, max(0, start - 300), start + 100):
            return
    if number := _number(match[0]):
        yield Mention(KIND, Span(*match.span()), match[0], rule, number)


def _number(printed: str) -> Nummer | None:
    try:
        return parse(re.sub(r"(?<=[ADPZ])[-\u00ad\u2010]", "", printed))
    except CitationError:
        return None


def _role(text: str, start: int, end: int) -> Role:
    """The document's own number stands under its label, or opens a list of questions."""
    if _OWN_LABEL.search(text, max(0, start - 90), start) or _SUBMITTED.match(text, end):
        return Role.OWN
    if start < 400 and not text[:start].strip():
        return Role.OWN
    label = label_of(text, start)
    return Role.OWN if label is not None and not label.yours else Role.CITED


RECOGNISERS = (
    Recogniser(
        KIND,
        r"\b20\d\d[ADPZ](?:\d{5}|[-\s\xad])|\b[1-9]\d?20\d\d[ADPZ]\d{5}\b",
        parse_number,
        rules=RULES[:4],
    ),
    Recogniser(
        "toezegging-number",
        rf"\bTZ20\d{{4}}\s?{DASH}|\bT0\d{{4}}\b",
        parse_toezegging,
        rules=RULES[4:],
    ),
)
