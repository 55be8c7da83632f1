"""The ontology as a portal judges it: complete, closed, and without false axioms."""

import json
import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, XSD

from kg.export.jsonld import context_file
from kg.vocabulary import KG, PREFIXES, ancestors, of_role, terms

FOLDER = Path(__file__).resolve().parents[1] / "ontology"
ONTOLOGY = URIRef("https://w3id.org/kamergraaf/def")
VANN = Namespace("http://purl.org/vocab/vann/")
SCHEMA = Namespace("https://schema.org/")
OWN = [name[3:] for name in terms() if name.startswith("kg:")]
PROPERTIES = [name for name in OWN if terms()[f"kg:{name}"].role != "class"]

# What the parents we took from others infer about either end (their own domain and range), as
# their publishers state it, and the class of ours that makes it true.
PARENTS = {
    "cito:cites": (None, None),
    "cito:repliesTo": (None, None),
    "dcterms:references": (None, None),
    "dcterms:relation": (None, None),
    "dcterms:creator": (None, "foaf:Person"),  # dcterms:Agent
    "dcterms:isPartOf": (None, None),
    "dcterms:identifier": (None, None),
    "dcterms:replaces": (None, None),
    "eli:is_member_of": ("eli:Work", "eli:ComplexWork"),  # eli:Work at both ends
    "eli:is_annex_of": (None, None),
    "org:member": ("org:Membership", "foaf:Person"),  # foaf:Agent
    "schema:mentions": (None, None),
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(FOLDER / "kamergraaf.ttl")


def one(graph: Graph, subject: URIRef, predicate: URIRef, lang: str) -> str:
    found = [
        str(value)
        for value in graph.objects(subject, predicate)
        if isinstance(value, Literal) and value.language == lang
    ]
    assert len(found) == 1, f"{subject} has {len(found)} of {predicate} in {lang}"
    return found[0]


@pytest.mark.parametrize(
    "predicate",
    [
        DCTERMS.title, DCTERMS.description, DCTERMS.creator, DCTERMS.publisher, DCTERMS.license,
        DCTERMS.issued, DCTERMS.created, DCTERMS.modified, DCTERMS.bibliographicCitation,
        OWL.versionIRI, OWL.versionInfo, VANN.preferredNamespacePrefix,
        VANN.preferredNamespaceUri,
    ],
)  # fmt: skip
def test_the_header_is_complete(ontology: Graph, predicate: URIRef) -> None:
    assert list(ontology.objects(ONTOLOGY, predicate))


def test_the_header_speaks_both_languages_and_gives_the_licence(ontology: Graph) -> None:
    for predicate in (DCTERMS.title, DCTERMS.description):
        assert one(ontology, ONTOLOGY, predicate, "nl") != one(ontology, ONTOLOGY, predicate, "en")
    assert str(ontology.value(ONTOLOGY, DCTERMS.license)).endswith("publicdomain/zero/1.0/")
    assert str(ontology.value(ONTOLOGY, VANN.preferredNamespaceUri)) == KG


def test_it_stands_on_its_own(ontology: Graph) -> None:
    assert not list(ontology.objects(None, OWL.imports))
    assert not [term for triple in ontology for term in triple if isinstance(term, BNode)]


@pytest.mark.parametrize("name", OWN)
def test_a_term_is_labelled_and_defined_in_both_languages(ontology: Graph, name: str) -> None:
    thing = URIRef(KG + name)
    for lang in ("nl", "en"):
        assert one(ontology, thing, RDFS.label, lang)
        definition = one(ontology, thing, SKOS.definition, lang)
        assert len(definition) > 20 and definition.endswith("."), definition
    assert ontology.value(thing, RDFS.isDefinedBy) == ONTOLOGY
    assert len(list(ontology.objects(thing, RDF.type))) == 1


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_two_classes_or_properties_share_a_label(lang: str) -> None:
    for wanted in (True, False):
        labels = [
            term.labels[lang]
            for name, term in terms().items()
            if name.startswith("kg:") and (term.role == "class") is wanted
        ]
        assert len(set(labels)) == len(labels) > 20


@pytest.mark.parametrize("name", OWN)
def test_a_name_tells_a_class_from_a_property(name: str) -> None:
    assert name[0].isupper() is (terms()[f"kg:{name}"].role == "class")


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_property_says_what_it_leads_to(ontology: Graph, name: str) -> None:
    thing = URIRef(KG + name)
    ranges = [*ontology.objects(thing, RDFS.range), *ontology.objects(thing, SCHEMA.rangeIncludes)]
    assert ranges or name == "relatedTo"
    for found in ranges:
        known = str(found).startswith(KG) and str(found)[len(KG) :] in OWN
        assert known or str(found).startswith(str(XSD))
    domains = list(ontology.objects(thing, RDFS.domain))
    included = list(ontology.objects(thing, SCHEMA.domainIncludes))
    for_anything = ("asWritten", "unresolved", "reason", "relatedTo")
    assert len(domains) == 1 or included or name in for_anything


@pytest.mark.parametrize("file", ["kamergraaf.ttl", "shapes.ttl"])
def test_no_term_is_used_that_is_not_defined(file: str) -> None:
    used = {
        str(term)
        for triple in Graph().parse(FOLDER / file)
        for term in triple
        if str(term).startswith(KG) and isinstance(term, URIRef)
    }
    assert {name[len(KG) :] for name in used} <= set(OWN)


def test_no_term_is_unused() -> None:
    shapes = (FOLDER / "shapes.ttl").read_text(encoding="utf-8")
    unused = [name for name in OWN if not re.search(rf"\bkg:{name}\b", shapes)]
    assert unused == ["relatedTo"]


def test_no_term_is_defined_twice() -> None:
    text = (FOLDER / "kamergraaf.ttl").read_text(encoding="utf-8")
    subjects = re.findall(r"^(\w+:\w+) a owl:", text, re.MULTILINE)
    assert len(subjects) == len(set(subjects)) > 60


def test_what_is_disjoint_has_no_common_class(ontology: Graph) -> None:
    pairs = list(ontology.subject_objects(OWL.disjointWith))
    assert pairs
    for one_class, other in pairs:
        below = [
            {name for name in of_role("class")
             if str(each) == KG + name or str(each)[len(KG) :] in ancestors(name)}
            for each in (one_class, other)
        ]  # fmt: skip
        assert all(below) and not below[0] & below[1]


def prefixed(address: str) -> str:
    return next(f"{p}:{address[len(s):]}" for p, s in PREFIXES.items() if address.startswith(s))


def test_the_parents_of_others_infer_nothing_false(ontology: Graph) -> None:
    """Each parent of a property is one whose own domain and range we looked up."""
    def above(name: str) -> set[str]:
        found: set[str] = set()
        for local in (name, *ancestors(name)):
            parents = ontology.objects(URIRef(KG + local), RDFS.subClassOf)
            found |= {prefixed(str(each)) for each in parents}
        return found

    seen = set()
    for name in PROPERTIES:
        term = terms()[f"kg:{name}"]
        for parent in term.parents:
            if parent.startswith(KG):
                continue
            short = prefixed(parent)
            domain, range_ = PARENTS[short]
            seen.add(short)
            assert domain is None or (term.domain and domain in above(term.domain[len(KG) :]))
            assert range_ is None or (term.range and range_ in above(term.range[len(KG) :]))
    assert seen == set(PARENTS)


def test_the_context_that_ships_is_that_of_the_vocabulary() -> None:
    shipped = (FOLDER / "context.jsonld").read_bytes()
    assert shipped == context_file(), "write kg.export.jsonld.context_file() to it"
    assert {f"kg:{name}" for name in OWN} <= {
        each["@id"] if isinstance(each, dict) else each
        for each in json.loads(shipped)["@context"].values()
        if not isinstance(each, float)
    }


def test_there_is_a_shape_for_every_class_and_every_relation() -> None:
    shapes = Graph().parse(FOLDER / "shapes.ttl")
    sh = Namespace(PREFIXES["sh"])
    targets = {str(each)[len(KG) :] for each in shapes.objects(None, sh.targetClass)}
    assert targets == set(of_role("class"))
    subjects = {str(each) for each in shapes.objects(None, sh.targetSubjectsOf)}
    assert {KG + name for name in of_role("relation")} <= subjects


def test_every_shape_speaks_both_languages_and_names_a_remedy() -> None:
    shapes = Graph().parse(FOLDER / "shapes.ttl")
    sh = Namespace(PREFIXES["sh"])
    kinds = (sh.NodeShape, sh.PropertyShape, sh.SPARQLConstraint)
    found = [shape for kind in kinds for shape in shapes.subjects(RDF.type, kind)]
    assert len(found) > 100
    for shape in found:
        assert isinstance(shape, URIRef)
        for lang in ("nl", "en"):
            message = one(shapes, shape, sh.message, lang)
            assert message.count("; ") == 1, message


@pytest.mark.parametrize("name", OWN)
def test_every_term_is_documented(name: str) -> None:
    page = (FOLDER.parent / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    labels = terms()[f"kg:{name}"].labels
    assert f"`kg:{name}`" in page
    assert name == "relatedTo" or f"| `kg:{name}` | {labels['nl']} | {labels['en']} |" in page
