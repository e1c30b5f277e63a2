"""A prescription becomes its items, each with its path and the frequency that holds for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

import attrs

from kinescript.model import (
    Dose,
    Frequency,
    Hold,
    Item,
    Length,
    Part,
    Prescription,
    Repeat,
    Reps,
    Rest,
    Series,
    Timed,
    Unsaid,
    Work,
    inherited,
)

_HELD = frozenset({Part.BOTTOM, Part.TOP, Part.FULL, Part.EMPTY})


@attrs.frozen
class Prescribed:
    """
    An item as its prescription places it.

    Attributes:
        path: Where it is.
        item: The item.
        frequency: Its own frequency, or the nearest one around it.
    """

    path: str
    item: Item
    frequency: Frequency | Unsaid


def items_of(prescription: Prescription) -> Iterator[Prescribed]:
    """Return every item of *prescription* in order."""
    for index in range(len(prescription.phases)):
        yield from items_of_phase(prescription, index)


def items_of_phase(prescription: Prescription, index: int) -> Iterator[Prescribed]:
    """Return every item of one phase in order."""
    phase = prescription.phases[index]
    for at_routine, routine in enumerate(phase.routines):
        around = (routine.frequency, phase.frequency, prescription.frequency)
        for at_item, item in enumerate(routine.items):
            path = f"phases[{index}].routines[{at_routine}].items[{at_item}]"
            yield Prescribed(path, item, inherited(item.frequency, *around))


def holds_of(dose: Dose) -> Iterator[Length]:
    """Return how long each position of *dose* is kept."""
    for sets in dose.sets:
        yield from _holds(sets.work)


def _holds(work: Work | Rest) -> Iterator[Length]:
    match work:
        case Hold(length):
            yield length
        case Reps(hold=hold, tempo=tempo):
            beats = () if isinstance(tempo, Unsaid) else tempo.beats
            yield from (beat.length for beat in beats if beat.part in _HELD)
            if hold is not None:
                yield hold
        case Series(parts):
            for part in parts:
                yield from _holds(part)
        case Repeat(body):
            yield from _holds(body)
        case Timed() | Rest():
            return
        case _ as unreachable:
            assert_never(unreachable)
