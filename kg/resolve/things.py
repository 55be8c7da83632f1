"""The things a document names, under their keys: papers, motions, letters, commitments, programmes.

What has a number has its key by it; what has none a key made of the document's and its words, with
the reason why it is not known which one it is.
"""

from __future__ import annotations

import hashlib
import re
from functools import partial

from kg.model import (
    Akkoord, Brief, Literal, Mention, Motie, Period, Programme, Toezegging,
)  # fmt: skip
from kg.reasons import because
from kg.resolve import describe
from kg.resolve.agreements import which_agreement
from kg.resolve.annexes import add_annex
from kg.resolve.assembly import Evidence
from kg.resolve.context import Context
from kg.resolve.dictum import read_out
from kg.resolve.dossiers import add_dossiers
from kg.resolve.due import due_in_period
from kg.resolve.known import look_up, with_candidates
from kg.resolve.linking import Linked
from kg.resolve.motion_labels import by
from kg.resolve.promise_labels import promise_called
from kg.resolve.promises import promise_key, promise_label, same_promise


def thing(ctx: Context, mention: Mention) -> str | None:
    """The key of what a mention points at, its node added; ``None`` for a post or a person."""
    value = mention.value
    if mention.id is not None and not isinstance(value, Programme):
        key = identified(ctx, mention.id)
        noted = ctx.in_footnote(mention.span)
        evidence = Evidence(ctx.extract, mention.span, "id.dossier", noted)
        add_dossiers(ctx.assembly, value, key, evidence)
        add_annex(ctx.assembly, value, key, evidence, partial(identified, ctx))
        return key
    if isinstance(value, Programme):
        return _programme(ctx, value)
    if isinstance(value, Akkoord):
        return _akkoord(ctx, value)
    if isinstance(value, Motie):
        return _motie(ctx, mention, value)
    if isinstance(value, Toezegging):
        return _toezegging(ctx, mention, value)
    if isinstance(value, Brief):
        return _brief(ctx, mention, value)
    if value is None and mention.reason:
        return _unresolved(ctx, mention)
    return None


def _brief(ctx: Context, mention: Mention, brief: Brief) -> str:
    found = ctx.letters.get(mention)
    if found is not None and found.key:
        return identified(ctx, found.key.removeprefix("document/"), ("Letter",))
    why = with_candidates(found.reason, found.candidates) if found else None
    key = _unresolved(ctx, mention, reason=why)
    if brief.topic:
        topic = " ".join(brief.topic.split())
        ctx.assembly.node(key, ["Letter"], "", [Literal("kg:topic", topic)])
    return key


def identified(ctx: Context, identifier: str, types: tuple[str, ...] = ()) -> str:
    """Add the thing an identifier names; its key."""
    key = ctx.added.get((identifier, types))
    if key is None:
        key = ctx.added[identifier, types] = _identified(ctx, identifier, types)
    return key


def _identified(ctx: Context, identifier: str, types: tuple[str, ...]) -> str:
    name = ctx.view.name(identifier)
    key = describe.key(name)
    ctx.assembly.node(
        key,
        types,
        describe.label(name),
        describe.literals((name,)),
        describe.web_pages(name),
        weak=True,
    )
    # What a kenmerk usually names (a letter) says nothing of a document that was itself read.
    entry = look_up(name, ctx.register)
    ctx.assembly.told(key, [describe.kind(name)], entry.literals() if entry else ())
    return key


def _motie(ctx: Context, mention: Mention, motie: Motie) -> str:
    linked = ctx.moties.get(mention)
    kind = "Amendment" if motie.amendment else "Motion"
    if linked is not None and linked.ids:
        key = identified(ctx, linked.ids[0], (kind,))
        number = describe.short(ctx.view.name(linked.ids[0]))
        ctx.assembly.node(key, [kind], "" if key == ctx.key else _named(ctx, mention, number))
        if mention.rule == "motie.krijgt-nr" and look_up(linked.ids[0], ctx.register) is None:
            ctx.assembly.told(key, (), _handed_in(ctx))
    else:
        key = _unresolved(ctx, mention, kind, _why(linked))
    if motie.topic:
        topic = " ".join(motie.topic.split())
        ctx.assembly.node(key, [kind], "", [Literal("kg:topic", topic)])
    return key


def _handed_in(ctx: Context) -> tuple[Literal, ...]:
    """The day on which a motion that gets its number in this debate was handed in."""
    period = ctx.dating.period
    if not ctx.dating.printed or period.start is None:
        return ()
    return (Literal("dcterms:date", period.start.isoformat(), datatype="xsd:date"),)


def _named(ctx: Context, mention: Mention, number: str) -> str:
    """A motion as a text names it, with its number; empty where the text names no submitter.

    Where the text says its number alone ("Zij krijgt nr. 12 (25295)") it is called by who submitted
    it and by what was just read out, where its submitters alone ("Dassen/Omtzigt") by these.
    """
    motie, text = mention.value, ctx.extract.document.text
    if not isinstance(motie, Motie) or not motie.submitters:
        return ""
    name = _one(" ".join(mention.surface.split()))
    if not _NOUN.search(name):
        noun = "amendement" if motie.amendment else "motie"
        # Read out before "Zij krijgt nr. 12" it is that motion; before a mere name it may be any.
        heard = read_out(text, mention.span.start) if mention.rule == "motie.krijgt-nr" else None
        topic = motie.topic or heard
        about = f" over {' '.join(topic.split())}" if topic else ""
        name = f"{noun}{by(motie.submitters, others=motie.cs)}{about}"
    return f"{name} ({number})"


_NOUN = re.compile(r"motie|amendement|verzoek|voorstel", re.IGNORECASE)


def _why(linked: Linked | None) -> str | None:
    """Why a named motion is not found, with the motions it might be."""
    if linked is None:
        return None
    found = linked.resolution
    return with_candidates(linked.reason, found.candidates) if found else linked.reason


def _toezegging(ctx: Context, mention: Mention, value: Toezegging) -> str | None:
    """A commitment under its number or a key of its own; ``None`` where its numbers are several."""
    numbers = ctx.numbered.get(mention, ())
    if len(numbers) > 1:
        return None
    label = promise_label(mention)
    recalled = _recalled(ctx, mention, label)
    if recalled is not None:
        return recalled
    literals = [
        Literal(prop, " ".join(text.split()))
        for prop, text in (("kg:dueAsWritten", value.due), ("kg:recurrence", value.recurrence))
        if text
    ]
    due = due_in_period(value.due, _made(ctx, value)) if value.due else None
    if due is not None:
        literals.append(Literal("kg:due", due.isoformat(), datatype="xsd:date"))
    if numbers:
        key = identified(ctx, numbers[0])
        return ctx.assembly.node(key, ["Commitment"], promise_called(mention), literals)
    key = ctx.promises.get(label) or promise_key(ctx.key, label)
    # said twice in one document, it is called by the words under which that makes it first
    again = key != promise_key(ctx.key, label)
    return ctx.assembly.node(key, ["Commitment"], promise_called(mention), literals, weak=again)


def _recalled(ctx: Context, mention: Mention, label: str) -> str | None:
    """The commitment that another document we read made, where this one recalls it by its id."""
    made_in = ctx.recalled.get(mention)
    return same_promise(ctx.view.promises(ctx.view.name(made_in)), label) if made_in else None


def _made(ctx: Context, value: Toezegging) -> Period:
    """When a commitment was made: with this document, or some time before it."""
    period = ctx.dating.period
    return period if value.action == "made" else Period(None, period.end)


def _programme(ctx: Context, value: Programme) -> str:
    name = describe.programme(value.id, value.name)
    literals = [Literal("skos:prefLabel", name, lang="nl")]
    return ctx.assembly.node(f"programme/{value.id}", ["Programme"], name, literals)


def _akkoord(ctx: Context, value: Akkoord) -> str:
    found = which_agreement(value, ctx.dating.period)
    if found is not None:
        literals = [
            Literal("skos:prefLabel", found.name, lang="nl"),
            Literal("skos:altLabel", found.word, lang="nl"),
        ]
        return ctx.assembly.node(f"programme/{found.id}", ["Programme"], found.name, literals)
    why = because("no agreement", kind=value.name)
    return ctx.assembly.node(
        f"programme/{value.name}-{_hash(ctx.key, value.name, value.of or '')}",
        ["Programme"],
        f"{value.name} {value.of}" if value.of else value.name,
        [Literal("kg:unresolved", "true", datatype="xsd:boolean"), Literal("kg:reason", why)],
    )


def _unresolved(
    ctx: Context, mention: Mention, kind: str = "Document", reason: str | None = None
) -> str:
    """A thing of which the document tells something, but not which one it is."""
    stretch = mention.citation or mention.span
    words = _shorn(" ".join(stretch.of(ctx.extract.document.text).split()))
    why = reason or mention.reason or because("no number for it")
    identifier = f"{kind.lower()}-{_hash(ctx.key, words)}"
    types = ["Letter"] if isinstance(mention.value, Brief) and kind == "Document" else [kind]
    return ctx.assembly.node(
        describe.key(identifier),
        types,
        _one(_ENDING.sub("", words) + ("." if _ABBREVIATED.search(words) else "")),
        [Literal("kg:unresolved", "true", datatype="xsd:boolean"), Literal("kg:reason", why)],
    )


_ABBREVIATED = re.compile(r"\b(?:c\.s|jl)\Z")
# "de moties Bos en Vos" are two things, each called by the noun of both; so is a letter of several.
_MANY = re.compile(r"\A(?P<noun>\w{0,20})(?:(?P<motie>[Mm]otie)s|(?P<brief>[Bb]rie)ven)\b")
# Where the name of a letter was not read to its end.
_ENDING = re.compile(r"(?:\s{1,2}(?:en|of|/|-))+\Z")


def _one(name: str) -> str:
    """The name of one of several things that are named together.

    >>> _one("moties Bos (25 295-3)"), _one("Kamerbrieven van 3 mei"), _one("motie van leden Bos")
    ('motie Bos (25 295-3)', 'Kamerbrief van 3 mei', 'motie van leden Bos')
    """
    return _MANY.sub(lambda m: f"{m['noun']}{m['motie'] or m['brief'] + 'f'}", name)


def _shorn(words: str) -> str:
    """The words without marks around them; of brackets those whose other half is not there.

    >>> _shorn("(zie de motie-Bikker),"), _shorn("motie-Bikker (21 501)"), _shorn("motie (21 501")
    ('zie de motie-Bikker', 'motie-Bikker (21 501)', 'motie (21 501)')
    """
    words = words.strip(" ,;:.[]–-•")
    if words[:1] == "(" and words[-1:] == ")" and words.count("(") == 1:
        return words[1:-1].strip()
    missing = words.count("(") - words.count(")")
    if missing == 1 and words[0] != "(":
        return f"{words})"
    return words.strip("()") if missing else words


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:16]
