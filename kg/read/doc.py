"""DOC: the paragraphs, tables and notes of a file of Word 97 to 2003.

The file system inside the file is olefile's to read (:mod:`kg.read.compound`); what Word put in it
is read directly, by [MS-DOC] (:mod:`kg.read.doc_file`, :mod:`kg.read.doc_format`): no library under
a permissive licence knows its notes, tables and revisions. What comes back is as from a DOCX.
"""

from __future__ import annotations

from itertools import accumulate

from kg.errors import InputError
from kg.model import Document
from kg.read.builder import TextBuilder
from kg.read.compound import Compound, facts_of
from kg.read.doc_file import (
    ANCHORS, BOXES, ENDNOTE_MARKS, ENDNOTES, FOOTNOTE_MARKS, FOOTNOTES, HEADER_ANCHORS,
    HEADER_BOXES, HEADERS, Range, Unreadable, WordFile,
)
from kg.read.doc_format import DELETED, Format
from kg.read.doc_story import Boxes, DocStory, Marks
from kg.read.facts import iso_day
from kg.read.flow import Flow
from kg.read.formats import TO_PDF
from kg.read.limits import Limits
from kg.read.source import Deadline, Source
from kg.read.story import Office

MEDIA_TYPE = "application/msword"
_NOTES = {"footnote": (FOOTNOTE_MARKS, FOOTNOTES), "endnote": (ENDNOTE_MARKS, ENDNOTES)}
_SEPARATORS = 6  # 2.3.3: the stories before the headers are the lines above notes
_HEADERS = (0, 1, 4)  # of the six of a section: even, odd, and that of its first page
_OTHERS = (  # what else old Office programs keep in compound files, and what to do with it
    (("EncryptedPackage", "EncryptionInfo"), "is protected with a password", "save it without one"),
    (
        ("Workbook", "Book", "PowerPoint Document"),
        "is a spreadsheet or presentation, which is not read", TO_PDF,
    ),
    (
        ("__properties_version1.0",),
        "is a message of Outlook, which is not read", "save it as .eml or PDF and give that",
    ),
)
_LOST = "a part of its tables lies outside it: notes, rows or deleted words may not be told"


def read(source: Source, limits: Limits) -> Document:
    """The document in a DOC; raises :class:`kg.errors.InputError` when there is none."""
    deadline = Deadline(source, limits)
    streams = Compound(source, limits, deadline)
    if "WordDocument" not in streams:
        raise _other(streams, source)
    built = TextBuilder(source, limits)
    try:
        main = streams.read("WordDocument")
        tables = streams.read("0Table"), streams.read("1Table")
        data = streams.read("Data")
        file = WordFile(main, tables, data, most=limits.elements, deadline=deadline)
        _Parts(file, Office(Flow(built), built, source, limits, deadline)).write()
    except Unreadable as error:
        raise source.error(str(error), error.remedy) from None
    for name, value in facts_of(streams.read("\5SummaryInformation")):
        built.fact(name, iso_day(value) if name == "created" else value, f"doc:{name}")
    if file.lost:
        built.warnings.append(_LOST)
    return built.document(source.load(limits), MEDIA_TYPE)


def _other(streams: Compound, source: Source) -> InputError:
    for names, problem, remedy in _OTHERS:
        if any(name in streams for name in names):
            return source.error(problem, remedy)
    return source.error("is an old Office file without a text, which is not read", TO_PDF)


class _Parts:
    """The sub-documents of one file and how they hang together."""

    def __init__(self, file: WordFile, office: Office) -> None:
        self._file = file
        self._format = Format(file)
        self._office = office

    def write(self) -> None:
        """Writes the body, then the notes, then headers and footers."""
        notes = {kind: self._notes(*numbers) for kind, numbers in _NOTES.items()}
        marks: Marks = {
            mark: (kind, note)
            for kind, found in notes.items() for mark, note, is_own in found if not is_own
        }
        boxes = self._boxes(ANCHORS, "text", BOXES, "boxes")
        body = self._story(marks, boxes)
        body.write(self._file.parts["text"])
        body.write_leftovers()
        for kind, found in notes.items():
            for number, (label, mark, note) in enumerate(body.marks[kind], start=1):
                self._story().write_note(note, label, mark, f"{kind}[{number}]")
            for place, note, is_own in found:
                if is_own and not self._format.flags(place) & DELETED:
                    self._story().write_apart(note, "note")
        self._around()

    def _story(self, marks: Marks | None = None, boxes: Boxes | None = None) -> DocStory:
        return DocStory(self._office, self._file, self._format, marks or {}, boxes or Boxes({}, []))

    def _notes(self, marks: int, texts: int) -> list[tuple[int, Range, bool]]:
        """Each note: where its mark is, where its text, and whether its mark is the writer's own.

        2.8.10 PlcffndRef, 2.8.12 PlcffndTxt and their like for endnotes.
        """
        part = "footnotes" if texts == FOOTNOTES else "endnotes"
        places, kinds = self._file.plc(marks, 2)
        found = self._ranges(part, self._file.plc(texts, 0)[0])
        own = [not any(kind) for kind in kinds]
        return list(zip(places, found, own, strict=False))

    def _ranges(self, part: str, positions: list[int]) -> list[Range]:
        """The ranges of the text between positions in a part, none outside it."""
        start, end = self._file.parts[part]
        inside = list(accumulate((min(start + each, end) for each in positions), max))
        return list(zip(inside, inside[1:], strict=False))

    def _boxes(self, anchors: int, part: str, boxes: int, boxes_part: str) -> Boxes:
        """The text boxes of a part by their anchors (2.8.36 PlcfSpa, 2.8.32 PlcftxbxTxt).

        An anchor outside the part is none: boxes do not hang in one another.
        """
        positions, descriptors = self._file.plc(boxes, 22)
        ranges = self._ranges(boxes_part, positions)
        shapes = {each[14:18]: n for n, each in enumerate(descriptors) if any(each[14:18])}
        start, end = self._file.parts[part]
        places, drawn = self._file.plc(anchors, 26)
        found: dict[int, Range] = {}
        taken = set()
        for place, shape in zip(places, drawn, strict=False):
            number = shapes.get(shape[:4])
            if number is not None and number not in taken and start + place < end:
                taken.add(number)
                found.setdefault(start + place, ranges[number])
        return Boxes(found, [each for n, each in enumerate(ranges) if n not in taken])

    def _around(self) -> None:
        """The headers, then the footers, each wording once (2.8.15 Plcfhdd)."""
        ranges = self._ranges("headers", self._file.plc(HEADERS, 0)[0])[_SEPARATORS:]
        boxes = self._boxes(HEADER_ANCHORS, "headers", HEADER_BOXES, "header boxes")
        story = self._story(boxes=boxes)
        for role in ("header", "footer"):
            seen = set()
            for number, (start, end) in enumerate(ranges):
                words = " ".join(self._file.text[start:end].split())
                is_header = number % 6 in _HEADERS
                if words and is_header == (role == "header") and words not in seen:
                    seen.add(words)
                    story.write_apart((start, end), role)
        story.write_leftovers()
