"""What is printed behind a motion's name: its number and its topic, in either order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.patterns import later
from kg.recognise.names import GAP, past_mark
from kg.recognise.topic import read_topic
from kg.text import MONTH

# What makes a bracket one with a number: a dossier, "nr.", a number of the Tweede Kamer.
_NUMBERISH = r"(?:\d{2}[ .\xa0]?\d{3}|[Nn]rs?\.?\s?\d|\d{4}[ZD]\d|[Kk]enmerk)"
_BRACKET = later(
    rf"""\s{{0,60}}\((?=[^()]{{0,120}}{_NUMBERISH})
        [^()]{{1,220}} (?:\([^()]{{0,40}}\)[^()]{{0,80}})? \)""",
    re.VERBOSE,
)
# ", Kamerstuk 36 200, nr. 12", "Kamerstukken 2011 32 605, nr 45 en 46", "op Kamerstuk 31 409, …"
_PRINTED = later(
    r""",?\s{1,60}(?:(?:op|onder|in|zie)\s{1,9})?(?:\(?[Kk]amerstuk(?:ken|nummer)?|TK|Kamernr\.?)\s{1,20}
        [^.;()\n]{0,40}? \d[\d .]{4,6} [^.;()\n]{0,20}? (?:nrs?\.?\s{0,3}|[-/])
        \d{1,4} (?:(?:,\s?|\sen\s)\d{1,4}\b){0,6}""",
    re.VERBOSE,
)
# "op stuk nr. 199", "met nummer 12", "nr. 589", "stuk nr. 12, I"
_STUK = later(
    r""",?\s{1,60}(?:
            (?:op|met|onder)\s{1,40}(?:(?:het|de)\s{1,40})?
                (?:stuk(?:ken)?|(?:stuk)?nummers?)\s{0,40}(?:nrs?\.?)?
          | (?:(?:op|met|onder)\s{1,40})?nrs?\. | nummer
        )\s{0,9}(?P<number>\d{1,4}(?!\d)) (?:,\s?[IVX]{1,4}\b)? (?!\s?\d{3})""",
    re.VERBOSE,
)
# "25295, nr. 1892", "35 207, nr. 10", "34650-11", "36600 XIV 29"
_DOSSIER = later(
    r"""(?:\s{1,40}|\s{0,40},\s{0,40})
        \d{2}[ .\xa0]?\d{3} (?:[ \xa0]?[-–]?[ \xa0]?(?:[IVX]{1,6}|\d{2}|[A-H])\b)?
        (?:,?\s{0,9}nrs?\.?\s{0,9}|[-–/]|\s) \d{1,4}\b""",
    re.VERBOSE,
)
# The web page of a vote prints who submitted it, what was decided, and then its number.
_VOTED = later(
    r"""\s{1,120}Indieners?:[^\n]{1,160}\s{1,60}(?:Mede-?indieners?:[^\n]{1,400}\s{1,60})?
        Besluit:[^\n]{1,80}\s{1,60}(?:Motie|Amendement)\s{1,60}
        \d{5}(?:-[A-Z]{1,6}|-\d\d)?-\d{1,4}\b""",
    re.VERBOSE,
)
# "de motie van het lid Bos c.s. van 11 november 2010 (Kamerstukken …)"
_DATED = later(
    rf"{GAP}(?:van|d\.d\.|dd\.?|uit){GAP}(?:\d{{1,2}}{GAP})?(?:{MONTH}){GAP}(?:19|20)\d\d"
    r"(?=\s{0,40}[,(])"
)
# "ter vervanging van nr. 17 over …", "t.v.v. nrs. 3 en 4, dat regelt …": no number of its own
_NR = (
    r"(?:\d{2}[ .\xa0]?\d{3}(?:-[A-Z\d]{1,6})?(?:,?\s{1,9}|-))?"
    r"(?:[Nn]rs?\b\.?\s{0,9})?\d{1,4}(?![\d.-]\d)"
)
_INSTEAD = later(
    rf"""[\s,]{{1,60}}(?:ter\s{{1,40}}vervanging(?:\s{{1,40}}van)?|t\.?v\.?v\.?)\s{{1,40}}
        (?:(?:dat|die|de|het|amendement|motie|stuk|gedrukt|onder|op)\s{{1,40}}){{0,6}}
        {_NR}(?:(?:\s{{0,9}},|\s{{1,9}}en|\s{{1,9}}t/m)\s{{1,9}}{_NR}){{0,6}}(?=[,\s])""",
    re.VERBOSE,
)
BY_THE_KAMER = later(
    rf"{GAP}van{GAP}(?:uw|de|deze){GAP}(?:(?:[Tt]weede|[Ee]erste){GAP})?[Kk]amer"
)


@dataclass(frozen=True, slots=True)
class Tail:
    """Where what is printed behind a name ends, and what it says.

    ``number`` is a number without a dossier ("op stuk nr. 199").
    """

    end: int
    number: str | None = None
    topic: str | None = None


def read_tail(text: str, at: int) -> Tail:
    """The number and the topic behind a name that ends at ``at``.

    >>> read_tail("motie-Bos (36 200, nr. 5) over de zorg.", 9).topic
    'de zorg'
    >>> read_tail("amendement van het lid Bos ter vervanging van nr. 5 over de zorg", 26).topic
    'de zorg'
    """
    instead = _INSTEAD.match(text, at)
    topic = read_topic(text, instead.end()) if instead else None
    if topic is not None:
        return Tail(topic.end, None, topic.text)
    tail = Tail(past_mark(text, at))
    number = read_number(text, tail.end)
    if number is not None:
        tail = Tail(past_mark(text, number.end), number.number)
    topic = read_topic(text, tail.end)
    if topic is not None:
        tail = replace(tail, topic=topic.text, end=topic.end)
        later = read_number(text, past_mark(text, tail.end))
        if later is not None and tail.number is None:
            tail = replace(tail, end=later.end, number=later.number)
    page = _VOTED.match(text, tail.end)
    return replace(tail, end=page.end()) if page else tail


def read_number(text: str, at: int) -> Tail | None:
    """The number printed at ``at``: where it ends, its digits where no dossier stands with them.

    >>> read_number(" op stuk nr. 199 van", 0), read_number(" (35300-V, nr. 22)", 0)
    (Tail(end=16, number='199', topic=None), Tail(end=18, number=None, topic=None))
    """
    dated = _DATED.match(text, at)
    at = dated.end() if dated else at
    stuk = _STUK.match(text, at)
    if stuk:
        bracket = _BRACKET.match(text, stuk.end())
        return Tail(bracket.end()) if bracket else Tail(stuk.end(), stuk["number"])
    for form in (_BRACKET, _PRINTED, _DOSSIER):
        match = form.match(text, at)
        if match:
            return Tail(match.end())
    return None
