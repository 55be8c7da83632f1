"""Letters that bear on one another, and what a build of them has to come to."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from commons import ROOT

from kg import pipeline
from kg.building.course import Built, Wish
from kg.building.run import build
from kg.building.tasks import extract_all as really
from kg.store.disk import opened_store

HEAD = "Ministerie van Volksgezondheid, Welzijn en Sport\n\nDatum {}\nBetreft {}\n\n"
BODY = "Geachte voorzitter,\n\n{}\n\nHoogachtend,\n\nde minister van Volksgezondheid, Welzijn en "
BODY += "Sport,\n\nErnst Kuipers\n"
POISON = "Dit stuk is vergif."


def letter(body: str, *, day: str = "14 februari 2022", about: str = "Zorg", own: str = "") -> str:
    """A letter; ``own`` is its kenmerk."""
    head = f"Kenmerk\n{own}\n\n" if own else ""
    return head + HEAD.format(day, about) + BODY.format(body)


#: Letters of which each bears on what another one says.
LETTERS: dict[str, str] = {
    # one cites by the D-number, another prints both numbers, a third is the paper by its kenmerk
    "cites.txt": letter("Zie de brief (2021D10101) en Kamerstuk 25 424, nr. 630."),
    "pairs.txt": letter("Zie [2021D10101](#) Kamerstuk 29689 nr. 870.", day="3 maart 2022"),
    "joins.txt": letter("Zie 2021D10101/kenmerk 3382139-1030472-PG en de bijlage."),
    "paper.txt": letter(
        "Ik informeer uw Kamer voor het einde van het jaar over de voortgang van de aanpak "
        "mentale gezondheid.",
        day="10 juni 2022",
        own="3382139-1030472-PG",
    ),
    # a contradiction: the same D-number with another Kamerstuk
    "belies.txt": letter("Zie [2021D10101](#) Kamerstuk 29689 nr. 999.", day="4 maart 2022"),
    # a promise of paper.txt, recalled
    "recalls.txt": letter(
        "In de brief met kenmerk 3382139-1030472-PG is toegezegd uw Kamer voor het einde van het "
        "jaar te informeren over de voortgang van de aanpak mentale gezondheid. Deze toezegging "
        "wordt met deze brief afgedaan.",
        day="15 december 2022",
    ),
    # one motion: fulfilled in the one, followed up in the other
    "fulfils.txt": letter(
        "De motie van het lid Mohandis (Kamerstuk 25 424, nr. 630) is met deze brief afgedaan.",
        day="15 december 2023",
    ),
    "follows.txt": letter(
        "Naar aanleiding van de motie van het lid Mohandis (Kamerstuk 25 424, nr. 630) is "
        "gesproken.",
        day="16 december 2023",
    ),
    # taken for an amendment, which nothing fulfils, unless another document knows it for a motion
    "supposes.txt": letter("Het amendement (Kamerstuk 36 200, nr. 99) is hiermee uitgevoerd."),
    "knows.txt": letter("De motie van het lid Bikker (Kamerstuk 36 200, nr. 99) is aangenomen."),
    # two tellings of one letter that presents a programme
    "tells.txt": letter(
        "Op 10 juni jl. is de aanpak ‘Mentale Gezondheid: van ons allemaal’ naar uw Kamer "
        "gestuurd (Kamerstuk 32 793, nr. 613).",
        day="7 oktober 2022",
    ),
    "tells too.txt": letter(
        "Op 10 juni 2022 is de aanpak ‘Mentale Gezondheid: van ons allemaal’ naar uw Kamer "
        "gestuurd (kenmerk 3382140-1030472-PG).",
        day="3 november 2023",
    ),
    "presents.txt": letter(
        "Hierbij bied ik u de aanpak ‘Mentale Gezondheid: van ons allemaal’ aan.",
        day="juni 2022",
        own="3382141-1030472-PG",
    ),
    "unknown.txt": letter("Hiermee voer ik de motie van het lid Zzyzx over wachten uit."),
}

MAIL = (
    "From: een@example.org\nTo: twee@example.org\nSubject: brieven\nMIME-Version: 1.0\n"
    'Content-Type: multipart/mixed; boundary="deel"\n\n--deel\nContent-Type: text/plain\n\n'
    "Geachte,\n\nhierbij Kamerstuk 32 793, nr. 302.\n--deel\n"
    'Content-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename="{}"\n\n'
    "{}\n--deel--\n"
)


def packed(members: Mapping[str, str]) -> bytes:
    """A zip archive, the same bytes for the same members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return stream.getvalue()


def written(folder: Path, papers: Mapping[str, str | bytes]) -> Path:
    """A folder with these papers."""
    for name, content in papers.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def built(output: Path, *inputs: Path, workers: int = 1, **wish: Any) -> Built:
    """A build in this process, with workers of its own."""
    return build(Wish(list(inputs), output, workers=workers, **wish))


def in_memory(inputs: Sequence[Path]) -> bytes:
    """The Turtle of the graph that is made in memory, without any of the builder's machinery."""
    stream = io.BytesIO()
    pipeline.build(list(inputs)).graph.export("turtle", stream)
    return stream.getvalue()


def turtle(output: Path) -> bytes:
    """The graph that a build wrote."""
    return (output / "graph.ttl").read_bytes()


def stored(output: Path) -> set[str]:
    """The triples of the store beside the graph."""
    graph = opened_store(output / "graph.ttl")
    assert graph is not None, "there is no store of just this graph"
    return {str(quad) for quad in graph.store}


def triples(turtle: bytes) -> set[str]:
    """The triples of a graph's text."""
    store = ox.Store()
    store.bulk_load(turtle, ox.RdfFormat.TURTLE)
    return {str(quad) for quad in store}


def sound(output: Path, expected: bytes) -> None:
    """Whether a build's folder holds just this graph, its store too."""
    assert turtle(output) == expected
    assert stored(output) == triples(expected)


KG = [sys.executable, "-c", "from kg.cli import main; main()"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def poisoned(deed: Callable[[], object]) -> Callable[[Any], Any]:
    """An ``extract_all`` that does something else with a document that holds the poison."""

    def extract_all(documents: Any) -> Any:
        if any(POISON in document.text for document in documents):
            deed()
        return really(documents)

    return extract_all
