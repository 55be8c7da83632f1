"""``kg register load`` and a build that asks the register."""

from pathlib import Path

from commons import Run

CASES = (
    "nummer\tsoort\tdatum\tvergaderjaar\tvolgnummer\tonderwerp\ttitel\n"
    "2022Z00001\tMotie\t2022-02-01\t2021-2022\t11\t"
    "Motie van het lid Bikker c.s. over wachttijden in de jeugdzorg\tJeugdzorg van nu\n"
    "2022Z00002\tMotie\t2022-02-01\t2021-2022\t12\t"
    "Motie van het lid Bikker over schuldhulp voor jongeren\tJeugdzorg van nu\n"
    "2022Z00003\tBrief regering\t2022-03-04\t2021-2022\t15\t"
    "Voortgang wachttijden jeugdzorg\tJeugdzorg van nu\n"
)
# The weight of a word is how rare it is, so a register needs some other papers to be one.
CASES += "".join(
    f"2021Z1{n:04}\tBrief regering\t2021-05-03\t2020-2021\t{100 + n}\t"
    f"De voortgang van het werk aan dijk {n}\tJeugdzorg van nu\n"
    for n in range(300)
)
DOSSIERS = "dossier\ttitel\n39999\tJeugdzorg van nu\n"
LETTER = (
    "Datum 14 april 2022\nBetreft Jeugdzorg\n\nGeachte voorzitter,\n\n"
    "Hiermee geef ik uitvoering aan de motie van het lid Bikker c.s. over wachttijden in de "
    "jeugdzorg. Zie ook de brief van 4 maart jl. over de voortgang van de wachttijden in de "
    "jeugdzorg.\n\nHoogachtend,\n\nde minister van Volksgezondheid, Welzijn en Sport,\n\n"
    "Ernst Kuipers\n"
)


def load(run_kg: Run, folder: Path) -> Path:
    (folder / "cases.tsv").write_text(CASES, encoding="utf-8")
    (folder / "dossiers.tsv").write_text(DOSSIERS, encoding="utf-8")
    register = folder / "register.sqlite"
    tables = (folder / "cases.tsv", folder / "dossiers.tsv")
    result = run_kg("register", "load", *tables, "-o", register)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("303 cases (303 with a Kamerstuk number) and 1 dossiers")
    return register


def test_a_motion_and_a_letter_without_number_are_found_back(run_kg: Run, tmp_path: Path) -> None:
    register = load(run_kg, tmp_path)
    (tmp_path / "brief.txt").write_text(LETTER, encoding="utf-8")
    built = run_kg(
        "build", tmp_path / "brief.txt", "-o", tmp_path / "out", "--register", register
    )
    assert built.returncode == 0, built.stderr
    sparql = (
        "SELECT ?relation ?id WHERE { ?l kg:sourceName 'brief.txt' ; ?relation ?d . "
        "?d dcterms:identifier ?id FILTER (?relation IN (kg:fulfils, kg:cites)) }"
    )
    asked = run_kg("query", sparql, "-g", tmp_path / "out", "--format", "tsv")
    assert '"kst-39999-11"' in asked.stdout and '"2022Z00001"' in asked.stdout
    assert '"kst-39999-15"' in asked.stdout
    assert "kst-39999-12" not in asked.stdout


def test_without_a_register_the_same_build_works_and_says_what_is_missing(
    run_kg: Run, tmp_path: Path
) -> None:
    (tmp_path / "brief.txt").write_text(LETTER, encoding="utf-8")
    built = run_kg("build", tmp_path / "brief.txt", "-o", tmp_path / "out")
    assert built.returncode == 0, built.stderr
    assert "no register is loaded" in built.stdout


def test_a_missing_register_is_one_line(run_kg: Run, seeds: Path, tmp_path: Path) -> None:
    result = run_kg("build", seeds, "-o", tmp_path / "out", "--register", tmp_path / "none")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1 and "kg register load" in result.stderr


def test_a_table_that_is_none_is_one_line(run_kg: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.tsv").write_text("a\tb\n1\t2\n", encoding="utf-8")
    result = run_kg("register", "load", tmp_path / "bad.tsv", "-o", tmp_path / "r.sqlite")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1 and "bad.tsv" in result.stderr
    assert not (tmp_path / "r.sqlite").exists()


def test_an_unknown_limit_names_the_known_ones(run_kg: Run, seeds: Path, tmp_path: Path) -> None:
    result = run_kg("build", seeds, "-o", tmp_path / "out", "--limit", "speed=9")
    assert result.returncode == 1
    assert "file_bytes" in result.stderr


def test_a_limit_is_kept(run_kg: Run, seeds: Path, tmp_path: Path) -> None:
    result = run_kg("build", seeds, "-o", tmp_path / "out", "--limit", "file_bytes=10000")
    assert result.returncode == 1  # two seeds are larger: named, the others built
    assert result.stderr.count("\n") == 2
    assert "3 documents read" in result.stdout
