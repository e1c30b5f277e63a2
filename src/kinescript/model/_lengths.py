"""How long: Duration, Breaths and Counts, and the short ways to write them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TypeAlias

import attrs

from kinescript._fields import named, wrong
from kinescript.errors import ModelError, Problem, TimelineError
from kinescript.model._quantities import (
    UNSAID,
    Bound,
    Number,
    Range,
    Unsaid,
    as_amount,
    bounded,
)

_MILLISECOND = timedelta(milliseconds=1)
_THOUSANDTH = Range(Decimal("0.001"))
_FRACTIONS_BELOW = 10**12


def _whole_range(value: int | Range) -> Range:
    bounds = as_amount(value)
    if not bounds.is_whole:
        raise wrong("whole numbers", value)
    return bounds


def _measured(value: int | Range) -> Range:
    bounds = _whole_range(value)
    if bounds.high == 0:
        raise wrong("a whole number of 1 or more or a range", value)
    return bounds


@attrs.frozen(field_transformer=named)
class Duration:
    """
    A length of time, exact to the millisecond.

    Write it as ``seconds(10)``, ``seconds(5, 10)`` or ``minutes(2)``.

    Attributes:
        milliseconds: The range, in milliseconds.
    """

    milliseconds: Range = attrs.field(converter=_whole_range)

    @property
    def low(self) -> timedelta | None:
        """
        The low bound, or None where that end is open.

        Raises:
            TimelineError: If it is longer than ``timedelta.max``.
        """
        return _as_timedelta(self.milliseconds.low)

    @property
    def high(self) -> timedelta | None:
        """
        The high bound, or None where that end is open.

        Raises:
            TimelineError: If it is longer than ``timedelta.max``.
        """
        return _as_timedelta(self.milliseconds.high)

    def __repr__(self) -> str:
        if _is_long(self.milliseconds):
            return f"Duration({self.milliseconds!r})"
        return f"seconds{repr(self.milliseconds * _THOUSANDTH).removeprefix('Range')}"

    def __str__(self) -> str:
        if _is_long(self.milliseconds):
            return f"{self.milliseconds} ms"
        return f"{self.milliseconds * _THOUSANDTH} s"


@attrs.frozen(field_transformer=named)
class Breaths:
    """
    A length counted in breaths, not in seconds until an assumption says so.

    Attributes:
        count: How many breaths.
    """

    count: Range = attrs.field(converter=_measured)

    def __repr__(self) -> str:
        return _call("Breaths", self.count)

    def __str__(self) -> str:
        return f"{self.count} {'breath' if self.count == Range(1) else 'breaths'}"


@attrs.frozen(field_transformer=named)
class Counts:
    """
    A length in spoken counts ("hold to the count of five"), not claimed to be seconds.

    Attributes:
        count: How far to count.
    """

    count: Range = attrs.field(converter=_measured)

    def __repr__(self) -> str:
        return _call("Counts", self.count)

    def __str__(self) -> str:
        return f"{self.count} {'count' if self.count == Range(1) else 'counts'}"


def _call(kind: str, bounds: Range) -> str:
    return f"{kind}({bounds.low if bounds.is_exact else bounds!r})"


def _as_timedelta(milliseconds: Number | None) -> timedelta | None:
    try:
        return None if milliseconds is None else int(milliseconds) * _MILLISECOND
    except OverflowError:
        reason = f"expected at most timedelta.max, got {milliseconds} ms"
        raise TimelineError(reason) from None


def _is_long(milliseconds: Range) -> bool:
    """Whether a bound is too long to be told in seconds and thousandths."""
    return any(
        bound is not None and bound >= _FRACTIONS_BELOW
        for bound in (milliseconds.low, milliseconds.high)
    )


Measured: TypeAlias = Duration | Breaths | Counts
"""A length with a figure: time, breaths or spoken counts."""


def seconds(low: Bound, high: Bound | Unsaid = UNSAID) -> Duration:
    """
    Return a length in seconds: exact, from *low* to *high*, or open at None.

    >>> seconds(5, 10)
    seconds(5, 10)
    >>> seconds(30, None).low
    datetime.timedelta(seconds=30)
    """
    return _duration(low, high, 1000)


def minutes(low: Bound, high: Bound | Unsaid = UNSAID) -> Duration:
    """Return a length in minutes: exact, from *low* to *high*, or open at None."""
    return _duration(low, high, 60_000)


def hours(low: Bound, high: Bound | Unsaid = UNSAID) -> Duration:
    """Return a length in hours: exact, from *low* to *high*, or open at None."""
    return _duration(low, high, 3_600_000)


def breaths(low: Bound, high: Bound | Unsaid = UNSAID) -> Breaths:
    """Return a length in breaths: exact, from *low* to *high*, or open at None."""
    return Breaths(bounded(low, high))


def counts(low: Bound, high: Bound | Unsaid = UNSAID) -> Counts:
    """Return a length in spoken counts: exact, from *low* to *high*, or open at None."""
    return Counts(bounded(low, high))


def _duration(low: Bound, high: Bound | Unsaid, unit: int) -> Duration:
    bounds = bounded(low, high) * unit
    if not bounds.is_whole:
        raise ModelError(Problem("expected whole milliseconds: at most three digits of a second"))
    return Duration(bounds)


def as_duration(value: timedelta) -> Duration:
    """Accept an exact length of time."""
    if value < timedelta(0) or value % _MILLISECOND:
        raise wrong("a timedelta of 0 or more in whole milliseconds", value)
    return Duration(Range(value // _MILLISECOND))
