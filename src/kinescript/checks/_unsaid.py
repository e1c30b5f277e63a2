"""A prescription becomes the places where it leaves open how much, or how often."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from kinescript.checks._finding import Place
from kinescript.checks._items import items_of
from kinescript.model import (
    UNSAID,
    Distance,
    Dose,
    Duration,
    Frequency,
    Hold,
    HowOften,
    InAll,
    Prescription,
    Range,
    Repeat,
    Reps,
    Rest,
    Series,
    Timed,
    Unsaid,
    Work,
)
from kinescript.plans._obstacles import frequencies


def find_unsaid_amounts(prescription: Prescription) -> Iterator[Place]:
    """Find exercises of which nothing says how much, or how often."""
    for each in items_of(prescription):
        missing = [] if _says_how_much(each.frequency) else list(_missing(each.item.dose))
        if isinstance(each.frequency, Unsaid):
            missing.append(_FREQUENCY)
        if missing:
            names = dict.fromkeys(missing)
            message = f"{each.item.exercise.name} has no {' and no '.join(names)}"
            hint = f"say {' and '.join(_HINTS[name] for name in names)}"
            yield Place(each.path, message, hint)


_DOSE, _FREQUENCY = "dose", "frequency"
_REPS, _HOLD, _LENGTH = "number of repetitions", "length of its hold", "length"
_PASSES, _DISTANCE = "number of repeats", "distance"
_HINTS = {
    _DOSE: "how much to do",
    _REPS: "how many",
    _HOLD: "how long to hold",
    _LENGTH: "for how long",
    _PASSES: "how many times",
    _DISTANCE: "how far",
    _FREQUENCY: "on which days and how often, here or around it",
}

_TIMES = frozenset({"sets", "bouts", "sessions", "rounds", "times"})
"""What is counted without telling how much one of them is."""


def _says_how_much(often: HowOften) -> bool:
    """Whether a frequency tells how much a day or another period holds."""
    return any(
        isinstance(each.times, InAll)
        or any(
            not isinstance(budget.amount, Range) or budget.what not in _TIMES
            for budget in each.budget
        )
        for each in frequencies(often)
        if isinstance(each, Frequency)
    )


def _missing(dose: Dose | Unsaid) -> Iterator[str]:
    """Return what a dose does not say of how much there is."""
    if isinstance(dose, Unsaid):
        yield _DOSE
    else:
        amounts = (amount for sets in dose.sets for amount in _amounts(sets.work))
        yield from (name for name, value in amounts if value is UNSAID)


def _amounts(work: Work | Rest) -> Iterator[tuple[str, object]]:
    """Return what work says of how much there is, each with its name."""
    match work:
        case Reps(count, hold=hold):
            yield _REPS, count
            yield _HOLD, hold
        case Hold(length):
            yield _HOLD, length
        case Timed(length):
            yield _LENGTH, length
        case Distance(amount):
            yield _DISTANCE, amount
        case Series(parts):
            for part in parts:
                yield from _amounts(part)
        case Repeat(body, end):
            yield _PASSES, end
            if not isinstance(end, Duration | Distance):
                yield from _amounts(body)
        case Rest():
            return
        case _ as unreachable:
            assert_never(unreachable)
