"""The tables that ship: they load, agree with each other, and say so when they do not."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from kg import authority, data
from kg.authority.lint import lint
from kg.authority.parties import is_party
from kg.authority.tables import OFFICES, TENURES, read_table
from kg.errors import AuthorityError


def test_the_tables_that_ship_have_no_problem() -> None:
    assert lint() == ()


def test_sizes() -> None:
    assert len(authority.offices()) >= 88
    assert len(authority.tenures()) >= 328
    assert len(authority.persons()) >= 1000
    assert len(authority.members()) >= 1270
    assert len(authority.programmes()) >= 510
    assert len(authority.motions()) == 8


def test_every_party_of_some_size_is_known_as_one() -> None:
    sizes = Counter(member.party for member in authority.members() if member.party)
    assert sum(size > 7 for size in sizes.values()) > 15
    assert [party for party, size in sizes.items() if size > 7 and not is_party(party)] == []


def test_every_ministry_and_chamber_of_today_has_its_tooi_iri() -> None:
    today = [m for m in authority.ministries() if m.period.end is None]
    assert {m.abbreviation for m in today} >= {"VWS", "OCW", "JenV", "BZK", "LVVN", "EZK"}
    assert all((m.tooi or "").startswith("https://identifier.overheid.nl/tooi/") for m in today)
    assert [c.tooi[-9:] for c in authority.chambers()] == ["oorg10001", "oorg10002", "oorg10000"]


@pytest.mark.parametrize(
    "ministry_id, code",
    [
        ("lnv-1", "mnre1150"),
        ("lnv-2", "mnre1153"),
        ("ez-1", "mnre1040"),
        ("ez-2", "mnre1045"),
        ("ez-3", "mnre1045"),
    ],
)
def test_a_name_that_came_back_has_a_code_of_its_own(ministry_id: str, code: str) -> None:
    (ministry,) = [m for m in authority.ministries() if m.id == ministry_id]
    assert ministry.tooi == f"https://identifier.overheid.nl/tooi/id/ministerie/{code}"


def test_keys_of_tenures_and_motions_are_unique() -> None:
    for keys in (
        [t.key for t in authority.tenures()],
        [m.key for m in authority.motions()],
        [p.key for p in authority.programmes()],
    ):
        assert len(keys) == len(set(keys))


def test_a_motion_names_itself_first_by_its_kamerstuk() -> None:
    (motion,) = [m for m in authority.motions() if m.zaak == "2021Z02062"]
    assert motion.identifiers == ("kst-32793-538", "2021Z02062", "2021D04467")
    assert motion.key == "document/kst-32793-538"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables, to be spoilt."""
    return Path(shutil.copytree(data.path("authority"), tmp_path / "authority"))


def spoil(folder: Path, name: str, old: str, new: str) -> tuple[str, ...]:
    """What the linter says once ``old`` became ``new`` in a table."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return lint(folder)


@pytest.mark.parametrize(
    "name, old, new, problem",
    [
        (
            "tenures.csv",
            "mzp-lzs,p-conny-helder,2022-01-10,2024-01-10",
            "mzp-lzs,p-conny-helder,2022-01-10,2021-01-10",
            "to 2021-01-10 precedes from 2022-01-10",
        ),
        (
            "tenures.csv",
            "mzp-lzs,p-conny-helder,2022-01-10",
            "mzp-lzs,p-conny-holder,2022-01-10",
            "person_id p-conny-holder is not in persons.csv",
        ),
        (
            "tenures.csv",
            "stas-vws,p-maarten-van-ooijen,2022-01-10",
            "stas-vws,p-maarten-van-ooijen,2021-12-10",
            "the same post at the same time as",
        ),
        (
            "tenures.csv",
            "mzp-lzs,p-conny-helder,2022-01-10",
            "mzp-lzs,p-conny-helder,2021-01-10",
            "outside the periods of mzp-lzs",
        ),
        ("ministries.csv", "mnre1025", "mnre9999", "is not in tooi.csv"),
        ("programmes.csv", "GALA", "AZWA", "'azwa' is also a name in"),
        ("programmes.csv", "GALA", "=AZWA", "'azwa' is also a name in"),
        ("parties.csv", "Partij voor de Dieren", "GL", "'gl' is also a name in"),
        ("parties.csv", "GL,GroenLinks-PvdA", "GL,PvdA-GroenLinks", "is not in parties.csv"),
        ("programmes.csv", "SZW,aanpak,2022", "SZW,aanpak,ca. 2022", "is not a whole number"),
        ("namesakes.csv", "p-gijs-van-dijk,p-inge-van-dijk", "p-gijs-van-dijk,p-jasper-van-dijk",
         "bear one name at one time, undeclared"),
        ("cabinets.csv", "2022-01-10", "10-01-2022", "is no date; write it as 2022-01-31"),
        ("chambers.csv", "Eerste Kamer;EK", " Eerste Kamer;EK", "white space"),
        ("persons.csv", "person_id,", "id,", "the heading is not"),
        ("motions.csv", "2021Z01740", "2021Z01710", "2021Z01710 again, as in"),
    ],
)
def test_a_spoilt_table_is_told_with_its_line(
    folder: Path, name: str, old: str, new: str, problem: str
) -> None:
    found = spoil(folder, name, old, new)
    assert any(problem in line for line in found), found
    assert all(line.startswith("authority/") and ".csv:" in line for line in found)


def test_a_row_without_source_and_a_row_out_of_order_are_told(folder: Path) -> None:
    file = folder / "chambers.csv"
    heading, first, second, *rest = file.read_text(encoding="utf-8").splitlines()
    second = second.rpartition(",")[0] + ","
    file.write_text("\n".join([heading, second, first, *rest]) + "\n", encoding="utf-8")
    assert lint(folder) == (
        "authority/chambers.csv:3: not sorted by chamber_id",
        "authority/chambers.csv:2: source is empty",
    )


def test_a_missing_table_is_told(folder: Path) -> None:
    (folder / "offices.csv").unlink()
    assert any("offices.csv" in line for line in lint(folder))


def test_a_ragged_row_names_its_line(tmp_path: Path) -> None:
    file = tmp_path / "tenures.csv"
    file.write_text(",".join(TENURES) + "\nmzp-lzs,p-conny-helder\n", encoding="utf-8")
    with pytest.raises(AuthorityError, match=r"tenures\.csv:2: 2 cells under 10 columns"):
        list(read_table(file, TENURES))


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "offices.csv"
    file.touch()
    with pytest.raises(AuthorityError, match="the heading is not office_id,role"):
        list(read_table(file, OFFICES))


def test_the_locator_finds_seeds_and_ontology_and_names_what_is_missing() -> None:
    assert data.path("authority/offices.csv").is_file()
    assert data.path("seeds/authority") == data.path("authority")
    assert data.path("ontology").is_dir()
    with pytest.raises(AuthorityError, match="authority/nothing.csv: not part of this install"):
        data.path("authority/nothing.csv")
