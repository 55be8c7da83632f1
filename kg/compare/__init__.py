"""What differs between two graphs: ``changes`` finds it."""

from kg.compare.changes import RELATIONS, Change, Thing, changes

__all__ = ["RELATIONS", "Change", "Thing", "changes"]
