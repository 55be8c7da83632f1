"""Fuzz every reader: ``python tests/fuzz/readers.py [CORPUS…] [-max_total_time=600]``.

The first byte says what the rest is put into (nothing, the parts of a DOCX, ODT or DOC, gzip, a
mail), so that mutations reach the readers behind a wrapping. Whatever the bytes, the readers must
give a document that keeps its promises or one clear line; anything else is reported with the bytes
that did it. Options are those of libFuzzer (https://llvm.org/docs/LibFuzzer.html). Where
atheris has no wheel, a plain mutator takes its place and knows ``-max_total_time`` and ``-seed``.
"""

from __future__ import annotations

import base64
import gzip
import random
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

FOLDER = Path(__file__).resolve().parent
sys.path[:0] = [str(FOLDER.parents[1]), str(FOLDER.parent / "read")]

try:
    import atheris
except ImportError:  # no wheel for this system
    atheris = None


def _import_readers() -> None:
    import kg.read

    for module in iter_modules(kg.read.__path__):
        import_module(f"kg.read.{module.name}")


if atheris is None:
    _import_readers()
else:
    with atheris.instrument_imports(include=["kg.read"], enable_loader_override=False):
        _import_readers()

from doc_samples import compound  # noqa: E402
from read_checks import check  # noqa: E402
from read_samples import OFFICE, PACKAGE, zipped  # noqa: E402

_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/{{kind}}"'
    ' Target="{target}"/></Relationships>'
)
_DOCX: dict[str, bytes | str] = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": _RELATIONS.format(kind="officeDocument", target="word/document.xml"),
}


def in_docx(data: bytes) -> bytes:
    """A DOCX with these bytes as its body."""
    return zipped({**_DOCX, "word/document.xml": data})


def in_notes(data: bytes) -> bytes:
    """A DOCX with these bytes as its body and as its notes."""
    relations = _RELATIONS.format(kind="footnotes", target="footnotes.xml")
    return zipped({
        **_DOCX, "word/document.xml": data, "word/_rels/document.xml.rels": relations,
        "word/footnotes.xml": data,
    })


def in_odt(data: bytes) -> bytes:
    """An ODT with these bytes as its content and its styles."""
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": data, "styles.xml": data})


def in_mail(data: bytes) -> bytes:
    """A mail with these bytes attached."""
    return (
        b"MIME-Version: 1.0\r\nFrom: a@b.nl\r\nSubject: c\r\nContent-Type: multipart/mixed;"
        b' boundary="x"\r\n\r\n--x\r\nContent-Type: application/octet-stream; name="a"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(data) + b"--x--\r\n"
    )


def in_doc(data: bytes) -> bytes:
    """A DOC with these bytes as its text, its tables and its summary."""
    streams = ("WordDocument", "0Table", "1Table", "Data", "\5SummaryInformation")
    return compound({name: data for name in streams})


WRAPPINGS: tuple[Callable[[bytes], bytes], ...] = (
    bytes, in_docx, in_notes, in_odt, lambda data: gzip.compress(data, 1, mtime=0), in_mail,
    in_doc,
)


def read_one(data: bytes) -> None:
    """Reads one input: its first byte is the wrapping, the rest what is in it."""
    if data:
        check(WRAPPINGS[data[0] % len(WRAPPINGS)](data[1:]))


def main(arguments: Sequence[str]) -> None:
    """Runs until the time is up or an input breaks a promise."""
    if atheris is None:
        mutate([each for each in arguments[1:]])
        return
    atheris.Setup(list(arguments), read_one)
    atheris.Fuzz()


def mutate(arguments: Sequence[str]) -> None:
    """Without atheris: seeds with stretches overwritten, cut and doubled, until time is up."""
    options = dict(each[1:].partition("=")[::2] for each in arguments if each.startswith("-"))
    folders = [Path(each) for each in arguments if not each.startswith("-")]
    seeds = [path.read_bytes() for folder in folders for path in sorted(folder.iterdir())] or [b""]
    source = random.Random(int(options.get("seed", 0)))
    end, runs = time.monotonic() + float(options.get("max_total_time", 60)), 0
    while time.monotonic() < end:
        data = bytearray(source.choice(seeds))
        for _ in range(source.randrange(6)):
            at, size = source.randrange(len(data) + 1), source.randrange(40)
            new = (source.randbytes(size), b"", bytes(data[at : at + size]) * 2)
            data[at : at + source.choice((0, size))] = source.choice(new)
        try:
            read_one(bytes(data))
        except BaseException:
            print(f"this input breaks a promise: {bytes(data)!r}", file=sys.stderr)
            raise
        runs += 1
    print(f"Done {runs} runs", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv)
