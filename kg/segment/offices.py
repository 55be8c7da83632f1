"""Offices under a letter: where one begins, and which words of a torn line belong to which.

Text torn out of two columns holds two offices on one line and their endings on the next ("Welzijn
en Sport, en Sport,"). Known titles steer how the words are dealt out, and commas where none is
known.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import combinations

from kg.authority.printed import is_person
from kg.segment.names import clean_name, is_full_name

MINISTER = re.compile(
    r"(?:(?:de|het|voor de)\s+)?(?:\(?(?:wnd|plv|demissionair|waarnemend)\.?\)?\s)?"
    r"(?:(?:vice)?-?minister(?:-?president)?|staatssecretaris|stas|minpres)\b",
    re.IGNORECASE,
)
_OTHER_OFFICE = re.compile(
    r"(?:(?:de|namens de|voor deze:?|deze,?)\s+)?"
    r"(?:(?:plv|wnd|plaatsvervangend|waarnemend|adjunct|senior)\.?[\s-])?"
    r"(?:(?:adjunct-)?(?:programma|project)?directeur|(?:algemene? )?rijksarchivaris|"
    r"secretaris|(?:vice-?)?voorzitter|"
    r"(?:adjunct-)?griffier|"
    r"hoofd|lid van (?:het|de)|inspecteur|burgemeester|"
    r"wethouder|commissaris|(?:vice-?)?president|adviseur|manager|"
    r"beleidsmedewerker|beleidsadviseur|hoogleraar|rapporteur|landsadvocaat|advocaat|"
    r"nationaal coördinator|college van procureurs|procureur|chef|regeringscommissaris|"
    r"deltacommissaris)"
    r"(?:en|sleden|-generaal)?\b",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"(?<=[\w,)])\s+(?=de\s(?:minister|staatssecretaris)\b)", re.IGNORECASE)
_LONGEST = 200  # characters of a line that names an office and its holder
_BEHIND_NAME = re.compile(
    r"(?<!\s)\s+(?=(?:de\s)?(?:minister|staatssecretaris)\s(?:van|voor)\s)", re.IGNORECASE
)
_BEHALF = re.compile(r"(?:mede\s)?namens\s", re.IGNORECASE)


def is_office(words: str) -> bool:
    """Whether the words begin an office.

    >>> is_office("de staatssecretaris van Financiën,"), is_office("Directeur-Generaal Politie")
    (True, True)
    >>> is_office("Hoogachtend,"), is_office("en Sport,")
    (False, False)
    """
    return bool(MINISTER.match(words) or _OTHER_OFFICE.match(words))


def on_behalf(words: str) -> bool:
    """Whether the words say on whose behalf, so that no one signs under that office."""
    return _BEHALF.match(words) is not None


def split_offices(words: str) -> list[tuple[int, str]]:
    """The offices on one torn line, each with its offset in the line.

    >>> split_offices("de minister van Onderwijs, Cultuur de minister voor Primair")
    [(0, 'de minister van Onderwijs, Cultuur'), (35, 'de minister voor Primair')]
    """
    starts = [0, *(match.end() for match in _EMBEDDED.finditer(words))]
    ends = [*starts[1:], len(words)]
    return [(start, words[start:end].rstrip()) for start, end in zip(starts, ends, strict=True)]


def name_and_office(words: str) -> list[tuple[int, str]]:
    """A name and an office of a minister on one line, each with its offset; else the words whole.

    >>> name_and_office("Carola Schouten Minister van Landbouw, Natuur en Voedselkwaliteit")
    [(0, 'Carola Schouten'), (16, 'Minister van Landbouw, Natuur en Voedselkwaliteit')]
    >>> name_and_office("De Minister van Financiën, E. Heinen")
    [(0, 'De Minister van Financiën,'), (27, 'E. Heinen')]
    """
    if len(words) > _LONGEST:
        return [(0, words)]
    office = _BEHIND_NAME.search(words)
    if office and (name := clean_name(words[: office.start()])) and is_full_name(name):
        return [(0, words[: office.start()]), (office.end(), words[office.end() :])]
    if MINISTER.match(words):
        for gap in re.finditer(r"\s+", words[:110]):
            name = clean_name(words[gap.end() :])
            if name and is_full_name(name) and title_fit(words[: gap.start()]) == 2:
                return [(0, words[: gap.start()]), (gap.end(), words[gap.end() :])]
    return [(0, words)]


@cache
def _known_keys() -> tuple[str, ...]:
    """The compared forms of every known title, sorted, to look up beginnings in."""
    from kg.authority.titles import printed_titles

    return tuple(sorted(printed_titles()))


def title_fit(office: str) -> int:
    """How well words fit a known title: 2 the whole title, 1 the beginning of one, else 0.

    >>> title_fit("de minister voor Langdurige Zorg en Sport"), title_fit("de minister van Tover")
    (2, 0)
    """
    from kg.authority.titles import parse_title

    key = parse_title(office).key
    if not key or key.endswith(":"):
        return 1
    keys = _known_keys()
    at = bisect_left(keys, key)
    if at < len(keys) and keys[at] == key:
        return 2
    return 1 if at < len(keys) and keys[at].startswith(key) else 0


def deal_out(words: list[str], offices: list[str]) -> list[list[str]]:
    """Which words of a torn line go on with which office, in the order of the columns.

    >>> deal_out("Welzijn en Sport, en Sport,".split(),
    ...     ["de staatssecretaris van Volksgezondheid,", "de minister voor Langdurige Zorg"])
    [['Welzijn', 'en', 'Sport,'], ['en', 'Sport,']]
    >>> deal_out("en Werkgelegenheid,".split(),
    ...     ["de staatssecretaris van Cultuur en Media,", "de minister van Sociale Zaken"])
    [[], ['en', 'Werkgelegenheid,']]
    """
    count = len(offices)
    if count == 1 or not words:
        return [words, *([] for _ in offices[1:])]
    best: tuple[int, list[list[str]]] | None = None
    for cuts in combinations(range(len(words) + count - 1), count - 1):
        bounds = [0, *(cut - n for n, cut in enumerate(cuts)), len(words)]
        shares = [words[a:b] for a, b in zip(bounds, bounds[1:], strict=False)]
        score = sum(map(_share_score, offices, shares))
        if best is None or score > best[0]:
            best = (score, shares)
    assert best is not None
    return best[1]


def _share_score(office: str, share: list[str]) -> int:
    """How well an office reads with its share of the words."""
    whole = " ".join([office, *share])
    score = 10 * title_fit(whole)
    if whole.endswith(","):
        score += 3
    if share and share[0][0].islower() and not office.endswith(","):
        score += 1
    if share and share[0] in ("en", "van", "voor") and office.endswith(" en"):
        score -= 5
    return score


def goes_on(words: str, offices: list[str]) -> bool:
    """Whether a line goes on with an open office rather than being a name.

    >>> goes_on("Koninkrijksrelaties", ["De Minister van Binnenlandse Zaken en"])
    True
    >>> goes_on("Conny Helder", ["de minister voor Langdurige Zorg en Sport,"])
    False
    """
    if not offices or len(words) > 100 or ": " in words:
        return False
    if words[-1] in ",-–" or words.split()[0] in ("en", "voor", "van", "&", "–", "-"):
        return True
    if any(title_fit(f"{office} {words}") for office in offices[:3] if title_fit(office) < 2):
        return clean_name(words) is None or title_fit(f"{offices[0]} {words}") == 2
    if clean_name(words) is None:
        return not offices[-1].endswith(",") and len(words) <= 60 and not words[-1] in ".:;?!"
    return offices[-1].endswith((" en", " voor", " van"))


def split_names(words: str, count: int) -> list[tuple[int, str]]:
    """The names on one torn line, ``count`` at most, each with its offset in the line.

    >>> split_names("Maarten van Ooijen Conny Helder", 2)
    [(0, 'Maarten van Ooijen'), (19, 'Conny Helder')]
    """
    pieces = [(match.start(), match.group()) for match in re.finditer(r"\S+", words)]
    if count < 2 or len(pieces) < 2 * count or len(pieces) > 16:
        return [(0, words)]
    best: tuple[int, list[tuple[int, str]]] | None = None
    for cuts in combinations(range(1, len(pieces)), min(count, 4) - 1):
        bounds = [0, *cuts, len(pieces)]
        found: list[tuple[int, str]] = []
        for a, b in zip(bounds, bounds[1:], strict=False):
            end = pieces[b][0] if b < len(pieces) else len(words)
            found.append((pieces[a][0], words[pieces[a][0] : end].rstrip()))
        score = _names_score([name for _, name in found])
        if score is not None and (best is None or score > best[0]):
            best = (score, found)
    return best[1] if best else [(0, words)]


def _names_score(names: list[str]) -> int | None:
    """How well words read as full names side by side; ``None`` where one is no name."""
    cleaned = [clean_name(name) for name in names]
    if any(name is None or not is_full_name(name) for name in cleaned):
        return None
    known = sum(is_person(name) for name in names)
    return 10 * known - (max(len(n.split()) for n in names) - min(len(n.split()) for n in names))
