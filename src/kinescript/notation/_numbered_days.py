"""Days by number, and cycles of several units, out of their trees."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lark import Token

from kinescript.model import Cycle, DaysOf, Period, PeriodUnit, Range
from kinescript.notation._quantities import period_unit, whole
from kinescript.notation._types import Value


def cycle_of(
    on: Range, unit: Token, off: Range, other: Token, counted: Token | None, start: Token | None
) -> Cycle:
    """
    Return "2 weeks on 1 week off", perhaps from one of its weeks on.

    Raises:
        ValueError: If these are of several units, or no whole numbers.
    """
    units = {period_unit(each) for each in (unit, other, counted) if each is not None}
    if len(units) > 1:
        raise ValueError(f"expected one unit for what is on and off, got {unit} and {other}")
    first = 0 if start is None else whole(start) - 1
    return Cycle(_one(on), _one(off), unit=units.pop(), start=first)


def _one(bounds: Range) -> int:
    if not isinstance(bounds.low, int) or not bounds.is_exact:
        raise ValueError(f"expected one whole number, got {bounds}")
    return bounds.low


def numbered_of(*found: Value) -> Period:
    """Return of what days are numbered: "of 7 days", "of the month"."""
    *bounds, unit = found
    number: Range = bounds[0] if bounds else Range(1)
    return Period(number, PeriodUnit.DAY if unit is None else period_unit(unit))


def days_of(*found: Value) -> DaysOf:
    """
    Return "days 1, 3, 5 of 7 days", or "the 1st and 15th of the month".

    Raises:
        ValueError: If what is numbered is no days, or a number is none.
    """
    *numbers, period = found
    if isinstance(numbers[0], Token) and numbers[0].type == "PERIOD":
        unit = numbers.pop(0)
        if period_unit(unit) is not PeriodUnit.DAY:
            raise ValueError(f"expected days, as in days 1, 3, 5 of 7 days, got {unit}")
    return DaysOf([each for one in numbers for each in _spelt(one)], period)


def _spelt(found: Range | Token) -> Iterable[int]:
    """Return the numbers that are written as one, as "1-3" or as "1st"."""
    if not isinstance(found, Range):
        return [int(re.sub(r"\D", "", found))]
    low, high = found.low, found.high
    if not isinstance(low, int) or not isinstance(high, int) or high - low >= _DAYS_MOST:
        raise ValueError(f"expected the numbers of days, got {found}")
    return range(low, high + 1)


_DAYS_MOST: Final = 366
