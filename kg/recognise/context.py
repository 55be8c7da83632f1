"""A second look at mentions whose dossier is not printed beside them: ``de motie op stuk nr. 12``.

In the Handelingen a motion gets its number with its dossier once ("Zij krijgt nr. 12 (35300-V)")
and is "de motie op stuk nr. 12" from then on. A number of the same text that belongs to one dossier
only gives that dossier; failing that, the one dossier under debate does. Anything less certain
stays without a value, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.identifiers.dossier import Dossier
from kg.identifiers.kamerstuk import Kamerstuk
from kg.model import Mention, Role
from kg.patterns import later
from kg.recognise.kamerstuk_motion import PENDING
from kg.recognise.overlaps import place
from kg.reasons import because

_LAST_NUMBER = later(r"(\d{1,4}[a-z]?)\D{0,3}$", re.ASCII)
_NEAR = 150  # code points; what stands further off is not beside it
_UNDER_DEBATE = ("dossier.bracketed", "dossier.bill", "kamerstuk.nr-dossier")


def settle(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, those that waited for a dossier completed or given the reason why not.

    >>> from kg.model import Span
    >>> budget = Dossier("35300", "V")
    >>> debate = Mention("dossier", Span(0, 7), "35300-V", "dossier.bracketed", budget)
    >>> waiting = Mention("kamerstuk", Span(9, 19), "stuk nr. 8", "kamerstuk.stuk-nr")
    >>> [m.id for m in settle([debate, waiting])]
    ['dossier-35300-V', 'kst-35300-V-8']
    """
    if PENDING not in [m.rule for m in mentions] or not any(map(_waits, mentions)):
        return tuple(mentions)
    by_number = _by_number(mentions)
    own, debated = _own(mentions), _debated(mentions)
    return tuple(
        _complete(m, by_number, own, debated, () if own else _beside(mentions, at))
        if _waits(m)
        else m
        for at, m in enumerate(mentions)
    )


def add_links(mentions: Sequence[Mention], links: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions, and those of hyperlinks that name what their text does not.

    >>> from kg.model import Span
    >>> link = Mention("dossier", Span(0, 3), "pdf", "link.target", Dossier("35300"))
    >>> [m.id for m in add_links((), [link, link])]
    ['dossier-35300']
    """
    links = tuple(links)
    if not links:
        return tuple(mentions)
    added: list[Mention] = []
    known: dict[str | None, list[Mention]] = {}
    for mention in mentions:
        known.setdefault(mention.id, []).append(mention)
    for link in links:
        if not any(other.span.overlaps(link.span) for other in known.get(link.id, ())):
            known.setdefault(link.id, []).append(link)
            added.append(replace(link, citation=link.citation or link.span))
    return tuple(sorted((*mentions, *added), key=place)) if added else tuple(mentions)


def _waits(mention: Mention) -> bool:
    return mention.rule == PENDING and mention.value is None


def _by_number(mentions: Iterable[Mention]) -> dict[str, tuple[Dossier, ...]]:
    """For each ondernummer of the text the dossiers it is printed with."""
    found: dict[str, dict[Dossier, None]] = {}
    for mention in mentions:
        if isinstance(mention.value, Kamerstuk):
            found.setdefault(mention.value.ondernummer, {})[mention.value.series] = None
    return {number: tuple(series) for number, series in found.items()}


def _own(mentions: Iterable[Mention]) -> tuple[Dossier, ...]:
    """The dossiers of the document itself."""
    found = (_series(mention) for mention in mentions if mention.role is Role.OWN)
    return tuple(dict.fromkeys(series for series in found if series is not None))


def _debated(mentions: Iterable[Mention]) -> tuple[Dossier, ...]:
    """The dossiers of the motions and bills that the text is about."""
    found = (_series(mention) for mention in mentions if mention.rule in _UNDER_DEBATE)
    return tuple(dict.fromkeys(series for series in found if series is not None))


def _beside(mentions: Sequence[Mention], at: int) -> tuple[Dossier, ...]:
    """The dossiers of the papers right before and behind a mention: "t.v.v. nr. 8) - 25295-20"."""
    here = mentions[at].span
    found: dict[Dossier, None] = {}
    for other in (*mentions[max(0, at - 2) : at], *mentions[at + 1 : at + 3]):
        near = other.span.end > here.start - _NEAR and other.span.start < here.end + _NEAR
        if near and isinstance(other.value, Kamerstuk):
            found[other.value.series] = None
    return tuple(found)


def _series(mention: Mention) -> Dossier | None:
    if isinstance(mention.value, Kamerstuk):
        return mention.value.series
    return mention.value if isinstance(mention.value, Dossier) else None


def _complete(
    mention: Mention,
    by_number: dict[str, tuple[Dossier, ...]],
    own: tuple[Dossier, ...],
    debated: tuple[Dossier, ...],
    beside: tuple[Dossier, ...],
) -> Mention:
    match = _LAST_NUMBER.search(mention.surface)
    number = match[1].lstrip("0") if match else ""
    if not number:
        return replace(mention, reason=because("no number"))
    places = [
        (by_number.get(number, ()), f"that of nr. {number} of this text"),
        (own, "the document's own"),
        (debated, "the dossier debated"),
    ]
    if mention.role is Role.REPLACED:  # a motion replaces one of its own dossier
        places[:2] = [places[1], (beside, "that of the paper beside it"), places[0]]
    for series, why in places:
        if len(series) == 1:
            value = Kamerstuk(series[0].number, number, series[0].toevoeging)
            return replace(mention, value=value, reason=f"the dossier is {why}")
        if series:
            names = ", ".join(one.format("short") for one in series[:5])
            return replace(mention, reason=because("several dossiers", names=names))
    return replace(mention, reason=because("no dossier"))
