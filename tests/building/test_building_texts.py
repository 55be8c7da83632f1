"""What is kept comes back as it was, and what is written is what the engine would write."""

from __future__ import annotations

import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from commons import SEEDS
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import LETTERS
from test_layers import imports

from kg import data
from kg.building import rows, versions
from kg.building.gist import packed, unpacked_others, unpacked_own, unpacked_rare
from kg.graph.text import Writer, once
from kg.model import Degree, Extract, Literal, Statement
from kg.pipeline import extract
from kg.rdf import fact_order
from kg.read import read, read_bytes
from kg.resolve.drafts import alone, draft, place
from kg.resolve.unite import Piece, split
from kg.turtle import Names, description, quoted
from kg.vocabulary import BASE, KG, data_prefixes

HALVES = range(0xD800, 0xE000)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def test_every_character_is_quoted_as_the_engine_writes_it() -> None:
    for code in range(sys.maxunicode + 1):
        if code not in HALVES:
            text = f"a{chr(code)}"
            assert quoted(text) == str(ox.Literal(text)), hex(code)


@given(TEXTS)
def test_every_text_is_quoted_as_the_engine_writes_it_and_read_back(text: str) -> None:
    assert quoted(text) == str(ox.Literal(text))
    [quad] = ox.parse(f"<e:a> <e:b> {quoted(text)} .".encode(), ox.RdfFormat.TURTLE)
    assert quad.object == ox.Literal(text)


@given(TEXTS, st.characters(categories=["Cs"]), TEXTS)
def test_half_a_pair_never_reaches_a_file(before: str, half: str, behind: str) -> None:
    written = quoted(f"{before}{half}{behind}")
    [quad] = ox.parse(f"<e:a> <e:b> {written} .".encode(), ox.RdfFormat.TURTLE)
    assert quad.object == ox.Literal(f"{before}?{behind}")


KEYS = st.one_of(
    st.from_regex(r"\A(document|file|person)/[A-Za-z0-9-]{1,20}\Z"),
    TEXTS.map(lambda text: f"document/kenmerk:{text}"),
    st.sampled_from(["document/kst-36600-XV-12", "statement/0a", "person/p-ernst-kuipers"]),
)
STATEMENTS = st.builds(
    Statement,
    subject=KEYS,
    predicate=st.sampled_from(["cites", "fulfils", "followsUp", "madeIn"]),
    object=KEYS,
    file=st.from_regex(r"\Afile/[0-9a-f]{64}\Z"),
    quote=TEXTS,
    start=st.integers(0, 10**9),
    end=st.integers(0, 10**9),
    rule=st.sampled_from(["kenmerk.word", "relations.afgedaan"]),
    confidence=st.integers(0, 1000).map(lambda number: number / 1000),
    in_footnote=st.booleans(),
    page=st.none() | st.integers(1, 20_000),
    degree=st.none() | st.sampled_from(Degree),
    note=st.none() | TEXTS,
)


@settings(max_examples=150)
@given(STATEMENTS)
def test_a_statement_is_written_as_the_exporter_writes_it(statement: Statement) -> None:
    writer = Writer()
    [(key, _)] = once([statement]).items()
    iri, text = writer.statement(key, statement)
    facts = [
        (quad.predicate.value, quad.object)
        for quad in ox.parse(writer.header() + text.encode(), ox.RdfFormat.TURTLE)
    ]
    names = Names(data_prefixes(BASE))
    assert description(names, iri, sorted(facts, key=fact_order)) == text


LITERALS = st.builds(
    Literal,
    st.sampled_from(["kg:topic", "dcterms:title"]),
    TEXTS,
    lang=st.none() | st.just("nl"),
    datatype=st.none() | st.just("xsd:date"),
)
PIECES = st.builds(
    Piece,
    KEYS,
    st.lists(st.sampled_from(["Letter", "Motion"])).map(tuple),
    TEXTS,
    TEXTS,
    st.lists(LITERALS, max_size=3).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.lists(st.tuples(TEXTS, KEYS), max_size=2).map(tuple),
    st.lists(st.sampled_from(["Kamerstuk"])).map(tuple),
    st.lists(LITERALS, max_size=2).map(tuple),
)


@settings(max_examples=60)
@given(st.lists(st.tuples(KEYS, PIECES), max_size=6))
def test_rows_are_read_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, Piece]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "some.rows"
    writer = Writer()
    given: list[rows.Row] = []
    for number, (key, piece) in enumerate(told):
        given.append((writer.iri(key), number, "a text"))
        given.append((writer.iri(key), number, rows.packed_piece(piece), ((KG + "cites", key),)))
    buckets = rows.in_buckets(given)
    places = rows.write_rows(path, buckets)
    back = {n: rows.Slice(str(path), *place).read() for n, place in places.items()}
    assert back == buckets and sum(map(len, back.values())) == len(given)
    pieces = [rows.unpacked_piece(row[2]) for each in back.values() for row in each if len(row) > 3]
    assert sorted(map(repr, pieces)) == sorted(repr(piece) for _, piece in told)


@given(st.lists(KEYS, min_size=2, max_size=30))
def test_buckets_follow_the_order_of_iris(keys: list[str]) -> None:
    iris = sorted(Writer().iri(key) for key in keys)
    found = [rows.bucket_of(iri) for iri in iris]
    assert found == sorted(found) and max(found) < rows.BUCKETS


def _extracts() -> list[Extract]:
    seeds = [extract(read(path)) for path in sorted(SEEDS.glob("*.txt"))]
    return seeds + [extract(read_bytes(text.encode(), name)) for name, text in LETTERS.items()]


def test_what_is_kept_of_a_document_comes_back() -> None:
    rare = 0
    for each in map(draft, _extracts()):
        view = alone(each)
        placed = place(each, view)
        _, waiting = split(placed.statements)
        own, others, few = packed(each, view, placed, waiting)
        assert unpacked_own(own) == (each.file, each.joins, each.made)
        assert unpacked_others(others)[:2] == (view.names, view.made)
        assert unpacked_rare(few) == (each.profiles, waiting)
        rare += bool(few)
    assert rare > 5


def test_the_tables_a_result_depends_on_are_all_looked_at() -> None:
    """What the package opens as data for resolving stands in the versions."""
    told = {data.path(each) for each in versions._OTHER_TABLES}
    assert data.path("confidence.csv") in told
    package = Path(versions.__file__).parents[1]
    opened = {
        path.relative_to(package).parts[0]
        for path in package.rglob("*.py")
        if "data.path(" in path.read_text(encoding="utf-8")
    }
    # who else opens tables takes no part in what a graph says
    assert opened <= {
        "authority", "resolve", "building", "vocabulary", "data.py",
        "export", "serve", "query", "validate", "datasets.py", "catalog",
    }  # fmt: skip


# Where a file stands, when Ctrl-C is heard, and how a finished graph is stored or shown, changes
# nothing in what it says.
BESIDE = ("kg._version", "kg.data", "kg.interrupts", "kg.store", "kg.export")


def test_the_code_a_result_depends_on_is_all_looked_at() -> None:
    """What the readers, the rules and the resolution import stands with them, or before them."""
    package = Path(versions.__file__).parents[1]
    covered: tuple[str, ...] = ()
    for group in (versions._READING, versions._RULES, versions._RESOLVING):
        covered += tuple(f"kg.{each.removesuffix('.py').replace('/', '.')}" for each in group)
        for path in versions._files(group):
            own = {each for each, typing_only in imports(path) if not typing_only}
            astray = [each for each in own if not f"{each}.".startswith(
                tuple(f"{known}." for known in (*covered, *BESIDE)))]  # fmt: skip
            assert not astray, f"{path.relative_to(package)}: {astray} is in no version"


def test_the_scripts_and_styles_of_the_page_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page made with other scripts is another page, though the graph is the same."""
    seen: list[Path] = []
    monkeypatch.setattr(versions, "_digest", lambda _, files: str(seen.extend(files)))
    versions.version_of_page.__wrapped__()
    package = Path(versions.__file__).parents[1]
    page = {path for path in (package / "export" / "page").rglob("*.*") if path.is_file()}
    assert len(page) > 10
    assert {path for path in page if path.suffix != ".pyc"} <= set(seen)
