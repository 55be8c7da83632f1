"""The Tweede Kamer's own reports of debates (``vlosCoreDocument``).

Speeches nest: a speaker holds those who interrupt. Who speaks is in fields, and usually printed
again at the head of the text; where it is not, it is written there as Handelingen print it.
"""

from __future__ import annotations

from typing import Any

from kg.read.builder import TextBuilder
from kg.read.facts import add_chamber, iso_day
from kg.read.flow import BLANK, LINE, Flow, Token
from kg.read.limits import Limits
from kg.read.markup import Walk, local
from kg.read.source import Deadline, Source

_SPEECHES = frozenset(("woordvoerder", "interrumpant"))
_TITLES = frozenset(("titel", "onderwerp"))
_FACTS = {"titel": "title", "vergaderjaar": "vergaderjaar", "vergaderingnummer": "issue"}


def write(root: Any, built: TextBuilder, source: Source, limits: Limits) -> None:
    """Writes the titles and speeches of a debate, and keeps what it says of itself."""
    _Debate(root, built, source, limits).run()


class _Debate:
    """Writes one debate as its elements come by."""

    def __init__(self, root: Any, built: TextBuilder, source: Source, limits: Limits) -> None:
        self._walk = Walk(root, Deadline(source, limits))
        self._built = built
        self._flow = Flow(built)
        self._token: Token | None = None  # of the paragraph being written
        self._speaker: Any = None  # who is to be named before the next paragraph

    def run(self) -> None:
        """Writes everything."""
        for event, element in self._walk:
            tag = local(element.tag)
            if event == "start":
                self._begin(element, tag)
            elif event == "end":
                self._end(element, tag)
            elif self._token is not None:
                self._flow.text(element.tail)

    def _begin(self, element: Any, tag: str) -> None:
        parent = local(element.getparent().tag) if element.getparent() is not None else ""
        if tag == "spreker":
            self._speaker = element if parent in _SPEECHES else None
            self._walk.skip(element)
        elif parent == "vergadering" and tag != "activiteit":
            self._add_fact(element, tag)
        if tag in _TITLES:
            self._paragraph(element, BLANK)
        elif tag == "alineaitem":
            self._name_speaker("".join(element.itertext()))
            self._paragraph(element, LINE)
        elif self._token is not None:
            self._flow.text(element.text)
        if tag == "vergadering":
            add_chamber(self._built, element.get("kamer") or "", "vlos:kamer")
        if tag == "alinea":
            self._flow.need(BLANK)

    def _paragraph(self, element: Any, level: int) -> None:
        self._flow.need(level)
        self._token = self._flow.open()
        self._flow.text(element.text)

    def _end(self, element: Any, tag: str) -> None:
        if self._token is not None and (tag == "alineaitem" or tag in _TITLES):
            self._flow.place(self._token, self._walk.name(element, tag))
            self._token = None
            self._flow.need(BLANK if tag in _TITLES else LINE)

    def _add_fact(self, element: Any, tag: str) -> None:
        text = "".join(element.itertext())
        if tag == "datum":
            self._built.fact("date", iso_day(text.strip()), "vlos:datum")
        elif name := _FACTS.get(tag):
            self._built.fact(name, text, f"vlos:{tag}")

    def _name_speaker(self, text: str) -> None:
        """Names who speaks, unless the text begins with it."""
        if self._speaker is None or not text.strip():
            return
        said = {local(child.tag): (child.text or "").strip() for child in self._speaker}
        self._speaker = None
        name = said.get("verslagnaam") or said.get("weergavenaam") or said.get("achternaam") or ""
        if not name or name.lower() in text[:120].lower():
            return
        party = f" ({said['fractie']})" if said.get("fractie") else ""
        self._flow.need(BLANK)
        self._flow.text(f"{said.get('aanhef') or ''} {name}{party}:".strip())
        self._flow.need(LINE)
