"""Spans and guides as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, assert_never

from kinescript.model import (
    UNSAID,
    Action,
    Aim,
    Between,
    Breaths,
    Change,
    Counts,
    Covers,
    Direction,
    Distance,
    Duration,
    Guide,
    Period,
    PeriodUnit,
    Range,
    Rule,
    Sessions,
    Share,
    Sign,
    Span,
    SymptomLimit,
    Target,
    Unit,
    Unsaid,
    Until,
    Words,
)
from kinescript.notation._texts import free, quoted
from kinescript.notation._types import Value
from kinescript.notation._write_frequencies import per_text
from kinescript.notation._write_quantities import (
    condition_text,
    distance_text,
    intensity_text,
    measured_text,
    period_text,
    quantity_text,
    range_text,
)


def span_text(span: Covers) -> str:
    """Return which part of a programme something covers."""
    if isinstance(span, Between):
        return " ".join(_between_text(span))
    sessions = "" if span.sessions is UNSAID else quantity_text(span.sessions)
    told = [f"with {sessions} sessions"] if sessions else []
    match span:
        case Span(Unsaid(), after=Unsaid()) if sessions:
            return f"for {sessions} sessions"
        case Span(Period(Range(long), unit=unit) as length, after=Period() as after) if (
            after.number.is_exact and length.number.is_exact and _counts_on(after, unit)
        ):
            return _ordinal(after, length, long) if not told else " ".join(_spoken(span, told))
        case _:
            return " ".join(_spoken(span, told))


def _between_text(span: Between) -> Iterator[str]:
    if isinstance(span.first, date):
        yield f"from {span.first.isoformat()}"
    if isinstance(span.last, date):
        yield f"until {span.last.isoformat()}"


def _counts_on(after: Period, unit: PeriodUnit) -> bool:
    return after == Period(0) or (after.unit is unit and after.number != Range(0))


def _ordinal(after: Period, length: Period, long: Value) -> str:
    first = int(after.number.low or 0) + 1
    last = first + int(long) - 1
    told = str(first) if first == last else f"{first}-{last}"
    return f"{length.unit.value}{'' if first == last else 's'} {told}"


def _spoken(span: Span, told: list[str]) -> Iterator[str]:
    if isinstance(span.after, Period):
        at_once = span.after == Period(0)
        yield "from the start" if at_once else f"after {period_text(span.after)}"
    yield from _long_parts(span)
    yield from told


def _long_parts(span: Span) -> Iterator[str]:
    match span.length:
        case Period():
            yield f"for {period_text(span.length)}"
        case Words(text):
            yield f"for {quoted(text)}"
        case Unsaid():
            if isinstance(span.after, Unsaid):
                yield "for ?"
        case Until(sign=sign, bounds=bounds):
            if isinstance(bounds, Period):
                yield f"for {period_text(bounds)}"
            yield f"until {condition_text(sign)}"
        case _ as unreachable:
            assert_never(unreachable)


def guide_text(guide: Guide) -> str:
    """Return a change, a rule or a limit."""
    match guide:
        case Change():
            return _change_text(guide)
        case Rule(when, then, rest=rest):
            resting = "" if isinstance(rest, Unsaid) else f"rest {period_text(rest)} then "
            return f"{resting}{_action_text(then)} if {condition_text(when)}"
        case SymptomLimit(sign, action):
            is_simple = (
                isinstance(sign, Sign) and sign.compared is not UNSAID and sign.times is UNSAID
            )
            allowed = "" if is_simple else "allow "
            other = "" if isinstance(action, Unsaid) else f", else {_action_text(action)}"
            return f"{allowed}{condition_text(sign)}{other}"
        case _ as unreachable:
            assert_never(unreachable)


def _action_text(action: Action | str) -> str:
    return action.value if isinstance(action, Action) else quoted(action)


_VERBS: Final = {Direction.UP: "build", Direction.DOWN: "reduce", UNSAID: "change"}


def _change_text(change: Change) -> str:
    aspects = ", ".join(aspect.value for aspect in change.aspect)
    parts = [f"{_VERBS[change.direction]} {aspects}"]
    if not isinstance(change.to, Unsaid):
        parts.append(f"to {amount_text(change.to)}")
    if not isinstance(change.by, Unsaid):
        parts.append(f"by {amount_text(change.by)}")
    match change.every:
        case Period():
            parts.append(f"every {per_text(change.every)}")
        case Sessions(count):
            parts.append("every session" if count == 1 else f"every {count} sessions")
        case Words(text):
            parts.append(f"every {quoted(text)}")
        case _:
            pass
    if not isinstance(change.after, Unsaid):
        parts.append(f"after {period_text(change.after)}")
    if not isinstance(change.when, Unsaid):
        parts.append(f"if {condition_text(change.when)}")
    if change.words:
        parts.append(f"as {quoted(change.words)}")
    return " ".join(parts)


def amount_text(amount: Value) -> str:
    """Return what something changes by or to."""
    match amount:
        case Range():
            return range_text(amount)
        case Duration() | Breaths() | Counts():
            return measured_text(amount)
        case Distance():
            return distance_text(amount)
        case Share(percent, Unsaid()):
            return f"{range_text(percent)}%"
        case Target(unit=Unit.METRE | Unit.YARD | Unit.FOOT):
            return f"@ {intensity_text(amount)}"
        case _:
            return intensity_text(amount)


_COUNTED: Final = re.compile(r"(reps|sets|sessions|bouts|rounds)(?: a (\S.*))?")


def aim_text(aim: Aim) -> str:
    """Return what a source says of the whole."""
    counted = _COUNTED.fullmatch(aim.of)
    match aim.amount:
        case Range() if counted and free(aim.of) == aim.of:
            what, of = counted.groups()
            return f"{range_text(aim.amount)} {what}{f' per {of}' if of else ''}"
        case Range():
            amount = range_text(aim.amount)
        case Distance():
            amount = distance_text(aim.amount)
        case _:
            amount = measured_text(aim.amount)
    return f"{amount} per {free(aim.of)}"
