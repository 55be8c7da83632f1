"""Formats are told by content; what is known and not read is named, with what to do."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.read.formats import Format, format_of
from kg.read.limits import Limits
from kg.read.source import Source


def told(data: bytes, name: str = "bestand") -> Format:
    return format_of(Source.of_bytes(name, data), Limits())


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b'<a id="kop"></a>![](data:image/png;base64,iVBOR)\n\nDatum\n\n3 mei 2024', Format.TEXT),
        (b'<a name="kop"></a><table><tr><td>brief</td></tr></table>', Format.HTML),
        (b"%PDF-1.7", Format.PDF),
        (b"\r\n%PDF-1.4 after some bytes", Format.PDF),
        (b"Geachte voorzitter,", Format.TEXT),
        (b"<Geachte> heer < 3", Format.TEXT),
        (b"<https://a.nl> zie", Format.TEXT),
        (b"GIF8 is geen plaatje in een brief", Format.TEXT),
        (b"ID3 en PAR1", Format.TEXT),
        (b"<!DOCTYPE html><p>", Format.HTML),
        (b"\xef\xbb\xbf \n<html lang='nl'>", Format.HTML),
        (b"<?xml version='1.0'?><!-- <x> --><html>", Format.HTML),
        (b"<div>los</div>", Format.HTML),
        (b"<meta charset='utf-8'><title>Brief</title><p>Dank", Format.HTML),
        (b"<meta charset='utf-8' />\n\n##Circulaire\n\nDank.<sup>1</sup>\n", Format.TEXT),
        ("<html>".encode("utf-16"), Format.HTML),
        (b"<?xml version='1.0'?><brief>", Format.XML),
        (b"<kamerwrk><a>b</a></kamerwrk>", Format.XML),
        (b"<!DOCTYPE kamerwrk><kamerwrk>", Format.XML),
        (b"\xc3\xaf\xc2\xbb\xc2\xbf\n<?xml version='1.0'?><x>", Format.XML),
        (b"Received: from a\r\nFrom: b\r\nSubject: c\r\n\r\nd", Format.MAIL),
        (b"From: b\nSubject: c\n\nd", Format.TEXT),
        (b"\x1f\x8b\x08", Format.GZIP),
        (b"\0" * 257 + b"ustar\0", Format.TAR),
        (b"PK\x05\x06" + b"\0" * 18, Format.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", Format.DOC),
    ],
)
def test_told_by_content(data: bytes, format: Format) -> None:
    for name in ("bestand", "bestand.pdf", "bestand.docx"):
        assert told(data, name) is format


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xff\xd8\xff\xe0", "an image (JPEG)"),
        (b"GIF89a\x00", "an image (GIF)"),
        (b"%!PS-Adobe", "PostScript"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        (b"BZh91AY\xff", "compressed with bzip2"),
        (b"\x00\x00\x00\x18ftypmp42", "film or sound"),
        (b"\x7fELF\x02", "a program"),
    ],
)
def test_known_and_not_read(data: bytes, what: str) -> None:
    with pytest.raises(InputError) as caught:
        told(data)
    assert what in caught.value.problem
    assert caught.value.remedy
