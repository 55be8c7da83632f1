"""Plain text and Markdown: the text as it stands, with the links written in it.

The text is the file's own, decoded and otherwise untouched: line ends and form feeds included. Only
the bars around the lines of a page that is one drawn table, as old Word files of the Kamer become
text, are blanks, so that every character keeps its place; and the two columns of Handelingen come
one below the other (:mod:`kg.read.columns`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Document, Link, Span
from kg.read.columns import parted
from kg.read.encoding import Undecodable, decode
from kg.read.limits import Limits
from kg.read.source import Source

# "[2022D29586](#)", "Detail 2021D04467 | Tweede Kamer<https://…>"
_LABELLED = re.compile(r"\[(?P<label>[^\[\]\r\n]{1,300})\]\((?P<target>[^()\s]{1,2000})\)")
_MARKED = re.compile(_LABELLED.pattern + r"|<(?P<angle>https?://[^<>\s]{1,2000})>")
# "https://…"; what marks a link ends it, so that the two never reach into one another.
_BARE = re.compile(r"https?://[^\s<>\[\]()\"'“”‘’]{1,2000}(?<![.,;:!?])")


def read(source: Source, limits: Limits) -> Document:
    """The document in a plain text or Markdown file.

    Raises :class:`kg.errors.InputError` when the bytes are no text.

    >>> document = read(Source.of_bytes("a.md", b"zie [2022D29586](#)"), Limits())
    >>> document.links[0].span.of(document.text), document.links[0].target
    ('2022D29586', '#')
    """
    data = source.load(limits)
    try:
        decoded = decode(data)
    except Undecodable as error:
        raise source.error(
            str(error), "save it as UTF-8 text, or give the PDF, DOCX or HTML it came from"
        ) from None
    text = parted(without_borders(decoded.text))
    if len(text) > limits.text_chars:
        raise source.error(f"holds more than {limits.text_chars} characters", "split it")
    if text.isspace() or not text:
        raise source.error("holds only white space", "check the file")
    markdown = source.name.lower().endswith((".md", ".markdown"))
    return source.document(
        data,
        text,
        "text/markdown" if markdown else "text/plain",
        links=tuple(links_in(text)),
        warnings=(decoded.warning,) if decoded.warning else (),
    )


def without_borders(text: str) -> str:
    """``text`` with blanks for the bars, where all of its lines stand between bars.

    >>> without_borders("|31 951  |Verantwoordingsbrief|\\n|Nr. 17  |MOTIE               |")
    ' 31 951   Verantwoordingsbrief \\n Nr. 17   MOTIE                '
    """
    if not text.lstrip().startswith("|"):
        return text
    lines = (line.strip() for line in text.split("\n"))
    if all(line[0] == line[-1] == "|" for line in lines if line):
        return text.replace("|", " ")
    return text


def links_in(text: str) -> Iterator[Link]:
    """The links written in ``text``: Markdown ones, addresses between angles, bare addresses.

    >>> [link.target for link in links_in("Zie https://www.tweedekamer.nl/x?id=2021Z1.")]
    ['https://www.tweedekamer.nl/x?id=2021Z1']
    """
    done = 0  # few texts have all three, and one pattern for them is slow to look for
    angled = "<http" in text
    if angled or "](" in text:
        for match in (_MARKED if angled else _LABELLED).finditer(text):
            yield from _bare(text, done, match.start())
            done = match.end()
            part = match.lastgroup or ""
            yield Link(Span(*match.span("label" if part == "target" else part)), match[part])
    yield from _bare(text, done, len(text))


def _bare(text: str, start: int, end: int) -> Iterator[Link]:
    """The addresses that stand in a stretch of text with nothing around them."""
    at = text.find("http", start, end)  # ten times as fast as the pattern's own way there
    while at >= 0:
        match = _BARE.match(text, at, end)
        if match:
            yield Link(Span(*match.span()), match[0])
        at = text.find("http", match.end() if match else at + 1, end)
