"""Pages from templates: every value is escaped, and a missing one is an error."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

import jinja2

from kg.serve.words import words


@cache
def _environment(keep: str) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("kg.serve", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["stay"] = lambda address: _stay(address, keep)
    return environment


def render(
    name: str, lang: str, *, path: str, chosen: bool, values: Mapping[str, Any]
) -> bytes:
    """A page in a language; ``chosen`` says that links must keep the language, ``path`` is its own.

    >>> b"&lt;b&gt;" in render("search.html", "en", path="/search?q=1", chosen=True,
    ...     values={"question": "<b>", "found": [], "more": False})
    True
    """
    other = "en" if lang == "nl" else "nl"
    keep = f"?lang={lang}" if chosen else ""
    found = _environment(keep).get_template(name).render(
        **values,
        lang=lang,
        words=words(lang),
        keep=keep,
        other_lang=other,
        other=f"{path}{'&' if '?' in path else '?'}lang={other}",
    )
    return found.encode("utf-8", "replace")


def _stay(address: str, keep: str) -> str:
    """A link within this server, with the language that was chosen."""
    if not keep or not address.startswith("/"):
        return address
    place, mark, fragment = address.partition("#")
    joined = place + (keep.replace("?", "&") if "?" in place else keep)
    return joined + mark + quote(fragment)
