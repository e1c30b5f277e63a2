"""Days: which ones a frequency means."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, TypeAlias

import attrs

from kinescript._fields import Term, in_order, many, named, one, one_of, whole, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._periods import Period, PeriodUnit, as_period, as_unit
from kinescript.model._quantities import Number, Quantity, Range, Unsaid, Words, as_number


class Weekday(Term):
    """A day of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @classmethod
    def of(cls, day: date) -> Weekday:
        """Return the weekday of *day*."""
        return _WEEK[day.weekday()]


_WEEK = tuple(Weekday)


def _as_weekdays(value: Weekday | Iterable[Weekday]) -> tuple[Weekday, ...]:
    return in_order(_as_weekday, value, _WEEK.index)


def _as_weekday(value: Weekday) -> Weekday:
    return one(Weekday, "a Weekday such as Weekday.MON", value)


def _as_dates(value: date | Iterable[date]) -> tuple[date, ...]:
    return in_order(as_date, value)


@attrs.frozen
class EveryDay:
    """Every day."""


@attrs.frozen(field_transformer=named)
class Weekdays:
    """
    Certain days of each week.

    Attributes:
        days: The weekdays, kept in the order of the week.
    """

    days: tuple[Weekday, ...] = attrs.field(converter=_as_weekdays)


@attrs.frozen(field_transformer=named)
class Dates:
    """
    Certain dates, and no others.

    Attributes:
        dates: The dates, kept in order.
    """

    dates: tuple[date, ...] = attrs.field(converter=_as_dates)


A_WEEK = Period(1, PeriodUnit.WEEK)
_LONGEST = {PeriodUnit.DAY: 1, PeriodUnit.WEEK: 7, PeriodUnit.MONTH: 31, PeriodUnit.YEAR: 366}


def _as_some(value: Period | int) -> Period:
    period = as_period(value)
    if 0 in {period.number.low, period.number.high}:
        raise wrong("a period of a day or more, such as weeks(2)", value)
    return period


def as_per(value: Period | int) -> Period:
    period = as_period(value)
    if not period.number.is_exact or period.number == Range(0):
        raise wrong("an exact period such as weeks(2)", value)
    return period


@attrs.frozen(field_transformer=named)
class DaysPer:
    """
    So many days of each week, or of another period; which ones, a calendar finds.

    Attributes:
        count: On how many days; a low bound alone is a floor ("at least 3").
        period: Of what; a week by default, and perhaps a range of them.

    Raises:
        ModelError: If the period has not so many days.
    """

    count: Quantity = attrs.field(converter=as_number)
    period: Period = attrs.field(default=A_WEEK, converter=_as_some)

    def __attrs_post_init__(self) -> None:
        longest = self.period.number * _LONGEST[self.period.unit]
        if not isinstance(self.count, Range) or longest.high is None:
            return
        if _greatest(self.count) > longest.high:
            reason = f"expected at most {longest} days of {self.period}, got {self.count}"
            raise ModelError(Problem(reason, "count"))


def _greatest(bounds: Range) -> Number:
    """Return the highest bound that is given."""
    return max(bound for bound in (bounds.low, bounds.high) if bound is not None)


def _as_step(value: Period | int) -> Period:
    period = as_period(value)
    if period.number.low == 0 or period.number.high == 0:
        raise wrong("a period of a day or more, such as days(2)", value)
    return period


@attrs.frozen(field_transformer=named)
class EveryDays:
    """
    One day out of so many: every second day, every 2 to 3 days, once a month.

    Attributes:
        period: From one to the next.
    """

    period: Period = attrs.field(converter=_as_step)


def _as_run(value: int) -> int:
    return whole(1, value)


def _as_offset(value: int) -> int:
    return whole(0, value)


@attrs.frozen(field_transformer=named)
class Cycle:
    """
    Days, or weeks, on and off in turn: 4 days on, 3 off; 2 weeks on, 1 week off.

    Attributes:
        on: How many days in a row it is done.
        off: How many days in a row it is not.
        unit: What is counted, where it is not days.
        start: On which day of the cycle it begins, from 0; "day 2 of a rotation of 3" is
            ``Cycle(1, 2, start=1)``.

    Raises:
        ModelError: If the cycle has no such day.
    """

    on: int = attrs.field(converter=_as_run)
    off: int = attrs.field(converter=_as_run)
    unit: PeriodUnit = attrs.field(default=PeriodUnit.DAY, converter=as_unit, kw_only=True)
    start: int = attrs.field(default=0, converter=_as_offset, kw_only=True)

    def __attrs_post_init__(self) -> None:
        last = self.on + self.off - 1
        if self.start > last:
            reason = f"expected a {self.unit.value} from 0 to {last}, got {self.start}"
            raise ModelError(Problem(reason, "start"))


def _as_numbers(value: int | Iterable[int]) -> tuple[int, ...]:
    return in_order(_as_run, value)


@attrs.frozen(field_transformer=named)
class DaysOf:
    """
    Certain days of each period by their numbers: days 1, 3, 5 of 7; the 1st of the month.

    A week's days count from Monday, a month's and a year's from their first; days 1 to 7
    of 7 count from the first day of what they are for. A month without such a day has none.

    Attributes:
        numbers: The numbers of the days, from 1, kept in order.
        period: Of what.

    Raises:
        ModelError: If the period has no such day.
    """

    numbers: tuple[int, ...] = attrs.field(converter=_as_numbers)
    period: Period = attrs.field(converter=as_per)

    def __attrs_post_init__(self) -> None:
        longest = _greatest(self.period.number * _LONGEST[self.period.unit])
        if self.numbers[-1] > longest:
            reason = f"expected days 1 to {longest} of {self.period}, got {self.numbers[-1]}"
            raise ModelError(Problem(reason, "numbers"))


Days: TypeAlias = EveryDay | Weekdays | Dates | DaysPer | EveryDays | DaysOf | Cycle | Words
"""Which days; `Words` such as ``"training days"`` are days that only the person knows."""

DAYS: Final = (EveryDay, Weekdays, Dates, DaysPer, EveryDays, DaysOf, Cycle, Words)
"""The classes of `Days`."""

_DAYS = "EveryDay(), Weekdays(...), DaysPer(3), another kind of days, or UNSAID"


def as_exceptions(
    value: Weekdays | Dates | Iterable[Weekdays | Dates],
) -> tuple[Weekdays | Dates, ...]:
    """Accept weekdays and dates that are left out, each kind of them in one."""
    weekdays, dates = excepted(many(_as_exception, value))
    return (*((Weekdays(weekdays),) if weekdays else ()), *((Dates(dates),) if dates else ()))


def _as_exception(value: Weekdays | Dates) -> Weekdays | Dates:
    return one_of((Weekdays, Dates), "Weekdays(...) or Dates(...)", value)


def excepted(except_on: Iterable[Weekdays | Dates]) -> tuple[set[Weekday], set[date]]:
    """Return the weekdays and the dates that are left out."""
    parts = tuple(except_on)
    weekdays = {day for each in parts if isinstance(each, Weekdays) for day in each.days}
    dates = {day for each in parts if isinstance(each, Dates) for day in each.dates}
    return weekdays, dates


def dates_left(dates: Iterable[date], except_on: Iterable[Weekdays | Dates]) -> tuple[date, ...]:
    """Return the dates that are not left out, by themselves or by their weekdays."""
    weekdays, left_out = excepted(except_on)
    return tuple(
        each for each in dates if each not in left_out and Weekday.of(each) not in weekdays
    )


def as_days(value: Days | Unsaid) -> Days | Unsaid:
    """Accept any way to say which days."""
    return one_of((*DAYS, Unsaid), _DAYS, value)


def as_date(value: date) -> date:
    """Accept a date that is no datetime."""
    if isinstance(value, datetime):
        raise wrong("a date", value)
    return one(date, "a date", value)
