"""Names of members and bewindspersonen as running text prints them.

A name is known by its shape: tussenvoegsels (van, de, der, den, ten, ter, el, 't), capitals,
hyphens, diacritics, at times a given name before it where two members share a family name. What
the shape leaves open (is "van" in "de motie van Nispen" a preposition?) the table of persons
decides; where the table knows nothing, the shorter reading wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.authority.parties import is_party
from kg.authority.printed import (
    is_given, is_known, is_known_in_full, is_person, opens_two,
)  # fmt: skip
from kg.model import Span
from kg.patterns import later
from kg.text import MONTHS

# Between words of a name: one line break at most, with the lone mark a reader may have left there.
GAP = (
    r"(?:[ \t\xa0]{0,80}\r?\n[ \t\xa0]{0,120}(?:\d{1,2}[ \t]{0,9}\n[ \t\n]{0,120})?"
    r"|[ \t\xa0]{1,80})"
)
# What members are called before their name: "het lid", "de Kamerleden", "SP-lid", "de heer".
LIDS = (
    r"(?:(?:het|de|oud-)\s{1,40}){0,2}(?:(?:voormalige?|toenmalige?)\s{1,40})?"
    r"(?:[\w&]{2,14}-)?(?:(?:[Tt]weede\ |[Ee]erste\ )?[Kk]amer)?"
    r"(?:[Ll]id|[Ll]eden(?:\s{1,40}van\s{1,40}(?:uw|de)\s{1,40}Kamer)?)"
)
TITLES = (
    rf"(?:{LIDS}|(?:de\s{{1,40}})?(?:heer|heren)|mevrouw|mevr\.|mw\.|dhr\.|meneer"
    r"|(?:(?:de|mijn|onze|uw)\s)?(?:oud-)?collega(?:['’]?s)?|mijn\sfractiegenoot"
    r"|(?:de\s{1,40})?bijzondere?\s{1,40}gedelegeerden?)"
)
# What stands between a title and a name: "het lid Bos", "het lid-Bos".
TO_NAME = rf"(?:{GAP}|-(?=[A-ZÀ-Þ]))"
# A footnote mark glued to a name: "Harbers3", "Nispen[^1]", "Mohandis⁴", "Agema,7".
MARK = later(
    r"\s?\[\^?\d{1,3}\s?\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|,?\d{1,2}(?![\d\w])|<sup>\s?\d{1,3}\s?</sup>"
)

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĠĢĪİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽȘȚ"
_PLAIN_LETTER = r"[^\W\d_⁰¹²³⁴⁵⁶⁷⁸⁹ªº]"
_LETTER = f"(?:{_PLAIN_LETTER}|[\u0300-\u036f])"
# Plain letters alone are the common case, and read at once.
_WORD = (
    rf"[{_UPPER}](?:{_PLAIN_LETTER}{{1,24}}(?![\w'’\u0300-\u036f])"
    rf"|(?:{_LETTER}|['’](?={_LETTER})){{1,24}})"
)
_PREFIX = (
    r"(?:[Vv]an|[Dd]e[nr]?|[Tt]e[nr]?|[Ee]l|[Aa]l|[Ll][ae]|[Vv]on|[Tt]ot|[Oo]p|[Ii]n|['’‘`´][ts])"
)
_BEFORE = rf"(?:{_PREFIX}{GAP}){{0,3}}"
_HYPHEN = r"[-‐‑](?:[ \t]{0,4}\n[ \t]{0,120}|\ (?=van\ ))?"
_CORE = rf"{_WORD}(?:{_HYPHEN}{_BEFORE}{_WORD}){{0,3}}"
_FAMILY = later(rf"(?P<prefix>{_BEFORE})(?P<core>{_CORE})")
_MORE = later(rf"{GAP}(?P<prefix>{_BEFORE})(?P<core>{_CORE})")
_PARTY = later(
    rf"""\s{{0,3}}\((?P<party>(?!Kamer|TK|EK|Hand|Stb|Stc|zie|nr)
        (?:[{_UPPER}]|50|lid-)[\w&/+–—’'\ .-]{{0,40}})\)""",
    re.VERBOSE,
)
_AND_OTHERS = later(r"[\s,]{1,40}c\.?\s?s\b\.?|\s{1,40}et al\.?", re.IGNORECASE)
_SEPARATOR = later(
    rf"""(?:{GAP})?(?:/|,|&|\ben\b|,\s{{0,40}}en\b)\s{{0,60}}
        (?:(?:van\s{{1,40}})?(?:{TITLES})\s{{1,60}})?""",
    re.VERBOSE,
)
_NOT_NAMES = frozenset(MONTHS).union(
    """kamer kamers tweede eerste staten nederland nederlandse kabinet regering minister ministers
    staatssecretaris commissie raad kamerstuk kamerstukken kamerbrief kamerbrieven handelingen
    motie moties amendement amendementen toezegging tk ek kst nr lid leden besluit wet
    wetsvoorstel begroting rijk europa europese eu algemene algemeen ministerie vragen vraag
    antwoord bijlage brief aangenomen verworpen indiener status stemming voorzitter het een de die
    dat deze dit zij hij ik wij er ook naar aanleiding met hiermee hierin daarmee daarnaast tevens
    verder tot ten slotte voor over om in op uit bij als maar want dus datum betreft onderwerp
    kenmerk maandag dinsdag woensdag donderdag vrijdag van wantrouwen treurnis afkeuring artikel
    groep partij forum fractie lijst""".split()
)
_MOST = 24


@dataclass(frozen=True, slots=True)
class Name:
    """One name: its printed form with a capital on the prefix, where it stands, its party."""

    printed: str
    span: Span
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """A row of names ("Lodders/Geurts", "A (X), B en C c.s."), with where it ends."""

    names: tuple[Name, ...]
    end: int
    cs: bool = False


_FIRST = later(r"[^-‐‑\s]+")


def is_plausible(word: str) -> bool:
    """Whether a capitalised word may be (the start of) a name of a person, by exclusion.

    >>> [is_plausible(word) for word in ("Bikker", "Kamer", "GroenLinks", "VWS")]
    [True, False, False, False]
    """
    match = _FIRST.match(word)
    first = match[0] if match else word
    if first.casefold() in _NOT_NAMES or is_party(first):
        return False
    return not (len(first) > 1 and first.isupper())


# --- one name -----------------------------------------------------------------------------------

_PLAIN = later(r"\S+(?: \S+)*")
_BROKEN = later(r"-[ \t]{0,4}\n[ \t]{0,120}(?P<rest>[a-zß-öø-ÿ]{2,20})(?![\w-])")


def capital(name: str) -> str:
    """``name`` with single spaces and a capital on its first letter.

    >>> capital("van  der Staaij"), capital("'t Hart"), capital("Joseph-\\nAgema")
    ('Van der Staaij', "'t Hart", 'Joseph-Agema')
    """
    if "- " in name or not _PLAIN.fullmatch(name):
        name = re.sub(r"-\s+", "-", re.sub(r"\s+(?:\d{1,2}\s+)?", " ", name.strip()))
    return name[:1].upper() + name[1:]


def read_name(text: str, start: int, *, loose: bool = False) -> Name | None:
    r"""The name at ``start``, or ``None``.

    ``loose`` takes a small "van" before it for a preposition unless the table knows better.

    >>> read_name("Gijs van Dijk om", 0).printed, read_name("van Nispen is", 0, loose=True).printed
    ('Gijs van Dijk', 'Van Nispen')
    >>> read_name("van Bikker c.s.", 0, loose=True).printed, read_name("de Kamer", 0)
    ('Bikker', None)
    >>> read_name("Mad-\nlener wil", 0).printed, read_name("Mad-\nder wil", 0).printed
    ('Madlener', 'Mad')
    """
    match = _FAMILY.match(text, start)
    if match is None:
        return None
    full = _in_full(text, match) if match["core"] in opens_two() else None
    if full is not None:
        return full
    if not is_plausible(match["core"]):
        return None
    begin, end = match.start(), match.end()
    if match["prefix"] and loose:
        own = _own_prefix(match)
        if own is None or own == match.start("core"):
            return None if own is None else read_name(text, own)
        begin = own
    else:
        end = _continue(text, match)
    broken = _BROKEN.match(text, end)
    whole = capital(text[begin:end]) + broken["rest"] if broken else ""
    if broken and is_known(whole):  # at the end of a line, by a hyphen
        return Name(whole, Span(begin, broken.end()))
    return Name(capital(text[begin:end]), Span(begin, end))


def _in_full(text: str, match: re.Match[str]) -> Name | None:
    """ "Mei Li Vos", "Jan Jacob van Dijk": two given names, of which one may be a plain word."""
    second = _MORE.match(text, match.end())
    family = _MORE.match(text, second.end()) if second else None
    for last in (family, second):
        if last is not None:
            span = Span(match.start("core"), last.end())
            if is_person(capital(span.of(text))):
                return Name(capital(span.of(text)), span)
    return None


def _own_prefix(match: re.Match[str]) -> int | None:
    """Where the name starts when its small "van" may be a preposition."""
    start, whole = match.start(), match[0]
    if whole[0].isupper() or is_known(capital(whole)):
        return start
    words = match["prefix"].split()
    if words[0] != "van":
        return start if words[0] in ("der", "den", "ter", "ten", "el") else None
    rest = whole[3:].lstrip()
    if len(words) == 1 or is_known(capital(rest)):
        return match.end() - len(rest)
    return start if words[1] in ("der", "den") else None


def _continue(text: str, match: re.Match[str]) -> int:
    """Where a name ends that may go on: "Jasper van Dijk", "Bruins Slot", "Six Dijkstra"."""
    more = _MORE.match(text, match.end())
    if more is None or not is_plausible(more["core"]):
        return match.end()
    first, whole = match["core"], capital(text[match.start() : more.end()])
    if is_known(whole):
        return more.end()
    if match["prefix"]:
        return match.end()
    if is_given(first) and is_known(more["prefix"] + more["core"]):
        return more.end()
    if not is_given(first) or is_known(first):
        return match.end()
    broken = "\n" in text[match.end() : more.end()]
    return match.end() if broken and not more["prefix"] else more.end()


# --- rows of names ------------------------------------------------------------------------------


def read_names(text: str, start: int, *, loose: bool = False, joint: bool = True) -> Names | None:
    """The row of names at ``start``: separated by a slash, a comma or "en"; ``None`` if none.

    ``joint=False`` stops at "en" and at commas, so that only slashes join.

    >>> found = read_names("Van Nispen (SP), Mutluer en Van der Werf c.s. over", 0)
    >>> [n.printed for n in found.names], found.names[0].party, found.cs
    (['Van Nispen', 'Mutluer', 'Van der Werf'], 'SP', True)
    >>> [n.printed for n in read_names("Lodders/Geurts en Geurts/Lodders", 0, joint=False).names]
    ['Lodders', 'Geurts']
    """
    names: list[Name] = []
    at, end, cs = start, start, False
    while len(names) < _MOST:
        name = read_name(text, at, loose=loose and not names)
        if name is None:
            break
        name, end = _with_party(text, name)
        names.append(name)
        behind = past_mark(text, end)
        others = _AND_OTHERS.match(text, behind)
        if others:
            party = _PARTY.match(text, others.end())
            end, cs = party.end() if party else others.end(), True
            break
        separator = _SEPARATOR.match(text, behind)
        if separator is None or (not joint and "/" not in separator[0]):
            break
        at = separator.end()
    return Names(tuple(names), end, cs) if names else None


def apart(names: Names) -> Names:
    """The row with two who are joined by a hyphen taken apart: "motie Gesthuizen-Van Dam".

    Who has such a name in the table of persons stays one.

    >>> names = read_names("Koopmans-Heijnen", 0), read_names("Dik-Faber", 0)
    >>> [[name.printed for name in apart(row).names] for row in names]
    [['Koopmans', 'Heijnen'], ['Dik-Faber']]
    """
    if not any("-" in name.printed for name in names.names):
        return names
    return replace(names, names=tuple(one for name in names.names for one in _apart(name)))


def _apart(name: Name) -> tuple[Name, ...]:
    one, _, other = name.printed.partition("-")
    if not is_known(one) or not is_known(other) or is_known_in_full(name.printed):
        return (name,)
    if is_known(f"{one.split()[-1]}-{other}"):  # "Van der Laan-Geselschap", who is Laan-Geselschap
        return (name,)
    return replace(name, printed=one), replace(name, printed=capital(other))


def _with_party(text: str, name: Name) -> tuple[Name, int]:
    """The name with the party printed behind it, and where that ends."""
    party = _PARTY.match(text, name.span.end)
    if party is None:
        return name, name.span.end
    return Name(name.printed, name.span, party["party"]), party.end()


def past_mark(text: str, at: int) -> int:
    """Past a footnote mark glued to a word.

    >>> past_mark("Harbers3 over", 7)
    8
    """
    mark = MARK.match(text, at)
    return mark.end() if mark else at
