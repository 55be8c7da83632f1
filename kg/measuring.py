"""The measure of what is found: documents of a gold folder beside what readers found in them."""

from __future__ import annotations

from pathlib import Path

from kg.building.extracting import extract
from kg.evaluate import Report, load, measure
from kg.evaluate.measure import Found, FoundCommitment, FoundMotion, FoundProgramme
from kg.model import Akkoord, Degree, Extract, Kind, Office, Programme, Relation, Role, Toezegging
from kg.read import read
from kg.resolve.joins import own_ids
from kg.resolve.said import said_of_moties


def evaluate(gold: Path, *, originals: Path | None = None) -> Report:
    """Measure every document of a gold folder; raises ``InputError`` for a folder without any."""
    report = Report()
    for answers in load(gold, originals):
        measure(report, answers, _found(extract(read(answers.path))))
    return report


def _found(extract: Extract) -> Found:
    """What was found in one document, in the shape of the answers."""
    text = extract.document.text
    fields = extract.segments.fields
    header = {each.name: each.value for each in reversed(fields)}
    header["type"] = _gold_type(extract)
    claims = extract.claims
    return Found(
        header=header,
        lists={
            "own_ids": [
                each for each in own_ids(extract) if not each.startswith(("file-", "kenmerk:"))
            ],
            "signers": [each.name for each in extract.segments.signatories if each.name],
            "signer_offices": [each.office for each in extract.segments.signatories if each.office],
            "on_behalf_of": [
                claim.mention.value.title
                for claim in claims
                if claim.relation is Relation.ON_BEHALF_OF
                and isinstance(claim.mention.value, Office)
            ],
            "asked_by": [each.value for each in fields if each.name == "asked-by"],
        },
        cites=_cited(extract),
        motions=[
            FoundMotion(
                each.submitters,
                each.ids,
                "partly" if each.degree is Degree.PARTIAL else each.relation.value,
                each.quote.of(text),
            )
            for each in said_of_moties(extract)
        ],
        commitments=[
            FoundCommitment(claim.mention.value.action, claim.quote.of(text))
            for claim in claims
            if isinstance(claim.mention.value, Toezegging)
        ],
        programmes=_programmes(extract),
    )


def _programmes(extract: Extract) -> list[FoundProgramme]:
    """The programmes by name, each with all it is called in print."""
    printed: dict[str, set[str]] = {}
    for claim in extract.claims:
        if isinstance(claim.mention.value, (Akkoord, Programme)):
            printed.setdefault(claim.mention.value.name, set()).add(claim.mention.surface)
    return [FoundProgramme(name, frozenset(printed[name])) for name in sorted(printed)]


def _cited(extract: Extract) -> list[str]:
    """The ids cited in print: the answers know nothing of what stands only behind a link."""
    own = {str(m.id) for m in extract.mentions if m.role is Role.OWN}
    return [
        mention.id
        for mention in extract.mentions
        if mention.id is not None
        and mention.role is not Role.OWN
        and mention.rule != "link.target"
        and mention.id not in own
        and not isinstance(mention.value, Programme)
    ]


_GOLD_TYPES = {
    Kind.DOCUMENT: "Other",
    Kind.KAMERSTUK: "Other",
    Kind.AMENDMENT: "Other",
}


def _gold_type(extract: Extract) -> str:
    kind = extract.segments.kind
    return _GOLD_TYPES.get(kind, kind.value)
