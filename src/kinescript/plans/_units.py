"""A prescription becomes units: what is always due together, with its rules and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

import attrs

from kinescript.agendas import falls_on, first_on
from kinescript.model import (
    UNSAID,
    Component,
    Dates,
    HowOften,
    Item,
    Prescription,
    Rest,
    Routine,
    Span,
    Unsaid,
    inherited,
    slug,
    walk,
)
from kinescript.plans._often import Often, obstacles, placeable
from kinescript.plans._session import Unscheduled
from kinescript.plans._spans import LAST, Course, course_of
from kinescript.plans._unscheduled import ALONE, NO_START, inside, items_done, why_no_phase
from kinescript.timelines import Node, Policy, component_node, in_order


@attrs.frozen(eq=False)
class Due:
    """
    A part of a routine with its place in the prescription.

    Attributes:
        key: Its name in the ids of sessions.
        path: Where it is in the prescription.
        at: Its place in its routine.
        component: The item, group or rest.
        node: The tree of its steps.
        items: The items that are done in it, each with its path.
    """

    key: str
    path: str
    at: int
    component: Component
    node: Node
    items: tuple[tuple[str, Item], ...]

    @property
    def is_rest(self) -> bool:
        """Whether it only is a rest between others."""
        return isinstance(self.component, Rest)


@attrs.frozen(eq=False)
class Unit:
    """
    What is always due together: an item of its own, or all that inherits.

    Attributes:
        dues: The items, groups and rests in order.
        course: The dates that it covers.
        often: How often, as far as a calendar can place it; of two for a day the later counts.
        length: What it adds to a session, in milliseconds.
    """

    dues: tuple[Due, ...]
    course: Course
    often: tuple[Often, ...]
    length: int

    @property
    def key(self) -> str:
        """The name of the first that is no rest."""
        return next(due.key for due in self.dues if not due.is_rest)

    @property
    def ends(self) -> date:
        """The last day on which it can be due."""
        ends = [
            each.days.dates[-1] if isinstance(each.days, Dates) else LAST for each in self.often
        ]
        return min(self.course.last, max(ends))

    def on(self, day: date) -> Often | None:
        """Return how often it is due on *day*, or None if it is not."""
        if day not in self.course:
            return None
        found = (each for each in reversed(self.often) if falls_on(each.days, day, self._since))
        return next(found, None)

    def next_on(self, day: date) -> date | None:
        """Return the first day from *day* on when it is due, or None if it never is again."""
        found = [first_on(each.days, day, self._since) for each in self.often]
        coming = min((each for each in found if each is not None), default=None)
        return None if coming is None or coming > self.course.last else coming

    @property
    def _since(self) -> date:
        return self.course.first


@attrs.frozen(eq=False)
class DueRoutine:
    """
    A routine with what is due in it.

    Attributes:
        path: Where it is in the prescription.
        routine: The routine.
        units: Its items and groups, those together that are always due together.
    """

    path: str
    routine: Routine
    units: tuple[Unit, ...]

    def dues(self, *keys: str) -> tuple[Due, ...]:
        """Return what is in the units called *keys*, in order."""
        chosen = (due for unit in self.units if unit.key in keys for due in unit.dues)
        return tuple(sorted(chosen, key=lambda due: due.at))

    def is_due(self, day: date) -> bool:
        """Whether anything of it is due on *day*."""
        return any(unit.on(day) for unit in self.units)


def resolved(
    prescription: Prescription, start: date, policy: Policy
) -> Iterator[DueRoutine | Unscheduled]:
    """Return every routine with what is due in it, and what no calendar can place."""
    keys = _Keys(prescription)
    for at_phase, phase in enumerate(prescription.phases):
        path = f"phases[{at_phase}]"
        course = course_of(phase.span, start, policy)
        reason = why_no_phase(phase, prescription, policy)
        if reason:
            yield Unscheduled(path, phase.name or f"phase {at_phase + 1}", reason)
        for at_routine, routine in enumerate(phase.routines):
            around = inherited(routine.frequency, phase.frequency, prescription.frequency)
            found = _Routine(
                f"{path}.routines[{at_routine}]", routine, around, course, start, policy
            )
            # Every part takes its key, planned or not, so that cases change no id.
            dues = found.dues(keys)
            if not reason:
                yield from found.resolved(dues)


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


@attrs.frozen
class _Routine:
    """A routine with all that its parts inherit."""

    path: str
    routine: Routine
    around: HowOften
    course: Course | None
    start: date
    policy: Policy

    def dues(self, keys: _Keys) -> list[Due]:
        return [self._due(at, part, keys) for at, part in enumerate(self.routine.items)]

    def _due(self, at: int, part: Component, keys: _Keys) -> Due:
        path = f"{self.path}.items[{at}]"
        node = component_node(path, part, self.policy)
        key = "" if isinstance(part, Rest) else keys.of(part)
        return Due(key, path, at, part, node, items_done(part, path, node))

    def resolved(self, dues: list[Due]) -> Iterator[DueRoutine | Unscheduled]:
        for due in dues:
            yield from inside(due.component, due.path, {path for path, _ in due.items})
        course = self._course(self.routine.span, self.course)
        if course is None:
            yield Unscheduled(self.path, self.routine.name or "a routine", NO_START)
            return
        if all(due.is_rest or _is_apart(due.component) for due in dues):
            yield from (Unscheduled(due.path, "rest", ALONE) for due in dues if due.is_rest)
        units: list[Unit] = []
        for parts, span, often in self._together(dues):
            its_own = self._course(span, course)
            reasons = [NO_START] if its_own is None else list(obstacles(often, self.policy))
            yield from _told(parts, reasons)
            nodes = in_order((due.node for due in parts), self.policy)
            length = sum(node.length for node in nodes)
            placed = placeable(often, length, self.policy)
            if its_own is not None and placed and any(due.items for due in parts):
                units.append(Unit(tuple(parts), its_own, placed, length))
        yield DueRoutine(self.path, self.routine, tuple(units))

    def _course(self, span: Span | Unsaid, around: Course | None) -> Course | None:
        return around if isinstance(span, Unsaid) else course_of(span, self.start, self.policy)

    def _together(self, dues: list[Due]) -> Iterator[tuple[list[Due], Span | Unsaid, HowOften]]:
        """Return what is due together, with its own span and how often it is due."""
        done = [due for due in dues if due.is_rest or due.items]
        alike = [due for due in done if not _is_apart(due.component)]
        first = next((due for due in alike if not due.is_rest), None)
        for due in done:
            if isinstance(due.component, Item) and _is_apart(due.component):
                often = inherited(due.component.frequency, self.around)
                yield [due], due.component.span, often
            elif due is first:
                yield alike, UNSAID, self.around


def _is_apart(component: Component) -> bool:
    """Whether something has days of its own."""
    return isinstance(component, Item) and not (
        isinstance(component.frequency, Unsaid) and isinstance(component.span, Unsaid)
    )


def _told(dues: Iterable[Due], reasons: Iterable[str]) -> Iterator[Unscheduled]:
    for reason in reasons:
        for due in dues:
            for path, item in due.items:
                yield Unscheduled(path, item.exercise.name, reason)
