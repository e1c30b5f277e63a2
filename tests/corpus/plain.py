"""Values of the model as plain numbers and texts, to compare with those of a fact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, TypeAlias

from kinescript import (
    UNSAID,
    Aim,
    Breaths,
    Counts,
    Distance,
    Duration,
    Exertion,
    Load,
    Pace,
    Period,
    Range,
    RepMax,
    Sessions,
    Share,
    Span,
    Target,
    Until,
    Words,
    Zone,
)
from kinescript.model import Budget, Compared

Ends: TypeAlias = tuple[Decimal | None, Decimal | None]
"""A range of plain numbers, of which None is open."""

_TIMES: Final = {"s": "1", "min": "60", "h": "3600", "day": "86400", "week": "604800"}
_METRES: Final = {"m": "1", "km": "1000", "mi": "1609.344", "yd": "0.9144", "ft": "0.3048"}
_UNITS: Final[Mapping[str, Decimal]] = {
    name: Decimal(each) for name, each in (*_TIMES.items(), *_METRES.items())
}
_ONE: Final = Decimal(1)
_MEASURES: Final[Mapping[type, str]] = {
    **dict.fromkeys((Breaths, Counts, Sessions), "count"),
    **dict.fromkeys((Load, Target, Budget, Distance, Aim), "amount"),
    **dict.fromkeys((Exertion, Compared), "value"),
    Share: "percent",
    RepMax: "reps",
    Zone: "number",
    Pace: "time",
    Until: "bounds",
    Words: "text",
    Duration: "milliseconds",
    Period: "number",
}
"""The field that has the figure."""


def plain(value: object) -> object:
    """Return *value* as a text, as a list, or as the ends of a range, in seconds and metres."""
    if isinstance(value, Range):
        return _times(value.low, _ONE), _times(value.high, _ONE)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return plain(Range(value))
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if type(value) in _MEASURES:
        measure = getattr(value, _MEASURES[type(value)])
        return _scaled(measure, _unit_of(value)) if isinstance(measure, Range) else plain(measure)
    return _text(value)


def _unit_of(value: object) -> Decimal:
    match value:
        case Duration():
            return Decimal("0.001")
        case Period(unit=unit) | Distance(unit=unit):
            return _UNITS.get(unit.value, _ONE)
        case _:
            return _ONE


def _text(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date) else str(value)


def weeks_of(span: Span, kind: str) -> Ends:
    """
    Return how a span lies in the programme.

    ``elapsed`` is how much is over when it starts and when it ends, ``ordinal`` its first
    and its last week, ``end`` when it is over.
    """
    after = (Decimal(0), Decimal(0)) if span.after is UNSAID else _in_units(_figure(span.after))
    (since, *_), to = after, _sum(after[1], _in_units(_figure(span.length))[1])
    least = _sum(after[0], _in_units(_figure(span.length))[0])
    match kind:
        case "end":
            return least, to
        case "elapsed":
            return since, to
        case "ordinal":
            return _sum(since, _UNITS["week"]), to
        case _:
            raise ValueError(f"a span has no {kind}")


def _figure(period: object) -> Period:
    if not isinstance(period, Period):
        raise TypeError(f"expected a period with figures, got {period}")
    return period


def _in_units(period: Period) -> Ends:
    return _scaled(period.number, _unit_of(period))


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def _scaled(bounds: Range, unit: Decimal) -> Ends:
    return _times(bounds.low, unit), _times(bounds.high, unit)


def _times(number: int | Decimal | None, unit: Decimal) -> Decimal | None:
    return None if number is None else number * unit


def is_equal(found: object, value: object, unit: str = "") -> bool:
    """Whether what was *found* is the expected *value*, told in its *unit*."""
    if isinstance(value, str | bool):
        return found == value
    if isinstance(found, list):
        return (
            isinstance(value, list)
            and len(found) == len(value)
            and all(is_equal(*both, unit) for both in zip(found, value, strict=True))
        )
    low, high = value if isinstance(value, list) else (value, value)
    factor = _UNITS.get(unit, _ONE)
    return found == tuple(
        None if end is None else Decimal(str(end)) * factor for end in (low, high)
    )
