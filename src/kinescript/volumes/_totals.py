"""Totals: ranges that add and multiply, and what cannot be told because something is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

import attrs

from kinescript.errors import ModelError
from kinescript.model import Number, Range


@attrs.frozen
class NotDetermined:
    """
    A total that the prescription does not settle.

    Attributes:
        reason: Why not, such as ``"the source says only “several”"``.
    """

    reason: str

    def __str__(self) -> str:
        return f"not determined: {self.reason}"


Total: TypeAlias = Range | NotDetermined
"""How much in all: a range, or why it cannot be told."""

Ends: TypeAlias = tuple[Fraction | None, Fraction | None]
"""The low and high end of something, None where it is open."""

NONE: Final = Range(0)
"""None at all, which is known."""

_TOO_LARGE: Final = NotDetermined("the number is too large")
INEXACT: Final = NotDetermined("it is no exact number")
"""Not to be told in six decimals."""

_OPEN: Final = Range(0, None)
_MILLION: Final = 10**6


def added(totals: Iterable[Total]) -> Total:
    """Add endpoint by endpoint; one total that is not determined makes the sum so."""
    found: list[Range] = []
    for each in totals:
        if isinstance(each, NotDetermined):
            return each
        if each is not NONE:
            found.append(each)
    if len(found) < 2:  # noqa: PLR2004
        return found[0] if found else NONE
    if all(each.is_whole for each in found):
        # Adding the ends at once makes one range, and not one for each of many parts.
        low, high = _sum_of(each.low for each in found), _sum_of(each.high for each in found)
        return _OPEN if low is None and high is None else Range(low, high)
    total: Total = NONE
    for each in found:
        total = _guarded(total.__add__, each) if isinstance(total, Range) else total
    return total


def _sum_of(ends: Iterable[Number | None]) -> Number | None:
    total: Number = 0
    for end in ends:
        if end is None:
            return None
        total += int(end)
    return total


def times(one: Total, other: Total) -> Total:
    """Multiply endpoint by endpoint; none of something unknown is still none."""
    if _is(0, one) or _is(0, other):
        return NONE
    if isinstance(one, NotDetermined) or _is(1, other):
        return one
    return other if isinstance(other, NotDetermined) else _guarded(one.__mul__, other)


def _is(number: int, total: Total) -> bool:
    """Whether *total* is exactly that *number*, which is told faster than by comparing ranges."""
    return isinstance(total, Range) and total.low == number == total.high


def _guarded(combine: Callable[[Range], Range], other: Range) -> Total:
    try:
        return combine(other)
    except ModelError:
        return _TOO_LARGE


def agreed(totals: Sequence[Total], reason: str) -> Total:
    """Return the total that all have; else it is not determined, for *reason*."""
    if not totals:
        return NONE
    if len(set(totals)) == 1:
        return totals[0]
    return first_open(totals) or NotDetermined(reason)


def first_open(totals: Iterable[object]) -> NotDetermined | None:
    """Return the first that is not determined, if any is."""
    return next((each for each in totals if isinstance(each, NotDetermined)), None)


def among(totals: Sequence[Total], number: Total) -> Total:
    """Return what *number* of the *totals* come to, whichever they are."""
    if len(set(totals)) == 1:
        return times(totals[0], number)
    if isinstance(number, NotDetermined):
        return number
    if (unknown := first_open(totals)) is not None:
        return unknown
    known = [each for each in totals if isinstance(each, Range)]
    fewest, most = number.low, len(known) if number.high is None else number.high
    lows, highs = zip(*map(ends, known), strict=True)
    low = None if fewest is None else _sum(lows, slice(None, int(fewest)))
    return exactly(low, _sum(highs, slice(-int(most), None)))


def _sum(found: Iterable[Fraction | None], part: slice) -> Fraction | None:
    """Add a part of what is found, from the least to the greatest; None if an end is open."""
    known = tuple(found)
    if None in known:
        return None
    return sum(sorted(end for end in known if end is not None)[part], Fraction(0))


def one_less(number: Total) -> Total:
    """Return how many gaps there are between *number* things."""
    if isinstance(number, NotDetermined):
        return number
    low, high = (None if end is None else max(end - 1, Fraction(0)) for end in ends(number))
    return exactly(Fraction(0) if high == 0 else low, high)


def left(whole: Total, used: Total) -> Total:
    """Return what is left of *whole* when *used* is gone; nothing where that is more."""
    if isinstance(whole, NotDetermined):
        return whole
    if isinstance(used, NotDetermined):
        return used
    (low, high), (least, most) = ends(whole), ends(used)
    return exactly(
        None if low is None or most is None else max(low - most, Fraction(0)),
        None if high is None else max(high - (least or 0), Fraction(0)),
    )


def greater(one: Total, other: Total) -> Total:
    """Return the greater of two, end by end."""
    if isinstance(one, NotDetermined):
        return one
    if isinstance(other, NotDetermined):
        return other
    (low, high), (least, most) = ends(one), ends(other)
    return exactly(
        max(low or Fraction(0), least or Fraction(0)),
        None if high is None or most is None else max(high, most),
    )


def fitting(whole: Total, each: Total) -> Total:
    """Return how many times *each* fits into *whole*, in whole times."""
    if isinstance(whole, NotDetermined):
        return whole
    if isinstance(each, NotDetermined):
        return each
    if each == NONE:
        return NotDetermined("how much of it one takes is not known")
    (low, high), (least, most) = ends(whole), ends(each)
    fewest = None if low is None or not most else low // most
    utmost = None if high is None or not least else high // least
    return exactly(
        None if fewest is None else Fraction(fewest), None if utmost is None else Fraction(utmost)
    )


def covering(whole: Total, each: Total) -> Total:
    """Return how many of *each* it takes for all of *whole*; the last one may be cut short."""
    quotient = _quotient(whole, each)
    if isinstance(quotient, NotDetermined):
        return quotient
    low, high = quotient
    return exactly(rounded_up(low), rounded_up(high))


def rounded_up(end: Fraction | None) -> Fraction | None:
    """Return the next whole number; None for an open end."""
    return None if end is None else Fraction(-(-end // 1))


def outwards(low: Fraction | None, high: Fraction | None) -> Total:
    """Return the whole numbers around what lies between two fractions."""
    return exactly(None if low is None else Fraction(low // 1), rounded_up(high))


def divided(whole: Total, number: Total) -> Total:
    """Return what each has of *whole* when so many share it."""
    quotient = _quotient(whole, number)
    return quotient if isinstance(quotient, NotDetermined) else exactly(*quotient)


def _quotient(whole: Total, by: Total) -> Ends | NotDetermined:
    if isinstance(whole, NotDetermined):
        return whole
    if isinstance(by, NotDetermined):
        return by
    (low, high), (least, most) = ends(whole), ends(by)
    return (
        None if low is None or not most else low / most,
        None if high is None or not least else high / least,
    )


def ends(bounds: Range) -> Ends:
    """Return the ends of *bounds* as fractions."""
    low, high = bounds.low, bounds.high
    return None if low is None else Fraction(low), None if high is None else Fraction(high)


def exactly(low: Fraction | None, high: Fraction | None) -> Total:
    """Return the range between two fractions, if it is exact to six decimals."""
    if low is None and high is None:
        return _OPEN
    if any(end is not None and _MILLION % end.denominator for end in (low, high)):
        return INEXACT
    try:
        return Range(_number(low), _number(high))
    except ModelError:
        return _TOO_LARGE


def _number(end: Fraction | None) -> Number | None:
    if end is None:
        return None
    if end.denominator == 1:
        return end.numerator
    return Decimal(f"{end.numerator * (_MILLION // end.denominator)}E-6")
