"""From bytes to text: which encoding a plain text file is in, decided from its bytes.

A byte order mark decides; else valid UTF-8 is UTF-8; else the bytes are read as Windows-1252, the
superset of Latin-1 that office programs write. Where a file is UTF-8 except for some bytes (mails
pasted together), only those bytes are read as Windows-1252. Nothing else is ever changed: line
ends (``\\n``, ``\\r\\n``, ``\\r``) stay as the file has them.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (  # UTF-32's little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes([*range(9), *range(14, 32), 127])
_FEW = 0.002  # stray control characters in text pulled from PDFs are far rarer than this


# What a letter with an accent, a dash or a quotation mark becomes when UTF-8 is encoded twice.
_TWICE = re.compile("[\xc3\xc2][\x80-\xbf\u20ac-\u2122]|\xe2\u20ac|\xef\xbb\xbf")
_TELL_TALES = ("\xc3", "\xc2", "\xe2\u20ac", "\xef\xbb\xbf")  # looked for far faster, mostly absent
_NOT_LATIN = re.compile("[^\x00-\xff]")
TWICE = "its text was UTF-8 twice over, and was read so"


class Undecodable(ValueError):
    """Bytes that are no text; the message says why, fit to follow a file's name."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file with the encoding it was read in, and a warning where it was mixed."""

    text: str
    encoding: str
    warning: str | None = None


def decode(data: bytes) -> Decoded:
    r"""The text in ``data``; raises :class:`Undecodable` with the reason when there is none.

    >>> decode(b"\xff\xfem\x00o\x00t\x00i\x00e\x00").text
    'motie'
    >>> decode("Kröger".encode("cp1252"))
    Decoded(text='Kröger', encoding='cp1252', warning=None)
    """
    decoded = _by_mark(data) or _without_mark(data)
    _demand_text(decoded, data)
    once = read_once(decoded.text) if decoded.encoding == "utf-8" else None
    return decoded if once is None else Decoded(once, "utf-8", TWICE)


def read_once(text: str) -> str | None:
    """The text behind one that was encoded as UTF-8 twice; ``None`` for any other.

    All of it must be so, and some of it tell-tale: a text that only quotes such letters stays.

    >>> read_once("LaÃ§in en KrÃ¶ger"), read_once("Laçin") is None
    ('Laçin en Kröger', True)
    """
    if text.isascii() or not (any(map(text.__contains__, _TELL_TALES)) and _TWICE.search(text)):
        return None
    try:
        return _NOT_LATIN.sub(_as_latin, text).encode("latin-1").decode("utf-8").lstrip("\ufeff")
    except UnicodeError:
        return None


def _as_latin(match: re.Match[str]) -> str:
    """The character Latin-1 has where Windows-1252 has this one."""
    return match[0].encode("cp1252").decode("latin-1")


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                if encoding == "utf-8":  # a mark before mixed bytes says little
                    return _mixed(data[len(mark) :])
                raise Undecodable(
                    f"begins as {encoding.upper()} but byte {error.start + len(mark)} breaks it"
                ) from None
    return None


def _without_mark(data: bytes) -> Decoded:
    if b"\x00" in data[:4096] and (wide := _wide_encoding(data)):
        try:
            return Decoded(data.decode(wide), wide)
        except UnicodeDecodeError as error:
            reason = f"looks like {wide.upper()} but byte {error.start} breaks it"
            raise Undecodable(reason) from None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _mixed(data)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: in Dutch text nearly every other byte is zero."""
    sample = data[:4096]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _mixed(data: bytes) -> Decoded:
    """Bytes that are not UTF-8 throughout: Windows-1252, wholly or where UTF-8 breaks."""
    text, strays = data.decode("utf-8", "surrogateescape"), 0
    pieces = []
    done = 0
    for match in re.finditer("[\udc80-\udcff]+", text):
        stray = match.group().encode("utf-8", "surrogateescape")
        pieces += [text[done : match.start()], _windows(stray, match.start())]
        strays += len(stray)
        done = match.end()
    pieces.append(text[done:])
    whole = "".join(pieces)
    if any(ord(char) > 127 for piece in pieces[0::2] for char in set(piece)):
        warning = f"{strays} bytes are not UTF-8 and were read as Windows-1252"
        return Decoded(whole, "utf-8", warning)
    return Decoded(whole, "cp1252")


def _windows(stray: bytes, offset: int) -> str:
    if stray[:1] == b"\xed" and len(stray) > 2 and stray[1] >= 0xA0:
        raise Undecodable(f"holds half a surrogate pair at character {offset}")
    try:
        return stray.decode("cp1252")
    except UnicodeDecodeError as error:
        code = stray[error.start]
        raise Undecodable(
            f"holds a byte (0x{code:02X}, after {offset} characters) of no usual text encoding"
        ) from None


def _demand_text(decoded: Decoded, data: bytes) -> None:
    text = decoded.text
    if (nul := text.find("\x00")) >= 0:
        raise Undecodable(f"is not text: a NUL byte stands after {nul} characters")
    # Counted in bytes, ten times as fast as in text; those of UTF-16 are not its characters.
    if decoded.encoding not in ("utf-8", "cp1252"):
        data = text.encode("utf-8", "surrogatepass")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > 4 and controls > _FEW * len(text):
        raise Undecodable(f"is not text: {controls} of its characters are control codes")
