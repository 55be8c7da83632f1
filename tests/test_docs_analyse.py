"""docs/analyse.md shows what the commands print for the seeds.

``python tests/test_docs_analyse.py`` writes the outputs anew.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from commons import ROOT, SEEDS, Built, Run

from kg.analyse import ANALYSES

GUIDE = ROOT / "docs" / "analyse.md"
SHOWN = re.compile(r"<!-- kg (?P<command>.*?) -->\n(?:```\n(?P<output>.*?)```\n)?", re.S)
TEXT = GUIDE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "output"), [(m["command"], m["output"]) for m in SHOWN.finditer(TEXT)]
)
def test_an_output_is_what_the_command_prints(
    command: str, output: str, built: Built, run_kg: Run
) -> None:
    run = run_kg(*command.split(), "-g", built[0])
    assert run.returncode == 0, run.stderr
    assert run.stdout == output, "run: python tests/test_docs_analyse.py"


def test_most_tables_are_shown_and_all_explained() -> None:
    assert len(SHOWN.findall(TEXT)) >= 9
    assert all(f"`{name}`" in TEXT for name in ANALYSES)


def renewed(text: str, output_of: Callable[[list[str]], str]) -> str:
    """The page with every output made anew."""
    return SHOWN.sub(
        lambda m: f"<!-- kg {m['command']} -->\n```\n{output_of(m['command'].split())}```\n", text
    )


if __name__ == "__main__":
    program = [sys.executable, "-c", "from kg.cli import main; main()"]

    def ran(*arguments: str) -> str:
        return subprocess.run(
            [*program, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout

    with tempfile.TemporaryDirectory() as folder:
        ran("build", str(SEEDS), "-o", folder)
        GUIDE.write_text(renewed(TEXT, lambda words: ran(*words, "-g", folder)), encoding="utf-8")
    print(Path(GUIDE).relative_to(ROOT))
