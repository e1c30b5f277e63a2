"""A prescription becomes its items, each with its path and the frequency that holds for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

import attrs

from kinescript.model import (
    Component,
    Covers,
    Distance,
    Dose,
    Hold,
    HowOften,
    Item,
    Length,
    Part,
    Prescription,
    Reading,
    Repeat,
    Reps,
    Rest,
    Series,
    Timed,
    Unsaid,
    Work,
    inherited,
    walk,
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
    frequency: HowOften


@attrs.frozen
class Placed:
    """
    An item, group or rest of a routine as its prescription places it.

    Attributes:
        path: Where it is.
        component: The item, group or rest.
        frequency: Its own frequency, or the nearest one around it.
        turn: Which routine it is in, where routines take turns on the days of this frequency.
        spans: Which part of the programme its phase covers, then its routine and itself
            where they say.
    """

    path: str
    component: Component
    frequency: HowOften
    turn: int | None
    spans: tuple[Covers, ...]


def items_of(prescription: Prescription) -> Iterator[Prescribed]:
    """Return every item of *prescription* in order, those in groups among them."""
    for index in range(len(prescription.phases)):
        for placed in parts_of_phase(prescription, index):
            for path, item in walk(placed.component, placed.path):
                yield Prescribed(path, item, inherited(item.frequency, placed.frequency))


def parts_of_phase(prescription: Prescription, index: int) -> Iterator[Placed]:
    """Return the parts of every routine of one phase in order."""
    phase = prescription.phases[index]
    taking_turns = set(phase.taking_turns)
    for at_routine, routine in enumerate(phase.routines):
        often = inherited(routine.frequency, phase.frequency, prescription.frequency)
        turn = at_routine if at_routine in taking_turns else None
        spans = [phase.span, *_said(routine.span)]
        for at, part in enumerate(routine.items):
            path = f"phases[{index}].routines[{at_routine}].items[{at}]"
            if isinstance(part, Item):
                own = (*spans, *_said(part.span))
                its_turn = turn if isinstance(part.frequency, Unsaid) else None
                yield Placed(path, part, inherited(part.frequency, often), its_turn, own)
            else:
                yield Placed(path, part, often, turn, tuple(spans))


def _said(span: Covers | Unsaid) -> tuple[Covers, ...]:
    return () if isinstance(span, Unsaid) else (span,)


def readings_of(prescription: Prescription) -> Iterator[tuple[str, Reading]]:
    """Return every reading of *prescription* in order, each with its path."""
    for at_phase, phase in enumerate(prescription.phases):
        for at_routine, routine in enumerate(phase.routines):
            path = f"phases[{at_phase}].routines[{at_routine}]"
            yield from _readings(path, routine.readings)
            for at, part in enumerate(routine.items):
                for below, item in walk(part, f"{path}.items[{at}]"):
                    yield from _readings(below, item.readings)


def _readings(path: str, readings: tuple[Reading, ...]) -> Iterator[tuple[str, Reading]]:
    for index, reading in enumerate(readings):
        yield f"{path}.readings[{index}]", reading


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
        case Timed() | Distance() | Rest():
            return
        case _ as unreachable:
            assert_never(unreachable)
