"""Which paper is an attachment of which, where a number, a publication or a mail says so.

"kst-35594-37-b1" is the first annex of Kamerstuk 35 594, nr. 37; a publication's metadata names its
annexes ("blg-334074") or the paper it belongs to; a mail lists the files that were sent with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.identifiers.kamerstuk import Kamerstuk
from kg.model import Extract, Relation, Span
from kg.resolve.assembly import Assembly, Evidence
from kg.resolve.dossiers import own_numbers
from kg.resolve.identity import family

_RULE = "attachment"
_ATTACHED = Relation.ATTACHMENT_OF.value
_BELONGS_TO = "main-document"

# Adds the paper an identifier names; its key.
Named = Callable[[str], str]


def add_annex(
    assembly: Assembly, value: object, key: str, evidence: Evidence, named: Named
) -> None:
    """Tie the annex with this key to the Kamerstuk its number names; nothing for another paper."""
    if isinstance(value, Kamerstuk) and value.part is not None and value.part.startswith("b"):
        shown = replace(evidence, rule=f"{_RULE}.number")
        assembly.edge(key, _ATTACHED, named(replace(value, part=None).id), shown)


def add_attachments(assembly: Assembly, extract: Extract, key: str, named: Named) -> None:
    """Tie a document to what it says are its attachments, and to the paper it belongs to."""
    for value, span in own_numbers(extract):
        add_annex(assembly, value, key, Evidence(extract, span, _RULE), named)
    for identifier, name, span in _stated(extract):
        sent = family(identifier) == "file"
        other = named(identifier)
        if sent:
            assembly.node(other, (), span.of(extract.document.text), weak=True)
        evidence = Evidence(extract, span, f"{_RULE}.{'mail' if sent else 'metadata'}")
        pair = (key, other) if name == _BELONGS_TO else (other, key)
        assembly.edge(pair[0], _ATTACHED, pair[1], evidence)


def _stated(extract: Extract) -> Iterator[tuple[str, str, Span]]:
    """The papers that metadata names: the id, the field's name, where the document prints it."""
    facts = [f for f in extract.document.facts if f.name in (_RULE, _BELONGS_TO)]
    if not facts:
        return
    printed = {m.id: m.span for m in reversed(extract.mentions) if m.id is not None}
    printed |= {p.element: p.span for p in extract.document.places if p.element is not None}
    for fact in facts:
        sent = family(fact.value) == "file"
        span = printed.get(fact.source.removeprefix("mail:") if sent else fact.value)
        if span is not None:
            yield fact.value, fact.name, span
