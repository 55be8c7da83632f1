"""One cheap pass finds places worth a look; each recogniser then reads its places strictly.

The triggers of all recognisers form one RE2 alternation, run once over the UTF-8 bytes (some 300
MB/s, linear in any input). Where it fires, the recogniser whose trigger stands there reads on in
the text with its own parser. A trigger is therefore short and cheap, a parser exact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import Mention

Parser = Callable[[str, int, int], Iterable[Mention]]


@dataclass(frozen=True, slots=True)
class Recogniser:
    """One kind of reference: what makes a place worth a look, and who reads it.

    ``trigger`` is a pattern in the common tongue of RE2 and ``re``: no groups that capture, no
    look-around, case set inline (``(?i:…)``). ``parse(text, start, end)`` gets the place where
    it fired and yields mentions (none when nothing is there); it may look before ``start``.
    Within one ``layer`` text that a citation has covered is not read again; a name (layer
    ``name``) may hold identifiers (layer ``identifier``) in it.
    """

    name: str
    trigger: str
    parse: Parser
    layer: str = "identifier"


class Engine:
    """The recognisers compiled into one scan.

    >>> from kg.model import Span
    >>> def read(text, start, end):
    ...     yield Mention("stb", Span(start, end), text[start:end], "stb.word")
    >>> engine = Engine([Recogniser("stb", r"\\bStb\\.", read)])
    >>> [m.span.start for m in engine.scan("Zie één Stb. en Stb.")]
    [8, 16]
    """

    def __init__(self, recognisers: Sequence[Recogniser]) -> None:
        import re2

        self.recognisers = tuple(recognisers)
        union = "|".join(f"(?:{r.trigger})" for r in self.recognisers)
        self._scan: Any = re2.compile(union.encode())
        self._which = re.compile(
            "|".join(f"(?P<r{n}>{r.trigger})" for n, r in enumerate(self.recognisers)), re.ASCII
        )
        self._single = tuple(re.compile(r.trigger, re.ASCII) for r in self.recognisers)

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """The places where a trigger fires, as offsets in code points, in order."""
        data = text.encode("utf-8", "surrogatepass")
        if len(data) == len(text):
            for match in self._scan.finditer(data):
                yield match.span()
            return
        done_bytes = done_points = 0
        for match in self._scan.finditer(data):
            start, end = match.span()
            done_points += len(data[done_bytes:start].decode("utf-8", "surrogatepass"))
            found = len(data[start:end].decode("utf-8", "surrogatepass"))
            yield done_points, done_points + found
            done_bytes, done_points = end, done_points + found

    def scan(self, text: str) -> Iterator[Mention]:
        """Every mention the recognisers read, in the order of their triggers; overlaps included."""
        covered: dict[str, int] = {}
        for start, end in self.places(text):
            for recogniser in self._at(text, start):
                if start < covered.get(recogniser.layer, 0):
                    continue
                found = tuple(recogniser.parse(text, start, end))
                if found:
                    reach = max((m.citation or m.span).end for m in found)
                    covered[recogniser.layer] = max(covered.get(recogniser.layer, 0), reach)
                    yield from found
                    break

    def _at(self, text: str, start: int) -> Iterator[Recogniser]:
        """The recognisers whose trigger stands at ``start``; the first is nearly always the one."""
        match = self._which.match(text, start)
        if match is None or match.lastgroup is None:
            return
        first = int(match.lastgroup[1:])
        yield self.recognisers[first]
        for number in range(first + 1, len(self.recognisers)):
            if self._single[number].match(text, start):
                yield self.recognisers[number]
