"""Bouts: when in the day it is done becomes how many bouts a day has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Final, assert_never

from kinescript.model import (
    Around,
    AsNeeded,
    At,
    Every,
    InAll,
    Moment,
    PerDay,
    Range,
    ThroughTheDay,
    Times,
    Unsaid,
    Words,
)
from kinescript.volumes._measures import Given, only_says, unsaid
from kinescript.volumes._totals import (
    NONE,
    NotDetermined,
    Total,
    added,
    covering,
    exactly,
    fitting,
    times,
)

_ONE: Final = Range(1)
_DAY: Final = timedelta(days=1)
_A_DAY: Final = unsaid("how many times a day")


def bouts_of(written: Times | Unsaid, given: Given, work: Total) -> Total:  # noqa: PLR0911
    """Return how many bouts a day has; a total of the day takes those of so much *work*."""
    match written:
        case Unsaid():
            return _ONE
        case PerDay(count):
            return given.count(count, "through_the_day")
        case At(moments):
            return _at(moments)
        case Every():
            return _every(written, given)
        case InAll():
            return _in_all(written, given, work)
        case AsNeeded(most=Range(high=high)) if high is not None:
            return Range(None, high)
        case AsNeeded() | ThroughTheDay():
            return given.number("through_the_day", _A_DAY)
        case Words():
            return given.number("through_the_day", only_says(written))
        case _ as unreachable:
            assert_never(unreachable)


def _at(moments: Sequence[Moment]) -> Total:
    """Count the moments; nobody knows how often an event comes that is no anchor."""
    for moment in moments:
        if isinstance(moment, Around) and isinstance(moment.event, str):
            return unsaid(f"how often “{moment.event}” is")
    return Range(len(moments))


def _every(every: Every, given: Given) -> Total:
    """Count the starts from the first to the last moment, both of them among them."""
    if every.during:
        return NotDetermined(f"its clock runs only while “{every.during}”")
    if not isinstance(every.since, time) or not isinstance(every.to, time):
        return NotDetermined("between which times of the day is not written")
    first, last = (datetime.combine(date.min, at) for at in (every.since, every.to))
    long = ((last - first) % _DAY or _DAY) // timedelta(milliseconds=1)
    starts = exactly(Fraction(long), Fraction(long))
    bouts = given.count(every.bouts, "through_the_day")
    later = fitting(times(starts, bouts), every.interval.milliseconds)
    return added((_ONE, later))


def _in_all(in_all: InAll, given: Given, work: Total) -> Total:
    """Take as many bouts as are written, or as it takes."""
    if not isinstance(in_all.bouts, Unsaid) or isinstance(work, NotDetermined) or work == NONE:
        return given.count(in_all.bouts, "through_the_day")
    return covering(given.lasting(in_all.length, "activity").work, work)
