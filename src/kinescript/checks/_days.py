"""A prescription becomes the fullest days of its phases, without looking at every day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import heappop, heappush
from itertools import groupby
from typing import TypeAlias, assert_never

import attrs

from kinescript.checks._items import Prescribed, items_of_phase
from kinescript.model import (
    At,
    Dates,
    EveryDay,
    Frequency,
    PerDay,
    Prescription,
    Span,
    ThroughTheDay,
    Unsaid,
    Weekday,
    Weekdays,
)
from kinescript.timelines import Policy, item_node

_POLICY = Policy()


def least_per_day(prescribed: Prescribed) -> int:
    """Return how many milliseconds an item takes at the least on a day when it is due."""
    node = item_node(prescribed.path, prescribed.item, _POLICY)
    return node.least * _bouts(prescribed.frequency)


def _bouts(frequency: Frequency | Unsaid) -> int:
    """Return the fewest times a day that *frequency* can mean."""
    times = frequency if isinstance(frequency, Unsaid) else frequency.times
    match times:
        case At(moments):
            return len(moments)
        case PerDay(count):
            return _POLICY.count(count, _POLICY.choice.bouts, 1).least
        case ThroughTheDay() | Unsaid():
            return 1
        case _ as unreachable:
            assert_never(unreachable)


_Key: TypeAlias = Weekday | date


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
    """Return the fullest day whenever a phase starts, with those that still go on."""
    phases = prescription.phases
    load = _Load()
    dues: dict[int, list[_Due]] = {}
    ends: list[tuple[int, int]] = []
    starts = sorted(range(len(phases)), key=lambda index: phases[index].span.after)
    for start, together in groupby(starts, lambda index: phases[index].span.after):
        while ends and ends[0][0] <= start:
            load.remove(dues.pop(heappop(ends)[1]))
        starting = list(together)
        for index in starting:
            dues[index] = [_due(each) for each in items_of_phase(prescription, index)]
            load.add(dues[index])
            if days := _days(phases[index].span):
                heappush(ends, (start + days, index))
        yield load.fullest(f"phases[{starting[0]}]", (dues[index] for index in starting))


def _days(span: Span) -> int:
    """Return how many days a phase covers as it would be planned, or 0 if it has no end."""
    return _POLICY.count(span.days, _POLICY.choice.spans, 0).chosen


@attrs.frozen
class _Due:
    """What an item adds to certain weekdays, or to certain dates."""

    name: str
    least: int
    keys: tuple[_Key, ...]


def _due(prescribed: Prescribed) -> _Due:
    name = prescribed.item.exercise.name.casefold()
    return _Due(name, least_per_day(prescribed), _keys(prescribed.frequency))


def _keys(frequency: Frequency | Unsaid) -> tuple[_Key, ...]:
    days = frequency if isinstance(frequency, Unsaid) else frequency.days
    match days:
        case Weekdays(weekdays):
            return weekdays
        case Dates(dates):
            return dates
        case EveryDay() | Unsaid():
            return tuple(Weekday)
        case _ as unreachable:
            assert_never(unreachable)


class _Load:
    """What is due on each weekday, and on single dates beside it."""

    def __init__(self) -> None:
        self._least: Counter[_Key] = Counter()
        self._names: defaultdict[_Key, Counter[str]] = defaultdict(Counter)

    def add(self, dues: Iterable[_Due]) -> None:
        for due in dues:
            for key in due.keys:
                self._least[key] += due.least
                self._names[key][due.name] += 1

    def remove(self, dues: Iterable[_Due]) -> None:
        for due in dues:
            for key in due.keys:
                self._least[key] -= due.least
                self._names[key][due.name] -= 1
                if not self._names[key][due.name]:
                    del self._names[key][due.name]

    def fullest(self, path: str, starting: Iterable[Iterable[_Due]]) -> Day:
        """Return the fullest of all weekdays and of the dates in what is *starting*."""
        dates = {key for dues in starting for due in dues for key in due.keys}
        keys = [*Weekday, *(dates - set(Weekday))]
        return Day(path, max(map(self._time, keys)), max(map(self._exercises, keys)))

    def _time(self, key: _Key) -> int:
        if isinstance(key, Weekday):
            return self._least[key]
        return self._least[key] + self._least[Weekday.of(key)]

    def _exercises(self, key: _Key) -> int:
        if isinstance(key, Weekday):
            return len(self._names[key])
        usual = self._names[Weekday.of(key)]
        return len(usual) + sum(name not in usual for name in self._names[key])
