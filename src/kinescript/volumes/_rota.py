"""Rotas: routines that take turns become how often each of them, and all together, are done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, assert_never

import attrs

from kinescript.model import (
    Cycle,
    EveryDay,
    Frequency,
    HowOften,
    PerDay,
    Range,
    Schedule,
    Unsaid,
)
from kinescript.volumes._courses import Course
from kinescript.volumes._days import in_any_week
from kinescript.volumes._measures import Given, unsaid
from kinescript.volumes._often import Often, often
from kinescript.volumes._stretches import Days
from kinescript.volumes._totals import (
    NotDetermined,
    Total,
    added,
    among,
    ends,
    outwards,
    rounded_up,
    times,
)

_ONE: Final = Range(1)
_NO_NUMBER: Final = NotDetermined("routines take turns on the days of one frequency")
_UNCOUNTED: Final = NotDetermined("which routine has how many turns depends on how many there are")
_UNSAID: Final = unsaid("on which days")


@attrs.frozen
class Turn:
    """
    Which of the days of a phase something has.

    Attributes:
        at: Which of those that take turns it is, from 0.
        of: How many there are.
        since: When the phase starts, from which days are counted.
    """

    at: int
    of: int
    since: Days

    def often(self, bouts: Total, days: Often, start: Days) -> Often:
        """Tell how many of the *days* are its own, each with so many *bouts*, from a *start*."""
        in_all = self._in_all(days.in_all) if start == self.since else _UNCOUNTED
        return Often(bouts, times(self._in_week(days.per_week), bouts), times(in_all, bouts))

    def _in_week(self, days: Total) -> Total:
        if isinstance(days, NotDetermined):
            return days
        low, high = (None if end is None else end / self.of for end in ends(days))
        return outwards(low, high)

    def _in_all(self, days: Total) -> Total:
        if isinstance(days, NotDetermined):
            return days
        number = _exact(days)
        return _UNCOUNTED if number is None else Range(_share(number, self.at, self.of))


def days_due(frequency: HowOften, course: Course, given: Given) -> Often:
    """Tell on how many days *frequency* falls; of a number of sessions, each has its day."""
    match frequency:
        case Schedule():
            return Often(_NO_NUMBER, _NO_NUMBER, _NO_NUMBER)
        case Frequency(days=Unsaid(), times=Unsaid()):
            return Often(_UNSAID, _UNSAID, _UNSAID)
        case Frequency():
            once = attrs.evolve(frequency, times=PerDay(1))
        case Unsaid():
            once = Frequency(days=EveryDay())
        case _ as unreachable:
            assert_never(unreachable)
    usual = often(frequency, course, given)
    found = often(once, course.without_sessions(), given)
    if isinstance(once.days, Cycle):
        found = attrs.evolve(found, per_week=in_any_week(once.days))
    if isinstance(frequency, Unsaid) and isinstance(usual.per_day, NotDetermined):
        return usual
    is_counted = isinstance(course.sessions, Range) and usual.per_day == _ONE
    return attrs.evolve(found, in_all=usual.in_all) if is_counted else found


def in_week(totals: Sequence[Total], days: Total) -> Total:
    """Return what a week of so many *days* has of those that take turns, wherever it begins."""
    if len(set(totals)) == 1:
        return times(totals[0], days)
    if not isinstance(days, Range) or days.low is None or days.high is None:
        return days if isinstance(days, NotDetermined) else _UNCOUNTED
    low, high = ends(days)
    numbers = range(int((low or Fraction(0)) // 1), int(rounded_up(high) or 0) + 1)
    sums = [each for number in numbers for each in _from_any(totals, number)]
    return among(sums, _ONE) if len(set(sums)) > 1 else sums[0]


def _from_any(totals: Sequence[Total], number: int) -> Iterator[Total]:
    """Yield what so many turns have, from any of them on."""
    of = len(totals)
    whole = times(added(totals), Range(number // of))
    for start in range(of):
        some = (totals[(start + index) % of] for index in range(number % of))
        yield added((whole, *some))


def in_all(totals: Sequence[Total], days: Total) -> Total:
    """Return what so many *days* have of those that take turns, from the first one on."""
    if len(set(totals)) == 1:
        return times(totals[0], days)
    number = None if isinstance(days, NotDetermined) else _exact(days)
    if number is None:
        return days if isinstance(days, NotDetermined) else _UNCOUNTED
    of = len(totals)
    return added(times(each, Range(_share(number, at, of))) for at, each in enumerate(totals))


def _exact(days: Range) -> int | None:
    low, high = ends(days)
    return None if low is None or low != high or low.denominator > 1 else int(low)


def _share(number: int, at: int, of: int) -> int:
    """Return how many of so many turns the one *at* a place has."""
    return max(0, -((at - number) // of))
