"""XML: official publications, the Kamer's debates, metadata files, and any other by its shape.

The publications of officielebekendmakingen.nl come in two grammars (``kamerwrk`` until about 2010,
``officiele-publicatie`` since, with ``handelingen`` in either). Both mark paragraphs, notes, lists,
tables and speakers with Dutch words; what no rule names is a paragraph of its own, unless it stands
amid text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.model import Document, Span
from kg.read.builder import TextBuilder
from kg.read.flow import BLANK, LINE, SPACE, TAB, Flow, Token
from kg.read.limits import Limits
from kg.read.markup import Walk, local, parse_xml
from kg.read.official import add_official_facts
from kg.read.source import Deadline, Source

_METADATA = frozenset(("metadata_gegevens", "owms-metadata", "metadata", "owms"))
_SKIPPED = frozenset("metadata meta versie ordernr vergjaar colspec spanspec plaatje".split())
_INLINE = frozenset(
    "nadruk extref intref dossierref sup inf sub voorvoegsels achternaam voornaam tussenvoegsels"
    " politiek dossiernr begrotingshoofdstuk ondernummer herdruk li.nr lidnr noot.nr label nr datum"
    " plaats ltrlabel a b i u em strong span".split()
)
_TOGETHER = frozenset("kop spreker naam stuknr dossiernummer datumtekst".split())  # one line
_LINES = frozenset("li tekstregel subtitel functie naam row tr dossiernummer".split())
_NUMBERS = frozenset("stuknr nummer dossiernummer dossiernr nr".split())  # a title follows them
_TITLES = frozenset("titel naam item-titel".split())
_LISTS = frozenset("li noot voetnoot".split())  # whose paragraphs follow line by line
_LEADERS = frozenset("li.nr lidnr ltrlabel".split())  # the text follows them on the same line
_NAMES = frozenset(  # words of their own, with or without white space between the elements
    "voorvoegsels voornaam achternaam tussenvoegsels nr label dossiernr begrotingshoofdstuk"
    " ondernummer herdruk".split()
)
_CELLS = frozenset("entry td th".split())
_OF_TABLES = _CELLS | frozenset("table tgroup row tr".split())
_LEFT_OUT = frozenset(("kamernummer", "documenttype"))  # of the lines above a paper


def read(source: Source, limits: Limits) -> Document:
    """The document in an XML file; raises :class:`kg.errors.InputError` when there is none."""
    data = source.load(limits)
    root, warnings = parse_xml(source, data, limits)
    built = TextBuilder(source, limits)
    built.warnings += warnings
    name = local(root.tag)
    if name == "vloscoredocument":
        from kg.read import vlos

        vlos.write(root, built, source, limits)
    elif name in _METADATA:
        from kg.read import owms

        owms.write(root, built, source, limits)
    else:
        add_official_facts(root, built)
        Publication(root, built, source, limits).run()
    return built.document(data, "application/xml")


@dataclass(slots=True)
class _Open:
    """An element whose text is being written."""

    element: Any
    token: Token
    name: str = ""
    target: str | None = None
    places: int = 0


class Publication:
    """Writes a publication as its elements come by, and its notes at the end."""

    def __init__(self, root: Any, built: TextBuilder, source: Source, limits: Limits) -> None:
        self._root = root
        self._deadline = Deadline(source, limits)
        self._walk = Walk(root, self._deadline)
        self._built = built
        self._flow = Flow(built, tidy=True)
        self._mixed: dict[Any, bool] = {}
        self._open: list[_Open] = []
        self._marks: dict[str, tuple[str, Span]] = {}  # of notes kept elsewhere, by their name
        self._notes: list[tuple[str, Span | None, Any]] = []
        self._numbered = False  # a note's number was written, and its text comes beside it

    def run(self) -> None:
        """Writes everything."""
        self._content(self._walk, within=self._root)
        for label, mark, note in self._notes:
            self._note(label, mark, note)

    def _content(self, walk: Walk, within: Any) -> None:
        for event, element in walk:
            tag = local(element.tag)
            if event == "start":
                if element is within or self._begin(walk, element, tag):
                    self._flow.text(element.text)
                else:
                    walk.skip(element)
            elif event == "tail":
                self._flow.text(element.tail)
            elif element is not within:
                self._end(element, tag)

    def _begin(self, walk: Walk, element: Any, tag: str) -> bool:
        """Prepares for an element's content; whether that is to be read."""
        if tag in _SKIPPED or element.get("inhoud") in _LEFT_OUT:
            return False
        if tag in ("noot", "voetref", "voetnoot"):
            self._meet_note(element, tag)
            return False
        if tag in ("sup", "superscript"):
            self._flow.raising += 1
        elif tag in ("extref", "dossierref", "a"):
            target = element.get("doc") or element.get("href") or element.get("dossier")
            self._open.append(_Open(element, self._flow.open(), target=target))
        elif tag in _OF_TABLES:
            self._begin_table(tag)
        elif not self._is_inline(element, tag):
            self._begin_block(walk, element, tag)
        elif tag in _NAMES:
            self._flow.need(SPACE)
        return True

    def _is_inline(self, element: Any, tag: str) -> bool:
        if tag in _INLINE:
            return True
        parent = element.getparent()
        if parent is None:
            return False
        if parent not in self._mixed:
            text = [parent.text, *(child.tail for child in parent)]
            self._mixed[parent] = any(piece and not piece.isspace() for piece in text)
        together = local(parent.tag) in _TOGETHER and tag != "subtitel"
        return self._mixed[parent] or together

    def _begin_block(self, walk: Walk, element: Any, tag: str) -> None:
        before = element.getprevious()
        led = local(before.tag) if before is not None else ""
        if led in _LEADERS or self._numbered:
            self._flow.instead(SPACE)
        elif led in _NUMBERS and tag in _TITLES:
            self._flow.instead(TAB)
        else:
            self._flow.part(_level(element, tag))
        self._numbered = False
        name = walk.name(element, tag)
        self._open.append(_Open(element, self._flow.open(), name, None, len(self._built.places)))

    def _begin_table(self, tag: str) -> None:
        if tag == "table":
            self._flow.begin_table()
        elif tag in ("row", "tr"):
            self._flow.begin_row()
        elif tag in _CELLS:
            self._flow.begin_cell()

    def _end(self, element: Any, tag: str) -> None:
        if tag in ("sup", "superscript"):
            self._flow.raising -= 1
        elif tag in _CELLS:
            self._flow.end_cell()
        elif tag == "table":
            self._flow.end_table()
        elif tag in _NAMES and self._is_inline(element, tag):
            self._flow.need(SPACE)
        if self._open and self._open[-1].element is element:
            self._close(self._open.pop(), tag)

    def _close(self, one: _Open, tag: str) -> None:
        if not one.name:
            self._flow.link(one.token, one.target)
            return
        if len(self._built.places) == one.places:
            self._flow.place(one.token, one.name)
        else:
            self._flow.close(one.token)
        self._flow.part(_level(one.element, tag))

    def _meet_note(self, element: Any, tag: str) -> None:
        """A mark, or a note: written here or kept for the end."""
        number = element.get("nr") or _text_of(element, "noot.nr") or _text_of(element, "nr")
        label = number.strip("()[]. ")[:6]
        if tag == "voetref":
            self._marks.setdefault(element.get("refid") or label, (label, self._flow.mark(label)))
        elif tag == "noot":
            mark = self._flow.mark(label) if label else None
            self._notes.append((label, mark, element))
        else:
            known = self._marks.get(element.get("id") or label) or self._marks.get(label)
            self._notes.append((label, known[1] if known else None, element))

    def _note(self, label: str, mark: Span | None, element: Any) -> None:
        """Writes one note on a line of its own, its number before it."""
        flow = self._flow
        flow.need(LINE)
        region = flow.open()
        flow.text(label)
        flow.instead(SPACE)
        self._numbered = bool(label)
        token, before = flow.open(), len(self._built.places)
        for child in element:
            if local(child.tag) in ("noot.nr", "nr"):
                child.clear(keep_tail=True)
        self._content(Walk(element, self._deadline), within=element)
        del self._built.places[before:]
        flow.region(region, "note")
        if mark is not None and token:
            flow.tie(label, mark, Span(token[0], self._built.length))
        flow.place(token, f"noot#{element.get('id') or label}")
        flow.instead(LINE)


def _level(element: Any, tag: str) -> int:
    """How far a block stands from those around it."""
    parent = element.getparent()
    close = tag in _LINES or (parent is not None and local(parent.tag) in _LISTS)
    return LINE if close else BLANK


def _text_of(element: Any, name: str) -> str:
    """The text of the first child of this name."""
    for child in element:
        if local(child.tag) == name:
            return " ".join("".join(child.itertext()).split())
    return ""
