"""Posts and persons with their role, as printed.

"mede namens de minister van Sociale Zaken en Werkgelegenheid, de minister van …" names one post
after the other (with abbreviations in brackets, torn over lines, "de Staatssecretarissen van VWS
en van JenV" as two); "ook namens haar" is the post named just before. "de staatssecretaris van
VWS", "MLZS" name a post, "minister Helder", "mevrouw Beckerman", "het lid Futselaar (SP)" a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.authority.titles import parse_title, printed_titles
from kg.model import Bewindspersoon, Mention, Office, Span
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.names import is_known, read_names
from kg.text import fold, fold_space

_WS = (
    r"(?:[ \t\xa0]{0,80}\r?\n[ \t\xa0]{0,120}(?:\d{1,2}[ \t]{0,9}\n\s{0,120})?"
    r"|[ \t\xa0]{1,80})"
)
_GAP = re.compile(_WS)
_ROLE = re.compile(
    rf"(?:(?:[Dd]e|[Oo]nze|[Mm]ijn|[Zz]ijn|[Hh]aar){_WS})?(?:(?:demissionaire?|toenmalige?|voormalige?){_WS})?"
    r"(?P<role>[Mm]inister[- ][Pp]resident|[Mm]inisters?|[Ss]taatssecretaris(?:sen)?|[Bb]ewinds(?:lieden|personen|persoon)"
    r"|(?:ambtgeno(?:ot|te|ten)|collega(?:['’]?s)?))\b"
    rf"(?:,?{_WS}(?:tevens{_WS})?[Mm]inister(?={_WS}van{_WS}Algemene))?"
    rf"(?:{_WS}(?:van|voor|op|bij)(?:{_WS}het{_WS}[Mm]inisterie{_WS}van)?\b)?"
)
_UPPER = "A-ZÀ-ÖØ-ÞŠŽ"
_TOKEN = re.compile(rf"(?:[{_UPPER}][\w&’'.]{{0,40}}(?:-(?:{_WS})?[{_UPPER}][\w]{{1,30}})?-?)")
_BETWEEN = re.compile(
    rf",{_WS}(?:en{_WS}(?!van\b|voor\b|de\b))?|{_WS}(?:en|&|voor){_WS}(?!van\b|voor\b|de\b)|{_WS}[–-]{_WS}|{_WS}"
)
_AND = re.compile(
    rf"\s{{0,9}}(?:\([A-Z][\w&-]{{1,14}}\))?(?:\s{{0,9}},{_WS}(?:(?:en|alsmede|evenals|als{_WS}ook){_WS})?"
    rf"(?:(?:mede|ook){_WS})?(?:namens{_WS})?|{_WS}(?:en|alsmede|evenals){_WS}(?:(?:mede|ook){_WS})?(?:namens{_WS})?)"
)
_AGAIN_VAN = re.compile(rf"(?:van|voor){_WS}(?=[{_UPPER}])")
_BRACKET = re.compile(r"\s{0,9}\([A-Z][\w&-]{1,14}\)")
_BEHALF = re.compile(rf"(?P<how>[Mm]ede|[Oo]ok){_WS}namens{_WS}")
_PRONOUN = re.compile(r"(?:haar|hem)\b(?!\s{1,9}(?:fractie|partij|collega|minister))")
_ABBREVIATION = re.compile(
    r"(?:M|S|Min|Stas)(?:VWS|OCW|SZW|BZK|JenV|VenJ|EZK|EZ|IenW|IenM|LNV|LVVN|Fin|BZ|Def|VRO|AenM|KGG|BHOS|BHO)\b"
    r"|(?:MLZS|MPVO|MAPP|MMZS|MMZ|MRb|MKE|MNS|SLMZ|SJPS|SFOE|SRb|SKD|SFB|STD|SHG)\b"
)
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class _Post:
    """One post as read: its title with single spaces, its role, where it stands."""

    title: str
    role: str | None
    span: Span


def read_posts(text: str, start: int) -> tuple[_Post, ...]:
    """The post at ``start``, or the posts that a plural names together; empty if none.

    >>> [p.title for p in read_posts("de Staatssecretarissen van VWS en van JenV.", 0)]
    ['Staatssecretaris van VWS', 'Staatssecretaris van JenV']
    >>> read_posts("de minister voor Langdurige Zorg en Sport, de minister", 0)[0].title
    'de minister voor Langdurige Zorg en Sport'
    """
    short = _ABBREVIATION.match(text, start)
    if short:
        return (_Post(short[0], _role_of(short[0]), Span(*short.span())),)
    match = _ROLE.match(text, start)
    if match is None:
        return ()
    role = _role(match["role"])
    end = _portfolio(text, match)
    if end is None:
        if role != "minister-president":
            return ()
        return (_Post(fold_space(match[0]), role, Span(*match.span())),)
    if not _is_plural(match["role"]):
        return (_Post(_title(text, match.start(), end), role, Span(match.start(), end)),)
    return tuple(_several(text, match, end, role))


def _title(text: str, start: int, end: int) -> str:
    return fold_space(re.sub(r"\n[ \t]{0,120}\d{1,2}[ \t]{0,9}\n", " ", text[start:end]))


def _role(printed: str) -> str | None:
    lower = printed.lower()
    if "president" in lower:
        return "minister-president"
    if lower.startswith("minister"):
        return "minister"
    return "staatssecretaris" if lower.startswith("staats") else None


def _role_of(short: str) -> str:
    return "staatssecretaris" if short[0] == "S" else "minister"


def _is_plural(printed: str) -> bool:
    return printed.lower().endswith(("ministers", "sen"))


def _portfolio(text: str, match: re.Match[str]) -> int | None:
    """Where the portfolio behind a role ends: the longest known title, else by its shape."""
    gap = _GAP.match(text, match.end())
    if gap is None:
        return None
    ends = _ends(text, gap.end(), match.start() + _LONGEST)
    if not ends:
        return None
    known = _longest_known(text, match["role"], gap.end(), ends)
    return known if known is not None else _by_shape(text, ends)


def _longest_known(
    text: str, role: str, start: int, ends: list[tuple[int, str]]
) -> int | None:
    """The last of ``ends`` at which the words from ``start`` are a title of that role."""
    lower = role.lower()
    kind = "minister" if lower.startswith("minister") else "staatssecretaris"
    kind = "all" if lower.startswith("bewinds") else kind
    for end, _ in reversed(ends):
        if f"{kind}:{fold(text[start:end])}" in printed_titles():
            return end
    return None


def _ends(text: str, at: int, limit: int) -> list[tuple[int, str]]:
    """Where the portfolio may end, with what stands before each of its words."""
    ends: list[tuple[int, str]] = []
    between = ""
    while at < limit:
        token = _TOKEN.match(text, at)
        if token is None or _ROLE.match(text, at) and not ends:
            break
        ends.append((_without_stop(text, token), between))
        gap = _BETWEEN.match(text, token.end())
        if gap is None or text[token.end() - 1] == ".":
            break
        between, at = fold_space(gap[0]) or " ", gap.end()
    return ends


def _without_stop(text: str, token: re.Match[str]) -> int:
    return token.end() - (text[token.end() - 1] in ".’'-")


def _by_shape(text: str, ends: list[tuple[int, str]]) -> int | None:
    """"Zorg, Welzijn en Sport" is one portfolio, "VWS, Conny Helder" is not."""
    end = None
    closed = any(between == "en" for _, between in ends[1:])
    for number, (stop, between) in enumerate(ends):
        if number and between.startswith(",") and not closed:
            break
        if number and between == " " and not text[stop - 1].islower():
            break
        end = stop
    first = text[ends[0][0] - 1 : ends[0][0]]
    return end if first else None


def _several(
    text: str, match: re.Match[str], end: int, role: str | None
) -> Iterator[_Post]:
    """The posts of "de Staatssecretarissen van A en van B", "de ministers van A, B en C"."""
    single = re.sub(r"(?i)^ministers$", "Minister", match["role"])
    single = re.sub(r"(?i)^staatssecretarissen$", "Staatssecretaris", single)
    if match["role"][0].islower():
        single = single[0].lower() + single[1:]
    start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    first = text[start:end]
    parts = re.split(r",\s|\sen\s", first)
    at = start
    if len(parts) > 1 and all(re.fullmatch(r"[A-Z][A-Za-z&]{1,6}", part) for part in parts):
        for part in parts:
            place = text.index(part, at)
            at = place + len(part)
            yield _Post(f"{single} van {part}", role, Span(place, at))
    else:
        yield _Post(f"{single} van {fold_space(first)}", role, Span(match.start(), end))
    while True:
        joint = _AND.match(text, end)
        again = _AGAIN_VAN.match(text, joint.end()) if joint else None
        short = None
        if joint and again is None:
            short = re.compile(r"[A-Z][A-Za-z&]{1,6}\b(?=[\s,.;)])").match(text, joint.end())
            short = short if short and short[0][1:2].isupper() else None
        if again is None and short is None:
            return
        begin = again.end() if again else joint.end()  # type: ignore[union-attr]
        ends = _ends(text, begin, begin + _LONGEST)
        if not ends:
            return
        known = _longest_known(text, single, begin, ends)
        stop = known if known is not None else _by_shape(text, ends)
        if stop is None:
            return
        end = stop
        yield _Post(f"{single} van {fold_space(text[begin:end])}", role, Span(begin, end))


def parse_behalf(text: str, start: int, end: int) -> Iterator[Mention]:
    """The posts behind "mede namens", each a mention of one citation.

    >>> text = "mede namens de minister van VWS (MVWS) en de staatssecretaris van Financiën."
    >>> [m.value.title for m in parse_behalf(text, 0, 4)]
    ['de minister van VWS', 'de staatssecretaris van Financiën']
    """
    match = _BEHALF.match(text, start)
    if match is None:
        return
    pronoun = _PRONOUN.match(text, match.end())
    if pronoun:
        yield from _just_named(text, start, pronoun)
        return
    posts: list[_Post] = []
    at = match.end()
    while len(posts) < 24:
        found = read_posts(text, at)
        if not found:
            break
        posts.extend(found)
        bracket = _BRACKET.match(text, found[-1].span.end)
        joint = _AND.match(text, bracket.end() if bracket else found[-1].span.end)
        if joint is None:
            break
        at = joint.end()
    if not posts:
        return
    whole = Span(start, posts[-1].span.end)
    for post in posts:
        value = Office(post.title, post.role)
        yield Mention(
            "office", post.span, post.span.of(text), "office.on-behalf", value, citation=whole
        )


_SENTENCES_BACK = 420


def _just_named(text: str, start: int, pronoun: re.Match[str]) -> Iterator[Mention]:
    """ "U verzendt de brief ook namens haar": the post that was named just before."""
    before = text[max(0, start - _SENTENCES_BACK) : start]
    last: _Post | None = None
    for match in re.finditer(r"\b(?:[Mm]inister|[Ss]taatssecretaris)\s", before):
        posts = read_posts(before, match.start())
        last = posts[0] if posts else last
    if last is None:
        return
    span = Span(pronoun.start(), pronoun.start() + len(pronoun[0]))
    value = Office(last.title, last.role)
    yield Mention(
        "office",
        span,
        span.of(text),
        "office.on-behalf-again",
        value,
        citation=Span(start, span.end),
        reason="the post named just before",
    )


def parse_post(text: str, start: int, end: int) -> Iterator[Mention]:
    """A post at ``start``.

    >>> [m.value for m in parse_post("minister van Financiën heeft", 0, 8)]
    [Office(title='minister van Financiën', role='minister')]
    """
    begin = start
    article = re.search(r"\b[Dd]e\s{1,9}\Z", text[max(0, start - 12) : start])
    if article:
        begin = start - len(article[0])
    for post in read_posts(text, begin):
        value = Office(post.title, post.role)
        yield Mention("office", post.span, post.span.of(text), "office.title", value)


_PERSON = re.compile(
    rf"(?P<role>[Mm]inister(?:[- ][Pp]resident)?|[Ss]taatssecretaris|[Mm]evrouw|[Hh]er?en?|[Hh]eer|[Mm]eneer|[Ll]id|[Ll]eden|Kamerlid"
    rf"|Kamerleden){_WS}"
)
_OF_MOTION = re.compile(
    r"(?:motie|moties|amendement|amendementen)\s{1,40}van\s{1,40}(?:(?:de|het)\s{1,40})?\Z", re.IGNORECASE
)


def _bare_post(text: str, start: int) -> _Post | None:
    """ "staatssecretaris Koninkrijksrelaties en Digitalisering": a post without a preposition."""
    posts = read_posts(text, start)
    if not posts:
        return None
    known = parse_title(posts[0].title).key in printed_titles()
    return posts[0] if known or " en " in posts[0].title else None


def parse_person(text: str, start: int, end: int) -> Iterator[Mention]:
    """The persons named with a role at ``start``; who submitted a motion belongs to its name.

    >>> [m.value for m in parse_person("minister Helder heeft", 0, 8)]
    [Bewindspersoon(name='Helder', role='minister', party=None)]
    >>> [m.value.name for m in parse_person("leden Piri (GL-PvdA) en Veldkamp", 0, 5)]
    ['Piri', 'Veldkamp']
    """
    match = _PERSON.match(text, start)
    if match is None or _OF_MOTION.search(text[max(0, start - 40) : start]):
        return
    role = match["role"].lower()
    several = role in ("leden", "heren", "kamerleden")
    names = read_names(text, match.end(), joint=several)
    if names is None:
        return
    government = role.startswith(("minister", "staats"))
    if government and not is_known(names.names[0].printed):
        post = _bare_post(text, start)
        if post is not None:
            yield Mention("office", post.span, post.span.of(text), "office.bare", Office(post.title, post.role))
            return
    for name in names.names if several else names.names[:1]:
        begin = start if name is names.names[0] else name.span.start
        span = Span(begin, name.span.end)
        value = Bewindspersoon(name.printed, role, None if government else name.party)
        rule = "person.government" if government else "person.member"
        yield Mention("person", span, span.of(text), rule, value, citation=Span(start, names.end))


_NAME_AHEAD = r"(?:[A-Z]|van\b|de\b|den\b|der\b|te[rn]\b|el\b|'t\b)"

RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "office-behalf",
        r"\b(?:[Mm]ede|[Oo]ok)\s{1,40}namens\b",
        parse_behalf,
        layer="office",
        rules=(
            Rule("office.on-behalf", "mede namens de minister van Financiën", (None,)),
            Rule(
                "office.on-behalf-again",
                "Nieuw is de staatssecretaris van Defensie. U tekent ook namens hem.",
                (None,),
            ),
        ),
    ),
    Recogniser(
        "office",
        r"\b(?:[Mm]inisters?|[Ss]taatssecretaris(?:sen)?)\s{1,40}(?:van|voor)\s{1,40}(?:het\s{1,9}[Mm]inisterie|[A-Z])"
        r"|\b[MS](?:VWS|OCW|SZW|BZK|JenV|VenJ|EZK|EZ|IenW|IenM|LNV|LVVN|Fin|BZ|Def|VRO|AenM|KGG|BHOS|BHO)\b"
        r"|\b(?:MLZS|MPVO|MAPP|MMZS|MMZ|MRb|MKE|MNS|SLMZ|SJPS|SFOE|SRb|SKD|SFB|STD|SHG)\b",
        parse_post,
        layer="office",
        rules=(Rule("office.title", "de staatssecretaris van VWS heeft geantwoord", (None,)),),
    ),
    Recogniser(
        "person",
        rf"\b(?:[Mm]inister|[Ss]taatssecretaris|[Mm]evrouw|[Hh]eer|[Hh]eren|[Mm]eneer|lid|leden|Kamerlid|Kamerleden)\s{{1,40}}{_NAME_AHEAD}",
        parse_person,
        layer="office",
        rules=(
            Rule("office.bare", "staatssecretaris Koninkrijksrelaties en Digitalisering", (None,)),
            Rule("person.government", "Dat heeft minister Helder gezegd.", (None,)),
            Rule("person.member", "Het lid Futselaar (SP) vroeg daarnaar.", (None,)),
        ),
    ),
)
