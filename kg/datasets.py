"""The graph as a dataset for others: described, bundled, sent to a triple store.

What ``kg catalog``, ``kg export --bundle`` and ``kg publish`` do.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.files import GRAPH_NAME

if TYPE_CHECKING:
    from kg.catalog.settings import Settings
    from kg.publish import Sent

STATE_NAME = "publish.json"


def describe_dataset(
    path: Path,
    told: Mapping[str, str | None] | None,
    *,
    config: Path | None = None,
    format: str = "turtle",
) -> bytes:
    """The description of the dataset at ``path``: DCAT-AP-NL with VoID, or VoID alone.

    ``told`` are the settings of the catalogue by name, over those of the file ``config``; without
    any it is VoID alone. Raises ``InputError`` for settings that are missing or cannot be read.
    """
    from kg import catalog
    from kg.facade import load_graph

    settings = None if told is None else _catalogue_settings(told, config)
    graph = load_graph(path)
    counts = catalog.count(graph)
    if settings is None:
        return catalog.void(counts, graph.base, format)
    folder = path if path.is_dir() else path.parent
    files = [path] if path.is_file() else sorted(folder.glob("graph*"))
    return catalog.catalogue(
        counts,
        graph.base,
        settings,
        catalog.data_files(files),
        modified=_changed(files),
        format=format,
    )


def bundle(
    path: Path, folder: Path, told: Mapping[str, str | None], *, config: Path | None = None
) -> tuple[Path, ...]:
    """Make a dataset folder: dumps, vocabulary, shapes, catalogue, README, licence, checksums.

    ``told`` and ``config`` are the settings of the catalogue. The folder appears when it is whole;
    the files in it. Raises ``InputError`` for missing settings and for a folder with other files.
    """
    from kg import catalog, data
    from kg.catalog import bundle as papers
    from kg.facade import load_graph

    settings = _catalogue_settings(told, config)
    graph = load_graph(path)
    counts = catalog.count(graph)
    with papers.making(folder) as made:
        for name, form in papers.DUMPS:
            graph.export(form, made / name)
        shutil.copytree(
            data.path("ontology"), made / "ontology", ignore=shutil.ignore_patterns("__*", "*.py")
        )
        dumps = catalog.data_files(made.iterdir())
        changed = _changed([path if path.is_file() else path / GRAPH_NAME])
        found = catalog.catalogue(counts, graph.base, settings, dumps, modified=changed)
        (made / "catalog.ttl").write_bytes(found)
        (made / "LICENSE").write_text(papers.licence(settings), encoding="utf-8")
        names = [each.relative_to(made).as_posix() for each in made.rglob("*") if each.is_file()]
        text = papers.readme(counts, settings, graph.base, names)
        (made / "README.md").write_text(text, encoding="utf-8")
        (made / papers.SUMS).write_text(papers.checksums(made), encoding="utf-8")
    return tuple(sorted(each for each in folder.rglob("*") if each.is_file()))


def _catalogue_settings(told: Mapping[str, str | None], config: Path | None) -> Settings:
    from kg.catalog.settings import read, settings

    from_file = read(config) if config is not None else {}
    return settings({**from_file, **{name: text for name, text in told.items() if text}})


def _changed(files: Iterable[Path]) -> str:
    """The day on which the last of some files was changed."""
    last = max((each.stat().st_mtime for each in files), default=0.0)
    return datetime.fromtimestamp(last, UTC).date().isoformat()


def publish_graph(
    path: Path,
    state: Path | None = None,
    *,
    replace: bool = True,
    anew: bool = False,
    on_graph: Callable[[str, int], None] | None = None,
    **target: Any,
) -> Sent:
    """Send the graph at ``path`` to a store elsewhere, one named graph per source file.

    What comes from no file goes into a graph called ``tables``. ``target`` are the fields of
    :class:`kg.publish.Target`; ``state`` keeps what was sent, so that a run can go on. Raises
    ``InputError`` when the store refuses.
    """
    from kg.catalog import dataset_iri
    from kg.export.split import blocks, triples_of
    from kg.facade import load_graph
    from kg.publish import Target, publish

    graph = load_graph(path)
    folder = path if path.is_dir() else path.parent
    graphs = (
        (name or f"{dataset_iri(graph.base)}/tables", triples_of(block))
        for name, block in blocks(graph)
    )
    return publish(
        graphs,
        Target(**target),
        state or folder / STATE_NAME,
        replace=replace,
        anew=anew,
        on_graph=on_graph,
    )
