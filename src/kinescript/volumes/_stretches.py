"""Stretches: when several parts begin and end becomes which of them go on at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from math import inf
from typing import Final, TypeAlias

import attrs

Some: TypeAlias = tuple[int, ...]
"""Some of several parts, by their places."""

Days: TypeAlias = tuple[float, float]
"""The first and the last of the days that it may be; or from a first one to before another."""


@attrs.frozen
class Stretch:
    """
    When something goes on.

    Attributes:
        start: The earliest and the latest day on which it begins.
        end: The earliest and the latest day before which it is over.
        has_dates: Whether days are dates, by their ordinals; else those of the programme.
        told: What tells it apart from others where its days are not exact.
    """

    start: Days
    end: Days
    has_dates: bool = False
    told: Hashable = None

    @property
    def sure(self) -> Days:
        """The days on which it surely goes on; none if the end is no later."""
        return self.start[1], self.end[0]

    @property
    def possible(self) -> Days:
        """The days on which it may go on."""
        return self.start[0], self.end[1]

    @property
    def is_exact(self) -> bool:
        """Whether its first and its last day are known."""
        return self.sure == self.possible

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the programme, whenever that is."""
        return not self.has_dates and self.sure == (0, inf)

    def only_sure(self) -> Stretch:
        """Return what surely goes on of it."""
        first, end = self.sure
        return attrs.evolve(self, start=(first, first), end=(end, end))

    def on_clock(self, *, has_dates: bool) -> Stretch:
        """Return it as days of the programme or as dates; which these are, nobody knows."""
        if self.has_dates is has_dates:
            return self
        first = -inf if self.is_whole else inf
        return Stretch((-inf, first), (inf, inf) if self.is_whole else (-inf, inf), has_dates)

    def within(self, around: Stretch) -> Stretch:
        """Return what of it lies in what is *around* it."""
        if around.is_whole:
            return self
        if self.is_whole:
            return around
        if self.has_dates is not around.has_dates:
            first, end = self.possible
            return attrs.evolve(self, start=(first, inf), end=(first, end))
        earliest, latest = map(max, self.start, around.start)
        soonest, last = map(min, self.end, around.end)
        return attrs.evolve(self, start=(earliest, latest), end=(soonest, last))


WHOLE: Final = Stretch((0, 0), (inf, inf))
"""All of a programme."""


def at_once(stretches: Sequence[Stretch]) -> Iterator[Some]:
    """Yield which of *stretches* go on at once on some day, as `choices` tells them."""
    for found in on_each_clock(stretches):
        yield from _at_once(found)


def surely_at_once(stretches: Sequence[Stretch]) -> Iterator[Some]:
    """Yield which of *stretches* surely go on at once on some day."""
    for found in on_each_clock(stretches):
        yield from _at_once([each.only_sure() for each in found])


def on_each_clock(stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """Yield all of *stretches* as days of the programme, and as dates, where any is told so."""
    for has_dates in sorted({each.has_dates for each in stretches if not each.is_whole} or {False}):
        yield [each.on_clock(has_dates=has_dates) for each in stretches]


def _at_once(stretches: Sequence[Stretch]) -> Iterator[Some]:
    changes: dict[float, list[tuple[set[int], int]]] = defaultdict(list)
    sure, possible = set[int](), set[int]()
    for index, stretch in enumerate(stretches):
        for going_on, (first, end) in ((sure, stretch.sure), (possible, stretch.possible)):
            for day in (first, end) if first < end else ():
                changes[day].append((going_on, index))
    changes.pop(inf, None)
    for day in sorted(changes):
        for going_on, index in changes[day]:
            # What has begun ends, and what has not begins.
            going_on ^= {index}
        if possible:
            yield from choices(sorted(sure), [[each] for each in sorted(possible - sure)])


def choices(sure: Sequence[int], others: Sequence[Iterable[int]]) -> Iterator[Some]:
    """
    Return what may come together of some that *sure* come and *others* that may.

    They are told as far as totals need it: the fewest, which are the sure ones or else
    each of the others, and all of them.
    """
    if sure:
        yield tuple(sure)
    else:
        yield from map(tuple, others)
    if others:
        yield (*sure, *(each for other in others for each in other))
