"""Spans become all the time that they can cover, whatever their ranges come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from kinescript.checks._stretches import DAY, TICKS
from kinescript.model import (
    Between,
    Covers,
    Period,
    PeriodUnit,
    Prescription,
    Span,
    Unsaid,
    Until,
)
from kinescript.model._span import length_of, says_start
from kinescript.plans._phases import Link, links
from kinescript.timelines import Policy

_MONTH = TICKS[PeriodUnit.MONTH]
# Those of a calendar are never as much longer or shorter than so many average months.
_SLACK = 3 * DAY


@attrs.frozen
class Reach:
    """
    All the time that something can cover, or at which it can start, in ticks of a clock.

    Attributes:
        is_dated: Whether its clock is the calendar's, and not that of the programme.
        start: The earliest time.
        end: The latest one; None where nobody knows.
    """

    is_dated: bool
    start: int
    end: int | None

    @property
    def is_none(self) -> bool:
        """Whether it certainly starts no earlier than it ends."""
        return self.end is not None and _is_past(self.start - self.end)

    def within(self, span: Covers | Unsaid) -> Reach:
        """Return what a part with a *span* of its own has of it."""
        if isinstance(span, Unsaid) or (isinstance(span, Span) and not says_start(span)):
            return self
        starts = _starts(span, self)
        if starts.is_dated != self.is_dated:
            return self
        ends = [end for end in (_ends(span, starts).end, self.end) if end is not None]
        start = max(starts.start, self.start)
        return Reach(is_dated=self.is_dated, start=start, end=min(ends, default=None))


def _is_past(gap: int) -> bool:
    """Whether what starts so long after an end certainly does, though months may differ."""
    is_exact = gap % DAY == 0 or gap % _MONTH == 0
    return gap >= (0 if is_exact else _SLACK)


_AT_ONCE = Reach(is_dated=False, start=0, end=0)
_UNKNOWN = Reach(is_dated=False, start=0, end=None)


def reaches(prescription: Prescription) -> dict[int, Reach]:
    """Return all the time that each phase can cover, for whichever person it is."""
    found: defaultdict[int, list[Reach]] = defaultdict(list)
    names = dict.fromkeys(name for phase in prescription.phases for name in phase.audience)
    for name in names or (None,):
        cases = () if name is None else (name,)
        for index, reach in _chain(links(prescription, Policy(cases=cases))):
            found[index].append(reach)
    return {index: _widest(each) for index, each in found.items()}


def _widest(found: list[Reach]) -> Reach:
    is_dated = found[0].is_dated
    if any(each.is_dated is not is_dated for each in found):
        return _UNKNOWN
    ends = [each.end for each in found if each.end is not None]
    end = max(ends) if len(ends) == len(found) else None
    return Reach(is_dated=is_dated, start=min(each.start for each in found), end=end)


def _chain(found: Iterable[Link]) -> Iterator[tuple[int, Reach]]:
    """Return the time of each phase, which starts with the programme or follows another."""
    over: dict[int, Reach] = {}
    for link in found:
        since = _AT_ONCE if link.follows is None else over[link.follows.index]
        starts = _starts(link.phase.span, _UNKNOWN if link.obstacle else since)
        over[link.index] = _ends(link.phase.span, starts)
        yield link.index, Reach(starts.is_dated, starts.start, over[link.index].end)


def _starts(span: Covers, since: Reach) -> Reach:
    """Return when something starts, which does so within *since* if it does not say when."""
    if isinstance(span, Between):
        if isinstance(span.first, Unsaid):
            return since if since.is_dated else Reach(is_dated=True, start=0, end=None)
        first = span.first.toordinal() * DAY
        return Reach(is_dated=True, start=first, end=first)
    if isinstance(span.after, Unsaid):
        return since
    first, last = _ticks(span.after)
    return Reach(is_dated=False, start=first, end=last)


def _ends(span: Covers, starts: Reach) -> Reach:
    """Return when something ends that *starts* so."""
    if isinstance(span, Between):
        if isinstance(span.last, Unsaid):
            return attrs.evolve(starts, end=None)
        over = (span.last.toordinal() + 1) * DAY
        return Reach(is_dated=True, start=over, end=over)
    shortest, longest = _length(span)
    end = None if starts.end is None or longest is None else starts.end + longest
    return Reach(starts.is_dated, starts.start + shortest, end)


def _length(span: Span) -> tuple[int, int | None]:
    length = length_of(span)
    # Exact bounds of an end that waits for a sign only tell about how long it takes.
    is_about = isinstance(span.length, Until) and length is not None and length.number.is_exact
    return (0, None) if length is None or is_about else _ticks(length)


def _ticks(period: Period) -> tuple[int, int | None]:
    low, high = period.number.low, period.number.high
    unit = TICKS[period.unit]
    return int(low or 0) * unit, None if high is None else int(high) * unit
