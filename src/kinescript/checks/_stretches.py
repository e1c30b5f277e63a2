"""Spans become stretches of time that can be compared, whenever the programme starts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from kinescript.model import Between, Covers, Period, PeriodUnit, Prescription, Unsaid
from kinescript.model._span import length_of
from kinescript.plans._phases import Link, links
from kinescript.plans._spans import exactly
from kinescript.timelines import Policy

_POLICY = Policy()
_PROGRAMME = -1
_CALENDAR = -2
DAY = 4800


@attrs.frozen
class Stretch:
    """
    A stretch of time, in ticks of a clock.

    Attributes:
        clock: Which one: that of the programme, that of the calendar, or one of a phase of
            which nobody knows when it starts.
        start: When it starts.
        end: When it ends; None where that is not known.
    """

    clock: int
    start: int
    end: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it ends before it starts."""
        return self.end is not None and self.end <= self.start

    def of(self, spans: Iterable[Covers]) -> Stretch:
        """Return what *spans*, each inside of the one before it, leave of it."""
        found = self
        for span in spans:
            own = _stretch(span, found)
            if own.clock == found.clock:
                ends = [end for end in (own.end, found.end) if end is not None]
                own = Stretch(own.clock, max(own.start, found.start), min(ends, default=None))
            found = own
        return found


def stretches(prescription: Prescription) -> Iterator[dict[int, Stretch]]:
    """Return when the phases are that one person may have, for each kind of person."""
    phases = prescription.phases
    for name in dict.fromkeys(name for phase in phases for name in phase.audience) or (None,):
        found: dict[int, Stretch] = {}
        for link in links(prescription, Policy(cases=() if name is None else (name,))):
            if not link.phase.audience or name in link.phase.audience:
                found[link.index] = _stretch(link.phase.span, _since(link, found))
        yield found


def _since(link: Link, known: Mapping[int, Stretch]) -> Stretch:
    """Return a stretch that starts where a phase would that does not say when it starts."""
    if link.follows is not None:
        before = known[link.follows.index]
        if before.end is not None:
            return Stretch(before.clock, before.end)
    is_alone = link.obstacle or link.follows is not None
    return Stretch(link.index if is_alone else _PROGRAMME, 0)


def _stretch(span: Covers, since: Stretch) -> Stretch:
    """Return what a span covers, which starts with *since* if it does not say when."""
    if isinstance(span, Between):
        return _between(span, since)
    clock, start = since.clock, since.start
    if not isinstance(span.after, Unsaid):
        clock, start = _PROGRAMME if clock == _CALENDAR else clock, _ticks(span.after)
    length = length_of(span)
    return Stretch(clock, start, None if length is None else start + _ticks(length))


def _between(span: Between, since: Stretch) -> Stretch:
    end = None if isinstance(span.last, Unsaid) else (span.last.toordinal() + 1) * DAY
    if not isinstance(span.first, Unsaid):
        return Stretch(_CALENDAR, span.first.toordinal() * DAY, end)
    # When the programme starts, no date says.
    return Stretch(_CALENDAR, since.start, end) if since.clock == _CALENDAR else since


def _ticks(period: Period) -> int:
    """Return how long a period is as it would be planned, 12 months being a year."""
    exact = exactly(period, _POLICY).number.low
    return int(exact or 0) * TICKS[period.unit]


# A month is 146,097 days in 4800 months on average.
TICKS = {
    PeriodUnit.DAY: DAY,
    PeriodUnit.WEEK: 7 * DAY,
    PeriodUnit.MONTH: 146_097,
    PeriodUnit.YEAR: 12 * 146_097,
}
