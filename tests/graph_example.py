"""A small graph made by hand, with everything that can occur in one; for tests of what follows it.

Two letters cite, fulfil and follow up; one of them is signed by two ministers; a memo replies; a
motion is known by name only.
"""

from __future__ import annotations

import hashlib

from kg.model import Degree, GraphData, Literal, Node, Statement
from kg.reasons import because

TEXTS = {
    name: text
    for name, text in (
        (
            "brief-een.txt",
            "Hiermee geven we invulling aan de motie-Smit. Zie Kamerstuk 25 295, nr. 7.\n"
            "De regering \"doet\" wat zij kan: 5 < 6 & 7 > 6; ‘Gezond\u00adheid’.\n"
            "De minister voor Zorg, A. de Boer\tDe staatssecretaris, C. Visser\n",
        ),
        (
            "brief-twee.txt",
            "De motie-Smit is deels uitgevoerd. Kamerstuk 25 295, nr. 7; zie ook de motie Vermeer."
            "\n"
            "Mede namens de minister voor Zorg. Programma Gezond Leven.\n",
        ),
        ("nota.txt", "In antwoord op kenmerk VWS/2022 17 meld ik het volgende."),
    )
}
FILES = {
    name: f"file/{hashlib.sha256(text.encode()).hexdigest()}" for name, text in TEXTS.items()
}

ONE = "document/kenmerk:VWS/2022 17"
TWO = "document/2022D00002"
MEMO = "document/file-nota"
MOTION = "document/kst-25295-7"
VERMEER = "document/motion-vermeer"
DOSSIER = "dossier/25295"
BOER, VISSER = "person/p-a-de-boer", "person/p-c-visser"
POST = "post/min-zorg"
PROGRAMME = "programme/prog-gezond-leven"
TENURE = "tenure/min-zorg-p-a-de-boer-2022-01-10"
COMMITMENT = "commitment/TZ202205-001"
VWS = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1025"
TK = "https://identifier.overheid.nl/tooi/id/oorg/oorg10002"

EDGES: tuple[tuple[str, str, str, str, str, Degree | None], ...] = (
    (ONE, "fulfils", MOTION, "brief-een.txt", "geven we invulling aan de motie-Smit", Degree.WHOLE),
    (ONE, "cites", MOTION, "brief-een.txt", "Kamerstuk 25 295, nr. 7", None),
    (ONE, "signedBy", BOER, "brief-een.txt", "A. de Boer", None),
    (ONE, "coSignedBy", BOER, "brief-een.txt", "A. de Boer", None),
    (ONE, "signedBy", VISSER, "brief-een.txt", "C. Visser", None),
    (ONE, "coSignedBy", VISSER, "brief-een.txt", "C. Visser", None),
    (ONE, "issuedBy", VWS, "brief-een.txt", "De minister voor Zorg", None),
    (ONE, "addressedTo", TK, "brief-een.txt", "De regering \"doet\" wat zij kan: 5 < 6 & 7 > 6; "
     "‘Gezond\u00adheid’.\n", None),
    (TWO, "fulfils", MOTION, "brief-twee.txt", "De motie-Smit is deels uitgevoerd", Degree.PARTIAL),
    (TWO, "cites", MOTION, "brief-twee.txt", "Kamerstuk 25 295, nr. 7", None),
    (TWO, "cites", VERMEER, "brief-twee.txt", "de motie Vermeer", None),
    (TWO, "onBehalfOf", POST, "brief-twee.txt", "Mede namens de minister voor Zorg", None),
    (TWO, "mentionsProgramme", PROGRAMME, "brief-twee.txt", "Programma Gezond Leven", None),
    (MOTION, "inDossier", DOSSIER, "brief-een.txt", "Kamerstuk 25 295, nr. 7", None),
    (MOTION, "inDossier", DOSSIER, "brief-twee.txt", "Kamerstuk 25 295, nr. 7", None),
    (MEMO, "repliesTo", ONE, "nota.txt", "In antwoord op kenmerk VWS/2022 17", None),
    (COMMITMENT, "madeIn", ONE, "brief-een.txt", "wat zij kan", None),
    (COMMITMENT, "madeBy", VISSER, "brief-een.txt", "C. Visser", None),
    (COMMITMENT, "requestedBy", VISSER, "brief-een.txt", "C. Visser", None),
)  # fmt: skip


def example_data() -> GraphData:
    """The nodes and statements of the example."""
    statements = tuple(_statement(*edge) for edge in EDGES)
    return GraphData(_nodes(), statements)


def _statement(
    subject: str, predicate: str, other: str, name: str, quote: str, degree: Degree | None
) -> Statement:
    start = TEXTS[name].index(quote)
    return Statement(
        subject=subject,
        predicate=predicate,
        object=other,
        file=FILES[name],
        quote=quote,
        start=start,
        end=start + len(quote),
        rule=f"{predicate}.example",
        confidence=0.9,
        in_footnote=predicate == "cites",
        page=2 if predicate == "cites" else None,
        degree=degree,
        note="the number is printed" if predicate == "inDossier" else None,
    )


def _nodes() -> tuple[Node, ...]:
    page = "https://zoek.officielebekendmakingen.nl/kst-25295-7.html"
    found = [
        Node(ONE, ("Letter",), "Brief VWS/2022 17", (
            Literal("dcterms:identifier", "kenmerk:VWS/2022 17"),
            Literal("kg:kenmerk", "VWS/2022 17"), Literal("dcterms:date", "2022-05-01"),
            Literal("dcterms:title", "Gezond \"leven\"\tén meer"),
            Literal("kg:sourceName", "brief-een.txt"), Literal("kg:attachmentCount", "2"),
        ), (), (("readFrom", FILES["brief-een.txt"]),)),
        Node(TWO, ("Letter",), "2022D00002", (
            Literal("dcterms:identifier", "2022D00002"), Literal("kg:documentNumber", "2022D00002"),
            Literal("dcterms:date", "2022-06-30"), Literal("kg:sourceName", "brief-twee.txt"),
        ), (), (("readFrom", FILES["brief-twee.txt"]),)),
        Node(MEMO, ("Memo",), "nota.txt", (Literal("kg:sourceName", "nota.txt"),), (),
             (("readFrom", FILES["nota.txt"]),)),
        Node(MOTION, ("Motion", "Kamerstuk"), "Kamerstuk 25 295, nr. 7", (
            Literal("dcterms:identifier", "kst-25295-7"), Literal("dcterms:date", "2022-04-01"),
        ), (page,)),
        Node(VERMEER, ("Motion",), "de motie Vermeer", (
            Literal("kg:unresolved", "true"), Literal("kg:reason", because("no number for it")),
        )),
        Node(DOSSIER, ("Dossier",), "dossier 25 295", (
            Literal("dcterms:identifier", "dossier-25295"),)),
        Node(BOER, ("Minister",), "A. de Boer", (
            Literal("foaf:name", "A. de Boer"), Literal("foaf:familyName", "De Boer"))),
        Node(VISSER, ("Minister", "Member"), "C. Visser", (Literal("foaf:name", "C. Visser"),)),
        Node(POST, ("Post",), "de minister voor Zorg", (), (), (("org:postIn", VWS),)),
        Node(TENURE, ("Tenure",), "A. de Boer, minister voor Zorg", (
            Literal("kg:from", "2022-01-10"), Literal("kg:until", "2024-07-02"),
        ), (), (("heldPost", POST), ("holder", BOER))),
        Node(PROGRAMME, ("Programme",), "Gezond Leven", (
            Literal("skos:prefLabel", "Gezond Leven", lang="nl"),)),
        Node(COMMITMENT, ("Commitment",), "De Kamer vóór de zomer informeren", (
            Literal("dcterms:identifier", "TZ202205-001"), Literal("kg:status", "open"),
            Literal("kg:due", "2022-07-01"), Literal("kg:dueAsWritten", "vóór de zomer"),
        )),
        Node(VWS, ("Ministry",), "ministerie van VWS", (Literal("skos:notation", "VWS"),)),
        Node(TK, ("Chamber",), "Tweede Kamer", (Literal("skos:notation", "TK"),)),
        *(Node(key, ("SourceFile",), name, (
            Literal("kg:sourceName", name), Literal("kg:sha256", key[5:]),
            Literal("kg:mediaType", "text/plain"),
        )) for name, key in FILES.items()),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda node: node.key))
