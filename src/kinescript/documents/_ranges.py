"""Numbers, durations, periods and pairs of them to ranges, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from kinescript.documents._forms import A_DURATION, A_NUMBER, A_PERIOD, form_of
from kinescript.documents._problems import Collector, is_list, quoted, refused
from kinescript.documents._types import Plain
from kinescript.errors import DocumentError, LimitError, ModelError, Problem
from kinescript.limits import NUMBER_DIGITS
from kinescript.model import Duration, Number, Period, PeriodUnit, Range

_MILLISECOND = timedelta(milliseconds=1)
_UNITS = (3_600_000, 60_000, 1000)
# Days are no part of a duration: a day of the calendar, a period, may have 23 or 25 hours.
_DURATION = re.compile(
    r"PT(?:(\d{1,15})H)?(?:(\d{1,15})M)?(?:(\d{1,15})(?:\.(\d{1,3}))?S)?", re.ASCII
)
_PERIOD = re.compile(r"P(\d{1,15})([DWMY])", re.ASCII)
_LETTERS = {
    "D": PeriodUnit.DAY,
    "W": PeriodUnit.WEEK,
    "M": PeriodUnit.MONTH,
    "Y": PeriodUnit.YEAR,
}


def read_range(value: Plain, kind: type[Range]) -> Range:
    """Accept a number, or two bounds of which one may be null."""
    return _between(value, _read_number, (A_NUMBER, form_of(kind)))


def _between(value: Plain, read: Callable[[Plain, str], Number], forms: tuple[str, str]) -> Range:
    bound_form, form = forms
    if not is_list(value):
        return Range(read(value, form))
    if len(value) != len(("low", "high")):
        raise refused(form, value)
    bounds: list[Number | None] = []
    found = Collector()
    for index, each in enumerate(value):
        with found.under(f"[{index}]"):
            bounds.append(None if each is None else read(each, bound_form))
    found.raise_all()
    low, high = bounds
    if low is not None and high is not None and low > high:
        raise _wrong_bounds("the low bound first", value)
    return Range(low, high)


def _wrong_bounds(expected: str, bounds: Sequence[Plain]) -> DocumentError:
    written = " to ".join(map(quoted, bounds))
    return DocumentError(Problem(f"expected {expected}, got {written}", value=written))


def _read_number(value: Plain, expected: str) -> Number:
    try:
        number = Range(value).low
    except ModelError:
        number = None
    if number is None:
        raise refused(expected, value)
    if number >= 10**NUMBER_DIGITS:
        raise refused(f"a number below 10^{NUMBER_DIGITS}", value)
    return number


def write_range(value: Range) -> Plain:
    """Return the number where the range is exact, else both bounds."""
    return value.low if value.is_exact else [value.low, value.high]


def read_duration(value: Plain, kind: type[Duration]) -> Duration:
    """Accept a length of time as ISO 8601 text, or two bounds of which one may be null."""
    return Duration(_between(value, _read_milliseconds, (A_DURATION, form_of(kind))))


def read_timedelta(value: Plain, _: type[timedelta]) -> timedelta:
    """Accept an exact length of time as ISO 8601 text."""
    return _read_milliseconds(value, A_DURATION) * _MILLISECOND


def _read_milliseconds(value: Plain, expected: str) -> int:
    found = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if found is None or value == "PT":
        raise refused(expected, value)
    *whole, fraction = found.groups("0")
    total = int(f"{fraction:0<3}")
    total += sum(int(each) * unit for each, unit in zip(whole, _UNITS, strict=True))
    if total >= 10**NUMBER_DIGITS:
        raise refused(f"a duration below 10^{NUMBER_DIGITS} milliseconds", value)
    return total


def write_duration(value: Duration) -> Plain:
    """Return the text where the length is exact, else both bounds."""
    bounds = value.milliseconds
    if bounds.is_exact:
        return _write_milliseconds(bounds.low)
    return [_write_milliseconds(bounds.low), _write_milliseconds(bounds.high)]


def write_timedelta(value: timedelta) -> str | None:
    """Return an exact length of time as ISO 8601 text."""
    return _write_milliseconds(value // _MILLISECOND)


def _write_milliseconds(bound: Number | None) -> str | None:
    if bound is None:
        return None
    if bound >= 10**NUMBER_DIGITS:
        raise LimitError(f"expected a duration below 10^{NUMBER_DIGITS} milliseconds")
    minutes, rest = divmod(int(bound), 60_000)
    hours, minutes = divmod(minutes, 60)
    seconds, thousandths = divmod(rest, 1000)
    fraction = f".{thousandths:03}".rstrip("0") if thousandths else ""
    parts = ((hours, f"{hours}H"), (minutes, f"{minutes}M"), (rest, f"{seconds}{fraction}S"))
    return "PT" + ("".join(text for figure, text in parts if figure) or "0S")


def read_period(value: Plain, kind: type[Period]) -> Period:
    """Accept a stretch of the calendar as ISO 8601 text in one unit, or two bounds."""
    bounds = value if is_list(value) else (value,)
    units = {each[-1:] for each in bounds if isinstance(each, str) and _PERIOD.fullmatch(each)}
    if len(units) > 1:
        raise _wrong_bounds("two bounds in one unit", bounds)
    number = _between(value, _read_period_bound, (A_PERIOD, form_of(kind)))
    return Period(number, _LETTERS[units.pop()])


def _read_period_bound(value: Plain, expected: str) -> int:
    found = _PERIOD.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise refused(expected, value)
    return int(found[1])


def write_period(value: Period) -> Plain:
    """Return the text where the period is exact, else both bounds."""
    number = value.number
    if number.is_exact:
        return _write_period_bound(number.low, value.unit)
    return [_write_period_bound(bound, value.unit) for bound in (number.low, number.high)]


def _write_period_bound(bound: Number | None, unit: PeriodUnit) -> str | None:
    if bound is None:
        return None
    if bound >= 10**NUMBER_DIGITS:
        raise LimitError(f"expected a period of less than 10^{NUMBER_DIGITS} {unit.value}s")
    return f"P{bound}{unit.value[0].upper()}"
