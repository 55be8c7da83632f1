"""Commitments: made, recalled, met, open; and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Toezegging
from kg.recognise.engine import Engine
from kg.recognise.term import due, recurrence
from kg.recognise.toezegging import RECOGNISERS

ENGINE = Engine(RECOGNISERS)


def commitments(text: str) -> list[Toezegging]:
    """The commitments in ``text``."""
    return [mention.value for mention in ENGINE.scan(text)]


MADE = [
    "Ik informeer uw Kamer voor de zomer over de voortgang.",
    "Ik zeg toe dat ik dit uitzoek.",
    "Ik doe u de toezegging dat ik dit uitzoek.",
    "Dat zeg ik de heer Bos toe.",
    "Wel kan ik een onderzoek toezeggen om de gevolgen in kaart te brengen.",
    "Ik kan toezeggen dat ik de cijfers in kaart breng.",
    "Ik wil u toezeggen dat ik met de collega's ga praten.",
    "Uw Kamer wordt voor het einde van het jaar geïnformeerd over de aanpak.",
    "In het vervolg informeren we u jaarlijks over de voortgang.",
    "Stand van zaken: hierover stuur ik u in het najaar een brief.",
    "Na de zomer ontvangt uw Kamer de evaluatie.",
    "Hierover zal ik uw Kamer op een later moment informeren.",
    "Ik zal de Kamer hierover eind dit jaar informeren.",
    "In het najaar van 2024 wordt uw Kamer opnieuw over de stand van zaken geïnformeerd.",
    "Binnenkort zal de Kamer geïnformeerd worden over de herijking.",
    "We zullen de Kamer zo spoedig mogelijk over de voortgang informeren.",
    "Volgende week informeert het kabinet uw Kamer over de maatregelen.",
    "In die brief informeer ik uw Kamer ook over de afspraken.",
    "Een volledige reactie wordt voor de zomer naar uw Kamer verstuurd.",
    "Ik verwacht uw Kamer dit najaar te informeren over de voortgang.",
    "Ik streef ernaar om uw Kamer in Q2 2023 te informeren.",
    "Een kabinetsreactie op het rapport volgt nog.",
    "In het najaar zal de minister van Onderwijs een beleidsreactie geven op het onderzoek.",
    "In april van 2024 zal ik het bestuurlijk overleg voortzetten.",
    "In overleg met de provincies zal ik uw Kamer deze inzichten verstrekken zodra die er zijn.",
    "Het is de inzet van het kabinet om dit voorjaar te komen met een aanpak op hoofdlijnen.",
    # told in the passive, in any order of words
    "Uw Kamer zal hier in de winter over worden geïnformeerd4.",
    "Uw Kamer zal per brief geïnformeerd worden over de verdeling van de subsidies.",
    "Over de gevolgen zal uw Kamer nader worden bericht.",
    "Uw Kamer wordt hierover in het voor-\njaar geïn-\nformeerd.",
    "Het verslag wordt na de zomer gedeeld met uw Kamer.",
    "Het verslag zal binnenkort worden toegezonden aan de Kamer.",
    "Ik verwacht dat uw Kamer voor de zomer geïnformeerd wordt.",
    "De uitkomsten, die in mei naar uw Kamer gestuurd zullen worden, zijn van belang.",
    "De cijfers worden opgenomen in de rapportage aan uw Kamer in mei.",
    "Uw Kamer wordt hierover nader geïnformeerd.",
    "Uw Kamer kan het plan voor de zomer tegemoetzien.",
    # and by who does it
    "Ik houd uw Kamer periodiek op de hoogte van de gesprekken.",
    "In het voorjaar breng ik uw Kamer op de hoogte van de keuze.",
    "Na de zomer doe ik uw Kamer het verslag toekomen.",
    "Voor de zomer deel ik de uitkomst met uw Kamer.",
    "Daarna deel ik u in mei mee dat het besluit genomen is.",
    "Ik zal na afloop van het overleg met de drie provincies uw Kamer informeren.",
    "Ik zal voor de zomer een plan sturen aan uw Kamer.",
    "Over de gevolgen informeer de Kamer na de zomer.",
    "De cijfers, waarvan ik de laatste rond de zomer verwacht met de Kamer te kunnen delen.",
    "Bij het onderzoek, waarover ik uw Kamer eind dit jaar zal informeren, kijk ik daarnaar.",
    "De Minister van Financiën informeert uw Kamer hierover in juni.",
    "Over de planning informeer ik u per separate brief.",
    "De brief over de planning volgt voor de zomer.",
    "Wanneer het onderzoek gereed is, stuur ik het uw Kamer toe.",
    "Na afronding van het onderzoek informeer ik uw Kamer.",
    "In de volgende Kamerbrief over dit onderwerp informeer ik uw Kamer daarover.",
    "Najaar 2024 informeer ik uw Kamer over de stand.",
    "Uiteraard houd ik uw Kamer op de hoogte van de gesprekken.",
    "Naar verwachting kan ik uw Kamer hierover in het voorjaar informeren.",
    "Ik ben voornemens uw Kamer hier voor de zomer over te informeren.",
    "Het kabinet is voornemens het plan voor de zomer aan uw Kamer aan te bieden.",
    "Het wetsvoorstel zal naar verwachting bij uw Kamer worden ingediend.",
    "Ik verwacht het wetsvoorstel in het tweede kwartaal bij uw Kamer in te dienen.",
    "U ontvangt deze reactie voor het einde van het jaar.",
    "Ik laat dit onderzoeken en informeer uw Kamer over de resultaten.",
    "Ik ga na of dit kan en informeer uw Kamer daarover.",
    "Ik laat uw Kamer voor de zomer weten hoe ik hiermee omga.",
    "Ik zal uw Kamer laten weten wat de uitkomst is.",
    "Uw Kamer zal daarbij tijdig worden betrokken.",
    "In de volgende voortgangsbrief zal ik hier nader op ingaan.",
    "Ik zal daar in de Kamerbrief over de huren nader op ingaan.",
    "In het najaar ga ik hier nader op in.",
    "Dit najaar volgt een nadere uitwerking.",
    "De verwachting is dat de Kamer rond de zomer over de uitkomst kan worden geïnformeerd.",
    "Het ministerie van IenW zal dit in Brussel agenderen.",
    "Ik vraag de inspectie dit uit te zoeken en zal uw Kamer over de uitkomst informeren.",
    "Beide Kamers der Staten-Generaal worden voor het einde van het jaar geïnformeerd.",
    "De Kamers zullen over de uitkomst worden geïnformeerd.",
    "De evaluatie is gepland voor 2026 en de resultaten zullen met uw Kamer worden gedeeld.",
    "Ik bezie nu de mogelijkheden en kom hier voor het zomerreces op terug.",
    "De planning is om uw Kamer hier voor het kerstreces over te informeren.",
    "Uw Kamer wordt via de gebruikelijke rapportages op de hoogte gehouden.",
    "Na besluitvorming in de ministerraad wordt het voorstel naar de Kamer gestuurd.",
    "De staatssecretaris voor Europese Zaken zegt de Kamer, naar aanleiding van wat de commissie"
    " schreef, toe dat het kabinet de tekst van de richtlijn opstuurt.",
    # a denial, a question or what was told before beside it is not of it
    "Uw Kamer wordt voor de zomer geïnformeerd over de reden waarom dit niet lukt.",
    "Omdat dit niet kan, informeer ik uw Kamer voor de zomer over een ander plan.",
    "Zoals ik uw Kamer eerder heb bericht, stuur ik in mei de evaluatie aan uw Kamer.",
    "Bij de beantwoording van de overige vragen zal ik uw Kamer hierover informeren.",
    "Zoals door uw Kamer verzocht informeer ik u voor de zomer.",
]

PLAIN = [
    "Daarom zal ik de mogelijkheid van een verbod onderzoeken.",
    "Verder zal ik een gesprek organiseren met de beheerders van de bruggen.",
    "Ik zal na dit gesprek een verslag ervan met de Kamer delen.",
    "Ik ga in de wet een uitzondering opnemen voor kleine loterijen.",
    "Mijn ministerie zal eerst onderzoeken welke bruggen aan de beurt zijn.",
    "Het kabinet zal samen met de provincies verkennen of dit mogelijk is.",
    "Ik zal samen met de Minister van OCW bezien hoe dit beter kan.",
    "Daarom zullen de Minister van Financiën en ik de regeling herzien en evalueren.",
    "De Staatssecretaris van Defensie en ik zullen dit met de sector bespreken.",
    "Wij zullen de Kamer vragen dit mee te wegen.",
    "Ik ga met de provincies in overleg over hun bijdrage.",
    "Ja, ik ben bereid te onderzoeken hoe dit kan worden verminderd.",
    "Daartoe ben ik graag bereid om met de sector te overleggen.",
    "Ja, ik ben bereid om dat te doen.",
    "Op de gevolgen voor de planning kom ik na de zomer terug.",
    "Ik kom hier in een volgende brief op terug.",
    "Ik ga met de provincies in overleg om te vragen wat hun bijdrage kan zijn.",
    "Uw Kamer mag weten dat ik bereid ben dit te onderzoeken.",
    "Na het kerstreces maken we de stand op en kiezen we een weg.",
    "In het najaar besluit het kabinet over de verdeling.",
    "De volgende brief zal voorafgaand aan het debat aan de Kamer worden verstuurd.",
    # lines of a PDF joined without a blank
    "Daarna zal ikde gevolgen onderzoeken van een lagertarief.",
    "Het verslag wordt in mei aanuw Kamer gestuurd.",
    "Het verslag zal later dit jaar aan deKamer worden verstuurd.",
]

NOT_PLAIN = [
    "Zult u de mogelijkheid van een verbod onderzoeken?",
    "Ik zal een verbod niet onderzoeken.",
    "Ik ben niet bereid dit te onderzoeken.",
    "Ik ben bereid deze vragen een voor een te beantwoorden.",
    "Ik zal uw vragen zo goed mogelijk beantwoorden.",
    "Daartoe ben ik bereid.",
    "Het is niet bekend of ik bereid ben dit te onderzoeken.",
    "Indien dat nodig blijkt, zal ik een verbod onderzoeken.",
    "Als de kosten stijgen, zal ik een verbod onderzoeken.",
    "Mocht dat zo zijn, dan zal ik de regels aanpassen.",
    "Ik zou een verbod kunnen onderzoeken.",
    "De gemeente zal een verbod onderzoeken.",
    "Vanaf nu zal de Minister van Financiën de regeling evalueren.",
    "De inspectie is bereid dit te onderzoeken.",
    "Ik heb een verbod laten onderzoeken.",
    "De wethouder heeft gezegd dat wij de regels zullen onderzoeken.",
    "Hij schreef: “Ik zal een verbod onderzoeken.",
    "Hieronder zal ik de vragen beantwoorden.",
    "In dit hoofdstuk zullen we de resultaten bespreken.",
    "We zullen de bronnen bekijken.",
    "Ik zal mij hiervoor blijven inzetten.",
    "Ik ga ervan uit dat zij dit onderzoeken.",
    "Het kabinet zal hier bij de onderhandelingen aandacht voor vragen.",
    "Ik kom even terug op het betoog van net.",
    "In het antwoord op vraag 5 kom ik hier op terug.",
    "Daar kom ik niet op terug.",
    "In 2019 besloten we de balans op te maken.",
    "De heer Bos (VVD): Ik zal dit onderzoeken.",
    "De voorzitter: Dan ga ik dat bespreken.",
    "**De voorzitter:** Dan ga ik dat bespreken.",
    "Mevrouw Bos: Ik zal dit onderzoeken.",
    "Minister Bos: Daar kom ik straks op terug.",
    "Minister Bos: Daar kom ik zo meteen in het blokje over de zorg op terug.",
    "Minister Bos: Ik kom terug op het betoog van de heer Smit.",
    "Minister Bos: Ik zal dat niet meenemen in de brief.",
    "Minister Bos: Ik zal de motie ontraden.",
    "Minister Bos: Dan zal ik de vragen van de heer Smit beantwoorden.",
    "Minister Bos: Dan zal ik nu iets over het geld vertellen.",
    "Minister Bos: Dan zal ik u een voorbeeld geven van hoe het werkt.",
    "Minister Bos: Dan zal ik het anders formuleren.",
    "Minister Bos: Dan ga ik naar het volgende blokje.",
    "Minister Bos: Dat gaan we niet doen.",
    "Minister Bos: Dat ga ik proberen te doen.",
    "Minister Bos: Ik laat het oordeel over de motie aan uw Kamer.",
    "Minister Bos: Ik laat u weten dat ik daar anders over denk.",
    "Minister Bos: Ik wil u graag informeren dat de wet al is aangenomen.",
    "Minister Bos: Daar wil ik straks nader op ingaan.",
    "Minister Bos: Daar wil ik u best over informeren, want de termijn loopt tot november.",
    "Minister Bos: In die brief wil ik daar niet op ingaan.",
    "Minister Bos: Daar gaan we op sturen in de uitvoering.",
    "Minister Bos: Ik stuur mijn kinderen met een brief naar school.",
    "Minister Bos: Die brief stuurde ik in maart.",
    "Minister Bos: De wet komt naar de Kamer.",
    "Minister Bos: Ik hoop met een goed verhaal naar de Kamer te komen.",
    "Minister Bos: Ik ga met elkaar in gesprek geen plan maken.",
    "Minister Bos: De sector zegt dat ik daar schriftelijk op terugkom.",
    "Minister Bos: Ik wil niet terugkomen bij de Kamer met een half verhaal.",
    "Minister Bos: Dat neem ik mee in mijn afweging.",
    "Minister Bos: Ik ben niet bereid om mevrouw Smit toe te zeggen dat dit lukt.",
    "Minister Bos: Ik zorg graag voor mijn moeder.",
    "Minister Bos: Ik kan u daar nu geen brief over sturen.",
    "Minister Bos: Dat beloof ik niet.",
    "Minister Bos: Dat kan ik niet per brief voor de zomer laten weten.",
    "Minister Bos: Als u dat wilt, stuur ik u dat toe.",
    "Minister Bos: Dan ga ik met u in gesprek over het kabinet.",
    "Minister Bos: Vorig jaar zocht ik dat uit.",
    "De heer Bos (VVD): Ik wil daar schriftelijk op terugkomen.",
    "De heer Bos (VVD): Dat stuur ik u toe.",
    "De voorzitter: Ik laat u dat weten.",
    "Dat stuur ik u toe.",
    "De heer Bos (VVD): Dat gaan we zeker doen.",
    "Dat gaan we zeker doen.",
    "De voorzitter: Daar krijgt u een brief over.",
    "De heer Bos (VVD): Daar kom ik schriftelijk op terug.",
    "De heer J. Bos (GroenLinks/PvdA): Ik zal dit onderzoeken.",
]

SPOKEN = [
    # what a member asked for, granted
    "Dan zal ik vragen om alles op papier te zetten.",
    "Goed, dan zal ik de cijfers ook geven.",
    "Ja, dat gaan we zeker doen.",
    "Dat zullen we ook doen, maar niet alleen.",
    "Dat gesprek ga ik graag aan.",
    "Ik zou graag toezeggen om dat te verhelderen.",
    "Ik ben zeer bereid om nog eens te kijken naar die afspraken.",
    "Ik ben bereid om dat op de een of andere manier te doen.",
    "Daar kom ik schriftelijk op terug.",
    "Laat ik zeggen dat ik daar in de brief nader op terugkom.",
    "Ik ben wel bereid om mevrouw Bos toe te zeggen dat we daarover rapporteren.",
    "Op die vraag kom ik een andere keer terug.",
    "Daar kom ik in de richting van de Kamer op terug.",
    "In de brief die nog komt, zal ik die vraag meenemen.",
    "Dat zullen we zeker betrekken bij die reactie.",
    "Ik zal dit ook aan de orde stellen bij mijn Duitse ambtgenoot.",
    "Daar krijgt u een brief over.",
    "Er komt nog een brief over de stand van zaken.",
    "Ik kom met een brief over de huur.",
    "Als ik rond de zomer met een reactie mag komen, laat ik het oordeel aan de Kamer.",
    "Ik ben bereid om met de sector te bezien of dit kan.",
    "Ik zal dat uitzoeken.",
    "Ik kom op schrift terug op de vraag van de heer Bos, want ik weet dat nog niet zeker.",
    "Er komt nog een brief over het plan waarover wij het vandaag hadden.",
    # told, sent or found out, in the words of every day
    "Ik wil daar zeker per brief op terugkomen bij de Kamer.",
    "Ik stel voor dat ik daar later schriftelijk op terugkom.",
    "Laat ik zeggen dat ik daar in de brief nader op terugkom.",
    "Ik kom daarmee terug naar uw Kamer.",
    "Daar wil ik in mijn brief graag nader op ingaan.",
    "Dat neem ik mee in de voortgangsbrief.",
    "Ik neem dit mee naar het overleg met de gemeenten.",
    "Laat ik die vraag als huiswerk meenemen.",
    "Dat stuur ik u toe.",
    "Die cijfers stuur ik de Kamer nog toe.",
    "Ik stuur daar een brief over.",
    "Daar stuur ik een brief over.",
    "Die brief stuur ik in maart.",
    "We gaan die brief zo snel mogelijk sturen.",
    "Die zal ik op korte termijn sturen, ruim voor de begroting.",
    "Daar volgt nog een brief over.",
    "De brief komt voor de zomer naar de Kamer.",
    "Dat overzicht krijgt u nog van mij.",
    "Ik zorg ervoor dat de Kamer dat overzicht krijgt.",
    "Dat laat ik u weten.",
    "Ik laat de Kamer zo snel mogelijk weten of dat kan.",
    "Ik wil u best op regelmatige basis rapporteren over de voortgang.",
    "Ik ben wel bereid om mevrouw Smit toe te zeggen dat we daarover rapporteren.",
    "Dat kan ik binnen twee maanden per brief laten weten.",
    "Dat beloof ik u.",
    "Ik beloof de heer Smit dat ik dat lijstje nog eens langsloop.",
    "Dat laat ik graag op niet al te lange termijn aan de Kamer weten.",
    "Ik zal al die plannen voor de Kamer op een rij zetten.",
    "Dat zoek ik voor u uit.",
    "Dat ga ik na.",
    "Ik zal dat doorgeven aan mijn collega van Financiën.",
    "Ik ga daarover in gesprek met de sector.",
    "Ik ga daarover ook met de collega's van OCW en SZW in gesprek.",
    "Ik hoop daar rond de zomer mee naar de Kamer te komen.",
    "Ik wil best met de collega van Justitie het gesprek hierover aangaan.",
]

MET = [
    "Hiermee geef ik invulling aan mijn toezegging aan het lid Klaver (GroenLinks).",
    "Deze toezegging wordt met deze kamerbrief afgedaan.",
    "Daarmee beschouw ik ook toezegging T03842 aan het lid Van Aelst-den Uijl (SP) als afgedaan.",
    "Met deze brief doe ik de toezegging aan het lid Bos af.",
    "Hiermee is voldaan aan de toezegging uit het debat van 3 mei.",
    "Hiermee kom ik mijn toezegging na.",
    "Zoals toegezegd in het commissiedebat van 23 januari bied ik u hierbij het rapport aan.",
    "Conform de toezegging aan het lid Bos stuur ik u hierbij de cijfers.",
    "In deze brief informeer ik uw Kamer over de invulling van een aantal toezeggingen.",
    "In het Vragenuur heb ik toegezegd de verslagen te sturen. Deze verslagen vindt u bijgaand.",
    "Hiermee wordt uitvoering gegeven aan drie toezeggingen uit het debat.",
    "Dit schrijven is toegezegd tijdens het debat over de woningmarkt.",
    "Zoals toegezegd in het debat van 3 mei bieden wij u de planning aan.",
    "Zoals toegezegd ga ik hieronder in op de kosten.",
    "Zoals toegezegd tijdens het debat op 12 mei 2023 stuur ik uw Kamer de cijfers.",
    "Zoals toegezegd informeer ik uw Kamer over de stand van zaken.",
    "Zoals beloofd in het debat stuur ik u hierbij de cijfers.",
    "Naar aanleiding van mijn toezegging aan het lid Bos zend ik uw Kamer het verslag.",
    "Hiermee beschouw ik deze toezegging als voldaan.",
    "Met de toezending van het rapport is de toezegging aan het lid Bos nagekomen.",
    "Bijgaand treft u het rapport aan dat ik in het debat van 3 mei heb toegezegd.",
    "In het debat heb ik toegezegd te berichten. Met deze brief kom ik deze toezegging na.",
    "Overzicht van het onderzoek naar aanleiding van toezegging tijdens het overleg van 3 mei",
    "Reactie n.a.v. de toezegging in het debat over de woningmarkt",
    "Met dit onderzoek geef ik invulling aan de motie-Bos c.s. over toezicht en aan de toezegging"
    " aan het lid Smit over beheer.",
]

OPEN = [
    "Deze toezegging blijft staan en is meerjarig.",
    "De toezegging aan het lid Bos staat nog open.",
    "Conform de toezegging van mijn ambtsvoorganger zal ik de Kamer hierover eind 2024 informeren.",
    "Ook is in de brief toegezegd de Kamer jaarlijks te informeren. Deze toezegging blijft staan.",
    "In de zomer van 2020 wordt de evaluatie opgeleverd, zoals eerder toegezegd aan de Kamer.",
    "Aan deze toezegging wordt in het najaar invulling gegeven.",
    "De toezegging om de Kamer te informeren kan ik nog niet gestand doen.",
    "De toegezegde brief over de kosten ontvangt uw Kamer na de zomer.",
    "De door mij toegezegde evaluatie volgt in het najaar.",
    "Ik kom deze toezegging voor het einde van het jaar na.",
    "De toezegging aan het lid Bos wordt betrokken bij de evaluatie, die in 2026 plaatsvindt.",
    "Zoals toegezegd tijdens het debat over de wet stuur ik uw Kamer een brief over de cijfers.",
    "Zoals door mijn voorganger is toegezegd, zoekt mijn ministerie uit wat dit betekent.",
    "Zoals toegezegd onderzoek ik of de regeling kan worden verlengd.",
    "Zoals toegezegd aan het lid Bos zal ik dit met de sector bespreken.",
    "Zoals beloofd ontvangt uw Kamer na de zomer het verslag.",
    "Hij sprak over een plan, dat hij deze maand naar de Kamer zal sturen.",
    "Ik heb in het debat aangegeven dat ik de Kamer voor de zomer zal informeren over het plan.",
]

RECALLED = [
    "In de brief van 5 mei is toegezegd om een onderzoek te doen.",
    "Dit beleid is ook toegezegd in onze recente kabinetsreactie op het advies.",
    "In het debat heb ik aan het lid Bos toegezegd om met de provincie te spreken.",
    "Tevens informeer ik uw Kamer over mijn toezegging uit het Vragenuur van 29 oktober jl.",
    "Naar aanleiding van de toezegging aan het lid Bos is een onderzoek gestart.",
    "De staatssecretaris zegde toe de criteria mee te nemen.",
    "Om invulling te geven aan een toezegging aan de Kamer vraag ik dit bij de sector uit.",
    "Zoals toegezegd heb ik met de sector gesproken.",
    "De minister heeft toegezegd, daarover in contact te treden met de gemeenten.",
    "De reden was de in december gedane toezegging in uw Kamer om een opzet te maken.",
    "Zoals toegezegd aan het lid Bos in het debat op 16 juni 2022 is met de sector gesproken.",
]

NONE = [
    "Over de ingediende moties zullen we volgende week dinsdag stemmen.",
    # asked for, thanked for, quoted
    "Kunt u toezeggen een raming te maken?",
    "Kan de minister toezeggen dat dit jaar een brief komt?",
    "Ik wil dus graag een toezegging van de minister dat hij dit doet.",
    "Ik ben blij met de toezegging van de staatssecretaris over het onderzoek.",
    "verzoekt de regering, conform haar toezegging, deze maand helderheid te geven",
    "constaterende dat de minister heeft toegezegd dit te ondersteunen;",
    "verzoekt de regering de Kamer voor de zomer te informeren, en gaat over tot de orde",
    "De gemeente heeft toegezegd daarover met de scholen te praten.",
    # told here, whatever day is named in it
    "Ik deel aan de Kamer mee dat het lid Bos op 12 november anders wilde stemmen.",
    "Ik deel u mee dat het onderzoek in mei is begonnen.",
    "Ik bericht u dat het onderzoek voor de zomer begint.",
    # sent with this document, or sent before
    "Hierbij informeer ik uw Kamer over de voortgang.",
    "Met deze brief informeer ik uw Kamer over de stand van zaken in 2024.",
    "In deze brief informeren wij u over de voortgang van dit jaar.",
    "Op 15 oktober jl. is uw Kamer geïnformeerd over de eerste resultaten.",
    "Eind 2022 heb ik uw Kamer hierover geïnformeerd.",
    "Bijgaand stuur ik u het verslag van het najaar.",
    "In het vervolg van deze brief informeer ik u nader over de planning van dit jaar.",
    "Uw Kamer is op 3 mei geïnformeerd over de cijfers van dit jaar.",
    "Het verslag, dat in mei met uw Kamer is gedeeld, noemt de cijfers van dit jaar.",
    "Uw Kamer wordt voor de zomer niet geïnformeerd.",
    "Ik zal uw Kamer hierover niet informeren.",
    "Met het onderzoek waarover ik uw Kamer eind dit jaar zal informeren, komt er duidelijkheid.",
    "De brief die ik uw Kamer volgende week stuur kan daarbij worden betrokken.",
    "Ik weet nog niet of ik uw Kamer in mei zal informeren.",
    "Het plan kan met sluiting worden bedreigd, en de Kamer hierover te informeren in mei",
    "Het streven was om de cijfers in de tweede helft van 2022 aan de Kamer te sturen.",
    "De Kamer ontvangt graag voor het debat een brief.",
    "U ontvangt deze nota omdat u in mei een gesprek heeft.",
    "Daarmee kom ik tot de conclusie dat het terug moet.",
    "De Kamer zal het wetsvoorstel in mei ontvangen hebben.",
    "Wordt de Kamer hierover voor de zomer geïnformeerd, zo vraagt dit lid.",
    "De bevindingen worden binnen een jaar aan de beide Kamers der Staten-Generaal gezonden.",
    "Ik kan uw Kamer melden dat het onderzoek dit jaar is gestart.",
    "Graag informeer ik u over de voortgang van het programma.",
    "In antwoord op de vragen ga ik nader in op de cijfers van dit jaar.",
    "Ik zal ingaan op de punten in de brief van 12 mei.",
    "Uw Kamer kan dit najaar over het wetsvoorstel beraadslagen.",
    "Zoals ik uw Kamer in mei heb laten weten, loopt het onderzoek nog.",
    "Tot slot informeer ik uw Kamer over de uitvoering van de motie.",
    "Gelijktijdig ontvangt uw Kamer separaat het verslag.",
    # what others promise, and other kinds of promise
    "De gemeente heeft toegezegd de weg te herstellen.",
    "ZonMw heeft toegezegd om het onderzoek te herhalen.",
    "De waterschappen hebben toegezegd om de dijken te verhogen.",
    "De NZa zal in het najaar met nieuwe cijfers komen.",
    "('appellabele toezeggingen')",
    "De subsidietoezegging vervalt na een jaar.",
    "indien de werkgever aan de werknemer een pensioen heeft toegezegd",
    "verklaringen van getuigen in ruil voor een toezegging van het OM",
    "Bij die 519 miljoen zit nog niet de 125 miljoen die is toegezegd.",
    "Binnen dertien weken zal de minister beslissen over de subsidieaanvraag.",
    "Daarom zeg ik ook in de Kamer: we moeten toe naar een Europees beleid.",
    "Wat de motie vraagt is meer dan wat ik heb toegezegd.",
    # a subject that tells of none in particular
    "Betreft Toezegging",
    "Betreft Nakoming toezegging",
    # no term, no promise
    "Hiervoor zal ik het model gebruiken, dat in 2018 is ontwikkeld door het centrum.",
    "Met deze circulaire informeer ik u over de wet van 1 juli 2015.",
    "Ik informeer u graag.",
    "Ik zeg u eerlijk dat ik het niet weet.",
    "Ik kan niet toezeggen dat dit lukt.",
    "Dat kan ik niet toezeggen.",
    "De Kamer zal daarover morgen stemmen.",
    "Zal ik beginnen?",
    "De toezegging moet op de juiste wijze zijn vormgegeven.",
]


@pytest.mark.parametrize("text", MADE)
def test_made(text: str) -> None:
    assert [c.action for c in commitments(text)] == ["made"]


@pytest.mark.parametrize("text", PLAIN)
def test_made_in_plain_words(text: str) -> None:
    assert [c.action for c in commitments(text)] == ["made"]


@pytest.mark.parametrize("speaker", ["Minister Bos", "**Staatssecretaris Van der Smit**"])
@pytest.mark.parametrize("text", SPOKEN)
def test_made_by_a_minister_in_a_debate(text: str, speaker: str) -> None:
    text = f"De voorzitter: Het woord is aan u.\n\n{speaker}: Dank u wel. {text}"
    assert [c.action for c in commitments(text)] == ["made"]


def test_with_a_term_too_it_is_told_from_the_agenda() -> None:
    text = "Minister Bos: Ik zal dit in juni aan de orde stellen in Brussel."
    assert [mention.rule for mention in ENGINE.scan(text)] == ["toezegging.zal-doen"]


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_plain_words_that_promise_nothing(text: str) -> None:
    assert commitments(text) == []


@pytest.mark.parametrize("text", MET)
def test_met(text: str) -> None:
    assert [c.action for c in commitments(text)] == ["fulfilled"]


@pytest.mark.parametrize(
    ("question", "answer", "what"),
    [
        ("Bent u bereid te onderzoeken hoe dit beter kan?", "Ja, ik ben bereid om dat te doen.",
         "te onderzoeken hoe dit beter kan"),
        ("Bent u bereid om de regels aan te passen? Zo nee, waarom niet?",
         "Ja, daartoe ben ik bereid.", "de regels aan te passen"),
        ("Bent u bereid met de sector te spreken?", "Ja, daar ben ik toe bereid.",
         "met de sector te spreken"),
        ("Bent u bereid met de sector te spreken?", "Ik ben daartoe graag bereid.",
         "met de sector te spreken"),
    ],
)  # fmt: skip
def test_who_is_ready_promises_what_was_asked(question: str, answer: str, what: str) -> None:
    [found] = commitments(f"Vraag 3\n{question}\n\nAntwoord 3\n{answer}\n")
    assert (found.action, found.what) == ("made", what)


@pytest.mark.parametrize(
    "question",
    [
        "Bent u bereid deze vragen afzonderlijk te beantwoorden?",
        "Kunt u deze vragen binnen drie weken beantwoorden?",
        "Bent u bereid om de vragen voor het debat van 3 mei te beantwoorden? Zo nee, waarom niet?",
    ],
)
@pytest.mark.parametrize("answer", ["Ja, ik ben bereid om dat te doen.", "Daartoe ben ik bereid."])
def test_to_answer_is_no_promise(question: str, answer: str) -> None:
    assert commitments(f"Vraag 10\n{question}\nAntwoord 10\n{answer}\n") == []


def test_sentences_joined_without_a_blank_are_two() -> None:
    text = "Dat is 35%.Binnenkort zal de Kamer geïnformeerd worden.Daarmee is dit klaar."
    [mention] = ENGINE.scan(text)
    assert mention.surface == "Binnenkort zal de Kamer geïnformeerd worden."


@pytest.mark.parametrize(
    "text",
    [
        "Hiermee is deels voldaan aan de toezegging aan het lid Klaver.",
        "Met deze brief is de toezegging aan het lid Klaver gedeeltelijk nagekomen.",
    ],
)
def test_met_in_part(text: str) -> None:
    [found] = commitments(text)
    assert (found.action, found.requested_by) == ("partly", "Klaver")


@pytest.mark.parametrize("text", OPEN)
def test_open(text: str) -> None:
    assert [c.action for c in commitments(text)] == ["open"]


@pytest.mark.parametrize("text", RECALLED)
def test_recalled(text: str) -> None:
    assert [c.action for c in commitments(text)] == ["recalled"]


@pytest.mark.parametrize("text", NONE)
def test_no_commitment(text: str) -> None:
    assert commitments(text) == []


def test_the_sentence_about_it_belongs_to_its_citation() -> None:
    text = (
        "In de kamerbrief over preventie⁵ is toegezegd om voor eind 2023 een rapportage te sturen."
        " Deze toezegging wordt met deze kamerbrief afgedaan. Dank."
    )
    [mention] = ENGINE.scan(text)
    value = mention.value
    assert (value.action, value.due) == ("fulfilled", "voor eind 2023")
    assert value.made_in == "de kamerbrief over preventie"
    assert mention.citation is not None and mention.citation.of(text).endswith("afgedaan.")


def test_what_is_said_before_is_not_what_is_promised() -> None:
    [found] = commitments("Het oordeel over de motie blijft, maar ik zal de Kamer de stand melden.")
    assert found.what is None


@pytest.mark.parametrize(
    "text",
    [
        "Over de gevolgen van de vertraging en de ontwikkeling van de sector kom ik in mei terug.",
        "Zoals toegezegd in het debat over de wet en de regeling stuur ik uw Kamer een brief.",
    ],
)
def test_a_sentence_is_cut_only_between_clauses(text: str) -> None:
    assert [mention.surface for mention in ENGINE.scan(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Hierover zal ik uw Kamer een brief sturen. Deze brief ontvangt u in mei.",
        "In de voortgangsrapportage volgt een reactie. Die wordt in mei aan uw Kamer gestuurd.",
    ],
)
def test_what_is_said_next_of_it_belongs_to_it(text: str) -> None:
    [mention] = ENGINE.scan(text)
    assert mention.citation is not None and mention.citation.of(text) == text
    assert mention.value.due == "in mei"


def test_the_term_is_that_of_its_own_clause() -> None:
    [found] = commitments(
        "Op 26 september is er een bijeenkomst en ik verwacht uw Kamer dit najaar te informeren."
    )
    assert found.due == "dit najaar"


def test_two_promises_in_one_sentence() -> None:
    first, second = commitments(
        "Uw Kamer wordt voor het einde van het jaar geïnformeerd over de voortgang en in het"
        " vervolg daarop informeren we u jaarlijks over de voortgang."
    )
    assert (first.due, first.recurrence) == ("voor het einde van het jaar", None)
    assert (second.due, second.recurrence) == (None, "jaarlijks")


@pytest.mark.parametrize(
    ("text", "made_in", "by"),
    [
        ("Ik geef hiermee invulling aan mijn toezegging aan het lid Klaver (GroenLinks) in het"
         " debat van 17 oktober jl.", "het debat van 17 oktober jl.", "Klaver"),
        ("Zoals toegezegd tijdens het debat over dierenwelzijn stuur ik u hierbij een brief.",
         "het debat over dierenwelzijn", None),
        ("(zoals toegezegd in de eerdergenoemde kamerbrief over sport, preventie en leefstijl)",
         "de eerdergenoemde kamerbrief over sport, preventie en leefstijl", None),
        ("Tijdens het AO Zorg van 15 december 20161 heeft de minister toegezegd dit te bezien.",
         "het AO Zorg van 15 december 2016", None),
        ("In de brief van 6 april 2009 (Kamerstuk 31 490, nr. 20) is toegezegd dit te bezien.",
         "de brief van 6 april 2009", None),
        ("In het debat van 23 februari jl. heb ik aan het lid Ouwehand toegezegd om te praten.",
         "het debat van 23 februari jl.", "Ouwehand"),
        ("Ik wil de heer Smit toezeggen dat ik daarop terugkom.", None, "Smit"),
        ("Dat zeg ik mevrouw Van der Smit graag toe.", None, "Van der Smit"),
        ("Ik zeg het lid Smit (VVD) toe dat ik dit uitzoek.", None, "Smit"),
        ("Dat kan ik de heren Smit en Klaver wel toezeggen.", None, "Smit, Klaver"),
        ("Ik zou willen toezeggen in de richting van mevrouw Smit om dat te doen.", None, "Smit"),
        ("Dat zeg ik graag toe, mevrouw de voorzitter.", None, None),
    ],
)  # fmt: skip
def test_where_it_was_made_and_who_asked(text: str, made_in: str | None, by: str | None) -> None:
    [found] = commitments(text)
    assert (found.made_in, found.requested_by) == (made_in, by)


@pytest.mark.parametrize(
    ("text", "what", "term"),
    [
        ("Uw Kamer wordt hier voor het zomerreces over geïnformeerd.", None, "voor het zomerreces"),
        ("Ik zal de Kamer hier op korte termijn over informeren.", None, "op korte termijn"),
        ("Zoals toegezegd in het debat over de wet stuur ik uw Kamer een brief over de cijfers.",
         "de cijfers", None),
        ("Het onderzoek naar de kosten loopt nog. Hierover informeer ik uw Kamer in mei.",
         "Het onderzoek naar de kosten loopt nog", "in mei"),
        ("Het onderzoek naar de kosten loopt nog.\n\nHierover informeer ik uw Kamer in mei.",
         None, "in mei"),
        ("Dat is zo. Hierover informeer ik uw Kamer in mei.", None, "in mei"),
        ("De Kamer zal over de cijfers en het vervolg in het najaar worden geïnformeerd.",
         "de cijfers en het vervolg", "in het najaar"),
        ("De Kamer wordt over de uitkomst naar verwachting in mei via de brief over water"
         " geïnformeerd.", "de uitkomst", "in mei"),
        ("Ik verwacht dat de Kamer in mei over de uitkomst van deze fase kan worden geïnformeerd"
         " via de volgende brief.", "de uitkomst van deze fase", "in mei"),
        ("Ik informeer uw Kamer voor de zomer over de stand van zaken in 2024.",
         "de stand van zaken in 2024", "voor de zomer"),
        ("Zoals toegezegd aan het lid Bos in het debat op 3 mei is gesproken over de kosten.",
         "de kosten", None),
        ("Zoals toegezegd in het debat op 3 mei stuur ik u voor de zomer de cijfers.", None,
         "voor de zomer"),
        ("Over de kosten informeer ik u in mei, na het debat over de wet.", "de kosten", "in mei"),
        ("Daarom zal ik een verbod onderzoeken, zodat hij er een besluit over kan nemen.", None,
         None),
        ("Daarom zal ik een verbod onderzoeken, zodat hij een besluit over het verbod neemt.", None,
         None),
        ("Over de standpunten zal de Kamer dan in het najaar worden geïnformeerd.",
         "de standpunten", "in het najaar"),
        ("Tevens informeer ik uw Kamer voor de zomer over mijn toezegging uit het Vragenuur.",
         None, None),
        ("Mijn fractie kijkt uit naar de brief over de huren, die de minister heeft toegezegd.",
         "de huren", None),
        ("Zoals gemeld op 31 januari 2024 zal ik in de loop van mei uw Kamer informeren.", None,
         "in de loop van mei"),
        ("Bij de periode na 2030 zal ik dit eind dit jaar bezien.", None, "eind dit jaar"),
        ("Ik heb toegezegd een regeling te treffen<sup> 2 Kamerstukken I, 31 930, F.",
         "een regeling te treffen", None),
    ],
)  # fmt: skip
def test_what_is_promised_and_when(text: str, what: str | None, term: str | None) -> None:
    assert [(found.what, found.due) for found in commitments(text)] == [(what, term)]


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("voor de zomer", "voor de zomer"),
        ("zodra de resultaten gereed zijn", "zodra de resultaten gereed zijn"),
        ("in het najaar", "in het najaar"),
        ("voor het kerstreces", "voor het kerstreces"),
        ("uiterlijk 1 december 2024", "uiterlijk 1 december 2024"),
        ("bij de voorjaarsnota", "bij de voorjaarsnota"),
        ("dit voorjaar", "dit voorjaar"),
        ("op een later moment", "op een later moment"),
        ("zodra die er zijn", "zodra die er zijn"),
        ("in april van 2024", "in april van 2024"),
        ("voor eind 2023", "voor eind 2023"),
        ("eind dit jaar", "eind dit jaar"),
        ("in Q2 2023", "in Q2 2023"),
        ("vóór 1 juli 2024", "vóór 1 juli 2024"),
        ("in het eerste kwartaal van 2025", "in het eerste kwartaal van 2025"),
        ("volgende week", "volgende week"),
        ("in de loop van 2024", "in de loop van 2024"),
        ("in de loop van mei", "in de loop van mei"),
        (
            "voorafgaand aan het nog in te plannen debat",
            "voorafgaand aan het nog in te plannen debat",
        ),
        ("voor het commissiedebat", "voor het commissiedebat"),
        ("binnen twee weken", "binnen twee weken"),
        ("medio 2025", "medio 2025"),
        ("omstreeks de zomer", "omstreeks de zomer"),
        ("na afronding van het onderzoek", "na afronding van het onderzoek"),
        ("wanneer het onderzoek is afgerond", "wanneer het onderzoek is afgerond"),
        ("nadat de cijfers bekend zijn", "nadat de cijfers bekend zijn"),
        ("in de volgende Kamerbrief over zorg", "in de volgende Kamerbrief"),
        ("najaar 2024", "najaar 2024"),
        ("in de eerste helft van 2024", "in de eerste helft van 2024"),
        ("drie jaar geleden", None),
        ("op de agenda", None),
        ("in de zorg", None),
        ("uit 2023", None),
    ],
)
def test_terms(words: str, term: str | None) -> None:
    assert due(f"Dat doe ik {words} met de sector.") == term


@pytest.mark.parametrize("words", ["jaarlijks", "per kwartaal", "halfjaarlijks", "elk jaar"])
def test_recurrences(words: str) -> None:
    assert recurrence(f"Ik meld dit {words} aan u.") == words


@pytest.mark.parametrize("rule", RECOGNISERS[0].rules)
def test_every_rule_catches_its_example(rule: object) -> None:
    assert [mention.rule for mention in ENGINE.scan(rule.example)] == [rule.name]


@given(
    st.lists(
        st.sampled_from(
            ["Ik informeer uw Kamer ", "voor de zomer ", "toezegging ", "is toegezegd ",
             "afgedaan. ", "om te ", "\n", "Deze toezegging ", "hierbij ", "? ", "en ", "• ",
             "2 mei "]
        ),
        max_size=16,
    ).map("".join)
)  # fmt: skip
def test_spans_hold_in_any_mixture(text: str) -> None:
    for mention in ENGINE.scan(text):
        assert mention.surface == mention.span.of(text)
        assert mention.citation is not None and mention.span in mention.citation


@given(st.text(max_size=400))
def test_any_text_is_fine(text: str) -> None:
    for mention in ENGINE.scan(f"Ik zeg toe {text} toegezegd"):
        assert mention.value.action


@pytest.mark.parametrize(
    ("text", "action", "what", "made_in", "by"),
    [
        ("Toezegging gedaan tijdens het Algemeen Overleg van 12 april 2018 over de huren",
         "fulfilled", "de huren", "het Algemeen Overleg van 12 april 2018", None),
        ("Toezegging, gedaan tijdens het commissiedebat Wonen van 3 mei 2023, over o.a. de huren",
         "fulfilled", "o.a. de huren", "het commissiedebat Wonen van 3 mei 2023", None),
        ("Toezegging gedaan tijdens het debat over het huurrecht in dorpen van 3 mei 2023, over de"
         " bouw", "fulfilled", "de bouw", "het debat over het huurrecht in dorpen van 3 mei 2023",
         None),
        ("Toezegging n.a.v. AO Huren 5 februari 2009", "fulfilled", None,
         "AO Huren 5 februari 2009", None),
        ("Toezegging huurtoeslag n.a.v. AO 5 februari 2009", "fulfilled", "huurtoeslag",
         "AO 5 februari 2009", None),
        ("Betreft: Toezegging aan het lid Omtzigt over de huren", "fulfilled", "de huren", None,
         "Omtzigt"),
        ("Betreft  Toezegging over de huren", "fulfilled", "de huren", None, None),
        ("Datum 12 mei 2023\nBetreft Toezegging over de huren\n\nGeachte heer,", "fulfilled",
         "de huren", None, None),
        ("Toezegging n.a.v. een vraag van de heer Omtzigt tijdens het vragenuur op 3 mei 2013 over"
         " de huren", "fulfilled", "de huren", "het vragenuur op 3 mei 2013", "Omtzigt"),
        ("Toezegging aan de Kamer om de huurcijfers te sturen", "fulfilled",
         "de huurcijfers te sturen", None, None),
        ("Toezegging overzicht huurprijzen", "fulfilled", "overzicht huurprijzen", None, None),
        ("Toezegging gedaan tijdens het algemeen overleg van 3 mei 2018 over huren, inzake de"
         " bouw", "fulfilled", "de bouw", "het algemeen overleg van 3 mei 2018 over huren", None),
        ("Uitvoering van de toezegging over de huren", "fulfilled", "de huren", None, None),
        ("Reactie op toezegging gedaan tijdens het notaoverleg Wonen over huren", "fulfilled",
         "huren", "het notaoverleg Wonen", None),
        ("Nakoming toezegging inzake huren en reactie op motie over huren", "fulfilled", "huren",
         None, None),
        ("Cijfers over huren (toezegging AO Wonen)", "fulfilled", "Cijfers over huren",
         "AO Wonen", None),
        ("Toezending van de huurkaart n.a.v. de toezegging, gedaan tijdens het AO van 3 mei jl.",
         "fulfilled", "Toezending van de huurkaart", "het AO van 3 mei jl.", None),
        ("Uitstelbrief toezegging over de huren", "open", "de huren", None, None),
        ("Uitstel toezending toezegging, gedaan tijdens het debat Wonen van 3 mei 2024, over huren",
         "open", "huren", "het debat Wonen van 3 mei 2024", None),
        ("Stand van zaken toezegging over de huren", "recalled", "de huren", None, None),
    ],
)  # fmt: skip
def test_the_subject_of_a_letter(
    text: str, action: str, what: str | None, made_in: str | None, by: str | None
) -> None:
    [found] = commitments(text)
    assert (found.action, found.what) == (action, what)
    assert (found.made_in, found.requested_by) == (made_in, by)


@pytest.mark.parametrize(
    "text",
    [
        "Toezeggingen gedaan tijdens het Algemeen Overleg van 12 april 2018 over de huren",
        "Stand van zaken moties en toezeggingen",
        "Antwoorden op vragen commissie over de toezegging over de huren",
        "Toezegging aan de gemeente Zwolle over een bijdrage",
        "Besluit inzake toezegging aan het museum over een bijdrage",
        "Toezegging en motie over de huren",
        "Een eerste zin.\nToezegging huurprijzen\nEen tweede zin.",
    ],
)
def test_no_subject_that_meets_one_commitment(text: str) -> None:
    assert [m for m in ENGINE.scan(text) if m.rule == "toezegging.subject"] == []
