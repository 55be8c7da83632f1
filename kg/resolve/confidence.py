"""How far a rule can be trusted: its precision as measured, or until then as stated, in a table.

The table is ``seeds/confidence.csv``: the longest prefix of a rule's name that stands in it gives
the value, with how it was found.
"""

from __future__ import annotations

import csv
from functools import cache

from kg import data
from kg.errors import AuthorityError


@cache
def table() -> dict[str, float]:
    """Rule prefix to precision between 0 and 1; raises ``AuthorityError`` for a bad row."""
    values: dict[str, float] = {}
    with data.path("confidence.csv").open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            value = float(row["precision"])
            if not 0 < value <= 1 or row["rule"] in values:
                raise AuthorityError(
                    f"confidence.csv:{number}",
                    f"rule {row['rule']!r} stands there twice or has no precision in 0..1",
                    "give each rule prefix one value above 0 and at most 1",
                )
            values[row["rule"]] = value
    return values


@cache
def confidence(rule: str) -> float:
    """The precision of the longest known prefix of ``rule``.

    >>> 0 < confidence("kamerstuk.dossier-nr") <= 1
    True
    """
    known = table()
    prefix = rule
    while prefix and prefix not in known:
        prefix = prefix.rpartition(".")[0]
    return known[prefix]
