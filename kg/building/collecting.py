"""Python's search for cycles of objects, which finds nothing in a build and takes its time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No search for cycles inside; after it, as before.

    What a build holds of a hundred thousand documents has none, and is gone through again and
    again while it grows: a tenth of the main process's time.

    >>> with paused():
    ...     gc.isenabled()
    False
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
