"""How fast each reader is, on documents of yours: ``python benchmarks/read.py FOLDER [ROUNDS]``.

Prints, per format, documents, megabytes and pages per second of processor time (the best of some
rounds, so that other work on the machine counts little), and for PDF the share of the speed at
which pdfium gives the bare text of the same pages in the same run.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from kg.errors import InputError
from kg.model import Document
from kg.read import read
from kg.read.formats import format_of
from kg.read.limits import Limits
from kg.read.source import Source
from kg.read.walk import sources_at


def main(folder: Path, rounds: int) -> None:
    """Reads every document below ``folder`` and prints one line per format."""
    files = _by_format(folder)
    print("format    files       MB   pages     MB/s   pages/s   files/s")
    for name, paths in sorted(files.items()):
        size = sum(path.stat().st_size for path in paths) / 1e6
        pages = sum(_pages(read(path)) for path in paths)
        spent = _best(rounds, partial(_read, paths))
        print(
            f"{name:8} {len(paths):6} {size:8.2f} {pages:7} {size / spent:8.2f}"
            f" {pages / spent:9.1f} {len(paths) / spent:9.1f}"
        )
        if name == "pdf":
            bare = _best(rounds, partial(_bare, paths))
            print(f"{'  pdfium':8} bare text {pages / bare:.1f} pages/s; share {bare / spent:.2f}")


def _by_format(folder: Path) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = defaultdict(list)
    for source in sources_at(folder):
        if isinstance(source, Source) and source.path is not None:
            try:
                read(source.path)
            except InputError as error:
                print(f"passed by: {error}", file=sys.stderr)
            else:
                found[format_of(source, Limits()).value].append(Path(source.path))
    return found


def _pages(document: Document) -> int:
    return max((place.page or 0 for place in document.places), default=0)


def _best(rounds: int, work: Callable[[], object]) -> float:
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def _read(paths: list[Path]) -> None:
    for path in paths:
        read(path)


def _bare(paths: list[Path]) -> None:
    """The library's own plain text of every page, as fast as it comes."""
    import pypdfium2

    for path in paths:
        pdf = pypdfium2.PdfDocument(path.read_bytes())
        for page in pdf:
            textpage = page.get_textpage()
            textpage.get_text_range()
            textpage.close()
            page.close()
        pdf.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How fast each reader is.")
    parser.add_argument("folder", type=Path, help="documents of any format")
    parser.add_argument("rounds", type=int, nargs="?", default=3)
    main(**vars(parser.parse_args()))
