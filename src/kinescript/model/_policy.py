"""The policies that turn what a prescription leaves open into figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import TypeAlias

import attrs

from kinescript._fields import Term, as_name, named, one, one_of, table, whole, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._lengths import Duration, as_duration, seconds
from kinescript.model._side import Side
from kinescript.model._sides import Order


class Within(Term):
    """Which value of a range to take."""

    LEAST = "least"
    MIDDLE = "middle"
    GREATEST = "greatest"


def _as_within(value: Within) -> Within:
    return one(Within, "a Within such as Within.LEAST", value)


@attrs.frozen(field_transformer=named)
class Choice:
    """
    Which value to plan for where a prescription gives a range.

    The default is the least of everything, because a programme is started at its lower
    end and built up (ACSM, Progression models in resistance training, 2009). Where that
    end is open, the other one is taken.

    Attributes:
        sets: For "2 to 3 sets".
        reps: For "10 to 15 repetitions".
        lengths: For holds and activities, "5 to 10 s".
        rests: For "30 to 60 s rest".
        bouts: For "4 to 5 times a day".
        spans: For "6 to 8 weeks".
        days: For "2 to 3 days a week".
    """

    sets: Within = attrs.field(default=Within.LEAST, converter=_as_within, kw_only=True)
    reps: Within = attrs.field(default=Within.LEAST, converter=_as_within, kw_only=True)
    lengths: Within = attrs.field(default=Within.LEAST, converter=_as_within, kw_only=True)
    rests: Within = attrs.field(default=Within.LEAST, converter=_as_within, kw_only=True)
    bouts: Within = attrs.field(default=Within.LEAST, converter=_as_within, kw_only=True)
    spans: Within = attrs.field(default=Within.LEAST, converter=_as_within, kw_only=True)
    days: Within = attrs.field(default=Within.LEAST, converter=_as_within, kw_only=True)

    @classmethod
    def all(cls, within: Within) -> Choice:
        """Take the same place in every range."""
        fields = attrs.fields_dict(cls)
        return cls(**dict.fromkeys(fields, within))


def _as_exact(value: Duration | timedelta) -> timedelta:
    """Accept an exact length of time."""
    expected = "an exact length such as seconds(5) or a timedelta"
    known = one_of((Duration, timedelta), expected, value)
    known = as_duration(known) if isinstance(known, timedelta) else known
    if known.low is None or not known.milliseconds.is_exact:
        raise wrong(expected, value)
    return known.low


@attrs.frozen(field_transformer=named)
class Estimate:
    """
    How long something takes that a prescription gives no time for.

    Attributes:
        likely: The time to plan with.
        least: The least it may take; *likely* if not given.
        greatest: The most it may take; *likely* if not given.

    Raises:
        ModelError: If the three are not in order.
    """

    likely: timedelta = attrs.field(converter=_as_exact)
    least: timedelta = attrs.field(
        default=attrs.Factory(lambda self: self.likely, takes_self=True),
        converter=_as_exact,
        kw_only=True,
    )
    greatest: timedelta = attrs.field(
        default=attrs.Factory(lambda self: self.likely, takes_self=True),
        converter=_as_exact,
        kw_only=True,
    )

    def __attrs_post_init__(self) -> None:
        if not self.least <= self.likely <= self.greatest:
            reason = "expected least, likely and greatest in this order"
            raise ModelError(Problem(reason, "likely"))


def as_estimate(value: Estimate | Duration | timedelta) -> Estimate:
    """Accept an estimate, or an exact length that is sure."""
    return value if isinstance(value, Estimate) else Estimate(_as_exact(value))


EstimateLike: TypeAlias = Estimate | Duration | timedelta
"""A time: an estimate, or an exact length that is sure."""

WordsTable: TypeAlias = Mapping[str, EstimateLike] | Iterable[tuple[str, EstimateLike]]
"""What words without a number are taken to last."""


def _as_words(value: WordsTable) -> tuple[tuple[str, Estimate], ...]:
    expected = 'words with lengths, such as {"slowly": seconds(4)}'
    return tuple(sorted(table(expected, _as_spoken, value).items()))


def _as_spoken(words: str, value: EstimateLike) -> tuple[str, Estimate]:
    return as_name(words).casefold(), as_estimate(value)


def _as_figure(value: int) -> int:
    return whole(1, value)


def _as_order(value: Order) -> Order:
    return one(Order, "an Order such as Order.BY_SET", value)


def _as_first(value: Side) -> Side:
    if value is Side.LEFT or value is Side.RIGHT:
        return value
    raise wrong("left or right", value)


def _about(likely: float, least: float, greatest: float) -> Estimate:
    return Estimate(seconds(likely), least=seconds(least), greatest=seconds(greatest))


@attrs.frozen(kw_only=True, field_transformer=named)
class Assumptions:
    """
    What is taken for granted where a prescription gives no figure.

    Everything planned with one of these is marked as assumed. `REASONS` says where each
    default comes from. A time is an `Estimate`; an exact length will do.

    Attributes:
        prepare: Getting ready before the first step of a session.
        transition: Changing from one exercise to the next.
        switch: Changing sides.
        rest: Resting between sets.
        repetition: One repetition of which no part is told.
        lift: The way to the end position of a repetition.
        lower: The way back from it.
        inhale: Breathing in, where a breath's tempo gives no figure.
        exhale: Breathing out, likewise.
        hold: A hold without a figure.
        activity: An activity, or a whole dose, without a figure.
        breath: One breath of those that a hold or activity is counted in.
        count: One spoken count.
        words: What certain words are taken to last, wherever they stand for a length.
        sets: Sets, where the source has only words for how many.
        reps: Repetitions, where the source gives no figure.
        passes: Passes of work that is repeated, likewise.
        rounds: Rounds of a circuit, likewise.
        picked: How many of several are picked, likewise.
        metre: One metre of a distance.
        step: One step of those that a distance is counted in.
        calorie: One kilocalorie of those that a machine counts.
        lap: One lap or floor, likewise.
        per_day: Times a day, where no frequency is written.
        through_the_day: Times a day, for "through the day" and other words.
        days_per_week: Days a week, where the source has only words for how many.
        open_end: How many times its given bound an open range may reach, such as twice
            8 for "at least 8".
        order: When the side changes.
        first: The side that begins.
    """

    prepare: Estimate = attrs.field(default=_about(10, 0, 30), converter=as_estimate)
    transition: Estimate = attrs.field(default=_about(20, 5, 60), converter=as_estimate)
    switch: Estimate = attrs.field(default=_about(5, 2, 15), converter=as_estimate)
    rest: Estimate = attrs.field(default=_about(60, 30, 120), converter=as_estimate)
    repetition: Estimate = attrs.field(default=_about(4, 2, 6), converter=as_estimate)
    lift: Estimate = attrs.field(default=_about(2, 1, 3), converter=as_estimate)
    lower: Estimate = attrs.field(default=_about(2, 1, 3), converter=as_estimate)
    inhale: Estimate = attrs.field(default=_about(2, 1, 5), converter=as_estimate)
    exhale: Estimate = attrs.field(default=_about(3, 2, 6), converter=as_estimate)
    hold: Estimate = attrs.field(default=_about(10, 5, 30), converter=as_estimate)
    activity: Estimate = attrs.field(default=_about(60, 30, 300), converter=as_estimate)
    breath: Estimate = attrs.field(default=_about(5, 3, 10), converter=as_estimate)
    count: Estimate = attrs.field(default=_about(1, 0.75, 1.5), converter=as_estimate)
    words: tuple[tuple[str, Estimate], ...] = attrs.field(
        default=(
            ("a few seconds", _about(3, 2, 5)),
            ("briefly", _about(2, 1, 3)),
            ("explosive", _about(1, 0.3, 1)),
            ("slowly", _about(4, 2, 6)),
        ),
        converter=_as_words,
    )
    sets: int = attrs.field(default=3, converter=_as_figure)
    reps: int = attrs.field(default=10, converter=_as_figure)
    passes: int = attrs.field(default=2, converter=_as_figure)
    rounds: int = attrs.field(default=2, converter=_as_figure)
    picked: int = attrs.field(default=1, converter=_as_figure)
    metre: Estimate = attrs.field(default=_about(0.75, 0.2, 1.2), converter=as_estimate)
    step: Estimate = attrs.field(default=_about(0.6, 0.3, 1), converter=as_estimate)
    calorie: Estimate = attrs.field(default=_about(6, 3, 15), converter=as_estimate)
    lap: Estimate = attrs.field(default=_about(30, 10, 180), converter=as_estimate)
    per_day: int = attrs.field(default=1, converter=_as_figure)
    through_the_day: int = attrs.field(default=3, converter=_as_figure)
    days_per_week: int = attrs.field(default=3, converter=_as_figure)
    open_end: int = attrs.field(default=2, converter=_as_figure)
    order: Order = attrs.field(default=Order.BY_DOSE, converter=_as_order)
    first: Side = attrs.field(default=Side.LEFT, converter=_as_first)

    def spoken(self, words: str) -> Estimate | None:
        """Return what *words* are taken to last, or None if they are not listed."""
        return dict(self.words).get(words.casefold())


_ACSM = "ACSM, Progression models in resistance training for healthy adults, 2009"
_SLOW = "Russo, Santarelli and O'Rourke, The physiological effects of slow breathing, Breathe, 2017"
_OURS = "no source: our figure"

REASONS: Mapping[str, str] = {
    "prepare": f"{_OURS}, time to put the phone down and get into position",
    "transition": f"{_OURS}, time to change position and equipment",
    "switch": f"{_OURS}, time to turn over or change legs",
    "rest": f"1 to 2 min between sets at lower loads ({_ACSM}); less for light home exercises",
    "repetition": f"lift and lower together at a moderate speed of 1 to 2 s each ({_ACSM})",
    "lift": f"1 to 2 s at a moderate speed ({_ACSM}), taken at its slow end",
    "lower": f"1 to 2 s at a moderate speed ({_ACSM}), taken at its slow end",
    "inhale": f"two fifths of a breath of 5 s; {_OURS}",
    "exhale": f"three fifths of a breath of 5 s; {_OURS}",
    "hold": "10 to 30 s suit most adults' stretches (ACSM, Guidelines for Exercise Testing and "
    "Prescription, 11th edition), taken at its low end",
    "activity": f"{_OURS}, so that a session has a length at all",
    "breath": f"10 to 20 breaths a minute at rest, 4 to 10 when slow ({_SLOW}); 12 a minute",
    "count": f"{_OURS}, one a second as such counts are meant",
    "words": f"{_OURS}",
    "sets": f"{_OURS}, what “several” is usually taken to be",
    "reps": f"8 to 12 repetitions for novices ({_ACSM}), in the middle",
    "passes": f"{_OURS}, the least that is a repetition",
    "rounds": f"{_OURS}, the least that is a round trip",
    "picked": f"{_OURS}, the least that is a choice",
    "metre": "a comfortable walk of 1.2 to 1.4 m/s (Bohannon, Comfortable and maximum walking "
    "speed of adults aged 20 to 79 years, Age and Ageing, 1997); a sprint at the least",
    "step": "100 steps a minute at moderate intensity (Tudor-Locke and others, How fast is fast "
    "enough?, British Journal of Sports Medicine, 2018)",
    "calorie": f"{_OURS}, 10 kcal a minute on a machine",
    "lap": f"{_OURS}",
    "per_day": f"{_OURS}, the least that is a habit",
    "through_the_day": f"{_OURS}, once in the morning, the middle and the end of the day",
    "days_per_week": f"{_OURS}, what is mostly meant by “several”",
    "open_end": f"{_OURS}, to bound the greatest length of a session",
    "order": f"{_OURS}, the fewest changes of side",
    "first": f"{_OURS}, one side has to begin",
}
"""Why each default of `Assumptions` is what it is, and its source where it has one."""
