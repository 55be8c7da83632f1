"""The Tweede Kamer's register as an index: motions, amendments, letters and dossiers.

``load`` builds it from tables of the open data; ``Register`` asks it.
"""

from __future__ import annotations

from kg.resolve.register.entries import Entry
from kg.resolve.register.index import Register
from kg.resolve.register.load import Loaded, load

__all__ = ["Entry", "Loaded", "Register", "load"]
