"""What a commitment is called: what is promised, without the sentence that promises it."""

from __future__ import annotations

import pytest

from kg.model import Mention, Span, Toezegging
from kg.recognise.toezegging import parse
from kg.resolve.promise_labels import promise_called

ROWS = [
    ("Ik informeer uw Kamer voor de zomer over de bus.", "informeren over de bus"),
    ("Uw Kamer ontvangt voor de zomer een brief over de bus.", "brief over de bus"),
    ("Hierover zal ik uw Kamer voor de zomer informeren.",
     "uw Kamer hierover voor de zomer informeren"),
    ("Daarom zal ik de mogelijkheid van een busverbod onderzoeken.",
     "de mogelijkheid van een busverbod onderzoeken"),
    ("Na de zomer zal ik samen met de vervoerders de dienst evalueren.",
     "na de zomer samen met de vervoerders de dienst evalueren"),
    ("Ten slotte zullen de Minister van Vervoer en ikzelf in april 2024 de bus evalueren.",
     "in april 2024 de bus evalueren"),
    ("Daarom zal ikde mogelijkheid van een busverbod onderzoeken.",
     "de mogelijkheid van een busverbod onderzoeken"),
    ("Ik ga met de vervoerders in overleg om naar de bus te vragen.",
     "met de vervoerders in overleg gaan om naar de bus te vragen"),
    ("Ja, ik ben bereid te onderzoeken hoe de bus vaker kan rijden.",
     "onderzoeken hoe de bus vaker kan rijden"),
    ("Ik streef ernaar om voor de zomer een busplan op te stellen.",
     "voor de zomer een busplan opstellen"),
    ("Het is de inzet van het kabinet om dit voorjaar te komen met een busplan.",
     "dit voorjaar komen met een busplan"),
    ("Ik zeg toe dat ik in mei terugkom op de bus.", "dat ik in mei terugkom op de bus"),
    ("Ik heb toegezegd om de busdienst uit te breiden.", "de busdienst uitbreiden"),
    ("Bij de behandeling heb ik toegezegd de busdienst toe te lichten (Kamerstukken II 2007/08,"
     " 31 206, nr. 7, blz. 10).", "de busdienst toelichten"),
    ("Dus ik ga u een brief toezeggen waarin ik op de bus inga.",
     "een brief waarin ik op de bus inga"),
    ("Hiermee geef ik invulling aan mijn toezegging aan het lid Klaver in het debat van 3 mei jl.",
     "toezegging aan het lid Klaver in het debat van 3 mei jl."),
    ("Hiermee geef ik invulling aan de toezegging aan de Kamer om de bus te behouden.",
     "de bus behouden"),
    # no torn begin or end, no mark of a note, no hyphen of a line, no next heading, no link
    ("Ik kom voor de zomer met een brief aan de Kamer over de bus, maar de tram blijft.",
     "brief over de bus"),
    ("Uw Kamer zal hier dit najaar over worden geïnformeerd4.",
     "Uw Kamer zal hier dit najaar over worden geïnformeerd"),
    ("In mei zal ik de bus-\nlijnen en de vertegenwoordi- gende bonden bezien.",
     "in mei de buslijnen en de vertegenwoordigende bonden bezien"),
    ("In mei zal ik de [Buswet](../../wet/README.md) wijzigen.", "in mei de Buswet wijzigen"),
]  # fmt: skip


def found(text: str) -> Mention:
    return next(each for at in range(0, len(text), 3) for each in parse(text, at, at + 1))


@pytest.mark.parametrize(("text", "label"), ROWS)
def test_a_commitment_is_called_by_what_is_promised(text: str, label: str) -> None:
    assert promise_called(found(text)) == label


@pytest.mark.parametrize(
    "words", ["", ".", " \n ", "#", "toezegging", "te te te", "zal ik " * 9000, "toe dat " * 9000]
)
def test_any_words_give_a_short_name(words: str) -> None:
    value = Toezegging("made", None, None, None, None)
    called = promise_called(Mention("toezegging", Span(0, len(words)), words, "x", value))
    assert called and len(called) <= 170


def test_what_stands_before_is_told_with_the_promise() -> None:
    asked = Toezegging("made", "de bus te behouden", None, None, None)
    said = "Daartoe ben ik bereid."
    ready = Mention("toezegging", Span(0, 22), said, "toezegging.bereid", asked)
    assert promise_called(ready) == "de bus behouden"
    about = Toezegging("made", "De bus wordt onderzocht", None, None, None)
    said = "Hierover informeer ik u in mei."
    told = Mention("toezegging", Span(0, 1), said, "toezegging.kom-terug", about)
    assert promise_called(told) == "Hierover informeer ik u in mei (De bus wordt onderzocht)"
