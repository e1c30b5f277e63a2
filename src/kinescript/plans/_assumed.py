"""Everything that a plan assumes or chooses, each once, in the order of the prescription."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from kinescript.model import (
    UNSAID,
    Anchor,
    At,
    EachSide,
    Item,
    PerDay,
    Prescription,
    Range,
    Routine,
    ThroughTheDay,
    Unsaid,
)
from kinescript.plans._agenda import Agenda, Due, Unit, times_a_day
from kinescript.timelines import Assumed, Manner, StepKind, StepNode, assumed, reason_for, said

_USUAL = "no source: our figure, a usual day"


def assumptions_of(prescription: Prescription, agenda: Agenda) -> tuple[Assumed, ...]:
    """Return what planning *prescription* with *agenda* assumes or chooses."""
    found = [*_of_calendar(agenda), *_of_spans(prescription, agenda)]
    for routine in agenda.routines:
        found += _readings(routine.path, routine.routine)
        for unit in routine.units:
            found += _of_unit(unit, agenda)
    found += _of_sessions(agenda)
    return tuple(dict.fromkeys(found))


def _of_calendar(agenda: Agenda) -> Iterator[Assumed]:
    calendar = agenda.calendar
    if isinstance(calendar.waking, Unsaid):
        hours = calendar.waking_hours
        yield Assumed("", "waking hours", "", f"{hours.start:%H:%M} to {hours.end:%H:%M}", _USUAL)
    for anchor in _anchors(agenda):
        is_said = anchor is Anchor.WAKING and not isinstance(calendar.waking, Unsaid)
        if anchor not in dict(calendar.anchors) and not is_said:
            at = calendar.time_of(anchor)
            yield Assumed("", anchor.value, "", f"{at:%H:%M}", _USUAL)


def _anchors(agenda: Agenda) -> Iterator[Anchor]:
    for routine in agenda.routines:
        for unit in routine.units:
            if isinstance(unit.frequency, Unsaid) or not isinstance(unit.frequency.times, At):
                continue
            yield from (each for each in unit.frequency.times.moments if isinstance(each, Anchor))


def _of_spans(prescription: Prescription, agenda: Agenda) -> Iterator[Assumed]:
    for index, phase in enumerate(prescription.phases):
        days = phase.span.days
        if isinstance(days, Range) and not days.is_exact:
            chosen = agenda.policy.count(days, agenda.policy.choice.spans, 0).chosen
            yield Assumed.chosen(f"phases[{index}]", "days", str(days), str(chosen))
        elif not isinstance(days, Range | Unsaid):
            yield Assumed(f"phases[{index}]", "days", said(days), "no end", _OPEN)


_OPEN = "words without a figure do not end a phase"


def _of_unit(unit: Unit, agenda: Agenda) -> Iterator[Assumed]:
    for due in unit.items:
        yield from _readings(due.path, due.item)
        yield from _of_frequency(due.path, unit, agenda)
        yield from _of_order(due, agenda)
        yield from assumed(due.node, agenda.policy)


def _readings(path: str, read: Item | Routine) -> Iterator[Assumed]:
    for reading in read.readings:
        yield Assumed(path, "reading", reading.words, "as planned", reading.reason, Manner.READ)


def _of_frequency(path: str, unit: Unit, agenda: Agenda) -> Iterator[Assumed]:
    times = unit.frequency if isinstance(unit.frequency, Unsaid) else unit.frequency.times
    if isinstance(times, At):
        return
    planned = str(times_a_day(times, agenda.policy))
    usual = reason_for("through_the_day", agenda.policy.assumptions)
    match times:
        case Unsaid():
            reason = reason_for("per_day", agenda.policy.assumptions)
            yield Assumed(path, "times a day", "", planned, reason)
        case ThroughTheDay():
            yield Assumed(path, "times a day", "through the day", planned, usual)
        case PerDay(Range() as count) if count.is_exact:
            return
        case PerDay(Range() as count):
            yield Assumed.chosen(path, "times a day", str(count), planned)
        case PerDay(count):
            yield Assumed(path, "times a day", said(count), planned, usual)
        case _ as unreachable:
            assert_never(unreachable)


def _of_order(due: Due, agenda: Agenda) -> Iterator[Assumed]:
    sides = UNSAID if isinstance(due.item.dose, Unsaid) else due.item.dose.sides
    if isinstance(sides, EachSide) and isinstance(sides.order, Unsaid):
        assumptions = agenda.policy.assumptions
        reason = reason_for("order", assumptions)
        yield Assumed(due.path, "order of sides", "", assumptions.order.value, reason)


def _of_sessions(agenda: Agenda) -> Iterator[Assumed]:
    items = max((len(routine.routine.items) for routine in agenda.routines), default=0)
    between = {"prepare": StepKind.PREPARE, "transition": StepKind.TRANSITION}
    for least, (name, kind) in enumerate(between.items(), 1):
        if items >= least:
            node = StepNode(kind, agenda.policy.assumed(name))
            yield from assumed(node, agenda.policy)
