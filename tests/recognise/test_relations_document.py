"""Claims of a whole document: footnotes, lists, parts, numbers, letters, commitments, posts."""

from __future__ import annotations

import re

import pytest
from commons import sentences
from hypothesis import given
from hypothesis import strategies as st

from kg.model import (
    Claim,
    Document,
    FootnoteTie,
    Kind,
    Mention,
    Part,
    Relation,
    Segment,
    Segments,
    Span,
)
from kg.recognise import recognise
from kg.recognise.relations import relate
from kg.recognise.relations_cues import judge
from kg.recognise.relations_rules import RULES
from kg.segment import segment


def read(
    text: str,
    *,
    parts: tuple[Segment, ...] = (),
    ties: tuple[FootnoteTie, ...] = (),
    kind: Kind = Kind.LETTER,
) -> tuple[Claim, ...]:
    """The claims of a text whose parts and footnotes are given."""
    document = Document(text, "brief.txt", "0" * 64)
    segments = Segments(
        parts, tuple(Span(*pair) for pair in sentences(text)), footnotes=ties, kind=kind
    )
    return relate(document, segments, recognise(document))


def place(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text``."""
    at = text.index(words)
    return Span(at, at + len(words))


def said(claims: tuple[Claim, ...], relation: Relation) -> list[str]:
    """What is claimed with a relation: ids, or names where there is no id; each once."""
    found = [c.mention.id or c.mention.surface for c in claims if c.relation is relation]
    return list(dict.fromkeys(found))


def tie(text: str, label: str, word: str, note: str) -> FootnoteTie:
    """A footnote whose mark stands behind ``word``."""
    end = place(text, word).end
    return FootnoteTie(label, Span(end, end + len(label)), Span(end, end), place(text, note))


# --- rules --------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_catches_its_example(rule: object) -> None:
    clause = re.sub(r"(?i)motie (?:van het lid )?Bos", "§", rule.example).rstrip(".")
    verdict = judge(clause)
    assert (verdict.rule, verdict.relation) == (rule.name, rule.relation)


# --- footnotes ----------------------------------------------------------------------------------

MEMO = (
    "De motie van het lid Mohandis⁴ wordt in de kamerbrief afgedaan. Verder niets.\n\n"
    "⁴ 2022D47993 – Kamerstuk 25424 nr. 630"
)


def test_the_numbers_in_a_note_take_the_relation_of_its_sentence() -> None:
    claims = read(MEMO, ties=(tie(MEMO, "⁴", "Mohandis", "2022D47993 – Kamerstuk 25424 nr. 630"),))
    fulfilled = [c for c in claims if c.relation is Relation.FULFILS]
    assert said(claims, Relation.FULFILS) == [
        "motie van het lid Mohandis",
        "2022D47993",
        "kst-25424-630",
    ]
    for claim in fulfilled[1:]:
        assert claim.via is not None and claim.via.of(MEMO) == "⁴"
        assert claim.about == fulfilled[0].mention
        assert claim.quote.of(MEMO).startswith("De motie van het lid")


def test_a_cited_number_in_a_note_is_quoted_by_the_note() -> None:
    claims = read(MEMO, ties=(tie(MEMO, "⁴", "Mohandis", "2022D47993 – Kamerstuk 25424 nr. 630"),))
    own = [c for c in claims if c.relation is Relation.CITES and c.mention.id and not c.about]
    assert {c.quote.of(MEMO) for c in own} == {"2022D47993 – Kamerstuk 25424 nr. 630"}


def test_a_motion_named_in_a_note_follows_its_sentence() -> None:
    text = (
        "Naar aanleiding\n21\n \nvan de motie van de leden Hijink en Paulusma voerde het ministerie"
        " gesprekken.\n\n21\n Motie 25295, nr. 1892, leden Hijink en Paulusma."
    )
    note = place(text, "Motie 25295, nr. 1892, leden Hijink en Paulusma.")
    line = place(text, "van de motie van de leden")
    torn = FootnoteTie("21", place(text, "21"), line, note, exact=False)
    claims = read(text, ties=(torn,))
    assert said(claims, Relation.FOLLOWS_UP) == [
        "motie van de leden Hijink en Paulusma",
        "kst-25295-1892",
        "Motie 25295, nr. 1892, leden Hijink en Paulusma",
    ]


def test_a_note_that_names_another_paper_numbers_no_motion() -> None:
    text = (
        "Het kabinet is in een motie verzocht om een reactie te geven.5\n\n"
        "5 Brief van de commissie OCW, kenmerk 2020D28006"
    )
    note = "Brief van de commissie OCW, kenmerk 2020D28006"
    claims = read(text, ties=(tie(text, "5", "te geven.", note),))
    assert all(claim.about is None for claim in claims if claim.mention.id == "2020D28006")
    assert "2020D28006" in said(claims, Relation.CITES)


# --- numbers ------------------------------------------------------------------------------------


def numbered(claims: tuple[Claim, ...]) -> list[tuple[tuple[str, ...], str | None]]:
    """Submitters and id of every identifier that is a motion's number."""
    pairs = [(c.about.value.submitters, c.mention.id) for c in claims if c.about is not None]
    return list(dict.fromkeys(pairs))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Hiermee geef ik uitvoering aan de moties-Lodders/Geurts en Geurts/Lodders"
            " (Kamerstuk 35 000 XIV, nr. 20 en 22).",
            [
                (("Lodders", "Geurts"), "kst-35000-XIV-20"),
                (("Geurts", "Lodders"), "kst-35000-XIV-22"),
            ],
        ),
        (
            "Voldaan is aan de moties Omtzigt (34682-154) en Ouwehand (36410-XIV-66) over natuur.",
            [(("Omtzigt",), "kst-34682-154"), (("Ouwehand",), "kst-36410-XIV-66")],
        ),
        (
            "Zie de motie van het lid Bos over zorg (Kamerstuk 25 424, nr. 630).",
            [(("Bos",), "kst-25424-630")],
        ),
        (
            "Zie de aangenomen moties Bos (35 228, nr. 8 en 32 824, nr. 432).",
            [(("Bos",), "kst-35228-8"), (("Bos",), "kst-32824-432")],
        ),
        (
            "Zie de moties (36 600 XX, nr. 47 en 36760, nr. 16).",
            [((), "kst-36600-XX-47"), ((), "kst-36760-16")],
        ),
        ("Reactie op de motie van het lid Bos over zorg - 21501-07-1502", []),
        ("Motie van het lid Bos over zorg - 21501-07-1502", [(("Bos",), "kst-21501-07-1502")]),
        (
            "Zie de motie van het lid Bos van 11 november 2010 (Kamerstukken II 2010/11, 32 500,"
            " nr. 53).",
            [(("Bos",), "kst-32500-53")],
        ),
        ("Zie de motie-Bos op Kamerstuk 31 409, nr. 395.", [(("Bos",), "kst-31409-395")]),
        ("Zie de motie-Bos<sup> 3 Kamerstukken II 2010/11, 32 500, nr. 37.</sup>",
         [(("Bos",), "kst-32500-37")]),
        ("Zie de motie-Simons c.s. (36200-IV, nr. 25).", [(("Simons",), "kst-36200-IV-25")]),
        ("Zie de motie-Simons c.s. op stuk nr. 25, 36200-IV.", [(("Simons",), "kst-36200-IV-25")]),
        ("Zie de motie van het lid Bos. En ook Kamerstuk 25 424, nr. 630.", []),
    ],
)
def test_which_number_is_whose(
    text: str, pairs: list[tuple[tuple[str, ...], str | None]]
) -> None:
    assert numbered(read(text)) == pairs


NOTE = "Kamerstuk 36 410, nr. 45"


@pytest.mark.parametrize(
    ("sentence", "note", "expected"),
    [
        ("De motie van het lid Bos is uitgevoerd door het veld.", NOTE, "kst-36410-45"),
        ("Conform de motie-Bos c.s. is er gesproken.", f"Motie Bos en Vis, {NOTE}", "kst-36410-45"),
        # Two motions, another paper in the sentence or the note, another's motion, a number.
        ("De motie-Bos en later de motie-Vis zijn uitgevoerd.", NOTE, None),
        ("Over de motie-Bos ging mijn brief van mei.", NOTE, None),
        ("De motie-Bos is uitgevoerd door het veld.", f"Brief, {NOTE}", None),
        ("De motie-Bos is uitgevoerd door het veld.", f"Motie Vis, {NOTE}", None),
        ("De motie-Bos is uitgevoerd volgens Kamerstuk 36 410, nr. 9.", NOTE, None),
        ("De motie-Bos is uitgevoerd door het veld.", f"{NOTE} en 36 410, nr. 46", None),
    ],
)
def test_the_number_in_the_note_at_the_end_of_the_sentence(
    sentence: str, note: str, expected: str | None
) -> None:
    text = f"{sentence}\n\n{note}"
    given_tie = tie(text, "3", sentence.split()[-1], note)
    found = numbered(read(text, ties=(given_tie,)))
    numbers = [number for names, number in found if names == ("Bos",)]
    assert numbers == ([expected] if expected else [])


def test_a_note_inside_the_sentence_numbers_nothing_at_its_end() -> None:
    text = "De motie-Bos is na overleg uitgevoerd door het veld.\n\nKamerstuk 36 410, nr. 45"
    given_tie = tie(text, "3", "overleg", "Kamerstuk 36 410, nr. 45")
    assert numbered(read(text, ties=(given_tie,))) == []


def test_what_a_motion_replaces_is_no_number_of_it() -> None:
    text = "Gewijzigde motie van het lid Verhoeven (t.v.v. 33 308, nr. 14) over makers"
    claims = read(text)
    [replaced] = [c for c in claims if c.relation is Relation.REPLACES]
    assert replaced.mention.id == "kst-33308-14"
    assert replaced.about is not None and replaced.about.value.submitters == ("Verhoeven",)
    assert [c for c in claims if c.relation is Relation.CITES and c.mention.id] == []


# --- context ------------------------------------------------------------------------------------


def test_a_list_takes_the_verdict_of_the_line_that_announces_it() -> None:
    text = (
        "Naast de motie Van Campen c.s. over rapporteren gaat de brief in op de voortgang op de"
        " volgende moties:\n"
        "- De motie van het lid Boswijk c.s. over meten;\n"
        "- Het verzoek van het lid Grinwis c.s. om te meten;\n"
        "\nDe motie van het lid Bos noem ik apart."
    )
    claims = read(text, kind=Kind.MEMO)
    names = said(claims, Relation.FOLLOWS_UP)
    assert names == [
        "motie Van Campen c.s.",
        "motie van het lid Boswijk c.s.",
        "verzoek van het lid Grinwis c.s.",
    ]
    assert "motie van het lid Bos" in said(claims, Relation.CITES)


def test_a_list_of_motions_that_are_met() -> None:
    text = (
        "Met deze brief worden de volgende moties afgedaan:\n"
        "1. motie-Bos c.s. over zorg;\n2. motie-Ceder over wonen.\n"
    )
    assert said(read(text), Relation.FULFILS) == ["motie-Bos c.s.", "motie-Ceder"]


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ("Pagina 2 van 3\n\nDirectie Kennis\n\nKenmerk\n\n", ["motie-Bos c.s.", "motie-Ceder"]),
        ("Dat was het voor deze keer.\n\n", ["motie-Bos c.s."]),
    ],
)
def test_words_of_the_margin_do_not_end_a_list(between: str, found: list[str]) -> None:
    text = (
        "Met deze brief geef ik uitvoering aan de volgende moties:\n\n"
        f"- De motie-Bos c.s. over zorg;\n\n{between}- De motie-Ceder over wonen;\n"
    )
    assert said(read(text), Relation.FULFILS) == found


@pytest.mark.parametrize(
    "text",
    [
        "De motie van het lid Bos vraagt om een plan. Met deze brief geef ik hier uitvoering aan"
        " de motie.",
        "De motie van het lid Bos vraagt om een plan. Hieraan is voldaan.",
        "De motie van het lid Bos vraagt om een plan. Dat plan is af. Deze motie is afgedaan.",
        "De motie van het lid Bos vraagt om een plan. Met het plan voldoe ik aan dit verzoek.",
    ],
)
def test_a_later_sentence_speaks_of_the_motion_named_before(text: str) -> None:
    assert said(read(text), Relation.FULFILS) == ["motie van het lid Bos"]


@pytest.mark.parametrize(
    "text",
    [
        "De motie van het lid Bos is bekend. De motie van het lid Ceder en de motie van het lid"
        " Smit noem ik. Deze motie is afgedaan en die ook.",
        "De motie-Kuik is oud. De motie van het lid Bos is bekend.\n\n" + "Zo is het. " * 9
        + "Deze motie is afgedaan.",
    ],
)
def test_a_word_for_it_reaches_not_too_far(text: str) -> None:
    assert "motie van het lid Bos" not in said(read(text), Relation.FULFILS)


@pytest.mark.parametrize(("then", "found"), [
    ("Hiermee beschouw ik deze als afgedaan.", True),
    ("Deze is hiermee wat mij betreft afgedaan.", True),
    ("Die beschouw ik daarmee als afgedaan.", True),
    ("De toezegging is ook bekend. Deze is hiermee afgedaan.", False),
    ("Ook de toezegging, deze is hiermee afgedaan.", False),
    ("Het onderzoek liep lang. Deze is nu afgerond.", False),
])
def test_what_is_afgedaan_in_the_next_sentence(then: str, found: bool) -> None:
    text = "De motie-Kuik is oud. Ik ken de motie van het lid Bos over zorg. " + then
    expected = ["motie van het lid Bos"] if found else []
    assert said(read(text), Relation.FULFILS) == expected


def test_where_one_motion_alone_is_named_it_is_always_meant() -> None:
    far = "Dat is zo. " * 12
    text = "Ik ken de motie van het lid Bos. " + far + "Wij handelen conform de motie van uw Kamer."
    assert said(read(text), Relation.FULFILS) == ["motie van het lid Bos"]
    other = text.replace(far, far + "Ook is er de motie over bomen. ")
    assert said(read(other), Relation.FULFILS) == []
    assert said(read("Ik ken de motie-Kuik. " + text), Relation.FULFILS) == []


def test_a_motion_voted_down_is_followed_up_by_nobody() -> None:
    text = (
        "In het debat heb ik naar aanleiding van de motie van het lid Bos gesproken."
        " Deze motie is door de Kamer verworpen."
    )
    claims = read(text)
    assert said(claims, Relation.FOLLOWS_UP) == []
    assert "relations.voted-down" in {claim.rule for claim in claims}


DONE = "Hiermee is de motie van het lid Bos afgedaan."


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ((Segment(Part.QUESTION, Span(0, len(DONE)), "3"),), Kind.WRITTEN_ANSWER),
        ((Segment(Part.SPEECH, Span(0, len(DONE)), "Mevrouw Bikker (ChristenUnie):"),),
         Kind.PROCEEDINGS),
        ((Segment(Part.SPEECH, Span(0, len(DONE)), "De voorzitter:"),), Kind.PROCEEDINGS),
        ((), Kind.MOTION),
        ((), Kind.AMENDMENT),
        ((), Kind.DECISION_LIST),
    ],
)  # fmt: skip
def test_where_nothing_is_said_but_the_name(parts: tuple[Segment, ...], kind: Kind) -> None:
    claims = read(DONE, parts=parts, kind=kind)
    assert {claim.relation for claim in claims} == {Relation.CITES}


def test_a_list_of_decisions_tells_of_promises_and_makes_none() -> None:
    told = "De minister koppelt dit aan de brief die hij in het debat heeft toegezegd."
    claims = read(told, parts=(), kind=Kind.DECISION_LIST)
    assert Relation.FOLLOWS_UP in {claim.relation for claim in claims}
    made = "De minister zal de Kamer in mei informeren over de dijken."
    assert said(read(made, parts=(), kind=Kind.LETTER), Relation.MADE_IN) != []
    assert said(read(made, parts=(), kind=Kind.DECISION_LIST), Relation.MADE_IN) == []


def test_a_minister_speaks_for_the_government() -> None:
    speech = Segment(Part.SPEECH, Span(0, len(DONE)), "Minister Schouten:")
    claims = read(DONE, parts=(speech,), kind=Kind.PROCEEDINGS)
    assert said(claims, Relation.FULFILS) == ["motie van het lid Bos"]


def test_a_debate_follows_nothing_up() -> None:
    text = "Ik kom terug op de motie van het lid Bos. De motie van het lid Ceder ontraad ik."
    claims = read(text, kind=Kind.PROCEEDINGS)
    assert said(claims, Relation.FOLLOWS_UP) == []
    assert said(claims, Relation.REJECTS) == ["motie van het lid Ceder"]


@pytest.mark.parametrize(
    ("text", "kind", "made"),
    [
        ("U ontvangt in mei een nota over de kosten.", Kind.MEMO, 0),
        ("De Kamer wordt in mei geïnformeerd over de kosten.", Kind.MEMO, 1),
        ("U ontvangt in mei een brief over de kosten.", Kind.LETTER, 1),
    ],
)
def test_a_memo_promises_what_the_kamer_gets(text: str, kind: Kind, made: int) -> None:
    assert len(said(read(text, kind=kind), Relation.MADE_IN)) == made


@pytest.mark.parametrize("again", ["bovengenoemde", "genoemde", "voornoemde", "bovenstaande"])
def test_a_motion_named_above_is_spoken_of_again(again: str) -> None:
    text = "Dit steunt op de motie-Bos c.s. (35 300, nr. 8). "
    text += f"Naar aanleiding van {again} motie is geld beschikbaar."
    assert said(read(text), Relation.FOLLOWS_UP) == ["motie-Bos c.s."]


def test_the_figures_a_topic_ends_with_part_no_motion_from_its_number() -> None:
    text = "De motie van het lid Bos over de N35 (Kamerstuk 35 300, nr. 28) is uitgevoerd."
    assert said(read(text), Relation.FULFILS) == ["motie van het lid Bos", "kst-35300-28"]


# --- letters, commitments, posts, programmes ----------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Zie de Kamerbrief van 16 september jl.; Kamerstuk 25 295, nr. 1959.",
        "De Kamerbrief van 16 september 2008<sup> 6 Kamerstukken II, 25 295, nr. 1959. </sup> zegt",
        "De Kamerbrief van 16 mei 2008 aan de Tweede Kamer<sup>6 *Kamerstukken II* 2008/09, 25 295,"
        " nr. 1959.</sup>",
        "De Kamerbrief van 16 mei 2008 aan uw Kamer, Kamerstuk 25 295, nr. 1959, meldt dit.",
    ],
)
def test_a_letter_by_date_is_told_by_the_number_beside_it(text: str) -> None:
    claims = read(text)
    assert said(claims, Relation.CITES) == ["kst-25295-1959"]
    assert any(c.about and c.about.surface.startswith("Kamerbrief van") for c in claims)


@pytest.mark.parametrize(
    "between",
    [" met kenmerk ", " ‘Zorg in de wijk’ met kenmerk ", ", kenmerk ", " (kenmerk ",
     " met als kenmerk: "],
)
def test_a_letter_by_date_is_told_by_the_kenmerk_behind_it(between: str) -> None:
    claims = read(f"In mijn brief van 5 november 2019{between}3382139-1030472-PG staat dit.")
    assert set(said(claims, Relation.CITES)) == {"kenmerk:3382139-1030472-PG"}
    assert any(c.about and c.about.surface == "brief van 5 november 2019" for c in claims)


def test_a_letter_by_date_alone_is_cited() -> None:
    claims = read("Zie de Kamerbrief van 16 september jl. hierover.")
    assert said(claims, Relation.CITES) == ["Kamerbrief van 16 september jl."]


@pytest.mark.parametrize(
    ("text", "replies"),
    [
        ("In antwoord op uw brief van 6 december 2023, nr. 2023Z19677, deel ik u mee dat dit kan.",
         ["2023Z19677"]),
        ("In reactie op uw brief van 6 december jl. meld ik het volgende.",
         ["brief van 6 december jl."]),
        ("Hierbij stuur ik u de antwoorden op de vragen van het lid Bos (2023Z19677).",
         ["2023Z19677"]),
        ("Zie de brief van 6 december 2023 (2023Z19677).", []),
        ("De motie (2023Z19677) is aangenomen.", []),
        ("Zoals aangegeven in de beantwoording van de vragen van de leden Bos (2023Z19677), doe ik"
         " niets.", []),
        ("Zie mijn antwoorden op de eerdere Kamervragen van het lid Bos (2023Z19677).", []),
        ("In het antwoord op uw brief van 5 mei 2024, nr. 5284187, deel ik u mee dat dit kan.",
         ["kenmerk:5284187"]),
        ("Hierbij ontvangt u de beantwoording van vragen van de fracties van CDA en SP"
         " over de kosten (kenmerk: 171733.02U) en de antwoorden op de vragen van 23 maart van de"
         " fractie van D66 (kenmerk 172816.07U).", ["kenmerk:171733.02U", "kenmerk:172816.07U"]),
        ("De beantwoording van uw vragen van 3 mei met kenmerk 3382139-1030472-PG treft u aan.",
         ["kenmerk:3382139-1030472-PG"]),
        ("Bij brief van 3 mei (kenmerk 3382139-1030472-PG) zijn de vragen beantwoord.", []),
        ("De antwoorden op uw vragen staan in mijn brief met kenmerk 3382139-1030472-PG.", []),
        ("De vragen zijn beantwoord (kenmerk 3382139-1030472-PG).", []),
        ("In de eerdere beantwoording van vragen (kenmerk 3382139-1030472-PG) staat dit.", []),
        ("Bij de beantwoording van de vragen over u (kenmerk 3382139-1030472-PG) is dit gezegd.",
         []),
        ("Zoals gemeld in de antwoorden op de vragen over u (kenmerk 3382139-1030472-PG).", []),
    ],
)  # fmt: skip
def test_what_a_letter_answers(text: str, replies: list[str]) -> None:
    assert said(read(text), Relation.REPLIES_TO) == replies


def test_a_debate_by_date_is_no_document() -> None:
    assert read("In het commissiedebat van 3 mei 2021 is gesproken.") == ()


def test_a_commitment_with_its_source() -> None:
    text = (
        "In de kamerbrief over preventie⁵ is toegezegd om voor eind 2023 een rapportage te sturen."
        " Deze toezegging wordt met deze kamerbrief afgedaan.\n\n⁵ kenmerk 3465580-1039411-VGP"
    )
    note = tie(text, "⁵", "preventie", "kenmerk 3465580-1039411-VGP")
    claims = read(text, ties=(note,), kind=Kind.MEMO)
    [made_in] = [c for c in claims if c.relation is Relation.MADE_IN]
    assert made_in.mention.id == "kenmerk:3465580-1039411-VGP"
    assert made_in.about is not None and made_in.about.kind == "toezegging"
    assert [c.mention.kind for c in claims if c.relation is Relation.FULFILS] == ["toezegging"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Hiermee geef ik invulling aan mijn toezegging aan de Kamer (Kamerstuk 33 610, nr. 8).",
         ["kst-33610-8"]),
        ("Aan de Kamer is destijds (Kamerstuk 33 610, nr. 8, p. 4) toegezegd om dit te bezien.",
         ["kst-33610-8"]),
        ("In de brief van 6 april 2009 (Kamerstuk 33 610, nr. 8) is toegezegd dit te bezien.",
         ["kst-33610-8"]),
        ("Er is toegezegd om de wet (Kamerstuk 33 610, nr. 8) te bezien.", []),
    ],
)  # fmt: skip
def test_the_paper_in_brackets_is_where_it_was_promised(text: str, ids: list[str]) -> None:
    assert said(read(text), Relation.MADE_IN) == ids


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Ik informeer uw Kamer voor de zomer over de voortgang.", Relation.MADE_IN),
        ("Hiermee is deels voldaan aan de toezegging aan het lid Bos.", Relation.FULFILS),
        ("De toezegging aan het lid Bos (Kamerstuk 33 610, nr. 8) is hiermee afgedaan.",
         Relation.FULFILS),
        ("Deze toezegging blijft staan.", Relation.FOLLOWS_UP),
    ],
)
def test_what_is_said_of_a_commitment(text: str, relation: Relation) -> None:
    assert [c.relation for c in read(text) if c.mention.kind == "toezegging"] == [relation]


def test_a_question_commits_to_nothing() -> None:
    text = "Ik informeer uw Kamer voor de zomer over de voortgang."
    parts = (Segment(Part.QUESTION, Span(0, len(text)), "3"),)
    assert read(text, parts=parts) == ()


def test_on_whose_behalf() -> None:
    text = "Ik stuur u dit mede namens de minister van VWS en de staatssecretaris van Defensie."
    claims = read(text)
    assert [c.mention.value.title for c in claims] == [
        "de minister van VWS",
        "de staatssecretaris van Defensie",
    ]
    assert {c.relation for c in claims} == {Relation.ON_BEHALF_OF}


def test_a_post_or_person_alone_is_no_claim() -> None:
    assert read("De staatssecretaris van VWS en minister Helder spraken mevrouw Bikker.") == ()


@pytest.mark.parametrize(
    ("text", "presents"),
    [
        ("Hierbij bieden wij u het Nationaal Preventieakkoord aan.", True),
        ("In bijlage 1 treft u het Nationaal Preventieakkoord.", True),
        ("Het Nationaal Preventieakkoord is vorig jaar gelanceerd.", False),
        ("Ik stuur u de voortgangsrapportage van het Nationaal Preventieakkoord.", False),
        ("Ter uitvoering van het Nationaal Preventieakkoord bieden wij gemeenten hulp.", False),
    ],
)
def test_programmes(text: str, presents: bool) -> None:
    claims = read(text)
    assert said(claims, Relation.MENTIONS_PROGRAMME) == ["prog-nationaal-preventieakkoord"]
    assert bool(said(claims, Relation.PRESENTS)) is presents


# --- properties ---------------------------------------------------------------------------------

PIECES = [
    "De motie van het lid Bos ", "motie-Ceder c.s. ", "(Kamerstuk 25 424, nr. 630) ", "en ", "is ",
    "afgedaan. ", "Deze motie ", "wordt uitgevoerd. ", "\n", "\n\n", "- ", "de volgende moties:\n",
    "\ue000\ue001 ", "§ ¤ ", "niet ", "mede namens de minister van VWS ", "hieraan ", "? ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_quotes_and_cues_lie_in_the_document(text: str) -> None:
    for claim in read(text):
        assert 0 <= claim.quote.start < claim.quote.end <= len(text)
        assert claim.cue is None or claim.cue.end <= len(text)
        assert claim.mention.span.end <= len(text)


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_the_same_text_gives_the_same_claims_in_one_order(text: str) -> None:
    claims = read(text)
    assert claims == read(text)
    assert [c.mention.span for c in claims] == sorted(c.mention.span for c in claims)


@given(st.text(max_size=200))
def test_any_text_is_fine(text: str) -> None:
    document = Document(text, "x", "")
    stray = Mention("motie", Span(0, 0), "", "motie.lid")
    assert relate(document, Segments((), ()), (stray,)) is not None


def test_a_very_long_sentence_is_judged_near_the_motion() -> None:
    text = "woord " * 4000 + "hiermee is de motie van het lid Bos afgedaan " + "woord " * 4000
    [claim] = [c for c in read(text) if c.relation is Relation.FULFILS]
    assert len(claim.quote) <= 1300
    assert claim.mention.span in claim.quote


ANSWER_HEAD = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2023-2024 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden
1950
Vragen van het lid De Wit (XYZ) aan de Minister van Justitie en Veiligheid over fietsen
(ingezonden 6 mei 2024).
Antwoord van Minister Van Dam (Justitie en Veiligheid), mede
namens de Minister voor Rechtsbescherming (ontvangen 11 juni 2024). Zie ook
Aanhangsel Handelingen, vergaderjaar 2023-2024, nr. 1844.
Vraag 1
Kent u het bericht?
Antwoord 1
Ja.
"""


def test_the_quote_of_a_head_has_the_whole_citation_though_it_begins_a_line_earlier() -> None:
    document = Document(ANSWER_HEAD, "antwoord.txt", "0" * 64)
    claims = relate(document, segment(document), recognise(document))
    (claim,) = [c for c in claims if c.relation is Relation.ON_BEHALF_OF]
    quote = ANSWER_HEAD[claim.quote.start : claim.quote.end]
    assert "mede\nnamens de Minister voor Rechtsbescherming" in quote
