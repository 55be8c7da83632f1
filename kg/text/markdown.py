"""Markdown's marks taken out of a text without moving a character.

Programs that turn PDF and Word files into Markdown print bold and italics, headings, quotation
and line breaks as marks between the words ("Vragen van het lid **Bos**", "## **2271**", "[4 ]").
Each becomes blanks of the same length, so that every offset stays true; nothing else changes.
"""

from __future__ import annotations

import re

# The text of the law keeps the marks of its headings, which tell where a title or article begins.
_LAW = re.compile(r"^#{2,4}(?:\w| artikel )", re.MULTILINE | re.IGNORECASE)
_MARKED = re.compile(
    r"""(?P<sup><sup>[ ]?\*\*(?P<s>\d{1,3})\*\*[ ]?</sup>)
      | (?P<tag></?(?:mark|u|b|i|em|strong)>)
      | (?P<head>^\#{1,6}(?=[ ]))
      | (?P<quote>^(?:>[ ]?){1,3})
      | (?P<bold>\*\*)
      | (?P<open>(?<![\w/:.@_*-])[_*](?=[\w«“‘"'(]))
      | (?<=[\w.,;:»”’"')!?])[_*](?![\w/_*-])(?P<stop>[.,;:]{0,3})
      | (?P<line><br[ ]?/?>)
      | (?P<one>\[(?P<n>\d{1,3})[ ]\])
      | (?P<two>\[(?P<n1>\d{1,3})[ ](?P<n2>\d{1,3})[ ]\])""",
    re.VERBOSE | re.MULTILINE,
)


def is_marked(text: str) -> bool:
    """Whether a text has Markdown's headings or bold words; most texts stop here.

    >>> is_marked("Vragen van het lid **Bos**"), is_marked("Vragen van het lid Bos")
    (True, False)
    """
    return "**" in text or "\n#" in text or text.startswith("#")


def unmarked(text: str) -> str:
    """The text with blanks for Markdown's marks; as it is where it has none.

    >>> unmarked("## **2271**")
    '     2271  '
    >>> unmarked("het _bericht_ van **Bos**.[4 5 ]")
    'het  bericht  van   Bos  .[4][5]'
    >>> unmarked("**2** * 3, snake_case (_Stb_. 1999, 5)")
    '  2   * 3, snake_case ( Stb.  1999, 5)'
    """
    if not is_marked(text):
        return text
    keep = _LAW.search(text) is not None
    return _MARKED.sub(lambda match: match[0] if keep and match["head"] else _blank(match), text)


def _blank(match: re.Match[str]) -> str:
    if match["one"]:
        return f"[{match['n']}] "
    if match["two"]:
        return f"[{match['n1']}][{match['n2']}]"
    if match["sup"]:
        return f"<sup>{match['s']}</sup>".ljust(len(match[0]))
    if match["line"]:
        return "\n".rjust(len(match[0]))
    # A full stop behind the mark moves to its word: "_Stb_. 1999".
    stop: str = match["stop"] or ""
    return stop + " " * (len(match[0]) - len(stop))
