"""
Items as they are at the end of their progression, or in another reading.

The first stands in for progressions that the library resolves: so far it keeps them as data.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import attrs

from kinescript import (
    UNSAID,
    Aspect,
    Dose,
    Frequency,
    Hold,
    Item,
    Repeat,
    Reps,
    Rest,
    Schedule,
    Series,
)
from kinescript.model import Change, Work


def at_target(item: Item, end: str) -> Item:
    """Return *item* as its changes leave it: they say what its dose is built up to."""
    if end != "target":
        raise ValueError(f"expected target, got {end}")
    for guide in item.guides:
        if isinstance(guide, Change) and guide.to is not UNSAID:
            item = _with_works(item, partial(_built_up, guide))
    return item


def _built_up(change: Change, work: Work | Rest) -> Work | Rest:
    target: Any = change.to
    match work:
        case Rest() if Aspect.REST in change.aspect:
            return attrs.evolve(work, length=target)
        case Hold() if Aspect.HOLD in change.aspect:
            return attrs.evolve(work, length=target)
        case Reps(count, hold=hold, rest=rest):
            return attrs.evolve(
                work,
                count=target if Aspect.REPS in change.aspect else count,
                hold=target if Aspect.HOLD in change.aspect else hold,
                rest=Rest(target) if Aspect.REST in change.aspect else rest,
            )
        case _:
            return work


def other_readings(item: Item, indices: Sequence[int]) -> Item:
    """Return *item* in some of the readings that were not chosen, if it has any."""
    others = [other for reading in item.readings for other in reading.others]
    for index in indices if others else ():
        match others[index]:
            case Dose() as dose:
                item = attrs.evolve(item, dose=dose)
            case Frequency() | Schedule() as frequency:
                item = attrs.evolve(item, frequency=frequency)
            case other:
                raise TypeError(f"{other} is no dose and no frequency")
    return item


Alter = Callable[[Work | Rest], Work | Rest]
"""What becomes of a piece of work."""


def _with_works(item: Item, alter: Alter) -> Item:
    if not isinstance(item.dose, Dose):
        return item
    sets = [attrs.evolve(each, work=_whole(each.work, alter)) for each in item.dose.sets]
    return attrs.evolve(item, dose=attrs.evolve(item.dose, sets=sets))


def _whole(work: Work, alter: Alter) -> Work:
    altered = _within(work, alter)
    if isinstance(altered, Rest):
        raise TypeError(f"nothing is left of {work}")
    return altered


def _within(work: Work | Rest, alter: Alter) -> Work | Rest:
    match work:
        case Series(parts):
            return attrs.evolve(work, parts=[_within(part, alter) for part in parts])
        case Repeat(body):
            return attrs.evolve(work, body=_whole(body, alter))
        case _:
            return alter(work)
