"""How long a distance takes: by its pace or speed, or as assumed for each of its units."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

import attrs

from kinescript.model import (
    Assumptions,
    Distance,
    DistanceUnit,
    Estimate,
    Intensity,
    Number,
    Pace,
    Range,
    Repeat,
    Rest,
    Series,
    Target,
    Unit,
    Work,
)
from kinescript.model._metres import METRES, PACES, SPEEDS, STEPS

Far: TypeAlias = tuple[DistanceUnit, Fraction]
"""How far something goes, in metres where its unit is one of length."""


def measured_in(unit: DistanceUnit) -> Far:
    """Return the unit in which *unit* can be added up, and how many of those it is."""
    metres = METRES.get(unit)
    return (unit, Fraction(1)) if metres is None else (DistanceUnit.METRE, Fraction(metres))


def far_of(work: Work | Rest) -> Far | None:
    """Return how far *work* goes, or None if that is nowhere, or not exact."""
    match work:
        case Distance(Range(low, high), unit) | Rest(Distance(Range(low, high), unit)) if (
            low == high
        ):
            known, size = measured_in(unit)
            return known, Fraction(low or 0) * size
        case Series(parts):
            found = [far for far in map(far_of, parts) if far is not None]
            units = {unit for unit, _ in found}
            return (
                (units.pop(), sum((far for _, far in found), Fraction(0)))
                if len(units) == 1
                else None
            )
        case Repeat(body, Range(low, high)) if low == high:
            far = far_of(body)
            return None if far is None else (far[0], far[1] * Fraction(low or 0))
        case _:
            return None


_ASSUMED = {
    DistanceUnit.CALORIE: "calorie",
    DistanceUnit.STEP: "step",
    DistanceUnit.FLOOR: "lap",
    DistanceUnit.LAP: "lap",
}
_MILLISECOND = timedelta(milliseconds=1)


@attrs.frozen
class Rate:
    """
    How many milliseconds one unit of a distance takes.

    Attributes:
        likely: The time to plan with.
        least: The least it may take.
        greatest: The most it may take.
        assumption: The name in `Assumptions` that gave it; "" where it is prescribed.
    """

    likely: Fraction
    least: Fraction
    greatest: Fraction
    assumption: str = ""

    def times(self, number: Fraction) -> Rate:
        """Return the rate of *number* of these units."""
        return attrs.evolve(
            self,
            likely=self.likely * number,
            least=self.least * number,
            greatest=self.greatest * number,
        )


def rate_of(unit: DistanceUnit, intensities: Iterable[Intensity], assumptions: Assumptions) -> Rate:
    """Return how long one *unit* takes: by the first pace or speed, or as assumed."""
    open_end = assumptions.open_end
    metres = Fraction(METRES[unit]) if unit in METRES else None
    for intensity in intensities:
        match intensity:
            case Pace(time, per) if metres is not None:
                return _between(*_ends(time.milliseconds, open_end)).times(metres / PACES[per])
            case Target(amount, Unit.STEPS) if unit is DistanceUnit.STEP and amount.high != 0:
                return _at(amount, open_end).times(1 / STEPS)
            case Target(amount, by) if metres is not None and by in SPEEDS and amount.high != 0:
                return _at(amount, open_end).times(metres / SPEEDS[by])
            case _:
                continue
    if metres is None:
        name = _ASSUMED[unit]
        return _assumed(name, getattr(assumptions, name))
    return _assumed("metre", assumptions.metre).times(metres)


def _assumed(name: str, estimate: Estimate) -> Rate:
    likely, least, greatest = (
        Fraction(time // _MILLISECOND)
        for time in (estimate.likely, estimate.least, estimate.greatest)
    )
    return Rate(likely, least, greatest, name)


def _between(least: Fraction, likely: Fraction, greatest: Fraction) -> Rate:
    return Rate(likely, least, greatest)


def _ends(amount: Range, open_end: int) -> tuple[Fraction, Fraction, Fraction]:
    """Return the least, the middle and the greatest of a range; at an open end the other."""
    low, high = (None if end is None else Fraction(end) for end in (amount.low, amount.high))
    if low is None:
        known = Fraction(high or 0)
        return known / open_end, known, known
    if high is None:
        return low, low, low * open_end
    return low, (low + high) / 2, high


def _at(speed: Range, open_end: int) -> Rate:
    """Return the rate at a *speed*; one of 0 at its low end leaves that end open."""
    known = Range(None, speed.high) if speed.low == 0 and speed.high is not None else speed
    if known.low == 0:
        known = Range(1, None)
    slow, likely, fast = _ends(known, open_end)
    return Rate(1 / likely, 1 / fast, 1 / slow)


# Distances are reckoned in whole millionths, to which their ranges are exact.
MILLION: Final = 10**6
"""How many of the units in which distances are reckoned make one."""


def in_millionths(amount: Range) -> tuple[int | None, int | None]:
    """Return the bounds of a distance as whole numbers of millionths."""
    return _millionths(amount.low), _millionths(amount.high)


def _millionths(number: Number | None) -> int | None:
    return None if number is None else int(Fraction(number) * MILLION)


def from_millionths(number: int) -> Range:
    """Return an exact amount given in millionths."""
    whole, rest = divmod(number, MILLION)
    return Range(whole + Decimal(rest) / MILLION if rest else whole)
