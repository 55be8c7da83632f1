"""GraphML and GEXF, streamed: the attributes first, then every node, then every edge.

http://graphml.graphdrawing.org/specification.html, https://gexf.net/ (1.2 draft). Written here and
not by networkx, which builds the whole document in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from kg.export.networks import spooled
from kg.rdf import RdfGraph
from kg.shown import xml_text

_ABOUT = {"relation": "string", "statements": "long", "quote": "string", "confidence": "double"}
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_GRAPHML = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="'
    "http://graphml.graphdrawing.org/xmlns "
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
_GEXF = (
    '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    "<meta><creator>Kamergraaf</creator></meta>\n"
    '<graph defaultedgetype="directed" mode="static">\n'
)
Values = Mapping[str, str | int | float]


def write_graphml(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the graph as GraphML."""
    with spooled(graph) as parts:
        nodes = {name: f"node.{name}" for name in parts.names}
        edges = {name: f"edge.{name}" for name in _ABOUT}
        keys = [_key(identity, "node", name, "string") for name, identity in nodes.items()]
        keys += [_key(identity, "edge", name, _ABOUT[name]) for name, identity in edges.items()]
        stream.write(f'{_HEAD}{_GRAPHML}{"".join(keys)}<graph edgedefault="directed">\n'.encode())
        for key, attributes in parts.nodes():
            stream.write(f"<node id={_quoted(key)}>\n{_data(nodes, attributes)}</node>\n".encode())
        for source, target, about in parts.edges():
            ends = f"source={_quoted(source)} target={_quoted(target)}"
            name = _quoted(about["relation"])
            stream.write(f"<edge {ends} id={name}>\n{_data(edges, about)}</edge>\n".encode())
        stream.write(b"</graph>\n</graphml>\n")


def write_gexf(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the graph as GEXF 1.2; ``networkx_key`` repeats the relation for who reads it so."""
    with spooled(graph) as parts:
        nodes = _numbered((name for name in parts.names if name != "label"), 0)
        edges = _numbered((*_ABOUT, "networkx_key"), len(nodes))
        declared = _declared("node", nodes) + _declared("edge", edges)
        stream.write(f"{_HEAD}{_GEXF}{declared}<nodes>\n".encode())
        for key, attributes in parts.nodes():
            label = _quoted(attributes.get("label", key))
            values = _attvalues(nodes, attributes)
            stream.write(f"<node id={_quoted(key)} label={label}>\n{values}</node>\n".encode())
        stream.write(b"</nodes>\n<edges>\n")
        for number, (source, target, about) in enumerate(parts.edges()):
            ends = f"source={_quoted(source)} target={_quoted(target)}"
            values = _attvalues(edges, {**about, "networkx_key": about["relation"]})
            stream.write(f'<edge id="{number}" {ends}>\n{values}</edge>\n'.encode())
        stream.write(b"</edges>\n</graph>\n</gexf>\n")


def _key(identity: str, of: str, name: str, kind: str) -> str:
    return f'<key id={_quoted(identity)} for="{of}" attr.name={_quoted(name)} ' \
        f'attr.type="{kind}"/>\n'  # fmt: skip


def _data(ids: Mapping[str, str], values: Values) -> str:
    return "".join(
        f"<data key={_quoted(ids[name])}>{_plain(value)}</data>\n" for name, value in values.items()
    )


def _numbered(names: Iterable[str], first: int) -> dict[str, int]:
    return {name: number for number, name in enumerate(names, first)}


def _declared(of: str, ids: Mapping[str, int]) -> str:
    rows = "".join(
        f'<attribute id="{number}" title={_quoted(name)} type="{_ABOUT.get(name, "string")}"/>\n'
        for name, number in ids.items()
    )
    return f'<attributes class="{of}" mode="static">\n{rows}</attributes>\n'


def _attvalues(ids: Mapping[str, int], values: Values) -> str:
    rows = "".join(
        f'<attvalue for="{ids[name]}" value={_quoted(value)}/>\n'
        for name, value in values.items() if name in ids
    )  # fmt: skip
    return f"<attvalues>\n{rows}</attvalues>\n"


def _quoted(value: object) -> str:
    return quoteattr(xml_text(str(value)))


def _plain(value: object) -> str:
    return escape(xml_text(str(value)), {"\r": "&#13;"})
