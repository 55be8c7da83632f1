"""HTML: the main content of a page as text, with its notes, tables, links and metadata.

Pages of officielebekendmakingen.nl, rijksoverheid.nl and tweedekamer.nl name their content; of
others the navigation, headers and footers around the content are left out. A link whose text is a
number and that points at a place in the page beginning with that number is a footnote's mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from kg.model import Document, Span
from kg.read.builder import TextBuilder, raised
from kg.read.facts import add_field
from kg.read.flow import BLANK, LINE, SPACE, Flow, Token
from kg.read.html_notes import BLOCKS, LINES, PARAGRAPHS, notes_in
from kg.read.limits import Limits
from kg.read.markup import Walk, local, parse_html
from kg.read.source import Deadline, Source

_SKIPPED = frozenset(
    "script style noscript template svg math select button input textarea head iframe object"
    " audio video canvas datalist dialog nav".split()
)
_AROUND = frozenset("footer aside menu".split())
_NAVIGATION = re.compile(
    r"\b(?:nav|navigation|navigatie|menu|footer|breadcrumbs?|broodkruimels?|skip-?links?|cookies?"
    r"|social|sidebar|teaser|share)\b",
    re.IGNORECASE,
)
_NAVIGATES = frozenset("div ul ol section p form a span".split())
_PLACED = frozenset("p h1 h2 h3 h4 h5 h6 li td th dt dd pre blockquote div caption".split())
_CONTENT_IDS = ("broodtekst", "main-content", "maincontent", "inhoud", "content-main")
_HIDDEN = re.compile(r"(?:visually|element)-?(?:hidden|invisible)|\bsr-only\b|\bnote-close\b")
_NO_SHOW = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)


def read(source: Source, limits: Limits) -> Document:
    """The document on an HTML page; raises :class:`kg.errors.InputError` when there is none."""
    data = source.load(limits)
    root, warnings = parse_html(source, data, limits)
    built = TextBuilder(source, limits)
    built.warnings += warnings
    add_facts(root, built)
    write(root, built, source, limits)
    return built.document(data, "text/html")


def write(root: Any, built: TextBuilder, source: Source, limits: Limits) -> None:
    """Writes the main content of the page with this root element."""
    content = main_content(root)
    _Page(content, built, source, limits, whole=content is root).run()


def add_facts(root: Any, built: TextBuilder) -> None:
    """Keeps what the page's ``meta`` elements, title and canonical address say."""
    for meta in root.iter("meta"):
        field_name = meta.get("name") or meta.get("property") or ""
        add_field(built, field_name, meta.get("content"), "html:meta")
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            _add_address(built, link.get("href") or "")
    title = next(root.iter("title"), None)
    if title is not None:
        built.fact("title", "".join(title.itertext()), "html:title")


def _add_address(built: TextBuilder, address: str) -> None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    if "tweedekamer.nl" in parts.netloc:
        for number in parse_qs(parts.query, max_num_fields=50).get("did", ())[:1]:
            built.fact("identifier", number, "html:canonical did")
    built.fact("page", address, "html:canonical")


def main_content(root: Any) -> Any:
    """The element that holds what the page is about; the root itself where none says so."""
    return next((one for one in _contents(root) if not _holds_little(one)), root)


def _contents(root: Any) -> Iterator[Any]:
    """The elements that may be the content, the surest first."""
    named = [e for e in root.iter("div", "section", "article") if e.get("id") or e.get("role")]
    yield from (e for e in named if (e.get("id") or "").lower() == _CONTENT_IDS[0])
    yield from root.iter("main")
    yield from (e for e in named if e.get("role") == "main")
    yield from (e for e in named if (e.get("id") or "").lower() in _CONTENT_IDS)
    articles = list(root.iter("article"))
    if len(articles) == 1:
        yield articles[0]


def _holds_little(element: Any) -> bool:
    """Whether an element is too empty to be what a page is about."""
    seen = 0
    for piece in element.itertext():
        seen += len(piece.strip())
        if seen > 100:
            return False
    return True


class _Page:
    """Writes the content of one page as its elements come by."""

    def __init__(
        self, content: Any, built: TextBuilder, source: Source, limits: Limits, *, whole: bool
    ) -> None:
        deadline = Deadline(source, limits)
        self._walk = Walk(content, deadline)
        self._built = built
        self._flow = Flow(built)
        self._notes = notes_in(content, deadline)
        self._skipped = _SKIPPED | _AROUND if whole else _SKIPPED
        self._pre = 0
        self._open: list[_Open] = []
        self._marks: dict[Any, Span] = {}  # by the block of the note
        self._raised: list[bool] = []

    def run(self) -> None:
        """Writes everything."""
        for event, element in self._walk:
            if event == "start":
                tag = local(element.tag)
                if tag in self._skipped or _hidden(element) or _navigates(element, tag):
                    self._walk.skip(element)
                elif self._begin(element, tag):
                    self._text(element.text)
            elif event == "end":
                self._end(element, local(element.tag))
            else:
                self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if self._pre:
            self._flow.lines(text)
        else:
            self._flow.text(text)

    def _begin(self, element: Any, tag: str) -> bool:
        """Prepares for an element's content; whether that is to be read."""
        flow = self._flow
        if tag in BLOCKS:
            self._begin_block(element, tag)
        elif tag == "br":
            flow.need(LINE)
        elif tag == "sup":
            self._raised.append(not self._begins_note())
            flow.raising += self._raised[-1]
        elif tag == "a":
            if (label := self._notes.marks.get(element)) is not None:
                self._marks[self._notes.note_of[element]] = flow.mark(label)
                self._walk.skip(element)
                return False
            self._open.append(_Open(element, flow.open()))
        return True

    def _begins_note(self) -> bool:
        """Whether the next text is the number of a note, which is not raised."""
        return any(one.label and not one.token for one in self._open[-3:])

    def _behind_number(self) -> bool:
        """Whether no more than its number was written of the note around here."""
        return any(
            one.label and one.token and self._built.length - one.token[0] < len(one.label) + 4
            for one in self._open[-3:]
        )

    def _begin_block(self, element: Any, tag: str) -> None:
        flow = self._flow
        if self._behind_number():
            flow.instead(SPACE)
        elif tag in PARAGRAPHS:
            flow.part(BLANK)
        elif tag in LINES:
            flow.part(LINE)
        if tag == "table":
            flow.begin_table()
        elif tag == "tr":
            flow.begin_row()
        elif tag in ("td", "th"):
            flow.begin_cell()
        self._pre += tag == "pre"
        label = self._notes.labels.get(element)
        if label or tag in _PLACED:
            name = self._walk.name(element, tag)
            self._open.append(_Open(element, flow.open(), name, label, len(self._built.places)))

    def _end(self, element: Any, tag: str) -> None:
        flow = self._flow
        if tag == "sup":
            flow.raising -= self._raised.pop()
        if self._open and self._open[-1].element is element:
            one = self._open.pop()
            if tag == "a":
                flow.link(one.token, _elsewhere(element.get("href")))
            else:
                self._end_placed(one)
        if tag in BLOCKS:
            self._end_block(tag)

    def _end_placed(self, one: _Open) -> None:
        if one.label and one.token:
            self._end_note(one.element, one.token[0], one.label)
        if len(self._built.places) == one.places:
            self._flow.place(one.token, one.name)
        else:
            self._flow.close(one.token)

    def _end_block(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._flow.end_cell()
        elif tag == "table":
            self._flow.end_table()
        self._pre -= tag == "pre"
        if tag in PARAGRAPHS:
            self._flow.part(BLANK)
        elif tag in LINES:
            self._flow.part(LINE)

    def _end_note(self, element: Any, start: int, label: str) -> None:
        span = Span(start, self._built.length)
        self._built.region("note", start)
        if element in self._marks:
            skip = label_length(self._built.since(start), label)
            self._flow.tie(label, self._marks[element], Span(start + skip, span.end))


@dataclass(slots=True)
class _Open:
    """An element whose text is being written: where that begins, and what it is for."""

    element: Any
    token: Token
    name: str = ""
    label: str | None = None  # of the note it is
    places: int = 0  # how many there were when it opened: only the innermost block is kept


def _elsewhere(address: str | None) -> str | None:
    """A link's address, unless it stays in the page."""
    return None if address is None or re.match("#.|(?i:javascript:)", address) else address


def label_length(text: str, label: str) -> int:
    """How many characters of a note's text are its own number.

    >>> label_length("[2] Kamerstuk", "2"), label_length("¹ Zie", "1"), label_length("Zie", "1")
    (4, 2, 0)
    """
    figures = f"(?:{re.escape(label)}|{raised(label)})"
    found = re.match(rf"\s{{0,9}}[\[(]?{figures}[\])]?[.:)]?\s{{0,9}}", text)
    return found.end() if found else 0


def _navigates(element: Any, tag: str) -> bool:
    """Whether an element leads around the site: its id or class says so, and no title is in it."""
    if tag not in _NAVIGATES:
        return False
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    return bool(_NAVIGATION.search(names)) and next(element.iter("h1"), None) is None


def _hidden(element: Any) -> bool:
    """Whether a browser would not show the element."""
    if element.get("hidden") is not None or _NO_SHOW.search(element.get("style") or ""):
        return True
    return bool(_HIDDEN.search(element.get("class") or ""))
