"""Which format a file is in, decided from its content; the name is believed only where that ends.

A recogniser that opened a PDF because its name says ".txt" would read noise, so the first bytes
decide: their magic number, the root element of XML, the members of a zip.
"""

from __future__ import annotations

import re
from enum import StrEnum

from kg.errors import InputError
from kg.read.limits import Limits
from kg.read.source import Source
from kg.read.zipped import Zip

HEAD = 8192


class Format(StrEnum):
    """The formats that can be read; the value names the module that reads it."""

    TEXT = "plain"
    PDF = "pdf"
    DOC = "doc"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"
    XML = "xml"
    MAIL = "mail"
    ZIP = "archive"
    TAR = "tar"
    GZIP = "gzipped"


TO_PDF = "save it as PDF or DOCX and give that"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of any old Office file
_REFUSED = (
    (b"\xdb\xa5-\x00", "a file of Word 2", TO_PDF),
    (b"{\\rtf", "rich text (RTF)", TO_PDF),
    (b"\x89PNG", "an image (PNG)", "make text of it with OCR"),
    (b"\xff\xd8\xff", "an image (JPEG)", "make text of it with OCR"),
    (b"GIF8", "an image (GIF)", "make text of it with OCR"),
    (b"II*\x00", "an image (TIFF)", "make text of it with OCR"),
    (b"MM\x00*", "an image (TIFF)", "make text of it with OCR"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it and give the folder"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it and give the folder"),
    (b"%!PS", "PostScript", "save it as PDF and give that"),
    (b"\x7fELF", "a program", "give documents only"),
    (b"MZ\x90\x00", "a program", "give documents only"),
    (b"SQLite format 3\x00", "a database (SQLite)", "give documents only"),
    (b"PAR1", "a table (Parquet)", "give documents only"),
    (b"ID3", "sound", "give documents only"),
    (b"OggS", "sound", "give documents only"),
)
_COMPRESSED = ((b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"), (b"(\xb5/\xfd", "zstd"))
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]{1,60}:)?([A-Za-z_][\w.-]{0,80})[\s>/]")
_HTML_TAGS = frozenset(
    b"html head body div p table title meta span h1 h2 ul ol article section main font".split()
)
_BLOCK_TAGS = _HTML_TAGS - {b"meta", b"span", b"font"} | {b"br", b"li", b"td", b"tr", b"link"}
# Tags that Markdown keeps in its lines: an anchor at its head, a picture, a mark's figure.
_LINE_TAGS = frozenset(b"a img br sup u b i em strong mark".split())
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?")
_MAIL_FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]", re.MULTILINE)
_MAIL_MACHINE = frozenset(
    b"message-id mime-version received return-path delivered-to content-type dkim-signature".split()
)
_MAIL_HUMAN = frozenset(b"from to subject date cc".split())


def format_of(source: Source, limits: Limits) -> Format:
    """The format ``source`` is in.

    Raises :class:`kg.errors.InputError` for an empty file and for a format that is known and not
    read, with what to do about it.

    >>> format_of(Source.of_bytes("brief.txt", b"%PDF-1.7"), Limits()) is Format.PDF
    True
    """
    head = source.head(HEAD)
    if not head:
        raise source.error("is empty", "check the download")
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _inside_zip(source, limits)
    if head.startswith(_COMPOUND):
        return Format.DOC  # whose reader says what else it may be
    if head.startswith(b"\x1f\x8b"):
        return Format.GZIP
    if head[257:262] == b"ustar":
        return Format.TAR
    _refuse(source, head)
    return _textual(source, head)


def _refuse(source: Source, head: bytes) -> None:
    for magic, what, remedy in _REFUSED:
        if head.startswith(magic) and (not magic.isalnum() or b"\x00" in head):
            raise source.error(f"is {what}, which is not read", remedy)
    if head[4:8] == b"ftyp":
        raise source.error("is film or sound, which is not read", "give documents only")
    for magic, what in _COMPRESSED:
        if head.startswith(magic) and not head.isascii():
            raise source.error(f"is compressed with {what}, which is not read", "unpack it first")


def _inside_zip(source: Source, limits: Limits) -> Format:
    """A DOCX, ODT or bare archive; other Office files are refused."""
    try:
        with Zip(source, limits) as archive:
            names = frozenset(archive.names)
            kind = archive.read("mimetype")[:200] if "mimetype" in archive else b""
    except InputError:
        return Format.ZIP  # whose reader says what is wrong with it
    if b"opendocument.text" in kind:
        return Format.ODT
    if b"opendocument" in kind or "xl/workbook.xml" in names or "ppt/presentation.xml" in names:
        raise source.error("is a spreadsheet or presentation, which is not read", TO_PDF)
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return Format.DOCX
    return Format.ZIP


def _textual(source: Source, head: bytes) -> Format:
    plain = head.replace(b"\x00", b"") if b"\x00" in head else head  # UTF-16, so far as ASCII
    start = plain.lstrip(b"\xef\xbb\xbf\xff\xfe\xc3\xaf\xc2\xbb\xc2\xbf \t\r\n")
    if start[:1] == b"<" and (found := _markup(start)):
        return found
    if _is_mail(source.name, start):
        return Format.MAIL
    return Format.TEXT


def _markup(start: bytes) -> Format | None:
    """HTML or XML by the doctype or the first element."""
    if start[:14].lower() == b"<!doctype html":
        return Format.HTML
    declared = start[:5] == b"<?xml" or start[:9].upper() == b"<!DOCTYPE"
    root = _ROOT.search(re.sub(rb"<!--.{0,4000}?-->", b"", start, flags=re.DOTALL))
    if root and root[1].lower() in _HTML_TAGS:
        return Format.HTML if root[1].lower() != b"meta" or _lays_out(start) else None
    if root and root[1].lower() in _LINE_TAGS and not declared and b"xmlns" not in start:
        return Format.HTML if _lays_out(start) else None
    if declared or (root and root.start() == 0 and b"</" in start + b"</"):
        return Format.XML if declared or b"xmlns" in start or _closes(start) else None
    return None


def _lays_out(start: bytes) -> bool:
    """Whether tags part the text: Markdown too may begin with a line that names its encoding."""
    return any(match[1].lower() in _BLOCK_TAGS for match in _ROOT.finditer(start))


def _closes(start: bytes) -> bool:
    """Whether tags are closed as XML does: plain text may begin with "<" too."""
    return len(re.findall(rb"</[A-Za-z]|/>", start)) >= 2


def _is_mail(name: str, start: bytes) -> bool:
    """A mail as sent: its header names a machine's fields, or its name says so."""
    if not _FIELD.match(start):
        return False
    block = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    fields = {match[1].lower() for match in _MAIL_FIELD.finditer(block)}
    if name.lower().endswith(".eml"):
        return bool(fields & (_MAIL_HUMAN | _MAIL_MACHINE))
    return bool(fields & _MAIL_MACHINE) and len(fields & (_MAIL_HUMAN | _MAIL_MACHINE)) >= 3
