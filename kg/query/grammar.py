"""The grammar of SPARQL 1.1 queries (https://www.w3.org/TR/sparql11-query/#sparqlGrammar).

The engine says only that a query is wrong; this grammar says where. It is read token by token, one
rule on a line: quoted words and marks stand for themselves, ``<kind>`` for a kind of token, and
``? * +`` for what is optional or repeated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

GRAMMAR = r"""
Query       = Prologue ( Select | Construct | Describe | Ask ) Values
Prologue    = ( 'BASE' <iri> | 'PREFIX' <name> <iri> )*
Select      = SelectClause Dataset* Where Modifier
SubSelect   = SelectClause Where Modifier Values
SelectClause = 'SELECT' ( 'DISTINCT' | 'REDUCED' )? ( '*' | Projected+ )
Projected   = <variable> | '(' Expression 'AS' <variable> ')'
Construct   = 'CONSTRUCT' ( '{' Template '}' Dataset* Where Modifier | Dataset* 'WHERE' '{' Template '}' Modifier )
Template    = ( Triples ( '.' Triples )* '.'? )?
Describe    = 'DESCRIBE' ( '*' | ( <variable> | Iri )+ ) Dataset* Where? Modifier
Ask         = 'ASK' Dataset* Where Modifier
Dataset     = 'FROM' 'NAMED'? Iri
Where       = 'WHERE'? Group
Modifier    = GroupBy? Having? OrderBy? Limits
GroupBy     = 'GROUP' 'BY' GroupKey+
GroupKey    = <variable> | Call | '(' Expression ( 'AS' <variable> )? ')'
Having      = 'HAVING' Constraint+
OrderBy     = 'ORDER' 'BY' OrderKey+
OrderKey    = ( 'ASC' | 'DESC' ) '(' Expression ')' | Constraint | <variable>
Limits      = ( 'LIMIT' <number> ( 'OFFSET' <number> )? | 'OFFSET' <number> ( 'LIMIT' <number> )? )?
Values      = ( 'VALUES' DataBlock )?
Group       = '{' ( SubSelect | GroupBody ) '}'
GroupBody   = ( Triples '.'? )? ( Pattern '.'? ( Triples '.'? )? )*
Pattern     = Union | 'OPTIONAL' Group | 'MINUS' Group | 'LATERAL' Group | 'GRAPH' VarOrIri Group | 'FILTER' Constraint | 'BIND' '(' Expression 'AS' <variable> ')' | 'VALUES' DataBlock
Union       = Group ( 'UNION' Group )*
DataBlock   = <variable> '{' DataValue* '}' | '(' <variable>* ')' '{' ( '(' DataValue* ')' )* '}'
DataValue   = Iri | Literal | 'UNDEF'
Constraint  = '(' Expression ')' | Call
Triples     = SameSubject ( '.' SameSubject )*
SameSubject = Term Properties | ( Brackets | Collection ) Properties?
Properties  = Verb Objects ( ';' ( Verb Objects )? )*
Verb        = <variable> | Path
Objects     = Object ( ',' Object )*
Object      = Brackets | Collection | Quoted | Term
Brackets    = '[' Properties? ']'
Collection  = '(' Object* ')'
Quoted      = '<<' '('? Term Verb Object ')'? '>>'
Path        = PathSeq ( '|' PathSeq )*
PathSeq     = PathStep ( '/' PathStep )*
PathStep    = '^'? PathPrimary ( '?' | '*' | '+' )?
PathPrimary = Iri | 'a' | '!' Negated | '(' Path ')'
Negated     = '(' ( NegatedOne ( '|' NegatedOne )* )? ')' | NegatedOne
NegatedOne  = '^'? ( Iri | 'a' )
Term        = <variable> | Iri | Literal | <blank> | Quoted
VarOrIri    = <variable> | Iri
Expression  = And ( '||' And )*
And         = Relational ( '&&' Relational )*
Relational  = Additive ( ( '=' | '!=' | '<=' | '>=' | '<' | '>' ) Additive | 'NOT'? 'IN' Arguments )?
Additive    = Multiply ( ( '+' | '-' ) Multiply )*
Multiply    = Unary ( ( '*' | '/' ) Unary )*
Unary       = ( '!' | '+' | '-' ) Unary | Primary
Primary     = '(' Expression ')' | Call | Iri | Literal | <variable>
Call        = 'NOT'? 'EXISTS' Group | Aggregate | Function Arguments | Iri Arguments
Aggregate   = ( 'COUNT' | 'SUM' | 'MIN' | 'MAX' | 'AVG' | 'SAMPLE' | 'GROUP_CONCAT' ) '(' 'DISTINCT'? ( '*' | Expression ) ( ';' 'SEPARATOR' '=' <string> )? ')'
Function    = 'STR' | 'LANG' | 'LANGMATCHES' | 'DATATYPE' | 'BOUND' | 'IRI' | 'URI' | 'BNODE' | 'RAND' | 'ABS' | 'CEIL' | 'FLOOR' | 'ROUND' | 'CONCAT' | 'STRLEN' | 'UCASE' | 'LCASE' | 'ENCODE_FOR_URI' | 'CONTAINS' | 'STRSTARTS' | 'STRENDS' | 'STRBEFORE' | 'STRAFTER' | 'YEAR' | 'MONTH' | 'DAY' | 'HOURS' | 'MINUTES' | 'SECONDS' | 'TIMEZONE' | 'TZ' | 'NOW' | 'UUID' | 'STRUUID' | 'MD5' | 'SHA1' | 'SHA256' | 'SHA384' | 'SHA512' | 'COALESCE' | 'IF' | 'STRLANG' | 'STRDT' | 'SAMETERM' | 'ISIRI' | 'ISURI' | 'ISBLANK' | 'ISLITERAL' | 'ISNUMERIC' | 'REGEX' | 'SUBSTR' | 'REPLACE' | 'TRIPLE' | 'SUBJECT' | 'PREDICATE' | 'OBJECT' | 'ISTRIPLE' | 'ADJUST'
Arguments   = '(' 'DISTINCT'? ( Expression ( ',' Expression )* )? ')'
Iri         = <iri> | <name>
Literal     = <string> ( <language> | '^^' Iri )? | ( '+' | '-' )? <number> | 'TRUE' | 'FALSE'
"""  # noqa: E501 - one rule, one line

_PIECE = re.compile(r"'[^']+'|<[a-z]+>|[A-Za-z]+|[()|?*+]")


@dataclass(frozen=True, slots=True)
class Word:
    """A keyword or mark that stands for itself."""

    text: str


@dataclass(frozen=True, slots=True)
class OfKind:
    """Any token of one kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Whatever the rule of this name reads."""

    name: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The first of these that fits."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """The part as often as it fits, between ``least`` times and (where set) ``most`` times."""

    part: Part
    least: int
    most: int | None


Part = Word | OfKind | Rule | Sequence | Choice | Repeat
_TIMES = {"?": (0, 1), "*": (0, None), "+": (1, None)}


@cache
def rules() -> dict[str, Part]:
    """The grammar, rule by rule."""
    lines = (line.partition("=") for line in GRAMMAR.strip().splitlines())
    return {name.strip(): _choice(_PIECE.findall(body), [0]) for name, _, body in lines}


@cache
def keywords() -> frozenset[str]:
    """Every word the grammar knows, in capitals."""
    return frozenset(re.findall(r"'([A-Za-z_0-9]{2,})'", GRAMMAR))


def _choice(pieces: list[str], at: list[int]) -> Part:
    parts = [_sequence(pieces, at)]
    while at[0] < len(pieces) and pieces[at[0]] == "|":
        at[0] += 1
        parts.append(_sequence(pieces, at))
    return parts[0] if len(parts) == 1 else Choice(tuple(parts))


def _sequence(pieces: list[str], at: list[int]) -> Part:
    parts = []
    while at[0] < len(pieces) and pieces[at[0]] not in ("|", ")"):
        part = _one(pieces, at)
        if at[0] < len(pieces) and pieces[at[0]] in _TIMES:
            part = Repeat(part, *_TIMES[pieces[at[0]]])
            at[0] += 1
        parts.append(part)
    return Sequence(tuple(parts))


def _one(pieces: list[str], at: list[int]) -> Part:
    piece = pieces[at[0]]
    at[0] += 1
    if piece == "(":
        part = _choice(pieces, at)
        at[0] += 1
        return part
    if piece.startswith("'"):
        return Word(piece[1:-1].upper())
    return OfKind(piece[1:-1]) if piece.startswith("<") else Rule(piece)
