"""Forms: the type of a field to the words that say what a document may hold there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from types import NoneType, UnionType
from typing import Final, Union, get_args, get_origin

import attrs

from kinescript.documents._problems import one_of, quoted
from kinescript.documents._types import Annotation
from kinescript.model import (
    At,
    Breaths,
    Counts,
    Dates,
    Dose,
    Duration,
    EachSide,
    Estimate,
    EveryDay,
    Exertion,
    Frequency,
    Hold,
    Length,
    Load,
    PerDay,
    Range,
    Repeat,
    Reps,
    Rest,
    Series,
    ThroughTheDay,
    Timed,
    Unsaid,
    Weekdays,
    Words,
    Work,
)

KIND: Final = "kind"
"""The key under which an object says which member of a union it is."""

TAGS: Final[Mapping[type, str]] = {
    Breaths: "breaths",
    Counts: "counts",
    Words: "words",
    Reps: "reps",
    Hold: "hold",
    Timed: "timed",
    Series: "series",
    Repeat: "repeat",
    Rest: "rest",
    EachSide: "each side",
    Load: "load",
    Exertion: "exertion",
    EveryDay: "every day",
    Weekdays: "weekdays",
    Dates: "dates",
    PerDay: "per day",
    At: "at",
    ThroughTheDay: "through the day",
    Dose: "dose",
    Frequency: "frequency",
    Unsaid: "unsaid",
}
"""What members of unions are called under `KIND`."""

WRITTEN_REST: Final[Annotation] = Length | Rest
"""What stands for a rest: its length alone, or a tagged object."""

WRITTEN_WORK: Final[Annotation] = Work
"""What stands for a set that is not counted: its work alone."""

A_DURATION: Final = 'a duration of 0 or more such as "PT10S"'
A_NUMBER: Final = "a number of 0 or more"

_FORMS: Mapping[Annotation, str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    date: 'a date such as "2026-11-23"',
    datetime: 'an instant such as "2026-11-23T07:30:00-06:00"',
    time: 'a clock time such as "07:30"',
    timedelta: A_DURATION,
    Range: f"{A_NUMBER}, or two such as [8, 12]",
    Duration: f'{A_DURATION}, or two such as ["PT5S", "PT10S"]',
    Estimate: f'{A_DURATION}, or an object with "likely"',
}


def form_of(kind: Annotation) -> str:
    """Return what a document may hold for a value of the type *kind*."""
    if kind in _FORMS:
        return _FORMS[kind]
    if is_union(kind):
        return _form_of_union(WRITTEN_REST if is_rest(kind) else kind)
    if is_pairs(kind):
        return "an object"
    if is_list_of(kind):
        return "a list"
    if issubclass(kind, Enum):
        return one_of(member.value for member in kind)
    needed = [each.alias for each in attrs.fields(kind) if each.default is attrs.NOTHING]
    return f"an object with {' and '.join(map(quoted, needed))}" if needed else "an object"


def _form_of_union(kind: Annotation) -> str:
    said = said_in(kind)
    if len(said) == 1:
        return form_of(said[0])
    forms = [form_of(member) for member in said if member not in TAGS]
    tags = [TAGS[member] for member in get_args(kind) if member in TAGS]
    return ", or ".join([*forms, f"an object of kind {one_of(tags)}"] if tags else forms)


def is_union(kind: Annotation) -> bool:
    """Whether a value of the type *kind* is one of several things."""
    return get_origin(kind) in {Union, UnionType}


def said_in(kind: Annotation) -> list[Annotation]:
    """Return the members of a union that say something."""
    return [member for member in get_args(kind) if member not in {Unsaid, NoneType}]


def is_rest(kind: Annotation) -> bool:
    """Whether *kind* is a rest that may be unsaid, which can be written as its length."""
    return is_union(kind) and said_in(kind) == [Rest]


def is_list_of(kind: Annotation) -> bool:
    """Whether *kind* is a tuple of any length, which a document holds as a list."""
    origin: Annotation = get_origin(kind)
    return origin is tuple


def is_pairs(kind: Annotation) -> bool:
    """Whether *kind* is a tuple of pairs, which a document holds as an object."""
    return is_list_of(kind) and is_list_of(get_args(kind)[0])
