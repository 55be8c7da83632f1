"""Who sat when, from the project's own tables, so that made-up papers name people who resolve."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from kg import authority


@dataclass(frozen=True, slots=True)
class Office:
    """A post and who held it: "de minister van Defensie", its ministry, a full name."""

    title: str
    role: str
    ministry: str
    name: str
    family: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A member of the Tweede Kamer: family name and party."""

    family: str
    party: str


@cache
def seats(year: int, month: int) -> tuple[Seat, ...]:
    """Who sat in the Tweede Kamer in the middle of a month."""
    day = date(year, month, 15)
    people = {each.id: each for each in authority.persons()}
    found = {
        Seat(people[each.person].family_name, each.party or "")
        for each in authority.members()
        if each.chamber == "TK" and each.period.covers(day)
    }
    return tuple(sorted(found, key=lambda seat: (seat.family, seat.party)))


@cache
def offices(year: int, month: int) -> tuple[Office, ...]:
    """The posts held in the middle of a month."""
    day = date(year, month, 15)
    people = {each.id: each for each in authority.persons()}
    posts = {each.id: each for each in authority.offices()}
    ministries = {each.abbreviation: each.name for each in authority.ministries()}
    found = []
    for each in authority.tenures():
        post = posts[each.office]
        if each.period.covers(day) and not each.acting and post.role != "minister-president":
            who = people[each.person]
            ministry = ministries.get(post.ministry, post.ministry)
            found.append(Office(post.title, post.role, ministry, who.full_name, who.family_name))
    return tuple(sorted(found, key=lambda office: (office.title, office.name)))


@cache
def programmes() -> tuple[str, ...]:
    """Names of programmes as a sentence takes them."""
    return tuple(f"het {each.name}" for each in authority.programmes())
