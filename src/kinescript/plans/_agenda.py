"""A prescription becomes, for any date, the bouts that are due and their slots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from itertools import count
from typing import assert_never

import attrs

from kinescript.agendas import (
    Block,
    Bouts,
    Calendar,
    LeftOut,
    Overhead,
    Slot,
    WakingDay,
    falls_on,
    place,
    waking_day,
)
from kinescript.agendas._day import MILLISECOND
from kinescript.model import (
    UNSAID,
    At,
    Dates,
    Frequency,
    Item,
    PerDay,
    Phase,
    Prescription,
    Routine,
    ThroughTheDay,
    Unsaid,
    inherited,
    slug,
)
from kinescript.timelines import Policy, SequenceNode, item_node

_DAY = timedelta(days=1)
FIRST = date(2, 1, 1)
LAST = date(9998, 12, 31)
"""The first and last dates that are planned: clocks everywhere can show them."""


@attrs.frozen(eq=False)
class Due:
    """
    An item with its place in the prescription.

    Attributes:
        key: Its name in the ids of sessions.
        path: Where it is in the prescription.
        at: Its place among the items of its routine.
        item: The item.
        node: The tree of its steps.
    """

    key: str
    path: str
    at: int
    item: Item
    node: SequenceNode


@attrs.frozen(eq=False)
class Unit:
    """
    Items that are always due together: one with its own frequency, or all that inherit.

    Attributes:
        items: The items in order.
        frequency: How often; UNSAID where nothing is written.
    """

    items: tuple[Due, ...]
    frequency: Frequency | Unsaid

    @property
    def key(self) -> str:
        """The name of its first item."""
        return self.items[0].key

    @property
    def ends(self) -> date:
        """The last day on which it can be due."""
        days = UNSAID if isinstance(self.frequency, Unsaid) else self.frequency.days
        return days.dates[-1] if isinstance(days, Dates) else LAST

    def length(self, overhead: Overhead) -> int:
        """Return what it adds to a session, in milliseconds."""
        between = overhead.between * (len(self.items) - 1)
        return between + sum(due.node.length for due in self.items)


@attrs.frozen(eq=False)
class DueRoutine:
    """
    A routine with the days that its phase covers and its items.

    Attributes:
        path: Where it is in the prescription.
        routine: The routine.
        first: The first day of its phase.
        last: The last one; `LAST` where it has no end.
        units: Its items, those together that are always due together.
    """

    path: str
    routine: Routine
    first: date
    last: date
    units: tuple[Unit, ...]

    def items(self, *keys: str) -> tuple[Due, ...]:
        """Return the items of the units called *keys*, in order."""
        chosen = (due for unit in self.units if unit.key in keys for due in unit.items)
        return tuple(sorted(chosen, key=lambda due: due.at))

    @property
    def ends(self) -> date:
        """The last day on which any of its items can be due."""
        return min(self.last, max((unit.ends for unit in self.units), default=date.min))


@attrs.frozen(eq=False)
class Agenda:
    """
    The slots of a prescription on a calendar, for any date.

    Attributes:
        calendar: Whose days they are.
        policy: What to do where the prescription leaves something open.
        overhead: What a session takes beside its items.
        routines: The routines of all phases.
    """

    calendar: Calendar
    policy: Policy
    overhead: Overhead
    routines: tuple[DueRoutine, ...]

    @property
    def last(self) -> date:
        """The last day on which anything can be due."""
        return min(LAST, max((routine.ends for routine in self.routines), default=date.min))

    @property
    def settled(self) -> date:
        """The last date that is unlike the others: after it, weeks repeat."""
        dates = [busy.days.dates[-1] for busy in self.calendar.busy if isinstance(busy.days, Dates)]
        for routine in self.routines:
            dates += [routine.first, *(unit.ends for unit in routine.units)]
        return max((day for day in dates if day < LAST), default=date.min)

    def on(self, day: date) -> Iterator[DayOfRoutine]:
        """
        Return the slots of each routine on *day*.

        Routines with prescribed moments go first, then earlier ones.
        """
        if self._due_on(day):
            waking = waking_day(self.calendar, day)
            yield from self._placed(waking, list(self._from_yesterday(waking)))

    def _placed(self, day: WakingDay, taken: list[Block]) -> Iterator[DayOfRoutine]:
        taken += day.busy
        due = [(each, tuple(self._bouts(each, day))) for each in self._due_on(day.date)]
        for routine, bouts in sorted(due, key=_is_free):
            slots, left_out = place(bouts, day.length, tuple(taken), self.overhead)
            taken += self._blocks(routine, bouts, slots)
            yield DayOfRoutine(routine, day, slots, left_out)

    def _due_on(self, day: date) -> list[DueRoutine]:
        return [each for each in self.routines if each.first <= day <= min(each.last, LAST)]

    def _from_yesterday(self, today: WakingDay) -> Iterator[Block]:
        """Return the sessions of the day before that reach past its waking hours."""
        if not self._has_moments:
            return
        day = waking_day(self.calendar, today.date - _DAY)
        passed = (today.waking - day.waking) // MILLISECOND
        for part in self._placed(day, []):
            bouts = tuple(self._bouts(part.routine, day))
            for block in self._blocks(part.routine, bouts, part.slots):
                if block.end > day.length:
                    yield attrs.evolve(block, start=block.start - passed, end=block.end - passed)

    @property
    def _has_moments(self) -> bool:
        units = (unit for routine in self.routines for unit in routine.units)
        return any(
            isinstance(unit.frequency, Frequency) and isinstance(unit.frequency.times, At)
            for unit in units
        )

    def _blocks(
        self, routine: DueRoutine, bouts: Iterable[Bouts], slots: Iterable[Slot]
    ) -> Iterator[Block]:
        lengths = {bout.key: bout.length for bout in bouts}
        name = routine.routine.name or "another routine"
        for slot in slots:
            length = self.overhead.around(lengths[key] for key in slot.keys)
            yield Block(slot.offset, slot.offset + length, name, is_session=True)

    def _bouts(self, routine: DueRoutine, day: WakingDay) -> Iterator[Bouts]:
        for unit in routine.units:
            length = unit.length(self.overhead)
            if isinstance(unit.frequency, Unsaid):
                yield Bouts(unit.key, length, self.policy.assumptions.per_day)
            elif not falls_on(unit.frequency.days, day.date):
                continue
            elif isinstance(unit.frequency.times, At):
                offsets = [day.offset_of(moment) for moment in unit.frequency.times.moments]
                yield Bouts(unit.key, length, fixed=tuple(sorted(offsets)))
            else:
                yield Bouts(unit.key, length, times_a_day(unit.frequency.times, self.policy))


def _is_free(due: tuple[DueRoutine, tuple[Bouts, ...]]) -> bool:
    return not any(bout.fixed for bout in due[1])


@attrs.frozen(eq=False)
class DayOfRoutine:
    """
    What one routine has on one day.

    Attributes:
        routine: The routine.
        day: The waking day.
        slots: When what is done.
        left_out: What found no place.
    """

    routine: DueRoutine
    day: WakingDay
    slots: tuple[Slot, ...]
    left_out: tuple[LeftOut, ...]

    def is_said(self, slot: Slot) -> bool:
        """Return whether a clock time, or an anchor that the calendar sets, gives *slot*."""
        return any(
            isinstance(moment, time) or self.day.calendar.says(moment)
            for unit in self.routine.units
            if unit.key in slot.keys and isinstance(unit.frequency, Frequency)
            if isinstance(unit.frequency.times, At)
            for moment in unit.frequency.times.moments
            if self.day.offset_of(moment) == slot.offset
        )


def times_a_day(times: PerDay | ThroughTheDay | Unsaid, policy: Policy) -> int:
    """Choose how many times a day is meant where no moments are said."""
    match times:
        case PerDay(written):
            usual = policy.assumptions.through_the_day
            return policy.count(written, policy.choice.bouts, usual).chosen
        case ThroughTheDay():
            return policy.assumptions.through_the_day
        case Unsaid():
            return policy.assumptions.per_day
        case _ as unreachable:
            assert_never(unreachable)


def due_routines(prescription: Prescription, start: date, policy: Policy) -> Iterator[DueRoutine]:
    """Resolve what every routine's items inherit and which days its phase covers."""
    keys = _Keys(prescription)
    for at_phase, phase in enumerate(prescription.phases):
        first, last = _days(phase, start, policy)
        for at_routine, routine in enumerate(phase.routines):
            path = f"phases[{at_phase}].routines[{at_routine}]"
            items = [_due(path, at, item, policy, keys) for at, item in enumerate(routine.items)]
            around = inherited(routine.frequency, phase.frequency, prescription.frequency)
            yield DueRoutine(path, routine, first, last, tuple(_units(items, around)))


def _due(routine: str, at: int, item: Item, policy: Policy, keys: _Keys) -> Due:
    path = f"{routine}.items[{at}]"
    return Due(keys.of(item), path, at, item, item_node(path, item, policy))


class _Keys:
    """Gives every item a key: its own id, or a name that is no item's id."""

    def __init__(self, prescription: Prescription) -> None:
        routines = (routine for phase in prescription.phases for routine in phase.routines)
        self._own = {item.id for routine in routines for item in routine.items}
        self._given: set[str] = set()

    def of(self, item: Item) -> str:
        name = item.id or slug(item.exercise.name)
        taken = self._given if item.id else self._given | self._own
        names = (name if again == 1 else f"{name}-{again}" for again in count(1))
        key = next(each for each in names if each not in taken)
        self._given.add(key)
        return key


def _units(items: Iterable[Due], around: Frequency | Unsaid) -> Iterator[Unit]:
    alike = [due for due in items if isinstance(due.item.frequency, Unsaid)]
    for due in items:
        if not isinstance(due.item.frequency, Unsaid):
            yield Unit((due,), due.item.frequency)
        elif due is alike[0]:
            yield Unit(tuple(alike), around)


def _days(phase: Phase, start: date, policy: Policy) -> tuple[date, date]:
    first = max(_later(start, phase.span.after), FIRST)
    days = policy.count(phase.span.days, policy.choice.spans, 0).chosen
    return first, _later(first, days - 1) if days else LAST


def _later(day: date, days: int) -> date:
    # What would come after the last date never comes.
    if days > (LAST - day).days:
        return date.max
    return day + timedelta(days=days)


def make_agenda(
    prescription: Prescription, start: date, calendar: Calendar, policy: Policy
) -> Agenda:
    """Resolve everything about *prescription* that is the same on every day."""
    return Agenda(
        calendar=calendar,
        policy=policy,
        overhead=Overhead(
            lead=policy.assumed("prepare").length,
            between=policy.assumed("transition").length,
        ),
        routines=tuple(due_routines(prescription, start, policy)),
    )
