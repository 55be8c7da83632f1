"""Links that hold an identifier: of the official publications, the Tweede and the Eerste Kamer.

Read are the addresses of zoek.officielebekendmakingen.nl and repository.overheid.nl (the
identifier of the publication), of tweedekamer.nl (``id=`` and ``did=``: the case and the document;
a dossier in a question) and of eerstekamer.nl (a bill's dossier, a commitment). A link may break at
the end of a line. Addresses of rijksoverheid.nl name no parliamentary number and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from kg.identifiers import Identifier, kind_of, tweede_kamer
from kg.identifiers.dossier import ROMAN_CHAPTER, Dossier
from kg.model import Document, Mention, Span
from kg.patterns import later
from kg.recognise.bare_id import read_bare
from kg.recognise.engine import Recogniser, Rule

_HOSTS = r"officielebekendmakingen|officiele-overheidspublicaties|overheid|tweedekamer|eerstekamer"
_URL = later(r"[^\s<>\"'()\[\]{}|\\^`]{1,600}")
_HEAD = later(r"(?:https?://)?[A-Za-z0-9.-]{0,80}$", re.IGNORECASE)
# What shows that the next line goes on with the address: its own end, or how that line begins.
_UNFINISHED = later(r"[-\u2010/=&?_%]$")
_GOES_ON = later(r"[A-Za-z0-9_-]{0,60}\.(?:html|pdf|xml|odt)\b|[A-Za-z0-9]{0,20}[&=?]")
_LINE_END = later(r"[^\S\n]{0,9}\n[^\S\n]{0,160}")
_LINES = 3

_NUMBER = later(r"(?<![0-9A-Za-z])20[0-9]{2}[ADPZ][0-9]{5}(?![0-9])")
_PUBLICATION = later(
    r"(?<![0-9a-z])(?:kst|ah|h|stb|stcrt|trb|blg)(?:[-\u2010\u2013][a-z0-9]{1,12}){1,6}",
    re.IGNORECASE,
)
_DOSSIER = later(
    r"(?:(?<=/dossier/)|(?<=dossier=)|(?<=dossiernummer=)|(?<=wetsvoorstel:)"
    r"|(?<=wetsvoorstel%3A)|(?<=/wetsvoorstel/))([1-9][0-9]{4})"
    rf"(?:[-_ ]({ROMAN_CHAPTER}|[0-9]{{2}}|[A-Z])(?![0-9A-Za-z]))?(?![0-9])",
    re.IGNORECASE,
)
_TOEZEGGING = later(r"(?<![0-9A-Za-z])t0[0-9]{4}(?![0-9A-Za-z])", re.IGNORECASE)

RULES = (
    Rule(
        "link.publication",
        "zie https://zoek.officielebekendmakingen.nl/kst-25295-1892.html.",
        ("kst-25295-1892",),
    ),
    Rule(
        "link.tweede-kamer",
        "https://www.tweedekamer.nl/kamerstukken/moties/detail?id=2021Z02062&did=2021D04467",
        ("2021Z02062", "2021D04467"),
    ),
    Rule(
        "link.dossier",
        "https://zoek.officielebekendmakingen.nl/dossier/25295",
        ("dossier-25295",),
    ),
    Rule("link.toezegging", "https://www.eerstekamer.nl/toezegging/t03120", ("T03120",)),
)


@dataclass(frozen=True, slots=True)
class _Address:
    """An address as one string, and the offset in the text of each of its lines."""

    url: str
    starts: tuple[tuple[int, int], ...]  # offset in url, offset in text
    end: int

    def place(self, offset: int) -> int:
        """The offset in the text of an offset in the address."""
        in_url, in_text = max(s for s in self.starts if s[0] <= offset)
        return in_text + offset - in_url


def read_target(url: str) -> tuple[Identifier, ...]:
    """The identifiers an address holds, in order, each once; empty when it holds none.

    >>> [i.id for i in read_target("https://www.tweedekamer.nl/kamerstukken/detail?id=2021Z02062")]
    ['2021Z02062']
    >>> read_target("https://www.rijksoverheid.nl/documenten/kamerstukken/2021/10/15/brief")
    ()
    """
    decoded = unquote(url[:2000], errors="replace")
    return tuple(dict.fromkeys(value for _, _, value, _ in _read(decoded)))


def _read(url: str) -> list[tuple[int, int, Identifier, str]]:
    """Each identifier in an address with its place in it and the rule, in order."""
    found: list[tuple[int, int, Identifier, str]] = []
    for match in _NUMBER.finditer(url):
        found.append((*match.span(), tweede_kamer.parse(match[0]), "link.tweede-kamer"))
    for match in _PUBLICATION.finditer(url):
        printed = match[0]
        while printed:
            if value := read_bare(printed):
                end = match.start() + len(printed)
                found.append((match.start(), end, value, "link.publication"))
                break
            printed = re.sub(r"[-\u2010\u2013]?[^-\u2010\u2013]*$", "", printed, count=1)
    if not found:
        found.extend(_dossiers(url))
    return sorted(found, key=lambda one: one[:2])


def _dossiers(url: str) -> Iterator[tuple[int, int, Identifier, str]]:
    for match in _DOSSIER.finditer(url):
        suffix = match[2].upper() if match[2] else None
        yield *match.span(), Dossier(match[1], suffix), "link.dossier"
    if "eerstekamer.nl" in url.lower():
        for match in _TOEZEGGING.finditer(url):
            yield *match.span(), tweede_kamer.parse(match[0].upper()), "link.toezegging"


def parse_link(text: str, start: int, end: int) -> Iterator[Mention]:
    """The identifiers in the address whose host name begins at ``start``.

    >>> text = "https://zoek.officielebekendmakingen.nl/kst-25295-\\n1892.html"
    >>> [m.id for m in parse_link(text, 13, 39)]
    ['kst-25295-1892']
    """
    address = _address(text, start)
    found = _read(address.url)
    if not found:
        return
    head = _HEAD.search(text, max(0, start - 100), start)
    whole = Span(head.start() if head else start, address.end)
    seen = set()
    for first, last, value, rule in found:
        if value.id not in seen:
            seen.add(value.id)
            span = Span(address.place(first), address.place(last - 1) + 1)
            yield Mention(kind_of(value), span, span.of(text), rule, value, citation=whole)


def _address(text: str, start: int) -> _Address:
    url, starts, end = "", [], start
    for _ in range(_LINES):
        match = _URL.match(text, end)
        if match is None:
            break
        starts.append((len(url), match.start()))
        url, end = url + match[0], match.end()
        gap = _LINE_END.match(text, end)
        if gap is None or not _continues(url, text, gap.end()):
            break
        end = gap.end()
    last_in_url, last_in_text = starts[-1] if starts else (0, start)
    return _Address(url, tuple(starts), last_in_text + len(url) - last_in_url)


def _continues(url: str, text: str, position: int) -> bool:
    if _GOES_ON.match(text, position):
        return True
    return bool(_UNFINISHED.search(url)) and text[position : position + 1].isalnum()


def read_links(document: Document) -> Iterator[Mention]:
    """The identifiers that the hyperlinks of a file point at, on the text of the link.

    >>> from kg.model import Link
    >>> link = Link(Span(4, 12), "https://zoek.officielebekendmakingen.nl/kst-25295-1892.html")
    >>> [m.id for m in read_links(Document("zie de brief.", "a", "0", links=(link,)))]
    ['kst-25295-1892']
    """
    for link in document.links:
        surface = link.span.of(document.text)
        for value in read_target(link.target):
            yield Mention(kind_of(value), link.span, surface, "link.target", value)


RECOGNISERS = (
    Recogniser("link", rf"(?i:\b(?:{_HOSTS})\.nl/)", parse_link, rules=RULES),
)
