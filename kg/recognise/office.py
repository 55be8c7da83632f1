"""Posts and persons with their role, as printed.

"mede namens de minister van Sociale Zaken en Werkgelegenheid, de minister van …" names one post
after the other (with abbreviations in brackets, torn over lines, "de Staatssecretarissen van VWS
en van JenV" as two); "ook namens haar" is the post named just before. "de staatssecretaris van
VWS", "MLZS" name a post, "minister Helder", "mevrouw Beckerman", "het lid Futselaar (SP)" a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.authority.printed import is_known
from kg.model import Bewindspersoon, Mention, Office, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.names import GAP, Names, read_names
from kg.recognise.office_read import ABBREVIATION, NEXT, Post, is_titled, read_posts

_BEHALF = later(rf"(?:[Mm]ede|[Oo]ok){GAP}namens{GAP}")
_BRACKET = later(r"\s{0,9}\([A-Z][\w&-]{1,14}\)")
_PRONOUN = later(r"(?:haar|hem)\b(?!\s{1,9}(?:fractie|partij|collega|minister))")
_POST = later(r"\b(?:[Mm]inister|[Ss]taatssecretaris)\s")
_ARTICLE = later(r"\b[Dd]e\s{1,9}\Z")
_BACK = 420
_MOST = 24


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
        yield from _just_named(text, start, Span(*pronoun.span()))
        return
    posts: list[Post] = []
    at = match.end()
    while len(posts) < _MOST:
        found = read_posts(text, at)
        if not found:
            break
        posts.extend(found)
        bracket = _BRACKET.match(text, found[-1].span.end)
        joint = NEXT.match(text, bracket.end() if bracket else found[-1].span.end)
        if joint is None:
            break
        at = joint.end()
    for post in posts:
        yield _mention(text, post, "office.on-behalf", Span(start, posts[-1].span.end))


def _mention(text: str, post: Post, rule: str, citation: Span | None = None) -> Mention:
    value = Office(post.title, post.role)
    return Mention("office", post.span, post.span.of(text), rule, value, citation=citation)


def _just_named(text: str, start: int, pronoun: Span) -> Iterator[Mention]:
    """ "U verzendt de brief ook namens haar": the post that was named just before."""
    last: Post | None = None
    for match in _POST.finditer(text, max(0, start - _BACK), start):
        posts = read_posts(text, match.start())
        last = posts[0] if posts else last
    if last is None:
        return
    yield Mention(
        "office",
        pronoun,
        pronoun.of(text),
        "office.on-behalf-again",
        Office(last.title, last.role),
        citation=Span(start, pronoun.end),
        reason="the post named just before",
    )


def parse_post(text: str, start: int, end: int) -> Iterator[Mention]:
    """A post at ``start``.

    >>> [m.value for m in parse_post("minister van Financiën heeft", 0, 8)]
    [Office(title='minister van Financiën', role='minister')]
    """
    before = text[max(0, start - 12) : start]
    article = _ARTICLE.search(before) if before[-1:].isspace() else None
    begin = start - len(article[0]) if article else start
    for post in read_posts(text, begin):
        yield _mention(text, post, "office.title")


# --- persons ------------------------------------------------------------------------------------

_PERSON = later(
    rf"""(?P<role>[Mm]inister(?:[-\ ][Pp]resident)?|[Ss]taatssecretaris|[Mm]evrouw|[Hh]eer|[Hh]eren
        |[Mm]eneer|[Ll]id|[Ll]eden|Kamerlid|Kamerleden){GAP}""",
    re.VERBOSE,
)
# Roles that a small "van" or "de" may follow that is no part of a name
_HELD = frozenset(("lid", "leden", "Lid", "Leden", "minister", "Minister"))
_SURELY_OWN = later(rf"(?:van{GAP})?(?:de[rn]|te[rn]|['’]t){GAP}")
# "eerste lid", "3e lid", "derde en vierde lid": a part of an article
_PARAGRAPH = later(
    r"(?:\b(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde"
    r"|laatste)|\d(?:e|de|ste))\s{1,20}\Z"
)
# "lid Ethische Commissie": the capital behind a word that is no given name
_BODY = later(rf"{GAP}(?:van{GAP})?[A-Z][a-z]")
_OF_MOTION = later(
    r"(?:motie|moties|amendement|amendementen)\s{1,40}van\s{1,40}(?:(?:de|het)\s{1,40})?\Z",
    re.IGNORECASE,
)


def parse_person(text: str, start: int, end: int) -> Iterator[Mention]:
    """The persons named with a role at ``start``; who submitted a motion belongs to its name.

    >>> [m.value for m in parse_person("minister Helder heeft", 0, 8)]
    [Bewindspersoon(name='Helder', role='minister', party=None)]
    >>> [m.value.name for m in parse_person("leden Piri (GL-PvdA) en Veldkamp", 0, 5)]
    ['Piri', 'Veldkamp']
    """
    match = _PERSON.match(text, start)
    if match is None or _of_motion(text[max(0, start - 40) : start]):
        return
    role = match["role"].lower()
    several = role in ("leden", "heren", "kamerleden")
    names = read_names(text, match.end(), joint=several)
    if names is None or not _is_of_a_person(text, match, names):
        return
    government = role.startswith(("minister", "staats"))
    post = None if not government or is_known(names.names[0].printed) else _bare(text, start)
    if post is not None:
        yield _mention(text, post, "office.bare")
        return
    rule = "person.government" if government else "person.member"
    for number, name in enumerate(names.names if several else names.names[:1]):
        span = Span(name.span.start if number else start, name.span.end)
        value = Bewindspersoon(name.printed, role, None if government else name.party)
        whole = Span(start, names.end)
        yield Mention("person", span, span.of(text), rule, value, citation=whole)


def _is_of_a_person(text: str, role: re.Match[str], names: Names) -> bool:
    """Whether what follows a role is a name: not "tweede lid WLv", "leden van de Beheerraad"."""
    if role["role"] not in _HELD:
        return True
    name = names.names[0]
    if is_known(name.printed):
        return True
    if text[name.span.start].islower() and not _SURELY_OWN.match(text, name.span.start):
        return False
    if role["role"] not in ("lid", "leden"):
        return True
    return not (
        _PARAGRAPH.search(text, max(0, role.start() - 30), role.start())
        or _BODY.match(text, name.span.end)
    )


def _of_motion(before: str) -> bool:
    """Whether "motie van" stands right before the role."""
    lower = before.lower()
    if "van" not in lower or not lower.rstrip().endswith(("van", "de", "het")):
        return False
    return _OF_MOTION.search(before) is not None


def _bare(text: str, start: int) -> Post | None:
    """ "staatssecretaris Koninkrijksrelaties en Digitalisering": a post without a preposition."""
    posts = read_posts(text, start)
    return posts[0] if posts and (is_titled(posts[0]) or " en " in posts[0].title) else None


_ROLES = "[Mm]inister|[Ss]taatssecretaris|[Mm]evrouw|[Hh]eer|[Hh]eren|[Mm]eneer|lid|leden"
_AHEAD = r"(?:[A-Z]|van\b|de\b|den\b|der\b|te[rn]\b|el\b|'t\b)"

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
                (None, None),
            ),
        ),
    ),
    Recogniser(
        "office",
        r"\b(?:[Mm]inisters?|[Ss]taatssecretaris(?:sen)?)\s{1,40}(?:van|voor)\s{1,40}"
        rf"(?:het\s{{1,9}}[Mm]inisterie|[A-Z])|\b{ABBREVIATION}",
        parse_post,
        layer="office",
        rules=(Rule("office.title", "de staatssecretaris van VWS heeft geantwoord", (None,)),),
    ),
    Recogniser(
        "person",
        rf"\b(?:{_ROLES}|Kamerlid|Kamerleden)\s{{1,40}}{_AHEAD}",
        parse_person,
        layer="office",
        rules=(
            Rule("office.bare", "staatssecretaris Koninkrijksrelaties en Digitalisering", (None,)),
            Rule("person.government", "Dat heeft minister Helder gezegd.", (None,)),
            Rule("person.member", "Het lid Futselaar (SP) vroeg daarnaar.", (None,)),
        ),
    ),
)
