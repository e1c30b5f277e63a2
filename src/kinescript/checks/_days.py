"""A prescription becomes the fullest days of its phases, without looking at every day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import heappop, heappush
from itertools import count, groupby
from typing import TypeAlias, assert_never

import attrs

from kinescript.checks._items import Placed, Prescribed, parts_of_phase
from kinescript.checks._stretches import Stretch, stretches
from kinescript.model import (
    AsNeeded,
    At,
    Cycle,
    Dates,
    Days,
    DaysOf,
    DaysPer,
    Every,
    EveryDay,
    EveryDays,
    Frequency,
    InAll,
    PerDay,
    Prescription,
    ThroughTheDay,
    Times,
    Unsaid,
    Weekday,
    Weekdays,
    Words,
)
from kinescript.model._days import excepted
from kinescript.plans._obstacles import frequencies
from kinescript.plans._unscheduled import items_done
from kinescript.timelines import Policy, component_node

_POLICY = Policy()


def least_per_day(prescribed: Prescribed) -> int:
    """Return how many milliseconds an item takes at the least on a day when it is due."""
    node = component_node(prescribed.path, prescribed.item, _POLICY)
    return node.least * max(map(_bouts, frequencies(prescribed.frequency)))


def _bouts(frequency: Frequency | Unsaid) -> int:
    """Return the fewest times a day that *frequency* can mean, on a day when it holds."""
    if isinstance(frequency, Unsaid):
        return 1
    return _times(frequency.times) if isinstance(frequency.condition, Unsaid) else 0


def _times(times: Times | Unsaid) -> int:
    match times:
        case At(moments):
            return len(moments)
        case PerDay(number) | InAll(_, number):
            return _POLICY.count(number, _POLICY.choice.bouts, 1).least
        case AsNeeded():
            return 0
        case ThroughTheDay() | Every() | Words() | Unsaid():
            return 1
        case _ as unreachable:
            assert_never(unreachable)


@attrs.frozen
class _Found:
    """The days of a rule, counted from a start, or those of them on which one has its turn."""

    days: Days | Unsaid
    start: int = 0
    turn: tuple[int, int] | None = None


_Key: TypeAlias = Weekday | date | _Found
"""A day that is known, or the days that a calendar finds."""


@attrs.frozen
class Day:
    """
    The fullest day from the start of a phase.

    Attributes:
        path: The phase that starts.
        least: How many milliseconds its exercises take at the least.
        exercises: How many different exercises it has.
    """

    path: str
    least: int
    exercises: int


def fullest_days(prescription: Prescription) -> Iterator[Day]:
    """Return the fullest day whenever something starts, with what still goes on."""
    for known in stretches(prescription):
        dues = (
            _due(index, placed, stretch.of(placed.spans[1:]))
            for index, stretch in known.items()
            for placed in parts_of_phase(prescription, index)
        )
        by_clock = sorted(dues, key=lambda due: (due.stretch.clock, due.stretch.start))
        for _, together in groupby(by_clock, lambda due: due.stretch.clock):
            yield from _fullest(together)


@attrs.frozen
class _Due:
    """What a part of a routine adds to certain days of the stretch that it covers."""

    phase: int
    stretch: Stretch
    names: frozenset[str]
    least: dict[_Key, int]


def _due(phase: int, placed: Placed, stretch: Stretch) -> _Due:
    node = component_node(placed.path, placed.component, _POLICY)
    items = items_done(placed.component, placed.path, node)
    names = frozenset(item.exercise.name.casefold() for _, item in items)
    least: dict[_Key, int] = {}
    for frequency in frequencies(placed.frequency):
        if bouts := _bouts(frequency):
            turn = None if placed.turn is None else (phase, placed.turn)
            keys = _keys(frequency, stretch.start, turn)
            least |= dict.fromkeys(keys, node.least * bouts)
    return _Due(phase, stretch, names, least)


def _keys(
    frequency: Frequency | Unsaid, start: int, turn: tuple[int, int] | None
) -> tuple[_Key, ...]:
    days = frequency if isinstance(frequency, Unsaid) else frequency.days
    if turn is not None:
        return (_Found(days, turn=turn),)
    weekdays, dates = excepted(() if isinstance(frequency, Unsaid) else frequency.except_on)
    match days:
        case Weekdays(named):
            return tuple(each for each in named if each not in weekdays)
        case Dates(named):
            left = (each for each in named if each not in dates)
            return tuple(each for each in left if Weekday.of(each) not in weekdays)
        case EveryDay() | Unsaid():
            return tuple(each for each in Weekday if each not in weekdays)
        case DaysPer() | Words():
            return (_Found(days),)
        case EveryDays() | DaysOf() | Cycle():
            return (_Found(days, start),)
        case _ as unreachable:
            assert_never(unreachable)


def _fullest(dues: Iterable[_Due]) -> Iterator[Day]:
    load = _Load()
    ends: list[tuple[int, int, _Due]] = []
    numbers = count()
    for start, together in groupby(dues, lambda due: due.stretch.start):
        while ends and ends[0][0] <= start:
            load.remove(heappop(ends)[2])
        starting = list(together)
        for due in starting:
            if due.stretch.is_empty:
                continue
            load.add(due)
            if due.stretch.end is not None:
                heappush(ends, (due.stretch.end, next(numbers), due))
        path = f"phases[{min(due.phase for due in starting)}]"
        yield load.fullest(path, starting)


class _Load:
    """What is due on each weekday, and on single dates or the days of a rule beside it."""

    def __init__(self) -> None:
        self._least: Counter[_Key] = Counter()
        self._names: defaultdict[_Key, Counter[str]] = defaultdict(Counter)

    def add(self, due: _Due) -> None:
        for key, least in due.least.items():
            self._least[key] += least
            self._names[key].update(due.names)

    def remove(self, due: _Due) -> None:
        for key, least in due.least.items():
            self._least[key] -= least
            for name in due.names:
                self._names[key][name] -= 1
                if not self._names[key][name]:
                    del self._names[key][name]

    def fullest(self, path: str, starting: Iterable[_Due]) -> Day:
        """Return the fullest of all weekdays and of the other days in what is *starting*."""
        keys = {*Weekday, *(key for due in starting for key in due.least)}
        return Day(path, max(map(self._time, keys)), max(map(self._exercises, keys)))

    def _time(self, key: _Key) -> int:
        usual = min(self._least[day] for day in _weekdays(key))
        return usual if isinstance(key, Weekday) else self._least[key] + usual

    def _exercises(self, key: _Key) -> int:
        names = self._names[key]
        if isinstance(key, Weekday):
            return len(names)
        return min(len(names | self._names[day]) for day in _weekdays(key))


def _weekdays(key: _Key) -> tuple[Weekday, ...]:
    """Return the weekdays on which a day may fall."""
    match key:
        case Weekday():
            return (key,)
        case date():
            return (Weekday.of(key),)
        case _:
            return tuple(Weekday)
