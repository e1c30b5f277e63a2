"""Doses: sets, ways and sides become the tally of one bout."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from kinescript.model import UNSAID, Dose, EachSide, Range, Reps, Sets, Side, Unsaid, Work, goes_on
from kinescript.model._work_sides import has_sides, sides_in
from kinescript.volumes._cycles import cycle_of
from kinescript.volumes._measures import Given, unsaid
from kinescript.volumes._passes import Passes, passes
from kinescript.volumes._sides import Turns
from kinescript.volumes._tally import Sided, Tally, shared, total_of
from kinescript.volumes._totals import NONE, Total, added, one_less
from kinescript.volumes._work import one_rep, rep_in, tally_of, work_on

_ONE: Final = Range(1)


@attrs.frozen
class Place:
    """
    Where a dose stands.

    Attributes:
        after: How many rests follow its last set.
        is_in_superset: Whether sets of other items come between its sets.
    """

    after: Total = NONE
    is_in_superset: bool = False


ALONE: Final = Place()


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


def bout_of(dose: Dose | Unsaid, given: Given, place: Place = ALONE) -> Bout:
    """Tally a dose."""
    once = Tally(bouts=_ONE)
    if isinstance(dose, Unsaid):
        work = given.time("activity", unsaid("the dose"))
        nothing = attrs.evolve(Tally.unknown("the source does not say the dose"), work=work)
        return Bout(None, None, Sided.same(nothing + once))
    turns = Turns.of(dose, is_in_superset=place.is_in_superset)
    given = attrs.evolve(given.at(dose.intensity), shares=given.shares & turns.shares)
    stretches = [_stretch(index, dose, turns, place, given) for index in range(len(dose.sets))]
    reps = [rep for rep in (rep_in(sets.work, given) for sets in dose.sets) if rep is not None]
    plain = [each for each in stretches if not each.parts]
    sided = [_sided(turns, plain, side) for side in dict.fromkeys(each.side for each in plain)]
    sided += [_parted(dose, turns, each) for each in stretches if each.parts]
    return Bout(
        Tally.folded(shared("the repetitions differ"), reps) if reps else None,
        Tally.folded(shared("the sets differ"), [each.one for each in stretches]),
        Sided.folded(added, [Sided.same(once), *sided]),
    )


@attrs.frozen
class _Stretch:
    """
    Sets that are alike: one of them in one way, all of them, and the rests after them.

    Where parts of the work name sides, the *parts* are what each of these does, and
    UNSAID what none of them does alone.
    """

    one: Tally
    work: Sided
    rests: Sided
    side: Side | Unsaid
    parts: tuple[tuple[Side | Unsaid, Tally], ...] = ()


def _stretch(index: int, dose: Dose, turns: Turns, place: Place, given: Given) -> _Stretch:
    sets = dose.sets[index]
    if has_sides(sets.work):
        # Changing sides takes time of its own.
        given = attrs.evolve(given, shares=given.shares - {"work"})
    own = dose.sides if isinstance(dose.sides, Side) else UNSAID
    side = own if isinstance(sets.side, Unsaid) else sets.side
    one = tally_of(sets.work, given) + Tally(sets=_ONE)
    rep = one_rep(sets.work, given) if isinstance(sets.work, Reps) else None
    turn = turns.set(one, side, rep)
    count = _ONE if sets.count is UNSAID else sets.count
    cycle = cycle_of(sets.work, turns.lasting(turn), given)
    cycle = attrs.evolve(cycle, between=sets.rest, every=sets.every)
    found = passes(cycle, count, given, "sets")
    is_last = index == len(dose.sets) - 1
    number = added((one_less(found.number), place.after)) if is_last else found.number
    rests = turns.rests(_pause(sets, found, given), number, found.number, side)
    parts = _parts(sets.work, found.number, given)
    return _Stretch(one, turn * found.number, rests, side, parts)


def _parts(work: Work, number: Total, given: Given) -> tuple[tuple[Side | Unsaid, Tally], ...]:
    named = [each for each in Side if each in sides_in(work) - {Side.BOTH}]
    if not named:
        return ()
    own = [(side, work_on(work, side, given) * number) for side in named]
    together = work_on(work, UNSAID, given) + Tally(sets=_ONE)
    return ((UNSAID, together * number), *own)


def _pause(sets: Sets, found: Passes, given: Given) -> Total:
    """Return the rest after each of several sets, which is open where it is not written."""
    if sets.rest is UNSAID and sets.every is UNSAID and not goes_on(sets.work):
        return given.time("rest", unsaid("how long to rest between sets"))
    return found.pause


def _sided(turns: Turns, stretches: Sequence[_Stretch], side: Side | Unsaid) -> Sided:
    """Tally the sets that *side* alone does; those that all sides do where it is unsaid."""
    here = [each for each in stretches if each.side is side]
    work = Sided.folded(total_of, [each.work for each in here])
    rests = Sided.folded(total_of, [each.rests for each in here])
    return turns.dose(work, rests, side)


def _parted(dose: Dose, turns: Turns, stretch: _Stretch) -> Sided:
    """Tally sets of which each side has parts of its own."""
    whole = _sided(turns, [stretch], stretch.side).whole
    if not isinstance(stretch.side, Unsaid) or isinstance(dose.sides, EachSide):
        return Sided(whole, Tally.unknown("its parts name sides of their own"))
    (_, together), *own = [
        (side, turns.dose(Sided.same(work), Sided.same(Tally()), UNSAID).whole)
        for side, work in stretch.parts
    ]
    only = tuple((side, work) for side, work in own if isinstance(side, Side))
    return Sided(whole, together + stretch.rests.whole, only)


def number_of_sets(dose: Dose | Unsaid, given: Given) -> Total:
    """Return how many sets a dose has on one side and in one way; one where it is unsaid."""
    if isinstance(dose, Unsaid):
        return _ONE
    return added(
        _ONE if sets.count is UNSAID else given.count(sets.count, "sets") for sets in dose.sets
    )
