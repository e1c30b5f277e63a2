"""Sides and ways: which of a person's sides works, in what order, and in which direction."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from kinescript._fields import Term, as_name, as_texts, named, one_of, whole, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._ends import Length, as_length
from kinescript.model._quantities import UNSAID, Quantity, Unsaid, as_number
from kinescript.model._side import Side


class Order(Term):
    """
    When the side, or the way, changes.

    ``BY_DOSE`` finishes everything on one side before the other, ``BY_SET`` changes
    after every set, ``BY_REP`` after every repetition or hold, and ``HALF_WAY`` in the
    middle of each.
    """

    BY_DOSE = "by dose"
    BY_SET = "by set"
    BY_REP = "by rep"
    HALF_WAY = "half way"


class Counted(Term):
    """Whether counts and lengths are for each side, or for both together."""

    PER_SIDE = "per side"
    IN_TOTAL = "in total"


def _as_order(value: Order | Unsaid) -> Order | Unsaid:
    return one_of((Order, Unsaid), "an Order such as Order.BY_SET, or UNSAID", value)


def _as_counted(value: Counted) -> Counted:
    return one_of((Counted,), "a Counted such as Counted.IN_TOTAL", value)


def _as_first(value: Side | Unsaid) -> Side | Unsaid:
    expected = "one side, such as left, or unsaid"
    first = one_of((Side, Unsaid), expected, value)
    if first is Side.BOTH:
        raise wrong(expected, value)
    return first


def _as_every(value: int) -> int:
    return whole(1, value)


@attrs.frozen(field_transformer=named)
class EachSide:
    """
    One side, then the other.

    Attributes:
        order: When the side changes; assumed where unsaid.
        first: Which side begins; assumed where unsaid.
        switch: How long changing sides takes; assumed where unsaid, but for repetitions
            that alternate, which change sides in passing.
        every: After how many sets or repetitions the side changes.
        counted: Whether counts are for each side or, as in "20 alternating", in total.
    """

    order: Order | Unsaid = attrs.field(default=UNSAID, converter=_as_order)
    first: Side | Unsaid = attrs.field(default=UNSAID, converter=_as_first, kw_only=True)
    switch: Length = attrs.field(default=UNSAID, converter=as_length, kw_only=True)
    every: int = attrs.field(default=1, converter=_as_every, kw_only=True)
    counted: Counted = attrs.field(default=Counted.PER_SIDE, converter=_as_counted, kw_only=True)


Sides: TypeAlias = Side | EachSide
"""Which side works: one, both at once, or each in turn."""


def as_sides(value: Sides | Unsaid) -> Sides | Unsaid:
    """Accept any way to say which side, or UNSAID."""
    expected = "EachSide(), a Side such as Side.LEFT, or UNSAID"
    return one_of((Side, EachSide, Unsaid), expected, value)


@attrs.frozen(field_transformer=named)
class EachWay:
    """
    Each of several ways to do the same, counts being for each: directions, eyes, stances.

    Attributes:
        kind: What they are: ``"direction"``, ``"eye"``, ``"position"``, ``"pattern"``.
        names: What each is called, such as ``"clockwise"``.
        count: How many there are; unsaid directions and eyes are two.
        order: When the way changes; assumed where unsaid.

    Raises:
        ModelError: If there are both names and a count, or a name comes twice.
    """

    kind: str = attrs.field(default="direction", converter=as_name)
    names: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    count: Quantity = attrs.field(default=UNSAID, converter=as_number, kw_only=True)
    order: Order | Unsaid = attrs.field(default=UNSAID, converter=_as_order, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.names and self.count is not UNSAID:
            raise ModelError(Problem("expected names or a count, not both", "count"))
        if len(set(self.names)) < len(self.names):
            raise ModelError(Problem("expected each name once", "names"))


def as_ways(value: EachWay | Unsaid) -> EachWay | Unsaid:
    """Accept the ways to do an exercise, or UNSAID."""
    return one_of((EachWay, Unsaid), "EachWay('direction'), or UNSAID", value)
