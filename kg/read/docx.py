"""DOCX: the paragraphs, tables and notes of a Word document.

The XML of its parts (ECMA-376) is read directly: Python libraries for DOCX know no footnotes and do
not bound what a part unpacks to. Text boxes, frames and narrow floating tables are the margin
columns of Dutch government letters and are set apart, as are headers and footers, which come at
the end.
"""

from __future__ import annotations

import posixpath
from typing import Any

from kg.model import Document, Span
from kg.read.builder import TextBuilder
from kg.read.facts import iso_day
from kg.read.flow import BLANK, LINE, TAB, Flow, Token
from kg.read.limits import Limits
from kg.read.markup import Walk, parse_xml
from kg.read.source import Deadline, Source
from kg.read.story import NARROW, Field, MarkupStory, Office
from kg.read.zipped import Zip

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NO_BORDER = frozenset(("nil", "none", ""))
_INFO = {"title": "title", "creator": "creator", "subject": "subject", "created": "created"}

Relations = dict[str, tuple[str, str]]  # by id: the kind, and what is pointed at


def read(source: Source, limits: Limits) -> Document:
    """The document in a DOCX; raises :class:`kg.errors.InputError` when there is none."""
    built = TextBuilder(source, limits)
    with Zip(source, limits) as parts:
        office = Office(Flow(built), built, source, limits, Deadline(source, limits))
        _Package(parts, office).write()
    return built.document(source.load(limits), MEDIA_TYPE)


class _Package:
    """The parts of one DOCX and how they hang together."""

    def __init__(self, parts: Zip, office: Office) -> None:
        self._parts = parts
        self._office = office

    def write(self) -> None:
        """Writes the body, then the notes, then headers and footers."""
        name = self._main()
        relations = self._relations(name)
        body = _WordStory(self._office, relations)
        body.write(self._tree(name))
        for kind in ("footnote", "endnote"):
            self._notes(body, relations, kind)
        for role in ("header", "footer"):
            self._around(relations, role)
        self._facts()

    def _tree(self, name: str) -> Any:
        office = self._office
        office.deadline()
        root, warnings = parse_xml(office.source, self._parts.read(name), office.limits)
        office.built.warnings += warnings
        return root

    def _main(self) -> str:
        """The name of the main part, by the package's relations."""
        for kind, target in self._relations("").values():
            if kind == "officeDocument" and target in self._parts:
                return target
        return "word/document.xml"

    def _relations(self, part: str) -> Relations:
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._parts:
            return {}
        found = {}
        for relation in self._tree(name):
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = (relation.get("Type") or "").rpartition("/")[2]
            found[relation.get("Id") or ""] = (kind, target)
        return found

    def _named(self, relations: Relations, kind: str) -> list[str]:
        targets = {target for found, target in relations.values() if found == kind}
        return sorted(target for target in targets if target in self._parts)

    def _notes(self, body: _WordStory, relations: Relations, kind: str) -> None:
        for part in self._named(relations, f"{kind}s"):
            notes = {_attribute(note, "id"): note for note in self._tree(part)}
            story = _WordStory(self._office, self._relations(part))
            for found, number, label, mark in body.marks:
                if found == kind and number in notes:
                    story.write_note(notes.pop(number), label, mark, f"{kind}[{number}]")

    def _around(self, relations: Relations, role: str) -> None:
        """The headers or footers, each wording once."""
        seen = set()
        for part in self._named(relations, role):
            root = self._tree(part)
            words = " ".join("".join(root.itertext(f"{_WORD}t", f"{_STRICT}t")).split())
            if words and words not in seen:
                seen.add(words)
                _WordStory(self._office, self._relations(part)).write_apart(root, role)

    def _facts(self) -> None:
        if "docProps/core.xml" not in self._parts:
            return
        for element in self._tree("docProps/core.xml"):
            tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
            if name := _INFO.get(tag):
                text = element.text or ""
                value = iso_day(text) if name == "created" else text
                self._office.built.fact(name, value, f"docx:{tag}")


class _WordStory(MarkupStory):
    """Writes one story of a DOCX."""

    SKIPPED = frozenset(
        "Fallback del moveFrom rPr tblPr tblGrid trPr tcPr pPr sectPr delText footnoteRef"
        " endnoteRef annotationRef commentReference".split()
    )
    BOXES = frozenset(("txbxContent",))

    def __init__(self, office: Office, relations: Relations) -> None:
        super().__init__(office)
        self._relations = relations
        self._links: list[Token] = []
        self._fields: list[Field] = []
        self._floating: list[tuple[Any, Token]] = []
        self.marks: list[tuple[str, str, str, Span]] = []  # kind, id, label, place
        self._counts = {"footnote": 0, "endnote": 0}

    def begin(self, walk: Walk, element: Any, tag: str) -> None:
        flow = self.flow
        if tag == "t":
            flow.text(element.text)
        elif tag == "p":
            beside = element.find(f"{_WORD}pPr/{_WORD}framePr") is not None
            self.begin_paragraph(walk.name(element, "p"), beside=beside)
        elif tag in ("tab", "ptab"):
            flow.need(TAB)
        elif tag in ("br", "cr"):
            flow.need(BLANK if _attribute(element, "type") == "page" else LINE)
        elif tag == "noBreakHyphen":
            flow.text("-")
        elif tag == "r":
            flow.raising += _is_raised(element)
        elif tag in ("footnoteReference", "endnoteReference"):
            self._meet_mark(element, tag.removesuffix("Reference"))
        elif tag in ("hyperlink", "fldChar", "instrText"):
            self._begin_link(element, tag)
        else:
            self._begin_table(element, tag)

    def end(self, element: Any, tag: str) -> None:
        if tag == "p":
            self.end_paragraph()
            if element.find(f"{_WORD}pPr/{_WORD}sectPr") is not None:
                self.flow.part(BLANK)
        elif tag == "r":
            self.flow.raising -= _is_raised(element)
        elif tag == "hyperlink":
            _, target = self._relations.get(element.get(_RELATION) or "", ("", ""))
            self.flow.link(self._links.pop(), target)
        elif tag == "tc":
            self.flow.end_cell()
        elif tag == "tbl":
            self.flow.end_table(matter=_has_borders(element))
            if self._floating and self._floating[-1][0] is element:
                self.flow.region(self._floating.pop()[1], "margin")

    def _begin_link(self, element: Any, tag: str) -> None:
        """Links are elements of their own, or fields with an instruction and a result."""
        if tag == "hyperlink":
            self._links.append(self.flow.open())
        elif tag == "instrText":
            if self._fields:
                self._fields[-1].add(element.text or "")
        elif (kind := _attribute(element, "fldCharType")) == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].token = self.flow.open()
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if field.token is not None:
                self.flow.link(field.token, field.target)

    def _begin_table(self, element: Any, tag: str) -> None:
        if tag == "tbl":
            if _floats(element):
                self.flow.need(BLANK)
                self._floating.append((element, self.flow.open()))
            self.flow.begin_table()
        elif tag == "tr":
            self.flow.begin_row()
        elif tag == "tc":
            self.flow.begin_cell()

    def _meet_mark(self, element: Any, kind: str) -> None:
        if _attribute(element, "customMarkFollows") not in ("1", "true", "on"):
            self._counts[kind] += 1
            label = str(self._counts[kind])
            self.marks.append((kind, _attribute(element, "id"), label, self.flow.mark(label)))


def _attribute(element: Any, name: str) -> str:
    value = element.get(f"{_WORD}{name}")
    return value if value is not None else element.get(f"{_STRICT}{name}") or ""


def _is_raised(run: Any) -> bool:
    """Whether a run is set as superscript."""
    align = run.find(f"{_WORD}rPr/{_WORD}vertAlign")
    return align is not None and _attribute(align, "val") == "superscript"


def _floats(table: Any) -> bool:
    """Whether a table floats beside the body, as narrow as a column in the margin."""
    if table.find(f"{_WORD}tblPr/{_WORD}tblpPr") is None:
        return False
    width = table.find(f"{_WORD}tblPr/{_WORD}tblW")
    size = _attribute(width, "w") if width is not None else ""
    return size.isdecimal() and 0 < int(size[:9]) <= NARROW


def _has_borders(table: Any) -> bool:
    """Whether a table shows its lines: one without is most often the layout of a letter."""
    borders = table.find(f"{_WORD}tblPr/{_WORD}tblBorders")
    style = table.find(f"{_WORD}tblPr/{_WORD}tblStyle")
    if borders is not None:
        return any(_attribute(border, "val") not in _NO_BORDER for border in borders)
    return style is not None
