"""Follows the file of the graph: where a build has replaced it, the new graph is served."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KamergraafError
from kg.serve import nursery, opener
from kg.serve.brood import exactly

_SECONDS = 1.0
Stamp = tuple[int, int, int]


def stamp(path: Path) -> Stamp | None:
    """What tells one file from the next under its name; ``None`` while there is none."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_ino, about.st_size, about.st_mtime_ns


@dataclass
class Follower:
    """Looks once a second whether the file is still the one that is served.

    ``opener`` is the line to the process that opens graphs, ``seen`` the stamp of the graph being
    served, ``tell`` is told in one line when that changes.
    """

    path: Path
    opener: socket.socket
    seen: Stamp | None
    tell: Callable[[str], None]

    async def run(self, renew: Callable[[socket.socket, str], None]) -> None:
        """Give ``renew`` the line to each new nursery, and the base of its graph, for ever."""
        while True:
            await asyncio.sleep(_SECONDS)
            found = stamp(self.path)
            if found is None or found == self.seen:
                continue
            self.seen = found  # taken before it is read: a file that changes meanwhile is new again
            try:
                renew(*await self._opened())
            except (KamergraafError, OSError) as error:
                self.tell(f"{self.path} was replaced; the old graph is served still: {error}")
            else:
                self.tell(f"{self.path} was replaced; the new graph is served")

    async def _opened(self) -> tuple[socket.socket, str]:
        line = opener.order(self.opener)
        try:
            line.setblocking(False)
            (size,) = nursery.HEAD.unpack(await exactly(line, nursery.HEAD.size))
            return line, opener.base_of(await exactly(line, size))
        except BaseException:
            line.close()
            raise
