"""Who signs, on whose behalf, who submitted the motions: people and posts as nodes and edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.authority import Post, Tenure, offices, tenures
from kg.authority.names import fold
from kg.authority.people import people
from kg.authority.titles import parse_title
from kg.model import (
    Claim,
    Kind,
    Literal,
    Office,
    Period,
    Relation,
    Resolution,
    Signatory,
    Span,
    Toezegging,
)
from kg.resolve import periods
from kg.resolve.assembly import Assembly, Evidence
from kg.resolve.context import Context
from kg.resolve.dating import Dating
from kg.resolve.holders import holder
from kg.resolve.known import look_up
from kg.resolve.linking import Linked
from kg.resolve.persons import resolve_person
from kg.resolve.posts import resolve_posts
from kg.resolve.things import thing

# A letter answers motions of the last years; older ones are named with their number.
_MOTION_YEARS = 6
_QUESTION_YEARS = 1  # questions are answered within weeks, at times within months
UNSURE = 0.5  # how sure it is of a person or post whom the tables do not tell


def add_people(ctx: Context) -> None:
    """Add the signatories, the posts on whose behalf is written, the submitters of motions."""
    dating = ctx.dating
    _signatories(ctx)
    for claim in ctx.extract.claims:
        if claim.relation is Relation.ON_BEHALF_OF and isinstance(claim.mention.value, Office):
            _on_behalf(ctx, claim, claim.mention.value, dating)
    _askers(ctx, dating)
    for linked in ctx.moties.values():
        _submitters(ctx, linked, dating)
    for claim in ctx.extract.claims:
        if isinstance(claim.mention.value, Toezegging) and claim.mention.value.requested_by:
            _requested(ctx, claim, claim.mention.value.requested_by, dating)


def signers(ctx: Context, role: str | None = None) -> Iterator[tuple[str, Span, float]]:
    """The persons who sign a document, each with the stretch that names them and how sure it is."""
    for signatory in ctx.extract.segments.signatories:
        yield from _signs(ctx, signatory, ctx.dating, role)


def _signatories(ctx: Context) -> None:
    submitted = ctx.extract.segments.kind in (Kind.MOTION, Kind.AMENDMENT)
    signed = list(signers(ctx, "lid" if submitted else None))
    several = len({person for person, _, _ in signed}) > 1
    for number, (person, span, factor) in enumerate(signed):
        evidence = Evidence(ctx.extract, span, "signature", factor=factor)
        if submitted and number == 0:
            ctx.assembly.edge(ctx.key, "submittedBy", person, evidence)
        ctx.assembly.edge(ctx.key, "signedBy", person, evidence)
        if several:
            ctx.assembly.edge(ctx.key, "coSignedBy", person, evidence)


def _signs(
    ctx: Context, signatory: Signatory, dating: Dating, role: str | None
) -> Iterator[tuple[str, Span, float]]:
    """The person or persons who sign in a role, each with the stretch that names them."""
    span = signatory.name_span or signatory.office_span
    if span is None:
        return
    posts = resolve_posts(signatory.office, dating.period) if signatory.office else ()
    if signatory.name:
        resolution = _signer(signatory, posts, dating, role)
        kinds = ("Minister",) if _is_of_bewindspersoon(signatory.office, posts) else ()
        key = person_node(ctx.assembly, resolution, signatory.name, kinds)
        for post in posts:
            _tenure(ctx.assembly, post, resolution, dating)
        yield key, span, resolution.confidence
        return
    for post in posts:
        resolution = _holder(post, dating)
        _tenure(ctx.assembly, post, resolution, dating)
        if resolution.key:
            key = person_node(ctx.assembly, resolution, "", ("Minister",))
            yield key, span, resolution.confidence * post.confidence


def _is_of_bewindspersoon(office: str | None, posts: Sequence[Resolution]) -> bool:
    """Whether a printed office is one of a kabinet: a queen, a director, an archivist sign too."""
    if any(post.key for post in posts):
        return True
    return office is not None and parse_title(office).role is not None


def _signer(
    signatory: Signatory, posts: Sequence[Resolution], dating: Dating, role: str | None
) -> Resolution:
    """The person by post and name together, else by name and role: a member submits a motion."""
    name = str(signatory.name)
    for post in posts:
        if post.key:
            found = holder(post.key, dating.period, name=name)
            if found.key and _bears(found.key, name):
                return found
    if role is None and dating.printed:  # else it could be a namesake of any year
        role = signatory.office
    return resolve_person(name, dating.period, role=role)


def _bears(key: str, name: str) -> bool:
    """Whether the person's family name stands in the printed name, accents aside."""
    person = people()[key.removeprefix("person/")]
    return fold(person.family_name) in fold(name) or fold(name) in fold(person.full_name)


def _holder(post: Resolution, dating: Dating) -> Resolution:
    if post.key is None:
        return Resolution(None, post.reason)
    return holder(post.key, dating.period)


def _on_behalf(ctx: Context, claim: Claim, office: Office, dating: Dating) -> None:
    for post in resolve_posts(office.title, dating.period):
        held = _holder(post, dating)
        _tenure(ctx.assembly, post, held, dating)
        key = _post(ctx.assembly, post, office.title)
        evidence = ctx.evidence(claim)
        ctx.assembly.edge(
            ctx.key,
            "onBehalfOf",
            key,
            Evidence(
                evidence.extract,
                evidence.quote,
                evidence.rule,
                evidence.in_footnote,
                post.confidence if post.key else UNSURE,
                note=held.reason,
            ),
        )


def _askers(ctx: Context, dating: Dating) -> None:
    """The members whose questions the document asks or answers, some months later."""
    for field in ctx.extract.segments.fields:
        if field.name != "asked-by":
            continue
        name, party = _with_party(field.value)
        when = _back(dating.period, _QUESTION_YEARS)
        resolution = resolve_person(name, when, role="lid", party=party)
        person = person_node(ctx.assembly, resolution, name, ("Member",))
        evidence = Evidence(
            ctx.extract,
            field.span,
            "header.asked-by",
            factor=resolution.confidence if resolution.key else UNSURE,
        )
        ctx.assembly.edge(ctx.key, "askedBy", person, evidence)


def _submitters(ctx: Context, linked: Linked, dating: Dating) -> None:
    motion = thing(ctx, linked.mention)
    if motion is None:
        return
    known = look_up(linked.ids[0], ctx.register) if linked.ids else None
    when = known.day if known else _back(dating.period, _MOTION_YEARS)
    for number, name in enumerate(linked.motie.submitters):
        resolution = resolve_person(name, when, role="motie")
        person = person_node(ctx.assembly, resolution, name, ("Member",))
        evidence = Evidence(
            ctx.extract,
            linked.mention.span,
            "motie.submitter",
            ctx.in_footnote(linked.mention.span),
            resolution.confidence if resolution.key else UNSURE,
        )
        predicate = "submittedBy" if number == 0 else "coSignedBy"
        ctx.assembly.edge(motion, predicate, person, evidence)


def _requested(ctx: Context, claim: Claim, printed: str, dating: Dating) -> None:
    """The member at whose request a commitment was made."""
    commitment = thing(ctx, claim.mention)
    if commitment is None:
        return
    name, party = _with_party(printed)
    resolution = resolve_person(name, _back(dating.period, _MOTION_YEARS), role="lid", party=party)
    person = person_node(ctx.assembly, resolution, name, ("Member",))
    evidence = ctx.evidence(claim)
    sure = resolution.confidence if resolution.key else UNSURE
    ctx.assembly.edge(
        commitment, "requestedBy", person, replace(evidence, factor=sure, degree=None)
    )


def _with_party(printed: str) -> tuple[str, str | None]:
    """A name apart from the party in brackets behind it.

    >>> _with_party("Klaver (GroenLinks)")
    ('Klaver', 'GroenLinks')
    """
    name, _, party = " ".join(printed.split()).partition(" (")
    return name, party.rstrip(")") or None


def _back(period: Period, years: int) -> Period:
    """The same days and as many years before them."""
    if period.start is None:
        return period
    return Period(periods.shift(period.start, -366 * years), period.end)


def person_node(
    assembly: Assembly, resolution: Resolution, printed: str, types: Sequence[str]
) -> str:
    """Add a person, or what is printed of one who is not known; the key."""
    printed = " ".join(printed.split())
    if resolution.key is None:
        name = Literal("foaf:name", printed)
        return _unresolved(assembly, "person", [*types, "Person"], printed, resolution, name)
    person = people()[resolution.key.removeprefix("person/")]
    literals = [
        Literal("foaf:name", person.full_name),
        Literal("foaf:familyName", person.family_name),
    ]
    if resolution.as_written:
        literals.append(Literal("kg:asWritten", resolution.as_written))
    pages = [f"http://www.wikidata.org/entity/{person.wikidata}"] if person.wikidata else []
    return assembly.node(resolution.key, [*types, "Person"], person.full_name, literals, pages)


def _post(assembly: Assembly, resolution: Resolution, printed: str) -> str:
    printed = " ".join(printed.split())
    if resolution.key is None:
        return _unresolved(assembly, "post", ["Post"], printed, resolution)
    post = posts_by_id()[resolution.key.removeprefix("post/")]
    literals = [Literal("skos:prefLabel", post.title, lang="nl")]
    if resolution.as_written:
        literals.append(Literal("kg:asWritten", resolution.as_written))
    return assembly.node(resolution.key, ["Post"], post.title, literals)


def _unresolved(
    assembly: Assembly,
    path: str,
    types: Sequence[str],
    printed: str,
    resolution: Resolution,
    *literals: Literal,
) -> str:
    """A person or post of whom no more is known than the printed words, and why."""
    why = [
        Literal("kg:unresolved", "true", datatype="xsd:boolean"),
        Literal("kg:reason", resolution.reason),
    ]
    return assembly.node(f"{path}/x-{fold(printed)}", types, printed, [*literals, *why])


def _tenure(
    assembly: Assembly, post: Resolution, person: Resolution, dating: Dating
) -> None:
    """Add who held the post at the document's date, where the table says so."""
    if post.key is None or person.key is None:
        return
    _post(assembly, post, "")
    person_node(assembly, person, "", ("Minister",))
    found = _tenures_by_keys().get((post.key, person.key))
    if found:
        _add_tenure(
            assembly, min(found, key=lambda each: periods.distance(each.period, dating.period))
        )


def _add_tenure(assembly: Assembly, tenure: Tenure) -> None:
    person, post = people()[tenure.person], posts_by_id()[tenure.office]
    literals = [
        Literal(prop, day.isoformat(), datatype="xsd:date")
        for prop, day in (("kg:from", tenure.period.start), ("kg:until", tenure.period.end))
        if day is not None
    ]
    assembly.node(
        tenure.key,
        ["Tenure"],
        f"{person.full_name}, {post.title}",
        literals,
        links=[("holder", person.key), ("heldPost", post.key)],
    )


@cache
def _tenures_by_keys() -> dict[tuple[str, str], list[Tenure]]:
    """The tenures of the table by the keys of post and person."""
    found: dict[tuple[str, str], list[Tenure]] = {}
    for each in tenures():
        found.setdefault((f"post/{each.office}", f"person/{each.person}"), []).append(each)
    return found


@cache
def posts_by_id() -> dict[str, Post]:
    """The posts of the table by their id."""
    return {each.id: each for each in offices()}
