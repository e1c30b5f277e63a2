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
from kinescript.model import (
    AsNeeded,
    At,
    Cycle,
    Dates,
    Days,
    DaysPer,
    Every,
    EveryDay,
    EveryDays,
    Frequency,
    InAll,
    PerDay,
    Period,
    PeriodUnit,
    Prescription,
    ThroughTheDay,
    Times,
    Unsaid,
    Weekday,
    Weekdays,
    Words,
)
from kinescript.plans._often import frequencies
from kinescript.plans._spans import exactly, length_of
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


_Key: TypeAlias = Weekday | date | tuple[Days, int]
"""A day that is known, or the days of a rule, counted from a start."""


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
    for phases in _together(prescription):
        dues = (
            _due(index, placed)
            for index in phases
            for placed in parts_of_phase(prescription, index)
        )
        yield from _fullest(sorted(dues, key=lambda due: due.start))


def _together(prescription: Prescription) -> Iterator[list[int]]:
    """Return the phases that one person may have on one day, for each kind of person."""
    phases = list(enumerate(prescription.phases))
    timed = [each for each in phases if not isinstance(each[1].span.after, Unsaid)]
    named = dict.fromkeys(name for _, phase in timed for name in phase.audience)
    for name in named or (None,):
        yield [index for index, phase in timed if not phase.audience or name in phase.audience]
    # When these start is not known; each is looked at alone.
    yield from ([index] for index, phase in phases if isinstance(phase.span.after, Unsaid))


@attrs.frozen
class _Due:
    """What a part of a routine adds to certain days of the part of a programme it covers."""

    phase: int
    start: int
    end: int | None
    names: frozenset[str]
    least: dict[_Key, int]


def _due(phase: int, placed: Placed) -> _Due:
    node = component_node(placed.path, placed.component, _POLICY)
    items = items_done(placed.component, placed.path, node)
    names = frozenset(item.exercise.name.casefold() for _, item in items)
    start = 0 if isinstance(placed.span.after, Unsaid) else _ticks(placed.span.after)
    length = length_of(placed.span)
    least: dict[_Key, int] = {}
    for frequency in frequencies(placed.frequency):
        if bouts := _bouts(frequency):
            least |= dict.fromkeys(_keys(frequency, start), node.least * bouts)
    return _Due(phase, start, None if length is None else start + _ticks(length), names, least)


def _ticks(period: Period) -> int:
    """Return how long a period is as it would be planned, 12 months being a year."""
    exact = exactly(period, _POLICY).number.low
    return int(exact or 0) * _TICKS[period.unit]


# A month is 146,097 days in 4800 months on average.
_TICKS = {
    PeriodUnit.DAY: 4800,
    PeriodUnit.WEEK: 7 * 4800,
    PeriodUnit.MONTH: 146_097,
    PeriodUnit.YEAR: 12 * 146_097,
}


def _keys(frequency: Frequency | Unsaid, start: int) -> tuple[_Key, ...]:
    days = frequency if isinstance(frequency, Unsaid) else frequency.days
    match days:
        case Weekdays(weekdays):
            return weekdays
        case Dates(dates):
            return dates
        case EveryDay() | Unsaid():
            return tuple(Weekday)
        case DaysPer() | Words():
            return ((days, 0),)
        case EveryDays() | Cycle():
            return ((days, start),)
        case _ as unreachable:
            assert_never(unreachable)


def _fullest(dues: Iterable[_Due]) -> Iterator[Day]:
    load = _Load()
    ends: list[tuple[int, int, _Due]] = []
    numbers = count()
    for start, together in groupby(dues, lambda due: due.start):
        while ends and ends[0][0] <= start:
            load.remove(heappop(ends)[2])
        starting = list(together)
        for due in starting:
            if due.end is not None and due.end <= start:
                continue
            load.add(due)
            if due.end is not None:
                heappush(ends, (due.end, next(numbers), due))
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
