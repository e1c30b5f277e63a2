"""Frequencies and spans out of their trees."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, time
from typing import Final

import attrs
from lark import Token

from kinescript.model import (
    UNSAID,
    Anchor,
    Around,
    AsNeeded,
    Aspect,
    At,
    Budget,
    Cycle,
    Dates,
    DaysPer,
    Every,
    EveryDay,
    EveryDays,
    Frequency,
    InAll,
    PerDay,
    Period,
    PeriodUnit,
    Range,
    Relation,
    Schedule,
    Span,
    ThroughTheDay,
    Until,
    Weekday,
    Weekdays,
    Words,
)
from kinescript.notation._quantities import or_unsaid, period_unit, text, whole
from kinescript.notation._texts import unquoted
from kinescript.notation._types import Value

_WEEK: Final = tuple(Weekday)
_ANCHORS: Final = {each.value: each for each in Anchor} | {
    "noon": Anchor.MIDDAY,
    "bed": Anchor.BEDTIME,
    "sleep": Anchor.BEDTIME,
}


@attrs.frozen
class When:
    """
    A part of a frequency.

    Attributes:
        field: Which field of a `Frequency` it is for.
        value: What it says.
    """

    field: str
    value: Value


def _frequency(*parts: When) -> Frequency:
    said: dict[str, Value] = {}
    gathered: dict[str, list[Value]] = {}
    for part in parts:
        if part.field in _GATHERED:
            gathered.setdefault(part.field, []).append(part.value)
        elif part.field in said:
            raise ValueError(f"expected {_TOLD.get(part.field, part.field)} once")
        else:
            said[part.field] = part.value
    for field, values in gathered.items():
        target, make = _GATHERED[field]
        if target in said:
            raise ValueError(f"expected {target} once")
        said[target] = make(values)
    return Frequency(**said)


_TOLD: Final = {"not_at": "when not", "budget": "a total"}


def _flat(values: Iterable[Iterable[Value]]) -> list[Value]:
    return [each for group in values for each in group]


_GATHERED: Final[dict[str, tuple[str, Callable[[list[Value]], Value]]]] = {
    "weekdays": ("days", lambda values: Weekdays(_flat(values))),
    "dates": ("days", Dates),
    "moments": ("times", At),
    "not_at": ("not_at", tuple),
    "budget": ("budget", tuple),
}


def _how_often(*frequencies: Frequency) -> Frequency | Schedule:
    return frequencies[0] if len(frequencies) == 1 else Schedule(frequencies)


def _day_names(first: Token, last: Token | None = None) -> list[Weekday]:
    start = Weekday(first[:3].casefold())
    end = start if last is None else Weekday(last[:3].casefold())
    count = (_WEEK.index(end) - _WEEK.index(start)) % 7 + 1
    return [_WEEK[(_WEEK.index(start) + each) % 7] for each in range(count)]


def _per(count: Token | None, unit: Token) -> Period:
    return Period(1 if count is None else whole(count), period_unit(unit))


_A_DAY: Final = Period(1, PeriodUnit.DAY)


def _times_per(count: Value, per: Period) -> When:
    if per == _A_DAY:
        return When("times", PerDay(count))
    return When("days", DaysPer(count, per))


def _days_per(count: Value, unit: Token, per: Period) -> When:
    if period_unit(unit) is not PeriodUnit.DAY:
        raise ValueError(f"expected days, as in 3 days/week, got {unit}")
    return When("days", DaysPer(count, per))


def _time_per(length: Value, per: Period, bouts: Value) -> When:
    if per == _A_DAY:
        return When("times", InAll(length, or_unsaid(bouts)))
    if bouts is not None:
        raise ValueError("expected bouts only for a time a day")
    return When("budget", Budget(length, per))


def clock_time(token: Token) -> time:
    """Return a time of the day."""
    hours, minutes, *seconds = token.split(":")
    last, _, fraction = (seconds[0] if seconds else "0").partition(".")
    try:
        return time(int(hours), int(minutes), int(last), int(fraction.ljust(6, "0")[:6]))
    except ValueError:
        raise ValueError(f"expected a time of the day such as 07:30, got {token}") from None


def calendar_date(token: Token) -> date:
    """
    Return a date.

    Raises:
        ValueError: If there is no such date.
    """
    try:
        return date.fromisoformat(token)
    except ValueError:
        raise ValueError(f"expected a date such as 2026-12-01, got {token}") from None


def _anchor(token: Token) -> Anchor:
    return _ANCHORS[token.casefold()]


def _event(token: Token) -> Anchor | str:
    return _anchor(token) if token.type == "ANCHOR" else unquoted(token)


def _limit_time(token: Token) -> time | Anchor:
    return _anchor(token) if token.type == "ANCHOR" else clock_time(token)


def _every_interval(interval: Value, since: Value, to: Value, during: Token | None) -> When:
    said = "" if during is None else unquoted(during)
    every = Every(interval, since=or_unsaid(since), to=or_unsaid(to), during=said)
    return When("times", every)


def _budget_of(bounds: Range, what: str | Aspect, per: Period) -> When:
    said = what.value if isinstance(what, Aspect) else what
    return When("budget", Budget(bounds, per, what=said))


def _every_days(bounds: Range | None, unit: Token) -> When:
    period = Period(Range(1) if bounds is None else bounds, period_unit(unit))
    return When("days", EveryDay() if bounds is None and period == _A_DAY else EveryDays(period))


def _cycle(on: Token, off: Token, unit: Token | None, start: Token | None) -> When:
    if unit is not None and period_unit(unit) is not PeriodUnit.DAY:
        raise ValueError(f"expected a day, as in from day 2, got {unit}")
    return When(
        "days", Cycle(whole(on), whole(off), start=0 if start is None else whole(start) - 1)
    )


def _as_needed(reason: Token | None, most: Value) -> When:
    said = "" if reason is None else unquoted(reason)
    return When("times", AsNeeded(said, most=or_unsaid(most)))


def _moment(value: Value) -> When:
    return When("moments", value)


def _when(value: Value) -> Value:
    return _moment(value) if isinstance(value, Around) else value


def _parts(*found: Value) -> Frequency:
    flat = [each for group in found for each in (group if isinstance(group, tuple) else (group,))]
    return _frequency(*(_when(part) for part in flat))


_OFTEN: Final[dict[str, Callable[..., Value]]] = {
    "how_often": _how_often,
    "frequency": _parts,
    "every_day": lambda: When("days", EveryDay()),
    "per_day": lambda count: When("times", PerDay(count)),
    "weekdays": lambda *names: When("weekdays", _flat(names)),
    "day_names": _day_names,
    "per": _per,
    "times_per": _times_per,
    "times_per_if": lambda count, per, condition: (
        _times_per(count, per),
        When("condition", condition),
    ),
    "days_per": _days_per,
    "time_per": _time_per,
    "apart": lambda gap: When("gap", gap),
    "days_apart": lambda bounds, unit: When("gap", Period(bounds, period_unit(unit))),
    "clock_time": lambda token: _moment(clock_time(token)),
    "anchor": lambda token: _moment(_anchor(token)),
    "every_interval": _every_interval,
    "every_days": _every_days,
    "cycle": _cycle,
    "date_days": lambda token: When("dates", calendar_date(token)),
    "days_in_words": lambda token: When("days", Words(unquoted(token))),
    "through_the_day": lambda: When("times", ThroughTheDay()),
    "as_needed": _as_needed,
    "times_in_words": lambda token: When("times", Words(unquoted(token))),
    "not_at": lambda around: When("not_at", around),
    "budget": lambda length, per: When("budget", Budget(length, per)),
    "budgeted": text,
    "budget_of": _budget_of,
    "preferably": lambda token: When("preferably", unquoted(token)),
    "only_if": lambda condition: When("condition", condition),
    "limit_time": _limit_time,
    "before": lambda by, event: Around(event, Relation.BEFORE, or_unsaid(by)),
    "after_event": lambda by, event: Around(event, Relation.AFTER, or_unsaid(by)),
    "during": Around,
    "event": _event,
}


def _lasting(length: Value, condition: Value) -> Value:
    return length if condition is None else Until(condition, length)


def _span_for(length: Value, condition: Value, sessions: Value) -> Span:
    return Span(_lasting(length, condition), sessions=or_unsaid(sessions))


def _span_after(after: Value, length: Value, condition: Value, sessions: Value) -> Span:
    lasting = UNSAID if length is None else length
    return Span(_lasting(lasting, condition), after=after, sessions=or_unsaid(sessions))


def _span_ordinal(unit: Token, bounds: Range) -> Span:
    """Read "weeks 7-12", which counts from 1 and holds both, and "weeks 0-2", which elapse."""
    low, high = bounds.low, bounds.high
    if not bounds.is_whole or low is None or not isinstance(low, int):
        raise ValueError("expected two whole numbers, as in weeks 7-12")
    before = max(low - 1, 0)
    length = UNSAID if high is None else Period(int(high) - before, period_unit(unit))
    return Span(length, after=_after(before, unit))


def _after(number: int, unit: Token) -> Period:
    return Period(number, period_unit(unit)) if number else Period(0)


_SPANS: Final[dict[str, Callable[..., Value]]] = {
    "span_for": _span_for,
    "span_after": lambda *found: _span_after(*([UNSAID] * (4 - len(found))), *found),
    "span_sessions": lambda sessions: Span(sessions=sessions),
    "span_until": lambda condition, sessions: Span(Until(condition), sessions=or_unsaid(sessions)),
    "span_ordinal": _span_ordinal,
    "span_from": lambda unit, number: Span(after=_after(max(whole(number) - 1, 0), unit)),
    "span_after_number": lambda unit, number: Span(after=_after(whole(number), unit)),
}

FREQUENCIES: Final = {**_OFTEN, **_SPANS}
"""What each rule about frequencies and spans makes of what it found."""
