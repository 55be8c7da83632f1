"""What one process sends another comes out as it went in."""

import copy
import copyreg
import pickle
from dataclasses import fields, is_dataclass, replace
from types import ModuleType
from typing import Any

import pytest

from kg import model
from kg.identifiers import aanhangsel, bare, dossier, handelingen, kamerstuk, kenmerk
from kg.identifiers import parse_id, staatsblad, tweede_kamer
from kg.model import Document, Extract, Span, document, mentions, segments
from kg.recognise import recognise
from kg.recognise.relations import relate
from kg.segment import segment

MODULES = (
    document, segments, mentions, aanhangsel, bare, dossier, handelingen, kamerstuk, kenmerk,
    staatsblad, tweede_kamer,
)
LETTER = """Ministerie van Volksgezondheid, Welzijn en Sport

> Retouradres Postbus 20350 2500 EJ Den Haag

De Voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20018
2500 EA DEN HAAG

Datum 3 mei 2022
Betreft Stand van zaken moties en toezeggingen
Kenmerk 3382139-1030472-PG

Geachte voorzitter,

Hiermee voldoe ik aan de motie van het lid Bikker (Kamerstuk 35 925 XVI, nr. 12).1 Zie ook
Handelingen II 2019/20, nr. 33, item 21, Stb. 2020, 123, 2022D29586, Aanhangsel Handelingen,
vergaderjaar 2023-2024, nr. 1031 en https://www.tweedekamer.nl/x?id=2021Z02062. Ik zeg uw Kamer toe
u voor de zomer te informeren over het Nationaal Preventieakkoord. In de Kamerbrief van 16
september jl. staat dat ook (ibidem, p. 4), net als in dossier 36 600.

Hoogachtend,

de minister van Volksgezondheid,
Welzijn en Sport,

E.J. Kuipers

1 Kamerstuk 25 295, nr. 1892.
"""


def extract_of(text: str) -> Extract:
    read = Document(text, "brief.txt", "0" * 64, links=(model.Link(Span(0, 10), "https://x"),))
    parts, found = segment(read), recognise(read)
    return Extract(read, parts, found, relate(read, parts, found))


def test_what_a_document_says_comes_back_whole() -> None:
    extract = extract_of(LETTER)
    assert len(extract.mentions) > 8 and extract.claims and extract.segments.footnotes
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert repr(pickle.loads(pickle.dumps(extract, protocol))) == repr(extract)
    assert copy.deepcopy(extract) == extract
    assert copy.copy(extract.segments) == extract.segments


def classes_of(module: ModuleType) -> list[type]:
    return [
        each for each in vars(module).values()
        if isinstance(each, type) and is_dataclass(each) and each.__module__ == module.__name__
    ]


def test_every_value_that_travels_is_pickled_by_its_fields() -> None:
    found = {each.__name__ for module in MODULES for each in classes_of(module)
             if each in copyreg.dispatch_table or "__reduce__" in vars(each)}
    assert {"Span", "Segments", "Mention", "Claim", "Extract", "Kamerstuk", "Kenmerk"} <= found
    assert {each.__name__ for module in MODULES[3:] for each in classes_of(module)} <= found


@pytest.mark.parametrize(
    "value",
    [
        kamerstuk.Kamerstuk("36600", "12", "XV", vergaderjaar="2024-2025", chamber="tk",
                            further=("dossier-25295",), part="b1"),
        parse_id("h-tk-20192020-33-21"),
        kenmerk.Kenmerk("3382139-1030472-PG"),
    ],
)
def test_fields_that_tell_nothing_apart_come_back_too(value: Any) -> None:
    again = pickle.loads(pickle.dumps(value))
    assert [getattr(again, each.name) for each in fields(value)] == [
        getattr(value, each.name) for each in fields(value)
    ]
    assert replace(again) == value
