"""One citation in, its normal form, its pages and its written forms out: ``kg cite``.

The whole text must be a citation in any form that running text has, or a bare identifier or link;
a text with several gives several. What else may stand around it is small change: "zie ook", marks
of a footnote, brackets, a date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.citation_errors import UnreadableCitation, explain
from kg.errors import CitationError
from kg.identifiers import Identifier, kind_of, pages, parse_id
from kg.model import Mention, Repeat
from kg.text import MONTH

__all__ = ["Citation", "UnreadableCitation", "cite"]

_STYLES = ("leidraad", "kamer", "short")
_LONGEST = 2000  # code points; more is no citation but a text, which ``kg find`` reads
_WORDS = (
    r"zie|ook|tevens|vgl|vergelijk|en|alsmede|respectievelijk|resp|in|op|aan|de|het|van|met|bij|uit"
    r"|d\.d|detail|eerste|tweede|kamer|der|staten-generaal|kamerstuk(?:ken)?|moties?|brief"
    r"|kamerbrief|amendement(?:en)?|t\.v\.v|ter vervanging|kenmerk|ons|uw"
)
_AROUND = re.compile(
    rf"(?:[\s\u00ad\u200b.,;:()\[\]{{}}<>«»“”\"'‘’|#*_/&–—-]|\b(?:{_WORDS})\b\.?"
    rf"|[0-9]{{1,2}}\s(?:{MONTH})(?:\s(?:19|20)[0-9]{{2}}|\sjl)?)*",
    re.IGNORECASE,
)
_NOTE_LABEL = re.compile(r"\s*(?:\[\^?[0-9]{1,3}\]:?|[¹²³⁴-⁹⁰]{1,3}|[0-9]{1,3}[.:)]?(?=\s\D))")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation that was read.

    ``surface`` is what was read of the text given; ``further`` the ids of more dossiers that the
    paper belongs to; ``links`` the official pages; ``forms`` the written forms by the names of
    their styles; ``pages`` the pages printed with it; ``reason`` what is doubtful about it.
    """

    surface: str
    kind: str
    id: str
    further: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    pages: str | None = None
    reason: str | None = None

    def as_dict(self) -> dict[str, object]:
        """The citation as plain values for JSON.

        >>> cite("kenmerk 5401166")[0].as_dict()["forms"]["short"]
        '5401166'
        """
        return {
            "surface": self.surface,
            "kind": self.kind,
            "id": self.id,
            "further": list(self.further),
            "links": list(self.links),
            "forms": dict(self.forms),
            "pages": self.pages,
            "reason": self.reason,
        }

    def as_text(self) -> str:
        """The citation as lines to read.

        >>> print(cite("2021Z02062")[0].as_text())
        2021Z02062
          kind      tweede-kamer
          link      https://www.tweedekamer.nl/kamerstukken/detail?id=2021Z02062
        """
        lines = [("kind", self.kind), *self.forms]
        lines += [("further", one) for one in self.further]
        lines += [("pages", self.pages)] if self.pages else []
        lines += [("link", link) for link in self.links]
        lines += [("note", self.reason)] if self.reason else []
        return "\n".join([self.id, *(f"  {name:<9} {value}" for name, value in lines)])


def cite(text: str) -> tuple[Citation, ...]:
    """The citations that make up ``text``, each once, in order.

    Raises ``UnreadableCitation`` (a ``CitationError``) that shows how far the text was understood,
    what was expected there and the nearest forms that can be read.

    >>> [c.id for c in cite("Kamerstukken II 2020-2021 35 882, nr. 1")]
    ['kst-35882-1']
    >>> dict(cite("Kamerstukken II 2020-2021 35 882, nr. 1")[0].forms)["leidraad"]
    'Kamerstukken II 2020/21, 35 882, nr. 1'
    """
    if len(text) > _LONGEST:
        raise UnreadableCitation(
            text[:40] + "…", "too long for one citation", "use kg find for a text", position=0
        )
    identifier = _as_id(text)
    if identifier is not None:
        return (_citation(text.strip(), identifier),)
    # A bare number is a paper's: "35 882, A" reads as "Kamerstuk 35 882, A".
    for prefix in ("", "Kamerstuk "):
        given = prefix + text
        mentions = _mentions(given)
        if mentions and _unread(given, mentions, len(prefix)) is None:
            if citations := _citations(mentions):
                return citations
    mentions = _mentions(text)
    raise explain(text, mentions, _unread(text, mentions, 0) or 0, _read_quietly)


def _as_id(text: str) -> Identifier | None:
    try:
        return parse_id(text.strip())
    except CitationError:
        return None


def _mentions(text: str) -> tuple[Mention, ...]:
    from kg.recognise import find

    return find(text)


def _unread(text: str, mentions: Sequence[Mention], start: int) -> int | None:
    """Where something stands that is neither a mention nor small change; ``None`` when nowhere.

    A mention without a value, or one that only points back, is unread itself.
    """
    label = _NOTE_LABEL.match(text, start)
    position = label.end() if label else start
    for mention in sorted(mentions, key=lambda m: (m.citation or m.span).start):
        whole = mention.citation or mention.span
        if whole.start > position and not _AROUND.fullmatch(text, position, whole.start):
            return position
        if mention.value is None or isinstance(mention.value, Repeat):
            return whole.start
        position = max(position, whole.end, mention.span.end)
    return None if _AROUND.fullmatch(text, position) else position


def _citations(mentions: Sequence[Mention]) -> tuple[Citation, ...]:
    """One citation per identifier; names (of motions, programmes) are read past."""
    found: dict[str, Citation] = {}
    for mention in mentions:
        value = mention.value
        if isinstance(value, Identifier) and value.id not in found:
            found[value.id] = _citation(mention.surface, value, mention.pages, mention.reason)
    return tuple(found.values())


def _citation(
    surface: str, identifier: Identifier, printed: str | None = None, reason: str | None = None
) -> Citation:
    forms = [(style, identifier.format(style)) for style in _STYLES]
    if len({form for _, form in forms}) == 1:
        forms = []
    return Citation(
        surface,
        kind_of(identifier),
        identifier.id,
        tuple(getattr(identifier, "further", ())),
        pages(identifier),
        tuple(forms),
        printed,
        reason,
    )


def _read_quietly(text: str) -> tuple[Citation, ...]:
    """The citations of a candidate for what was meant; none when it is unreadable itself."""
    identifier = _as_id(text)
    if identifier is not None:
        return (_citation(text, identifier),)
    mentions = _mentions(text)
    return _citations([m for m in mentions if not isinstance(m.value, Repeat)])
