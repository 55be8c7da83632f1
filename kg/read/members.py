"""What every archive's members have in common: which are documents, and which are refused."""

from __future__ import annotations

import re

from kg.read.protocol import Problem
from kg.read.source import Source, printable
from kg.read.walk import passed_by

_STRAYS = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:[/\\]|\x00")


def is_document(name: str) -> bool:
    """Whether a member of this name can be a document: not hidden, and none of our own files.

    >>> is_document("bundel/brief.pdf"), is_document("__MACOSX/._brief.pdf"), is_document("map/")
    (True, False, False)
    """
    parts = [part for part in re.split(r"[/\\]", name) if part not in ("", ".")]
    return bool(parts) and name[-1] not in "/\\" and not any(map(passed_by, parts))


def strays(name: str) -> bool:
    """Whether a name would leave the folder it is unpacked in.

    >>> strays("../../etc/passwd"), strays("/etc/passwd"), strays("bundel/brief..pdf")
    (True, True, False)
    """
    return bool(_STRAYS.search(name))


def refused(archive: Source, name: str) -> Problem:
    """The problem with a member whose name points outside its archive."""
    problem = f"has a member that points outside it ({printable(name[:200])}), which is passed by"
    return Problem(archive.place, archive.error(problem, "check where it comes from"))


def member(archive: Source, name: str, data: bytes) -> Source:
    """The source for a member's bytes."""
    return Source.of_bytes(f"{archive.place}/{name}", data, depth=archive.depth + 1)
