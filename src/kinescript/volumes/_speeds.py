"""Speeds: a distance with the pace or speed at which one goes becomes the time that it takes."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kinescript.model import DistanceUnit, Intensity, Pace, PaceUnit, Range, Target, Unit
from kinescript.volumes._totals import Ends, Total, ends, exactly

METRES: Final = {
    DistanceUnit.METRE: Decimal(1),
    DistanceUnit.KILOMETRE: Decimal(1000),
    DistanceUnit.MILE: Decimal("1609.344"),
    DistanceUnit.YARD: Decimal("0.9144"),
    DistanceUnit.FOOT: Decimal("0.3048"),
}
"""How many metres a unit has; the international mile, yard and foot are exact."""

_PACES: Final = {
    PaceUnit.KILOMETRE: METRES[DistanceUnit.KILOMETRE],
    PaceUnit.MILE: METRES[DistanceUnit.MILE],
    PaceUnit.HUNDRED_METRES: Decimal(100),
    PaceUnit.HUNDRED_YARDS: 100 * METRES[DistanceUnit.YARD],
    PaceUnit.FIVE_HUNDRED_METRES: Decimal(500),
}
_HOUR: Final = 3_600_000
# How many milliseconds one metre takes at 1 of the unit.
_SPEEDS: Final = {
    Unit.KILOMETRES_PER_HOUR: Fraction(_HOUR, 1000),
    Unit.MILES_PER_HOUR: _HOUR / Fraction(METRES[DistanceUnit.MILE]),
    Unit.METRES_PER_SECOND: Fraction(1000),
}
_STEP: Final = Fraction(60_000)


def time_for(amount: Range, unit: DistanceUnit, intensities: Iterable[Intensity]) -> Total | None:
    """Return the seconds at the first pace or speed for this *unit*; None where none is told."""
    for intensity in intensities:
        each = _rate(unit, intensity)
        if each is not None:
            pairs = zip(ends(amount), each, strict=True)
            return exactly(*(_seconds(far, long) for far, long in pairs))
    return None


def _rate(unit: DistanceUnit, intensity: Intensity) -> Ends | None:
    """Return how many milliseconds one *unit* takes, if *intensity* tells that."""
    metres = METRES.get(unit)
    match intensity:
        case Pace(time, per) if metres is not None:
            low, high = ends(time.milliseconds)
            size = Fraction(metres) / Fraction(_PACES[per])
            return None if low is None else low * size, None if high is None else high * size
        case Target(amount, Unit.STEPS) if unit is DistanceUnit.STEP and amount.high != 0:
            return _at(amount, _STEP)
        case Target(amount, by) if metres is not None and by in _SPEEDS and amount.high != 0:
            return _at(amount, _SPEEDS[by] * Fraction(metres))
        case _:
            return None


def _at(speed: Range, long: Fraction) -> Ends:
    """Return how long it takes at a *speed* what is so *long* at 1; no end is too slow for 0."""
    slow, fast = ends(speed)
    return None if fast is None else long / fast, None if not slow else long / slow


def _seconds(far: Fraction | None, long: Fraction | None) -> Fraction | None:
    """Return the seconds that it takes so *far*, in whole milliseconds like all times."""
    return None if far is None or long is None else Fraction(far * long // 1, 1000)
