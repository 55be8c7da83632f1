"""How long a graph takes: building, checking, writing, loading, asking.

Run: python benchmarks/graph.py [STATEMENTS] [--peers]     (70,000 make some one million triples)

What is done from disk is done in a process of its own each, so that its memory is its own. Seconds
move with the machine, so each is given as a ratio too: how many times as long as the engine alone
takes to turn the same triples from N-Triples into Turtle, streamed, timed just before. ``--peers``
does the same work with the engine's store, rdflib and pySHACL (on one in twelve of the letters).
"""

from __future__ import annotations

import argparse
import hashlib
import io
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.export import export
from kg.facade import Graph, build_graph
from kg.model import GraphData, Literal, Node, Statement
from kg.query import ask_saved

PER_DOCUMENT = 30


def made(statements: int) -> GraphData:
    """A collection of letters that cite Kamerstukken, as large as asked for."""
    letters = max(1, statements // PER_DOCUMENT)
    nodes: dict[str, Node] = {}
    edges: list[Statement] = []
    for number in range(letters):
        file = f"file/{hashlib.sha256(str(number).encode()).hexdigest()}"
        letter = f"document/2022D{number:05}"
        nodes[file] = _file(file, number)
        nodes[letter] = _letter(letter, file, number)
        for place in range(PER_DOCUMENT):
            dossier, paper = 20000 + (number * 7 + place) % 900, (number * 3 + place * 17) % 60
            cited = f"document/kst-{dossier}-{paper}"
            nodes.setdefault(cited, _paper(cited, dossier, paper))
            edges.append(_statement(letter, cited, file, dossier, paper, place))
    return GraphData(tuple(nodes.values()), tuple(edges))


def _file(key: str, number: int) -> Node:
    literals = (Literal("kg:sourceName", f"{number}.txt"), Literal("kg:sha256", key[5:]))
    return Node(key, ("SourceFile",), f"{number}.txt", literals)


def _letter(key: str, file: str, number: int) -> Node:
    literals = (
        Literal("dcterms:identifier", key[9:]),
        Literal("dcterms:date", f"2022-{number % 12 + 1:02}-{number % 28 + 1:02}"),
        Literal("dcterms:title", f"Brief {number} over “zorg” en wonen"),
    )
    return Node(key, ("Letter",), f"Brief {number}", literals, (), (("readFrom", file),))


def _paper(key: str, dossier: int, paper: int) -> Node:
    page = f"https://zoek.officielebekendmakingen.nl/{key[9:]}.html"
    literals = (Literal("dcterms:identifier", key[9:]),)
    kinds = ("Motion", "Kamerstuk") if paper % 3 else ("Kamerstuk",)
    return Node(key, kinds, f"Kamerstuk {dossier}, nr. {paper}", literals, (page,))


def _statement(
    letter: str, cited: str, file: str, dossier: int, paper: int, place: int
) -> Statement:
    quote = f"Zie ook Kamerstuk {dossier}, nr. {paper}, over de “voortgang” van het programma."
    relation = "fulfils" if paper % 3 and place % 10 == 0 else "cites"
    start = place * 400
    return Statement(
        letter, relation, cited, file, quote, start, start + len(quote), "kamerstuk.x", 0.99, True
    )


@contextmanager
def timed(name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name:<32}{time.perf_counter() - start:8.2f} s   {memory:6} MB at most so far")


# Each line: what it is called, and what a new process does with the folder of a build.
FROM_DISK = (
    ("open, ask most-cited", "load_graph(folder).ask('most-cited')"),
    ("open, ask fulfilled", "load_graph(folder).ask('fulfilled')"),
    ("open, check", "assert not load_graph(folder).validate()"),
    ("open, load into a new store", "load_graph(folder).publish(folder / 'anew')"),
    *(
        (f"open, write {name}", f"load_graph(folder).export({name!r}, '/dev/null')")
        for name in (
            "turtle", "ntriples", "jsonld", "rdfxml", "trig", "nquads", "csv-statements",
            "graphml", "gexf",
        )
    ),
)
_TURTLE = "format=RdfFormat.TURTLE"
_BASE = (
    "engine: N-Triples to Turtle",
    "serialize(parse(path=folder / 'graph.nt', format=RdfFormat.N_TRIPLES), "
    f"output='/dev/null', {_TURTLE})",
)
PEERS = (
    ("engine: load into its store",
     "Store(str(folder / 'by-engine')).bulk_load("
     "path=folder / 'graph.nt', format=RdfFormat.N_TRIPLES)"),
    ("engine: write its store as Turtle",
     "Store.read_only(str(folder / 'by-engine')).dump("
     f"output='/dev/null', {_TURTLE}, from_graph=DefaultGraph())"),
    ("rdflib: read, write Turtle",
     "Graph().parse(folder / 'graph.ttl').serialize('/dev/null')"),
    ("pySHACL: check a twelfth",
     "validate(Graph().parse(folder / 'part' / 'graph.ttl'), "
     "shacl_graph=Graph().parse(data.path('ontology/shapes.ttl')))"),
)  # fmt: skip
_IMPORTS = (
    "from kg.facade import load_graph",
    "from pyshacl import validate\nfrom kg import data\nfrom rdflib import Graph\n"
    "from pyoxigraph import DefaultGraph, RdfFormat, Store, parse, serialize",
)


def in_process(name: str, imports: str, work: str, folder: Path) -> tuple[float, int]:
    """Do the work in a process of its own: how many seconds it took, how many MB it held."""
    program = (
        f"import pathlib, re, sys, time\n{imports}\n"
        "folder = pathlib.Path(sys.argv[1])\nstart = time.perf_counter()\n"
        f"{work}\nseconds = time.perf_counter() - start\n"
        # the peak of this process alone: getrusage would count that of its parent too
        "status = pathlib.Path('/proc/self/status').read_text()\n"
        "print(seconds, int(re.search(r'VmHWM:\\s*(\\d+)', status)[1]) // 1024)"
    )
    run = [sys.executable, "-c", program, folder]
    seconds, memory = subprocess.run(run, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), int(memory)


def beside_engine(name: str, imports: str, work: str, folder: Path) -> None:
    """Do the work three times, the engine's own before each; print the medians and their ratio."""
    pairs = []
    for _ in range(1 if name.startswith(("rdflib", "pySHACL")) else 3):
        for left in ("anew", "by-engine") if "load" in name else ():
            shutil.rmtree(folder / left, ignore_errors=True)
        base, _ = in_process(_BASE[0], _IMPORTS[1], _BASE[1], folder)
        seconds, memory = in_process(name, imports, work, folder)
        pairs.append((seconds / base, seconds, memory))
    ratio, seconds, memory = sorted(pairs)[len(pairs) // 2]
    print(f"{name:<34}{seconds:8.2f} s {ratio:7.1f} times the engine {memory:6} MB", flush=True)


def main(statements: int, peers: bool) -> None:
    data = made(statements)
    with timed("build in memory"):
        graph: Graph = build_graph(data)
    sizes = (len(graph), len(data.nodes), len(data.statements))
    print("{:,} triples, {:,} things, {:,} statements".format(*sizes))
    del data
    for name in ("turtle", "ntriples", "trig", "nquads", "jsonld", "rdfxml", "csv-statements"):
        with timed(f"write {name}"):
            stream = io.BytesIO()
            export(graph, name, stream)
        if name == "turtle":
            print(f"{'':<32}{len(stream.getvalue()) >> 20:8} MB of Turtle")
    with timed("check against the shapes"):
        problems = graph.validate()
    assert not problems, problems[:3]
    for name in ("most-cited", "fulfilled", "cited-by-several"):
        with timed(f"ask {name}"):
            ask_saved(graph, name)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with timed("publish: Turtle and store"):
            graph.publish(folder)
        export(graph, "ntriples", folder / "graph.nt")
        build_graph(made(statements // 12)).save(folder / "part")
        del graph
        for each, work in FROM_DISK:
            beside_engine(each, _IMPORTS[0], work, folder)
        for each, work in PEERS if peers else ():
            beside_engine(each, _IMPORTS[1], work, folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How long a graph takes.")
    parser.add_argument("statements", type=int, nargs="?", default=70_000)
    parser.add_argument("--peers", action="store_true", help="do the same with others' programs")
    main(**vars(parser.parse_args()))
