"""Footnotes of HTML pages: which links are marks, and which blocks are their notes.

Pages write notes in many ways, and all of them link the mark to the note: a link in the running
text that shows a number (raised or between brackets), and points at a place in the same page whose
block begins with that number or is an entry of a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from kg.read.markup import Walk, local
from kg.read.source import Deadline

PARAGRAPHS = frozenset(
    "p h1 h2 h3 h4 h5 h6 blockquote ul ol dl pre table figure hr fieldset address".split()
)
LINES = frozenset(
    "div li dt dd tr section article main figcaption caption legend form body center details"
    " summary header footer nav aside".split()
)
BLOCKS = PARAGRAPHS | LINES | {"td", "th"}
_LABEL = re.compile(r"\s{0,9}[\[(]?(\d{1,3}|[*†‡]{1,3})[\])]?\s{0,9}")
_NESTED = 4  # an empty anchor before the number lies no deeper in the note's block


@dataclass(slots=True)
class Notes:
    """The marks of a page by their link, with their label; the notes by their block."""

    marks: dict[Any, str] = field(default_factory=dict)
    note_of: dict[Any, Any] = field(default_factory=dict)
    labels: dict[Any, str] = field(default_factory=dict)


def notes_in(content: Any, deadline: Deadline) -> Notes:
    """The marks and notes in an element of a page."""
    targets, links = _targets_and_links(content, deadline)
    notes = Notes()
    beginnings: dict[Any, str] = {}
    for link, label, target, home in links:
        place = targets.get(target)
        block = _block_of(place, content)
        if block is None or block is home or block in notes.labels:
            continue
        around = _around(place, block)
        for element in around:
            if element not in beginnings:
                beginnings[element] = _beginning(element)
        shown = [_LABEL.match(beginnings[element]) for element in around]
        if any(one and one[1] == label for one in shown) or local(block.tag) == "li":
            notes.marks[link] = label
            notes.note_of[link] = block
            notes.labels[block] = label
    return notes


Link = tuple[Any, str, str, Any]  # the element, its label, the name it points at, its block


def _targets_and_links(content: Any, deadline: Deadline) -> tuple[dict[str, Any], list[Link]]:
    """The places that can be pointed at, and the numbered links that do not begin their block."""
    targets: dict[str, Any] = {}
    links: list[Link] = []
    blocks: list[tuple[Any, bool]] = [(content, False)]
    for event, element in Walk(content, deadline):
        tag = local(element.tag)
        if event == "start":
            for name in (element.get("id"), element.get("name")):
                if name:
                    targets.setdefault(name, element)
            if tag in BLOCKS:
                blocks.append((element, False))
            elif tag == "a" and blocks[-1][1] and (link := _numbered(element)):
                links.append((element, *link, blocks[-1][0]))
        elif event == "end" and tag in BLOCKS and len(blocks) > 1:
            blocks.pop()
        text = element.text if event == "start" else element.tail if event == "tail" else None
        if text and not text.isspace():
            blocks[-1] = (blocks[-1][0], True)
    return targets, links


def _numbered(link: Any) -> tuple[str, str] | None:
    """The label and the target of a link that shows no more than a number."""
    href = link.get("href") or ""
    if not href.startswith("#") or len(link) > 3:
        return None
    found = _LABEL.fullmatch(_beginning(link))
    return (found[1], href[1:]) if found else None


def _beginning(element: Any) -> str:
    """The first characters of an element's text."""
    text = ""
    for piece in element.itertext():
        text = (text + piece).lstrip()
        if len(text) > 40:
            break
    return text


def _around(place: Any, block: Any) -> list[Any]:
    """What may begin with the note's number: the place itself, what it opens, the block."""
    found = [place]
    while found[-1] is not block and len(found) < _NESTED:
        found.append(found[-1].getparent())
    return [*found, block]


def _block_of(element: Any, content: Any) -> Any:
    """The paragraph or other block that ``element`` is or stands in, within the content."""
    while element is not None and element is not content:
        if local(element.tag) in BLOCKS:
            return element
        element = element.getparent()
    return None
