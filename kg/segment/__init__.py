"""What stands where in a document: its parts, fields, footnotes, signatories, kind and sentences.

``segment(document)`` works on text torn out of PDFs and mails, layout kept or lost; what a reader
already knows (notes, regions, facts) is believed before anything is guessed.
"""

from __future__ import annotations

from kg.segment.stage import segment

__all__ = ["segment"]
