"""Which engine networkx hands its work to.

networkx dispatches to faster backends where they are installed
(https://networkx.org/documentation/stable/reference/backends.html); what a backend does not know,
networkx does itself. The answers are the same but for the last digits, which are rounded away.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kg.errors import InputError

_SETTING = "NETWORKX_"


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
        if any(name.startswith(_SETTING) for name in os.environ):
            _networkx()  # it reads them when it is loaded
        yield
        return
    networkx = _networkx()
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


def _networkx() -> Any:
    """The module; raises ``InputError`` where a setting in the environment is none of it."""
    try:
        import networkx
    except ValueError as error:
        place = ", ".join(sorted(name for name in os.environ if name.startswith(_SETTING)))
        remedy = "name installed backends, or take it out of the environment"
        raise InputError(place, f"is refused by networkx: {error}", remedy) from None
    return networkx
