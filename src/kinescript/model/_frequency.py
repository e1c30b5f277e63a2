"""Frequency: which days, and when in the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias, TypeVar

import attrs

from kinescript._fields import (
    Term,
    as_name,
    as_text,
    clock_time,
    many,
    named,
    one,
    one_of,
    whole,
    wrong,
)
from kinescript.errors import ModelError, Problem
from kinescript.model._lengths import Duration, as_duration
from kinescript.model._periods import Period, PeriodUnit, as_period
from kinescript.model._quantities import (
    UNSAID,
    Bound,
    Number,
    Quantity,
    Range,
    Unsaid,
    Words,
    as_amount,
    as_number,
    bounded,
)
from kinescript.model._signs import Condition, as_condition

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


_WEEK_LONG = Period(1, PeriodUnit.WEEK)
_LONGEST = {PeriodUnit.DAY: 1, PeriodUnit.WEEK: 7, PeriodUnit.MONTH: 31, PeriodUnit.YEAR: 366}


def _as_per(value: Period | int) -> Period:
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
        period: Of what; a week by default.

    Raises:
        ModelError: If the period has not so many days.
    """

    count: Quantity = attrs.field(converter=as_number)
    period: Period = attrs.field(default=_WEEK_LONG, converter=_as_per)

    def __attrs_post_init__(self) -> None:
        longest = self.period.number * _LONGEST[self.period.unit]
        if isinstance(self.count, Range) and _greatest(self.count) > _greatest(longest):
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
    Days on and days off in turn: 4 on, 3 off.

    Attributes:
        on: How many days in a row it is done.
        off: How many days in a row it is not.
        start: On which day of the cycle it begins, from 0; "day 2 of a rotation of 3" is
            ``Cycle(1, 2, start=1)``.

    Raises:
        ModelError: If the cycle has no such day.
    """

    on: int = attrs.field(converter=_as_run)
    off: int = attrs.field(converter=_as_run)
    start: int = attrs.field(default=0, converter=_as_offset, kw_only=True)

    def __attrs_post_init__(self) -> None:
        last = self.on + self.off - 1
        if self.start > last:
            raise ModelError(Problem(f"expected a day from 0 to {last}, got {self.start}", "start"))


Days: TypeAlias = EveryDay | Weekdays | Dates | DaysPer | EveryDays | Cycle | Words
"""Which days; `Words` such as ``"training days"`` are days that only the person knows."""


@attrs.frozen(field_transformer=named)
class PerDay:
    """
    So many times a day, at times that a calendar finds.

    Attributes:
        count: How many times.
    """

    count: Quantity = attrs.field(converter=as_number)


class Relation(Term):
    """On which side of an event."""

    BEFORE = "before"
    AFTER = "after"


def _as_event(value: Anchor | str) -> Anchor | str:
    if isinstance(value, str):
        return as_name(value)
    return one(Anchor, "an Anchor, or words such as 'sport'", value)


def _as_relation(value: Relation | Unsaid) -> Relation | Unsaid:
    return one_of((Relation, Unsaid), "a Relation such as Relation.AFTER, or UNSAID", value)


def _as_offset_length(value: Duration | timedelta | Unsaid) -> Duration | Unsaid:
    if isinstance(value, timedelta):
        return as_duration(value)
    return one_of((Duration, Unsaid), "a length of time such as minutes(20), or UNSAID", value)


@attrs.frozen(field_transformer=named)
class Around:
    """
    At, before or after something that happens in a day.

    Attributes:
        event: What happens: an `Anchor`, or words such as ``"sport"``.
        relation: Before or after it; UNSAID while it happens.
        by: How long before or after it.

    Raises:
        ModelError: If there is a time, or an anchor, but neither before nor after.
    """

    event: Anchor | str = attrs.field(converter=_as_event)
    relation: Relation | Unsaid = attrs.field(default=UNSAID, converter=_as_relation)
    by: Duration | Unsaid = attrs.field(default=UNSAID, converter=_as_offset_length)

    def __attrs_post_init__(self) -> None:
        if self.by is not UNSAID and self.relation is UNSAID:
            raise ModelError(Problem("expected before or after beside a time", "relation"))
        if isinstance(self.event, Anchor) and self.relation is UNSAID:
            reason = "expected before or after; an anchor alone is a moment"
            raise ModelError(Problem(reason, "relation"))


Moment: TypeAlias = time | Anchor | Around
"""A moment of the day: by the clock, an anchor, or around an event."""


def _as_moment(value: Moment) -> Moment:
    if isinstance(value, Anchor | Around):
        return value
    return clock_time("a clock time without a zone, such as time(7, 30), or an Anchor", value)


def _as_moments(value: Moment | Iterable[Moment]) -> tuple[Moment, ...]:
    return _in_order(_as_moment, value)


@attrs.frozen(field_transformer=named)
class At:
    """
    At certain moments of the day.

    Attributes:
        moments: Clock times, anchors such as ``Anchor.MORNING`` that the calendar
            resolves, and moments around events; clock times in order come first.
    """

    moments: tuple[Moment, ...] = attrs.field(converter=_as_moments)


@attrs.frozen
class ThroughTheDay:
    """Repeatedly, "routinely", through the day: how often, the source does not say."""


def _as_interval(value: Duration | timedelta) -> Duration:
    expected = "a length of time of more than 0, such as hours(2)"
    interval = (
        as_duration(value) if isinstance(value, timedelta) else one(Duration, expected, value)
    )
    if 0 in {interval.milliseconds.low, interval.milliseconds.high}:
        raise wrong(expected, value)
    return interval


def _as_limit(value: time | Anchor | Unsaid) -> time | Anchor | Unsaid:
    if isinstance(value, Anchor | Unsaid):
        return value
    return clock_time("a clock time without a zone, an Anchor, or UNSAID", value)


@attrs.frozen(field_transformer=named)
class Every:
    """
    Again and again: every 2 hours, every 30 minutes of sitting.

    Attributes:
        interval: From the start of one to the start of the next.
        since: When it starts; with waking where unsaid.
        to: When it ends, that moment being one of them; with the waking day where unsaid.
        during: The state in which alone its clock runs, as written: ``"sitting"``.
    """

    interval: Duration = attrs.field(converter=_as_interval)
    since: time | Anchor | Unsaid = attrs.field(default=UNSAID, converter=_as_limit, kw_only=True)
    to: time | Anchor | Unsaid = attrs.field(default=UNSAID, converter=_as_limit, kw_only=True)
    during: str = attrs.field(default="", converter=as_text, kw_only=True)


@attrs.frozen(field_transformer=named)
class InAll:
    """
    So much a day in as many bouts as it takes: ten minutes a day.

    Attributes:
        length: How long in all.
        bouts: In how many bouts.
    """

    length: Duration = attrs.field(converter=_as_interval)
    bouts: Quantity = attrs.field(default=UNSAID, converter=as_number)


@attrs.frozen(field_transformer=named)
class AsNeeded:
    """
    When the person wants or needs it.

    Attributes:
        reason: For what: ``"cravings"``.
        most: How many times a day at the most.
    """

    reason: str = attrs.field(default="", converter=as_text)
    most: Quantity = attrs.field(default=UNSAID, converter=as_number, kw_only=True)


Times: TypeAlias = PerDay | At | ThroughTheDay | Every | InAll | AsNeeded | Words
"""When in the day; `Words` keep what names no moment, such as ``"when it suits"``."""

_DAYS = "EveryDay(), Weekdays(...), DaysPer(3), another kind of days, or UNSAID"
_TIMES = "PerDay(3), At(...), Every(hours(2)), another kind of times, or UNSAID"


def as_days(value: Days | Unsaid) -> Days | Unsaid:
    """Accept any way to say which days."""
    kinds = (EveryDay, Weekdays, Dates, DaysPer, EveryDays, Cycle, Words, Unsaid)
    return one_of(kinds, _DAYS, value)


def _as_times(value: Times | Unsaid) -> Times | Unsaid:
    kinds = (PerDay, At, ThroughTheDay, Every, InAll, AsNeeded, Words, Unsaid)
    return one_of(kinds, _TIMES, value)


def _as_budget(value: int | Duration | Range | timedelta) -> Duration | Range:
    expected = "a time such as minutes(150, 300), or a number of something named"
    if isinstance(value, timedelta):
        return as_duration(value)
    budget = as_amount(value) if isinstance(value, int) else value
    amount = budget.milliseconds if isinstance(budget, Duration) else one(Range, expected, budget)
    if amount.high == 0:
        raise wrong(f"{expected}, of more than 0", value)
    return budget


@attrs.frozen(field_transformer=named)
class Budget:
    """
    How much a period holds altogether: 150 to 300 minutes a week, 5 to 7 sets a day.

    Attributes:
        amount: How much time, or how many of *what*.
        period: Of which period.
        what: What is counted, where it is no time: ``"sets"``.

    Raises:
        ModelError: If a time is of something, or a number of nothing.
    """

    amount: Duration | Range = attrs.field(converter=_as_budget)
    period: Period = attrs.field(default=_WEEK_LONG, converter=_as_per)
    what: str = attrs.field(default="", converter=as_text, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if isinstance(self.amount, Duration) == bool(self.what.strip()):
            raise ModelError(Problem("expected a time, or a number of something named", "what"))


def _as_keep_away(value: Around | Iterable[Around]) -> tuple[Around, ...]:
    return many(lambda each: one(Around, "an Around such as Around('meals')", each), value)


def _as_gap(value: Duration | Period | timedelta | Unsaid) -> Duration | Period | Unsaid:
    if isinstance(value, timedelta):
        return as_duration(value)
    expected = "a time such as hours(48), a Period of days of rest, or UNSAID"
    return one_of((Duration, Period, Unsaid), expected, value)


def _as_budgets(value: Budget | Iterable[Budget]) -> tuple[Budget, ...]:
    return many(lambda each: one(Budget, "a Budget such as Budget(minutes(150))", each), value)


def _as_condition(value: Condition | str | Unsaid) -> Condition | Unsaid:
    return UNSAID if isinstance(value, Unsaid) else as_condition(value)


@attrs.frozen(field_transformer=named)
class Frequency:
    """
    How often: which days, and when in the day.

    Times a day without days mean every day. Days without times leave open how often in
    the day; the plan assumes that and says so.

    Attributes:
        days: Which days.
        times: When in the day.
        gap: The least time from the end of one bout to the start of the next, or whole
            days of rest between.
        not_at: When not: not after meals, not in the first 30 minutes after waking.
        budget: How much a period holds altogether.
        condition: When alone this holds: ``"if the pain is on one side"``.
        preferably: What would be better still, as written: ``"on most days"``.

    Raises:
        ModelError: If nothing of these is said, or only what would be better still.
    """

    days: Days | Unsaid = attrs.field(default=UNSAID, converter=as_days, kw_only=True)
    times: Times | Unsaid = attrs.field(default=UNSAID, converter=_as_times, kw_only=True)
    gap: Duration | Period | Unsaid = attrs.field(default=UNSAID, converter=_as_gap, kw_only=True)
    not_at: tuple[Around, ...] = attrs.field(default=(), converter=_as_keep_away, kw_only=True)
    budget: tuple[Budget, ...] = attrs.field(default=(), converter=_as_budgets, kw_only=True)
    condition: Condition | Unsaid = attrs.field(
        default=UNSAID, converter=_as_condition, kw_only=True
    )
    preferably: str = attrs.field(default="", converter=as_text, kw_only=True)

    def __attrs_post_init__(self) -> None:
        said = (self.days, self.times, self.gap, self.condition)
        if all(each is UNSAID for each in said) and not self.budget and not self.not_at:
            raise ModelError(
                Problem("expected days or times; if the source gives neither, use UNSAID")
            )


def per_day(low: Bound, high: Bound | Unsaid = UNSAID) -> Frequency:
    """
    Return the frequency "*low* (to *high*) times a day"; None leaves the high end open.

    >>> per_day(4, 5).times
    PerDay(count=Range(4, 5))
    """
    return Frequency(times=PerDay(bounded(low, high)))


def per_week(low: Bound, high: Bound | Unsaid = UNSAID) -> Frequency:
    """
    Return the frequency "on *low* (to *high*) days a week"; None leaves the high end open.

    >>> per_week(2, 3).days.count
    Range(2, 3)
    """
    return Frequency(days=DaysPer(bounded(low, high)))


def _as_frequencies(value: Iterable[Frequency]) -> tuple[Frequency, ...]:
    found = many(lambda each: one(Frequency, "a Frequency such as per_day(2)", each), value)
    if len(found) < 2:  # noqa: PLR2004
        raise wrong("at least two frequencies", value)
    return found


@attrs.frozen(field_transformer=named)
class Schedule:
    """
    Several frequencies that hold together: 2 a day, but once on training days.

    Attributes:
        frequencies: The frequencies, two or more; of two for the same day the later counts.
    """

    frequencies: tuple[Frequency, ...] = attrs.field(converter=_as_frequencies)


HowOften: TypeAlias = Frequency | Schedule | Unsaid
"""How often: a frequency, several, or nothing said."""


def inherited(*frequencies: HowOften) -> HowOften:
    """Return the first frequency that is said: the item's own, else its routine's, and so on."""
    return next((each for each in frequencies if not isinstance(each, Unsaid)), UNSAID)


def as_frequency(value: HowOften) -> HowOften:
    """Accept a frequency, a schedule, or UNSAID where the source gives none."""
    expected = "a Frequency, such as per_day(4, 5), a Schedule, or UNSAID"
    return one_of((Frequency, Schedule, Unsaid), expected, value)


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
    return (2, repr(value)) if isinstance(value, Around) else (0, value)
