"""The page docs/commands.md, made from the commands themselves.

``python -m kg.cli.reference > docs/commands.md`` writes it anew; a test compares.
"""

from __future__ import annotations

import inspect
import sys

import click

from kg.cli import COMMANDS, cli

HEAD = """# Commands

Made from the commands themselves (`python -m kg.cli.reference > docs/commands.md`).

Results go to standard output, everything else to standard error. `-` is standard input or output.
A command ends with 0 when all went well, 1 when something could not be done (one line says what
and what to do), 2 when it was not understood, 130 when it was stopped. Files are written whole or
not at all: a run that is stopped leaves the old result as it was.
"""


def reference() -> str:
    """The whole page as Markdown."""
    context = click.Context(cli, info_name="kg")
    sections = []
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        sections.append(section(name, command))
        for child in command.commands.values() if isinstance(command, click.Group) else ():
            sections.append(section(f"{name} {child.name}", child).replace("## ", "### ", 1))
    return "\n".join([HEAD, *sections])


def section(name: str, command: click.Command) -> str:
    """The section of one command: what it does, its examples, its options."""
    prose, _, examples = inspect.cleandoc(command.help or "").partition("\b\n")
    with click.Context(command, info_name=f"kg {name}") as context:
        usage = command.collect_usage_pieces(context)
        options = [
            record
            for parameter in command.get_params(context)
            if (record := parameter.get_help_record(context))
        ]
    rows = [f"| `{_cell(option)}` | {_cell(text)} |" for option, text in options]
    return "\n".join(
        [
            f"## kg {name}",
            "",
            f"`kg {name} {' '.join(usage)}`",
            "",
            prose.strip(),
            "",
            "```",
            examples.strip(),
            "```",
            "",
            "| option | what it does |",
            "|---|---|",
            *rows,
            "",
        ]
    )


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(reference())
