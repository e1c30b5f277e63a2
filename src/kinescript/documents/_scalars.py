"""Plain texts and numbers to texts, numbers, words, dates and times of the model."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import Enum
from typing import TypeVar

from kinescript.documents._forms import form_of
from kinescript.documents._problems import place_of, refused
from kinescript.documents._types import Plain

Named = TypeVar("Named", bound=Enum)


def read_text(value: Plain, kind: type[str]) -> str:
    """Accept a text."""
    if isinstance(value, str):
        return value
    raise refused(form_of(kind), value)


def read_int(value: Plain, kind: type[int]) -> int:
    """Accept a whole number, and no truth value."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise refused(form_of(kind), value)


def read_bool(value: Plain, kind: type[bool]) -> bool:
    """Accept a truth value."""
    if isinstance(value, bool):
        return value
    raise refused(form_of(kind), value)


def read_enum(value: Plain, kind: type[Named]) -> Named:
    """Accept the value of one member of *kind*."""
    members = list(kind)
    return members[place_of(value, [member.value for member in members])]


def read_date(value: Plain, kind: type[date]) -> date:
    """Accept a date with hyphens."""
    try:
        found = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or found.isoformat() != value:
        raise refused(form_of(kind), value)
    return found


def read_datetime(value: Plain, kind: type[datetime]) -> datetime:
    """Accept a date and clock time with an offset from UTC, or Z for none."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or not found.tzinfo or value.replace("Z", "+00:00") != found.isoformat():
        raise refused(form_of(kind), value)
    return found


def read_time(value: Plain, kind: type[time]) -> time:
    """Accept hours and minutes, perhaps with seconds and their fraction."""
    try:
        found = time.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or found.tzinfo or value not in {write_time(found), found.isoformat()}:
        raise refused(form_of(kind), value)
    return found


def write_time(at: time) -> str:
    """Return hours and minutes, and the seconds where there are any."""
    return at.isoformat("auto" if at.second or at.microsecond else "minutes")
