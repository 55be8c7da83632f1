"""The day of a debate that prints none, by the motions that get their number in it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kg.model import Document, GraphData
from kg.pipeline import extract
from kg.resolve.assemble import assemble
from kg.resolve.register import Register, load

CASES = "nummer\tsoort\tdatum\tvergaderjaar\tvolgnummer\tonderwerp\ttitel\n"
ROWS = "".join(
    f"2018Z0000{at}\tMotie\t{day}\t2017-2018\t{number}\tMotie van het lid Bos over zorg\tZorg\n"
    for at, (number, day) in enumerate(
        ((210, "2018-04-05"), (211, "2018-04-05"), (212, "2018-04-10"))
    )
)
OPENS = "3\nZorg\n\nVoorzitter: Bosma\n\nAan de orde is het debat over de zorg.\n\n"
GETS = (
    "De voorzitter:\nDeze motie is voorgesteld door het lid Bos.\nZij krijgt nr. {} (34104).\n\n"
)
PROMISE = "Minister De Jonge:\nVoor de zomer stuur ik de Kamer daar een brief over.\n"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of three motions of one dossier."""
    folder = tmp_path_factory.mktemp("register")
    (folder / "zaken.tsv").write_text(CASES + ROWS)
    (folder / "dossiers.tsv").write_text("dossier\ttitel\n34104\tZorg\n")
    load([folder / "zaken.tsv", folder / "dossiers.tsv"], folder / "register.sqlite")
    return folder / "register.sqlite"


def graph(text: str, path: Path) -> GraphData:
    document = Document(text, "debat.txt", hashlib.sha256(text.encode()).hexdigest())
    with Register(path) as register:
        return assemble([extract(document)], register=register)


def days(data: GraphData, kind: str, prop: str = "dcterms:date") -> set[str]:
    return {
        literal.text
        for node in data.nodes
        if kind in node.types
        for literal in node.literals
        if literal.prop == prop
    }


def test_a_debate_is_of_the_day_its_motions_were_handed_in(path: Path) -> None:
    data = graph(OPENS + GETS.format(210) + GETS.format(211) + PROMISE, path)
    assert days(data, "Proceedings") == {"2018-04-05"}
    # and so is known when a promise is due
    assert days(data, "Commitment", "kg:due") == {"2018-06-30"}


@pytest.mark.parametrize(
    "motions",
    [GETS.format(210) + GETS.format(212), GETS.format(999), ""],
    ids=["of two days", "not in the register", "none"],
)
def test_where_no_one_day_is_known_it_has_none(motions: str, path: Path) -> None:
    data = graph(OPENS + motions + PROMISE, path)
    assert days(data, "Proceedings") == set() == days(data, "Commitment", "kg:due")


def test_a_motion_that_is_only_spoken_of_dates_no_debate(path: Path) -> None:
    spoken = "Minister De Jonge:\nDe motie op stuk nr. 210 (34104) ontraad ik.\n\n"
    assert days(graph(OPENS + spoken + PROMISE, path), "Proceedings") == set()
