"""The ways in which a document says what it does with a motion or commitment, as a table.

Each rule has a name, the relation it states, its phrases (``kg.recognise.phrases``; the motion is
"§") and a sentence that it must catch. They are tried in the order of ``RULES``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Relation
from kg.recognise.phrases import compile_phrases


@dataclass(frozen=True, slots=True)
class CueRule:
    """One way of saying it: name, relation, phrases over a clause, a sentence it catches."""

    name: str
    relation: Relation
    phrases: tuple[str, ...]
    example: str

    def compile(self) -> re.Pattern[str]:
        """The phrases ready to search with.

        >>> VOTED_DOWN.compile().search("De § is verworpen")[0]
        '§ is verworpen'
        """
        return compile_phrases(self.phrases)


# What happened to the motion in the Kamer decides nothing about the document, save that a motion
# voted down is carried out by nobody.
VOTED_DOWN = CueRule(
    "cue.voted-down",
    Relation.CITES,
    ("§ ... verworpen|ingetrokken", "verworpen|ingetrokken|verwierp|verwierpen ... §"),
    "De motie van het lid Bos is door uw Kamer verworpen.",
)

ONTRADEN = CueRule(
    "cue.ontraden",
    Relation.REJECTS,
    (
        "ontraad|ontraadt|ontraden|ontraadde|ontraadden ... §",
        "§ ... ontraad|ontraadt|ontraden|ontraadde|ontraadden",
        "§: ontraden",
        "§ ... afraden|afgeraden",
        "raad|raadt|raden .. § .. af",
        "§ raad|raadt|raden .. af",
        "negatief advies|oordeel .. over|op|bij .. §",
        "§ ... negatief advies|oordeel",
    ),
    "Ik moet de motie van het lid Bos ontraden.",
)

NOT_CARRIED_OUT = CueRule(
    "cue.not-carried-out",
    Relation.REJECTS,
    (
        "{not} .. {noun} ... aan|van .. §",
        "aan|van .. § ... {not} .. {noun}",
        "§ ... niet .. {realised}|uitvoeren|overgenomen|overnemen|opgevolgd",
        "§ ... niet .. uit|over|op te voeren|nemen|volgen",
        "§ ... onuitvoerbaar",
        "§ ... niet uitvoerbaar",
        "§ ... naast .. neer",
        "niet .. § .. uit te voeren",
        "niet .. § .. te voldoen",
        "niet .. § .. tegemoet te komen",
        "voer|voeren .. § .. niet .. uit",
        "neem|neemt|nemen .. § .. niet over",
        "wijs|wijst|wijzen .. § .. af",
        "{see} .. geen|onvoldoende .. mogelijkheid|mogelijkheden|ruimte|aanleiding|reden ... §",
        "{see} .. af van .. §",
        "af te zien van .. §",
        "afgezien .. van .. §",
    ),
    "Het kabinet geeft geen uitvoering aan de motie van het lid Bos.",
)

LAPSES = CueRule(
    "cue.lapses",
    Relation.REJECTS,
    (
        "vervalt|vervallen .... antwoord|reactie|uitvoering|invulling op|van|aan .. §",
        "vervalt|vervallen .... antwoord|reactie was|is|vormde op .. §",
    ),
    "Daarmee vervalt het onderzoek dat ik aankondigde in antwoord op de motie Bos.",
)

FULFILLED = (
    CueRule(
        "cue.carried-out",
        Relation.FULFILS,
        (
            "{give} ... {noun} ... aan ~ §",
            "{noun} .. {give} .. aan ~ §",
            "aan ~ § ... {noun} .. {give}",
            "{give} .. aan ~ § ... {noun}",
            "aan ~ § ... {give} ... {noun}",
        ),
        "Hiermee geef ik uitvoering aan de motie van het lid Bos.",
    ),
    CueRule(
        "cue.is-the-invulling",
        Relation.FULFILS,
        (
            "is|zijn|vormt|vormen|betreft|geldt de|een invulling|nakoming|uitwerking|uitvoering"
            " van .. §",
            "is|zijn|vormt|vormen|betreft|geldt (hiermee|daarmee|dan|ook|tevens|deze|dit) de|een"
            " invulling|nakoming|uitwerking|uitvoering van .. §",
            "ter|als invulling|nakoming|afdoening van .. §",
            "als uitvoering van .. §",
        ),
        "Dit plan is de invulling van de motie van het lid Bos.",
    ),
    CueRule(
        "cue.afgedaan",
        Relation.FULFILS,
        (
            "§ ... {done}",
            "{done} .. §",
            "doe|doet|doen|deed|handel|handelt|handelen|rond|ronden ... § ... af",
            "afdoening|afhandeling|afronding van .. §",
            "afdoening|afhandeling|afronding {which} §",
            "afdoening|afhandeling|afronding §",
            "§ ... af te doen",
        ),
        "Met deze brief wordt de motie van het lid Bos afgedaan.",
    ),
    CueRule(
        "cue.voldaan",
        Relation.FULFILS,
        (
            "voldaan|voldoe|voldoet|voldoen|tegemoetgekomen|tegemoetkomen ... aan ~ §",
            "tegemoet gekomen|komen ... aan ~ §",
            "aan ~ § ... voldaan|tegemoetgekomen|tegemoet",
            "kom|komt|komen ... tegemoet .. aan ~ §",
            "§ ... gestand",
            "gestand ... §",
            "recht .. gedaan|doen|doet .. aan ~ §",
            "recht gedaan .. aan ~ §",
            "doe|doet|doen .. recht aan ~ §",
            "aan ~ § ... recht gedaan",
        ),
        "Hiermee is voldaan aan de motie van het lid Bos.",
    ),
    CueRule(
        "cue.uitgevoerd",
        Relation.FULFILS,
        (
            "§ ... {realised}",
            "§ ... ten uitvoer gebracht|gelegd",
            "{realised} .. §",
            "voer|voert|voeren ... § ... uit",
            "los|lossen ... § ... in",
            "kom|komen ... § .. na",
            "sluit|sluiten .. § .. af",
            "§ is|zijn|wordt|worden .. {taken}",
            "is|zijn|heb|heeft|hebben|wordt|worden .. § .. {taken}",
        ),
        "De motie van het lid Bos is uitgevoerd.",
    ),
    CueRule(
        "cue.acts-by-it",
        Relation.FULFILS,
        (
            "is|wordt .. conform|overeenkomstig ~ § .. gehandeld",
            "is|wordt .. in lijn|overeenstemming met ~ § .. gehandeld",
            "gehandeld conform|overeenkomstig ~ §",
            "gehandeld in lijn|overeenstemming met ~ §",
            "handel|handelt|handelen .. conform|overeenkomstig ~ §",
            "handel|handelt|handelen .. in lijn|overeenstemming met ~ §",
        ),
        "Er wordt reeds conform de motie van het lid Bos gehandeld.",
    ),
)

FOLLOWED = (
    CueRule(
        "cue.not-yet",
        Relation.FOLLOWS_UP,
        ("nog niet|geen ... §", "§ ... nog niet|geen"),
        "De motie van het lid Bos is nog niet uitgevoerd.",
    ),
    CueRule(
        "cue.naar-aanleiding",
        Relation.FOLLOWS_UP,
        (
            "naar aanleiding van ~ §",
            "n.a.v.|i.k.v. ~ §",
            "in het kader van ~ §",
            "in kader van ~ §",
            "in reactie|antwoord|vervolg op ~ §",
            "gevolg gevend aan ~ §",
            "gelet op ~ §",
            "op grond|basis van ~ §",
        ),
        "Naar aanleiding van de motie van het lid Bos heb ik gesprekken gevoerd.",
    ),
    CueRule(
        "cue.conform",
        Relation.FOLLOWS_UP,
        (
            "conform|overeenkomstig|ingevolge ~ §",
            "in lijn|overeenstemming met ~ §",
            "in de geest van ~ §",
            "op verzoek van de|het §",
            "op verzoek van §",
            "zoals|waar .. verzocht|gevraagd|opgeroepen .. in|door|met|bij .. §",
            "zoals|waar|waarom|waartoe .. in|door|met .. § .. verzocht|gevraagd",
        ),
        "Conform de motie van het lid Bos schuiven de termijnen op.",
    ),
    CueRule(
        "cue.stand-van-zaken",
        Relation.FOLLOWS_UP,
        (
            "stand van zaken ... §",
            "stand zaken ... §",
            "voortgang|voorgang|vorderingen|status ... §",
        ),
        "Hierbij schets ik de stand van zaken van de motie van het lid Bos.",
    ),
    CueRule(
        "cue.uitvoering-van",
        Relation.FOLLOWS_UP,
        (
            "{noun}|opvolging|uitwerking|vervolg|navolging|opvolgen|aandacht|vorm"
            " .. van|aan|op|bij|voor .. §",
            # the subject of a letter: "Uitvoering gewijzigde motie …"
            "{noun}|opvolging|uitwerking|beantwoording|reactie §",
            "{noun}|opvolging|uitwerking|beantwoording|reactie {which} §",
            "uitvoeren|beantwoording van .. §",
            "van|aan|op .. § ... {noun}|opvolging|uitwerking|vervolg",
            "§ voer|voert|voeren .. uit",
            "§ ... uitvoeren|afdoen|afhandelen|afronden",
            "§ ... uit|op|mee te voeren|werken|pakken|volgen|nemen",
            "§ ... te betrekken",
            "§ .. is|zijn|wordt|worden|heb|heeft|hebben|zal|zullen|ga|gaat"
            " ... uitgewerkt|opgepakt|opgevolgd|meegenomen|betrokken|overgenomen|uitgevoerd",
            "betrek|betrekken|neem|nemen|pak|pakken|voer|voeren .. § .. hierbij|daarbij|mee|op|uit",
            "uit te voeren .. §",
            "heb|heeft|hebben .. § .. opgepakt|uitgewerkt|meegenomen|betrokken",
            "neem|neemt|nemen .. § over",
        ),
        "Ter uitvoering van de motie van het lid Bos is een onderzoek gestart.",
    ),
    CueRule(
        "cue.reports",
        Relation.FOLLOWS_UP,
        (
            "{report} ... over|op ... §",
            "kom|komt|komen|ga|gaat|gaan ... in|terug op ... §",
            "kom|komt|komen ... op terug ... §",
            "op .. § .. kom|komt|komen|ga|gaat|gaan|terug|ingegaan|in",
            "{reaction}|antwoord|respons|brief op|over .. §",
            "kabinetsstandpunt op|over|inzake .. §",
            "over .. § .. ben|zijn|voer|voeren|heb|hebben|wordt|word|vindt|vond",
            "in overleg|gesprek .. over|met .. §",
            "aan de slag .. met .. §",
            "met .. § .. aan de slag",
        ),
        "Over de motie van het lid Bos ben ik in overleg met de sector.",
    ),
    CueRule(
        "cue.aangehouden",
        Relation.FOLLOWS_UP,
        (
            "§ ... is|zijn|wordt|worden|werd|heb|heeft|hebben ... aangehouden",
            "is|zijn|wordt|werd|heeft .. § ... aangehouden",
        ),
        "De motie van het lid Bos wordt aangehouden in afwachting van het advies.",
    ),
    CueRule(
        "cue.has-led-to",
        Relation.FOLLOWS_UP,
        (
            "§ .. heeft|hebben .. geleid tot",
            "mede door .. §",
            "vloeit|vloeien .. voort uit .. §",
            "voortvloeiend* uit .. §",
            "sluit|sluiten ... aan .. bij|op .. §",
        ),
        "De motie van het lid Bos heeft geleid tot een nieuwe handreiking.",
    ),
)

RULES: tuple[CueRule, ...] = (
    VOTED_DOWN,
    ONTRADEN,
    NOT_CARRIED_OUT,
    LAPSES,
    *FULFILLED,
    *FOLLOWED,
)
