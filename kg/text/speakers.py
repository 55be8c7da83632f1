"""Who speaks, in proceedings and reports of debates."""

from __future__ import annotations

# A speaker's name before the colon, for patterns with re.VERBOSE: "De voorzitter", "De heer Bos
# (VVD)", "Minister Van Weel". Begins with letters, so that a search skips to them. White space may
# be long, proceedings read from XML keep that of their source; a name without its party stands on
# one line. An office is no name: "Minister van Financiën:".
SPEAKER = r"""(?:De\s{1,120}\*{0,2}voorzitter
    |(?:De\s{1,120}heer|Mevrouw|Mijnheer)\b[\w\s.'’*-]{2,160}\([\w\s*/-]{2,120}\)
    |(?:De\s{1,120}heer|Mevrouw|Mijnheer
        |(?:Minister(?:-president)?|Staatssecretaris)
            (?![\s*]{1,120}(?:voor|van(?!\s(?:de[nr]?|[’']t)\s))\s))[\s*]{1,120}
        (?:(?:van|de|der|den|ten|ter|[’']t|el|al)\s){0,3}[A-ZÀ-Þ][^:\n()*]{1,40})"""
