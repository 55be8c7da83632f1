"""Whether kills do harm: ``python benchmarks/kills.py --documents 2000 --kills 50``.

Builds two versions of made-up papers undisturbed (one document in twenty differs), then builds
them over and over, one version after the other into the same folder, now and then into an empty
one, and kills at random moments: the main process or one of its children, with signal 9. After
every kill the folder must hold the last complete graph or the new one, whole, and ``kg query``
must answer from it; the next run goes on. Where a run comes to its end, its graph must equal the
undisturbed one byte for byte. The moments follow from ``--seed``, as far as time itself does.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

from corpus import Recipe, change, write
from processes import KG, Running, digest, run

QUESTION = "SELECT (COUNT(*) AS ?n) WHERE { ?s a kg:Statement }"
CHANGED_EVERY = 20
LINGER = 10.0  # seconds in which the processes left behind by a killed one must be gone
STATE = "work/state.sqlite"


class Trial:
    """One folder, two versions of the papers, and what the kills did."""

    def __init__(self, folder: Path, workers: int, chance: Random) -> None:
        self.folder, self.workers, self.chance = folder, workers, chance
        self.out = folder / "out"
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self.digests: dict[str, str] = {}
        self.answers: dict[str, str] = {}
        self.usual = 0.0
        self.papers: dict[str, set[str]] = {}
        self._finished: dict[str, tuple[str, int]] = {}

    def prepare(self, documents: int) -> None:
        """Make the papers, and build both versions undisturbed."""
        for version in ("one", "other"):
            papers = self.folder / version
            write(papers, Recipe(mix="letters", kilobytes=6), documents)
            if version == "other":
                change(papers, CHANGED_EVERY)
            self.papers[version] = {
                hashlib.sha256(path.read_bytes()).hexdigest() for path in papers.rglob("*.txt")
            }
            whole = self.folder / f"whole-{version}"
            taken = self.start(version, whole).end()
            if taken.code:
                raise SystemExit(f"the undisturbed build failed: {taken.err.strip()[-2000:]}")
            self.usual = max(self.usual, taken.seconds)
            self.digests[version] = digest(whole)
            self.answers[self.digests[version]] = self._asked(whole)
        if self.digests["one"] == self.digests["other"]:
            raise SystemExit("both versions give one graph: nothing can be told from them")

    def start(self, version: str, out: Path) -> Running:
        """A build of a version at work."""
        told = ["--workers", str(self.workers)]
        papers = str(self.folder / version)
        return Running([*KG, "build", papers, "-o", str(out), "--quiet", *told], self.folder)

    def live(self, version: str, kills: int) -> int:
        """Build one version to its end, killed up to so many times; how many kills there were."""
        done = 0
        if self.chance.random() < 0.2:
            shutil.rmtree(self.out, ignore_errors=True)
        self._finished = {}
        while True:
            running = self.start(version, self.out)
            killed = done < kills and self._kill(running)
            patience = 60 + 10 * self.usual
            taken = running.end(within=patience)
            if taken.seconds > patience:
                self.faults.append(f"a run had not ended after {patience:.0f} s")
            self._left(running)
            self._keep_count(version)
            if killed:
                done += 1
            if taken.code == 0:
                self._complete(version)
                return done
            if not killed:
                self.faults.append(f"a run after kills failed: {taken.err.strip()[-500:]}")
                shutil.rmtree(self.out, ignore_errors=True)
                return done
            self._readable()

    def _kill(self, running: Running) -> bool:
        """Wait for a random moment of the build, then kill; whether there was something to kill."""
        until = time.perf_counter() + self.chance.random() * self.usual
        main = self.chance.random() < 0.5
        while time.perf_counter() < until:
            if not running.runs():
                self.counts["over before its moment came"] += 1
                return False
            time.sleep(0.005)
        _, *children = running.processes() or [running.id]
        victim = running.id if main or not children else self.chance.choice(children)
        if not running.kill(victim):
            return False
        self.counts["kills of the main process" if victim == running.id else "of a child"] += 1
        return True

    def _left(self, running: Running) -> None:
        """Processes that outlive a killed one must end by themselves."""
        until = time.perf_counter() + LINGER
        while running.processes() and time.perf_counter() < until:
            time.sleep(0.02)
        left = running.processes()
        if left:
            self.counts["processes left behind"] += len(left)
            self.faults.append(f"{len(left)} processes lived on for {LINGER:g} s after the build")
            running.stop()

    def _readable(self) -> None:
        """What stands in the folder after a kill: nothing yet, or a whole graph that answers."""
        self.counts["looked at after a kill"] += 1
        if not (self.out / "graph.ttl").exists():
            self.counts["no graph there yet"] += 1
            return
        found = digest(self.out)
        if found not in self.answers:
            self.faults.append("after a kill graph.ttl is neither the last graph nor the new one")
        elif self._asked(self.out) != self.answers[found]:
            self.faults.append("after a kill the graph answers otherwise")

    def _complete(self, version: str) -> None:
        self.counts["came to the end"] += 1
        if digest(self.out) != self.digests[version]:
            self.faults.append("the graph at the end differs from that of an undisturbed build")
        elif self._asked(self.out) != self.answers[self.digests[version]]:
            self.faults.append("the graph at the end answers otherwise")

    def _asked(self, out: Path) -> str:
        taken = run([*KG, "query", QUESTION, "--graph", str(out), "--format", "csv"], self.folder)
        if taken.code:
            return f"failed: {taken.err.strip()[-300:]}"
        return taken.out

    def _keep_count(self, version: str) -> None:
        """Compare what is finished now with what was finished after the run before."""
        known = finished(self.out)
        if known is None:
            return
        # what the other version alone had is rightly taken away
        now = {digest: known[digest] for digest in known.keys() & self.papers[version]}
        lost = [digest for digest in self._finished if digest not in now]
        again = [
            digest for digest, place in self._finished.items()
            if digest in now and now[digest] != place
        ]
        self.counts["finished documents taken over"] += len(self._finished) - len(again + lost)
        if lost:
            self.faults.append(f"{len(lost)} finished documents were lost")
        if again:
            self.faults.append(f"{len(again)} finished documents were read again")
        self._finished = now


def finished(out: Path) -> dict[str, tuple[str, int]] | None:
    """The documents a build has finished, by digest, with the place where what they gave stands.

    A document that is read again gets another place. ``None`` where the build keeps no such state.
    """
    state = out / STATE
    if not state.exists():
        return None
    with tempfile.TemporaryDirectory() as copied:
        # a killed build leaves a journal, and only who may write can make up for it
        for path in state.parent.glob(f"{state.name}*"):
            shutil.copy(path, copied)
        with closing(sqlite3.connect(Path(copied) / state.name)) as database:
            try:
                rows = database.execute("SELECT sha256, extracts, start FROM document").fetchall()
            except sqlite3.OperationalError:
                return None
    return {sha256: (str(extracts), int(start)) for sha256, extracts, start in rows}


def main() -> None:
    """Kills, and tells what it did; exits with 1 where it did harm."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60.0, help="begin no build after these")
    parser.add_argument("--json", type=Path, metavar="FILE")
    told = parser.parse_args()
    until = time.monotonic() + 60 * told.minutes
    with tempfile.TemporaryDirectory() as made:
        trial = Trial(Path(made), told.workers, Random(told.seed))
        trial.prepare(told.documents)
        print(f"undisturbed: {trial.usual:.1f} s for {told.documents} documents", flush=True)
        kills, version = 0, "one"
        while kills < told.kills and time.monotonic() < until:
            kills += trial.live(version, min(told.kills - kills, 1 + trial.chance.randrange(6)))
            version = "other" if version == "one" else "one"
            print(f"{kills} kills, {len(trial.faults)} faults", file=sys.stderr, flush=True)
    print(f"{kills} kills of {told.kills}, {len(trial.faults)} faults")
    for name, count in sorted(trial.counts.items()):
        print(f"{count:>8}  {name}")
    for fault, count in Counter(trial.faults).most_common():
        print(f"FAULT {count} times: {fault}")
    if told.json:
        report = {"kills": kills, "counts": trial.counts, "faults": trial.faults}
        told.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    sys.exit(1 if trial.faults or kills < told.kills else 0)


if __name__ == "__main__":
    main()
