"""Days: which share of all days a frequency falls on, and how many a span has."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, TypeAlias, assert_never

from kinescript.model import (
    UNSAID,
    Cycle,
    Dates,
    Days,
    DaysPer,
    EveryDay,
    EveryDays,
    Period,
    PeriodUnit,
    Range,
    Span,
    Unsaid,
    Until,
    Weekdays,
    Words,
)
from kinescript.volumes._measures import Given, only_says, unsaid, waits_for
from kinescript.volumes._totals import INEXACT, Ends, NotDetermined, Total, ends, exactly

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
            return _one_in(days_in(period))
        case Cycle(on, off):
            return Fraction(on, on + off), Fraction(on, on + off)
        case Words():
            number = given.number("days_per_week", only_says(days))
            return number if isinstance(number, NotDetermined) else _of_week(number)
        case _ as unreachable:
            assert_never(unreachable)


def _of_week(number: Range) -> Share:
    return _divided(ends(number), WEEK)


def _of_period(number: Range, period: Period) -> Share:
    long = days_in(period)
    return long if isinstance(long, NotDetermined) else _divided(ends(number), long)


def _one_in(long: Share) -> Share:
    return long if isinstance(long, NotDetermined) else _divided(ALL, long)


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


def days_of(span: Span | Unsaid) -> Share:
    """Return how many days *span* covers."""
    match UNSAID if isinstance(span, Unsaid) else span.length:
        case Period() as period:
            return days_in(period)
        case Until(bounds=Period() as bounds):
            return days_in(bounds)
        case Until() as until:
            return waits_for(until)
        case Words() as words:
            return only_says(words)
        case Unsaid():
            return unsaid("how long the programme lasts")
        case _ as unreachable:
            assert_never(unreachable)


def part_of(share: Share, days: Share) -> Total:
    """Return how many of so many *days* the *share* is."""
    if isinstance(share, NotDetermined):
        return share
    if isinstance(days, NotDetermined):
        return days
    (low, high), (least, most) = share, days
    return exactly(
        None if low is None or least is None else low * least,
        None if high is None or most is None else high * most,
    )


def whole(number: Total) -> Total:
    """Return a *number* of days, which has to be whole."""
    is_even = number.is_whole if isinstance(number, Range) else number != INEXACT
    return number if is_even else _UNEVEN


_UNEVEN: Final = NotDetermined("the span is no whole number of its weeks or cycles")
