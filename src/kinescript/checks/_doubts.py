"""A prescription becomes the places of one kind of doubt: one function for each check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import assert_never

from kinescript.checks._days import fullest_days, least_per_day
from kinescript.checks._finding import Place
from kinescript.checks._items import Prescribed, holds_of, items_of, readings_of
from kinescript.model import (
    Action,
    Assumptions,
    Breaths,
    Counts,
    Dose,
    Duration,
    Guide,
    Laterality,
    Length,
    Prescription,
    Range,
    Rule,
    SymptomLimit,
    Unsaid,
    Until,
    Words,
)
from kinescript.model._told import time_words
from kinescript.model._work_sides import has_sides

_HOUR = 3_600_000
_DAY = 24 * _HOUR
_HOURS_SHOWN = 10_000
_LONG_HOLD = 1_200_000
_QUICK_BREATH = Assumptions().breath.least // timedelta(milliseconds=1)
_QUICK_COUNT = Assumptions().count.least // timedelta(milliseconds=1)
_MANY = 4
_VERY_MANY = 6


def find_impossible_days(prescription: Prescription) -> Iterator[Place]:
    """Find exercises, or else days, that take more than 24 hours even at their least."""
    hint = "prescribe less of it, or less often in the day"
    times = ((each, least_per_day(each)) for each in items_of(prescription))
    alone = [(each, least) for each, least in times if least > _DAY]
    for each, least in alone:
        yield Place(each.path, f"{_name(each)} takes {_hours(least)} a day", hint)
    day = max(fullest_days(prescription), key=lambda day: day.least, default=None)
    if not alone and day is not None and day.least > _DAY:
        message = f"the exercises of one day take {_hours(day.least)}"
        yield Place(day.path, message, "spread them over more days, or shorten them")


def _name(prescribed: Prescribed) -> str:
    return prescribed.item.exercise.name


def _hours(milliseconds: int) -> str:
    hours = milliseconds // _HOUR
    return f"at least {hours} h" if hours < _HOURS_SHOWN else f"more than {_HOURS_SHOWN} h"


def find_unsaid_sides(prescription: Prescription) -> Iterator[Place]:
    """Find exercises for one side at a time whose dose leaves open which side."""
    for each in items_of(prescription):
        item = each.item
        is_open = not isinstance(item.dose, Unsaid) and isinstance(item.dose.sides, Unsaid)
        is_open = is_open and not _names_sides(item.dose)
        is_read = any(isinstance(other, Dose) for each in item.readings for other in each.others)
        if is_open and item.exercise.laterality is Laterality.UNILATERAL and not is_read:
            message = f"{_name(each)} works one side at a time, but its dose names no side"
            hint = "write each side, left, right or affected, or record the dose it could mean"
            yield Place(f"{each.path}.dose", message, hint)


def _names_sides(dose: Dose | Unsaid) -> bool:
    """Whether sets or their parts name a side of their own."""
    sets = () if isinstance(dose, Unsaid) else dose.sets
    return any(not isinstance(each.side, Unsaid) or has_sides(each.work) for each in sets)


def find_long_holds(prescription: Prescription) -> Iterator[Place]:
    """Find positions that are to be kept for more than 20 minutes."""
    for each in items_of(prescription):
        holds = () if isinstance(each.item.dose, Unsaid) else holds_of(each.item.dose)
        for length in dict.fromkeys(holds):
            if _is_long(length):
                message = f"{_name(each)} is held for {_told(length)}, more than 20 min"
                hint = "check the unit; for a position to rest in, prescribe timed work"
                yield Place(f"{each.path}.dose", message, hint)


def _is_long(length: Length) -> bool:
    """Whether a hold is long even if the breaths are quick."""
    match length:
        case Duration(milliseconds):
            return _most(milliseconds) > _LONG_HOLD
        case Breaths(count):
            return _most(count) * _QUICK_BREATH > _LONG_HOLD
        case Counts(count):
            return _most(count) * _QUICK_COUNT > _LONG_HOLD
        case Until(bounds=Duration() | Breaths() | Counts() as bounds):
            return _is_long(bounds)
        case Words() | Unsaid() | Until():
            return False
        case _ as unreachable:
            assert_never(unreachable)


def _most(bounds: Range) -> int:
    most = bounds.low if bounds.high is None else bounds.high
    return int(most or 0)


def _told(length: Length) -> str:
    bounds = length.bounds if isinstance(length, Until) else length
    try:
        return time_words(bounds) if isinstance(bounds, Duration) else str(bounds)
    except ValueError:  # an int of thousands of digits is not made into text
        return "an enormous time"


def find_many_exercises(prescription: Prescription) -> Iterator[Place]:
    """Find prescriptions with 5 or 6 different exercises on one day."""
    yield from _exercises(prescription, _MANY, _VERY_MANY)


def find_very_many_exercises(prescription: Prescription) -> Iterator[Place]:
    """Find prescriptions with more than 6 different exercises on one day."""
    yield from _exercises(prescription, _VERY_MANY, None)


def _exercises(prescription: Prescription, above: int, up_to: int | None) -> Iterator[Place]:
    day = max(fullest_days(prescription), key=lambda day: day.exercises, default=None)
    if day is not None and above < day.exercises <= (up_to or day.exercises):
        message = f"one day has {day.exercises} different exercises"
        hint = "leave out what matters least, or take turns over the days"
        yield Place(day.path, message, hint)


def find_unsaid_safety(prescription: Prescription) -> Iterator[Place]:
    """Find prescriptions without a word on when to stop or whom to ask."""
    if not any(_tells_when_to_stop(prescription)):
        message = "nothing tells the person when to stop or whom to ask"
        hint = "write precautions or advice, such as what pain is too much and who can help"
        yield Place("precautions", message, hint)


def _tells_when_to_stop(prescription: Prescription) -> Iterator[bool]:
    yield bool(prescription.precautions or prescription.advice)
    yield from map(_is_stop, prescription.guides)
    for phase in prescription.phases:
        yield bool(phase.precautions)
        yield from map(_is_stop, phase.guides)
        for routine in phase.routines:
            yield from map(_is_stop, routine.guides)
    for each in items_of(prescription):
        yield from map(_is_stop, each.item.guides)


def _is_stop(guide: Guide) -> bool:
    """Whether a rule or limit tells when to stop."""
    is_rule = isinstance(guide, Rule) and guide.then is Action.STOP
    return is_rule or isinstance(guide, SymptomLimit)


def find_contradictions(prescription: Prescription) -> Iterator[Place]:
    """Find words of the source that can be read, or say, otherwise than they were read."""
    for path, reading in readings_of(prescription):
        if reading.others:
            ways = (
                "another way" if len(reading.others) == 1 else f"{len(reading.others)} other ways"
            )
            message = f"“{reading.words}” can be read in {ways}: {reading.reason}"
            yield Place(path, message, "ask who wrote it, and drop the readings that are not meant")
