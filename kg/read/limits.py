"""How much a reader takes on before it refuses: settings with defaults that fit real documents.

The largest original known to us is some 2 MB and 150 pages; the defaults leave room for far larger
reports, and stop what only an attack or a mistake brings.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import InputError

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The settings every reader obeys; make another with ``dataclasses.replace``.

    ``file_bytes`` and ``text_chars`` bound one document, ``seconds`` the time spent on it, and
    ``pages`` those of a PDF; ``members``, ``unpacked_bytes`` and ``ratio`` (unpacked to packed)
    bound one archive, and ``depth`` how far archives and mails may hold one another. ``elements``
    bounds one XML or HTML tree and one table of a DOC, and ``web_files`` how many inputs may be
    addresses of the web.

    >>> Limits(seconds=5).seconds, Limits().depth
    (5, 3)
    """

    file_bytes: int = 256 * MEGABYTE
    text_chars: int = 64 * MEGABYTE
    seconds: float = 120.0
    pages: int = 20_000
    elements: int = 5_000_000
    members: int = 50_000
    unpacked_bytes: int = 8 * 1024 * MEGABYTE
    ratio: int = 1_000
    depth: int = 3
    web_files: int = 0

    def __post_init__(self) -> None:
        for name in self.__slots__:
            value = getattr(self, name)
            if not value >= 0:  # nor is it with what is no number
                problem = "is below zero" if value < 0 else "is no number"
                raise InputError(f"limit {name}", problem, "give a number from 0")
