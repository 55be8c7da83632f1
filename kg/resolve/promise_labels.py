"""What a commitment is called: what is promised, without the sentence that promises it.

"Daarom zal ik de mogelijkheid van een verbod onderzoeken." is called "de mogelijkheid van een
verbod onderzoeken", "Ik informeer u voor de zomer over de voortgang." "informeren over de
voortgang". Its key, and what meets it, are decided by its content as printed, not by this.
"""

from __future__ import annotations

import re

from kg.model import Mention, Toezegging
from kg.resolve.dictum import as_subject, shortened
from kg.text import unwrap

_MOST = 150  # characters of a name
_FROM_BEFORE = 90  # characters of the sentence before that are shown

# What stands in a sentence and is not of it: notes, links, references, the next heading.
_MARKUP = re.compile(r"<sup>.*?(?:</sup>|\Z)|\s*#{2,}.*\Z|\]\([^()\s]*\)|\[\^?\d*\]", re.DOTALL)
_BRACKETS = re.compile(
    r"\s*\((?:zie\s|vgl\.?\s)?(?:Kamerstuk|Handelingen|Aanhangsel|TZ\d|T\d|TK\b|EK\b|\d)"
    r"[^()]{0,200}\)"
)
_NOTE = re.compile(
    r"(?<=[^\W\d_]{3})[\d¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}(?=[\s.,;]|\Z)|(?<=[.,])\s?[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}"
)
_HYPHEN = re.compile(
    r"(?<=[a-zë]{3})-\s(?!(?:en|of|en/of|als|tot|respectievelijk)\b)(?=[a-zë]{3})"
)

# "toegezegd om … te", "toezeggen dat …", "zeg toe dat …"; "toegezegd een brief te sturen"
_CLAUSE = re.compile(
    r"\b(?:toegezegd|toezeggen|toe),?\s+(?:aan\s+[^,;.]{2,60}?\s+)?(?P<how>om|dat)\s+(?P<what>.+)"
)
_BARE = re.compile(
    r"\btoegezegd,?\s+(?!(?:in|tijdens|bij|door|aan|dat|om|is|zijn|wordt)\b)(?P<what>.+)"
)
_AS_PROMISED = re.compile(r"\b(?:[Zz]oals|[Cc]onform|overeenkomstig)\b[^;]{0,80}\btoege?ze")
# "Ik ga u een brief toezeggen, waarin …"
_THING = re.compile(
    r"\b(?P<what>(?:een|de|het)\s(?:\w+\s){1,4}?)(?:toe\s+te\s+zeggen|toezeggen)\b,?\s*"
    r"(?P<more>(?:waarin|waarmee|die|over|naar)\b.+)?"
)
_OVER = re.compile(
    r"(?P<before>(?:\b\w{0,30}(?:brief|rapportage|reactie|voorstel|advies|verslag|koppeling)\s+)?)"
    r"(?:aan\s+(?:de|uw)\s+(?:\w+\s)?Kamer\s+)?(?P<how>over|omtrent|inzake)\s+\Z",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:ge)?(?:inform|ïnform|bericht|rapport|verslag|stuur|stur|gestuur|zend|brief|gemeld)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:voor|vóór|in|na|uiterlijk|jaarlijks)\s[^,]{0,60}?\bte\s\w+n\b")
# "zal ik", "ik ga", "ben ik bereid om", "is de inzet van het kabinet om"
_ONE = (
    r"(?:(?:de\s+(?:minister|staatssecretaris)\b[^,;.]{0,60}?\sen\s+)?ik(?:zelf)?|wij|we"
    r"|het\s+kabinet|mijn\s+(?:ministerie|departement))"
)
_WILL = re.compile(
    rf"""\A(?P<lead>.{{0,240}}?)\b(?:(?P<go>ga|gaan)|zal|zullen|(?P<one>{_ONE})\s+
        (?:(?P<goes>ga|gaan)|zal|zullen))
        (?(one)|\s+(?:{_ONE}|ik(?=(?:de|het|een|dit)\b)))(?:,?\s+|(?<=ik))
        (?:(?:daarom|dan|ook|overigens|bijvoorbeeld|daarbij)\s+)*""",
    re.IGNORECASE | re.VERBOSE,
)
_READY = re.compile(
    rf"\A(?P<lead>.{{0,60}}?)\b(?:{_ONE}\s+(?:ben|zijn|is)|(?:ben|zijn|is)\s+{_ONE})\s+"
    r"(?:\w+\s+){0,3}?bereid,?\s+(?:om\s+)?",
    re.IGNORECASE,
)
_AIMS = re.compile(
    rf"\A(?P<lead>.{{0,60}}?)\b(?:(?:{_ONE}\s+streeft?|streeft?\s+{_ONE}|wij\s+streven)\s+ernaar,?"
    r"|(?:het\s+is\s+)?(?:de\s+)?inzet\s+van\s+het\s+kabinet(?:\s+is)?)\s+(?:om\s+)?",
    re.IGNORECASE,
)
_TALKS = re.compile(r"\bin\s(?:overleg|gesprek)\b(?!\s(?:gaan|treden))")
# Words that open a sentence and say nothing; before a verb that comes next only some can go.
_MERE = re.compile(
    r"""\A(?:(?:ja|nee|nogmaals|maar|dus|en|dan|daarom|derhalve|ook|tevens|verder|voorts|overigens
        |bovendien|daarnaast|ten\sslotte|tenslotte|tot\sslot|zo|wel|inderdaad|vervolgens
        |uiteraard|natuurlijk|daarbij)\b[,.]?\s*)+""",
    re.IGNORECASE | re.VERBOSE,
)
_OPENING = re.compile(r"\A(?:(?:ja|nee|nogmaals|maar|en)\b[,.]?\s+)+", re.IGNORECASE)
_REPORTS = re.compile(
    r"\A(?:zoals|conform|in\slijn\smet|naar\saanleiding|met\sverwijzing)\b", re.IGNORECASE
)
_LONG_LEAD = 60
_WHOM = re.compile(r"(?:u|uw\s+Kamer|de\s+(?:(?:Tweede|Eerste)\s+)?Kamer|beide\s+Kamers)\s")
_NAMED = re.compile(
    r"\b(?:mijn|onze|zijn|haar|een|de|deze|ook)\s+toezegging(?:en)?\s+"
    r"(?!wordt|is|blijft|was|heb)(?P<whose>.+)"
)
_NAMED_END = re.compile(
    r"\s+(?:als\s+(?:af|uit)|(?:is|wordt|blijft|kan|hiermee|met\s+deze)\b|\w+\s+(?:ik|we|wij)\b)"
    r".*\Z"
)
_NOBODY = re.compile(r"(?:aan|in)\s+(?:de|uw)\s+(?:\w+\s+)?Kamer\W*\Z")
_TAIL = re.compile(
    r",?\s(?:maar|want|dus)\s.*\Z|,\s(?:zodat|omdat|opdat)\s.*\Z|;.*\Z"
    r"|,\szoals\s(?:eerder\s|ook\s|is\s)*toegezegd\b.*\Z"
    r"|,\s(?:waar|waarover)\s(?:ik|we|wij)\s.*\Z"
    r"|(?:,\s(?:die|dat|en|waar\w*)|\s(?:aan|naar)\s(?:de|uw)\s?Kamer)\Z"
)


def promise_called(mention: Mention) -> str:
    """What a commitment is called; white space, notes and references left out.

    >>> from kg.model import Span
    >>> said = "Ja, ik ben bereid om de wet te wijzigen, zodat dit kan."
    >>> value = Toezegging("made", None, None, None, None)
    >>> promise_called(Mention("toezegging", Span(0, len(said)), said, "toezegging.bereid", value))
    'de wet wijzigen'
    """
    value = mention.value
    assert isinstance(value, Toezegging)
    printed = _plain(mention.surface)
    line = " ".join(_BRACKETS.sub("", printed).split())
    what = " ".join(_BRACKETS.sub("", _plain(value.what)).split()) if value.what else ""
    if what and what not in line:
        return _from_before(line, what, mention.rule)
    told = _told(line, what) if what else None
    return _short(_of_clause(line) or told or _of_sentence(line, printed))


def _plain(text: str) -> str:
    """Text on one line without notes and links."""
    text = _MARKUP.sub("", unwrap(text)).replace("[", "")
    return " ".join(_HYPHEN.sub("", _NOTE.sub("", text)).split())


def _from_before(line: str, what: str, rule: str) -> str:
    """What was asked, where someone is ready for it; else the promise and what it is about."""
    if rule == "toezegging.bereid":
        return _short(as_subject(what))
    about = shortened(what.rstrip(" .;,"), most=_FROM_BEFORE)
    return f"{_short(_of_sentence(line, line))} ({about})"


def _of_clause(line: str) -> str | None:
    """What is said to be promised: "toegezegd om de wet te wijzigen"."""
    if _AS_PROMISED.search(line):
        return None
    clause = _CLAUSE.search(line)
    if clause:
        return f"dat {clause['what']}" if clause["how"] == "dat" else _request(clause["what"])
    bare = _BARE.search(line)
    if bare and " te " in bare["what"]:
        return _request(bare["what"])
    thing = _THING.search(line)
    return f"{thing['what'].strip()} {thing['more'] or ''}".strip() if thing else None


def _request(words: str) -> str:
    return as_subject(words).replace(" zullen ", " ", 1)


def _told(line: str, what: str) -> str | None:
    """What the Kamer is told about: "informeren over …", "brief over …"."""
    ahead = line[: line.index(what)]
    before = _OVER.search(ahead)
    if before is None:
        return None
    if _ASKS.match(what):
        return as_subject(what)
    noun = "toezegging" if "oezegging" in ahead else before["before"].strip().lower()
    if not noun and not _TELLS.search(line):
        return None
    return f"{noun or 'informeren'} {before['how'].lower()} {what}"


def _of_sentence(line: str, printed: str) -> str:
    """A sentence without what makes it a promise: "Daarom zal ik … onderzoeken"."""
    for pattern in (_READY, _AIMS, _WILL):
        match = pattern.match(line)
        if match:
            rest = line[match.end() :]
            if pattern is not _WILL:
                return _behind(match["lead"], as_subject(rest))
            if match["go"] or match["goes"]:
                rest = _TALKS.sub(lambda talks: f"{talks.group()} gaan", rest, count=1)
            return _behind(match["lead"], rest)
    return _named(printed) or _OPENING.sub("", line) or line


def _behind(lead: str, rest: str) -> str:
    """What is done, with what stands before "zal ik" where that says more than "daarom"."""
    lead = _MERE.sub("", lead).strip(" ,")
    if not lead or len(lead) > _LONG_LEAD or _REPORTS.match(lead):
        return rest
    lead = lead[0].lower() + lead[1:]
    whom = _WHOM.match(rest)
    at = whom.end() if whom else 0
    return f"{rest[:at]}{lead} {rest[at:]}"


def _named(line: str) -> str | None:
    """A commitment called by its name: to whom it was made, where, or what it is."""
    named = _NAMED.search(line)
    whose = _NAMED_END.sub("", named["whose"]) if named else ""
    asked = re.search(r"\bom\s+(?P<what>[^,]+)", whose)
    if asked:
        return as_subject(asked["what"])
    return None if not whose or _NOBODY.match(whose) else f"toezegging {whose}"


def _short(words: str) -> str:
    words = words.strip(" ,:;–-")
    tail = _TAIL.search(words, min(len(words), 15))
    words = (words[: tail.start()] if tail else words).rstrip(" ,:;–-")
    words = words if words.endswith((" jl.", "c.s.", "j.l.")) else words.rstrip(".")
    return shortened(words, most=_MOST) or "toezegging"
