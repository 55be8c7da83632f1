"""The one closed vocabulary, and the one place where IRIs are minted.

The terms live in ``ontology/kamergraaf.ttl``, which is read on first use: a term that is not there
does not exist, so a misspelt one raises wherever it is used.

The base is a setting of the *things* (``…/id/…``); the terms (``…/def#``) are the same in every
graph, so that one query and one ontology fit them all.

>>> expand("kg:cites")
'https://w3id.org/kamergraaf/def#cites'
>>> iri("document/kst-25295-1892")
'https://w3id.org/kamergraaf/id/document/kst-25295-1892'
"""

from __future__ import annotations

from kg.vocabulary.iris import (
    BASE, KG, KINDS, PREFIXES, iri, key_of, prefixes, shorten, statement_key,
)  # fmt: skip
from kg.vocabulary.terms import (
    Term, ancestors, data_prefixes, expand, kind_of, label, nearest, of_role, term, terms,
    text_of,
)  # fmt: skip

__all__ = [
    "BASE", "KG", "KINDS", "PREFIXES", "Term", "ancestors", "data_prefixes", "expand", "iri",
    "key_of", "kind_of", "label", "nearest", "of_role", "prefixes", "shorten", "statement_key",
    "term", "terms", "text_of",
]  # fmt: skip
