"""Writes the graph as one page that opens offline: picture, panel, search, filters and table.

pyvis makes the network and brings vis-network; template, style sheet and scripts are files of
``kg.export.page``. Text of documents is data: it enters the page as JSON that cannot leave its
element, and the page's policy lets nothing run but the page's own scripts and allows no request.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from string import Template
from typing import Any

from kg._version import __version__
from kg.export.page import assets, payload, picture
from kg.export.page.overview import CROWD, overview
from kg.model import GraphData

LANGUAGES = ("nl", "en")
# what may end a script element or a line of script, and halves of characters
_RISKY = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def render(
    data: GraphData,
    *,
    title: str,
    language: str = "nl",
    texts: Mapping[str, str] | None = None,
    left_out: int = 0,
    nearest: bool = False,
) -> str:
    """The whole page as text; the same graph gives the same page to the byte.

    ``texts`` gives the text of a file by its key ("file/9f…"): with it the page shows each quote
    in its sentence. Up to two thousand nodes all are drawn; of more the largest dossiers are, each
    for its papers, and what has most edges, while search, table and limits know all.
    ``left_out`` is how many things of a larger graph are not in ``data``, which are then its most
    connected ones, or with ``nearest`` those nearest to what was asked for: the page says so.
    Raises ``ValueError`` for a language other than ``nl`` and ``en``.

    >>> from kg.model import GraphData, Node
    >>> data = GraphData((Node("dossier/25295", ("Dossier",), "Dossier </script>"),), ())
    >>> page = render(data, title="Proef")
    >>> page.startswith("<!doctype html>"), "Dossier </script>" in page
    (True, False)
    """
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r} is not one of {', '.join(LANGUAGES)}")
    graph = payload.shown(data)
    edges = graph.edges()
    first = overview(graph, edges) if len(graph.nodes) > CROWD else None
    content = {
        "title": title,
        "language": language,
        "leftOut": left_out,
        "nearest": nearest,
        "style": assets.style(),
        "words": json.loads(assets.text("words.json")),
        "network": picture.network(graph, edges, first),
        **payload.describe(graph, texts or {}),
    }
    if first is not None:
        # what the scripts need to draw other views of a graph that is too large to draw whole
        content |= {"homes": first.homes, "sizes": picture.sizes(graph, edges)}
    style, vis, script = assets.text("page.css"), assets.vis_network(), assets.script()
    return Template(assets.text("template.html")).substitute(
        version=__version__,
        language=language,
        title=html.escape(_CONTROL.sub(" ", title)),
        policy=_policy(style, (vis, script)),
        style=style,
        content=_as_json(content),
        vis=vis,
        script=script,
    )


def _as_json(content: Any) -> str:
    """JSON that stays inside a script element whatever text it holds."""
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return _RISKY.sub(lambda found: f"\\u{ord(found.group()):04x}", plain)


def _policy(style: str, scripts: tuple[str, ...]) -> str:
    """A Content-Security-Policy: only these very scripts and this style, no request at all."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(_fingerprint(each) for each in scripts)}",
            f"style-src {_fingerprint(style)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _fingerprint(text: str) -> str:
    """The hash by which a policy names an inline script or style."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
