"""Reads the files the page is made of: those of this folder, and vis-network out of pyvis.

The scripts of the page are plain files, joined in the order of their names into one strict scope.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of node looks: which classes it takes in, its shape, size and colours.

    ``paper`` tells the kinds that are in dossiers from people, posts and the like.
    """

    name: str
    classes: tuple[str, ...]
    shape: str
    size: int
    light: str
    paper: bool = False


@cache
def text(name: str) -> str:
    """One file of this folder.

    >>> text("template.html").startswith("<!doctype html>")
    True
    """
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def script() -> str:
    """The page's own scripts, joined in the order of their names.

    >>> script().startswith("(() => {")
    True
    """
    folder = resources.files(__package__).joinpath("scripts")
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".js"))
    parts = (f"// {name}\n{text(f'scripts/{name}')}" for name in names)
    return "(() => {\n\"use strict\";\n" + "\n".join(parts) + "})();\n"


@cache
def vis_network() -> str:
    """The vis-network that pyvis brings, whole with its licence notice (MIT or Apache 2.0).

    >>> "@license" in vis_network()[:2000]
    True
    """
    return resources.files("pyvis").joinpath(VIS_NETWORK).read_text(encoding="utf-8")


@cache
def style() -> dict[str, Any]:
    """The looks of the kinds of node and of the relations, as the scripts get them.

    >>> [kind["name"] for kind in style()["kinds"]][:2]
    ['letter', 'document']
    """
    return dict(json.loads(text("style.json")))


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of node in the order of the legend.

    >>> kinds()[2].shape
    'diamond'
    """
    return tuple(
        Kind(
            k["name"], tuple(k["classes"]), k["shape"], k["size"], k["light"], k.get("paper", False)
        )
        for k in style()["kinds"]
    )
