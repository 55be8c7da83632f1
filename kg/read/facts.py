"""What files say about themselves, under one set of names.

OWMS and the ``OVERHEIDop`` fields of officielebekendmakingen.nl (in ``meta`` elements, in
``metadata.xml`` and in RDFa) are the fullest; Dublin Core and the properties of office files say
less. Facts keep the field they came from as their source.

Names: ``identifier``, ``title``, ``date`` (ISO, the document's own), ``issued`` and ``available``
(ISO, its publication), ``type``, ``dossier``, ``number``, ``vergaderjaar``, ``creator``,
``submitter``, ``chamber`` (``TK`` or ``EK``), ``page`` (a web address), ``subject``,
``attachment`` and ``main-document`` (the id of a paper that belongs to this one, or this to it).
"""

from __future__ import annotations

import re
from datetime import date

from kg.read.builder import TextBuilder

_NAMES = {
    "dc.identifier": "identifier",
    "dcterms.identifier": "identifier",
    "dc.title": "title",
    "dcterms.title": "title",
    "overheidop.documenttitel": "title",
    "dc.type": "type",
    "dcterms.type": "type",
    "dc.creator": "creator",
    "dcterms.creator": "creator",
    "overheidop.dossiernummer": "dossier",
    "overheidop.dossiertitel": "dossier-title",
    "overheidop.ondernummer": "number",
    "overheidop.vergaderjaar": "vergaderjaar",
    "overheidop.indiener": "submitter",
    "overheidop.datumbrief": "date",
    "overheidop.datumvergadering": "date",
    "overheidop.datumindiening": "date",
    "overheidop.datumtotstandkoming": "date",
    "overheidop.datumondertekening": "date",
    "dc.date": "date",
    "dcterms.date": "date",
    "dcterms.issued": "issued",
    "dcterms.available": "available",
    "dcterms.subject": "subject",
    "dc.subject": "subject",
    "overheidop.publicationissue": "issue",
    "overheidop.handelingenitemnummer": "item",
    "overheidop.bijlage": "attachment",
    "overheidop.hoofddocument": "main-document",
}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DUTCH_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
_CHAMBERS = (("tweede kamer", "TK"), ("eerste kamer", "EK"))
_RECORD = re.compile(r"/([a-z]{1,8}-[A-Za-z0-9-]{1,60})(?:/|\.|$)")


def add_field(built: TextBuilder, field: str, value: str | None, source: str) -> None:
    """Keeps one field of a file's metadata under its common name; unknown ones are dropped.

    >>> from kg.read.limits import Limits
    >>> from kg.read.source import Source
    >>> built = TextBuilder(Source.of_bytes("a.html", b""), Limits())
    >>> add_field(built, "DC.identifier", "kst-29517-265", "html:meta")
    >>> built.facts
    [Fact(name='identifier', value='kst-29517-265', source='html:meta:DC.identifier')]
    """
    name = _NAMES.get(field.replace(":", ".").lower())
    value = " ".join((value or "").split())
    if name is None or not value:
        return
    if name == "identifier" and "://" in value:
        name = "page"
    if name in ("date", "issued", "available"):
        value = iso_day(value) or ""
    built.fact(name, value, f"{source}:{field}")
    if name == "creator":
        add_chamber(built, value, f"{source}:{field}")


def add_chamber(built: TextBuilder, text: str, source: str) -> None:
    """Keeps which chamber ``text`` names, where it names one."""
    for words, chamber in _CHAMBERS:
        if words in text.lower():
            built.fact("chamber", chamber, source)


def iso_day(text: str) -> str | None:
    """The day a metadata field gives, in ISO form; ``None`` for none, or one no calendar has.

    >>> iso_day("2024-04-09T16:30:00"), iso_day("9-4-2024"), iso_day("2022-02-31")
    ('2024-04-09', '2024-04-09', None)
    """
    if found := _DAY.match(text):
        return existing_day(found[1], found[2], found[3])
    if found := _DUTCH_DAY.match(text):
        return existing_day(found[3], found[2], found[1])
    return None


def existing_day(year: str, month: str | int, day: str) -> str | None:
    """The day of these numbers in ISO form, ``None`` where no calendar has it.

    >>> existing_day("2024", 2, "29"), existing_day("2023", 2, "29")
    ('2024-02-29', None)
    """
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def identifier_in(address: str) -> str | None:
    """The publication a link to its metadata names.

    >>> identifier_in("https://zoek.officielebekendmakingen.nl/kst-28844-269/metadata.xml")
    'kst-28844-269'
    """
    found = _RECORD.search(address)
    return found[1] if found else None
