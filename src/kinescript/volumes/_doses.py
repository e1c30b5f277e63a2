"""Doses: sets, ways and sides become the tally of one bout."""

from __future__ import annotations

from decimal import Decimal
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
    Sets,
    Side,
    Unsaid,
    Words,
    ends_in_rest,
)
from kinescript.volumes._measures import Given, only_says, unsaid
from kinescript.volumes._passes import passes
from kinescript.volumes._tally import NOTHING, Sided, Tally, shared, sum_of
from kinescript.volumes._totals import Total, added, one_less, times
from kinescript.volumes._work import rep_in, tally_of

_ONE: Final = Range(1)
_TWO: Final = Range(2)
_HALF: Final = Range(Decimal("0.5"))


@attrs.frozen
class Bout:
    """
    What one bout comes to.

    Attributes:
        rep: One repetition; None where there is none.
        set: One set.
        sided: All of it.
    """

    rep: Tally | None
    set: Tally | None
    sided: Sided


def bout_of(dose: Dose | Unsaid, given: Given, *, is_followed: bool = False) -> Bout:
    """Tally a dose; where it *is followed* by another set, it rests after its last one too."""
    once = Tally(bouts=_ONE)
    if isinstance(dose, Unsaid):
        work = given.time("activity", unsaid("the dose"))
        nothing = attrs.evolve(Tally.unknown("the source does not say the dose"), work=work)
        return Bout(None, None, Sided.same(nothing + once))
    stretches = _stretches(dose, given, is_followed=is_followed)
    reps = [rep for rep in (rep_in(sets.work, given) for sets in dose.sets) if rep is not None]
    sided = [
        _sided(dose, stretches, side) for side in dict.fromkeys(each.side for each in stretches)
    ]
    return Bout(
        Tally.folded(shared("the repetitions differ"), reps) if reps else None,
        Tally.folded(shared("the sets differ"), [each.one for each in stretches]),
        Sided.folded(added, [Sided.same(once), *sided]),
    )


@attrs.frozen
class _Stretch:
    """Sets that are alike: one of them, all of them, and the rests after them."""

    one: Tally
    work: Tally
    rests: Tally
    side: Side | Unsaid


def _stretches(dose: Dose, given: Given, *, is_followed: bool) -> list[_Stretch]:
    last = len(dose.sets) - 1
    return [
        _stretch(sets, dose, given, is_followed=is_followed or index < last)
        for index, sets in enumerate(dose.sets)
    ]


def _stretch(sets: Sets, dose: Dose, given: Given, *, is_followed: bool) -> _Stretch:
    one = tally_of(sets.work, given) + Tally(sets=_ONE)
    count = _ONE if sets.count is UNSAID else sets.count
    found = passes(one, count, given, between=sets.rest, every=sets.every, name="sets")
    rests = found.number if is_followed else one_less(found.number)
    pause = found.pause
    if sets.rest is UNSAID and sets.every is UNSAID and not ends_in_rest(sets.work):
        pause = given.time("rest", unsaid("how long to rest between sets"))
    own = dose.sides if isinstance(dose.sides, Side) else UNSAID
    side = own if isinstance(sets.side, Unsaid) else sets.side
    resting = Tally(rest=times(pause, rests))
    return _Stretch(one, one * found.number, resting, side)


def _sided(dose: Dose, stretches: list[_Stretch], side: Side | Unsaid) -> Sided:
    """Tally the sets that *side* alone does; those that all sides do where it is unsaid."""
    here = [each for each in stretches if each.side is side]
    work, rests = sum_of(each.work for each in here), sum_of(each.rests for each in here)
    if isinstance(dose.ways, EachWay):
        work, rests = _in_turn(work, rests, _ways(dose.ways), dose.ways.order)
    if side is Side.BOTH:
        return Sided.same(work + rests)
    if not isinstance(side, Unsaid):
        return Sided(work + rests, NOTHING, ((side, work + rests),))
    if not isinstance(dose.sides, EachSide):
        return Sided.same(work + rests)
    if dose.sides.counted is Counted.IN_TOTAL:
        return Sided(work + rests, _halved(work, dose.sides.order) + rests)
    both, between = _in_turn(work, rests, _TWO, dose.sides.order)
    return Sided(both + between, work + rests)


def _in_turn(
    work: Tally, rests: Tally, number: Total, order: Order | Unsaid
) -> tuple[Tally, Tally]:
    """Do it for each of so many sides or ways; those that take turns rest together."""
    match order:
        case Order.BY_DOSE | Unsaid():
            return work * number, rests * number
        case Order.BY_SET:
            return work * number, rests
        case Order.BY_REP | Order.HALF_WAY:
            return attrs.evolve(work * number, rest=work.rest), rests
        case _ as unreachable:
            assert_never(unreachable)


def _halved(work: Tally, order: Order | Unsaid) -> Tally:
    half = work * _HALF
    # Sides that change within a set both take part in every one of them.
    sets = half.sets if order is Order.BY_SET else work.sets
    return attrs.evolve(half, sets=sets, rest=work.rest)


def _ways(ways: EachWay) -> Total:
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


_PAIRS = frozenset({"direction", "eye"})
