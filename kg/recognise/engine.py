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

_LONGEST_TRIGGER = 2000  # bytes; what would run on longer is nothing anyone wrote
_TOGETHER = 256  # places
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


def searcher(scan: Any) -> Callable[[bytes, int], tuple[int, int]]:
    """Where ``scan`` first matches from an offset on, and where that ends; -1 for nowhere.

    Its wrapper makes a generator and an object for each match, at twice the cost of the search;
    the function beneath is used where this release of it has one.

    >>> import re2
    >>> searcher(re2.compile(b"nr"))(b"25 295, nr. 1", 3)
    (8, 10)
    """
    import re2

    try:
        match, anywhere = scan._regexp.Match, re2._Anchor.UNANCHORED
        match(anywhere, b"", 0, 0)[0][0]
    except (AttributeError, TypeError):

        def search(data: bytes, start: int) -> tuple[int, int]:
            found = scan.search(data, start)
            return (-1, -1) if found is None else found.span()

        return search
    return lambda data, start: match(anywhere, data, start, len(data))[0]


def _matcher(which: Any) -> Callable[[bytes], list[int]]:
    """Which patterns of a compiled set match, beneath its wrapper where that can be had."""
    try:
        match = which._set.Match
        match(b"")
    except (AttributeError, TypeError):
        return lambda data: which.Match(data) or []
    return match  # type: ignore[no-any-return]


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
        options = re2.Options()
        # The default of 8 MB is too little for all triggers as one automaton: RE2 would fall back
        # to an engine that is fifty times slower, and write a line to standard error each time.
        options.max_mem = _AUTOMATON_BYTES
        options.log_errors = False
        triggers = [f"(?:{r.trigger})".encode() for r in self.recognisers]
        self._search = searcher(re2.compile(b"|".join(triggers), options))
        which: Any = re2.Set.MatchSet(options)
        for trigger in triggers:
            which.Add(trigger)
        which.Compile()
        self._which = _matcher(which)
        # What is asked for at each place, in the order in which the set numbers them.
        self._rows = tuple(
            (r.layer, re.compile(r.trigger, re.ASCII).match, r.parse) for r in self.recognisers
        )
        self._uncovered = {r.layer: 0 for r in self.recognisers}

    def places(self, text: str, data: bytes | None = None) -> Iterator[tuple[int, list[int]]]:
        """Where some trigger fires: the offset in code points, and which recognisers' may.

        Each offset once, in order. What a trigger needs before the place is not looked at, so
        that those named are a few too many, never too few. ``data`` is the text in UTF-8, where
        that is at hand.
        """
        if data is None:
            data = text.encode("utf-8", "surrogatepass")
        which = self._which
        plain = len(data) == len(text)
        done_bytes = done_points = 0
        for starts in self._starts(data):
            firing = [sorted(which(data[start : start + _LONGEST_TRIGGER])) for start in starts]
            for start, those in zip(starts, firing, strict=True):
                if plain:
                    yield start, those
                    continue
                passed = data[done_bytes:start]
                ascii = passed.isascii()
                done_points += len(passed if ascii else passed.decode("utf-8", "surrogatepass"))
                done_bytes = start
                yield done_points, those

    def _starts(self, data: bytes) -> Iterator[list[int]]:
        """Where some trigger fires, in bytes, many at once: the scan keeps its tables at hand.

        One handful after the other, for a text may be nothing but triggers.
        """
        search = self._search
        found: list[int] = []
        start = search(data, 0)[0]
        while start >= 0:
            found.append(start)
            if len(found) == _TOGETHER:
                yield found
                found = []
            # One byte on, not at the end of the match: what a trigger swallows may hold another.
            start = search(data, start + 1)[0]
        yield found

    def found(self, text: str, data: bytes | None = None) -> Iterator[Found]:
        """What the recognisers read, in the order of the places; overlaps included."""
        rows = self._rows
        covered = self._uncovered.copy()
        for start, firing in self.places(text, data):
            for rank in firing:
                layer, trigger, parse = rows[rank]
                if start < covered[layer]:
                    continue
                match = trigger(text, start)
                if match is None:
                    continue
                mentions = tuple(parse(text, start, match.end()))
                if len(mentions) == 1:
                    mention = mentions[0]
                    covered[layer] = (mention.citation or mention.span).end
                    yield Found(mention, layer, rank)
                elif mentions:
                    covered[layer] = max([(m.citation or m.span).end for m in mentions])
                    for mention in mentions:
                        yield Found(mention, layer, rank)

    def scan(self, text: str) -> Iterator[Mention]:
        """The mentions of :meth:`found`."""
        return (found.mention for found in self.found(text))
