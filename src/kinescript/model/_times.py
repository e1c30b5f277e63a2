"""Times: when in the day a frequency means."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time, timedelta
from typing import Any, Final, TypeAlias

import attrs

from kinescript._fields import (
    Term,
    as_name,
    as_text,
    clock_time,
    in_order,
    named,
    one,
    one_of,
    wrong,
)
from kinescript.errors import ModelError, Problem
from kinescript.model._lengths import Duration, as_duration
from kinescript.model._quantities import UNSAID, Quantity, Range, Unsaid, Words, as_number


class Anchor(Term):
    """Something in a person's day that a session can be tied to; a calendar has its time."""

    WAKING = "waking"
    BREAKFAST = "breakfast"
    MORNING = "morning"
    MIDDAY = "midday"
    LUNCH = "lunch"
    AFTERNOON = "afternoon"
    DINNER = "dinner"
    EVENING = "evening"
    NIGHT = "night"
    BEDTIME = "bedtime"


@attrs.frozen(field_transformer=named)
class PerDay:
    """
    So many times a day, at times that a calendar finds.

    Attributes:
        count: How many times.
    """

    count: Quantity = attrs.field(converter=as_number)


class Relation(Term):
    """On which side of an event."""

    BEFORE = "before"
    AFTER = "after"


def _as_event(value: Anchor | str) -> Anchor | str:
    if isinstance(value, str):
        return as_name(value)
    return one(Anchor, "an Anchor, or words such as 'sport'", value)


def _as_relation(value: Relation | Unsaid) -> Relation | Unsaid:
    return one_of((Relation, Unsaid), "a Relation such as Relation.AFTER, or UNSAID", value)


def _as_offset_length(value: Duration | timedelta | Unsaid) -> Duration | Unsaid:
    if isinstance(value, timedelta):
        return as_duration(value)
    return one_of((Duration, Unsaid), "a length of time such as minutes(20), or UNSAID", value)


@attrs.frozen(field_transformer=named)
class Around:
    """
    At, before or after something that happens in a day.

    Attributes:
        event: What happens: an `Anchor`, or words such as ``"sport"``.
        relation: Before or after it; UNSAID while it happens.
        by: How long before or after it.

    Raises:
        ModelError: If there is a time, or an anchor, but neither before nor after.
    """

    event: Anchor | str = attrs.field(converter=_as_event)
    relation: Relation | Unsaid = attrs.field(default=UNSAID, converter=_as_relation)
    by: Duration | Unsaid = attrs.field(default=UNSAID, converter=_as_offset_length)

    def __attrs_post_init__(self) -> None:
        if self.by is not UNSAID and self.relation is UNSAID:
            raise ModelError(Problem("expected before or after beside a time", "relation"))
        if isinstance(self.event, Anchor) and self.relation is UNSAID:
            reason = "expected before or after; an anchor alone is a moment"
            raise ModelError(Problem(reason, "relation"))


def _as_edge(value: time | Anchor) -> time | Anchor:
    if isinstance(value, Anchor):
        return value
    return clock_time("a clock time without a zone, such as time(7, 30), or an Anchor", value)


@attrs.frozen(field_transformer=named)
class Window:
    """
    At some time between two moments, whenever it suits best.

    Attributes:
        since: When it opens: a clock time, or an anchor.
        to: When it closes, on the next day where that is earlier.

    Raises:
        ModelError: If it closes when it opens.
    """

    since: time | Anchor = attrs.field(converter=_as_edge)
    to: time | Anchor = attrs.field(converter=_as_edge)

    def __attrs_post_init__(self) -> None:
        if self.since == self.to:
            raise ModelError(Problem("expected another moment than that of its start", "to"))


Moment: TypeAlias = time | Anchor | Around | Window
"""A moment of the day: by the clock, an anchor, around an event, or within a window."""


def _as_moment(value: Moment) -> Moment:
    if isinstance(value, Anchor | Around | Window):
        return value
    return clock_time("a clock time without a zone, such as time(7, 30), or an Anchor", value)


def _as_moments(value: Moment | Iterable[Moment]) -> tuple[Moment, ...]:
    return in_order(_as_moment, value, _rank)


@attrs.frozen(field_transformer=named)
class At:
    """
    At certain moments of the day.

    Attributes:
        moments: Clock times, anchors such as ``Anchor.MORNING`` that the calendar
            resolves, moments around events, and windows; clock times in order come first.
    """

    moments: tuple[Moment, ...] = attrs.field(converter=_as_moments)


@attrs.frozen
class ThroughTheDay:
    """Repeatedly, "routinely", through the day: how often, the source does not say."""


def _as_interval(value: Duration | timedelta) -> Duration:
    expected = "a length of time of more than 0, such as hours(2)"
    interval = (
        as_duration(value) if isinstance(value, timedelta) else one(Duration, expected, value)
    )
    if 0 in {interval.milliseconds.low, interval.milliseconds.high}:
        raise wrong(expected, value)
    return interval


def _as_limit(value: time | Anchor | Unsaid) -> time | Anchor | Unsaid:
    if isinstance(value, Anchor | Unsaid):
        return value
    return clock_time("a clock time without a zone, an Anchor, or UNSAID", value)


@attrs.frozen(field_transformer=named)
class Every:
    """
    Again and again: every 2 hours, every 30 minutes of sitting, ten times an hour.

    Attributes:
        interval: From the start of one to the start of the next.
        bouts: How many bouts there are in each interval, spread evenly.
        since: When it starts; with waking where unsaid.
        to: When it ends, that moment being one of them; with the waking day where unsaid.
        during: The state in which alone its clock runs, as written: ``"sitting"``.
    """

    interval: Duration = attrs.field(converter=_as_interval)
    bouts: Quantity = attrs.field(default=Range(1), converter=as_number, kw_only=True)
    since: time | Anchor | Unsaid = attrs.field(default=UNSAID, converter=_as_limit, kw_only=True)
    to: time | Anchor | Unsaid = attrs.field(default=UNSAID, converter=_as_limit, kw_only=True)
    during: str = attrs.field(default="", converter=as_text, kw_only=True)


@attrs.frozen(field_transformer=named)
class InAll:
    """
    So much a day in as many bouts as it takes: ten minutes a day.

    Attributes:
        length: How long in all.
        bouts: In how many bouts.
    """

    length: Duration = attrs.field(converter=_as_interval)
    bouts: Quantity = attrs.field(default=UNSAID, converter=as_number)


@attrs.frozen(field_transformer=named)
class AsNeeded:
    """
    When the person wants or needs it.

    Attributes:
        reason: For what: ``"cravings"``.
        most: How many times a day at the most.
    """

    reason: str = attrs.field(default="", converter=as_text)
    most: Quantity = attrs.field(default=UNSAID, converter=as_number, kw_only=True)


Times: TypeAlias = PerDay | At | ThroughTheDay | Every | InAll | AsNeeded | Words
"""When in the day; `Words` keep what names no moment, such as ``"when it suits"``."""

TIMES: Final = (PerDay, At, ThroughTheDay, Every, InAll, AsNeeded, Words)
"""The classes of `Times`."""

_TIMES = "PerDay(3), At(...), Every(hours(2)), another kind of times, or UNSAID"


def as_times(value: Times | Unsaid) -> Times | Unsaid:
    """Accept any way to say when in the day."""
    return one_of((*TIMES, Unsaid), _TIMES, value)


def _rank(moment: Moment) -> tuple[int, Any]:
    if isinstance(moment, Anchor):
        return (1, list(Anchor).index(moment))
    if isinstance(moment, time):
        return (0, moment)
    return (2 if isinstance(moment, Around) else 3, repr(moment))
