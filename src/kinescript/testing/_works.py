"""Strategies for work and doses."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import (
    UNSAID,
    Beat,
    Dose,
    Duration,
    EachSide,
    Exertion,
    Hold,
    Intensity,
    Length,
    Load,
    Mass,
    Order,
    Part,
    Range,
    Repeat,
    Reps,
    Rest,
    Scale,
    Series,
    Sets,
    Side,
    Sides,
    Tempo,
    Timed,
    Work,
)
from kinescript.testing._quantities import (
    counts,
    figures,
    lengths,
    ranges,
    texts,
    unsaid,
)

_DEPTH = 3
_SMALL_DEPTH = 2
_MOVEMENT = (Part.LOWER, Part.BOTTOM, Part.LIFT, Part.TOP)
_BREATH = (Part.INHALE, Part.FULL, Part.EXHALE, Part.EMPTY)
_SCALES = {Scale.CR10: (0, 10), Scale.BORG: (6, 20), Scale.RIR: (0, 30)}


def rests(*, small: bool = False) -> SearchStrategy[Rest]:
    """Make pauses of any length, with and without something to do in them."""
    return st.builds(Rest, lengths(small=small), activity=texts())


def tempos(*, small: bool = False) -> SearchStrategy[Tempo]:
    """Make the tempos of movements and of breaths, with some or all of their parts."""
    return _tempos(_MOVEMENT, small=small) | _tempos(_BREATH, small=small)


def _tempos(parts: tuple[Part, ...], *, small: bool) -> SearchStrategy[Tempo]:
    beat = st.builds(Beat, st.sampled_from(parts), lengths(small=small))
    beats = st.lists(beat, min_size=1, max_size=len(parts), unique_by=lambda each: each.part)
    return beats.map(Tempo)


def works(*, small: bool = False) -> SearchStrategy[Work]:
    """
    Make work of every kind: repetitions, holds, timed work, and series and repeats of these.

    Series and repeats stand in each other at most 3 deep. Where *small*, it is 2, and
    every figure is small, so that a timeline of the work has some thousand steps at most.
    """
    made = _leaves(small=small)
    for _ in range(_SMALL_DEPTH if small else _DEPTH):
        made = _leaves(small=small) | _around(made, small=small)
    return made


def _leaves(*, small: bool) -> SearchStrategy[Work]:
    long = lengths(small=small).filter(lambda length: not _is_nothing(length))
    return st.one_of(reps(small=small), st.builds(Hold, long), st.builds(Timed, long))


def _is_nothing(length: Length) -> bool:
    return isinstance(length, Duration) and length.milliseconds.high == 0


def _around(inner: SearchStrategy[Work], *, small: bool) -> SearchStrategy[Work]:
    parts = st.lists(inner | rests(small=small), min_size=1, max_size=3)
    times = figures(small=True) if small else counts()
    between = unsaid() | rests(small=small)
    return st.builds(Series, parts) | st.builds(Repeat, inner, times, between=between)


def reps(*, small: bool = False) -> SearchStrategy[Reps]:
    """Make repetitions: plain, held, at a tempo, both, and with pauses between them."""
    long, pause = lengths(small=small), unsaid() | rests(small=small)
    plain = st.builds(Reps, counts(small=small), rest=pause, hold=st.none() | long)
    timed = st.builds(Reps, counts(small=small), rest=pause, tempo=tempos(small=small))
    both = st.builds(
        Reps,
        counts(small=small),
        rest=pause,
        hold=long,
        tempo=_tempos(_MOVEMENT, small=small).map(_without_top),
    )
    return st.one_of(plain, timed, both)


def _without_top(tempo: Tempo) -> Tempo:
    top = Beat(Part.TOP, Duration(Range(0)))
    return Tempo(top if beat.part is Part.TOP else beat for beat in tempo.beats)


def doses(*, small: bool = False) -> SearchStrategy[Dose]:
    """
    Make doses of one to three sets, with every way to say sides and intensity.

    Where *small*, figures are at most 3 and lengths at most 90 s, so that a timeline of
    the dose has some thousand steps at most.
    """
    pause = unsaid() | rests(small=small)
    sets = st.builds(Sets, counts(small=small), works(small=small), rest=pause)
    return st.builds(
        Dose,
        st.lists(sets, min_size=1, max_size=2 if small else 3),
        sides=unsaid() | sides(small=small),
        intensity=st.lists(intensities(), max_size=2),
    )


def sides(*, small: bool = False) -> SearchStrategy[Sides]:
    """Make every way to say which side works."""
    first = st.sampled_from([UNSAID, *(side for side in Side if side is not Side.BOTH)])
    switch = lengths(small=small)
    each = st.builds(EachSide, unsaid() | st.sampled_from(Order), first=first, switch=switch)
    return st.sampled_from(Side) | each


def intensities() -> SearchStrategy[Intensity]:
    """Make loads in either unit and exertions on each scale."""
    loads = st.builds(Load, ranges(), st.sampled_from(Mass))
    return st.one_of(loads, *(_exertions(scale) for scale in Scale))


def _exertions(scale: Scale) -> SearchStrategy[Exertion]:
    low, high = _SCALES[scale]
    tenths = st.integers(low * 10, high * 10).map(lambda number: number / 10)
    pairs = st.tuples(tenths, tenths).map(lambda pair: Range(min(pair), max(pair)))
    bounds = st.one_of(
        tenths.map(Range),
        pairs,
        tenths.map(lambda least: Range(least, None)),
        tenths.map(lambda greatest: Range(None, greatest)),
    )
    return st.builds(Exertion, bounds, st.just(scale))
