"""Letters and debates by their date, and dates that name neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Brief
from kg.recognise.brief import RECOGNISERS
from kg.recognise.engine import Engine

ENGINE = Engine(RECOGNISERS)


@pytest.mark.parametrize(
    ("text", "surface", "brief"),
    [
        ("de Kamerbrief van 16 september jl.", "Kamerbrief van 16 september jl.",
         Brief("kamerbrief", "--09-16", True)),
        ("in de brief d.d. 18 juli 2023 staat", "brief d.d. 18 juli 2023",
         Brief("brief", "2023-07-18")),
        ("de brief van 24 april j.l. over", "brief van 24 april j.l.",
         Brief("brief", "--04-24", True)),
        ("Kamerbrieven van 2 mei 2022", "Kamerbrieven van 2 mei 2022",
         Brief("kamerbrieven", "2022-05-02")),
        ("de brief van 16 december 20191 is", "brief van 16 december 20191",
         Brief("brief", "2019-12-16")),
        ("de brief aan uw Kamer van 7 april 2022", "brief aan uw Kamer van 7 april 2022",
         Brief("brief", "2022-04-07")),
        ("het debat van 7 december jongstleden", "debat van 7 december jongstleden",
         Brief("debat", "--12-07", True)),
        ("de Kamerbrief van mijn voorganger over waterstof van 30 mei jl.",
         "Kamerbrief van mijn voorganger over waterstof van 30 mei jl.",
         Brief("kamerbrief", "--05-30", True, "waterstof")),
        ("brief van de minister van Financiën van 11 mei 2016",
         "brief van de minister van Financiën van 11 mei 2016", Brief("brief", "2016-05-11")),
        ("de brief over wonen van\n3 mei 2021", "brief over wonen van\n3 mei 2021",
         Brief("brief", "2021-05-03", False, "wonen")),
        ("de Kamerbrief van 3 mei 2021 over de woningmarkt.", "Kamerbrief van 3 mei 2021",
         Brief("kamerbrief", "2021-05-03", False, "de woningmarkt")),
        ("Brief van de commissie OCW, 2 juli 2020", "Brief van de commissie OCW, 2 juli 2020",
         Brief("brief", "2020-07-02")),
        ("het commissiedebat van 23 januari", "commissiedebat van 23 januari",
         Brief("commissiedebat", "--01-23")),
        ("het commissiedebat Politie van 21 december 2023",
         "commissiedebat Politie van 21 december 2023",
         Brief("commissiedebat", "2023-12-21", False, "Politie")),
        ("het plenaire debat over de stikstof van 17 oktober jl.",
         "plenaire debat over de stikstof van 17 oktober jl.",
         Brief("plenaire debat", "--10-17", True, "de stikstof")),
        ("het Vragenuur van 29 oktober 2019", "Vragenuur van 29 oktober 2019",
         Brief("vragenuur", "2019-10-29")),
        ("het wetgevingsoverleg op 4 november 2019", "wetgevingsoverleg op 4 november 2019",
         Brief("wetgevingsoverleg", "2019-11-04")),
        ("tijdens de Regeling van Werkzaamheden van 28 april 2016, over een bericht",
         "Regeling van Werkzaamheden van 28 april 2016",
         Brief("regeling van werkzaamheden", "2016-04-28")),
        ("de begrotingsbehandeling van Sociale Zaken op 11 oktober 2023",
         "begrotingsbehandeling van Sociale Zaken op 11 oktober 2023",
         Brief("begrotingsbehandeling", "2023-10-11")),
        ("de plenaire behandeling op 17 april 2012", "plenaire behandeling op 17 april 2012",
         Brief("plenaire behandeling", "2012-04-17")),
        ("de Algemene Politieke Beschouwingen van 20 september 2023",
         "Algemene Politieke Beschouwingen van 20 september 2023",
         Brief("algemene politieke beschouwingen", "2023-09-20")),
        ("het AOW-debat van 12 november jl.", "AOW-debat van 12 november jl.",
         Brief("aow-debat", "--11-12", True)),
        ("het spoeddebat van 13 mei", "spoeddebat van 13 mei", Brief("spoeddebat", "--05-13")),
        ("Toezegging AO 21 april 2010", "AO 21 april 2010", Brief("ao", "2010-04-21")),
        ("de voorhangbrief van 14 juni 2012", "voorhangbrief van 14 juni 2012",
         Brief("voorhangbrief", "2012-06-14")),
        ("de Focusbrief Zorg en Welzijn van 14 juni 2012 is",
         "Focusbrief Zorg en Welzijn van 14 juni 2012", Brief("focusbrief", "2012-06-14")),
        ("uit de kabinetsbrief van 16 juli j.l. blijkt", "kabinetsbrief van 16 juli j.l.",
         Brief("kabinetsbrief", "--07-16", True)),
        ("VAO Arbeidsmarkt (AO d.d. 15/01)", "AO d.d. 15/01", Brief("ao", "--01-15")),
        ("(CD 08/02)", "CD 08/02", Brief("cd", "--02-08")),
    ],
)  # fmt: skip
def test_letters_and_debates(text: str, surface: str, brief: Brief) -> None:
    [mention] = ENGINE.scan(text)
    assert (mention.surface, mention.value) == (surface, brief)


@pytest.mark.parametrize(
    "text",
    [
        "Datum 14 februari 2022",
        "op 3 mei 2021 besloot het kabinet",
        "De brief is van belang. Op 3 mei 2021 kwam",
        "de brief waarin de minister op 3 mei 2021 meldde",
        "de brief van de gemeente Utrecht van 3 mei 2021",
        "een brief van de rechtbank van 3 mei 2021",
        "de brief van de Nederlandse Zorgautoriteit van 16 augustus 2012",
        "de brief van de VN-rapporteur van 21 december 2023",
        "De Volkskrant, 3 mei 2021",
        "het debat dat plaatsvond op 3 mei",
        "tussen 1 juni en 3 juli",
        "de wet van 3 mei 2021",
        "brief VNO-NCW en deelnemers aan een gesprek op 13 september 2023",
        "AO 45/99",
        "de brief van 45 mei 2021",
        "het debat over huren (aangevraagd door het lid Bos in de regeling van 4 september)",
    ],
)
def test_no_letter_and_no_debate(text: str) -> None:
    assert list(ENGINE.scan(text)) == []


@pytest.mark.parametrize("rule", [rule for r in RECOGNISERS for rule in r.rules])
def test_every_rule_catches_its_example(rule: object) -> None:
    assert [mention.rule for mention in ENGINE.scan(rule.example)] == [rule.name]


@given(st.text(max_size=120))
def test_any_text_is_fine(text: str) -> None:
    whole = f"brief {text} van 3 mei 2021 {text}"
    for mention in ENGINE.scan(whole):
        assert mention.surface == mention.span.of(whole)
