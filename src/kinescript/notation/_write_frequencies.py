"""Frequencies as text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import assert_never

from kinescript.model import (
    UNSAID,
    Anchor,
    Around,
    AsNeeded,
    At,
    Budget,
    Cycle,
    Dates,
    Days,
    DaysOf,
    DaysPer,
    Distance,
    Duration,
    Every,
    EveryDay,
    EveryDays,
    Frequency,
    InAll,
    Moment,
    PerDay,
    Period,
    PeriodUnit,
    Quantity,
    Range,
    Relation,
    Schedule,
    ThroughTheDay,
    Times,
    Unsaid,
    Weekdays,
    Window,
    Words,
)
from kinescript.model._days import DAYS
from kinescript.notation._texts import quoted, worded
from kinescript.notation._write_quantities import (
    condition_text,
    distance_text,
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
    yield from _when_parts(frequency)
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
    if not isinstance(frequency.preferably, Unsaid):
        yield f"preferably {_preferred_text(frequency.preferably)}"
    if not isinstance(frequency.condition, Unsaid):
        yield f"if {condition_text(frequency.condition)}"


def _when_parts(frequency: Frequency) -> Iterator[str]:
    """Return days and times, with the days that are left out behind the first of these."""
    said: list[str] = []
    if not isinstance(frequency.days, Unsaid):
        said.append(_days_text(frequency.days))
    if not isinstance(frequency.times, Unsaid):
        said.append(_times_text(frequency.times))
    if frequency.except_on:
        days = [text for each in frequency.except_on for text in _excepted(each)]
        said[:1] = [" ".join([*said[:1], "except", ", ".join(days)])]
    if not isinstance(frequency.timing, Unsaid):
        said[-1:] = [" ".join([*said[-1:], frequency.timing.value])]
    yield from said


def _excepted(days: Weekdays | Dates) -> Iterator[str]:
    if isinstance(days, Weekdays):
        yield _days_text(days)
    else:
        yield from (day.isoformat() for day in days.dates)


def _preferred_text(preferred: Days | Times) -> str:
    match preferred:
        case Words(text):
            return quoted(text)
        case Dates(several) | At(several) if len(several) > 1:
            return f"({_preferred_alone(preferred)})"
        case _:
            return _preferred_alone(preferred)


def _preferred_alone(preferred: Days | Times) -> str:
    return _days_text(preferred) if isinstance(preferred, DAYS) else _times_text(preferred)


def _days_text(days: Days) -> str:  # noqa: PLR0911
    match days:
        case EveryDay():
            return "daily"
        case Weekdays(found):
            return " ".join(day.value.capitalize() for day in found)
        case Dates(found):
            return ", ".join(f"on {day.isoformat()}" for day in found)
        case DaysPer(count, period):
            plural = "" if count == Range(1) else "s"
            return f"{quantity_text(count)} day{plural}/{per_text(period)}"
        case EveryDays(period):
            return f"every {_step_text(period)}"
        case DaysOf(numbers, period):
            plural = "" if len(numbers) == 1 else "s"
            of = per_text(period)
            of = of if period.number != Range(1) else f"the {of}"
            return f"day{plural} {', '.join(map(str, numbers))} of {of}"
        case Cycle():
            return _cycle_text(days)
        case Words(text):
            return f"on {quoted(text)}"
        case _ as unreachable:
            assert_never(unreachable)


def _cycle_text(cycle: Cycle) -> str:
    start = f" from {cycle.unit.value} {cycle.start + 1}" if cycle.start else ""
    if cycle.unit is PeriodUnit.DAY:
        return f"{cycle.on} on {cycle.off} off{start}"
    on, off = (period_text(Period(each, cycle.unit)) for each in (cycle.on, cycle.off))
    return f"{on} on {off} off{start}"


def _step_text(period: Period) -> str:
    is_day = period.unit is PeriodUnit.DAY
    return period_text(period) if is_day else per_text(period)


def per_text(period: Period) -> str:
    """Return a period as it stands behind a slash: ``week``, ``2 weeks``."""
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
            return f"as needed{why}{_most_text(most)}"
        case Words(text):
            return f"when {quoted(text)}"
        case _ as unreachable:
            assert_never(unreachable)


def _most_text(most: Quantity) -> str:
    match most:
        case Unsaid():
            return ""
        case Range(None):
            return f" {range_text(most)}/day"
        case _:
            return f" most {quantity_text(most)}"


def _every_text(every: Every) -> str:
    since = to = ""
    if not isinstance(every.to, Unsaid):
        to = f" to {_clock_text(every.to)}"
    if not isinstance(every.since, Unsaid):
        since = f" from {_clock_text(every.since)}"
    elif to:
        since = " from ?"
    during = f" of {quoted(every.during)}" if every.during else ""
    bouts = "" if every.bouts == Range(1) else f"{quantity_text(every.bouts)} times "
    return f"{bouts}every {measured_text(every.interval)}{since}{to}{during}"


def _moment_text(moment: Moment) -> str:
    match moment:
        case Around():
            return _around_text(moment)
        case Window(since, to):
            return f"between {_clock_text(since)} and {_clock_text(to)}"
        case _:
            return _clock_text(moment)


def _clock_text(moment: time | Anchor) -> str:
    if isinstance(moment, Anchor):
        return moment.value
    if moment.microsecond:
        return moment.isoformat("microseconds")
    return moment.isoformat("seconds" if moment.second else "minutes")


def _around_text(around: Around) -> str:
    event = around.event.value if isinstance(around.event, Anchor) else worded(around.event)
    if isinstance(around.relation, Relation):
        by = "" if isinstance(around.by, Unsaid) else f"{measured_text(around.by)} "
        return f"{by}{around.relation.value} {event}"
    return f"during {event}"


def _budget_text(budget: Budget) -> str:
    match budget.amount:
        case Duration():
            amount = measured_text(budget.amount)
        case Distance():
            amount = distance_text(budget.amount)
        case _:
            amount = f"{range_text(budget.amount)} {_counted(budget.what)}"
    return f"{amount}/{per_text(budget.period)}"


def _counted(what: str) -> str:
    return what if what == "sets" else quoted(what)
