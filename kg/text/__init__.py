"""Pure functions on text: folding, Dutch dates, who speaks, sentences.

Nothing here knows a document; offsets are code points of the text that was given, half-open, as
plain pairs (``kg.model.Span`` lies a layer higher and takes them as ``Span(*pair)``).
"""

from __future__ import annotations

from kg.text.dates import MONTH, MONTHS, find_date, parse_date
from kg.text.folding import (
    SUPERSCRIPT,
    fold,
    fold_accents,
    fold_space,
    mend_accents,
    plain,
    rare_characters,
    unwrap,
)
from kg.text.sentences import events_in, set_apart, split_points, trimmed, usual_width
from kg.text.speakers import SPEAKER

__all__ = [
    "MONTH",
    "MONTHS",
    "SPEAKER",
    "SUPERSCRIPT",
    "events_in",
    "find_date",
    "fold",
    "fold_accents",
    "fold_space",
    "mend_accents",
    "parse_date",
    "plain",
    "rare_characters",
    "set_apart",
    "split_points",
    "trimmed",
    "unwrap",
    "usual_width",
]
