"""Which files an input names: itself, or those of a folder, in a fixed order.

Hidden files, the leavings of operating systems and the graphs this program writes are passed by,
with what it keeps beside them (any folder with a ``CACHEDIR.TAG``), so that ``kg build .`` can be
run twice.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from kg.errors import InputError
from kg.files import is_cache
from kg.read.source import Source, printable, unopened

_LEAVINGS = frozenset(("thumbs.db", "desktop.ini", "__macosx"))
_GRAPHS = tuple(
    ".ttl .nt .nq .trig .rdf .jsonld .graphml .gexf .parquet .csv .tsv .sqlite .db".split()
)
_OWN_HTML = b'<meta name="generator" content="kamergraaf'


def passed_by(name: str) -> bool:
    """Whether a file or folder of this name is never a document.

    >>> passed_by(".git"), passed_by("graph.ttl"), passed_by("~$brief.docx"), passed_by("brief.txt")
    (True, True, True, False)
    """
    lower = name.lower()
    return lower.startswith((".", "~$")) or lower in _LEAVINGS or lower.endswith(_GRAPHS)


def is_own_page(head: bytes) -> bool:
    """Whether a page's first bytes say that this program wrote it.

    >>> is_own_page(b'<html><head><meta name="generator" content="kamergraaf 1">')
    True
    """
    return _OWN_HTML in head


def sources_at(path: Path) -> Iterator[Source | InputError]:
    """The file at ``path``, or the documents in the folder there, sorted; errors in their place."""
    try:
        is_folder = path.is_dir()
        if not is_folder:
            path.stat()
    except (OSError, ValueError) as error:
        yield _missing(path, error)
        return
    if not is_folder:
        yield Source.of_path(path)
        return
    found = False
    for source in _in_folder(path):
        found = True
        yield source
    if not found:
        yield InputError(
            printable(str(path)),
            "holds no documents",
            "give a folder with text, PDF, DOC, DOCX, ODT, HTML, XML or mail in it",
        )


def real_path(path: str | Path) -> str:
    """The path behind all links; a folder's is found once for all files in it.

    >>> real_path("/usr/../usr/brief.txt")
    '/usr/brief.txt'
    """
    folder, name = os.path.split(os.fspath(path))
    whole = os.path.join(_real_folder(folder), name)
    return os.path.realpath(whole) if not name or name == ".." or os.path.islink(whole) else whole


def forget_links() -> None:
    """Links may have changed since the last look."""
    _real_folder.cache_clear()


@lru_cache(maxsize=4096)
def _real_folder(path: str) -> str:
    return os.path.realpath(path)


def _missing(path: Path, error: OSError | ValueError) -> InputError:
    if isinstance(error, OSError):
        return unopened(printable(str(path)), error)
    return InputError(printable(str(path)), "is no path", "check it for stray characters")


def _in_folder(folder: Path) -> Iterator[Source | InputError]:
    """Files before the folders beside them; what a listing tells already is not asked of the disk.

    Folders behind links are not gone into: they may lead back.
    """
    waiting = [os.fspath(folder)]
    while waiting:
        where = waiting.pop()
        try:
            with os.scandir(where) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            yield unopened(printable(str(error.filename)), error)
            continue
        kept = [entry for entry in entries if not passed_by(entry.name)]
        real = os.path.join(_real_folder(where), "")
        for entry in kept:
            if entry.is_file() and not _is_own(entry.path):
                yield Source.of_path(entry.path, "" if entry.is_symlink() else real + entry.name)
        waiting += (
            entry.path
            for entry in reversed(kept)
            if entry.is_dir(follow_symlinks=False) and not is_cache(entry.path)
        )


def _is_own(path: str) -> bool:
    if not path.lower().endswith((".html", ".htm")):
        return False
    try:
        with open(path, "rb") as stream:
            return is_own_page(stream.read(8192))
    except OSError:
        return False  # whoever reads it says so
