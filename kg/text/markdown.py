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
_LAW = re.compile(r"^#{2,4}(?:\w| artikel )", re.MULTILINE | re.IGNORECASE)
_MARKED = re.compile(
    r"""(?P<sup><sup>[ ]?\*\*(?P<s>\d{1,3})\*\*[ ]?</sup>)
      | (?P<tag></?(?:mark|u|b|i|em|strong|a|img|span|div|tr|t?body|thead|table|colgroup|col|ul|ol)
            (?:[ ][^<>\n]{0,300})?/?>|</(?:p|td|th|li)>)
      | (?P<cell><(?:p|td|th|li)(?:[ ][^<>\n]{0,300})?>)
      | (?P<comment><!--[^<>]{0,300}-->)
      | (?P<image>!\[[^\[\]\n]{0,300}\]\([^()\n]*\))
      | (?P<head>^\#{1,6}(?=[ ]))
      | (?P<quote>^(?:>[ ]?){1,3})
      | (?P<list>^-(?=[ ]\d{1,3}[ ][A-ZÀ-Þ“‘"'«(]))
      | (?P<mark>\[\\?\[(?P<m>\d{1,3})\\?\]\]\(\\?\#footnote[\w\\-]{1,20}\))
      | (?P<back>\[↑\]\(\\?\#footnote[\w\\-]{1,20}\))
      | (?P<stroke>\\(?P<held>[^\w\s]))
      | (?P<bold>\*\*|(?<![_\w])__(?!_)|(?<!_)__(?![_\w]))
      | (?P<open>(?<![\w/:.@_*-])[_*](?=[\w«“‘"'(]))
      | (?<=[\w.,;:»”’"')!?])[_*](?![\w/_*-])(?P<stop>[.,;:]{0,3})
      | (?P<line><br[ ]?/?>)
      | (?P<one>\[(?P<n>\d{1,3})[ ]\])
      | (?P<two>\[(?P<n1>\d{1,3})[ ](?P<n2>\d{1,3})[ ]\])""",
    re.VERBOSE | re.MULTILINE,
)
# What tells Markdown of a program: asked for with its rarest character first.
_SIGNS = (("*", "**"), ("#", "\n#"), ("|", "\n|"), ("\\", "\\."), ("\\", "\\-"), ("↑", "[↑]("))
_ROW = re.compile(r"^[ ]{0,3}[|+][^\n]*", re.MULTILINE)
# A note of a Word file stands in a list at the end, with a way back to its mark.
_NOTE = re.compile(
    r"^(\d{1,3})\.[ ](?:<a[ ][^<>\n]{0,80}></a>[ ]?)?(?=[^\n]{1,2000}\[↑\]\()", re.MULTILINE
)
_BAR = re.compile(r"(?<!\\)\|")
_APART = re.compile(r"(?<=\S)  +(?=\S)")
_RULE = frozenset("|+-=: ")


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
    keep = _LAW.search(text) is not None
    if not keep and "|" in text:
        text = _ROW.sub(_row, text)
    if "[↑](" in text:
        text = _NOTE.sub(lambda note: f"[{note[1]}]".rjust(len(note[0])), text)
    return _MARKED.sub(lambda match: match[0] if keep and match["head"] else _blank(match), text)


def _blank(match: re.Match[str]) -> str:
    if match["one"]:
        return f"[{match['n']}] "
    if match["two"]:
        return f"[{match['n1']}][{match['n2']}]"
    if match["mark"]:
        return f"[^{match['m']}]".ljust(len(match[0]))
    if match["sup"]:
        return f"<sup>{match['s']}</sup>".ljust(len(match[0]))
    if match["line"] or match["cell"]:
        return "\n".rjust(len(match[0]))
    if match["comment"]:
        return "".join("\n" if char == "\n" else " " for char in match[0])
    # A full stop behind the mark moves to its word: "_Stb_. 1999", "nr\\. 5".
    stop: str = match["stop"] or match["held"] or ""
    return stop + " " * (len(match[0]) - len(stop))


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
