"""VoID: what is in the dataset, counted, and what it links to.

https://www.w3.org/TR/void/ and https://www.w3.org/TR/sparql11-service-description/
"""

from __future__ import annotations

import re

import pyoxigraph as ox

from kg.catalog.counts import TARGETS, Counts
from kg.catalog.triples import Description
from kg.vocabulary import KG, shorten

TITLES = {
    "nl": "Kamergraaf: verwijzingen tussen parlementaire documenten",
    "en": "Kamergraaf: references between parliamentary documents",
}
ABOUTS = {
    "nl": "Welke brief welk Kamerstuk aanhaalt, welke brief welke motie of toezegging uitvoert, "
    "wie tekent en namens wie, met achter elke relatie het citaat waaruit zij blijkt.",
    "en": "Which letter cites which Kamerstuk, which letter fulfils which motion or commitment, "
    "who signs and on whose behalf, with the quote that shows it behind every relation.",
}
#: Of a service with more named graphs than these, only how many there are is said.
MOST_NAMED = 1_000
_FEATURES = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV",
            "SPARQL_Results_TSV")  # fmt: skip


def dataset_iri(base: str) -> str:
    """The IRI of the dataset itself.

    >>> dataset_iri("https://example.org/")
    'https://example.org/dataset'
    """
    return f"{base}dataset"


def describe_dataset(into: Description, counts: Counts, base: str, endpoint: str | None) -> None:
    """Say what the dataset is, how much it holds and where it is asked."""
    dataset = dataset_iri(base)
    into.add(dataset, "rdf:type", "void:Dataset")
    for language in TITLES:
        into.add(dataset, "dcterms:title", ox.Literal(TITLES[language], language=language))
        into.add(dataset, "dcterms:description", ox.Literal(ABOUTS[language], language=language))
    into.add(dataset, "void:uriSpace", ox.Literal(f"{base}id/"))
    into.add(dataset, "void:vocabulary", KG)
    into.add(dataset, "void:feature", *(f"formats:{name}" for name in _FEATURES[:3]))
    into.add(dataset, "void:triples", counts.triples)
    into.add(dataset, "void:entities", counts.entities)
    into.add(dataset, "void:distinctSubjects", counts.subjects)
    into.add(dataset, "void:distinctObjects", counts.objects)
    into.add(dataset, "void:classes", len(counts.classes))
    into.add(dataset, "void:properties", len(counts.properties))
    if counts.example:
        into.add(dataset, "void:exampleResource", counts.example)
    if endpoint:
        into.add(dataset, "void:sparqlEndpoint", endpoint)
    _partitions(into, counts, dataset)
    _linksets(into, counts, dataset)


def _partitions(into: Description, counts: Counts, dataset: str) -> None:
    for address, number in counts.classes.items():
        part = f"{dataset}/class/{_local(address)}"
        into.add(dataset, "void:classPartition", part)
        into.add(part, "rdf:type", "void:Dataset")
        into.add(part, "void:class", address)
        into.add(part, "void:entities", number)
    for address, number in counts.properties.items():
        part = f"{dataset}/property/{_local(address)}"
        into.add(dataset, "void:propertyPartition", part)
        into.add(part, "rdf:type", "void:Dataset")
        into.add(part, "void:property", address)
        into.add(part, "void:triples", number)


def _linksets(into: Description, counts: Counts, dataset: str) -> None:
    for name, space, title in TARGETS:
        target = f"{dataset}/target/{name}"
        found = {predicate: n for (to, predicate), n in counts.links.items() if to == name}
        for predicate, number in found.items():
            link = f"{dataset}/linkset/{name}-{_local(predicate)}"
            into.add(dataset, "void:subset", link)
            into.add(link, "rdf:type", "void:Linkset")
            into.add(link, "void:linkPredicate", predicate)
            into.add(link, "void:subjectsTarget", dataset)
            into.add(link, "void:objectsTarget", target)
            into.add(link, "void:triples", number)
        if found:
            into.add(target, "rdf:type", "void:Dataset")
            into.add(target, "dcterms:title", ox.Literal(title))
            into.add(target, "void:uriSpace", ox.Literal(space))


def describe_service(into: Description, base: str, endpoint: str, graphs: list[str]) -> None:
    """Say what the SPARQL service at ``endpoint`` can do, and which named graphs it has.

    Of more than :data:`MOST_NAMED` it says how many: whoever asks what a service is should not get
    the list of a hundred thousand files.
    """
    dataset = dataset_iri(base)
    into.add(endpoint, "rdf:type", "sd:Service")
    into.add(endpoint, "sd:endpoint", endpoint)
    into.add(endpoint, "sd:supportedLanguage", "sd:SPARQL11Query")
    into.add(endpoint, "sd:resultFormat", *(f"formats:{name}" for name in (*_FEATURES, *_RESULTS)))
    into.add(endpoint, "sd:defaultDataset", f"{endpoint}#dataset")
    into.add(f"{endpoint}#dataset", "rdf:type", "sd:Dataset")
    into.add(f"{endpoint}#dataset", "sd:defaultGraph", dataset)
    into.add(dataset, "rdf:type", "sd:Graph")
    if len(graphs) > MOST_NAMED:
        text = f"{len(graphs)} named graphs, one for each kg:SourceFile and called by its IRI"
        into.add(f"{endpoint}#dataset", "rdfs:comment", ox.Literal(text, language="en"))
        return
    for graph in graphs:
        entry = f"{endpoint}#{graph.rpartition('/')[2]}"
        into.add(f"{endpoint}#dataset", "sd:namedGraph", entry)
        into.add(entry, "rdf:type", "sd:NamedGraph")
        into.add(entry, "sd:name", graph)


def _local(address: str) -> str:
    return re.sub(r"[^A-Za-z0-9.-]", "-", shorten(address))
