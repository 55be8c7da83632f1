"""Which ministry sends: letterhead, web address and the signer's office, by the date."""

from __future__ import annotations

from datetime import date

import pytest
from segment_examples import fields, read

from kg.segment.sender import ministry_of_site


def _letter(day: str, paper: str, *signed: str) -> str:
    return (
        f"{paper}\n\nDatum {day}\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"
        "Hierbij stuur ik u de stand van zaken.\n\nHoogachtend,\n\n" + "\n\n".join(signed) + "\n"
    )


LNV = "de minister van Landbouw, Natuur en Voedselkwaliteit,\n\n\nP. Adema"
LVVN = "Femke Marije Wiersma\nMinister van Landbouw, Visserij, Voedselzekerheid en Natuur"
JENV = "de minister van Justitie en Veiligheid,\n\n\nD. Yeşilgöz-Zegerius"

SENDERS = {
    "paper of another ministry, one signer": (
        _letter("18 oktober 2023", "www.rijksoverheid.nl/jenv", LNV), "LNV"),
    "name of another ministry, one signer": (
        _letter("18 oktober 2023", "Ministerie van Justitie en Veiligheid", LNV), "LNV"),
    "paper of the former ministry": (
        _letter("30 januari 2025", "www.rijksoverheid.nl/lnv", LVVN), "LVVN"),
    "paper of one of the signers": (
        _letter("18 oktober 2023", "www.rijksoverheid.nl/jenv", LNV, JENV), "JenV"),
    "an official signs": (
        _letter("18 oktober 2023", "www.rijksoverheid.nl/jenv", "de directeur,\n\nA. Bos"), "JenV"),
    "nobody signs, address of the former ministry": (
        _letter("30 januari 2025", "www.rijksoverheid.nl/lnv"), "LVVN"),
}


@pytest.mark.parametrize("text, ministry", SENDERS.values(), ids=SENDERS)
def test_the_ministry_that_sends(text: str, ministry: str) -> None:
    assert fields(read(text))["ministry"] == ministry


@pytest.mark.parametrize(
    "site, day, ministry",
    [
        ("lnv", date(2024, 7, 1), "LNV"), ("lnv", date(2024, 7, 2), "LVVN"), ("lnv", None, "LNV"),
        ("venj", date(2018, 2, 1), "JenV"), ("venj", date(2017, 2, 1), "VenJ"),
        ("ez", date(2019, 2, 1), "EZK"), ("ez", date(2015, 2, 1), "EZ"),
        ("vws", date(2031, 2, 1), "VWS"), ("zorg", date(2020, 1, 1), None),
    ],
)
def test_the_ministry_behind_an_address(site: str, day: date | None, ministry: str | None) -> None:
    assert ministry_of_site(site, day) == ministry
