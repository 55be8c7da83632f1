"""What the page knows: nodes, statements and passages, as plain values fit for JSON.

Nodes and passages stand once; everything else points at them by number. Files, tenures and the
statements themselves are no nodes of the picture.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from kg.export.page import assets
from kg.model import GraphData, Node, Statement
from kg.reasons import in_dutch

HELD = "holder"  # the relation of the page between a post and who held it
LABEL_WIDTH = 22  # characters in a line of a label in the picture
LABEL_LINES = 2
CONTEXT = 240  # characters of the sentence shown on either side of a quote
_NUMBER = re.compile(r"^kst-(\d{1,6})(?:-([A-Z0-9]{1,8}))??-([A-Z0-9]{1,6}(?:-[a-z]\d)?)$")
_END = re.compile(r"[.!?][’”\"')]{0,3}\s|\n\s{0,80}\n")


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of a graph the page tells: nodes with their kind, statements by node number."""

    nodes: tuple[Node, ...]
    kinds: tuple[int, ...]
    labels: tuple[str, ...]
    number: Mapping[str, int]
    statements: tuple[Statement, ...]
    sources: Mapping[str, int]
    held: tuple[tuple[int, int, str], ...] = ()

    def edges(self) -> list[tuple[int, str, int]]:
        """Each edge once, however many statements stand behind it, in order."""
        return list(
            dict.fromkeys(
                [
                    *(
                        (self.number[s.subject], s.predicate, self.number[s.object])
                        for s in self.statements
                    ),
                    *((post, HELD, person) for post, person, _ in self.held),
                ]
            )
        )


def shown(data: GraphData) -> Shown:
    """The nodes that have a place on the page, and the statements between them.

    >>> from kg.model import GraphData, Node
    >>> found = shown(GraphData((Node("dossier/25295", ("Dossier",), "Dossier 25295"),), ()))
    >>> found.labels, found.kinds
    (('Dossier 25295',), (7,))
    """
    absent = set(assets.style()["absent"])
    nodes = tuple(n for n in data.nodes if not absent.intersection(n.types))
    number = {node.key: n for n, node in enumerate(nodes)}
    statements = tuple(s for s in data.statements if s.subject in number and s.object in number)
    return Shown(
        nodes,
        tuple(_kind(node) for node in nodes),
        tuple(short_label(node) for node in nodes),
        number,
        statements,
        _sources(nodes, number, statements),
        tuple(_held(data, number)),
    )


def _held(data: GraphData, number: Mapping[str, int]) -> Iterator[tuple[int, int, str]]:
    """Each post with who held it and when: an edge that a table tells, not a sentence."""
    for node in data.nodes:
        links = dict(node.links)
        post, person = links.get("heldPost", ""), links.get("holder", "")
        if post in number and person in number:
            days = {each.prop: each.text for each in node.literals}
            when = f"{days.get('kg:from', '')} – {days.get('kg:until', '')}".strip()
            yield number[post], number[person], when


def _kind(node: Node) -> int:
    """The number of the node's kind; what has no known class is told by its key."""
    for name in node.types:
        for n, kind in enumerate(assets.kinds()):
            if name in kind.classes and name != "Document":
                return n
    names = [kind.name for kind in assets.kinds()]
    return names.index("document" if node.key.startswith("document/") else "organisation")


def _sources(
    nodes: tuple[Node, ...], number: Mapping[str, int], statements: tuple[Statement, ...]
) -> dict[str, int]:
    """The document each file was read as; a file whose document is not on the page has none.

    Where the graph does not say which it is, it is the one of those read that the statements of
    the file are mostly about.
    """
    known = {
        file: number[n.key] for n in nodes for name, file in n.links if name == "readFrom"
    }
    read = {n.key for n in nodes if any(each.prop == "kg:sourceName" for each in n.literals)}
    open_ones = read - {nodes[n].key for n in known.values()}
    votes: dict[str, Counter[str]] = {}
    for s in statements:
        if s.subject in open_ones and s.file not in known:
            votes.setdefault(s.file, Counter())[s.subject] += 1
    # the most votes; of equals the first by key
    found = {
        file: number[min(count, key=lambda key: (-count[key], key))]
        for file, count in votes.items()
    }
    return found | known


def short_label(node: Node) -> str:
    """What stands under a node in the picture: at most two short lines.

    >>> from kg.model import Node
    >>> short_label(Node("document/kst-32793-584", ("Kamerstuk",), "Kamerstuk 32 793, nr. 584"))
    '32 793, nr. 584'
    >>> short_label(Node("programme/x", ("Programme",), "Mentale Gezondheid: van ons allemaal"))
    'Mentale Gezondheid:\\nvan ons allemaal'
    >>> short_label(Node("dossier/25295", ("Dossier",), "Kamerstuk 25 295"))
    'Dossier 25 295'
    """
    text = " ".join("".join(_plain(c) for c in node.label[:400]).split())
    if node.types[:1] in (("Kamerstuk",), ("Document",)):
        text = _kamerstuk(node.key.removeprefix("document/")) or text
    # a paper without a title is named with its file: too long for a picture
    files = (each.text for each in node.literals if each.prop == "kg:sourceName")
    text = next((text.removesuffix(f"({file})").strip() for file in files), text)
    if node.types[:1] == ("Dossier",):
        text = re.sub(r"^Kamerstuk (?=[0-9])", "Dossier ", text)
    return "\n".join(_lines(text or node.key.rsplit("/", 1)[-1][:LABEL_WIDTH]))


def _plain(character: str) -> str:
    """The character, a space where it is a control character or steers the writing direction."""
    return " " if unicodedata.category(character) in ("Cc", "Cf", "Cs") else character


def _kamerstuk(name: str) -> str | None:
    """The printed form of a Kamerstuk id, "32 793, nr. 584"."""
    found = _NUMBER.match(name)
    if not found:
        return None
    dossier, suffix, last = found.groups()
    spaced = f"{dossier[:-3]} {dossier[-3:]}" if len(dossier) > 3 else dossier
    named = f"{spaced}{'-' if (suffix or '').isdigit() else ' '}{suffix}" if suffix else spaced
    return f"{named}, nr. {last}" if last[0].isdigit() else f"{named}, {last}"


def _lines(text: str) -> list[str]:
    """The text in short lines, cut off with an ellipsis where it is longer."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LABEL_WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    lines = [each if len(each) <= LABEL_WIDTH + 2 else f"{each[:LABEL_WIDTH]}…" for each in lines]
    if len(lines) > LABEL_LINES:
        lines = lines[:LABEL_LINES]
        lines[-1] = lines[-1].rstrip("….,:; ") + "…"
    return lines


def describe(graph: Shown, texts: Mapping[str, str]) -> dict[str, Any]:
    """Nodes, statements and passages of the graph, for the scripts of the page.

    ``texts`` gives the text of a file by its key; a passage shows the sentence around a quote
    where the text is known, else the quote alone.
    """
    passages: dict[_Words, int] = {}
    statements = []
    for s, passage in zip(graph.statements, _passages(graph.statements, texts), strict=True):
        statements.append(
            [
                graph.number[s.subject],
                s.predicate,
                graph.number[s.object],
                passages.setdefault(passage, len(passages)),
                graph.sources.get(s.file, -1),
                s.page or 0,
                int(s.in_footnote),
                s.rule,
                s.confidence,
                str(s.degree) if s.degree else "",
                s.note or "",
            ]
        )
    nodes = [_node(node, graph, n) for n, node in enumerate(graph.nodes)]
    held = [list(each) for each in graph.held]
    return {
        "nodes": nodes,
        "statements": statements,
        "passages": list(passages),
        "held": held,
        "dutch": _in_dutch(graph),
    }


def _in_dutch(graph: Shown) -> dict[str, str]:
    """The reasons and notes of the graph that have a Dutch form, with it."""
    told = {each.text for node in graph.nodes for each in node.literals if each.prop == "kg:reason"}
    told |= {each.note for each in graph.statements if each.note}
    found = ((text, in_dutch(text)) for text in sorted(told))
    return {text: dutch for text, dutch in found if dutch is not None}


def _node(node: Node, graph: Shown, number: int) -> dict[str, Any]:
    """One node as the scripts get it."""
    return {
        "key": node.key,
        "kind": graph.kinds[number],
        "types": node.types,
        "label": node.label,
        "short": graph.labels[number],
        "facts": [[each.prop, each.text] for each in node.literals],
        "pages": [page for page in node.pages if page.startswith(("https://", "http://"))],
    }


_Words = tuple[str, str, str]


def _passages(statements: Sequence[Statement], texts: Mapping[str, str]) -> list[_Words]:
    """The words of each statement, found document by document: a text may be dear to get."""
    found: list[_Words] = [("", "", "")] * len(statements)
    order = sorted(range(len(statements)), key=lambda n: statements[n].file)
    for file, numbers in groupby(order, key=lambda n: statements[n].file):
        text = texts.get(file)
        for n in numbers:
            found[n] = _passage(statements[n], text)
    return found


def _passage(statement: Statement, text: str | None) -> _Words:
    """What stands before the quote in its sentence, the quote, what stands behind it."""
    start, end, quote = statement.start, statement.end, statement.quote
    if text is None or text[start:end] != quote:
        return "", quote, ""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    ends = [found.end() for found in _END.finditer(before)]
    stop = _END.search(quote[-1:] + after)
    return (
        before[ends[-1] if ends else 0 :].lstrip(),
        quote,
        after[: max(0, stop.end() - len(quote[-1:])) if stop else None].rstrip(),
    )
