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
from dataclasses import dataclass, replace

from kg.model import Mention, Motie, Role, Span
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.names import MARK, Names, is_known, read_names, title_case
from kg.recognise.topic import joined, read_topic

_HEAD = re.compile(r"(?P<noun>(?:sub)?amendement(?P<en>en)?|motie(?P<s>s)?)(?![\w])", re.IGNORECASE)
_WS = (
    r"(?:[ \t\xa0]{0,80}\r?\n[ \t\xa0]{0,120}(?:\d{1,2}[ \t]{0,9}\n\s{0,120})?"
    r"|[ \t\xa0]{1,80})"
)
_TITLE = (
    r"(?:(?:het|de|oud-)\s{1,40})?(?:[\w&]{2,14}-)?(?:(?:[Tt]weede |[Ee]erste )?[Kk]amer)?(?P<who>lid|leden)"
    r"|(?:de\s{1,40})?(?P<heer>heer|heren)|mevrouw|mevr\.|mw\.|dhr\.|meneer|(?:de\s)?collega(?:['’]?s)?"
)
_ANY = re.sub(r"\?P<\w+>", "?:", _TITLE)
_HYPHEN = re.compile(rf"[-‐‑](?:{_WS})?(?=[^\W\d_]|['’])")
_VAN_TITLE = re.compile(rf"{_WS}van{_WS}(?:{_TITLE}){_WS}")
_LID = re.compile(rf"{_WS}(?:(?:het|de){_WS})?(?:[Kk]amer)?(?P<who>lid|leden){_WS}(?P<heer>\b)?")
_HANDED_IN = re.compile(rf"{_WS}(?:die|welke){_WS}(?:door{_WS})?(?:{_TITLE}){_WS}")
_INGEDIEND = re.compile(
    rf"(?:{_WS}\w{{1,14}}){{0,6}}{_WS}(?:ingediend|voorgesteld|ingebracht)(?:{_WS}(?:is|zijn|heeft|hebben|werd))?"
)
_VAN = re.compile(rf"{_WS}(?=van{_WS}(?:[^\W\d_a-z]|['’]t|de[rn]?\s|te[rn]\s|el\s))")
_BARE = re.compile(rf"{_WS}(?=[^\W\d_a-z]|['’]t\s|(?:van|de[rn]?|te[rn]|el)\s)")
_BY = re.compile(
    rf",?{_WS}(?:(?:die|welke){_WS}(?:is|zijn|werd|was){_WS})?(?:ingediend|voorgesteld){_WS}door{_WS}"
    rf"(?:{_TITLE}){_WS}"
)
# A number behind the name: in brackets, after Kamerstuk, or as a stuk of the debate.
_BRACKET = re.compile(
    r"\s{0,60}\((?=[^()]{0,120}(?:\d{2}[ .\xa0]?\d{3}|[Nn]rs?\.?\s?\d|\d{4}[ZD]\d|[Kk]enmerk))"
    r"[^()]{1,220}(?:\([^()]{0,40}\)[^()]{0,80})?\)"
)
_PRINTED = re.compile(
    r",?\s{1,60}(?:\(?[Kk]amerstuk(?:ken|nummer)?|TK|Kamernr\.?)\s{1,20}[^.;()\n]{0,40}?\d[\d .]{4,6}"
    r"[^.;()\n]{0,20}?(?:nrs?\.?\s{0,3}|[-/])\d{1,4}(?:(?:,\s?|\sen\s)\d{1,4}\b){0,6}"
)
_STUK = re.compile(
    r",?\s{1,60}(?:(?:op|met|onder)\s{1,40}(?:het\s{1,40})?(?:stuk|nummer)\s{0,40}(?:nrs?\.?)?|nrs?\.)"
    r"\s{0,9}(?P<number>\d{1,4}(?!\d))(?:,\s?(?P<letter>[IVX]{1,4})\b)?(?!\s?\d{3})"
)
_DOSSIER = re.compile(
    r"(?:\s{1,40}|\s{0,40},\s{0,40})(?P<id>\d{2}[ .\xa0]?\d{3}(?:[ \xa0]?[-–]?[ \xa0]?(?:[IVX]{1,6}|\d{2}|[A-H])\b)?"
    r"(?:,?\s{0,9}nrs?\.?\s{0,9}|[-–/]|\s)\d{1,4})\b"
)
# The web page of a vote prints who submitted it, what was decided, and then its number.
_VOTED = re.compile(
    r"\s{1,120}Indieners?:[^\n]{1,160}\s{1,60}(?:Mede-?indieners?:[^\n]{1,400}\s{1,60})?Besluit:[^\n]{1,80}\s{1,60}"
    r"(?:Motie|Amendement)\s{1,60}\d{5}(?:-[A-Z]{1,6}|-\d\d)?-\d{1,4}\b"
)
_LATER_NAMES = re.compile(rf",?{_WS}(?:van{_WS})?(?:{_ANY}){_WS}")
_TOPIC_FIRST = re.compile(
    rf"{_WS}(?:over|inzake|om){_WS}(?P<topic>[^.;:()?!]{{3,160}}?),?{_WS}(?:van|door){_WS}"
    rf"(?:het{_WS}lid|de{_WS}leden|(?:het{_WS})?Kamerlid|mevrouw|de{_WS}he(?:er|ren)){_WS}"
)
_AMENDED = re.compile(r"(?:nader\s{1,40})?gewijzigde?\s{1,40}(?:aangenomen\s{1,40})?\Z", re.IGNORECASE)
_SINGLED_OUT = re.compile(
    r"\b(?:de|het|deze|die|aangenomen|aangehouden|ingediende|gewijzigde|betreffende|eerdere|genoemde)"
    r"\s{1,40}\Z",
    re.IGNORECASE,
)
_SUBMITTED = re.compile(
    rf"door{_WS}(?:{_ANY}){_WS}(?P<rest>.{{3,160}})"
    r"\s(?:ingediende|voorgestelde|ingebrachte)(?:\s(?:en\s)?(?:\w{1,12}\s)?(?:aangenomen|gewijzigde))?\s{1,40}\Z",
    re.DOTALL,
)
_POSSESSIVE = re.compile(
    r"\b(?P<whose>[Zz]ijn|[Hh]aar|[Mm]ijn|[Oo]nze|[Hh]un)\s{1,40}(?:\w{4,14}\s{1,40})?\Z"
)
_ON_REQUEST = re.compile(rf"[Oo]p verzoek van (?:{_ANY}){_WS}(?P<rest>[^.;!?]{{3,120}})\Z")
_MINE = re.compile(
    rf"{_WS}(?:die|welke){_WS}(?:ik|wij|we){_WS}(?:\w{{1,12}}{_WS}){{0,5}}(?:heb|hebben|had){_WS}"
    rf"(?:\w{{1,12}}{_WS}){{0,4}}?(?:ingediend|aangehouden)(?={_WS}(?:over|om|inzake)\b)"
)
_CARRIED = re.compile(rf"{_WS}(?:is\s{{1,9}})?aangenomen(?=,?{_WS}(?:die|waarin|waarmee|waarbij|om|over)\s)")
_ASKED = re.compile(rf"{_WS}(?:is\s{{1,9}})?(?:verzocht|gevraagd|opgeroepen)(?=,?{_WS}om\s)")
_A_MOTION = re.compile(r"\b[Ee]en\s{1,40}\Z")
_BY_THE_KAMER = re.compile(rf"{_WS}van{_WS}(?:uw|de|deze){_WS}(?:(?:[TtEe]weede|[Ee]erste){_WS})?[Kk]amer")
_LOOK_BACK = 220


@dataclass(frozen=True, slots=True)
class _Head:
    """The noun of a motion and what stands before it."""

    start: int
    end: int
    plural: bool
    amendment: bool
    amended: bool


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows a name: where the printed number and the topic end, and what they say."""

    end: int
    number: str | None = None
    topic: str | None = None


def parse(text: str, start: int, end: int) -> Iterator[Mention]:
    """The motions named at ``start``, where "motie" or "amendement" stands.

    >>> from kg.model import Span
    >>> for m in parse("de motie van de leden Bikker (CU) c.s. over een steunpakket.", 3, 8):
    ...     print(m.surface, m.value.submitters, m.value.cs, m.value.topic, sep=" | ")
    motie van de leden Bikker (CU) c.s. | ('Bikker',) | True | een steunpakket
    >>> list(parse("de motie van de Kamer", 3, 8))
    []
    """
    match = _HEAD.match(text, start)
    if match is None:
        return
    before = text[max(0, start - _LOOK_BACK) : start]
    noun = match["noun"]
    if noun.isupper():
        yield from _heading(text, match)
        return
    head = _Head(
        start,
        match.end(),
        plural=bool(match["s"] or match["en"]),
        amendment="amend" in noun.lower(),
        amended=_AMENDED.search(before) is not None,
    )
    yield from _named(text, head, before) or _numbered(text, head, before)


def _named(text: str, head: _Head, before: str) -> tuple[Mention, ...]:
    """The motions whose submitters are printed behind the noun."""
    hyphen = _HYPHEN.match(text, head.end)
    if hyphen:
        return _row(text, head, hyphen.end(), "motie.hyphen", slashes=not head.plural)
    titled = _VAN_TITLE.match(text, head.end) or _BY.match(text, head.end)
    if titled:
        return _titled(text, head, titled, "motie.lid")
    lid = _LID.match(text, head.end)
    if lid:
        return _titled(text, head, lid, "motie.lid")
    handed = _HANDED_IN.match(text, head.end)
    if handed:
        return _handed_in(text, head, handed)
    van = _VAN.match(text, head.end)
    if van:
        return _row(text, head, van.end(), "motie.van", loose=True)
    bare = _BARE.match(text, head.end)
    if bare:
        return _row(text, head, bare.end(), "motie.bare", certain=_singled_out(head, before))
    return ()


def _singled_out(head: _Head, before: str) -> bool:
    return not head.plural and _SINGLED_OUT.search(before) is not None


def _titled(
    text: str, head: _Head, match: re.Match[str], rule: str
) -> tuple[Mention, ...]:
    """ "van het lid A", "van de leden A en B", "van de heer A en mevrouw B"."""
    each = head.plural and match["who"] != "leden" and match["heer"] != "heren"
    names = read_names(text, match.end(), joint=not each)
    if names is None:
        return ()
    return _mentions(text, head, [names], rule, more=each)


def _handed_in(text: str, head: _Head, match: re.Match[str]) -> tuple[Mention, ...]:
    """ "de motie die het lid Bikker heeft ingediend over …"."""
    names = read_names(text, match.end())
    verb = _INGEDIEND.match(text, names.end) if names else None
    if names is None or verb is None:
        return ()
    return _mentions(text, head, [replace(names, end=verb.end())], "motie.lid", more=False)


def _row(
    text: str,
    head: _Head,
    at: int,
    rule: str,
    *,
    loose: bool = False,
    slashes: bool = False,
    certain: bool = False,
) -> tuple[Mention, ...]:
    """Names right behind the noun; plain words are kept out by the table and by company."""
    names = read_names(text, at, loose=loose, joint=not head.plural and not slashes)
    if names is None:
        return ()
    if slashes:
        names = _joined(text, at, names)
    sure = slashes or names.cs or len(names.names) > 1 or any(n.party for n in names.names)
    numbered = _number(text, names.end) is not None
    if not (sure or certain or numbered or is_known(names.names[0].printed)):
        return ()
    return _mentions(text, head, [names], rule, more=head.plural)


_GOES_ON = re.compile(r"\s{0,40}(?:c\.?\s?s\b|\(|[.,;:?]|over\b|om\b|inzake\b|waarin\b|\Z)")


def _joined(text: str, at: int, names: Names) -> Names:
    """ "motie-A en B" is one motion where no verb follows B."""
    joint = read_names(text, at)
    if joint is None or len(joint.names) == len(names.names):
        return names
    if joint.cs or _GOES_ON.match(text, joint.end):
        return joint
    return names


def _mentions(
    text: str, head: _Head, rows: list[Names], rule: str, *, more: bool
) -> tuple[Mention, ...]:
    """The mentions of one citation: several motions where the noun is a plural."""
    tail = _read_tail(text, rows[-1].end)
    while len(rows) < 12:
        following = _following(text, tail.end)
        if following is None or not (more or _both_numbered(text, tail, following)):
            break
        rows.append(following)
        tail = _read_tail(text, following.end)
    citation = Span(head.start, tail.end)
    found = []
    for number, names in enumerate(rows):
        span = Span(head.start if number == 0 else names.names[0].span.start, names.end)
        value = _value(head, names, tail)
        found.append(
            Mention("motie", span, span.of(text), rule, value, citation=citation)
        )
    return tuple(found)


_NEXT = re.compile(
    rf"(?:\s{{0,40}},)?\s{{1,60}}en\s{{1,60}}(?:(?:de|die)\s{{1,40}})?(?:motie[s-]{{0,2}}\s{{0,40}})?"
    rf"(?:van{_WS})?(?:(?:{_ANY}){_WS})?|\s{{0,40}},\s{{0,60}}(?:van{_WS})?(?:(?:{_ANY}){_WS})?"
)


def _both_numbered(text: str, tail: _Tail, following: Names) -> bool:
    """ "motie Ferrier (32605/45) en El Fassed (32605/34)": two, though the noun is singular."""
    before = text[max(0, tail.end - 40) : tail.end].rstrip()
    return before[-1:] in ")0123456789" and _number(text, following.end) is not None


def _following(text: str, at: int) -> Names | None:
    """The next motion of a list ("… en Geurts/Lodders", "… en van het lid B")."""
    match = _NEXT.match(text, at)
    if match is None:
        return None
    return read_names(text, match.end(), joint=False)


def _value(head: _Head, names: Names, tail: _Tail) -> Motie:
    submitters = tuple(dict.fromkeys(name.printed for name in names.names))
    return Motie(submitters, names.cs, tail.topic, tail.number, head.amended, head.amendment)


def _read_tail(text: str, at: int) -> _Tail:
    """The number and the topic printed behind a name, in either order."""
    mark = MARK.match(text, at)
    at = mark.end() if mark else at
    tail = _Tail(at)
    number = _number(text, at)
    if number is not None:
        tail = _Tail(*number)
        mark = MARK.match(text, tail.end)
        tail = replace(tail, end=mark.end()) if mark else tail
    topic = read_topic(text, tail.end)
    if topic is not None:
        tail = replace(tail, topic=topic.text, end=topic.end)
        number = _number(text, tail.end)
        if number is not None and tail.number is None:
            tail = replace(tail, end=number[0], number=number[1])
    page = _VOTED.match(text, tail.end)
    return replace(tail, end=page.end()) if page else tail


def _number(text: str, at: int) -> tuple[int, str | None] | None:
    """Where a number printed at ``at`` ends; its digits where no dossier stands with them."""
    stuk = _STUK.match(text, at)
    if stuk:
        bracket = _BRACKET.match(text, stuk.end())
        return (bracket.end(), None) if bracket else (stuk.end(), stuk["number"])
    for form in (_BRACKET, _PRINTED, _DOSSIER):
        match = form.match(text, at)
        if match:
            return match.end(), None
    return None


def _numbered(text: str, head: _Head, before: str) -> Iterator[Mention]:
    """Motions known by a number or by whose they are, the submitter elsewhere or unprinted."""
    submitted = _SUBMITTED.search(before)
    if submitted:
        names = read_names(submitted["rest"] + " ", 0)
        if names is not None:
            yield from _anonymous(text, head, head.end, "motie.ingediend", names)
            return
    topical = _TOPIC_FIRST.match(text, head.end)
    if topical and not head.plural:
        names = read_names(text, topical.end())
        if names is not None:
            yield from _topic_first(text, head, topical, names)
            return
    kamer = _BY_THE_KAMER.match(text, head.end)
    end = kamer.end() if kamer else head.end
    number = _number(text, end)
    if number is not None:
        yield from _with_number(text, head, before, number)
        return
    whose = _POSSESSIVE.search(before)
    mine = _MINE.match(text, head.end)
    carried = _A_MOTION.search(before) and (
        _CARRIED.match(text, head.end) or _ASKED.match(text, head.end)
    )
    if mine or carried:
        article = _A_MOTION.search(before)
        begin = head.start - (len(article[0]) if article else 0)
        at = (mine or carried).end()
        yield from _anonymous(text, replace(head, start=begin), at, "motie.anonymous")
    elif whose and not head.plural:
        begin = max(0, head.start - _LOOK_BACK) + whose.start()
        tail = _read_tail(text, head.end)
        if tail.topic:
            yield from _anonymous(text, replace(head, start=begin), head.end, "motie.possessive")


def _topic_first(
    text: str, head: _Head, topical: re.Match[str], names: Names
) -> Iterator[Mention]:
    """ "de motie over het niet-spoednummer van het lid Van Nispen"."""
    tail = _read_tail(text, names.end)
    value = replace(_value(head, names, tail), topic=joined(topical["topic"]))
    span = Span(head.start, names.end)
    whole = Span(head.start, tail.end)
    yield Mention("motie", span, span.of(text), "motie.topic-first", value, citation=whole)


def _with_number(
    text: str, head: _Head, before: str, number: tuple[int, str | None]
) -> Iterator[Mention]:
    """ "motie op stuk nr. 199 van de leden A en B", "zijn motie (35300-V, nr. 22)"."""
    end, digits = number
    names = _names_behind(text, end)
    whose = _POSSESSIVE.search(before)
    if names is not None:
        span, end = Span(head.start, names.end), names.end
    else:
        names = _requested(before[: whose.start()]) if whose else None
        begin = max(0, head.start - _LOOK_BACK) + whose.start() if whose else head.start
        span = Span(begin, end if digits else head.end)
    tail = _read_tail(text, end)
    printed = tuple(dict.fromkeys(n.printed for n in names.names)) if names else ()
    cs = names.cs if names else False
    value = Motie(
        printed, cs, tail.topic, digits or tail.number, head.amended, head.amendment
    )
    whole = Span(span.start, tail.end)
    yield Mention("motie", span, span.of(text), "motie.number", value, citation=whole)


def _names_behind(text: str, at: int) -> Names | None:
    """Who submitted it, behind its number: "van de leden A en B", "leden A en B", "van A"."""
    titled = _LATER_NAMES.match(text, at)
    if titled:
        return read_names(text, titled.end())
    van = _VAN.match(text, at)
    names = read_names(text, van.end(), loose=True) if van else None
    return names if names and is_known(names.names[0].printed) else None


def _requested(before: str) -> Names | None:
    """The member on whose request "zijn motie" is held over."""
    match = _ON_REQUEST.search(before)
    return read_names(match["rest"], 0, joint=False) if match else None


def _anonymous(
    text: str, head: _Head, at: int, rule: str, names: Names | None = None
) -> Iterator[Mention]:
    """A motion whose submitters are not printed behind its name."""
    tail = _read_tail(text, at)
    printed = tuple(dict.fromkeys(n.printed for n in names.names)) if names else ()
    value = Motie(
        printed, names.cs if names else False, tail.topic, tail.number, head.amended, head.amendment
    )
    span = Span(head.start, head.end)
    yield Mention(
        "motie", span, span.of(text), rule, value, citation=Span(head.start, max(tail.end, at))
    )


_CAPITALS = re.compile(
    r"(?:VAN )?(?:HET |DE ){0,2}(?:LID|LEDEN)\s{1,9}(?P<names>[^\na-z|]{2,160}(?:\n[ \t|]{0,120}(?=[^\na-z]{4})[^\na-z|\d]{2,120}){0,3})"
)


def _heading(text: str, match: re.Match[str]) -> Iterator[Mention]:
    """ "GEWIJZIGDE MOTIE VAN DE LEDEN INGE VAN DIJK EN GRINWIS": the title of the motion itself."""
    found = _CAPITALS.match(text, match.end() + 1) if match.end() < len(text) else None
    if found is None:
        return
    printed = title_case(found["names"])
    names = read_names(printed, 0)
    if names is None:
        return
    span = Span(match.start(), found.start("names") + names.end)
    amended = text[max(0, match.start() - 30) : match.start()].rstrip().endswith("GEWIJZIGDE")
    value = Motie(
        tuple(dict.fromkeys(n.printed for n in names.names)),
        names.cs,
        amended=amended,
        amendment=match["noun"].upper().startswith(("AMEND", "SUB")),
    )
    yield Mention("motie", span, span.of(text), "motie.heading", value, role=Role.OWN)


_KRIJGT = re.compile(r"[Zz]ij\s{1,40}krijgt\s{1,40}nr\.?\s{0,9}(?P<number>\d{1,4})(?P<rest>\s{0,9}\([^()\n]{4,40}\))?")
_VOORGESTELD = re.compile(rf"voorgesteld{_WS}door{_WS}(?:{_ANY}){_WS}(?P<rest>.{{3,240}})", re.DOTALL)


def parse_krijgt(text: str, start: int, end: int) -> Iterator[Mention]:
    """A motion that gets its number in the debate.

    >>> [m.value.number for m in parse_krijgt("Zij krijgt nr. 15 (35300-V).", 0, 13)]
    [None]
    """
    match = _KRIJGT.match(text, start)
    if match is None:
        return
    before = text[max(0, start - 420) : start]
    proposed = None
    for proposed in _VOORGESTELD.finditer(before):
        continue
    names = read_names(proposed["rest"], 0) if proposed else None
    span = Span(match.start(), match.end())
    value = Motie(
        tuple(n.printed for n in names.names) if names else (),
        names.cs if names else False,
        number=None if match["rest"] else match["number"],
    )
    yield Mention("motie", span, span.of(text), "motie.krijgt-nr", value, citation=span)


_REQUEST = re.compile(rf"[Vv]erzoek{_WS}van{_WS}(?:{_TITLE}){_WS}")
_ANNOUNCED = re.compile(r"\bmoties[^.:?!]{0,80}:\s")
_BULLET = re.compile(r"(?:^|\n)[ \t\xa0]{0,80}(?:[•●▪◦o*–—-]|\(?\d{1,2}[.)]|[a-z][.)])[ \t\xa0]{1,20}(?:Het|Een|het)\s{1,40}\Z")


def parse_request(text: str, start: int, end: int) -> Iterator[Mention]:
    """ "Het verzoek van het lid Grinwis c.s. om …" as an entry of a list announced as moties."""
    match = _REQUEST.match(text, start)
    if match is None or not _BULLET.search(text[max(0, start - 120) : start]):
        return
    if not _ANNOUNCED.search(text[max(0, start - 2000) : start]):
        return
    names = read_names(text, match.end())
    if names is not None:
        head = _Head(start, match.end(), plural=False, amendment=False, amended=False)
        yield from _mentions(text, head, [names], "motie.request-in-list", more=False)


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "motie",
        r"\b(?i:motie|moties|amendement|amendementen)\b",
        parse,
        layer="name",
        rules=(
            Rule("motie.lid", "de motie van het lid Mohandis"),
        ),
    ),
    Recogniser("motie-nr", r"\b[Zz]ij\s{1,40}krijgt\s{1,40}nr", parse_krijgt, layer="name"),
    Recogniser(
        "motie-list",
        r"\b[Vv]erzoek\s{1,40}van\s{1,40}(?:het|de|mevrouw)\b",
        parse_request,
        layer="name",
    ),
)
