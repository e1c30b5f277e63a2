"""The dose: sets with the sides they are for and how hard they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import attrs

from kinescript._fields import Term, many, named, one, one_of, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._lengths import Length, as_length
from kinescript.model._quantities import UNSAID, Range, Unsaid, as_amount
from kinescript.model._work import Hold, Repeat, Reps, Series, Sets, Timed, Work, as_sets


class Side(Term):
    """
    Which side of the body works.

    ``AFFECTED`` and ``UNAFFECTED`` stay words until a plan or timeline is told which
    side that is.
    """

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    AFFECTED = "affected"
    UNAFFECTED = "unaffected"


_OPPOSITE = {
    Side.LEFT: Side.RIGHT,
    Side.RIGHT: Side.LEFT,
    Side.AFFECTED: Side.UNAFFECTED,
    Side.UNAFFECTED: Side.AFFECTED,
    Side.BOTH: Side.BOTH,
}


def opposite(side: Side) -> Side:
    """Return the other side; both sides together have none but themselves."""
    return _OPPOSITE[side]


class Order(Term):
    """
    When the side changes.

    ``BY_DOSE`` finishes everything on one side before the other, ``BY_SET`` changes
    after every set and ``BY_REP`` after every repetition or hold.
    """

    BY_DOSE = "by dose"
    BY_SET = "by set"
    BY_REP = "by rep"


def _as_order(value: Order | Unsaid) -> Order | Unsaid:
    return one_of((Order, Unsaid), "an Order such as Order.BY_SET, or UNSAID", value)


def _as_first(value: Side | Unsaid) -> Side | Unsaid:
    expected = "one side, such as left, or unsaid"
    first = one_of((Side, Unsaid), expected, value)
    if first is Side.BOTH:
        raise wrong(expected, value)
    return first


@attrs.frozen(field_transformer=named)
class EachSide:
    """
    One side, then the other; counts and lengths are per side.

    Attributes:
        order: When the side changes; assumed where unsaid.
        first: Which side begins; assumed where unsaid.
        switch: How long changing sides takes; assumed where unsaid, but for repetitions
            that alternate, which change sides in passing.
    """

    order: Order | Unsaid = attrs.field(default=UNSAID, converter=_as_order)
    first: Side | Unsaid = attrs.field(default=UNSAID, converter=_as_first, kw_only=True)
    switch: Length = attrs.field(default=UNSAID, converter=as_length, kw_only=True)


Sides: TypeAlias = Side | EachSide
"""Which side works: one, both at once, or each in turn."""


def _as_sides(value: Sides | Unsaid) -> Sides | Unsaid:
    expected = "EachSide(), a Side such as Side.LEFT, or UNSAID"
    return one_of((Side, EachSide, Unsaid), expected, value)


class Mass(Term):
    """A unit of mass."""

    KILOGRAM = "kg"
    POUND = "lb"


def _as_mass(value: Mass) -> Mass:
    return one(Mass, "a Mass such as Mass.KILOGRAM", value)


@attrs.frozen(field_transformer=named)
class Load:
    """
    A weight to move.

    Attributes:
        amount: How much.
        unit: In which unit.
    """

    amount: Range = attrs.field(converter=as_amount)
    unit: Mass = attrs.field(default=Mass.KILOGRAM, converter=_as_mass)


class Scale(Term):
    """
    A scale of perceived exertion.

    ``CR10`` runs from 0 to 10, ``BORG`` from 6 to 20 (Borg's scales of 1982 and 1970);
    ``RIR`` counts the repetitions left in reserve.
    """

    CR10 = "cr10"
    BORG = "borg"
    RIR = "rir"


_BOUNDS = {Scale.CR10: (0, 10), Scale.BORG: (6, 20), Scale.RIR: (0, 30)}


def _as_scale(value: Scale) -> Scale:
    return one(Scale, "a Scale such as Scale.BORG", value)


@attrs.frozen(field_transformer=named)
class Exertion:
    """
    How hard it should feel.

    Attributes:
        value: The figure on the scale.
        scale: Which scale.

    Raises:
        ModelError: If the figure is not on the scale.
    """

    value: Range = attrs.field(converter=as_amount)
    scale: Scale = attrs.field(default=Scale.CR10, converter=_as_scale)

    def __attrs_post_init__(self) -> None:
        low, high = _BOUNDS[self.scale]
        if any(
            bound is not None and not low <= bound <= high
            for bound in (self.value.low, self.value.high)
        ):
            reason = f"expected {low} to {high} on the {self.scale.value} scale, got {self.value}"
            raise ModelError(Problem(reason, "value"))


Intensity: TypeAlias = Load | Exertion
"""How hard: a load or a perceived exertion."""


def _as_intensity(value: Intensity) -> Intensity:
    return one_of((Load, Exertion), "Load(20) or Exertion(7)", value)


def _as_intensities(value: Intensity | Iterable[Intensity]) -> tuple[Intensity, ...]:
    return many(_as_intensity, value)


def _as_many_sets(value: Sets | Work | Iterable[Sets | Work]) -> tuple[Sets, ...]:
    return many(as_sets, value)


@attrs.frozen(field_transformer=named)
class Dose:
    """
    How much of an exercise makes one bout.

    ``Dose(Sets(3, Reps(10)))`` is 3 x 10, and ``Dose(Hold(Breaths(20)))`` one hold. With
    several `Sets` they follow one another.

    Attributes:
        sets: The sets in order; work alone stands for a set that is not counted.
        sides: Which side; UNSAID where the source names none.
        intensity: How hard.
    """

    sets: tuple[Sets, ...] = attrs.field(converter=_as_many_sets)
    sides: Sides | Unsaid = attrs.field(default=UNSAID, converter=_as_sides, kw_only=True)
    intensity: tuple[Intensity, ...] = attrs.field(
        default=(), converter=_as_intensities, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        if not self.sets:
            raise ModelError(Problem("expected at least one set", "sets"))


def as_dose(value: Dose | Sets | Work | Unsaid) -> Dose | Unsaid:
    """Accept a dose, its sets or work alone, or UNSAID where the source gives none."""
    if isinstance(value, Sets | Reps | Hold | Timed | Series | Repeat):
        return Dose(value)
    return one_of((Dose, Unsaid), "a Dose, such as Dose(Sets(3, Reps(10))), or UNSAID", value)
