"""Days: which share of all days a frequency falls on, and how many a span has."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final, TypeAlias, assert_never

from kinescript.model import (
    Cycle,
    Dates,
    Days,
    DaysOf,
    DaysPer,
    EveryDay,
    EveryDays,
    Period,
    PeriodUnit,
    Range,
    Unsaid,
    Weekday,
    Weekdays,
    Words,
)
from kinescript.model._days import excepted
from kinescript.volumes._measures import Given, only_says
from kinescript.volumes._totals import (
    INEXACT,
    Ends,
    NotDetermined,
    Total,
    ends,
    exactly,
    outwards,
    rounded_up,
)

Share: TypeAlias = Ends | NotDetermined
"""Which share of all days, or how many of them, from its low to its high end."""

ALL: Final = (Fraction(1), Fraction(1))
WEEK: Final = (Fraction(7), Fraction(7))
_LONG: Final = {PeriodUnit.DAY: 1, PeriodUnit.WEEK: 7}


def share_of(days: Days | Unsaid, given: Given) -> Share:  # noqa: PLR0911
    """Return the share of all days that *days* are."""
    match days:
        case EveryDay() | Unsaid():
            return ALL
        case Weekdays(named):
            return _of_week(Range(len(named)))
        case Dates():
            return NotDetermined("it falls on certain dates")
        case DaysPer(count, period):
            number = given.count(count, "days_per_week")
            return number if isinstance(number, NotDetermined) else _of_period(number, period)
        case EveryDays(period):
            return _of_period(Range(1), period)
        case DaysOf(numbers, period):
            return _of_period(Range(len(numbers)), period)
        case Cycle(on, off, unit=unit):
            days_in_unit = days_in(Period(1, unit))
            share = Fraction(on, on + off)
            return days_in_unit if isinstance(days_in_unit, NotDetermined) else (share, share)
        case Words():
            number = given.number("days_per_week", only_says(days))
            return number if isinstance(number, NotDetermined) else _of_week(number)
        case _ as unreachable:
            assert_never(unreachable)


def share_left(days: Days | Unsaid, except_on: Iterable[Weekdays | Dates], given: Given) -> Share:
    """Return the share of all days that *days* are without those that are left out."""
    weekdays, dates = excepted(except_on)
    share = share_of(days, given)
    left = len(Weekday) - len(weekdays)
    if isinstance(share, NotDetermined) or not (weekdays or dates):
        return share
    if dates:
        return NotDetermined("certain dates are left out")
    match days:
        case EveryDay() | Unsaid():
            return _of_week(Range(left))
        case Weekdays(named):
            return _of_week(Range(len(set(named) - weekdays)))
        case DaysPer() if share[1] is not None and share[1] <= Fraction(left, len(Weekday)):
            return share
        case _:
            return NotDetermined("how many of its days are left out depends on the calendar")


def _of_week(number: Range) -> Share:
    return _divided(ends(number), WEEK)


def _of_period(number: Range, period: Period) -> Share:
    long = days_in(period)
    return long if isinstance(long, NotDetermined) else _divided(ends(number), long)


def _divided(number: Ends, by: Ends) -> Ends:
    (low, high), (least, most) = number, by
    return (
        None if low is None or most is None else low / most,
        None if high is None or not least else high / least,
    )


def days_in(period: Period) -> Share:
    """Return how many days *period* has; months and years differ."""
    if period.unit not in _LONG:
        return NotDetermined(f"a {period.unit.value} has no fixed number of days")
    low, high = ends(period.number)
    long = _LONG[period.unit]
    return None if low is None else low * long, None if high is None else high * long


def part_of(share: Share, days: Share) -> Total:
    """Return how many of so many *days* the *share* is."""
    if isinstance(share, NotDetermined):
        return share
    if isinstance(days, NotDetermined):
        return days
    return exactly(*map(_product, share, days))


def in_week(days: Days | Unsaid, share: Share) -> Total:
    """Return how many *days* a week has: on average if that is exact, else in any one week."""
    average = part_of(share, WEEK)
    if average != INEXACT or isinstance(share, NotDetermined):
        return average
    match days:
        case EveryDays():
            # Seven days in a row hold one more or one less of what comes every few days.
            low, high = (None if each is None else each * WEEK[0] for each in share)
            return outwards(low, high)
        case Cycle():
            return in_any_week(days)
        case _:
            return average


def in_any_week(cycle: Cycle) -> Range:
    """Return how many days of a *cycle* a week can have, wherever it begins."""
    week = len(Weekday)
    if cycle.unit not in _LONG:
        return Range(0, week)
    on, off, _ = _in_days(cycle)
    cycles, rest = divmod(week, on + off)
    return Range(cycles * on + max(0, rest - off), cycles * on + min(rest, on))


def in_course(days: Days | Unsaid, share: Share, course: Share) -> Total:
    """Return how many of the days of a *course* are *days*, counted from its first one."""
    if isinstance(course, NotDetermined) or isinstance(share, NotDetermined):
        return part_of(share, course)
    match days:
        case EveryDays():
            low, high = map(_product, share, course)
            return exactly(rounded_up(low), rounded_up(high))
        case Cycle():
            least, most = (None if end is None else _in_cycles(days, end) for end in course)
            return exactly(least, most)
        case _:
            return _whole(part_of(share, course))


def _product(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one * other


def _in_cycles(cycle: Cycle, course: Fraction) -> Fraction:
    """Count the days on in the first days of a *course*."""
    on, off, start = _in_days(cycle)
    long = on + off

    def before(day: int) -> int:
        return day // long * on + min(day % long, on)

    return Fraction(before(int(course) - start) - before(-start))


def _in_days(cycle: Cycle) -> tuple[int, int, int]:
    """Return how many days are on and off, and on which of them it begins."""
    long = _LONG.get(cycle.unit, 1)
    return cycle.on * long, cycle.off * long, cycle.start * long


def _whole(number: Total) -> Total:
    is_even = number.is_whole if isinstance(number, Range) else number != INEXACT
    return number if is_even else _UNEVEN


_UNEVEN: Final = NotDetermined("the span is no whole number of its weeks or cycles")
