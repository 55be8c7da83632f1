"""Programmes named by capitals around the word that says what they are: programma, agenda, pact, …

Words with capitals before it, words with capitals and a period behind it. "de Nationale Woon- en
Bouwagenda", "de Uitvoeringsagenda Curaçao", "het Hoofdlijnenakkoord wijkverpleging 2019-2022", "de
Arbovisie 2040". A period counts as printed, not as part of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.model import Mention, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.programme_table import is_listed, respelt
from kg.recognise.subject import title_around
from kg.recognise.programme_unlisted import unlisted
from kg.recognise.programme_words import (
    CAPITAL, ENDING, GAP, LOW, NO_KIND, PERIOD, THE, UP, YEARS, gone_on, holds_listed, is_name,
)  # fmt: skip
from kg.text import fold_space

_ALONE = r"(?:Programma|Agenda|Akkoord|Plan|Strategie|Pact|Aanpak|Visie|Deal)"
_HEAD = later(rf"(?:{_ALONE}|[{UP}][{LOW}]{{0,40}}?{ENDING})(?![\w-]|['’]s\b)")
_LEAD = later(rf"(?<![\w-])(?:{CAPITAL}(?:{GAP}|-{GAP}(?:en|of){GAP})){{1,5}}\Z")
# Before a word that stands alone they may be joined: "Duin en Dijk Strategie".
_JOINED_LEAD = later(
    rf"""(?<![\w-])(?:{CAPITAL}{GAP}){{0,3}}{CAPITAL}{GAP}en{GAP}
        (?!Nationa|Landelijk|Europe|Regiona)(?:{CAPITAL}{GAP}){{1,2}}\Z""",
    re.VERBOSE,
)
_SMALL_REST = later(rf"(?:{GAP}(?:[a-zß-ÿ][\w-]{{1,30}}|[A-Z]{{2,6}})){{1,5}}?(?={GAP}{YEARS})")
# What stands before a name and is none of it: "Voortgang Nationale Aanpak", "Stichting …".
_NO_LEAD = later(
    r"""\A(?:de|het|een|deze|dit|die|als|op|in|uit|aan|bij|met|voor|van|na|door|over|zie|zo|volgens
        |tweede|eerste|derde|nieuwe?|concept|ontwerp|herziene?|geactualiseerde?|definitieve?
        |geannoteerde?|voorlopige?|voortgang\w*|uitvoering\w*|\w*evaluatie\w*|monitor|toezending
        |herijk(?:ing|te)|contouren|hoofdlijnen|uitwerking|invulling|afronding|opvolging|herziening
        |beëindiging|verlenging|bijstelling|nazending|\w*appreciatie|planning|startnota
        |aanbieding\w*|\w*reactie|\w*rapport(?:age)?|\w*brief|stand|stichting|verordening|richtlijn
        |\w*besluit|regeling|wet|raad|ministerie|directie|\w*commissie|taskforce|stuurgroep|\w*groep
        |\w*team|minister|staatssecretaris|kamer|motie|bijlage|kamerstuk\w*|dossier|betreft
        |onderwerp|programma|agenda|aanpak|actieplan|project|actualisatie|advies|convenant|subsidie
        |agendapunt|zaak|verzending|stukken|pakket|doelstelling\w*|implementatie|vaststelling
        |directeur|directoraat|afdeling|portefeuille|thema|fiche|mededeling|amendement|onderdeel|titel
        |toezeggingen|ao|wgo|\w*handleiding|board|tabel|figuur|paragraaf|hoofdstuk|conform)\Z""",
    re.VERBOSE,
)
_ALONE_WORD = later(rf"{_ALONE}\b")
_JOINED = later(rf"(?:{_ALONE}{GAP}van|[\w-]+{GAP}en){GAP}")
_LEAD_WORD = later(r"(?P<word>\S+)\s+(?:(?:en|of)\s+)?")
_UNION = later(r"Europe(?:es|se)\b|EU-?\b")


class _Reach(NamedTuple):
    """How far a name goes: from the words with capitals before it to the period behind it."""

    before: int  # where the words with capitals begin, names or not
    first: int
    stop: int  # of the name
    last: int  # of the period
    words: int  # with capitals behind the one that says what it is


def parse_headed(text: str, start: int, end: int) -> Iterator[Mention]:
    """The programme of whose name the word at ``start`` says what it is.

    One of the table is left to the table.

    >>> [m] = parse_headed("de Nationale Dijk- en Duinagenda is", 22, 32)
    >>> m.surface
    'Nationale Dijk- en Duinagenda'
    >>> [(m.surface, m.value.name) for m in parse_headed("het Deltaplan Zoet 2022-2027", 4, 13)]
    [('Deltaplan Zoet 2022-2027', 'Deltaplan Zoet')]
    >>> list(parse_headed("Agenda De Minister", 0, 6))
    []
    """
    head = _HEAD.match(text, start)
    if head is None or NO_KIND.match(head[0]) or text[start - 1 : start].isalnum():
        return
    reach = _reach(text, start, head.end())
    name = fold_space(text[reach.first : reach.stop]).rstrip("’'")
    if (reach.first, reach.last) == (start, head.end()):
        if (first := _one_word(text, start, name)) >= 0:
            span = Span(first, reach.stop)
            yield unlisted(text, span, fold_space(span.of(text)), "programme.word")
        return
    if (reach.first, reach.last) == (start, reach.stop) and not _begins(text, start, reach.words):
        return
    if " " not in name:  # "Arbovisie 2040": without the year it is any paper's
        name = fold_space(text[reach.first : reach.last])
    printed = fold_space(text[reach.before : reach.stop])
    if (not is_name(name) or _is_of_table(printed)) and respelt(name) is None:
        return
    yield unlisted(text, Span(reach.first, reach.last), name, "programme.headed")


def _reach(text: str, start: int, end: int) -> _Reach:
    """How far the name goes whose word for what it is stands from ``start`` to ``end``."""
    near = text[max(0, start - 45) : start].split()[-2:]
    # Most have no capital before them, and to look for a chain of words back costs more.
    led = any(word[0].isupper() for word in near)
    lead = _LEAD.search(text, max(0, start - 120), start) if led else None
    if lead is not None and _ALONE_WORD.match(text, start):
        lead = _JOINED_LEAD.search(text, max(0, start - 120), start) or lead
    stop, words = gone_on(text, end)
    if not words and (rest := _SMALL_REST.match(text, stop)):
        stop = rest.end()
    period = PERIOD.match(text, stop)
    last = stop if period is None else period.end()
    if lead is None:
        return _Reach(start, start, stop, last, words)
    return _Reach(lead.start(), _led(lead), stop, last, words)


def _begins(text: str, start: int, words: int) -> bool:
    """Whether the word at ``start``, nothing before it, begins a name: "de Aanpak Wachttijden"."""
    if _JOINED.match(text, start):
        return False
    if not _ALONE_WORD.match(text, start):
        return True
    if text.startswith(("Programma", "Plan"), start):
        return False
    return words > 1 or THE.search(text, max(0, start - 50), start) is not None


def _is_of_table(name: str) -> bool:
    """Whether the table has these words or some of them; what is of the Union it has not."""
    return not _UNION.match(name) and holds_listed(name.split(" "))


def _led(lead: re.Match[str]) -> int:
    """Where among the words with capitals before it the name begins."""
    first = lead.start()
    for word in _LEAD_WORD.finditer(lead[0]):
        if _NO_LEAD.match(word["word"].casefold()):
            first = lead.start() + word.end()
    return first


# --- one word: "uit de Dijkenstrategie", "voortgang Dijkenstrategie" -----------------------------

_ONE_WORD = later(
    rf"[{UP}][a-zß-öø-ÿ]{{2,40}}(?:programma|agenda|akkoord|strategie|pact|visie|(?P<plan>plan))\Z"
)
# What many a paper has one of: with "het" before it the one of that paper, not a name.
_ANY_PAPERS = later(
    r"""\A(?:Actie|Uitvoerings|Hervormings|Transitie|Stimulerings|Werk|Meerjaren\w{0,12}?|Innovatie
        |Beleids?|Toekomst|Kennis|Onderzoeks?|Ontwikkel(?:ings)?|Samenwerkings|Project(?:en)?|Raam
        |Bestuurs|Onderhandelings|Deel|Wetgevings|Verkiezings|Partij|Kamer|\w{0,20}?[Rr]aads?|Handels
        |Vrijhandels
        |Partnerschaps|Schengen|Vredes|Basis|Eind|Tussen|Plan|Tele|Di|Re|Super|Pro|Vergader|Cao
        |Kinder|Jaar|Onderwijs|Les|Zorg|Tv|Master|Bachelor|Minor|Keuze|Opleidings|Voorlichtings
        |Investerings|Veranderings?|Verbeter|Aanvals|Begeleidings|Behandel|Rijks\w{0,20}
        |Commissiewerk|Inkoop|Arbeidsvoorwaarden|Trans|Kader|Meet|Toezicht|Inspectie|Concept\w*)
        (?:programma|agenda|akkoord|strategie|pact|visie|plan)\Z""",
    re.VERBOSE,
)
_SURE_PLAN = later(r"\w*(?:beleids|beschermings|herstel|versterkings|actie|punten|aanvals)plan\Z")
_PREFIX = later(rf"(?<![\w-])(?!VN-)[{UP}][\w’]{{1,9}}-\Z")
_LOW_BEFORE = later(r"(?<!\S)(?!(?:g?een|en|of)\s)\S{0,40}[a-zß-ÿ,:][ \t\xa0]{1,9}\Z")


def _one_word(text: str, start: int, name: str) -> int:
    """Where the one word with a capital at ``start`` begins if it is a name, or -1.

    Within a sentence "de" or "het" stands before it; in a title words with small letters do, and
    a prefix makes it a name too ("STS-Verbeterplan").
    """
    word = _ONE_WORD.match(name)
    prefix = _PREFIX.search(text, max(0, start - 12), start)
    first = start if prefix is None else prefix.start()
    if word is None or is_listed(name) or (prefix is None and _ANY_PAPERS.match(name)):
        return -1
    if not word["plan"] and prefix is None and THE.search(text, max(0, start - 50), start):
        return start
    if word["plan"] and not _SURE_PLAN.match(name) and prefix is None:
        return -1
    if not _LOW_BEFORE.search(text, max(0, first - 50), first):
        return -1
    return first if title_around(text, first) else -1


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "programme-headed",
        # \b knows ASCII only; the parser looks whether a word begins there.
        rf"(?:\b[A-Z]|[À-ÖØ-Þ])[{LOW}]{{0,25}}{ENDING}\b|\b{_ALONE}\b",
        parse_headed,
        layer="programme",
        rules=(
            Rule(
                "programme.headed",
                "de Regionale Onderwijsagenda Twente 2025-2030 is",
                ("x-regionale-onderwijsagenda-twente",),
            ),
            Rule("programme.word", "volgens de Dijkenstrategie is", ("x-dijkenstrategie",)),
        ),
    ),
)
