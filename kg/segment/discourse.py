"""Questions and answers, speakers, headings and tables in the body."""

from __future__ import annotations

import re

from kg.model import Part
from kg.segment.page import Page
from kg.text import SPEAKER, fold_space

# "3", "3 en 4", "3a"
_NUMBERS = r"\d{1,3}[a-z]?(?:\s?(?:,|en|t/m|tot en met|&|–|-)\s?\d{1,3}[a-z]?){0,12}"
_QUESTION = re.compile(
    rf"\*{{0,2}}(?:Vraag|VRAAG|Vragen)\s?(?P<label>{_NUMBERS})?\s?[:.]?\*{{0,2}}\s*\Z"
)
_ANSWER = re.compile(
    r"\*{0,2}(?:Antwoord|ANTWOORD|Antwoorden)"
    r"(?:\s(?:op\s)?(?:de\s)?(?:vraag|vragen|deelvraag))?"
    rf"\s?(?P<label>{_NUMBERS})?\s?[:.]?\*{{0,2}}\s*\Z"
)
_SPEAKER = re.compile(
    rf"\*{{0,2}}(?P<label>{SPEAKER})[\s*]{{0,120}}:\*{{0,2}}(?:\s|\Z)", re.VERBOSE
)
# In tagged text torn into lines a speaker stands on several: "De heer", "Bos", "(", "VVD", "):".
_TORN = frozenset(
    "De|De heer|Mevrouw|Mijnheer|Minister|Minister-president|Staatssecretaris".split("|")
)
_PIECES, _APART_BY = 8, 8  # lines a torn name may take; empty lines between two of them
_ATTACHMENT = re.compile(
    r"(?:BIJLAGE|Bijlage|ANNEX|Annex)(?:\s(?:\d{1,2}|[IVX]{1,4}|[A-Z]))?\b"
    r"(?:[:.]|\s[A-Z–-].{0,90}|\Z)"
)
_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,4}\.|[a-zA-Z][.)]|\d{1,2}[a-z]\.?)\s+[A-ZÀ-Þ“‘«]"
)
# The pairs of characters that questions, answers, speakers and attachments begin with.
_ANSWERS = frozenset(("An", "AN", "**", "*A"))
_TURNS = _ANSWERS | frozenset("Vr VR De Me Mi St *V *D *M *S".split())
_ATTACHED = frozenset(("BI", "Bi", "AN", "An"))
_TURN_STOPS = frozenset((Part.CLOSING, Part.SIGNATURE, Part.ATTACHMENT, Part.SALUTATION))
_SIGNED = frozenset((Part.CLOSING, Part.SIGNATURE))
_APART = frozenset((Part.FURNITURE, Part.FOOTNOTE))
_ENDS = ".,;:?!"
_OPENS = "“‘«'\"-•–*(["


def claim_turns(page: Page) -> None:
    """Claim questions, answers and speeches: each runs until the next, furniture left out."""
    turns = _turns(page)
    if not turns:
        return
    current: Part | None = None
    part_of = page.parts.get
    named = -1  # the last line of a torn speaker, which looks like an office and who holds it
    for line in page.filled_in(min(turns), len(page)):
        turn = turns.get(line)
        if turn is not None and turn[2] > line:
            named = turn[2]
        claimed = part_of(line)
        if claimed is not None and (line > named or claimed not in _SIGNED):
            if claimed in _TURN_STOPS:
                current = None
            continue
        if turn is not None:
            current = turn[0]
            page.claim(line, current, turn[1], new=True)
        elif current is not None:
            page.claim(line, current)


def _turns(page: Page) -> dict[int, tuple[Part, str | None, int]]:
    """The lines that begin a question, an answer or a speech, with its number or speaker.

    With each the last line of its head.
    """
    bodies = page.bodies
    found: dict[int, tuple[Part, str | None, int]] = {}
    for line in page.opening(_TURNS):
        turn = _turn(bodies[line]) if bodies[line] else None
        if turn is not None:
            found[line] = (*turn, line)
        elif (torn := _torn(page, line)) is not None:
            found[line] = torn
    # "3" alone is a question where none says so; else it is a page's number.
    asked = any(turn[0] is Part.QUESTION for turn in found.values())
    answers = [] if asked else [n for n in page.opening(_ANSWERS) if _is_answer(bodies[n])]
    if answers:
        # Below the one heading "Antwoord" of an old Aanhangsel the numbers are the answers'.
        only = len(answers) == 1 and found[answers[0]][1] is None
        for line in page.filled:
            body = bodies[line]
            if len(body) <= 3 and body.isdigit():
                below = only and line > answers[0]
                found[line] = Part.ANSWER if below else Part.QUESTION, body, line
    return found


def _is_answer(body: str) -> bool:
    """Whether a line opens an answer."""
    return len(body) <= 80 and _ANSWER.match(body) is not None


def _turn(body: str) -> tuple[Part, str | None] | None:
    """The question, answer or speech a line begins, with its number or speaker."""
    first = body.lstrip("*")[:1]
    if first in "AV" and len(body) <= 80:
        match = _QUESTION.match(body)
        if match:
            return Part.QUESTION, match["label"]
        match = _ANSWER.match(body)
        if match:
            return Part.ANSWER, match["label"]
    if first in "DMS" and ":" in body[:90]:
        match = _SPEAKER.match(body)
        if match:
            return Part.SPEECH, fold_space(match["label"].replace("*", ""))
    return None


def _torn(page: Page, line: int) -> tuple[Part, str, int] | None:
    """The speech of a speaker whose name is torn over this line and the next."""
    words = " ".join(page.bodies[line].split(None, 2))  # what is torn has two words at most
    if words not in _TORN:
        return None
    last = line
    for _ in range(_PIECES):
        following = page.next_filled(last, _APART_BY)
        if following is None or len(page.bodies[following]) > 80:
            return None
        last, piece = following, page.bodies[following]
        words = f"{words} {piece}".replace("( ", "(").replace(" )", ")")
        if piece.endswith(":"):
            match = _SPEAKER.match(words)
            return (Part.SPEECH, match["label"].strip(), last) if match else None
    return None


def claim_attachments(page: Page, after: int) -> None:
    """Claim what follows a heading "BIJLAGE" below the signature of a letter."""
    for line in page.opening(_ATTACHED):
        body = page.bodies[line]
        if line < after:
            continue
        if body[:3] in ("BIJ", "Bij", "ANN", "Ann") and page.free(line) and len(body) <= 110:
            if _ATTACHMENT.match(body):
                for number in range(line, len(page)):
                    if page.free(number):
                        page.claim(number, Part.ATTACHMENT, new=number == line)
                return


def claim_headings(page: Page) -> None:
    """Claim the lines of the body that are headings: short, without a stop, parted or numbered."""
    limit = min(90, max(40, int(0.75 * page.width)))
    bodies, parts = page.bodies, page.parts
    short = [line for line in page.filled if line not in parts and len(bodies[line]) <= 110]
    for line in short:
        body = bodies[line]
        before = bodies[line - 1] if line else ""
        if before and before[-1] not in ".:;" and line - 1 not in parts and body[:1] not in "*#":
            continue  # not parted from what stands above
        if not body or body[-1] in _ENDS or not _has_form(page, line, body, before, limit):
            continue
        after = _words_below(page, line)
        if after and (after[0].isupper() or after[0].isdigit() or after[0] in _OPENS):
            page.claim(line, Part.HEADING, new=True)


def _has_form(page: Page, line: int, body: str, before: str, limit: int) -> bool:
    """Whether a line has a heading's form: marked, numbered, or a few words set apart."""
    if body[0] == "#" or body[0] == "*" and body.startswith("**") and body.endswith("**"):
        return True
    apart = not before or line - 1 in page.parts
    if body[0].isdigit() and len(body) < page.width and _NUMBERED.match(body):
        return apart
    if len(body) > limit or not (body[0].isupper() or body[0] in "‘“«*"):
        return False
    if apart and _is_lettered(body):
        return True
    if not before:
        return "  " not in body
    return before[-1] in ".:;" and body[0].isupper() and len(body) <= 0.6 * limit


def _is_lettered(body: str) -> bool:
    """Whether a line that begins with a capital has a letter or Roman figure as its number."""
    return (body[0] in "IVX" or body[1:2] in (".", ")")) and _NUMBERED.match(body) is not None


def _words_below(page: Page, line: int) -> str:
    """The next line of the text itself, at most a few lines on: footers and notes left out."""
    bodies, part_of = page.bodies, page.parts.get
    for at, body in enumerate(bodies[line + 1 : line + 8], line + 1):
        if body and part_of(at) not in _APART:
            return body
    return ""
