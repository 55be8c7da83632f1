"""Faults of the program over one document, which cost that document alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class RuleFault(RuntimeError):
    """What the system refused to a rule: no fault of the disk that the build writes to."""


#: What a fault of the program may raise over a document.
FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, NameError,
    RuntimeError, SyntaxError, TypeError, ValueError,
)  # fmt: skip


class Lost(NamedTuple):
    """A document that is known, and over which newer rules failed: what is told of it.

    With ``again`` the next build tries again.
    """

    token: int
    name: str
    problem: str
    remedy: str
    again: bool


@contextmanager
def ruled() -> Iterator[None]:
    """Rules are at work inside, and nothing is written: what the system refuses is their fault.

    >>> with ruled():
    ...     raise OSError("no such table")
    Traceback (most recent call last):
    ...
    kg.building.faults.RuleFault: OSError: no such table
    """
    try:
        yield
    except OSError as error:
        raise RuleFault(f"{type(error).__name__}: {error}") from error


def told(error: Exception) -> tuple[str, str]:
    """The problem and the remedy of a fault, on one line each.

    >>> told(KeyError("x"))
    ("could not be worked through (KeyError: 'x')", 'please report this document')
    """
    if isinstance(error, MemoryError):
        return "takes more memory than there is", "make room for it"
    what = str(error) if isinstance(error, RuleFault) else f"{type(error).__name__}: {error}"
    problem = " ".join(f"could not be worked through ({what})".split())[:300]
    return problem, "please report this document"
