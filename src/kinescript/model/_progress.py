"""How a dose changes: by the calendar, by the session, or by what is found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import attrs

from kinescript._fields import Term, as_name, as_text, many, named, one, one_of, whole, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._distance import Distance, bare
from kinescript.model._intensity import (
    Band,
    Exertion,
    Intensity,
    Load,
    Pace,
    RepMax,
    Share,
    Target,
    Zone,
)
from kinescript.model._lengths import Breaths, Counts, Duration, Measured
from kinescript.model._periods import Period, as_period
from kinescript.model._quantities import UNSAID, Range, Unsaid, Words, as_amount
from kinescript.model._signs import Condition, as_condition


class Aspect(Term):
    """What of a dose changes."""

    SETS = "sets"
    REPS = "reps"
    HOLD = "hold"
    TIME = "time"
    DISTANCE = "distance"
    REST = "rest"
    LOAD = "load"
    SPEED = "speed"
    RANGE = "range"
    ROUNDS = "rounds"
    BOUTS = "bouts"
    DAYS = "days"


class Direction(Term):
    """Whether something grows or shrinks."""

    UP = "up"
    DOWN = "down"


Amount: TypeAlias = Range | Measured | Distance | Intensity | Unsaid
"""What an aspect of a dose changes by, or to."""

_AMOUNTS = (
    *(Range, Duration, Breaths, Counts, Distance),
    *(Load, Band, Exertion, Share, RepMax, Zone, Target, Pace, Words, Unsaid),
)


def _as_amount(value: int | Amount) -> Amount:
    if isinstance(value, int):
        return as_amount(value)
    expected = "a Range, a length, a distance, a load, Words or UNSAID"
    return bare(one_of(_AMOUNTS, expected, value))


def _as_aspects(value: Aspect | Iterable[Aspect]) -> tuple[Aspect, ...]:
    aspects = many(lambda each: one(Aspect, "an Aspect such as Aspect.HOLD", each), value)
    if not aspects or len(set(aspects)) < len(aspects):
        raise wrong("at least one aspect, each once", value)
    return aspects


def _as_direction(value: Direction | Unsaid) -> Direction | Unsaid:
    return one_of((Direction, Unsaid), "a Direction such as Direction.UP, or UNSAID", value)


def _as_session(value: int) -> int:
    return whole(1, value)


@attrs.frozen(field_transformer=named)
class Sessions:
    """
    A number of sessions, as a step of a progression.

    Attributes:
        count: How many.
    """

    count: int = attrs.field(default=1, converter=_as_session)


Pacing: TypeAlias = Period | Sessions | Words | Unsaid
"""How often something changes."""


def _as_every(value: Pacing) -> Pacing:
    expected = "a Period such as weeks(2), Sessions(1), Words or UNSAID"
    return one_of((Period, Sessions, Words, Unsaid), expected, value)


def _as_after(value: Period | int | Unsaid) -> Period | Unsaid:
    return UNSAID if isinstance(value, Unsaid) else as_period(value)


def _as_when(value: Condition | str | Unsaid) -> Condition | Unsaid:
    return UNSAID if isinstance(value, Unsaid) else as_condition(value)


@attrs.frozen(field_transformer=named)
class Change:
    """
    How a dose changes: "build the hold to 30 s", "1 set more every 2 weeks, up to 5".

    Attributes:
        aspect: What changes; several change together.
        to: What it ends at.
        by: How much it changes each time.
        direction: Whether it grows or shrinks; with *to* alone it need not be said.
        every: How often it changes.
        after: How much of the programme comes before it starts.
        when: What has to be found first.
        words: How, as written: ``"slowly"``, ``"as tolerated"``.

    Raises:
        ModelError: If there is an amount to change by without a direction.
    """

    aspect: tuple[Aspect, ...] = attrs.field(converter=_as_aspects)
    to: Amount = attrs.field(default=UNSAID, converter=_as_amount)
    by: Amount = attrs.field(default=UNSAID, converter=_as_amount, kw_only=True)
    direction: Direction | Unsaid = attrs.field(
        default=UNSAID, converter=_as_direction, kw_only=True
    )
    every: Pacing = attrs.field(default=UNSAID, converter=_as_every, kw_only=True)
    after: Period | Unsaid = attrs.field(default=UNSAID, converter=_as_after, kw_only=True)
    when: Condition | Unsaid = attrs.field(default=UNSAID, converter=_as_when, kw_only=True)
    words: str = attrs.field(default="", converter=as_text, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.by is not UNSAID and self.direction is UNSAID:
            raise ModelError(Problem("expected a direction beside an amount", "direction"))


class Action(Term):
    """What to do when something is found."""

    STOP = "stop"
    REDUCE = "reduce"
    CONTINUE = "carry on"
    REPEAT = "repeat"
    ADVANCE = "go on"
    BACK = "go back"


def _as_then(value: Action | str) -> Action | str:
    if isinstance(value, str):
        return as_name(value)
    return one(Action, "an Action such as Action.STOP, or words", value)


@attrs.frozen(field_transformer=named)
class Rule:
    """
    What to do when something is found: "stop if the dizziness is above 5/10".

    Attributes:
        when: What is found.
        then: What to do; "go back" is to the phase before, "go on" to the next.
        rest: For how long not to train before that.
    """

    when: Condition = attrs.field(converter=as_condition)
    then: Action | str = attrs.field(converter=_as_then)
    rest: Period | Unsaid = attrs.field(default=UNSAID, converter=_as_after, kw_only=True)


def _as_action(value: Action | str | Unsaid) -> Action | str | Unsaid:
    if isinstance(value, str):
        return as_name(value)
    return one_of((Action, Unsaid), "an Action such as Action.STOP, words, or UNSAID", value)


@attrs.frozen(field_transformer=named)
class SymptomLimit:
    """
    What is allowed of a symptom: "pain at most 5/10".

    Attributes:
        sign: The symptom as far as it is allowed.
        action: What to do beyond it; UNSAID where the source does not say.
    """

    sign: Condition = attrs.field(converter=as_condition)
    action: Action | str | Unsaid = attrs.field(default=UNSAID, converter=_as_action)


Guide: TypeAlias = Change | Rule | SymptomLimit
"""What steers a dose: a progression, a rule or a limit."""


def as_guides(value: Guide | Iterable[Guide]) -> tuple[Guide, ...]:
    """Accept a guide or several."""
    expected = "a Change, a Rule or a SymptomLimit"
    return many(lambda each: one_of((Change, Rule, SymptomLimit), expected, each), value)
