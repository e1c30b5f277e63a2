"""Passes: how often something is done until its end, and the rests between."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import attrs

from kinescript.model import (
    UNSAID,
    Breaths,
    Counts,
    Distance,
    Duration,
    End,
    Pause,
    Range,
    Rest,
    Unsaid,
    Until,
)
from kinescript.volumes._measures import Before, Given
from kinescript.volumes._tally import Tally
from kinescript.volumes._totals import (
    NONE,
    NotDetermined,
    Total,
    added,
    ends,
    exactly,
    first_open,
    fitting,
    greater,
    left,
    one_less,
    times,
)

_CUT: Final = NotDetermined("the last pass is cut short")
_CHANGES: Final = NotDetermined("it changes within one pass")


@attrs.frozen
class Passes:
    """
    How often something is done.

    Attributes:
        number: How many passes; only whole ones where a time or distance ends them.
        pause: The seconds of rest between two of them.
        told: What the end itself tells of all of them together, by name.
        time: The seconds of all of them, where these end them with a pass and its pause.
    """

    number: Total
    pause: Total
    told: tuple[tuple[str, Total], ...] = ()
    time: Total | None = None

    @property
    def rest(self) -> Tally:
        """The rests between the passes."""
        return Tally(rest=times(self.pause, one_less(self.number)))

    def of(self, once: Tally) -> Tally:
        """Return what all passes come to, each of them *once*."""
        return attrs.evolve(once * self.number + self.rest, **dict(self.told))


@attrs.frozen(kw_only=True)
class Cycle:
    """
    What is done in one pass, and what comes after it.

    Attributes:
        once: One pass.
        hold: The seconds of its first hold; None where it has none.
        rests_last: Whether all of its rest comes after all of its work.
        between: The rest after it.
        every: From the start of one pass to that of the next.
        has_changes: Whether sides or ways change in it, which makes it longer.
    """

    once: Tally
    hold: Total | None = None
    rests_last: bool = False
    between: Rest | Unsaid = UNSAID
    every: Pause = UNSAID
    has_changes: bool = False


def passes(cycle: Cycle, end: End, given: Given, name: str = "passes") -> Passes:
    """Find how often a *cycle* is gone through until *end*."""
    spacing = _spacing(cycle, given)
    match end:
        case Duration() | Until(bounds=Duration()):
            return _for_a_time(cycle, spacing, given.lasting(end, "activity").work)
        case Breaths() | Counts() | Until(bounds=Breaths() | Counts()):
            told = given.lasting(end, "activity")
            return _until_told(cycle.once, told, ("breaths", "counts"), spacing.pause)
        case (Distance() as far) | Until(bounds=Distance() as far):
            told = given.far(far)
            told = given.bounded(end, told) if isinstance(end, Until) else told
            return _until_told(cycle.once, told, ("steps", "calories", "distance"), spacing.pause)
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


def _spacing(cycle: Cycle, given: Given) -> _Spacing:
    once = cycle.once
    taken = _CHANGES if cycle.has_changes else added((once.work, once.rest))
    before = Before(cycle.hold, taken)
    if cycle.every is not UNSAID:
        period = given.resting(Rest(cycle.every), before)
        pause = left(period, taken)
        if isinstance(taken, NotDetermined):
            return _Spacing(pause, period, NONE)
        return _Spacing(pause, greater(period, taken), pause)
    pause = NONE if isinstance(cycle.between, Unsaid) else given.resting(cycle.between, before)
    return _Spacing(pause, added((taken, pause)), pause)


def _for_a_time(cycle: Cycle, spacing: _Spacing, whole: Total) -> Passes:
    """Return the passes in a time, of which the last one may be cut short."""
    number = _whole_passes(added((whole, spacing.room)), spacing.period)
    once = cycle.once
    if once.rest == NONE == spacing.pause:
        told = [("work", whole), *_held(once, spacing.period, whole, whole)]
        return Passes(number, spacing.pause, tuple(told))
    work = _work_in(cycle, spacing.period, whole)
    rest = _rest_of(whole, work)
    told = [("work", work), ("rest", rest), *_held(once, spacing.period, whole, work)]
    time = whole if _is_even(spacing.period, whole) else None
    return Passes(number, spacing.pause, tuple(told), time)


def _held(once: Tally, period: Total, whole: Total, work: Total) -> list[tuple[str, Total]]:
    """Return the hold in a time where the passes do not tell it."""
    if once.hold == NONE or _is_even(period, whole):
        return []
    return [("hold", work if once.hold == once.work else _CUT)]


def _is_even(period: Total, whole: Total) -> bool:
    """Whether whole passes, each with its pause, fill the time."""
    length = _exact(period)
    if isinstance(whole, NotDetermined) or not length:
        return False
    return all(end is None or end % length == 0 for end in ends(whole))


def _exact(total: Total) -> Fraction | None:
    """Return the one figure of a total, if it has one."""
    if isinstance(total, NotDetermined) or not total.is_exact:
        return None
    return ends(total)[0]


def _work_in(cycle: Cycle, period: Total, whole: Total) -> Total:
    """Return how much of a time is work."""
    once = cycle.once
    if (unknown := first_open((whole, once.work, once.rest, period))) is not None:
        return unknown
    length, work, rest = map(_exact, (period, once.work, once.rest))
    if isinstance(whole, NotDetermined) or not length or work is None or rest is None:
        return _CUT
    found = [None if end is None else divmod(end, length) for end in ends(whole)]
    rests_last = cycle.rests_last or rest == 0
    if any(each and each[1] and each[1] < work + rest and not rests_last for each in found):
        return _CUT
    return exactly(*(each and each[0] * work + min(each[1], work) for each in found))


def _rest_of(whole: Total, work: Total) -> Total:
    """Return what is left of a time for rest, end by end, for both grow with the time."""
    if not isinstance(whole, Range) or not isinstance(work, Range):
        return work
    pairs = zip(ends(whole), ends(work), strict=True)
    return exactly(*(None if one is None or two is None else one - two for one, two in pairs))
