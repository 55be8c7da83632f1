"""What questions to a large graph cost: each table of kg analyse and kg stats, and kg diff.

Run: python benchmarks/analyse.py [STATEMENTS]     (70,000 make some one million triples)

The graph is that of benchmarks/graph.py with dates, dossiers, signatures and commitments; each
question is asked in a process of its own, of the store on disk, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from graph import made

from kg.analyse import ANALYSES
from kg.facade import build_graph
from kg.model import GraphData, Literal, Node, Statement

VWS = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1025"
MINISTERS = 40

QUESTION = """
import time
from pathlib import Path
start = time.perf_counter()
{what}
status = Path("/proc/self/status").read_text()  # getrusage would tell of the process before it too
memory = int(status.split("VmHWM:")[1].split()[0]) // 1024
print(f"{{{name!r}:<32}}{{time.perf_counter() - start:8.2f}} s   {{memory:6}} MB")
"""
TABLES = """
from kg.facade import load_graph
from kg.analyse import analyse
analyse(load_graph({folder!r}), [{name!r}])
"""
DIFF = """
from kg.facade import load_graph
from kg.reports import compare
compare(load_graph({old!r}), load_graph({folder!r}), {form!r}, "/dev/null", updated={updated!r})
"""


def whole(statements: int) -> GraphData:
    """The collection of benchmarks/graph.py with all that analyses ask for."""
    data = made(statements)
    nodes = [_dated(node, number) for number, node in enumerate(data.nodes)]
    papers = [node for node in nodes if "Kamerstuk" in node.types]
    letters = [node for node in nodes if "Letter" in node.types]
    edges = [_edge(paper.key, "inDossier", f"dossier/{paper.key.split('-')[1]}", number)
             for number, paper in enumerate(papers)]  # fmt: skip
    for number, letter in enumerate(letters):
        edges.append(_edge(letter.key, "issuedBy", VWS, number))
        edges += [_edge(letter.key, "coSignedBy", f"person/p-{(number * 7 + each) % MINISTERS}",
                        number) for each in range(2)]  # fmt: skip
        edges.append(_edge(f"commitment/{number}", "madeIn", letter.key, number))
        status = Literal("kg:status", ("open", "fulfilled", "partly")[number % 3])
        nodes.append(Node(f"commitment/{number}", ("Commitment",), f"belofte {number}", (status,)))
    nodes += [Node(f"person/p-{each}", ("Minister",), f"P. {each}") for each in range(MINISTERS)]
    nodes += [Node(f"dossier/{each}", ("Dossier",), f"dossier {each}")
              for each in range(20000, 20900)]  # fmt: skip
    nodes.append(Node(VWS, ("Ministry",), "VWS"))
    return GraphData(tuple(nodes), (*data.statements, *edges))


def _dated(node: Node, number: int) -> Node:
    if "Kamerstuk" not in node.types:
        return node
    day = Literal("dcterms:date", f"{2008 + number % 14}-{number % 12 + 1:02}-15")
    return replace(node, literals=(*node.literals, day))


def _edge(subject: str, predicate: str, thing: str, number: int) -> Statement:
    file = "file/" + "0" * 64
    return Statement(subject, predicate, thing, file, "zie", number, number + 3, "x", 0.9)


def ask(name: str, what: str) -> None:
    """Run one question in a process of its own; prints what it cost."""
    code = QUESTION.format(what=what, name=name)
    subprocess.run([sys.executable, "-c", code], check=True)


def main(statements: int) -> None:
    data = whole(statements)
    with tempfile.TemporaryDirectory() as folder:
        new, old = Path(folder, "new"), Path(folder, "old")
        graph = build_graph(data)
        print(f"{len(graph):,} triples, {len(data.statements):,} statements")
        graph.publish(new)
        fewer = data.statements[::-1][: len(data.statements) * 99 // 100]
        build_graph(GraphData(data.nodes, fewer)).publish(old)
        for name in (*ANALYSES, "stats-nodes"):
            ask(name, TABLES.format(folder=str(new), name=name))
        for form, before, time in (("table", old, None), ("atom", old, "2024-01-31"),
                                   ("json", new, None)):  # fmt: skip
            called = f"diff, {form}" + (", the same graph" if before == new else "")
            ask(called, DIFF.format(old=str(before), folder=str(new), form=form, updated=time))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="What questions to a large graph cost.")
    parser.add_argument("statements", type=int, nargs="?", default=70_000)
    main(parser.parse_args().statements)
