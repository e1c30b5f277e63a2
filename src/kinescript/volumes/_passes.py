"""Passes: how often something is done until its end, and the rests between."""

from __future__ import annotations

import attrs

from kinescript.model import (
    UNSAID,
    Breaths,
    Counts,
    Distance,
    Duration,
    End,
    Pause,
    Rest,
    Unsaid,
    Until,
)
from kinescript.volumes._measures import Given
from kinescript.volumes._tally import Tally
from kinescript.volumes._totals import (
    NONE,
    NotDetermined,
    Total,
    added,
    fitting,
    left,
    one_less,
    times,
)


@attrs.frozen
class Passes:
    """
    How often something is done.

    Attributes:
        number: How many passes; only whole ones where a time or distance ends them.
        pause: The seconds of rest between two of them.
        told: What the end itself tells of all of them together, by name.
    """

    number: Total
    pause: Total
    told: tuple[tuple[str, Total], ...] = ()

    @property
    def rest(self) -> Tally:
        """The rests between the passes."""
        return Tally(rest=times(self.pause, one_less(self.number)))

    def of(self, once: Tally) -> Tally:
        """Return what all passes come to, each of them *once*."""
        return attrs.evolve(once * self.number + self.rest, **dict(self.told))


def passes(
    once: Tally,
    end: End,
    given: Given,
    *,
    between: Rest | Unsaid = UNSAID,
    every: Pause = UNSAID,
    name: str = "passes",
) -> Passes:
    """Find how often *once* is done until *end*."""
    spacing = _spacing(once, between, every, given)
    match end:
        case Duration() | Until(bounds=Duration()):
            whole = given.lasting(end, "activity").work
            number = _whole_passes(added((whole, spacing.room)), spacing.period)
            is_all_work = once.rest == NONE == spacing.pause
            return Passes(number, spacing.pause, (("work", whole),) if is_all_work else ())
        case Breaths() | Counts() | Until(bounds=Breaths() | Counts()):
            told = given.lasting(end, "activity")
            return _until_told(once, told, ("breaths", "counts"), spacing.pause)
        case (Distance() as far) | Until(bounds=Distance() as far):
            told = given.far(far)
            return _until_told(once, told, ("steps", "calories", "distance"), spacing.pause)
        case _:
            return Passes(given.count(end, name), spacing.pause)


def _until_told(once: Tally, told: Tally, names: tuple[str, ...], pause: Total) -> Passes:
    """Return the passes until what the end tells, by the name of what it tells."""
    name = next(name for name in names if getattr(told, name) != NONE)
    whole = getattr(told, name)
    return Passes(_whole_passes(whole, getattr(once, name)), pause, ((name, whole),))


def _whole_passes(room: Total, each: Total) -> Total:
    number = fitting(room, each)
    return NotDetermined("it ends before one pass is over") if number == NONE else number


@attrs.frozen
class _Spacing:
    """The rest after a pass, from one start to the next, and what the last pass does without."""

    pause: Total
    period: Total
    room: Total


def _spacing(once: Tally, between: Rest | Unsaid, every: Pause, given: Given) -> _Spacing:
    taken = added((once.work, once.rest))
    if every is not UNSAID:
        period = given.resting(Rest(every))
        return _Spacing(left(period, taken), period, NONE)
    pause = NONE if isinstance(between, Unsaid) else given.resting(between)
    return _Spacing(pause, added((taken, pause)), pause)
