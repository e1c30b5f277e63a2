"""Conditions, rules and changes out of their trees."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lark import Token

from kinescript.model import (
    UNSAID,
    Action,
    Aspect,
    Change,
    Direction,
    Period,
    Range,
    Rule,
    Sessions,
    Sign,
    SymptomLimit,
    Unsaid,
)
from kinescript.notation._frequencies import calendar_date
from kinescript.notation._pieces import Refined
from kinescript.notation._quantities import or_unsaid, period_unit, text, until_count, whole
from kinescript.notation._texts import unquoted
from kinescript.notation._types import Value

_ACTIONS: Final = {
    "STOP": Action.STOP,
    "REDUCE": Action.REDUCE,
    "REPEAT": Action.REPEAT,
    "CONTINUE": Action.CONTINUE,
    "GO_ON": Action.ADVANCE,
    "GO_BACK": Action.BACK,
}
_DIRECTIONS: Final[dict[str, Direction | Unsaid]] = {
    "BUILD": Direction.UP,
    "REDUCE": Direction.DOWN,
    "CHANGE": UNSAID,
}


def _limit(
    name: Value, compared: Value, when: Value, lasting: Value, action: Value
) -> SymptomLimit:
    sign = Sign(
        text(name), compared, when="" if when is None else text(when), lasting=or_unsaid(lasting)
    )
    return SymptomLimit(sign, or_unsaid(action))


def _act(token: Token) -> Action | str:
    return unquoted(token) if token.type == "QUOTED" else _ACTIONS[token.type]


def _change(  # noqa: PLR0913, PLR0917
    verb: Token,
    aspects: tuple[Aspect, ...],
    to: Value,
    by: Value,
    up_to: Value,
    every: Value,
    after: Value,
    when: Value,
    words: Value,
) -> Change:
    if to is not None and up_to is not None:
        raise ValueError("expected one end of the change")
    direction = _DIRECTIONS[verb.type]
    return Change(
        aspects,
        or_unsaid(up_to if to is None else to),
        by=or_unsaid(by),
        direction=direction,
        every=or_unsaid(every),
        after=or_unsaid(after),
        when=or_unsaid(when),
        words="" if words is None else unquoted(words),
    )


def _of_days(unit: Token) -> Aspect:
    if unit.casefold() not in {"day", "days"}:
        raise ValueError(f"expected days, got {unit}")
    return Aspect.DAYS


_OF_DOSES: Final[dict[str, Callable[..., Value]]] = {
    "limit": _limit,
    "allowed": lambda condition, action: SymptomLimit(condition, or_unsaid(action)),
    "rule": lambda rest, action, condition: Rule(condition, action, rest=or_unsaid(rest)),
    "act": _act,
    "change": _change,
    "aspects": lambda *aspects: aspects,
    "of_sets": lambda: Aspect.SETS,
    "of_reps": lambda: Aspect.REPS,
    "of_hold": lambda: Aspect.HOLD,
    "of_rest": lambda: Aspect.REST,
    "of_rounds": lambda: Aspect.ROUNDS,
    "of_bouts": lambda: Aspect.BOUTS,
    "of_days": _of_days,
    "of_other": lambda token: Aspect(token.casefold()),
    "plain": lambda bounds: bounds,
    "every_period": lambda bounds, unit: Period(
        Range(1) if bounds is None else bounds, period_unit(unit)
    ),
    "every_sessions": lambda count: Sessions(1 if count is None else whole(count)),
}


def circuit_of(found: tuple[Refined, ...]) -> dict[str, Value]:
    """Return the fields of a circuit that its line says."""
    said: dict[str, Value] = {}
    for each in found:
        if each.kind in said and each.kind != "intensity":
            raise ValueError(f"expected {each.kind.replace('_', ' ')} once")
        if each.kind == "intensity":
            said["intensity"] = (*said.get("intensity", ()), each.value)
        else:
            said[each.kind] = each.value
    return said


def _loop(found: Value) -> Refined:
    if not isinstance(found, Refined):
        return Refined("intensity", found)
    names = {"taking turns": "turns"}
    name = names.get(found.kind, found.kind)
    return Refined(name, True if found.value is None else found.value)


def _loop_rounds(count: Value, until: Value) -> Refined:
    return Refined("end", count if until is None else until_count(count, until))


_OF_LINES: Final[dict[str, Callable[..., Value]]] = {
    "circuit": lambda *found: circuit_of(tuple(_loop(each) for each in found)),
    "loop_rounds": _loop_rounds,
    "loop_total": lambda total: Refined("end", total),
    "loop_rest": lambda pause: Refined("rest", pause),
    "loop_between": lambda pause: Refined("between", pause),
    "for_time": lambda: Refined("for_time"),
    "rest_line": lambda pause: pause,
    "section": lambda length: length,
    "pick": lambda count: count,
    "superset": lambda *_: True,
    "due": lambda due: due,
    "date_due": calendar_date,
    "clauses": lambda *clauses: clauses,
    "item": lambda dose, *clauses: (dose, *clauses),
    "with_span": lambda often, span: (often, span),
}

GUIDES: Final = {**_OF_DOSES, **_OF_LINES}
"""What each rule about guides and other lines makes of what it found."""
