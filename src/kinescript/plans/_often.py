"""How often something is prescribed becomes rules that a calendar can place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, assert_never

import attrs

from kinescript.model import (
    UNSAID,
    Around,
    AsNeeded,
    At,
    Dates,
    Days,
    DaysPer,
    Duration,
    Every,
    EveryDays,
    Frequency,
    HowOften,
    InAll,
    Moment,
    PerDay,
    Period,
    PeriodUnit,
    Range,
    ThroughTheDay,
    Times,
    Unsaid,
    Weekday,
    Weekdays,
    Words,
)
from kinescript.model._days import excepted
from kinescript.plans._gaps import DAY, FEWEST, days_apart, figure, spacing, time_apart
from kinescript.plans._intervals import bouts_of, days_of, exact, interval_of
from kinescript.plans._obstacles import frequencies, obstacle, why_no_moment
from kinescript.timelines import Policy

Placed: TypeAlias = int | At | Every
"""How many times a day, at which moments, or at which interval, all in exact figures."""


@attrs.frozen
class Often:
    """
    A frequency that a calendar can place: figures are chosen, and moments are known.

    Attributes:
        written: The frequency as prescribed.
        days: On which days, in exact figures.
        times: When in the day.
        gap: How many milliseconds lie at least between two bouts of a day.
        keeps_gap: Whether these days and times leave the gap that is written.
        except_on: Which of these days are left out.
    """

    written: Frequency | Unsaid
    days: Days | Unsaid
    times: Placed
    gap: int = 0
    keeps_gap: bool = True
    except_on: tuple[Weekdays | Dates, ...] = ()

    @property
    def bouts(self) -> int | None:
        """How many times a day; None where the length of the day tells it."""
        match self.times:
            case At(moments):
                return len(moments)
            case Every():
                return None
            case number:
                return number

    def first(self, number: int) -> Often:
        """Return it with only the first of the times that a day has."""
        times = At(self.times.moments[:number]) if isinstance(self.times, At) else number
        return attrs.evolve(self, times=times)


def placeable(often: HowOften, length: int, policy: Policy) -> tuple[Often, ...]:
    """Return what of *often* a calendar can place, for a bout of *length* milliseconds."""
    return tuple(
        _placeable(each, length, policy)
        for each in frequencies(often)
        if isinstance(each, Unsaid) or not obstacle(each, policy)
    )


def _placeable(frequency: Frequency | Unsaid, length: int, policy: Policy) -> Often:
    if isinstance(frequency, Unsaid):
        return Often(UNSAID, UNSAID, policy.assumptions.per_day)
    apart, gap = days_apart(frequency.gap, policy), time_apart(frequency.gap, policy)
    days, times = _when(frequency, length, policy)
    if apart > 1 and isinstance(days, Unsaid):
        days = EveryDays(Period(Range(apart)))
    is_kept = spacing(days) >= apart and (not gap or _leaves(times, gap))
    return Often(frequency, days, times, gap if gap < DAY else 0, is_kept, frequency.except_on)


def _when(frequency: Frequency, length: int, policy: Policy) -> tuple[Days | Unsaid, Placed]:
    every = frequency.times
    apart = days_of(every, policy) if isinstance(every, Every) else 0
    if not isinstance(every, Every) or not apart:
        return _days(frequency, policy), _times(frequency.times, length, policy)
    # A multiple of 24 hours is days, at one time of the day: clocks may change in between.
    days = frequency.days if apart == 1 else EveryDays(Period(Range(apart)))
    return days, 1 if isinstance(every.since, Unsaid) else At(every.since)


def _leaves(times: Placed, gap: int) -> bool:
    """Whether the planner leaves *gap* between the bouts of a day."""
    if isinstance(times, int):
        return times == 1 or gap < DAY
    return isinstance(times, At) and len(times.moments) == 1


def _days(frequency: Frequency, policy: Policy) -> Days | Unsaid:
    match frequency.days:
        case DaysPer(count, written):
            long = policy.count(written.number, policy.choice.days, 1).chosen
            period = Period(long, written.unit)
            usual = min(policy.assumptions.days_per_week, long * FEWEST[period.unit])
            number = policy.count(count, policy.choice.days, usual).chosen
            return _passing_over(DaysPer(Range(number), period), frequency.except_on)
        case EveryDays(Period(number, unit)):
            return EveryDays(Period(policy.count(number, policy.choice.days, 1).chosen, unit))
        case days:
            return days


def _passing_over(days: DaysPer, except_on: Iterable[Weekdays | Dates]) -> DaysPer | Weekdays:
    """Spread days of a week over those that are not left out."""
    weekdays, _ = excepted(except_on)
    left = [each for each in Weekday if each not in weekdays]
    number = min(figure(days.count), len(left))
    if not weekdays or not number or days.period != Period(1, PeriodUnit.WEEK):
        return days
    return Weekdays(left[index * len(left) // number] for index in range(number))


def _times(times: Times | Unsaid, length: int, policy: Policy) -> Placed:
    usual = policy.assumptions.through_the_day
    match times:
        case Unsaid():
            return policy.assumptions.per_day
        case ThroughTheDay() | AsNeeded() | Words():  # the last two have an obstacle
            return usual
        case PerDay(count):
            return policy.count(count, policy.choice.bouts, usual).chosen
        case InAll():
            return bouts_of(times, length, policy)
        case At(moments):
            return At(tuple(_moment(each, policy) for each in moments if not why_no_moment(each)))
        case Every(since=since, to=to):
            return Every(Duration(interval_of(times, policy)), since=since, to=to)
        case _ as unreachable:
            assert_never(unreachable)


def _moment(moment: Moment, policy: Policy) -> Moment:
    return exact_around(moment, policy) if isinstance(moment, Around) else moment


def exact_around(around: Around, policy: Policy) -> Around:
    """Choose how long before or after something a moment is."""
    if isinstance(around.by, Unsaid):
        return around
    return attrs.evolve(around, by=Duration(exact(around.by, policy)))
