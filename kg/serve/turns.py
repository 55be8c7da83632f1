"""Whose turn it is: clients take turns, so that one with a thousand questions delays no other."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque

from kg.serve.reply import Refusal


class Turns:
    """A number of lanes and a line before them for each client; lines are served in rotation."""

    def __init__(self, lanes: int, waiting: int) -> None:
        self._free = lanes
        self._waiting = waiting
        self._lines: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    async def enter(self, client: str) -> None:
        """Wait for a lane; raises ``Refusal`` (503) when this client's line is full."""
        if self._free and not self._lines:
            self._free -= 1
            return
        line = self._lines.setdefault(client, deque())
        if len(line) >= self._waiting:
            raise Refusal(
                503, "too many questions at once; wait for their answers", {"Retry-After": "5"}
            )
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave()
            raise

    def leave(self) -> None:
        """Give the lane to the client that is next."""
        while self._lines:
            client, line = self._lines.popitem(last=False)
            turn = line.popleft()
            if line:
                self._lines[client] = line
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1
