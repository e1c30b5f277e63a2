"""Cues: what to say and when, derived from the steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import chain

import attrs

from kinescript._fields import Term
from kinescript.errors import LimitError, Problem
from kinescript.limits import EXPANDED_STEPS
from kinescript.timelines._marks import StepKind
from kinescript.timelines._step import Step
from kinescript.timelines._timeline import Timeline


class CueKind(Term):
    """What a cue says."""

    START = "start"
    SWITCH = "switch"
    LAST_SET = "last set"
    LAST_REP = "last rep"
    HALF_WAY = "half-way"
    COUNT_IN = "count-in"
    FINISH = "finish"


@attrs.frozen
class Cue:
    """
    Something to say at one instant of a session.

    Attributes:
        at: When, from the start of the session.
        kind: What it says.
        step: The step that it is about; for a count-in the one to come.
        count: For a count-in, the seconds left; else 0.
    """

    at: timedelta
    kind: CueKind
    step: Step
    count: int = 0


_WAITING = frozenset({StepKind.PREPARE, StepKind.REST, StepKind.SWITCH, StepKind.TRANSITION})
_COUNT_IN = 3
_LONG = timedelta(seconds=20)
_SECOND = timedelta(seconds=1)


def cues(
    timeline: Timeline, start: timedelta | None = None, end: timedelta | None = None
) -> tuple[Cue, ...]:
    """
    Return the cues from *start* until before *end*, in the order in which they are said.

    Several may fall on one instant. Work of 20 s and more has a half-way cue; the last
    three seconds of getting ready, resting, switching and moving on are counted down. A
    session ends with a cue to finish.

    Raises:
        LimitError: If that is more than `EXPANDED_STEPS` steps; ask for a part.
    """
    first = timedelta(0) if start is None else start
    last = timedelta.max if end is None else end
    steps = timeline.between(first, last)
    if len(steps) > EXPANDED_STEPS:
        raise LimitError(Problem(f"expected at most {EXPANDED_STEPS} steps, got {len(steps)}"))
    found = (cue for index in steps.indices for cue in _of_step(timeline, index))
    return tuple(cue for cue in chain(found, _finish(timeline)) if first <= cue.at < last)


def _of_step(timeline: Timeline, index: int) -> Iterator[Cue]:
    step = timeline[index]
    before = timeline[index - 1] if index else None
    yield from _opening(step, before)
    if step.duration >= _LONG and step.kind not in _WAITING:
        yield Cue(step.start + step.duration / 2, CueKind.HALF_WAY, step)
    if step.kind in _WAITING and index + 1 < len(timeline):
        yield from _count_in(step, timeline[index + 1])


def _opening(step: Step, before: Step | None) -> Iterator[Cue]:
    if step.kind is StepKind.SWITCH:
        yield Cue(step.start, CueKind.SWITCH, step)
        return
    if _is_last(step.set, step.sets) and (before is None or before.set != step.set):
        yield Cue(step.start, CueKind.LAST_SET, step)
    if _is_last(step.rep, step.reps) and (before is None or before.rep != step.rep):
        yield Cue(step.start, CueKind.LAST_REP, step)
    yield Cue(step.start, CueKind.START, step)


def _is_last(number: int | None, of: int | None) -> bool:
    return number is not None and number == of and number > 1


def _finish(timeline: Timeline) -> Iterator[Cue]:
    if timeline:
        yield Cue(timeline.duration, CueKind.FINISH, timeline[-1])


def _count_in(step: Step, to_come: Step) -> Iterator[Cue]:
    for left in range(_COUNT_IN, 0, -1):
        at = step.end - left * _SECOND
        if at >= step.start:
            yield Cue(at, CueKind.COUNT_IN, to_come, left)
