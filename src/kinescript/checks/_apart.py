"""A prescription becomes the places where what lies between has no room: gaps and rests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from kinescript.checks._finding import Place
from kinescript.checks._items import parts_of_phase
from kinescript.checks._values import values_of
from kinescript.model import (
    UNSAID,
    Cycle,
    Dates,
    Days,
    DaysOf,
    DaysPer,
    Dose,
    Duration,
    EveryDay,
    EveryDays,
    Frequency,
    Item,
    PerDay,
    Period,
    PeriodUnit,
    Prescription,
    Range,
    Reps,
    Rest,
    Sets,
    Unsaid,
    Weekday,
    Weekdays,
    Words,
    Work,
    seconds,
    walk,
)
from kinescript.model._told import time_words
from kinescript.plans._gaps import DAY, FEWEST, MOST, spacing
from kinescript.plans._words import gap_words
from kinescript.timelines import said


def find_impossible_gaps(prescription: Prescription) -> Iterator[Place]:
    """Find gaps that cannot be kept on the days, or so many times a day, beside them."""
    for path, each in values_of(Frequency, prescription):
        if not isinstance(each.gap, Unsaid) and (why := _why_not(each, each.gap)):
            message = f"{gap_words(each.gap)} cannot be kept: {why}"
            yield Place(path, message, "prescribe it less often, or with a shorter gap")


def _why_not(frequency: Frequency, written: Duration | Period) -> str:
    """Return why the gap of a frequency cannot be kept, or nothing where it may be."""
    gap = _least(written)
    number, length = _rate(frequency.days)
    if number * gap > length * DAY:
        return "it is on too many days"
    closest = _closest(frequency.days) * DAY
    # Hours may lie between the morning of one day and the evening of another.
    room = closest if isinstance(written, Period) else closest + DAY - 1
    if closest and gap > room:
        return "two of its days are too close"
    times = frequency.times.count if isinstance(frequency.times, PerDay) else UNSAID
    if isinstance(times, Range) and (int(times.low or 1) - 1) * gap >= DAY:
        return "it is too many times a day"
    return ""


def _least(gap: Duration | Period) -> int:
    """Return how many milliseconds lie at the least from one bout to the next."""
    match gap:
        case Duration(milliseconds):
            return int(milliseconds.low or 0)
        case Period(number, unit):
            return (int(number.low or 0) * FEWEST[unit] + 1) * DAY
        case _ as unreachable:
            assert_never(unreachable)


def _rate(days: Days | Unsaid) -> tuple[int, int]:
    """Return how many days there are at the least in how many at the most."""
    match days:
        case EveryDay():
            return 1, 1
        case Weekdays(named):
            return len(named), len(Weekday)
        case DaysPer(Range(int(low)), period):
            return low, int(period.number.low or 1) * MOST[period.unit]
        case EveryDays(Period(Range(high=int(high)), unit)):
            return 1, high * MOST[unit]
        case Cycle(on, off, unit=PeriodUnit.DAY):
            return on, on + off
        case DaysOf() | Cycle() | DaysPer() | EveryDays() | Dates() | Words() | Unsaid():
            return 0, 1
        case _ as unreachable:
            assert_never(unreachable)


def _closest(days: Days | Unsaid) -> int:
    """Return how many days lie between two that are certain to follow each other."""
    is_known = isinstance(days, Weekdays | Dates | Cycle)
    return spacing(days) if is_known else 0


def find_rests_never_taken(prescription: Prescription) -> Iterator[Place]:
    """Find rests between sets where there is one set."""
    for at_phase in range(len(prescription.phases)):
        for placed in parts_of_phase(prescription, at_phase):
            for path, item in walk(placed.component, placed.path):
                # In a superset a rest lies between the exercises.
                if ".items[" not in path.removeprefix(placed.path):
                    yield from _rest_of(path, item)


def _rest_of(path: str, item: Item) -> Iterator[Place]:
    match item.dose:
        case Dose((Sets(work=work, rest=Rest(length) as rest) as sets,)):
            if length != seconds(0) and _is_one(sets):
                told = _rest_words(rest)
                message = (
                    f"{item.exercise.name} has one set, so “{told}” between sets is never taken"
                )
                yield Place(f"{path}.dose", message, _instead(told, work))
        case _:
            return


def _instead(rest: str, work: Work) -> str:
    """Return what to write instead of a rest that is never taken."""
    hint = "how many sets there are, or leave it out"
    if isinstance(work, Reps):
        return f"write “{rest} between reps” if it lies there, else {hint}"
    return f"write {hint}"


def _is_one(sets: Sets) -> bool:
    return sets.count is UNSAID or sets.count == Range(1)


def _rest_words(rest: Rest) -> str:
    length = rest.length
    return f"rest {time_words(length) if isinstance(length, Duration) else said(length)}".strip()
