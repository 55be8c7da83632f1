"""The input documents as nodes, with what they print about themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from kg.authority import chambers, ministries
from kg.authority.records import Ministry
from kg.model import Extract, HeaderField, Kind, Literal
from kg.resolve import describe
from kg.resolve.assembly import Assembly, Evidence
from kg.resolve.dossiers import add_own_dossiers
from kg.resolve.joins import file_id
from kg.resolve.motion_labels import motion_label
from kg.resolve.stretches import Stretches

_PROPERTIES = {
    "subject": ("dcterms:title", None),
    "date": ("dcterms:date", "xsd:date"),
    "attachments": ("kg:attachmentCount", "xsd:integer"),
    "session": ("kg:vergaderjaar", None),
}
_FACTS = {"title": "dcterms:title", "date": "dcterms:date", "vergaderjaar": "kg:vergaderjaar"}


def add_document(
    assembly: Assembly, extract: Extract, name_of: Callable[[str], str], notes: Stretches
) -> str:
    """Add an input document, its file and its header edges; its key.

    ``name_of`` gives the identifier that names a document, ``notes`` are its footnotes' stretches.
    """
    document, segments = extract.document, extract.segments
    name = name_of(file_id(extract))
    key = describe.key(name)
    assembly.node(
        key,
        _types(segments.kind, name),
        label(extract, name),
        [
            *describe.literals((name,)),
            *_literals(extract),
            Literal("kg:sourceName", document.name),
        ],
        describe.web_pages(name),
        [("readFrom", f"file/{document.sha256}")],
        weak=_is_weak(extract),
    )
    assembly.node(
        f"file/{document.sha256}",
        ["SourceFile"],
        document.name,
        [
            Literal("kg:sourceName", document.name),
            Literal("kg:sha256", document.sha256),
            Literal("kg:mediaType", document.media_type),
        ],
    )
    _header_edges(assembly, extract, key)
    add_own_dossiers(assembly, extract, key, notes)
    return key


def _types(kind: Kind, identifier: str) -> list[str]:
    """The kind the document shows; a letter printed as a Kamerstuk is both."""
    named = describe.kind(identifier)
    if kind is Kind.DOCUMENT:
        return [named]
    return [kind.value] if named in (kind.value, "Document", "Letter") else [kind.value, named]


def _is_weak(extract: Extract) -> bool:
    """Whether a document is called by its kind and file only."""
    return first(extract, "subject") is None and motion_label(extract) is None


_NOUNS = {Kind.LETTER: "brief", Kind.MEMO: "nota", Kind.MOTION: "motie", Kind.REPORT: "rapport"}


def label(extract: Extract, identifier: str = "") -> str:
    """How an input document is called: its subject, else its kind, sender and file.

    A motion or amendment is called by its submitters and request, with its number where
    ``identifier`` is one: its paper prints the title of the dossier.
    """
    number = describe.short(identifier) if identifier.startswith("kst-") else None
    called = motion_label(extract, number)
    if called is not None:
        return called
    subject = first(extract, "subject")
    if subject:
        return subject.value
    ministry = first(extract, "ministry")
    noun = _NOUNS.get(extract.segments.kind, "stuk")
    sender = f" {ministry.value}" if ministry else ""
    return f"{noun}{sender} ({extract.document.name})"


def first(extract: Extract, name: str) -> HeaderField | None:
    """The first header field of this name, ``None`` when the document prints none."""
    return next((each for each in extract.segments.fields if each.name == name), None)


def _literals(extract: Extract) -> Iterator[Literal]:
    printed = set()
    for field in extract.segments.fields:
        prop = _PROPERTIES.get(field.name)
        if prop and field.name not in printed:
            printed.add(field.name)
            yield Literal(prop[0], field.value, datatype=prop[1])
    for fact in extract.document.facts:
        if fact.name in _FACTS and not {fact.name, _ALSO.get(fact.name)} & printed:
            datatype = "xsd:date" if fact.name == "date" else None
            yield Literal(_FACTS[fact.name], fact.value, datatype=datatype)


_ALSO = {"title": "subject", "vergaderjaar": "session"}


def _header_edges(assembly: Assembly, extract: Extract, key: str) -> None:
    dated = first(extract, "date")
    day = date.fromisoformat(dated.value) if dated else None
    ministry, addressee = first(extract, "ministry"), first(extract, "addressee")
    found = (
        ("issuedBy", ministry, ministry and _ministry(assembly, ministry.value, day)),
        ("addressedTo", addressee, addressee and _chamber(assembly, addressee.value)),
    )
    for predicate, field, target in found:
        if field and target:
            evidence = Evidence(extract, field.span, f"header.{field.name}")
            assembly.edge(key, predicate, target, evidence)


def _ministry(assembly: Assembly, abbreviation: str, day: date | None) -> str | None:
    """The ministry of an abbreviation on a day, else the latest, by its name of that day."""
    named = [each for each in ministries() if each.abbreviation == abbreviation and each.tooi]
    if not named:
        return None
    then = [each for each in named if day is not None and each.period.covers(day)]
    meant = max(then or named, key=_latest)
    assert meant.tooi is not None
    return assembly.node(meant.tooi, ["Ministry"], meant.name, [Literal("foaf:name", meant.name)])


def _latest(ministry: Ministry) -> tuple[bool, date]:
    return ministry.period.end is None, ministry.period.start or date.min


def _chamber(assembly: Assembly, abbreviation: str) -> str | None:
    for each in chambers():
        if each.id == abbreviation:
            return assembly.node(
                each.tooi, ["Chamber"], each.name, [Literal("foaf:name", each.name)]
            )
    return None
