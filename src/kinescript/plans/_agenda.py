"""The units of a prescription become, for any date, the bouts that are due and their slots."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, timedelta

import attrs

from kinescript.agendas import (
    Block,
    Bouts,
    Calendar,
    LeftOut,
    Overhead,
    Slot,
    WakingDay,
    place,
    waking_day,
)
from kinescript.agendas._day import MILLISECOND
from kinescript.model import Dates, Prescription
from kinescript.model._days import excepted
from kinescript.plans._due import DueRoutine, Unit
from kinescript.plans._moments import offsets_of
from kinescript.plans._session import Unscheduled
from kinescript.plans._spans import LAST
from kinescript.plans._units import resolved
from kinescript.timelines import Assumed, Policy

_DAY = timedelta(days=1)


@attrs.frozen(eq=False)
class Agenda:
    """
    The slots of a prescription on a calendar, for any date.

    Attributes:
        calendar: Whose days they are.
        policy: What to do where the prescription leaves something open.
        overhead: What a session takes beside its items.
        routines: The routines of all phases that are planned.
        unscheduled: What is prescribed but cannot be placed by a calendar.
        counted: What is to be told of numbers of sessions.
    """

    calendar: Calendar
    policy: Policy
    overhead: Overhead
    routines: tuple[DueRoutine, ...]
    unscheduled: tuple[Unscheduled, ...] = ()
    counted: tuple[Assumed, ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        """What is due together, of all routines."""
        return tuple(unit for routine in self.routines for unit in routine.units)

    @property
    def last(self) -> date:
        """The last day on which anything can be due."""
        return min(LAST, max((unit.ends for unit in self.units), default=date.min))

    @property
    def settled(self) -> date:
        """The last date that is unlike the others: after it, weeks repeat."""
        dates = [busy.days.dates[-1] for busy in self.calendar.busy if isinstance(busy.days, Dates)]
        for unit in self.units:
            dates += [unit.course.first, unit.ends]
            dates += [day for often in unit.often for day in excepted(often.except_on)[1]]
        return max((day for day in dates if day < LAST), default=date.min)

    def next_due(self, day: date, units: Collection[Unit]) -> date | None:
        """Return the first day from *day* on when any of *units* is due, if one comes."""
        found = (unit.next_on(day) for unit in units)
        return min((each for each in found if each is not None), default=None)

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
            yield DayOfRoutine(routine, day, slots, left_out, self.overhead)

    def _due_on(self, day: date) -> list[DueRoutine]:
        return [each for each in self.routines if each.is_due(day)]

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
        return any(not isinstance(each.times, int) for unit in self.units for each in unit.often)

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
            often = unit.on(day.date)
            if often is None:
                continue
            if isinstance(often.times, int):
                yield Bouts(unit.key, unit.length, often.times, gap=often.gap)
            else:
                offsets = offsets_of(often.times, day, self.overhead.around([unit.length]))
                yield Bouts(unit.key, unit.length, fixed=tuple(offset for offset, _ in offsets))


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
        overhead: What a session takes beside its items.
    """

    routine: DueRoutine
    day: WakingDay
    slots: tuple[Slot, ...]
    left_out: tuple[LeftOut, ...]
    overhead: Overhead

    def is_said(self, slot: Slot) -> bool:
        """Return whether a clock time, or an anchor that the calendar sets, gives *slot*."""
        return any(map(self._gives(slot), self.routine.units))

    def _gives(self, slot: Slot) -> Callable[[Unit], bool]:
        def gives(unit: Unit) -> bool:
            often = unit.on(self.day.date) if unit.key in slot.keys else None
            if often is None or isinstance(often.times, int):
                return False
            length = self.overhead.around([unit.length])
            return (slot.offset, True) in offsets_of(often.times, self.day, length)

        return gives


def make_agenda(
    prescription: Prescription, start: date, calendar: Calendar, policy: Policy
) -> Agenda:
    """Resolve everything about *prescription* that is the same on every day."""
    found = tuple(resolved(prescription, start, policy))
    return Agenda(
        calendar=calendar,
        policy=policy,
        overhead=Overhead(
            lead=policy.assumed("prepare").length,
            between=policy.assumed("transition").length,
        ),
        routines=tuple(each for each in found if isinstance(each, DueRoutine)),
        unscheduled=tuple(each for each in found if isinstance(each, Unscheduled)),
        counted=tuple(each for each in found if isinstance(each, Assumed)),
    )
