"""Frequency: which days, and when in the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any, TypeAlias, TypeVar

import attrs

from kinescript._fields import Term, clock_time, many, named, one, one_of, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._quantities import UNSAID, Count, Unsaid, as_count, bounded

T = TypeVar("T")


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


class Anchor(Term):
    """Something in a person's day that a session can be tied to; a calendar has its time."""

    WAKING = "waking"
    BREAKFAST = "breakfast"
    MORNING = "morning"
    MIDDAY = "midday"
    LUNCH = "lunch"
    AFTERNOON = "afternoon"
    DINNER = "dinner"
    EVENING = "evening"
    BEDTIME = "bedtime"


def _as_weekdays(value: Weekday | Iterable[Weekday]) -> tuple[Weekday, ...]:
    return _in_order(_as_weekday, value)


def _as_weekday(value: Weekday) -> Weekday:
    return one(Weekday, "a Weekday such as Weekday.MON", value)


def _as_dates(value: date | Iterable[date]) -> tuple[date, ...]:
    return _in_order(as_date, value)


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


Days: TypeAlias = EveryDay | Weekdays | Dates
"""Which days."""


@attrs.frozen(field_transformer=named)
class PerDay:
    """
    So many times a day, at times that a calendar finds.

    Attributes:
        count: How many times.
    """

    count: Count = attrs.field(converter=as_count)


def _as_moment(value: time | Anchor) -> time | Anchor:
    if isinstance(value, Anchor):
        return value
    return clock_time("a clock time without a zone, such as time(7, 30), or an Anchor", value)


def _as_moments(value: time | Anchor | Iterable[time | Anchor]) -> tuple[time | Anchor, ...]:
    return _in_order(_as_moment, value)


@attrs.frozen(field_transformer=named)
class At:
    """
    At certain moments of the day.

    Attributes:
        moments: Clock times, and anchors such as ``Anchor.MORNING`` that the calendar
            resolves; clock times in order come first.
    """

    moments: tuple[time | Anchor, ...] = attrs.field(converter=_as_moments)


@attrs.frozen
class ThroughTheDay:
    """Repeatedly, "routinely", through the day: how often, the source does not say."""


Times: TypeAlias = PerDay | At | ThroughTheDay
"""When in the day."""

_DAYS = "EveryDay(), Weekdays(...), Dates(...) or UNSAID"
_TIMES = "PerDay(3), At(...), ThroughTheDay() or UNSAID"


def as_days(value: Days | Unsaid) -> Days | Unsaid:
    """Accept any way to say which days."""
    return one_of((EveryDay, Weekdays, Dates, Unsaid), _DAYS, value)


def _as_times(value: Times | Unsaid) -> Times | Unsaid:
    return one_of((PerDay, At, ThroughTheDay, Unsaid), _TIMES, value)


@attrs.frozen(field_transformer=named)
class Frequency:
    """
    How often: which days, and when in the day.

    Times a day without days mean every day. Days without times leave open how often in
    the day; the plan assumes that and says so.

    Attributes:
        days: Which days.
        times: When in the day.

    Raises:
        ModelError: If neither is said.
    """

    days: Days | Unsaid = attrs.field(default=UNSAID, converter=as_days, kw_only=True)
    times: Times | Unsaid = attrs.field(default=UNSAID, converter=_as_times, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.days is UNSAID and self.times is UNSAID:
            raise ModelError(
                Problem("expected days or times; if the source gives neither, use UNSAID")
            )


def per_day(low: int | None, high: int | Unsaid | None = UNSAID) -> Frequency:
    """
    Return the frequency "*low* (to *high*) times a day"; None leaves the high end open.

    >>> per_day(4, 5).times
    PerDay(count=Range(4, 5))
    """
    return Frequency(times=PerDay(bounded(low, high)))


def inherited(*frequencies: Frequency | Unsaid) -> Frequency | Unsaid:
    """Return the first frequency that is said: the item's own, else its routine's, and so on."""
    return next((each for each in frequencies if not isinstance(each, Unsaid)), UNSAID)


def as_frequency(value: Frequency | Unsaid) -> Frequency | Unsaid:
    """Accept a frequency, or UNSAID where the source gives none."""
    return one_of((Frequency, Unsaid), "a Frequency, such as per_day(4, 5), or UNSAID", value)


def as_date(value: date) -> date:
    """Accept a date that is no datetime."""
    if isinstance(value, datetime):
        raise wrong("a date", value)
    return one(date, "a date", value)


def _in_order(convert: Callable[[Any], T], values: object) -> tuple[T, ...]:
    """Accept one or several, without repeats, in the order that their kind has."""
    found = set(many(convert, values))
    if not found:
        raise wrong("at least one", values)
    return tuple(sorted(found, key=_rank))


def _rank(value: object) -> tuple[int, Any]:
    if isinstance(value, Weekday | Anchor):
        return (1, list(type(value)).index(value))
    return (0, value)
