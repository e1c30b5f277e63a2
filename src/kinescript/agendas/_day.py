"""One date of a calendar becomes a waking day: an instant and spans in elapsed time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import attrs

from kinescript.agendas._calendar import Busy, Calendar
from kinescript.agendas._dates import falls_on
from kinescript.errors import PlanError, Problem
from kinescript.model import Anchor

MILLISECOND = timedelta(milliseconds=1)
_DAY = timedelta(days=1)


@attrs.frozen
class Block:
    """
    A stretch of a day, in milliseconds from waking.

    Attributes:
        start: Where it starts; before 0 if before waking.
        end: Where it ends.
        name: What it is.
        is_session: Whether it is a session, behind which another one may follow.
    """

    start: int
    end: int
    name: str
    is_session: bool = False


@attrs.frozen
class WakingDay:
    """
    The waking hours of one date, free of zones: offsets are elapsed milliseconds.

    Attributes:
        calendar: Whose day it is.
        date: The date of waking.
        waking: The instant of waking, in UTC.
        length: How long the day is.
        busy: What is in the way, in order.
    """

    calendar: Calendar
    date: date
    waking: datetime
    length: int
    busy: tuple[Block, ...]

    def offset_of(self, moment: time | Anchor) -> int:
        """Return how long after waking a clock time or anchor falls on this day."""
        at = self.calendar.time_of(moment) if isinstance(moment, Anchor) else moment
        hours = self.calendar.waking_hours
        is_past_midnight = hours.end <= hours.start and at < hours.end
        day = self.date + _DAY if is_past_midnight else self.date
        return (instant(day, at, self.calendar.zone) - self.waking) // MILLISECOND

    def local(self, offset: int) -> datetime:
        """Return the instant *offset* milliseconds after waking, on the calendar's clock."""
        return (self.waking + offset * MILLISECOND).astimezone(ZoneInfo(self.calendar.zone))


def instant(day: date, at: time, zone: str) -> datetime:
    """
    Return the instant, in UTC, at which clocks in *zone* show *at* on *day*.

    As in RFC 5545, 3.3.5: a time that clocks show twice is the first one, and one that
    they skip is read with the offset before the gap, so 02:30 becomes 03:30.
    """
    return datetime.combine(day, at.replace(fold=0), ZoneInfo(zone)).astimezone(UTC)


def waking_day(calendar: Calendar, day: date) -> WakingDay:
    """
    Resolve *day* on *calendar*: its waking hours and what is in their way.

    Raises:
        PlanError: If *day* is one of the very first or last that there are.
    """
    try:
        return _resolved(calendar, day)
    except OverflowError:
        reason = f"expected a date that clocks can show in {calendar.zone}, got {day}"
        raise PlanError(Problem(reason)) from None


def _resolved(calendar: Calendar, day: date) -> WakingDay:
    hours = calendar.waking_hours
    waking, end = _span(calendar, day, hours.start, hours.end)
    found = (
        Block((start - waking) // MILLISECOND, (end - waking) // MILLISECOND, busy.name)
        for busy in calendar.busy
        for start, end in _occurrences(calendar, busy, day)
    )
    return WakingDay(
        calendar=calendar,
        date=day,
        waking=waking,
        length=(end - waking) // MILLISECOND,
        busy=tuple(sorted(found, key=lambda block: (block.start, block.end, block.name))),
    )


def _occurrences(calendar: Calendar, busy: Busy, day: date) -> Iterator[tuple[datetime, datetime]]:
    # A block of the day before may reach into this one, and one of the day after into
    # waking hours that end past midnight.
    for near in (day - _DAY, day, day + _DAY):
        if falls_on(busy.days, near):
            yield _span(calendar, near, busy.start, busy.end)


def _span(calendar: Calendar, day: date, start: time, end: time) -> tuple[datetime, datetime]:
    last = day + _DAY if end <= start else day
    return instant(day, start, calendar.zone), instant(last, end, calendar.zone)
