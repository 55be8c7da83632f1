"""Who sends and to whom: ministry, addressee and askers, where no label says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from kg.authority import Ministry, ministries
from kg.model import HeaderField, Kind, Signatory, Span
from kg.segment.askers import askers
from kg.segment.fields import chamber
from kg.segment.head import Head
from kg.segment.labels import read_label
from kg.segment.page import Page
from kg.segment.publication import Publication
from kg.segment.regulation import Regulation
from kg.text import fold, fold_space

_SITE = re.compile(r"rijksoverheid\.nl/(?:ministeries/)?([a-z]{2,6})\b")
_MINISTRY = re.compile(r"\b[Mm]inisterie\s+van\s+")
_ADDRESS = re.compile(
    r"(?:Aan\s+)?(?:[Dd]e\s+|DE\s+)?[Vv]oorzitter\s+van\s+de\s+(?:Tweede|Eerste)\s+Kamer"
    r"(?:\s+der\s+Staten-\s?Generaal)?"
)
_TO_CHAMBER = re.compile(r"oorzitter\s+van\s+de\s+(?:Tweede|Eerste)\s+Kamer")  # far faster
_BODY = re.compile(r"Geacht ((?:[Cc]ollege|[Bb]estuur)[^,:!]{0,80})")
_RETURN = re.compile(r"> ?Retouradres\b", re.IGNORECASE)
_CODE = re.compile(r"\d{4} ?[A-Z]{2}\b")
_CHAMBER = re.compile(r"(?:Tweede|Eerste) Kamer der Staten-Generaal")
_DELEGATES = re.compile(
    r"(?P<office>(?:[Mm]inister|[Ss]taatssecretaris)\s(?:van|voor)\s[^\n:;.]{3,100}?),?\s"
    r"(?:namens|voor) deze\b"
)
_LETTER_OF = re.compile(
    r"(?:GELEIDENDE )?BRIEF VAN DE (?:MINISTER EN (?:DE )?(?=STAATSSECRETARIS))?"
    r"(?P<office>(?:MINISTER|STAATSSECRETARIS) (?:VAN|VOOR) .{3,120})\Z"
)
_NEAR = 300  # code points above a signature within which who delegated it stands


def sender_fields(
    page: Page,
    head: Head,
    publication: Publication,
    fields: Sequence[HeaderField],
    signatories: Sequence[Signatory],
    kind: Kind,
    margin: dict[int, tuple[int, str]],
    regulation: Regulation | None = None,
) -> Iterator[HeaderField]:
    """The ministry, the addressee and the members whose questions are answered."""
    day = next((date.fromisoformat(f.value) for f in fields if f.name == "date"), None)
    names = {f.name for f in fields}
    stop = page.starts[head.stop] if 0 < head.stop < len(page) else 0
    start = page.starts[head.first] if head.first < len(page) else 0
    column = [(at, at + len(words)) for at, words in margin.values()]
    stretches = _joined([(start, stop), *column]) if stop > start else _joined(column)
    head_says = _from_letterhead(page.text, stretches, day)
    ministry = agreed_ministry(head_says, _from_signers(signatories, day))
    if ministry is None and signatories:
        ministry = _delegating(page, signatories, day)
    if ministry is None and publication.heading is not None:
        ministry = _heading_names(publication, page, day)
    if ministry is not None:
        yield ministry
    elif regulation is not None and regulation.authority is not None:
        yield from _enacting(page, regulation.authority, day)
    if "addressee" not in names and regulation is None:
        addressee = _addressee(page, stretches, publication) or _addressed_body(page, head)
        if addressee is not None:
            yield addressee
    if "asked-by" not in names:
        yield from askers(page, head, fields, kind)


def ministry_named(words: str, day: date | None, table: Sequence[Ministry]) -> str | None:
    """The abbreviation of the ministry whose name the words begin with; ``None`` for none.

    The name decides; among ministries of one name the day does, else the latest.

    >>> ministry_named("Volksgezondheid, Welzijn en Sport te Den Haag", None, ministries())
    'VWS'
    """
    key = fold(words[:160])
    best: tuple[int, bool, date, str] | None = None
    for row in table:
        if row.abbreviation is None:
            continue
        for name in (row.name, *row.aliases):
            folded = _folded(name)
            if len(folded) > 2 and key.startswith(folded):
                covers = day is not None and row.period.covers(day)
                rank = (len(folded), covers, row.period.start or date.min, row.abbreviation)
                best = rank if best is None or rank > best else best
    return best[3] if best else None


@lru_cache(1 << 10)
def _folded(name: str) -> str:
    """The compared form of a ministry's name, kept: they are asked for at every letterhead."""
    return fold(name)


def agreed_ministry(
    letterhead: HeaderField | None, signers: Sequence[HeaderField]
) -> HeaderField | None:
    """The sender: the letterhead's ministry, unless nobody of that ministry signs.

    A letter printed on the paper of another ministry, or of a former one, is its signer's.
    """
    if letterhead is None or signers and letterhead.value not in {s.value for s in signers}:
        return signers[0] if signers else None
    return letterhead


@cache
def _sites() -> dict[str, tuple[Ministry, ...]]:
    """The ministries by what stands behind rijksoverheid.nl/ in an address."""
    found: dict[str, tuple[Ministry, ...]] = {}
    for row in ministries():
        if row.abbreviation:
            key = fold(row.abbreviation)
            found[key] = (*found.get(key, ()), row)
    return found


def ministry_of_site(site: str, day: date | None) -> str | None:
    """The abbreviation behind "rijksoverheid.nl/"; after its last day that of its successor.

    >>> ministry_of_site("lnv", date(2024, 7, 1)), ministry_of_site("lnv", date(2024, 7, 2))
    ('LNV', 'LVVN')
    >>> ministry_of_site("nergens", None) is None
    True
    """
    rows = _sites().get(site)
    if rows is None:
        return None
    begun = [row for row in rows if day is None or (row.period.start or date.min) <= day]
    last = max(begun or rows, key=lambda row: row.period.start or date.min)
    for _ in range(8):
        end = last.period.end
        heirs = [row for row in ministries() if row.id == last.successor]
        if day is None or end is None or day <= end or not heirs:
            break
        last = heirs[0]
    return last.abbreviation


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order; those with only white space of a line end between them as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start - found[-1][1] <= 2:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _from_letterhead(
    text: str, stretches: list[tuple[int, int]], day: date | None
) -> HeaderField | None:
    """The ministry the letterhead names, or its web address."""
    for start, stop in stretches:
        for match in _MINISTRY.finditer(text, start, stop):
            found = ministry_named(text[match.end() : match.end() + 160], day, ministries())
            if found:
                end = _name_end(text, match.end(), found)
                return HeaderField("ministry", found, Span(match.start(), end))
    for start, stop in stretches:
        for match in _SITE.finditer(text, start, stop):
            found = ministry_of_site(match[1], day)
            if found:
                return HeaderField("ministry", found, Span(*match.span()))
    return None


def _name_end(text: str, start: int, abbreviation: str) -> int:
    """Where the printed name of a ministry ends."""
    longest = start
    for row in ministries():
        if row.abbreviation != abbreviation:
            continue
        for name in (row.name, *row.aliases):
            pattern = r"\s{0,120}" + r"\W{1,120}".join(map(re.escape, re.findall(r"\w+", name)))
            match = re.compile(pattern, re.IGNORECASE).match(text, start)
            longest = max(longest, match.end() if match else start)
    return longest


def _from_signers(signatories: Sequence[Signatory], day: date | None) -> list[HeaderField]:
    """The ministries of the signatories' offices, in the order they sign."""
    named = [(s.office, s.office_span) for s in signatories if s.office and s.office_span]
    found = [(ministry_of_office(office, day), span) for office, span in named[:8]]
    return [HeaderField("ministry", value, span) for value, span in found if value]


def _delegating(
    page: Page, signatories: Sequence[Signatory], day: date | None
) -> HeaderField | None:
    """The ministry in whose name another signs: "De Minister van Financiën, namens deze, …"."""
    spans = [s.office_span or s.name_span for s in signatories]
    start = min((span.start for span in spans if span is not None), default=0)
    last = None
    for match in _DELEGATES.finditer(page.text, max(0, start - _NEAR), start):
        last = match
    value = ministry_of_office(last["office"], day) if last else None
    return HeaderField("ministry", value, Span(*last.span("office"))) if last and value else None


def _heading_names(
    publication: Publication, page: Page, day: date | None
) -> HeaderField | None:
    """The ministry in the heading of a Kamerstuk: "BRIEF VAN DE MINISTER VAN FINANCIËN"."""
    match = _LETTER_OF.match(publication.heading or "")
    value = ministry_of_office(match["office"].lower(), day) if match else None
    line = publication.heading_line
    return HeaderField("ministry", value, page.span(line)) if value and line is not None else None


def _enacting(page: Page, authority: Span, day: date | None) -> Iterator[HeaderField]:
    """The ministry of the office that enacts a regulation nobody signs."""
    found = ministry_of_office(authority.of(page.text), day)
    if found is not None:
        yield HeaderField("ministry", found, authority)


def ministry_of_office(office: str, day: date | None) -> str | None:
    """The abbreviation of the ministry an office as printed belongs to.

    >>> ministry_of_office("de minister voor Langdurige Zorg en Sport", None)
    'VWS'
    >>> ministry_of_office("Minister (Economische Zaken en Klimaat)", date(2024, 2, 14))
    'EZK'
    """
    from kg.authority.titles import parse_title, printed_titles

    inside = re.search(r"\(([^()]{3,160})\)", office)
    printed = office if inside is None else f"{office[: inside.start()]} van {inside[1]}"
    posts = printed_titles().get(parse_title(printed).key, ())
    dated = [p for p in posts if day is not None and any(held.covers(day) for held in p.periods)]
    owners = {post.ministry for post in (dated or posts)}
    if len(owners) == 1:
        return owners.pop()
    rest = inside[1] if inside else parse_title(office).rest
    return ministry_named(rest, day, ministries())


def _addressee(
    page: Page, stretches: list[tuple[int, int]], publication: Publication
) -> HeaderField | None:
    """The chamber the letter is addressed to, in the address or the publication's head."""
    text = page.text
    top = (0, min(len(text), 2500))
    for start, stop in [*stretches, top]:
        if _TO_CHAMBER.search(text, start, stop) is None:
            continue
        match = _ADDRESS.search(text, start, stop)
        if match:
            return HeaderField("addressee", chamber(match.group()) or "TK", Span(*match.span()))
    if publication.aanhangsel:
        found = _CHAMBER.search(text, 0, 2000)
        if found:
            return HeaderField("addressee", chamber(found.group()) or "TK", Span(*found.span()))
    return None


def _addressed_body(page: Page, head: Head) -> HeaderField | None:
    """The body a salutation names: "Geacht College,"; the one below the sender's own address."""
    if head.salutation is None:
        return None
    match = _BODY.match(page.bodies[head.salutation])
    if match:
        at = page.start(head.salutation)
        return HeaderField("addressee", match[1], Span(at + match.start(1), at + match.end(1)))
    lines = [line for line in page.filled if head.first <= line < head.salutation][:60]
    for at, line in enumerate(lines[:-1]):
        block = lines[at + 1 : at + 7]
        if _RETURN.match(page.bodies[line]) and any(_CODE.match(page.bodies[n]) for n in block):
            words = page.bodies[block[0]]
            if words[0].isalpha() and len(words) <= 80 and read_label(words) is None:
                return HeaderField("addressee", fold_space(words), page.span(block[0]))
    return None
