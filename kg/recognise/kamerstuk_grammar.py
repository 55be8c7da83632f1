"""The grammar of a Kamerstuk from its dossier on: units, number, list, pages.

``36 600 XV, nrs. 12 en 14-16, p. 3`` is a unit (dossier and toevoeging), the first number, the
rest of the list and a page. Everything is read with ``pattern.match(text, position)``; every
repetition is bounded and every gap possessive, so that no input takes more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.identifiers.dossier import ROMAN_CHAPTER, is_budget
from kg.identifiers.grammar import BLANK, DASH, GAP, even

_SOME = rf"(?:{BLANK}{{1,80}}+(?:\n{BLANK}{{0,160}}+)?+|\n{BLANK}{{0,160}}+)"
# Text made from XML may break its line before each element: nothing else stands between.
_WIDE = rf"(?:{BLANK}|\n){{0,240}}+"
_NO_LETTER = r"(?![A-Za-z0-9À-ÿ])"
_MONTH = (
    rf"(?:{GAP}(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|ju[nl]i|aug(?:ustus)?|"
    r"sept(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)"
)
YEARS = (
    rf"['’‘]?(?P<years>(?:(?:1[89]|2 ?0) ?\d ?\d|\d\d(?=['’]?{GAP}/)){GAP}(?:{DASH}|/){{1,2}}{GAP}"
    rf"['’‘]?\d{{2,4}}(?!\d)|(?:1[89]|20)\d\d(?:1[89]|20)\d\d(?!\d))"
)
"""Two years of a vergaderjaar, in the group ``years``."""

NR = r"(?:[Nn](?:[Rr]|[Oo])s?|NRS?|[Nn]ummers?|[Nn][°º])(?![A-Za-z])(?:\.?[:,]?)|#"
"""The word before an ondernummer: ``nr.``, ``nrs.``, ``no.``, ``nummer``, ``#``."""

_DIGITS = rf"[1-9]\d(?:\.|{GAP})\d{{3}}(?!\d)|[1-9](?:\.|{_SOME})\d{{3}}(?!\d)"
_TOEVOEGING = (
    rf"(?:{GAP}{DASH}{GAP}|\.{GAP}|/|{GAP},?{GAP}(?:[Hh]oofdstuk|[Hh]fd?st\.?){GAP}|{GAP})"
    rf"(?P<chapter>{ROMAN_CHAPTER}|[A-Z]){_NO_LETTER}(?!['’]|\.[A-Z])"
    rf"|{GAP}\((?P<bracket>{ROMAN_CHAPTER})\)|{GAP}{DASH}{GAP}(?P<two>\d\d)(?!\d)"
)
_RIJKSWET = rf"(?:{GAP}{DASH}?{GAP}\(?R{GAP}\d{{3,4}}(?!\d)\)?)?"
_UNIT = re.compile(rf"(?P<number>{_DIGITS})(?:{_TOEVOEGING})?{_RIJKSWET}")
_OLD_UNIT = re.compile(r"(?P<number>(?!1[89]|20)[1-9]\d{3})(?!\d)(?P<chapter>)(?P<two>)")
_TORN_UNIT = re.compile(r"(?P<number>[1-9](?: ?\d){4})(?! ?\d)(?P<chapter>)(?P<two>)")
_NEXT_UNIT = re.compile(
    rf"{GAP}(?:[,;/&+]|en\b|jo\b\.?|resp\b\.?|alsmede\b)(?:{GAP}(?:en|nrs?\.)\b)?{GAP}(?=[1-9])"
)

_COUNT = r"(?:[1-9]\.\d{3}(?!\d)|\d{1,4}(?:[a-z](?![A-Za-z0-9]))?(?!\d))"
_LETTERS = rf"[A-Z]{{1,2}}{_NO_LETTER}"
_ENDS = rf"(?={GAP}(?:[);:,\]»”\"]|\.(?!\d)|en\b|$|p\b|blz\b|pag)|{BLANK}{{0,80}}+\n)"
_NOT_LETTERS = r"(?!(?:EK|TK|EU|AO|CD|VN|NR|PG|NL|WO|EG)\b)"
_NUMBER = re.compile(
    rf"(?:{GAP}[,(]{GAP}{YEARS}\)?)?(?:"
    rf"{_WIDE}[,;:.]?{_WIDE}\(?(?:(?:op|onder|met){GAP})?(?:stuk(?:ken)?{GAP})?"
    rf"(?P<word>{NR}){_WIDE}(?P<nr>{_COUNT}|{_LETTERS})"
    rf"|{GAP}{DASH}{GAP}(?P<dash>\d{{1,4}}[a-z]?){_NO_LETTER}(?!{DASH}\d|{_MONTH})"
    rf"|/(?!(?:19|20)\d\d(?!\d))(?P<slash>\d{{1,4}}){_NO_LETTER}(?![/-])"
    rf"|;(?P<semicolon>\d{{1,4}}){_NO_LETTER}"
    rf"|{GAP},{GAP}(?P<comma>\d{{1,4}}[a-z]?){_NO_LETTER}{_ENDS}"
    rf"|{GAP},{GAP}{_NOT_LETTERS}(?P<letters>[A-Z]{{1,2}}){_NO_LETTER}(?!\.{GAP}[A-Z]|['’/-])"
    rf"|(?P<space>{_SOME})(?P<count>\d{{1,4}}){_NO_LETTER}(?![.,]\d|{_MONTH}|{GAP}%)"
    r")"
)
_ALONE = re.compile(rf"(?:(?P<word>{NR}){GAP})?(?P<nr>{_COUNT})")
_MORE = re.compile(
    rf"(?:{GAP}(?P<comma>[,;/]))?{GAP}(?P<en>(?:en|&|\+|resp\.|respectievelijk|alsmede|of)(?=\W))?"
    rf"{GAP}(?:(?:op|onder){GAP})?(?:stuk(?:ken)?{GAP})?(?:(?P<word>{NR}){GAP})?"
    rf"(?!(?:1[89]|20)\d\d{GAP}(?:/|{DASH}))(?P<nr>{_COUNT}|{_LETTERS})"
    rf"(?!{_SOME}\d{{3}}(?!\d)|\.\d|{_MONTH}|{DASH}\d{{5}})"
)
_CLOSED = re.compile(
    rf"(?:{GAP},{GAP}\d{{1,4}}(?!\d)){{0,8}}+{GAP}(?:en|&){GAP}\d{{1,4}}(?![\d/]|{_MONTH})"
)
_RANGE = re.compile(
    rf"{GAP}(?P<between>{DASH}{{1,2}}|t/m|tot{GAP}en{GAP}met){GAP}(?:(?:{NR}){GAP})?"
    rf"(?P<nr>\d{{1,4}})(?!\d|{DASH}\d|{_SOME}\d{{3}}(?!\d)|{_MONTH})"
)
_PAGES = re.compile(
    rf"{GAP},?{GAP}\(?(?:pp?\b\.?|pag(?:ina(?:['’]?s)?)?\b\.?|blz\b\.?|bladzijden?\b)[:.]?{GAP}"
    rf"(?P<pages>\d{{1,4}}(?!\d)(?:{GAP}(?:{DASH}|,|en\b|t/m){GAP}\d{{1,4}}"
    rf"(?!\d|{_SOME}\d{{3}}(?!\d))){{0,6}})"
)
_MOST_UNITS = 8
_MOST_NUMBERS = 60
_WIDEST_RANGE = 50


@dataclass(frozen=True, slots=True)
class Unit:
    """A dossier with its toevoeging as printed, and where it stands."""

    number: str
    toevoeging: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """An ondernummer in normal form, and the stretch that prints it."""

    ondernummer: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands at a place: dossiers, the numbers of the first of them, pages, the end.

    ``form`` says how the number is tied to its dossier: ``nr``, ``dash``, ``slash``,
    ``semicolon``, ``comma``, ``letters``, ``space``, or ``dossier`` where there is none.
    """

    units: tuple[Unit, ...]
    numbers: tuple[Numbered, ...]
    form: str
    end: int
    pages: str | None = None
    years: str | None = None


def read(text: str, position: int, *, old: bool = False) -> Reading | None:
    """The Kamerstuk or dossier whose first digit stands at ``position``; ``None`` when none does.

    ``old`` takes numbers of four digits and torn ones too, which only a keyword makes certain.

    >>> reading = read("36 600 XV, nrs. 12 en 14", 0)
    >>> reading.units[0].toevoeging, [n.ondernummer for n in reading.numbers], reading.form
    ('XV', ['12', '14'], 'nr')
    """
    units: list[Unit] = []
    match = _UNIT.match(text, position)
    if match is None and old:
        match = _OLD_UNIT.match(text, position) or _TORN_UNIT.match(text, position)
    while match is not None:
        unit, found = _unit(text, match)
        units.append(unit)
        if found is not None:
            return _numbered(text, tuple(units), found)
        if unit.end < match.end():
            return _two_digits(tuple(units), match)
        step = _NEXT_UNIT.match(text, unit.end) if len(units) < _MOST_UNITS else None
        match = _UNIT.match(text, step.end()) if step else None
    return _dossiers(text, tuple(units)) if units else None


def numbers(text: str, position: int) -> tuple[Numbered, ...]:
    """The ondernummers that stand at ``position`` without a dossier; the list may be empty.

    >>> [n.ondernummer for n in numbers("nrs. 1136, 1140 en 1150", 0)]
    ['1136', '1140', '1150']
    """
    match = _ALONE.match(text, position)
    if match is None:
        return ()
    first = Numbered(_normal(match["nr"]), *match.span("nr"))
    return (first, *_rest(text, first, _is_plural(match["word"] or "")))


def _unit(text: str, match: re.Match[str]) -> tuple[Unit, re.Match[str] | None]:
    """The unit read, and the number behind it; two digits are its toevoeging only before one."""
    groups = match.groupdict()
    chapter = groups.get("chapter") or groups.get("bracket") or groups.get("two") or None
    number = re.sub(r"\D", "", match["number"])
    found = _NUMBER.match(text, match.end())
    if found is not None and found.lastgroup == "count" and not _is_roman(chapter):
        found = None
    if found is None and groups.get("two") and number != "21501":
        return Unit(number, None, match.start(), match.end("number")), None
    return Unit(number, chapter, match.start(), match.end()), found


def _is_roman(chapter: str | None) -> bool:
    return chapter is not None and not chapter.isdigit() and (len(chapter) > 1 or chapter in "IVX")


def _two_digits(units: tuple[Unit, ...], match: re.Match[str]) -> Reading:
    """``33043-76``: two digits with nothing behind them are the ondernummer."""
    count = Numbered(match["two"].lstrip("0") or "0", match.start("two"), match.end("two"))
    return Reading(units, (count,), "dash", count.end)


def _dossiers(text: str, units: tuple[Unit, ...]) -> Reading:
    """Dossiers alone; a last letter after one that is no budget is the Eerste Kamer's number."""
    last = units[-1]
    if last.toevoeging and last.toevoeging.isalpha() and len(last.toevoeging) == 1:
        if not is_budget(last.number):
            at = text.rindex(last.toevoeging, last.start, last.end)
            letter = Numbered(last.toevoeging, at, at + 1)
            bare = Unit(last.number, None, last.start, at)
            return Reading((*units[:-1], bare), (letter,), "letters", at + 1)
    return Reading(units, (), "dossier", last.end)


def _numbered(text: str, units: tuple[Unit, ...], match: re.Match[str]) -> Reading:
    form = match.lastgroup or "nr"
    first = Numbered(_normal(match[form]), match.start(form), match.end(form))
    plural = form == "nr" and _is_plural(match["word"])
    numbers, end = [first], first.end
    if form in ("nr", "comma", "letters"):
        for number in _rest(text, first, plural):
            numbers.append(number)
            end = number.end
    pages = _PAGES.match(text, end)
    return Reading(
        units,
        tuple(numbers),
        "space" if form == "count" else form,
        pages.end() if pages else end,
        even(pages["pages"]) if pages else None,
        match["years"],
    )


def _rest(text: str, first: Numbered, plural: bool) -> Iterator[Numbered]:
    """The numbers after the first: lists and ranges, as far as they are certain."""
    last = first
    for _ in range(_MOST_NUMBERS):
        span = _RANGE.match(text, last.end)
        if span is not None and _widens(last.ondernummer, span["nr"]):
            for between in range(int(last.ondernummer) + 1, int(span["nr"])):
                yield Numbered(str(between), *span.span("between"))
        else:
            span = _MORE.match(text, last.end)
            if span is None or not _continues(text, last, span, plural):
                return
        last = Numbered(_normal(span["nr"]), span.start("nr"), span.end("nr"))
        yield last


def _is_plural(word: str) -> bool:
    """``nrs.``, ``nummers``."""
    return word.rstrip(".:,").lower().endswith("s")


def _widens(first: str, last: str) -> bool:
    return first.isdigit() and 0 < int(last) - int(first) <= _WIDEST_RANGE


def _continues(text: str, last: Numbered, match: re.Match[str], plural: bool) -> bool:
    """Whether what follows is one more number of the list, and not the next thing told."""
    number = match["nr"]
    if number.isalpha() != last.ondernummer.isalpha():
        return bool(match["word"])
    if match["word"]:
        return bool(match["comma"] or match["en"])
    if number.isalpha():
        return match["en"] == "en" and len(number) <= len(last.ondernummer)
    if match["en"]:
        return plural or _grows(last, number)
    if not match["comma"] or (match["comma"] == "/" and not plural):
        return False
    if not _grows(last, number) and len(number) == 4:
        return False
    return plural or _CLOSED.match(text, match.end()) is not None


def _grows(last: Numbered, number: str) -> bool:
    """Numbers of one list mostly rise, and stay within one session's work."""
    return last.ondernummer.isdigit() and 0 < int(_digits(number)) - int(last.ondernummer) < 400


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number) or "0"


def _normal(number: str) -> str:
    """``0001`` is 1, ``1.892`` is 1892, ``188b`` stays."""
    return number.replace(".", "").lstrip("0") or "0"
