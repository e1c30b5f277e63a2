"""How long the units of distances, paces and speeds are; the mile, yard and foot are exact."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from kinescript.model._distance import DistanceUnit
from kinescript.model._intensity import PaceUnit, Unit

_MILE: Final = Decimal("1609.344")
_YARD: Final = Decimal("0.9144")
_HOUR: Final = 3_600_000

METRES: Final = {
    DistanceUnit.METRE: Decimal(1),
    DistanceUnit.KILOMETRE: Decimal(1000),
    DistanceUnit.MILE: _MILE,
    DistanceUnit.YARD: _YARD,
    DistanceUnit.FOOT: Decimal("0.3048"),
}
"""How many metres a unit of length has."""

PACES: Final = {
    PaceUnit.KILOMETRE: Fraction(1000),
    PaceUnit.MILE: Fraction(_MILE),
    PaceUnit.HUNDRED_METRES: Fraction(100),
    PaceUnit.HUNDRED_YARDS: Fraction(100 * _YARD),
    PaceUnit.FIVE_HUNDRED_METRES: Fraction(500),
}
"""For how many metres a pace is."""

SPEEDS: Final = {
    Unit.KILOMETRES_PER_HOUR: Fraction(1000, _HOUR),
    Unit.MILES_PER_HOUR: Fraction(_MILE) / _HOUR,
    Unit.METRES_PER_SECOND: Fraction(1, 1000),
}
"""How many metres one goes in a millisecond at 1 of the unit."""

STEPS: Final = Fraction(1, 60_000)
"""How many steps one makes in a millisecond at 1 a minute."""
