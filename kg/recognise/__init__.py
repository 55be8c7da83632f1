"""What a document points at: every citation and every name, as it stands there.

Finding is not resolving: a mention says what is printed, its typed value and the rule that fired.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from kg.model import Document, Mention
from kg.text import plain

__all__ = ["find", "recognise"]


def recognise(document: Document) -> tuple[Mention, ...]:
    """Every mention in a document, in order of place; spans overlap only where a name holds an id.

    The document's own number has the role ``own``. Any text is fine; nothing is raised.

    >>> document = Document("Zie Kamerstuk 25 295, nr. 1959.", "brief.txt", "")
    >>> [(m.id, m.surface) for m in recognise(document)]
    [('kst-25295-1959', 'Kamerstuk 25 295, nr. 1959')]
    """
    registry, own, context, repeat, link = _steps()
    text = plain(document.text)
    mentions: tuple[Mention, ...] = own.mark(text, registry.mentions(text))
    mentions = context.settle(mentions)
    notes = [(tie.label, tie.note) for tie in document.notes]
    mentions = repeat.settle_repeats(text, mentions, notes=notes)
    mentions = context.add_links(mentions, link.read_links(document))
    if text != document.text:  # a surface is what the document has, its own blanks included
        mentions = tuple(replace(one, surface=one.span.of(document.text)) for one in mentions)
    return mentions


@cache
def _steps() -> Any:
    """The modules that :func:`recognise` is made of, imported no sooner than needed."""
    from kg.recognise import context, link, own, registry, repeat

    return registry, own, context, repeat, link


def find(text: str) -> tuple[Mention, ...]:
    """Every mention in a text, as :func:`recognise` finds them in a document.

    >>> [mention.id for mention in find("Kamerstukken 34 682, nrs. 4 en 6; Stb. 2020, 123")][:2]
    ['kst-34682-4', 'kst-34682-6']
    """
    return recognise(Document(text, "", ""))
