"""How often: a frequency and a span become bouts a day, a week, and in all."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, assert_never

import attrs

from kinescript.model import (
    UNSAID,
    AsNeeded,
    Dates,
    Days,
    DaysPer,
    EveryDay,
    Frequency,
    HowOften,
    PerDay,
    Range,
    Schedule,
    Unsaid,
    Weekday,
    Weekdays,
)
from kinescript.model._days import dates_left, excepted
from kinescript.model._told import condition_words
from kinescript.volumes._bouts import bouts_of
from kinescript.volumes._courses import Course
from kinescript.volumes._days import (
    ALL,
    WEEK,
    Share,
    in_course,
    in_week,
    part_of,
    share_left,
)
from kinescript.volumes._measures import Given, unsaid
from kinescript.volumes._totals import NotDetermined, Total, added, among, first_open, times

_ONE: Final = Range(1)
_NONE: Final = Range(0)
_OR_MORE: Final = Range(0, None)
_NO_DAY: Final = (Fraction(0), Fraction(0))
_NEVER: Final = NotDetermined("no frequency is written")
_MEETING: Final = NotDetermined("its frequencies may fall on the same days")
ANY_WORK: Final = NotDetermined("it is not known which work it takes")
"""The work of a bout where no total of a day is to be dealt out."""


@attrs.frozen
class Often:
    """
    How many bouts there are.

    Attributes:
        per_day: On a day on which it is done.
        per_week: In a week.
        in_all: In the whole of its span.
    """

    per_day: Total
    per_week: Total
    in_all: Total


def often(frequency: HowOften, course: Course, given: Given, work: Total = ANY_WORK) -> Often:
    """Tell how many bouts *frequency* comes to, where each of them has so much *work*."""
    stints = _stints(frequency, given, work)
    sessions = course.sessions
    if isinstance(stints, NotDetermined):
        in_all = sessions if isinstance(sessions, Range) else stints
        return Often(stints, stints, in_all)
    return Often(
        among([stint.bouts for stint in stints if stint.days != _NO_DAY] or [_NONE], _ONE),
        added(times(in_week(stint.rule, stint.days), stint.bouts) for stint in stints),
        sessions if isinstance(sessions, Range) else added(_in(stint, course) for stint in stints),
    )


@attrs.frozen
class _Stint:
    """Some days by their share and, where one tells them, their rule, and each one's bouts."""

    days: Share
    bouts: Total
    rule: Days | Unsaid = UNSAID

    def or_more(self) -> _Stint:
        """Return it with bouts as needed beside its own."""
        return attrs.evolve(self, bouts=added((self.bouts, _OR_MORE)))


def _in(stint: _Stint, course: Course) -> Total:
    if isinstance(stint.rule, Dates):
        return times(Range(len(stint.rule.dates)), stint.bouts)
    return times(in_course(stint.rule, stint.days, course.days), stint.bouts)


def _stints(frequency: HowOften, given: Given, work: Total) -> Sequence[_Stint] | NotDetermined:
    match frequency:
        case Frequency():
            return [_stint(frequency, given, work)]
        case Schedule(frequencies):
            regular = [each for each in frequencies if not isinstance(each.times, AsNeeded)]
            named = regular or frequencies
            stints = _disjoint(named, [_stint(each, given, work) for each in named])
            return stints if len(named) == len(frequencies) else [each.or_more() for each in stints]
        case Unsaid():
            usual = given.number("per_day", _NEVER)
            return usual if isinstance(usual, NotDetermined) else [_Stint(ALL, usual)]
        case _ as unreachable:
            assert_never(unreachable)


def _stint(frequency: Frequency, given: Given, work: Total) -> _Stint:
    if frequency.days is UNSAID and frequency.times is UNSAID:
        return _Stint(unsaid("on which days"), unsaid("when in the day"))
    bouts = bouts_of(frequency.times, given, work)
    if not isinstance(frequency.condition, Unsaid):
        return _Stint(NotDetermined(f"only if “{condition_words(frequency.condition)}”"), bouts)
    days = share_left(frequency.days, frequency.except_on, given)
    if not isinstance(frequency.days, Dates):
        return _Stint(days, bouts, UNSAID if frequency.except_on else frequency.days)
    left = dates_left(frequency.days.dates, frequency.except_on)
    return _Stint(days, bouts, Dates(left)) if left else _Stint(_NO_DAY, bouts)


def _disjoint(frequencies: Sequence[Frequency], stints: Sequence[_Stint]) -> Sequence[_Stint]:
    """Give each day to the last frequency that falls on it, as far as that can be told."""
    if (unknown := first_open(each.days for each in stints)) is not None:
        return [_Stint(unknown, each.bouts) for each in stints]
    named = [weekdays_of(frequency) for frequency in frequencies]
    if all(named):
        later = [set[Weekday]().union(*named[index + 1 :]) for index in range(len(named))]
        shares = [Fraction(len(own - after), 7) for own, after in zip(named, later, strict=True)]
        return [
            _Stint((share, share), each.bouts) for each, share in zip(stints, shares, strict=True)
        ]
    counted = added(part_of(stint.days, WEEK) for stint in stints)
    if all(isinstance(each.days, DaysPer) for each in frequencies) and _fit_a_week(counted):
        return stints
    return [_Stint(_MEETING, each.bouts) for each in stints]


def _fit_a_week(days: Total) -> bool:
    return isinstance(days, Range) and days.high is not None and days.high <= len(Weekday)


def once_on(often: HowOften) -> set[Weekday]:
    """Return the weekdays on which it always is once, at no time of its own."""
    if not isinstance(often, Frequency) or often.condition is not UNSAID:
        return set()
    _, dates = excepted(often.except_on)
    is_once = often.times == PerDay(1) or (often.times is UNSAID and often.days is not UNSAID)
    return weekdays_of(often) if is_once and not dates else set()


def weekdays_of(frequency: Frequency) -> set[Weekday]:
    """Return the weekdays on which it falls, where it always falls on the same ones."""
    left_out, _ = excepted(frequency.except_on)
    match frequency.days:
        case EveryDay() | Unsaid():
            return set(Weekday) - left_out
        case Weekdays(named):
            return set(named) - left_out
        case _:
            return set()
