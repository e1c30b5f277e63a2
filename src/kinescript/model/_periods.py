"""Stretches of a calendar: days, weeks and months, which no clock measures."""

from __future__ import annotations

import attrs

from kinescript._fields import Term, named, one, wrong
from kinescript.model._quantities import UNSAID, Bound, Range, Unsaid, bounded


class PeriodUnit(Term):
    """A unit of the calendar."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def _as_number(value: int | Range) -> Range:
    number = value if isinstance(value, Range) else Range(value)
    if not number.is_whole:
        raise wrong("a whole number or a range of them", value)
    return number


def as_unit(value: PeriodUnit) -> PeriodUnit:
    """Accept a unit of the calendar."""
    return one(PeriodUnit, "a PeriodUnit such as PeriodUnit.WEEK", value)


@attrs.frozen(field_transformer=named)
class Period:
    """
    A number of days, weeks, months or years of the calendar.

    Write it as ``days(10)``, ``weeks(6, 8)`` or ``months(3, None)``. Months are stepped
    on the calendar, so three months are not 90 days.

    Attributes:
        number: How many.
        unit: Of what.
    """

    number: Range = attrs.field(converter=_as_number)
    unit: PeriodUnit = attrs.field(default=PeriodUnit.DAY, converter=as_unit)

    def __str__(self) -> str:
        return f"{self.number} {self.unit.value}{'' if self.number == Range(1) else 's'}"


def days(low: Bound, high: Bound | Unsaid = UNSAID) -> Period:
    """Return a number of days: exact, from *low* to *high*, or open at None."""
    return Period(bounded(low, high), PeriodUnit.DAY)


def weeks(low: Bound, high: Bound | Unsaid = UNSAID) -> Period:
    """Return a number of weeks: exact, from *low* to *high*, or open at None."""
    return Period(bounded(low, high), PeriodUnit.WEEK)


def months(low: Bound, high: Bound | Unsaid = UNSAID) -> Period:
    """Return a number of months: exact, from *low* to *high*, or open at None."""
    return Period(bounded(low, high), PeriodUnit.MONTH)


def as_period(value: Period | int) -> Period:
    """Accept a period, or a number of days."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Period(value)
    return one(Period, "a Period such as weeks(6), or a number of days", value)
