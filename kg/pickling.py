"""How values travel between processes: as what they are made from, and no more.

The documents of a build are read by several processes, so that everything a document says is
pickled once and read back once. What Python writes for a frozen, slotted dataclass by itself asks
for its fields at every instance, at three times the cost.
"""

from __future__ import annotations

import copyreg
from dataclasses import fields
from operator import attrgetter
from typing import TypeVar

T = TypeVar("T")


def made_again(cls: type[T]) -> type[T]:
    """The dataclass ``cls``, its instances pickled as a call of it with the values of its fields.

    >>> import pickle
    >>> from kg.identifiers.dossier import Dossier
    >>> pickle.loads(pickle.dumps(Dossier("36600", "XV"))).id
    'dossier-36600-XV'
    """
    names = [field.name for field in fields(cls) if field.init]  # type: ignore[arg-type]
    values = attrgetter(*names)
    made_of = values if len(names) > 1 else lambda self: (values(self),)  # of one a bare value
    cls._made_of = property(made_of)  # type: ignore[attr-defined]
    # Both getters are of C, so that an instance costs no step of the interpreter.
    copyreg.pickle(cls, attrgetter("__class__", "_made_of"))
    return cls
