"""What our own reading finds in the made-up corpus beside what it finds in the real one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from kg import pipeline
from kg.errors import KamergraafError
from kg.model import Document, Extract, GraphData, Role

QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9, 0.99)
SHOWN = 0.002  # kinds rarer than two in a megabyte are not compared


@dataclass(slots=True)
class Measured:
    """What one corpus gave."""

    texts: list[int] = field(default_factory=list)  # bytes of each
    counts: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, extract: Extract) -> None:
        """Count one document."""
        text = extract.document.text
        self.texts.append(len(text.encode("utf-8", "surrogatepass")))
        self.kinds[extract.segments.kind.value] += 1
        self.counts["lines"] += text.count("\n")
        self.counts["letters that are not white"] += len("".join(text.split()))
        self.counts["sentences"] += len(extract.segments.sentences)
        self.counts["footnotes"] += len(extract.segments.footnotes)
        self.counts["signatories"] += len(extract.segments.signatories)
        self.counts["header fields"] += len(extract.segments.fields)
        for mention in extract.mentions:
            own = ", own" if mention.role is Role.OWN else ""
            self.counts[f"mention: {mention.kind}{own}"] += 1
            self.counts["mentions"] += 1
        for claim in extract.claims:
            self.counts[f"claim: {claim.relation.value}"] += 1
            self.counts["claims"] += 1

    def resolve(self, data: GraphData) -> None:
        """Count what the documents gave together."""
        self.counts["statements"] = len(data.statements)
        self.counts["nodes"] = len(data.nodes)
        cited = Counter(each.object for each in data.statements if each.predicate == "cites")
        self.counts["things cited"] = len(cited)
        self.counts["things cited once"] = sum(1 for count in cited.values() if count == 1)
        self.counts["citations of the ten most cited"] = sum(
            count for _, count in cited.most_common(10)
        )

    def per_kilobyte(self, name: str) -> float:
        """How many of these to a kilobyte."""
        return self.counts[name] * 1000 / sum(self.texts)


def compare(made: Iterable[tuple[str, bytes]], folder: Path) -> str:
    """A table in Markdown: made up, real, and the one as a part of the other."""
    mine = _measure(_made(made))
    real = _measure(_read(folder))
    rows = [("", "real", "made up", "ratio"), ("---", "---", "---", "---")]
    rows.append(_row("documents", len, real, mine))
    rows.append(_row("kilobytes, mean", lambda m: sum(m) / len(m) / 1000, real, mine))
    for part in QUANTILES:
        rows.append(_row(f"bytes, {part:.0%} have less", _quantile(part), real, mine))
    rows += [_per_kilobyte(name, real, mine) for name in _names(real)]
    rows += [
        _shown(f"share of {kind}", real.kinds[kind] / len(real.texts),
               mine.kinds[kind] / len(mine.texts))
        for kind, _ in real.kinds.most_common(4)
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _names(real: Measured) -> Iterator[str]:
    whole = [name for name in real.counts if ":" not in name]
    yield from sorted(whole)
    for prefix in ("mention:", "claim:"):
        found = [(count, name) for name, count in real.counts.items() if name.startswith(prefix)]
        for _, name in sorted(found, reverse=True):
            if real.per_kilobyte(name) >= SHOWN:
                yield name


def _measure(documents: Iterator[Document]) -> Measured:
    measured, extracts = Measured(), []
    seen: set[str] = set()
    for each in documents:
        if each.sha256 not in seen:
            seen.add(each.sha256)
            extracts.append(pipeline.extract(each))
            measured.add(extracts[-1])
    measured.resolve(pipeline.resolve(extracts))
    return measured


def _made(made: Iterable[tuple[str, bytes]]) -> Iterator[Document]:
    from kg.read import read_bytes

    for name, content in made:
        yield read_bytes(content, PurePosixPath(name).name)


def _read(folder: Path) -> Iterator[Document]:
    for each in pipeline.read_documents([folder]):
        if isinstance(each, Document):
            yield each
        elif isinstance(each.error, KamergraafError):
            print(f"{each.name}: {each.error}")


def _quantile(part: float) -> Callable[[list[int]], float]:
    return lambda sizes: sorted(sizes)[int(part * (len(sizes) - 1))]


def _row(
    name: str, what: Callable[[list[int]], float], real: Measured, mine: Measured
) -> tuple[str, str, str, str]:
    return _shown(name, what(real.texts), what(mine.texts))


def _per_kilobyte(name: str, real: Measured, mine: Measured) -> tuple[str, str, str, str]:
    return _shown(f"{name}, per KB", real.per_kilobyte(name), mine.per_kilobyte(name))


def _shown(name: str, real: float, mine: float) -> tuple[str, str, str, str]:
    ratio = f"{mine / real:.2f}" if real else "–"
    return name, _number(real), _number(mine), ratio


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
