"""ODT: the paragraphs, tables and notes of an OpenDocument text.

The XML of its parts (OASIS OpenDocument 1.3) is read directly, within the same limits as DOCX.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.model import Document, Span
from kg.read.builder import TextBuilder
from kg.read.facts import iso_day
from kg.read.flow import BLANK, LINE, SPACE, TAB, Flow, Token
from kg.read.limits import Limits
from kg.read.markup import Walk, parse_xml
from kg.read.source import Deadline, Source
from kg.read.story import MarkupStory, Office
from kg.read.zipped import Zip

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_INFO = {
    "title": "title",
    "initial-creator": "creator",
    "subject": "subject",
    "creation-date": "created",
}
_ROLES = ("header", "header-first", "header-left", "footer", "footer-first", "footer-left")


def read(source: Source, limits: Limits) -> Document:
    """The document in an ODT; raises :class:`kg.errors.InputError` when there is none."""
    built = TextBuilder(source, limits)
    office = Office(Flow(built), built, source, limits, Deadline(source, limits))
    with Zip(source, limits) as parts:
        if "META-INF/manifest.xml" in parts and b"encryption-data" in parts.read(
            "META-INF/manifest.xml"
        ):
            raise source.error("is protected with a password", "save it without one")
        _write(parts, office)
    return built.document(source.load(limits), MEDIA_TYPE)


def _write(parts: Zip, office: Office) -> None:
    content = _tree(parts, office, "content.xml")
    body = _OpenStory(office, _styles(content))
    for text in content.iter("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"):
        body.write(text)
    for label, mark, note in body.marks:
        _OpenStory(office, _NO_STYLES).write_note(note, label, mark, f"note[{label}]")
    if "styles.xml" in parts:
        _write_around(_tree(parts, office, "styles.xml"), office)
    if "meta.xml" in parts:
        _add_facts(_tree(parts, office, "meta.xml"), office.built)


def _tree(parts: Zip, office: Office, name: str) -> Any:
    office.deadline()
    root, warnings = parse_xml(office.source, parts.read(name), office.limits)
    office.built.warnings += warnings
    return root


@dataclass(frozen=True, slots=True)
class _Styles:
    """The names of the styles that set superscript, and of those that draw a cell's sides."""

    raised: frozenset[str]
    bordered: frozenset[str]


_NO_STYLES = _Styles(frozenset(), frozenset())


def _styles(content: Any) -> _Styles:
    raised, bordered = set(), set()
    for style in content.iter(f"{_STYLE}style"):
        name = style.get(f"{_STYLE}name") or ""
        for properties in style:
            if (properties.get(f"{_STYLE}text-position") or "").startswith("super"):
                raised.add(name)
            sides = [properties.get(f"{_FO}{side}") for side in ("border", "border-left")]
            if any(side and side != "none" for side in sides):
                bordered.add(name)
    return _Styles(frozenset(raised), frozenset(bordered))


def _write_around(styles: Any, office: Office) -> None:
    """The headers and footers of the page styles, each wording once."""
    seen = set()
    for element in styles.iter(*(f"{_STYLE}{tag}" for tag in _ROLES)):
        words = " ".join("".join(element.itertext()).split())
        if words and words not in seen:
            seen.add(words)
            role = element.tag.rpartition("}")[2].partition("-")[0]
            _OpenStory(office, _NO_STYLES).write_apart(element, role)


def _add_facts(meta: Any, built: TextBuilder) -> None:
    for element in meta.iter():
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name := _INFO.get(tag):
            text = element.text or ""
            built.fact(name, iso_day(text) if name == "created" else text, f"odt:{tag}")


class _OpenStory(MarkupStory):
    """Writes one story of an ODT."""

    SKIPPED = frozenset(
        "tracked-changes annotation sequence-decls forms script variable-decls automatic-styles"
        " note-citation desc title".split()
    )
    BOXES = frozenset(("text-box",))

    def __init__(self, office: Office, styles: _Styles) -> None:
        super().__init__(office)
        self._styles = styles
        self._bordered = [False]  # whether the tables around here show their lines
        self._links: list[Token] = []
        self._depth = 0  # how many paragraphs are open: text elsewhere is lay-out
        self.marks: list[tuple[str, Span, Any]] = []

    def begin(self, walk: Walk, element: Any, tag: str) -> None:
        flow = self.flow
        if tag in ("p", "h"):
            self.begin_paragraph(walk.name(element, tag))
            self._depth += 1
        elif tag == "note":
            self._meet_note(walk, element)
            return
        elif tag == "line-break":
            flow.need(LINE)
        elif tag in ("tab", "s"):
            flow.need(TAB if tag == "tab" else SPACE)
        elif tag == "a":
            self._links.append(flow.open())
        elif tag == "span":
            flow.raising += element.get(f"{_TEXT}style-name") in self._styles.raised
        elif tag == "table":
            flow.begin_table()
            self._bordered.append(False)
        elif tag == "table-row":
            flow.begin_row()
        elif tag == "table-cell":
            flow.begin_cell()
            self._bordered[-1] |= element.get(f"{_TABLE}style-name") in self._styles.bordered
        if self._depth:
            flow.text(element.text)

    def end(self, element: Any, tag: str) -> None:
        flow = self.flow
        if tag in ("p", "h"):
            self._depth -= 1
            self.end_paragraph()
            if tag == "h":
                flow.part(BLANK)
        elif tag == "a":
            flow.link(self._links.pop(), element.get(_HREF))
        elif tag == "span":
            flow.raising -= element.get(f"{_TEXT}style-name") in self._styles.raised
        elif tag == "table-cell":
            flow.end_cell()
        elif tag == "table":
            flow.end_table(matter=self._bordered.pop())

    def tail(self, element: Any) -> None:
        if self._depth:
            self.flow.text(element.tail)

    def _meet_note(self, walk: Walk, element: Any) -> None:
        walk.skip(element)
        citation = element.find(f"{_TEXT}note-citation")
        body = element.find(f"{_TEXT}note-body")
        if citation is not None and body is not None:
            label = " ".join("".join(citation.itertext()).split())[:6]
            self.marks.append((label, self.flow.mark(label), body))
