"""Mails as sent (RFC 5322 and MIME): headers and body as one document, attachments as others.

The headers and the names of the attachments are written as mail programs print them, so that a mail
in a file and a mail pasted in a memo are read alike. The plain text of a mail is preferred to its
HTML.
"""

from __future__ import annotations

import email
import email.errors
import email.header
import email.policy
import email.utils
import hashlib
from collections.abc import Iterator
from email.message import Message

from kg.errors import InputError
from kg.model import Document, Place
from kg.read.builder import TextBuilder, clean
from kg.read.encoding import Undecodable, decode
from kg.read.formats import Format, format_of
from kg.read.limits import Limits
from kg.read.plain import links_in
from kg.read.protocol import Problem
from kg.read.source import Source, printable

_PRINTED = ("From", "To", "Cc", "Date", "Subject")
_PARTS = 1_000  # of one mail
_UNREADABLE = (LookupError, ValueError, email.errors.MessageError)


def read(source: Source, limits: Limits) -> Document:
    """The mail itself, without its attachments.

    Raises :class:`kg.errors.InputError` when it cannot be taken apart.
    """
    data = source.load(limits)
    message = _parsed(source, data)
    built = TextBuilder(source, limits)
    _write_headers(message, built)
    parts = _parts(source, message)
    _write_attachments(parts, built, source, limits)
    built.add("\n")
    for name, part in _body(parts):
        _write_body(name, part, built, source, limits)
    if not built.links:
        built.links += links_in(built.text())
    return built.document(data, "message/rfc822")


def members(source: Source, limits: Limits) -> Iterator[Source | Problem]:
    """The attachments of a mail, mails attached among them."""
    message = _parsed(source, source.load(limits))
    yield from (inside for _, _, inside in _attachments(source, _parts(source, message)))


def _attachments(
    source: Source, parts: list[tuple[str, Message]]
) -> Iterator[tuple[str, str, Source]]:
    """The attachments: the number of the part, its name, its bytes."""
    for count, (number, part) in enumerate(parts, start=1):
        if (name := _attached(part)) is not None:
            shown = printable(name) or f"part {count}"
            place = f"{source.place}/{shown}"
            yield number, shown, Source.of_bytes(place, _payload(part), depth=source.depth + 1)


def _parsed(source: Source, data: bytes) -> Message:
    try:
        return email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf \t\r\n"))
    except RecursionError:
        raise source.error("nests its parts too deep", "save its attachments, give those") from None
    except _UNREADABLE:
        raise source.error("is a damaged mail", "export it again") from None


def _parts(source: Source, message: Message) -> list[tuple[str, Message]]:
    """The leaves of a mail with their numbers (``1.2``); attached mails are leaves too."""
    found: list[tuple[str, Message]] = []
    waiting = [("", message)]
    while waiting:
        name, part = waiting.pop()
        payload = part.get_payload()
        nested = isinstance(payload, list) and part.get_content_maintype() == "multipart"
        if nested and isinstance(payload, list):
            inside = [(f"{name}.{n}".lstrip("."), p) for n, p in enumerate(payload, start=1)]
            waiting += [(n, p) for n, p in reversed(inside) if isinstance(p, Message)]
        else:
            found.append((name or "1", part))
        if len(found) + len(waiting) > _PARTS:
            raise source.error(f"has more than {_PARTS} parts", "save its attachments, give those")
    return found


def _write_headers(message: Message, built: TextBuilder) -> None:
    for name in _PRINTED:
        if value := _header(message, name):
            built.add(f"{name}: {value}\n")
    built.fact("title", _header(message, "Subject"), "mail:Subject")
    built.fact("creator", _header(message, "From"), "mail:From")
    built.fact("message-id", _header(message, "Message-ID"), "mail:Message-ID")
    try:
        sent = email.utils.parsedate_to_datetime(_header(message, "Date"))
    except (ValueError, TypeError, OverflowError, IndexError):
        return
    built.fact("date", sent.date().isoformat(), "mail:Date")


def _write_attachments(
    parts: list[tuple[str, Message]], built: TextBuilder, source: Source, limits: Limits
) -> None:
    """The names of the attachments on a line, each with the id of the document it is.

    An archive is none: the documents in it are read, but are not what was attached.
    """
    before = "Attachments: "
    for number, name, inside in _attachments(source, parts):
        if identifier := _identifier(inside, limits):
            built.add(before)
            built.places.append(Place(built.add(clean(name)), element=f"part[{number}]"))
            built.fact("attachment", identifier, f"mail:part[{number}]")
            before = "; "
    if before == "; ":
        built.add("\n")


def _identifier(attached: Source, limits: Limits) -> str | None:
    """The id of an attachment by its bytes; ``None`` for one that is no document or unreadable."""
    try:
        if format_of(attached, limits) in (Format.ZIP, Format.TAR, Format.GZIP):
            return None
        return f"file-{hashlib.sha256(attached.load(limits)).hexdigest()[:16]}"
    except InputError:
        return None


def _header(message: Message, name: str) -> str:
    """A header field decoded, on one line."""
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        text = str(email.header.make_header(email.header.decode_header(raw)))
    except _UNREADABLE:
        text = str(raw)
    raw_bytes = text.encode("utf-8", "surrogateescape")
    return " ".join(clean(raw_bytes.decode("utf-8", "replace")).split())


def _body(parts: list[tuple[str, Message]]) -> list[tuple[str, Message]]:
    """The parts that are the mail's own words: its plain text, else its HTML."""
    own = [(name, part) for name, part in parts if _attached(part) is None]
    plain = [one for one in own if one[1].get_content_type() == "text/plain"]
    return plain or [one for one in own if one[1].get_content_type() == "text/html"]


def _attached(part: Message) -> str | None:
    """The name of an attachment; ``None`` for the mail's own words and for pictures in them."""
    kind = part.get_content_maintype()
    if part.get_content_type() == "message/rfc822":
        return "mail.eml"
    if kind in ("image", "audio", "video") or kind == "multipart":
        return None
    try:
        name = part.get_filename()
    except _UNREADABLE:
        name = None
    disposed = str(part.get("Content-Disposition") or "").lower().startswith("attachment")
    if kind == "text" and not disposed and not name:
        return None
    return _word(name) if name else ""


def _word(name: str) -> str:
    try:
        return str(email.header.make_header(email.header.decode_header(name)))
    except _UNREADABLE:
        return name


def _payload(part: Message) -> bytes:
    """The bytes of a part, decoded from base64 or quoted-printable."""
    inside = part.get_payload()
    try:
        if isinstance(inside, list):
            return inside[0].as_bytes() if inside and isinstance(inside[0], Message) else b""
        payload = part.get_payload(decode=True)
    except _UNREADABLE:
        return b""
    return payload if isinstance(payload, bytes) else b""


def _write_body(
    name: str, part: Message, built: TextBuilder, source: Source, limits: Limits
) -> None:
    data = _payload(part)
    if part.get_content_type() == "text/html":
        from kg.read import html
        from kg.read.markup import parse_html

        root, warnings = parse_html(source, _text(part, data).encode(), limits)
        built.warnings += warnings
        html.write(root, built, source, limits)
        return
    span = built.add(clean(_text(part, data).replace("\r\n", "\n")).rstrip() + "\n\n")
    built.places.append(Place(span, element=f"part[{name}]"))


def _text(part: Message, data: bytes) -> str:
    """The text of a part, in the encoding it says or the one its bytes show."""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError, ValueError):
        pass
    try:
        return decode(data).text
    except Undecodable:
        return data.decode("utf-8", "replace")
