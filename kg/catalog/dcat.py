"""DCAT-AP-NL 3.0: catalogue, dataset, distributions and the SPARQL service.

https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/. Every value from a controlled list is typed and
named in the file itself, because the range shapes of the profile look nowhere else. What it
recommends is there too.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

import pyoxigraph as ox

from kg.catalog.counts import Counts
from kg.catalog.files import DataFile
from kg.catalog.settings import Agent, Settings
from kg.catalog.triples import Description, typed
from kg.catalog.void import ABOUTS, dataset_iri, describe_dataset

_EU = "http://publications.europa.eu/resource/authority/"
_THEME, _THEMES = f"{_EU}data-theme/GOVE", f"{_EU}data-theme"
_PUBLIC = f"{_EU}access-right/PUBLIC"
_DUTCH = f"{_EU}language/NLD"
_IRREGULAR = f"{_EU}frequency/IRREG"
_NETHERLANDS = f"{_EU}country/NLD"
_SPARQL = "http://www.w3.org/TR/sparql11-protocol/"
_GZIP = "https://www.iana.org/assignments/media-types/application/gzip"
_ONTOLOGY = "https://w3id.org/kamergraaf/def"
_KEYWORDS = {
    "nl": ("Kamerstukken", "moties", "toezeggingen", "verwijzingen", "parlement"),
    "en": ("parliamentary documents", "motions", "commitments", "citations", "parliament"),
}


def describe(
    counts: Counts, base: str, told: Settings, files: Sequence[DataFile], modified: str
) -> Description:
    """The catalogue of one dataset; ``modified`` is the day of its last change."""
    into = Description()
    describe_dataset(into, counts, base, told.endpoint)
    dataset, day = dataset_iri(base), typed(told.modified or modified, "xsd:date")
    _controlled(into)
    _agents(into, told)
    _contact(into, dataset, told.contact)
    _catalogue(into, dataset, told, day)
    _dataset(into, dataset, told, day)
    for file in files:
        _distribution(into, dataset, told, file, day)
    if told.endpoint:
        _service(into, dataset, told, told.endpoint, day)
    return into


def _text(into: Description, thing: str, name: str, texts: dict[str, str]) -> None:
    for language, text in texts.items():
        into.add(thing, name, ox.Literal(text, language=language))


def _catalogue(into: Description, dataset: str, told: Settings, day: ox.Literal) -> None:
    catalogue = f"{dataset}/catalog"
    into.add(catalogue, "rdf:type", "dcat:Catalog")
    _text(into, catalogue, "dcterms:title", {
        "nl": "Catalogus van Kamergraaf", "en": "Catalogue of Kamergraaf"})  # fmt: skip
    _text(into, catalogue, "dcterms:description", {
        "nl": "De dataset Kamergraaf, zijn bestanden en zijn SPARQL-dienst.",
        "en": "The dataset Kamergraaf, its files and its SPARQL service."})  # fmt: skip
    into.add(catalogue, "dcterms:publisher", told.publisher.iri)
    into.add(catalogue, "dcterms:creator", told.creator.iri)
    into.add(catalogue, "dcat:contactPoint", f"{dataset}/contact")
    into.add(catalogue, "dcterms:license", told.licence)
    into.add(catalogue, "dcterms:language", _DUTCH)
    into.add(catalogue, "dcterms:modified", day)
    into.add(catalogue, "dcat:themeTaxonomy", _THEMES)
    into.add(catalogue, "dcat:dataset", dataset)
    if told.endpoint:
        into.add(catalogue, "dcat:service", f"{dataset}/service")


def _dataset(into: Description, dataset: str, told: Settings, day: ox.Literal) -> None:
    into.add(dataset, "rdf:type", "dcat:Dataset")
    into.add(dataset, "dcterms:identifier", ox.Literal(dataset))
    into.add(dataset, "dcterms:creator", told.creator.iri)
    into.add(dataset, "dcterms:publisher", told.publisher.iri)
    into.add(dataset, "dcat:contactPoint", f"{dataset}/contact")
    into.add(dataset, "dcterms:accessRights", _PUBLIC)
    into.add(dataset, "dcterms:license", told.licence)
    into.add(dataset, "dcterms:modified", day)
    into.add(dataset, "dcat:theme", _THEME)
    into.add(dataset, "dcterms:language", _DUTCH)
    into.add(dataset, "dcterms:accrualPeriodicity", _IRREGULAR)
    into.add(dataset, "dcterms:spatial", _NETHERLANDS)
    into.add(dataset, "dcterms:conformsTo", _ONTOLOGY)
    into.add(dataset, "dcat:landingPage", told.download)
    into.add(told.download, "rdf:type", "foaf:Document")
    into.add(dataset, "foaf:page", _ONTOLOGY)
    into.add(_ONTOLOGY, "rdf:type", "foaf:Document")
    _keywords(into, dataset)


def _keywords(into: Description, thing: str) -> None:
    for language, words in _KEYWORDS.items():
        into.add(thing, "dcat:keyword", *(ox.Literal(w, language=language) for w in words))


def _link(into: Description, thing: str, name: str, address: str) -> None:
    """An address as a value; typed, because the range shapes of DCAT-AP ask that of any."""
    into.add(thing, name, address)
    into.add(address, "rdf:type", "rdfs:Resource")


def _distribution(
    into: Description, dataset: str, told: Settings, file: DataFile, day: ox.Literal
) -> None:
    name = quote(file.name)
    place = f"{dataset}/distribution/{name}"
    checksum = f"{place}/checksum"
    into.add(dataset, "dcat:distribution", place)
    into.add(dataset, "void:dataDump", told.download + name)
    into.add(place, "rdf:type", "dcat:Distribution")
    packed = ", gzip" if file.packed else ""
    _text(into, place, "dcterms:title", {
        "nl": f"Kamergraaf als {file.format}{packed}", "en": f"Kamergraaf as {file.format}{packed}"
    })  # fmt: skip
    _text(into, place, "dcterms:description", ABOUTS)
    _link(into, place, "dcat:accessURL", told.download)
    _link(into, place, "dcat:downloadURL", told.download + name)
    if told.endpoint:
        into.add(place, "dcat:accessService", f"{dataset}/service")
    into.add(place, "dcterms:language", _DUTCH)
    into.add(place, "dcterms:license", told.licence)
    into.add(place, "dcterms:modified", day)
    into.add(place, "dcat:byteSize", typed(str(file.size), "xsd:nonNegativeInteger"))
    into.add(place, "dcat:mediaType", file.media_type)
    into.add(file.media_type, "rdf:type", "dcterms:MediaType")
    into.add(place, "dcterms:format", file.file_type)
    into.add(file.file_type, "rdf:type", "dcterms:MediaTypeOrExtent")
    if file.packed:
        into.add(place, "dcat:compressFormat", _GZIP)
        into.add(_GZIP, "rdf:type", "dcterms:MediaType")
    into.add(place, "spdx:checksum", checksum)
    into.add(checksum, "rdf:type", "spdx:Checksum")
    into.add(checksum, "spdx:algorithm", "spdx:checksumAlgorithm_sha256")
    into.add("spdx:checksumAlgorithm_sha256", "rdf:type", "spdx:ChecksumAlgorithm")
    into.add(checksum, "spdx:checksumValue", typed(file.sha256, "xsd:hexBinary"))
    into.add(place, "dcterms:conformsTo", _ONTOLOGY)


def _service(
    into: Description, dataset: str, told: Settings, endpoint: str, day: ox.Literal
) -> None:
    service = f"{dataset}/service"
    into.add(service, "rdf:type", "dcat:DataService")
    into.add(service, "dcterms:identifier", ox.Literal(service))
    _text(into, service, "dcterms:title", {
        "nl": "SPARQL-dienst van Kamergraaf", "en": "SPARQL service of Kamergraaf"})  # fmt: skip
    _text(into, service, "dcterms:description", {
        "nl": "Alleen-lezen, SPARQL 1.1; zonder vraag beschrijft de dienst zichzelf.",
        "en": "Read-only, SPARQL 1.1; without a query the service describes itself."})  # fmt: skip
    _link(into, service, "dcat:endpointURL", endpoint)
    _link(into, service, "dcat:endpointDescription", endpoint)
    into.add(service, "dcat:servesDataset", dataset)
    into.add(service, "dcterms:publisher", told.publisher.iri)
    into.add(service, "dcterms:creator", told.creator.iri)
    into.add(service, "dcat:contactPoint", f"{dataset}/contact")
    into.add(service, "dcterms:accessRights", _PUBLIC)
    into.add(service, "dcterms:license", told.licence)
    into.add(service, "dcterms:modified", day)
    into.add(service, "dcat:theme", _THEME)
    into.add(service, "dcterms:language", _DUTCH)
    _keywords(into, service)
    into.add(service, "dcterms:conformsTo", _SPARQL)
    into.add(_SPARQL, "rdf:type", "dcterms:Standard")
    _text(into, _SPARQL, "dcterms:title", {"en": "SPARQL 1.1 Protocol"})


def _agents(into: Description, told: Settings) -> None:
    for agent in (told.publisher, told.creator):
        into.add(agent.iri, "rdf:type", "foaf:Agent")
        into.add(agent.iri, "foaf:name", ox.Literal(agent.name))
    into.add(told.licence, "rdf:type", "dcterms:LicenseDocument")


def _contact(into: Description, dataset: str, agent: Agent) -> None:
    place = f"{dataset}/contact"
    into.add(place, "rdf:type", "vcard:Kind", "vcard:Organization")
    into.add(place, "vcard:fn", ox.Literal(agent.name))
    mail = agent.iri.startswith("mailto:")
    into.add(place, "vcard:hasEmail" if mail else "vcard:hasURL", agent.iri)


#: Values from controlled lists: their class and their name.
_CONTROLLED = {
    _THEME: ("skos:Concept", {"nl": "Overheid en publieke sector",
                              "en": "Government and public sector"}),
    _THEMES: ("skos:ConceptScheme", {"en": "Data theme"}),
    _PUBLIC: ("dcterms:RightsStatement", {"nl": "publiek", "en": "public"}),
    _DUTCH: ("dcterms:LinguisticSystem", {"nl": "Nederlands", "en": "Dutch"}),
    _IRREGULAR: ("dcterms:Frequency", {"nl": "onregelmatig", "en": "irregular"}),
    _NETHERLANDS: ("dcterms:Location", {"nl": "Nederland", "en": "Netherlands"}),
    _ONTOLOGY: ("dcterms:Standard", {"nl": "Kamergraaf-vocabulaire",
                                     "en": "Kamergraaf vocabulary"}),
}  # fmt: skip


def _controlled(into: Description) -> None:
    for address, (kind, names) in _CONTROLLED.items():
        into.add(address, "rdf:type", kind)
        _text(into, address, "skos:prefLabel", names)
        if kind in ("skos:ConceptScheme", "dcterms:Standard"):
            _text(into, address, "dcterms:title", names)
    into.add(_THEME, "skos:inScheme", _THEMES)
