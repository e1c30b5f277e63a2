"""Whether days and times leave the gap that is written between two bouts."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, assert_never

from kinescript.model import (
    Cycle,
    Dates,
    Days,
    DaysOf,
    DaysPer,
    Duration,
    EveryDay,
    EveryDays,
    Period,
    PeriodUnit,
    Quantity,
    Range,
    Unsaid,
    Weekday,
    Weekdays,
    Within,
    Words,
)
from kinescript.timelines import Policy

DAY = 24 * 60 * 60_000
_WEEK = 7
FEWEST: Final = {
    PeriodUnit.DAY: 1,
    PeriodUnit.WEEK: _WEEK,
    PeriodUnit.MONTH: 28,
    PeriodUnit.YEAR: 365,
}
"""How many days one of each unit has at the least."""

MOST: Final = {
    PeriodUnit.DAY: 1,
    PeriodUnit.WEEK: _WEEK,
    PeriodUnit.MONTH: 31,
    PeriodUnit.YEAR: 366,
}
"""How many days one of each unit has at the most."""


def days_apart(gap: Duration | Period | Unsaid, policy: Policy) -> int:
    """Return how many days *gap* wants from one bout to the next, at the least."""
    match gap:
        case Period(number, unit):
            return policy.count(number, Within.LEAST, 0).chosen * MOST[unit] + 1
        case Duration():
            # Hours count from day to day: 48 h are every other day at the same time.
            return -(-time_apart(gap, policy) // DAY) if time_apart(gap, policy) >= DAY else 1
        case Unsaid():
            return 1
        case _ as unreachable:
            assert_never(unreachable)


def time_apart(gap: Duration | Period | Unsaid, policy: Policy) -> int:
    """Return how many milliseconds *gap* wants between two bouts, at the least."""
    if not isinstance(gap, Duration):
        return 0
    return policy.count(gap.milliseconds, Within.LEAST, 0).chosen


def spacing(days: Days | Unsaid) -> int:  # noqa: PLR0911
    """Return how many days lie at least from one of *days*, in exact figures, to the next."""
    match days:
        case EveryDay() | Unsaid() | Words():
            return 1
        case Weekdays(weekdays):
            at = [list(Weekday).index(each) for each in weekdays]
            return min(two - one for one, two in pairwise([*at, at[0] + _WEEK]))
        case Dates(dates):
            return min(((two - one).days for one, two in pairwise(dates)), default=DAY)
        case DaysPer(count, period):
            length = figure(period.number) * FEWEST[period.unit]
            return length // min(figure(count), length)
        case EveryDays(period):
            return figure(period.number) * FEWEST[period.unit]
        case DaysOf(numbers, period):
            length = figure(period.number) * FEWEST[period.unit]
            return min(two - one for one, two in pairwise([*numbers, numbers[0] + length]))
        case Cycle(on, off, unit=unit):
            return 1 if on > 1 or unit is not PeriodUnit.DAY else on + off
        case _ as unreachable:
            assert_never(unreachable)


def figure(quantity: Quantity) -> int:
    """Return an exact quantity as a number."""
    return int(quantity.high or 0) if isinstance(quantity, Range) else 1
