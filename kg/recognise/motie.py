"""Motions and amendments named by who submitted them, or by a number without a dossier.

"de motie van het lid X (FRACTIE) c.s. over …", "motie-X/Y", "moties Omtzigt (34682154) en
Ouwehand (36410-XIV-66)", "Motie 25295, nr. 1892, leden Hijink en Paulusma", "motie op stuk nr.
199", "Zij krijgt nr. 15 (35300-V).", a heading "MOTIE VAN DE LEDEN …". A motion of a party or of
the Kamer, and a motion of no confidence, are no motions by name.

The mention's span is the name ("motie van het lid Mohandis"), its citation all that is printed of
it with topic and number. Motions announced together share one citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention, Role, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.motie_named import Head, mentions, motie, read_named
from kg.recognise.motie_numbered import LOOK_BACK, parse_krijgt, read_numbered
from kg.recognise.motie_tail import Tail
from kg.recognise.names import GAP, TITLES, read_names

__all__ = ["RECOGNISERS", "parse", "parse_krijgt", "parse_request", "title_case"]

_HEAD = later(
    r"(?P<noun>(?:sub)?amendement(?P<en>en)?|motie(?P<s>s)?)(?![\w])", re.IGNORECASE
)
_AMENDED = later(
    r"(?:nader\s{1,40})?gewijzigde?\s{1,40}(?:aangenomen\s{1,40})?\Z", re.IGNORECASE
)
_YOURS = later(r"\b(?:uw|mijn|jouw)\s{1,40}\Z", re.IGNORECASE)


def parse(text: str, start: int, end: int) -> Iterator[Mention]:
    """The motions named at ``start``, where "motie" or "amendement" stands.

    >>> for m in parse("de motie van de leden Bikker (CU) c.s. over een steunpakket.", 3, 8):
    ...     print(m.surface, m.value.submitters, m.value.cs, m.value.topic, sep=" | ")
    motie van de leden Bikker (CU) c.s. | ('Bikker',) | True | een steunpakket
    >>> list(parse("de motie van de Kamer", 3, 8))
    []
    """
    match = _HEAD.match(text, start)
    if match is None:
        return
    noun = match["noun"]
    if noun.isupper():
        yield from _title(text, match)
        return
    before = text[max(0, start - LOOK_BACK) : start]
    head = Head(
        start,
        match.end(),
        plural=bool(match["s"] or match["en"]),
        amendment="amend" in noun.lower(),
        amended=_is_amended(before),
    )
    named = () if _asked_of(before) else read_named(text, head, before)
    yield from named or read_numbered(text, head, before)


def _asked_of(before: str) -> bool:
    """ "een vraag over uw motie van mevrouw Kuik": who asks, not who submitted it."""
    return before.rstrip()[-2:] in ("uw", "jn") and _YOURS.search(before) is not None


def _is_amended(before: str) -> bool:
    """Whether "gewijzigde" stands right before the noun; the last letters mostly deny it."""
    if not before.rstrip()[-3:].lower().endswith(("gd", "gde", "men")):
        return False
    return _AMENDED.search(before) is not None


# --- the title of a motion itself, in capitals --------------------------------------------------

_CAPITALS = later(
    r"""\s(?:VAN\ )?(?:HET\ |DE\ ){0,2}(?:LID|LEDEN)\s{1,9}
        (?P<names>[^\na-z|]{2,160}(?:\n[ \t|]{0,120}(?=[^\na-z]{4})[^\na-z|\d]{2,120}){0,3})""",
    re.VERBOSE,
)


def _title(text: str, noun: re.Match[str]) -> Iterator[Mention]:
    """ "GEWIJZIGDE MOTIE VAN DE LEDEN INGE VAN DIJK EN GRINWIS": the motion's own title."""
    found = _CAPITALS.match(text, noun.end())
    names = read_names(title_case(found["names"]), 0) if found else None
    if found is None or names is None:
        return
    span = Span(noun.start(), found.start("names") + names.end)
    before = text[max(0, noun.start() - 30) : noun.start()].rstrip()
    head = Head(
        span.start,
        noun.end(),
        amendment=noun["noun"].startswith(("AMEND", "SUB")),
        amended=before.endswith("GEWIJZIGDE"),
    )
    value = motie(head, names, Tail(span.end))
    yield Mention("motie", span, span.of(text), "motie.title", value, role=Role.OWN)


_SMALL = frozenset("van de den der ten ter el op in tot te en c.s. het lid leden".split())
_OPENS = frozenset("van de den ter ten el".split())
_PARTS = later(r"(\s+|[-/,()])")
_AFTER = frozenset(("", "en", "lid", "leden", ","))


def title_case(heading: str) -> str:
    """A heading in capitals written as names are in running text, of the same length.

    >>> title_case("INGE VAN DIJK EN VAN DER STAAIJ C.S.")
    'Inge van Dijk en Van der Staaij c.s.'
    """
    return "".join(_words(heading))


def _words(heading: str) -> Iterator[str]:
    previous = ""
    for part in _PARTS.split(heading):
        lower = part.lower()
        if not part.strip() or len(lower) != len(part):
            yield part
            continue
        opens = lower in _OPENS and previous in _AFTER
        first = lower[:1].upper() if len(lower[:1].upper()) == 1 else lower[:1]
        yield lower if lower in _SMALL and not opens else first + lower[1:]
        previous = lower


# --- requests in a list that is announced as moties ---------------------------------------------

_REQUEST = later(rf"[Vv]erzoek{GAP}van{GAP}(?:{TITLES}){GAP}")
_ANNOUNCED = later(r"\bmoties[^.:?!]{0,80}:\s")
_BULLET = later(
    r"""(?:
            (?:^|\n)[ \t\xa0]{0,80}(?:[•●▪◦o*–—-]|\(?\d{1,2}[.)]|[a-z][.)])
            (?:[ \t\xa0]{1,20}|[ \t\xa0]{0,20}\n[ \t\xa0]{0,20})  # a bullet on its own line
          | [;:][ \t\xa0]{0,20}\n[ \t\xa0]{0,80}  # a program left the bullets out
        )(?:Het|Een|het)\s{1,40}\Z""",
    re.VERBOSE,
)
_LIST_BACK = 2000


def parse_request(text: str, start: int, end: int) -> Iterator[Mention]:
    """ "Het verzoek van het lid Grinwis c.s. om …" as an entry of a list announced as moties.

    >>> text = "de volgende moties:\\n- Het verzoek van het lid Grinwis c.s. om te meten;"
    >>> [m.value.submitters for m in parse_request(text, 26, 33)]
    [('Grinwis',)]
    """
    match = _REQUEST.match(text, start)
    if match is None or not _BULLET.search(text[max(0, start - 120) : start]):
        return
    if not _ANNOUNCED.search(text, max(0, start - _LIST_BACK), start):
        return
    names = read_names(text, match.end())
    if names is not None:
        yield from mentions(text, Head(start, match.end()), names, "motie.request-in-list")


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "motie",
        r"\b(?i:moties?|(?:sub)?amendement(?:en)?)\b",
        parse,
        layer="name",
        rules=(
            Rule("motie.hyphen", "de motie-Van der Staaij/Bikker c.s.", (None,)),
            Rule("motie.lid", "de motie van het lid Mohandis", (None,)),
            Rule("motie.handed-in", "de motie die het lid Bikker heeft ingediend", (None,)),
            Rule("motie.van", "de motie van Bikker c.s. over een pakket", (None,)),
            Rule("motie.bare", "de motie Weyenberg/Smulders", (None,)),
            Rule("motie.ingediend", "de door het lid Bikker ingediende motie over X", (None,)),
            Rule("motie.topic-first", "de motie over meldingen van het lid Bikker", (None,)),
            Rule("motie.topic-number", "de motie over zorg (Kamerstuk 31 765, nr. 5)", (None,)),
            Rule("motie.number", "de motie op stuk nr. 199 van de heer Bos", (None,)),
            Rule("motie.anonymous", "uw Kamer nam een motie aangenomen die oproept", (None,)),
            Rule("motie.possessive", "onze motie over zelfregiecentra", (None,)),
            Rule("motie.title", "MOTIE VAN DE LEDEN BIKKER EN VAN DIJK", (None,)),
        ),
    ),
    Recogniser(
        "motie-krijgt",
        r"\b[Zz]ij\s{1,40}krijgt\s{1,40}nr",
        parse_krijgt,
        layer="name",
        rules=(Rule("motie.krijgt-nr", "Zij krijgt nr. 15 (35300-V).", (None,)),),
    ),
    Recogniser(
        "motie-list",
        r"\b[Vv]erzoek\s{1,40}van\s{1,40}(?:het|de|mevrouw)\b",
        parse_request,
        layer="name",
        rules=(
            Rule(
                "motie.request-in-list",
                "de volgende moties:\n- Het verzoek van het lid Bos om te meten;",
                (None,),
            ),
        ),
    ),
)
