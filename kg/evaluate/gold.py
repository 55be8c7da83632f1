"""Documents read by hand: ``docs/<id>.txt`` with the answers in ``docs/<id>.json``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError

HEADER_TEXTS = ("type", "date", "kenmerk", "subject", "ministry", "addressee")
HEADER_LISTS = ("own_ids", "signers", "signer_offices", "on_behalf_of", "asked_by")


@dataclass(frozen=True, slots=True)
class GoldMotion:
    """A motion as the careful reader saw it."""

    submitters: tuple[str, ...]
    id: str | None
    relation: str
    quote: str


@dataclass(frozen=True, slots=True)
class GoldCommitment:
    """A commitment as the careful reader saw it."""

    action: str
    quote: str
    due: str | None


@dataclass(frozen=True, slots=True)
class Gold:
    """One document with its answers; ``path`` is the file that is read."""

    name: str
    path: Path
    header: tuple[tuple[str, str | None], ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    cites: tuple[str, ...]
    motions: tuple[GoldMotion, ...]
    commitments: tuple[GoldCommitment, ...]
    programmes: tuple[str, ...]


def load(folder: Path, originals: Path | None = None) -> Iterator[Gold]:
    """Every document of a gold folder in order of name.

    With ``originals`` the file there whose name begins with the document's id is read instead of
    the text; documents without one are left out. Raises ``InputError`` for a folder without
    answers or an answer that is not of the agreed form.
    """
    docs = folder / "docs" if (folder / "docs").is_dir() else folder
    answers = sorted(docs.glob("*.json"))
    if not answers:
        raise InputError(
            str(folder), "no answers there", "name a folder with docs/<id>.txt and docs/<id>.json"
        )
    for path in answers:
        document = _document(path, originals)
        if document is not None:
            yield _gold(path, document)


def _document(path: Path, originals: Path | None) -> Path | None:
    if originals is None:
        return path.with_suffix(".txt")
    found = sorted(p for p in originals.rglob("*") if p.is_file() and p.name.startswith(path.stem))
    return found[0] if found else None


def _gold(path: Path, document: Path) -> Gold:
    try:
        answer: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        header = answer["header"]
        return Gold(
            name=path.stem,
            path=document,
            header=tuple((name, header.get(name)) for name in HEADER_TEXTS),
            lists=tuple((name, tuple(header.get(name) or ())) for name in HEADER_LISTS),
            # No canonical id has a blank, though a kenmerk may be printed with one.
            cites=tuple(dict.fromkeys("".join(each["id"].split()) for each in answer["cites"])),
            motions=tuple(_motion(each) for each in answer["motions"]),
            commitments=tuple(
                GoldCommitment(each["action"], each["quote"], each.get("due"))
                for each in answer["commitments"]
            ),
            programmes=tuple(answer["programmes"]),
        )
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise InputError(
            str(path), f"not an answer in the agreed form ({error})", "see the guide of the folder"
        ) from error


def _motion(each: dict[str, Any]) -> GoldMotion:
    return GoldMotion(
        tuple(each["submitters"]), each.get("id"), each["relation"], each["quote"]
    )
