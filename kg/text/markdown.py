"""Markdown's marks taken out of a text without moving a character.

Programs that turn PDF and Word files into Markdown print bold and italics, headings, quotation
and line breaks as marks between the words ("Vragen van het lid **Bos**", "## **2271**", "[4 ]"),
tables with bars or as HTML ("| Datum | 7 mei 2024 |"), and a stroke before what could be a mark
("nr\\. 5"). Each becomes blanks of the same length, so that every offset stays true; nothing else
changes.
"""

from __future__ import annotations

import re

# The text of the law keeps the marks of its headings, which tell where a title or article begins.
_LAW = re.compile(r"##(?<![^\n]##)#{0,2}(?:\w| artikel )", re.IGNORECASE)
# Each branch begins with a character, which re skips to: what stands before it is asked after it.
_MARKED = re.compile(
    r"""<sup>[ ]?\*\*(?P<raised>\d{1,3})\*\*[ ]?</sup>
      | </?(?:mark|u|b|i|em|strong|a|img|span|div|tr|t?body|thead|table|colgroup|col|ul|ol)
            (?:[ ][^<>\n]{0,300})?/?>
      | </(?:p|td|th|li)>
      | <(?:(?:p|td|th|li)(?:[ ][^<>\n]{0,300})?|br[ ]?/?)(?P<line>>)
      | <!--[^<>]{0,300}--(?P<comment>>)
      | !\[[^\[\]\n]{0,300}\]\([^()\n]*\)
      | \#(?<![^\n]\#)\#{0,5}(?=[ ])
      | >(?<![^\n]>)[ ]?(?:>[ ]?){0,2}
      | -(?<![^\n]-)(?=[ ]\d{1,3}[ ][A-ZÀ-Þ“‘"'«(])
      | \[\\?\[(?P<mark>\d{1,3})\\?\]\]\(\\?\#footnote[\w\\-]{1,20}\)
      | \[↑\]\(\\?\#footnote[\w\\-]{1,20}\)
      | \[(?P<one>\d{1,3})(?:[ ](?P<two>\d{1,3}))?[ ]\]
      | `(?P<bullet>[o•-])`(?=[ ])
      | \\(?P<held>[^\w\s])
      | \*\*
      | __(?<![_\w]__)(?!_)
      | __(?<!___)(?![_\w])
      | \*(?<![\w/:.@_*-]\*)(?=[\w«“‘"'(])
      | _(?<![\w/:.@_*-]_)(?=[\w«“‘"'(])
      | \*(?<=[\w.,;:»”’"')!?]\*)(?![\w/_*-])(?P<stop>[.,;:]{0,3})
      | _(?<=[\w.,;:»”’"')!?]_)(?![\w/_*-])(?P<end>[.,;:]{0,3})""",
    re.VERBOSE,
)
_ROW = re.compile(r"^[ ]{0,3}[|+][^\n]*", re.MULTILINE)
# A note of a Word file stands in a list at the end, with a way back to its mark.
_NOTE = re.compile(
    r"^(\d{1,3})\.[ ](?:<a[ ][^<>\n]{0,80}></a>[ ]?)?(?=[^\n]{1,2000}\[↑\]\()", re.MULTILINE
)
_INITIALS = re.compile(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)")
_BAR = re.compile(r"(?<!\\)\|")
_APART = re.compile(r"(?<=\S)  +(?=\S)")
_RULE = frozenset("|+-=: ")
# What tells Markdown of a program: asked for with its rarest character first.
_SIGNS = (("*", "**"), ("#", "\n#"), ("|", "\n|"), ("\\", "\\."), ("\\", "\\-"), ("↑", "[↑]("))


def is_marked(text: str) -> bool:
    """Whether a text has Markdown's headings, bold words or tables; most texts stop here.

    >>> is_marked("Vragen van het lid **Bos**"), is_marked("Vragen van het lid Bos")
    (True, False)
    """
    return any(rare in text and sign in text for rare, sign in _SIGNS) or text[:1] in ("#", "|")


def unmarked(text: str) -> str:
    """The text with blanks for Markdown's marks; as it is where it has none.

    >>> unmarked("## **2271**")
    '     2271  '
    >>> unmarked("het _bericht_ van **Bos**.[4 5 ]")
    'het  bericht  van   Bos  .[4][5]'
    >>> unmarked("**2** * 3, snake_case (_Stb_. 1999, 5)")
    '  2   * 3, snake_case ( Stb.  1999, 5)'
    >>> unmarked("| Datum | 7 mei |")
    '  Datum   7 mei  '
    """
    if not is_marked(text):
        return text
    keep = "##" in text and _LAW.search(text) is not None
    if not keep and "|" in text:
        text = _ROW.sub(_row, text)
    if "[↑](" in text:
        text = _NOTE.sub(lambda note: f"[{note[1]}]".rjust(len(note[0])), text)
    return _MARKED.sub(_kept if keep else _blank, text)


def unescaped(words: str, printed: str) -> str:
    """The words of a plain text without the blanks that escaped marks left in them.

    ``printed`` is where they stand in the text itself.

    >>> unescaped("D. M. Bos (Groen- Links)", r"D\\.M\\. Bos \\(Groen\\-Links\\)")
    'D.M. Bos (Groen-Links)'
    """
    bare = " ".join(printed.replace("\\", "").split())
    if words.replace(" ", "") == bare.replace(" ", ""):
        return bare
    return _INITIALS.sub("", words.replace("- ", "-"))


def _kept(match: re.Match[str]) -> str:
    """The marks of a heading as they stand, others as blanks."""
    found: str = match[0]
    return found if found[0] == "#" else _blank(match)


def _blank(match: re.Match[str]) -> str:
    found: str = match[0]
    name = match.lastgroup
    if name is None:
        return " " * len(found)
    held: str = match[name]
    if name == "line":
        return "\n".rjust(len(found))
    if name == "comment":
        return "".join("\n" if char == "\n" else " " for char in found)
    if name == "two":
        held = f"[{match['one']}][{held}]"
    elif name == "one":
        held = f"[{held}]"
    elif name == "mark":
        held = f"[^{held}]"
    elif name == "bullet":
        held = f"\n{held}"
    elif name == "raised":
        held = f"<sup>{held}</sup>"
    # A full stop behind the mark moves to its word: "_Stb_. 1999", "nr\\. 5".
    return held.ljust(len(found))


def _row(match: re.Match[str]) -> str:
    """A row of a table: its cells with wide gaps between them, or each on a line of its own.

    A table of one cell is a text box: what stands apart in it were its lines, as "<br>" says.
    """
    row: str = match[0]
    if _RULE.issuperset(row):
        return " " * len(row)
    bars = [bar.start() for bar in _BAR.finditer(row)]
    if not bars or row[: bars[0]].strip():
        return row  # "+31 70 …"
    gap = "\n" if "<br" in row else "\t"
    end = len(row.rstrip()) - 1
    cells = list(row)
    for at in bars:
        outer = at in (bars[0], end)
        cells[at] = " " if outer or gap == "\t" and row[at - 1 : at + 2] == " | " else gap
    row = "".join(cells)
    if len(bars) == 2 and bars[1] == end:
        row = _APART.sub(lambda blanks: "\n".ljust(len(blanks[0])), row)
    return row
