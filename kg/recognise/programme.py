"""Policy programmes by name: those of the table, and those that quotation marks or capitals show.

The table is searched over the whole text at once (:func:`find_programmes`), the rest at places
that the common scan finds.
"""

from __future__ import annotations

from kg.recognise import programme_akkoord, programme_unlisted
from kg.recognise.programme_table import find_programmes

__all__ = ["RECOGNISERS", "find_programmes"]

RECOGNISERS = (*programme_unlisted.RECOGNISERS, *programme_akkoord.RECOGNISERS)
