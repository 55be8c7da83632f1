"""The labels of a references block: Datum, Betreft, Kenmerk, Bijlage(n), Uw brief, Deadline, Aan.

A label stands alone on its line, before its value with a colon or blanks, or in bold marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.segment.page import openings

# Printed label in lower case -> the field it gives; "" where it only belongs to the block.
LABELS: dict[str, str] = {
    "datum": "date", "datum document": "date", "datum brief": "date", "date": "date",
    "datum nota": "date", "dagtekening": "date",
    "betreft": "subject", "onderwerp": "subject", "subject": "subject", "inzake": "subject",
    "kenmerk": "kenmerk", "ons kenmerk": "kenmerk", "onze referentie": "kenmerk",
    "ons nummer": "kenmerk", "our reference": "kenmerk", "documentnummer": "kenmerk",
    "uw kenmerk": "your-reference", "uw brief": "your-reference",
    "uw brief (kenmerk)": "your-reference", "uw referentie": "your-reference",
    "uw brief van": "your-reference", "uw nummer": "your-reference",
    "your reference": "your-reference", "uw brief/kenmerk": "your-reference",
    "bijlage": "attachments", "bijlagen": "attachments", "bijlage(n)": "attachments",
    "aantal bijlagen": "attachments", "bijlage(s)": "attachments", "enclosure(s)": "attachments",
    "deadline": "deadline", "uiterste datum": "deadline", "reactie uiterlijk": "deadline",
    "aan": "addressee", "cc": "", "c.c.": "", "kopie aan": "", "afschrift aan": "", "kopie": "",
    "van": "", "ontworpen door": "", "opgesteld door": "", "contactpersoon": "", "auteur": "",
    "projectnaam": "", "project": "", "bezoekadres": "", "postadres": "", "retouradres": "",
    "inlichtingen bij": "", "doorkiesnummer": "", "telefoon": "", "behandeld door": "",
    "overheidsidentificatienr": "", "paraaf": "", "dossiernummer": "", "rubricering": "",
    "zaaknummer": "", "zaaknr": "", "registratienummer": "", "e-mail": "", "fax": "", "steller": "",
}
# Words that open ordinary sentences too: only with a colon or alone on their line.
_SHY = frozenset("aan van cc c.c. kopie project inzake bijlage bijlagen date e-mail fax".split())
_FIRST_WORDS = frozenset(label.split()[0] for label in LABELS)
_FIRST_THREE = frozenset(
    (word + after)[:3] for word in _FIRST_WORDS for after in ("", " ", "\t", ":", "*")
)
#: The pairs of characters that a line with a label begins with.
LABEL_OPENINGS = openings(*_FIRST_WORDS)
LABEL_OPENINGS |= {"**", *(f"*{pair[0]}" for pair in LABEL_OPENINGS)}
_NAMES = "|".join(re.escape(label) for label in sorted(LABELS, key=lambda x: (-len(x), x)))
_LABEL = re.compile(
    rf"\*{{0,2}}(?P<label>{_NAMES})\*{{0,2}}(?: ?:\*{{0,2}}|(?=\s|\Z))\s*(?P<value>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_DAY = re.compile(r"\d{1,2}\s+[a-z]{3,9}\s+\d{4}\Z")


@dataclass(frozen=True, slots=True)
class Label:
    """A label as read from a line: its field and where the value begins in the line, if it does.

    ``wide`` tells that more than one blank or a colon parts the value from its label.
    """

    field: str
    name: str
    value_at: int | None
    wide: bool


def read_label(line: str, *, sure: bool = False) -> Label | None:
    """The label a line begins with, or ``None``; shy words need a colon or a line of their own.

    ``sure`` tells that the place of the line makes the word a label.

    >>> read_label("Datum 14 februari 2022")
    Label(field='date', name='datum', value_at=6, wide=False)
    >>> read_label("**Kenmerk**"), read_label("Aan de orde is de begroting")
    (Label(field='kenmerk', name='kenmerk', value_at=None, wide=False), None)
    """
    if line[:3].lower() not in _FIRST_THREE and line[:1] != "*":
        return None  # most lines, told at once
    first = line[:24].lstrip("*").replace("\t", " ").split(" ", 1)[0].rstrip(":*").lower()
    if first not in _FIRST_WORDS:
        return None
    match = _LABEL.match(line)
    if match is None:
        return None
    name = match["label"].lower()
    value_at = match.start("value") if match["value"] else None
    between = line[match.end("label") : match.start("value")].replace("*", "")
    wide = value_at is not None and (":" in between or "\t" in between or len(between) > 1)
    if not sure and not wide and _is_word(match, name):
        return None
    if not sure and name == "van" and match["label"] == "van":
        return None
    return Label(LABELS[name], name, value_at, wide)


def _is_word(match: re.Match[str], name: str) -> bool:
    """Whether what could be a label is a word of a sentence: small, or one that opens sentences."""
    value: str = match["value"]
    if value and name in _SHY:
        return True
    return match["label"][0].islower() and not (name == "datum" and _DAY.match(value))
