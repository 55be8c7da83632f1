"""The command line: the only place that talks to a terminal.

Results go to standard output, everything else to standard error; a user's mistake is one line.
Commands are imported when they are run, so that ``kg --help`` answers at once.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from kg._version import __version__
from kg.errors import KamergraafError

# Each command: the module that holds it and its line in the overview.
COMMANDS: dict[str, tuple[str, str]] = {
    "build": ("kg.cli.build", "Build the graph of files and folders."),
    "find": ("kg.cli.find", "List every reference in a document, with its place and id."),
    "cite": ("kg.cli.cite", "Read one citation: its normal form, links and written forms."),
    "query": ("kg.cli.query", "Ask the graph a SPARQL question."),
    "stats": ("kg.cli.stats", "Count what the graph holds."),
    "analyse": ("kg.cli.analyse", "Most cited, communities, time to fulfilment and the like."),
    "diff": ("kg.cli.diff", "List what changed between two graphs, as a feed too."),
    "export": ("kg.cli.export", "Write the graph in another format."),
    "validate": ("kg.cli.validate", "Check the graph against its shapes, in plain words."),
    "serve": ("kg.cli.serve", "Serve the graph: SPARQL, a query page, a page for each thing."),
    "catalog": ("kg.cli.catalog", "Describe the dataset for a data portal."),
    "publish": ("kg.cli.publish", "Send the graph to a triple store."),
    "register": ("kg.cli.register", "Fill the index of motions and letters that resolution asks."),
    "evaluate": ("kg.cli.evaluate", "Measure against documents read by hand."),
}


class Commands(click.Group):
    """The commands, imported only when used; errors of ours become one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called ``cmd_name``, or ``None``."""
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        command: click.Command = importlib.import_module(module).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command meant by ``args``; a misspelt one gets the nearest name."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            import difflib

            near = difflib.get_close_matches(name, COMMANDS, 1)
            hint = f"did you mean '{near[0]}'?" if near else "'kg --help' lists them."
            raise click.UsageError(f"There is no command '{name}'; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview without importing a single command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Read Dutch parliamentary documents and grow one graph of their references.

    \b
    kg build letters/             the graph of a folder: output/graph.ttl and output/graph.html
    kg find letter.txt            every reference in one document
    kg query --name fulfilled     which letter says that it fulfils which motion
    """


def main() -> None:
    """Run the command line; the way in of the ``kg`` program."""
    try:
        code = cli.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except KamergraafError as error:
        sys.exit(f"kg: {one_line(error)}")
    except (KeyboardInterrupt, click.Abort) as stop:
        further = "; the same command goes on where this one stopped"
        told = further if isinstance(stop, Stopped) else ""
        click.echo(f"kg: stopped; the files already there are whole{told}", err=True)
        sys.exit(130)
    except BrokenPipeError:
        # The reader of the output left ("kg find … | head"): no more to say, and no error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except MemoryError:
        sys.exit("kg: there is not memory enough for this; give less at once or free some")
    except OSError as error:
        place = error.filename or "kg"
        sys.exit(f"kg: {place}: {error.strerror or error}; check the path, rights and disk space")


class Stopped(click.Abort):
    """Stopped by its user, with all that was done kept for the next time."""


@contextmanager
def resumable() -> Iterator[None]:
    """What is done inside need not be done again after Ctrl-C: who presses it is told so."""
    try:
        yield
    except KeyboardInterrupt:
        if sys.stderr.isatty():
            click.echo(err=True)  # the terminal showed ^C
        raise Stopped from None


SHOWN = 10  # lines of a list, where not all are asked for


def size_of(size: int) -> str:
    """A number of bytes as people say it, in units of a thousand.

    >>> size_of(1_240_000), size_of(49_900)
    ('1.2 MB', '49.9 KB')
    """
    return f"{size / 1e6:.1f} MB" if size >= 50_000 else f"{size / 1e3:.1f} KB"


def one_line(error: Any) -> str:
    """The text of an error on one line.

    >>> one_line(ValueError("a\\n  b"))
    'a b'
    """
    return " ".join(str(error).split())
