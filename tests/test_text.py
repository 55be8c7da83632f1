"""Folding, dates and sentences."""

from __future__ import annotations

from datetime import date

import pytest
from commons import sentences
from hypothesis import given
from hypothesis import strategies as st

from kg.text import (
    find_date,
    fold,
    fold_space,
    mend_accents,
    parse_date,
    plain,
    unwrap,
)

DATES = [
    ("14 februari 2022", date(2022, 2, 14)),
    ("30 november 2023", date(2023, 11, 30)),
    ("15-12-2023", date(2023, 12, 15)),
    ("15 February 2021 10:10", date(2021, 2, 15)),
    ("d.d. 12/02/2015", date(2015, 2, 12)),
    ("2024-02-14", date(2024, 2, 14)),
    ("1 mrt. 2021", date(2021, 3, 1)),
    ("2 dec 2022", date(2022, 12, 2)),
    ("21\u00a0juni 2021", date(2021, 6, 21)),
    ("(ontvangen 3 juni\n                         2024)", date(2024, 6, 3)),
    ("3 mei2020", date(2020, 5, 3)),
    ("(ontvangen13 augustus 2024)", date(2024, 8, 13)),
    ("Den Haag, 8 maart 2011", date(2011, 3, 8)),
]
NO_DATES = [
    "16 september jl.", "31 februari 2022", "Kamerstuk 25 295, nr. 2022", "06-1234-2022", "",
    "3730760-1057533-PG", "nr. 12/02/20155", "0 mei 2020",
    "ingekomen13 mei 2020",
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_reads_a_date(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize("text", NO_DATES)
def test_reads_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_finds_a_date_with_its_place() -> None:
    text = "Datum 14 februari 2022 Betreft"
    found = find_date(text)
    assert found is not None
    assert text[found[1] : found[2]] == "14 februari 2022"


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_a_date_written_in_figures_is_read_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day}-{day.month}-{day.year}") == day


SENTENCES = [
    # A bullet on a line of its own, as some programs print it.
    (
        "De brief gaat in op de volgende moties: \no \nDe motie van de leden Bos c.s.;\no \n"
        "De motie-Vis.",
        [
            "De brief gaat in op de volgende moties:",
            "o \nDe motie van de leden Bos c.s.;",
            "o \nDe motie-Vis.",
        ],
    ),
    (
        "Wij doen dit:\n•\nMeer geld\n•\nMinder regels",
        ["Wij doen dit:", "•\nMeer geld", "•\nMinder regels"],
    ),
    ("Dat geldt voor groep\no\nen voor de rest.", ["Dat geldt voor groep\no\nen voor de rest."]),
    ("Een zin. Nog een zin.", ["Een zin.", "Nog een zin."]),
    ("Zie Kamerstuk 25 295, nr. 12. Dat is zo.", ["Zie Kamerstuk 25 295, nr. 12.", "Dat is zo."]),
    ("De brief van 3 mei jl. is af.", ["De brief van 3 mei jl. is af."]),
    ("De brief van 3 mei jl. Hierin staat.", ["De brief van 3 mei jl.", "Hierin staat."]),
    ("De motie van Bikker c.s. Over de zorg", ["De motie van Bikker c.s.", "Over de zorg"]),
    ("De motie van Bikker c.s. Westerveld", ["De motie van Bikker c.s. Westerveld"]),
    ("Aan dhr. J.P. van der Berg en mw. A. Dik.", ["Aan dhr. J.P. van der Berg en mw. A. Dik."]),
    ("Van t/m 2023, o.a. Zorg, i.v.m. Covid.", ["Van t/m 2023, o.a. Zorg, i.v.m. Covid."]),
    ("Zie blz. 3 en art. 5. Einde.", ["Zie blz. 3 en art. 5.", "Einde."]),
    ("Is dat zo? Ja! Goed.", ["Is dat zo?", "Ja!", "Goed."]),
    ("Hij zei: «dat klopt.» Daarna niets.", ["Hij zei: «dat klopt.»", "Daarna niets."]),
    ("Van Dik-Faber.11 Op 15 oktober.", ["Van Dik-Faber.11", "Op 15 oktober."]),
    ("Dat is afgedaan.¹ De rest niet.", ["Dat is afgedaan.¹", "De rest niet."]),
    ("Een motie.[^1] Nog iets.", ["Een motie.[^1]", "Nog iets."]),
    ("wij doen dat\nook in de zorg.", ["wij doen dat\nook in de zorg."]),
    ("1. Eerste punt;\n2. Tweede punt.", ["1. Eerste punt;", "2. Tweede punt."]),
    ("- Een\n- Twee", ["- Een", "- Twee"]),
    ("a) De eerste zaak;\nb) De tweede.", ["a) De eerste zaak;", "b) De tweede."]),
    ("Kop\n\nTekst.", ["Kop", "Tekst."]),
    (
        "Zij krijgt nr.\n \n 15\n\n(\n\n35300-V\n\n).\n\nDe",
        ["Zij krijgt nr.\n \n 15\n\n(\n\n35300-V\n\n).", "De"],
    ),
    (
        "de motie-Bos (\n\n29538\n \n, nr. 3);\n\n- Een",
        ["de motie-Bos (\n\n29538\n \n, nr. 3);", "- Een"],
    ),
    ("Zie stuk nr.\n\n12 van mei.\n\n3\n\nTekst.", ["Zie stuk nr.\n\n12 van mei.", "3", "Tekst."]),
    ("een zin die over een\n\nlege regel gaat.", ["een zin die over een\n\nlege regel gaat."]),
    (
        "De Kamer,\n\ngehoord de beraadslaging,\n\nconstaterende dat de motie-Bos er ligt;\n\n"
        "verzoekt de regering die uit te voeren,\n\nen gaat over tot de orde van de dag.\n\nBos",
        [
            "De Kamer,\n\ngehoord de beraadslaging,", "constaterende dat de motie-Bos er ligt;",
            "verzoekt de regering die uit te voeren,", "en gaat over tot de orde van de dag.",
            "Bos",
        ],
    ),
    (
        "De Kamer,\n  gehoord de beraadslaging, \n  verzoekt de regering die\n  uit te voeren,\n"
        "  En gaat over tot de orde van de dag.",
        [
            "De Kamer,\n  gehoord de beraadslaging,",
            "verzoekt de regering die\n  uit te voeren,", "En gaat over tot de orde van de dag.",
        ],
    ),
    (
        "gehoord de beraadslaging,\nconstaterende dat A;\noverwegende dat B,\nvan mening dat C,\n"
        "spreekt uit dat D;\nverzoekt de regering E\nverzoekt F,\nen gaat over tot de orde van de "
        "dag.",
        [
            "gehoord de beraadslaging,", "constaterende dat A;", "overwegende dat B,",
            "van mening dat C,", "spreekt uit dat D;", "verzoekt de regering E\nverzoekt F,",
            "en gaat over tot de orde van de dag.",
        ],
    ),
    ("de Kamer vindt dat A;\noverwegende dat B.", ["de Kamer vindt dat A;\noverwegende dat B."]),
    (
        "De Kamer heeft, gehoord de beraadslaging,\nbesloten. Hij gaat over tot de orde.",
        ["De Kamer heeft, gehoord de beraadslaging,\nbesloten.", "Hij gaat over tot de orde."],
    ),
    ("", []),
    (" \n \n", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_cuts_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_a_short_line_before_a_capital_is_a_heading() -> None:
    text = (
        "De crisis heeft gevolgen voor het welzijn van mensen in alle lagen van de\nbevolking.\n"
        "Extra aandacht\nDe jeugd heeft het zwaar in deze tijd en daarom komt er geld voor hen bij."
    )
    assert "Extra aandacht" in [text[start:end] for start, end in sentences(text)]


def test_sentences_of_a_span_keep_the_offsets_of_the_text() -> None:
    text = "Kop. Een zin. Twee zinnen. Slot."
    assert sentences(text, (5, 26)) == ((5, 13), (14, 26))


@given(st.text())
def test_sentences_cover_every_word_in_order(text: str) -> None:
    pairs = sentences(text)
    assert all(a[1] <= b[0] for a, b in zip(pairs, pairs[1:], strict=False))
    assert all(start < end for start, end in pairs)
    left = plain(text)  # what is a mark depends on what stands around it: asked before cutting
    for start, end in reversed(pairs):
        left = left[:start] + left[end:]
    assert not left.strip()


@given(st.text())
def test_plain_text_keeps_every_offset(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


@given(st.text())
def test_folding_leaves_a_to_z_and_is_stable(text: str) -> None:
    folded = fold(text)
    assert folded.isascii() and folded == fold(folded)
    assert not folded or folded.isalpha()


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Yeşilgöz-Zegerius", "yesilgozzegerius"), ("Kuzu/Öztürk", "kuzuozturk"),
     ("Van der\nStaaij", "vanderstaaij"), ("Justitie & Veiligheid", "justitieenveiligheid"),
     ("Kostić", "kostic"), ("Gündoğan", "gundogan"), ("IJssel", "ijssel")],
)
def test_folds_a_name(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_mends_accents_torn_off() -> None:
    assert mend_accents("Yes¸ilgöz-Zegerius") == "Yeşilgöz-Zegerius"
    assert mend_accents("Gu\u0308ndogan") == "Gündogan"


def test_unwraps_words_hyphenated_over_lines() -> None:
    assert unwrap("zieken-\n   huis in- en\nuitvoer WIA-\nuitkering") == (
        "ziekenhuis in- en uitvoer WIA-uitkering"
    )


@given(st.text(), st.sampled_from(["\n", "\r\n", "\u00a0", "  "]))
def test_folding_space_ignores_the_kind_of_space(text: str, blank: str) -> None:
    assert fold_space(text.replace(" ", blank)) == fold_space(text.replace(" ", " "))
