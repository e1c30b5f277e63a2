"""Frequency: which days, and when in the day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TypeAlias

import attrs

from kinescript._fields import Term, as_text, many, named, one, one_of, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._days import (
    A_WEEK,
    DAYS,
    Dates,
    Days,
    DaysPer,
    Weekdays,
    as_days,
    as_exceptions,
    as_per,
)
from kinescript.model._distance import Distance, bare
from kinescript.model._lengths import Duration, as_duration
from kinescript.model._periods import Period
from kinescript.model._quantities import UNSAID, Bound, Range, Unsaid, Words, as_amount, bounded
from kinescript.model._signs import Condition, as_condition
from kinescript.model._times import TIMES, Around, PerDay, Times, as_times


def _as_budget(value: int | Duration | Distance | Range | timedelta) -> Duration | Distance | Range:
    expected = "a time such as minutes(150, 300), a distance, or a number of something named"
    if isinstance(value, timedelta):
        return as_duration(value)
    if isinstance(value, Distance):
        return bare(value)
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
        amount: How much time, how far, or how many of *what*.
        period: Of which period.
        what: What is counted, where it is no time and no distance: ``"sets"``.

    Raises:
        ModelError: If a time or distance is of something, or a number of nothing.
    """

    amount: Duration | Distance | Range = attrs.field(converter=_as_budget)
    period: Period = attrs.field(default=A_WEEK, converter=as_per)
    what: str = attrs.field(default="", converter=as_text, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if isinstance(self.amount, Range) != bool(self.what.strip()):
            reason = "expected a time, a distance, or a number of something named"
            raise ModelError(Problem(reason, "what"))


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


class Exactness(Term):
    """Whether days and times are to be kept as they are said, or may be shifted a little."""

    EXACTLY = "exactly"
    FLEXIBLE = "flexible"


def _as_exactness(value: Exactness | Unsaid) -> Exactness | Unsaid:
    expected = "Exactness.EXACTLY, Exactness.FLEXIBLE, or UNSAID"
    return one_of((Exactness, Unsaid), expected, value)


def _as_preferably(value: Days | Times | str | Unsaid) -> Days | Times | Unsaid:
    if isinstance(value, str):
        return Words(value)
    expected = "days such as DaysPer(5), times such as PerDay(3), words, or UNSAID"
    return one_of((*DAYS, *TIMES, Unsaid), expected, value)


@attrs.frozen(field_transformer=named)
class Frequency:
    """
    How often: which days, and when in the day.

    Times a day without days mean every day. Days without times leave open how often in
    the day; the plan assumes that and says so.

    Attributes:
        days: Which days.
        times: When in the day.
        except_on: Which days are left out: weekdays, dates, or both.
        gap: The least time from the end of one bout to the start of the next, or whole
            days of rest between.
        not_at: When not: not after meals, not in the first 30 minutes after waking.
        budget: How much a period holds altogether.
        timing: Whether the days and times matter exactly or are flexible.
        condition: When alone this holds: ``"if the pain is on one side"``.
        preferably: What would be better still: days, times, or words such as
            ``"on most days"``.

    Raises:
        ModelError: If nothing of these is said, or only what would be better still.
    """

    days: Days | Unsaid = attrs.field(default=UNSAID, converter=as_days, kw_only=True)
    times: Times | Unsaid = attrs.field(default=UNSAID, converter=as_times, kw_only=True)
    except_on: tuple[Weekdays | Dates, ...] = attrs.field(
        default=(), converter=as_exceptions, kw_only=True
    )
    gap: Duration | Period | Unsaid = attrs.field(default=UNSAID, converter=_as_gap, kw_only=True)
    not_at: tuple[Around, ...] = attrs.field(default=(), converter=_as_keep_away, kw_only=True)
    budget: tuple[Budget, ...] = attrs.field(default=(), converter=_as_budgets, kw_only=True)
    timing: Exactness | Unsaid = attrs.field(default=UNSAID, converter=_as_exactness, kw_only=True)
    condition: Condition | Unsaid = attrs.field(
        default=UNSAID, converter=_as_condition, kw_only=True
    )
    preferably: Days | Times | Unsaid = attrs.field(
        default=UNSAID, converter=_as_preferably, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        said = (self.days, self.times, self.gap, self.condition)
        around = (self.except_on, self.not_at, self.budget)
        if all(each is UNSAID for each in said) and not any(around):
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
