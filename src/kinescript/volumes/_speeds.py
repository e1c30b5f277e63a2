"""Speeds: a distance with the pace or speed at which one goes becomes the time that it takes."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kinescript.model import DistanceUnit, Intensity, Pace, Range, Target, Unit
from kinescript.model._metres import METRES, PACES, SPEEDS, STEPS
from kinescript.volumes._totals import Ends, Total, ends, exactly


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
            size = Fraction(metres) / PACES[per]
            return None if low is None else low * size, None if high is None else high * size
        case Target(amount, Unit.STEPS) if unit is DistanceUnit.STEP and amount.high != 0:
            return _at(amount, 1 / STEPS)
        case Target(amount, by) if metres is not None and by in SPEEDS and amount.high != 0:
            return _at(amount, Fraction(metres) / SPEEDS[by])
        case _:
            return None


def _at(speed: Range, long: Fraction) -> Ends:
    """Return how long it takes at a *speed* what is so *long* at 1; no end is too slow for 0."""
    slow, fast = ends(speed)
    return None if fast is None else long / fast, None if not slow else long / slow


def _seconds(far: Fraction | None, long: Fraction | None) -> Fraction | None:
    """Return the seconds that it takes so *far*, in whole milliseconds like all times."""
    return None if far is None or long is None else Fraction(far * long // 1, 1000)
