"""Names that several tests share; the fixtures are in conftest.py."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.text import events_in, plain, split_points, usual_width

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds" / "documents"

#: Runs ``kg`` as a process of its own: ``run("build", path, cwd=…, stdin=…)``.
Run = Callable[..., subprocess.CompletedProcess[str]]
Built = tuple[Path, subprocess.CompletedProcess[str]]


def needed(*modules: str) -> None:
    """Fails where a library that the tests need is missing, and says what to do."""
    missing = [each for each in modules if find_spec(each) is None]
    if missing:
        pytest.fail(f"no {' and '.join(missing)} here: pip install -e '.[test]'", pytrace=False)


def calls(work: Callable[[], object]) -> int:
    """How many functions were called: what work costs, the same on any machine."""
    count = 0

    def seen(frame: object, event: str, _: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def sentences(text: str, span: Iterable[int] | None = None) -> tuple[tuple[int, int], ...]:
    """The sentences of a bare text, or of a stretch of it, cut as the segmenter cuts them."""
    start, end = (0, len(text)) if span is None else span
    shadow = plain(text[start:end])
    width = usual_width([len(line.rstrip()) for line in shadow.split("\n")])
    cuts = split_points(shadow, 0, len(shadow), width, *events_in(shadow))
    return tuple((start + a, start + b) for a, b in cuts)


def term_from_rdflib(term: object) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """One rdflib term as pyoxigraph's."""
    import rdflib

    if isinstance(term, rdflib.URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return ox.BlankNode(str(term))
    if not isinstance(term, rdflib.Literal):
        raise TypeError(f"no plain RDF term: {term!r}")
    if term.language:
        return ox.Literal(str(term), language=term.language)
    if term.datatype is None:
        return ox.Literal(str(term))
    return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)))
