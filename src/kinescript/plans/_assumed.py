"""Everything that a plan assumes or chooses, each once, in the order of the prescription."""

from __future__ import annotations

from collections.abc import Iterator

from kinescript.model import (
    UNSAID,
    Anchor,
    Around,
    At,
    EachSide,
    Every,
    Item,
    Period,
    Phase,
    Prescription,
    Rest,
    Routine,
    Span,
    Unsaid,
    Until,
    Words,
)
from kinescript.plans._agenda import Agenda
from kinescript.plans._assumed_often import of_often
from kinescript.plans._spans import exactly
from kinescript.plans._units import Unit
from kinescript.plans._unscheduled import why_no_phase
from kinescript.plans._words import conditions_words, length_words
from kinescript.timelines import (
    Assumed,
    Manner,
    Policy,
    StepKind,
    StepNode,
    assumed,
    reason_for,
    said,
)

_USUAL = "no source: our figure, a usual day"


def assumptions_of(prescription: Prescription, agenda: Agenda) -> tuple[Assumed, ...]:
    """Return what planning *prescription* with *agenda* assumes or chooses."""
    found = [*_of_calendar(agenda), *_of_phases(prescription, agenda.policy)]
    for routine in agenda.routines:
        found += _readings(routine.path, routine.routine)
        found += _of_span(routine.path, routine.routine.span, agenda.policy)
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
        if not calendar.says(anchor):
            at = calendar.time_of(anchor)
            yield Assumed("", anchor.value, "", f"{at:%H:%M}", _USUAL)


def _anchors(agenda: Agenda) -> Iterator[Anchor]:
    for unit in agenda.units:
        for often in unit.often:
            match often.times:
                case At(moments):
                    events = (each.event if isinstance(each, Around) else each for each in moments)
                    yield from (each for each in events if isinstance(each, Anchor))
                case Every(since=since, to=to):
                    yield from (each for each in (since, to) if isinstance(each, Anchor))
                case _:
                    pass


def _of_phases(prescription: Prescription, policy: Policy) -> Iterator[Assumed]:
    for index, phase in enumerate(prescription.phases):
        if not why_no_phase(phase, prescription, policy):
            path = f"phases[{index}]"
            yield from _of_span(path, phase.span, policy)
            yield from _of_criteria(path, phase)


def _of_criteria(path: str, phase: Phase) -> Iterator[Assumed]:
    if phase.entry:
        yield Assumed(path, "entry", conditions_words(phase.entry), "met in time", _CRITERIA)
    if phase.exit:
        yield Assumed(path, "exit", conditions_words(phase.exit), "met in time", _CRITERIA)


_CRITERIA = "a phase is planned by time; no calendar knows what will be found"


def _of_span(path: str, span: Span | Unsaid, policy: Policy) -> Iterator[Assumed]:
    if isinstance(span, Unsaid):
        return
    if not isinstance(span.after, Unsaid) and not span.after.number.is_exact:
        chosen = str(exactly(span.after, policy))
        yield Assumed.chosen(path, "after", str(span.after), chosen)
    if not isinstance(span.length, Unsaid):
        yield from _of_length(path, span.length, policy)
    if not isinstance(span.sessions, Unsaid):
        yield Assumed(path, "sessions", said(span.sessions), "not counted", _SESSIONS)


def _of_length(path: str, written: Period | Words | Until, policy: Policy) -> Iterator[Assumed]:
    length = written.bounds if isinstance(written, Until) else written
    told = length_words(written)
    if not isinstance(length, Period):
        yield Assumed(path, "length", told, "no end", _OPEN)
    elif not length.number.is_exact:
        yield Assumed.chosen(path, "length", told, str(exactly(length, policy)))
    elif isinstance(written, Until):
        yield Assumed(path, "length", told, str(length), _BOUNDS)


_OPEN = "what has no figure ends on no date"
_BOUNDS = "its figure is planned; no calendar knows what will be found"
_SESSIONS = "a plan ends by time alone, so that any day of it can be asked for"


def _of_unit(unit: Unit, agenda: Agenda) -> Iterator[Assumed]:
    for due in unit.dues:
        for path, item in due.items:
            yield from _readings(path, item)
            if item is due.component:
                yield from _of_span(path, item.span, agenda.policy)
            yield from of_often(path, unit, agenda.policy)
            yield from _of_order(path, item, agenda.policy)
        yield from assumed(due.node, agenda.policy, "" if due.items else due.path)


def _readings(path: str, read: Item | Routine) -> Iterator[Assumed]:
    for reading in read.readings:
        yield Assumed(path, "reading", reading.words, "as planned", reading.reason, Manner.READ)


def _of_order(path: str, item: Item, policy: Policy) -> Iterator[Assumed]:
    sides = UNSAID if isinstance(item.dose, Unsaid) else item.dose.sides
    if isinstance(sides, EachSide) and isinstance(sides.order, Unsaid):
        assumptions = policy.assumptions
        reason = reason_for("order", assumptions)
        yield Assumed(path, "order of sides", "", assumptions.order.value, reason)


def _of_sessions(agenda: Agenda) -> Iterator[Assumed]:
    parts = (
        sum(not isinstance(part, Rest) for part in routine.routine.items)
        for routine in agenda.routines
    )
    most = max(parts, default=0)
    between = {"prepare": StepKind.PREPARE, "transition": StepKind.TRANSITION}
    for least, (name, kind) in enumerate(between.items(), 1):
        if most >= least:
            node = StepNode(kind, agenda.policy.assumed(name))
            yield from assumed(node, agenda.policy)
