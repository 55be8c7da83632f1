"""What the ontology checkers OOPS! and FOOPS! look for, as far as no server is needed."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, XSD

from kg.vocabulary import KG, ancestors, of_role, terms

FOLDER = Path(__file__).resolve().parents[1] / "ontology"
ONTOLOGY = URIRef("https://w3id.org/kamergraaf/def")
VANN = Namespace("http://purl.org/vocab/vann/")
SCHEMA = Namespace("https://schema.org/")
ENDS = (RDFS.domain, RDFS.range, SCHEMA.domainIncludes, SCHEMA.rangeIncludes)
OWN = [name[3:] for name in terms() if name.startswith("kg:")]
CLASSES = of_role("class")
PROPERTIES = [name for name in OWN if name not in CLASSES]


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(FOLDER / "kamergraaf.ttl")


@pytest.mark.parametrize("name", CLASSES)
def test_no_class_stands_unconnected(ontology: Graph, name: str) -> None:
    """OOPS! P04, P11: it is an end of some property, or above or below another class."""
    kinds = [URIRef(KG + each) for each in (name, *ancestors(name))]
    used = [each for each in kinds for end in ENDS if (None, end, each) in ontology]
    assert used


@pytest.mark.parametrize("name", OWN)
def test_no_term_is_above_itself(ontology: Graph, name: str) -> None:
    """OOPS! P06: no cycle in the hierarchy; P24: no term defined by itself."""
    thing = URIRef(KG + name)
    for above in (RDFS.subClassOf, RDFS.subPropertyOf):
        assert thing not in list(ontology.objects(thing, above))
        for parent in ontology.objects(thing, above):
            assert thing not in list(ontology.transitive_objects(parent, above))


@pytest.mark.parametrize("name", PROPERTIES)
def test_ends_are_stated_once_and_make_sense(ontology: Graph, name: str) -> None:
    """OOPS! P19: two domains or ranges mean both at once; P11: a value leads to a datatype."""
    thing = URIRef(KG + name)
    for one, many in ((RDFS.domain, SCHEMA.domainIncludes), (RDFS.range, SCHEMA.rangeIncludes)):
        stated, included = list(ontology.objects(thing, one)), list(ontology.objects(thing, many))
        assert len(stated) <= 1 and not (stated and included) and len(included) != 1
    values = terms()[f"kg:{name}"].role == "literal"
    for end in (RDFS.range, SCHEMA.rangeIncludes):
        for found in ontology.objects(thing, end):
            assert str(found).startswith(str(XSD)) is values
            assert values or str(found)[len(KG) :] in CLASSES


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_property_is_no_narrower_kind_than_its_parents(ontology: Graph, name: str) -> None:
    """OOPS! P05, P25–P29: no inverse, transitive or symmetric axiom that the ends belie."""
    thing = URIRef(KG + name)
    domain, range_ = ontology.value(thing, RDFS.domain), ontology.value(thing, RDFS.range)
    for other in ontology.objects(thing, OWL.inverseOf):
        assert other != thing
        assert ontology.value(other, RDFS.domain) == range_
        assert ontology.value(other, RDFS.range) == domain
    if (thing, RDF.type, OWL.SymmetricProperty) in ontology:
        assert domain == range_


@pytest.mark.parametrize("name", OWN)
def test_a_name_is_one_plain_concept(name: str) -> None:
    """OOPS! P02, P03, P07, P21, P22: no "is", no two concepts in one, no rest class, one style."""
    words = [word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+", name)]
    assert "".join(words) == name.lower(), "camel case, nothing else"
    assert not {"is", "and", "or", "other", "misc", "various"} & set(words)


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_definition_defines_and_does_not_repeat(ontology: Graph, name: str, lang: str) -> None:
    """OOPS! P08, P20: a label names, a definition says what it means, in one language each."""
    thing = URIRef(KG + name)
    labels = [str(t) for t in ontology.objects(thing, RDFS.label)
              if isinstance(t, Literal) and t.language == lang]  # fmt: skip
    told = [str(t) for t in ontology.objects(thing, SKOS.definition)
            if isinstance(t, Literal) and t.language == lang]  # fmt: skip
    assert len(labels) == len(told) == 1
    assert labels[0].casefold() != told[0].rstrip(".").casefold()
    assert told[0] == told[0].strip() and "  " not in told[0] and labels[0] == labels[0].strip()


def test_no_two_definitions_are_the_same() -> None:
    """OOPS! P32: two terms that are told alike are one term, or one of them is told wrongly."""
    for lang in ("nl", "en"):
        told = [terms()[f"kg:{name}"].definitions[lang] for name in OWN]
        assert len(set(told)) == len(told)


def test_no_term_is_said_to_be_another(ontology: Graph) -> None:
    """OOPS! P30–P31: nothing is declared the same as a term of our own or of others."""
    for same in (OWL.equivalentClass, OWL.equivalentProperty, OWL.sameAs):
        assert (None, same, None) not in ontology


def test_the_version_is_one_everywhere(ontology: Graph) -> None:
    """FOOPS! VER1, VER2, URI2: a version IRI below the ontology's, with the number stated."""
    number = str(ontology.value(ONTOLOGY, OWL.versionInfo))
    assert re.fullmatch(r"\d+\.\d+\.\d+", number)
    assert str(ontology.value(ONTOLOGY, OWL.versionIRI)) == f"{ONTOLOGY}/{number}"
    cited = str(ontology.value(ONTOLOGY, DCTERMS.bibliographicCitation))
    assert number in cited and str(ONTOLOGY) in cited
    earlier = ontology.value(ONTOLOGY, OWL.priorVersion)
    assert number == "0.1.0" or str(earlier).startswith(f"{ONTOLOGY}/"), "the first has none"


def test_its_days_are_days_in_order(ontology: Graph) -> None:
    """FOOPS! OM3, OM4."""
    days = [ontology.value(ONTOLOGY, each)
            for each in (DCTERMS.created, DCTERMS.issued, DCTERMS.modified)]  # fmt: skip
    assert all(isinstance(day, Literal) and day.datatype == XSD.date for day in days)
    assert days == sorted(days, key=str)


def test_its_address_is_permanent_and_its_prefix_its_own(ontology: Graph) -> None:
    """FOOPS! PURL1, FIND1–3; OOPS! P36, P37: no file ending, one namespace, one prefix."""
    assert str(ONTOLOGY).startswith("https://w3id.org/") and KG == f"{ONTOLOGY}#"
    assert not str(ONTOLOGY).endswith((".ttl", ".owl", ".rdf"))
    assert str(ontology.value(ONTOLOGY, VANN.preferredNamespacePrefix)) == "kg"
    subjects = {str(each) for each in ontology.subjects(RDF.type, OWL.Class)}
    assert all(each.startswith(KG) for each in subjects)


def test_terms_of_others_are_reused(ontology: Graph) -> None:
    """FOOPS! VOC3, VOC4: standard vocabularies for metadata, and parents taken from others."""
    parents = {
        str(parent)
        for above in (RDFS.subClassOf, RDFS.subPropertyOf)
        for parent in ontology.objects(None, above)
        if not str(parent).startswith(KG)
    }
    assert len({re.split(r"[#/][^#/]*$", each)[0] for each in parents}) >= 6
