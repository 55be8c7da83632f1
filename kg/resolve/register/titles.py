"""Takes the title of a motion or amendment apart: who submitted it, and about what.

The Tweede Kamer's register prints "Motie van het lid Smeulders over een mentaal steunpakket",
"Gewijzigde motie van de leden A, B en C over … (t.v.v. 25295-858)", before 2011 also "Motie Van
Gerven c.s. over …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEAD = re.compile(
    r"""(?x) ^ \W{0,3} (?P<before> (?: [\w.-]{1,12} \s+ ){0,4}? )
    (?i: (?P<kind> motie | (?:sub)?amendement ) s? ) (?=\W|[A-Z]) [\s,:-]{0,3}
    (?: (?: van? \s+ )? (?: (?:het|de|den|va?n) \s+ ){0,3}
        (?: [Ll]i[ds] | [Ll]eden | heer | mevrouw | bijzondere? \s gedelegeerden? )
        (?: \s+ | - ) (?:motie\s)?
      | van \s+ (?! de[rn]?\s ) )?"""
)
_TOKEN = re.compile(r"\S+")
_PREFIXES = frozenset("van de der den ter ten te tot ’t 't el vd".split())
_JOINTS = frozenset({"en", "&", "/", "-", "–", ","})
_TWICE = re.compile(r"\b(\w{3,40})\s\1$")  # the register prints "Six Dijkstra Dijkstra"
_CS = re.compile(r"(?i)^c\.?\s?s\b\.?,?\s*")
_AND = re.compile(
    r"\s*(?:,|;|/|&|\ben\b|\s[-–]\s)\s*(?:(?:van\s+)?(?:(?:het|de)\s+)?(?:lid|leden)\s+)?"
)
_REPLACES = r"(?:t\.?\s?v\.?\s?v\.?|ter\s+vervanging\s+van)(?!\w)"
_LINK = re.compile(
    rf"""(?ix) ^ [\s,;:–(-]* (?: {_REPLACES} [^a-z()]* (?:nr|nrs|stuk|nummer)? [^a-z]* )?
    (?: (?: over | inzake | om | betreffende | tot | aangaande | met\ betrekking\ tot ) \b )? \s*"""
)
_LISTED = re.compile(r"nrs\.?\s?\d{1,4}(?:(?:,\s?|\sen\s)\d{1,4}){1,4}")
_TVV = re.compile(rf"(?i){_REPLACES}([^()a-z]{{0,4}}(?:[^()]{{0,12}}?\d[^()]{{0,30}}))")
_REPLACED = re.compile(rf"(?i)[(,]?\s*{_REPLACES}[^)]{{0,80}}\)?\s*$")


@dataclass(frozen=True, slots=True)
class MotionTitle:
    """A title taken apart; ``submitters`` as printed, in order; ``cs`` is "c.s.".

    ``replaces`` are the numbers, in its own dossier, of the motions it takes the place of.
    """

    submitters: tuple[str, ...]
    cs: bool
    amended: bool
    amendment: bool
    topic: str
    replaces: tuple[int, ...] = ()


def parse_motion_title(title: str) -> MotionTitle | None:
    """The parts of a motion's or amendment's title; ``None`` where it is no such title.

    >>> parsed = parse_motion_title("Gewijzigde motie van de leden Van Weyenberg en Smeulders "
    ...                             "c.s. over vitaal thuiswerken (t.v.v. 35669-30)")
    >>> parsed.submitters, parsed.cs, parsed.amended, parsed.topic
    (('Van Weyenberg', 'Smeulders'), True, True, 'vitaal thuiswerken')
    """
    text = " ".join(title.split())
    head = _HEAD.match(text)
    if head is None:
        return None
    stop = _end_of_names(text, head.end())
    cs = _CS.match(text, stop) or _CS.match(text[stop:])
    rest = text[stop:][cs.end() :] if cs else text[stop:]
    return MotionTitle(
        submitters=_names(text[head.end() : stop]),
        cs=cs is not None,
        amended="gew" in head["before"].lower(),
        amendment="amendement" in head["kind"].lower(),
        topic=_REPLACED.sub("", _LINK.sub("", rest, count=1)).strip(" ."),
        replaces=_replaced(rest),
    )


def _replaced(rest: str) -> tuple[int, ...]:
    """The numbers after "t.v.v.": the last of "25295-858", both of "33 000, nrs. 8 en 12"."""
    found = _TVV.search(rest)
    if found is None:
        return ()
    listed = _LISTED.search(found[1])
    numbers = re.findall(r"\d+", listed[0] if listed else found[1])
    numbers = numbers if listed else numbers[-1:]
    return tuple(int(number) for number in numbers if len(number) < 5)


def _end_of_names(text: str, start: int) -> int:
    """Where the list of names that begins at ``start`` ends: at the first word of no name."""
    end = start
    for token in _TOKEN.finditer(text, start):
        word = token.group()
        bare = word.strip(",;.()").lower()
        if word[0].isupper() and not word[0] == "(":
            end = token.end()
        elif bare in _PREFIXES or word in _JOINTS or bare in ("lid", "leden", "het"):
            continue
        elif not (word[0] == "(" and len(word) < 16 and end > start):
            break
        if _CS.match(text[end:].lstrip()):
            break
    return end if end < len(text) and not text[end:].strip() else _trim(text, end)


def _trim(text: str, end: int) -> int:
    """``end`` moved past the white space that follows it."""
    return end + len(text[end:]) - len(text[end:].lstrip())


def _names(printed: str) -> tuple[str, ...]:
    """The names of a list as printed."""
    names = (part.strip(" .,;-") for part in _AND.split(printed.strip()))
    return tuple(_TWICE.sub(r"\1", name) for name in names if len(name) > 1)
