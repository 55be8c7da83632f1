"""Letters named by their kenmerk, and the document's own kenmerk in its letterhead.

Read are: the word "kenmerk" with a reference behind it; a reference under the label "Kenmerk" or
"Ons kenmerk" (the document's own) or "Uw kenmerk" (the letter it answers); a reference whose shape
alone tells it, as ``(DGLGS/89794048)`` or the circular ``MG 2000-03``; and the number of a letter
named by its date. A number of the Tweede Kamer or of a Kamerstuk behind the word is left to its own
recogniser; the number of a decision ("het besluit van 3 mei 2001, nr. WJZ / 12354959") names no
letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.identifiers import Identifier, kind_of, parse_id, tweede_kamer
from kg.identifiers.grammar import BLANK, GAP, TORN
from kg.identifiers.kenmerk import REFERENCE, Kenmerk, compact, is_reference, is_strong
from kg.model import Mention, Role, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.letterhead import Labelled, label_of, labelled_at
from kg.recognise.marks import REASON, is_note
from kg.text import MONTH

KIND = "kenmerk"

_WORD = later(
    r"(?P<own>(?<![A-Za-z])[Oo]ns\s{1,9})?(?P<word>[Kk]en" + TORN + r"merk(?P<plural>en)?"
    r"(?:nummer|nr\.?)?|[Rr]eferentie|KENMERK)\b"
)
# "kenmerk: nr. X", "kenmerk besluit X", "kenmerk X en Y"
_BEHIND = later(
    rf"{GAP}(?:[:|(\[]{GAP})?+(?:(?:nr|no|nummer|besluit|brief)\b\.?{GAP}:?{GAP})?+"
    # "GMT/G 2595309": letters and strokes, a blank, the number
    rf"(?P<reference>[A-Z]{{2,8}}(?:/[A-Za-z&]{{1,8}}){{1,3}}{BLANK}[0-9]{{5,8}}\b|{REFERENCE})"
)
_DAY = rf"[0-9]{{1,2}}{GAP}(?:{MONTH})(?:{GAP}(?:19|20)[0-9]{{2}}|{GAP}jl\.?)?"
# "X en Y", "X), van 10 mei 2011 (Y"
_NEXT = later(
    rf"{GAP}\)?{GAP}(?P<tie>,?{GAP}(?:en|of|respectievelijk)?){GAP}"
    rf"(?:(?:van|d\.d\.){GAP}{_DAY}{GAP},?{GAP}\(?)?(?P<reference>{REFERENCE})"
)
_REFERENCE = later(REFERENCE)
# "Regeling van de Minister van Justitie van 3 mei 2013, nr. X, houdende": the title of a regulation
# A program that joins lines prints the day and the kenmerk of a letterhead on one line.
_UNDER_DAY = later(r"\bDatum\s{0,3}:?\s{1,9}\d{1,2} \w{3,9} \d{4}\s{1,9}\Z")
_TITLE = later(
    r"^[#*\s]{0,9}(?:Regeling|Besluit|Beschikking|Aanwijzing|Circulaire|Beleidsregel|Wijziging)"
    r"(?:\s[a-zé,]{1,30}){0,6} (?:[Mm]inister|[Ss]taatssecretaris)[^\n]{0,200}$",
    re.MULTILINE,
)
_TITLE_WITHIN = 3000
_KAMERSTUK = later(r"[0-9]{5}(?:-(?:[IVX]{1,6}[A-E]?|[A-Z]|[0-9]{2}))?-[0-9]{1,4}")
_LETTER = later(
    r"\b(?:(?:[Kk]amer)?[Bb]rief|[Bb]rieven|[Ss]chrijven|[Kk]amervragen|[Aa]ntwoord(?:en)?"
    r"|[Cc]irculaires?|[Mm]ededeling(?:en)?|[Aa]anschrijving(?:en)?"
    r"|[Vv]oordracht|[Nn]ader\s{1,40}rapport)\b"  # by which a minister writes to the King
    r"(?:(?!\b(?:[Bb]esluit|[Rr]egeling|[Bb]eschikking|[Ww]et|[Aa]rrest)\b)[^.;]){0,120}$"
)
_DATED = later(
    rf"{_DAY}(?:{GAP}aan{GAP}[^,.;]{{3,40}})?{GAP},?{GAP}"
    rf"(?:[A-Za-z-]{{0,9}}[Dd]irectie{GAP}[^,.;]{{3,50}},{GAP})?\(?$"
)
_LETTER_NUMBER = later(
    r"(?:(?:[Nn]r|[Nn]ummer)\b\.?\s{0,3}|\()"
    rf"(?P<reference>[0-9]{{6,8}}(?![0-9/.-])|[A-Z]{{2,6}}[ \u00a0](?=[0-9]){REFERENCE}"
    rf"|[A-Z]{{2,8}}(?:/[A-Z]{{1,8}}){{1,3}}{BLANK}[0-9]{{2}}\.[0-9]{{5,7}}(?![0-9./-])"
    rf"|{REFERENCE})"
)
_NUMBER_BEFORE = later(r"\b(?:[Nn]r|[Nn]ummer)\b\.?\s{0,9}$")
_CIRCULAR = later(
    r"MG[ \u00a0]?(?P<number>(?:(?:19|20)[0-9]{2}|[89][0-9])-[0-9]{1,2})(?![0-9-])"
)
_NEXT_CIRCULAR = later(
    rf"{GAP}(?:,|;|en|,{GAP}en){GAP}(?P<number>(?:19|20)[0-9]{{2}}-[0-9]{{1,2}})(?![0-9-])"
)
# A footnote's mark behind the letters that end a reference: "1722926-208233-DICIO170"
_MARK = later(r"(?<=[A-Za-z])[1-9][0-9]{0,2}$")
_CLINGS = later(r"(?<=[A-Za-z0-9])\.[A-Z][a-z]+$")

RULES = (
    Rule(
        "kenmerk.word",
        "de brief van 10 juni, kenmerk 3382139-1030472-PG, over zorg",
        ("kenmerk:3382139-1030472-PG",),
    ),
    Rule(
        "kenmerk.list",
        "kenmerk 3382139-1030472-PG en 3465580-1039411-VGP",
        ("kenmerk:3382139-1030472-PG", "kenmerk:3465580-1039411-VGP"),
    ),
    Rule(
        "kenmerk.number",
        "Kenmerk 35334-329/2025D04649.",
        ("kst-35334-329", "2025D04649"),
    ),
    Rule("kenmerk.own", "Ons kenmerk\nDGLGS / 26814786\n", ("kenmerk:DGLGS/26814786",)),
    Rule("kenmerk.yours", "Uw kenmerk\n5284183\n\nGeachte", ("kenmerk:5284183",)),
    Rule("kenmerk.shape", "de brief (DGLGS/89794048) van", ("kenmerk:DGLGS/89794048",)),
    Rule(
        "kenmerk.letter-number",
        "In antwoord op uw brief van 5 maart 2024, nr. 5284183, deel ik mee",
        ("kenmerk:5284183",),
    ),
    Rule(
        "kenmerk.circular",
        "mijn circulaire van 18 februari 2000 (MG 2000-03) over de huren",
        ("kenmerk:MG2000-03",),
    ),
)


def parse_word(text: str, start: int, end: int) -> Iterator[Mention]:
    """The references behind the word "kenmerk" on its own line.

    >>> [m.id for m in parse_word("kenmerk: 5401166.", 0, 7)]
    ['kenmerk:5401166']
    """
    word = _WORD.match(text, start)
    if word is None or labelled_at(text, word.start("word")) is not None:
        return
    first = _BEHIND.match(text, word.end())
    if first is None or (word["word"].lower() == "referentie" and not word["own"]):
        return
    if _is_other(compact(first["reference"])):
        yield from _numbers(start, first)
        return
    spans = list(_references(text, first, strict=bool(word["plural"])))
    if not spans:
        return
    role = _role(text, word, spans[-1].end)
    rule = "kenmerk.own" if role is Role.OWN else "kenmerk.word"
    whole = Span(start, spans[-1].end)
    for span in spans:
        yield _mention(text, span, rule, role, whole)
        rule = "kenmerk.list"


def _references(text: str, first: re.Match[str], *, strict: bool) -> Iterator[Span]:
    """The first reference and those that a list adds; what is another kind's number ends it."""
    found: re.Match[str] | None = first
    while found is not None:
        reference = compact(found["reference"])
        if not is_reference(reference) or _is_other(reference):
            return
        if (strict or found is not first) and not is_strong(reference):
            if found is first or not _is_alike(first, found):
                return
        start = found.start("reference")
        yield Span(start, _end(text, start, found.end("reference")))
        found = _NEXT.match(text, found.end())


def _is_alike(first: re.Match[str], further: re.Match[str]) -> bool:
    """Whether a further reference of a list has the shape of the first, digit for digit."""
    shapes = [re.sub(r"[0-9]", "9", compact(found["reference"])) for found in (first, further)]
    return further["tie"].strip() != "" and shapes[0] == shapes[1] and len(shapes[0]) > 5


def _end(text: str, start: int, end: int) -> int:
    """Where a reference ends, the punctuation after it and a sentence that clings to it left out.

    "nr. AD97/U521.Het voorstel" ends before the full stop.
    """
    printed = _CLINGS.sub("", text[start:end])
    return start + len(printed.rstrip(" \t\r\n.,;:-/_"))


def _is_other(reference: str) -> bool:
    """Whether it is a number of the Tweede Kamer or of a Kamerstuk, or holds one."""
    parts = reference.split("/")
    return any(tweede_kamer.is_valid(p) or _KAMERSTUK.fullmatch(p) for p in parts)


def _numbers(start: int, match: re.Match[str]) -> Iterator[Mention]:
    """The numbers of other kinds that stand in place of a kenmerk: "35334-329/2025D04649"."""
    if "/" not in match["reference"]:
        return
    whole = Span(start, match.end())
    for part in re.finditer(r"[0-9A-Z-]{4,20}", match["reference"]):
        identifier: Identifier | None = None
        if _KAMERSTUK.fullmatch(part[0]):
            identifier = parse_id(f"kst-{part[0]}")
        elif tweede_kamer.is_valid(part[0]):
            identifier = parse_id(part[0])
        if identifier is not None:
            offset = match.start("reference")
            span = Span(offset + part.start(), offset + part.end())
            kind = kind_of(identifier)
            yield Mention(kind, span, part[0], "kenmerk.number", identifier, citation=whole)


def _role(text: str, word: re.Match[str], end: int) -> Role:
    """The letterhead prints "Ons kenmerk: X" or, alone on its line, "Kenmerk: X"."""
    if word["own"] or _in_title(text, word.start()):
        return Role.OWN
    line_start = text.rfind("\n", 0, word.start()) + 1
    before = text[max(line_start, word.start() - 40) : word.start()]
    alone = word["word"][0] == "K" and (not before.strip(" \t*#|") or _UNDER_DAY.search(before))
    line_end = text.find("\n", end)
    after = text[end : line_end if line_end >= 0 else len(text)][:40]
    return Role.OWN if alone and not after.strip(" \t\r*|\\") else Role.CITED


def _in_title(text: str, start: int) -> bool:
    """Whether ``start`` stands in the title of the regulation that the document is."""
    return start < _TITLE_WITHIN and bool(_TITLE.search(text, max(0, start - 300), start))


def parse_label(text: str, start: int, end: int) -> Iterator[Mention]:
    """The reference under a label of the letterhead.

    >>> [(m.id, m.role.value) for m in parse_label("Kenmerk\\n5303168", 0, 7)]
    [('kenmerk:5303168', 'own')]
    """
    labelled = labelled_at(text, start)
    if labelled is None or _is_other(labelled.reference):
        return
    yield _labelled_mention(text, labelled)
    if labelled.yours and (more := _NEXT.match(text, labelled.span.end)):
        reference = compact(more["reference"])
        if is_reference(reference) and not _is_other(reference) and "\n" not in more[0]:
            span = Span(more.start("reference"), more.start("reference") + len(more["reference"]))
            yield _mention(text, span, "kenmerk.yours", Role.CITED)


def _labelled_mention(text: str, labelled: Labelled) -> Mention:
    if labelled.yours:
        return _mention(text, labelled.span, "kenmerk.yours", Role.CITED)
    return _mention(text, labelled.span, "kenmerk.own", Role.OWN)


def parse_shape(text: str, start: int, end: int) -> Iterator[Mention]:
    """A reference that its shape alone tells; the one under a label is read with its label.

    >>> [m.id for m in parse_shape("(DGLGS / 89794048)", 1, 17)]
    ['kenmerk:DGLGS/89794048']
    """
    match = _REFERENCE.match(text, start)
    if match is None or not is_strong(compact(match[0])) or label_of(text, start) is not None:
        return
    span = Span(start, _end(text, start, match.end()))
    role = Role.OWN if _alone(text, span) or _in_title(text, start) else Role.CITED
    number = _NUMBER_BEFORE.search(text, max(0, start - 20), start)
    if role is Role.CITED and number and not _is_letter(text, number.start()):
        return
    yield _mention(text, span, "kenmerk.own" if role is Role.OWN else "kenmerk.shape", role)


def _alone(text: str, span: Span) -> bool:
    """Whether it stands alone in the last column of its line, as at the head of every page."""
    start = text.rfind("\n", max(0, span.start - 300), span.start) + 1
    end = text.find("\n", span.end)
    before = text[start : span.start]
    after = text[span.end : end if end >= 0 else len(text)][:80]
    return not after.strip() and (not before.strip() or before.endswith(("  ", "\t")))


def parse_letter_number(text: str, start: int, end: int) -> Iterator[Mention]:
    """The number of a letter named by its date: "uw brief van 5 maart 2024, nr. 5284183".

    >>> text = "uw brief van 5 maart 2024, nr. 5284183"
    >>> [m.id for m in parse_letter_number(text, 27, 31)]
    ['kenmerk:5284183']
    """
    match = _LETTER_NUMBER.match(text, start)
    if match is None or not _is_letter(text, start):
        return
    reference = compact(match["reference"])
    digits = sum(map(str.isdigit, reference))
    if is_reference(reference) and (digits > 6 or reference.isdigit() or reference[0].isupper()):
        at = match.start("reference")
        span = Span(at, _end(text, at, match.end("reference")))
        yield _mention(text, span, "kenmerk.letter-number", Role.CITED)


def _is_letter(text: str, start: int) -> bool:
    """Whether a letter's date stands right before ``start``: "de brief van 5 maart 2024, "."""
    if not _DATED.search(text, max(0, start - 80), start):
        return False
    return _LETTER.search(text, max(0, start - 180), start) is not None


def parse_circular(text: str, start: int, end: int) -> Iterator[Mention]:
    """The ministry's circulars to municipalities that begin at ``start``: "MG 2000-03 en 2001-04".

    >>> [m.id for m in parse_circular("MG 2000-03 en 2001-04", 0, 10)]
    ['kenmerk:MG2000-03', 'kenmerk:MG2001-04']
    """
    first = _CIRCULAR.match(text, start)
    if first is None:
        return
    found = [first]
    while len(found) < 40 and (more := _NEXT_CIRCULAR.match(text, found[-1].end())):
        found.append(more)
    whole = Span(start, found[-1].end())
    for match in found:
        span = Span(match.start("number") if match is not first else start, match.end())
        value, surface = Kenmerk(f"MG{match['number']}"), span.of(text)
        yield Mention(KIND, span, surface, "kenmerk.circular", value, citation=whole)


def _mention(
    text: str, span: Span, rule: str, role: Role, citation: Span | None = None
) -> Mention:
    surface = span.of(text)
    reason, mark = None, _MARK.search(surface)
    if mark is not None and is_note(text, mark[0], span.end):
        span = Span(span.start, span.end - len(mark[0]))
        surface = span.of(text)
        reason = REASON
    value = Kenmerk(compact(surface))
    return Mention(KIND, span, surface, rule, value, role, citation, reason=reason)


_TRIGGER = r"\b[Kk]en(?:merk|-\s|\xad)|\bKENMERK\b|\b[Oo]ns [Kk]enmerk|\b[Rr]eferentie\b"

RECOGNISERS = (
    Recogniser("kenmerk", _TRIGGER, parse_word, rules=RULES[:3]),
    Recogniser("kenmerk-label", _TRIGGER, parse_label, layer="letterhead", rules=RULES[3:5]),
    Recogniser(
        "kenmerk-shape",
        r"\b\d{6,7}-\d{5,7}-[A-Z]|\b[A-Z][A-Za-z&]{1,9}(?:-[A-Z][A-Za-z]{0,7}){0,2} ?/ ?\d{7,9}\b"
        r"|\bI(?:EN|en)[WM]/BSK-20\d\d/\d{3,6}\b",
        parse_shape,
        rules=RULES[5:6],
    ),
    Recogniser(
        "kenmerk-letter",
        r"\b[Nn](?:r|ummer)\b\.?\s{0,3}(?:\d{4}-\d{6}|\d{6,8}\b|[A-Z][A-Za-z&/.-]{0,11} ?\d)"
        r"|\([A-Z]{1,8}\d\d(?:\d\d)?/[A-Z]?\d",
        parse_letter_number,
        rules=RULES[6:7],
    ),
    Recogniser(
        "kenmerk-circular", r"\bMG[ \xa0]?\d\d(?:\d\d)?-\d", parse_circular, rules=RULES[7:]
    ),
)
