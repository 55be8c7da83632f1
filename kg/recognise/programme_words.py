"""What the names of programmes are made of: words with capitals, small words between, a period."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.patterns import later
from kg.recognise.programme_table import is_listed

UP, LOW = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ-"
GAP = r"(?:[ \t\xa0]{0,40}\r?\n[ \t\xa0]{0,120}|[ \t\xa0]{1,40})"
CAPITAL = rf"[{UP}](?:[\w’'&]|-(?=\w)){{1,40}}"
ENDING = r"(?:programma|agenda|akkoord|plan|strategie|pact|aanpak|visie|deal)"
YEARS = r"20[0-5]\d[ ]?[-–/][ ]?(?:20)?[0-6]\d(?![\w-])"
PERIOD = later(rf"{GAP}(?:{YEARS}|20[2-5][05](?![\w/–-]))")
# What says that a programme is one of radio or television.
ON_AIR = (
    r"(?i:tv|televisie|radio)|SBS|RTL|NPO|VARA|KRO|AVROTROS"
    r"|Radar|Zembla|Nieuwsuur|EenVandaag|Kassa|Argos|Buitenhof|Brandpunt|Undercover"
)
THE = later(r"\b(?:[Dd]e|[Hh]et|deze|dit|onze|ons)\s{1,40}\Z")
_SMALL = r"(?:voor|van|in|op|met|tegen)"
_GOES_ON = later(
    rf"""{GAP}(?:en{GAP}|{_SMALL}{GAP}(?:(?:de|het){GAP})?)?
        (?P<word>(?!Q[1-4]\b){CAPITAL})""",
    re.VERBOSE,
)
_NO_NAME = frozenset(
    """de het een deze dit die dat als op in uit aan bij met naar voor van na door om over te wat
    hoe en of er ik wij we u uw zij hij is zijn ook nu verder daarnaast tweede kamer minister
    staatssecretaris ministerie ministers nr vergaderjaar kamerstuk kamerstukken brief verslag
    motie amendement bijlage tijdens zaak datum eisen raad europese nederlandse europees nederland
    opmerking periode product waardering grondslag april mei juni juli commissie stichting gegevens
    diner team directie informele voorzitter verzoek richtlijn verordening""".split()
)
NO_KIND = later(
    r"""\A(?:Impact|Examen|Regeer|Coalitie|Verkiezings|Bestemmings|Hoofdlijnen\w{0,20}\Z|Werkplan
        |Handelsakkoord|Associatie|Principe|Ontwerp|Jaar|Begrotings|Computer|Televisie|Radio
        |Software|Incidenten|Kabinets|Subsidie|Structuurplan|Omgevingsplan|Vervoers?plan
        |Onderzoeks?|Migratiepact|Regioplan|Belastingplan|Structuurvisie|Activiteiten
        |(?:Commissie)?[Ww]erkprogramma|Stabiliteitsprogramma|Partij|Divisie|Revisie|Supervisie|Provisie|Rijksplan
        |Businessplan|Rijksinpassingsplan|Inpassingsplan
        |Concern|Ministerieel|Centraal\sEconomisch)""",
    re.VERBOSE,
)
# One word before it makes a name if it is a noun: "het Duindorp Akkoord", no "Nieuwe Akkoord".
_BARE = later(
    r"""(?:\w+\s(?:Actieplan|Plan|Agenda|Aanpak|Visie)
        |(?:\w*(?:e|isch|lijk|aal|eel|ief|ig|ing|end|ste)|Nieuw|Europees|Breed|Groot|Concept|Ontwerp
            |Aangepast|Herzien|Politiek|Voorlopig|Definiti\w+|Bereikt|Uitstel|Principe|Eerst|Tweed
            |Pilot|Project|Werk|Onderzoeks?|Vervolg|Wijzigingen|Maatregelen|Resultaten|Uitkomsten)
        \s(?:Programma|Akkoord|Strategie|Pact|Deal))\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# "Aanpak Mentale gezondheid": the noun of an adjective with a capital belongs to it.
_ADJECTIVE = later(rf"\b[{UP}]\w{{2,30}}(?:ale|ele|ische|aire|lijke)\Z|\bHoger\Z")
_NOUN = later(rf"{GAP}[a-zß-ÿ]{{4,30}}(?![\w-])")
_LINE = later(r"\s{0,9}[A-Z][^\n]{0,30}\n")


def gone_on(text: str, stop: int) -> tuple[int, int]:
    """Where the words with capitals behind ``stop`` end, and how many they are.

    >>> gone_on("Uitvoeringsagenda Curaçao Q1", 17)
    (25, 1)
    """
    words = 0
    while words < 6:
        more = _GOES_ON.match(text, stop)
        if more is None or more["word"].casefold().rstrip("'’") in _NO_NAME:
            break
        if words and "\n" in more[0] and _LINE.match(text, stop):
            break
        stop, words = more.end(), words + 1
    if words and (noun := _NOUN.match(text, stop)) and _ADJECTIVE.search(text, stop - 40, stop):
        stop = noun.end()
    return stop, words


def is_name(name: str) -> bool:
    """Whether these words can be a name at all.

    >>> is_name("Uitvoeringsagenda Curaçao"), is_name("Nationaal Plan")
    (True, False)
    """
    return (
        " " in name and len(name) >= 12 and not _BARE.match(name) and not NO_KIND.match(name)
    )


def holds_listed(words: Sequence[str]) -> bool:
    """Whether a name of the table begins or ends with these words, or stands among them.

    >>> holds_listed(["Het", "Nationaal", "Preventieakkoord"])
    True
    """
    return any(is_listed(" ".join(words[at:])) for at in range(len(words)))
