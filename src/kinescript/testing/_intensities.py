"""Strategies for how hard, and how far."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import (
    Band,
    Distance,
    DistanceUnit,
    Exertion,
    Intensity,
    Load,
    Mass,
    Pace,
    PaceUnit,
    Range,
    RepMax,
    Scale,
    Share,
    Target,
    Unit,
    Zone,
)
from kinescript.testing._quantities import (
    durations,
    evenly,
    few,
    figures,
    names,
    ranges,
    shared,
    texts,
    unsaid,
    words,
)

_SCALES = {
    Scale.CR10: (0, 10),
    Scale.BORG: (6, 20),
    Scale.RPE: (0, 10),
    Scale.RIR: (0, 30),
    Scale.DISCOMFORT: (0, 10),
}


@shared
def intensities() -> SearchStrategy[Intensity]:
    """Make loads, exertion, shares of the person's own best, targets, paces and words."""
    paces = durations().filter(lambda time: time.milliseconds.high != 0)
    return evenly(
        st.builds(Load, ranges(), st.sampled_from(Mass), each=texts()),
        names().map(Band),
        st.sampled_from(Scale).flatmap(_exertions),
        shares(),
        figures().map(RepMax),
        st.builds(Zone, figures(small=True), texts()),
        st.builds(Target, ranges(), st.sampled_from(Unit)),
        st.builds(Pace, paces, st.sampled_from(PaceUnit)),
        words(),
    )


@shared
def shares() -> SearchStrategy[Share]:
    """Make shares of something that is the person's own, named or not."""
    return st.builds(Share, ranges(), unsaid() | names())


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


@shared
def distances(*, small: bool = False) -> SearchStrategy[Distance]:
    """
    Make distances in each unit, with and without what is done and how hard.

    Where *small*, they are at most 3 of their unit.
    """
    return st.builds(
        Distance,
        evenly(_far(small=small), words(), unsaid()),
        st.sampled_from(DistanceUnit),
        activity=texts(),
        intensity=few(intensities(), most=1),
    )


@shared
def bare_distances(*, small: bool = False) -> SearchStrategy[Distance]:
    """Make distances as `distances` does, that tell only how far."""
    amounts = evenly(_far(small=small), words(), unsaid())
    return st.builds(Distance, amounts, st.sampled_from(DistanceUnit))


@shared
def _far(*, small: bool) -> SearchStrategy[Range]:
    return ranges(small=small).filter(lambda bounds: bounds.high != 0)
