"""Compares names as people print them: folded, and at most a few slips apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that no decomposition turns into a base letter of the Latin alphabet.
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "&": "en"})
_NOT_A_Z = re.compile("[^a-z]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The letters a-z of ``text`` in lower case, without accents; "&" counts as "en".

    White space, hyphens and line breaks vanish with it, so that a name torn over two lines is
    still the same name.

    >>> fold("Yeşilgöz-Zegerius"), fold("Justitie & Veilig-\\nheid")
    ('yesilgozzegerius', 'justitieenveiligheid')
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return _NOT_A_Z.sub("", plain)


def slips(first: str, second: str, limit: int) -> int | None:
    """How many letters are wrong, missing, added or swapped with a neighbour between the two.

    ``None`` when more than ``limit``; takes time in proportion to length times ``limit``.

    >>> slips("smulders", "smeulders", 2), slips("fristma", "fritsma", 1)
    (1, 1)
    >>> slips("helder", "kuipers", 2) is None
    True
    """
    if abs(len(first) - len(second)) > limit:
        return None
    far = limit + 1
    older: list[int] = []
    previous = [min(column, far) for column in range(len(second) + 1)]
    for row, letter in enumerate(first, 1):
        current = [min(row, far)] + [far] * len(second)
        for column in range(max(1, row - limit), min(len(second), row + limit) + 1):
            other = second[column - 1]
            best = previous[column - 1] + (letter != other)
            best = min(best, previous[column] + 1, current[column - 1] + 1)
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                best = min(best, older[column - 2] + 1)
            current[column] = min(best, far)
        if min(current) > limit:
            return None
        older, previous = previous, current
    return previous[-1] if previous[-1] <= limit else None
