"""Letters and debates named by their date.

"de Kamerbrief van 16 september jl.", "brief d.d. 18 juli 2023", "het commissiedebat Politie van 21
december 2023", "VAO … (AO d.d. 22/02)". Where an identifier stands beside it, that tells which
letter it is. A date of a newspaper, a law or a letter of somebody else is no such reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Brief, Mention, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.names import GAP
from kg.recognise.topic import joined
from kg.text import MONTH, MONTHS

_DATE = later(
    rf"""(?P<day>\d{{1,2}}){GAP}(?P<month>{MONTH})
        (?:{GAP}(?P<year>(?:19|20)\d\d)(?:\d(?!\d))?)?
        (?P<relative>,?{GAP}(?:j\.?\s?l\.?l?\.?|jongstleden|l\.l\.|laatstleden)(?![\w]))?""",
    re.VERBOSE | re.IGNORECASE,
)
_NOUN = later(
    r"""\b(?P<noun>
        (?:[Kk]amer|[Vv]erzamel|[Vv]oortgangs|[Aa]anbiedings|[Bb]eleids|[Vv]ervolg|[Cc]orona
            |[Pp]lannings|[Ss]tand-van-zaken|[Ss]tand\s{1,9}van\s{1,9}zaken|[Ff]ocus|[Bb]asis
            |[Hh]oofdlijnen|[Vv]isie|[Kk]abinets|[Uu]itstel|[Vv]eeg|[Aa]ntwoord|[Vv]oorhang|[Tt]oezeggingen)?[Bb]rie(?:f|ven)
      | (?:[Pp]lenaire?\s)?[\w-]{0,24}[Dd]ebat(?:ten)?
      | [Rr]egeling\s{1,9}van\s{1,9}[Ww]erkzaamheden | [Bb]egrotingsbehandeling
      | (?:[Pp]lenaire|[Mm]ondelinge|[Ss]chriftelijke)\s{1,9}behandeling
      | [Aa]lgemene\s{1,9}(?:[Pp]olitieke|[Ff]inanciële)\s{1,9}[Bb]eschouwingen
      | (?:[Aa]lgemeen|[Ww]etgevings|[Nn]ota|[Ss]chriftelijk)[\s-]?[Oo]verleg
      | [Ww]etgevingsoverleg | [Vv]ragenuur(?:tje)? | AO | VAO | CD | WGO | VSO | SO | TMD)\b""",
    re.VERBOSE,
)
_HINTS = (
    "brie", "Brie", "ebat", "verleg", "ragenuur", "AO", "CD", "WGO", "SO", "TMD", "erkzaamheden",
    "behandeling", "eschouwingen",
)  # fmt: skip
_TIES = frozenset("nNpPdD.,0123456789Og")  # how the words of _JOINS end, and a lone mark
_JOINS = later(
    rf"""(?:{GAP}(?:van|d\.?d\.?|op|gedateerd|dateert{GAP}van)\.?){GAP}\Z
      | ,{GAP}(?:d\.?d\.?{GAP})?\Z | {GAP}\(?d\.?d\.?{GAP}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# "het AO 3 december 2008": no word between
_DIRECT = later(r"(?:(?<=\bAO)|(?<=\bVAO)|(?<=\bWGO)|(?<=overleg)|(?<=Overleg))\s{1,9}\Z")
# Between the noun and its date: who wrote it, to whom, what it is about; no verb, no other date.
_VERB = later(
    r"""\b(?:is|zijn|was|waren|heb|heeft|hebben|wordt|worden|werd|zal|zullen|kan|kunnen|dat|die
        |waarin|omdat|maar|gaat|ging|liet|staat|stond|meldt?|schrijft|schreef|stelt|geeft|artikel
        |tot|tussen)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_APART = later(
    r"""[.;:?!](?=\s) | \n\s{0,80}\n | \d{4}
      | \d{1,2}\s(?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)""",
    re.VERBOSE,
)
_WHOSE = later(
    rf"""(?:{GAP})?(?:\Z|\(
        |(?:van|aan|over|inzake|betreffende|met|gericht|namens|d\.d\.)\b[^\d]*\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
# "het debat over huren (aangevraagd in de regeling van 4 september)": the day it was asked for
_ASKED_FOR = later(r"\(\s?aan(?:ge)?(?:vraagd|vraag)\b", re.IGNORECASE)
# "Focusbrief Ontwikkelingssamenwerking van 18 maart 2011": what a letter of a kind is called
_TITLED = later(r"(?:\s{1,9}(?:[A-ZÀ-Þ][\w-]{2,30}|en|van|de|het)){1,6}\Z")
_ABOUT = later(r"\b(?:over|inzake|betreffende)\s+(?P<topic>[^\0]{3,160})\Z", re.IGNORECASE)
# A letter of somebody else than the government or a Kamer is no paper of theirs.
_FROM = later(r"\W{0,9}(?:van|namens)\s+(?P<who>[^\0]+)", re.IGNORECASE)
_OURS = later(
    r"""(?:(?:de|het|mijn|onze|uw|een)\s+)?(?:(?:vaste|toenmalige|voormalige|demissionaire)\s+)?
        (?:minister|staatssecretaris|bewinds|kabinet|regering|premier|commissie|kamer|tweede\s+kamer
        |eerste\s+kamer|voorganger|ambtsvoorganger|ambtgeno|collega|lid\b|leden\b|heer\b|mevrouw
        |voorzitter|ministerie|raad\s+van\s+ministers)""",
    re.VERBOSE | re.IGNORECASE,
)
_TOPIC_AFTER = later(
    rf"""{GAP}(?:over|inzake|betreffende){GAP}
        (?P<topic>(?:de|het|een|[A-ZÀ-Þ])[^,.;:()\n]{{2,120}})""",
    re.VERBOSE | re.IGNORECASE,
)
_BACK = 190


def parse(text: str, start: int, end: int) -> Iterator[Mention]:
    """The letter or debate whose date stands at ``start``.

    >>> [m] = parse("de Kamerbrief van 16 september jl.", 18, 30)
    >>> m.surface, m.value.when, m.value.relative
    ('Kamerbrief van 16 september jl.', '--09-16', True)
    """
    # Most dates belong to no letter: neither "van" nor a word for one stands before them.
    back = text[max(0, start - _BACK) : start]
    if back.rstrip()[-1:] not in _TIES or not any(word in back for word in _HINTS):
        return
    date = _DATE.match(text, start)
    found = _before(text, start) if date and 1 <= int(date["day"]) <= 31 else None
    if date is None or found is None:
        return
    noun, begin, topic = found
    after = _TOPIC_AFTER.match(text, date.end())
    if topic is None and after:
        topic = joined(after["topic"])
    rule = "brief.date" if "brie" in noun else "brief.debate"
    value = Brief(noun, _when(date), date["relative"] is not None, topic)
    span = Span(begin, date.end())
    whole = Span(begin, after.end() if after else date.end())
    yield Mention("brief", span, span.of(text), rule, value, citation=whole)


def _when(date: re.Match[str]) -> str:
    """The date as far as printed, ISO; ``--09-16`` without a year."""
    month = MONTHS.index(date["month"].lower()) + 1
    return f"{date['year'] or '-'}-{month:02}-{int(date['day']):02}"


def _before(text: str, start: int) -> tuple[str, int, str | None] | None:
    """The noun the date belongs to, where it starts, and the topic between them."""
    near = max(0, start - 24)
    join = _JOINS.search(text, near, start) or _DIRECT.search(text, near, start)
    if join is None:
        return None
    back = max(0, start - _BACK)
    stretch = text[back : join.start()]
    noun = None
    for noun in _NOUN.finditer(stretch):
        continue
    if noun is None:
        return None
    between = stretch[noun.end() :]
    if not _belongs(noun["noun"], between):
        return None
    about = _ABOUT.search(between)
    topic = joined(about["topic"]).strip(" ,(") if about else _called(noun["noun"], between)
    return joined(noun["noun"]).lower(), back + noun.start(), topic or None


def _belongs(noun: str, between: str) -> bool:
    """Whether nothing between a noun and a date keeps them apart."""
    if not between:
        return True
    if len(between) > 160 or _APART.search(between) or _VERB.search(between):
        return False
    if "brie" not in noun.lower():
        return _ASKED_FOR.search(between) is None
    written = _FROM.match(between)
    if written and not _OURS.match(written["who"]):
        return False
    if noun[-5:].lower() == "brief" and len(noun) > 5 and _TITLED.match(between):
        return True
    return _WHOSE.match(between) is not None


def _called(noun: str, between: str) -> str | None:
    """What a debate is called: "commissiedebat Politie", "AO Visserij"."""
    words = joined(between).strip(" ,(")
    return words if "brie" not in noun.lower() and words[:1].isupper() else None


_SHORT = later(
    r"""(?P<noun>AO|CD|WGO|NO|TMD|VAO)\s{1,9}(?:d\.d\.\s{0,9}|van\s{1,9})?
        (?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?(?![\d/])""",
    re.VERBOSE,
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
    if 1 <= day <= 31 and 1 <= month <= 12:
        value = Brief(match["noun"].lower(), f"{match['year'] or '-'}-{month:02}-{day:02}")
        span = Span(*match.span())
        yield Mention("brief", span, span.of(text), "brief.debate-short", value)


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "brief",
        rf"\b\d{{1,2}}\s{{1,40}}(?i:{MONTH})",
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
