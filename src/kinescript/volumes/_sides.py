"""Sides: a set on one side and in one way becomes what all sides and ways do."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final, assert_never

import attrs

from kinescript.model import (
    UNSAID,
    Counted,
    Dose,
    EachSide,
    EachWay,
    Order,
    Range,
    Side,
    Unsaid,
    Words,
)
from kinescript.volumes._measures import only_says, unsaid
from kinescript.volumes._tally import NOTHING, Sided, Tally, total_of
from kinescript.volumes._totals import NONE, NotDetermined, Total, ends, exactly, times

_ONE: Final = Range(1)
_TWO: Final = Range(2)
_HALF: Final = Range(Decimal("0.5"))
_RANKS: Final = {Order.BY_DOSE: 0, Order.BY_SET: 1, Order.HALF_WAY: 2, Order.BY_REP: 3}
_PAIRS: Final = frozenset({"direction", "eye"})
_STRIDES: Final = NotDetermined("the sides change after several repetitions")


@attrs.frozen
class Turns:
    """
    How the sides and ways of a dose take turns.

    Attributes:
        sides: The two sides; UNSAID where no two take turns.
        side_order: When the side changes.
        ways: How many ways there are.
        way_order: When the way changes: within each side, so no less often than that.
        is_in_superset: Whether other sets come between its sets, so that all sides and
            ways are done in each.
    """

    sides: EachSide | Unsaid
    side_order: Order
    ways: Total
    way_order: Order
    is_in_superset: bool

    @classmethod
    def of(cls, dose: Dose, *, is_in_superset: bool) -> Turns:
        """Return how those of *dose* do."""
        sides = dose.sides if isinstance(dose.sides, EachSide) else UNSAID
        ways = UNSAID if isinstance(dose.ways, Unsaid) else dose.ways.order
        least = Order.BY_SET if is_in_superset else Order.BY_DOSE
        side_order = least if isinstance(sides, Unsaid) else _later(sides.order, least)
        number = _number(dose.ways)
        way_order = _later(ways, side_order)
        if way_order is Order.HALF_WAY and number != _TWO:
            # Only two can share a set half and half.
            way_order = Order.BY_REP
        return cls(sides, side_order, number, way_order, is_in_superset)

    @property
    def _is_shared(self) -> bool:
        """Whether the sides share what is written."""
        is_total = isinstance(self.sides, EachSide) and self.sides.counted is Counted.IN_TOTAL
        return is_total or self.side_order is Order.HALF_WAY

    @property
    def shares(self) -> frozenset[str]:
        """Of what a rest can be a share: changing sides within a set takes time of its own."""
        if Order.HALF_WAY in (self.side_order, self.way_order):
            return frozenset()
        is_within = self.side_order is not Order.BY_DOSE and not isinstance(self.sides, Unsaid)
        is_within |= self.way_order is Order.BY_REP
        return frozenset({"hold"}) if is_within else frozenset({"hold", "work"})

    def set(self, one: Tally, side: Side | Unsaid, rep: Tally | None = None) -> Sided:
        """
        Return one set with all sides and ways that change within it.

        Sides that share a set of nothing but repetitions, of which *rep* is one, do each
        of them in whole.
        """
        whole = self._in_ways(one)
        if isinstance(self.sides, Unsaid) or not isinstance(side, Unsaid):
            return Sided.same(whole)
        if self._is_shared:
            return Sided(whole, self._in_ways(self._part(one, rep, self.sides.every)))
        if self.side_order is Order.BY_DOSE:
            return Sided.same(whole)
        if self.side_order is Order.BY_REP and self.sides.every > 1 and one.rest != NONE:
            whole = attrs.evolve(whole, rest=_STRIDES)
        return Sided(_several(whole, _TWO, self.side_order), whole)

    def _in_ways(self, one: Tally) -> Tally:
        """Return *one* set in all ways that change within it."""
        if self.way_order is Order.BY_DOSE:
            return one
        return _several(one, self.ways, self.way_order)

    def _part(self, one: Tally, rep: Tally | None, every: int) -> Tally:
        """Return what one side has of *one* set that both share."""
        if self.side_order is Order.BY_SET:
            return attrs.evolve(one * _HALF, rest=one.rest)
        stride = every if self.side_order is Order.BY_REP else 1
        half = one * _HALF if rep is None else rep * _dealt(one.reps, stride)
        # Sides that change within a set both take part in every one of them.
        return attrs.evolve(half, sets=one.sets, rest=one.rest)

    def lasting(self, one: Sided) -> Tally:
        """Return what is done of *one* set before its rest: the sides may change less often."""
        return one.each if self._every > 1 else one.whole

    @property
    def _every(self) -> int:
        """After how many sets the sides change; 0 where they do not change between sets."""
        is_between = self.side_order is Order.BY_SET and not self.is_in_superset
        if isinstance(self.sides, Unsaid) or self._is_shared or not is_between:
            return 0
        return self.sides.every

    def rests(self, pause: Total, number: Total, sets: Total, side: Side | Unsaid) -> Sided:
        """Return so many rests of *pause*; each side has its own within its turn of sets."""
        rests = Tally(rest=times(pause, number))
        if not self._every or not isinstance(side, Unsaid):
            return Sided.same(rests)
        within = Tally(rest=times(pause, _within(sets, self._every)))
        return Sided(rests + within, rests)

    def dose(self, work: Sided, rests: Sided, side: Side | Unsaid) -> Sided:
        """Return all sets with all sides and ways that change after the last of them."""
        done = Sided.folded(total_of, [work, rests])
        if self.way_order is Order.BY_DOSE:
            done *= self.ways
        if side is Side.BOTH:
            return Sided.same(done.whole)
        if not isinstance(side, Unsaid):
            return Sided(done.whole, NOTHING, ((side, done.whole),))
        if isinstance(self.sides, Unsaid) or self.side_order is not Order.BY_DOSE:
            return done
        return done if self._is_shared else Sided(done.whole * _TWO, done.each)


def _later(order: Order | Unsaid, least: Order) -> Order:
    """Return an *order*, by dose where it is unsaid, that changes no less often than another."""
    said = Order.BY_DOSE if isinstance(order, Unsaid) else order
    return max(said, least, key=_RANKS.__getitem__)


def _several(one: Tally, number: Total, order: Order) -> Tally:
    """Do it so many times within a set; what changes after every repetition rests together."""
    if order is Order.HALF_WAY:
        return one
    return one * number if order is Order.BY_SET else attrs.evolve(one * number, rest=one.rest)


def _dealt(number: Total, every: int) -> Total:
    """Return how many of a *number* one of two sides has that change after *every* so many."""
    if isinstance(number, NotDetermined):
        return number
    low, high = ends(number)
    return exactly(
        None if low is None else low - _first_of(low, every),
        None if high is None else _first_of(high, every),
    )


def _first_of(number: Fraction, every: int) -> Fraction:
    """Return how many of a *number* the side has that begins."""
    turns, left = divmod(number, 2 * every)
    return turns * every + min(left, Fraction(every))


def _within(sets: Total, every: int) -> Total:
    """Return how many gaps between *sets* lie within turns of so many."""
    if isinstance(sets, NotDetermined):
        return sets
    low, high = (None if end is None else end + -end // every for end in ends(sets))
    return exactly(low, high)


def _number(ways: EachWay | Unsaid) -> Total:
    if isinstance(ways, Unsaid):
        return _ONE
    if ways.names:
        return Range(len(ways.names))
    match ways.count:
        case Range() as number:
            return number
        case Words() as words:
            return only_says(words)
        case Unsaid():
            return _TWO if ways.kind in _PAIRS else unsaid(f"how many: {ways.kind}")
        case _ as unreachable:
            assert_never(unreachable)
