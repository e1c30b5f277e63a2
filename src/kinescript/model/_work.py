"""Work: what one set consists of, as leaves and a small recursive core."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TypeAlias

import attrs

from kinescript._fields import as_text, many, named, one_of, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._lengths import Duration, Length, as_length
from kinescript.model._quantities import UNSAID, Count, Unsaid, as_count
from kinescript.model._tempo import Part, Tempo


@attrs.frozen(field_transformer=named)
class Rest:
    """
    A pause; where it stands says between what.

    Attributes:
        length: How long.
        activity: What to do in it ("walk easily"), or nothing.
    """

    length: Length = attrs.field(converter=as_length)
    activity: str = attrs.field(default="", converter=as_text, kw_only=True)


def as_rest(value: Rest | Length | timedelta) -> Rest | Unsaid:
    """Accept a rest, or its length alone."""
    if value is UNSAID or isinstance(value, Rest):
        return value
    return Rest(value)


def _as_tempo(value: Tempo | Unsaid) -> Tempo | Unsaid:
    return one_of((Tempo, Unsaid), "a Tempo, such as tempo('3-0-1-0'), or UNSAID", value)


def _as_time(value: Length | timedelta) -> Length:
    """Accept any way to say how long, unless that is no time at all."""
    length = as_length(value)
    if isinstance(length, Duration) and length.milliseconds.high == 0:
        raise wrong("a length of more than 0, such as seconds(10)", value)
    return length


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

    Raises:
        ModelError: If the pause at the top is given twice, as a hold and in the tempo.
    """

    count: Count = attrs.field(converter=as_count)
    hold: Length | None = attrs.field(default=None, converter=_as_hold, kw_only=True)
    tempo: Tempo | Unsaid = attrs.field(default=UNSAID, converter=_as_tempo, kw_only=True)
    rest: Rest | Unsaid = attrs.field(default=UNSAID, converter=as_rest, kw_only=True)

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
    """

    length: Length = attrs.field(converter=_as_time)


@attrs.frozen(field_transformer=named)
class Timed:
    """
    An activity that goes on for a time: walking, pedalling, squats for 30 s.

    Attributes:
        length: How long, and longer than 0; per side where there are sides.
    """

    length: Length = attrs.field(converter=_as_time)


def as_work(value: Work) -> Work:
    """Accept any kind of work."""
    kinds = (Reps, Hold, Timed, Series, Repeat)
    return one_of(kinds, "Reps, Hold, Timed, Series or Repeat", value)


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
        if not self.parts:
            raise ModelError(Problem("expected at least one piece of work", "parts"))


@attrs.frozen(field_transformer=named)
class Repeat:
    """
    The same work several times inside one set.

    Attributes:
        body: What is repeated.
        end: How many times.
        between: The pause between two passes; there is none where it is unsaid.
    """

    body: Work = attrs.field(converter=as_work)
    end: Count = attrs.field(converter=as_count)
    between: Rest | Unsaid = attrs.field(default=UNSAID, converter=as_rest, kw_only=True)


Work: TypeAlias = Reps | Hold | Timed | Series | Repeat
"""What one set consists of."""


@attrs.frozen(field_transformer=named)
class Sets:
    """
    The same work a number of times, with rest between.

    Attributes:
        count: How many sets; done once where the source does not say.
        work: What one set consists of.
        rest: The pause between sets; none follows the last. Assumed where unsaid.
    """

    count: Count = attrs.field(converter=as_count)
    work: Work = attrs.field(converter=as_work)
    rest: Rest | Unsaid = attrs.field(default=UNSAID, converter=as_rest, kw_only=True)


def as_sets(value: Sets | Work) -> Sets:
    """Accept sets, or work alone: one set that the source does not count."""
    return value if isinstance(value, Sets) else Sets(UNSAID, as_work(value))
