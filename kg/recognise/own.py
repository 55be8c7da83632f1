"""The number a paper carries itself: in its title block, at its pages' feet, under its text.

A paper of the Kamer prints its dossier and "Nr. 271" in its head, "Tweede Kamer, vergaderjaar
2022–2023, 34 352, nr. 271" at the foot of every page and "kst-34352-271" above the ISSN; one of the
Eerste Kamer has a letter in its head ("L   BRIEF VAN DE MINISTER"). None of these cites anything,
nor does its own dossier ("Begroting Buitenlandse Zaken (36410-V)" on paper 36410-V-48).
Everything is told from the lines around: a foot fills its line but for a page number, a footnote in
the same words has its label before it and says more. Whatever else in the text has an own number is
the document's own too.

Source: the layout of the papers on https://zoek.officielebekendmakingen.nl since 1995.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.identifiers.dossier import ROMAN_CHAPTER, Dossier
from kg.identifiers.kamerstuk import Kamerstuk
from kg.model import Mention, Role, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.kamerstuk_mentions import paper

_B = "[ \t\u00a0]"
_TRIGGER = "(?m:^[ \\t\u00a0]*(?:N[Rr]\\.|[Nn]ummer)[ \\t\u00a0]*\\d)"
_NUMBER = later(
    rf"{_B}*(?P<label>(?:N[Rr]\.|[Nn]ummer){_B}{{0,4}}(?P<nr>\d{{1,4}}[a-z]?))(?![\w.,]?\d)",
    re.ASCII,
)
# "L   BRIEF VAN DE MINISTER": what the Eerste Kamer's papers call themselves, behind their letter
_PAPER_NAME = (
    "(?:(?:NADERE?|GEWIJZIGDE?|VOORLOPIGE?|DERDE|TWEEDE|KORTE|LIJST)[ \u00a0])?"
    "(?:BRIE(?:F|VEN)|(?:EIND)?VERSLAG|MEMORIE|NOTA|MOTIE|VOORSTEL|VRAGEN|ADVIES|REACTIE|ANTWOORD"
    "|JAARVERSLAG|BESLUIT|NOTITIE|OVERZICHT|VAN[ \u00a0](?:VRAGEN|BESLUITEN))\\b"
)
_LETTERED_TRIGGER = f"(?m:^[ \\t\u00a0]*[A-Z]{{1,3}}\\s\\s*{_PAPER_NAME})"
_LETTERED = later(
    rf"{_B}*(?P<label>(?P<nr>[A-Z]{{1,3}}))"
    rf"(?:{_B}{{1,80}}|{_B}{{0,80}}\r?\n\s{{0,200}}){_PAPER_NAME}"
)
_BLANKS = later(r"\D")
_CHAPTER = rf"(?P<toevoeging>{ROMAN_CHAPTER}|[A-L]|(?<=-)\d\d)"
_SERIES = later(
    rf"^{_B}{{0,80}}(?P<number>[1-3]\d{_B}?\d{{3}})"
    rf"(?:(?:{_B}{{0,2}}-?{_B}?|{_B}{{0,9}}\r?\n{_B}{{0,80}}(?=[A-Z]{{1,6}}\s{{0,80}}$))"
    rf"{_CHAPTER}(?=[\s(]))?"
    rf"(?:{_B}?-?\(R{_B}?\d{{3,4}}\))?(?:{_B}{{0,80}}$|{_B}{{1,80}}(?=[A-Z]))",
    re.MULTILINE | re.ASCII,
)
_PAPER = ("Vergaderjaar", "vergaderjaar", "Staten-Generaal", "STATEN-GENERAAL", "Kamerstukken")
_FIRST_CHAMBER, _SECOND_CHAMBER = "eerste kamer der staten", "tweede kamer der staten"
_HEAD = 2500  # how far above its number a title block can begin
_TOP = 600  # how far down the first line of a paper can stand

_FOOT = later(r"(?:Tweede|Eerste)\s+Kamer,?\s+vergaderjaar\b")
# A title block read as one citation, for want of a line between
_BLOCK = later(
    r"(?:Tweede|Eerste)\s+Kamer\s+der\s+Staten-Generaal\s*\n\s*Vergaderjaar\b", re.IGNORECASE
)
_PLACE = later(r"(?:^|\s)['’‘`]s[- ]Gravenhage,?\s{1,3}\d{4}\s*$")
_UNDER = later(r"\s{0,80}(?:ISSN\b|['’‘`]s[- ]Gravenhage\b)")
_ABOUT_ITSELF = later(r"(?:heeft als identifier|informatie over de publicatie)\s{1,40}[\"“]?$")
_PAPERS = ("kamerstuk", "aanhangsel", "handelingen")
_FEW = 2  # a document is one paper, at most two bound together; a list of sources names more

_RULES = (
    Rule(
        "kamerstuk.title-block",
        "Vergaderjaar 2022–2023\n\n34 352\n\nUitvoering van de wet\n\nNr. 271\n",
        ("kst-34352-271",),
    ),
    Rule(
        "kamerstuk.title-letter",
        "Eerste Kamer der Staten-Generaal\n1\nVergaderjaar 2020–2021\n35 526\nL  BRIEF VAN X",
        ("kst-35526-L",),
    ),
)


def parse(text: str, start: int, end: int) -> Iterator[Mention]:
    """The paper whose title block ends with the number at ``start``, as the text's own.

    >>> block = "Vergaderjaar 2022–2023\\n34 352\\nUitvoering\\nNr. 271\\n"
    >>> [(m.id, m.surface, m.role.value) for m in parse(block, 41, 48)]
    [('kst-34352-271', 'Nr. 271', 'own')]
    """
    match = _NUMBER.match(text, start)
    if match is not None and not match["nr"].startswith("0"):
        yield from _own(text, match, "kamerstuk.title-block")


def parse_lettered(text: str, start: int, end: int) -> Iterator[Mention]:
    """The Eerste Kamer's paper whose title block ends with the letter at ``start``.

    >>> block = "Eerste Kamer der Staten-Generaal\\n35 526\\nL\\tBRIEF VAN DE MINISTER"
    >>> [(m.id, m.surface) for m in parse_lettered(block, 40, 47)]
    [('kst-35526-L', 'L')]
    """
    match = _LETTERED.match(text, start)
    above = text[max(0, start - _HEAD) : start].lower()
    if match is not None and above.rfind(_FIRST_CHAMBER) >= above.rfind(_SECOND_CHAMBER):
        yield from _own(text, match, "kamerstuk.title-letter", "ek")


def _own(
    text: str, match: re.Match[str], rule: str, chamber: str | None = None
) -> Iterator[Mention]:
    """The paper with the number that was read and the dossiers above it."""
    lines = _lines_above(text, match.start())
    if not lines:
        return
    series = [Dossier(_BLANKS.sub("", line["number"]), line["toevoeging"]) for line in lines]
    first, further = series[0], tuple(dict.fromkeys(one.id for one in series[1:]))
    value = paper(first.number, match["nr"], first.toevoeging, None, chamber, further)
    span = Span(*match.span("label"))
    whole = Span(lines[0].start("number"), span.end)
    yield Mention("kamerstuk", span, span.of(text), rule, value, Role.OWN, whole)


def _lines_above(text: str, start: int) -> list[re.Match[str]]:
    """The lines with the dossiers of the title block that ends at ``start``.

    They stand below the last of the words that every paper has in its head, or else above it.
    """
    above = max(0, start - _HEAD)
    word = max(text.rfind(word, above, start) for word in _PAPER)
    if word < 0:
        return []
    below = list(_SERIES.finditer(text, word, start))
    return below or list(_SERIES.finditer(text, above, word))


def mark(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, those of the document's own numbers with the role ``own``.

    >>> foot = "Tweede Kamer, vergaderjaar 2022–2023, 34 352, nr. 271"
    >>> from kg.identifiers.kamerstuk import Kamerstuk
    >>> own = Kamerstuk("34352", "271")
    >>> mention = Mention("kamerstuk", Span(0, 53), foot, "kamerstuk.dossier-nr", own)
    >>> [m.role.value for m in mark(foot + "   2\\n", [mention])]
    ['own']
    """
    own_role = Role.OWN
    papers = [(m, m.id) for m in mentions if m.kind in _PAPERS]
    own = {m.id for m in mentions if m.role is own_role}
    own.update(one for m, one in papers if one not in own and _is_certain(text, m, one))
    feet = Counter(one for m, one in papers if one not in own and _is_foot(text, m))
    if len(feet) <= _FEW:
        own.update(feet)
    own.discard(None)
    # The dossier it lies in: "Begroting Buitenlandse Zaken (36410-V)" on paper 36410-V-48.
    own.update(
        m.value.series.id for m, one in papers if one in own and isinstance(m.value, Kamerstuk)
    )
    if not own:
        return tuple(mentions)
    cited = Role.CITED
    return tuple([
        replace(m, role=own_role) if m.role is cited and m.id in own else m for m in mentions
    ])


def _is_certain(text: str, mention: Mention, identifier: str | None) -> bool:
    """Whether the place alone shows that the number is the document's own."""
    if _FOOT.match(mention.surface):
        return _PLACE.search(_before(text, mention)) is not None
    if _BLOCK.match(mention.surface):
        return True
    if mention.surface == identifier:
        before = _before(text, mention)
        if _UNDER.match(text, mention.span.end) or _ABOUT_ITSELF.search(before):
            return True
    return _is_first_line(text, mention)


def _before(text: str, mention: Mention) -> str:
    return text[max(0, mention.span.start - 60) : mention.span.start]


def _is_first_line(text: str, mention: Mention) -> bool:
    """Whether a bare number fills a line at the very top: ``36169-31`` above a motion."""
    if mention.span.start > _TOP or not mention.rule.startswith("kamerstuk.bare"):
        return False
    before, after = _line_around(text, mention.span)
    return not before and not after and text[: mention.span.start].count("\n") < 12


def _is_foot(text: str, mention: Mention) -> bool:
    """Whether a citation fills its line but for a page number behind it."""
    if not _FOOT.match(mention.surface):
        return False
    before, after = _line_around(text, mention.span)
    return not before and (not after or (after.isdigit() and len(after) < 4))


def _line_around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a span on its line, stripped, at most 200 characters each."""
    before = text[max(0, span.start - 200) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + 200].partition("\n")[0]
    return before.strip(), after.strip()


RECOGNISERS = (
    Recogniser("own", _TRIGGER, parse, rules=_RULES[:1]),
    Recogniser("own-letter", _LETTERED_TRIGGER, parse_lettered, rules=_RULES[1:]),
)
