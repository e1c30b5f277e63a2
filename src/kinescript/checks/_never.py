"""A prescription becomes the places of what is never done: outside its time, on no day."""

from __future__ import annotations

from collections.abc import Iterator

from kinescript.checks._finding import Place
from kinescript.checks._reaches import Reach, reaches
from kinescript.checks._values import readable, values_of
from kinescript.model import (
    UNSAID,
    Covers,
    Dates,
    Frequency,
    Pick,
    Prescription,
    Range,
    Span,
    Unsaid,
    Weekday,
    Weekdays,
    walk,
)
from kinescript.model._days import dates_left, excepted
from kinescript.plans._unscheduled import OUTSIDE


def find_impossible_times(prescription: Prescription) -> Iterator[Place]:
    """Find routines and items outside of the time around them, and frequencies without a day."""
    for path, name, is_late in _outside(prescription):
        if not is_late:
            hint = "move it; its weeks count from the start of the programme, not of its phase"
            yield Place(path, f"{name} is never done: {OUTSIDE}", hint)
    for path, frequency in values_of(Frequency, prescription):
        if not _has_day(frequency):
            yield Place(
                path, "no day is left: all of its days are left out", "leave out fewer days"
            )


def find_late_starts(prescription: Prescription) -> Iterator[Place]:
    """Find routines and items without an end that start when what is around them ends."""
    for path, name, is_late in _outside(prescription):
        if is_late:
            message = f"{name} starts just when what is around it ends, so it is never done"
            yield Place(path, message, "let what is around it go on, or move it to what follows")


def _outside(prescription: Prescription) -> Iterator[tuple[str, str, bool]]:
    """Return what is never done, with its name and whether it starts when its time is over."""
    for at_phase, around in reaches(prescription).items():
        for at, routine in enumerate(prescription.phases[at_phase].routines):
            path = f"phases[{at_phase}].routines[{at}]"
            inner = around.within(routine.span)
            if inner.is_none:
                yield path, routine.name or "the routine", _is_late(routine.span, inner)
                continue
            for index, part in enumerate(routine.items):
                for below, item in walk(part, f"{path}.items[{index}]"):
                    own = inner.within(item.span)
                    if own.is_none:
                        yield below, item.exercise.name, _is_late(item.span, own)


def _is_late(span: Covers | Unsaid, reach: Reach) -> bool:
    is_open = isinstance(span, Span) and span.length is UNSAID
    return is_open and reach.start == reach.end


def _has_day(frequency: Frequency) -> bool:
    weekdays, _ = excepted(frequency.except_on)
    match frequency.days:
        case Weekdays(named):
            return not weekdays.issuperset(named)
        case Dates(named):
            return bool(dates_left(named, frequency.except_on))
        case _:
            return len(weekdays) < len(Weekday)


def find_impossible_picks(prescription: Prescription) -> Iterator[Place]:
    """Find groups of which more is to be picked than they have."""
    for path, pick in values_of(Pick, prescription):
        fewest = pick.count.low if isinstance(pick.count, Range) else None
        if fewest is not None and fewest > len(pick.parts):
            message = f"{readable(str, fewest)} are to be picked of {len(pick.parts)}"
            yield Place(path, message, "add what can be picked, or pick fewer")
