"""What official publications print at their top: Kamerstukken and the Aanhangsel."""

from __future__ import annotations

from kg.segment.aanhangsel import is_aanhangsel, read_aanhangsel
from kg.segment.kamerstuk import read_kamerstuk
from kg.segment.page import Page
from kg.segment.publication import Publication, printed_own_id
from kg.segment.webhead import web_fields

_TOP = 60  # filled lines within which a publication prints its head


def read_publication(page: Page) -> Publication:
    """Read and claim the head of a publication; empty where the document is none."""
    found = Publication()
    top = page.filled[:_TOP]
    if is_aanhangsel(page, top):
        found.aanhangsel = True
        read_aanhangsel(page, top, found)
    else:
        read_kamerstuk(page, top, found)
    known = {(f.name, f.value) for f in found.fields}
    found.fields += [f for f in web_fields(page, top) if (f.name, f.value) not in known]
    own = printed_own_id(page)
    if own is not None and own.value not in [f.value for f in found.fields]:
        found.fields.append(own)
    return found
