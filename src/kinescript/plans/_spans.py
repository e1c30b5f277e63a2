"""Which dates a part of a programme covers."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from kinescript.agendas import stepped
from kinescript.model import (
    Between,
    Covers,
    Period,
    PeriodUnit,
    Range,
    Unsaid,
)
from kinescript.model._span import length_of
from kinescript.timelines import Policy

FIRST = date(2, 1, 1)
LAST = date(9998, 12, 31)
"""The first and last dates that are planned: clocks everywhere can show them."""

_DAY = timedelta(days=1)
_AT_ONCE = Period(0)
_OF_MONTHS = {PeriodUnit.MONTH: 1, PeriodUnit.YEAR: 12}


@attrs.frozen
class Course:
    """
    The dates from a first to a last one, both inclusive.

    Attributes:
        first: The first date.
        last: The last one; `LAST` where there is no end, and before the first where there
            is no date at all.
    """

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def is_empty(self) -> bool:
        """Whether it has no date at all."""
        return self.last < self.first

    @property
    def over(self) -> date:
        """The date on which what follows it starts."""
        return max(self.first, self.last + _DAY)

    def within(self, other: Course) -> Course | None:
        """Return the dates that lie in both, or None if there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Course(first, last) if first <= last else None


_NEVER = Course(date.max, date.min)


def course_of(span: Covers, start: date, policy: Policy, since: date) -> Course:
    """
    Return what *span* covers of a programme from *start*.

    It starts on the date *since* if it does not say when.
    """
    if isinstance(span, Between):
        return _between(span, start, since)
    if isinstance(span.after, Unsaid):
        start, after = since, _AT_ONCE
    else:
        after = exactly(span.after, policy)
    first = _after(start, after)
    length = length_of(span)
    if first > LAST:
        return _NEVER
    if length is None:
        return Course(max(first, FIRST), LAST)
    end = _end(start, after, exactly(length, policy))
    before = date.fromordinal(max(end.toordinal() - 1, 1))
    return Course(max(first, FIRST), min(before, LAST))


def _between(span: Between, start: date, since: date) -> Course:
    """Return the dates that are no earlier than the programme."""
    first = since if isinstance(span.first, Unsaid) else max(span.first, start)
    last = LAST if isinstance(span.last, Unsaid) else min(span.last, LAST)
    return _NEVER if first > LAST else Course(max(first, FIRST), last)


def why_empty(span: Covers, course: Course) -> str:
    """Return why *span* covers no date, as its *course* shows."""
    if course.first > LAST:
        return "it starts after all dates that can be planned"
    if isinstance(span, Between):
        return f"it is over on {span.last}, and could not start before {course.first}"
    return "it lasts no day, at the length that is planned"


def exactly(period: Period, policy: Policy) -> Period:
    """Choose how long a period of a programme is."""
    number = policy.count(period.number, policy.choice.spans, 0).chosen
    return Period(Range(number), period.unit)


def _after(day: date, period: Period) -> date:
    return stepped(day, int(period.number.low or 0), period.unit)


def _end(start: date, after: Period, length: Period) -> date:
    """Return the date after the last one."""
    if after.unit in _OF_MONTHS and length.unit in _OF_MONTHS:
        # Months are counted from the start: the third one after 31 January begins in March
        # on the 31st, not on the 28th as the second one would have it.
        months = sum(int(each.number.low or 0) * _OF_MONTHS[each.unit] for each in (after, length))
        return stepped(start, months, PeriodUnit.MONTH)
    return _after(_after(start, after), length)
