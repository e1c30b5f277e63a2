"""Which dates a part of a programme covers."""

from __future__ import annotations

from datetime import date

import attrs

from kinescript.agendas import stepped
from kinescript.model import Period, PeriodUnit, Range, Span, Unsaid, Until
from kinescript.timelines import Policy

FIRST = date(2, 1, 1)
LAST = date(9998, 12, 31)
"""The first and last dates that are planned: clocks everywhere can show them."""

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


def length_of(span: Span) -> Period | None:
    """Return how long *span* is by its figures, or None where it has none."""
    length = span.length.bounds if isinstance(span.length, Until) else span.length
    return length if isinstance(length, Period) else None


def course_of(span: Span, start: date, policy: Policy) -> Course | None:
    """Return what *span* covers of a programme from *start*, or None if no date starts it."""
    if isinstance(span.after, Unsaid):
        return None
    after = exactly(span.after, policy)
    first = _after(start, after)
    length = length_of(span)
    if first > LAST:
        return Course(date.max, date.min)
    if length is None:
        return Course(max(first, FIRST), LAST)
    end = _end(start, after, exactly(length, policy))
    before = date.fromordinal(max(end.toordinal() - 1, 1))
    return Course(max(first, FIRST), min(before, LAST))


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
