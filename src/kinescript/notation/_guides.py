"""Conditions, rules and changes out of their trees."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs
from lark import Token

from kinescript.model import (
    UNSAID,
    Action,
    Aspect,
    Change,
    Direction,
    Load,
    Period,
    PeriodUnit,
    Range,
    Rule,
    Sessions,
    Sign,
    SymptomLimit,
    Unsaid,
)
from kinescript.notation._pieces import Refined
from kinescript.notation._quantities import (
    or_unsaid,
    period_unit,
    text,
    until_count,
    watched,
    whole,
)
from kinescript.notation._spans import calendar_date
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
        watched(name, compared),
        compared,
        when="" if when is None else text(when),
        lasting=or_unsaid(lasting),
    )
    return SymptomLimit(sign, or_unsaid(action))


def _act(token: Token) -> Action | str:
    return unquoted(token) if token.type == "QUOTED" else _ACTIONS[token.type]


def _change(verb: Token, aspects: tuple[Aspect, ...], *parts: Refined) -> Change:
    said: dict[str, Value] = {}
    for part in parts:
        if part.kind in said:
            raise ValueError(f"expected `{_PARTS.get(part.kind, part.kind)}` once in a change")
        said[part.kind] = part.value
    return Change(aspects, direction=_DIRECTIONS[verb.type], **_paced(said))


_PARTS: Final = {"when": "if", "words": "as"}
_PACES: Final = {
    "session": Sessions(),
    "workout": Sessions(),
    "day": Period(1),
    "week": Period(1, PeriodUnit.WEEK),
    "month": Period(1, PeriodUnit.MONTH),
}


def _paced(said: dict[str, Value]) -> dict[str, Value]:
    """Read "by 2.5 kg per session" as a pace, not as the load of each session."""
    by = said.get("by")
    if "every" in said or not isinstance(by, Load) or by.each.casefold() not in _PACES:
        return said
    return said | {"by": attrs.evolve(by, each=""), "every": _PACES[by.each.casefold()]}


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
    "changed_to": lambda amount: Refined("to", amount),
    "changed_by": lambda amount: Refined("by", amount),
    "changed_every": lambda pacing: Refined("every", pacing),
    "changed_after": lambda period: Refined("after", period),
    "changed_if": lambda condition: Refined("when", condition),
    "changed_as": lambda words: Refined("words", unquoted(words)),
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
    names = {"taking turns": "turns", "every alone": "every"}
    name = names.get(found.kind, found.kind)
    return Refined(name, True if found.value is None else found.value)


def _loop_rounds(count: Value, until: Value) -> Refined:
    return Refined("end", count if until is None else until_count(count, until))


def _review_sessions(count: Range) -> Sessions:
    if not isinstance(count.low, int) or not count.is_exact:
        raise ValueError(f"expected a whole number of sessions, got {count}")
    return Sessions(count.low)


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
    "review_sessions": _review_sessions,
    "review_period": lambda period: period,
    "clauses": lambda *clauses: clauses,
    "item": lambda dose, *clauses: (dose, *clauses),
    "with_span": lambda often, span: (often, span),
}

GUIDES: Final = {**_OF_DOSES, **_OF_LINES}
"""What each rule about guides and other lines makes of what it found."""
