"""A part of a graph that a user asked for: around a thing, of a dossier, a minister, a period.

Things are looked up by index: of a large graph no more is read than the part needs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial, reduce

from kg.errors import InputError
from kg.export.select.named import Names, Reader
from kg.export.select.papers import Papers
from kg.export.select.steps import HUB, Steps
from kg.export.select.title import name_of, title
from kg.export.select.wanted import Wanted
from kg.rdf import RdfGraph

__all__ = ["HUB", "Reader", "Selected", "Wanted", "select"]


@dataclass(frozen=True, slots=True)
class Selected:
    """A part of a graph: the keys of its things, for ``graph_data(graph, part.keys)``.

    ``things`` is how many of them are things of their own, not what stands behind them;
    ``left_out`` how many more there would be without the limit; ``hubs`` are the labels of what
    was not walked on through.
    """

    keys: tuple[str, ...]
    things: int
    left_out: int
    hubs: tuple[str, ...]
    _about: _About

    def title(self, language: str = "nl") -> str:
        """What the part is called, in Dutch (``nl``) or English (``en``)."""
        about = self._about
        return title(
            language,
            around=about.around,
            depth=about.depth,
            dossiers=about.dossiers,
            ministers=about.ministers,
            since=about.since,
        )


@dataclass(frozen=True, slots=True)
class _About:
    """What a part is about, by the names its title uses."""

    around: tuple[str, ...]
    depth: int
    dossiers: tuple[str, ...]
    ministers: tuple[str, ...]
    since: date | None


def select(graph: RdfGraph, wanted: Wanted, read: Reader) -> Selected:
    """The part of a graph that is wanted.

    Of several kinds of wish the papers that fit all count, with what is one step from them; with
    ``around``, within its steps. A selection of days alone has what its papers point at. ``read``
    gives the ids of a citation. Raises ``InputError`` for what the graph does not have, for a
    name that several have, and where nothing fits.
    """
    return _Selecting(graph, read).part(wanted)


class _Selecting:
    def __init__(self, graph: RdfGraph, read: Reader) -> None:
        self._names = Names(graph, read)
        self._steps = Steps(graph)
        self._papers = Papers(graph)

    def part(self, wanted: Wanted) -> Selected:
        if not wanted:
            raise InputError("part", "nothing is asked for", "say around what, or since when")
        day = wanted.first_day()
        starts = [each for text in wanted.around for each in self._names.things(text.strip())]
        dossiers = [self._names.dossier(each.strip()) for each in wanted.dossiers]
        ministers = [self._names.minister(each.strip()) for each in wanted.ministers]
        area, hubs = self._steps.walk(starts, wanted.depth)
        fits = self._fits(wanted, area, dossiers, ministers, day)
        # what is named stays, the nearest come first
        rank = area if starts else {}
        if fits:
            papers = reduce(set.__and__, fits.values())
            if not papers:
                raise _nothing(fits)
            named = (*starts, *dossiers, *ministers)
            rank = self._around(papers, named, area, only_out=[*fits] == [_since(wanted)])
        kept = self._kept(rank, wanted.most)
        addresses = {*kept, *self._steps.behind(kept)}
        return Selected(
            tuple(sorted(map(self._names.key, addresses))),
            len(kept),
            len(rank) - len(kept),
            tuple(sorted(map(self._names.label, hubs))),
            self._about(wanted.depth, starts, dossiers, ministers, day),
        )

    def _fits(
        self,
        wanted: Wanted,
        area: dict[str, int],
        dossiers: Iterable[str],
        ministers: Iterable[str],
        day: date | None,
    ) -> dict[str, set[str]]:
        """The papers that fit each kind of wish, by how it was asked; none for ``around`` alone."""
        fits: dict[str, set[str]] = {}
        if wanted.dossiers:
            found = map(self._papers.of_dossier, dossiers)
            fits[f"dossier {', '.join(wanted.dossiers)}"] = set().union(*found)
        if wanted.ministers:
            found = map(self._papers.of_minister, ministers)
            fits[f"minister {', '.join(wanted.ministers)}"] = set().union(*found)
        if day is not None:
            fits[_since(wanted)] = self._papers.since(day)
        if fits and wanted.around:
            within = f"around {', '.join(wanted.around)}"
            fits[within] = set(filter(self._papers.are, area))
        return fits

    def _around(
        self, papers: set[str], named: Iterable[str], area: dict[str, int], *, only_out: bool
    ) -> dict[str, int]:
        """What is named, the papers, and what is one step from these, by how near it is."""
        near = self._steps.from_here if only_out else self._steps.near
        rank = dict.fromkeys(named, 0)
        for paper in sorted(papers):
            rank.setdefault(paper, 1)
        for paper in sorted(papers):
            for other in near(paper) or ():
                if not area or other in area:
                    rank.setdefault(other, 2)
        return rank

    def _kept(self, rank: dict[str, int], most: int) -> list[str]:
        """At most so many things: the nearest, and of these the most connected among them all."""
        if len(rank) <= most:
            return sorted(rank)
        degree: Counter[str] = Counter()
        for address in rank:
            for other in self._steps.from_here(address):
                if other in rank:
                    degree.update((address, other))
        order = partial(_order, rank, degree)
        return sorted(sorted(rank, key=order)[:most])

    def _about(
        self,
        depth: int,
        starts: Iterable[str],
        dossiers: Iterable[str],
        ministers: Iterable[str],
        day: date | None,
    ) -> _About:
        around, named, people = (
            tuple(dict.fromkeys(name_of(self._names.key(a), self._names.label(a)) for a in found))
            for found in (starts, dossiers, ministers)
        )
        return _About(around, depth, named, people, day)


def _order(rank: dict[str, int], degree: Counter[str], address: str) -> tuple[int, int, str]:
    return rank[address], -degree[address], address


def _since(wanted: Wanted) -> str:
    return f"since {wanted.since}"


def _nothing(fits: dict[str, set[str]]) -> InputError:
    """That nothing fits, with how many papers each wish has by itself."""
    alone = ", ".join(f"{len(papers)} {wish}" for wish, papers in fits.items())
    return InputError("selection", "no paper fits", f"papers by each wish alone: {alone}")
