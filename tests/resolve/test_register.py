"""The register: titles taken apart, loading, asking. All cases here are made up."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Period
from kg.resolve.register import Register, load
from kg.resolve.register.titles import parse_motion_title
from kg.resolve.register.words import Topic, stem, terms

CASES = "nummer\tsoort\tdatum\tvergaderjaar\tvolgnummer\tonderwerp\ttitel"
DOSSIERS = "dossier\ttitel"


def case(number: str, kind: str, day: str, volgnummer: int, subject: str, dossier: str) -> str:
    """A line of the table of cases."""
    return "\t".join((number, kind, day, "2020-2021", str(volgnummer), subject, dossier))


ROWS = (
    case("2021Z00001", "Motie", "2021-04-03", 101,
         "Motie van het lid Bikker over fietspaden langs provinciale wegen", "Fietsbeleid"),
    case("2021Z00002", "Motie", "2021-04-03", 102,
         "Motie van het lid Bikker c.s. over een landelijk fonds voor dorpshuizen", "Fietsbeleid"),
    case("2021Z00003", "Motie", "2021-04-09", 103,
         "Gewijzigde motie van het lid Bikker c.s. over een fonds voor dorpshuizen en buurthuizen"
         " (t.v.v. 39999-102)", "Fietsbeleid"),
    case("2021Z00004", "Motie", "2021-03-01", 7,
         "Motie van de leden Van der Staaij en Dik-Faber over stille wegen", "Wegen"),
    case("2021Z00005", "Motie", "2021-03-01", 8,
         "Motie van de leden Dik-Faber en Van der Staaij over geluidsschermen", "Wegen"),
    case("2021Z00006", "Motie", "2021-03-02", -1,
         "Motie van het lid Omtzigt over een register van algoritmes", "Onbekend"),
    case("2021Z00007", "Amendement", "2021-03-02", 9,
         "Amendement van het lid Omtzigt over een register van algoritmes", "Wegen"),
    case("2021Z00008", "Brief regering", "2021-03-04", 10,
         "Voortgang van de aanleg van geluidsschermen", "Wegen"),
    case("2021Z00009", "Brief regering", "2021-03-04", 5,
         "Beantwoording vragen over de visserij", "Visserij"),
    case("200900010", "Motie", "2009-03-04", 6, "Motie Van Gerven c.s. over de visserij",
         "Visserij"),
)
TITLES = ("39999-(R2471)\tFietsbeleid", "39998-XII\tWegen", "39997\tVisserij", "39996\tVisserij")


def table(folder: Path, name: str, heading: str, rows: tuple[str, ...]) -> Path:
    """A table of the register on disk, gzipped when its name says so."""
    file = folder / name
    text = "\n".join((heading, *rows)) + "\n"
    if file.suffix == ".gz":
        file.write_bytes(gzip.compress(text.encode()))
    else:
        file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """The register of the made-up cases."""
    path = tmp_path / "register.sqlite"
    cases = table(tmp_path, "zaken.tsv.gz", CASES, ROWS)
    load([cases, table(tmp_path, "dossiers.tsv", DOSSIERS, TITLES)], path)
    with Register(path) as opened:
        yield opened


@pytest.mark.parametrize(
    "title, submitters, cs, topic",
    [
        ("Motie van het lid Smeulders over een mentaal steunpakket", ("Smeulders",), False,
         "een mentaal steunpakket"),
        ("Motie van de leden Dik-Faber en Diertens over iets", ("Dik-Faber", "Diertens"), False,
         "iets"),
        ("Motie van het lid Bikker c.s. over iets", ("Bikker",), True, "iets"),
        ("Motie van de leden A. Berg, Van der Ham en De Mos c.s. over iets",
         ("A. Berg", "Van der Ham", "De Mos"), True, "iets"),
        ("Motie Van Gerven c.s. over iets", ("Van Gerven",), True, "iets"),
        ("Motie van der Ham en Pechtold over iets", ("van der Ham", "Pechtold"), False, "iets"),
        ("Motie-Vermeij over iets", ("Vermeij",), False, "iets"),
        ("Motie De Rouwe/Boelhouwer over iets", ("De Rouwe", "Boelhouwer"), False, "iets"),
        ("Nader gew motie Jacobi c.s. over iets (t.v.v. 31923, nr. 23)", ("Jacobi",), True, "iets"),
        ("Amendement van het lid Otten ter vervanging van nr. 9 over een proef", ("Otten",), False,
         "een proef"),
        ("Amendement van het lid Geurts waarmee een bepaling vervalt", ("Geurts",), False,
         "waarmee een bepaling vervalt"),
        ("Motie van het lid Van der Plas een onderzoek naar hennep", ("Van der Plas",), False,
         "een onderzoek naar hennep"),
        ("Amendement van het lid-Kröger over iets", ("Kröger",), False, "iets"),
        ("Motie van de leden Kathmann en Six Dijkstra Dijkstra over iets",
         ("Kathmann", "Six Dijkstra"), False, "iets"),
        ("Motie van het lid Wiegman-van Meppelen Scheppink over iets",
         ("Wiegman-van Meppelen Scheppink",), False, "iets"),
        ("Gewijzigde motie over het boekjaar", (), False, "het boekjaar"),
    ],
)
def test_parse_motion_title(
    title: str, submitters: tuple[str, ...], cs: bool, topic: str
) -> None:
    parsed = parse_motion_title(title)
    assert parsed is not None
    assert (parsed.submitters, parsed.cs, parsed.topic) == (submitters, cs, topic)
    assert parsed.amendment == title.lower().startswith("amendement")
    assert parsed.amended == title.lower().startswith(("gewijzigde", "nader"))


@pytest.mark.parametrize(
    "title, replaced",
    [
        ("Gewijzigde motie van het lid A (t.v.v. 25295-858)", (858,)),
        ("Gewijzigde motie van het lid A (t.v.v. 36600-XVI, nr. 12) over iets", (12,)),
        ("Gewijzigde motie van het lid A (t.v.v. 34 000-XVIII, nrs. 8 en 12) over iets", (8, 12)),
        ("Gewijzigde motie van het lid A over iets", ()),
    ],
)
def test_what_a_motion_replaces(title: str, replaced: tuple[int, ...]) -> None:
    parsed = parse_motion_title(title)
    assert parsed is not None and parsed.replaces == replaced


def test_a_letter_is_no_motion() -> None:
    assert parse_motion_title("Voortgang van de aanleg van geluidsschermen") is None


@given(st.text(max_size=200))
def test_any_title_parses(title: str) -> None:
    bare, named = parse_motion_title(title), parse_motion_title(f"Motie van het lid Bos {title}")
    assert bare is None or "motie" in title.lower() or "amendement" in title.lower()
    assert named is not None and named.submitters[:1] and named.submitters[0].startswith("Bos")


def test_stems_and_topics() -> None:
    assert stem("fietspaden") == stem("fietspad")
    assert terms("De bossen, de BOSSEN") == ("de", "boss")
    topic = Topic(("steunpakket",), lambda word: 1.0)
    assert topic.agreement(("coronasteunpakket",)) == (0.6, 0.6)
    assert topic.agreement(()) == (0.0, 0.0)


@given(st.text(max_size=80), st.text(max_size=80))
def test_agreement_is_a_share_and_mirrors(first: str, second: str) -> None:
    one, other = terms(first), terms(second)
    shares = Topic(one, len).agreement(other)
    assert all(0 <= share <= 1.0000001 for share in shares)
    assert Topic(other, len).agreement(one) == pytest.approx(shares[::-1])


def test_loading_counts_and_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    dossiers = table(tmp_path, "d.tsv", DOSSIERS, TITLES)
    there = table(tmp_path, "a.tsv", CASES, ROWS)
    back = table(tmp_path, "b.tsv.gz", CASES, tuple(reversed(ROWS)))
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    loaded = load([there, dossiers], one)
    assert (loaded.cases, loaded.dossiers, loaded.numbered) == (10, 4, 7)
    assert load([dossiers, back], two) == loaded
    assert one.read_bytes() == two.read_bytes()
    assert load([dossiers, back, there], one) == loaded


@pytest.mark.parametrize(
    "heading, rows, problem",
    [
        ("a\tb", (), "zaken.tsv:1: not a table of the register"),
        (CASES, ("2021Z00001\tMotie",), "zaken.tsv:2: 2 cells under 7 columns"),
        (CASES, (ROWS[0].replace("2021Z00001", "twee"),), "'twee' is no case number"),
        (CASES, (ROWS[0], ROWS[1].replace("2021-04-03", "3 april")), "zaken.tsv:3: '3 april'"),
        (DOSSIERS, ("\tzonder nummer",), "not a dossier number and a title"),
    ],
)
def test_a_wrong_table_is_told_and_leaves_the_old_register(
    tmp_path: Path, heading: str, rows: tuple[str, ...], problem: str
) -> None:
    path = tmp_path / "register.sqlite"
    path.write_bytes(b"the old one")
    with pytest.raises(InputError, match=problem.replace("(", r"\(")):
        load([table(tmp_path, "zaken.tsv", heading, rows)], path)
    assert path.read_bytes() == b"the old one"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["register.sqlite", "zaken.tsv"]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    torn = tmp_path / "torn.tsv.gz"
    torn.write_bytes(gzip.compress(CASES.encode())[:-9])
    damaged = tmp_path / "damaged.tsv.gz"
    damaged.write_bytes(gzip.compress(b"")[:10] + b"\xff" * 20)
    for file in (torn, damaged, tmp_path / "missing.tsv"):
        with pytest.raises(InputError, match="cannot be read"):
            load([file], tmp_path / "register.sqlite")


def test_a_place_where_nothing_can_be_written_is_told(tmp_path: Path) -> None:
    rows = table(tmp_path, "zaken.tsv", CASES, ROWS)
    with pytest.raises(InputError, match="/proc/register.sqlite: cannot be written"):
        load([rows], Path("/proc/register.sqlite"))


def test_a_day_is_one_day_however_it_is_written(tmp_path: Path) -> None:
    row = case("2021Z00008", "Brief regering", "20210304", 10, "Over schermen", "Wegen")
    path = tmp_path / "register.sqlite"
    load([table(tmp_path, "zaken.tsv", CASES, (row,))], path)
    with Register(path) as register:
        found = register.letters(day=date(2021, 3, 4), topic="schermen")
    assert [each.key for each in found] == ["document/2021Z00008"]


def test_a_file_that_is_no_register_is_told(tmp_path: Path) -> None:
    file = tmp_path / "notes.sqlite"
    file.write_text("this is no database at all, only some words", encoding="utf-8")
    with pytest.raises(InputError, match="not a register; make it again"):
        Register(file)


def test_entries_by_every_number(register: Register) -> None:
    for number in ("2021Z00004", "kst-39998-XII-7", "document/kst-39998-XII-7"):
        entry = register.entry(number)
        assert entry is not None and entry.submitters == ("Van der Staaij", "Dik-Faber")
        assert entry.identifiers == ("kst-39998-XII-7", "2021Z00004")
    for number in ("kst-39998-XII-99", "kst-39998-XII", "2099Z00001", "kst-", ""):
        assert register.entry(number) is None


def test_a_motion_without_a_certain_dossier_goes_by_its_case_number(register: Register) -> None:
    no_dossier, two_dossiers = register.entry("2021Z00006"), register.entry("2021Z00009")
    assert no_dossier is not None and no_dossier.key == "document/2021Z00006"
    assert two_dossiers is not None and two_dossiers.kst is None


def test_dossier_numbers(register: Register) -> None:
    assert register.dossier_number("fietsbeleid") == "39999"
    assert register.dossier_number("Visserij") is None
    assert register.dossier_number("Sterrenkunde") is None


def test_motions_are_ranked_with_reasons(register: Register) -> None:
    found = register.motions(
        submitters=("Bikker",), topic="fietspaden langs wegen", day=date(2021, 6, 1)
    )
    assert [c.key for c in found] == ["document/kst-39999-101", "document/kst-39999-103"]
    assert found[0].score > 0.8 > found[1].score
    assert "topic to 85 %" in found[0].reason and "case 2021Z00001" in found[0].reason


def test_a_replaced_motion_counts_as_the_one_that_replaced_it(register: Register) -> None:
    topic = "een landelijk fonds voor dorpshuizen"
    later = register.motions(submitters=("Bikker",), cs=True, topic=topic, day=date(2021, 6, 1))
    assert later[0].key == "document/kst-39999-103"
    between = register.motions(submitters=("Bikker",), cs=True, topic=topic, day=date(2021, 4, 5))
    assert between[0].key == "document/kst-39999-102"


def test_motions_by_dossier_window_kind_and_words_alone(register: Register) -> None:
    day = date(2021, 6, 1)
    both = ("Dik-Faber", "Van der Staaij")
    assert [c.key[-4:] for c in register.motions(submitters=both, day=day)] == ["II-8", "II-7"]
    assert register.motions(submitters=both, day=day, dossier="39999") == ()
    assert register.motions(submitters=both, day=date(2021, 2, 1)) == ()
    early = Period(date(2021, 1, 1), date(2021, 2, 28))
    assert register.motions(submitters=both, day=day, window=early) == ()
    amendments = register.motions(submitters=("Omtzigt",), day=day, amendment=True)
    assert [c.key for c in amendments] == ["document/kst-39998-XII-9"]
    by_words = register.motions(topic="geluidsschermen", day=day)
    assert by_words[0].key == "document/kst-39998-XII-8"
    assert register.motions(submitters=("Niemand",), day=day) == ()
    assert register.motions(day=day) == ()


def test_letters_of_a_day(register: Register) -> None:
    found = register.letters(day=date(2021, 3, 4), topic="de aanleg van geluidsschermen")
    assert [c.key for c in found] == ["document/kst-39998-XII-10", "document/2021Z00009"]
    assert register.letters(day=date(2021, 3, 5)) == ()
    only = register.letters(day=Period(date(2021, 3, 1), date(2021, 3, 9)), dossier="39998-XII")
    assert [c.key for c in only] == ["document/kst-39998-XII-10"]


@pytest.mark.parametrize("words", ['"', "'; DROP TABLE zaak; --", "AND OR NOT NEAR(", "*"])
def test_words_of_a_text_are_never_a_query(register: Register, words: str) -> None:
    register.motions(topic=words, day=date(2021, 6, 1))
    register.motions(submitters=(words,), topic=words, day=date(2021, 6, 1))
    assert register.entry(words) is None
    assert register.dossier_number(words) is None
