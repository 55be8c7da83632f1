"""The picture of the seeds' page: it shows something, and the README shows it.

``KG_PICTURE=docs/images/page.png python -m pytest tests/page/test_page_picture.py`` makes the
README's picture anew.
"""

from __future__ import annotations

import os
from pathlib import Path

from commons import ROOT
from pages import Opened

README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "images" / "page.png"


def test_the_pages_picture_is_no_blank(opened: Opened, seeds_page: Path, tmp_path: Path) -> None:
    page = opened.open(seeds_page, "#node=kenmerk:3730760-1057533-PG")
    page.wait_for_timeout(600)
    target = Path(os.environ.get("KG_PICTURE", str(tmp_path / "page.png")))
    page.screenshot(path=str(target))
    assert target.stat().st_size > 40_000


def test_the_readme_shows_a_picture_that_is_there() -> None:
    assert "docs/images/page.png" in README.read_text(encoding="utf-8")
    assert 40_000 < PICTURE.stat().st_size < 500_000
