"""Names that several tests share; the fixtures are in conftest.py."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds" / "documents"

#: Runs ``kg`` as a process of its own: ``run("build", path, cwd=…, stdin=…)``.
Run = Callable[..., subprocess.CompletedProcess[str]]
Built = tuple[Path, subprocess.CompletedProcess[str]]
