"""Work: one set of it becomes a tally."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

import attrs

from kinescript.model import (
    UNSAID,
    Beat,
    Distance,
    Hold,
    Part,
    Range,
    Repeat,
    Reps,
    Rest,
    Series,
    Side,
    Tempo,
    Timed,
    Unsaid,
    Until,
    Words,
    Work,
)
from kinescript.volumes._cycles import HELD, before, cycle_of
from kinescript.volumes._measures import NOTHING_BEFORE, Before, Given, unsaid
from kinescript.volumes._passes import Cycle, passes
from kinescript.volumes._tally import NOTHING, Tally, shared, sum_of
from kinescript.volumes._totals import NONE, NotDetermined, Total, added, one_less, times

_ONE: Final = Range(1)
_MOVING: Final = ((Part.LOWER, "lower"), (Part.LIFT, "lift"))
_BREATHING: Final = ((Part.INHALE, "inhale"), (Part.EXHALE, "exhale"))


def tally_of(work: Work, given: Given) -> Tally:  # noqa: PLR0911
    """Tally one set of *work* on one side."""
    match work:
        case Reps(count):
            number = given.count(count, "reps")
            rep = one_rep(work, given)
            if isinstance(work.rest, Unsaid):
                return rep * number
            pause = given.resting(work.rest, before(work, rep, given))
            return rep * number + Tally(rest=times(pause, one_less(number)))
        case Hold(length):
            held = given.lasting(length, "hold")
            return attrs.evolve(held, hold=held.work)
        case Timed(length):
            return given.lasting(length, "activity")
        case Distance():
            return given.far(work, work.intensity or given.intensity)
        case Series(parts):
            return sum_of(_parts(parts, given))
        case Repeat(end=end):
            cycle = _cycle(work, given)
            return passes(cycle, end, given).of(cycle.once)
        case _ as unreachable:
            assert_never(unreachable)


def _parts(parts: Sequence[Work | Rest], given: Given) -> Iterator[Tally]:
    last = NOTHING_BEFORE
    for part in parts:
        if isinstance(part, Rest):
            tally = Tally(rest=given.resting(part, last))
            last = Before(None, tally.rest)
        else:
            tally = tally_of(part, given)
            last = before(part, tally, given)
        yield tally


def _cycle(repeat: Repeat, given: Given) -> Cycle:
    changes = repeat.every is not UNSAID and "work" not in given.shares
    return attrs.evolve(
        cycle_of(repeat.body, tally_of(repeat.body, given), given),
        between=repeat.between,
        every=repeat.every,
        has_changes=changes,
    )


def work_on(work: Work, side: Side | Unsaid, given: Given) -> Tally:
    """Tally what only *side* does of one set; where UNSAID, what names none, and rests."""
    match work:
        case Reps() | Hold() | Timed() | Distance():
            own = UNSAID if work.side is Side.BOTH else work.side
            return tally_of(work, given) if own is side else NOTHING
        case Series(parts):
            tallies = zip(parts, _parts(parts, given), strict=True)
            return sum_of(_part_on(part, tally, side, given) for part, tally in tallies)
        case Repeat(body):
            found = passes(_cycle(work, given), work.end, given)
            done = work_on(body, side, given) * found.number
            done = done + found.rest if side is UNSAID else done
            return attrs.evolve(done, **{name: _TOGETHER for name, _ in found.told})
        case _ as unreachable:
            assert_never(unreachable)


_TOGETHER: Final = NotDetermined("it ends by what both sides do together")


def _part_on(part: Work | Rest, tally: Tally, side: Side | Unsaid, given: Given) -> Tally:
    """Return what only *side* does of a part, which is a *tally* in all."""
    if isinstance(part, Rest):
        return tally if side is UNSAID else NOTHING
    return work_on(part, side, given)


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
    return attrs.evolve(lasting, hold=lasting.work if beat.part in HELD else NONE)


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
