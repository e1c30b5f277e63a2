"""Values to the words of the command line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinescript.plans import Session

_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)

# What could move the cursor, colour or reorder a terminal's text: control characters,
# line and paragraph separators, marks of writing direction, and lone surrogates.
_UNSAFE = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
)
_SAFE = {code: " " if chr(code).isspace() else None for code in _UNSAFE}


def clean(text: str) -> str:
    """Return *text* on one line, without characters that steer a terminal."""
    return " ".join(text.translate(_SAFE).split())


def named_day(day: date) -> str:
    """Return *day* as "Mon 2026-11-23"."""
    return f"{_WEEK[day.weekday()]} {day.isoformat()}"


_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def about(length: timedelta) -> str:
    """Return *length* to the minute, or to the second below one minute."""
    if length < _MINUTE:
        return exactly(round(length / _SECOND) * _SECOND)
    hours, minutes = divmod((length + _MINUTE / 2) // _MINUTE, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"


def exactly(length: timedelta) -> str:
    """Return *length* in hours, minutes and seconds, down to the millisecond."""
    minutes, rest = divmod(length, _MINUTE)
    hours, minutes = divmod(minutes, 60)
    seconds = f"{rest / _SECOND:.3f}".rstrip("0").rstrip(".")
    parts = {"h": str(hours), "min": str(minutes), "s": seconds}
    return " ".join(f"{count} {unit}" for unit, count in parts.items() if count != "0") or "0 s"


def offset(since: timedelta) -> str:
    """Return the time *since* the start of a session as "0:01:50"."""
    minutes, rest = divmod(since, _MINUTE)
    hours, minutes = divmod(minutes, 60)
    seconds, rest = divmod(rest, _SECOND)
    thousandths = f".{rest // timedelta(milliseconds=1):03}" if rest else ""
    return f"{hours}:{minutes:02}:{seconds:02}{thousandths}"


def clock(start: datetime, since: timedelta) -> str:
    """Return what the clock of *start* shows when that much real time has passed."""
    return f"{(start.astimezone(UTC) + since).astimezone(start.tzinfo):%H:%M:%S}"


def starting(session: Session) -> str:
    """Return when *session* starts, with the weekday where that is after midnight."""
    time = f"{session.start:%H:%M}"
    later = session.start.date() != session.date
    return f"{time} {_WEEK[session.start.weekday()]}" if later else time
