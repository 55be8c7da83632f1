"""A build through workers and files gives the very graph that is made in memory."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from commons import ROOT, SEEDS
from papers import LETTERS, MAIL, built, in_memory, letter, packed, sound, written

from kg import pipeline

sys.path.insert(0, str(ROOT / "benchmarks"))

from corpus import Recipe, document  # noqa: E402

MADE_UP = Recipe(mix="letters", kilobytes=4, shares=(("html", 0.2), ("xml", 0.2)))


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seeds, letters that bear on one another, made-up papers, an archive, a mail, duplicates."""
    folder = written(tmp_path_factory.mktemp("papers"), LETTERS)
    written(folder / "made up", dict(document(MADE_UP, number) for number in range(30)))
    inside = {name: LETTERS[name] for name in ("recalls.txt", "pairs.txt")}
    more = {"map/stuk.txt": letter("Zie 2022D29587."), "ander/stuk.txt": letter("Zie 2022D29587.")}
    written(
        folder,
        {
            **{path.name: path.read_bytes() for path in SEEDS.glob("*.txt")},
            "bundle.zip": packed({**inside, **more, "damaged.txt": "\0\0\0"}),
            "one.zip": packed({"alone.txt": letter("Zie Kamerstuk 25 295, nr. 1892.")}),
            "brieven.eml": MAIL.format("bijlage.txt", LETTERS["follows.txt"]),
            "a second name.txt": LETTERS["paper.txt"],
            "elsewhere/fulfils.txt": LETTERS["fulfils.txt"],
            "empty.txt": "",
        },
    )
    return folder


@pytest.fixture(scope="module")
def expected(papers: Path) -> bytes:
    return in_memory([papers])


@pytest.mark.parametrize("workers", [1, 2])
def test_it_is_the_graph_made_in_memory(
    papers: Path, expected: bytes, workers: int, tmp_path: Path
) -> None:
    result = built(tmp_path / "out", papers, workers=workers)
    sound(tmp_path / "out", expected)
    whole = pipeline.build([papers])
    assert result.counts == whole.counts
    assert result.documents == whole.documents > 45
    assert result.refused == whole.refused and len(result.refused) == 1
    assert {place for place, _, _ in result.problems} == {
        each.error.place for each in whole.problems
    }
    assert len(result.problems) == 2


def test_the_order_of_the_inputs_does_not_matter(
    papers: Path, expected: bytes, tmp_path: Path
) -> None:
    inputs = sorted((each for each in papers.iterdir()), reverse=True)
    built(tmp_path / "out", *inputs, papers / "cites.txt", workers=2)
    sound(tmp_path / "out", expected)


def test_the_letters_bear_on_one_another(tmp_path: Path) -> None:
    """Without this the tests of this folder would show little."""
    whole = in_memory([written(tmp_path / "all", LETTERS)])
    assert b"kg:probablySameAs" in whole and b'kg:status "fulfilled"' in whole
    change = set()
    for left_out in LETTERS:
        others = {name: text for name, text in LETTERS.items() if name != left_out}
        things = in_memory([written(tmp_path / left_out, others)]).split(b"\n\n")
        if set(things) - set(whole.split(b"\n\n")):
            change.add(left_out.removesuffix(".txt"))
    assert change >= {"pairs", "joins", "paper", "recalls", "knows"}


def test_a_small_input_is_shared_out_among_the_workers(tmp_path: Path) -> None:
    """So small that it would be one batch: no worker would do more than its share, nor lose it."""
    folder = written(tmp_path / "in", {f"{n}.txt": letter(f"Brief {n}.") for n in range(60)})
    built(tmp_path / "out", folder, workers=2)
    batches = list((tmp_path / "out" / "work").glob("*.extracts"))
    assert 3 <= len(batches) <= 5
