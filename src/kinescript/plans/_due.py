"""What is due, and on which days: parts of routines, and those that are always due together."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

import attrs

from kinescript.agendas import count_before, falls_on, first_on
from kinescript.model import (
    UNSAID,
    Component,
    Covers,
    Dates,
    Days,
    EveryDay,
    HowOften,
    Item,
    Rest,
    Routine,
    Unsaid,
    Weekday,
    Weekdays,
)
from kinescript.model._days import excepted
from kinescript.plans._often import Often
from kinescript.plans._spans import LAST, Course
from kinescript.timelines import Node

_DAY = timedelta(days=1)


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

    @property
    def own(self) -> tuple[HowOften, Covers | Unsaid]:
        """How often and in which span it is due by itself: a group, as all its items say alike."""
        said = {(item.frequency, item.span) for _, item in self.items}
        return said.pop() if len(said) == 1 else (UNSAID, UNSAID)

    @property
    def is_apart(self) -> bool:
        """Whether it has days of its own."""
        return self.own != (UNSAID, UNSAID)


@attrs.frozen
class Turn:
    """
    Every so-manieth of certain days, for what takes turns.

    Attributes:
        at: Which one of those that take turns it is, from 0.
        of: How many there are.
        since: From when the days are counted.
    """

    at: int
    of: int
    since: date

    def is_on(self, often: Often, day: date) -> bool:
        """Whether *day*, on which it is due as *often* says, is its turn."""
        return self._wait(often, day) == 0

    def from_on(self, often: Often, day: date) -> date | None:
        """Return its first day from *day* on, on which it is due as *often* says."""
        for _ in range(self._wait(often, day)):
            after = day + _DAY
            coming = None
            if day < LAST:
                coming = first_on(often.days, after, self.since, often.except_on)
            if coming is None:
                return None
            day = coming
        return day

    def _wait(self, often: Often, day: date) -> int:
        """Count how many others have their turn first."""
        passed = count_before(often.days, day, self.since)
        return (self.at - passed + self._left_out(often, day)) % self.of

    def _left_out(self, often: Often, day: date) -> int:
        """Count the days before *day* that the rule gives, but that are left out."""
        weekdays, dates = excepted(often.except_on)
        single = [each for each in dates if self.since <= each < day]
        return self._on_weekdays(often.days, weekdays, day) + sum(
            falls_on(often.days, each, self.since) and Weekday.of(each) not in weekdays
            for each in single
        )

    def _on_weekdays(self, days: Days | Unsaid, weekdays: Collection[Weekday], day: date) -> int:
        """Count those of *days* before *day* that fall on certain weekdays."""
        match days:
            case EveryDay() | Unsaid() | Weekdays():
                named = set(days.days if isinstance(days, Weekdays) else Weekday) & set(weekdays)
                return count_before(Weekdays(named), day, self.since) if named else 0
            case _ if not weekdays:
                return 0
            case _:
                return sum(Weekday.of(each) in weekdays for each in self._before(days, day))

    def _before(self, days: Days | Unsaid, day: date) -> Iterator[date]:
        coming = first_on(days, self.since, self.since)
        while coming is not None and coming < day:
            yield coming
            coming = first_on(days, coming + _DAY, self.since)


@attrs.frozen(eq=False)
class Unit:
    """
    What is always due together: an item of its own, or all that inherits.

    Attributes:
        dues: The items, groups and rests in order.
        course: The dates that it covers.
        often: How often, as far as a calendar can place it; of two for a day the later counts.
        length: What it adds to a session, in milliseconds.
        turn: Which of the days are its own, where it takes turns with others.
        closing: How many times it is due on the last day of its course, where a number of
            sessions ends it.
    """

    dues: tuple[Due, ...]
    course: Course
    often: tuple[Often, ...]
    length: int
    turn: Turn | None = None
    closing: int | None = None

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
        often = next((each for each in reversed(self.often) if self._is_due(each, day)), None)
        if often is None or self.closing is None or day < self.course.last:
            return often
        return often.first(self.closing)

    def next_on(self, day: date) -> date | None:
        """Return the first day from *day* on when it is due, or None if it never is again."""
        found = [self._first(each, max(day, self.course.first)) for each in self.often]
        coming = min((each for each in found if each is not None), default=None)
        return None if coming is None or coming > self.course.last else coming

    def _is_due(self, often: Often, day: date) -> bool:
        falls = falls_on(often.days, day, self._since, often.except_on)
        return falls and (self.turn is None or self.turn.is_on(often, day))

    def _first(self, often: Often, day: date) -> date | None:
        at = first_on(often.days, day, self._since, often.except_on)
        return at if self.turn is None or at is None else self.turn.from_on(often, at)

    @property
    def _since(self) -> date:
        return self.course.first if self.turn is None else self.turn.since


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
