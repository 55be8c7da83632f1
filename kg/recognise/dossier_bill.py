"""Whether a number in brackets is that of the bill or paper named before it, or counts something.

Words for a bill or paper in the same breath tell it. Without them only the title of a law right
before the bracket does, or a letter's subject that speaks of papers; then nothing may be counted
before or behind the bracket, the bracket ends its phrase, and a round number counts as a count.
"""

from __future__ import annotations

from kg.identifiers.grammar import GAP
from kg.recognise.kamerstuk_units import Unit
from kg.patterns import later
from kg.recognise.subject import subject_start

# Looked for as plain strings: a pattern over so much text before every bracket costs too much.
_BILL = (
    "wetsvoorstel",
    "voorstel van wet",
    "voorstel van rijkswet",
    "wijziging van",
    "goedkeuring van",
    "goedkeuring verdrag",
    "initiatief",
    "begroting",
    "debat",
    "overleg",
    "dossier",
    "kamerstuk",
    "nota over",
    "verslag van",
)
# "de Wet op de accountants (33025)", "amendementen Successiewet 1956 (31930)"; "de wet" is no name
_LAW = later(
    r"\b(?:Wet(?:ten|boek)?|wetboek|(?<=lgemene )wet|[A-Za-zë]{3,40}wet(?:ten)?"
    r"|[Bb]elastingplan|[Mm]oties?|[Aa]mendement(?:en)?|[Tt]oezegging(?:en)?)\b"
)
_TELLS = later(
    r"(?i)\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heb|heeft|hebben|had|hadden|kan|kunnen"
    r"|zal|zullen|gaan|ging(?:en)?|kwam(?:en)?|komen|kregen|kreeg|krijgen|kosten|kostten?|steeg"
    r"|stegen|telden?|dalen|daalden?|stijgen|vielen|ontving\w*|ontvang\w*|ik|wij|we|er)\b"
    r"|[?!;]|(?<!\.[a-z])[.:]\s"
)
_COUNTED = (
    "gevallen|mensen|personen|inwoners|nederlanders|burgers|woningen|huizen|huurders|uitkeringen"
    "|leerlingen|studenten|scholieren|kinderen|jongeren|ouderen|huishoudens|gezinnen|banen|boeren"
    "|werknemers|werklozen|ambtenaren|cliënten|patiënten|vluchtelingen|asielzoekers|statushouders"
    "|vrouwen|mannen|aanvragen|meldingen|klachten|bezwaren|reacties|bedrijven|plaatsen|plekken"
    "|boetes|overtredingen|klanten|deelnemers|gebruikers|kiezers|voertuigen|auto'?s"
    "|woorden|handtekeningen|stemmen|uren|dagen|jaar|keer|maal|stuks?"
    "|euro'?s?|eur|gulden|miljoen|miljard|procent|ton|hectare|ha|km|kilometers?|meters?|m2"
)
_COUNTS = later(
    rf"(?i)\b(?:aantal\w*|totaal|totale|gemiddeld\w*|(?:be)?dragen|bedrag|stijging|daling|toename"
    rf"|afname|groei|instroom|uitstroom|uitgaven|kosten"
    rf"|meer|minder|ruim|circa|ca\.|ongeveer|bijna|slechts|vorige?|jaarlijks"
    rf"|maandelijks|per(?! \d)|{_COUNTED})(?![\w-])|[€%]"
)
_COUNTED_BEHIND = later(rf"(?i){GAP}(?:{_COUNTED})(?![\w-])")
_TITLED = later(r"\b(?:onderzoek met mensen|investeren in jongeren)\b")  # names of laws
_OPENS = later(
    r"(?i)\b(?:naar|van|voor|met|op|in|tot|aan|bij|door|uit|over|onder|en|of|de|het|een|te|om|als"
    r"|dan|er|zo|nu|ook|wel|niet|al|toch|nog|plus|namelijk)$"
)
# What may stand behind the bracket that ends a phrase: not the noun a number counts.
_ENDED = later(
    r"\s*(?:$|[,.;:()\]|–-]|\n[^\S\n]*\n)|[^\S\n]*\n\s*[A-Z]"
    rf"|{GAP}(?:en|of|over|inzake|van|is|wordt|werd|aan|tot|m\.b\.t\.|i\.v\.m\.)\s"
)
# The words of a letter's subject that speak of papers or of their way through the Kamer.
_PAPERS = later(
    r"(?i)\b(?:reactie|(?:be)?antw\w*|uitstel|uitst|voortgang\w*|afschrift|nota|toell?ichting\w*"
    r"|advi[es]\w*|\w*brief|aanbieding\w*|verzoek|verslag|moties?|amendement(?:en)?"
    r"|toezegging(?:en)?|implementatie(?= (?:\w+)?richtlijn)|novelle|voorhang)\b"
)
_SENTENCE = later(r"(?<!\.[a-z])[.?!:;]\s|\n[^\S\n]*\n")
# Nouns and small words with the ending of a verb ("gaat", "levert", "betaalt").
_NO_VERBS = (
    "recht zicht plicht icht acht dienst markt iteit ment sport port vaart wet ediet luit budget"
    " net ket cept kracht kunst staat winst arrest punt post last kant met het uit tot"
).split()
_EARLIEST = 17000
_TITLE = 3  # words of the shortest title
_WORDS = 12  # words of the longest title behind "Wet"
_FAR = 200  # as far as a law's name runs
_NEAR = 600  # as far as a bill's title runs


def names_bill(text: str, start: int, units: tuple[Unit, ...], end: int) -> bool:
    """Whether the bracket from ``start`` to ``end`` holds the number of what stands before it.

    >>> from kg.recognise.kamerstuk_grammar import read
    >>> law, count = "de Wet dieren (31389)", "de Wet dieren kost (31389) euro"
    >>> [names_bill(t, t.index("("), read(t, t.index("(") + 1).units, t.index(")") + 1)
    ...  for t in (law, count)]
    [True, False]
    """
    if _COUNTED_BEHIND.match(text, end):
        return False
    if any(word in text[max(0, start - _NEAR) : start].lower() for word in _BILL):
        return True
    numbers = [text[unit.start : unit.end] for unit in units]
    if any("." in number or number.endswith("00") for number in numbers):
        return False
    if any(int(unit.number) < _EARLIEST for unit in units) or not _ENDED.match(text, end):
        return False
    return _is_titled(text, max(0, start - _FAR), start)


def _is_titled(text: str, far: int, start: int) -> bool:
    """Whether the name of a law, or a subject, ends at ``start`` and counts nothing."""
    clause = far
    for broken in _SENTENCE.finditer(text, far, start):
        clause = broken.end()
    said = _TITLED.sub("", text[clause:start].rstrip())
    if _COUNTS.search(said) or _OPENS.search(said):
        return False
    law = None
    for law in _LAW.finditer(text, far, start):
        continue
    rest = text[law.end() : start] if law else ""
    if law is not None and len(rest.split()) <= _WORDS and _is_title(rest):
        return True
    begin = subject_start(text, text.rfind("\n", far, start) + 1 or far, start)
    if begin is None or not text[begin].isupper() or not _is_title(text[begin:start]):
        return False
    return bool(_PAPERS.search(text, begin, start)) and len(text[begin:start].split()) >= _TITLE


def _is_title(words: str) -> bool:
    """Whether words can be a title, or the rest of it: none of them tells something, as verbs do.

    "helpt" and "betaalt" are verbs by their ending, "recht" and "toezicht" are not.
    """
    if _TELLS.search(words):
        return False
    small = (word for word in words.split() if word.islower() and word.endswith("t"))
    return all(word.endswith(tuple(_NO_VERBS)) for word in small)
