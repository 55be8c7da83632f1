"""Where the files that travel with the package lie: tables, seed documents, ontology, queries.

In a wheel they are inside the package (``kg/seeds``, ``kg/ontology``); in a checkout they stand
beside it. Nothing else in the package looks for files of its own.
"""

from __future__ import annotations

from pathlib import Path

from kg.errors import AuthorityError

_PACKAGE = Path(__file__).resolve().parent
_FOLDERS = ("seeds", "ontology")


def path(name: str) -> Path:
    """The file or folder called ``name``; below ``seeds`` unless it starts with ``ontology``.

    Raises ``AuthorityError`` when the installation lacks it.

    >>> path("authority/offices.csv").name, path("ontology").name
    ('offices.csv', 'ontology')
    """
    folder, _, rest = name.partition("/")
    if folder not in _FOLDERS:
        folder, rest = "seeds", name
    for root in (_PACKAGE / folder, _PACKAGE.parent / folder):
        if (root / rest).exists():
            return root / rest
    raise AuthorityError(name, "not part of this installation", "install the package again")
