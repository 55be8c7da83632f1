"""Prefixes, and the IRIs of things: the one place where they are minted."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote, unquote

from kg.errors import GraphError
from kg.model import Statement

BASE = "https://w3id.org/kamergraaf/"
KG = BASE + "def#"

#: Every prefix a query or a file may use without saying what it stands for.
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "kg": KG,
        "cito": "http://purl.org/spar/cito/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "fabio": "http://purl.org/spar/fabio/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "oa": "http://www.w3.org/ns/oa#",
        "opengov": "http://www.w3.org/ns/opengov#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "void": "http://rdfs.org/ns/void#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "ministerie": "https://identifier.overheid.nl/tooi/id/ministerie/",
        "oorg": "https://identifier.overheid.nl/tooi/id/oorg/",
    }
)

#: The first part of a key: what sort of thing it names. Each is a prefix of its own in files.
KINDS = (
    "commitment",
    "document",
    "dossier",
    "file",
    "person",
    "post",
    "programme",
    "statement",
    "tenure",
)


def prefixes(base: str = BASE) -> dict[str, str]:
    """All prefixes, with one for each kind of thing below ``base``, in order of name.

    >>> prefixes("https://example.org/")["dossier"]
    'https://example.org/id/dossier/'
    """
    kinds = {kind: f"{base}id/{kind}/" for kind in KINDS}
    return dict(sorted({**PREFIXES, **kinds}.items()))


def iri(key: str, *, base: str = BASE) -> str:
    """The IRI of the thing with this key; a key that is an IRI already is that IRI.

    Everything after the kind is one path segment, percent-encoded, so that a kenmerk with slashes
    or spaces in it still names one thing.

    >>> iri("document/kenmerk:DGP/2022 17")
    'https://w3id.org/kamergraaf/id/document/kenmerk:DGP%2F2022%2017'
    >>> iri("https://identifier.overheid.nl/tooi/id/ministerie/mnre1025")
    'https://identifier.overheid.nl/tooi/id/ministerie/mnre1025'
    """
    if _is_iri(key):
        return quote(key, safe="%/:=&?~#+!$,;@*[]()'", errors="surrogatepass")
    kind, slash, rest = key.partition("/")
    if not slash or not kind.isidentifier() or not rest:
        raise GraphError(repr(key), "is no key of a thing", "write kind/name, as in dossier/25295")
    name = quote(rest, safe=":", errors="surrogatepass")
    if name in (".", ".."):  # a path of dots would be taken for the folder above
        name = name.replace(".", "%2E")
    return f"{base}id/{quote(kind)}/{name}"


def key_of(address: str, *, base: str = BASE) -> str:
    """The key behind an IRI: the way back from :func:`iri`; a foreign IRI is its own key.

    >>> key_of(iri("document/kenmerk:DGP/2022 17"))
    'document/kenmerk:DGP/2022 17'
    """
    start = f"{base}id/"
    if not address.startswith(start):
        return address
    kind, slash, rest = address[len(start) :].partition("/")
    return f"{kind}{slash}{unquote(rest)}"


def statement_key(statement: Statement) -> str:
    """The key of a statement, from its content: the edge, the place of its quote and its rule.

    Confidence, page and degree are no part of it: a better measured rule changes no name.
    """
    content = (
        statement.subject,
        statement.predicate,
        statement.object,
        statement.file,
        str(statement.start),
        str(statement.end),
        statement.rule,
    )
    digest = hashlib.sha256("\x1f".join(content).encode("utf-8", "surrogatepass"))
    return f"statement/{digest.hexdigest()[:24]}"


def _is_iri(key: str) -> bool:
    return key.startswith(("https://", "http://", "urn:"))


def shorten(address: str, *, base: str = BASE) -> str:
    """The IRI with its prefix, or the IRI itself where no prefix fits.

    >>> shorten(KG + "cites"), shorten("https://w3id.org/kamergraaf/id/dossier/25295")
    ('kg:cites', 'dossier:25295')
    """
    best = ("", "")
    for prefix, space in prefixes(base).items():
        if address.startswith(space) and len(space) > len(best[1]):
            best = (prefix, space)
    local = address[len(best[1]) :]
    return f"{best[0]}:{local}" if best[0] and local and "/" not in local else address
