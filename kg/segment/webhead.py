"""What the official site prints above a publication, as it is copied out of a browser.

A table of one row gives chamber, vergaderjaar and number: "Tweede Kamer der Staten-Generaal
2016-2017 nr. 39, item 39", "… 2016-2017 34700 nr. 19"; copied, its cells often stand glued.
"""

from __future__ import annotations

import re

from kg.identifiers.handelingen import Handelingen
from kg.identifiers.vergaderjaar import parse_vergaderjaar
from kg.model import HeaderField, Span
from kg.segment.page import Page

_ROW = re.compile(
    r"(?P<chamber>Tweede|Eerste) Kamer der Staten-Generaal[\s|]{0,20}"
    r"(?P<years>(?:19|20)\d\d-(?:19|20)\d\d)[\s|]{0,20}(?P<own>"
    r"nr\. (?P<meeting>[1-9]\d?|1[0-4]\d), "
    r"(?:item (?P<item>[1-9]\d{0,2})|pagina (?P<first>[1-9]\d{0,4})(?:-(?P<last>[1-9]\d{0,4}))?)|"
    r"(?P<dossier>[1-9]\d{4}(?:-(?:[IVXL]{1,6}[A-Z]?|[A-Z]|\d\d))?) nr\. "
    r"(?P<number>[1-9]\d{0,4}|[A-Z]{1,2}))[\s|]{0,20}\Z"
)
_TOP = 12  # filled lines within which the table stands


def web_fields(page: Page, top: list[int]) -> list[HeaderField]:
    """The publication's own id and vergaderjaar; empty where no such row stands at the top.

    >>> from kg.model import Document
    >>> from kg.segment.page import open_page
    >>> text = "Handeling\\nTweede Kamer der Staten-Generaal2016-2017nr. 39, item 4\\n"
    >>> [field.value for field in web_fields(open_page(Document(text, "", "")), [0, 1])]
    ['h-tk-20162017-39-4', '2016-2017']
    """
    for line in top[:_TOP]:
        match = _ROW.match(page.bodies[line]) if "Staten-Generaal" in page.bodies[line] else None
        if match is None or parse_vergaderjaar(match["years"]) != match["years"]:
            continue
        places = [(at + page.start(line), to + page.start(line)) for at, to in
                  (match.span("own"), match.span("years"))]
        return [
            HeaderField("own-id", _own_id(match), Span(*places[0])),
            HeaderField("session", match["years"], Span(*places[1])),
        ]
    return []


def _own_id(row: re.Match[str]) -> str:
    """The canonical id of the number in a row."""
    if row["dossier"]:
        return f"kst-{row['dossier']}-{row['number']}"
    chamber = "tk" if row["chamber"] == "Tweede" else "ek"
    names = ("meeting", "item", "first", "last")
    meeting, item, first, last = (int(row[name]) if row[name] else None for name in names)
    return Handelingen(row["years"], meeting, item, first, last, chamber).id
