"""Everything that a plan assumes or chooses, each once, in the order of the prescription."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time

from kinescript.model import (
    UNSAID,
    Anchor,
    Around,
    At,
    Between,
    Change,
    Component,
    Covers,
    Dose,
    Duration,
    EachSide,
    Every,
    Guide,
    Item,
    Moment,
    Period,
    Phase,
    Prescription,
    Rest,
    Routine,
    Sets,
    Span,
    Timed,
    Unsaid,
    Until,
    Window,
    Words,
)
from kinescript.model._told import time_words
from kinescript.plans._agenda import Agenda
from kinescript.plans._assumed_often import of_often
from kinescript.plans._changes import change_words
from kinescript.plans._due import Unit
from kinescript.plans._phases import stages
from kinescript.plans._spans import exactly
from kinescript.plans._words import conditions_words, length_words, quoted
from kinescript.timelines import (
    Assumed,
    Manner,
    Policy,
    StepKind,
    StepNode,
    assumed,
    reason_for,
)

_USUAL = "no source: our figure, a usual day"


def assumptions_of(prescription: Prescription, start: date, agenda: Agenda) -> tuple[Assumed, ...]:
    """Return what planning *prescription* with *agenda* assumes or chooses."""
    found = [
        *_of_calendar(agenda),
        *_of_changes("", prescription.guides),
        *_of_phases(prescription, start, agenda.policy),
    ]
    for routine in agenda.routines:
        found += _readings(routine.path, routine.routine)
        found += _of_span(routine.path, routine.routine.span, agenda.policy)
        found += _of_changes(routine.path, routine.routine.guides)
        for unit in routine.units:
            found += _of_unit(unit, agenda)
    found += agenda.counted
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
                    ends = (each for moment in moments for each in _ends_of(moment))
                    yield from (each for each in ends if isinstance(each, Anchor))
                case Every(since=since, to=to):
                    yield from (each for each in (since, to) if isinstance(each, Anchor))
                case _:
                    pass


def _ends_of(moment: Moment) -> tuple[time | Anchor | str, ...]:
    """Return what in the day a moment is tied to."""
    match moment:
        case Around(event):
            return (event,)
        case Window(since, to):
            return (since, to)
        case _:
            return (moment,)


def _of_phases(prescription: Prescription, start: date, policy: Policy) -> Iterator[Assumed]:
    for stage in stages(prescription, start, policy):
        link = stage.link
        if not link.obstacle:
            if link.follows is not None:
                told = f"when {quoted(link.follows.name)} is over, on {stage.course.first}"
                yield Assumed(link.path, "start", "", told, _IN_ORDER)
            yield from _of_first(link.path, link.phase.span, start)
            yield from _of_span(link.path, link.phase.span, policy)
            yield from _of_criteria(link.path, link.phase)
            yield from _of_changes(link.path, link.phase.guides)


def _of_criteria(path: str, phase: Phase) -> Iterator[Assumed]:
    if phase.entry:
        yield Assumed(path, "entry", conditions_words(phase.entry), "met in time", _CRITERIA)
    if phase.exit:
        yield Assumed(path, "exit", conditions_words(phase.exit), "met in time", _CRITERIA)


_IN_ORDER = "a phase that does not say when it starts follows the one before it"
_CRITERIA = "a phase is planned by time; no calendar knows what will be found"


_CUT = "nothing is planned before the programme starts"


def _of_first(path: str, span: Covers, start: date) -> Iterator[Assumed]:
    if isinstance(span, Between) and not isinstance(span.first, Unsaid) and span.first < start:
        yield Assumed(path, "first day", str(span.first), str(start), _CUT)


def _of_span(path: str, span: Covers | Unsaid, policy: Policy) -> Iterator[Assumed]:
    if not isinstance(span, Span):
        return
    if not isinstance(span.after, Unsaid) and not span.after.number.is_exact:
        chosen = str(exactly(span.after, policy))
        yield Assumed.chosen(path, "after", str(span.after), chosen)
    if not isinstance(span.length, Unsaid):
        yield from _of_length(path, span.length, policy)


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


def _of_unit(unit: Unit, agenda: Agenda) -> Iterator[Assumed]:
    for due in unit.dues:
        yield from _of_span(due.path, due.own[1], agenda.policy)
        for path, item in due.items:
            yield from _readings(path, item)
            yield from of_often(path, unit, agenda.policy)
            yield from _of_dose(path, item, due.component)
            yield from _of_changes(path, item.guides)
            yield from _of_order(path, item, agenda.policy)
        yield from assumed(due.node, agenda.policy, "" if due.items else due.path)


def _of_dose(path: str, item: Item, planned: Component) -> Iterator[Assumed]:
    """Tell of an item that has no dose what of the time a day was given to it."""
    if isinstance(item.dose, Unsaid) and isinstance(planned, Item):
        match planned.dose:
            case Dose((Sets(work=Timed(Duration() as length)),)):
                yield Assumed(path, "dose", "", time_words(length), _SHARED)
            case _:
                return


_SHARED = "the time a day in even bouts, shared between the exercises that have it together"


def _of_changes(path: str, guides: Iterable[Guide]) -> Iterator[Assumed]:
    for guide in guides:
        if isinstance(guide, Change):
            yield Assumed(path, "change", change_words(guide), "not applied", _CHANGES)


_CHANGES = "a plan has the dose that is prescribed to begin with"


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
