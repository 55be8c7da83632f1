"""Changes as lines for people and as JSON, written one by one as they are found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import BinaryIO

from kg.compare.changes import Change, Thing
from kg.compare.words import state, word
from kg.shown import line, one_line
from kg.vocabulary import label

_COLUMNS = ("change", "relation", "subject", "object", "date")
# Fixed, for the widest of them is known only at the end; the quote takes what is left.
_CHANGE, _RELATION, _NAME, _DATE = 9, 12, 40, 10
_LEAST = 12

#: How many changes of a relation are new, and how many gone.
Counts = Counter[tuple[str, bool]]


def write_table(
    found: Iterable[Change], stream: BinaryIO, language: str, *, width: int | None = None
) -> Counts:
    """Write a line for each change, cut to ``width`` where it is given; how many there were."""
    counts: Counts = Counter()
    widths = _widths(width)
    for change in found:
        if not counts:
            heads = [word(name, language) for name in _COLUMNS]
            stream.write(_line(heads, word("quote", language), widths, width))
            stream.write(_line(["-" * each for each in widths], "-" * 5, widths, width))
        counts[change.relation, change.new] += 1
        cells = (state(change, language), label(change.relation, language), change.subject.label,
                 change.object.label, change.day.isoformat() if change.day else "")  # fmt: skip
        told = [one_line(cell) for cell in cells]
        stream.write(_line(told, one_line(change.quote or ""), widths, width))
    if not counts:
        stream.write(f"{word('none', language)}\n".encode())
    return counts


def write_json(found: Iterable[Change], stream: BinaryIO) -> Counts:
    """Write the changes as one JSON object, each on a line of its own; how many there were."""
    counts: Counts = Counter()
    stream.write(b'{"changes": [')
    for change in found:
        written = json.dumps(_object(change), ensure_ascii=False)
        stream.write(f"{',' if counts else ''}\n{written}".encode("utf-8", "replace"))
        counts[change.relation, change.new] += 1
    total = {
        relation: {"new": counts[relation, True], "gone": counts[relation, False]}
        for relation in sorted({relation for relation, _ in counts})
    }
    stream.write(f'\n],\n"counts": {json.dumps(total)}}}\n'.encode())
    return counts


def _widths(width: int | None) -> tuple[int, ...]:
    """The widths of all columns but the quote, which has as much as a name where room is short."""
    fixed = _CHANGE + _RELATION + _DATE + 2 * len(_COLUMNS)
    name = _NAME if width is None else min(_NAME, max(_LEAST, (width - fixed) // 3))
    return _CHANGE, _RELATION, name, name, _DATE


def _line(
    cells: Iterable[str], quote: str, widths: tuple[int, ...], width: int | None
) -> bytes:
    text = line(list(cells), widths)
    if quote:
        text = f"{text:{sum(widths) + 2 * (len(widths) - 1)}}  {quote}"
    return f"{line([text], [width]) if width else text.rstrip()}\n".encode("utf-8", "replace")


def _object(change: Change) -> dict[str, object]:
    return {
        "change": "new" if change.new else "gone",
        "relation": change.relation,
        "subject": _thing(change.subject),
        "object": _thing(change.object),
        "date": change.day.isoformat() if change.day else None,
        "statement": change.statement,
        "quote": change.quote,
        "file": change.file,
    }


def _thing(thing: Thing) -> dict[str, object]:
    return {"iri": thing.iri, "label": thing.label, "pages": list(thing.pages)}
