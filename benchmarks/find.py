"""How fast ``kg.find`` is: ``python benchmarks/find.py [FOLDER] [ROUNDS]``.

Reads every ``.txt`` file below FOLDER (default: the seed documents, repeated to some 10 MB) and
prints MB/s of processor time (best of some rounds, so that other work on the machine counts
little) for all recognisers, for those of identifiers alone, for the scan alone, and for a plain
``re`` pattern of the commonest forms as a baseline; each as a ratio to that baseline, measured in
the same run. Then it takes hostile inputs at one size and at four times that size.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kg.recognise import find
from kg.recognise.engine import Engine
from kg.recognise.registry import engine, recognisers

SEEDS = Path(__file__).resolve().parents[1] / "seeds" / "documents"
DEFAULT_SIZE = 10_000_000
BASELINE = re.compile(
    r"(?:\b(?:[Kk]amerstuk(?:ken)?|TK|EK)[ ,]+(?:I{1,2}[ ,]+)?(?:\d{4}[-–/]\d{2,4}[ ,]+)?)?"
    r"\b(?P<dossier>\d{2}[ .]?\d{3})(?:[- ](?P<toevoeging>[IVX]+|[A-Z]|\d\d))?,? ?"
    r"(?:nrs?\.? ?(?P<nr>\d+)|-(?P<dash>\d+))"
    r"|\b[Mm]otie(?: van (?:het lid|de leden)|-)\s?(?P<name>[A-Z]\w+)"
    r"|\b(?P<number>(?:19|20)\d\d[DZ]\d{5})\b"
)
REPEATS = 25_000
HOSTILE = ("36 ", "nr. ", "(", "1", "36 600 XV, ", "Kamerstuk ", "nrs. 1, ", "IV-", "\n", " ")


def main(folder: Path | None, rounds: int) -> None:
    """Measures and prints one line each."""
    texts = _texts(folder) if folder else _repeated(SEEDS, DEFAULT_SIZE)
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)
    print(f"{len(texts)} texts, {size / 1e6:.1f} MB, best of {rounds}")
    baseline = _speed(texts, size, rounds, _plain)
    identifiers = Engine([one for one in recognisers() if one.layer == "identifier"])
    _print("one pattern with re", baseline, baseline)
    _print("scan alone", _speed(texts, size, rounds, _scan), baseline)
    speed = _speed(texts, size, rounds, lambda text: sum(1 for _ in identifiers.found(text)))
    _print("identifiers, without settling", speed, baseline)
    _print("kg.find, every recogniser", _speed(texts, size, rounds, _find), baseline)
    for line in _hostile():
        print(line)


def _texts(folder: Path) -> list[str]:
    paths = sorted(folder.rglob("*.txt"))
    if not paths:
        sys.exit(f"{folder}: no .txt file below it")
    return [path.read_text(encoding="utf-8", errors="replace") for path in paths]


def _repeated(folder: Path, size: int) -> list[str]:
    texts = _texts(folder)
    times = max(1, size // sum(len(text) for text in texts))
    return texts * times


def _plain(text: str) -> int:
    return sum(1 for _ in BASELINE.finditer(text))


def _scan(text: str) -> int:
    return sum(1 for _ in engine().places(text))


def _find(text: str) -> int:
    return len(find(text))


def _speed(texts: Sequence[str], size: int, rounds: int, work: Callable[[str], int]) -> float:
    work(texts[0])  # compiles the patterns and reads the tables
    return size / 1e6 / min(_spent(texts, work) for _ in range(rounds))


def _spent(texts: Sequence[str], work: Callable[[str], int]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def _print(name: str, speed: float, baseline: float) -> None:
    print(f"{name:32} {speed:8.1f} MB/s  {speed / baseline:6.2f} x")


def _hostile() -> Iterator[str]:
    for piece in HOSTILE:
        short = _spent([piece * REPEATS], _find)
        long = _spent([piece * REPEATS * 4], _find)
        ratio = long / max(short, 1e-9)
        yield f"{piece!r:14} x {REPEATS * 4}: {long:6.3f} s, {ratio:5.1f} x a quarter of it"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How fast kg.find is.")
    parser.add_argument("folder", type=Path, nargs="?", help="texts; the seed documents by default")
    parser.add_argument("rounds", type=int, nargs="?", default=3)
    main(**vars(parser.parse_args()))
