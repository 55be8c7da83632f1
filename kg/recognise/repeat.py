"""Words that point back at a citation: "ibidem", "idem", "zie noot 3", "dezelfde brief".

Finding them is one thing, saying what they repeat another. ``settle_repeats`` gives a repeat the
value of what it repeats where that is certain: the note before holds one citation and no other, the
note named holds one, the last document named is of the word's kind. Else the repeat keeps its
place and the reason.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.identifiers.grammar import GAP
from kg.model import Mention, Repeat, Role, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.handelingen import PAGES
from kg.text import SUPERSCRIPT

KIND = "repeat"

_IBIDEM = later(r"[Ii]bid(?:em\b|\b)\.?")
# "Idem, p. 7" opens a note or a cell; "ne bis in idem", "idem voor artikel 2" do not
_IDEM = later(rf"[Ii]dem\b(?={GAP}(?:[.,;:)<]|$|\n|(?:als|zie){GAP}(?:voet)?noot))")
_OPENS = later(r"(?:^|[\n|>;(]|[0-9¹²³⁴-⁹\])][.:)]?)[^\S\n]{0,20}$")
_NOTE = later(rf"[Nn]oot{GAP}(?:nr\.{GAP})?(?P<note>[0-9]{{1,3}})(?![0-9])")
_POINTS = later(
    r"\b(?:[Zz]ie|[Vv]gl\.?|[Vv]ergelijk|[Gg]enoemd|[Aa]ls|[Ii]n|[Bb]ij)"
    r"(?:\s{1,40}(?:ook|tevens|bij|in|onder|als|genoemd|hiervoor|eerder)){0,3}\s{1,40}"
    r"(?:[Vv]oet|[Ee]ind)?$"
)
_SAME = later(
    rf"(?:[Dd]ezelfde|[Hh]etzelfde|[Vv]oornoemde?|[Ee]erdergenoemde?|[Bb]ovengenoemde?){GAP}"
    r"(?P<noun>Kamerbrief|kamerbrief|brief|Kamerstuk|kamerstuk|motie|amendement"
    r"|nota(?! van wijziging))\b"
)
_KINDS = {
    "brief": ("kamerstuk", "kenmerk", "tweede-kamer", "brief"),
    "kamerbrief": ("kamerstuk", "kenmerk", "tweede-kamer", "brief"),
    "kamerstuk": ("kamerstuk",),
    "nota": ("kamerstuk", "kenmerk", "tweede-kamer", "brief"),
    "motie": ("motie", "kamerstuk"),
    "amendement": ("motie", "kamerstuk"),
}
_FAR = 600  # code points within which an antecedent must stand
_MOST = 60  # more mentions than this in one note decide nothing
# Both ways begin with a character of their own, so that the search skips from one to the next.
_LABEL = later(
    r"\n[^\S\n]*+(?:<sup>[^\S\n]*+)?\[?\^?(?P<label>[0-9]{1,3}|[¹²³⁴-⁹⁰]{1,3})(?:\]|[.:)])*:?"
    r"(?=\s|\Z|[A-Z(\[])|<sup>[^\S\n]*+(?P<sup>[0-9]{1,3})"
)

RULES = (
    Rule("repeat.ibidem", "3 Ibidem, p. 7.", (None,)),
    Rule("repeat.idem", "\n4 Idem, blz. 13.", (None,)),
    Rule("repeat.note", "zoals gemeld (zie noot 3)", (None,)),
    Rule("repeat.same", "In dezelfde brief staat dat", (None,)),
)


def parse_repeat(text: str, start: int, end: int) -> Iterator[Mention]:
    """The word at ``start`` that points back, with the note it names.

    >>> [m.value.note for m in parse_repeat("genoemd in noot 3", 11, 16)]
    ['3']
    """
    if match := _NOTE.match(text, start):
        if points := _POINTS.search(text, max(0, start - 100), start):
            yield _mention(text, points.start(), match.end(), "repeat.note", match["note"])
    elif match := _SAME.match(text, start):
        yield _mention(text, *match.span(), "repeat.same")
    elif match := _IBIDEM.match(text, start):
        yield _mention(text, *match.span(), "repeat.ibidem")
    elif match := _IDEM.match(text, start):
        aside = match[0] == "idem" and text.startswith(")", match.end())
        if not aside and _OPENS.search(text, max(0, start - 40), start):
            yield _mention(text, *match.span(), "repeat.idem")


def _mention(text: str, start: int, end: int, rule: str, note: str | None = None) -> Mention:
    pages = PAGES.match(text, end) if rule != "repeat.same" else None
    printed = "-".join(filter(None, pages.groups())) if pages else None
    whole = Span(start, pages.end() if pages else end)
    return Mention(
        KIND, Span(start, end), text[start:end], rule, Repeat(note), citation=whole, pages=printed
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What a repeat repeats, or why that is not certain."""

    mention: Mention | None
    reason: str


def settle_repeats(
    text: str, mentions: Sequence[Mention], *, notes: Sequence[tuple[str, Span]] = ()
) -> tuple[Mention, ...]:
    """The mentions with each repeat given the value of what it certainly repeats.

    ``notes`` are the labels and texts of the footnotes where they are known; else they are looked
    for in the text. A repeat that is not certain keeps its value and says why in ``reason``.

    >>> from kg.model import Brief
    >>> text = "3 Brief A.\\n4 Ibidem, p. 7."
    >>> brief = Mention("brief", Span(2, 9), "Brief A", "brief.x", Brief("brief", None))
    >>> again = Mention("repeat", Span(13, 19), "Ibidem", "repeat.ibidem", Repeat())
    >>> settle_repeats(text, (brief, again))[1].value == brief.value
    True
    """
    if not any([isinstance(m.value, Repeat) for m in mentions]):
        return tuple(mentions)
    ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
    page = _Page(text, ordered, tuple(notes) or _notes_in(text))
    for place, mention in enumerate(ordered):
        if isinstance(mention.value, Repeat):
            found = _found(page, mention, mention.value)
            value = found.mention.value if found.mention else mention.value
            ordered[place] = replace(mention, value=value, reason=found.reason)
    return tuple(ordered)


class _Page:
    """A text with its mentions and notes in order, for asking what stands where."""

    def __init__(
        self, text: str, mentions: list[Mention], notes: Sequence[tuple[str, Span]]
    ) -> None:
        self.text = text
        self.mentions = mentions  # settled one by one, in place
        self.notes = sorted(notes, key=lambda note: note[1])
        self._starts = [m.span.start for m in mentions]
        self._note_starts = [span.start for _, span in self.notes]
        self._labels: dict[str, list[Span]] = {}
        for label, span in self.notes:
            self._labels.setdefault(label, []).append(span)

    def within(self, span: Span) -> list[Mention]:
        """What can be repeated in a stretch of text; of very many the last."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        near = self.mentions[max(first, last - _MOST) : last]
        return [m for m in near if m.span in span and _is_antecedent(m)]

    def note_at(self, offset: int) -> int | None:
        """The number of the note that holds an offset."""
        number = bisect_right(self._note_starts, offset) - 1
        return number if number >= 0 and offset < self.notes[number][1].end else None

    def notes_of(self, label: str) -> list[Span]:
        """The notes of that label, at most so many that more cannot be certain anyway."""
        return self._labels.get(label, [])[:_MOST]

    def shortly_before(self, offset: int) -> Span:
        """The stretch of the paragraph before an offset."""
        start = max(0, offset - _FAR)
        paragraph = self.text.rfind("\n\n", start, offset)
        return Span(max(start, paragraph), offset)


def _found(page: _Page, mention: Mention, repeat: Repeat) -> _Found:
    if repeat.note is not None:
        return _of_note(page, repeat.note, mention)
    if mention.rule == "repeat.same":
        return _of_kind(page, mention)
    return _before(page, mention)


def _of_note(page: _Page, label: str, mention: Mention) -> _Found:
    """The one thing that the note of that label cites."""
    named = (page.within(span) for span in page.notes_of(label) if mention.span not in span)
    holding = [cited for cited in named if cited]
    if not holding:
        return _Found(None, f"note {label} cites nothing that was found")
    if len(holding) > 1:
        return _Found(None, f"there are {len(holding)} notes {label} that cite something")
    return _only(holding[0], f"note {label}")


def _before(page: _Page, mention: Mention) -> _Found:
    """What stands before it in its own note, else what the note before cites."""
    start = mention.span.start
    own = page.note_at(start)
    if own is None:
        cited = page.within(page.shortly_before(start))
        if not cited:
            return _Found(None, "no citation stands before it in the paragraph")
        whole = cited[-1].citation
        together = [m for m in cited if whole and m.citation == whole]
        return _only(together or cited[-1:], "the citation before it")
    same_note = page.within(Span(page.notes[own][1].start, start))
    if same_note:
        return _only(same_note[-1:], "the citation before it")
    if own == 0:
        return _Found(None, "no note stands before it")
    cited = page.within(page.notes[own - 1][1])
    if not cited:
        return _Found(None, "the note before cites nothing that was found")
    return _only(cited, "the note before")


def _of_kind(page: _Page, mention: Mention) -> _Found:
    """ "dezelfde brief": the one letter named shortly before, when there are not two."""
    noun = mention.surface.split()[-1].lower()
    near = page.within(page.shortly_before(mention.span.start))
    cited = [m for m in near if m.kind in _KINDS[noun]]
    if not cited:
        return _Found(None, f"no {noun} is named shortly before it")
    return _only(cited, f"the {noun} named before")


def _is_antecedent(mention: Mention) -> bool:
    return (
        mention.value is not None
        and mention.role is not Role.OWN
        and not isinstance(mention.value, Repeat)
        and mention.kind not in ("programme", "office", "bewindspersoon", "toezegging")
    )


def _only(cited: Sequence[Mention], where: str) -> _Found:
    """The one value that all of them have."""
    values = list(dict.fromkeys(m.value for m in cited))
    if len(values) == 1:
        return _Found(cited[-1], f"repeats {where}")
    return _Found(None, f"{where} may be one of {len(values)}")


def _notes_in(text: str) -> tuple[tuple[str, Span], ...]:
    """Stretches that begin like a note, up to the next one or a blank line after some text."""
    first = _LABEL.match("\n" + text[:200])  # a first line has no line break before it
    labels = [(first["label"], 0, first.end() - 1)] if first else []
    labels += [(m["label"] or m["sup"], m.start(), m.end()) for m in _LABEL.finditer(text)]
    blocks = []
    for count, (label, _, end) in enumerate(labels):
        stop = labels[count + 1][1] if count + 1 < len(labels) else len(text)
        stop = min(stop, end + 2 * _FAR)
        body = text[end:stop].lstrip()
        begin = stop - len(body) if body else end
        blank = text.find("\n\n", begin, stop)
        blocks.append((label.translate(SUPERSCRIPT), Span(begin, blank if blank >= 0 else stop)))
    return tuple(blocks)


RECOGNISERS = (
    Recogniser(
        "repeat",
        r"\b[Ii]bid(?:em)?\b|\b[Ii]dem\b"
        r"|(?i:noot\s|\b(?:de|het)zelfde\s|\b(?:voor|eerderge|bovenge)noemde?\s)",
        parse_repeat,
        rules=RULES,
    ),
)
