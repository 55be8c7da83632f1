"""Citations of Kamerstukken in four lists: canonical, variants, found in the wild, not one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identifiers.kamerstuk import Kamerstuk
from kg.model import Mention, Role
from kg.recognise import find

# (text, ids in order); the first surface begins where the text does.
CANONICAL = [
    ("Kamerstukken II 2020/21, 35 882, nr. 1", ["kst-35882-1"]),
    ("Kamerstukken I 2010/11, 29 689, E", ["kst-29689-E"]),
    ("Kamerstuk 32 793, nr. 302", ["kst-32793-302"]),
    ("Kamerstuk 36 600 XV, nr. 12", ["kst-36600-XV-12"]),
    ("Kamerstuk 36 600 A, nr. 59", ["kst-36600-A-59"]),
    ("Kamerstuk 21 501-32, nr. 1703", ["kst-21501-32-1703"]),
    ("Kamerstukken I 2019/20, CXXIV, G", ["kst-CXXIV-G"]),
    ("Tweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424, p. 2", ["kst-26485-424"]),
    ("Eerste Kamer, vergaderjaar 2004–2005, 29 686, C, blz. 3", ["kst-29686-C"]),
]

VARIANTS = [
    # thousands and blanks
    ("Kamerstuk 32793, nr. 302", ["kst-32793-302"]),
    ("Kamerstuk 32.793, nr. 302", ["kst-32793-302"]),
    ("Kamerstuk 32\u00a0793, nr.\u00a0302", ["kst-32793-302"]),
    ("Kamerstuk 32\u2009793,  nr. 302", ["kst-32793-302"]),
    ("Kamerstuk\n      32 793,\n      nr. 302", ["kst-32793-302"]),
    ("Kamerstuk 32\n793, nr.\n302", ["kst-32793-302"]),
    ("Kamer-\n    stukken II 2013/14, 32 620, nr. 105", ["kst-32620-105"]),
    ("Kamer\u00adstuk 32 793, nr. 302", ["kst-32793-302"]),
    # the word before the number
    ("Kamerstuk 32 793 nr 302", ["kst-32793-302"]),
    ("Kamerstuk 32 793,nr.302", ["kst-32793-302"]),
    ("Kamerstuk 32 793, NR. 302", ["kst-32793-302"]),
    ("Kamerstuk 32 793, no. 302", ["kst-32793-302"]),
    ("Kamerstuk 32 793 #302", ["kst-32793-302"]),
    ("Kamerstuk 32 793, nummer 302", ["kst-32793-302"]),
    ("Kamerstuk 32 793, onder nr. 302", ["kst-32793-302"]),
    ("Kamerstuk 32 793, stuk nr. 302", ["kst-32793-302"]),
    ("Kamerstuk 32 793, nr. 0302", ["kst-32793-302"]),
    ("Kamerstuk 25 295, nr. 1.892", ["kst-25295-1892"]),
    ("Kamerstuk 32 793 - nr. 302", ["kst-32793-302"]),
    # no word at all
    ("Kamerstuk 32793-302", ["kst-32793-302"]),
    ("Kamerstuk 34682 – 134", ["kst-34682-134"]),
    ("Kamerstuk 33043-76)", ["kst-33043-76"]),
    ("Kamerstuk 28114, 16)", ["kst-28114-16"]),
    ("Kamerstuk 36600 XIV 29.", ["kst-36600-XIV-29"]),
    ("Kamerstuk 36200/XIV/12", ["kst-36200-XIV-12"]),
    # keywords
    ("Kamernr 25295-874", ["kst-25295-874"]),
    ("Kamerst. 32 793, nr. 302", ["kst-32793-302"]),
    ("Kst. 32 793, nr. 302", ["kst-32793-302"]),
    ("kamerstuknummer: 32 793, nr. 302", ["kst-32793-302"]),
    ("Kamerstuk(ken) 32 793, nr. 302", ["kst-32793-302"]),
    ("TK 2020-21, 25295-950", ["kst-25295-950"]),
    ("kamerstuk EK 33.290, I", ["kst-33290-I"]),
    ("Tweede Kamer 1988–1989, 21210, nr. 2, p. 8", ["kst-21210-2"]),
    ("Zitting 1958-1959-5380, nr. 2", ["kst-5380-2"]),
    ("Bijlagen Handelingen II 1976/77, 14 178, nr. 3", ["kst-14178-3"]),
    ("TK 9925 1968/69, nr. 2", ["kst-9925-2"]),
    ("Kamerstukken II 1955/56, 4100 XIII, nr. 12", ["kst-4100-XIII-12"]),
    # toevoegingen
    ("Kamerstuk 36 600-XIV, nr. 66", ["kst-36600-XIV-66"]),
    ("Kamerstukken 31.700XII, 6", ["kst-31700-XII-6"]),
    ("Kamerstukken 31700.VIII, 32", ["kst-31700-VIII-32"]),
    ("Kamerstuk 36 410 hoofdstuk XV, nr. 3", ["kst-36410-XV-3"]),
    ("Kamerstuk 36 410 (VIII), nr. 3", ["kst-36410-VIII-3"]),
    ("Kamerstuk 35570, VIII, nr. 2", ["kst-35570-VIII-2"]),
    ("Kamerstuk 36 600 IIA, nr. 4", ["kst-36600-IIA-4"]),
    ("Kamerstuk 36600-A-2", ["kst-36600-A-2"]),
    ("Kamerstuk 35925-VIII-164", ["kst-35925-VIII-164"]),
    ("Kamerstuk 21501-07-1398", ["kst-21501-07-1398"]),
    ("Kamerstuk 27 484 (R 1669), nr. 3", ["kst-27484-3"]),
    ("Kamerstuk 34417-(R2068)-7", ["kst-34417-7"]),
    # annexes, reprints, corrections
    ("Kamerstuk 25 295, nr. 12-b1", ["kst-25295-12-b1"]),
    ("Kamerstukken II 2020/21, 35 925 VIII, nr. 164-h1, p. 3", ["kst-35925-VIII-164-h1"]),
    ("Kamerstuk 25295-12-n1", ["kst-25295-12-n1"]),
    # letters of the Eerste Kamer
    ("Kamerstuk 35 526, L", ["kst-35526-L"]),
    ("Kamerstuk 35526-L", ["kst-35526-L"]),
    ("Kamerstukken 35334, nr. BV", ["kst-35334-BV"]),
    ("Kamerstukken I 1996/97, 24 138, nr. 188b", ["kst-24138-188b"]),
    ("Kamerstuk 36 067, letter Y", ["kst-36067-Y"]),
    ("Kamerstukken I, 32128 enz., nr. E, p.4", ["kst-32128-E"]),
    ("Kamerstukken I 2011/12, CXVI, A en B", ["kst-CXVI-A", "kst-CXVI-B"]),
    # lists and ranges
    ("Kamerstuk 25 295, nrs. 2830, 2834 en 2854",
     ["kst-25295-2830", "kst-25295-2834", "kst-25295-2854"]),
    ("Kamerstuk 25 295, nr. 4 en nr. 6", ["kst-25295-4", "kst-25295-6"]),
    ("Kamerstuk 25 295, nr. 4, 5 en 6", ["kst-25295-4", "kst-25295-5", "kst-25295-6"]),
    ("Kamerstuk 25 295, nrs. 109, 113 respectievelijk 114",
     ["kst-25295-109", "kst-25295-113", "kst-25295-114"]),
    ("Kamerstuk 25 295, nrs. 1–3", ["kst-25295-1", "kst-25295-2", "kst-25295-3"]),
    ("Kamerstuk 25 295, nrs. 1 t/m 3 en 5",
     ["kst-25295-1", "kst-25295-2", "kst-25295-3", "kst-25295-5"]),
    ("Kamerstuk 33 872, nr. 3, blz. 7-8 en nr. 6, p. 2", ["kst-33872-3", "kst-33872-6"]),
    # several dossiers
    ("Kamerstuk 22 343/28663, nr. 336", ["kst-22343-336"]),
    ("Kamerstuk 26 643/32 761 nr. 1039", ["kst-26643-1039"]),
    ("Kamerstukken 29 628 en 24 587, nr. 867", ["kst-29628-867"]),
    ("Kamerstukken II: 34477;25295, nr.73", ["kst-34477-73"]),
    ("Kamerstukken I 35526 / 25295, CF", ["kst-35526-CF"]),
    # chains
    ("Kamerstukken 34 682, nr. 135 en 35 334, nr. 8", ["kst-34682-135", "kst-35334-8"]),
    ("Kamerstukken II 2013/14, 32 620, nr. 105; 2014/15, 32 621, 6",
     ["kst-32620-105", "kst-32621-6"]),
]  # fmt: skip

WILD = [
    ("(Kamerstukken II, 2022/-23, 29 509, nr. 80)", ["kst-29509-80"]),
    ("Kamerstukken II 2023–34, 29 509, nr. 80", ["kst-29509-80"]),
    ("Kamerstukken I I, 2 0 22 -2023, 2 9665, nr 5", ["kst-29665-5"]),
    ("Kamerstukken 11, 1997/1998, 25 892, nr. 3, p. 47", ["kst-25892-3"]),
    ("Kamerstukken 11 107, nr. 3", ["kst-11107-3"]),
    ("Kamerstukken ll 2023/24, 36 410 XVI, nr. 160", ["kst-36410-XVI-160"]),
    ("Kamerstukken l/ll 1993/94, 23 496, nrs. 130 en 1", ["kst-23496-130", "kst-23496-1"]),
    ("Kamerstukken II, ’95/’96, 24 690, nr. 1", ["kst-24690-1"]),
    ("Kamerstukken II1995/96, 24 513, nr. 3, p. 19", ["kst-24513-3"]),
    ("Kamerstukken I, 20032004, 28 851, C, p. 26", ["kst-28851-C"]),
    ("*Kamerstukken II* 2005–2006, 30 327, nr. 3, p. 29", ["kst-30327-3"]),
    ("Kamerstukken 2011 32 605, nr 45", ["kst-32605-45"]),
    ("38Kamerstukken II, 2004-2005, 30071, nr. 3", ["kst-30071-3"]),
    ("Kamerstukken 2014–2015, kenmerk 34 000 XVII, nr 22", ["kst-34000-XVII-22"]),
    ("(\n   21501-08\n   \n   , nr.\n   \n   724\n)", ["kst-21501-08-724"]),
    ("34775-42; 34734-25; 30234-172", ["kst-34775-42", "kst-34734-25", "kst-30234-172"]),
    ("motie-Bromet (36 410A, nr. 33)", ["kst-36410-A-33"]),
    ("de moties Becker (35 228, nr. 8 en 32 824, nr. 432)", ["kst-35228-8", "kst-32824-432"]),
    ("(28 973, nr. 237, 24 095, nr. 4)", ["kst-28973-237", "kst-24095-4"]),
    ("Zij krijgt nr. 15 (35300-V).", ["kst-35300-V-15"]),
    ("Zij krijgt nr.\n   \n  15\n  \n  (\n   \n   35300-V\n   )", ["kst-35300-V-15"]),
    ("nrs. 15 en 16 (35300-V)", ["kst-35300-V-15", "kst-35300-V-16"]),
    ("motie 456 (36800-XVI)", ["kst-36800-XVI-456"]),
    ("op stuk nr. 1181 (33 529)", ["kst-33529-1181"]),
    ("stuk nr. 12 (Kamerstuk 35 300-V)", ["kst-35300-V-12"]),
    ("motie 24095/545 over", ["kst-24095-545"]),
    ("motie Dikkers (32505/27), alsmede Ferrier (32605/45)", ["kst-32505-27", "kst-32605-45"]),
    ("(motie 36 067, letter Y)", ["kst-36067-Y"]),
    ("de motie X c.s. (36.600 XVII, M) over", ["kst-36600-XVII-M"]),
    ("<sup>2Tweede Kamer, vergaderjaar 2011–2012,30 573, nr. 107</sup>", ["kst-30573-107"]),
    ("in het verslag 2011–2012,30 573, nr. 107", ["kst-30573-107"]),
    ("Kamerbrief Staat van de Zorg, nr. 25295-2019", ["kst-25295-2019"]),
    ("de Staat van de Zorg, nr. 21501-20-2019", ["kst-21501-20-2019"]),
    ("op stuk nr. 292, 33576);", ["kst-33576-292"]),
    ("stukken nrs. 12 en 13, 36 600 XIV.", ["kst-36600-XIV-12", "kst-36600-XIV-13"]),
    ("(21501-08, nr. 726, was nr. 719)", ["kst-21501-08-726", "kst-21501-08-719"]),
    ("Amendement ter vervanging van de nrs. 46 en 50 (36 600-XVI, nr. 60)",
     ["kst-36600-XVI-46", "kst-36600-XVI-50", "kst-36600-XVI-60"]),
    ("Amendement ter vervanging nr. 46 (36 600-XVI, nr. 60)",
     ["kst-36600-XVI-46", "kst-36600-XVI-60"]),
    ("Amendement t.v.v. nr. 12 (36 600-XVI, nr. 20)", ["kst-36600-XVI-12", "kst-36600-XVI-20"]),
    ("motie (t.v.v. nr. 12) - 25295-20", ["kst-25295-12", "kst-25295-20"]),
    ("35 570 XVI (VWS), nr. 12", ["kst-35570-XVI-12"]),
    ("Kamerstukken 35 300 XVI, nr. 12 (Hijink), nr. 13 (Ploumen) en nr. 14 (Ellemeet)",
     ["kst-35300-XVI-12", "kst-35300-XVI-13", "kst-35300-XVI-14"]),
    ("Kamerstukken II 2006-2007, 31070, nr. 1 jo. nr. 2", ["kst-31070-1", "kst-31070-2"]),
    ("aan de Commissie - 21501-07-\n        1400", ["kst-21501-07-1400"]),
    ("de moties 24 095/545 en 24095/546.", ["kst-24095-545", "kst-24095-546"]),
    ("35925-VIII-164-b1", ["kst-35925-VIII-164-b1"]),
    ("35925\u2011VIII\u2011164", ["kst-35925-VIII-164"]),
    ("35925-\n    VIII-164", ["kst-35925-VIII-164"]),
    ("KAMERSTUKKEN 34 682, NR. 135 EN 35 334, NR. 8", ["kst-34682-135", "kst-35334-8"]),
    ("21501-20;856", ["kst-21501-20-856"]),
    ("(Kamerstuk 31288-972 en 973)", ["kst-31288-972", "kst-31288-973"]),
    ("(Kamerstuk 36600-VIII-14, 15 en 18)",
     ["kst-36600-VIII-14", "kst-36600-VIII-15", "kst-36600-VIII-18"]),
    ("(Kamerstuk 31288-972 en 12)", ["kst-31288-972"]),
    ("Kamerstuk 31288-972 en 973 andere", ["kst-31288-972"]),
    ("Kamerstuk 29477-484-485-486", ["kst-29477-484", "kst-29477-485", "kst-29477-486"]),
    ("Kamerstuk 35133-31-32-34", ["kst-35133-31", "kst-35133-32", "kst-35133-34"]),
    ("Kamerstukken 31015-25424-33552-177", ["kst-31015-177"]),
    ("Kamerstukken 24515/33077-653", ["kst-24515-653"]),
    ("de motie van het lid Bos (29628, 212) over", ["kst-29628-212"]),
    ("(naar aanleiding van motie nr. 19 637, 1448)", ["kst-19637-1448"]),
    ("(motie Bos,32360, nr. 5)", ["kst-32360-5"]),
    ("het verzoek 31700-X-96/2009D16448", ["kst-31700-X-96"]),
    ("motie over wachten op een brief van de gemeente en het waterschap en meer of minder (t.v.v."
     " nr. 31305-254)", ["kst-31305-254"]),
    ("de moties van Bromet (36600 XIV 29) en Omtzigt (34682154)",
     ["kst-36600-XIV-29", "kst-34682-154"]),
]  # fmt: skip

NOT_ONE = [
    "Kamerstuk",
    "Kamerstukken 1995 - heden",
    "https://www.rijksoverheid.nl/documenten/kamerstukken/2022/02/14/brief",
    "Kamerstuk kenmerk 3382139-1030472-PG, 10 juni 2022",
    "aan de Tweede Kamer 150 zetels",
    "aan de TK 20 000 handtekeningen",
    "(TK 2023–0000667173)",
    "070-3405678 of 06-12345678",
    "0800-8051, fax 070 340 56 78",
    "IBAN NL02 RABO 0123 4567 89, bankrekening 12.34.56.789",
    "Postbus 20350, 2500 EJ Den Haag",
    "een begroting van 35 000 tot 36 000 miljoen euro",
    "van 10000-15000 naar 20000-500 euro",
    "€ 10 000, nr. 1",
    "| 24.001–40.000  | 34 001-40 000 | 24.001-40,50 |",
    "200 miljoen (35 000 mensen)",
    "in 2020 (35300) en 45 (23456) personen",
    "het verdrag (Trb. 2013, 12) (33543)",
    "ISO 14001-2015, NEN 27001-2, EN 10204-3",
    "Richtlijn 93/42, Verordening (EG) nr. 1638/95",
    "CELEX 32016R0679, ECLI:NL:RVS:2019:1603, zaak 201600614/3/R2",
    "https://doi.org/10.1016/S1470-2045(20)30265-5",
    "artikel 3.14, nr. 12 van de Wet",
    "Ruimte voor 12 345 678 woningen",
    "15.100 12.000 3.100 126%",
    "hoofdstuk CXX, B van het boek",
    "(34682154)",
    "nummer 14 in de straat",
    "het arrest van 6 juni 2001, nr. 36 272-12",
    "de zaken A. (nr. 36391/02) en B. (nr. 4268/04) over verhoor",
    "een tabel (29628, 212) met cijfers",
    "31700-96/2009",
    "stand (32505/27) van zaken",
    "Hamerstukken\nIdentifier\nItem nummer\t3\nde begroting",
    "van 25 295-\n12 tot",
    "de breuk 24095/545 en dossier-nummer A/24095/545",
    "naar aanleiding van de motie: bel nummer 0900-0904",
]


def papers(text: str) -> list[Mention]:
    return [mention for mention in find(text) if mention.kind == "kamerstuk"]


@pytest.mark.parametrize(("text", "ids"), CANONICAL + VARIANTS + WILD)
def test_is_read(text: str, ids: list[str]) -> None:
    assert [mention.id for mention in papers(text)] == ids


@pytest.mark.parametrize(("text", "ids"), CANONICAL + VARIANTS)
def test_the_first_begins_with_the_citation(text: str, ids: list[str]) -> None:
    assert papers(text)[0].span.start == 0


@pytest.mark.parametrize("text", NOT_ONE)
def test_is_none(text: str) -> None:
    assert [(m.id, m.surface) for m in find(text) if m.kind in ("kamerstuk", "dossier")] == []


def test_the_four_lists_are_whole() -> None:
    assert [len(rows) for rows in (CANONICAL, VARIANTS, WILD, NOT_ONE)] >= [9, 60, 26, 26]


@pytest.mark.parametrize(
    ("text", "surfaces", "citation"),
    [
        ("zie Kamerstuk 25 295, nr. 3, p. 4.", ["Kamerstuk 25 295, nr. 3"],
         "Kamerstuk 25 295, nr. 3, p. 4"),
        ("25 295, nrs. 2, 3 en 5)", ["25 295, nrs. 2", "3", "5"], "25 295, nrs. 2, 3 en 5"),
        ("25 295, nrs. 2-5", ["25 295, nrs. 2", "-", "-", "5"], "25 295, nrs. 2-5"),
        ("Zij krijgt nr. 15 (35300-V).", ["krijgt nr. 15 (35300-V)"], "krijgt nr. 15 (35300-V)"),
        ("de motie 25295, nr. 1892", ["motie 25295, nr. 1892"], "motie 25295, nr. 1892"),
    ],
)  # fmt: skip
def test_each_number_has_its_own_span_in_one_citation(
    text: str, surfaces: list[str], citation: str
) -> None:
    found = papers(text)
    assert [m.surface for m in found] == surfaces
    assert {m.citation and m.citation.of(text) for m in found} == {citation}


def test_chamber_vergaderjaar_pages_and_further_dossiers_are_kept() -> None:
    (mention,) = papers("Kamerstukken II 2007/08, 31 316 en 25 295, nr. 6, p. 13-14")
    value = mention.value
    assert isinstance(value, Kamerstuk)
    assert (value.chamber, value.vergaderjaar) == ("tk", "2007-2008")
    assert (value.further, mention.pages) == (("dossier-25295",), "13-14")


@pytest.mark.parametrize(
    ("text", "chamber"),
    [
        ("Kamerstukken I 2010/11, 29 689, E", "ek"),
        ("Kamerstuk 29 689, E", "ek"),
        ("EK 2010/11, 29 689, nr. 3", "ek"),
        ("TK 2010/11, 29 689, nr. 3", "tk"),
        ("Kamerstukken ll 2010/11, 29 689, nr. 3", "tk"),
        ("Kamerstuk 29 689, nr. 3", None),
    ],
)
def test_chamber(text: str, chamber: str | None) -> None:
    value = papers(text)[0].value
    assert isinstance(value, Kamerstuk)
    assert value.chamber == chamber


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("motie (t.v.v. 33885, nr. 18)", [Role.REPLACED]),
        ("motie (t.v.v. 19637-3370) - 19637-3380", [Role.REPLACED, Role.CITED]),
        ("ter vervanging van Kamerstuk 33 885, nr. 18", [Role.REPLACED]),
        ("dit vervangt 33 885, nr. 18", [Role.REPLACED]),
        ("zie 33 885, nr. 18", [Role.CITED]),
        ("de motie (t.v.v. 33 885, nr. 18). Zie 33 885, nr. 19", [Role.REPLACED, Role.CITED]),
        ("t.v.v. 33 885, nr. 18 en 33 885, nr. 19", [Role.REPLACED, Role.REPLACED]),
        ("t.v.v. 33 885, nr. 18, over 33 886, nr. 19", [Role.REPLACED, Role.CITED]),
        ("Zij krijgt nr. 726, was nr. 719 (21501-08).", [Role.CITED, Role.REPLACED]),
        ("(21501-08, nr. 726, was nr. 719)", [Role.CITED, Role.REPLACED]),
    ],
)
def test_what_is_replaced(text: str, roles: list[Role]) -> None:
    assert [mention.role for mention in papers(text)] == roles


def test_a_footnote_mark_is_told_by_its_note() -> None:
    text = "Zie Kamerstuk 25 295, nr. 189212 en verder.\n\n  12 Zie daar.\n"
    (mention,) = papers(text)
    assert (mention.id, mention.surface) == ("kst-25295-1892", "Kamerstuk 25 295, nr. 1892")
    assert mention.reason is not None and "footnote" in mention.reason
    assert papers(text.replace("  12 Zie", "  13 Zie")) == []
    assert papers(text + "\n2 Zie ginds\n") == papers(text)


def test_a_long_range_is_no_range() -> None:
    assert [m.id for m in papers("25 295, nr. 12-2020")] == ["kst-25295-12"]
    assert len(papers("25 295, nrs. 1-51")) == 51


@pytest.mark.parametrize(
    "text",
    [
        "Kamerstuk 25 295, nr. 12, 3 december 2020",
        "Kamerstuk 25 295, nr. 12, 13 en 14 mei",
        "Kamerstuk 25 295, nr. 12, 36 600",
    ],
)
def test_the_list_ends_where_something_else_begins(text: str) -> None:
    assert papers(text)[0].id == "kst-25295-12"
    assert "kst-25295-36" not in [m.id for m in papers(text)]
    assert "kst-25295-14" not in [m.id for m in papers(text)]


# --- properties ------------------------------------------------------------------------------

_numbers = st.integers(17001, 39999).filter(lambda n: n % 1000)
_papers = st.builds(
    lambda number, toevoeging, nr, year: Kamerstuk(str(number), nr, toevoeging, year, "tk"),
    _numbers,
    st.sampled_from([None, "XV", "IIA", "A", "32"]),
    st.integers(1, 4999).map(str),
    st.sampled_from(["2020-2021", "1999-2000", "1987-1988"]),
)


@given(_papers, st.sampled_from(["leidraad", "kamer"]))
def test_every_written_form_is_read_back(paper: Kamerstuk, style: str) -> None:
    (mention,) = papers(f"zie {paper.format(style)}.")
    assert mention.value == paper
    assert mention.surface == paper.format(style)


@given(_papers, st.lists(st.sampled_from([" ", "\u00a0", "\u2009", "\n   ", "  "]), min_size=8))
def test_white_space_changes_no_value(paper: Kamerstuk, gaps: list[str]) -> None:
    pieces = paper.format("leidraad").split(" ")
    text = pieces[0] + "".join(gap + piece for gap, piece in zip(gaps, pieces[1:], strict=False))
    (mention,) = papers(text)
    assert mention.value == paper


_PIECES = (
    "Kamerstuk", "Kamerstukken II", " 36 600", " XV", "-", ", ", "nr. ", "nrs. ", "12", "1–3",
    " en ", "(", ")", "2020/21", "TK ", "stuk ", "motie ", "p. 3", "\n", "A", "35300-V", ";", "٣",
    "t.v.v. ", "CXXIV", "wetsvoorstel ", "€ ", "Vergaderjaar 2020–2021\n", "\u00ad", "\ud800",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join) | st.text())
def test_any_text_gives_exact_spans_that_overlap_only_when_nested(text: str) -> None:
    found = find(text)
    identifiers = [m for m in found if m.kind in ("kamerstuk", "dossier")]
    for mention in found:
        assert mention.span.of(text) == mention.surface
    for one, other in zip(identifiers, identifiers[1:], strict=False):
        assert not one.span.overlaps(other.span) or one.citation == other.citation
    assert list(found) == sorted(found, key=lambda m: (m.span.start, -m.span.end))
