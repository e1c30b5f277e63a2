"""Strategies for work."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import (
    UNSAID,
    Beat,
    Distance,
    Duration,
    End,
    Hold,
    Part,
    Pause,
    Range,
    Repeat,
    Reps,
    Rest,
    Series,
    Side,
    Tempo,
    Timed,
    Unsaid,
    Work,
)
from kinescript.testing._intensities import bare_distances, distances, intensities, shares
from kinescript.testing._quantities import evenly, few, figures, measured, shared, texts, unsaid
from kinescript.testing._signs import counts, lengths, times, untils

_DEPTH = 3
_SMALL_DEPTH = 2
_MOVEMENT = (Part.LOWER, Part.BOTTOM, Part.LIFT, Part.TOP)
_BREATH = (Part.INHALE, Part.FULL, Part.EXHALE, Part.EMPTY)


@shared
def one_side() -> SearchStrategy[Side | Unsaid]:
    """Make sides, and UNSAID."""
    return st.sampled_from((UNSAID, *Side))


def _done() -> dict[str, SearchStrategy[Any]]:
    """Return what every leaf of work, and a rest, can say beside how much."""
    return {"activity": texts(), "intensity": few(intensities(), most=1)}


def _sided() -> dict[str, SearchStrategy[Any]]:
    """Return what every leaf of work can say beside how much; most name no side."""
    return {**_done(), "side": evenly(unsaid(), unsaid(), one_side())}


@shared
def rests(*, small: bool = False) -> SearchStrategy[Rest]:
    """Make pauses of any length, with and without something to do in them."""
    long: SearchStrategy[Pause] = evenly(
        lengths(small=small), lengths(small=small), bare_distances(small=small), shares()
    )
    return evenly(long.map(Rest), st.builds(Rest, long, **_done()))


@shared
def pauses(*, small: bool = False) -> SearchStrategy[Rest | Unsaid]:
    """Make rests as `rests` does, and UNSAID."""
    return unsaid() | rests(small=small)


@shared
def intervals(*, small: bool = False) -> SearchStrategy[Pause]:
    """Make every way to say how often something starts anew, UNSAID most of all."""
    return evenly(unsaid(), unsaid(), times(small=small), shares())


@shared
def tempos(*, small: bool = False) -> SearchStrategy[Tempo]:
    """Make the tempos of movements and of breaths, with some or all of their parts."""
    return _tempos(_MOVEMENT, small=small) | _tempos(_BREATH, small=small)


def _tempos(parts: tuple[Part, ...], *, small: bool) -> SearchStrategy[Tempo]:
    beat = st.builds(Beat, st.sampled_from(parts), lengths(small=small), side=one_side())
    beats = st.lists(beat, min_size=1, max_size=len(parts), unique_by=lambda each: each.part)
    return beats.map(Tempo)


@shared
def works(*, small: bool = False) -> SearchStrategy[Work]:
    """
    Make work of every kind: repetitions, holds, timed work, distances, series and repeats.

    Series and repeats stand in each other at most 3 deep. Where *small*, it is 2, and
    every figure is small, so that a timeline of the work has some thousand steps at most.
    """
    made = _leaves(small=small)
    for _ in range(_SMALL_DEPTH if small else _DEPTH):
        made = evenly(_leaves(small=small), _around(made, small=small))
    return made


@shared
def _sided_distances(*, small: bool) -> SearchStrategy[Distance]:
    """Make distances on a side, and on none that is said."""
    side = evenly(unsaid(), unsaid(), one_side())
    return st.tuples(distances(small=small), side).map(
        lambda pair: attrs.evolve(pair[0], side=pair[1])
    )


@shared
def _leaves(*, small: bool) -> SearchStrategy[Work]:
    long = times(small=small)
    return evenly(
        reps(small=small),
        st.builds(Hold, long, **_sided()),
        st.builds(Timed, long, **_sided()),
        _sided_distances(small=small),
    )


def _around(inner: SearchStrategy[Work], *, small: bool) -> SearchStrategy[Work]:
    parts = st.lists(evenly(inner, inner, rests(small=small)), min_size=2, max_size=3)
    between = pauses(small=small)
    counted = st.builds(
        Repeat, inner, counts(small=small), between=between, every=intervals(small=small)
    )
    return evenly(parts.map(Series), counted, _until_later(inner, between, small=small))


def _until_later(
    inner: SearchStrategy[Work], between: SearchStrategy[Rest | Unsaid], *, small: bool
) -> SearchStrategy[Repeat]:
    """Make repeats that end by time, by distance, or at a sign within bounds of these."""
    if not small:
        return st.builds(Repeat, inner, ends(), between=between, every=intervals())
    # The passes stay few: each takes half a minute at least, and the whole a few minutes.
    started = st.builds(Repeat, inner, ends(small=True), between=between, every=half_minutes())
    lasting = st.builds(
        Repeat, st.builds(Timed, half_minutes(), **_done()), ends(small=True), between=between
    )
    return evenly(started, lasting)


@shared
def half_minutes() -> SearchStrategy[Duration]:
    """Make exact lengths of 30 to 90 s."""
    return st.integers(30_000, 90_000).map(lambda number: Duration(Range(number)))


@shared
def ends(*, small: bool = False) -> SearchStrategy[End]:
    """Make ends by time, by distance, and at a sign within bounds of every kind."""
    far = bare_distances(small=small)
    if small:
        far = far.filter(lambda distance: distance.unit.value not in {"km", "mi"})
    long = measured(small=small)
    later = untils(evenly(long, far), unsaid() | long)
    return evenly(long, far, later, untils(figures(small=small)))


@shared
def reps(*, small: bool = False) -> SearchStrategy[Reps]:
    """Make repetitions: plain, held, at a tempo, both, and with pauses between them."""
    long = lengths(small=small)
    said: dict[str, SearchStrategy[Any]] = {"rest": pauses(small=small), **_sided()}
    number = counts(small=small)
    top = _tempos(_MOVEMENT, small=small).map(_without_top)
    return evenly(
        st.builds(Reps, number, hold=st.none() | long, **said),
        st.builds(Reps, number, tempo=tempos(small=small), **said),
        st.builds(Reps, number, hold=long, tempo=top, **said),
    )


def _without_top(tempo: Tempo) -> Tempo:
    top = Beat(Part.TOP, Duration(Range(0)))
    return Tempo(top if beat.part is Part.TOP else beat for beat in tempo.beats)
