"""How often: a frequency and a span become bouts a day, a week, and in all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Final, assert_never

import attrs

from kinescript.model import (
    UNSAID,
    AsNeeded,
    At,
    Dates,
    DaysPer,
    Every,
    EveryDay,
    Frequency,
    HowOften,
    InAll,
    PerDay,
    Range,
    Schedule,
    Span,
    ThroughTheDay,
    Times,
    Unsaid,
    Weekday,
    Weekdays,
    Words,
)
from kinescript.volumes._days import ALL, WEEK, Share, days_of, part_of, share_of, whole
from kinescript.volumes._measures import Given, only_says, sign_names, unsaid
from kinescript.volumes._totals import (
    NotDetermined,
    Total,
    added,
    among,
    exactly,
    fitting,
    times,
)

_ONE: Final = Range(1)
_DAY: Final = timedelta(days=1)
_NEVER: Final = NotDetermined("no frequency is written")
_MEETING: Final = NotDetermined("its frequencies may fall on the same days")


@attrs.frozen
class Often:
    """
    How many bouts there are.

    Attributes:
        per_day: On a day on which it is done.
        per_week: In a week.
        in_all: In the whole of its span.
        is_daily: Whether it is done every day.
    """

    per_day: Total
    per_week: Total
    in_all: Total
    is_daily: bool = False


def often(frequency: HowOften, span: Span | Unsaid, given: Given, *, is_own: bool) -> Often:
    """
    Tell how many bouts *frequency* comes to.

    The sessions that a span holds are those of its routines, so they say nothing of an
    item whose frequency *is its own*.
    """
    stints = _stints(frequency, given)
    sessions = UNSAID if isinstance(span, Unsaid) or is_own else span.sessions
    if isinstance(stints, NotDetermined):
        in_all = sessions if isinstance(sessions, Range) else stints
        return Often(stints, stints, in_all)
    weekly = [times(part_of(stint.days, WEEK), stint.bouts) for stint in stints]
    return Often(
        among([stint.bouts for stint in stints], _ONE),
        added(weekly),
        sessions if isinstance(sessions, Range) else added(_in(stint, span) for stint in stints),
        is_daily=[stint.days for stint in stints] == [ALL],
    )


@attrs.frozen
class _Stint:
    """Some days, and the bouts on each of them."""

    days: Share
    bouts: Total
    dates: int | None = None


def _in(stint: _Stint, span: Span | Unsaid) -> Total:
    if stint.dates is not None:
        return times(Range(stint.dates), stint.bouts)
    return times(whole(part_of(stint.days, days_of(span))), stint.bouts)


def _stints(frequency: HowOften, given: Given) -> Sequence[_Stint] | NotDetermined:
    match frequency:
        case Frequency():
            return [_stint(frequency, given)]
        case Schedule(frequencies):
            return _disjoint(frequencies, [_stint(each, given) for each in frequencies])
        case Unsaid():
            usual = given.number("per_day", _NEVER)
            return usual if isinstance(usual, NotDetermined) else [_Stint(ALL, usual)]
        case _ as unreachable:
            assert_never(unreachable)


def _stint(frequency: Frequency, given: Given) -> _Stint:
    days = share_of(frequency.days, given)
    if frequency.days is UNSAID and frequency.times is UNSAID:
        return _Stint(unsaid("on which days"), unsaid("when in the day"))
    bouts = _bouts(frequency.times, given)
    if not isinstance(frequency.condition, Unsaid):
        return _Stint(NotDetermined(f"only if “{sign_names(frequency.condition)}”"), bouts)
    dates = len(frequency.days.dates) if isinstance(frequency.days, Dates) else None
    return _Stint(days, bouts, dates)


def _disjoint(frequencies: Sequence[Frequency], stints: Sequence[_Stint]) -> Sequence[_Stint]:
    """Give each day to the last frequency that falls on it, as far as that can be told."""
    unknown = next((each.days for each in stints if isinstance(each.days, NotDetermined)), None)
    if unknown is not None:
        return [_Stint(unknown, each.bouts) for each in stints]
    named = [_weekdays(frequency) for frequency in frequencies]
    if all(named):
        later = [set[Weekday]().union(*named[index + 1 :]) for index in range(len(named))]
        shares = [Fraction(len(own - after), 7) for own, after in zip(named, later, strict=True)]
        return [
            attrs.evolve(each, days=(share, share))
            for each, share in zip(stints, shares, strict=True)
        ]
    counted = added(part_of(stint.days, WEEK) for stint in stints)
    if all(isinstance(each.days, DaysPer) for each in frequencies) and _fit_a_week(counted):
        return stints
    return [_Stint(_MEETING, each.bouts) for each in stints]


def _fit_a_week(days: Total) -> bool:
    return isinstance(days, Range) and days.high is not None and days.high <= len(Weekday)


def _weekdays(frequency: Frequency) -> set[Weekday]:
    match frequency.days:
        case EveryDay() | Unsaid():
            return set(Weekday)
        case Weekdays(named):
            return set(named)
        case _:
            return set()


def _bouts(written: Times | Unsaid, given: Given) -> Total:  # noqa: PLR0911
    match written:
        case Unsaid():
            return _ONE
        case PerDay(count):
            return given.count(count, "through_the_day")
        case At(moments):
            return Range(len(moments))
        case Every():
            return _every(written)
        case InAll(bouts=bouts):
            return given.count(bouts, "through_the_day")
        case AsNeeded(most=Range(high=high)) if high is not None:
            return Range(None, high)
        case AsNeeded():
            return given.number("through_the_day", unsaid("how many times a day"))
        case ThroughTheDay():
            return given.number("through_the_day", unsaid("how many times a day"))
        case Words():
            return given.number("through_the_day", only_says(written))
        case _ as unreachable:
            assert_never(unreachable)


def _every(every: Every) -> Total:
    """Count the starts from the first to the last moment, both of them among them."""
    if every.during:
        return NotDetermined(f"its clock runs only while “{every.during}”")
    if not isinstance(every.since, time) or not isinstance(every.to, time):
        return NotDetermined("between which times of the day is not written")
    first, last = (datetime.combine(date.min, at) for at in (every.since, every.to))
    long = ((last - first) % _DAY or _DAY) // timedelta(milliseconds=1)
    later = fitting(exactly(Fraction(long), Fraction(long)), every.interval.milliseconds)
    return added((_ONE, later))
