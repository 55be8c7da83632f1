"""The limits of a server, each with the reason for its value."""

from __future__ import annotations

import os
from dataclasses import dataclass


def _cores() -> int:
    return max(2, os.cpu_count() or 2)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a server listens and what one question may cost.

    ``quick`` seconds are every question's own; one that needs more goes on until ``seconds`` only
    while fewer than ``slow`` others do. ``memory`` is what a question may take beside the graph,
    in megabytes; ``rows`` and ``answer`` (megabytes) are the largest answer; ``body`` the longest
    request in bytes; ``waiting`` how many questions of one client may stand in line.

    >>> Settings().host
    '127.0.0.1'
    """

    host: str = "127.0.0.1"
    port: int = 8000
    seconds: float = 20.0
    quick: float = 1.0
    rows: int = 100_000
    memory: int = 1024
    answer: int = 256
    body: int = 200_000
    waiting: int = 16
    lanes: int = _cores()
    slow: int = _cores()
    concurrency: int = 400
