"""Days and times that would be better still, as a clause that assumptions quote."""

from __future__ import annotations

from typing import assert_never

from kinescript.model import (
    Anchor,
    Around,
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
    InAll,
    Moment,
    PerDay,
    Period,
    ThroughTheDay,
    Times,
    Weekdays,
    Window,
    Words,
)
from kinescript.plans._words import around_words, as_needed_words, per_words, window_words
from kinescript.timelines import said


def preferred_words(preferred: Days | Times) -> str:
    """Return days or times in words."""
    match preferred:
        case Words(text):
            return text
        case PerDay() | At() | ThroughTheDay() | Every() | InAll() | AsNeeded():
            return _times(preferred)
        case _:
            return _days(preferred)


def _days(  # noqa: PLR0911
    days: EveryDay | Weekdays | Dates | DaysPer | EveryDays | DaysOf | Cycle,
) -> str:
    match days:
        case EveryDay():
            return "every day"
        case Weekdays(named):
            return ", ".join(day.value for day in named)
        case Dates(dates):
            return ", ".join(day.isoformat() for day in dates)
        case DaysPer(count, period):
            return f"{said(count)} days {per_words(period)}".strip()
        case EveryDays(period):
            return f"every {period}"
        case DaysOf(numbers, period):
            return f"days {', '.join(map(str, numbers))} of {period}"
        case Cycle(on, off, unit=unit):
            return f"{Period(on, unit)} on, {Period(off, unit)} off"
        case _ as unreachable:
            assert_never(unreachable)


def _times(times: PerDay | At | ThroughTheDay | Every | InAll | AsNeeded) -> str:
    match times:
        case PerDay(count):
            return f"{said(count)} times a day".strip()
        case At(moments):
            return ", ".join(map(_moment, moments))
        case ThroughTheDay():
            return "through the day"
        case Every(interval):
            return f"every {interval}"
        case InAll(length):
            return f"{length} a day"
        case AsNeeded():
            return as_needed_words(times)
        case _ as unreachable:
            assert_never(unreachable)


def _moment(moment: Moment) -> str:
    match moment:
        case Around():
            return around_words(moment)
        case Window():
            return window_words(moment)
        case Anchor():
            return moment.value
        case _:
            return f"{moment:%H:%M}"
