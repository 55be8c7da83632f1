"""Which things a part has: steps, hubs, tenures, the limit; on graphs of which all is known."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from commons import calls
from graph_making import Edge, made, node

from kg.errors import InputError
from kg.export.select import HUB
from kg.facade import Graph
from kg.model import Literal, Node

MANY = HUB + 1
LETTER = "document/brief"


def letters(count: int, relation: str, thing: str) -> tuple[list[Node], list[Edge]]:
    keys = [f"document/b{n:04}" for n in range(count)]
    return [node(key, "Letter") for key in keys], [(key, relation, thing) for key in keys]


def tied(kind: str, thing: str, relation: str, count: int) -> Graph:
    """A thing that so many letters and one other are tied to, the other citing a motion."""
    nodes, edges = letters(count - 1, relation, thing)
    nodes += [node(thing, kind), node(LETTER, "Letter"), node("document/motie", "Motion")]
    return made(nodes, [*edges, (LETTER, relation, thing), (LETTER, "cites", "document/motie")])


def around(graph: Graph, thing: str, depth: int) -> set[str]:
    return {each for each in graph.part(around=thing, depth=depth).selected.keys}


@pytest.mark.parametrize(
    ("kind", "thing", "relation"),
    [
        ("Ministry", "https://identifier.overheid.nl/tooi/id/ministerie/mnre1025", "issuedBy"),
        ("Chamber", "https://identifier.overheid.nl/tooi/id/oorg/oorg10002", "addressedTo"),
    ],
)
def test_nothing_is_reached_through_an_organisation_but_from_it(
    kind: str, thing: str, relation: str
) -> None:
    graph = tied(kind, thing, relation, 3)
    assert around(graph, LETTER, 3) == {LETTER, thing, "document/motie"}
    assert graph.part(around=LETTER, depth=1).selected.hubs == ()
    assert graph.part(around=LETTER, depth=2).selected.hubs == (thing.rpartition("/")[2],)
    assert len(around(graph, thing, 1)) == 4
    assert len(around(graph, thing, 2)) == 5


@pytest.mark.parametrize(("count", "through"), [(HUB, True), (MANY, False)])
def test_what_has_too_many_neighbours_is_not_walked_through(count: int, through: bool) -> None:
    graph = tied("Dossier", "dossier/25295", "inDossier", count)
    found = around(graph, LETTER, 2)
    assert (len(found) == count + 2) is through
    assert "dossier/25295" in found
    assert len(graph.part(dossier="25295").selected.keys) == count + 2, "asked for, it has all"


def test_the_limit_keeps_what_is_near_and_of_that_what_is_most_tied() -> None:
    names = [f"document/m{n}" for n in range(6)]
    nodes = [node(LETTER, "Letter"), *(node(name, "Motion") for name in names)]
    edges = [(LETTER, "cites", name) for name in names[:4]]
    edges += [(names[3], "cites", names[2]), (names[3], "cites", names[4])]
    edges += [(names[4], "cites", names[5]), (names[3], "cites", names[5])]
    part = made(nodes, edges).part(around=LETTER, depth=2, most=3)
    assert set(part.selected.keys) == {LETTER, names[3], names[2]}
    assert (part.selected.things, part.selected.left_out) == (3, 4)


def held(person: str, post: str, start: str, end: str | None) -> Node:
    days = [Literal("kg:from", start, datatype="xsd:date")]
    days += [Literal("kg:until", end, datatype="xsd:date")] if end else []
    key = f"tenure/{post}-{person}-{start}"
    links = (("heldPost", f"post/{post}"), ("holder", f"person/{person}"))
    return Node(key, ("Tenure",), key, tuple(days), links=links)


@pytest.fixture
def cabinet() -> Graph:
    """Two ministers of one post, one after the other, and papers of both and of nobody's day."""
    days = {"a": "2021-05-01", "b": "2023-05-01", "c": None, "d": "2023-06-01", "e": "2020-01-01"}
    nodes = [node(f"document/{name}", "Letter", day) for name, day in days.items()]
    nodes += [node("person/p-smit", "Person Minister", label="Anna Smit")]
    nodes += [node("person/p-smits", "Person Minister", label="Bea Smits")]
    nodes += [node("post/min-x", "Post", label="de minister van Xylofoons")]
    nodes += [held("p-smit", "min-x", "2020-06-01", "2022-01-10")]
    nodes += [held("p-smits", "min-x", "2022-01-10", None)]
    edges = [(f"document/{name}", "onBehalfOf", "post/min-x") for name in "abc"]
    edges += [("document/d", "signedBy", "person/p-smits")]
    edges += [("document/e", "signedBy", "person/p-smit")]
    return made(nodes, edges)


def papers(graph: Graph, minister: str | Iterable[str]) -> str:
    found = graph.part(minister=minister if isinstance(minister, str) else tuple(minister))
    return "".join(
        key[9:] for key in found.selected.keys if key.startswith("document/")
    )


def test_who_held_a_post_has_what_was_written_for_it_in_their_days(cabinet: Graph) -> None:
    assert papers(cabinet, "Anna Smit") == "ae"
    assert papers(cabinet, "Bea Smits") == "bd"
    assert papers(cabinet, ("Anna Smit", "Bea Smits")) == "abde"


def test_a_post_has_what_its_holders_signed_in_their_days(cabinet: Graph) -> None:
    assert papers(cabinet, "de minister van Xylofoons") == "abcd"
    assert papers(cabinet, "xylofoons") == "abcd"


def test_a_post_and_its_holders_are_a_step_apart(cabinet: Graph) -> None:
    found = around(cabinet, "Anna Smit", 1)
    assert found >= {"person/p-smit", "post/min-x", "tenure/min-x-p-smit-2020-06-01"}
    assert "person/p-smits" not in found
    assert "person/p-smits" in around(cabinet, "Anna Smit", 2)


def test_a_whole_name_comes_before_a_part_of_one(cabinet: Graph) -> None:
    assert papers(cabinet, "smits") == "bd"
    with pytest.raises(InputError, match=r"may be Bea Smits Smit \(person/p-b\), Anna Smit"):
        made(
            [node("person/p-smit", "Person", label="Anna Smit"),
             node("person/p-b", "Person", label="Bea Smits Smit")], []
        ).part(minister="smit")  # fmt: skip


def test_papers_that_share_a_number_are_all_meant() -> None:
    nodes = [node(f"document/{n}", "Letter", caseNumber="2021Z01710") for n in "ab"]
    part = made([*nodes, node("document/c", "Letter")], []).part(around="2021Z01710")
    assert part.selected.keys == ("document/a", "document/b")


def test_papers_of_one_title_are_a_choice() -> None:
    nodes = [node(f"document/{n}", "Letter", label="Brief over zorg") for n in "ab"]
    with pytest.raises(InputError, match=r"may be .*document/a.*document/b"):
        made(nodes, []).part(around="Brief over zorg")


def test_what_stands_behind_things_is_none_itself(cabinet: Graph) -> None:
    for key in ("tenure/min-x-p-smit-2020-06-01", "file/" + "0" * 64):
        with pytest.raises(InputError, match="is not in this graph"):
            cabinet.part(around=key)


def test_a_part_of_nothing_is_refused(cabinet: Graph) -> None:
    with pytest.raises(InputError, match="nothing is asked for"):
        cabinet.part()


def test_a_graph_under_another_base_is_known_by_its_ids(cabinet: Graph) -> None:
    from kg.facade import build_graph
    from kg.model import GraphData

    nodes = (node("document/kst-25295-7", "Motion"), node("dossier/25295", "Dossier"))
    graph = build_graph(GraphData(nodes, ()), base="https://example.org/")
    for written in ("25295-7", "https://example.org/id/document/kst-25295-7"):
        assert around(graph, written, 1) == {"document/kst-25295-7"}
    with pytest.raises(InputError, match="is not in this graph"):
        graph.part(around="https://w3id.org/kamergraaf/id/document/kst-25295-7")


def test_no_step_is_taken_where_nothing_is_left() -> None:
    graph = tied("Dossier", "dossier/1", "inDossier", 4)
    few, many = (calls(lambda n=n: around(graph, LETTER, n)) for n in (10, 10_000))
    assert many < 1.1 * few
