"""Work: one set of it becomes a tally."""

from __future__ import annotations

from typing import Final, assert_never

import attrs

from kinescript.model import (
    Beat,
    Distance,
    Hold,
    Part,
    Range,
    Repeat,
    Reps,
    Rest,
    Series,
    Tempo,
    Timed,
    Unsaid,
    Until,
    Words,
    Work,
)
from kinescript.volumes._measures import Given, unsaid
from kinescript.volumes._passes import passes
from kinescript.volumes._tally import NOTHING, Tally, shared, sum_of
from kinescript.volumes._totals import NONE, Total, added, one_less

_ONE: Final = Range(1)
_MOVING: Final = ((Part.LOWER, "lower"), (Part.LIFT, "lift"))
_BREATHING: Final = ((Part.INHALE, "inhale"), (Part.EXHALE, "exhale"))
_HELD: Final = frozenset({Part.FULL, Part.EMPTY})


def tally_of(work: Work, given: Given) -> Tally:
    """Tally one set of *work* on one side."""
    match work:
        case Reps(count):
            number = given.count(count, "reps")
            return one_rep(work, given) * number + gaps(work.rest, number, given)
        case Hold(length):
            held = given.lasting(length, "hold")
            return attrs.evolve(held, hold=held.work)
        case Timed(length):
            return given.lasting(length, "activity")
        case Distance():
            return given.far(work)
        case Series(parts):
            return sum_of(_part(part, given) for part in parts)
        case Repeat(body):
            once = tally_of(body, given)
            found = passes(once, work.end, given, between=work.between, every=work.every)
            return found.of(once)
        case _ as unreachable:
            assert_never(unreachable)


def _part(part: Work | Rest, given: Given) -> Tally:
    return Tally(rest=given.resting(part)) if isinstance(part, Rest) else tally_of(part, given)


def gaps(rest: Rest | Unsaid, number: Total, given: Given) -> Tally:
    """Tally the rests between *number* things; there are none where they are unsaid."""
    if isinstance(rest, Unsaid):
        return NOTHING
    return Tally(rest=given.resting(rest)) * one_less(number)


def one_rep(reps: Reps, given: Given) -> Tally:
    """Tally one repetition."""
    held = NOTHING if reps.hold is None else given.lasting(reps.hold, "hold")
    held = attrs.evolve(held, reps=_ONE, hold=held.work)
    if isinstance(reps.tempo, Unsaid):
        return held + Tally(work=_moving(reps, given))
    return held + _at_tempo(reps.tempo, given)


def _moving(reps: Reps, given: Given) -> Total:
    reason = unsaid("how long a repetition takes")
    if reps.hold is None:
        return given.time("repetition", reason)
    return added(given.time(name, reason) for _, name in _MOVING)


def _at_tempo(tempo: Tempo, given: Given) -> Tally:
    needed = _BREATHING if tempo.is_breath else _MOVING
    missing = (
        given.time(name, unsaid(f"how long the “{part.value}” lasts"))
        for part, name in needed
        if tempo.get(part) is None
    )
    done = sum_of(_beat(beat, given) for beat in tempo.beats)
    breath = Tally(breaths=_ONE if tempo.is_breath else NONE)
    return done + Tally(work=added(missing)) + breath


def _beat(beat: Beat, given: Given) -> Tally:
    name = dict((*_MOVING, *_BREATHING)).get(beat.part, "hold")
    lasting = given.lasting(beat.length, name)
    if isinstance(beat.length, Words | Unsaid | Until):
        # A part such as "slowly" is not told in breaths or counts.
        lasting = Tally(work=lasting.work)
    return attrs.evolve(lasting, hold=lasting.work if beat.part in _HELD else NONE)


def rep_in(work: Work, given: Given) -> Tally | None:
    """Return one repetition of *work*, as far as all of them are alike; None without any."""
    found = [one_rep(reps, given) for reps in _reps_in(work)]
    return Tally.folded(shared("the repetitions differ"), found) if found else None


def _reps_in(work: Work | Rest) -> list[Reps]:
    match work:
        case Reps():
            return [work]
        case Series(parts):
            return [reps for part in parts for reps in _reps_in(part)]
        case Repeat(body):
            return _reps_in(body)
        case _:
            return []
