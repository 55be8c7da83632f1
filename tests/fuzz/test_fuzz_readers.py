"""The readers are fuzzed for some seconds, in a process of their own, from one of each format."""

from __future__ import annotations

import gzip
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent
sys.path.append(str(FOLDER.parent / "read"))  # the small writers of files

from doc_samples import FULL, in_one_stream  # noqa: E402
from letter_samples import LETTERS  # noqa: E402
from paper_samples import PAPER_HTML, PAPER_XML  # noqa: E402
from read_samples import tarred, zipped  # noqa: E402

SECONDS = 15


def corpus() -> dict[str, bytes]:
    """One input of each format behind the byte that names its wrapping; see ``readers.py``."""
    letters = {name: make() for name, make in LETTERS.items()}
    found = {name: b"\0" + data for name, data in letters.items()}
    found["paper.xml"], found["paper.html"] = b"\0" + PAPER_XML, b"\0" + PAPER_HTML
    found["docx"] = b"\1" + _member(letters["brief.docx"], "word/document.xml")
    found["notes"] = b"\2" + _member(letters["brief.docx"], "word/footnotes.xml")
    found["odt"] = b"\3" + _member(letters["brief.odt"], "content.xml")
    found["gzip"] = b"\4" + letters["brief.txt"]
    found["mail"] = b"\5" + letters["brief.html"]
    found["doc"] = b"\6" + in_one_stream(FULL)
    found["zip"] = b"\0" + zipped({"a.txt": letters["brief.txt"], "b.xml": PAPER_XML})
    found["tar"] = b"\0" + gzip.decompress(tarred({"a.txt": letters["brief.txt"]}))
    return found


def _member(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(FOLDER / "readers.py"), str(folder), *options],
        cwd=folder, capture_output=True, text=True, errors="replace", check=False, timeout=120,
        env=dict(os.environ),
    )


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, data in corpus().items():
        (folder / name).write_bytes(data)
    return folder


def test_no_input_breaks_a_promise(seeds: Path) -> None:
    result = run(
        seeds, f"-max_total_time={SECONDS}", "-seed=1", "-timeout=30", "-rss_limit_mb=3000",
        "-max_len=30000",
    )
    assert result.returncode == 0, result.stderr[-4000:]
    done = re.search(r"Done (\d+) runs", result.stderr)
    assert done and int(done[1]) > 2 * len(corpus()), result.stderr[-2000:]


def test_a_broken_promise_is_reported(seeds: Path) -> None:
    code = (
        "import readers\ndef broken(data, name=''):\n    assert b'Bikker' not in data, 'found'\n"
        "readers.check = broken\nreaders.main(['readers', 'seeds', '-max_total_time=30'])\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=seeds.parent, capture_output=True, text=True,
        errors="replace", check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": str(FOLDER)},
    )
    assert result.returncode != 0 and "found" in result.stdout + result.stderr
