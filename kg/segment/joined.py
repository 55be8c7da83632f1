"""Labels and values as programs print them that join the lines of a paragraph or sort columns.

"Aan X Van Y Datum 3 mei 2024 Betreft zorg" on one line, "TER BESLISSING Datum 3 mei 2024 Kenmerk
SKI / 97216470", or all labels of a block above all of its values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.segment.labels import Label, read_label
from kg.segment.page import Page
from kg.text import parse_date

_DAY = r"\d{1,2}\s{1,3}[A-Za-z]{3,9}\s{1,3}\d{4}(?!\d)"
_DATED = re.compile(rf"(?<!\S)(?P<capital>D(?:atum|ATUM)|datum)\s{{0,3}}:?\s{{1,9}}{_DAY}")
# A label behind the day; one in small letters only where the label of the day is small too.
_BEHIND = re.compile(
    r"\s+(?=(?P<capital>Betreft|BETREFT|Onderwerp|ONDERWERP|(?:Ons |Uw )?[Kk]enmerk|Bijlagen?|Van|"
    r"Aan|betreft|inzake|onderwerp)\s*:?\s)"
)
_FURTHER = re.compile(
    r"\s+(?=(?:(?:Ons |ons |Uw |uw )?[Kk]enmerk|[Zz]aaknr|[Zz]aaknummer|Bijlagen?)\s*:?\s+\S*\d)"
)
_TAIL = re.compile(r"(?<=\S)\s+(?=(?:Ons kenmerk|Onze referentie|Kenmerk)\s?:?\Z)")
_STACK = 8  # labels that may stand above their values
_TOP = 40  # filled lines within which a block of small labels stands
_BLOCK = frozenset("voor aan van cc datum inzake betreft onderwerp zaaknr kenmerk".split())
_DA = frozenset(("da",))
_SMALL = ("inzake", "betreft", "onderwerp", "zaaknr", "kenmerk")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of one of the two streams of a page: the letter's own lines or the margin column.

    ``sure`` tells that its place makes the word it begins with a label.
    """

    line: int
    start: int
    words: str
    sure: bool = False

    @property
    def label(self) -> Label | None:
        """The label it begins with."""
        return read_label(self.words, sure=self.sure)


def cuts(body: str) -> list[int]:
    """Where the labels stand in a line that holds a day under its label and others beside it.

    >>> cuts("Aan Jan Bos Datum 3 mei 2024 Betreft zorg"), cuts("Datum 3 mei 2024")
    ([0, 12, 29], [0])
    >>> cuts("Op die datum 3 mei 2024 was er niets")
    [0]
    """
    if body[:7] in ("Betreft", "Onderwe"):
        tail = _TAIL.search(body, 8)
        return [0] if tail is None else [0, tail.end()]
    day = _DATED.search(body, 0, 1200) if "atum" in body or "ATUM" in body else None
    if day is None:
        return [0]
    small = day["capital"][0].islower()
    behind = _BEHIND.match(body, day.end())
    if behind is not None and behind["capital"][0].islower() and not small:
        behind = None
    if behind is None and (small or day.end() < len(body)):
        return [0]
    found = [0, day.start()] if day.start() else [0]
    if behind is not None:
        found.append(behind.end())
        found += [match.end() for match in _FURTHER.finditer(body, behind.end() + 8)]
    return found


def entries(page: Page, lines: Iterable[int]) -> Iterator[Entry]:
    """The lines, each cut where labels stand side by side in it."""
    lines = list(lines)
    small = small_labels(page) | _addressed(page, lines)
    for line in lines:
        start, body = page.start(line), page.bodies[line]
        at = cuts(body)
        if len(at) == 1:
            yield Entry(line, start, body, line in small or below_small_day(page, line))
            continue
        for begin, end in zip(at, [*at[1:], len(body)], strict=True):
            yield Entry(line, start + begin, body[begin:end].rstrip(), begin > 0)


def _addressed(page: Page, lines: list[int]) -> frozenset[int]:
    """The line "Aan X" of a block that goes on with lines "Van Y" and "Datum …"."""
    bodies = page.bodies
    for at, line in enumerate(lines[:_TOP]):
        if bodies[line].startswith("Aan "):
            below = [bodies[n] for n in lines[at + 1 : at + 1 + 2 * _STACK]]
            sender = next((n for n, body in enumerate(below) if body.startswith("Van ")), None)
            if sender is not None and any(_DATED.match(body) for body in below[sender + 1 :]):
                return frozenset((line,))
    return frozenset()


def labels_joined(page: Page, lines: Sequence[int]) -> frozenset[int]:
    """The lines in which two labels or more stand, and those of a block whose labels are small."""
    days = [line for line in lines if "atum" in page.bodies[line]]
    if not days:
        return frozenset()
    small = small_labels(page)
    found = {line for line in days if _holds_labels(page.bodies[line])} | small.intersection(lines)
    below = {after for line in days for after in (line + 1, line + 2) if after < len(page)}
    return frozenset(found | {line for line in below if below_small_day(page, line)})


def small_labels(page: Page) -> frozenset[int]:
    """The lines of a block whose labels stand alone on them in small letters.

    "voor / van / datum / inzake": one such word alone is a word torn from a sentence.
    """
    last = page.filled[:_TOP][-1:]
    days = page.opening(_DA)
    if not any(line <= last[0] and page.bodies[line] == "datum" for line in days):
        return frozenset()
    alone = [line for line in page.filled[:_TOP] if page.bodies[line].rstrip(":") in _BLOCK]
    return frozenset(alone if len({page.bodies[line] for line in alone}) >= 3 else ())


def _holds_labels(body: str) -> bool:
    at = cuts(body)
    return len(at) > 2 or len(at) == 2 and read_label(body) is not None


def below_small_day(page: Page, line: int) -> bool:
    """Whether a line goes on with a block whose labels are small: "inzake X" below "datum …"."""
    if not line or not page.bodies[line].startswith(_SMALL):
        return False
    above = page.bodies[line - 1]
    if above.startswith("datum "):
        return read_label(above) is not None
    return line > 1 and page.bodies[line - 2].startswith("datum ") and above.startswith(_SMALL)


def stacked(found: Sequence[Entry], number: int) -> tuple[int, int] | None:
    """The entries of day and subject where all labels of a block stand above all values.

    ``number`` is the entry with the label of the day, the subject's label is the next one; the
    block of labels goes on above and below them.
    """
    last = number + 1
    if last + 2 >= len(found):
        return None
    label = found[last].label or read_label(found[last].words, sure=True)
    if label is None or label.field != "subject" or label.value_at is not None:
        return None
    while last + 1 < len(found) and last - number < _STACK:
        below = read_label(found[last + 1].words, sure=True)
        if below is None or below.value_at is not None:
            break
        last += 1
    for at in range(last + 1, min(last + 4, len(found) - 1)):
        if len(found[at].words) <= 20 and parse_date(found[at].words) is not None:
            return at, at + 1
    return None


def stack_end(page: Page, labels: Sequence[int]) -> int | None:
    """The line after day and subject below a stack of labels; ``None`` where there is none."""
    if len(labels) < 3 or labels[-1] - labels[-3] != 2:
        return None
    below = page.filled_in(labels[-1] + 1, labels[-1] + 1 + _STACK)
    for line, subject in zip(below[:4], below[1:], strict=False):
        if len(page.bodies[line]) <= 20 and parse_date(page.bodies[line]) is not None:
            return subject + (2 if len(page.bodies[subject]) >= 55 else 1)
    return None
