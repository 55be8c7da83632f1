"""Who publishes, who made it, whom to write to, under which licence: nobody else can know."""

from __future__ import annotations

import configparser
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.errors import InputError

#: What must be told, with an example of each.
NEEDED = {
    "publisher": "Ministerie van BZK <https://identifier.overheid.nl/tooi/id/ministerie/mnre1034>",
    "creator": "Kamergraaf <https://w3id.org/kamergraaf/id/organisation/kamergraaf>",
    "contact": "Team Kamergraaf <mailto:info@example.nl>",
    "licence": "CC0",
    "download": "https://data.example.nl/kamergraaf/",
}
#: What may be told besides.
OPTIONAL = {"endpoint": "https://data.example.nl/sparql", "modified": "2026-11-22"}
LICENCES = {
    "CC0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA": "https://creativecommons.org/licenses/by-sa/4.0/",
    "PDM": "https://creativecommons.org/publicdomain/mark/1.0/",
}
_AGENT = re.compile(r"\s*([^<>]{1,300}?)\s*<((?:https?://|mailto:)[^<>\s\"{}|\\^`]{1,500})>\s*")
_WEB = re.compile(r"https?://[^<>\s\"{}|\\^`]{1,1000}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Agent:
    """A name and an IRI."""

    name: str
    iri: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What a catalogue must say about who is behind a dataset; ``download`` ends with a slash."""

    publisher: Agent
    creator: Agent
    contact: Agent
    licence: str
    download: str
    endpoint: str | None = None
    modified: str | None = None


def settings(given: Mapping[str, str | None]) -> Settings:
    """The settings from texts; raises ``InputError`` that names all that are missing.

    >>> settings({"publisher": "BZK <https://example.org/bzk>"})
    Traceback (most recent call last):
    ...
    kg.errors.InputError: catalogue: creator, contact, licence and download are not known; \
give --creator, --contact, --licence and --download, set KG_CREATOR and so on, \
or write them in a file for --config; an example is in docs/publish.md
    """
    told = {name: text for name, text in given.items() if text}
    missing = [name for name in NEEDED if name not in told]
    if missing:
        options = _listed([f"--{name}" for name in missing])
        raise InputError(
            "catalogue",
            f"{_listed(missing)} {'is' if len(missing) == 1 else 'are'} not known",
            f"give {options}, set KG_{missing[0].upper()}{' and so on' if missing[1:] else ''}, "
            "or write them in a file for --config; an example is in docs/publish.md",
        )
    return Settings(
        publisher=_agent("publisher", told["publisher"]),
        creator=_agent("creator", told["creator"]),
        contact=_agent("contact", told["contact"]),
        licence=_licence(told["licence"]),
        download=_address("download", told["download"]).rstrip("/") + "/",
        endpoint=_address("endpoint", told["endpoint"]) if "endpoint" in told else None,
        modified=_day(told["modified"]) if "modified" in told else None,
    )


def read(path: Path) -> dict[str, str]:
    """The settings in the section ``[catalog]`` of a file; raises ``InputError``."""
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(path.read_text(encoding="utf-8"), str(path))
        found = dict(parser["catalog"])
    except (OSError, UnicodeDecodeError, configparser.Error, KeyError) as error:
        said = error.strerror if isinstance(error, OSError) else None
        problem = " ".join((said or str(error)).split())
        raise InputError(str(path), f"cannot be read: {problem}", "see docs/publish.md") from None
    for name in found:
        if name not in NEEDED and name not in OPTIONAL:
            known = ", ".join((*NEEDED, *OPTIONAL))
            raise InputError(str(path), f"{name} is no setting", f"there are {known}")
    return found


def _agent(name: str, text: str) -> Agent:
    found = _AGENT.fullmatch(text)
    if found is None:
        raise InputError(name, f"{text!r} is no name with an address", f"as in: {NEEDED[name]}")
    return Agent(found[1], found[2])


def _licence(text: str) -> str:
    known = LICENCES.get(text.upper().replace(" ", "-"))
    if known is None and not _WEB.fullmatch(text):
        remedy = f"give {', '.join(LICENCES)} or the address of one"
        raise InputError("licence", f"{text!r} is not known", remedy)
    return known or text


def _address(name: str, text: str) -> str:
    if not _WEB.fullmatch(text):
        example = {**NEEDED, **OPTIONAL}[name]
        raise InputError(name, f"{text!r} is no web address", f"as in: {example}")
    return text


def _day(text: str) -> str:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text).isoformat()
    except ValueError:  # the 31st of February
        pass
    raise InputError("modified", f"{text!r} is no day", f"as in: {OPTIONAL['modified']}")


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
