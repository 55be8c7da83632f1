"""The vocabulary as a page for people: every term in Dutch and English, from the ontology itself.

Written to ``docs/ontology.html`` by ``python -m kg.export.ontology``. Every term has the anchor by
which its IRI points at it (``…/def#cites``), so that a redirect to this page shows the term.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape

import pyoxigraph as ox

from kg import data
from kg.vocabulary import KG, PREFIXES, Term, prefixes, shorten, terms

_ONTOLOGY = KG.rstrip("#")
_VANN = "http://purl.org/vocab/vann/"
_SECTIONS = (
    ("class", "Klassen", "Classes"),
    ("parent", "De ouder van alle relaties", "The parent of all relations"),
    ("relation", "Relaties, elk met een uitspraak", "Relations, each with a statement"),
    ("link", "Verbanden zonder uitspraak", "Links without a statement"),
    ("literal", "Waarden", "Literals"),
)
# predicate, what it is called, what it is called when it points at this term
_ABOUT = (
    ("rdfs:subClassOf", "soort van · kind of", "soorten · kinds"),
    ("rdfs:subPropertyOf", "valt onder · below", "daaronder · above"),
    ("rdfs:domain", "van · from", "heeft · has"),
    ("schema:domainIncludes", "van · from", "heeft · has"),
    ("rdfs:range", "naar · to", "doel van · led to by"),
    ("schema:rangeIncludes", "naar · to", "doel van · led to by"),
    ("skos:closeMatch", "lijkt op · close to", ""),
    ("owl:disjointWith", "nooit ook · never also", "nooit ook · never also"),
    ("rdfs:seeAlso", "zie ook · see also", ""),
)
_HEADER = (
    ("owl:versionInfo", "versie · version"),
    ("owl:versionIRI", "IRI van deze versie · IRI of this version"),
    ("dcterms:issued", "uitgegeven · issued"),
    ("dcterms:modified", "gewijzigd · modified"),
    ("dcterms:license", "licentie · licence"),
    ("dcterms:creator", "maker · creator"),
    (f"{_VANN}preferredNamespacePrefix", "voorvoegsel · prefix"),
    (f"{_VANN}preferredNamespaceUri", "naamruimte · namespace"),
    ("dcterms:bibliographicCitation", "aanhalen als · cite as"),
)
_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8882; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 3rem; border-bottom: 2px solid var(--line); }
nav ul { columns: 14rem; padding-left: 1.2rem; }
article { border-top: 1px solid var(--line); padding: .5rem 0 1rem; scroll-margin-top: 1rem; }
article:target { background: var(--soft); }
h3 { margin: .5rem 0; } h3 small { font-weight: normal; opacity: .75; }
.both { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
.both p { margin: .2rem 0; }
dl { display: grid; grid-template-columns: 14rem 1fr; margin: .5rem 0 0; }
dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; font-size: .95em; }
@media (max-width: 40rem) { .both, dl { grid-template-columns: 1fr; } }
"""

_Facts = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


def ontology_page() -> str:
    """The whole page; the same ontology gives the same bytes.

    >>> '<article id="cites">' in ontology_page()
    True
    """
    about = _facts()[_ONTOLOGY]
    title = _texts(about, PREFIXES["dcterms"] + "title")
    told = _texts(about, PREFIXES["dcterms"] + "description")
    sections = "".join(_section(*section) for section in _SECTIONS)
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title['nl']} · {title['en']}</title>\n"
        f'<link rel="alternate" type="text/turtle" href="{_ONTOLOGY}">\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>{title["nl"]}<br><span lang="en">{title["en"]}</span></h1>\n'
        f"{_both(told)}{_header(about)}{_contents()}{sections}{_others()}"
        "</main>\n</body>\n</html>\n"
    )


def _header(about: Mapping[str, list[ox.NamedNode | ox.Literal]]) -> str:
    rows = [(words, about.get(_full(name), [])) for name, words in _HEADER]
    return _list((words, [_value(each) for each in found]) for words, found in rows)


def _contents() -> str:
    lists = [
        f"<h2>{nl} · <span lang=\"en\">{en}</span></h2>\n<ul>\n"
        + "".join(f'<li><a href="#{_local(t)}">{_local(t)}</a></li>\n' for t in _of_role(role))
        + "</ul>\n"
        for role, nl, en in _SECTIONS
    ]
    return f'<nav aria-label="Inhoud · Contents">\n{"".join(lists)}</nav>\n'


def _section(role: str, nl: str, en: str) -> str:
    articles = "".join(_article(term) for term in _of_role(role))
    return f'<section>\n<h2>{nl} · <span lang="en">{en}</span></h2>\n{articles}</section>\n'


def _article(term: Term) -> str:
    labels = {lang: f"<strong>{escape(text)}</strong>" for lang, text in term.labels.items()}
    definitions = {lang: escape(text) for lang, text in term.definitions.items()}
    return (
        f'<article id="{_local(term)}">\n'
        f"<h3><code>{escape(term.name)}</code> <small>{escape(term.iri)}</small></h3>\n"
        f"{_both(labels, definitions)}{_list(_said(term))}</article>\n"
    )


def _said(term: Term) -> Iterator[tuple[str, list[str]]]:
    """What the ontology says of a term, and what it says of others that concerns the term."""
    rows: dict[str, list[str]] = {}
    for name, words, back in _ABOUT:
        predicate = _full(name)
        rows.setdefault(words, []).extend(map(_value, _facts()[term.iri].get(predicate, [])))
        if back:
            rows.setdefault(back, []).extend(_link(iri) for iri in _pointing(predicate, term.iri))
    yield from rows.items()


def _others() -> str:
    names = [name for name in terms() if not name.startswith("kg:")]
    shown = "".join(f"<li><code>{escape(name)}</code></li>\n" for name in names)
    title = 'Termen van anderen in de gegevens · <span lang="en">Terms of others in the data</span>'
    return f"<section>\n<h2>{title}</h2>\n<ul>\n{shown}</ul>\n</section>\n"


def _both(*texts: Mapping[str, str]) -> str:
    columns = [
        f'<div lang="{lang}">{"".join(f"<p>{each[lang]}</p>" for each in texts)}</div>'
        for lang in ("nl", "en")
    ]
    return f'<div class="both">{"".join(columns)}</div>\n'


def _list(rows: Iterable[tuple[str, Iterable[str]]]) -> str:
    shown = [(words, list(dict.fromkeys(values))) for words, values in rows]
    inner = "".join(
        f"<dt>{words}</dt><dd>{', '.join(values)}</dd>\n" for words, values in shown if values
    )
    return f"<dl>\n{inner}</dl>\n" if inner else ""


def _value(node: ox.NamedNode | ox.Literal) -> str:
    return _link(node.value) if isinstance(node, ox.NamedNode) else escape(node.value)


def _link(iri: str) -> str:
    if iri.startswith(KG):
        return f'<a href="#{iri[len(KG) :]}">{iri[len(KG) :]}</a>'
    if iri.startswith(PREFIXES["xsd"]):
        return escape(shorten(iri))
    return f'<a href="{escape(iri)}">{escape(shorten(iri))}</a>'


def _of_role(role: str) -> list[Term]:
    return [term for name, term in terms().items() if term.role == role and name[:3] == "kg:"]


def _local(term: Term) -> str:
    return term.name.partition(":")[2]


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return name if "://" in name else prefixes()[prefix] + local


def _texts(facts: Mapping[str, list[ox.NamedNode | ox.Literal]], predicate: str) -> dict[str, str]:
    found = (each for each in facts[predicate] if isinstance(each, ox.Literal))
    return {each.language or "": escape(each.value) for each in found}


def _pointing(predicate: str, target: str) -> list[str]:
    return [
        subject
        for subject, facts in sorted(_facts().items())
        if any(each.value == target for each in facts.get(predicate, []))
    ]


@cache
def _facts() -> _Facts:
    found: _Facts = {}
    path = str(data.path("ontology/kamergraaf.ttl"))
    for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, (ox.NamedNode, ox.Literal))
        of_subject = found.setdefault(quad.subject.value, {})
        of_subject.setdefault(quad.predicate.value, []).append(quad.object)
    return found


if __name__ == "__main__":
    sys.stdout.buffer.write(ontology_page().encode())
