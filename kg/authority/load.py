"""Reads each table once, on first use, into a tuple of records in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg import data
from kg.authority import tables
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
from kg.authority.tables import Row


def _rows(name: str, columns: Sequence[str]) -> Iterator[Row]:
    return tables.read_table(data.path(f"authority/{name}.csv"), columns)


@cache
def ministries() -> tuple[Ministry, ...]:
    """Every ministry, one record per period of its name.

    >>> [m.name for m in ministries() if m.abbreviation == "VWS"]
    ['Volksgezondheid, Welzijn en Sport']
    """
    return tuple(
        Ministry(
            id=row.text("ministry_id"),
            abbreviation=row.maybe("abbreviation"),
            name=row.text("name"),
            period=row.period("valid_from", "valid_to"),
            tooi=row.maybe("tooi"),
            successor=row.maybe("successor_id"),
            aliases=row.names("aliases"),
        )
        for row in _rows("ministries", tables.MINISTRIES)
    )


@cache
def chambers() -> tuple[Chamber, ...]:
    """The two chambers and their united meeting, with their TOOI IRIs.

    >>> [c.id for c in chambers()]
    ['EK', 'TK', 'VV']
    """
    return tuple(
        Chamber(row.text("chamber_id"), row.text("name"), row.names("aliases"), row.text("tooi"))
        for row in _rows("chambers", tables.CHAMBERS)
    )


@cache
def cabinets() -> tuple[Cabinet, ...]:
    """The kabinetten since 1994 in order of time.

    >>> cabinets()[0].name
    'Kabinet-Kok I'
    """
    return tuple(
        Cabinet(
            id=row.text("cabinet_id"),
            name=row.text("name"),
            aliases=row.names("aliases"),
            period=row.period(),
            wikidata=row.maybe("wikidata"),
        )
        for row in _rows("cabinets", tables.CABINETS)
    )


@cache
def offices() -> tuple[Post, ...]:
    """Every post of a bewindspersoon since 1994.

    >>> [p.title for p in offices() if p.id == "mzp-lzs"]
    ['de minister voor Langdurige Zorg en Sport']
    """
    return tuple(
        Post(
            id=row.text("office_id"),
            role=row.text("role"),
            title=row.text("title"),
            ministry=row.text("ministry"),
            periods=row.periods("periods"),
            aliases=row.names("aliases"),
        )
        for row in _rows("offices", tables.OFFICES)
    )


@cache
def tenures() -> tuple[Tenure, ...]:
    """Who held which post when.

    >>> [t.person for t in tenures() if t.office == "mzp-lzs" and not t.acting]
    ['p-conny-helder']
    """
    return tuple(
        Tenure(
            office=row.text("office_id"),
            person=row.text("person_id"),
            period=row.period(),
            acting=row.maybe("acting") is not None,
            party=row.maybe("party"),
            note=row.maybe("note"),
        )
        for row in _rows("tenures", tables.TENURES)
    )


@cache
def persons() -> tuple[Person, ...]:
    """Every bewindspersoon and member of the tables.

    >>> [p.family_name for p in persons() if p.id == "p-conny-helder"]
    ['Helder']
    """
    return tuple(
        Person(
            id=row.text("person_id"),
            full_name=row.text("full_name"),
            given=row.maybe("given"),
            family_name=row.text("family_name"),
            other_names=row.names("other_names"),
            initials=row.maybe("initials"),
            wikidata=row.maybe("wikidata"),
        )
        for row in _rows("persons", tables.PERSONS)
    )


@cache
def members() -> tuple[Membership, ...]:
    """Who sat in which chamber for which party when.

    >>> {m.chamber for m in members()} == {"TK", "EK"}
    True
    """
    return tuple(
        Membership(row.text("person_id"), row.text("chamber"), row.maybe("party"), row.period())
        for row in _rows("members", tables.MEMBERS)
    )


@cache
def party_names() -> tuple[PartyName, ...]:
    """Parties with the names they go by.

    >>> [p.name for p in party_names() if "CU" in p.aliases]
    ['ChristenUnie']
    """
    return tuple(
        PartyName(row.text("party"), row.names("aliases"), row.maybe("merged_into"))
        for row in _rows("parties", tables.PARTIES)
    )


@cache
def name_variants() -> tuple[NameVariant, ...]:
    """Spellings of names found in official titles that no rule derives.

    >>> [v.person for v in name_variants() if v.printed == "Smulders"]
    ['p-paul-smeulders']
    """
    return tuple(
        NameVariant(row.text("printed"), row.text("person_id"), row.text("kind"), row.period())
        for row in _rows("name_variants", tables.NAME_VARIANTS)
    )


@cache
def programmes() -> tuple[Programme, ...]:
    """Policy programmes with the names they go by.

    >>> [p.name for p in programmes() if "GALA" in p.aliases]
    ['Gezond en Actief Leven Akkoord']
    """
    return tuple(
        Programme(
            id=row.text("programme_id"),
            name=row.text("name"),
            aliases=tuple(_alias(alias) for alias in row.names("aliases")),
            ministry=row.maybe("ministry"),
            kind=row.text("kind"),
            shared=tuple(_alias(each) for each in row.names("aliases") if each.endswith("?")),
            printed=tuple(_alias(each) for each in row.names("aliases") if each[0] == "="),
        )
        for row in _rows("programmes", tables.PROGRAMMES)
    )


def _alias(cell: str) -> str:
    """An alias without the signs that say how it counts."""
    return cell.removeprefix("=").removesuffix("?")


@cache
def agreements() -> tuple[Agreement, ...]:
    """The agreements of kabinetten, in order of time.

    >>> [each.id for each in agreements() if each.cabinet == "schoof"]
    ['hoofdlijnenakkoord-2024', 'regeerprogramma-2024']
    """
    return tuple(
        Agreement(
            id=row.text("agreement_id"),
            word=row.text("word"),
            name=row.text("name"),
            cabinet=row.text("cabinet_id"),
            day=row.on("date"),
        )
        for row in _rows("agreements", tables.AGREEMENTS)
    )


@cache
def motions() -> tuple[MotionFact, ...]:
    """Motions that resolve by name without a register.

    >>> all(m.submitters for m in motions())
    True
    """
    return tuple(
        MotionFact(
            zaak=row.text("zaak"),
            document=row.maybe("document"),
            kst=row.maybe("kst"),
            day=row.on("date"),
            submitters=row.names("submitters"),
            title=row.text("title"),
            topics=row.names("topics"),
        )
        for row in _rows("motions", tables.MOTIONS)
    )
