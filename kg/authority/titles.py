"""How posts are printed: which titles, aliases and abbreviations name which post.

Taken from letters: "de minister voor Langdurige Zorg en Sport", "de minister LZS", "MLZS",
"de staatssecretaris van VWS", "SVWS", "Stas VWS". A title is compared by its role and the
folded words after it, so that the article, the preposition and line breaks do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.authority.load import ministries, offices
from kg.authority.names import fold
from kg.authority.records import Post

_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_BEFORE = re.compile(
    r"""(?ix) ^ (?: [\s,;:]* \b (?: de|het|den|een|mede|namens|door|aan|demissionaire?|
    toenmalige?|voormalige?|vorige|huidige|nieuwe|eerste|waarnemend[e]?|wnd|plv|onze|uw|zijn|haar|
    mijn|ambtgeno(?:ot|te) ) \b \.? )+ [\s,;:]*"""
)
_ROLE = re.compile(
    r"""(?ix) ^ (?: (?P<mp> minister [-\s]{0,3} president \b | premier \b )
      | (?P<minister> ministers? \b | min \.? (?=\s) )
      | (?P<staatssecretaris> staat (?:s\s?-?\s?)? secretaris (?:sen)? \b | stas \.? (?=\s) )
      | (?P<all> bewinds (?: lieden | personen | persoon | man | vrouw ) \b ) )"""
)
_LINK = re.compile(r"(?i)^[\s,-]*(?:(?:van|voor|op|bij)\b)?\s*(?:het\s+)?(?:ministerie\s+van\s+)?")
_PLURAL = re.compile(r"(?i)^(?:ministers|staatssecretarissen|bewindslieden|bewindspersonen)\b")


@dataclass(frozen=True, slots=True)
class Title:
    """A printed title taken apart.

    ``role`` is ``minister``, ``staatssecretaris``, ``mp``, ``all`` (bewindslieden) or ``None``
    for an abbreviation; ``rest`` what follows it; ``plural`` tells that it names several.
    """

    role: str | None
    rest: str
    plural: bool

    @property
    def key(self) -> str:
        """What the title is compared by."""
        return "mp" if self.role == "mp" else f"{self.role or ''}:{fold(self.rest)}"


def parse_title(printed: str) -> Title:
    """``printed`` taken apart into role and portfolio; never fails.

    >>> parse_title("de minister voor Langdurige\\nZorg en Sport").key
    'minister:langdurigezorgensport'
    >>> parse_title("MLZS").key, parse_title("de bewindslieden van OCW").role
    (':mlzs', 'all')
    """
    text = _BRACKETS.sub(" ", printed[:400]).strip()
    text = text[match.end() :] if (match := _BEFORE.match(text)) else text
    role = _ROLE.match(text)
    if role is None:
        return Title(None, text, False)
    rest = text[role.end() :]
    link = _LINK.match(rest)
    rest = rest[link.end() :] if link else rest
    return Title(role.lastgroup, rest, _PLURAL.match(text) is not None)


@cache
def printed_titles() -> dict[str, tuple[Post, ...]]:
    """Every key a title can have, with the posts it may name, in the order of the table.

    >>> [post.id for post in printed_titles()[parse_title("MLZS").key]]
    ['mzp-lzs']
    """
    found: dict[str, dict[str, Post]] = {}
    for post in offices():
        for key in _keys(post):
            found.setdefault(key, {})[post.id] = post
    return {key: tuple(posts.values()) for key, posts in found.items()}


def _keys(post: Post) -> Iterator[str]:
    """The keys of one post: title, aliases, and what its ministry adds."""
    for printed in (post.title, *post.aliases):
        title = parse_title(printed)
        yield title.key
        yield from _short(title)
    for name in _ministry_names(post.ministry):
        yield f"all:{fold(name)}"
        if post.role != "minister zonder portefeuille":
            role = "staatssecretaris" if post.role == "staatssecretaris" else "minister"
            yield from _short(Title(role, name, False))
            yield f"{role}:{fold(name)}"


def _short(title: Title) -> Iterator[str]:
    """The abbreviations civil servants make of "de minister voor LZS": MLZS, MinLZS."""
    if title.role in ("minister", "staatssecretaris") and _is_abbreviation(title.rest):
        short = ("m", "min") if title.role == "minister" else ("s", "stas", "ss")
        yield from (f":{prefix}{fold(title.rest)}" for prefix in short)


def _is_abbreviation(name: str) -> bool:
    return len(name) <= 8 and " " not in name and sum(map(str.isupper, name)) >= 2


@cache
def _ministry_names(abbreviation: str) -> tuple[str, ...]:
    """The abbreviation, the full name and the other short names of a ministry."""
    same = [m for m in ministries() if m.abbreviation == abbreviation]
    names = [abbreviation, *(m.name for m in same), *(a for m in same for a in m.aliases)]
    return tuple(dict.fromkeys(name for name in names if not name.startswith(("Min", "min."))))
