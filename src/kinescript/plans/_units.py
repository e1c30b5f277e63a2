"""A prescription becomes units: what is always due together, with its rules and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

import attrs

from kinescript.model import (
    UNSAID,
    Component,
    Covers,
    Dose,
    Duration,
    Frequency,
    HowOften,
    InAll,
    Item,
    Phase,
    Prescription,
    Rest,
    Routine,
    Schedule,
    Timed,
    Unsaid,
    inherited,
    slug,
    walk,
)
from kinescript.plans._counted import apart, counted, is_one
from kinescript.plans._due import Due, DueRoutine, Turn, Unit
from kinescript.plans._intervals import bout_of
from kinescript.plans._obstacles import obstacles
from kinescript.plans._often import placeable
from kinescript.plans._phases import Stage, stages
from kinescript.plans._session import Unscheduled
from kinescript.plans._spans import Course, course_of, why_empty
from kinescript.plans._unscheduled import (
    ALONE,
    NO_TURN,
    OUTSIDE,
    inside,
    items_done,
    out_of_time,
)
from kinescript.timelines import Assumed, Policy, component_node, in_order


def resolved(
    prescription: Prescription, start: date, policy: Policy
) -> Iterator[DueRoutine | Unscheduled | Assumed]:
    """Return every routine with what is due in it, what no calendar can place, and what is told."""
    keys = _Keys(prescription)
    for stage in stages(prescription, start, policy):
        link, phase = stage.link, stage.link.phase
        reason = link.obstacle
        if not reason and stage.course.is_empty:
            reason = why_empty(phase.span, stage.course)
        if reason:
            yield Unscheduled(link.path, link.name, reason)
        turns = _turns(phase, stage.course.first)
        for index, routine in enumerate(phase.routines):
            often = inherited(routine.frequency, phase.frequency, prescription.frequency)
            path = f"{link.path}.routines[{index}]"
            found = _Routine(path, routine, often, turns.get(index), stage, start, policy)
            # Every part takes its key, planned or not, so that cases change no id.
            dues = found.dues(keys)
            if not reason:
                yield from found.resolved(dues)


def _turns(phase: Phase, since: date) -> dict[int, Turn]:
    """Return which routines take turns, and which turn each has."""
    taking = phase.taking_turns
    return {index: Turn(at, len(taking), since) for at, index in enumerate(taking)}


class _Keys:
    """Gives every part a key: its item's own id, or a name that is no item's id."""

    def __init__(self, prescription: Prescription) -> None:
        parts = (
            part
            for phase in prescription.phases
            for routine in phase.routines
            for part in routine.items
        )
        self._own = {item.id for part in parts for _, item in walk(part)}
        self._given: set[str] = set()

    def of(self, component: Component) -> str:
        own, name = _named(component)
        taken = self._given if own else self._given | self._own
        base = own or slug(name)
        names = (base if again == 1 else f"{base}-{again}" for again in count(1))
        key = next(each for each in names if each not in taken)
        self._given.add(key)
        return key


def _named(component: Component) -> tuple[str, str]:
    """Return the id of a part, or that of a nameless group's first item, and its name."""
    name = getattr(component, "name", "")
    first = next((item for _, item in walk(component)), None)
    if name or first is None:
        return "", name
    return first.id, first.exercise.name


@attrs.frozen(eq=False)
class _Bunch:
    """What is due together, with all that says on which days."""

    dues: tuple[Due, ...]
    span: Covers | Unsaid
    often: HowOften
    turn: Turn | None

    @property
    def is_unnumbered(self) -> bool:
        """Whether it takes turns on days that nothing counts."""
        return self.turn is not None and isinstance(self.often, Schedule)


@attrs.frozen(eq=False)
class _Routine:
    """A routine with all that its parts inherit."""

    path: str
    routine: Routine
    around: HowOften
    turn: Turn | None
    stage: Stage
    start: date
    policy: Policy

    def dues(self, keys: _Keys) -> list[Due]:
        parts = [part for part in self.routine.items if not isinstance(part, Rest)]
        alike = [part for part in parts if not _is_apart(part)]
        # A total for the whole routine is shared only where it alone says how much to do.
        share = len(alike) if all(map(_is_open, alike)) else 0
        return [self._due(at, part, share, keys) for at, part in enumerate(self.routine.items)]

    def _due(self, at: int, part: Component, share: int, keys: _Keys) -> Due:
        path = f"{self.path}.items[{at}]"
        dosed = self._dosed(part, 1 if _is_apart(part) else share)
        node = component_node(path, dosed, self.policy)
        key = "" if isinstance(part, Rest) else keys.of(part)
        return Due(key, path, at, dosed, node, items_done(part, path, node))

    def _dosed(self, part: Component, share: int) -> Component:
        """Give an item without a dose its share of the time a day that is prescribed."""
        if not isinstance(part, Item) or not _is_open(part) or not share:
            return part
        often = inherited(part.frequency, self.around)
        if not isinstance(often, Frequency) or not isinstance(often.times, InAll):
            return part
        length = -(-bout_of(often.times, self.policy) // share)
        return attrs.evolve(part, dose=Dose(Timed(Duration(length))))

    def resolved(self, dues: list[Due]) -> Iterator[DueRoutine | Unscheduled | Assumed]:
        for due in dues:
            yield from inside(due)
        course = self._course(self.routine.span, self.stage.course)
        if isinstance(course, str):
            yield Unscheduled(self.path, self.routine.name or "a routine", course)
            return
        if all(due.is_rest or due.is_apart for due in dues):
            yield from (Unscheduled(due.path, "rest", ALONE) for due in dues if due.is_rest)
        units: list[Unit] = []
        for bunch in self._together(dues):
            its_own = self._course(bunch.span, course)
            if isinstance(its_own, str):
                yield from _told(bunch.dues, [its_own])
                continue
            yield from _told(bunch.dues, self._obstacles(bunch))
            if unit := self._unit(bunch, its_own):
                yield from _told(bunch.dues, out_of_time(unit))
                if unit.next_on(its_own.first) is not None:
                    found = counted(unit.dues[0].path, bunch.span, (unit,), unit, self.policy)
                    units += found.units
                    yield from found.told
        yield from self._counted(tuple(units))

    def _counted(self, units: tuple[Unit, ...]) -> Iterator[DueRoutine | Assumed]:
        """Return what is due until the routine's and the phase's sessions are reached."""
        common = next((each for each in units if not each.dues[0].is_apart), None)
        for path, span, is_its in self._spans if units else ():
            # Routines that take turns have the sessions of their phase together.
            turn = self.turn if path == self.path else None
            rule = attrs.evolve(common, turn=turn) if common is not None and is_its else None
            found = counted(path, span, units, rule, self.policy)
            units = found.units
            yield from found.told
        yield DueRoutine(self.path, self.routine, units)

    def _obstacles(self, bunch: _Bunch) -> Iterator[str]:
        if bunch.is_unnumbered:
            yield NO_TURN
        else:
            yield from obstacles(bunch.often, self.policy)

    def _unit(self, bunch: _Bunch, course: Course) -> Unit | None:
        """Return what is due together, if anything of it is done and can be placed."""
        if bunch.is_unnumbered:
            return None
        nodes = in_order((due.node for due in bunch.dues), self.policy)
        length = sum(node.length for node in nodes)
        placed = placeable(bunch.often, length, self.policy)
        # A time a day tells with the work how many bouts there are, so that days would differ.
        is_shared = isinstance(bunch.often, Frequency) and isinstance(bunch.often.times, InAll)
        around = [span for _, span, is_its in self._spans if is_its and not is_shared]
        for span in (bunch.span,) if bunch.dues[0].is_apart else around:
            placed = apart(placed, span, self.policy)
        is_done = placed and any(due.items for due in bunch.dues)
        return Unit(bunch.dues, course, placed, length, bunch.turn) if is_done else None

    @property
    def _spans(self) -> tuple[tuple[str, Covers | Unsaid, bool], ...]:
        """What can count sessions, its path, and whether they are this routine's or its turns'."""
        link = self.stage.link
        return (
            (self.path, self.routine.span, True),
            (link.path, link.phase.span, is_one(link.phase)),
        )

    def _course(self, span: Covers | Unsaid, around: Course) -> Course | str:
        """Return what of the dates *around* it a span covers, or why there is none."""
        if isinstance(span, Unsaid):
            return around
        own = course_of(span, self.start, self.policy, around.first)
        return why_empty(span, own) if own.is_empty else own.within(around) or OUTSIDE

    def _together(self, dues: list[Due]) -> Iterator[_Bunch]:
        """Return what is due together, with its own span and how often it is due."""
        done = [due for due in dues if due.is_rest or due.items]
        alike = tuple(due for due in done if not due.is_apart)
        first = next((due for due in alike if not due.is_rest), None)
        for due in done:
            if due.is_apart:
                often, span = due.own
                turn = self.turn if isinstance(often, Unsaid) else None
                yield _Bunch((due,), span, inherited(often, self.around), turn)
            elif due is first:
                yield _Bunch(alike, UNSAID, self.around, self.turn)


def _is_apart(component: Component) -> bool:
    """Whether something has days of its own."""
    return isinstance(component, Item) and not (
        isinstance(component.frequency, Unsaid) and isinstance(component.span, Unsaid)
    )


def _is_open(component: Component) -> bool:
    """Whether something is an item that has no dose."""
    return isinstance(component, Item) and isinstance(component.dose, Unsaid)


def _told(dues: Iterable[Due], reasons: Iterable[str]) -> Iterator[Unscheduled]:
    for reason in reasons:
        for due in dues:
            for path, item in due.items:
                yield Unscheduled(path, item.exercise.name, reason)
