"""What a cluster takes: ``python benchmarks/cluster.py --documents 2000 8000 --workers 2``.

Makes papers (benchmarks/corpus.py) and builds them with the processes of this machine, then with as
many workers of a Dask cluster on loopback; the graphs must be equal byte for byte. Prints for each
size what every stage took and what it leaves on disk, so that a larger run can be worked out on
paper (docs/cluster.md). Processor time, unlike seconds, hardly depends on what else the machine
does. Megabytes are millions of bytes.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus import Recipe, write
from processes import KG, Running, Taken, cores, run

# The library call, because only that tells when each stage ends.
BUILD = """
import json, sys
from pathlib import Path
from kg.building.course import Wish
from kg.building.run import build
ends = {}
def note(now):
    ends[now.stage] = now.seconds
given, output, workers, scheduler = sys.argv[1:]
build(Wish([given], Path(output), workers=int(workers), scheduler=scheduler or None,
           on_progress=note))
print(json.dumps(ends))
"""


def main() -> None:
    """Measure every size asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[2000, 8000])
    parser.add_argument("--kilobytes", type=float, default=10.0)
    parser.add_argument("--workers", type=int, default=cores())
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kg-cluster-") as folder:
        for documents in asked.documents:
            measure(Path(folder) / str(documents), documents, asked.kilobytes, asked.workers)


def measure(folder: Path, documents: int, kilobytes: float, workers: int) -> None:
    """Build papers by the machine and by a cluster, and print what both took."""
    papers = folder / "papers"
    size = write(papers, Recipe(kilobytes=kilobytes), documents) / 1e6
    print(f"\n{documents:,} documents, {size:.1f} MB, {workers} workers", flush=True)
    alone = built(papers, folder / "machine", workers, "")
    tell("machine", alone, size, workers, alone.cpu)
    with cluster(folder, workers) as (scheduler, all_of_it):
        with watched(all_of_it):
            there = built(papers, folder / "cluster", workers, scheduler)
        used = [each.spent for each in all_of_it]
        tell("cluster", there, size, workers, there.cpu + sum(cpu for cpu, _ in used))
        most = max(peak for _, peak in used)
        print(f"  the cluster's own processes: {most:.0f} MB at most")
    same = equal(folder / "machine" / "graph.ttl", folder / "cluster" / "graph.ttl")
    print(f"  graphs {'equal' if same else 'DIFFER'}; {there.seconds / alone.seconds:.2f} of the "
          "machine's time", flush=True)  # fmt: skip
    left(folder / "cluster", documents)
    if not same:
        sys.exit(1)
    shutil.rmtree(folder)


def built(papers: Path, output: Path, workers: int, scheduler: str) -> Taken:
    """One build; ends the measurement when it fails."""
    taken = run([sys.executable, "-c", BUILD, papers, output, str(workers), scheduler], papers)
    if taken.code:
        sys.exit(f"the build failed: {taken.err}")
    return taken


def tell(what: str, taken: Taken, size: float, workers: int, cpu: float) -> None:
    """What a build took, stage by stage."""
    ends = json.loads(taken.out)
    reading, merging = ends["reading"], ends["merging"]
    print(f"  {what}: {taken.seconds:.1f} s, {cpu:.1f} s of processors ({size / cpu:.2f} MB/s); "
          f"reading until {reading:.1f} s ({size / reading / workers:.2f} MB/s per worker), "
          f"settling and merging until {merging:.1f} s, then store and page; "
          f"{taken.peak:.0f} MB of memory at most in one process", flush=True)  # fmt: skip


def left(output: Path, documents: int) -> None:
    """How large the results are, for a document."""
    parts = output / "parts"
    taken = run([*KG, "export", "-f", "nquads", "--parts", "4", "-o", parts, "-g", output], output)
    if taken.code:
        sys.exit(f"the export failed: {taken.err}")
    manifest = json.loads((parts / "manifest.json").read_text())
    print(f"  facts for a document: {manifest['facts'] / documents:.1f}; "
          f"N-Quads in {taken.seconds:.1f} s and {taken.peak:.0f} MB of memory")  # fmt: skip
    for name in ("graph.ttl", "store", "work", "parts"):
        print(f"  {name}: {weight(output / name) / documents / 1e3:.1f} kB for a document")


def weight(path: Path) -> int:
    """The bytes of a file or a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(each.stat().st_size for each in path.rglob("*") if each.is_file())


def equal(one: Path, other: Path) -> bool:
    """Whether two files hold the same bytes."""
    return one.read_bytes() == other.read_bytes()


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[Running]]]:
    """A scheduler and its workers on loopback: the scheduler's file, and all that runs."""
    file = folder / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    here = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(file)]
    running = [Running([*dask, "scheduler", "--port", "0", *here], folder)]
    try:
        while not file.exists():
            time.sleep(0.1)
        more = ["--nthreads", "1", "--memory-limit", "0", "--local-directory", str(folder)]
        running += [Running([*dask, "worker", *here, *more], folder) for _ in range(workers)]
        wait_for(file, workers)
        yield str(file), running
    finally:
        for each in running:
            each.stop()


def wait_for(file: Path, workers: int) -> None:
    """Until as many workers have reported to the scheduler."""
    from distributed import Client

    with Client(json.loads(file.read_bytes())["address"], set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=60)


@contextmanager
def watched(running: list[Running]) -> Iterator[None]:
    """Look at processes again and again, for those that end on the way are known by that alone."""
    over = threading.Event()

    def look() -> None:
        while not over.wait(1.0):
            for each in running:
                each.look()

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        for each in running:
            each.look()


if __name__ == "__main__":
    main()
