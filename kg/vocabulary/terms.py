"""The terms of the ontology: a term that is not there does not exist, so a misspelt one raises."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg import data
from kg.errors import GraphError
from kg.vocabulary.iris import BASE, KG, KINDS, PREFIXES, prefixes, shorten


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the vocabulary.

    ``name`` is prefixed (``kg:cites``); ``role`` is ``class``, ``relation`` (an edge with a
    statement behind it), ``parent`` (of all relations, never in the data), ``link`` (an edge
    without a statement) or ``literal``; ``parents`` are IRIs; ``domain`` and ``range`` IRIs where
    the vocabulary states one.
    """

    name: str
    iri: str
    role: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    parents: tuple[str, ...] = ()
    domain: str | None = None
    range: str | None = None


@cache
def terms() -> Mapping[str, Term]:
    """Every term by its prefixed name, in order of name.

    >>> terms()["kg:cites"].role, terms()["kg:Motion"].labels["nl"]
    ('relation', 'motie')
    """
    found = [_term(address, facts) for address, facts in _facts().items() if _role(address, facts)]
    return MappingProxyType({term.name: term for term in sorted(found, key=lambda t: t.name)})


def term(name: str) -> Term:
    """The term of this name; ``cites`` is ``kg:cites``. A misspelt one raises and is corrected.

    >>> term("citess")
    Traceback (most recent call last):
    ...
    kg.errors.GraphError: kg:citess: is no term of the vocabulary; did you mean kg:cites?
    """
    prefixed = name if ":" in name else f"kg:{name}"
    found = terms().get(prefixed)
    if found is None:
        near = nearest(prefixed)
        remedy = f"did you mean {near}?" if near else "docs/vocabulary.md lists the terms"
        raise GraphError(prefixed, "is no term of the vocabulary", remedy)
    return found


def nearest(name: str) -> str | None:
    """The known term whose spelling comes nearest to a misspelt one, or ``None``.

    >>> nearest("kg:mentionsProgram"), nearest("kg:zzz")
    ('kg:mentionsProgramme', None)
    """
    folded = {known.casefold(): known for known in terms()}
    close = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.75)
    return folded[close[0]] if close else None


def expand(name: str) -> str:
    """The IRI of a term; the term must exist.

    >>> expand("dcterms:title")
    'http://purl.org/dc/terms/title'
    """
    return term(name).iri


def label(name: str, lang: str = "nl") -> str:
    """The label of a term in Dutch (``nl``) or English (``en``).

    >>> label("Commitment"), label("kg:fulfils", "en")
    ('toezegging', 'fulfils')
    """
    known = term(name)
    return known.labels.get(lang, known.name.partition(":")[2])


def of_role(role: str) -> tuple[str, ...]:
    """The local names of our own terms of one role, in order.

    >>> "cites" in of_role("relation"), "holder" in of_role("relation")
    (True, False)
    """
    own = (known for known in terms().values() if known.iri.startswith(KG))
    return tuple(known.name[3:] for known in own if known.role == role)


@cache
def ancestors(name: str) -> tuple[str, ...]:
    """The classes above a class that are our own, as local names, in order.

    >>> ancestors("Motion"), ancestors("Document")
    (('Document',), ())
    """
    above: set[str] = set()
    for parent in term(name).parents:
        if parent.startswith(KG):
            local = parent[len(KG) :]
            above.update((local, *ancestors(local)))
    return tuple(sorted(above))


#: Where a thing has several classes, these tell less about it than the others do.
_PLAIN = ("Kamerstuk", "Member", "Document", "Person")


def kind_of(names: Iterable[str]) -> str:
    """The one class that tells most about a thing with these classes, as a local name.

    A motion that is a Kamerstuk too is a motion; a member who is a minister too is a minister.

    >>> kind_of(["Document", "Kamerstuk", "Motion"]), kind_of(["Person", "Member"])
    ('Motion', 'Member')
    """
    known = sorted(set(names))
    above = {higher for name in known for higher in ancestors(name)}
    special = [name for name in known if name not in above]
    telling = [name for name in special if name not in _PLAIN]
    return (telling or special or ["Document"])[0]


def data_prefixes(base: str = BASE) -> dict[str, str]:
    """The prefixes that a graph itself uses: those of its terms, its things and TOOI's.

    >>> "foaf" in data_prefixes(), "fabio" in data_prefixes()
    (True, False)
    """
    used = {name.partition(":")[0] for name in terms()} | {"ministerie", "oorg", "xsd"}
    return {p: space for p, space in prefixes(base).items() if p in used or p in KINDS}


# --- reading the ontology --------------------------------------------------------------------

_Facts = dict[str, list[tuple[str, str | None]]]


@cache
def _facts() -> dict[str, _Facts]:
    """Subject, then predicate, then (value, language) of every triple of the ontology."""
    import pyoxigraph

    path = data.path("ontology/kamergraaf.ttl")
    found: dict[str, _Facts] = {}
    for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
        of_subject = found.setdefault(text_of(quad.subject), {})
        language = getattr(quad.object, "language", None)
        values = of_subject.setdefault(quad.predicate.value, [])
        values.append((text_of(quad.object), language))
    return found


def text_of(node: object) -> str:
    """The IRI, the text of the literal, or the name of the blank node of an engine's term.

    >>> import pyoxigraph as ox
    >>> text_of(ox.Literal("zorg", language="nl"))
    'zorg'
    """
    value = getattr(node, "value", None)
    return value if isinstance(value, str) else str(node)


def _values(facts: _Facts, name: str) -> list[tuple[str, str | None]]:
    prefix, _, local = name.partition(":")
    return facts.get(PREFIXES[prefix] + local, [])


def _role(address: str, facts: _Facts) -> str | None:
    types = {value for value, _ in _values(facts, "rdf:type")}
    parents = {value for value, _ in _values(facts, "rdfs:subPropertyOf")}
    if PREFIXES["owl"] + "Class" in types:
        return "class"
    if PREFIXES["owl"] + "ObjectProperty" in types:
        above = KG + "relatedTo"
        return "parent" if address == above else "relation" if above in parents else "link"
    literal = {PREFIXES["owl"] + "DatatypeProperty", PREFIXES["owl"] + "AnnotationProperty"}
    return "literal" if types & literal else None


def _term(address: str, facts: _Facts) -> Term:
    def by_language(name: str) -> Mapping[str, str]:
        return MappingProxyType({lang: text for text, lang in _values(facts, name) if lang})

    def one(name: str) -> str | None:
        values = _values(facts, name)
        return values[0][0] if len(values) == 1 else None

    parents = _values(facts, "rdfs:subClassOf") + _values(facts, "rdfs:subPropertyOf")
    return Term(
        name=shorten(address),
        iri=address,
        role=_role(address, facts) or "",
        labels=by_language("rdfs:label"),
        definitions=by_language("skos:definition"),
        parents=tuple(sorted(value for value, _ in parents)),
        domain=one("rdfs:domain"),
        range=one("rdfs:range"),
    )
