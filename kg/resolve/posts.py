"""Which post a printed title names on a day, and who held a post on a day.

Rules: a title is compared by role and folded portfolio (``kg.authority.titles``); a post counts
while it existed, with a week's grace around a handover; two that fit stay candidates, unless the
name of the holder tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from kg.authority import Post
from kg.authority.names import slips
from kg.authority.titles import Title, parse_title, printed_titles
from kg.model import Candidate, Resolution
from kg.reasons import because
from kg.resolve import periods
from kg.resolve.holders import EXACT, GRACE, NEAR, PAST, held_as, holder
from kg.resolve.periods import When

__all__ = ["holder", "resolve_office", "resolve_post", "resolve_posts"]

CUT, MISPRINT, PER_SLIP = 0.85, 0.97, 0.07
_MAX_TITLE = 160  # folded letters; a longer text is no title and is not compared by slips
_AND = re.compile(r"(?i)\s*(?:,|\ben\b|\balsmede\b)\s*(?:(?:van|voor|de|het)\s+)*")


@lru_cache(maxsize=16384)
def resolve_post(title: str, day: When, *, name: str | None = None) -> Resolution:
    """The post that ``title`` names on ``day``; a period or ``None`` where the day is unknown.

    Several posts ("de bewindslieden van OCW") or an unclear title give candidates and no key.
    ``name`` is the holder's printed name, where known.

    >>> from datetime import date
    >>> resolve_post("de staatssecretaris van VWS", date(2022, 2, 14)).key
    'post/stas-vws'
    >>> misprint = resolve_post("de minister voor Langdurige Zorg en Zorg", date(2022, 2, 14))
    >>> misprint.key, misprint.as_written
    ('post/mzp-lzs', 'de minister voor Langdurige Zorg en Zorg')
    """
    parsed = parse_title(title)
    posts, confidence, how = _named(parsed, day)
    if not posts:
        return Resolution(None, because("no post", title=_shown(title)))
    now = _at(posts, day)
    if parsed.plural or parsed.role == "all":
        return _several(now or posts, day)
    if name is not None and len(now or posts) > 1:
        now = [p for p in now or posts if held_as(p.id, day, name)] or now
    if len(now) == 1:
        return _post(now[0], title, day, confidence, how)
    if not now and len(posts) == 1 and _is_own(posts[0], parsed):
        reason = f"{how}; the only post ever so called, not in use {periods.words(day)}"
        return _answer(posts[0], title, min(confidence, PAST), reason, how)
    if not now:
        return _unclear(posts, because("no post then", when=periods.words(day)))
    why = because("several posts", number=len(now), when=periods.words(day))
    return _unclear(now, why)


def resolve_posts(title: str, day: When) -> tuple[Resolution, ...]:
    """One resolution for each post that a title names.

    >>> from datetime import date
    >>> [r.key for r in resolve_posts("bewindslieden van VWS", date(2022, 6, 10))]
    ['post/min-vws', 'post/mzp-lzs', 'post/stas-vws']
    """
    parsed = parse_title(title)
    if not (parsed.plural or parsed.role == "all"):
        return (resolve_post(title, day),)
    posts = _plural(parsed, day)
    if not posts:
        return (resolve_post(title, day),)
    reason = f"one of the posts named together {periods.words(day)}"
    return tuple(Resolution(post.key, reason, confidence=CUT) for post in posts)


def resolve_office(
    title: str, day: When, *, name: str | None = None
) -> tuple[Resolution, Resolution]:
    """The post that a title names and the person who held it on ``day``.

    >>> from datetime import date
    >>> [r.key for r in resolve_office("MLZS", date(2022, 6, 10))]
    ['post/mzp-lzs', 'person/p-conny-helder']
    """
    post = resolve_post(title, day, name=name)
    if post.key is None:
        return post, Resolution(None, because("post unclear"))
    return post, holder(post.key, day, name=name)


def _named(title: Title, day: When) -> tuple[Sequence[Post], float, str]:
    """The posts a title may name at any time, how sure that is and why."""
    exact = printed_titles().get(title.key)
    if exact:
        return exact, EXACT, "the title of the post"
    if len(title.key) > _MAX_TITLE or title.role is None or title.role == "mp":
        return (), 0.0, ""
    if title.plural or title.role == "all":
        return _plural(title, day), EXACT, "posts named together"
    cut = _among(day, lambda key: len(title.key) > 15 and key.startswith(title.key))
    if cut:
        return cut, CUT, "the title cut short"
    far, near = _misprint(title.key, day)
    return near, round(MISPRINT - PER_SLIP * far, 2), "a misprint of the title"


def _among(day: When, fits: Callable[[str], bool]) -> tuple[Post, ...]:
    """The posts in use on ``day`` of which a title fits, in the order of the table."""
    found = {
        post.id: post
        for key, posts in printed_titles().items()
        if fits(key)
        for post in _at(posts, day)
    }
    return tuple(found[key] for key in sorted(found))


def _misprint(key: str, day: When) -> tuple[int, Sequence[Post]]:
    """How many slips away the nearest title in use on ``day`` is, and the posts it names.

    More than one post when another title is nearly as near.
    """
    role, _, rest = key.partition(":")
    limit = min(4, len(rest) // 6)
    near: dict[str, tuple[int, Post]] = {}
    for other, posts in printed_titles().items() if limit else ():
        far = slips(key, other, limit) if other.startswith(f"{role}:") else None
        for post in _at(posts, day) if far is not None else ():
            if far is not None and far < near.get(post.id, (limit + 1, post))[0]:
                near[post.id] = far, post
    ranked = sorted(near.values(), key=lambda found: (found[0], found[1].id))
    if not ranked:
        return 0, ()
    least = ranked[0][0]
    return least, [post for far, post in ranked if far <= least + 1]


def _is_own(post: Post, title: Title) -> bool:
    """Whether the title is one of the post's own in full, not the name of its ministry."""
    own = {parse_title(printed).key for printed in (post.title, *post.aliases)}
    return title.key in own and len(title.rest) >= 10


def _plural(title: Title, day: When) -> tuple[Post, ...]:
    """The posts of "bewindslieden van OCW en VWS" or "ministers van SZW en voor LZS"."""
    whole = printed_titles().get(title.key)
    if whole:
        return tuple(_at(whole, day))
    parts = _AND.split(title.rest)
    found: dict[str, Post] = {}
    start = 0
    while start < len(parts) and len(parts) <= 24:
        for end in range(len(parts), start, -1):
            key = Title(title.role, " en ".join(parts[start:end]), False).key
            loose = Title(title.role, "".join(parts[start:end]), False).key
            posts = printed_titles().get(key) or printed_titles().get(loose)
            if posts:
                found.update((post.id, post) for post in _at(posts, day))
                start = end
                break
        else:
            return ()
    return tuple(found.values())


def _at(posts: Iterable[Post], day: When) -> list[Post]:
    """The posts in use on ``day``; failing that, those in use within a week of it."""
    reach = {post.id: periods.nearest(post.periods, day) for post in posts}
    best = min((r for r in reach.values() if r is not None), default=GRACE + 1)
    return [post for post in posts if reach[post.id] == best <= GRACE]


def _post(post: Post, title: str, day: When, confidence: float, how: str) -> Resolution:
    reach = periods.nearest(post.periods, day) or 0
    if not reach:
        return _answer(post, title, confidence, f"{how} {periods.words(day)}", how)
    reason = f"{how}, {reach} days outside its time {periods.words(day)}"
    return _answer(post, title, min(confidence, NEAR), reason, how)


def _answer(post: Post, title: str, confidence: float, reason: str, how: str) -> Resolution:
    misprint = " ".join(title.split()) if how.startswith("a misprint") else None
    shown = f"{reason}: {post.title}" if misprint else reason
    return Resolution(post.key, shown, (), confidence, misprint)


def _several(posts: Sequence[Post], day: When) -> Resolution:
    return _unclear(posts, because("names several", number=len(posts), when=periods.words(day)))


def _unclear(posts: Sequence[Post], reason: str) -> Resolution:
    share = round(1 / max(1, len(posts)), 3)
    candidates = (Candidate(post.key, post.title, share, "so called") for post in posts)
    return Resolution(None, reason, tuple(candidates))


def _shown(title: str) -> str:
    return " ".join(title[:80].split())
