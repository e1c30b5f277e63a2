"""Cycles: work becomes one pass with what the rest after it goes by."""

from __future__ import annotations

from typing import Final

import attrs

from kinescript.model import (
    UNSAID,
    Hold,
    Length,
    Part,
    Repeat,
    Reps,
    Rest,
    Series,
    Unsaid,
    Until,
    Work,
)
from kinescript.volumes._measures import Before, Given
from kinescript.volumes._passes import Cycle
from kinescript.volumes._tally import Tally
from kinescript.volumes._totals import Total, added

HELD: Final = frozenset({Part.FULL, Part.EMPTY})
"""The parts of a breath that are holds."""


def before(work: Work, tally: Tally, given: Given) -> Before:
    """Return what a rest comes after that follows *work*."""
    return Before(first_hold(work, given), added((tally.work, tally.rest)))


def first_hold(work: Work | Rest, given: Given) -> Total | None:
    """Return how long the first hold of *work* is, or None if it has none."""
    match work:
        case Hold(length):
            return _held(length, given)
        case Reps(hold=hold, tempo=tempo):
            beats = () if isinstance(tempo, Unsaid) else tempo.beats
            found = [beat.length for beat in beats if beat.part in HELD]
            return _held(found[0] if hold is None and len(found) == 1 else hold, given)
        case Series(parts):
            held = (first_hold(part, given) for part in parts)
            return next((each for each in held if each is not None), None)
        case Repeat(body):
            return first_hold(body, given)
        case _:
            return None


def _held(length: Length | None, given: Given) -> Total | None:
    """Return how long a hold is, without what goes on after its sign."""
    if isinstance(length, Until):
        length = attrs.evolve(length, then=UNSAID)
    return None if length is None else given.lasting(length, "hold").work


def cycle_of(work: Work, once: Tally, given: Given) -> Cycle:
    """Return the cycle of *work*, which is a tally of *once*."""
    return Cycle(once=once, hold=first_hold(work, given), rests_last=_rests_last(work))


def _rests_last(work: Work) -> bool:
    """Whether all the rest that is written in *work* comes after all the rest of it."""
    parts = work.parts if isinstance(work, Series) else (work,)
    return not any(map(_has_rest, parts[:-1] if isinstance(parts[-1], Rest) else parts))


def _has_rest(work: Work | Rest) -> bool:
    match work:
        case Rest():
            return True
        case Reps(rest=rest):
            return not isinstance(rest, Unsaid)
        case Series(parts):
            return any(map(_has_rest, parts))
        case Repeat(body, between=between, every=every):
            return (between, every) != (UNSAID, UNSAID) or _has_rest(body)
        case _:
            return False
