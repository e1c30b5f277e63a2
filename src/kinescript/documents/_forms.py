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
    AllOf,
    AnyOf,
    Around,
    AsNeeded,
    At,
    Band,
    Between,
    Branch,
    Breaths,
    Change,
    Circuit,
    Component,
    Counts,
    Covers,
    Cycle,
    Dates,
    DaysOf,
    DaysPer,
    Distance,
    Dose,
    Duration,
    EachSide,
    Estimate,
    Every,
    EveryDay,
    EveryDays,
    Exertion,
    Frequency,
    Goal,
    Hold,
    HowOften,
    InAll,
    Item,
    Load,
    Pace,
    Pause,
    PerDay,
    Period,
    Pick,
    Range,
    Repeat,
    RepMax,
    Reps,
    Rest,
    Rule,
    Schedule,
    Section,
    Series,
    Sessions,
    Share,
    Sign,
    Span,
    Superset,
    SymptomLimit,
    Target,
    ThroughTheDay,
    Timed,
    Unsaid,
    Until,
    Weekdays,
    Window,
    Words,
    Work,
    Zone,
)

KIND: Final = "kind"
"""The key under which an object says which member of a union it is."""

TAGS: Final[Mapping[type, str]] = {
    Breaths: "breaths",
    Counts: "counts",
    Words: "words",
    Until: "until",
    Sign: "sign",
    AllOf: "all of",
    AnyOf: "any of",
    Reps: "reps",
    Hold: "hold",
    Timed: "timed",
    Distance: "distance",
    Series: "series",
    Repeat: "repeat",
    Rest: "rest",
    EachSide: "each side",
    Load: "load",
    Band: "band",
    Exertion: "exertion",
    Share: "share",
    RepMax: "rep max",
    Zone: "zone",
    Target: "target",
    Pace: "pace",
    EveryDay: "every day",
    Weekdays: "weekdays",
    Dates: "dates",
    DaysPer: "days per",
    EveryDays: "every days",
    DaysOf: "days of",
    Cycle: "cycle",
    PerDay: "per day",
    At: "at",
    ThroughTheDay: "through the day",
    Every: "every",
    InAll: "in all",
    AsNeeded: "as needed",
    Around: "around",
    Window: "window",
    Section: "section",
    Circuit: "circuit",
    Superset: "superset",
    Pick: "pick",
    Branch: "branch",
    Change: "change",
    Sessions: "sessions",
    Rule: "rule",
    SymptomLimit: "symptom limit",
    Dose: "dose",
    Between: "between",
    Frequency: "frequency",
    Schedule: "schedule",
    Unsaid: "unsaid",
}
"""What members of unions are called under `KIND`."""

USUAL: Final[Mapping[Annotation, Annotation]] = {
    HowOften: Frequency,
    Component: Item,
    Covers: Span,
    Covers | Unsaid: Span,
}
"""Of some unions, the member that an object without a kind is."""

SHORT: Final[Mapping[type, str]] = {Sign: "name", Goal: "words"}
"""Classes that are written as a text where they say nothing but this field."""

WRITTEN_REST: Final[Annotation] = Pause | Rest
"""What stands for a rest: its length alone, or a tagged object."""

WRITTEN_WORK: Final[Annotation] = Work
"""What stands for a set that is not counted: its work alone."""

WRITTEN_UNSAID: Final[Mapping[str, str]] = {KIND: TAGS[Unsaid]}
"""What stands for what the source does not say, where the key cannot be left out."""

EXTENSIONS: Final[Annotation] = tuple[tuple[str, str], ...]
"""Names with texts of JSON, which a document holds as an object of any values."""

A_DURATION: Final = 'a duration of 0 or more such as "PT10S"'
A_NUMBER: Final = "a number of 0 or more"
A_PERIOD: Final = 'a period such as "P6W"'

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
    Period: f'{A_PERIOD}, or two such as ["P6W", "P8W"]',
    Estimate: f'{A_DURATION}, or an object with "likely"',
    Frequency: 'an object with "days" or "times"',
    Span: 'an object with "length" or "after"',
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
    form = f"an object with {' and '.join(map(quoted, needed))}" if needed else "an object"
    return f"a text, or {form}" if kind in SHORT else form


def _form_of_union(kind: Annotation) -> str:
    said = said_in(kind)
    if len(said) == 1:
        return form_of(said[0])
    tags = tags_in(kind)
    plain = [each for each in said if each not in tags.values() or each is USUAL.get(kind)]
    forms = [form_of(member) for member in plain]
    forms += [_FORMS[str] for member in said if member in SHORT]
    return ", or ".join([*forms, f"an object of kind {one_of(tags)}"] if tags else forms)


def is_union(kind: Annotation) -> bool:
    """Whether a value of the type *kind* is one of several things."""
    return get_origin(kind) in {Union, UnionType}


def said_in(kind: Annotation) -> list[Annotation]:
    """Return the members of a union that say something."""
    return [member for member in get_args(kind) if member not in {Unsaid, NoneType}]


def tags_in(kind: Annotation) -> dict[str, Annotation]:
    """
    Return the members of a union that say under `KIND` which they are, by their tags.

    A text beside other things is tagged as `Words` are: so a misspelt word of a list is
    not taken for somebody's own words, nor these for a word of the list.
    """
    tagged = [member for member in get_args(kind) if member is str or member in TAGS]
    return {TAGS[Words if member is str else member]: member for member in tagged}


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
