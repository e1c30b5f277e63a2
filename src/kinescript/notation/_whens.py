"""Parts of a frequency, in the order of a line, are put together."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from kinescript.model import (
    Anchor,
    Around,
    AsNeeded,
    At,
    Dates,
    DaysPer,
    Frequency,
    PerDay,
    Period,
    PeriodUnit,
    Range,
    Schedule,
    Unsaid,
    Weekdays,
)
from kinescript.notation._types import Value

A_WEEK: Final = Period(1, PeriodUnit.WEEK)


@attrs.frozen
class When:
    """
    A part of a frequency.

    Attributes:
        field: Which field of a `Frequency` it is for.
        value: What it says.
    """

    field: str
    value: Value


def _frequency(*parts: When) -> Frequency:
    said: dict[str, Value] = {}
    gathered: dict[str, list[Value]] = {}
    for part in parts:
        if part.field in _GATHERED:
            gathered.setdefault(part.field, []).append(part.value)
        elif part.field in said:
            said[part.field] = _both(part.field, said[part.field], part.value)
        else:
            said[part.field] = part.value
    for field, values in gathered.items():
        target, make = _GATHERED[field]
        made = make(values)
        said[target] = _both(target, said[target], made) if target in said else made
    return Frequency(**said)


def _both(field: str, one: Value, other: Value) -> Value:
    """Return what two parts say together: "2/day, morning and evening"."""
    match one, other:
        case _ if one == other:
            return one
        case PerDay(count), At(moments) if count == Range(len(moments)):
            return other
        case DaysPer(count, period), Weekdays(days) if period == A_WEEK and len(days) in _in(count):
            return other
        case (AsNeeded(most=Unsaid()), PerDay(Range(None) as most)) | (
            PerDay(Range(None) as most),
            AsNeeded(most=Unsaid()),
        ):
            return attrs.evolve(one if isinstance(one, AsNeeded) else other, most=most)
        case _:
            raise ValueError(f"expected {_TOLD.get(field, field)} once")


def joined(one: Frequency | Schedule, other: Frequency | Schedule) -> Frequency:
    """
    Return what two clauses say together: "daily; morning".

    Raises:
        ValueError: If both say the same thing, and not alike.
    """
    if not (isinstance(one, Frequency) and isinstance(other, Frequency)):
        raise ValueError("expected how often once")  # noqa: TRY004
    said: dict[str, Value] = {}
    for field in attrs.fields(Frequency):
        values = [getattr(each, field.name) for each in (one, other)]
        told = [each for each in values if each not in (field.default, ())]
        if len(told) == 2 and isinstance(told[0], tuple):  # noqa: PLR2004
            said[field.name] = (*told[0], *told[1])
        elif told:
            said[field.name] = told[0] if len(told) == 1 else _both(field.name, *told)
    return Frequency(**said)


def _in(count: Value) -> Range:
    return count if isinstance(count, Range) else Range(0)


_TOLD: Final = {"not_at": "when not", "budget": "a total", "timing": "exactly or flexible"}


def flat(values: Iterable[Iterable[Value]]) -> list[Value]:
    """Return what stands in several groups, one after another."""
    return [each for group in values for each in group]


_GATHERED: Final[dict[str, tuple[str, Callable[[list[Value]], Value]]]] = {
    "weekdays": ("days", lambda values: Weekdays(flat(values))),
    "dates": ("days", Dates),
    "moments": ("times", At),
    "except_on": ("except_on", tuple),
    "not_at": ("not_at", tuple),
    "budget": ("budget", tuple),
}


def moment(value: Value) -> When:
    """Return a moment of the day as a part of a frequency."""
    return When("moments", value)


AT_A_TIME: Final = "weekdays at a time"
AT_THE_END: Final = "moments at the end"


def _with_last(parts: list[Value]) -> Iterator[Value]:
    """Return parts with the moment behind weekdays, which is that of all days, as the last."""
    for part in parts:
        if not isinstance(part, When) or part.field != AT_THE_END:
            yield part
        elif part is parts[-1]:
            yield moment(part.value)
        else:
            raise ValueError("expected `also` before other days or times: Mon 09:00 also Thu 17:00")


_MEALS: Final = frozenset({Anchor.BREAKFAST, Anchor.LUNCH, Anchor.DINNER})


def _around_events(parts: Iterable[Value]) -> Iterator[When]:
    """
    Let "after breakfast, lunch and dinner", or "not after" them, be so of each of these meals.

    Raises:
        ValueError: If another moment follows, of which nobody knows whether it is meant so.
    """
    last: When | None = None
    for each in parts:
        part = moment(each) if isinstance(each, Around) else each
        if last is None or part.field != "moments":
            last = part if _reaches(part) else None
            yield part
        elif _is_at_meal(last) and part.value in _MEALS:
            yield When(last.field, attrs.evolve(last.value, event=part.value))
        elif last.field == "moments" and not isinstance(part.value, Anchor):
            last = part if _reaches(part) else None
            yield part
        else:
            word = {"not_at": "not", "preferably": "preferably"}.get(last.field, "before or after")
            raise ValueError(f"expected `{word}` before each, and what is without it first")


def _reaches(part: When) -> bool:
    """Whether a part can be meant of the moments behind it as well."""
    is_around = part.field == "moments" and isinstance(part.value, Around)
    return is_around or part.field in {"not_at", "preferably"}


def _is_at_meal(part: When) -> bool:
    return isinstance(part.value, Around) and part.value.event in _MEALS


def parts_of(*found: Value) -> Frequency:
    """Return a frequency out of its parts, some of which come in tuples."""
    parts = [each for group in found for each in (group if isinstance(group, tuple) else (group,))]
    return _frequency(*_left_out(_around_events(_with_last(parts))))


def _left_out(parts: Iterable[When]) -> Iterator[When]:
    """Leave out what follows days that are left out: "except Sun, 2026-12-25"."""
    is_excepting = False
    for part in parts:
        if part.field == AT_A_TIME:
            if is_excepting:
                raise ValueError("expected days alone behind except; `also` comes before others")
            yield When("weekdays", part.value)
            continue
        is_excepting = part.field == "except_on" or (is_excepting and part.field in AS_DAYS)
        yield (
            When("except_on", AS_DAYS[part.field](part.value))
            if (is_excepting and part.field in AS_DAYS)
            else part
        )


AS_DAYS: Final[dict[str, Callable[[Value], Value]]] = {"weekdays": Weekdays, "dates": Dates}
