"""Whatever is done to the papers, a build brings its folder to what one from nothing gives."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from papers import LETTERS, MAIL, built, in_memory, packed, sound, written

from kg import pipeline

STEPS = 8
NAMES = [*LETTERS, "een.zip", "map/brief.eml", "map/twee.txt", "map/drie.txt"]


def _content(chance: random.Random, name: str) -> str | bytes:
    """What may stand under a name: a letter, one that differs a little, several in one file."""
    texts = list(LETTERS.values())
    if name.endswith(".zip"):
        some = chance.sample(sorted(LETTERS), chance.randint(1, 3))
        return packed({each: LETTERS[each] for each in some})
    if name.endswith(".eml"):
        return MAIL.format("bijlage.txt", chance.choice(texts))
    text = chance.choice(texts)
    if chance.random() < 0.4:
        for one, other in (("870", "999"), ("10 juni", "11 juni"), ("Mohandis", "Bikker")):
            text = text.replace(one, other)
    return text


def _put(folder: Path, chance: random.Random) -> None:
    name = chance.choice(NAMES)
    written(folder, {name: _content(chance, name)})


def _remove(folder: Path, chance: random.Random) -> None:
    there = sorted(path for path in folder.rglob("*.*") if path.is_file())
    if len(there) > 2:
        chance.choice(there).unlink()


def _rename(folder: Path, chance: random.Random) -> None:
    there = sorted(path for path in folder.rglob("*.txt"))
    if there:
        path = chance.choice(there)
        path.rename(path.with_name(f"{chance.randrange(100)} {path.name}"))


def _copy(folder: Path, chance: random.Random) -> None:
    there = sorted(path for path in folder.rglob("*.txt"))
    if there:
        path = chance.choice(there)
        name = chance.choice([path.name, f"{chance.randrange(9)}.txt"])
        written(folder / f"kopie {chance.randrange(3)}", {name: path.read_bytes()})


def _touch(folder: Path, chance: random.Random) -> None:
    for path in folder.rglob("*.*"):
        if chance.random() < 0.3:
            os.utime(path)


EDITS: list[Callable[[Path, random.Random], None]] = [_put, _put, _remove, _rename, _copy, _touch]


@pytest.mark.parametrize("seed", range(2))
def test_an_incremental_build_equals_one_from_nothing(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    some = chance.sample(sorted(LETTERS), 6)
    folder = written(tmp_path / "papers", {name: LETTERS[name] for name in some})
    out = tmp_path / "out"
    built(out, folder)
    for step in range(STEPS):
        edits = [chance.choice(EDITS) for _ in range(chance.randint(1, 3))]
        for edit in edits:
            edit(folder, chance)
        told = built(out, folder, workers=1 + step % 2)
        whole = pipeline.build([folder])
        sound(out, in_memory([folder]))
        done = f"step {step}: {[edit.__name__ for edit in edits]}"
        assert told.counts == whole.counts, done
        assert (told.documents, told.refused) == (whole.documents, whole.refused), done
        assert not list((out / "work").glob("*.part"))
    fresh = tmp_path / "fresh"
    built(fresh, folder, workers=2)
    for name in ("graph.ttl", "graph.html"):
        assert (out / name).read_bytes() == (fresh / name).read_bytes()
