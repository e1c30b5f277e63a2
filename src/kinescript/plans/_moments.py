"""Moments and intervals of a day become offsets from waking."""

from __future__ import annotations

from datetime import time
from typing import assert_never, cast

from kinescript.agendas import Calendar, WakingDay
from kinescript.model import Anchor, Around, At, Every, Moment, Relation, Unsaid, Window
from kinescript.plans._gaps import DAY

_MINUTE = 60_000


def offsets_of(times: At | Every, day: WakingDay, length: int) -> list[tuple[int, bool]]:
    """
    Return when sessions of *length* milliseconds start on *day*, in order.

    With each offset comes whether a clock time, or an anchor that the calendar sets,
    gives it. Where a change of clocks makes two moments one, it comes twice.
    """
    match times:
        case At(moments):
            return sorted(
                (_offset(each, day, length), _is_said(each, day.calendar)) for each in moments
            )
        case Every():
            first, last = _limits(times, day)
            is_said = not isinstance(times.since, Unsaid) and _is_said(times.since, day.calendar)
            step = int(times.interval.milliseconds.low or DAY)
            return [(offset, is_said) for offset in range(first, last + 1, step)]
        case _ as unreachable:
            assert_never(unreachable)


def _limits(every: Every, day: WakingDay) -> tuple[int, int]:
    """Return the first and the last offset that *every* may have, of a day and no longer."""
    first = 0 if isinstance(every.since, Unsaid) else day.offset_of(every.since)
    if isinstance(every.to, Unsaid):
        # Nobody is up any more when the waking hours end.
        return first, max(first, day.length - 1)
    last = day.offset_of(every.to)
    return first, min(last if last >= first else last + DAY, max(first, DAY))


def _in_window(window: Window, day: WakingDay, length: int) -> int:
    """Return when in a window, if one is up then, a session finds room beside what one does."""
    first, close = day.offset_of(window.since), day.offset_of(window.to)
    last = (close if close > first else close + DAY) - length
    first = first if last < 0 else max(first, 0)
    at = first
    for block in sorted(day.busy, key=lambda block: block.start):
        if block.start < at + length and at < block.end:
            at = block.end
    return at if at <= last else first


def _offset(moment: Moment, day: WakingDay, length: int) -> int:
    if isinstance(moment, Window):
        return _in_window(moment, day, length)
    if not isinstance(moment, Around):
        return day.offset_of(moment)
    by = None if isinstance(moment.by, Unsaid) else int(moment.by.milliseconds.low or 0)
    if moment.relation is Relation.BEFORE:
        # What comes right before something ends when that begins, to the minute.
        by = -length // _MINUTE * _MINUTE if by is None else -by
    # A day's sessions start after those of the day before: from its waking hours' end on.
    first = day.length - DAY
    event = cast("Anchor", moment.event)  # no calendar places another one
    return (day.offset_of(event) + (by or 0) - first) % DAY + first


def _is_said(moment: Moment, calendar: Calendar) -> bool:
    match moment:
        case time():
            return True
        case Anchor():
            return calendar.says(moment)
        case Window():
            return False
        case Around(event, by=by):
            is_exact = not isinstance(by, Unsaid)
            return is_exact and isinstance(event, Anchor) and calendar.says(event)
        case _ as unreachable:
            assert_never(unreachable)
