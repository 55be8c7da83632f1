"""How fast each stage of extraction is: ``python benchmarks/extract.py [FOLDER] [ROUNDS]``.

Takes every ``.txt`` file below FOLDER (default: the seed documents) through reading, segmenting,
recognising and relating, and through pickling as it travels between processes, and prints MB/s of
processor time for each, with the ratio to one plain ``re`` pattern (that of ``find.py``) over the
same texts in the same run. Stages take turns on a few documents at a time, and the best round of
each such handful counts, so that other work on the machine weighs little.
"""

from __future__ import annotations

import argparse
import pickle
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from find import BASELINE, SEEDS

from kg.model import Document, Extract
from kg.read import read
from kg.recognise import recognise
from kg.recognise.relations import relate
from kg.segment import segment

STAGES = ("one pattern with re", "read", "segment", "recognise", "relate", "pickle", "unpickle")
EXTRACTION = ("read", "segment", "recognise", "relate")
HANDFUL = 60  # documents a stage takes before the next has its turn


def main(folder: Path | None, rounds: int) -> None:
    """Measures and prints one line for each stage, and one for extraction as a whole."""
    paths = sorted((folder or SEEDS).rglob("*.txt"))
    if not paths:
        sys.exit(f"{folder}: no .txt file below it")
    size = sum(path.stat().st_size for path in paths) / 1e6
    print(f"{len(paths)} texts, {size:.1f} MB, best of {rounds}")
    spent = dict.fromkeys(STAGES, 0.0)
    for at in range(0, len(paths), HANDFUL):
        for stage, seconds in _best(paths[at : at + HANDFUL], rounds).items():
            spent[stage] += seconds
    for stage in STAGES:
        _print(stage, size / spent[stage], spent["one pattern with re"] / spent[stage])
    whole = sum(spent[stage] for stage in EXTRACTION)
    _print("extraction, read to relate", size / whole, spent["one pattern with re"] / whole)


def _best(paths: Sequence[Path], rounds: int) -> dict[str, float]:
    """The least processor time each stage took for these documents."""
    _round(paths)  # compiles the patterns and reads the tables
    taken = [_round(paths) for _ in range(rounds)]
    return {stage: min(one[stage] for one in taken) for stage in STAGES}


def _round(paths: Sequence[Path]) -> dict[str, float]:
    spent: dict[str, float] = {}

    def timed(stage: str, work: Callable[..., Any], *given: Sequence[Any]) -> list[Any]:
        start = time.process_time()
        made = [work(*each) for each in zip(*given, strict=True)]
        spent[stage] = time.process_time() - start
        return made

    documents = timed("read", read, paths)
    timed("one pattern with re", _plain, documents)
    segments = timed("segment", segment, documents)
    mentions = timed("recognise", recognise, documents)
    claims = timed("relate", relate, documents, segments, mentions)
    extracts = [Extract(*each) for each in zip(documents, segments, mentions, claims, strict=True)]
    packed = timed("pickle", lambda extract: pickle.dumps(extract, 5), extracts)
    timed("unpickle", pickle.loads, packed)
    return spent


def _plain(document: Document) -> int:
    return sum(1 for _ in BASELINE.finditer(document.text))


def _print(name: str, speed: float, ratio: float) -> None:
    print(f"{name:28} {speed:8.1f} MB/s  {ratio:6.2f} x")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How fast each stage of extraction is.")
    parser.add_argument("folder", type=Path, nargs="?", help="texts; the seed documents by default")
    parser.add_argument("rounds", type=int, nargs="?", default=5)
    main(**vars(parser.parse_args()))
