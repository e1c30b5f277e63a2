"""Intervals: hours that are whole days become days, with one bout on each of them."""

from __future__ import annotations

from typing import Final

import attrs

from kinescript.model import (
    UNSAID,
    Every,
    EveryDays,
    Frequency,
    PerDay,
    Period,
    Range,
    Schedule,
    Times,
    Unsaid,
)
from kinescript.volumes._totals import divided, times

_DAY: Final = Range(86_400_000)
_ONE: Final = Range(1)


def in_days(often: Frequency | Schedule) -> Frequency | Schedule:
    """Return how often, every 48 hours being every second day at one time of the day."""
    if isinstance(often, Frequency):
        return _in_days(often)
    return Schedule(map(_in_days, often.frequencies))


def _in_days(frequency: Frequency) -> Frequency:
    apart = _days_apart(frequency.times)
    if apart is None or (apart != _ONE and frequency.days is not UNSAID):
        return frequency
    days = frequency.days if apart == _ONE else EveryDays(Period(apart))
    return attrs.evolve(frequency, days=days, times=PerDay(1))


def _days_apart(written: Times | Unsaid) -> Range | None:
    """Return how many days lie from one bout to the next; None where it is no whole number."""
    if not isinstance(written, Every) or written.during or not isinstance(written.bouts, Range):
        return None
    apart = divided(written.interval.milliseconds, times(written.bouts, _DAY))
    return apart if isinstance(apart, Range) and apart.is_whole and apart.low != 0 else None
