"""Policy programmes, plans, agreements and approaches of the programme table, by their names.

Names and aliases of the programme table are found in one automaton over the bytes, white space and
line breaks in a name being free; of two that start together the longer wins. Names of several
words are read in any case; single words as the table prints them, agreements and agendas also
in small letters; acronyms exactly, those of up to three letters only where the text gives the
full name too, or with its article where it is about the same subject ("het PAS").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.authority import programmes
from kg.model import Mention, Programme, Span
from kg.patterns import later
from kg.recognise.engine import searcher
from kg.text import fold, fold_accents, fold_space

_SMALL_TOO = (
    "akkoord", "pact", "agenda", "nota", "strategie", "plan", "programma", "deal", "deals",
)  # fmt: skip
_BLANK = "(?:\\s|\u00a0)+"
_SHORT = 3
_APART = frozenset((b"", *(bytes((byte,)) for byte in b" \n\r\t.,;:()")))


@dataclass(frozen=True, slots=True)
class _Names:
    """The automaton, and which programmes each folded name may mean."""

    search: Callable[[bytes, int], tuple[int, int]]
    ids: dict[str, tuple[str, ...]]
    full: dict[str, str]
    shared: frozenset[str]


def find_programmes(text: str, data: bytes | None = None) -> Iterator[Mention]:
    """The programmes of the table that ``text`` names, in order of place.

    ``data`` is the text in UTF-8, where that is at hand.

    >>> [(m.surface, m.id) for m in find_programmes("het Nationaal\\nPreventieakkoord")]
    [('Nationaal\\nPreventieakkoord', 'prog-nationaal-preventieakkoord')]
    """
    found = list(_spots(text, data or text.encode("utf-8", "surrogatepass")))
    vague = _names().shared
    sure = [key for _, key, _ in found if not _is_short(key) and key not in vague]
    told = {programme for key in sure for programme in _names().ids[key]}
    for span, key, surface in found:
        meant = _names().ids[key]
        if len(meant) > 1 or _is_short(key) or key in vague:
            meant = tuple(i for i in meant if i in told or _fits(text, span, i))
        if len(meant) == 1:
            value = Programme(meant[0], _names().full[meant[0]])
            yield Mention("programme", span, surface, "programme.table", value)


_DRAFT = later(r"(?i:ontwerp-)\Z")
_NEUTER = ("programma", "akkoord", "plan", "pact", "beleid")
_COMMON = ("aanpak", "agenda", "strategie", "visie")
_WIDE = frozenset("programma aanpak nationaal nationale landelijk akkoord agenda onderwijs".split())


def _fits(text: str, span: Span, programme: str) -> bool:
    """Whether the text around a name that others share is about this programme's subject.

    "het PAS" where a text on stikstof never gives the name "Programma Aanpak Stikstof"; an
    acronym has its article before it.
    """
    words = full_name(programme).casefold().split()
    surface = span.of(text)
    if surface.isupper():
        articles = [
            article
            for article, ends in (("het", _NEUTER), ("de", _COMMON))
            if any(word.endswith(ends) for word in words)
        ]
        before = text[max(0, span.start - 60) : span.start].casefold().split()
        if before[-1:] not in ([article] for article in articles):
            return False
    told = surface.casefold()
    subject = [w for w in words if len(w) > 6 and w not in _WIDE and w not in told]
    return any(word in text.casefold() for word in subject)


def _is_short(key: str) -> bool:
    return key.startswith("=") and len(key) <= _SHORT + 1


def _spots(text: str, data: bytes) -> Iterator[tuple[Span, str, str]]:
    """Where a name of the table stands: its place, its key, its words."""
    plain = len(data) == len(text)
    done_bytes = done_points = 0
    search, stop = _names().search, 0
    while True:
        start, stop = search(data, stop)
        if start < 0:
            return
        end = stop
        if _is_inside(data, start, end):
            continue
        if not plain:
            done_points += len(data[done_bytes:start].decode("utf-8", "surrogatepass"))
            length = len(data[start:end].decode("utf-8", "surrogatepass"))
            done_bytes, start, end = start, done_points, done_points + length
        surface = text[start:end]
        key = _key(surface)
        if key is not None:
            yield Span(start, end), key, surface


def _is_inside(data: bytes, start: int, end: int) -> bool:
    """Whether the match is part of a longer word ("PAS-melders", "Klimaatakkoorden")."""
    if data[max(0, start - 1) : start] in _APART and data[end : end + 1] in _APART:
        return False
    before = data[max(0, start - 8) : start].decode("utf-8", "ignore")[-2:]
    after = data[end : end + 8].decode("utf-8", "ignore")[:2]
    if before[-1:].isalnum() or after[:1].isalnum():
        return True
    if before[-1:] == "-" and before[:1].isalnum() and len(before) == 2:
        return _DRAFT.search(data[max(0, start - 8) : start].decode("utf-8", "ignore")) is None
    return after[:1] == "-" and after[1:].isalpha()


def _key(surface: str) -> str | None:
    """The key under which the table holds a name as it stands."""
    names = _names().ids
    for key in (f"={fold_space(surface)}", _folded(surface)):
        if key in names:
            return key
    return None


def _folded(name: str) -> str:
    return fold_space(name).casefold()


@cache
def _names() -> _Names:
    """The names of the table compiled; on first use."""
    import re2

    ids: dict[str, list[str]] = {}
    patterns: set[str] = set()
    for programme in programmes():
        for name in dict.fromkeys((programme.name, *programme.aliases)):
            for key, pattern in _forms(name, as_printed=name in programme.printed):
                known = ids.setdefault(key, [])
                if programme.id not in known:
                    known.append(programme.id)
                patterns.add(pattern)
    options = re2.Options()
    options.longest_match = True
    options.max_mem = 64 << 20
    options.log_errors = False
    options.encoding = re2.Options.Encoding.LATIN1
    union = "|".join(sorted(patterns, key=lambda each: (-len(each), each)))
    scan = re2.compile(f"(?:{union})".encode(), options)
    return _Names(
        searcher(scan),
        {key: tuple(known) for key, known in ids.items()},
        {p.id: p.name for p in programmes()},
        frozenset(key for p in programmes() for name in p.shared for key, _ in _forms(name)),
    )


def _forms(name: str, *, as_printed: bool = False) -> Iterator[tuple[str, str]]:
    """The key and pattern of each way a name may be written."""
    words = name.split()
    if as_printed:
        yield f"={fold_space(name)}", _BLANK.join(map(re.escape, words))
        return
    if len(words) > 1:
        yield _folded(name), f"(?i:{_BLANK.join(map(re.escape, words))})"
        return
    yield f"={name}", re.escape(name)
    if name[:1].isupper() and name[1:].islower() and name.endswith(_SMALL_TOO):
        yield f"={name.lower()}", re.escape(name.lower())


def known(name: str) -> str | None:
    """The id of the one programme of the table whose name this is, letters and digits compared.

    Digits that only the text has may be those of a page.

    >>> known("mentale gezondheid van ons allemaal"), known("Samen Sterk")
    ('prog-mentale-gezondheid-van-ons-allemaal', None)
    """
    table = _by_letters()
    found = table.get(_letters(name)) if any(map(str.isdigit, name)) else None
    found = found or table.get(fold(name), ())
    return found[0] if len(found) == 1 else None


def respelt(name: str) -> str | None:
    """The id of the programme whose name this is, spelt as the table does not have it.

    >>> respelt("Nationaal Preventie-Akkoord"), respelt("Nationaal Preventieakkoord")
    ('prog-nationaal-preventieakkoord', None)
    """
    return known(name) if _key(name) is None else None


def is_listed(name: str) -> bool:
    """Whether the table has the name, or its first words.

    >>> is_listed("Nationaal Preventieakkoord Zuid"), is_listed("Samen Sterk")
    (True, False)
    """
    words = name.split()
    return any(known(" ".join(words[:count])) is not None for count in range(1, len(words) + 1))


@cache
def _by_letters() -> dict[str, Sequence[str]]:
    letters: dict[str, list[str]] = {}
    for programme in programmes():
        for name in (programme.name, *programme.aliases):
            known = letters.setdefault(_letters(name), [])
            if programme.id not in known:
                known.append(programme.id)
    return {key: tuple(value) for key, value in letters.items()}


def _letters(name: str) -> str:
    """A name by its letters and digits: "Nationaal Actieplan 1325" is no other national plan."""
    return fold(name) + re.sub(r"\D", "", name)


def slug(name: str) -> str:
    """An id made from a name: small letters and digits, joined by hyphens.

    >>> slug("Eén tegen eenzaamheid: samen!")
    'een-tegen-eenzaamheid-samen'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold_accents(name)).strip("-")[:80] or "naamloos"


def full_name(programme: str) -> str:
    """The name of a programme of the table.

    >>> full_name("prog-nationaal-preventieakkoord")
    'Nationaal Preventieakkoord'
    """
    return _names().full[programme]
