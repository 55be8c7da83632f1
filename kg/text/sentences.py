"""Where the sentences of a Dutch text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

# Never the last word of a sentence: something always follows.
_OPEN_ABBREVIATIONS = frozenset(
    """
    nr nrs no art artt blz pag p pp par hfst kamerst kamerstuk stcrt stb trb dhr mw mevr mr dr drs
    ir ing prof hr st jhr vgl zgn bv bijv evt incl excl ca circa max min gem tel ds resp o.a d.d
    d.w.z i.v.m n.a.v t.a.v t.b.v t.o.v m.b.t i.h.k i.c m.i.v t.v.v m.u.v o.b.v i.o i.p.v a.d.h.v
    o.g.v u.a v.w.b t.g.v d.m.v z.g m.n w.o i.e i.h.b n.v.t.v w.g jr. onderd jo juncto bladz fig
    """.split()
)
# May end a sentence: then a word follows that opens one.
_LOOSE_ABBREVIATIONS = frozenset(
    "jl jll a.s l.l c.s e.d e.a etc enz mln mld m.m n.v.t t.z.t z.s.m s.v.p b.v n.v p.m v.v".split()
)
_ABBREVIATIONS = _OPEN_ABBREVIATIONS | _LOOSE_ABBREVIATIONS
_ABBREVIATION_TAILS = frozenset(word[-3:] for word in _ABBREVIATIONS)
_OPENERS = frozenset(
    """
    de het een dit dat deze die in op ik wij we u uw ook er zo hierin hiermee hierbij hierover
    daarin daarmee daarbij daarover daarnaast daarom tevens verder voorts met voor na naar bij aan
    als om over van uit door tot tijdens vanuit volgens hoewel omdat wat welke hoe kunt bent heeft
    is deelt wanneer hieruit daaruit zij hij mijn onze ten tenslotte echter bovendien vervolgens
    inmiddels momenteel hieronder onderstaand bovenstaand graag conform gelet alle beide
    """.split()
)
# A line end with the empty lines after it, where the next line is not simply the wrapped rest of
# this one; a full stop with what clings to it before a capital. Each is a pattern that begins with
# the one character it is looked for by: to that re skips five times as fast as to one of a set.
_LINE_END = re.compile(r"\n(?![ \t]*[a-zà-öø-ÿ]{2})[ \t\n]*")
# What a motion begins and ends with stands on lines of its own and is no part of what it says; each
# consideration and each request opens a line.
_OPENING, _SAID = r"[ \t]*(?:De Kamer,[ \t]*)?", r"ehoord [^\n]{3,60},[ \t]*"
_HEARD = rf"{_OPENING}[Gg]{_SAID}"
_ORDER = r"[Ee]n gaat over tot de orde van de dag"
_CLAUSE = (
    r"(?:[Cc]onstaterende|[Oo]verwegende|[Vv]an (?:mening|oordeel))\s{1,9}dat\b"
    r"|(?:[Vv]erzoekt|[Ss]preekt|[Rr]oept)\b"
)
_OPENED, _CLOSES = re.compile(rf"{_HEARD}\Z"), re.compile(rf"(?P<order>{_ORDER})|{_CLAUSE}")
# The same within a text, with the line end before or behind it. Each pattern begins with what re
# can skip to, and takes all blanks at once: to try at each of them would take the square of them.
_SAID_HERE = re.compile(rf"{_SAID}(?P<end>\n[ \t\n]*+)")
_SAYS = re.compile(rf"{_OPENING}[Gg]")
_BEFORE_CLAUSE = re.compile(rf"\n[ \t\n]*+(?P<clause>(?={_ORDER}|{_CLAUSE}))?")
_CLINGS = r"""(?!\s)[)\]"”’»'*_]{0,3}
    (?:\d{1,3}(?:,\s?\d{1,3}){0,3}|[⁰¹²³⁴-⁹]{1,3}|\[\^?\d{1,3}\])?"""
_CAPITAL = r"(?=\s+[^\sa-zà-öø-ÿ])"
_STOPS = {
    stop: re.compile(
        rf"{re.escape(stop)}(?:{_CAPITAL}|{_CLINGS}(?:{_CAPITAL}|(?=\s*\Z))|(?=\s*\Z))", re.VERBOSE
    )
    for stop in ".!?…"
}
_WORD = re.compile(r"[^\W\d_]+")
_BLANK = re.compile(r"\s*")
_RUNS_ON = "0123456789(),"  # may go on with a sentence behind an empty line, as small letters may
_SPACE = " \t\n"  # all that plain text has
_BULLET = re.compile(
    r"(?:[•●▪◦‣∙·\uf0b7\uf0a7○■□►➢✓–—*-][ \n]|o(?: {1,12}| {0,4}\n ?)[A-Z]|\(?\d{1,2}[.)] |"
    r"\(?[a-z][.)] |[IVX]{1,4}\. )"
)
# Some programs print the bullet of an item on a line of its own.
_ALONE = frozenset("•●▪◦‣∙·\uf0b7\uf0a7○■□►➢✓–o-")
_ITEM_OPENS = re.compile(r"\W{0,6}[A-Z0-9À-Þ“‘«€]")
_QUOTES = "\"“‘«(['„"


def usual_width(lengths: list[int]) -> int:
    """The ninth decile of the lengths of lines that hold something.

    >>> usual_width([0, 80, 81, 82, 0, 20])
    82
    """
    filled = sorted(filter(None, lengths))
    return filled[min(len(filled) - 1, len(filled) * 9 // 10)] if filled else 0


def split_points(
    text: str, start: int, end: int, width: int, stops: Iterable[int], behinds: Mapping[int, int]
) -> list[tuple[int, int]]:
    """The sentences of a stretch of plain text (see ``plain``) whose full lines are ``width`` long.

    ``stops`` are those of the stretch, ``behinds`` what is behind each (see ``events_in``).
    """
    found: list[tuple[int, int]] = []
    at = since = start
    begin = start
    if text[start : start + 1] in _SPACE:
        begin = _BLANK.match(text, start, end).end()  # type: ignore[union-attr]
    for stop in stops:
        if stop < at:  # what clings to the stop before reaches beyond it
            continue
        behind = behinds[stop]
        if behind >= end:
            break
        at = behind
        if text[stop] == "\n":
            if text[stop + 1] != "\n" or text[at].islower() or text[at] in _RUNS_ON:
                if not _line_ends_sentence(text, start, stop, at, end, width):
                    continue
            if begin < stop:
                if text[stop - 1] in _SPACE:
                    stop = begin + len(text[begin:stop].rstrip())
                found.append((begin, stop))
            begin = since = at
        else:
            following = text[at + 1 : at + 2]
            if not (
                stop - begin > 2 and _ends_word(text[stop - 3 : stop])
                and not following.islower() and not following.isspace()  # the usual case
            ) and not _stop_ends_sentence(text, since, stop, at, end):
                continue
            found.append((begin, at))
            since, begin = at, at + 1  # white space follows
            if following in _SPACE:
                begin = _BLANK.match(text, begin, end).end()  # type: ignore[union-attr]
    if begin < end:
        if text[end - 1] in _SPACE:
            end = begin + len(text[begin:end].rstrip())
        found.append((begin, end))
    return found


@lru_cache(1 << 14)
def _ends_word(tail: str) -> bool:
    """Whether the three letters before a full stop are the end of a word, of no abbreviation."""
    return tail.isalpha() and tail.lower() not in _ABBREVIATION_TAILS


def events_in(text: str) -> tuple[list[int], dict[int, int]]:
    r"""Where a sentence may end, in order: a stop or a line end; and behind each where one begins.

    >>> events_in("Zie noot 3. En verder\n\nDank")
    ([10, 21], {21: 23, 10: 11})
    """
    behind = dict(map(_span, _LINE_END.finditer(text)))
    for stop, pattern in _STOPS.items():
        if stop in text:
            behind.update(map(_span, pattern.finditer(text)))
    if "tot de orde van de dag" in text:
        behind.update(_around_formulas(text))
    return sorted(behind), behind


_span = re.Match.span


def _around_formulas(text: str) -> Iterator[tuple[int, int]]:
    """The line ends that set apart what a motion begins and ends with, and its clauses."""
    for match in _BEFORE_CLAUSE.finditer(text):
        if match["clause"] is not None:
            yield match.span()
    for match in _SAID_HERE.finditer(text):
        at = match.start()
        if _SAYS.fullmatch(text, text.rfind("\n", 0, at) + 1, at):
            yield match.span("end")


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without white space at its ends; ``None`` where only white space is left.

    >>> trimmed("  de brief ", 0, 11), trimmed("   ", 0, 3)
    ((2, 10), None)
    """
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return start, end
    stretch = text[start:end].rstrip()
    bare = stretch.lstrip()
    return (start + len(stretch) - len(bare), start + len(stretch)) if bare else None


def _line_ends_sentence(
    text: str, start: int, stop: int, after: int, end: int, width: int
) -> bool:
    """Whether the sentence ends where the line does: an empty line, an item, a short line."""
    if after >= end:
        return True
    least = start if stop - start < 400 else stop - 400
    line_start = text.rfind("\n", least, stop) + 1 or start
    while stop > line_start and text[stop - 1] in " \t":
        stop -= 1
    last = text[stop - 1] if stop > line_start else ""
    if last in _ALONE and stop - line_start < 4 and text[line_start:stop].strip() == last:
        return False
    if set_apart(text, line_start, stop, after):
        return True
    if text.find("\n", text.find("\n", stop, after) + 1, after) >= 0:
        # Of tagged text each tag's words stand apart: a number due, a bracket alone on its line.
        if text[after].isdigit() and text.endswith((" nr.", " nrs."), line_start, stop):
            return False
        if last == "(" or text.startswith((")", ",", "(\n"), after):
            return False
        return not text[after].islower() or last in ".!?:;" or bool(_BULLET.match(text, after, end))
    if _BULLET.match(text, after, end):
        return last != "-" and bool(_ITEM_OPENS.match(text, after) or last in ".;:,")
    if last in ",-–/(" or not _ITEM_OPENS.match(text, after, end):
        return False
    word = text.find(" ", after, after + 20)
    return stop - line_start + (word - after if word > 0 else 20) < 0.75 * width


def set_apart(text: str, start: int, stop: int, after: int) -> bool:
    """Whether two stretches of a motion's text are clauses of their own.

    The line before runs from ``start`` to ``stop``, the other stretch begins at ``after``.

    >>> set_apart("gehoord de beraadslaging,\\nverzoekt de regering", 0, 25, 26)
    True
    """
    last = text[stop - 1 : stop]
    closing = _CLOSES.match(text, after) if last else None
    if closing:
        return closing["order"] is not None or last in ",;:"
    return last == "," and _OPENED.match(text[start:stop]) is not None


def _stop_ends_sentence(text: str, begin: int, stop: int, after: int, end: int) -> bool:
    """Whether a full stop ends the sentence: no abbreviation, and no small letter comes next."""
    following = after + 1  # white space stands before it
    if text[following : following + 1] in _SPACE:
        following = _BLANK.match(text, after, end).end()  # type: ignore[union-attr]
    if following == end:
        return True
    if text[following].islower():
        return False
    if text[stop] != "." or stop + 1 < after and text[stop + 1] not in ")]":
        return True
    least = begin if stop - begin < 16 else stop - 16
    blank, line = text.rfind(" ", least, stop), text.rfind("\n", least, stop)
    word_at = (blank if blank > line else line) + 1 or least
    word = text[word_at:stop].lstrip(_QUOTES)
    if len(word) > 2 and word.isalpha() and word.lower() not in _ABBREVIATIONS:
        return True
    if len(word) <= 3 and not text[begin:word_at].strip(" \t\n([•-–"):
        return not word  # the number of a list item
    return not _is_abbreviation(word, text, following)


def _is_abbreviation(word: str, text: str, following: int) -> bool:
    """Whether the full stop after ``word`` belongs to an abbreviation or an initial."""
    lower = word.lower()
    if lower in _OPEN_ABBREVIATIONS:
        return True
    if lower in _LOOSE_ABBREVIATIONS:
        opener = _WORD.match(text[following : following + 24].lstrip(_QUOTES))
        return opener is None or opener.group().lower() not in _OPENERS
    return len(word) == 1 and word.isupper() or _dotted_capitals(word)


def _dotted_capitals(word: str) -> bool:
    """Whether the word is initials with dots between them ("J.P", "Ch.W").

    >>> _dotted_capitals("J.P"), _dotted_capitals("Ch.W"), _dotted_capitals("overheid.nl")
    (True, True, False)
    """
    parts = word.split(".")
    return len(parts) > 1 and all(p[:1].isupper() and len(p) <= 2 for p in parts if p)
