"""Which part of a programme something covers."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

import attrs

from kinescript._fields import named, one, one_of, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._days import as_date
from kinescript.model._periods import Period, as_period
from kinescript.model._quantities import UNSAID, Quantity, Unsaid, Words, as_number
from kinescript.model._signs import Until

HowLong: TypeAlias = Period | Words | Unsaid | Until
"""How long a stretch of a programme is."""


def _as_long(value: int | HowLong) -> HowLong:
    if isinstance(value, Until):
        if not isinstance(value.bounds, Period | Unsaid) or value.then is not UNSAID:
            reason = "expected the bounds of a period, such as weeks(2, None), and no time after"
            raise ModelError(Problem(reason))
        return value
    if isinstance(value, Words | Unsaid):
        return value
    length = one(Period, _LENGTH, _in_days(value))
    if length.number.high == 0:
        raise wrong("a period of a day or more, such as weeks(6)", value)
    return length


def _in_days(value: int | Period) -> Period:
    return as_period(value) if isinstance(value, int) else value


_LENGTH = "a Period such as weeks(6), a number of days, Words, UNSAID or Until(...)"


def _as_after(value: int | Period | Unsaid) -> Period | Unsaid:
    if isinstance(value, Unsaid):
        return value
    return as_period(value)


@attrs.frozen(field_transformer=named)
class Span:
    """
    Which part of the programme something covers.

    ``Span(weeks(6))`` is six weeks, ``Span(weeks(2), after=weeks(6))`` the two weeks after
    the first six, and ``Span(Until("full recovery"))`` goes on until then. Spans may overlap.

    Attributes:
        length: How long; a number alone means days, UNSAID that it has no end by time.
        after: How much of the programme comes before it; 0 for one that starts with the
            programme. UNSAID where the source does not say when it starts: a plan then
            starts a phase when the one before it ends, and a part of a phase with the
            phase, and says so.
        sessions: How many sessions it holds.
    """

    length: HowLong = attrs.field(default=UNSAID, converter=_as_long)
    after: Period | Unsaid = attrs.field(default=UNSAID, converter=_as_after, kw_only=True)
    sessions: Quantity = attrs.field(default=UNSAID, converter=as_number, kw_only=True)


def _as_bound(value: date | Unsaid) -> date | Unsaid:
    return value if isinstance(value, Unsaid) else as_date(value)


@attrs.frozen(field_transformer=named)
class Between:
    """
    From one date to another, for what is bound to the calendar.

    ``Between(date(2026, 10, 1), date(2026, 10, 31))`` is October 2026,
    ``Between(last=date(2026, 12, 24))`` ends on Christmas Eve.

    Attributes:
        first: The first day. Where it is UNSAID it starts as a `Span` does that does not
            say when.
        last: The last day, which belongs to it; UNSAID where it has no end by date.

    Raises:
        ModelError: If neither is said, or the last day comes before the first.
    """

    first: date | Unsaid = attrs.field(default=UNSAID, converter=_as_bound)
    last: date | Unsaid = attrs.field(default=UNSAID, converter=_as_bound)

    def __attrs_post_init__(self) -> None:
        if isinstance(self.first, Unsaid):
            if isinstance(self.last, Unsaid):
                raise ModelError(Problem("expected a first day, a last day, or both", "first"))
        elif not isinstance(self.last, Unsaid) and self.last < self.first:
            reason = f"expected no day before {self.first}, got {self.last}"
            raise ModelError(Problem(reason, "last"))


Covers: TypeAlias = Span | Between
"""Which part of a programme something covers: in periods, or from one date to another."""

_COVERS = "a Span such as Span(weeks(6)), or Between(...)"


def as_covers(value: Covers) -> Covers:
    """Accept a span, or dates."""
    return one_of((Span, Between), _COVERS, value)


def as_own_covers(value: Covers | Unsaid) -> Covers | Unsaid:
    """Accept a span or dates, or UNSAID where those of what is around it hold."""
    return one_of((Span, Between, Unsaid), f"{_COVERS}, or UNSAID", value)


def length_of(span: Span) -> Period | None:
    """Return how long *span* is by its figures, or None where it has none."""
    length = span.length.bounds if isinstance(span.length, Until) else span.length
    return length if isinstance(length, Period) else None


def says_start(span: Covers) -> bool:
    """Whether *span* says when it starts."""
    return not isinstance(span.first if isinstance(span, Between) else span.after, Unsaid)


def has_end(span: Covers) -> bool:
    """Whether *span* has an end by time."""
    if isinstance(span, Between):
        return not isinstance(span.last, Unsaid)
    return length_of(span) is not None
