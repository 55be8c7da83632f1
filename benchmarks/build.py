"""How ``kg build`` does at scale: ``python benchmarks/build.py --documents 1000 10000``.

Makes papers (benchmarks/corpus.py), then runs the real command: a full build with every number of
workers, again with nothing changed, again with one document in a hundred changed, and from scratch
over what was changed; then the start-up times. Prints one table with a verdict against the goals,
and writes it as JSON with ``--json FILE``. Megabytes are millions of bytes; memory is the most any
one process of the build ever had resident.

A build with one worker has three parts that work side by side: the worker, the builder and the
engine. ``--one-core`` measures it on a single core too, which tells what each further core gives.
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from corpus import IN_FOLDER, ROOT, Recipe, change, write
from processes import KG, Taken, cores, digest, run

SEEDS = ROOT / "seeds" / "documents"
CHANGED_EVERY = 100
MOST_MEMORY = 1_000
SPEED, GAIN, GROWTH = 5.0, 1.7, 1.15
UNCHANGED, SOME_CHANGED = 0.03, 0.06
TIMES = 5  # of a start the best of several counts
# Everything that comes of it stays on the core it is bound to.
ON_ONE_CORE = (sys.executable, "-c", "import os; from kg.cli import main; "
               "os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); main()")
STARTS = (("kg --help", ("--help",), 0.2), ("kg find on one letter", ("find", "LETTER"), 0.5),
          ("kg build of the seeds", ("build", str(SEEDS), "-o", "OUT"), 3.0))


@dataclass(slots=True)
class Row:
    """One figure of the table; ``good`` is ``None`` where there is no goal to meet."""

    what: str
    figure: str
    goal: str = ""
    good: bool | None = None


@dataclass(slots=True)
class Report:
    """Everything measured, with the machine it was measured on."""

    machine: dict[str, str | int]
    rows: list[Row] = field(default_factory=list)
    runs: dict[str, dict[str, float]] = field(default_factory=dict)

    def add(self, what: str, figure: str, goal: str = "", good: bool | None = None) -> None:
        """Put a row into the table, and on standard error as it comes."""
        self.rows.append(Row(what, figure, goal, good))
        print(f"{what}: {figure} {goal} {_verdict(good)}", file=sys.stderr, flush=True)

    def keep(self, name: str, taken: Taken, size: int) -> Taken:
        """Remember what a run took. Ends the measurement when the run failed."""
        if taken.code:
            raise SystemExit(f"{name} ended with {taken.code}: {taken.err.strip()[-2000:]}")
        self.runs[name] = {
            "seconds": taken.seconds, "cpu": taken.cpu, "peak_megabytes": taken.peak,
            "processes": len(taken.peaks), "megabytes": size / 1e6, "pace": taken.pace,
        }
        return taken


class Bench:
    """The measurements in one folder."""

    def __init__(
        self, folder: Path, report: Report, workers: list[int], within: float, one_core: bool
    ) -> None:
        self.folder, self.report, self.within = folder, report, within
        self.workers, self.one_core = workers, one_core

    def build(
        self, name: str, papers: Path, out: Path, workers: int, size: int,
        kg: Sequence[str] = KG,
    ) -> Taken:
        """One run of ``kg build``."""
        command = [
            *kg, "build", str(papers), "-o", str(out), "--quiet", "--workers", str(workers),
        ]  # fmt: skip
        return self.report.keep(name, run(command, self.folder, within=self.within), size)

    def scale(self, documents: int, recipe: Recipe) -> Taken:
        """Everything about one size; the full build with one worker."""
        papers = self.folder / f"papers-{documents}"
        size = write(papers, recipe, documents)
        name = f"{documents:,} documents"
        self.report.add(name, f"{size / 1e6:.0f} MB in {-(-documents // IN_FOLDER)} folders")
        full = {}
        for count in self.workers:
            out = self.folder / f"out-{documents}-{count}"
            shutil.rmtree(out, ignore_errors=True)
            full[count] = self.build(f"{name}, workers {count}", papers, out, count, size)
            self._speed(f"{name}, workers {count}", full[count], size, count)
        self._compare(name, documents, full)
        most = self.workers[-1]
        self._again(name, papers, self.folder / f"out-{documents}-{most}", most, full[most], size)
        if self.one_core:
            out = self.folder / f"out-{documents}-alone"
            alone = self.build(f"{name}, one core", papers, out, 1, size, ON_ONE_CORE)
            self._speed(f"{name}, one worker on one core", alone, size, 1)
            gain = alone.seconds / full[most].seconds
            self.report.add(f"{name}: {most} workers over one on one core", f"{gain:.2f} x")
        for each in self.folder.glob(f"*-{documents}*"):
            shutil.rmtree(each)
        return full[self.workers[0]]

    def _speed(self, name: str, taken: Taken, size: int, workers: int) -> None:
        rate = size / 1e6 / taken.seconds / workers
        self.report.add(f"{name}: time", f"{taken.seconds:.1f} s, {taken.cpu:.1f} s of processor")
        self.report.add(f"{name}: per core", f"{rate:.2f} MB/s", f"≥ {SPEED:g} MB/s", rate >= SPEED)
        rate = size / 1e6 / taken.cpu
        self.report.add(f"{name}: per second of processor", f"{rate:.2f} MB")
        self.report.add(
            f"{name}: most memory of a process", f"{taken.peak:.0f} MB", f"< {MOST_MEMORY} MB",
            taken.peak < MOST_MEMORY,
        )

    def _compare(self, name: str, documents: int, full: dict[int, Taken]) -> None:
        first, *others = self.workers
        for count in others:
            gain = full[first].seconds / full[count].seconds
            good = gain >= GAIN if (first, count) == (1, 2) else None
            goal = f"≥ {GAIN:g}" if good is not None else ""
            self.report.add(f"{name}: {count} workers over {first}", f"{gain:.2f} x", goal, good)
            self._same(
                f"{name}: graph of {count} workers and of {first}",
                self.folder / f"out-{documents}-{first}",
                self.folder / f"out-{documents}-{count}",
            )

    def _again(
        self, name: str, papers: Path, out: Path, workers: int, full: Taken, size: int
    ) -> None:
        before = digest(out)
        taken = self.build(f"{name}, nothing changed", papers, out, workers, size)
        self._share(f"{name}: again, nothing changed", taken, full, UNCHANGED)
        self.report.add(f"{name}: graph after that", *_equal(before == digest(out)))
        scratch = out.with_name(f"{out.name}-scratch")
        with changed(papers):
            taken = self.build(f"{name}, some changed", papers, out, workers, size)
            self._share(
                f"{name}: again, 1 in {CHANGED_EVERY} changed", taken, full, SOME_CHANGED
            )
            self.build(f"{name}, some changed, from scratch", papers, scratch, workers, size)
        self._same(f"{name}: graph of that and from scratch", out, scratch)
        self.report.add(
            f"{name}: the change shows in the graph", "yes" if before != digest(out) else "no",
            "yes", before != digest(out),
        )

    def _share(self, name: str, taken: Taken, full: Taken, goal: float) -> None:
        share = taken.seconds / full.seconds
        figure = f"{taken.seconds:.1f} s, {share:.1%} of the full one"
        self.report.add(name, figure, f"< {goal:.0%}", share < goal)

    def _same(self, name: str, one: Path, other: Path) -> None:
        self.report.add(name, *_equal(digest(one) == digest(other)))

    def starts(self) -> None:
        """The start-up times, the best of several."""
        letter = min(SEEDS.glob("*.txt"))
        python = min(run([sys.executable, "-c", "pass"], self.folder).seconds for _ in range(TIMES))
        self.report.add("python -c pass", f"{python:.2f} s")
        for name, arguments, goal in STARTS:
            places = {"LETTER": str(letter), "OUT": str(self.folder / "seeds")}
            command = [*KG, *(places.get(each, each) for each in arguments)]
            taken = [
                self.report.keep(name, self._started(command), 0) for _ in range(TIMES)
            ]
            best = min(each.seconds for each in taken)
            self.report.add(name, f"{best:.2f} s", f"< {goal:g} s", best < goal)

    def _started(self, command: list[str]) -> Taken:
        shutil.rmtree(self.folder / "seeds", ignore_errors=True)
        return run(command, self.folder)


@contextmanager
def changed(papers: Path) -> Iterator[int]:
    """Every hundredth document with another sentence, for as long as it lasts; how many."""
    kept = change(papers, CHANGED_EVERY)
    try:
        yield len(kept)
    finally:
        for path, content in kept.items():
            path.write_bytes(content)


def _equal(same: bool) -> tuple[str, str, bool]:
    return ("equal, byte for byte" if same else "differs"), "equal", same


def _verdict(good: bool | None) -> str:
    return "" if good is None else "met" if good else "NOT MET"


def table(report: Report) -> str:
    """The report as a table in Markdown."""
    lines = [", ".join(f"{name} {value}" for name, value in report.machine.items()), ""]
    lines += ["| | measured | goal | |", "|---|---|---|---|"]
    lines += [
        f"| {row.what} | {row.figure} | {row.goal} | {_verdict(row.good)} |" for row in report.rows
    ]
    return "\n".join(lines)


def main() -> None:
    """Measures, prints the table, and writes it."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000], metavar="N")
    parser.add_argument("--kilobytes", type=float, default=10.0, metavar="MEAN")
    parser.add_argument("--mix", default="corpus", choices=("corpus", "letters"))
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], metavar="N")
    parser.add_argument("--one-core", action="store_true",
                        help="one worker with all that belongs to it on a single core, too")
    parser.add_argument("--folder", type=Path, help="where to work; a temporary one by default")
    parser.add_argument("--within", type=float, default=7_200, metavar="SECONDS",
                        help="stop a run that takes longer")
    parser.add_argument("--json", type=Path, metavar="FILE")
    told = parser.parse_args()
    report = Report({
        "cores": cores(), "machine": platform.machine(), "system": platform.system(),
        "Python": platform.python_version(),
    })
    recipe = Recipe(mix=told.mix, kilobytes=told.kilobytes)
    with _folder(told.folder) as folder:
        bench = Bench(folder, report, told.workers, told.within, told.one_core)
        bench.starts()
        _growth(report, {each: bench.scale(each, recipe) for each in sorted(told.documents)})
    print(table(report))
    if told.json:
        told.json.write_text(json.dumps(asdict(report), indent=1) + "\n", encoding="utf-8")


def _growth(report: Report, full: dict[int, Taken]) -> None:
    sizes = list(full)
    for few, many in zip(sizes, sizes[1:], strict=False):
        growth = full[many].seconds / full[few].seconds / (many / few)
        pace = full[many].pace / full[few].pace  # more than 1: the machine was slower for the many
        report.add(
            f"time per document at {many:,} over that at {few:,}",
            f"{growth:.2f} x, at an equal pace of the machine {growth / pace:.2f}",
            f"≤ {GROWTH:g}", growth <= GROWTH,
        )


@contextmanager
def _folder(told: Path | None) -> Iterator[Path]:
    if told is not None:
        told.mkdir(parents=True, exist_ok=True)
        yield told.resolve()
    else:
        with tempfile.TemporaryDirectory() as made:
            yield Path(made)


if __name__ == "__main__":
    main()
