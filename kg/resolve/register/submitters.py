"""What the motions of a member are found by: the person where it is certain, else the name."""

from __future__ import annotations

from datetime import date

from kg.authority.names import fold
from kg.resolve.periods import When
from kg.resolve.persons import resolve_person


def submitter_key(name: str, day: date) -> str:
    """What a submitter is found by: the person where it is certain, else the name.

    >>> submitter_key("Smeulders", date(2021, 1, 28)), submitter_key("Nemo", date(2021, 1, 28))
    ('person/p-paul-smeulders', 'nemo')
    """
    return resolve_person(name, day, role="motie", chamber="TK").key or fold(name)


def keys(name: str, when: When) -> tuple[str, ...]:
    """What the motions of a printed name are found by: everyone it may mean, and the name.

    >>> keys("Smulders", date(2021, 2, 15))
    ('person/p-paul-smeulders', 'smulders')
    """
    person = resolve_person(name, when, role="motie", chamber="TK")
    people = (person.key,) if person.key else (each.key for each in person.candidates)
    return (*people, fold(name))
