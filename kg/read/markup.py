"""Trees from hostile markup: no entities of its own, no network, bounded depth and size."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from kg.errors import InputError
from kg.read.encoding import Undecodable, decode
from kg.read.limits import Limits
from kg.read.source import Deadline, Source

_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))


def parse_xml(source: Source, data: bytes, limits: Limits) -> tuple[Any, list[str]]:
    """The root element of an XML file, with what had to be forgiven.

    Raises :class:`kg.errors.InputError` for entities of its own (the means of every XML attack),
    for too deep or too large trees, and where no tree can be made.
    """
    from lxml import etree

    _demand_few(source, data, limits)
    if b"<!ENTITY" in data:
        raise _own_entities(source)
    try:
        root = etree.fromstring(data, _xml_parser(etree))
    except etree.XMLSyntaxError as error:
        root, warnings = _forgiven(source, data, str(error))
    else:
        warnings = []
    _refuse_entities(source, root)
    return root, warnings


def _xml_parser(etree: Any, *, recover: bool = False) -> Any:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=recover,
        encoding="utf-8" if recover else None,
    )


def _forgiven(source: Source, data: bytes, reason: str) -> tuple[Any, list[str]]:
    """A second try: the text decoded as any text is, names of HTML's characters replaced."""
    from lxml import etree

    if "depth" in reason.lower():
        raise source.error("nests its elements too deep", "check where it comes from")
    text, warnings = _decoded(source, data)
    if "<!ENTITY" in text:
        raise _own_entities(source)
    text = _NAMED.sub(_character, _DECLARED.sub("", text).lstrip("\ufeff \t\r\n"))
    parser = _xml_parser(etree, recover=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise source.error("is no whole XML", "download it again")
    if parser.error_log:
        line = parser.error_log[0].line
        warnings.append(f"not well-formed XML from line {line} on; read as far as it goes")
    return root, warnings


def _character(match: re.Match[str]) -> str:
    """``&eacute;`` as the character it names in HTML."""
    if match[1] in _OF_XML:
        return match[0]
    return html.unescape(match[0])


def _decoded(source: Source, data: bytes) -> tuple[str, list[str]]:
    """The text of markup."""
    try:
        decoded = decode(data)
    except Undecodable as error:
        raise source.error(str(error), "download it again") from None
    warnings = [decoded.warning] if decoded.warning else []
    return decoded.text.lstrip(), warnings


def _refuse_entities(source: Source, root: Any) -> None:
    document_type = root.getroottree().docinfo.internalDTD
    if document_type is not None and any(True for _ in document_type.iterentities()):
        raise _own_entities(source)


def _own_entities(source: Source) -> InputError:
    return source.error("declares entities of its own, which are not read", "save it without them")


def parse_html(source: Source, data: bytes, limits: Limits) -> tuple[Any, list[str]]:
    """The root element of an HTML page, with what had to be forgiven.

    Raises :class:`kg.errors.InputError` where no tree can be made.
    """
    from lxml import etree

    _demand_few(source, data, limits)
    text, warnings = _decoded(source, data)
    text = _DECLARED.sub("", text.lstrip("\ufeff \t\r\n"))
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise source.error("holds no HTML", "check the file")
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise source.error("nests its elements too deep", "check where it comes from")
    return root, warnings


def _demand_few(source: Source, data: bytes, limits: Limits) -> None:
    if data.count(b"<") > 2 * limits.elements:
        raise source.error(f"holds more than {limits.elements} elements", "split it")


@lru_cache(maxsize=4096)
def local(tag: Any) -> str:
    """An element's name without its namespace, in lower case; empty for comments.

    >>> local("{http://www.w3.org/1999/xhtml}Body")
    'body'
    """
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


class Walk:
    """The events of a tree in document order, with subtrees left out on demand.

    Yields ``("start", element)``, ``("end", element)`` and ``("tail", element)``; the text of an
    element belongs to its start, the text behind it to its tail.
    """

    def __init__(self, root: Any, deadline: Deadline) -> None:
        from lxml import etree

        self._root = root
        self._deadline = deadline
        self._events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        self._skipped: Any = None
        self._counts: Counter[str] = Counter()

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        for number, (event, element) in enumerate(self._events):
            if not number & 0xFFF:
                self._deadline()
            if event == "start":
                yield event, element
            elif event != "end":
                yield "tail", element
            else:
                if element is self._skipped:
                    self._skipped = None
                else:
                    yield event, element
                if element is not self._root:
                    yield "tail", element

    def skip(self, element: Any) -> None:
        """Leaves out what is in ``element``, whose start was just given; its tail stays."""
        self._skipped = element
        self._events.skip_subtree()

    def name(self, element: Any, tag: str) -> str:
        """How to find the element back: its id, or its number among those of its name."""
        self._counts[tag] += 1
        identity = element.get("id")
        return f"{tag}#{identity}" if identity else f"{tag}[{self._counts[tag]}]"
