"""The words of the pages in Dutch and English, and the labels of properties."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources

from kg.vocabulary import shorten, terms

LANGUAGES = ("nl", "en")


@cache
def words(lang: str) -> Mapping[str, str]:
    """The words of the pages by name.

    >>> words("en")["search"], words("nl")["search"]
    ('Search', 'Zoeken')
    """
    text = resources.files("kg.serve.templates").joinpath("words.json").read_text("utf-8")
    return {name: both[LANGUAGES.index(lang)] for name, both in json.loads(text).items()}


def term_label(address: str, lang: str) -> str:
    """The label of a property or class in a language, or its prefixed name.

    >>> term_label("https://w3id.org/kamergraaf/def#cites", "nl")
    'haalt aan'
    >>> term_label("http://purl.org/dc/terms/title", "en")
    'title'
    """
    name = shorten(address)
    known = terms().get(name)
    if known is not None and lang in known.labels:
        return known.labels[lang]
    return words(lang).get(name, name)
