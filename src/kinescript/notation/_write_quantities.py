"""Quantities, lengths, distances, intensities and signs as text."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final, assert_never

from kinescript.model import (
    AllOf,
    AnyOf,
    Band,
    Breaths,
    Compared,
    Condition,
    Counts,
    Distance,
    DistanceUnit,
    Duration,
    Exertion,
    Intensity,
    Length,
    Load,
    Mass,
    Number,
    Pace,
    Pause,
    Period,
    Quantity,
    Range,
    RepMax,
    Scale,
    Share,
    Sign,
    Target,
    Unit,
    Unsaid,
    Until,
    Words,
    Zone,
)
from kinescript.model._signs import AS_LONG_AS_POSSIBLE, AS_MANY_AS_POSSIBLE, FAILURE
from kinescript.notation._texts import quoted, worded
from kinescript.notation._types import Value


def digits(number: Number) -> str:
    """Return a number in digits, without an exponent."""
    return f"{number:f}" if isinstance(number, Decimal) else str(number)


def range_text(bounds: Range, told: Callable[[Number], str] = digits) -> str:
    """Return a range: ``8-12``, ``at least 8``, ``up to 12``, ``10``."""
    if bounds.low is None:
        return f"up to {told(bounds.high or 0)}"
    if bounds.high is None:
        return f"at least {told(bounds.low)}"
    if bounds.is_exact:
        return told(bounds.low)
    return f"{told(bounds.low)}-{told(bounds.high)}"


def quantity_text(quantity: Quantity) -> str:
    """Return a range, words in quotes, or ``?``."""
    match quantity:
        case Range():
            return range_text(quantity)
        case Words(text):
            return quoted(text)
        case Unsaid():
            return "?"
        case _ as unreachable:
            assert_never(unreachable)


_TIMES: Final = ((3_600_000, 3_600_000, "h"), (60_000, 120_000, "min"))
"""Units of time: in milliseconds, and from how many of these on it is used."""


def measured_text(length: Duration | Breaths | Counts) -> str:
    """Return a length: ``5-10 s``, ``2 min``, ``20 breaths``."""
    match length:
        case Duration(milliseconds):
            return _duration_text(milliseconds)
        case Breaths(count):
            return f"{range_text(count)} breaths"
        case Counts(count):
            return f"{range_text(count)} counts"
        case _ as unreachable:
            assert_never(unreachable)


def _duration_text(milliseconds: Range) -> str:
    bounds = [int(each) for each in (milliseconds.low, milliseconds.high) if each is not None]
    for factor, least, unit in _TIMES:
        if max(bounds) >= least and all(each % factor == 0 for each in bounds):
            return f"{range_text(_divided(milliseconds, factor))} {unit}"
    return f"{range_text(milliseconds, _seconds)} s"


def _divided(bounds: Range, factor: int) -> Range:
    low, high = (
        None if each is None else int(each) // factor for each in (bounds.low, bounds.high)
    )
    return Range(low, high)


def _seconds(milliseconds: Number) -> str:
    whole, rest = divmod(int(milliseconds), 1000)
    return f"{whole}.{rest:03d}".rstrip("0") if rest else str(whole)


def length_text(length: Length) -> str:
    """Return a length in a place where only lengths can stand."""
    if length == Until(AS_LONG_AS_POSSIBLE):
        return AS_LONG_AS_POSSIBLE.name
    match length:
        case Duration() | Breaths() | Counts():
            return measured_text(length)
        case Words() | Unsaid():
            return quantity_text(length)
        case Until():
            return until_text(length)
        case _ as unreachable:
            assert_never(unreachable)


def until_text(until: Until) -> str:
    """Return ``30 s until "tired" plus 10 s``."""
    bounds = _bounds_text(until.bounds)
    then = "" if isinstance(until.then, Unsaid) else f" plus {measured_text(until.then)}"
    return f"{bounds}until {condition_text(until.sign)}{then}"


def _bounds_text(bounds: Value) -> str:
    match bounds:
        case Unsaid():
            return ""
        case Distance():
            return f"{distance_text(bounds)} "
        case _:
            return f"{measured_text(bounds)} "


def is_failure(until: Until) -> bool:
    """Whether it is "to failure", which has words of its own."""
    return until.sign == FAILURE


def is_as_many(until: Until) -> bool:
    """Whether it is "as many as possible", without bounds."""
    return until == Until(AS_MANY_AS_POSSIBLE)


def distance_text(distance: Distance) -> str:
    """Return how far: ``400 m``, ``3 miles``."""
    unit = distance.unit.value
    if distance.unit is DistanceUnit.MILE and distance.amount != Range(1):
        unit = "miles"
    return f"{quantity_text(distance.amount)} {unit}"


def period_text(period: Period) -> str:
    """Return a period: ``6 weeks``."""
    one = period.number == Range(1)
    return f"{range_text(period.number)} {period.unit.value}{'' if one else 's'}"


def pause_text(pause: Pause) -> str:
    """Return how long a rest or interval is."""
    match pause:
        case Distance():
            return distance_text(pause)
        case Share():
            return _share_text(pause)
        case _:
            return length_text(pause)


def condition_text(condition: Condition) -> str:
    """Return signs, joined by ``and`` or ``or``."""
    match condition:
        case Sign():
            return sign_text(condition)
        case AllOf(signs):
            return " and ".join(map(sign_text, signs))
        case AnyOf(signs):
            return " or ".join(map(sign_text, signs))
        case _ as unreachable:
            assert_never(unreachable)


def sign_text(sign: Sign) -> str:
    """Return a sign: ``pain > 3/10 when "the next morning" for 24 h 2 times``."""
    parts = [sign.name if sign.name == FAILURE.name else worded(sign.name)]
    if isinstance(sign.compared, Compared):
        parts.append(compared_text(sign.compared))
    if sign.when:
        parts.append(f"when {quoted(sign.when)}")
    if not isinstance(sign.lasting, Unsaid):
        is_period = isinstance(sign.lasting, Period)
        parts.append(
            f"for {period_text(sign.lasting) if is_period else measured_text(sign.lasting)}"  # type: ignore[arg-type]
        )
    match sign.times:
        case Range():
            parts.append(f"{range_text(sign.times)} times")
        case Words(text):
            parts.append(f"times {quoted(text)}")
        case _:
            pass
    return " ".join(parts)


_FAR: Final = (Unit.METRE, Unit.YARD, Unit.FOOT)
_SIGN_UNITS: Final = frozenset(
    {unit.value for unit in Unit if unit not in {Unit.BEATS, Unit.LEVEL, Unit.INCLINE, *_FAR}}
    | {unit.value for unit in Mass}
)


def compared_text(compared: Compared) -> str:
    """Return ``> 3/10``."""
    value, unit = range_text(compared.value), compared.unit
    if unit == "%" or (unit[:1] == "/" and unit[1:].isascii() and unit[1:].isdigit()):
        return f"{compared.comparison.value} {value}{unit}"
    if unit:
        value += f" {unit if unit in _SIGN_UNITS else quoted(unit)}"
    return f"{compared.comparison.value} {value}"


_SCALES: Final = {
    Scale.CR10: "CR10",
    Scale.BORG: "Borg",
    Scale.RPE: "RPE",
    Scale.DISCOMFORT: "discomfort",
}
_BARE_REFERENCES: Final = frozenset(
    {"bodyweight", "TM", "MVC", "MVIC", "FTP", "HRmax", "HRR", "VO2max", "hold"}
)


def _share_text(share: Share) -> str:
    if isinstance(share.of, Unsaid):
        return f"{range_text(share.percent)}% of ?"
    is_rep_max = share.of.endswith("RM") and share.of[:-2].isascii() and share.of[:-2].isdigit()
    of = share.of if share.of in _BARE_REFERENCES or is_rep_max else quoted(share.of)
    return f"{range_text(share.percent)}% of {of}"


def intensity_text(intensity: Intensity) -> str:  # noqa: C901, PLR0911
    """Return how hard, as it stands behind ``@``."""
    match intensity:
        case Load(amount, unit, each=each):
            per = f" per {quoted(each)}" if each else ""
            return f"{range_text(amount)} {unit.value}{per}"
        case Band(name):
            return f"{quoted(name)} band"
        case Exertion(value, Scale.RIR):
            return f"{range_text(value)} RIR"
        case Exertion(value, scale):
            return f"{_SCALES[scale]} {range_text(value)}"
        case Share():
            return _share_text(intensity)
        case RepMax(reps):
            return f"{range_text(reps)}RM"
        case Zone(number, model):
            return f"zone {range_text(number)}{f' {quoted(model)}' if model else ''}"
        case Target(amount, Unit.BEATS | Unit.LEVEL as unit):
            return f"{unit.value} {range_text(amount)}"
        case Target(amount, unit):
            return f"{range_text(amount)} {unit.value}"
        case Pace(time, per):
            return f"pace {_clock(time)} per {per.value}"
        case Words(text):
            return worded(text)
        case _ as unreachable:
            assert_never(unreachable)


_CLOCKED: Final = range(60_000, 3_600_000, 1000)


def _clock(time: Duration) -> str:
    """Return how long for a distance, as runners write it: ``5:30``."""
    ends = [time.milliseconds.low, time.milliseconds.high]
    whole = all(isinstance(each, int) and each in _CLOCKED for each in ends)
    if not whole:
        return measured_text(time)
    told = [f"{int(each or 0) // 60_000}:{int(each or 0) // 1000 % 60:02}" for each in ends]
    return told[0] if time.milliseconds.is_exact else "-".join(told)


def at_text(intensities: tuple[Intensity, ...]) -> str:
    """Return every intensity behind its ``@``."""
    return "".join(f" @ {intensity_text(each)}" for each in intensities)
