"""How far: a distance, or what machines and pedometers count instead."""

from __future__ import annotations

from typing import TypeVar

import attrs

from kinescript._fields import Term, as_text, named, one, wrong
from kinescript.model._intensity import Intensity, as_intensities
from kinescript.model._quantities import (
    UNSAID,
    Bound,
    Quantity,
    Unsaid,
    Words,
    as_amount,
    bounded,
)
from kinescript.model._side import Side, as_side

T = TypeVar("T")


class DistanceUnit(Term):
    """What a `Distance` is counted in."""

    METRE = "m"
    KILOMETRE = "km"
    MILE = "mi"
    YARD = "yd"
    FOOT = "ft"
    CALORIE = "kcal"
    STEP = "steps"
    FLOOR = "floors"
    LAP = "laps"


def _as_far(value: float | Quantity) -> Quantity:
    if isinstance(value, Words | Unsaid):
        return value
    bounds = as_amount(value)
    if bounds.high == 0:
        raise wrong("a number above 0 or a range", value)
    return bounds


def _as_unit(value: DistanceUnit) -> DistanceUnit:
    return one(DistanceUnit, "a DistanceUnit such as DistanceUnit.METRE", value)


@attrs.frozen(field_transformer=named)
class Distance:
    """
    How far to go: work of its own, or the length of a rest.

    Write it as ``metres(400)``, ``kilometres(5)`` or ``steps(6000, None)``.

    Attributes:
        amount: How many of the unit; `Words` where the source has no number.
        unit: What is counted.
        activity: What is done, where the exercise's name does not say: ``"jog"``.
        intensity: How hard.
        side: On which side, where the parts of a dose differ.
    """

    amount: Quantity = attrs.field(converter=_as_far)
    unit: DistanceUnit = attrs.field(converter=_as_unit)
    activity: str = attrs.field(default="", converter=as_text, kw_only=True)
    intensity: tuple[Intensity, ...] = attrs.field(
        default=(), converter=as_intensities, kw_only=True
    )
    side: Side | Unsaid = attrs.field(default=UNSAID, converter=as_side, kw_only=True)

    def __str__(self) -> str:
        return f"{self.amount} {self.unit.value}"


def metres(low: Bound, high: Bound | Unsaid = UNSAID) -> Distance:
    """Return a distance in metres: exact, from *low* to *high*, or open at None."""
    return Distance(bounded(low, high), DistanceUnit.METRE)


def kilometres(low: Bound, high: Bound | Unsaid = UNSAID) -> Distance:
    """Return a distance in kilometres: exact, from *low* to *high*, or open at None."""
    return Distance(bounded(low, high), DistanceUnit.KILOMETRE)


def miles(low: Bound, high: Bound | Unsaid = UNSAID) -> Distance:
    """Return a distance in miles: exact, from *low* to *high*, or open at None."""
    return Distance(bounded(low, high), DistanceUnit.MILE)


def steps(low: Bound, high: Bound | Unsaid = UNSAID) -> Distance:
    """Return a number of steps to walk: exact, from *low* to *high*, or open at None."""
    return Distance(bounded(low, high), DistanceUnit.STEP)


def is_bare(distance: Distance) -> bool:
    """Whether *distance* tells only how far."""
    return distance == Distance(distance.amount, distance.unit)


def bare(distance: T) -> T:
    """Accept anything but a distance that tells more than how far."""
    if isinstance(distance, Distance) and not is_bare(distance):
        raise wrong("a distance alone", distance)
    return distance
