"""Policy programmes by name: of the table, in quotation marks, by capitals, by an abbreviation.

The table is searched over the whole text at once (:func:`find_programmes`), the rest at places
that the common scan finds.
"""

from __future__ import annotations

from kg.recognise import (
    programme_akkoord,
    programme_fiche,
    programme_headed,
    programme_initials,
    programme_shaped,
    programme_titled,
    programme_unlisted,
)
from kg.recognise.programme_table import find_programmes

__all__ = ["RECOGNISERS", "find_programmes"]

RECOGNISERS = (
    *programme_fiche.RECOGNISERS,
    *programme_unlisted.RECOGNISERS,
    *programme_shaped.RECOGNISERS,
    *programme_headed.RECOGNISERS,
    *programme_initials.RECOGNISERS,
    *programme_akkoord.RECOGNISERS,
    *programme_titled.RECOGNISERS,
)
