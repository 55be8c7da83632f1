"""Every command is documented, every documented command exists, and help is quick to load."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from commons import Run

from kg.cli import COMMANDS
from kg.cli.reference import reference

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "commands.md"


def test_the_guide_is_what_the_commands_say() -> None:
    assert GUIDE.read_text(encoding="utf-8") == reference(), (
        "run: python -m kg.cli.reference > docs/commands.md"
    )


def test_every_command_has_a_section_with_an_example() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    for name in COMMANDS:
        section = re.search(rf"^## kg {name}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
        assert section, f"docs/commands.md has no section 'kg {name}'"
        examples = re.findall(rf"^(?:.* \| )?kg {name} .*", section[1], re.M)
        assert examples, f"the section of kg {name} shows no example"


def test_the_guide_names_no_command_that_is_not_there() -> None:
    named = set()
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        text = page.read_text(encoding="utf-8")
        named |= set(re.findall(r"^(?:\$ )?(?:.*\| )?(?:\.venv/bin/)?kg ([a-z]+)", text, re.M))
    assert named <= set(COMMANDS), sorted(named - set(COMMANDS))


@pytest.mark.parametrize("name", list(COMMANDS))
def test_help_shows_an_example(name: str, run_kg: Run) -> None:
    result = run_kg(name, "--help")
    assert result.returncode == 0
    assert f"kg {name}" in result.stdout.split("Options:")[0]


def test_a_misspelt_command_names_the_nearest(run_kg: Run) -> None:
    result = run_kg("biuld")
    assert result.returncode == 2
    assert "did you mean 'build'" in result.stderr


def test_help_imports_no_engine() -> None:
    code = (
        "import sys\nfrom kg.cli import cli\n"
        "try:\n    cli(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'rdflib', 'pyoxigraph', 're2', 'networkx', 'pyvis', 'pyshacl'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stderr.strip() == "[]"
