"""Which dates a rule means: the first from any date on and how many, by arithmetic alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import assert_never

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
    Quantity,
    Range,
    Unsaid,
    Weekday,
    Weekdays,
    Words,
)
from kinescript.model._days import excepted

_WEEK = 7
_YEAR = 12
_SHORTEST = 28
_LAST = date.max.toordinal()
# The calendar repeats itself after 400 years.
_ROUND_YEARS = 400
_LEAP_YEARS = 8
_ROUND_MONTHS = _ROUND_YEARS * _YEAR
_ROUND_DAYS = 146_097
_MONTHS = {PeriodUnit.MONTH: 1, PeriodUnit.YEAR: _YEAR}
_DAYS = {PeriodUnit.DAY: 1, PeriodUnit.WEEK: _WEEK}


def falls_on(
    days: Days | Unsaid,
    day: date,
    since: date = date.min,
    except_on: Iterable[Weekdays | Dates] = (),
) -> bool:
    """Return whether *days*, counted from *since*, include *day*; see `first_on`."""
    return not _is_among(except_on, day) and first_on(days, day, since) == day


def _is_among(except_on: Iterable[Weekdays | Dates], day: date) -> bool:
    weekdays, dates = excepted(except_on)
    return Weekday.of(day) in weekdays or day in dates


def first_on(
    days: Days | Unsaid,
    day: date,
    since: date = date.min,
    except_on: tuple[Weekdays | Dates, ...] = (),
) -> date | None:
    """
    Return the first of *days* that is no earlier than *day*, or None where none comes.

    Rules that count days or periods do so from *since*, before which nothing is due.
    Days that are unsaid are every day, and those only told in words are none. Of a
    quantity the low bound counts, or the only one that it has. Days that are left out
    are passed over, but where all of hundreds are, no more of them are expected.

    >>> first_on(Weekdays(Weekday.MON), date(2026, 11, 26))
    datetime.date(2026, 11, 30)
    """
    since_at = since.toordinal()
    at = max(day.toordinal(), since_at)
    weekdays, dates = excepted(except_on)
    for _ in range(_ROUND_YEARS + len(dates)):
        found = _first(days, at, since_at) if at <= _LAST else None
        if found is None or found > _LAST:
            return None
        first = date.fromordinal(found)
        if first not in dates and Weekday.of(first) not in weekdays:
            return first
        at = found + 1
    return None


def _first(days: Days | Unsaid, day: int, since: int) -> int | None:  # noqa: PLR0911
    match days:
        case EveryDay() | Unsaid() | Words():
            return None if isinstance(days, Words) else day
        case Weekdays(weekdays):
            return min(day + (_INDEX[each] - _weekday(day)) % _WEEK for each in weekdays)
        case Dates(dates):
            at = bisect_left(dates, date.fromordinal(day))
            return dates[at].toordinal() if at < len(dates) else None
        case DaysPer(count, period):
            return _of_period(_figure(count), period, day, since)
        case EveryDays(period):
            return _of_step(period, day, since)
        case DaysOf(numbers, period):
            return _of_numbers(numbers, period, day, since)
        case Cycle():
            return _of_cycle(days, day, since)
        case _ as unreachable:
            assert_never(unreachable)


_INDEX = {each: index for index, each in enumerate(Weekday)}


def _weekday(day: int) -> int:
    return (day - 1) % _WEEK


def _figure(quantity: Quantity) -> int:
    if not isinstance(quantity, Range):
        return 1
    return int(quantity.low or quantity.high or 0)


def _of_period(count: int, period: Period, day: int, since: int) -> int:
    """Return the next of *count* days that are spread evenly over each period."""
    start, length = _period_of(period, day, since)
    number = min(count, length)
    # Of n days in a period of L the one numbered i, from 0, has the offset i * L // n.
    index = -((start - day) * number // length)
    return start + (index * length // number if index < number else length)


def _period_of(period: Period, day: int, since: int) -> tuple[int, int]:
    """Return the start and length of the period in which *day* lies."""
    number = _figure(period.number)
    if period.unit in _DAYS:
        length = number * _DAYS[period.unit]
        first = since - _weekday(since) if period.unit is PeriodUnit.WEEK else since
        return first + (day - first) // length * length, length
    length = number * _MONTHS[period.unit]
    first = _month(since)
    if period.unit is PeriodUnit.YEAR:
        first -= first % _YEAR
    month = first + (_month(day) - first) // length * length
    start = _start_of(month)
    return start, _start_of(month + length) - start


def _of_numbers(numbers: tuple[int, ...], period: Period, day: int, since: int) -> int | None:
    """Return the next of the days that have these numbers in a period."""
    at = day
    # A day that not every period has comes at the latest with the next leap years.
    for _ in range(_LEAP_YEARS * _YEAR):
        if at > _LAST:
            return None
        start, length = _period_of(period, at, since)
        found = (start + each - 1 for each in numbers if each <= length)
        coming = next((each for each in found if each >= day), None)
        if coming is not None:
            return coming
        at = start + length
    return None


def _of_cycle(cycle: Cycle, day: int, since: int) -> int:
    """Return the next day on which a cycle is on."""
    units = _units_since(cycle.unit, day, since)
    at = (units - cycle.start) % (cycle.on + cycle.off)
    if at < cycle.on:
        return day
    coming = units + cycle.on + cycle.off - at
    if cycle.unit in _DAYS:
        return since + coming * _DAYS[cycle.unit]
    return _months_after(since, coming * _MONTHS[cycle.unit])


def _units_since(unit: PeriodUnit, day: int, since: int) -> int:
    """Return how many whole units have passed from *since* to *day*."""
    if unit in _DAYS:
        return (day - since) // _DAYS[unit]
    passed = (_month(day) - _month(since)) // _MONTHS[unit]
    return passed if _months_after(since, passed * _MONTHS[unit]) <= day else passed - 1


def _of_step(period: Period, day: int, since: int) -> int:
    """Return the next of the days that lie whole periods after *since*."""
    number = _figure(period.number)
    if period.unit in _DAYS:
        step = number * _DAYS[period.unit]
        return since - (since - day) // step * step
    step = number * _MONTHS[period.unit]
    steps = (_month(day) - _month(since)) // step
    found = _months_after(since, steps * step)
    return found if found >= day else _months_after(since, (steps + 1) * step)


def count_before(days: Days | Unsaid, day: date, since: date = date.min) -> int:
    """
    Return how many of *days*, counted from *since* as in `first_on`, come before *day*.

    >>> count_before(Weekdays(Weekday.MON), date(2026, 12, 1), date(2026, 11, 1))
    5
    """
    since_at = since.toordinal()
    return _count(days, max(day.toordinal(), since_at), since_at)


def _count(days: Days | Unsaid, day: int, since: int) -> int:  # noqa: PLR0911
    match days:
        case EveryDay() | Unsaid() | Words():
            return 0 if isinstance(days, Words) else day - since
        case Weekdays(weekdays):
            firsts = (since + (_INDEX[each] - _weekday(since)) % _WEEK for each in weekdays)
            return sum(-((first - day) // _WEEK) for first in firsts)
        case Dates(dates):
            first, last = (bisect_left(dates, date.fromordinal(at)) for at in (since, day))
            return last - first
        case DaysPer(count, period):
            ends = (since, day)
            first, last = (_count_in_periods(_figure(count), period, at, since) for at in ends)
            return last - first
        case EveryDays(period):
            return _count_steps(period, day, since)
        case DaysOf(numbers, period):
            ends = (since, day)
            first, last = (_count_numbered(numbers, period, at, since) for at in ends)
            return last - first
        case Cycle():
            return _count_cycle(days, day, since)
        case _ as unreachable:
            assert_never(unreachable)


def _count_in_periods(count: int, period: Period, day: int, since: int) -> int:
    """Count the days before *day* from the start of the period in which *since* lies."""
    first, _ = _period_of(period, since, since)
    start, length = _period_of(period, day, since)
    number = min(count, length)
    # Those numbered i, from 0, with i * L // n less than the days that have passed.
    passed = -((start - day) * number // length)
    if period.unit in _DAYS:
        return (start - first) // length * number + passed
    months = _figure(period.number) * _MONTHS[period.unit]
    if count <= months * _SHORTEST:
        return (_month(start) - _month(first)) // months * count + passed
    # Only where a month may have fewer days than are asked for, months are looked at.
    starts = [_start_of(at) for at in range(_month(first), _month(start) + 1, months)]
    return sum(min(count, two - one) for one, two in pairwise(starts)) + passed


def _count_cycle(cycle: Cycle, day: int, since: int) -> int:
    """Count the days from *since* to *day* on which a cycle is on."""
    units = _units_since(cycle.unit, day, since)
    is_on = (units - cycle.start) % (cycle.on + cycle.off) < cycle.on
    if cycle.unit in _DAYS:
        length = _DAYS[cycle.unit]
        passed = (divmod(at - cycle.start, cycle.on + cycle.off) for at in (0, units))
        first, last = (rounds * cycle.on + min(at, cycle.on) for rounds, at in passed)
        return (last - first) * length + (day - since - units * length if is_on else 0)
    months = _MONTHS[cycle.unit]
    starts = [_months_after(since, at * months) for at in range(units + 1)]
    done = sum(
        two - one
        for at, (one, two) in enumerate(pairwise(starts))
        if (at - cycle.start) % (cycle.on + cycle.off) < cycle.on
    )
    return done + (day - starts[-1] if is_on else 0)


def _count_numbered(numbers: tuple[int, ...], period: Period, day: int, since: int) -> int:
    """Count the numbered days before *day* from the start of the period of *since*."""
    first, _ = _period_of(period, since, since)
    start, length = _period_of(period, day, since)
    passed = sum(number <= day - start for number in numbers)
    if period.unit in _DAYS:
        each = sum(number <= length for number in numbers)
        return (start - first) // length * each + passed
    months = _figure(period.number) * _MONTHS[period.unit]
    if numbers[-1] <= months * _SHORTEST:
        return (_month(start) - _month(first)) // months * len(numbers) + passed
    starts = [_start_of(at) for at in range(_month(first), _month(start) + 1, months)]
    lengths = [two - one for one, two in pairwise(starts)]
    return sum(number <= each for number in numbers for each in lengths) + passed


def _count_steps(period: Period, day: int, since: int) -> int:
    number = _figure(period.number)
    if period.unit in _DAYS:
        return -((since - day) // (number * _DAYS[period.unit]))
    step = number * _MONTHS[period.unit]
    steps = (_month(day) - _month(since)) // step
    return steps + (_months_after(since, steps * step) < day)


def stepped(day: date, number: int, unit: PeriodUnit) -> date:
    """
    Return the date *number* units after *day*, at most ``date.max``.

    Months and years step on the calendar. Where a month has no such day, its last one
    counts: a month after 31 January is the end of February.
    """
    at = day.toordinal()
    if unit in _DAYS:
        found = at + number * _DAYS[unit]
    else:
        found = _months_after(at, number * _MONTHS[unit])
    return date.fromordinal(min(found, _LAST))


def _months_after(day: int, months: int) -> int:
    month = _month(day)
    last = _start_of(month + months + 1) - 1
    return min(_start_of(month + months) + day - _start_of(month), last)


def _month(day: int) -> int:
    """Return the number of the month in which *day* lies, from the first of year 1."""
    at = date.fromordinal(day)
    return (at.year - 1) * _YEAR + at.month - 1


def _start_of(month: int) -> int:
    """Return the first day of a month, also of one beyond ``date.max``."""
    rounds, left = divmod(month, _ROUND_MONTHS)
    year, index = divmod(left, _YEAR)
    return rounds * _ROUND_DAYS + date(year + 1, index + 1, 1).toordinal()
