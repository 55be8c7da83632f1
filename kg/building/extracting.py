"""One document through reading, segmenting, recognising and relating: what it says by itself."""

from __future__ import annotations

from kg.model import Document, Extract


def extract(document: Document) -> Extract:
    """What one document says, before anything is resolved.

    >>> from kg.model import Document
    >>> found = extract(Document("Zie Kamerstuk 32 793, nr. 302.", "brief.txt", "0" * 64))
    >>> [mention.id for mention in found.mentions]
    ['kst-32793-302']
    """
    from kg.recognise import recognise
    from kg.recognise.relations import relate
    from kg.segment import segment

    segments = segment(document)
    mentions = recognise(document)
    return Extract(document, segments, mentions, relate(document, segments, mentions))
