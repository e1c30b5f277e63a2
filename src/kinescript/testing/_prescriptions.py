"""Strategies from the exercise and its frequency to the whole prescription."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import (
    UNSAID,
    Anchor,
    At,
    Companion,
    Dates,
    Days,
    EveryDay,
    Exercise,
    ExerciseKind,
    Frequency,
    Item,
    Laterality,
    PerDay,
    Phase,
    Position,
    Prescription,
    Reading,
    Routine,
    Source,
    Span,
    ThroughTheDay,
    Times,
    Weekday,
    Weekdays,
)
from kinescript.testing._quantities import (
    counts,
    names,
    texts,
    unsaid,
)
from kinescript.testing._works import doses

T = TypeVar("T")

_FIRST, _LAST = date(2026, 1, 1), date(2027, 12, 31)


def _few(values: SearchStrategy[T], *, most: int = 2) -> SearchStrategy[Sequence[T]]:
    return st.lists(values, max_size=most)


def clock_times() -> SearchStrategy[time]:
    """Make clock times, most of them on a whole minute."""
    minutes = st.integers(0, 24 * 60 - 1).map(lambda minute: time(*divmod(minute, 60)))
    return st.one_of(minutes, minutes, st.times())


def days() -> SearchStrategy[Days]:
    """Make every way to say which days; dates lie in 2026 and 2027."""
    weekdays = st.lists(st.sampled_from(Weekday), min_size=1, max_size=7).map(Weekdays)
    dates = st.lists(st.dates(_FIRST, _LAST), min_size=1, max_size=4).map(Dates)
    return st.one_of(st.builds(EveryDay), weekdays, dates)


def frequencies() -> SearchStrategy[Frequency]:
    """Make every combination of days and times; dates lie in 2026 and 2027."""
    times = _times()
    return st.one_of(
        st.builds(Frequency, days=unsaid(), times=times),
        st.builds(Frequency, days=days(), times=unsaid()),
        st.builds(Frequency, days=days(), times=times),
    )


def _times() -> SearchStrategy[Times]:
    moments = st.lists(clock_times() | st.sampled_from(Anchor), min_size=1, max_size=4)
    per_day = st.builds(PerDay, counts(small=True) | st.integers(1, 12))
    return st.one_of(per_day, moments.map(At), st.builds(ThroughTheDay))


def exercises() -> SearchStrategy[Exercise]:
    """Make exercises, bare and with everything that a catalogue knows of them."""
    several = _few(names())
    positions = st.builds(Position, names(), setup=several, instructions=several)
    full = st.builds(
        Exercise,
        names(),
        kind=st.sampled_from((UNSAID, *ExerciseKind)),
        laterality=st.sampled_from((UNSAID, *Laterality)),
        positions=_few(positions),
        instructions=several,
        cues=several,
        faults=several,
        equipment=several,
        purpose=texts(),
    )
    return names().map(Exercise) | full


def readings() -> SearchStrategy[Reading]:
    """Make readings of ambiguous words, with and without the other ways to read them."""
    others = st.one_of(unsaid(), frequencies(), doses(small=True))
    return st.builds(Reading, names(), names(), others=_few(others))


def items(*, small: bool = False) -> SearchStrategy[Item]:
    """Make items, from a bare exercise to all that an item can say; *small* is as in `doses`."""
    return st.builds(
        Item,
        exercises(),
        unsaid() | doses(small=small),
        frequency=unsaid() | frequencies(),
        words=texts(),
        readings=_few(readings(), most=1),
        notes=_few(names()),
        id=texts(),
    )


def routines(*, small: bool = False) -> SearchStrategy[Routine]:
    """Make routines of up to three items, the empty one among them; *small* is as in `doses`."""
    return st.builds(
        Routine,
        texts(),
        _few(items(small=small), most=3),
        frequency=unsaid() | frequencies(),
        readings=_few(readings(), most=1),
        notes=_few(names()),
    )


def phases(*, small: bool = False) -> SearchStrategy[Phase]:
    """Make phases with and without an end, from the day one or later; *small* is as in `doses`."""
    spans = st.builds(Span, counts(small=True) | st.integers(1, 100), after=st.integers(0, 100))
    return st.builds(
        Phase,
        texts(),
        _few(routines(small=small)),
        span=spans,
        frequency=unsaid() | frequencies(),
        goals=_few(names()),
        notes=_few(names()),
    )


def prescriptions(*, small: bool = False) -> SearchStrategy[Prescription]:
    """Make prescriptions of up to two phases, with all they can say; *small* is as in `doses`."""
    several = _few(names())
    made = {
        "frequency": unsaid() | frequencies(),
        "audience": several,
        "goals": several,
        "precautions": several,
        "advice": several,
        "companions": _few(_companions()),
        "sources": _few(_sources()),
        "author": texts(),
        "notes": several,
    }
    title, parts = names(), _few(phases(small=small))
    return st.builds(Prescription, title, parts, **made) | st.builds(
        Prescription, title, parts, id=names(), **made
    )


def _companions() -> SearchStrategy[Companion]:
    return names().map(Companion) | st.builds(Companion, names(), words=texts(), reason=names())


def _sources() -> SearchStrategy[Source]:
    return st.builds(
        Source,
        names(),
        author=texts(),
        publisher=texts(),
        address=texts(),
        published=st.none() | st.dates(),
    )
