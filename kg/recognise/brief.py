"""Letters and debates named by their date.

"de Kamerbrief van 16 september jl.", "brief d.d. 18 juli 2023", "het commissiedebat Politie van 21
december 2023", "VAO … (AO d.d. 22/02)". Where an identifier stands beside it, that tells which
letter it is. A date of a newspaper, a law or a letter of somebody else is no such reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Brief, Mention, Span
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.topic import joined

_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
_WS = r"(?:[ \t\xa0]{0,80}\r?\n[ \t\xa0]{0,120}|[ \t\xa0]{1,80})"
_DATE = re.compile(
    rf"(?P<day>\d{{1,2}}){_WS}(?P<month>{'|'.join(_MONTHS)})(?:{_WS}(?P<year>(?:19|20)\d\d)(?:\d(?!\d))?)?"
    rf"(?P<relative>,?{_WS}j\.?\s?l\.?l?\.?(?![\w]))?",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(?P<noun>(?:[Kk]amer|[Vv]erzamel|[Vv]oortgangs|[Aa]anbiedings|[Bb]eleids|[Vv]ervolg|[Cc]orona|[Pp]lannings|[Ss]tand-van-zaken)?[Bb]rie(?:f|ven)"
    r"|(?:[Cc]ommissie|[Tt]weeminuten|[Pp]lenaire?\s|[Hh]oofdlijnen|[Kk]amer|[Dd]ertigleden)?[Dd]ebat(?:ten)?"
    r"|(?:[Aa]lgemeen|[Ww]etgevings|[Nn]ota|[Ss]chriftelijk)[\s-]?[Oo]verleg|[Ww]etgevingsoverleg|[Vv]ragenuur(?:tje)?"
    r"|AO|VAO|CD|WGO|VSO|SO|TMD)\b"
)
_JOINS = re.compile(
    rf"(?:{_WS}(?:van|d\.?d\.?|op|gedateerd|dateert{_WS}van)\.?){_WS}\Z|,{_WS}(?:d\.?d\.?{_WS})?\Z|{_WS}\(?d\.?d\.?{_WS}\Z",
    re.IGNORECASE,
)
# Between the noun and its date: who wrote it, to whom, what it is about; no verb, no other date.
_VERB = re.compile(
    r"\b(?:is|zijn|was|waren|heb|heeft|hebben|wordt|worden|werd|zal|zullen|kan|kunnen|dat|die|waarin|omdat|maar|gaat|ging|liet"
    r"|staat|stond|meldt?|schrijft|schreef|stelt|geeft|artikel|tot|tussen)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"[.;:?!](?=\s)|\n\s{0,80}\n|\d{4}"
    r"|\d{1,2}\s(?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
)
_HINTS = ("brie", "Brie", "ebat", "verleg", "ragenuur", "AO", "CD", "WGO", "SO", "TMD")
_ABOUT = re.compile(r"\b(?:over|inzake|betreffende)\s+(?P<topic>.{3,160})\Z", re.IGNORECASE | re.DOTALL)
_STRANGER = re.compile(
    r"\bbrie(?:f|ven)\s+(?:van|aan)\s+(?:de\s+|het\s+|een\s+)?(?:gemeente|burgemeester|provincie|college|Raad\s+van\s+State|rechtbank|notaris"
    r"|bank|bedrijf|school|ziekenhuis|stichting|vereniging|belangenorganisatie|burger|advocaat|patiënt)",
    re.IGNORECASE,
)
_TOPIC_AFTER = re.compile(
    rf"{_WS}(?:over|inzake|betreffende){_WS}(?P<topic>(?:de|het|een|[A-ZÀ-Þ])[^,.;:()\n]{{2,120}})", re.IGNORECASE
)
# A letter's date follows at once, or behind who wrote it, to whom or what about.
_WHOSE = re.compile(
    rf"(?:{_WS})?(?:\Z|\(|(?:van|aan|over|inzake|betreffende|met|gericht|namens|d\.d\.)\b[^\d]*\Z)",
    re.IGNORECASE,
)
_BACK = 190


def parse(text: str, start: int, end: int) -> Iterator[Mention]:
    """The letter or debate whose date stands at ``start``.

    >>> [m] = parse("de Kamerbrief van 16 september jl.", 18, 30)
    >>> m.surface, m.value.when, m.value.relative
    ('Kamerbrief van 16 september jl.', '--09-16', True)
    """
    date = _DATE.match(text, start)
    if date is None or not 1 <= int(date["day"]) <= 31:
        return
    found = _before(text, start)
    if found is None:
        return
    noun, begin, topic = found
    yield _mention(text, begin, date.end(), noun, _when(date), bool(date["relative"]), topic)


def _when(date: re.Match[str]) -> str:
    """The date as far as printed, ISO; ``--09-16`` without a year."""
    month = _MONTHS.index(date["month"].lower()) + 1
    day = f"{month:02}-{int(date['day']):02}"
    return f"{date['year']}-{day}" if date["year"] else f"--{day}"


def _mention(
    text: str, begin: int, end: int, noun: str, when: str, relative: bool, topic: str | None
) -> Mention:
    after = _TOPIC_AFTER.match(text, end)
    if topic is None and after:
        topic = joined(after["topic"])
    rule = "brief.date" if "brie" in noun else "brief.debate"
    value = Brief(noun, when, relative, topic)
    span = Span(begin, end)
    whole = Span(begin, after.end() if after else end)
    return Mention("brief", span, span.of(text), rule, value, citation=whole)


def _before(text: str, start: int) -> tuple[str, int, str | None] | None:
    """The noun the date belongs to, where it starts, and the topic between them."""
    join = _JOINS.search(text, max(0, start - 24), start)
    if join is None:
        return None
    back = max(0, start - _BACK)
    stretch = text[back : join.start()]
    if not any(word in stretch for word in _HINTS):
        return None
    noun = None
    for noun in _NOUN.finditer(stretch):
        continue
    if noun is None:
        return None
    between = stretch[noun.end() :]
    if not _belongs(noun["noun"], between) or _STRANGER.match(text, back + noun.start()):
        return None
    about = _ABOUT.search(between)
    topic = joined(about["topic"]).strip(" ,(") if about else _name_of(noun["noun"], between)
    return joined(noun["noun"]).lower(), back + noun.start(), topic or None


def _belongs(noun: str, between: str) -> bool:
    """Whether nothing between a noun and a date keeps them apart."""
    if not between:
        return True
    if len(between) > 160 or _APART.search(between) or _VERB.search(between):
        return False
    return "brie" not in noun.lower() or _WHOSE.match(between) is not None


def _name_of(noun: str, between: str) -> str | None:
    """What a debate is called: "commissiedebat Politie", "AO Visserij"."""
    words = joined(between).strip(" ,(")
    named = "brie" not in noun.lower() and words[:1].isupper()
    return words if named else None


_SHORT = re.compile(
    r"(?P<noun>AO|CD|WGO|NO|TMD|VAO)\s{1,9}(?:d\.d\.\s{0,9}|van\s{1,9})?(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?(?![\d/])"
)


def parse_short(text: str, start: int, end: int) -> Iterator[Mention]:
    """A debate with its date in figures: "(AO d.d. 22/02)".

    >>> [m.value.when for m in parse_short("AO d.d. 22/02)", 0, 2)]
    ['--02-22']
    """
    match = _SHORT.match(text, start)
    if match is None:
        return
    day, month = int(match["day"]), int(match["month"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return
    when = f"{match['year'] or '-'}-{month:02}-{day:02}"
    span = Span(*match.span())
    value = Brief(match["noun"].lower(), when)
    yield Mention("brief", span, span.of(text), "brief.debate-short", value)


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "brief",
        r"\b\d{1,2}\s{1,40}(?i:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)",
        parse,
        layer="letter",
        rules=(
            Rule("brief.date", "Zie de Kamerbrief van 16 september jl. hierover.", (None,)),
            Rule("brief.debate", "in het commissiedebat Politie van 21 december 2023", (None,)),
        ),
    ),
    Recogniser(
        "brief-short",
        r"\b(?:AO|CD|WGO|NO|TMD|VAO)\s{1,9}(?:d\.d\.\s{0,9}|van\s{1,9})?\d{1,2}/\d",
        parse_short,
        layer="letter",
        rules=(Rule("brief.debate-short", "VAO Bedrijfslevenbeleid (AO d.d. 21/02)", (None,)),),
    ),
)
