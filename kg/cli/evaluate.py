"""``kg evaluate``: precision, recall and F1 by kind against documents read by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.errors import InputError

if TYPE_CHECKING:
    from kg.evaluate import Score


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "--originals",
    type=click.Path(path_type=Path, exists=True),
    help="Read the originals in this folder (PDF, DOCX, …) instead of the texts.",
)
@click.option("-v", "--verbose", is_flag=True, help="List what was invented and what was missed.")
@click.option("-k", "--kind", help="Only rows whose name begins with this, such as cites.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["table", "json"]), default="table",
    show_default=True, help="A table, or JSON.",
)
def command(
    gold: Path, originals: Path | None, verbose: bool, kind: str | None, form: str
) -> None:
    """Measure against the documents of GOLD, a folder with docs/ID.txt and docs/ID.json.

    \b
    kg evaluate gold/
    kg evaluate gold/ --kind cites --verbose
    kg evaluate gold/ --originals originals/
    """
    from kg.measuring import evaluate

    report = evaluate(gold, originals=originals)
    scores = {
        name: score
        for name, score in sorted(report.scores.items())
        if kind is None or name.startswith(kind)
    }
    if not scores:
        known = ", ".join(sorted({name.partition(".")[0] for name in report.scores}))
        raise InputError(f"kind {kind}", "is not measured", f"choose from {known}")
    click.echo(as_json(scores) if form == "json" else as_table(scores, verbose=verbose))


def as_json(scores: dict[str, Score]) -> str:
    """The scores as one JSON object."""
    return json.dumps(
        {
            name: {
                "precision": score.precision,
                "recall": score.recall,
                "f1": score.f1,
                "right": score.right,
                "invented": list(score.invented),
                "missed": list(score.missed),
            }
            for name, score in scores.items()
        },
        ensure_ascii=False,
        indent=2,
    )


def as_table(scores: dict[str, Score], *, verbose: bool = False) -> str:
    """The scores as an aligned table, with the wrong ones by name when ``verbose``."""
    width = max([len(name) for name in scores] or [4])
    head = f"{'':{width}}  {'precision':>9} {'recall':>7} {'F1':>7} "
    lines = [head + f"{'right':>6} {'wrong':>6} {'missed':>7}"]
    for name, score in scores.items():
        lines.append(
            f"{name:{width}}  {_share(score.precision):>9} {_share(score.recall):>7}"
            f" {_share(score.f1):>7}  {score.right:>6} {len(score.invented):>6}"
            f" {len(score.missed):>7}"
        )
        if verbose:
            lines += [f"    wrong   {' '.join(each.split())}" for each in score.invented]
            lines += [f"    missed  {' '.join(each.split())}" for each in score.missed]
    return "\n".join(lines)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
