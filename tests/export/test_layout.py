"""Places of a picture: nothing over anything, what belongs together gathered, always the same."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.gathering import gathered, parts
from kg.export.layout import Box, Pull, arrange

Places = Sequence[tuple[int, int]]


def stars(count: int, size: int, across: float) -> tuple[list[Box], list[Pull]]:
    """Hubs with their leaves; some of the leaves are tied to any other node."""
    chance = random.Random(7)
    boxes = [Box(chance.randrange(40, 160), chance.randrange(20, 70)) for _ in range(count)]
    pulls = [Pull(n, n - n % size, 1.6) for n in range(count) if n % size]
    pulls += [Pull(n, chance.randrange(count)) for n in range(count) if chance.random() < across]
    return boxes, pulls


def over_one_another(boxes: Sequence[Box], places: Places) -> list[tuple[int, int]]:
    """The pairs of boxes that lie over one another."""
    order = sorted(range(len(boxes)), key=lambda n: places[n][0])
    widest = max(box.width for box in boxes)
    found = []
    for rank, a in enumerate(order):
        for b in order[rank + 1 :]:
            if places[b][0] - places[a][0] >= widest:
                break
            near_x = abs(places[a][0] - places[b][0]) < (boxes[a].width + boxes[b].width) / 2
            near_y = abs(places[a][1] - places[b][1]) < (boxes[a].height + boxes[b].height) / 2
            if near_x and near_y:
                found.append((a, b))
    return found


@pytest.mark.parametrize(
    ("count", "size", "across"), [(500, 20, 0.3), (500, 3, 0.0), (2000, 40, 0.5), (2000, 1, 0.0)]
)
def test_no_box_lies_over_another(count: int, size: int, across: float) -> None:
    boxes, pulls = stars(count, size, across)
    assert not over_one_another(boxes, arrange(boxes, pulls))


def test_the_same_graph_has_the_same_places() -> None:
    boxes, pulls = stars(500, 20, 0.3)
    program = (
        "from test_layout import *\n"
        "boxes, pulls = stars(500, 20, 0.3)\nprint(arrange(boxes, pulls))"
    )
    run = [sys.executable, "-c", program]
    first, second = arrange(boxes, pulls), arrange(boxes, pulls)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "99"}
    told = subprocess.run(run, capture_output=True, text=True, check=True, env=environment)
    assert first == second
    assert told.stdout.strip() == str(first)


def _spread(places: Places, nodes: Sequence[int]) -> float:
    """How far nodes lie from their middle, on average squared."""
    x = sum(places[n][0] for n in nodes) / len(nodes)
    y = sum(places[n][1] for n in nodes) / len(nodes)
    return sum((places[n][0] - x) ** 2 + (places[n][1] - y) ** 2 for n in nodes) / len(nodes)


def test_a_hub_gathers_its_leaves() -> None:
    boxes, pulls = stars(600, 30, 0.2)
    places = arrange(boxes, pulls)
    whole = _spread(places, range(600))
    of_hubs = [_spread(places, range(hub, hub + 30)) for hub in range(0, 600, 30)]
    # a group takes a twentieth of the room; scattered it would take all of it
    assert sum(of_hubs) / len(of_hubs) < whole / 5


def test_loose_parts_lie_near_in_no_far_corner() -> None:
    boxes, pulls = stars(400, 20, 0.4)
    boxes += [Box(90, 40)] * 200
    places = arrange(boxes, pulls)
    wide = max(x for x, _ in places) - min(x for x, _ in places)
    high = max(y for _, y in places) - min(y for _, y in places)
    of_main = max(x for x, _ in places[:400]) - min(x for x, _ in places[:400])
    assert wide * high < 30 * sum(box.width * box.height for box in boxes)
    assert wide < 2 * of_main


def test_no_box_no_place() -> None:
    assert arrange([], []) == ()


@st.composite
def _graphs(draw: st.DrawFn) -> tuple[list[Box], list[Pull]]:
    count = draw(st.integers(1, 90))
    side = st.floats(1, 400)
    node = st.integers(0, count - 1)
    boxes = draw(st.lists(st.builds(Box, side, side), min_size=count, max_size=count))
    pulls = draw(st.lists(st.builds(Pull, node, node, st.floats(0.1, 2)), max_size=3 * count))
    return boxes, pulls


@settings(max_examples=60)
@given(_graphs())
def test_any_graph_gets_places(graph: tuple[list[Box], list[Pull]]) -> None:
    boxes, pulls = graph
    places = arrange(boxes, pulls)
    assert len(places) == len(boxes)
    assert not over_one_another(boxes, places)
    assert places == arrange(boxes, pulls)


@given(st.integers(1, 30).flatmap(lambda count: st.tuples(st.just(count), st.lists(st.tuples(
    st.integers(0, count - 1), st.integers(0, count - 1), st.floats(0.1, 2)))))
)  # fmt: skip
def test_parts_and_groups_hold_every_node_once(case: tuple[int, list[tuple[int, int, float]]]
                                               ) -> None:  # fmt: skip
    count, springs = case
    found = parts(count, springs)
    assert sorted(node for nodes in found for node in nodes) == list(range(count))
    where = {node: number for number, nodes in enumerate(found) for node in nodes}
    assert all(where[source] == where[target] for source, target, _ in springs)
    groups = gathered(count, [spring for spring in springs if spring[0] != spring[1]])
    assert set(groups) == set(range(len(set(groups))))
    # no group reaches over two parts
    assert len({(group, where[node]) for node, group in enumerate(groups)}) == len(set(groups))


def test_help_does_not_wait_for_numpy() -> None:
    program = "import sys, kg.cli, kg.export.layout\nprint('numpy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert told.stdout.strip() == "False", told.stderr
