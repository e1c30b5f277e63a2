"""A prescription becomes the places where something starts again sooner than it can."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kinescript.checks._finding import Place
from kinescript.checks._items import items_of
from kinescript.checks._values import readable, values_of
from kinescript.model import (
    UNSAID,
    Circuit,
    Component,
    Dose,
    Duration,
    Every,
    Frequency,
    Number,
    Pause,
    Prescription,
    Range,
    Repeat,
    Sets,
)
from kinescript.model._told import time_words
from kinescript.plans._obstacles import frequencies
from kinescript.plans._words import every_words, quoted
from kinescript.volumes import Total, Volume, volume

_ONCE = Range(1)
_MINUTE = 60_000


def find_impossible_intervals(prescription: Prescription) -> Iterator[Place]:
    """Find what takes longer, by its written times alone, than until it starts again."""
    for path, part, every in _again(prescription):
        if not isinstance(every, Duration) or every.milliseconds.high is None:
            continue
        least = _least(volume(part))
        if least > every.milliseconds.high:
            longest = readable(time_words, int(every.milliseconds.high))
            message = f"what takes {readable(time_words, least)} cannot start every {longest}"
            yield Place(path, message, "write a longer interval, or less work in it")


def _again(prescription: Prescription) -> Iterator[tuple[str, Dose | Component, Pause]]:
    """Return what is done again and again, and how long lies between two starts of it."""
    for path, sets in values_of(Sets, prescription):
        if sets.count != _ONCE:
            yield path, Dose(attrs.evolve(sets, count=1, every=UNSAID)), sets.every
    for path, repeat in values_of(Repeat, prescription):
        if repeat.end != _ONCE:
            yield path, Dose(Sets(1, repeat.body)), repeat.every
    for path, circuit in values_of(Circuit, prescription):
        if circuit.end != _ONCE:
            yield from ((path, part, circuit.every) for part in _rounds(circuit))
    for each in items_of(prescription):
        for frequency in frequencies(each.frequency):
            if isinstance(frequency, Frequency) and isinstance(frequency.times, Every):
                yield each.path, each.item, _apart(frequency.times)


def _rounds(circuit: Circuit) -> tuple[Component, ...]:
    """Return what is done from one start to the next: a round, or each part in its turn."""
    return circuit.parts if circuit.turns else (attrs.evolve(circuit, end=1, every=UNSAID),)


def _least(done: Volume) -> int:
    """Return how many milliseconds something takes at the least, by what is written alone."""
    work = max(_low(done.work.per_session), _low(done.hold.per_session))
    return int((work + _low(done.rest.per_session)) * 1000)


def _low(total: Total) -> Number:
    return (total.low or 0) if isinstance(total, Range) else 0


def _apart(every: Every) -> Duration:
    """Return how long lies at the most between the starts of two bouts."""
    bouts = int(every.bouts.low or 1) if isinstance(every.bouts, Range) else 1
    longest = every.interval.milliseconds.high
    return Duration(Range(0, None if longest is None else int(longest) // bouts))


def find_implausible_intervals(prescription: Prescription) -> Iterator[Place]:
    """Find bouts that are less than a minute apart."""
    for path, every in values_of(Every, prescription):
        longest = _apart(every).milliseconds.high
        if longest is not None and longest < _MINUTE:
            message = f"{quoted(readable(every_words, every))} is less than a minute apart"
            hint = "check the unit; what is done in one go is written as sets or repetitions"
            yield Place(path, message, hint)
