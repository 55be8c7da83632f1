"""Text made alike: one kind of white space, letters without accents, names to be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from functools import lru_cache

from kg.text.markdown import unmarked

# Line ends and blanks of other systems, each one code point for one code point.
_LINE_ENDS = "\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
_BLANKS = "\x1f\xa0\u1680\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200C)))

_PLAIN = {**dict.fromkeys(_LINE_ENDS, "\n"), **dict.fromkeys(_BLANKS, " ")}
_TYPED = bytes(code for code in range(128) if chr(code) not in _PLAIN)

# Letters that do not come apart into a base letter and an accent.
_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
    "ĳ": "ij", "ŋ": "n", "ħ": "h",
}
_LETTER = re.compile("[" + "".join(_LETTERS) + "]")
# Accents that stand beside their letter -> the combining ones.
_ACCENTS = {
    "´": "\u0301", "`": "\u0300", "¸": "\u0327", "¨": "\u0308", "ˇ": "\u030c", "˘": "\u0306",
}
_TORN_ACCENT = re.compile(r"([^\W\d_]) ?([´`¸¨ˇ˘])")
#: Raised figures as plain ones, for ``str.translate``.
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOT_AZ = re.compile(r"[^a-z]+")
# "zieken-\nhuis" is one word, "in-\nen uitvoer" keeps its hyphen; so does "WIA-\nuitkering".
_HYPHENATED = re.compile(r"(?<=[a-zà-ÿ][a-zà-ÿ])- ?\n\s*(?=[a-zà-ÿ])(?!en\b|of\b)")
_STROKE_END = re.compile(r"(\w)- ?\n\s*(?=\w)(?!en\b|of\b)")


def plain(text: str, rare: Set[str] | None = None) -> str:
    r"""The text with one kind of line end, blanks and tabs, no Markdown; every offset stays true.

    ``rare`` are its :func:`rare_characters`, where they are at hand.

    >>> plain("Betreft zorg\r\nDatum\u00a03 mei\x0cII")
    'Betreft zorg \nDatum 3 mei\nII'
    """
    rare = rare_characters(text) if rare is None else frozenset(rare)
    return (_kept if len(text) <= _LONGEST_KEPT else _plain)(text, rare)


def _plain(text: str, rare: frozenset[str]) -> str:
    if "\r" in rare:
        text = text.replace("\r\n", " \n")
    for char in _PLAIN.keys() & rare:
        text = text.replace(char, _PLAIN[char])
    return unmarked(text)


# Segmenter, recognisers and relations ask for the same text one after another.
_LONGEST_KEPT = 1 << 20
_kept = lru_cache(1)(_plain)


def rare_characters(text: str) -> frozenset[str]:
    """The characters of a text beyond those of plain typewriting: for asking if it has some.

    To look for each costs a pass over the text; this is two, however many are asked for.

    >>> sorted(rare_characters("Zie de brief ‘Zorg’\\x0c"))
    ['\\x0c', '‘', '’']
    """
    rare = text.encode("utf-8", "surrogatepass").translate(None, _TYPED)
    return frozenset(rare.decode("utf-8", "surrogatepass"))


def fold_space(text: str) -> str:
    r"""The text with every run of white space as one space and none at its ends.

    >>> fold_space(" Volksgezondheid,\n  Welzijn\u00a0en Sport ")
    'Volksgezondheid, Welzijn en Sport'
    """
    return " ".join(text.split())


def unwrap(text: str) -> str:
    r"""The text on one line: words hyphenated over a line end whole again, white space folded.

    >>> unwrap("de zieken-\n  huisnota en de WIA-\nuitkering in- en\nuitvoer")
    'de ziekenhuisnota en de WIA-uitkering in- en uitvoer'
    """
    if "-" in text and "\n" in text:
        text = _STROKE_END.sub(r"\1-", _HYPHENATED.sub("", text))
    return fold_space(text)


def mend_accents(name: str) -> str:
    """A name whose accents an extraction tore off and left behind their letters.

    >>> mend_accents("Yes¸ilgöz"), mend_accents("Kostic ´"), mend_accents("Van der Lee")
    ('Yeşilgöz', 'Kostić', 'Van der Lee')
    """
    if not _TORN_ACCENT.search(name):
        return unicodedata.normalize("NFC", name)
    mended = _TORN_ACCENT.sub(lambda match: match[1] + _ACCENTS[match[2]], name)
    return unicodedata.normalize("NFC", mended)


def fold_accents(text: str) -> str:
    """The text in lower case without diacritics; other characters stay.

    >>> fold_accents("Yeşilgöz-Zegerius"), fold_accents("Kuzu/Öztürk")
    ('yesilgoz-zegerius', 'kuzu/ozturk')
    """
    text = text.lower()
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return _LETTER.sub(lambda match: _LETTERS[match.group()], bare)


def fold(name: str) -> str:
    """The letters a–z of a name, lower case and without accents: what names are compared by.

    White space, hyphens and line breaks vanish; "&" counts as "en".

    >>> fold("Yeşilgöz-Zegerius"), fold("Van der\\nStaaij"), fold("Kostić")
    ('yesilgozzegerius', 'vanderstaaij', 'kostic')
    """
    return _NOT_AZ.sub("", fold_accents(name.replace("&", "en")))
