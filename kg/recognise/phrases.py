"""A small notation for ways of saying something, so that a rule reads like a sentence.

``geef|geeft .. {noun} ... aan ~ §`` is "geef" or "geeft", then up to five words, one of the nouns,
up to fourteen words, "aan", the words of one object, and the motion. A blank is any white space,
``..`` up to five words, ``...`` up to fourteen, ``....`` up to twenty-eight, ``~`` up to nine
without a finite verb; none of them reaches over another motion ("¤") or a semicolon. ``(a|b)``
groups, ``§:`` is the motion with a colon or dash, ``*`` ends any way, ``{name}`` is a list of
words. Words stand alone: "uit" is no "uitstel". A word that ends with a full stop is an
abbreviation ("n.a.v."), whose last stop may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.patterns import later

_WORD = r"[^\s;¤§]+\s+"
_FINITE = (
    "is|zijn|was|heb|heeft|hebben|ben|word|wordt|worden|werd|kan|zal|geeft|geef|verzoekt|verzocht"
)
_REACHES = {
    "..": rf"(?:{_WORD}){{0,5}}?",
    "...": rf"(?:{_WORD}){{0,14}}?",
    "....": rf"(?:{_WORD}){{0,28}}?",
    "~": rf"(?:(?!(?:{_FINITE})\s){_WORD}){{0,9}}?",
}
WORDS = {
    "noun": "uitvoering|invulling|gehoor|gevolg|nakoming",
    "done": "afgedaan|afgehandeld|afgerond|afgewikkeld",
    "realised": "uitgevoerd|gerealiseerd|ingevuld|nagekomen|ingelost|vervuld",
    "taken": "verwerkt|ingewilligd|geïmplementeerd|opgevolgd|verwezenlijkt|geëffectueerd",
    "give": "geef|geeft|geven|gegeven|gaf|gaven",
    "reaction": "reactie|kabinetsreactie|beleidsreactie|vervolgreactie",
    "which": "gewijzigde|aangenomen|aangehouden|nader\\s+gewijzigde|ingediende",
    "not": "geen|niet",
    "see": "zie|zien|ziet",
    "report": "informeer|informeert|informeren|bericht|rapporteer|rapporteert|rapporteren"
    "|reageer|reageert|reageren",
}
# Who is neither the Kamer nor the one who writes: agencies, other governments, the field.
AGENCIES = r"""(?:(?-i:NZa|IGJ|RIVM|UWV|SVB|DUO|NVWA|ZonMw|ProRail|NS|VNG|IPO|OM)|politie|gemeenten?
    |gemeenteraad|provincies?|waterschap(?:pen)?|college|(?:Europese\s+)?Commissie|Belastingdienst
    |sector(?:en|partijen)?|branche\w*|bedrijf|bedrijven|bedrijfsleven|organisaties|stichting
    |(?:woning)?corporaties?|zorgverzekeraars?|zorginstellingen|instellingen|scholen|hogescholen
    |universiteit(?:en)?|ambassade)"""


def compile_phrases(phrases: Iterable[str], **words: str) -> re.Pattern[str]:
    """One pattern that finds any of the phrases, in any case; ``words`` are further lists.

    >>> pattern = compile_phrases(["geef|geeft .. {noun} .. aan ~ §", "§ ... {done}"])
    >>> pattern.search("Hiermee geef ik uitvoering aan de §")[0]
    'geef ik uitvoering aan de §'
    >>> pattern.search("Hiermee geef ik ¤ invulling aan de §") is None
    True
    >>> compile_phrases(["n.a.v. ~ §"]).search("gesprekken n.a.v. de §")[0]
    'n.a.v. de §'
    """
    known = {**WORDS, **words}
    patterns = [_translate(each, known) for each in phrases]
    # What begins with a word is tried where a word begins, not at each letter of it.
    worded = "|".join(each.removeprefix(r"\b") for each in patterns if each.startswith(r"\b"))
    others = [each for each in patterns if not each.startswith(r"\b")]
    return later("|".join([rf"\b(?=\w)(?:{worded})"] * bool(worded) + others), re.IGNORECASE)


def _translate(phrase: str, words: Mapping[str, str]) -> str:
    parts: list[str] = []
    tokens = phrase.split()
    for number, token in enumerate(tokens):
        reach = _REACHES.get(token)
        last = number == len(tokens) - 1
        parts.append(reach if reach else _word(token, words) + ("" if last else r"\s+"))
    return "".join(parts)


def _word(token: str, words: Mapping[str, str]) -> str:
    if token == "§":
        return token
    if token == "§:":
        return r"§\s?[:–-]"
    if token.endswith("."):
        return rf"\b(?:{'|'.join(re.escape(each.rstrip('.')) for each in token.split('|'))})\.?"
    pattern = token.replace("(", "(?:").replace("*", r"\w*")
    pattern = re.sub(r"\{(\w+)\}", lambda match: words[match[1]], pattern)
    return rf"\b(?:{pattern})\b"
