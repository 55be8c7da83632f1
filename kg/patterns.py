"""Regular expressions that are compiled when they are first asked something.

To recognise every way of writing takes hundreds of patterns, and Python needs a third of a second
to compile them all; one letter uses half of them.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any, cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")


class _Later:
    """A pattern not compiled yet; after the first question its methods are those of the pattern."""

    __slots__ = ("pattern", *_METHODS)

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        # Not by __getattr__, which would make every later question slower.
        for method in _METHODS:
            setattr(self, method, partial(self._first, flags, method))

    def _first(self, flags: int, asked: str, *given: Any, **named: Any) -> Any:
        """The answer to the first question, for which the pattern is compiled."""
        compiled = re.compile(self.pattern, flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, asked)(*given, **named)


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile``, put off until the pattern is first used; a mistake in it shows only then.

    What comes back has the pattern's methods and its source.

    >>> later("nr. ([0-9]+)").search("25 295, nr. 1892")[1]
    '1892'
    """
    return cast("re.Pattern[str]", _Later(source, flags))
