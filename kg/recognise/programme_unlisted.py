"""Programmes that the table need not know: named in quotation marks, or by capitals.

"het programma ‘Samen Sterk in de Wijk’", "het Nationaal Kennisprogramma Stikstof", "de
Uitvoeringsagenda Curaçao". A name the table does not know gets an id of its own ("x-…"), made
from its words, so that it is not lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention, Programme, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.programme_table import full_name, known, slug
from kg.text import fold_space

_KIND = r"(?:programma|aanpak|akkoord|agenda|actieplan|programmaplan|pact)"
_OPEN = "\"'‘’“”„«‚"
_CLOSE = "\"'’”“»‘"
_QUOTED = later(
    rf"{_KIND}\s{{1,60}}[{_OPEN}](?P<name>[^\W_][^{_CLOSE}\n]{{1,110}}"
    rf"(?:\n[^{_CLOSE}\n]{{1,110}}){{0,2}}?(?:['’][a-z][^{_CLOSE}\n]{{0,80}})?)[{_CLOSE}](?!\w)",
    re.IGNORECASE,
)


def parse_quoted(text: str, start: int, end: int) -> Iterator[Mention]:
    """The programme whose name stands in quotation marks at ``start``.

    >>> [m] = parse_quoted("de aanpak ‘Samen Sterk in de\\nWijk’ is", 3, 9)
    >>> m.value
    Programme(id='x-samen-sterk-in-de-wijk', name='Samen Sterk in de Wijk')
    """
    match = _QUOTED.match(text, start)
    if match is None:
        return
    name = fold_space(match["name"]).rstrip(" .,;:")
    if not 3 <= len(name) <= 120 or len(name.split()) > 14 or re.search(r"[.!?;]\s", name):
        return
    span = Span(match.start("name"), match.end("name"))
    listed = known(name)
    if listed is not None:
        value = Programme(listed, full_name(listed))
        yield Mention("programme", span, span.of(text), "programme.quoted", value)
    elif name[0].isupper() or name[0].isdigit():
        yield _unlisted(text, span, name, "programme.quoted-unknown")


def _unlisted(text: str, span: Span, name: str, rule: str) -> Mention:
    value = Programme(f"x-{slug(name)}", name)
    return Mention("programme", span, span.of(text), rule, value)


# --- names by their capitals --------------------------------------------------------------------

_UP, _LOW = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ-"
_GAP = r"(?:[ \t\xa0]{0,40}\r?\n[ \t\xa0]{0,120}|[ \t\xa0]{1,40})"
_CAPITAL = rf"[{_UP}](?:[\w’'&]|-(?=\w)){{1,40}}"
_SMALL = r"(?:voor|van|in|op|met|tegen)"
_ENDING = r"(?:programma|agenda|akkoord|plan|strategie|pact|aanpak)"
_REACH = "Nationaal|Nationale|Landelijke?|Integraal|Integrale|Rijksbrede?|Strategische?"
_FIRST = later(
    rf"""\b(?:(?:{_REACH}|Interbestuurlijke?){_GAP}(?:{_CAPITAL}{_GAP}){{0,2}}?
            [{_UP}][\w-]{{0,40}}?(?i:{_ENDING})\b
      | [{_UP}][{_LOW}]{{0,30}}?{_ENDING}\b(?={_GAP}[{_UP}])
      | (?:Strategische|Landelijke|Nationale){_GAP}(?:agenda|aanpak|strategie)\b
            (?={_GAP}voor{_GAP}(?:de|het){_GAP}[{_UP}])
      | (?P<plain>[Pp]rogramma)\b(?={_GAP}[{_UP}]))""",
    re.VERBOSE,
)
_GOES_ON = later(
    rf"""{_GAP}(?:en{_GAP}|{_SMALL}{_GAP}(?:(?:de|het){_GAP})?)?
        (?P<word>(?!Q[1-4]\b){_CAPITAL})""",
    re.VERBOSE,
)
_BARE = later(
    r"\w+\s(?:Actieplan|Programma|Plan|Agenda|Akkoord|Strategie|Aanpak|Pact)\Z", re.IGNORECASE
)
_NO_NAME = frozenset(
    """de het een deze dit die dat als op in uit aan bij met naar voor van na door om over te wat
    hoe en of er ik wij we u uw zij hij is zijn ook nu verder daarnaast tweede kamer minister
    staatssecretaris ministerie ministers nr vergaderjaar kamerstuk kamerstukken brief verslag
    motie amendement bijlage tijdens zaak datum eisen raad europese nederlandse europees nederland
    opmerking periode product waardering grondslag april mei juni juli""".split()
)
_NO_KIND = later(
    r"""\A(?:Impact|Examen|Regeer|Coalitie|Verkiezings|Bestemmings|Hoofdlijnen|Werkplan
        |Handelsakkoord|Associatie|Principe|Ontwerp|Jaarplan|Begrotings|Computer|Televisie|Radio
        |Software|Incidenten|Kabinets|Subsidie|Structuurplan|Omgevingsplan|Vervoers?plan
        |Onderzoeks?|Migratiepact|Regioplan)""",
    re.VERBOSE,
)
_ALONE = later(r"\s{0,9}[A-Z][^\n]{0,30}\n")


def parse_shaped(text: str, start: int, end: int) -> Iterator[Mention]:
    """The programme whose capitals show it at ``start``; one of the table is left to the table.

    >>> [m.value.name for m in parse_shaped("het Nationaal Kennisprogramma Stikstof is", 4, 12)]
    ['Nationaal Kennisprogramma Stikstof']
    >>> list(parse_shaped("Programma De Minister", 0, 9))
    []
    """
    first = _FIRST.match(text, start)
    if first is None or _NO_KIND.match(first[0]):
        return
    stop, words = first.end(), 0
    while words < 6:
        more = _GOES_ON.match(text, stop)
        if more is None or more["word"].casefold().rstrip("'’") in _NO_NAME:
            break
        if words and "\n" in more[0] and _ALONE.match(text, stop):
            break
        stop, words = more.end(), words + 1
    name = fold_space(text[start:stop])
    if first["plain"]:  # one word behind it may be anything: "het programma Nieuwsuur"
        name = name[0].upper() + name[1:]
        rest = name.split(" ")[1:]
        if words < 2 or rest[1].isupper() or _holds_listed(rest):
            return
        listed = known(f"Nationaal {name}")
        if listed is not None:
            span, value = Span(start, stop), Programme(listed, full_name(listed))
            yield Mention("programme", span, span.of(text), "programme.shaped", value)
            return
    if " " not in name or len(name) < 12 or _BARE.match(name) or _is_listed(name):
        return
    yield _unlisted(text, Span(start, stop), name, "programme.shaped")


def _is_listed(name: str) -> bool:
    """Whether the table has the name, or its first words."""
    words = name.split()
    return any(known(" ".join(words[:count])) is not None for count in range(1, len(words) + 1))


def _holds_listed(words: list[str]) -> bool:
    """Whether a name of the table begins or ends with these words, or stands among them."""
    return any(_is_listed(" ".join(words[at:])) for at in range(len(words)))


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "programme-quoted",
        rf"(?i:{_KIND})\s{{1,60}}(?:\"|'|‘|’|“|”|„|«|‚)",
        parse_quoted,
        layer="programme",
        rules=(
            Rule(
                "programme.quoted",
                "de aanpak ‘Mentale Gezondheid: van ons allemaal’ is",
                ("prog-mentale-gezondheid-van-ons-allemaal",),
            ),
            Rule(
                "programme.quoted-unknown",
                "het programma “Samen Sterk in de Wijk” loopt",
                ("x-samen-sterk-in-de-wijk",),
            ),
        ),
    ),
    Recogniser(
        "programme-shaped",
        rf"\b(?:{_REACH}|Interbestuurlijke?)\s{{1,40}}(?:[{_UP}]|agenda|aanpak|strategie)"
        # \b knows ASCII only; the parser looks whether a word begins there.
        rf"|(?:\b[A-Z]|[À-ÖØ-Þ])[{_LOW}]{{0,30}}{_ENDING}\s{{1,40}}[{_UP}]"
        rf"|\b[Pp]rogramma\s{{1,40}}[{_UP}]",
        parse_shaped,
        layer="programme",
        rules=(
            Rule(
                "programme.shaped",
                "de Uitvoeringsagenda Curaçao is vastgesteld",
                ("x-uitvoeringsagenda-curacao",),
            ),
        ),
    ),
)
