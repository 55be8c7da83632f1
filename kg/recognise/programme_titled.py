"""Programmes whose name goes on in small letters: "het Actieplan vitalisering dijkenbouw".

Within a sentence the word that says what it is has a capital. In a title (the subject of a letter,
or a text that is nothing else) it need not: who writes "Voortgang actieplan dijkenbouw" leaves the
article out as before a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.authority.parties import is_party
from kg.model import Mention, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.programme_table import is_listed
from kg.recognise.programme_tail import long_tail, short_tail
from kg.recognise.subject import MARKS, title_around
from kg.recognise.programme_unlisted import unlisted
from kg.recognise.programme_words import GAP, ON_AIR, PERIOD, UP
from kg.text import fold_space

_WHAT = (
    r"actie-?|aanvals|master|delta|verbeter|intensiverings|versnellings|hervormings|uitvoerings"
    r"|beleids|kwaliteits|transitie|toekomst|ontwikkel|meerjaren|werk|wetgevings|innovatie|impuls"
    r"|stimulerings|bestuurs|hoofdlijnen|onderhande(?:laars|lings)|sector"
)
_KIND = r"plan|programma|agenda|akkoord"
_HEAD = later(
    rf"""(?P<sure>(?i:(?!(?:werk|beleids|innovatie|toekomst|ontwikkel|sector|impuls)plan
                |(?:werk|hervormings)programma)
            (?:{_WHAT})(?:{_KIND})|plan{GAP}van{GAP}aanpak|bestuurlijk{GAP}akkoord
            |handhavingsstrategie)(?![\w-])|Convenant|Routekaart|Green{GAP}[Dd]eal)
      | (?P<weak>Strategie|Programma|Pact|Agenda)
      | (?P<wide>(?:Nationa(?:al|le)|Landelijke?|Rijksbrede?){GAP}
            (?:programma|strategie|agenda|aanpak|plan))(?![\w-])
      | (?P<plain>programma)(?={GAP}[{UP}][a-z]+{GAP}[a-z])""",
    re.VERBOSE,
)
# Words before it that are of the name, and those that say it is not one yet.
_BEFORE = later(
    rf"""(?<![\w-])(?:(?:(?i:nationa(?:al|le)|landelijke?|europe(?:es|se)|rijksbrede?|integra(?:al|le)
        |strategisch|operationeel|versterkte|interbestuurlijke?|gezamenlijke?)|EU){GAP}){{0,2}}
        (?:[\w’]{{2,14}}-)?\Z""",
    re.VERBOSE,
)
_WORD_BEFORE = later(r"(?:\A|\s)([\w-]{1,19})\s{1,9}\Z")
_NOT_YET = frozenset("wetsvoorstel verordening wet".split())
# With a capital it is one all the same: "een Deltaplan dijkherstel".
_ANY = frozenset("een geen elk elke ieder eigen hun haar zijn bericht".split())
_IN_SENTENCE = later(
    r"[a-zß-ÿ,:(][ \t\xa0]{1,40}\Z|[a-zß-ÿ,][ \t\xa0]{0,40}\r?\n[ \t\xa0]{0,120}\Z"
)
# A name of its own without more: "LSH-actieprogramma".
_PREFIXED = later(rf"(?!EU-|VN-|Concept-|Ontwerp-)[{UP}][\w’]{{1,13}}-\w+\Z")
# Plans for papers, of parties; the programme of a visit or a broadcaster.
_NO_NAME = later(
    rf"""\A(?:(?:FNV|VNO|SER)-
        |plan\s+van\s+aanpak\s+(?:\w*doorlichting|periodieke|(?:strategische\s+)?\w*evaluatie
            |\w*onderzoek|structuurvisie|ontraden|maatregelen|vervolg|invoeringstoets|opvolging
            |aanbevelingen|moties?|rapport|advies|uitvoering|onvolkomenheden)
        |(?:bestuurlijk\s+)?\w*akkoord\s+plan\b|convenant\s+(?-i:[A-Z]{{2,}}\b)
        |programma\s+(?:overzicht|bezoek|viering|werkbezoek)|(?:{ON_AIR})-
        |programma\s+(?:{ON_AIR})\b
        |[\w-]+\s+(?:rapport|beleid|(?:europese\s+)?commissie)\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
_MEETING = later(
    r"raad\b|bijeenkomst|vergadering|overleg|\btop\b|meeting|debat|eurogroep|commissie",
    re.IGNORECASE,
)


def parse_titled(text: str, start: int, end: int) -> Iterator[Mention]:
    """The programme of whose name the word at ``start`` says what it is, small letters behind it.

    One of the table is left to the table.

    >>> [m.value.name for m in parse_titled("in het Actieplan vitalisering dijkenbouw is", 7, 16)]
    ['Actieplan vitalisering dijkenbouw']
    >>> [m.value.name for m in parse_titled("Stand van zaken actieplan dijkenbouw", 16, 25)]
    ['actieplan dijkenbouw']
    >>> list(parse_titled("stand van zaken van een actieplan dijkenbouw", 24, 33))
    []
    """
    head = _HEAD.match(text, start)
    if head is None or text[start - 1 : start].isalnum() or text.startswith("-", head.end()):
        return
    before = _BEFORE.search(text, max(0, start - 90), start)
    first = start if before is None else before.start()
    title = title_around(text, first)
    if title is not None:
        stop, rule = _stop(text, head, first, title), "programme.titled"
    elif head["sure"] and _is_within(text, start, first):
        stop, rule = short_tail(text, head.end()), "programme.tailed"
    else:
        return
    surface = text[first:stop].rstrip("-’'")
    name, stop = fold_space(surface), first + len(surface)
    if stop <= head.end() and (title is None or not _PREFIXED.match(name)):
        return
    prefix, hyphen, _ = name.partition("-")
    if _NO_NAME.match(name) or hyphen and is_party(prefix):
        return
    if head["plain"] and name.count(" ") < 2:
        return
    if _reaches_listed(text, name, stop):
        return
    period = PERIOD.match(text, stop)
    span = Span(first, stop if period is None else period.end())
    yield unlisted(text, span, name, rule)


def _is_within(text: str, start: int, first: int) -> bool:
    """Whether the word has its capital within a sentence."""
    capital = text[start].isupper()
    return capital and _IN_SENTENCE.search(text, max(0, first - 170), first) is not None


def _reaches_listed(text: str, name: str, stop: int) -> bool:
    """Whether a name of the table stands in the name, or begins there and goes on behind it."""
    words = name.split(" ")
    behind = text[stop : stop + 60].split()[:6]
    return any(is_listed(" ".join([*words[at:], *behind])) for at in range(len(words)))


def _stop(text: str, head: re.Match[str], first: int, title: tuple[int, int]) -> int:
    """Where the name ends in a title; where the word that says what it is ends if it has none."""
    capital = text[head.start()].isupper() or text[first].isupper()
    before = _WORD_BEFORE.search(text, max(0, first - 20), first)
    if before is not None and _is_none_yet(before[1], capital=capital):
        return head.end()
    opens = not text[title[0] : first].strip(MARKS) or text[first - 2 : first] == ": "
    if capital and opens:
        if head["weak"] == "Agenda" and _MEETING.search(text, head.end(), title[1]):
            return head.end()
        return min(long_tail(text, head.end(), title[1]), title[1])
    if head["weak"] in ("Agenda", "Pact"):
        return head.end()
    return min(short_tail(text, head.end(), title=True), title[1])


def _is_none_yet(word: str, *, capital: bool) -> bool:
    """Whether a plan with this word before it is that of a party, a bill, or one of many."""
    if word.casefold() in _ANY:
        return not capital
    return word.casefold() in _NOT_YET or is_party(word)


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "programme-titled",
        # To list what goes before "plan" here would take four times as many states.
        rf"\b[A-Za-z][a-z]{{3,18}}(?:{_KIND})\b|\b[Aa]ctie-(?:{_KIND})\b|\b[Pp]lan\svan\s"
        r"|\b[Bb]estuurlijk\s[Aa]kkoord|\b[Hh]andhavingsstrategie"
        r"|\b(?:Convenant|Routekaart|Green\s[Dd]eal|Strategie|Programma|Pact|Agenda)\s"
        r"|\b(?:Nationa(?:al|le)|Landelijke?|Rijksbrede?)\s[psa]|\bprogramma\s[A-Z]",
        parse_titled,
        layer="programme",
        rules=(
            Rule(
                "programme.titled",
                "Stand van zaken actieplan dijkenbouw",
                ("x-actieplan-dijkenbouw",),
            ),
            Rule(
                "programme.tailed",
                "in het Actieplan vitalisering dijkenbouw is",
                ("x-actieplan-vitalisering-dijkenbouw",),
            ),
        ),
    ),
)
