"""The layers of the house: what may import what."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "kg"

FOUNDATION = (
    "errors", "data", "files", "shown", "frozen", "pickling", "patterns", "text", "reasons",
    "interrupts",
    "identifiers", "model", "authority", "vocabulary", "turtle", "rdf",
)
STAGES = (
    "read", "segment", "recognise", "resolve", "graph", "store", "export", "query", "validate",
    "evaluate", "serve", "catalog", "publish", "analyse", "compare",
)
ABOVE = (
    "citation_errors", "citation", "facade", "building", "measuring", "datasets", "exporting",
    "serving", "pipeline", "reports", "api", "cli",
)


def modules() -> list[Path]:
    found = sorted(PACKAGE.rglob("*.py"))
    assert len(found) > 30, "the package was not found"
    return found


def layer(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Each module of ours that ``path`` imports, and whether only for type checking."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(child)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for child in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            module = node.module or ""
            names = (
                [f"kg.{alias.name}" for alias in node.names]
                if module == "kg"
                else [f"{module}.{alias.name}" for alias in node.names]
            )
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for each in names:
            if each.split(".")[0] == "kg":
                yield each, id(node) in typing_only


def fault(importer: str, imported: str, typing_only: bool) -> str | None:
    own, other = layer(importer), layer(imported)
    if own == other or own == "" or other in ("_version", "", "__version__"):
        return None
    if own in FOUNDATION:
        if other not in FOUNDATION or FOUNDATION.index(other) > FOUNDATION.index(own):
            return f"{importer} is foundation and imports {imported} above it"
    elif own in STAGES:
        if other in ABOVE:
            return f"{importer} is a stage and imports {imported} above it"
        if other in STAGES:
            return f"stage {importer} imports stage {imported}"
    elif own in ABOVE:
        if other in ABOVE and ABOVE.index(other) > ABOVE.index(own):
            return f"{importer} imports {imported} above it"
        if own == "cli" and other in STAGES and not typing_only:
            return f"{importer} talks to a stage ({imported}) past the pipeline"
    else:
        return f"{importer}: no layer is known by this name"
    return None


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    faults = [
        found
        for imported, typing_only in imports(path)
        if (found := fault(name_of(path), imported, typing_only))
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("kg.model", "kg.vocabulary"),
        ("kg.text", "kg.model"),
        ("kg.recognise.motie", "kg.segment.page"),
        ("kg.resolve.edges", "kg.pipeline"),
        ("kg.cli.find", "kg.recognise"),
        ("kg.attic", "kg.model"),
    ],
)
def test_the_guard_sees_a_breach(importer: str, imported: str) -> None:
    assert fault(importer, imported, typing_only=False)


def test_only_the_command_line_prints() -> None:
    printing = [
        name_of(path)
        for path in modules()
        if layer(name_of(path)) != "cli"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert not printing
