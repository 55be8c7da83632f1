"""A sentence cut into clauses, so that what is said of one motion is not said of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.patterns import later

_FINITE = r"""(?:ben|is|zijn|was|heb|heeft|hebben|word|wordt|worden|geef|geeft|geven|doe|doet|doen
    |ga|gaat|gaan|zal|zullen|kan|kunnen|wil|willen|informeer|informeren|informeert|bied|bieden
    |stuur|sturen|kom|komt|komen|beschouw|beschouwt|beschouwen|ontraad|ontraadt|voer|voert|voeren
    |acht|achten|zie|zien)"""
_BREAK = later(
    rf""";\s
      | ,\s(?=(?:maar|terwijl|waarna|want|doch)\s)
      # but not "de § maar gewoon ontraden", "dan maar"
      | (?<!\bdan)\s(?=(?:maar(?!\s(?:gewoon|even|eens|beter|weer|alvast)\b)|terwijl|doch)\s)
      # "… en beschouw deze als afgedaan", "… en geef ik …"
      | ,?\sen\s(?=(?:beschouw|acht|zie|doe|ontraad)\s)
      | ,?\sen\s(?=(?:(?:daarnaast|tevens|ook|hiermee|daarmee|vervolgens)\s)?{_FINITE}\s
            (?:ik|we|wij|u|het|de|deze|dit)\b)
      # "… en aan de § wordt …", but not "aan de ¤ en de §"
      | ,?\sen\s(?=(?:aan|over|met|voor|van|op|in|naar)\s
            (?:aanleiding\svan\s|het\skader\svan\s)?(?:de\s)?[§¤]\s(?:\S+\s){{0,3}}{_FINITE}\b)
      | (?<=[a-z]),?\sen\s(?=(?:de\s)?[§¤]\s(?:\S+\s){{0,2}}{_FINITE}\b)
      | ,\s(?=(?:de\s)?[§¤]\s{_FINITE}\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def clauses(sentence: str) -> Iterator[tuple[int, str]]:
    """The clauses of a sentence with their offsets; motions stand in it as "§" and "¤".

    >>> [c for _, c in clauses("U doet moties af en geeft u de stand van zaken van de §")]
    ['U doet moties af', 'geeft u de stand van zaken van de §']
    """
    start = 0
    for match in _BREAK.finditer(sentence):
        yield start, sentence[start : match.start()]
        start = match.end()
    yield start, sentence[start:]
