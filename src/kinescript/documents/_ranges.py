"""Numbers, durations and pairs of them to ranges, and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from kinescript.documents._forms import A_DURATION, A_NUMBER, form_of
from kinescript.documents._problems import Collector, is_list, quoted, refused
from kinescript.documents._types import Plain
from kinescript.errors import DocumentError, LimitError, ModelError, Problem
from kinescript.limits import NUMBER_DIGITS
from kinescript.model import Duration, Number, Range

_MILLISECOND = timedelta(milliseconds=1)
_UNITS = (86_400_000, 3_600_000, 60_000, 1000)
_WRITTEN = re.compile(
    r"P(?:(\d{1,15})D)?"
    r"(?:T(?:(\d{1,15})H)?(?:(\d{1,15})M)?(?:(\d{1,15})(?:\.(\d{1,3}))?S)?)?",
    re.ASCII,
)


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
        written = " to ".join(map(quoted, value))
        raise DocumentError(Problem(f"expected the low bound first, got {written}", value=written))
    return Range(low, high)


def _read_number(value: Plain, expected: str) -> Number:
    try:
        number = Range(value).low
    except ModelError:
        number = None
    if number is None:
        raise refused(expected, value)
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
    found = _WRITTEN.fullmatch(value) if isinstance(value, str) else None
    if found is None or value[-1] in "PT":
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
