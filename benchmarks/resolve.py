"""How fast resolving is with a register loaded: ``python benchmarks/resolve.py [FOLDER] [TABLE…]``.

Finds every motion, letter, post and person in the ``.txt`` files below FOLDER (default: the seed
documents, repeated), then measures the resolving alone: MB of text per second of processor time,
and resolutions per second, each kind apart. The register is built from the TABLEs of the open
data; without them from made-up motions, as many as the Tweede Kamer submitted since 2008. The
baseline of the same run looks each motion up by a plain LIKE over all titles.
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from kg.authority import members
from kg.authority.people import people
from kg.model import Bewindspersoon, Brief, Mention, Motie, Office
from kg.recognise import find
from kg.resolve.letters import resolve_letter
from kg.resolve.motions import resolve_motion
from kg.resolve.persons import resolve_person
from kg.resolve.posts import resolve_office
from kg.resolve.register import Register, load

SEEDS = Path(__file__).resolve().parents[1] / "seeds" / "documents"
REPEATED = 20
MADE_UP = 55_000
BASELINE_MOTIONS = 40
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
DAY = re.compile(rf"\b([12]?\d|3[01]) ({MONTHS.replace(' ', '|')}) (20[012]\d)\b")
Said = tuple[Mention, date, str]


def main(folder: Path | None, tables: list[Path]) -> None:
    """Measures and prints one line each."""
    texts = [p.read_text("utf-8", "replace") for p in sorted((folder or SEEDS).rglob("*.txt"))]
    texts = texts if folder else texts * REPEATED
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)
    said = [each for text in texts for each in _said(text)]
    print(f"{len(texts)} texts, {size / 1e6:.1f} MB, {len(said)} mentions to resolve")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "register.sqlite"
        start = time.process_time()
        loaded = load(tables or [_made_up(Path(scratch))], path)
        took = time.process_time() - start
        print(f"register: {loaded.cases} cases loaded in {took:.1f} s, {_megabytes(path):.0f} MB")
        with Register(path) as register:
            _measure(said, register, size)
        _baseline(said, path)


def _said(text: str) -> Iterator[Said]:
    """What there is to resolve in a text: mentions with the text's day and their sentence."""
    printed = DAY.search(text)
    day = _date(*printed.groups()) if printed else date(2022, 6, 10)
    for mention in find(text):
        if isinstance(mention.value, Motie | Brief | Office | Bewindspersoon):
            start, end = mention.citation or mention.span
            yield mention, day, text[max(0, start - 150) : end + 150]


def _date(day: str, month: str, year: str) -> date:
    try:
        return date(int(year), MONTHS.split().index(month) + 1, int(day))
    except ValueError:
        return date(2022, 6, 10)


def _measure(said: list[Said], register: Register, size: int) -> None:
    whole = 0.0
    for kind in (Motie, Brief, Office, Bewindspersoon):
        own = [each for each in said if isinstance(each[0].value, kind)]
        took, found = _time(own, lambda one: _resolve(one, register))
        whole += took
        rate = len(own) / took if took else 0
        print(f"{kind.__name__:15} {len(own):7} mentions {rate:9.0f} per second, {found} resolved")
    print(f"{'all':15} {len(said):7} mentions {size / 1e6 / whole:9.1f} MB of text per second")


def _time(said: list[Said], resolve: Callable[[Said], object]) -> tuple[float, int]:
    start = time.process_time()
    found = sum(1 for one in said if resolve(one))
    return time.process_time() - start, found


def _resolve(one: Said, register: Register) -> object:
    mention, day, sentence = one
    match mention.value:
        case Motie() as motie:
            return resolve_motion(motie, day, register=register, context=sentence).key
        case Brief() as brief:
            return resolve_letter(brief, day, register=register, context=sentence).key
        case Office() as office:
            return resolve_office(office.title, day)[1].key
        case Bewindspersoon() as person:
            return resolve_person(person.name, day, role=person.role, party=person.party).key
    return None


def _baseline(said: list[Said], path: Path) -> None:
    """Each motion by a LIKE for its first submitter over all titles, as a script would do it."""
    moties = [one for one in said if isinstance(one[0].value, Motie) and one[0].value.submitters]
    some = moties[:BASELINE_MOTIONS]
    with closing(sqlite3.connect(path)) as db:
        query = "SELECT number FROM zaak WHERE title LIKE ? AND day <= ? ORDER BY day DESC LIMIT 1"

        def look_up(one: Said) -> object:
            value = one[0].value
            assert isinstance(value, Motie)
            return db.execute(query, (f"%{value.submitters[0]}%otie%", str(one[1]))).fetchone()

        took, _ = _time(some, look_up)
    if some:
        print(f"{'baseline LIKE':15} {len(some):7} motions  {len(some) / took:9.0f} per second")


def _made_up(folder: Path) -> Path:
    """A table of made-up motions by real members on days they sat."""
    chance = random.Random(2008)
    seats = [m for m in members() if m.chamber == "TK" and m.period.start]
    words = [f"{a}{b}" for a in ("fiets", "zorg", "woning", "land", "water", "school", "jeugd",
             "veer", "bos", "belasting") for b in ("beleid", "fonds", "plan", "wet", "steun",
             "toets", "norm", "overleg", "onderzoek", "aanpak")]
    table = folder / "made-up.tsv"
    with table.open("w", encoding="utf-8") as lines:
        lines.write("nummer\tsoort\tdatum\tvergaderjaar\tvolgnummer\tonderwerp\ttitel\n")
        for number in range(MADE_UP):
            seat = chance.choice(seats)
            topic = " en ".join(chance.sample(words, 3))
            name = people()[seat.person].full_name
            title = f"Motie van het lid {name} over een {topic}"
            zaak = f"{2008 + number // 9000}Z{number % 90000:05}"
            lines.write(f"{zaak}\tMotie\t{seat.period.start}\t\t{number}\t{title}\tEen dossier\n")
    return table


def _megabytes(path: Path) -> float:
    return path.stat().st_size / 1e6


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How fast resolving is with a register loaded.")
    parser.add_argument("folder", type=Path, nargs="?", help="texts; the seed documents by default")
    parser.add_argument("tables", type=Path, nargs="*", help="tables of the register")
    main(**vars(parser.parse_args()))
