"""Which nodes of a picture hang together: separate parts, and groups held by many edges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Spring = tuple[int, int, float]
_PASSES = 8  # how often every node may choose its group anew; most stand still after four
_FINE = 1000  # strengths are counted in thousandths: whole numbers add up the same everywhere


def parts(count: int, springs: Iterable[Spring]) -> list[list[int]]:
    """The nodes in parts without an edge between them, large ones first.

    >>> parts(4, [(1, 3, 1.0)])
    [[1, 3], [0], [2]]
    """
    above = list(range(count))

    def top(node: int) -> int:
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for source, target, _ in springs:
        one, other = top(source), top(target)
        above[max(one, other)] = min(one, other)
    members: dict[int, list[int]] = {}
    for node in range(count):
        members.setdefault(top(node), []).append(node)
    return sorted(members.values(), key=lambda nodes: (-len(nodes), nodes[0]))


def gathered(count: int, springs: Sequence[Spring]) -> list[int]:
    """The number of each node's group, so that edges lie within groups rather than across.

    Every node goes where modularity grows most, then every group does so as if it were a node,
    as Blondel et al. (2008) describe; in order of number, so that the outcome is always the same.

    >>> gathered(4, [(0, 1, 1.0), (2, 3, 1.0), (1, 2, 0.1)])
    [0, 0, 1, 1]
    """
    groups = list(range(count))
    links, own = _linked(count, springs), [0] * count
    while True:
        chosen = _chosen(links, own)
        groups = [chosen[group] for group in groups]
        size = max(chosen, default=-1) + 1
        if size == len(links):
            return groups
        links, own = _joined(links, own, chosen, size)


def _linked(count: int, springs: Sequence[Spring]) -> list[dict[int, int]]:
    """For each node its neighbours, with how strongly they are tied."""
    links: list[dict[int, int]] = [{} for _ in range(count)]
    for source, target, strength in springs:
        fine = round(strength * _FINE)
        links[source][target] = links[source].get(target, 0) + fine
        links[target][source] = links[target].get(source, 0) + fine
    return links


def _chosen(links: Sequence[dict[int, int]], own: Sequence[int]) -> list[int]:
    """The group each node chooses, numbered from 0 in order of their first nodes."""
    degree = [sum(near.values()) + inner for near, inner in zip(links, own, strict=True)]
    whole = sum(degree)
    groups, total = list(range(len(links))), list(degree)
    for _ in range(_PASSES):
        moved = False
        for node, near in enumerate(links):
            before = groups[node]
            total[before] -= degree[node]
            ties: dict[int, int] = {before: 0}
            for other, strength in near.items():
                ties[groups[other]] = ties.get(groups[other], 0) + strength
            best, most = before, ties[before] * whole - degree[node] * total[before]
            for group, tie in ties.items():
                gain = tie * whole - degree[node] * total[group]
                if gain > most:
                    best, most = group, gain
            groups[node] = best
            total[best] += degree[node]
            moved = moved or best != before
        if not moved:
            break
    numbers: dict[int, int] = {}
    return [numbers.setdefault(group, len(numbers)) for group in groups]


def _joined(
    links: Sequence[dict[int, int]], own: Sequence[int], chosen: Sequence[int], size: int
) -> tuple[list[dict[int, int]], list[int]]:
    """The groups as nodes: what ties them, and what each holds inside."""
    ties: list[dict[int, int]] = [{} for _ in range(size)]
    inner = [0] * size
    for node, near in enumerate(links):
        group = chosen[node]
        inner[group] += own[node]
        for other, strength in near.items():
            if chosen[other] == group:
                inner[group] += strength
            else:
                ties[group][chosen[other]] = ties[group].get(chosen[other], 0) + strength
    return ties, inner
