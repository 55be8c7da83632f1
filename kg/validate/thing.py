"""One thing against the shapes: the rules that concern it, chosen once for all things like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.validate.checks import NONE, Kinds, Values
from kg.validate.shapes import Rule, rules
from kg.vocabulary import text_of

#: A shape that is broken, the thing that breaks it, and the value at fault (``""`` for none).
Broken = tuple[str, str, str]


def check_thing(
    subject: object, facts: Iterable[tuple[str, object]], kinds: Kinds
) -> Iterator[Broken]:
    """Where one thing breaks the shapes, by all that is said of it as (predicate, object).

    ``kinds`` gives the classes of this thing and of those it points at. What concerns more than
    one thing, an edge and its statement, is for :class:`kg.validate.pairs.Pairs`.

    >>> import pyoxigraph as ox
    >>> thing, dossier = "https://example.org/x", "https://w3id.org/kamergraaf/def#Dossier"
    >>> kind = ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", ox.NamedNode(dossier))
    >>> list(check_thing(ox.NamedNode(thing), [kind], {thing: frozenset([dossier])}))
    [('https://w3id.org/kamergraaf/shapes#label', 'https://example.org/x', '')]
    """
    return check_values(subject, by_predicate(facts), kinds)


def check_values(subject: object, values: Values, kinds: Kinds) -> Iterator[Broken]:
    """The same by what is said of it, gathered by predicate."""
    name = text_of(subject)
    for rule in _asked(kinds.get(name, NONE), tuple(values)):
        if not rule.path:
            for check in rule.checks:
                if check(subject, values, kinds):
                    yield rule.shape, name, ""
                    break
            continue
        given = values.get(rule.path, ())
        if len(given) < rule.least or (rule.most is not None and len(given) > rule.most):
            yield rule.shape, name, ""
        for value in given:
            for check in rule.checks:
                if check(value, values, kinds):
                    yield rule.shape, name, text_of(value)
                    break


def by_predicate(facts: Iterable[tuple[str, object]]) -> dict[str, list[object]]:
    """Facts gathered by predicate."""
    values: dict[str, list[object]] = {}
    for predicate, thing in facts:
        values.setdefault(predicate, []).append(thing)
    return values


@lru_cache(maxsize=4096)
def _asked(kinds: frozenset[str], said: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules for things of these classes of which these predicates say something."""
    of_class, of_predicate, _ = rules()
    asked = [of_class.get(kind, ()) for kind in kinds]
    asked += [of_predicate.get(predicate, ()) for predicate in said]
    found = {rule.shape: rule for each in asked for rule in each}
    return tuple(
        rule for rule in found.values() if not rule.path or rule.path in said or rule.least
    )
