"""Intensity: how hard, against a scale, a load, or the person's own best."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TypeAlias

import attrs

from kinescript._fields import Term, as_name, as_text, many, named, one, one_of, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._lengths import Duration, as_duration
from kinescript.model._quantities import UNSAID, Range, Unsaid, Words, as_amount


class Mass(Term):
    """A unit of mass; a pood is the 16 kg or so that kettlebells are counted in."""

    KILOGRAM = "kg"
    POUND = "lb"
    POOD = "pood"


def _as_mass(value: Mass) -> Mass:
    return one(Mass, "a Mass such as Mass.KILOGRAM", value)


@attrs.frozen(field_transformer=named)
class Load:
    """
    A weight to move.

    Attributes:
        amount: How much.
        unit: In which unit.
        each: What each has that weight, where it is not the whole: ``"hand"``.
    """

    amount: Range = attrs.field(converter=as_amount)
    unit: Mass = attrs.field(default=Mass.KILOGRAM, converter=_as_mass)
    each: str = attrs.field(default="", converter=as_text, kw_only=True)


@attrs.frozen(field_transformer=named)
class Band:
    """
    An elastic band.

    Attributes:
        name: Which one: its colour, or ``"light"``.
    """

    name: str = attrs.field(converter=as_name)


class Scale(Term):
    """
    A scale of perceived exertion.

    ``CR10`` runs from 0 to 10, ``BORG`` from 6 to 20 (Borg's scales of 1982 and 1970);
    ``RPE`` is the 0 to 10 of strength training, whose upper end counts what is left in
    reserve (Zourdos and others, 2016), and ``RIR`` counts those repetitions themselves.
    ``DISCOMFORT`` runs from 0 to 10.
    """

    CR10 = "cr10"
    BORG = "borg"
    RPE = "rpe"
    RIR = "rir"
    DISCOMFORT = "discomfort"


_BOUNDS = {
    Scale.CR10: (0, 10),
    Scale.BORG: (6, 20),
    Scale.RPE: (0, 10),
    Scale.RIR: (0, 30),
    Scale.DISCOMFORT: (0, 10),
}


def _as_scale(value: Scale) -> Scale:
    return one(Scale, "a Scale such as Scale.BORG", value)


@attrs.frozen(field_transformer=named)
class Exertion:
    """
    How hard it should feel.

    Attributes:
        value: The figure on the scale.
        scale: Which scale.

    Raises:
        ModelError: If the figure is not on the scale.
    """

    value: Range = attrs.field(converter=as_amount)
    scale: Scale = attrs.field(default=Scale.CR10, converter=_as_scale)

    def __attrs_post_init__(self) -> None:
        low, high = _BOUNDS[self.scale]
        if any(
            bound is not None and not low <= bound <= high
            for bound in (self.value.low, self.value.high)
        ):
            reason = f"expected {low} to {high} on the {self.scale.value} scale, got {self.value}"
            if self.scale is Scale.RPE:
                reason += "; Borg's scale is from 6 to 20"
            raise ModelError(Problem(reason, "value"))


def _as_reference(value: str | Unsaid) -> str | Unsaid:
    return UNSAID if value is UNSAID else as_name(value)


@attrs.frozen(field_transformer=named)
class Share:
    """
    A share of something that is the person's own: ``Share(70, "1RM")`` is 70% of it.

    Attributes:
        percent: How many hundredths.
        of: Of what, as coaches write it: ``"1RM"``, ``"TM"``, ``"MVC"``, ``"HRmax"``,
            ``"HRR"``, ``"FTP"``, ``"body weight"``, ``"today's top set"``, ``"the hold"``.
    """

    percent: Range = attrs.field(converter=as_amount)
    of: str | Unsaid = attrs.field(default=UNSAID, converter=_as_reference)


def _as_reps(value: int | Range) -> Range:
    reps = as_amount(value)
    if not reps.is_whole or 0 in {reps.low, reps.high}:
        raise wrong("a whole number of 1 or more or a range of them", value)
    return reps


@attrs.frozen(field_transformer=named)
class RepMax:
    """
    The most that can be moved so many times: ``RepMax(8)`` is the 8RM.

    Attributes:
        reps: How many times.
    """

    reps: Range = attrs.field(converter=_as_reps)


@attrs.frozen(field_transformer=named)
class Zone:
    """
    A training zone of a named model.

    Attributes:
        number: Which zone.
        model: Whose: ``"5-zone heart rate"``; empty where the source does not say.
    """

    number: Range = attrs.field(converter=_as_reps)
    model: str = attrs.field(default="", converter=as_text)


class Unit(Term):
    """
    What a `Target` is counted in.

    ``BEATS`` are the heart's and ``TEMPO`` a metronome's, both per minute; ``DEGREE`` is
    the angle that a joint reaches, ``LEVEL`` the setting of a machine.
    """

    BEATS = "HR"
    TEMPO = "bpm"
    TURNS = "rpm"
    STEPS = "steps/min"
    STROKES = "strokes/min"
    WATT = "W"
    WATT_PER_KILOGRAM = "W/kg"
    KILOMETRES_PER_HOUR = "km/h"
    MILES_PER_HOUR = "mph"
    METRES_PER_SECOND = "m/s"
    DEGREE = "degrees"
    METRE = "m"
    YARD = "yd"
    FOOT = "ft"
    CENTIMETRE = "cm"
    INCH = "in"
    MET = "MET"
    MERCURY = "mmHg"
    INCLINE = "% incline"
    LEVEL = "level"


def _as_unit(value: Unit) -> Unit:
    return one(Unit, "a Unit such as Unit.WATT", value)


@attrs.frozen(field_transformer=named)
class Target:
    """
    A measure to keep to: heart rate, cadence, power, speed, an angle, a height.

    Attributes:
        amount: How much; ``Range(None, 90)`` is a limit.
        unit: Of what.
    """

    amount: Range = attrs.field(converter=as_amount)
    unit: Unit = attrs.field(converter=_as_unit)


class PaceUnit(Term):
    """The distance that a `Pace` is told for."""

    KILOMETRE = "km"
    MILE = "mi"
    HUNDRED_METRES = "100m"
    HUNDRED_YARDS = "100yd"
    FIVE_HUNDRED_METRES = "500m"


def _as_pace_unit(value: PaceUnit) -> PaceUnit:
    return one(PaceUnit, "a PaceUnit such as PaceUnit.KILOMETRE", value)


def _as_time(value: Duration | timedelta) -> Duration:
    expected = "a time of more than 0, such as minutes(5), or a timedelta"
    time = as_duration(value) if isinstance(value, timedelta) else one(Duration, expected, value)
    if time.milliseconds.high == 0:
        raise wrong(expected, value)
    return time


@attrs.frozen(field_transformer=named)
class Pace:
    """
    The time that a distance takes.

    Attributes:
        time: How long it takes.
        per: For which distance.
    """

    time: Duration = attrs.field(converter=_as_time)
    per: PaceUnit = attrs.field(default=PaceUnit.KILOMETRE, converter=_as_pace_unit)


Intensity: TypeAlias = Load | Band | Exertion | Share | RepMax | Zone | Target | Pace | Words
"""How hard; `Words` keep what has no figure, such as ``"easy"`` or ``"able to talk"``."""


def as_intensity(value: Intensity) -> Intensity:
    """Accept any way to say how hard."""
    kinds = (Load, Band, Exertion, Share, RepMax, Zone, Target, Pace, Words)
    expected = "Load(20), Exertion(7), Share(70, '1RM') or another Intensity"
    return one_of(kinds, expected, value)


def as_intensities(value: Intensity | Iterable[Intensity]) -> tuple[Intensity, ...]:
    """Accept an intensity or several that hold at once."""
    return many(as_intensity, value)
