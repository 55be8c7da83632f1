"""One cheap pass finds places worth a look; each recogniser then reads its places strictly.

The triggers of all recognisers form one RE2 alternation, run once over the UTF-8 bytes (some 300
MB/s, linear in any input). Where it fires, the recognisers whose triggers stand there read on in
the text with their own parsers. A trigger is therefore short and cheap, a parser exact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import Mention
from kg.recognise.overlaps import Found

_AUTOMATON_BYTES = 256 << 20  # the most the lazily built automaton may take

Parser = Callable[[str, int, int], Iterable[Mention]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing a reference: its name, the sentence it must catch, what it reads there.

    ``ids`` are the canonical ids read in ``example`` by this rule, in order (``None`` for a name
    without a number of its own).
    """

    name: str
    example: str
    ids: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Recogniser:
    """One kind of reference: what makes a place worth a look, and who reads it.

    ``trigger`` is a pattern in the common tongue of RE2 and ``re``: no groups that capture, no
    look-around, case set inline (``(?i:…)``), every repetition bounded; ``\\b``, ``\\d``, ``\\w``
    and ``\\s`` mean ASCII. ``parse(text, start, end)`` gets the place where it fired and yields
    mentions (none when nothing is there); it may look before ``start``, but not far. ``rules``
    are the rules its mentions name. Within one ``layer`` text that a citation has covered is not
    read again; a name (layer ``name``) may hold identifiers (layer ``identifier``) in it.
    """

    name: str
    trigger: str
    parse: Parser
    layer: str = "identifier"
    rules: tuple[Rule, ...] = ()


class Engine:
    """The recognisers compiled into one scan; at one place the first of a layer that reads wins.

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
        options = re2.Options()
        # The default of 8 MB is too little for all triggers as one automaton: RE2 would fall back
        # to an engine that is fifty times slower, and write a line to standard error each time.
        options.max_mem = _AUTOMATON_BYTES
        options.log_errors = False
        self._scan: Any = re2.compile(union.encode(), options)
        self._triggers = tuple((r, re.compile(r.trigger, re.ASCII)) for r in self.recognisers)

    def places(self, text: str) -> Iterator[int]:
        """The offsets, in code points, where some trigger fires; each once, in order."""
        data = text.encode("utf-8", "surrogatepass")
        search = self._scan.search
        plain = len(data) == len(text)
        done_bytes = done_points = 0
        match = search(data)
        while match is not None:
            start = match.start()
            if plain:
                yield start
            else:
                done_points += len(data[done_bytes:start].decode("utf-8", "surrogatepass"))
                done_bytes = start
                yield done_points
            # One byte on, not at the end of the match: what a trigger swallows may hold another.
            match = search(data, start + 1)

    def found(self, text: str) -> Iterator[Found]:
        """What the recognisers read, in the order of the places; overlaps included."""
        covered: dict[str, int] = {}
        for start in self.places(text):
            for rank, (recogniser, trigger) in enumerate(self._triggers):
                if start < covered.get(recogniser.layer, 0):
                    continue
                match = trigger.match(text, start)
                if match is None:
                    continue
                mentions = tuple(recogniser.parse(text, start, match.end()))
                if mentions:
                    covered[recogniser.layer] = max((m.citation or m.span).end for m in mentions)
                    for mention in mentions:
                        yield Found(mention, recogniser.layer, rank)

    def scan(self, text: str) -> Iterator[Mention]:
        """The mentions of :meth:`found`."""
        return (found.mention for found in self.found(text))
