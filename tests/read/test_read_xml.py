"""XML: official publications in both grammars, debates, metadata records, and attacks."""

from __future__ import annotations

import pytest
from read_checks import Ticking
from read_samples import publication

from kg.errors import InputError
from kg.model import Document
from kg.read import Limits, read_bytes

NOTE = (
    '<al>De motie<noot id="ID-1" type="voet"><noot.nr>1</noot.nr><noot.al>Kamerstuk '
    '<extref doc="kst-12345-6" soort="document">12 345, nr. 6</extref>.</noot.al></noot> vraagt'
    " iets.</al>"
)


def read(data: bytes | str) -> Document:
    return read_bytes(data.encode() if isinstance(data, str) else data, "kst.xml")


def facts(document: Document) -> dict[str, str]:
    return {fact.name: fact.value for fact in reversed(document.facts)}


def test_a_kamerstuk_reads_as_it_is_printed() -> None:
    document = read(
        publication(
            '<stuknr>Nr. <ondernummer kamer="2">67</ondernummer></stuknr><titel>BRIEF</titel>'
            '<al>Den Haag, 7 juli 2023</al><tussenkop>Kop</tussenkop><lijst><li><li.nr>1.</li.nr>'
            "<al>Een</al></li><li><li.nr>2.</li.nr><al>Twee</al></li></lijst><divisie><kop><nr>3."
            "</nr><titel>Slot</titel></kop><al>Tekst.</al></divisie><ondertekening><functie>De "
            "Minister,</functie><naam><voornaam>A.</voornaam><achternaam>Jansen</achternaam></naam>"
            "</ondertekening>"
        )
    )
    assert document.text == (
        "Vergaderjaar 2022-2023\nTweede Kamer der Staten-Generaal\n\n12 345\tBeleid\n\n"
        "Nr. 67\tBRIEF\n\nDen Haag, 7 juli 2023\n\nKop\n\n1. Een\n2. Twee\n\n3. Slot\n\nTekst.\n\n"
        "De Minister,\nA. Jansen"
    )
    assert document.media_type == "application/xml"


def test_its_own_metadata_identifies_it() -> None:
    number = '<stuknr>Nr. <ondernummer kamer="2">67</ondernummer></stuknr><titel>BRIEF</titel>'
    dated = '<datumtekst>Den Haag, <datum isodatum="2023-07-07">7 juli</datum></datumtekst>'
    assert facts(read(publication(number + dated))) == {
        "identifier": "kst-12345-67",
        "vergaderjaar": "2022-2023",
        "chamber": "TK",
        "dossier": "12345",
        "dossier-title": "Beleid",
        "number": "67",
        "title": "BRIEF",
        "date": "2023-07-07",
    }


def test_notes_are_tied_and_come_at_the_end() -> None:
    document = read(publication(f"{NOTE}<al>Slot.</al>"))
    text = document.text
    (tie,) = document.notes
    assert (tie.label, tie.mark.of(text)) == ("1", "¹")
    assert tie.note.of(text) == "Kamerstuk 12 345, nr. 6."
    assert text.endswith("De motie¹ vraagt iets.\n\nSlot.\n\n1 Kamerstuk 12 345, nr. 6.")
    assert [(link.span.of(text), link.target) for link in document.links] == [
        ("12 345, nr. 6", "kst-12345-6")
    ]
    assert [r.span.of(text) for r in document.regions] == ["1 Kamerstuk 12 345, nr. 6."]


def test_the_older_grammar() -> None:
    document = read(
        '<kamerwrk kamer="1" publtype="x"><kop><titel>Eerste Kamer der Staten-Generaal</titel>'
        "<subtitel>Vergaderjaar 1995-1996</subtitel></kop><frontm><ordernr>5K</ordernr><onderw>"
        "<nummer>24 507</nummer><naam>Wijziging</naam></onderw></frontm><body><stuk><ltrlabel>Nr. "
        "</ltrlabel><nummer>3</nummer><titel>MEMORIE</titel><tuskop>§ 1</tuskop><al>Tekst<voetref "
        "refid='v1' nr='1'/> met\nnoot.</al><voetnoot id='v1' nr='1'><al>Stb. 1994, 132</al>"
        "</voetnoot></stuk></body></kamerwrk>"
    )
    text = document.text
    assert text == (
        "Eerste Kamer der Staten-Generaal\nVergaderjaar 1995-1996\n\n24 507\tWijziging\n\n"
        "Nr. 3\tMEMORIE\n\n§ 1\n\nTekst¹ met noot.\n\n1 Stb. 1994, 132"
    )
    assert [(tie.label, tie.note.of(text)) for tie in document.notes] == [("1", "Stb. 1994, 132")]
    found = facts(document)
    assert found["identifier"] == "kst-24507-3"
    assert (found["chamber"], found["vergaderjaar"]) == ("EK", "1995-1996")


def test_a_budget_chapter_belongs_to_the_dossier() -> None:
    data = publication("<stuknr>Nr. <ondernummer>67</ondernummer><herdruk>H</herdruk></stuknr>")
    chapter = b"<begrotingshoofdstuk>XV</begrotingshoofdstuk>"
    document = read(data.replace(b"</dossiernr>", b"</dossiernr>" + chapter))
    assert "12 345 XV\tBeleid\n\nNr. 67 H" in document.text
    assert facts(document)["dossier"] == "12345-XV"


def test_proceedings_name_their_speakers() -> None:
    document = read(
        "<officiele-publicatie><handelingen><agendapunt><nr>6</nr><item-titel>Stemmingen"
        "</item-titel><spreekbeurt><spreker><voorvoegsels>De heer</voorvoegsels> <naam>"
        "<achternaam>Jansen</achternaam></naam> (<politiek>SP</politiek>):</spreker><tekst><al>"
        "Voorzitter.</al></tekst></spreekbeurt></agendapunt></handelingen></officiele-publicatie>"
    )
    assert document.text == "6\tStemmingen\n\nDe heer Jansen (SP):\n\nVoorzitter."


def test_a_file_laid_out_anew_reads_the_same() -> None:
    neat = read(publication('<al>de motie (<extref doc="k">21501</extref>, nr. 2);</al>'))
    loose = publication(
        '\n <al>\n  de motie (\n  <extref doc="k">\n   21501\n  </extref>\n  , nr. 2);\n </al>'
    )
    assert read(loose).text == neat.text


def test_text_that_was_utf_8_twice_over_is_mended() -> None:
    data = publication("<al>Laçin – Kröger</al>")
    twice = ("\ufeff" + data.decode()).encode().decode("cp1252").encode()
    document = read(twice)
    assert document.text.endswith("Laçin – Kröger")
    assert document.warnings == ("its text was UTF-8 twice over, and was read so",)


def test_tables() -> None:
    document = read(
        publication(
            "<table><tgroup><tbody><row><entry><al>A</al></entry><entry><al>B</al></entry></row>"
            "<row><entry><al>C</al></entry><entry><al>D</al><al>E</al></entry></row></tbody>"
            "</tgroup></table>"
        )
    )
    (region,) = document.regions
    assert (region.role, region.span.of(document.text)) == ("table", "A\tB\nC\tD\nE")


VLOS = "http://www.tweedekamer.nl/ggm/vergaderverslag/v1.0"


def speech(name: str, text: str, inside: str = "") -> str:
    return (
        f"<woordvoerder><spreker><fractie>SP</fractie><aanhef>De heer</aanhef><verslagnaam>{name}"
        f"</verslagnaam></spreker><tekst><alinea>{text}</alinea></tekst>{inside}</woordvoerder>"
    )


def test_a_debate_of_the_kamer() -> None:
    item = "<alineaitem>{}</alineaitem>"
    inside = speech("Smit", item.format("Een vraag.")).replace("woordvoerder", "interrumpant")
    said = item.format("De heer <nadruk>Jansen</nadruk> (SP):") + item.format("Voorzitter.")
    document = read(
        f'<vlosCoreDocument xmlns="{VLOS}"><vergadering kamer="Tweede Kamer"><titel>65e vergadering'
        "</titel><vergaderjaar>2024-2025</vergaderjaar><datum>2025-03-19T00:00:00</datum>"
        f"<activiteit><onderwerp>Stikstof</onderwerp>{speech('Jansen', said, inside)}</activiteit>"
        "</vergadering></vlosCoreDocument>"
    )
    assert document.text == (
        "65e vergadering\n\nStikstof\n\nDe heer Jansen (SP):\nVoorzitter.\n\n"
        "De heer Smit (SP):\nEen vraag."
    )
    assert facts(document) == {
        "chamber": "TK", "title": "65e vergadering", "vergaderjaar": "2024-2025",
        "date": "2025-03-19",
    }


@pytest.mark.parametrize(
    "record",
    [
        '<metadata_gegevens><metadata name="DC.identifier" scheme="" content="kst-1-2"/>'
        '<metadata name="OVERHEIDop.dossiernummer" content="1"/></metadata_gegevens>',
        '<owms-metadata xmlns:d="http://purl.org/dc/terms/" '
        'xmlns:o="http://standaarden.overheid.nl/product/terms/"><d:identifier>kst-1-2'
        "</d:identifier><o:dossiernummer>1</o:dossiernummer></owms-metadata>",
    ],
)
def test_metadata_records_are_facts(record: str) -> None:
    assert facts(read(record)) == {"identifier": "kst-1-2", "dossier": "1"}


def test_other_xml_is_read_by_its_shape() -> None:
    document = read("<brief><aan>De Kamer</aan><tekst>Zie <b>Kamerstuk</b> 1.</tekst></brief>")
    assert document.text == "De Kamer\n\nZie Kamerstuk 1."


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (f'<?xml version="1.0"?>{LAUGHS}', "declares entities of its own"),
        (LAUGHS.encode("utf-16"), "declares entities of its own"),
        (
            '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
            "declares entities of its own",
        ),
        ("<?xml version='1.0'?>" + "<x>" * 5000 + "</x>" * 5000, "nests its elements too deep"),
        ('<?xml version="1.0"?>', "is no whole XML"),
        ("<?xml version='1.0'?><x></x>", "holds no text"),
    ],
)
def test_attacks_and_damage_cost_one_line(data: str | bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read(data)


def test_an_external_doctype_is_not_fetched() -> None:
    document = read(
        '<?xml version="1.0"?><!DOCTYPE kamerwrk SYSTEM "http://192.0.2.1/x.dtd"><kamerwrk><body>'
        "<al>Tekst.</al></body></kamerwrk>"
    )
    assert document.text == "Tekst."


def test_damage_is_forgiven_with_a_warning() -> None:
    document = read("<?xml version='1.0'?><x><al>&eacute;&eacute;n</al><al>twee</x>")
    assert document.text == "één\n\ntwee"
    assert document.warnings[0].startswith("not well-formed XML from line 1 on")


def test_limits() -> None:
    data = publication("<al>a</al>" * 200)
    with pytest.raises(InputError, match="more than 20 elements"):
        read_bytes(data, "a.xml", limits=Limits(elements=20))
    with pytest.raises(InputError, match="more than 0 seconds"):
        read_bytes(data, "a.xml", limits=Limits(seconds=0))


def test_a_file_of_many_notes_has_no_more_time_than_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Ticking.take(monkeypatch)
    data = publication(NOTE * 900)
    with pytest.raises(InputError, match="takes more than 800 seconds"):
        read_bytes(data, "kst.xml", limits=Limits(seconds=800))
