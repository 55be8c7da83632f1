"""What a worker does: asks, describes, searches, renders. It runs in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg import data, reasons
from kg.rdf import TYPE
from kg.serve import graph_data, pages, search, things
from kg.serve.library import Library
from kg.serve.negotiation import ROWS, TRIPLES
from kg.serve.protocol import not_acceptable
from kg.serve.reply import Refusal, Reply
from kg.serve.words import term_label, words
from kg.text import MONTHS
from kg.vocabulary import KG, PREFIXES, prefixes, shorten, terms

HTML = "text/html; charset=utf-8"
_START = "SELECT ?letter ?motion\nWHERE {\n  ?letter kg:fulfils ?motion .\n}\nLIMIT 100\n"


@dataclass(frozen=True, slots=True)
class View:
    """How a page was asked for: its language, its path, whether the language was chosen."""

    lang: str
    path: str
    chosen: bool


class Worker:
    """Does the jobs of a server over one library; called with a job's name and arguments."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.base = library.graph.base
        self.entries = search.index(library.graph)
        self.used = _used(library)
        self._jobs: dict[str, Callable[..., Reply]] = {
            "ask": self.ask,
            "describe": self.describe,
            "home": self.home,
            "search": self.search,
            "exists": self.exists,
            "page": self.page,
            "data": self.data,
            "query": self.query,
            "terms": self.terms,
        }

    def __call__(self, name: str, arguments: Mapping[str, Any]) -> Reply:
        """The reply to a job; raises ``Refusal`` or ``KamergraafError`` when there is none."""
        if "view" in arguments:
            arguments = {**arguments, "view": View(**arguments["view"])}
        return self._jobs[name](**arguments)

    def ask(
        self,
        sparql: str,
        default_graphs: list[str],
        named_graphs: list[str],
        params: dict[str, str],
        rows: list[str] | None,
        triples: list[str] | None,
    ) -> Reply:
        """The answer to a query in the format chosen for its form."""
        answer = self.library.ask(
            sparql, params=params, default_graphs=default_graphs, named_graphs=named_graphs
        )
        of_triples = answer.form == "CONSTRUCT"
        chosen = triples if of_triples else rows
        if chosen is None:
            raise not_acceptable(TRIPLES if of_triples else ROWS)
        return Reply(chosen[1], answer.to(chosen[0]))

    def describe(self, format: str, media_type: str, address: str, service: bool) -> Reply:
        """The description of the dataset (VoID), with that of its SPARQL service or without."""
        return Reply(media_type, self.library.describe(format, address, service))

    def home(self, view: View) -> Reply:
        """The first page: what the graph holds, and what may be asked."""
        counts = [(term_label(KG + name[3:], view.lang), number)
                  for name, role, number in self.used if role == "class"]  # fmt: skip
        return self._html("home.html", view, counts=counts, saved=self.library.saved)

    def search(self, view: View, question: str) -> Reply:
        """What is called like this."""
        found = search.search(self.entries, question)
        shown = [
            things.Link(entry.label, things.href(self.library.graph, entry.iri),
                        term_label(KG + entry.kind, view.lang))
            for entry in found[: search.MOST]
        ]  # fmt: skip
        more = len(found) > search.MOST
        return self._html("search.html", view, question=question, found=shown, more=more)

    def exists(self, iri: str) -> Reply:
        """Nothing, where the thing exists; ``Refusal`` (404) where it does not."""
        if not things.exists(self.library.graph, iri):
            raise Refusal(404, f"the graph has nothing called {iri}")
        return Reply("text/plain", b"")

    def page(self, view: View, iri: str) -> Reply:
        """The page of a thing."""
        self.exists(iri)
        graph = self.library.graph
        found = things.thing(graph, iri, view.lang)
        query = f"SELECT ?subject ?relation ?object ?quote WHERE {{\n  ?statement rdf:subject " \
            f"?subject ; rdf:predicate ?relation ; rdf:object ?object ; kg:quote ?quote .\n" \
            f"  FILTER(<{iri}> IN (?subject, ?object))\n}}"  # fmt: skip
        links = graph_data.links(iri, graph.base)
        given = {"thing": found, "data": links, "all_edges": query, "few": things.FEW}
        return self._html("thing.html", view, **given)

    def data(self, iri: str, format: str, media_type: str) -> Reply:
        """The triples about a thing: its own, those that point at it, and the evidence."""
        self.exists(iri)
        return Reply(media_type, graph_data.describe(self.library.graph, iri, format))

    def query(self, view: View, query: str, name: str) -> Reply:
        """The query page, with a query in it."""
        saved = {each.name: each for each in self.library.saved}
        if name and name not in saved:
            raise Refusal(404, f"there is no saved query called {name}")
        page = {
            "saved": {each.name: each.sparql for each in self.library.saved},
            "terms": [(name, role) for name, role, _ in self.used],
            "prefixes": prefixes(self.library.graph.base),
            "base": self.library.graph.base,
            "chosen": name,
            "reasons": reasons.table() if view.lang == "nl" else (),
            "months": MONTHS,
            "words": {word: words(view.lang)[word] for word in _PAGE_WORDS},
        }
        text = query or (saved[name].sparql if name else _START)
        return self._html("query.html", view, saved=self.library.saved, query=text, page=page)

    def terms(self, view: View | None = None) -> Reply:
        """The terms of the vocabulary: a page, or without a view the ontology as Turtle."""
        if view is None:
            return Reply("text/turtle", data.path("ontology/kamergraaf.ttl").read_bytes())
        own = [term for term in terms().values() if term.iri.startswith(KG)]
        names = words(view.lang)
        groups = [
            (names["classes"], [term for term in own if term.role == "class"]),
            (names["properties"], [term for term in own if term.role != "class"]),
        ]
        return self._html("terms.html", view, groups=groups)

    def _html(self, name: str, view: View, **values: Any) -> Reply:
        return Reply(HTML, pages.render(
            name, view.lang, path=view.path, chosen=view.chosen, values=values
        ))  # fmt: skip


_PAGE_WORDS = ("busy", "rows", "row", "shown", "yes", "no", "failed", "optional")


def _used(library: Library) -> list[tuple[str, str, int]]:
    """The classes and properties this graph uses: prefixed name, role and number, most first."""
    queries = {
        "class": f"SELECT ?t (COUNT(*) AS ?n) WHERE {{ ?s <{TYPE}> ?t }} GROUP BY ?t",
        "property": "SELECT ?t (COUNT(*) AS ?n) WHERE { ?s ?t ?o } GROUP BY ?t",
    }
    found = []
    for role, query in queries.items():
        rows = library.graph.store.query(query)
        assert isinstance(rows, ox.QuerySolutions)
        for row in rows:
            name = shorten(str(getattr(row["t"], "value", "")))
            if name.partition(":")[0] in PREFIXES:
                found.append((name, role, int(getattr(row["n"], "value", "0"))))
    return sorted(found, key=lambda each: (each[1], -each[2], each[0]))
