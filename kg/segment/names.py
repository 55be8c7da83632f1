"""Names of people as they are printed under letters, motions and questions.

A name is initials or given names, lower-case prefixes ("van der") and a family name; what says
otherwise (a figure, a month, a word no name has) makes a line no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.model import HeaderField, Span
from kg.text import MONTHS, fold_space, mend_accents

PREFIX = (
    r"(?:van|von|de|der|den|het|’t|'t|ten|ter|te|in|op|la|le|du|da|di|dos|el|al|bin|ibn|aan|"
    r"op\sde|d’|zu|y)"
)
_INITIALS = r"(?:[A-ZÀ-ÞĀ-Ž][a-z]{0,2}\.[\s-]?){1,6}"
_WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'‘-]{0,24}"  # after composing
_NAME = re.compile(
    rf"(?:{_INITIALS}\s?)?(?:\(?{_WORD}\)?\s){{0,3}}"  # D. / Maarten / H.M. (Hugo)
    rf"(?:(?:Van|De|Den|Der|Ter|Ten)\s)?(?:{PREFIX}\s){{0,3}}(?:[dl]’)?"  # van der / Van der
    rf"{_WORD}(?:[\s-](?:{PREFIX}\s){{0,2}}{_WORD}){{0,2}}\Z"  # Staaij / Gräper-van Koolwijk
)
_TITLES = re.compile(
    r"(?:(?:[Dd]rs?|[Mm]r|[Ii]r|[Ii]ng|[Pp]rof|[Dd]hr|[Mm]w|[Mm]evr|[Bb]c|MSc|MPA|RA)\.?,?\s|"
    r"[Dd]e\sheer\s|[Mm]evrouw\s|w\.g\.\s|\(w\.g\.\)\s|[Gg]et\.\s?){1,5}"
)
_TITLES_AFTER = re.compile(r",?\s(?:MSc|MBA|MPA|MA|RA|LLM|PhD|BSc|EMBA)\.?\Z")
_GLUED = re.compile(r"\b(van|de|der|den|ten|ter)(?=[A-ZÀ-Þ][a-zà-ÿ])")
_FULL_STOP = re.compile(rf"{_INITIALS}[^.\d]{{3,40}}\.\Z")
_NOT_NAMES = frozenset(MONTHS).union(
    """
    de het een dit deze en of maar pagina bijlage bijlagen datum kenmerk betreft onderwerp tweede
    eerste kamer staten-generaal minister ministers staatssecretaris ministerie directeur directie
    directoraat-generaal hoogachtend nota noot noten vraag antwoord vragen antwoorden tabel figuur
    nederland kabinet regering postbus den haag namens mede geachte voorzitter leden lid motie
    tot slot inleiding aanleiding toelichting samenvatting conclusie hoofdstuk artikel paragraaf
    vertrouwelijk griffier totaal overig besluit agendapunt zaak w.g. fractie portefeuille
    overheid rijksoverheid algemene algemeen zaken onderwijs justitie defensie welzijn sport
    volksgezondheid financiën milieu natuur kwaliteit veiligheid overwegende constaterende
    verzoekt gehoord toezegging toezeggingen uitvoering voortgang stand planning proces vervolg
    """.split()
)
_LONG = 200  # code points; a line that is longer is not remembered
_PARTY = re.compile(r"\((?:beiden|allen|alle\s\w{3,5})?\s*([^()]{1,40})\)")
_SEPARATOR = re.compile(r"\s*,\s*|\s+en\s+")


def clean_name(text: str) -> str | None:
    """The name a short text is, without titles; ``None`` where it is no name.

    >>> clean_name("drs. D. Yeşilgöz-Zegerius"), clean_name("Maarten van Ooijen")
    ('D. Yeşilgöz-Zegerius', 'Maarten van Ooijen')
    >>> clean_name("Tweede Kamer"), clean_name("en Sport,"), clean_name("Van der Staaij")
    (None, None, 'Van der Staaij')
    >>> clean_name("M. deBoer"), clean_name("E.D. Wiebes.")
    ('M. de Boer', 'E.D. Wiebes')
    """
    return _cleaned(text) if len(text) <= _LONG else _cleaned.__wrapped__(text)


# A text asks for a line's name several times, and the same people sign many texts.
@lru_cache(1 << 12)
def _cleaned(text: str) -> str | None:
    words = mend_accents(fold_space(text).strip("*_ ").rstrip(",;"))
    titles = _TITLES.match(words)
    if titles:
        words = words[titles.end() :]
    words = _TITLES_AFTER.sub("", words)
    if _FULL_STOP.match(words):
        words = words[:-1]
    words = _GLUED.sub(r"\1 ", words)
    if not 2 <= len(words) <= 60 or len(words.split()) > 7 or not _NAME.match(words):
        return None
    if any(word.lower().strip(".,") in _NOT_NAMES for word in words.split() if word[0].isupper()):
        if not words.startswith(("De ", "Den ", "Het ")) or len(words.split()) > 3:
            return None
        if any(word.lower() in _NOT_NAMES for word in words.split()[1:]):
            return None
    return words


def is_full_name(name: str) -> bool:
    """Whether a name has more than a family name: initials or a given name before it.

    >>> is_full_name("Carola Schouten"), is_full_name("Schouten"), is_full_name("Van der Staaij")
    (True, False, False)
    """
    words = name.split()
    return len(words) > 1 and not re.fullmatch(PREFIX, words[0].lower())


def member_names(text: str, start: int, stop: int) -> Iterator[HeaderField]:
    """The members of a list as ``asked-by`` fields, each with its party where one is printed.

    >>> words = "Mutluer, Lahlah (GroenLinks-PvdA) en Helder (BBB)"
    >>> [field.value for field in member_names(words, 0, len(words))]
    ['Mutluer (GroenLinks-PvdA)', 'Lahlah (GroenLinks-PvdA)', 'Helder (BBB)']
    """
    waiting: list[tuple[str, Span]] = []
    at = start
    for match in _PARTY.finditer(text, start, stop):
        waiting += _split_names(text, at, match.start())
        party = fold_space(match[1])
        yield from (HeaderField("asked-by", f"{name} ({party})", span) for name, span in waiting)
        waiting, at = [], match.end()
    waiting += _split_names(text, at, stop)
    yield from (HeaderField("asked-by", name, span) for name, span in waiting)


def _split_names(text: str, start: int, stop: int) -> list[tuple[str, Span]]:
    """The names between commas and "en", each with its place."""
    found: list[tuple[str, Span]] = []
    at = start
    for end, after in [*(m.span() for m in _SEPARATOR.finditer(text, start, stop)), (stop, stop)]:
        piece = text[at:end]
        words = piece.strip()
        name = mend_accents(fold_space(words))
        if words and words[0].isalpha() and len(name) <= 50 and name[-1].isalpha():
            if any(word[0].isupper() for word in name.split()):
                left = at + len(piece) - len(piece.lstrip())
                found.append((name, Span(left, left + len(words))))
        at = after
    return found
