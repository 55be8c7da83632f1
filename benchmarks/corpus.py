"""Made-up parliamentary papers by the thousand, for measuring at scale.

``python benchmarks/corpus.py OUT --documents 10000 --kilobytes 10`` writes that many papers below
OUT, a thousand to a folder: the same bytes for the same numbers on any machine, whatever the
number of processes. They have the kinds, lengths, references, headers, signatories, footnotes and
running feet of real ones (``benchmarks/madeup``), cite one another and common Kamerstukken, and
say nothing that anybody ever said. ``--share html=0.1`` writes a share in another format.

``python benchmarks/corpus.py --check FOLDER`` compares what our own reading finds in a made-up
corpus with what it finds in the real one in FOLDER.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from madeup.chance import Chance  # noqa: E402
from madeup.formats import FORMATS, WRITERS  # noqa: E402
from madeup.sheets import compose, mean_size  # noqa: E402
from madeup.world import MIXES, MOST, World  # noqa: E402

IN_FOLDER = 1_000
CHECKED = 2_343


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides every byte of a corpus, beside the number of documents."""

    seed: int = 1
    mix: str = "corpus"
    kilobytes: float | None = None  # the mean length; as long as the real ones when not told
    shares: tuple[tuple[str, float], ...] = ()  # of the formats other than text


def document(recipe: Recipe, number: int) -> tuple[str, bytes]:
    """The name and the bytes of the document with this number."""
    world = _world(recipe.seed, recipe.mix)
    original = world.original(number)
    sheet = compose(world, original, _scale(recipe.mix, recipe.kilobytes))
    if original != number:
        sheet.add("line", f"Uitgave {number}")  # the same paper, but not the same bytes
    chance = Chance(recipe.seed, number, 6)
    form = _format(recipe, sheet.paper.kind, chance.random())
    return f"{number // IN_FOLDER:04}/paper-{number:07}.{form}", WRITERS[form](sheet, chance)


def _format(recipe: Recipe, kind: str, drawn: float) -> str:
    for form, share in recipe.shares:
        drawn -= share
        if drawn < 0:
            # the official grammar is that of Kamerstukken
            return "txt" if form == "xml" and kind not in ("motion", "letter") else form
    return "txt"


@cache
def _world(seed: int, mix: str) -> World:
    return World(seed, mix)


@cache
def _scale(mix: str, kilobytes: float | None) -> float:
    """How much longer than usual all but motions are, so that the mean is as told."""
    if kilobytes is None:
        return 1.0
    shares = MIXES[mix]
    motions = shares.get("motion", 0) * mean_size("motion")
    others = sum(share * mean_size(kind) for kind, share in shares.items()) - motions
    wanted = kilobytes * 1000 * sum(shares.values())
    if wanted <= motions:
        raise SystemExit(f"--kilobytes {kilobytes}: motions alone are longer; give more")
    return (wanted - motions) / others


def write(out: Path, recipe: Recipe, documents: int, workers: int | None = None) -> int:
    """Write that many documents below ``out``; how many bytes they have together."""
    out.mkdir(parents=True, exist_ok=True)
    parts = [
        (out, recipe, first, min(first + IN_FOLDER, documents))
        for first in range(0, documents, IN_FOLDER)
    ]
    workers = min(workers or os.cpu_count() or 1, len(parts))
    if workers <= 1:
        return sum(map(_write_part, parts))
    with get_context("spawn").Pool(workers) as pool:
        return sum(pool.imap_unordered(_write_part, parts))


def change(papers: Path, every: int) -> dict[Path, bytes]:
    """Give one paper in so many another sentence; what these held before."""
    kept: dict[Path, bytes] = {}
    for number, path in enumerate(sorted(papers.rglob("*.txt"))):
        if number % every == 0:
            kept[path] = path.read_bytes()
            more = f"\nZie ook Kamerstuk 32 793, nr. {1 + number % 600}.\n"
            path.write_bytes(kept[path] + more.encode())
    return kept


def _write_part(part: tuple[Path, Recipe, int, int]) -> int:
    out, recipe, first, last = part
    size = 0
    (out / f"{first // IN_FOLDER:04}").mkdir(exist_ok=True)
    for number in range(first, last):
        name, content = document(recipe, number)
        (out / name).write_bytes(content)
        size += len(content)
    return size


def _shares(told: list[str]) -> Iterator[tuple[str, float]]:
    for each in told:
        form, _, share = each.partition("=")
        if form not in FORMATS or form == "txt":
            raise SystemExit(f"--share {each}: choose from {', '.join(FORMATS[1:])}")
        try:
            yield form, float(share)
        except ValueError:
            raise SystemExit(f"--share {each}: give a number, as {form}=0.1") from None


def main() -> None:
    """Writes a corpus, or compares one with real papers."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, nargs="?", metavar="OUT")
    parser.add_argument("--documents", type=int, metavar="N")
    parser.add_argument("--kilobytes", type=float, metavar="MEAN")
    parser.add_argument("--mix", choices=sorted(MIXES), default="corpus")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", action="append", default=[], metavar="FORMAT=PART")
    parser.add_argument("--workers", type=int)
    parser.add_argument("--check", type=Path, metavar="FOLDER")
    told = parser.parse_args()
    recipe = Recipe(told.seed, told.mix, told.kilobytes, tuple(_shares(told.share)))
    documents = CHECKED if told.documents is None else told.documents
    if not 0 < documents <= MOST:
        raise SystemExit(f"--documents {documents}: give 1 to {MOST}")
    if told.check:
        from madeup.check import compare

        made = (document(recipe, number) for number in range(documents))
        print(compare(made, told.check))
    elif told.out:
        size = write(told.out, recipe, documents, told.workers)
        print(f"{documents} documents, {size / 1e6:.1f} MB in {told.out}")
    else:
        parser.error("name a folder to write to, or --check one of real papers")


if __name__ == "__main__":
    main()
