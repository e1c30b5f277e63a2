"""Spans out of their trees: for how long, and from when."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

import attrs
from lark import Token

from kinescript.model import (
    UNSAID,
    Between,
    Period,
    PeriodUnit,
    Range,
    Span,
    Until,
)
from kinescript.notation._quantities import or_unsaid, period_unit, whole
from kinescript.notation._types import Value


def calendar_date(token: Token) -> date:
    """
    Return a date.

    Raises:
        ValueError: If there is no such date.
    """
    try:
        return date.fromisoformat(token)
    except ValueError:
        raise ValueError(f"expected a date such as 2026-12-01, got {token}") from None


def _lasting(length: Value, condition: Value) -> Value:
    return length if condition is None else Until(condition, length)


def _span_for(length: Value, condition: Value, sessions: Value) -> Span:
    return Span(_lasting(length, condition), sessions=or_unsaid(sessions))


def _span_after(after: Value, length: Value, condition: Value, sessions: Value) -> Span:
    lasting = UNSAID if length is None else length
    return Span(_lasting(lasting, condition), after=after, sessions=or_unsaid(sessions))


@attrs.frozen
class Turning:
    """That the routines of a phase take turns."""


@attrs.frozen
class Numbered:
    """
    Weeks, days or months by their numbers: "weeks 7-12".

    Attributes:
        unit: What is numbered.
        first: The first number; 0 where they are told by how much has elapsed.
        last: The last number; None where they go on.
        lasting: How long they go on, where no last number says it.
    """

    unit: PeriodUnit
    first: int
    last: int | None
    lasting: Period | None = None

    def span(self, *, is_elapsing: bool = False) -> Span:
        """
        Return what they cover.

        Numbers count from 1 and hold the last one, so that weeks 7-12 are six. Where they
        are elapsing, weeks 2-6 are the four after the second.
        """
        before = self.first if is_elapsing or not self.first else self.first - 1
        after = Period(before, self.unit) if before else Period(0)
        lasting = UNSAID if self.lasting is None else self.lasting
        length = lasting if self.last is None else Period(self.last - before, self.unit)
        return Span(length, after=after)


def _numbered(unit: Token, bounds: Range) -> Numbered:
    low, high = bounds.low, bounds.high
    if not isinstance(low, int) or not isinstance(high, int | None) or high == 0:
        raise ValueError("expected one or two whole numbers, as in weeks 7-12")
    return Numbered(period_unit(unit), low, high)


def _from(unit: Token, number: Token, length: Period | None = None) -> Value:
    """Read "from week 3" as weeks without an end, or with one after a length."""
    return Numbered(period_unit(unit), whole(number), None, lasting=length)


def _span_bare(bounds: Range, unit: Token) -> Value:
    """Read "6 weeks" as how long, and "0-2 weeks" as between which; "2-6 weeks" can be both."""
    if bounds.is_exact or None in {bounds.low, bounds.high}:
        return Span(Period(bounds, period_unit(unit)))
    if bounds.low == 0:
        return _numbered(unit, bounds)
    told = f"{bounds.low}-{bounds.high} {unit}"
    numbered = f"{period_unit(unit).value}s {bounds.low}-{bounds.high}"
    raise ValueError(f"{told} can mean two things: expected `for {told}` or `{numbered}`")


def _after(number: int, unit: Token) -> Period:
    return Period(number, period_unit(unit)) if number else Period(0)


SPANS: Final[dict[str, Callable[..., Value]]] = {
    "span_for": _span_for,
    "span_at_once": lambda *found: _span_after(Period(0), *found),
    "span_after": lambda *found: _span_after(*([UNSAID] * (4 - len(found))), *found),
    "span_sessions": lambda sessions: Span(sessions=sessions),
    "span_until": lambda condition, sessions: Span(Until(condition), sessions=or_unsaid(sessions)),
    "span_ordinal": _numbered,
    "turning": Turning,
    "span_bare": _span_bare,
    "span_dates": lambda *days: Between(*map(calendar_date, days)),
    "span_until_date": lambda last: Between(UNSAID, calendar_date(last)),
    "span_from": _from,
    "span_after_number": lambda unit, number: Span(after=_after(whole(number), unit)),
}
