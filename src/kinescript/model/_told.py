"""What values say, as a clause that reasons quote."""

from __future__ import annotations

from typing import assert_never

from kinescript.model._lengths import Duration, Measured
from kinescript.model._periods import Period
from kinescript.model._quantities import Range, Unsaid
from kinescript.model._signs import AllOf, AnyOf, Compared, Condition, Sign


def time_words(time: Duration | int) -> str:
    """Return a length of time, or so many milliseconds, in the largest unit that is whole."""
    length = Duration(time) if isinstance(time, int) else time
    bounds = (length.milliseconds.low, length.milliseconds.high)
    for unit, name in ((_HOUR, "h"), (_MINUTE, "min")):
        if any(bounds) and not any(bound and bound % unit for bound in bounds):
            low, high = (None if bound is None else bound // unit for bound in bounds)
            return f"{Range(low, high)} {name}"
    return str(length)


_MINUTE = 60_000
_HOUR = 60 * _MINUTE


def length_said(length: Measured | Period) -> str:
    """Return a length in words."""
    return time_words(length) if isinstance(length, Duration) else str(length)


def condition_words(condition: Condition) -> str:
    """Return a condition in words."""
    match condition:
        case Sign():
            return _sign(condition)
        case AllOf(signs):
            return " and ".join(map(_sign, signs))
        case AnyOf(signs):
            return " or ".join(map(_sign, signs))
        case _ as unreachable:
            assert_never(unreachable)


def _sign(sign: Sign) -> str:
    parts = [sign.name]
    if isinstance(sign.compared, Compared):
        value = f"{sign.compared.value}{sign.compared.unit}"
        parts.append(f"{sign.compared.comparison.value} {value}")
    if sign.when:
        parts.append(sign.when)
    if not isinstance(sign.lasting, Unsaid):
        parts.append(f"for {length_said(sign.lasting)}")
    if not isinstance(sign.times, Unsaid):
        parts.append(f"{sign.times} times in a row")
    return " ".join(parts)
