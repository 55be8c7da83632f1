"""The words that make, recall, meet or keep open a commitment, and those that only look so."""

from __future__ import annotations

import re

from kg.patterns import later
from kg.recognise.phrases import AGENCIES, compile_phrases

LISTS = {
    "self": r"ik|wij|we|het\s+kabinet"
    r"|de\s+(?:minister|staatssecretaris|bewindslieden|regering)\b[^,;.]{0,70}?",
    "me": r"ik|wij|we|het\s+kabinet",
    # Lines of a PDF may be joined without a blank: "aanuw Kamer", "deKamer".
    "kamer": r"(?:aan|met|naar)?uw\s*Kamers?|u|de\s*(?:(?:Tweede|Eerste)\s+)?Kamers?"
    r"|(?<!\bde\s)beide\s+Kamers(?:\s+der\s+Staten-Generaal)?|het\s+parlement",
    "tell": r"informeren|geïnformeerd|ge-?\s?informeerd|berichten|bericht|sturen|gestuurd|verstuurd"
    r"|versturen|verzenden|verzonden|toesturen|toegestuurd|zenden|gezonden|toezenden|toegezonden"
    r"|toekomen|rapporteren|gerapporteerd|verstrekken|verstrekt|aanbieden|aangeboden|voorleggen"
    r"|voorgelegd|overleggen|overgelegd|op\s+de\s+hoogte|in\s+kennis|terugkomen|terugkoppelen"
    r"|delen|gedeeld|verslag|uitsluitsel|inlichten|ingelicht|melden|gemeld|betrekken"
    r"|betrokken|meenemen|indienen|ingediend|laten\s+weten",
    "send": "informeer|informeren|informeert|stuur|sturen|stuurt|zend|zenden|zendt|bericht"
    "|berichten|rapporteer|rapporteren|rapporteert|verstrek|verstrekt|bied|biedt|kom|komen|komt"
    "|houd|houden|houdt|breng|brengen|brengt|deel|delen|deelt|doe|doen|doet|leg|leggen|legt|meld"
    "|melden|meldt",
    "hope": "verwacht|hoop|streef|verwachten|hopen|streven",
}

# --- made ---------------------------------------------------------------------------------------

MADE = compile_phrases(
    (
        "zeg|zeggen|zegt {self} ... toe",
        "ik|wij|we zeg|zeggen ... toe",
        "de minister|staatssecretaris .. zegt .... toe",
        "kan|wil|ga|zal|durf ik|wij|we ... toezeggen",
        "ik|wij|we kan|wil|ga|kunnen|willen|zal ... toezeggen",
        "ik|wij|we ... zou|zouden (graag\\s+|wel\\s+)?(willen\\s+)?toezeggen",
        "doe|doen ik (de|een|deze|die) toezegging dat|om",
        "ik|wij doe|doen .. (de|een|deze|die) toezegging dat|om",
        "toezegging kan|wil ik .. doen|geven",
        "bij deze|dezen toegezegd",
        "ik|wij|we|ben|zijn .. bereid ... toe te zeggen",
    ),
    **LISTS,
)
WILL = compile_phrases(
    (
        "zal|zullen ik|wij|we|het\\s+kabinet",
        "ik|wij|we|het\\s+kabinet zal|zullen",
        "zal|zullen de minister|ministers|staatssecretaris|staatssecretarissen",
    )
)
AIMS = compile_phrases(
    (
        "inzet|streven|voornemen van het kabinet .. om",
        "streef|streven|streeft ik|we|wij|het\\s+kabinet .. ernaar|naar",
        "ik|wij|we|het\\s+kabinet streef|streven|streeft ernaar",
    )
)
# "In mei ga ik hier nader op in": the term stands before its end.
GO_INTO = later(
    r"\b(?:ga|gaan|gaat)\s+(?:ik|wij|we|het\s+kabinet)\b(?:\s+[^\s;]+){0,10}?\s+in\b", re.IGNORECASE
)
NOT = later(r"\b(?:niet|geen)\b(?!\s+(?:alleen|later|eerder))", re.IGNORECASE)

# --- sent with this very document, sent before, asked for ----------------------------------------

HERE = later(
    r"""\b(?=\w)(?:hierbij|bijgaand\w*|bijgevoegd\w*|hiermee|in\s+deze\s+antwoorden|als\s+bijlage
        |(?:vindt|treft)\s+u|(?:met|in|via|door\s+middel\s+van|middels)\s+(?:deze|dit|onderhavige)\s+
            (?:brief|kamerbrief|nota|antwoorden|beantwoording|bericht|rapportage|circulaire
            |besluit|regeling|mededeling|verzamelbrief)
        |in\s+het\s+(?:vervolg|navolgende|restant)\s+van\s+(?:deze|dit)|hieronder|onderstaande?
        |brief\s+die\s+nu\s+voorligt
        |(?:ontvangt|krijgt)\s+(?:u\s+)?deze\s+(?:nota|memo|notitie))\b""",
    re.VERBOSE | re.IGNORECASE,
)
PAST = later(
    r"""\b(?=\w)(?:heb|heeft|hebben|is|zijn|werd|werden|ben|bent|was|had)\b
            (?:\s+(?!(?:en|zal|zullen|wordt|worden|zodat|waarna|maar)\b)\S+){0,16}?\s+
            (?:geïnformeerd|gestuurd|verstuurd|gezonden|aangeboden|toegezonden|toegestuurd|bericht
            |gemeld|gedeeld|ontvangen|verstrekt|gerapporteerd)\b
      | \b(?:streven|planning|inzet|bedoeling|voornemen)\s+was\b
      | \bwas\s+(?:het|de|mijn|ik)\s+(?:streven|planning|inzet|bedoeling|voornemens?)\b
      | \b(?:informeerde|stuurde|berichtte|zond|ontving|meldde)\w{0,2}\b""",
    re.VERBOSE | re.IGNORECASE,
)
MEETING = later(
    r"\b(?:uitvoering|invulling|gehoor|gevolg)\s+(?:te\s+geven\s+)?aan\b[^;.]{0,40}\btoezegging",
    re.IGNORECASE,
)
WANTED = later(
    r"""\b(?=\w)(?:verzoekt|verzoeken|(?<!Kamer\s)(?<!oals\s)verzocht|vraagt
        |(?<!\bde\s)(?<!\buw\s)(?<!ige\s)(?<!eze\s)(?<!lijke\s)vragen
        |vraag\s+(?:ik\s+)?(?:aan\s+)?(?:u|de\s+(?:minister|staatssecretaris|regering|bewinds\w*)
            |het\s+kabinet|om\s)|(?:ontvangt|ontvangen|krijgt)\s+(?:\w+\s+){0,3}graag|roept|blij\s+met|dank|constaterende
        |wil(?:len)?\s+(?:graag\s+)?(?:weten|een)|kunt\s+u|bent\s+u|kan\s+de|wil\s+de|zou\s+de
        |krijg(?:en)?\s+(?:ik|wij|we)|graag\s+een|overwegende|indachtig|hoop\s+dat|wens\w*
        |is\s+de\s+(?:minister|staatssecretaris)\s+bereid)\b""",
    re.VERBOSE | re.IGNORECASE,
)

ASKED = later(r"\bvraag\b", re.IGNORECASE)
# A question without its mark, a condition: "Wordt de Kamer hierover geïnformeerd, zo vraagt …"
VERB_FIRST = later(r"(?:Wordt|Worden|Zal|Zullen|Gaat|Kan|Kunnen|Komt|Is|Zijn|Heeft|Ben)\s")

# What the chair says of a vote
VOTES = later(r"\bzullen\s+(?:wij|we)\b[^.;]{0,80}\bstemmen\b", re.IGNORECASE)

# --- by its name: recalled, met, open ------------------------------------------------------------

NAMED = later(r"\btoe(?:gezegd|zegging(?:en)?)\b", re.IGNORECASE)
CALLED = later(
    r"toe(?:ge)?zeg|\btoe\s+te\s+zeggen\b"
    r"|\bzeg(?:t|gen|den?)?\s(?:\S+\s){0,16}?toe\b|\bzoals\s+beloofd\b",
    re.IGNORECASE,
)
PROMISED = later(r"\btoegezegd\b", re.IGNORECASE)
PROMISED_BY_US = later(r"\btoegezegd\b.*\b(?:ik|wij)\b")
OF_THE_KAMER = later(
    r"\bKamer|\bdebat|\bik\b|\bwij\b"
    r"|(?:\b[Mm]inister|taatssecretaris)\s+(?:heeft|had)\s+toegezegd\b"
)
FOREIGN = later(
    r"""\b(?=\w)(?:subsidie\w*|pensioen\w*|ouderdoms\w*|werkgever\w*|werknemer\w*|getuige\w*
        |arbeidsvoorwaard\w*|belasting\w*|verzekera\w*|aanbieder\w*|gemeenten?|provincies?|NAVO
        |bank(?:en)?|garantie\w*|vergunning\w*|(?-i:OM)|Openbaar\s+Ministerie|deelnemer\w*
        |nabestaanden\w*|partner\w*|contract\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
NEVER = later(
    r"""appellabele|subsidietoezeg|toezeggingendatabase|pensioentoezeg
        |\bdan\s+(?:wat\s+)?ik\s+(?:\w+\s+)?heb\s+toegezegd
        |\b(?:miljoen|miljard|middelen|geld|premie)\b[^.;]{0,40}\btoegezegd""",
    re.VERBOSE | re.IGNORECASE,
)
# "Ik heb aangegeven dat ik …": promised before, and it stands.
ANNOUNCED = later(
    r"""\b(?=\w)(?:heb|hebben|heeft|is)\s[^.;]{0,120}?\b(?:aangegeven|aangekondigd|gemeld|geschreven
        |bericht|laten\s+weten)\s+dat\s+(?:ik|wij|we|het\s+kabinet|uw|de\s+Kamer)\b
      | \b(?:die|dat|waar\w{0,6})\s+(?:hij|zij)\s""",
    re.VERBOSE | re.IGNORECASE,
)
# What a regulation says the minister will do with an application.
DECIDES = later(
    r"\b(?:subsidie\w*|aanvra\w*|bezwaar|beslis\w*|belanghebbende)\b", re.IGNORECASE
)
NOT_PROMISED = later(r"\btoe\s+(?:naar|aan)\b|:\s", re.IGNORECASE)
ASIDE = later(r",\s(?:dat|die|wat|waar\w{0,6})\s.*\Z", re.IGNORECASE)
THIS_IS_IT = later(
    r"""\b(?:deze|dit)\s+(?:brief|schrijven|rapportage|overzicht)\s+(?:is|werd)\s+
        (?:\S+\s+){0,3}?toegezegd""",
    re.VERBOSE | re.IGNORECASE,
)
OTHERS_PROMISE = later(
    rf"""\b(?=\w)(?:{AGENCIES}|Raad)\s+
        (?:heeft|hebben|is|zijn|had|hadden|zal|zullen|zegt|deed)\b[^.;]{{0,80}}?
        \btoe(?:gezegd|zeg)""",
    re.VERBOSE | re.IGNORECASE,
)
OPEN = later(
    r"""\b(?=\w)(?:blijft?\s+(?:\w+\s+)?(?:staan|open|openstaan|gelden|van\s+kracht)
        |staat\s+(?:nog\s+)?(?:open|uit)|loopt\s+(?:nog|door)|meerjarig
        |nog\s+niet\s+(?:[^\s;]+\s+){0,4}?
            (?:afgedaan|afgerond|voldaan|nagekomen|gestand|nakomen|voldoen|inlossen))\b""",
    re.VERBOSE | re.IGNORECASE,
)
RECALLED = later(
    r"""\b(?:is|zijn|heb|heeft|hebben|had|werd|zoals|als|eerder|wordt)\b[^;]{0,160}\btoegezegd\b
      | \btoegezegde?\s+(?:in|tijdens|aan|om|dat)\b
      | \b(?:conform|naar\s+aanleiding\s+van|in\s+het\s+kader\s+van|ingevolge|over|van|aan|met|uit)
            \s+(?:de|deze|mijn|een|onze|twee|drie|die|het\s+aantal|enkele|haar|zijn)?\s*
            (?:\w+\s+){0,2}toezegging(?:en)?\s+(?:van|aan|in|tijdens|uit|om|T|die|dat|over)
      | \btoezegging(?:en)?\s+aan\s+(?:het\s+lid|de\s+leden|de\s+heer|mevrouw)
      | \bgedane\s+toezegging(?:en)?\s+(?:aan|in|tijdens|om|dat|over)\b
      | \bzegden?\s[^;]{0,160}?\btoe\b | \btoezegden?\b | \bzoals\s+beloofd\b""",
    re.VERBOSE | re.IGNORECASE,
)
AS_PROMISED = later(
    r"""\bzoals\b[^;]{0,120}\btoegezegd\b | \bzoals\s+beloofd\b
      | \b(?:conform|overeenkomstig|naar\s+aanleiding\s+van|in\s+lijn\s+met
            |ter\s+(?:uitvoering|nakoming|invulling)\s+van)\b[^;]{0,60}\btoezegging""",
    re.VERBOSE | re.IGNORECASE,
)
# A letter cannot send a letter: "zoals toegezegd stuur ik u een brief" is still to come.
GOES_ON = later(
    r"""\b(?:stuur|sturen|zend|zenden|ontvangt|krijgt)\s+(?:ik|wij|we|u|uw\s+Kamer|de\s+Kamer)\b
            [^;.,]{0,60}?\been\s+(?:\w{1,20}\s+)?(?:\w{0,12}brief)\b
      | \b(?:zal|zullen|onderzoekt?|onderzoeken|zoekt?|bezie|beziet|bekijkt?|verkent?|verkennen
            |werkt?|werken|inventariseert?|evalueert?|organiseert?|overlegt?|monitort?|toetst?
            |spreekt?|betrekt?|ontwikkelt?|(?:ga|gaat|gaan)(?![^.;]{0,60}\sin\s+op\b))
            \s+(?:ik|wij|we|het\s+kabinet|mijn\s+(?:ministerie|departement)
            |de\s+(?:minister|staatssecretaris))\b""",
    re.VERBOSE | re.IGNORECASE,
)
DOES_NOW = later(
    r"\b(?:bied|stuur|zend|deel|doe|informeer|bericht|rapporteer|reageer|meld|bieden|sturen|zenden"
    r"|delen|doen|informeren|berichten|rapporteren|reageren|melden)\s+(?:ik|wij)\b",
    re.IGNORECASE,
)
# "beschouw ik deze toezegging als voldaan", "is de toezegging aan het lid Bos nagekomen"
MET = later(
    r"""\b(?:beschouw\w*|acht\w*)\s[^.;]{0,60}\btoezegging(?:en)?\b[^.;]{0,160}?
            \bals\s+(?:\w+\s+)?(?:voldaan|nagekomen|ingelost|vervuld|afgedaan)\b
      | \b(?:is|zijn)\s+(?:\w+\s+){0,3}?toezegging(?:en)?\b[^.;]{0,120}?
            \b(?:voldaan|nagekomen|ingelost|vervuld|afgedaan|gestand\s+gedaan)\b
      | \b(?:bijgaand\w*|bijgevoegd\w*|hierbij|treft\s+u|vindt\s+u)\b[^.;]{0,160}?
            \b(?:(?:dat|die|welke)\s[^.;]{0,100}?\btoegezegd\b|toegezegde\b)""",
    re.VERBOSE | re.IGNORECASE,
)
IN_PART = later(r"\b(?:deels|gedeeltelijk|ten\s+dele|voor\s+een\s+deel)\b", re.IGNORECASE)
# "de toegezegde brief volgt in mei", "aan deze toezegging wordt in mei invulling gegeven"
TO_COME = later(
    r"""(?:\btoegezegde\s+\w+|§)[^;]{0,160}?
        \b(?:wordt|worden|zal|zullen|ontvangt|volgt|volgen|komt?|informeer|stuur|verwacht)\b
      | \b(?:kom|doe|geef|zal|ontvangt)\s[^;]{0,60}?(?:\btoegezegde\b|§)""",
    re.VERBOSE | re.IGNORECASE,
)
# What a list of incoming papers or the subject of a letter calls it: no verb, what it is first.
TITLE = later(
    r"""(?:(?:Betreft|Onderwerp)\s*:?\s+)?(?:(?:Nadere|Aanvullende|Schriftelijke)\s+)?
        (?:Reactie|Overzicht|Brief|Informatie|Rapport\w*|Antwoord\w*|Notitie|Verslag|Toelichting
        |Uitwerking|Cijfers|Onderzoek\w*|Aanbieding|Toezending)\b
        (?:(?!\s(?:is|zijn|was|heb|heeft|hebben|wordt|worden|zal|zullen|ik)\s)[^;]){0,200}?
        \s(?:naar\s+aanleiding\s+van|n\.a\.v\.|conform|ingevolge|ter\s+uitvoering\s+van)\s+
        (?:(?:de|een|mijn|zijn|haar|enkele|diverse)\s+)?toezegging(?:en)?\b
        (?!.*\b(?:is|zijn|was|heb|heeft|hebben|wordt|worden|zal|zullen)\s)""",
    re.VERBOSE,
)
# "(Kamerstukken II 2008/09, 31 490, nr. 20)": the full stop in it ends nothing.
NUMBERED = later(r"\s?\((?=[^()]{0,60}\d{2}[ .]?\d{3})[^()]{0,120}\)")
# "aan de motie-Bos c.s. over … en aan de toezegging": what is said of both is said of this one.
WITH_MOTIE = later(
    r"\b(?:aan|van)\s+(?:de|beide)\s+(?:\w+\s+)?moties?\b[^;.]{0,20}(?:[^;]{0,200}?)\sen\s+"
    r"(?=(?:aan|van)\s+(?:de|mijn|een)\s+toezegging)",
    re.IGNORECASE,
)
ABOUT_MEETING = later(
    r"\bover\s+de\s+(?:invulling|nakoming|uitvoering)\s+van\b[^;]{0,40}\btoezegging", re.IGNORECASE
)
# The commitment with its determiner, number, member and place: what stands for "§" in a verdict.
NOUN = later(
    r"""(?:\b(?:de|deze|die|mijn|onze|een|dit|eerdere|gedane|zijn|haar|diens|beide|twee|drie|enkele
            |aantal|openstaande|laatste)\s+){0,3}
        \btoezegging(?:en)?\b (?:\s+TZ?\d[\w-]{3,14})?
        (?:\s+aan\s+(?:het|de)\s+(?:Eerste\s+|Tweede\s+)?(?:Kamer)?(?:lid|leden|heer)\s+
            [^,;.]{2,60}?(?=\s+(?:in|tijdens|uit|om|over|van|af|als|is|wordt|gestand|na)\b
            |[,;.]|\Z))?
        (?:\s+(?:in|tijdens|uit|van|gedaan|bij)\s+
            [^,;]{3,120}?(?=\s+(?:af|als|is|wordt|worden|gestand|na|om|inzake|over|waarover|dat|dan
            |heb|zal|beschouw)\b|[,;.]|\Z))?""",
    re.VERBOSE | re.IGNORECASE,
)
NEXT_OF_IT = later(
    r"""\s{0,80}(?:
        (?:Deze|Die|De|Beide)\s+toezegging(?:en)?\b[^.!?]{3,240}[.!?]
      | (?:Met|In)\s+deze\s+\w*brief\b[^.!?]{3,80}?\b(?:deze|die|beide)\s+toezegging(?:en)?\b
            [^.!?]{0,160}[.!?]
      | (?:Hiermee|Daarmee|Hierbij)\b[^.!?]{3,60}?\b(?:deze|die|beide)\s+toezegging(?:en)?\b
            [^.!?]{0,160}[.!?])""",
    re.VERBOSE | re.IGNORECASE,
)
NEXT_ENCLOSES = later(
    r"""\s{0,80}[^.!?]{0,80}\b(?:vindt\s+u|treft\s+u|bijgaand|bijgevoegd|hierbij|bied\s+ik\s+u
        |ontvangt\s+u)\b[^.!?]{0,120}[.!?]""",
    re.VERBOSE | re.IGNORECASE,
)
