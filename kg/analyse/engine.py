"""Which engine networkx hands its work to.

networkx dispatches to faster backends where they are installed
(https://networkx.org/documentation/stable/reference/backends.html); what a backend does not know,
networkx does itself. The answers are the same but for the last digits, which are rounded away.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import InputError


@contextmanager
def using(backend: str | None) -> Iterator[None]:
    """Let networkx prefer this backend; without one, as networkx itself is configured.

    Raises ``InputError`` for a backend that is not installed.

    >>> with using("nonsense"):  # doctest: +ELLIPSIS
    ...     pass
    Traceback (most recent call last):
    kg.errors.InputError: backend nonsense: is not installed; installed are: ...networkx...
    """
    if backend is None:
        yield
        return
    import networkx

    installed = sorted({"networkx", *networkx.config.backends})
    if backend not in installed:
        known = ", ".join(installed)
        raise InputError(f"backend {backend}", "is not installed", f"installed are: {known}")
    try:
        with networkx.config(backend_priority=[] if backend == "networkx" else [backend]):
            yield
    except ImportError as error:  # it is loaded when first used, and may be for another networkx
        remedy = f"install one made for networkx {networkx.__version__}"
        raise InputError(f"backend {backend}", f"cannot be loaded: {error}", remedy) from None
