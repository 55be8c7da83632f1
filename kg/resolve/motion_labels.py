"""What a motion or amendment that was itself read is called: by its submitters and what it asks.

Its paper prints the title of the dossier it lies in, which all motions of one debate share; the
Kamer calls it "motie-Klaver over …", "gewijzigde motie-Krul/Tielen over …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Extract, Kind
from kg.resolve.dictum import subject_of

_HEADING = re.compile(
    r"^\W{0,20}(?:Nr\.?\s*\d+\W{1,80})?(?P<how>(?:nader )?gewijzigde? )?(?:motie|amendement) van\b",
    re.IGNORECASE | re.MULTILINE,
)
_NOUNS = {Kind.MOTION: "motie", Kind.AMENDMENT: "amendement"}
_TOP = 6000  # the heading stands in the first characters
_PAIR = 2  # of more submitters the first is named


def motion_label(extract: Extract, number: str | None = None) -> str | None:
    """The name of a motion or amendment, with the ``number`` it has.

    ``None`` for another paper, and for one of which neither submitters nor request are known.
    """
    noun = _NOUNS.get(extract.segments.kind)
    if noun is None:
        return None
    names = [each.name for each in extract.segments.signatories if each.name]
    subject = subject_of(extract.document.text) if noun == "motie" else None
    if not names and subject is None:
        return None
    heading = _HEADING.search(extract.document.text, 0, _TOP)
    how = heading["how"].lower() if heading and heading["how"] else ""
    called = f"{how}{noun}{by(names)}"
    about = f" over {subject}" if subject else ""
    return f"{called[0].upper()}{called[1:]}{about}{f' ({number})' if number else ''}"


def by(names: Sequence[str], *, others: bool = False) -> str:
    """The submitters behind the noun: one, two, or the first of more; ``others`` are not named.

    >>> by(["Krul", "Tielen"]), by(["Krul", "Tielen", "Bikker"]), by([])
    ('-Krul/Tielen', '-Krul c.s.', '')
    """
    if names and (others or len(names) > _PAIR):
        return f"-{names[0]} c.s."
    return f"-{'/'.join(names)}" if names else ""
