"""Which relation a sentence states: tables of sentences, also of what must not be read."""

from __future__ import annotations

import pytest
from commons import sentences

from kg.model import Claim, Degree, Document, Relation, Segments, Span
from kg.recognise.engine import Engine
from kg.recognise.motie import RECOGNISERS
from kg.recognise.relations import relate

ENGINE = Engine(RECOGNISERS)
WEIGHT = {
    Relation.CITES: 0,
    Relation.FOLLOWS_UP: 1,
    Relation.REJECTS: 2,
    Relation.FULFILS: 3,
}


def claims_of(text: str) -> tuple[Claim, ...]:
    """The claims of a bare text, its sentences split, nothing else known of it."""
    document = Document(text, "brief.txt", "0" * 64)
    segments = Segments((), tuple(Span(*pair) for pair in sentences(text)))
    return relate(document, segments, tuple(ENGINE.scan(text)))


def strongest(text: str, submitter: str = "Bos") -> Claim:
    """The weightiest claim on the motion that ``submitter`` put in first."""
    about = [c for c in claims_of(text) if submitter in c.mention.value.submitters]
    assert about, f"no motion of {submitter} found"
    return max(about, key=lambda claim: WEIGHT[claim.relation])


def test_a_motion_named_by_its_topic_and_number_is_fulfilled() -> None:
    [claim] = [
        claim
        for claim in claims_of("Hiermee geef ik uitvoering aan de motie over zorg (25 424, nr. 6).")
        if claim.relation is Relation.FULFILS
    ]
    assert claim.mention.value.topic == "zorg"


FULFILS = [
    "Hiermee geef ik uitvoering aan de motie van het lid Bos over wachttijden.",
    "Met deze brief doe ik de motie-Bos c.s. af.",
    "Met deze brief wordt de motie van het lid Bos (Kamerstuk 25 424, nr. 600) afgedaan.",
    "De motie van de leden Bos en Kuiken is hiermee afgedaan.",
    "Hiermee beschouw ik de motie van het lid Bos als afgedaan.",
    "Ik beschouw de motie-Bos/Kuiken hiermee als uitgevoerd.",
    "De motie-Bos kan hiermee als afgedaan worden beschouwd.",
    "Met dit plan is invulling gegeven aan de motie van het lid Bos.",
    "Met bijgaande handreiking geven wij invulling aan de motie Bos/Kuiken.",
    "Aan de motie van het lid Bos is uitvoering gegeven door het loket open te stellen.",
    "Daarmee is voldaan aan de motie van het lid Bos c.s. om het aantal te verhogen.",
    "Het kabinet voldoet hiermee aan de motie van het lid Bos.",
    "Met de verlenging kom ik tegemoet aan de motie van het lid Bos.",
    "Daarmee is de motie van het lid Bos gestand gedaan.",
    "Via deze weg wordt de motie-Bos afgehandeld.",
    "De motie van het lid Bos is inmiddels uitgevoerd.",
    "Dit rapport vormt de invulling van de motie van het lid Bos.",
    "Hiermee heb ik gevolg gegeven aan de motie van het lid Bos.",
    "Met het wetsvoorstel wordt uitvoering gegeven aan de motie van het lid Bos.",
    "Ik hoop hiermee te hebben voldaan aan de motie van het lid Bos.",
    "In bijlage 3 treft u het overzicht aan, waarmee ik de motie van het lid Bos als afgedaan "
    "beschouw.",
    "Het kabinet heeft uitvoering gegeven aan de motie van het lid Bos.",
    "Op deze wijze geef ik invulling aan de motie-Bos.",
    "Als invulling van de motie van het lid Bos bied ik u een overzicht aan.",
    "De motie van het lid Bos wordt in de Kamerbrief afgedaan.",
    "U geeft met deze brief uitvoering aan de motie van het lid Bos.",
    "De minister geeft met dit besluit gehoor aan de motie van het lid Bos.",
    "Hiermee zijn de moties-Bos/Kuiken en Kuiken/Bos afgedaan.",
    "Deze toelage is de uitwerking van de motie van het lid Bos.",
    "Er wordt reeds conform de motie van het lid Bos gehandeld.",
    "Omdat gemeenten zelf moeten kiezen, wordt al in lijn met de motie van het lid Bos gehandeld.",
    "Het kabinet handelt daarmee overeenkomstig de motie van het lid Bos.",
    "Hoewel scholen dat zelf mogen bepalen, geef ik uitvoering aan de motie van het lid Bos.",
    "Hiermee wordt recht gedaan aan de motie van het lid Bos.",
    "Aan de motie van het lid Bos wordt op deze manier recht gedaan.",
    "Met dit wetsvoorstel is de motie van het lid Bos geïmplementeerd.",
    "De motie van het lid Bos is in het besluit verwerkt.",
    "Hiermee sluit ik de motie van het lid Bos af.",
]

PARTLY = [
    "Met dit pakket geeft het kabinet mede invulling aan de motie van lid Bos om meer te doen.",
    "Hiermee is deels voldaan aan de motie van het lid Bos.",
    "De motie van het lid Bos is hiermee gedeeltelijk uitgevoerd.",
    "Met deze pilot geef ik ten dele invulling aan de motie van het lid Bos.",
    "Hiermee zet ik een eerste stap en geef ik een eerste invulling aan de motie-Bos.",
    "Aan de motie van het lid Bos is grotendeels uitvoering gegeven.",
    "Hiermee geven we voor een deel uitvoering aan de motie Bos.",
    "Daarmee is niet volledig voldaan aan de motie van het lid Bos.",
]

FOLLOWS_UP = [
    "N.a.v. de motie van het lid Bos zijn gesprekken gevoerd.",
    "Er zijn gesprekken gevoerd n.a.v. de motie-Bos c.s. over zorg.",
    "I.k.v. de motie-Bos wordt dit onderzocht.",
    "Betreft Uitvoering motie Bos c.s. over zorg",
    "Betreft Uitvoering gewijzigde motie van het lid Bos over zorg",
    "Betreft Kabinetsreactie op de motie van het lid Bos over zorg",
    "Betreft Resultaten van het uitvoeren van de motie van het lid Bos over zorg",
    "Naar aanleiding van de motie van het lid Bos heb ik gesprekken gevoerd met de sector.",
    "In het kader van de motie-Bos c.s. is een verkenning gedaan.",
    "Hierbij schets ik de stand van zaken van de motie van het lid Bos.",
    "Vervolgens geeft u de stand zaken van de motie van het lid Bos.",
    "Ik informeer u over de voortgang van de motie van het lid Bos.",
    "Ter uitvoering van de motie van het lid Bos is een onderzoek gestart.",
    "Mede ter uitvoering van de motie-Bos komt er een meldpunt.",
    "De motie van het lid Bos zal in het najaar worden uitgevoerd.",
    "Ik zal uitvoering geven aan de motie van het lid Bos.",
    "Om invulling te geven aan de motie van het lid Bos spreek ik met gemeenten.",
    "In de volgende brief ga ik in op de wijze waarop ik invulling geef aan de motie-Bos.",
    "Dit als opvolging van de motie Bos/Kuiken.",
    "Over de motie van het lid Bos ben ik in overleg met de provincies.",
    "Conform de motie-Bos schuift de einddatum op.",
    "In reactie op de motie van het lid Bos meld ik het volgende.",
    "Zoals verzocht in de motie van het lid Bos heb ik het RIVM om advies gevraagd.",
    "De motie van het lid Bos wordt aangehouden in afwachting van het advies.",
    "Ik bezie hoe ik uitvoering kan geven aan de motie van het lid Bos.",
    "Momenteel wordt gewerkt aan de uitvoering van de motie van het lid Bos.",
    "Ik ga met de motie van het lid Bos aan de slag.",
    "Voor de zomer kom ik terug op de motie van het lid Bos.",
    "De motie van het lid Bos is nog niet uitgevoerd.",
    "Aan de motie van het lid Bos wordt binnenkort uitvoering gegeven.",
    "Bij de evaluatie betrek ik ook de motie van het lid Bos en neem ik de motie-Bos mee.",
    "De motie van het lid Bos heeft geleid tot een nieuwe handreiking.",
    "Op de motie van het lid Bos kom ik in een aparte brief terug.",
    "Het kabinet wil gevolg geven aan de motie van het lid Bos.",
    "Overeenkomstig de motie-Bos worden de tarieven bevroren.",
    "Dit onderzoek is uitgevoerd naar aanleiding van de motie van het lid Bos.",
    "Het rapport is inmiddels afgerond in het kader van de motie van het lid Bos.",
    "Dit is in overeenstemming met de motie van het lid Bos.",
    "Ik heb de motie van het lid Bos opgepakt met de sector.",
    "Ik neem de motie van het lid Bos over.",
]

REJECTS = [
    "Ik ontraad de motie van het lid Bos.",
    "Om die reden moet ik de motie op stuk nr. 12 van het lid Bos ontraden.",
    "De motie van het lid Bos ontraad ik.",
    "Het kabinet heeft de motie van het lid Bos ontraden.",
    "Het kabinet geeft geen uitvoering aan de motie van het lid Bos.",
    "Aan de motie van het lid Bos wordt geen uitvoering gegeven.",
    "Ik kan geen uitvoering geven aan de motie van het lid Bos.",
    "De motie van het lid Bos wordt niet uitgevoerd.",
    "Het kabinet zal de motie-Bos niet uitvoeren.",
    "Ik heb besloten de motie van het lid Bos niet uit te voeren.",
    "Het kabinet is niet voornemens de motie van het lid Bos uit te voeren.",
    "Ik zie geen ruimte om de motie van het lid Bos uit te voeren.",
    "Wij zien geen mogelijkheid om invulling te geven aan de motie van het lid Bos.",
    "Daarmee vervalt het onderzoek dat ik aankondigde in antwoord op de motie van het lid Bos.",
    "Het kabinet neemt de motie van het lid Bos niet over: die wordt niet overgenomen.",
    "Ik zie af van uitvoering van de motie van het lid Bos.",
    "De regering heeft besloten af te zien van uitvoering van de motie-Bos.",
    "De motie van het lid Bos zal niet worden overgenomen.",
    "Het is niet mogelijk uitvoering te geven aan de motie van het lid Bos.",
    "Wij geven daarom geen gevolg aan de motie van het lid Bos.",
    "Ik voer de motie van het lid Bos niet uit.",
    "De motie van het lid Bos kan niet worden uitgevoerd.",
    "Het advies is de motie van het lid Bos te ontraden.",
    "Aan de motie-Bos kan het kabinet geen invulling geven.",
    "Ik ontraad daarom deze motie van het lid Bos met klem.",
    "Het kabinet neemt de motie van het lid Bos niet over.",
    "Ik wijs de motie van het lid Bos af.",
    "Ik raad de motie van het lid Bos af.",
    "Over de motie van het lid Bos geef ik een negatief advies.",
]

CITES = [
    # what the Kamer did with it
    "De Kamer verwierp de motie van het lid Bos.",
    "De motie van het lid Bos is door uw Kamer verworpen.",
    "Naar aanleiding van de motie van het lid Bos sprak ik met u. Deze motie is verworpen.",
    "Uw Kamer heeft de motie van het lid Bos aangenomen.",
    "De motie van het lid Bos verzoekt de regering om een onderzoek.",
    "In de motie van het lid Bos wordt de regering verzocht uitvoering te geven aan het akkoord.",
    "De motie van het lid Bos is ingetrokken.",
    # what others do
    "De gemeente Utrecht geeft invulling aan de motie van het lid Bos.",
    "Gemeenten geven op hun eigen wijze invulling aan de motie van het lid Bos.",
    "De provincies hebben uitvoering gegeven aan de motie van het lid Bos.",
    "Door de NZa is uitvoering gegeven aan de motie van het lid Bos.",
    "Ik benadruk dat de NZa handelt binnen de wet en in lijn met de motie van het lid Bos.",
    "Ik zie dat gemeenten werken conform de motie van het lid Bos.",
    "De sector voldoet aan de motie van het lid Bos.",
    "De NVWA geeft uitvoering aan de motie van het lid Bos.",
    "De corporatie heeft uitvoering gegeven aan de motie van het lid Bos.",
    # what is asked
    "Is hiermee uitvoering gegeven aan de motie van het lid Bos?",
    "Kunt u aangeven of de motie van het lid Bos is afgedaan?",
    "Wanneer geeft u uitvoering aan de motie van het lid Bos?",
    "Waarom heeft u geen uitvoering gegeven aan de motie van het lid Bos?",
    "De Kamer verzoekt de regering alsnog uitvoering te geven aan de motie-Bos.",
    "De fractie vraagt of uitvoering wordt gegeven aan de motie van het lid Bos.",
    "verzoekt de regering de motie van het lid Bos uit te voeren, en gaat over tot de orde",
    # what the motion is about, not what is done with it
    "De motie van het lid Bos over uitvoering geven aan het akkoord noem ik hier.",
    "Ik wijs op de motie van het lid Bos over het niet uitvoeren van de wet.",
    "Ik herinner aan de motie van het lid Bos over het afdoen van moties.",
    # mention alone
    "Zie ook de motie van het lid Bos (Kamerstuk 25 424, nr. 600).",
    "Het debat ging over de motie van het lid Bos.",
    "Eerder is de motie van het lid Bos ingediend.",
    "Er is onvoldoende uitvoering gegeven aan de motie van het lid Bos.",
    "Ik ontraad de motie van het lid Bos niet.",
    "Anders moet ik de motie van het lid Bos ontraden.",
    "Als zij zo is bedoeld, ontraad ik de motie van het lid Bos.",
]


@pytest.mark.parametrize("text", FULFILS)
def test_fulfils(text: str) -> None:
    claim = strongest(text)
    assert claim.relation is Relation.FULFILS
    assert claim.degree is Degree.WHOLE
    assert claim.cue is not None and claim.cue in claim.quote


@pytest.mark.parametrize("text", PARTLY)
def test_fulfils_in_part(text: str) -> None:
    claim = strongest(text)
    assert (claim.relation, claim.degree) == (Relation.FULFILS, Degree.PARTIAL)


@pytest.mark.parametrize("text", FOLLOWS_UP)
def test_follows_up(text: str) -> None:
    assert strongest(text).relation is Relation.FOLLOWS_UP


@pytest.mark.parametrize("text", REJECTS)
def test_rejects(text: str) -> None:
    assert strongest(text).relation is Relation.REJECTS


@pytest.mark.parametrize("text", CITES)
def test_cites_only(text: str) -> None:
    assert strongest(text).relation is Relation.CITES


def test_every_table_is_large_enough() -> None:
    tables = (FULFILS, FOLLOWS_UP, REJECTS, CITES)
    assert min(len(set(table)) for table in tables) >= 25
