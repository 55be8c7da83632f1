"""The names that people of the table are printed with, by their letters."""

from __future__ import annotations

from functools import cache

from kg.authority.load import name_variants, persons
from kg.text import fold


@cache
def family_names() -> frozenset[str]:
    """Family names, as printed too, folded.

    >>> "vannispen" in family_names(), "nispen" in family_names()
    (True, False)
    """
    own = {fold(n) for p in persons() for n in (p.family_name, *p.other_names)}
    # "Van Vroonhoven", who is Van Vroonhoven-Kok; without its "van" a name is another's too.
    printed = {fold(v.printed) for v in name_variants() if v.kind != "zonder tussenvoegsel"}
    return frozenset(own | printed)


@cache
def given_names() -> frozenset[str]:
    """Given names, whole and by their first word, folded.

    >>> "jasper" in given_names()
    True
    """
    return frozenset(
        fold(name) for p in persons() if p.given for name in (p.given, p.given.split()[0])
    )
