"""Every table on a small graph whose answers are known."""

from itertools import pairwise

import pytest
from graph_making import made, node

from kg.analyse import ANALYSES, SHOWN, STATS, Table, analyse
from kg.analyse.cited import _pagerank
from kg.analyse.fulfilment import quartiles
from kg.analyse.words import decimal
from kg.errors import InputError
from kg.facade import Graph, load_graph
from kg.vocabulary import iri

VWS = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1025"
OCW = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1109"
A, B, C, D = (f"document/2022D0000{number}" for number in range(1, 5))
ONE, TWO, OLD = "document/kst-100-1", "document/kst-200-1", "document/kst-300-1"

NODES = (
    node(VWS, "Ministry", label="VWS"), node(OCW, "Ministry", label="OCW"),
    node(A, "Letter", "2022-03-01"), node(B, "Letter", "2022-06-01"),
    node(C, "Letter", "2023-01-10"), node(D, "Letter"),
    node(ONE, "Motion Kamerstuk", "2022-01-01"), node(TWO, "Motion Kamerstuk", "2022-02-01"),
    node(OLD, "Kamerstuk", "2015-06-01"),
    *(node(f"dossier/{number}", "Dossier") for number in (100, 200, 300, 400)),
    *(node(f"person/p-{name}", "Minister") for name in ("a", "b", "c")),
    node("person/p-lid", "Member"),
    node("commitment/1", "Commitment", status="open"),
    node("commitment/2", "Commitment", status="fulfilled"),
    node("commitment/3", "Commitment", status="partly"),
    node("document/motion-x", "Motion", unresolved="true", reason="it has no number"),
)  # fmt: skip
EDGES = (
    (A, "issuedBy", VWS), (C, "issuedBy", VWS), (B, "issuedBy", OCW),
    (A, "cites", ONE), (A, "cites", TWO), (B, "cites", ONE), (C, "cites", ONE),
    (C, "cites", OLD), (D, "cites", A), (ONE, "cites", B), (D, "cites", "dossier/400"),
    (ONE, "inDossier", "dossier/100"), (TWO, "inDossier", "dossier/200"),
    (OLD, "inDossier", "dossier/300"), (D, "inDossier", "dossier/300"),
    # 59 days; a later document of the same ministry; 120 days; no date; before the motion
    (A, "fulfils", ONE), (C, "fulfils", ONE), (B, "fulfils", TWO), (D, "fulfils", TWO),
    (C, "fulfils", "commitment/2"), (B, "fulfils", "document/motion-x"),
    (D, "fulfils", "document/motion-x"),
    *((A, "coSignedBy", f"person/p-{name}") for name in ("a", "b", "lid")),
    *((C, "coSignedBy", f"person/p-{name}") for name in ("a", "b", "c")),
    *((ONE, "coSignedBy", f"person/p-{name}") for name in ("a", "c")),
    (B, "coSignedBy", "person/p-a"),
    ("commitment/1", "madeIn", A), ("commitment/2", "madeIn", A), ("commitment/3", "madeIn", D),
)  # fmt: skip


@pytest.fixture(scope="module")
def graph() -> Graph:
    return made(NODES, EDGES)


def rows(graph: Graph, name: str, **options: object) -> list[tuple[object, ...]]:
    """The rows of a table without their IRIs."""
    table = analyse(graph, [name], **options)[0]  # type: ignore[arg-type]
    kept = [at for at, column in enumerate(table.columns) if column.form != "iri"]
    return [tuple(row[at] for at in kept) for row in table.rows]


def said(graph: Graph, name: str, note: str) -> list[dict[str, object]]:
    table = analyse(graph, [name])[0]
    return [dict(each.values) for each in table.notes if each.name == note]


def test_the_most_cited_come_first(graph: Graph) -> None:
    assert rows(graph, "most-cited") == [
        ("kst-100-1", "Motion", 3),
        ("2022D00001", "Letter", 1),
        ("2022D00002", "Letter", 1),
        ("kst-200-1", "Motion", 1),
        ("kst-300-1", "Kamerstuk", 1),
        ("400", "Dossier", 1),
    ]
    assert rows(graph, "most-cited", top=1) == [("kst-100-1", "Motion", 3)]
    assert said(graph, "most-cited", "citations") == [{"citations": 8, "citing": 5, "cited": 6}]
    assert said(graph, "most-cited", "few") == [{"n": 5, "least": 10}]


def test_pagerank_is_that_of_the_citations(graph: Graph) -> None:
    # by hand: power iteration over the eight citations, dangling weight spread evenly
    names = [A, B, C, D, ONE, TWO, OLD, "dossier/400"]
    cites = [(s, o) for s, p, o in EDGES if p == "cites"]
    out = {name: [o for s, o in cites if s == name] for name in names}
    rank = dict.fromkeys(names, 1 / 8)
    for _ in range(200):
        loose = sum(rank[name] for name in names if not out[name])
        rank = {
            name: 0.15 / 8 + 0.85 * (loose / 8 + sum(
                rank[other] / len(out[other]) for other in names if name in out[other]))
            for name in names
        }  # fmt: skip
    table = analyse(graph, ["pagerank"])[0]
    found = dict(zip(table.column("iri"), table.column("pagerank"), strict=True))
    assert found == {iri(name): pytest.approx(rank[name], abs=2e-6) for name in names}
    assert list(table.column("pagerank")) == sorted(found.values(), reverse=True)


def test_the_ranks_of_many_documents_tell_them_apart() -> None:
    """Each of thousands is cited once by one that cites more or fewer others than the rest do."""
    edges = [(n, 20_000 + 100 * n + to) for n in range(20) for to in range(n + 1)]
    ranks = _pagerank(30_000, edges)
    cited = [ranks[20_000 + 100 * n] for n in range(20)]
    assert all(one > other for one, other in pairwise(cited)), "the fewer others, the more for each"
    alone = min(ranks.values())
    for n, rank in enumerate(cited):
        assert rank == pytest.approx(alone * (1 + 0.85 / (n + 1)), rel=1e-3)
    assert len({decimal(rank) for rank in cited}) == 20


def test_links_between_dossiers_count_documents_that_tie_them(graph: Graph) -> None:
    # A ties 100 and 200, C ties 100 and 300, D stands in 300 and cites 400
    assert rows(graph, "dossier-links") == [
        ("100", "200", 1, True), ("100", "300", 1, True), ("300", "400", 1, True),
    ]  # fmt: skip
    closed = made(NODES, (*EDGES, (B, "cites", TWO), (C, "cites", TWO)))
    assert rows(closed, "dossier-links") == [
        ("100", "200", 3, False), ("100", "300", 1, False), ("200", "300", 1, False),
        ("300", "400", 1, True),
    ]  # fmt: skip


def test_a_bridge_is_ranked_by_the_paths_over_it(graph: Graph) -> None:
    # a path: 200 - A - 100 - C - 300 - D - 400; C in the middle: 9 of the 15 pairs
    assert rows(graph, "bridges") == [
        ("2022D00003", 2, 0.6, True, "100; 300"),
        ("2022D00001", 2, 0.333333, True, "100; 200"),
        ("2022D00004", 2, 0.333333, True, "300; 400"),
    ]


def test_two_groups_that_cite_within_are_two_communities() -> None:
    def group(start: int) -> list[str]:
        return [f"document/2022D000{start + each}" for each in range(4)]

    left, right = group(10), group(20)
    nodes = [node(each, "Letter") for each in (*left, *right)]
    nodes += [node("dossier/1", "Dossier", label="Zorg"), node("dossier/2", "Dossier"),
              node("programme/p", "Programme", label="Gezond"), node(VWS, "Ministry", label="VWS")]
    edges = [(a, "cites", b) for side in (left, right) for a in side for b in side if a < b]
    edges += [(left[0], "cites", right[0])]
    edges += [(each, "inDossier", "dossier/1") for each in left[:2]]
    edges += [(left[3], "inDossier", "dossier/2"), (left[0], "mentionsProgramme", "programme/p")]
    edges += [(left[1], "issuedBy", VWS)]
    graph = made(nodes, edges)
    assert rows(graph, "communities") == [
        (1, "Zorg · Gezond · VWS", 4, 6, 1, "2022D00013"),
        (2, "…", 4, 6, 1, "2022D00023"),
    ]
    members = analyse(graph, ["community-members"])[0]
    assert members.column("community") == (1,) * 4 + (2,) * 4
    assert members.column("iri") == tuple(iri(each) for each in (*left, *right))
    assert analyse(graph, ["communities"], top=1)[0].column("community") == (1,)


def test_only_ministers_sign_together_and_no_motion_counts(graph: Graph) -> None:
    assert rows(graph, "co-signatures") == [
        ("p-a", "p-b", 2, "2022-03-01", "2023-01-10"),
        ("p-a", "p-c", 1, "2023-01-10", "2023-01-10"),
        ("p-b", "p-c", 1, "2023-01-10", "2023-01-10"),
    ]
    assert rows(graph, "co-signatories") == [
        ("p-a", 2, 2, 0.0), ("p-b", 2, 2, 0.0), ("p-c", 2, 1, 0.0),
    ]  # fmt: skip
    assert said(graph, "co-signatures", "signatures") == [{"documents": 2, "pairs": 3}]


def test_fulfilment_counts_the_first_document_of_each_ministry(graph: Graph) -> None:
    assert rows(graph, "fulfilment-time") == [
        ("VWS", 1, 59.0, 59.0, 59.0, 59, 59),
        ("OCW", 1, 120.0, 120.0, 120.0, 120, 120),
    ]
    # a letter without a date; a motion without one, for two letters
    assert said(graph, "fulfilment-time", "fulfilment-undated") == [{"n": 1}]
    assert said(graph, "fulfilment-time", "fulfilment-undated-motions") == [{"n": 2}]
    assert said(graph, "fulfilment-time", "fulfilment-all") == [
        {"n": 2, "median": 89.5, "low": 74.25, "high": 104.75}
    ]
    assert said(graph, "fulfilment-time", "few") == [{"n": 2, "least": 10}]


def test_a_document_older_than_its_motion_is_not_counted(graph: Graph) -> None:
    older = made((*NODES, node("document/x", "Letter", "2021-01-01")),
                 (*EDGES, ("document/x", "fulfils", ONE)))  # fmt: skip
    assert rows(older, "fulfilment-time") == rows(graph, "fulfilment-time")
    assert said(older, "fulfilment-time", "fulfilment-before") == [{"n": 1}]


def test_enough_motions_are_not_called_few() -> None:
    motions = [node(f"document/kst-1-{number}", "Motion", "2022-01-01") for number in range(12)]
    letters = [node(f"document/l-{number:02}", "Letter", f"2022-01-{number + 2:02}")
               for number in range(12)]  # fmt: skip
    edges = [(letter.key, "fulfils", motion.key)
             for letter, motion in zip(letters, motions, strict=True)]  # fmt: skip
    edges += [(letter.key, "issuedBy", VWS) for letter in letters[:11]]
    graph = made([*motions, *letters, node(VWS, "Ministry", label="VWS")], edges)
    assert rows(graph, "fulfilment-time") == [
        ("VWS", 11, 6.0, 3.5, 8.5, 1, 11), (None, 1, 12.0, 12.0, 12.0, 12, 12),
    ]  # fmt: skip
    assert said(graph, "fulfilment-time", "few") == []
    assert said(graph, "fulfilment-time", "few-rows") == [{"rows": 1, "all": 2, "least": 10}]


def test_quartiles_of_two_lie_between_them() -> None:
    assert quartiles([0, 4]) == (1.0, 2.0, 3.0)


def test_open_commitments_are_those_not_wholly_fulfilled(graph: Graph) -> None:
    assert rows(graph, "commitments-by-ministry") == [
        ("VWS", 2, 1, 0, 1, 0.5), (None, 1, 0, 1, 0, 1.0),
    ]  # fmt: skip
    assert rows(graph, "commitments-by-year") == [
        ("2022", 2, 1, 0, 1, 0.5), (None, 1, 0, 1, 0, 1.0),
    ]  # fmt: skip
    assert said(graph, "commitments-by-year", "commitments") == [
        {"n": 3, "left": 2, "share": 0.666667}
    ]


def test_the_number_of_a_commitment_tells_its_year_where_no_document_does() -> None:
    from kg.model import Literal, Node

    number = Literal("dcterms:identifier", "TZ201912-004")
    graph = made([Node("commitment/TZ201912-004", ("Commitment",), "x", (number,))], [])
    assert rows(graph, "commitments-by-year") == [("2019", 1, 1, 0, 0, 1.0)]


def test_the_age_of_a_citation_is_in_whole_years(graph: Graph) -> None:
    # four within the year, C to the paper of 2015 after seven; a motion citing a later letter
    assert rows(graph, "citation-age") == [
        (0, 3, 0.6, 0.6), (1, 1, 0.2, 0.8), *((year, 0, 0.0, 0.8) for year in range(2, 7)),
        (7, 1, 0.2, 1.0),
    ]  # fmt: skip
    assert said(graph, "citation-age", "ages") == [{"n": 5, "citations": 8, "before": 1}]


def test_a_date_that_does_not_exist_is_no_date() -> None:
    nodes = (node(A, "Letter", "2022-02-31"), node(ONE, "Motion", "2022-01-01"))
    assert rows(made(nodes, [(A, "cites", ONE)]), "citation-age") == []


def test_stats_count_what_is_there(graph: Graph) -> None:
    kinds = dict((row[0], row[1:3]) for row in rows(graph, "stats-nodes"))
    assert kinds == {
        "Letter": (4, 0), "Motion": (3, 1), "Kamerstuk": (1, 0), "Dossier": (4, 0),
        "Minister": (3, 0), "Member": (1, 0), "Commitment": (3, 0), "Ministry": (2, 0),
        "SourceFile": (1, 0),
    }  # fmt: skip
    edges = dict(rows(graph, "stats-edges"))
    assert edges == {"cites": 8, "fulfils": 7, "coSignedBy": 9, "inDossier": 4, "issuedBy": 3,
                     "madeIn": 3}  # fmt: skip
    assert rows(graph, "stats-years") == [
        ("2015", 1, 0), ("2022", 4, 0), ("2023", 1, 0), (None, 2, 0),
    ]  # fmt: skip
    assert rows(graph, "stats-ministries") == [(None, 5, 0), ("VWS", 2, 0), ("OCW", 1, 0)]
    assert said(graph, "stats-nodes", "stats-unresolved") == [
        {"n": 1, "documents": 8, "share": 0.125}
    ]
    assert said(graph, "stats-years", "stats-dates") == [
        {"n": 6, "documents": 8, "first": "2015-06-01", "last": "2023-01-10"}
    ]


def test_an_empty_graph_gives_empty_tables() -> None:
    tables = analyse(made([], []), (*ANALYSES, *STATS[1:3]))
    assert [table.rows for table in tables] == [()] * (len(ANALYSES) + 2)
    assert all("holds nothing" in table.to() for table in tables)


def test_the_graph_hands_out_each_table(graph: Graph) -> None:
    for name in SHOWN:
        table = graph.analyse(name)
        assert isinstance(table, Table) and table.name == name and len(table)
        assert list(table.to_dataframe().columns) == [column.name for column in table.columns]


def test_the_store_on_disk_gives_the_same_tables(graph: Graph, tmp_path: object) -> None:
    from pathlib import Path

    graph.publish(Path(str(tmp_path)))
    stored = load_graph(Path(str(tmp_path)))
    assert stored.ordered is not None, "the store was not used"
    names = (*STATS, *ANALYSES)
    assert analyse(stored, names) == analyse(graph, names)


def test_a_misspelt_table_is_corrected(graph: Graph) -> None:
    with pytest.raises(InputError, match="did you mean communities"):
        analyse(graph, ["comunities"])


def test_betweenness_is_sampled_on_large_graphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.analyse.dossiers._STEPS", 1)
    nodes = [node(f"document/kst-{number}-1", "Kamerstuk") for number in range(1, 41)]
    edges = [(each.key, "inDossier", f"dossier/{at}") for at, each in enumerate(nodes, 1)]
    edges += [(one.key, "cites", other.key) for one, other in zip(nodes, nodes[1:], strict=False)]
    graph = made(nodes, edges)
    assert said(graph, "bridges", "sampled") == [{"sources": 16, "nodes": 79}]
    assert rows(graph, "bridges") == rows(graph, "bridges")
