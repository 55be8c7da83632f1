"""The types that travel between the stages; frozen, so that no stage changes another's work.

``bytes -> Document -> Segments -> Mentions -> Claims -> Resolutions -> graph``. Each stage takes
and gives the types of this module and knows no other stage. Every fact keeps its span: a half-open
stretch of ``Document.text``, counted in code points.
"""

from __future__ import annotations

from kg.model.document import (
    Document,
    Fact,
    Link,
    NoteTie,
    Place,
    Region,
    Span,
)
from kg.model.graph import (
    GraphData,
    Literal,
    Node,
    Statement,
    statement_order,
)
from kg.model.mentions import (
    Akkoord,
    Bewindspersoon,
    Brief,
    Claim,
    Degree,
    Extract,
    Identifier,
    Mention,
    Motie,
    Office,
    Programme,
    Relation,
    Repeat,
    Role,
    Toezegging,
    Value,
)
from kg.model.resolutions import (
    Candidate,
    Period,
    Resolution,
)
from kg.model.segments import (
    FootnoteTie,
    HeaderField,
    Kind,
    Part,
    Segment,
    Segments,
    Signatory,
)

__all__ = [
    "Akkoord",
    "Bewindspersoon",
    "Brief",
    "Candidate",
    "Claim",
    "Degree",
    "Document",
    "Extract",
    "Fact",
    "FootnoteTie",
    "GraphData",
    "HeaderField",
    "Identifier",
    "Kind",
    "Link",
    "Literal",
    "Mention",
    "Motie",
    "Node",
    "NoteTie",
    "Office",
    "Part",
    "Period",
    "Place",
    "Programme",
    "Region",
    "Relation",
    "Repeat",
    "Resolution",
    "Role",
    "Segment",
    "Segments",
    "Signatory",
    "Span",
    "Statement",
    "Toezegging",
    "Value",
    "statement_order",
]
