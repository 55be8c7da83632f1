"""Signatures in every layout: offices above or below, columns kept or torn, offices alone."""

from __future__ import annotations

import pytest
from segment_examples import fields, letter, read, signed

from kg.segment import segment
from kg.segment.names import clean_name
from kg.segment.offices import deal_out, split_names

VWS = "de minister van Volksgezondheid, Welzijn en Sport"
LZS = "de minister voor Langdurige Zorg en Sport"
SVWS = "de staatssecretaris van Volksgezondheid, Welzijn en Sport"

LAYOUTS = {
    "one column": (f"Hoogachtend,\n\n{VWS},\n\n\n\nErnst Kuipers", [("Ernst Kuipers", VWS)]),
    "office over two lines": (
        "Hoogachtend,\n\nde minister van Volksgezondheid,\nWelzijn en Sport,\n\n\nErnst Kuipers",
        [("Ernst Kuipers", VWS)],
    ),
    "name above office": (
        "Hoogachtend,\n\n\nFemke Marije Wiersma\n"
        "Minister van Landbouw, Visserij, Voedselzekerheid en Natuur",
        [("Femke Marije Wiersma", "Minister van Landbouw, Visserij, Voedselzekerheid en Natuur")],
    ),
    "two, one under the other": (
        f"Hoogachtend,\n\n{VWS},\n\nErnst Kuipers\n\n{LZS},\n\nConny Helder",
        [("Ernst Kuipers", VWS), ("Conny Helder", LZS)],
    ),
    "offices first, then names": (
        f"Hoogachtend,\n\n{VWS},\n\n{LZS},\n\nErnst Kuipers\n\nConny Helder",
        [("Ernst Kuipers", VWS), ("Conny Helder", LZS)],
    ),
    "two columns kept": (
        "Hoogachtend,\n\n"
        "de minister van Volksgezondheid,          de minister voor Langdurige Zorg\n"
        "Welzijn en Sport,                         en Sport,\n\n\n"
        "Ernst Kuipers                             Conny Helder",
        [("Ernst Kuipers", VWS), ("Conny Helder", LZS)],
    ),
    "two columns with tabs": (
        f"Hoogachtend,\n\n{VWS},\t{LZS},\n\n\nErnst Kuipers\tConny Helder",
        [("Ernst Kuipers", VWS), ("Conny Helder", LZS)],
    ),
    "two columns torn": (
        "Hoogachtend,\n\n"
        "de minister van Volksgezondheid, de minister voor Langdurige Zorg\n"
        "Welzijn en Sport, en Sport,\n\nErnst Kuipers Conny Helder",
        [("Ernst Kuipers", VWS), ("Conny Helder", LZS)],
    ),
    "an office no table knows": (
        "Hoogachtend,\n\nde minister van Ruimtevaart,\nSterren en Planeten,\n\nJan Jansen",
        [("Jan Jansen", "de minister van Ruimtevaart, Sterren en Planeten")],
    ),
    "initials": (
        "De Minister van Justitie en Veiligheid,\nD. Yeşilgöz-Zegerius",
        [("D. Yeşilgöz-Zegerius", "De Minister van Justitie en Veiligheid")],
    ),
    "no closing": (
        "Ik vertrouw erop u zo te hebben geïnformeerd.\n\nDe Staatssecretaris van Financiën,\n"
        "M.L.A. van Rij",
        [("M.L.A. van Rij", "De Staatssecretaris van Financiën")],
    ),
    "academic titles": (
        "Hoogachtend,\n\nde staatssecretaris van Financiën,\n\ndrs. M.L.A. van Rij",
        [("M.L.A. van Rij", "de staatssecretaris van Financiën")],
    ),
    "minister-president": (
        "Hoogachtend,\n\nDe minister-president,\nminister van Algemene Zaken,\n\nMark Rutte",
        [("Mark Rutte", "De minister-president, minister van Algemene Zaken")],
    ),
    "dash in the office": (
        "Hoogachtend,\n\nde staatssecretaris van Volksgezondheid, Welzijn en Sport –\n"
        "Jeugd, Preventie en Sport,\n\nVincent Karremans",
        [("Vincent Karremans", f"{SVWS} – Jeugd, Preventie en Sport")],
    ),
    "mede namens": (
        f"Hoogachtend,\n\nmede namens de minister van Justitie en Veiligheid,\n{VWS},\n\n"
        "Ernst Kuipers",
        [("Ernst Kuipers", VWS)],
    ),
    "namens deze": (
        f"Hoogachtend,\n\n{VWS},\nnamens deze,\nde directeur-generaal Volksgezondheid,\n\n"
        "ir. M.C. Jansen, MPA",
        [("M.C. Jansen", "de directeur-generaal Volksgezondheid")],
    ),
    "offices alone": (
        "Hoogachtend,\n\nOndertekening SVWS en MVWS", [(None, "SVWS"), (None, "MVWS")],
    ),
    "office without a name": (f"Hoogachtend,\n\n{VWS},", [(None, VWS)]),
    "w.g.": (
        f"Hoogachtend,\n\n{VWS},\n\nw.g. H.M. de Jonge", [("H.M. de Jonge", VWS)],
    ),
    "digital": ("Digitaal ondertekend door Conny Helder", [("Conny Helder", None)]),
    "kind regards": ("Met vriendelijke groet,\n\nAnna de Vries", [("Anna de Vries", None)]),
    "bold marks": (
        f"Hoogachtend,\n\n**{VWS},**\n\n**Ernst Kuipers**", [("Ernst Kuipers", VWS)],
    ),
    "three columns torn": (
        "Hoogachtend,\n\nde minister van Defensie, de minister van Financiën, "
        "de minister van Buitenlandse Zaken,\n\nKajsa Ollongren Sigrid Kaag Wopke Hoekstra",
        [
            ("Kajsa Ollongren", "de minister van Defensie"),
            ("Sigrid Kaag", "de minister van Financiën"),
            ("Wopke Hoekstra", "de minister van Buitenlandse Zaken"),
        ],
    ),
    "last column alone goes on": (
        "Hoogachtend,\n\nde staatssecretaris van Cultuur en Media, de minister van Sociale Zaken\n"
        "en Werkgelegenheid,\n\nGunay Uslu Karien van Gennip",
        [
            ("Gunay Uslu", "de staatssecretaris van Cultuur en Media"),
            ("Karien van Gennip", "de minister van Sociale Zaken en Werkgelegenheid"),
        ],
    ),
    "an attachment follows": (
        f"Hoogachtend,\n\n{VWS},\n\nErnst Kuipers\n\nBijlage 1 Overzicht\n\nJan Jansen",
        [("Ernst Kuipers", VWS)],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_names_and_offices_pair(layout: str) -> None:
    block, expected = LAYOUTS[layout]
    document = letter(f"Hierbij informeer ik u over de zorg.\n\n{block}")
    found = segment(document)
    assert signed(found) == expected
    for each in found.signatories:
        if each.name_span is not None and each.name is not None:
            assert each.name_span.of(document.text) == each.name


NOT_SIGNED = [
    "In mijn brief, mede namens\nde minister van Financiën, de minister van Defensie en\n"
    "de staatssecretaris van Financiën, heb ik dat gemeld.",
    "De minister van Financiën heeft dat gezegd.\nJan Jansen was daarbij.",
    "Zoals de minister van Onderwijs,\nCultuur en Wetenschap u meldde, komt er een wet.",
]


@pytest.mark.parametrize("body", NOT_SIGNED)
def test_no_one_signs_in_running_text(body: str) -> None:
    assert signed(segment(letter(body))) == []


def test_the_signer_of_the_mail_is_not_the_signer_of_the_letter() -> None:
    text = (
        "Van: Jan Jansen\nAan: Piet\nOnderwerp: brief\nDatum: 3 mei 2022\n\nBeste Piet,\n\n"
        "Hierbij de brief.\n\nMet vriendelijke groet,\n\nJan Jansen\n\nDatum\nBetreft Zorg\n\n"
        "Geachte voorzitter,\n\nDit is de brief.\n\nHoogachtend,\n\n"
        "de minister van Financiën,\n\nSigrid Kaag\n"
    )
    found = read(text)
    assert signed(found) == [("Sigrid Kaag", "de minister van Financiën")]
    assert "date" not in fields(found)


NAMES = [
    ("Ernst Kuipers", "Ernst Kuipers"),
    ("D. Yeşilgöz-Zegerius", "D. Yeşilgöz-Zegerius"),
    ("Maarten van Ooijen", "Maarten van Ooijen"),
    ("Van der Staaij", "Van der Staaij"),
    ("Dik-Faber", "Dik-Faber"),
    ("M.H.P. van Dam", "M.H.P. van Dam"),
    ("drs. Ing. C. van Nieuwenhuizen Wijbenga", "C. van Nieuwenhuizen Wijbenga"),
    ("Christianne van der Wal-Zeggelink", "Christianne van der Wal-Zeggelink"),
    ("Gräper-van Koolwijk", "Gräper-van Koolwijk"),
    ("Kostić", "Kostić"),
    ("El Abassi", "El Abassi"),
    ("Van ’t Wout", "Van ’t Wout"),
    ("I.K. van Engelshoven", "I.K. van Engelshoven"),
    ("Tweede Kamer", None), ("en Sport,", None), ("Hoogachtend,", None), ("Pagina 3", None),
    ("3 mei 2022", None), ("Welzijn en Sport", None), ("", None), ("de", None),
    ("Dit is een gewone zin.", None),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_tells_names_from_other_words(text: str, name: str | None) -> None:
    assert clean_name(text) == name


def test_words_are_dealt_out_by_commas_where_no_title_is_known() -> None:
    offices = ["de minister van Sterren,", "de minister voor Maan"]
    assert deal_out(["Planeten", "en", "Gas,", "en", "Zon,"], offices) == [
        ["Planeten", "en", "Gas,"], ["en", "Zon,"],
    ]


def test_known_names_decide_where_one_ends() -> None:
    found = [name for _, name in split_names("Femke Marije Wiersma Conny Helder", 2)]
    assert found == ["Femke Marije Wiersma", "Conny Helder"]
