"""A side of the body."""

from __future__ import annotations

from kinescript._fields import Term, one_of
from kinescript.model._quantities import Unsaid


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


def as_side(value: Side | Unsaid) -> Side | Unsaid:
    """Accept a side, or UNSAID."""
    return one_of((Side, Unsaid), "a Side such as Side.LEFT, or UNSAID", value)
