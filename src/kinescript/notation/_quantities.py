"""Quantities, lengths, distances and intensities out of their trees."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from lark import Token

from kinescript.model import (
    UNSAID,
    AllOf,
    AnyOf,
    Band,
    Breaths,
    Compared,
    Comparison,
    Counts,
    Distance,
    DistanceUnit,
    Duration,
    Exertion,
    Load,
    Mass,
    Number,
    Pace,
    PaceUnit,
    Period,
    PeriodUnit,
    Quantity,
    Range,
    RepMax,
    Scale,
    Share,
    Sign,
    Target,
    Unit,
    Until,
    Words,
    Zone,
)
from kinescript.model._signs import AS_LONG_AS_POSSIBLE
from kinescript.notation._texts import unquoted
from kinescript.notation._types import Value

_NUMBER_WORDS: Final = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}

_MILLISECONDS: Final = {"MILLISECOND": 1, "SECOND": 1000, "MINUTE": 60_000, "HOUR": 3_600_000}

_DISTANCES: Final = (
    ("fl", DistanceUnit.FLOOR),
    ("mi", DistanceUnit.MILE),
    ("m", DistanceUnit.METRE),
    ("y", DistanceUnit.YARD),
    ("f", DistanceUnit.FOOT),
    ("kc", DistanceUnit.CALORIE),
    ("k", DistanceUnit.KILOMETRE),
    ("c", DistanceUnit.CALORIE),
    ("s", DistanceUnit.STEP),
    ("l", DistanceUnit.LAP),
)
_PERIODS: Final = {unit.value[0]: unit for unit in PeriodUnit}
_UNITS: Final = {unit.value.casefold(): unit for unit in Unit} | {
    "°": Unit.DEGREE,
    "degree": Unit.DEGREE,
    "inch": Unit.INCH,
    "inches": Unit.INCH,
    "mets": Unit.MET,
    "spm": Unit.STEPS,
}
_SCALES: Final = {
    "rpe": Scale.RPE,
    "cr10": Scale.CR10,
    "borg": Scale.BORG,
    "rir": Scale.RIR,
    "discomfort": Scale.DISCOMFORT,
}
_PACES: Final = {unit.value.casefold(): unit for unit in PaceUnit} | {"mile": PaceUnit.MILE}
_COMPARISONS: Final = {each.value: each for each in Comparison} | {
    "≤": Comparison.AT_MOST,
    "≥": Comparison.AT_LEAST,
    **dict.fromkeys(("above", "over", "more than", "greater than", "worse than"), Comparison.ABOVE),
    **dict.fromkeys(("below", "under", "less than"), Comparison.BELOW),
}


_SIXTY: Final = 60
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}\.\d\d0")
_COMMAS: Final = re.compile(r"\d{1,3}(?:,\d{3})+")


def number(token: Token) -> Number:
    """Return a number, in digits or as a word."""
    word = _NUMBER_WORDS.get(token.casefold())
    if word is not None:
        return word
    if token.type == "FRACTION":
        return _fraction(token)
    if "," in token:
        one = token.replace(",", "" if _COMMAS.fullmatch(token) else ".")
        reason = f"expected {one} for one number, a space behind the comma for several"
        raise ValueError(f"{reason}; got {token}")
    if "." not in token:
        return int(token)
    made = Decimal(token)
    if _THOUSANDS.fullmatch(token):
        either = f"{token.replace('.', '')} or {made.normalize():f}"
        raise ValueError(f"expected {either}, for {token} can be read as both")
    if Range(made).low != made:
        raise ValueError(f"expected at most six decimals, and none from 10^9 on, got {token}")
    return made


def _fraction(token: Token) -> Decimal:
    """Return "1 1/2" as 1.5."""
    *whole_, part = token.split(" ")
    over, under = map(Decimal, part.split("/"))
    return sum(map(Decimal, whole_), over / under)


def whole(token: Token) -> int:
    """
    Return a whole number.

    Raises:
        ValueError: If it is not whole.
    """
    made = number(token)
    if not isinstance(made, int):
        raise ValueError(f"expected a whole number, got {token}")  # noqa: TRY004
    return made


def text(token: Value) -> str:
    """Return what stands in quotes, or bare words."""
    if isinstance(token, Token):
        return unquoted(token) if token.type == "QUOTED" else str(token)
    words: str = token
    return words


def _words(*tokens: Token) -> str:
    return " ".join(tokens)


def measured(bounds: Range, unit: Token) -> Duration | Breaths | Counts:
    """Return a length in the unit that a token names."""
    if unit.type == "BREATHS":
        return Breaths(bounds)
    if unit.type == "COUNTS":
        return Counts(bounds)
    return Duration(bounds * _MILLISECONDS[unit.type])


def _a_time(token: Token) -> Duration:
    """Return "a minute" or "half an hour"."""
    long = _MILLISECONDS["HOUR" if token.casefold().endswith("hour") else "MINUTE"]
    return Duration(long // 2 if token.casefold().startswith("half") else long)


def _mixed(low: Number, unit: Token, high: Number, of: Token) -> Duration | Breaths | Counts:
    if unit.type not in _MILLISECONDS or of.type not in _MILLISECONDS:
        if unit.type != of.type:
            raise ValueError(f"expected one unit for both ends, got {unit} and {of}")
        return measured(Range(low, high), unit)
    ends = (Range(low) * _MILLISECONDS[unit.type], Range(high) * _MILLISECONDS[of.type])
    return Duration(Range(ends[0].low, ends[1].high))


def _measured_sum(number: Number, unit: Token, more: Number, of: Token) -> Duration:
    """Return "1 min 30 s" in one."""
    large, small = (_MILLISECONDS.get(each.type, 0) for each in (unit, of))
    if not large > small > 0:
        raise ValueError(f"expected a smaller unit of time behind {unit}, got {of}")
    return Duration(Range(number) * large + Range(more) * small)


def clock_length(token: Token) -> Duration:
    """Return ``1:30`` as one and a half minutes."""
    first, *others = map(Decimal, token.split(":"))
    total = first
    for part in others:
        if part >= _SIXTY:
            raise ValueError(f"expected minutes and seconds below 60 behind a colon, got {token}")
        total = total * _SIXTY + part
    return Duration(Range(total) * 1000)


def _clock_range(low: Token | None, high: Token | None) -> Duration:
    ends = [None if each is None else clock_length(each).milliseconds.low for each in (low, high)]
    return Duration(Range(*ends))


def distance(amount: Value, unit: Token) -> Distance:
    """Return a distance in the unit that a token names."""
    return Distance(amount, distance_unit(unit))


def distance_unit(token: Token) -> DistanceUnit:
    """Return the unit of distance that a token names."""
    spelt = token.casefold()
    return next(kind for start, kind in _DISTANCES if spelt.startswith(start))


def period_unit(token: Token) -> PeriodUnit:
    """Return days, weeks, months or years."""
    return _PERIODS[token[0].casefold()]


def _mass(token: Token) -> Mass:
    spelt = token.casefold()
    if spelt.startswith(("poo", "pd")):
        return Mass.POOD
    return Mass.POUND if spelt.startswith(("l", "p")) else Mass.KILOGRAM


def load(bounds: Range, unit: Token, each: Token | None = None) -> Load:
    """Return a load in the unit that a token names."""
    return Load(bounds, _mass(unit), each="" if each is None else text(each))


def rep_max(token: Token) -> Range:
    """Return how many repetitions ``8RM`` or ``8-12RM`` names."""
    low, *high = re.findall(r"\d+", token)
    return Range(int(low), int(high[0]) if high else int(low))


def _heart_rate(bounds: Range, unit: Token | None) -> Target:
    if unit is not None and unit.casefold() != Unit.TEMPO.value:
        raise ValueError(f"expected bpm or nothing behind a heart rate, got {unit}")
    return Target(bounds, Unit.BEATS)


_NOT_WATCHED: Final = frozenset(
    (
        *("no", "not", "never", "avoid", "without", "keep", "skip", "limit", "tolerate"),
        *("accept", "provided", "aim", "only"),
    )
)


def watched(name: Value, compared: Value) -> str:
    """
    Return what is watched.

    Raises:
        ValueError: If bare words before a comparison begin with one that turns it round.
    """
    said = text(name)
    first = said.partition(" ")[0].casefold()
    if compared is not None and not isinstance(name, Token) and first in _NOT_WATCHED:
        raise ValueError(f"expected what is watched alone, as in pain <= 3/10; got `{said}`")
    return said


def _sign(name: Value, compared: Value, when: Value, lasting: Value, times: Value) -> Sign:
    return Sign(
        watched(name, compared),
        UNSAID if compared is None else compared,
        when="" if when is None else text(when),
        lasting=UNSAID if lasting is None else lasting,
        times=UNSAID if times is None else times,
    )


def _compared(comparison: Token, value: Range, unit: str | None) -> Compared:
    words = re.sub("^(is|are|rises|goes|gets|stays) ", "", comparison.casefold())
    return Compared(_COMPARISONS[words], value, unit or "")


def _measured_at(value: Range, unit: str) -> Compared:
    """Return "pain 0-3/10", "pain up to 3/10" or "bend at least 90 degrees"."""
    if value.is_exact:
        told = f"{value}{unit}" if unit[:1] in "/%" else f"{value} {unit}"
        raise ValueError(f"expected a comparison, such as <= {told}, > {told} or = {told}")
    if value.low is None:
        return Compared(Comparison.AT_MOST, Range(value.high), unit)
    if value.high is None:
        return Compared(Comparison.AT_LEAST, Range(value.low), unit)
    return Compared(Comparison.EXACTLY, value, unit)


def _sign_unit(token: Token) -> str:
    match token.type:
        case "QUOTED":
            return unquoted(token)
        case "UNIT":
            return _UNITS[token.casefold()].value
        case "MASS":
            return _mass(token).value
        case _:
            return _out_of(token)


def _out_of(token: Token) -> str:
    return f"/{re.sub('[^0-9]', '', token)}"


def _until(condition: Value, then: Value) -> Until:
    return Until(condition, then=UNSAID if then is None else then)


def _bounded(bounds: Value, until: Until) -> Until:
    return Until(until.sign, bounds, then=until.then)


def until_count(count: Quantity, until: Until) -> Until:
    """Return how many until a sign, with the number before it as bounds."""
    if not isinstance(count, Words):
        return Until(until.sign, count, then=until.then)
    raise ValueError("expected a number or ? before until, not words")


def or_unsaid(value: Value) -> Value:
    """Return *value*, or UNSAID where nothing is written."""
    return UNSAID if value is None else value


def _reference(token: Token) -> str:
    if token.type == "HR_MAX":
        return "HRmax"
    return text(token).replace(" ", "") if token.type == "REFERENCE" else text(token)


QUANTITIES: Final[dict[str, Callable[..., Value]]] = {
    "number": number,
    "words": _words,
    "exactly": Range,
    "number_of_times": lambda token: Range(number(token)),
    "times_to": lambda low, high: Range(
        number(low), number(high) if isinstance(high, Token) else high
    ),
    "times_at_least": lambda low: Range(number(low), None),
    "times_up_to": lambda high: Range(None, number(high)),
    "range_to": Range,
    "range_to_in_words": Range,
    "at_least": lambda low: Range(low, None),
    "up_to": lambda high: Range(None, high),
    "several": lambda token: Words(" ".join(token.casefold().split())),
    "words_quantity": lambda token: Words(unquoted(token)),
    "unsaid": lambda *_: UNSAID,
    "time_unit": lambda token: token,
    "measured_exactly": lambda exact, unit: measured(Range(exact), unit),
    "measured": measured,
    "a_time": _a_time,
    "measured_sum": _measured_sum,
    "as_long": lambda: Until(AS_LONG_AS_POSSIBLE),
    "count_of": Counts,
    "measured_mixed": _mixed,
    "clock": clock_length,
    "clock_in_minutes": lambda clock, _: clock_length(clock),
    "clock_to": _clock_range,
    "clock_at_least": lambda low: _clock_range(low, None),
    "clock_up_to": lambda high: _clock_range(None, high),
    "distance_measure": distance,
    "until": _until,
    "bounded": _bounded,
    "period": lambda bounds, unit: Period(bounds, period_unit(unit)),
    "sign": _sign,
    "in_a_row": lambda times: Words(unquoted(times)) if isinstance(times, Token) else times,
    "compared": _compared,
    "measured_at": _measured_at,
    "own_unit": _sign_unit,
    "percent": lambda: "%",
    "all_of": lambda *signs: AllOf(signs),
    "any_of": lambda *signs: AnyOf(signs),
    "reference": _reference,
    "load": load,
    "band": lambda name: Band(text(name)),
    "share": lambda bounds, of=None: Share(bounds, or_unsaid(of)),
    "rep_max": lambda token: RepMax(rep_max(token)),
    "rep_max_at_least": lambda token: RepMax(Range(rep_max(token).low, None)),
    "rep_max_up_to": lambda token: RepMax(Range(None, rep_max(token).high)),
    "exertion": lambda scale, bounds: Exertion(bounds, _SCALES[scale.replace(" ", "").casefold()]),
    "exertion_behind": lambda bounds, scale: Exertion(
        bounds, _SCALES[scale.replace(" ", "").casefold()]
    ),
    "reserve": lambda bounds: Exertion(bounds, Scale.RIR),
    "zone": lambda bounds, model: Zone(bounds, "" if model is None else unquoted(model)),
    "heart_rate": _heart_rate,
    "level": lambda bounds: Target(bounds, Unit.LEVEL),
    "target": lambda bounds, unit: Target(bounds, _UNITS[unit.casefold()]),
    "pace": lambda time, per: Pace(time, _PACES[per.replace(" ", "").casefold()]),
    "words_intensity": lambda words: Words(text(words)),
}
"""What each rule about quantities makes of what it found."""
