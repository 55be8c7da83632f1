"""The second half of a Kamerstuk's number: the ondernummers, lists and ranges of them, pages.

``nr. 12``, ``nrs. 2830, 2834 en 2854``, ``nr. 4 en nr. 6``, ``nrs. 1–3``; behind a dash, slash,
semicolon or comma; the Eerste Kamer's letters ``L``, ``BV``, ``nr. 188b``; ``p. 13-14``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.identifiers.grammar import BLANK, DASH, GAP, even
from kg.patterns import later
from kg.recognise.kamerstuk_units import NO_LETTER, NR, SOME, TAIL, WIDE
from kg.recognise.marks import REASON, without_mark

_SECOND_YEAR = rf"(?:20[ \u00a0]0\d\d(?={GAP},)|\d{{2,4}}(?!\d))"
YEARS = (
    rf"['’‘]?(?P<years>(?:(?:1[89]|2 ?0) ?\d ?\d|\d\d(?=['’]?{GAP}/)){GAP}(?:{DASH}|/){{1,2}}{GAP}"
    rf"['’‘]?{_SECOND_YEAR}|(?:1[89]|20)\d\d(?:1[89]|20)\d\d(?!\d))"
)
"""Two years of a vergaderjaar, in the group ``years``."""

_MONTH = (
    rf"(?:{GAP}(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|ju[nl]i|aug(?:ustus)?|"
    r"sept(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)"
)
_COUNT = r"(?:[1-9]\.\d{3}(?!\d)|\d{1,4}(?:[a-z](?![A-Za-z0-9]))?(?!\d))"
_LETTERS = rf"[A-Z]{{1,2}}{NO_LETTER}"
_ENDS = rf"(?={GAP}(?:[);:,\]»”\"]|\.(?!\d)|en\b|$|p\b|blz\b|pag)|{BLANK}{{0,80}}+\n)"
_NOT_LETTERS = r"(?!(?:EK|TK|EU|AO|CD|VN|NR|PG|NL|WO|EG)\b)"
_FIRST = later(
    rf"(?:{GAP}[,(]?{GAP}{YEARS}\)?)?(?:{GAP},?{GAP}(?:enz|e\.a|c\.a)\.)?"
    rf"(?:{GAP}\([A-Z][A-Za-z&]{{1,6}}\)(?={GAP},))?(?:"
    rf"{WIDE}(?:[,;:./]|{DASH})?{WIDE}\(?(?:(?:op|onder|met){GAP})?(?:stuk(?:ken)?{GAP})?"
    rf"(?P<word>{NR}){WIDE}(?P<nr>{_COUNT}|{_LETTERS})"
    rf"|{GAP}{DASH}{GAP}(?P<dash>\d{{1,4}}[a-z]?){NO_LETTER}(?!{DASH}\d|[.,]\d|{_MONTH}|{TAIL})"
    rf"|/(?!(?:19|20)\d\d(?!\d))(?P<slash>\d{{1,4}}){NO_LETTER}(?![/-]|[.,]\d|{TAIL})"
    rf"|;{GAP}(?P<semicolon>\d{{1,4}}){NO_LETTER}(?!{TAIL}){_ENDS}"
    rf"|{GAP},{GAP}(?P<comma>\d{{1,4}}[a-z]?){NO_LETTER}{_ENDS}"
    rf"|(?:{GAP},{GAP}|{GAP},?{GAP}[Ll]etters?{GAP}){_NOT_LETTERS}"
    rf"(?P<letters>[A-Z]{{1,2}}){NO_LETTER}(?!\.{GAP}[A-Z]|['’/-])"
    rf"|{SOME}(?P<space>\d{{1,4}}){NO_LETTER}(?![.,]\d|{_MONTH}|{GAP}%)"
    r")",
    re.ASCII,
)
_SPACED_LETTERS = later(rf"{SOME}(?P<letters>[A-Z]{{1,2}}){NO_LETTER}(?!\.{GAP}[A-Z]|['’/-])")
_ALONE = later(rf"(?:(?P<word>{NR}){WIDE})?(?P<nr>(?!0){_COUNT})(?!{TAIL})", re.ASCII)
_MORE = later(
    rf"(?:{GAP}\([A-Za-z][^()0-9\n]{{1,60}}\)(?={GAP}(?:,|;|en\b|&){GAP}(?:en{GAP})?(?:{NR})))?"
    rf"(?:{GAP}(?P<comma>[,;/]))?"
    rf"{GAP}(?P<en>(?:(?i:en)|&|\+|resp\.|respectievelijk|alsmede|of|jo\.)(?=\W))?"
    rf"{GAP}(?:(?:op|onder){GAP})?(?:stuk(?:ken)?{GAP})?(?:(?P<word>{NR}){GAP})?"
    rf"(?!(?:1[89]|20)\d\d{GAP}(?:/|{DASH}))(?P<nr>{_COUNT}|{_LETTERS})"
    rf"(?!{TAIL}|\.\d|{_MONTH}|{DASH}\d{{5}})",
    re.ASCII,
)
_CLOSED = later(
    rf"(?:{GAP},{GAP}\d{{1,4}}(?!\d)){{0,8}}+{GAP}"
    rf"(?:\)|(?:en|&){GAP}\d{{1,4}}(?![\d/]|{_MONTH}))",
    re.ASCII,
)
# "31066-1177, 1186 en 1202)": behind a dash a list counts where a bracket closes it
_DASHED = later(
    rf"(?:{GAP},{GAP}\d{{1,4}}){{0,8}}+{GAP}(?:en|&){GAP}\d{{1,4}}(?={GAP}[);])", re.ASCII
)
_RANGE = later(
    rf"{GAP}(?P<between>{DASH}{{1,2}}|t/m|tot{GAP}en{GAP}met){GAP}(?:(?:{NR}){GAP})?"
    rf"(?P<nr>\d{{1,4}})(?!\d|{DASH}\d|{TAIL}|{_MONTH})",
    re.ASCII,
)
_PAGES = later(
    rf"(?:{GAP},?{GAP}\([A-Za-z ]{{2,20}}\))?"
    rf"{GAP},?{GAP}\(?(?:pp?\b\.?|pag(?:ina(?:['’]?s)?)?\b\.?|blz\b\.?|bladzijden?\b)[:.]?{GAP}"
    rf"(?P<pages>\d{{1,4}}(?!\d)(?:{GAP}(?:{DASH}|,|en\b|t/m){GAP}\d{{1,4}}"
    rf"(?!\d|{TAIL})){{0,6}})",
    re.ASCII,
)
_PART = later(rf"{DASH}(?P<part>[bhn]\d{{1,2}}){NO_LETTER}", re.ASCII)
_MARKED = later(rf"{WIDE},?{WIDE}(?:{NR}){WIDE}(?P<nr>[1-9]\d{{4,6}})(?!\d|[.,]\d)", re.ASCII)
_MOST_NUMBERS = 60
_WIDEST_RANGE = 50
_WIDEST_STEP = 400


class Numbered(NamedTuple):
    """An ondernummer in normal form, the stretch that prints it, the pages given with it.

    ``part`` is ``b1``, ``h1`` or ``n1`` where an annex, reprint or correction is meant, ``reason``
    what is doubtful about it.
    """

    ondernummer: str
    start: int
    end: int
    pages: str | None = None
    part: str | None = None
    reason: str | None = None


class Numbers(NamedTuple):
    """The ondernummers at a place, how the first is tied to its dossier, the end, the years.

    ``form`` is ``nr``, ``dash``, ``slash``, ``semicolon``, ``comma``, ``letters`` or ``space``.
    """

    all: tuple[Numbered, ...]
    form: str
    end: int
    years: str | None = None


def read_numbers(text: str, position: int, *, series: bool = False) -> Numbers | None:
    """The numbers behind the dossier that ends at ``position``; ``None`` when there are none.

    ``series`` tells that the dossier is a Roman one, behind which a letter may stand without a
    comma.

    >>> [n.ondernummer for n in read_numbers(", nrs. 12 en 14-16, p. 3", 0).all]
    ['12', '14', '15', '16']
    """
    match = _FIRST.match(text, position)
    if match is None and series:
        return _spaced_letters(text, position)
    if match is None or match.lastgroup is None:
        return _marked(text, position)
    form = match.lastgroup
    first = with_part(text, Numbered(_normal(match[form]), *match.span(form)))
    run: tuple[Numbered, ...] = (first,)
    if form in ("nr", "comma", "letters") and first.part is None:
        run = (first, *_rest(text, first, _is_plural(match["word"])))
    elif form == "dash" and first.part is None:
        run = (first, *_rising(text, first))
    found: tuple[Numbered, ...] = ()
    while True:
        run, end = _with_pages(text, run)
        found += run
        run = _after_pages(text, end) if run[0].pages and len(found) < _MOST_NUMBERS else ()
        if not run:
            return Numbers(found, form, end, match["years"])


def with_part(text: str, number: Numbered) -> Numbered:
    """The number with the annex, reprint or correction that is printed behind it.

    >>> with_part("25 295, nr. 12-b1", Numbered("12", 12, 14)).part
    'b1'
    """
    match = _PART.match(text, number.end)
    return number._replace(part=match["part"], end=match.end()) if match else number


def _with_pages(text: str, run: tuple[Numbered, ...]) -> tuple[tuple[Numbered, ...], int]:
    """The numbers of a run, each with the pages printed behind the last, and the end."""
    match = _PAGES.match(text, run[-1].end)
    if match is None:
        return run, run[-1].end
    pages = even(match["pages"])
    return tuple(number._replace(pages=pages) for number in run), match.end()


def _marked(text: str, position: int) -> Numbers | None:
    """``, nr. 189212``: more digits than a number has, of which the last are a footnote's mark."""
    match = _MARKED.match(text, position)
    number = without_mark(text, match["nr"], match.end(), 4) if match else None
    if match is None or number is None:
        return None
    end = match.start("nr") + len(number)
    first = Numbered(_normal(number), match.start("nr"), end, reason=REASON)
    return Numbers((first,), "nr", end)


def _spaced_letters(text: str, position: int) -> Numbers | None:
    """``CXLVIII A``."""
    match = _SPACED_LETTERS.match(text, position)
    if match is None:
        return None
    return Numbers((Numbered(match["letters"], *match.span("letters")),), "letters", match.end())


def read_alone(text: str, position: int) -> tuple[Numbered, ...]:
    """The ondernummers that stand at ``position`` without a dossier; the list may be empty.

    >>> [n.ondernummer for n in read_alone("nrs. 1136, 1140 en 1150", 0)]
    ['1136', '1140', '1150']
    """
    match = _ALONE.match(text, position)
    if match is None:
        return ()
    first = Numbered(_normal(match["nr"]), *match.span("nr"))
    return (first, *_rest(text, first, _is_plural(match["word"])))


def _after_pages(text: str, position: int) -> tuple[Numbered, ...]:
    """``nr. 3, p. 7 en nr. 6``: the list goes on behind pages where the word says so."""
    match = _MORE.match(text, position)
    if match is None or not match["word"] or not (match["comma"] or match["en"]):
        return ()
    first = Numbered(_normal(match["nr"]), *match.span("nr"))
    return (first, *_rest(text, first, _is_plural(match["word"])))


def _rest(text: str, first: Numbered, plural: bool) -> Iterator[Numbered]:
    """The numbers after the first: lists and ranges, as far as they are certain.

    The numbers within a range stand where its dash does.
    """
    last = first
    for _ in range(_MOST_NUMBERS):
        match = _RANGE.match(text, last.end)
        if match is not None and _widens(last.ondernummer, match["nr"]):
            for between in range(int(last.ondernummer) + 1, int(match["nr"])):
                yield Numbered(str(between), *match.span("between"))
        else:
            match = _MORE.match(text, last.end)
            if match is None or not _continues(text, last, match, plural):
                return
        last = Numbered(_normal(match["nr"]), *match.span("nr"))
        yield last


def _rising(text: str, first: Numbered) -> tuple[Numbered, ...]:
    """The numbers behind ``31288-972`` in a list that a bracket closes; none unless they rise."""
    if not _DASHED.match(text, first.end):
        return ()
    rest = tuple(_rest(text, first, True))
    numbers = [number.ondernummer for number in (first, *rest)]
    if not all(map(str.isdigit, numbers)) or numbers != sorted(numbers, key=int):
        return ()
    return rest


def _is_plural(word: str | None) -> bool:
    """``nrs.``, ``nummers``."""
    return word is not None and word.rstrip(".:,").lower().endswith("s")


def _widens(first: str, last: str) -> bool:
    return first.isdigit() and 0 < int(last) - int(first) <= _WIDEST_RANGE


def _continues(text: str, last: Numbered, match: re.Match[str], plural: bool) -> bool:
    """Whether what follows is one more number of the list, and not the next thing told."""
    number, joined = match["nr"], bool(match["comma"] or match["en"])
    if match["word"]:
        return joined
    if number.isalpha() or last.ondernummer.isalpha():
        alike = number.isalpha() and last.ondernummer.isalpha()
        return match["en"] in ("en", "EN") and alike and len(number) <= len(last.ondernummer)
    if match["en"]:
        return plural or _grows(last, number)
    if not joined or (match["comma"] == "/" and not plural):
        return False
    if len(number) == 4 and not _grows(last, number):
        return False
    if plural:
        return True
    closed = _CLOSED.match(text, match.end())
    return closed is not None and (not closed[0].endswith(")") or _grows(last, number))


def _grows(last: Numbered, number: str) -> bool:
    """Numbers of one list mostly rise, and stay within one session's work."""
    rise = int(re.sub(r"\D", "", number)) - int(re.sub(r"\D", "", last.ondernummer))
    return 0 < rise < _WIDEST_STEP


def _normal(number: str) -> str:
    """``0001`` is 1, ``1.892`` is 1892, ``188b`` stays."""
    return number.replace(".", "").lstrip("0") or "0"
