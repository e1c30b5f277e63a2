"""Courses: what something covers, inside of what is around it."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import Final, assert_never

import attrs

from kinescript.model import (
    UNSAID,
    Between,
    Covers,
    Period,
    PeriodUnit,
    Quantity,
    Span,
    Unsaid,
    Until,
    Words,
)
from kinescript.model._span import says_start
from kinescript.volumes._days import Share, days_in
from kinescript.volumes._measures import Given, only_says, unsaid, waits_for
from kinescript.volumes._stretches import WHOLE, Days, Stretch
from kinescript.volumes._totals import NotDetermined

_LONG: Final = {
    PeriodUnit.DAY: (1, 1),
    PeriodUnit.WEEK: (7, 7),
    PeriodUnit.MONTH: (28, 31),
    PeriodUnit.YEAR: (365, 366),
}
_NO_END: Final = unsaid("how long the programme lasts")
_NO_START: Final = NotDetermined("nobody knows on which date the programme starts")
_UNSURE: Final = NotDetermined("it is not sure how much of it lies in what is around it")
_OPEN: Final = (1, inf)


@attrs.frozen
class Course:
    """
    What something covers of a programme.

    Attributes:
        stretch: When it goes on.
        days: How many days it has.
        long: The fewest and the most days that it can have.
        sessions: How many sessions it holds.
        span: What tells it.
    """

    stretch: Stretch = WHOLE
    days: Share = _NO_END
    long: Days = (inf, inf)
    sessions: Quantity = UNSAID
    span: Covers | Unsaid = UNSAID

    def within(self, span: Covers | Unsaid, given: Given) -> Course:
        """Return what *span* covers of it: it starts with it if it does not say when."""
        if isinstance(span, Unsaid) or span in {Span(), self.span}:
            return self
        own = _between(span, self) if isinstance(span, Between) else _spanning(span, self, given)
        stretch = own.stretch.within(self.stretch)
        if not stretch.is_exact:
            stretch = attrs.evolve(stretch, told=(span, self.stretch.told))
        days = self._days_of(own, stretch, is_together=not says_start(span))
        long = _shorter(own, self)
        return attrs.evolve(own, stretch=stretch, days=days, long=long, span=span)

    def without_sessions(self) -> Course:
        """Return it without its number of sessions."""
        return attrs.evolve(self, sessions=UNSAID)

    def _days_of(self, own: Course, cut: Stretch, *, is_together: bool) -> Share:
        """Return how many days there are in both, of which *cut* tells the first and last."""
        around = self.stretch
        if own.stretch.is_whole:
            return self.days
        if own.stretch.has_dates is not around.has_dates and not around.is_whole:
            return _NO_START
        if is_together:
            return _least(own, self)
        is_before_end = self.long[1] == inf or own.stretch.end[1] <= around.end[0]
        if around.is_whole or (is_before_end and own.stretch.start[0] >= around.start[1]):
            return own.days
        if not cut.is_exact or cut.end[0] == inf:
            return own.days if isinstance(own.days, NotDetermined) else _UNSURE
        days = Fraction(max(0, cut.end[0] - cut.start[0]))
        return days, days


PROGRAMME: Final = Course()
"""All of a programme."""


def _shorter(own: Course, around: Course) -> Days:
    fewest, most = map(min, own.long, around.long)
    return fewest, most


def _least(own: Course, around: Course) -> Share:
    """Return the days of the shorter of two that start together."""
    if own.long[1] <= around.long[0] or around.long[1] == inf > own.long[0]:
        return own.days
    if around.long[1] <= own.long[0] or isinstance(around.days, NotDetermined):
        return around.days
    if isinstance(own.days, NotDetermined):
        return own.days
    (low, high), (least, most) = own.days, around.days
    ends = [end for end in (high, most) if end is not None]
    shortest = None if low is None or least is None else min(low, least)
    return shortest, min(ends, default=None)


def _spanning(span: Span, around: Course, given: Given) -> Course:
    """Return what a *span* covers if nothing cuts it short."""
    if isinstance(span.after, Unsaid):
        has_dates, start = around.stretch.has_dates, around.stretch.start
    else:
        has_dates, start = False, _days(span.after)
    days, long = _length(span, given)
    end = (start[0] + max(long[0], 1), start[1] + long[1])
    return Course(Stretch(start, end, has_dates), days, long, span.sessions)


def _length(span: Span, given: Given) -> tuple[Share, Days]:
    match span.length:
        case Period() as period:
            return days_in(period), _days(period)
        case Until(bounds=Period() as bounds) as until if given.takes(until):
            return days_in(bounds), _days(bounds)
        case Until() as until:
            return waits_for(until), _OPEN
        case Words() as words:
            return only_says(words), _OPEN
        case Unsaid():
            return _NO_END, (inf, inf) if span.sessions is UNSAID else _OPEN
        case _ as unreachable:
            assert_never(unreachable)


def _days(period: Period) -> Days:
    least, most = _LONG[period.unit]
    low, high = period.number.low, period.number.high
    return 0 if low is None else int(low) * least, inf if high is None else int(high) * most


def _between(dates: Between, around: Course) -> Course:
    """Return what lies between two *dates*, whenever the programme starts."""
    start = around.stretch.start if around.stretch.has_dates else (-inf, inf)
    end = around.stretch.end if around.stretch.has_dates else (inf, inf)
    if not isinstance(dates.first, Unsaid):
        start = (dates.first.toordinal(), dates.first.toordinal())
    if not isinstance(dates.last, Unsaid):
        end = (dates.last.toordinal() + 1, dates.last.toordinal() + 1)
    stretch = Stretch(start, end, has_dates=True)
    if stretch.is_exact and end[0] < inf:
        number = end[0] - start[0]
        return Course(stretch, (Fraction(number), Fraction(number)), (number, number))
    reason = unsaid("on which day it ends" if end[0] == inf else "on which day it starts")
    return Course(stretch, reason, _OPEN)
