"""A graph, or a part of it, written in another format or as a page.

What ``kg export`` does, bundles aside.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import GraphError
from kg.files import PAGE_NAME

PAGE_FORMAT = "html"


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written of a graph: how many things, and how many of the wish are left out.

    ``hubs`` are the labels of what was not walked on through; ``size`` is the size of the file in
    bytes, ``None`` where it is a folder or standard output.
    """

    things: int
    left_out: int
    hubs: tuple[str, ...]
    size: int | None


def export_graph(
    path: Path, form: str, target: str | Path, *, language: str = "nl", parts: int | None = None
) -> None:
    """Write the graph at ``path`` in a format of :data:`kg.export.NAMES`, or as a page (``html``).

    The page is the one that a build makes. Raises ``GraphError`` for another format.
    """
    from kg.facade import load_graph

    _check_format(form)
    graph = load_graph(path)
    if form != PAGE_FORMAT:
        graph.export(form, target, parts=parts)
        return
    from kg.building.paging import write_page
    from kg.files import opened

    with tempfile.TemporaryDirectory() as folder, opened(target) as stream:
        page = Path(folder) / PAGE_NAME
        write_page(graph, graph.stats().nodes, page, language, _kept_texts(path))
        with page.open("rb") as made:
            shutil.copyfileobj(made, stream)


def export_part(
    path: Path,
    form: str,
    target: str | Path,
    *,
    language: str = "nl",
    parts: int | None = None,
    **wishes: Any,
) -> Exported:
    """Write a part of the graph at ``path``, as a page or in another format.

    ``wishes`` are those of :meth:`kg.facade.Graph.part`. Raises ``InputError`` for a wish that
    cannot be met.
    """
    from kg.facade import load_graph

    _check_format(form)
    part = load_graph(path).part(**wishes)
    if form == PAGE_FORMAT:
        part.page(target, language=language, texts=_kept_texts(path))
    else:
        part.graph.export(form, target, parts=parts)
    file = Path(target)
    size = file.stat().st_size if str(target) != "-" and file.is_file() else None
    selected = part.selected
    return Exported(selected.things, selected.left_out, selected.hubs, size)


def _check_format(form: str) -> None:
    from kg.export import NAMES

    if form not in (*NAMES, PAGE_FORMAT):
        known = ", ".join((PAGE_FORMAT, *NAMES))
        raise GraphError(f"format {form}", "is not known", f"choose from {known}")


def _kept_texts(path: Path) -> Mapping[str, str]:
    """The texts that the build of a graph kept beside it; empty where it kept none."""
    from kg.building.kept_texts import KeptTexts
    from kg.building.run import WORK

    return KeptTexts((path if path.is_dir() else path.parent) / WORK)
