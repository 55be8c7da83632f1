"""Heads, motions and signatures as programs print them that join lines or sort columns."""

from __future__ import annotations

import pytest

from kg.model import Document
from kg.segment import segment
from kg.segment.joined import cuts

TEXT = """
Geachte voorzitter,

In deze brief informeer ik uw Kamer over de zorg en over wat daarin is bereikt.

Hoogachtend,

De minister van Financiën,
E. Heinen
"""
STACKED = f"""> Retouradres Postbus 1 2500 EA Den Haag
De Voorzitter van de Tweede Kamer
der Staten-Generaal

Bezoekadres
Parklaan 1

Datum
Betreft

3 mei 2024
Voortgang van de aanpak van de wachtlijsten, perspectief voor de sector en herstel
van vertrouwen

Ons kenmerk
DGZ / 96865123
{TEXT}"""
TAIL = f"""Datum: 3 mei 2024
Betreft: Voortgang van de aanpak Ons kenmerk:
2019.146/002
{TEXT}"""
ONE_LINE = """## **Reactie**

Aan **DG Zorg / Wachtlijsten** Ministerie van Volksgezondheid Parklaan 1 | 2500 EA | Den Haag Van \
**Inge Bos** Hoogleraar Datum **3 mei 2024** Betreft **Reactie op het oordeel**

_Woord vooraf_

Hieronder ga ik in op de vragen uit de lijst bij het oordeel van de hoogleraar over de wachtlijsten.
"""
SMALL = """Notitie

voor Minister van Volksgezondheid, Welzijn en Sport
van
datum 3 mei 2024
inzake Juridische analyse van het voorstel
zaaknr 11014123

Samenvatting

De toezichthouder heeft bij advies van 6 april jl. de minister laten weten dat hij bezwaar heeft.
"""
APART = """Notitie

voor

Minister van Volksgezondheid, Welzijn en Sport

cc
van
datum

3 mei 2024

inzake

Juridische analyse van het voorstel

zaaknr

11014123

Samenvatting

De toezichthouder heeft bij advies van 6 april jl. de minister laten weten dat hij bezwaar heeft.
"""
SORTED = """voor
ccvan
datum
inzake
zaaknr
Notitie
Minister van Volksgezondheid, Welzijn en Sport
3 mei 2024
Juridische analyse van het voorstel en van de gevolgen die het heeft voor de zorg en voor
de praktijk
11014123
Samenvatting
De toezichthouder heeft bij advies van 6 april jl. de minister laten weten dat hij bezwaar heeft.
"""
MEMO_LINES = """Reactie
Aan DG Zorg / Wachtlijsten
Ministerie van Volksgezondheid (VWS)
Parklaan 1 | 2594 AC | Den Haag
Van Inge Bos
Hoogleraar
Datum 3 mei 2024
Betreft Reactie op het oordeel
Woord vooraf
Hieronder ga ik in op de vragen uit de lijst bij het oordeel van de hoogleraar over de
wachtlijsten.
"""
LONG = "Juridische analyse van het voorstel en van de gevolgen die het heeft voor de zorg en voor"
MEMO = """# nota

Voortgang van de aanpak van de wachtlijsten 2024

TER BESLISSING Datum 3 mei 2024 Kenmerk SKI / 97216123

Aanleiding

De brief bevat een beschrijving van de voortgang van de aanpak van de wachtlijsten in de zorg.
"""
WANTED = {"date": "2024-05-03"}


def fields_of(text: str) -> dict[str, str]:
    """The header fields of a text by name."""
    return {one.name: one.value for one in segment(Document(text, "stuk.md", "0" * 64)).fields}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (STACKED, {
            "subject": "Voortgang van de aanpak van de wachtlijsten, perspectief voor de sector "
            "en herstel van vertrouwen",
            "kenmerk": "DGZ / 96865123",
        }),
        (TAIL, {"subject": "Voortgang van de aanpak", "kenmerk": "2019.146/002"}),
        (ONE_LINE, {"subject": "Reactie op het oordeel", "addressee": "DG Zorg / Wachtlijsten"}),
        (SMALL, {"subject": "Juridische analyse van het voorstel"}),
        (APART, {"subject": "Juridische analyse van het voorstel"}),
        (SORTED, {"subject": f"{LONG} de praktijk"}),
        (MEMO_LINES, {"addressee": "DG Zorg / Wachtlijsten"}),
        (MEMO, {"kenmerk": "SKI / 97216123"}),
    ],
    ids=["stacked", "tail", "one line", "small", "apart", "sorted", "lines", "memo"],
)  # fmt: skip
def test_the_head(text: str, wanted: dict[str, str]) -> None:
    fields = fields_of(text)
    assert {name: fields.get(name) for name in (*WANTED, *wanted)} == {**WANTED, **wanted}


@pytest.mark.parametrize(
    ("body", "pieces"),
    [
        ("Datum 3 mei 2024 Betreft zorg", ["Datum 3 mei 2024", "Betreft zorg"]),
        ("Kenmerk A / 12345 Datum 3 mei 2024", ["Kenmerk A / 12345", "Datum 3 mei 2024"]),
        (
            "voor de minister datum 3 mei 2024 inzake advies over A zaaknr 11014",
            ["voor de minister", "datum 3 mei 2024", "inzake advies over A", "zaaknr 11014"],
        ),
        ("Het stuk heeft als datum 3 mei 2024 en niet later", None),
        ("Datum 3 mei 2024 is gekozen omdat het dan kan", None),
        ("Datum 3 mei 2024", None),
        ("Betreft het nieuwe kenmerk van de brief", None),
    ],
)
def test_labels_side_by_side(body: str, pieces: list[str] | None) -> None:
    at = cuts(body)
    found = [body[a:b].rstrip() for a, b in zip(at, [*at[1:], len(body)], strict=True)]
    assert found == (pieces or [body])


MOTION = """**Tweede Kamer der Staten-Generaal**

Vergaderjaar 2020–2021

# **32 512**

## **Nr. 143**

# **Wet- en regelgeving over de zorg**

**MOTIE VAN DE LEDEN LISA VAN DER BOS EN VIS** Voorgesteld 6 juli 2021

De Kamer,

gehoord de beraadslaging,

verzoekt de regering, de wachtlijsten te verkorten,

en gaat over tot de orde van de dag.

Lisa van der Bos Vis
"""


def test_a_motion_whose_lines_were_joined() -> None:
    found = segment(Document(MOTION, "motie.md", "0" * 64))
    fields = {one.name: one.value for one in found.fields}
    assert fields["own-id"] == "kst-32512-143"
    assert fields["subject"] == "Wet- en regelgeving over de zorg"
    assert fields["date"] == "2021-07-06"
    assert [one.name for one in found.signatories] == ["Lisa van der Bos", "Vis"]


BRIEF = "Datum 3 mei 2024\nBetreft Zorg\n\nGeachte voorzitter,\n\nIk meld u dat het goed gaat.\n\n"


@pytest.mark.parametrize(
    ("end", "signs"),
    [
        ("Inge Bos Minister van Financiën\n", [("Inge Bos", "Minister van Financiën")]),
        (
            "De Minister van Financiën, H.M. de Bos\n\nBijlage\n",
            [("H.M. de Bos", "De Minister van Financiën")],
        ),
        (
            "Hoogachtend,\n\nDirectie Wetgeving en\nJuridische Zaken\n\nOns kenmerk\nDWJZ-\n\n"
            "de Minister van Volksgezondheid,\nWelzijn en Sport,\nnamens deze,\n"
            "de plv. directeur Wetgeving en Juridische Zaken,\n",
            [(None, "de plv. directeur Wetgeving en Juridische Zaken")],
        ),
        ("Hoogachtend,\n\nDe zaak is nog niet klaar.\nde minister van Financiën\n", []),
        ("Dit schrijft Inge Bos, minister van Financiën, aan u.\n", []),
        ("Met Inge Bos Minister van Financiën\nis afgesproken dat het goed gaat.\n", []),
    ],
)
def test_a_signature_on_one_line(end: str, signs: list[tuple[str | None, str]]) -> None:
    found = segment(Document(BRIEF + end, "brief.md", "0" * 64)).signatories
    assert [(one.name, one.office) for one in found] == signs


@pytest.mark.parametrize("number", ["1", "Pagina 1 van 15"])
def test_the_number_of_the_page_above_the_title(number: str) -> None:
    text = (
        f"{number} \nPositie over een ondergrens bij berekeningen per project \nvan de zorg \n"
        "Prof. dr. Inge Bos, University College London \n15 september 2024 \n\nOnder welke?"
    )
    title = "Positie over een ondergrens bij berekeningen per project van de zorg"
    assert fields_of(text) == {"subject": title, "date": "2024-09-15"}


def test_a_title_right_above_the_first_heading() -> None:
    text = "Fiche 5: Herziening van de verordening over de zorg\n1. Algemene gegevens\na) Titel\n"
    assert fields_of(text)["subject"] == "Fiche 5: Herziening van de verordening over de zorg"


def test_a_day_under_another_label_is_not_the_papers() -> None:
    text = (
        "Fiche 5: Herziening van de verordening over de zorg\n\n1. Algemene gegevens\n\n"
        "a) Titel\n\nRule\n\n"
        "b) Datum ontvangst Commissiedocument\n\n25 november 2021\n\nc) Nr. Commissiedocument\n\n"
        + "Het voorstel gaat over de zorg en over wat daarin is bereikt.\n\n" * 20
    )
    assert "date" not in fields_of(text)
