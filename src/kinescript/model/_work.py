"""Work: what one set consists of, as leaves and a small recursive core."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final, TypeAlias

import attrs

from kinescript._fields import as_flag, as_text, many, named, one_of, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._distance import Distance, is_bare
from kinescript.model._ends import Length, as_length, as_time
from kinescript.model._intensity import Intensity, Share, as_intensities
from kinescript.model._lengths import Breaths, Counts, Duration, Measured
from kinescript.model._periods import Period
from kinescript.model._quantities import UNSAID, Range, Unsaid, Words
from kinescript.model._side import Side, as_side
from kinescript.model._signs import Count, Until, as_count
from kinescript.model._tempo import Part, Tempo

Pause: TypeAlias = Length | Distance | Share
"""How long a rest or an interval is; a `Share` is of something named, such as the hold."""


def as_pause(value: Pause | timedelta) -> Pause:
    """Accept a length, a distance to cover meanwhile, or a share of something named."""
    if isinstance(value, Distance) and not is_bare(value):
        raise wrong("a distance alone; what is done in it and how hard are the rest's", value)
    return value if isinstance(value, Distance | Share) else as_length(value)


@attrs.frozen(field_transformer=named)
class Rest:
    """
    A pause; where it stands says between what.

    Attributes:
        length: How long, or how far.
        activity: What to do in it ("walk easily"), or nothing.
        intensity: How hard that is.
    """

    length: Pause = attrs.field(converter=as_pause)
    activity: str = attrs.field(default="", converter=as_text, kw_only=True)
    intensity: tuple[Intensity, ...] = attrs.field(
        default=(), converter=as_intensities, kw_only=True
    )


def as_rest(value: Rest | Pause | timedelta) -> Rest | Unsaid:
    """Accept a rest, or its length alone."""
    if value is UNSAID or isinstance(value, Rest):
        return value
    return Rest(value)


def as_every(value: Pause | timedelta | Unsaid) -> Pause:
    """Accept how often something starts anew, or UNSAID."""
    if isinstance(value, Distance):
        raise wrong("a length or a Share", value)
    return value if isinstance(value, Share) else as_time(value)


def _as_tempo(value: Tempo | Unsaid) -> Tempo | Unsaid:
    return one_of((Tempo, Unsaid), "a Tempo, such as tempo('3-0-1-0'), or UNSAID", value)


def _as_hold(value: Length | timedelta | None) -> Length | None:
    return None if value is None else as_length(value)


@attrs.frozen(field_transformer=named)
class Reps:
    """
    Counted movements, each perhaps with a hold or a tempo.

    Attributes:
        count: How many repetitions in one set; per side where there are sides.
        hold: How long each repetition is held at its end position; None where it is not held.
        tempo: The timed parts of each repetition.
        rest: The pause between repetitions; there is none where it is unsaid.
        activity: What is counted, where the exercise's name does not say: ``"throws"``.
        intensity: How hard.
        side: On which side, where the parts of a dose differ.

    Raises:
        ModelError: If the pause at the top is given twice, as a hold and in the tempo.
    """

    count: Count = attrs.field(converter=as_count)
    hold: Length | None = attrs.field(default=None, converter=_as_hold, kw_only=True)
    tempo: Tempo | Unsaid = attrs.field(default=UNSAID, converter=_as_tempo, kw_only=True)
    rest: Rest | Unsaid = attrs.field(default=UNSAID, converter=as_rest, kw_only=True)
    activity: str = attrs.field(default="", converter=as_text, kw_only=True)
    intensity: tuple[Intensity, ...] = attrs.field(
        default=(), converter=as_intensities, kw_only=True
    )
    side: Side | Unsaid = attrs.field(default=UNSAID, converter=as_side, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.hold is None or self.tempo is UNSAID:
            return
        if self.tempo.is_breath:
            reason = "expected no hold beside a breath's tempo; hold it in with Part.FULL"
            raise ModelError(Problem(reason, "hold"))
        if self.tempo.get(Part.TOP) not in {None, Duration(0)}:
            reason = "expected the pause at the top once, as a hold or in the tempo"
            raise ModelError(Problem(reason, "hold"))


@attrs.frozen(field_transformer=named)
class Hold:
    """
    One position that is kept: a stretch, a plank.

    Attributes:
        length: How long, and longer than 0; per side where there are sides.
        activity: What is done, where the exercise's name does not say: ``"contract"``.
        intensity: How hard.
        side: On which side, where the parts of a dose differ.
    """

    length: Length = attrs.field(converter=as_time)
    activity: str = attrs.field(default="", converter=as_text, kw_only=True)
    intensity: tuple[Intensity, ...] = attrs.field(
        default=(), converter=as_intensities, kw_only=True
    )
    side: Side | Unsaid = attrs.field(default=UNSAID, converter=as_side, kw_only=True)


@attrs.frozen(field_transformer=named)
class Timed:
    """
    An activity that goes on for a time: walking, pedalling, squats for 30 s.

    Attributes:
        length: How long, and longer than 0; per side where there are sides.
        activity: What is done, where the exercise's name does not say: ``"run"``.
        intensity: How hard.
        side: On which side, where the parts of a dose differ.
    """

    length: Length = attrs.field(converter=as_time)
    activity: str = attrs.field(default="", converter=as_text, kw_only=True)
    intensity: tuple[Intensity, ...] = attrs.field(
        default=(), converter=as_intensities, kw_only=True
    )
    side: Side | Unsaid = attrs.field(default=UNSAID, converter=as_side, kw_only=True)


def as_work(value: Work) -> Work:
    """Accept any kind of work."""
    return one_of(WORK, "Reps, Hold, Timed, Distance, Series or Repeat", value)


def _as_part(value: Work | Rest) -> Work | Rest:
    return value if isinstance(value, Rest) else as_work(value)


def _as_parts(value: Work | Rest | Iterable[Work | Rest]) -> tuple[Work | Rest, ...]:
    return many(_as_part, value)


@attrs.frozen(field_transformer=named)
class Series:
    """
    Different pieces of work, one after another: a cluster, "10 pulses, then hold 10 s".

    Attributes:
        parts: The pieces in order; a `Rest` stands where the source writes one.
    """

    parts: tuple[Work | Rest, ...] = attrs.field(converter=_as_parts)

    def __attrs_post_init__(self) -> None:
        if len(self.parts) < 2:  # noqa: PLR2004
            raise ModelError(Problem("expected at least two pieces of work", "parts"))


End: TypeAlias = Count | Measured | Distance
"""When something repeated is over: after so many times, so long, so far, or at a sign."""


def as_end(value: int | End | timedelta) -> End:
    """Accept a count, a length, a distance, or Until a sign."""
    if isinstance(value, Distance):
        if not is_bare(value):
            raise wrong("a distance alone", value)
        return value
    if isinstance(value, Until):
        if isinstance(value.bounds, Period):
            raise wrong("a count's, a length's or a distance's bounds", value.bounds)
        return as_count(value) if isinstance(value.bounds, Range) else value
    if isinstance(value, int | Range | Words | Unsaid):
        return as_count(value)
    return one_of((Duration, Breaths, Counts), _ENDS, as_time(value))


_ENDS = "a whole number of 1 or more, minutes(20), kilometres(5), Words, UNSAID or Until(...)"


@attrs.frozen(field_transformer=named)
class Repeat:
    """
    The same work several times inside one set.

    Attributes:
        body: What is repeated.
        end: How many times, or until when: ``minutes(20)`` cuts the last pass short.
        between: The pause between two passes; there is none where it is unsaid.
        every: How long after the start of one pass the next one starts ("8 x 50 m
            starting every 60 s"); what is left of it is rest.
    """

    body: Work = attrs.field(converter=as_work)
    end: End = attrs.field(converter=as_end)
    between: Rest | Unsaid = attrs.field(default=UNSAID, converter=as_rest, kw_only=True)
    every: Pause = attrs.field(default=UNSAID, converter=as_every, kw_only=True)


Work: TypeAlias = Reps | Hold | Timed | Distance | Series | Repeat
"""What one set consists of."""

WORK: Final = (Reps, Hold, Timed, Distance, Series, Repeat)
"""The classes of `Work`."""


@attrs.frozen(field_transformer=named)
class Sets:
    """
    The same work a number of times, with rest between.

    Attributes:
        count: How many sets; done once where the source does not say.
        work: What one set consists of.
        rest: The pause between sets; none follows the last. Assumed where unsaid, unless
            the work goes on: it ends in a rest, or is activity of several kinds in turn.
        every: How long after the start of one set the next one starts.
        side: Which side these sets are for, where those of a dose differ.
        warm_up: Whether they only prepare for the others.
    """

    count: Count = attrs.field(converter=as_count)
    work: Work = attrs.field(converter=as_work)
    rest: Rest | Unsaid = attrs.field(default=UNSAID, converter=as_rest, kw_only=True)
    every: Pause = attrs.field(default=UNSAID, converter=as_every, kw_only=True)
    side: Side | Unsaid = attrs.field(default=UNSAID, converter=as_side, kw_only=True)
    warm_up: bool = attrs.field(default=False, converter=as_flag, kw_only=True)


def as_sets(value: Sets | Work) -> Sets:
    """Accept sets, or work alone: one set that the source does not count."""
    return value if isinstance(value, Sets) else Sets(UNSAID, as_work(value))


def goes_on(work: Work) -> bool:
    """
    Whether one set of *work* follows another without a rest that is not written.

    So it is with work that ends in a rest, and with activities in turn, such as running
    and walking.

    >>> from kinescript.model import Distance, DistanceUnit, Timed, minutes
    >>> run, walk = Distance(400, DistanceUnit.METRE, activity="run"), Timed(minutes(2))
    >>> goes_on(Series([run, walk])), goes_on(Series([run, Rest(minutes(2))])), goes_on(run)
    (True, True, False)
    """
    if not isinstance(work, Series):
        return False
    return isinstance(work.parts[-1], Rest) or all(map(_is_activity, work.parts))


def _is_activity(work: Work | Rest) -> bool:
    match work:
        case Timed() | Distance():
            return True
        case Series(parts):
            return all(map(_is_activity, parts))
        case Repeat(body, between=Unsaid(), every=Unsaid()):
            return _is_activity(body)
        case _:
            return False
