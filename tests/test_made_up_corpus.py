"""The made-up corpus of the benchmarks: the same bytes everywhere, and ours to read."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from commons import ROOT

from kg import pipeline
from kg.model import Extract, Kind, Relation, Role
from kg.read import read_bytes

sys.path.insert(0, str(ROOT / "benchmarks"))

from corpus import Recipe, document, write  # noqa: E402

DENSE = Recipe(mix="letters", kilobytes=6)
SHARED = Recipe(mix="letters", kilobytes=4, shares=(("html", 0.3), ("xml", 0.3), ("docx", 0.3)))


@pytest.fixture(scope="module")
def extracts() -> list[Extract]:
    made = (document(DENSE, number) for number in range(120))
    return [pipeline.extract(read_bytes(content, Path(name).name)) for name, content in made]


def digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*.*")):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()


def test_the_same_numbers_give_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    write(tmp_path / "here", SHARED, 40, workers=1)
    told = ["--documents", "40", "--kilobytes", "4", "--mix", "letters", "--share", "html=0.3",
            "--share", "xml=0.3", "--share", "docx=0.3", "--workers", "1"]
    subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "corpus.py"), str(tmp_path / "there"), *told],
        check=True, capture_output=True, timeout=120,
    )
    assert len(list((tmp_path / "here").rglob("*.*"))) == 40
    assert digest(tmp_path / "here") == digest(tmp_path / "there")


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one() -> None:
    backwards = {number: document(DENSE, number) for number in reversed(range(0, 60, 7))}
    assert [document(DENSE, number) for number in range(0, 60, 7)] == [
        backwards[number] for number in range(0, 60, 7)
    ]
    assert document(DENSE, 7) != document(Recipe(seed=2, mix="letters", kilobytes=6), 7)


def test_every_kind_of_reference_is_read(extracts: list[Extract]) -> None:
    found = {
        mention.kind for each in extracts for mention in each.mentions
        if mention.role is not Role.OWN
    }
    assert found >= {
        "kamerstuk", "motie", "toezegging", "tweede-kamer", "aanhangsel", "kenmerk", "staatsblad",
        "brief", "programme", "office", "person",
    }
    said = {claim.relation for each in extracts for claim in each.claims}
    assert said >= {
        Relation.CITES, Relation.FULFILS, Relation.FOLLOWS_UP, Relation.MADE_IN,
        Relation.ON_BEHALF_OF, Relation.MENTIONS_PROGRAMME,
    }
    assert sum(len(each.segments.footnotes) for each in extracts) > 50


def test_every_kind_of_document_is_told(extracts: list[Extract]) -> None:
    kinds = {each.segments.kind for each in extracts}
    assert kinds >= {Kind.LETTER, Kind.MOTION, Kind.WRITTEN_ANSWER, Kind.PROCEEDINGS}
    letters = [each for each in extracts if each.segments.kind is Kind.LETTER]
    assert letters and all(each.segments.signatories for each in letters)


def test_papers_cite_one_another_and_people_are_known(extracts: list[Extract]) -> None:
    data = pipeline.resolve(extracts)
    read = {node.key for node in data.nodes if any(name == "readFrom" for name, _ in node.links)}
    cited = Counter(each.object for each in data.statements if each.predicate == "cites")
    assert len(read & set(cited)) >= 10
    assert cited.most_common(1)[0][1] >= 5
    signed = {each.object for each in data.statements if each.predicate == "signedBy"}
    unresolved = {
        node.key for node in data.nodes
        if any(literal.prop == "kg:unresolved" for literal in node.literals)
    }
    assert len(signed - unresolved) > 0.9 * len(signed)


def test_other_formats_say_the_same() -> None:
    for number in range(30):
        name, content = document(SHARED, number)
        plain = document(Recipe(mix="letters", kilobytes=4), number)[1]
        if name.endswith(".txt"):
            assert content == plain
            continue
        text = " ".join(read_bytes(content, name).text.split())
        words = plain.decode().split()
        assert sum(word in text for word in words) > 0.9 * len(words)
