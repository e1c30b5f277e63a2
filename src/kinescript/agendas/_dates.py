"""Which dates a rule means: the first one from any date on, by arithmetic alone."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import assert_never

from kinescript.model import (
    Cycle,
    Dates,
    Days,
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

_WEEK = 7
_YEAR = 12
_LAST = date.max.toordinal()
# The calendar repeats itself after 400 years.
_ROUND_YEARS = 400
_ROUND_MONTHS = _ROUND_YEARS * _YEAR
_ROUND_DAYS = 146_097
_MONTHS = {PeriodUnit.MONTH: 1, PeriodUnit.YEAR: _YEAR}
_DAYS = {PeriodUnit.DAY: 1, PeriodUnit.WEEK: _WEEK}


def falls_on(days: Days | Unsaid, day: date, since: date = date.min) -> bool:
    """Return whether *days*, counted from *since*, include *day*; see `first_on`."""
    return first_on(days, day, since) == day


def first_on(days: Days | Unsaid, day: date, since: date = date.min) -> date | None:
    """
    Return the first of *days* that is no earlier than *day*, or None where none comes.

    Rules that count days or periods do so from *since*, before which nothing is due.
    Days that are unsaid are every day, and those only told in words are none. Of a
    quantity the low bound counts, or the only one that it has.

    >>> first_on(Weekdays(Weekday.MON), date(2026, 11, 26))
    datetime.date(2026, 11, 30)
    """
    since_at = since.toordinal()
    found = _first(days, max(day.toordinal(), since_at), since_at)
    return None if found is None or found > _LAST else date.fromordinal(found)


def _first(days: Days | Unsaid, day: int, since: int) -> int | None:
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
        case Cycle(on, off, start=start):
            at = (day - since - start) % (on + off)
            return day if at < on else day + on + off - at
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
