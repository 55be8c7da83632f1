"""The words of the page: both languages have the same, and the scripts ask for these alone."""

from __future__ import annotations

import json
import re

from commons import ROOT

PAGE = ROOT / "kg" / "export" / "page"
WORDS = json.loads((PAGE / "words.json").read_text(encoding="utf-8"))
SCRIPTS = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((PAGE / "scripts").glob("*.js"))
)
# asked for by a name made while the page runs
MADE = re.compile(
    r"(slide|date) (from|to)|ministry|person|dossier|programme|open|partly|fulfilled"
    r"|what|relation|other|said|where|gathered( none)?"
)


def asked() -> set[str]:
    """The words the scripts ask for by name."""
    counted = set(re.findall(r'\bcount\("([^"]+)"', SCRIPTS))
    named = set(re.findall(r'\bsay\([^"`()]*"([^"]+)"', SCRIPTS))
    named |= set(re.findall(r'\? "([a-z ]+)" : "left out"', SCRIPTS)) | {"left out"}
    return named | counted | {f"{each} one" for each in counted}


def test_both_languages_have_the_same_words() -> None:
    assert set(WORDS["nl"]) == set(WORDS["en"])
    for key, dutch in WORDS["nl"].items():
        holes = re.findall(r"\{\w+\}", dutch)
        assert sorted(holes) == sorted(re.findall(r"\{\w+\}", WORDS["en"][key])), key


def test_every_word_asked_for_is_there_and_every_one_there_is_asked_for() -> None:
    there = set(WORDS["nl"])
    assert asked() - there == set()
    assert {each for each in there - asked() if not MADE.fullmatch(each)} == set()
