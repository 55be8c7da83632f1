"""Errors that name the place, the problem and the remedy.

>>> str(InputError("brief.pdf", "the file is empty", "check the download"))
'brief.pdf: the file is empty; check the download'
"""

from __future__ import annotations


class KamergraafError(Exception):
    """The base of every error a user can meet; its text is one line fit to print.

    ``place`` is a path, a line of a table or a stretch of text; ``problem`` what is wrong there;
    ``remedy`` what to do about it.
    """

    def __init__(self, place: str, problem: str, remedy: str = "") -> None:
        super().__init__(place, problem, remedy)
        self.place = place
        self.problem = problem
        self.remedy = remedy

    @property
    def parts(self) -> tuple[str, str, str]:
        """Place, problem and remedy."""
        return self.place, self.problem, self.remedy

    def __str__(self) -> str:
        parts = f"{self.place}: {self.problem}" if self.place else self.problem
        return f"{parts}; {self.remedy}" if self.remedy else parts


class InputError(KamergraafError):
    """A document that cannot be read: missing, empty, no text, damaged, too large."""


class UnreachableError(InputError):
    """A document whose bytes could not be had just now: another time they may."""


class CitationError(KamergraafError, ValueError):
    """A citation or identifier that cannot be read."""


class AuthorityError(KamergraafError, ValueError):
    """A row of an authority table that breaks the table's rules."""


class GraphError(KamergraafError):
    """A graph that breaks its own shapes, or a graph file that cannot be used."""


class QueryError(KamergraafError, ValueError):
    """A SPARQL query that cannot be run as written."""


class LimitError(QueryError):
    """A query that is sound but asks for more time, memory or rows than it may have."""
