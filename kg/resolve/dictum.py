"""What a motion asks for, in the few words the Kamer calls it by.

"verzoekt de regering om de Klimaatwet in te trekken, en gaat over tot de orde van de dag" is a
motion "over de Klimaatwet intrekken": the Kamer takes the words of the request, without what makes
them one.
"""

from __future__ import annotations

import re

from kg.text import unwrap

_MOST = 120  # characters of a subject; the longer is cut at a word
_SPARED = 12  # so few more are no reason to cut
_AT_LEAST_A_VERB = 240  # it is not cut before its verb, where that comes before here
_LEAST = 6
_ENOUGH = 12  # what is left of a subject without its tail
_BACK = 5000  # a motion is no longer than this
_READ = 1200  # characters of the request that are read

_BEFORE = re.compile(r"gehoord de beraadslaging|^[ \t|#*]*De Kamer\s?[,.]", re.I | re.M)
_ADVERB = r"(?:(?:daarom|derhalve|tevens|ook|nogmaals|voorts|dan ook|met klem|dringend)\s+)?"
_WHOM = r"""
    (?:(?:de|het)\s+(?:\(?(?:demissionaire|toekomstige|nieuwe?|volgende?|aanstaande)\)?\s+)?
       (?:reger(?:er)?ing|kabinet|presidium|college|
          (?:betrokken\s+)?(?:ministers?|staatssecretaris|bewindspersoon|bewindslieden)
          (?:\s+(?:van|voor)\s+(?-i:[A-Z])[\w-]+(?:,?\s+(?:en\s+)?(?-i:[A-Z])[\w-]+){0,6})?)
     |zijn\s+voorzitter|zichzelf)\b"""
_REQUEST = re.compile(
    rf"""^[ \t|#*>]*(?:
        (?P<ask>(?:verzoekt|vraagt|nodigt)\s+{_ADVERB}{_WHOM}(?:\s+uit\b)?
          |(?:roept|draagt|spoort)\s+{_ADVERB}{_WHOM}\s+(?:ertoe\s+)?(?:op|aan)\b
          |dringt\s+er\s+bij\s+{_WHOM}\s+op\s+aan)
      |(?P<say>spreekt\s+(?:als\s+haar\s+(?:mening|oordeel)\s+)?uit,?\s+(?=dat\b))
      |(?P<distrust>zegt\s+(?=het\s+vertrouwen\s+in\b))
    )""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_END = re.compile(
    r";|(?<!:)\n[ \t|]*\n|[,.]?\s*en\s+gaat\s+over\s+tot"
    r"|(?<=[a-z\d]{3})\.(?=\s+[A-Z]|\s*\Z)",
    re.IGNORECASE,
)
_MARKS = r"[\s,:;–•*|-]*(?:(?:\d{1,2}|[a-z])[.)]\s+)?"
_OPENING = re.compile(
    rf"{_MARKS}{_ADVERB}(?:om\b[\s,]*)?(?:ertoe\s)?(?::{_MARKS}(?:om\s)?)?", re.IGNORECASE
)
_ITEM = re.compile(rf":\s*\n{_MARKS}(?:om\s)?", re.IGNORECASE)
# What a request adds, and a subject leaves out.
_TAIL = re.compile(
    r",?\s+en\s+(?:de\s+kamer|uw\s+kamer|(?:hier|daar)over|(?:hier|daar)van|de\s+uitkomst\w*)\s.*\Z"
    r"|,\s+(?:zodat|opdat|teneinde|waarbij|waardoor|omdat|mits|tenzij|aangezien|zonder\sdat"
    r"|en\s+(?:hier|daar)\w+)\s.*\Z"
    r"|,\s+de\s+kamer\s.*\Z",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "aan achter af bij binnen door in langs los mee na neer om onder op over samen stil tegen terug"
    " toe uit vast vol voor voort vrij vooruit weg".split()
)
# Behind these words "te" belongs to a sentence of its own.
_WITHIN = frozenset(
    "dat die of hoe wat wie welke waar waarin waarop waarmee waarbij waardoor waarvoor zodat opdat"
    " als indien wanneer door zonder teneinde alvorens omdat waarom in hoeverre".split()
) - {"in"}
_COORDINATING = frozenset("en alsmede evenals".split())
# No word to end on.
_LOOSE = frozenset(
    "de het een en of van voor op in bij met door tot aan om te over naar uit dat die als"
    " per".split()
)
_NO_VERB = frozenset("allen boven binnen midden zijnen".split())
_HELPING = frozenset("blijven doen gaan helpen kunnen laten".split())
_BEFOREHAND = frozenset("bereiden komen leggen lichten schrijven stellen zetten zien".split())
_CHANGES = frozenset("bouwen buigen leiden schakelen schalen scholen vormen zetten".split())


def subject_of(text: str) -> str | None:
    """What the motion with this text is about, ``None`` where its request is not understood.

    >>> subject_of("De Kamer,\\ngehoord de beraadslaging,\\nverzoekt de regering om de wet in te"
    ...     " trekken, en de Kamer te informeren,\\nen gaat over tot de orde van de dag.")
    'de wet intrekken'
    """
    before = list(_BEFORE.finditer(text))
    match = _REQUEST.search(text, before[-1].end() if before else 0)
    if match is None:
        return None
    rest = text[match.end() : match.end() + _READ].replace("|", " ")
    opening = _OPENING.match(rest)
    start = opening.end() if opening else 0
    end = _END.search(rest, start)
    words = _ITEM.sub(" ", rest[start : end.start() if end else None])
    words = " ".join(unwrap(words).split()).rstrip(" ,.:;–-")
    if len(words) < _LEAST or words.startswith("dat ") and not match["say"]:
        return None
    if match["distrust"]:
        return _of_distrust(words)
    if match["say"]:
        return shortened(f"uitspreken {words}")
    return shortened(*_as_subject(_without_tail(words)))


def read_out(text: str, end: int) -> str | None:
    r"""What the motion asks that was read out in a debate up to ``end``, where it gets its number.

    ``None`` where none was, or where another got its number in between.

    >>> said = "De Kamer, gehoord de beraadslaging,\nverzoekt de regering de wet in te trekken."
    >>> read_out(f"{said} Zij krijgt nr. 12", 90), read_out(f"{said} Zij krijgt nr. 12. En", 99)
    ('de wet intrekken', None)
    """
    window = text[max(0, end - _BACK) : end]
    begins = window.rfind("beraadslaging,")
    if begins < 0 or "krijgt nr" in window[begins:]:
        return None
    return subject_of(window[begins:])


def _of_distrust(words: str) -> str | None:
    trust = re.match(r"het vertrouwen in (?P<whom>.{3,100}?) op\b", words)
    return f"het opzeggen van het vertrouwen in {trust['whom']}" if trust else None


def _without_tail(words: str) -> str:
    tail = _TAIL.search(words, _ENOUGH)
    return words[: tail.start()] if tail else words


def as_subject(request: str) -> str:
    """A request as a subject: its own infinitives without "te".

    >>> as_subject("de zoekplicht af te schaffen en te bezien of het lukt om te sparen")
    'de zoekplicht afschaffen en bezien of het lukt om te sparen'
    >>> as_subject("de middelen om armoede tegen te gaan in kaart te brengen")
    'de middelen om armoede tegen te gaan in kaart brengen'
    """
    return _as_subject(request)[0]


def _as_subject(request: str) -> tuple[str, int]:
    """A request as a subject, and how long that is up to its first verb; 0 where it has none."""
    words, found = request.split(), list[str]()
    waiting, first, coordinate, within = 0, 0, True, False
    at = 0
    while at < len(words):
        word, behind = words[at], words[at + 1 : at + 3]
        if word == "te" and behind and _is_verb(behind[0]) and not within:
            if not waiting and coordinate:
                _join(found, behind[0], behind[1:])
                first = first or len(" ".join(found))
                coordinate = False
                at += 2
                continue
            waiting = max(0, waiting - 1)
        elif word == "om" and not _is_particle(behind):
            waiting += 1
        elif first and word.strip(",") in _WITHIN:
            within = True
        coordinate = coordinate or word in _COORDINATING or word.endswith(",")
        found.append(word)
        at += 1
    return " ".join(found), first


def _is_verb(word: str) -> bool:
    bare = word.strip(",.;")
    return bare.endswith("n") and bare.islower() and bare not in _NO_VERB


def _is_particle(following: list[str]) -> bool:
    """Whether "om" belongs to the verb behind it, as in "om te vormen"."""
    return len(following) == 2 and following[0] == "te" and following[1].strip(",") in _CHANGES


def _join(found: list[str], verb: str, behind: list[str]) -> None:
    """Put the verb behind the words, its first part joined to it: "in te trekken"."""
    particle = found[-1] if found else ""
    apart = verb in _HELPING and behind and _is_verb(behind[0])  # "in te laten trekken"
    if particle == "voor":
        apart = apart or verb.strip(",") not in _BEFOREHAND
    if particle in _PARTICLES and not apart:
        found[-1] += verb
    else:
        found.append(verb)


def shortened(subject: str, least: int = 0, most: int = _MOST) -> str:
    """A subject of one line: cut at a word where it is longer, not before its first ``least``.

    >>> shortened("zo " * 60)[-6:]
    'zo zo…'
    """
    most = max(most, least) if least <= _AT_LEAST_A_VERB else most
    if len(subject) <= most + _SPARED:
        return subject.rstrip(" ,")
    cut = subject[: most + 1].rpartition(" ")[0]
    while cut.rpartition(" ")[2].strip(",") in _LOOSE:
        cut = cut.rpartition(" ")[0]
    return cut.rstrip(" ,:;–-") + "…"
