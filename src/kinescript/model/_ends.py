"""What ends a piece of work or a rest: a length, or a sign."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeAlias

from kinescript._fields import one_of, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._distance import Distance
from kinescript.model._lengths import Breaths, Counts, Duration, Measured, as_duration
from kinescript.model._periods import Period
from kinescript.model._quantities import Range, Unsaid, Words
from kinescript.model._signs import Until

Length: TypeAlias = Measured | Words | Unsaid | Until
"""How long: a `Measured` length, words only, nothing, or until a sign."""


def as_length(value: Length | timedelta) -> Length:
    """Accept any way to say how long."""
    if isinstance(value, timedelta):
        return as_duration(value)
    length = one_of((Duration, Breaths, Counts, Words, Unsaid, Until), _FORMS, value)
    if isinstance(length, Until) and isinstance(length.bounds, Range | Distance | Period):
        raise ModelError(
            Problem("expected a length such as seconds(30, None), or UNSAID", "bounds")
        )
    return length


def as_time(value: Length | timedelta) -> Length:
    """Accept any way to say how long, unless that is no time at all."""
    length = as_length(value)
    bounds = length.bounds if isinstance(length, Until) else length
    if isinstance(bounds, Duration) and bounds.milliseconds.high == 0:
        raise wrong("a length of more than 0, such as seconds(10)", value)
    return length


_FORMS = (
    "seconds(10), minutes(1), Breaths(20), Counts(5), a timedelta, Words(...), UNSAID or Until(...)"
)
