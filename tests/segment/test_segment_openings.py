"""What a step looks for begins with one of the pairs of characters for which it asks a page."""

import re
from collections.abc import Iterator
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document
from kg.segment import discourse, furniture, head, imprint, signing
from kg.segment.labels import LABEL_OPENINGS, LABELS, read_label
from kg.segment.page import open_page, openings
from kg.text import plain

DIGITS = "0123456789"
PATTERNS = [
    (furniture._FOOTER, furniture._FOOTER_PAIRS),
    (head._MAIL, head._MAIL_PAIRS),
    (head._SALUTATION, head._SALUTATION_PAIRS),
    (signing._CLOSING, signing._CLOSES),
    (signing._UNDERSIGNED, signing._SIGNS),
    (signing._DIGITAL, signing._SIGNS),
    (imprint._PLACE, imprint._PLACES),
    (imprint._NUMBER, imprint._NUMBERS),
    (discourse._SPEAKER, discourse._TURNS),
    (discourse._ATTACHMENT, discourse._ATTACHED),
    (discourse._QUESTION, discourse._TURNS),
    (discourse._ANSWER, discourse._ANSWERS),
]


def beginnings(tree: Any, rest: int = 2) -> Iterator[str]:
    """The first characters that what a parsed pattern matches may have; ``\\0`` for any other."""
    if not tree or not rest:
        yield ""
        return
    (kind, value), after = tree[0], tree[1:]
    for here in first(kind, value, rest):
        for more in beginnings(after, rest - len(here)):
            yield here + more


def first(kind: Any, value: Any, rest: int) -> Iterator[str]:
    if kind is op.LITERAL:
        yield chr(value)
    elif kind is op.IN:
        for each, what in value:
            if each is op.LITERAL:
                yield chr(what)
            elif each is op.RANGE:
                yield from map(chr, range(what[0], what[1] + 1))
            elif what is op.CATEGORY_DIGIT:
                yield from DIGITS
            else:
                yield " " if what is op.CATEGORY_SPACE else "\0"
    elif kind is op.BRANCH:
        for branch in value[1]:
            yield from beginnings(list(branch), rest)
    elif kind is op.SUBPATTERN:
        yield from beginnings(list(value[3]), rest)
    elif kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        for times in range(value[0], min(value[1], value[0] + 2, 2) + 1):
            yield from beginnings(list(value[2]) * times, rest)
    elif kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        yield ""
    else:
        yield "\0"


def cased(pair: str, ignoring: bool) -> set[str]:
    if not ignoring:
        return {pair}
    return {a + b for a, b in product(*((c.lower(), c.upper()) for c in pair))}


@pytest.mark.parametrize("pattern, pairs", PATTERNS)
def test_what_a_pattern_matches_begins_with_a_pair(
    pattern: re.Pattern[str], pairs: frozenset[str]
) -> None:
    found = set(beginnings(list(parser.parse(pattern.pattern, pattern.flags))))
    wanted = {p for pair in found for p in cased(pair, bool(pattern.flags & re.IGNORECASE))}
    assert wanted and wanted <= pairs, sorted(wanted - pairs)


def test_every_footer_begins_with_what_a_line_is_first_asked_for() -> None:
    tree = list(parser.parse(furniture._FOOTER.pattern, furniture._FOOTER.flags))
    starts = tuple(start[:3] for start in furniture._FOOTER_STARTS)
    found = set(beginnings(tree, 3))
    passed_by = sorted(each for each in found if not each.startswith(starts))
    assert len(found) > 50 and not passed_by


@pytest.mark.parametrize("label", sorted(LABELS))
def test_a_label_is_asked_for_however_it_is_printed(label: str) -> None:
    written = [f"{word}: 3 mei 2022" for word in (label.capitalize(), label.upper())]
    assert all(map(read_label, written))
    for line in (*written, f"{label}: 3 mei 2022", f"**{label.capitalize()}**"):
        assert line[:2] in LABEL_OPENINGS


@given(st.lists(st.text("Da*n \t1e", max_size=5), max_size=12).map("\n".join))
def test_a_page_gives_the_lines_that_begin_so(text: str) -> None:
    page = open_page(Document(text, "brief.txt", "0" * 64))
    pairs = openings("datum") | {"**", "1"}
    lines = plain(text).split("\n")
    begun = [n for n, line in enumerate(lines) if line.strip()[:2] in pairs]
    assert list(page.opening(pairs)) == begun
    starting = [n for n, line in enumerate(lines) if line.strip()[:1] in ("1", "a")]
    assert list(page.starting({"1", "a"})) == starting
