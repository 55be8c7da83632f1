"""The authority tables: ministries, posts, people, memberships, programmes, each with dates.

Facts as CSV under ``seeds/authority`` (see its README); read on first use, then kept.
"""

from __future__ import annotations

from kg.authority.load import (
    agreements,
    cabinets,
    chambers,
    members,
    ministries,
    motions,
    name_variants,
    offices,
    party_names,
    persons,
    programmes,
    tenures,
)
from kg.authority.records import (
    Agreement,
    Cabinet,
    Chamber,
    Membership,
    Ministry,
    MotionFact,
    NameVariant,
    PartyName,
    Person,
    Post,
    Programme,
    Tenure,
)

__all__ = [
    "Agreement",
    "Cabinet",
    "Chamber",
    "Membership",
    "Ministry",
    "MotionFact",
    "NameVariant",
    "PartyName",
    "Person",
    "Post",
    "Programme",
    "Tenure",
    "agreements",
    "cabinets",
    "chambers",
    "members",
    "ministries",
    "motions",
    "name_variants",
    "offices",
    "party_names",
    "persons",
    "programmes",
    "tenures",
]
