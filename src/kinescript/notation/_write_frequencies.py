"""Frequencies, spans and guides as text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import Final, assert_never

from kinescript.model import (
    UNSAID,
    Action,
    Aim,
    Anchor,
    Around,
    AsNeeded,
    Aspect,
    At,
    Breaths,
    Budget,
    Change,
    Counts,
    Cycle,
    Dates,
    Days,
    DaysPer,
    Direction,
    Distance,
    Duration,
    Every,
    EveryDay,
    EveryDays,
    Frequency,
    Guide,
    InAll,
    Moment,
    PerDay,
    Period,
    PeriodUnit,
    Range,
    Relation,
    Rule,
    Schedule,
    Sessions,
    Sign,
    Span,
    SymptomLimit,
    Target,
    ThroughTheDay,
    Times,
    Unit,
    Unsaid,
    Until,
    Weekdays,
    Words,
)
from kinescript.notation._texts import free, quoted
from kinescript.notation._types import Value
from kinescript.notation._write_quantities import (
    condition_text,
    distance_text,
    intensity_text,
    measured_text,
    period_text,
    quantity_text,
    range_text,
)


def often_text(often: Frequency | Schedule) -> str:
    """Return how often."""
    if isinstance(often, Schedule):
        return " also ".join(map(_frequency_text, often.frequencies))
    return _frequency_text(often)


def _frequency_text(frequency: Frequency) -> str:
    return ", ".join(_frequency_parts(frequency))


def _frequency_parts(frequency: Frequency) -> Iterator[str]:
    if not isinstance(frequency.days, Unsaid):
        yield _days_text(frequency.days)
    if not isinstance(frequency.times, Unsaid):
        yield _times_text(frequency.times)
    match frequency.gap:
        case Duration():
            yield f"{measured_text(frequency.gap)} apart"
        case Period():
            yield f"{period_text(frequency.gap)} apart"
        case _:
            pass
    for around in frequency.not_at:
        yield f"not {_around_text(around)}"
    for budget in frequency.budget:
        yield f"total {_budget_text(budget)}"
    if frequency.preferably:
        yield f"preferably {quoted(frequency.preferably)}"
    if not isinstance(frequency.condition, Unsaid):
        yield f"if {condition_text(frequency.condition)}"


def _days_text(days: Days) -> str:  # noqa: PLR0911
    match days:
        case EveryDay():
            return "daily"
        case Weekdays(found):
            return " ".join(day.value.capitalize() for day in found)
        case Dates(found):
            return ", ".join(f"on {day.isoformat()}" for day in found)
        case DaysPer(count, period):
            return f"{quantity_text(count)} days/{_per_text(period)}"
        case EveryDays(period):
            return f"every {period_text(period)}"
        case Cycle(on, off, start=start):
            return f"{on} on {off} off{f' from day {start + 1}' if start else ''}"
        case Words(text):
            return f"on {quoted(text)}"
        case _ as unreachable:
            assert_never(unreachable)


def _per_text(period: Period) -> str:
    return period.unit.value if period.number == Range(1) else period_text(period)


def _times_text(times: Times) -> str:  # noqa: PLR0911
    match times:
        case PerDay(count):
            return f"{quantity_text(count)}/day"
        case At(moments):
            return ", ".join(map(_moment_text, moments))
        case ThroughTheDay():
            return "through the day"
        case Every():
            return _every_text(times)
        case InAll(length, bouts):
            in_bouts = "" if bouts is UNSAID else f" in {quantity_text(bouts)} bouts"
            return f"{measured_text(length)}/day{in_bouts}"
        case AsNeeded(reason, most=most):
            why = f" for {quoted(reason)}" if reason else ""
            return f"as needed{why}{'' if most is UNSAID else f' most {quantity_text(most)}'}"
        case Words(text):
            return quoted(text)
        case _ as unreachable:
            assert_never(unreachable)


def _every_text(every: Every) -> str:
    since = to = ""
    if not isinstance(every.to, Unsaid):
        to = f" to {_clock_text(every.to)}"
    if not isinstance(every.since, Unsaid):
        since = f" from {_clock_text(every.since)}"
    elif to:
        since = " from ?"
    during = f" of {quoted(every.during)}" if every.during else ""
    return f"every {measured_text(every.interval)}{since}{to}{during}"


def _moment_text(moment: Moment) -> str:
    return _around_text(moment) if isinstance(moment, Around) else _clock_text(moment)


def _clock_text(moment: time | Anchor) -> str:
    if isinstance(moment, Anchor):
        return moment.value
    if moment.microsecond:
        return moment.isoformat("microseconds")
    return moment.isoformat("seconds" if moment.second else "minutes")


def _around_text(around: Around) -> str:
    event = around.event.value if isinstance(around.event, Anchor) else quoted(around.event)
    if isinstance(around.relation, Relation):
        by = "" if isinstance(around.by, Unsaid) else f"{measured_text(around.by)} "
        return f"{by}{around.relation.value} {event}"
    return f"during {event}"


def _budget_text(budget: Budget) -> str:
    if isinstance(budget.amount, Duration):
        amount = measured_text(budget.amount)
    else:
        amount = f"{range_text(budget.amount)} {_counted(budget.what)}"
    return f"{amount}/{_per_text(budget.period)}"


def _counted(what: str) -> str:
    return what if what == "sets" else quoted(what)


def span_text(span: Span) -> str:
    """Return which part of a programme something covers."""
    sessions = "" if span.sessions is UNSAID else quantity_text(span.sessions)
    told = [f"with {sessions} sessions"] if sessions else []
    match span:
        case Span(Unsaid(), after=Period(Range(0))) if sessions:
            return f"for {sessions} sessions"
        case Span(Period(Range(long), unit=unit) as length, after=Period() as after) if (
            after.number.is_exact and length.number.is_exact and _counts_on(after, unit)
        ):
            return _ordinal(after, length, long) if not told else " ".join(_spoken(span, told))
        case _:
            return " ".join(_spoken(span, told))


def _counts_on(after: Period, unit: PeriodUnit) -> bool:
    return after.unit is unit and after.number != Range(0)


def _ordinal(after: Period, length: Period, long: Value) -> str:
    first = int(after.number.low or 0) + 1
    last = first + int(long) - 1
    told = str(first) if first == last else f"{first}-{last}"
    return f"{length.unit.value}{'' if first == last else 's'} {told}"


def _spoken(span: Span, told: list[str]) -> Iterator[str]:
    is_first = False
    if isinstance(span.after, Unsaid):
        yield "after ?"
    elif span.after != Period(0):
        yield f"after {period_text(span.after)}"
    else:
        is_first = True
    yield from _long_parts(span, is_first=is_first)
    yield from told


def _long_parts(span: Span, *, is_first: bool) -> Iterator[str]:
    match span.length:
        case Period():
            yield f"for {period_text(span.length)}"
        case Words(text):
            yield f"for {quoted(text)}"
        case Unsaid():
            if is_first:
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
            is_plain = isinstance(sign, Sign) and sign.compared is not UNSAID
            simple = is_plain and isinstance(sign, Sign) and sign.times is UNSAID
            allowed = "" if simple else "allow "
            other = "" if isinstance(action, Unsaid) else f", else {_action_text(action)}"
            return f"{allowed}{condition_text(sign)}{other}"
        case _ as unreachable:
            assert_never(unreachable)


def _action_text(action: Action | str) -> str:
    return action.value if isinstance(action, Action) else quoted(action)


_VERBS: Final = {Direction.UP: "build", Direction.DOWN: "reduce", UNSAID: "change"}


def _change_text(change: Change) -> str:
    aspects = ", ".join(_aspect_text(aspect) for aspect in change.aspect)
    parts = [f"{_VERBS[change.direction]} {aspects}"]
    if not isinstance(change.to, Unsaid):
        parts.append(f"to {amount_text(change.to)}")
    if not isinstance(change.by, Unsaid):
        parts.append(f"by {amount_text(change.by)}")
    match change.every:
        case Period():
            parts.append(f"every {period_text(change.every)}")
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


def _aspect_text(aspect: Aspect) -> str:
    return aspect.value


def amount_text(amount: Value) -> str:
    """Return what something changes by or to."""
    match amount:
        case Range():
            return range_text(amount)
        case Duration() | Breaths() | Counts():
            return measured_text(amount)
        case Distance():
            return distance_text(amount)
        case Target(unit=Unit.METRE | Unit.YARD | Unit.FOOT):
            return f"@ {intensity_text(amount)}"
        case _:
            return intensity_text(amount)


def aim_text(aim: Aim) -> str:
    """Return what a source says of the whole."""
    match aim.amount:
        case Range():
            amount = range_text(aim.amount)
        case Distance():
            amount = distance_text(aim.amount)
        case _:
            amount = measured_text(aim.amount)
    return f"{amount} per {free(aim.of)}"
