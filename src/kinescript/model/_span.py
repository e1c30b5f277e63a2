"""Which part of a programme something covers."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from kinescript._fields import named, one, one_of, wrong
from kinescript.errors import ModelError, Problem
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

    ``Span(weeks(6))`` is the first six weeks, ``Span(weeks(2), after=weeks(6))`` the two
    weeks after them, and ``Span(Until("full recovery"))`` goes on until then. Spans may
    overlap; one is never inferred from the order of phases.

    Attributes:
        length: How long; a number alone means days, UNSAID that it has no end by time.
        after: How much of the programme comes before it; UNSAID where only an entry
            criterion says when it starts.
        sessions: How many sessions it holds.
    """

    length: HowLong = attrs.field(default=UNSAID, converter=_as_long)
    after: Period | Unsaid = attrs.field(default=Period(0), converter=_as_after, kw_only=True)
    sessions: Quantity = attrs.field(default=UNSAID, converter=as_number, kw_only=True)


def as_span(value: Span) -> Span:
    """Accept a span."""
    return one(Span, "a Span such as Span(weeks(6))", value)


def as_own_span(value: Span | Unsaid) -> Span | Unsaid:
    """Accept a span, or UNSAID where that of what is around it holds."""
    return one_of((Span, Unsaid), "a Span such as Span(weeks(6)), or UNSAID", value)
