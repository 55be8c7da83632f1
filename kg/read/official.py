"""What an official publication says of itself: number, dossier, chamber, date.

Grammars: https://technische-documentatie.oep.overheid.nl (``officiele-publicatie``); ``kamerwrk``
came before it.
"""

from __future__ import annotations

import re
from typing import Any

from kg.read.builder import TextBuilder
from kg.read.facts import add_chamber, add_field, existing_day, identifier_in, iso_day
from kg.read.markup import local
from kg.text.dates import MONTH, MONTHS

_SESSION = re.compile(r"\d{4}\s?[-–/]\s?\d{2,4}")
_WHERE = "xml:"
_HEAD = 400  # elements: all of this stands at the beginning
_DUTCH_DAY = re.compile(rf"(\d{{1,2}})\s({MONTH})\s(\d{{4}})", re.IGNORECASE)


def add_official_facts(root: Any, built: TextBuilder) -> None:
    """Keeps what the head of a publication says; nothing for XML of another kind."""
    seen: dict[str, str] = {}
    for number, element in enumerate(root.iter()):
        if number > _HEAD:
            break
        _add(element, local(element.tag), seen, built)
    dossier, paper = seen.get("dossier"), seen.get("number")
    known = any(fact.name == "identifier" for fact in built.facts)
    if dossier and paper and not known:
        built.fact("identifier", f"kst-{dossier}-{paper}", f"{_WHERE}dossiernummer, ondernummer")


def _add(element: Any, tag: str, seen: dict[str, str], built: TextBuilder) -> None:
    between = " " if tag == "dossiernummer" else ""  # whose suffix is an element beside it
    text = " ".join(between.join(element.itertext()).split()) if tag in _READ else ""
    parent = local(element.getparent().tag) if element.getparent() is not None else ""
    if tag == "meta":
        _add_meta(element, built)
    elif tag == "tekstregel" or tag == "subtitel" or tag == "vergjaar":
        _add_line(element, text, built)
    elif tag == "dossiernummer" or (tag == "nummer" and parent == "onderw"):
        _keep(seen, built, "dossier", dossier_number(text), tag)
    elif tag == "ondernummer" or (tag == "nummer" and parent == "stuk"):
        _keep(seen, built, "number", text.strip(". "), tag)
        _add_number_of_chamber(built, element.get("kamer"))
    elif tag == "titel" and parent in ("stuk", "dossier") or tag == "naam" and parent == "onderw":
        built.fact("title" if parent == "stuk" else "dossier-title", text, _WHERE + tag)
    elif tag == "kamerwrk":
        _add_number_of_chamber(built, element.get("kamer"))
    elif tag in ("datum", "vergaderdatum"):
        _keep(seen, built, "date", _day(element, text), tag)
    elif tag == "item-titel":
        built.fact("title", text, _WHERE + tag)


_READ = frozenset(
    "tekstregel subtitel vergjaar dossiernummer nummer ondernummer titel naam datum vergaderdatum"
    " item-titel".split()
)


def _keep(seen: dict[str, str], built: TextBuilder, name: str, value: str, tag: str) -> None:
    """The first value of a name counts as the document's own; of dossiers all are kept."""
    if value and (name not in seen or name == "dossier"):
        seen.setdefault(name, value)
        built.fact(name, value, _WHERE + tag)


def dossier_number(text: str) -> str:
    """A dossier's number with its suffix, as identifiers write it.

    >>> dossier_number("28 844"), dossier_number("36 600 XV"), dossier_number("21 501-32")
    ('28844', '36600-XV', '21501-32')
    """
    found = re.match(r"(\d{2})[ .]?(\d{3})(?:[ ,-]{1,3}([A-Z]{1,6}|\d{2})\b)?", text.strip())
    return "-".join(filter(None, (found[1] + found[2], found[3]))) if found else ""


def _add_meta(element: Any, built: TextBuilder) -> None:
    name, content = element.get("name") or "", element.get("content") or ""
    if name == "OVERHEIDop.externMetadataRecord":
        built.fact("identifier", identifier_in(content), f"owms:{name}")
    else:
        add_field(built, name, content, "owms")


def _add_line(element: Any, text: str, built: TextBuilder) -> None:
    source = _WHERE + (element.get("inhoud") or local(element.tag))
    if found := _SESSION.search(text):
        built.fact("vergaderjaar", re.sub(r"\s?[–/-]\s?", "-", found[0]), source)
    add_chamber(built, text, source)


def _add_number_of_chamber(built: TextBuilder, number: str | None) -> None:
    if number in ("1", "2"):
        built.fact("chamber", "EK" if number == "1" else "TK", f"{_WHERE}kamer")


def _day(element: Any, text: str) -> str:
    if day := iso_day(element.get("isodatum") or ""):
        return day
    found = _DUTCH_DAY.search(text)
    if not found:
        return ""
    return existing_day(found[3], MONTHS.index(found[2].lower()) + 1, found[1]) or ""
