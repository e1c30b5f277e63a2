"""Strategies for doses: sets, sides and ways."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import (
    UNSAID,
    Counted,
    Dose,
    EachSide,
    EachWay,
    Order,
    Sets,
    Side,
    Sides,
    Unsaid,
)
from kinescript.testing._intensities import intensities
from kinescript.testing._quantities import few, names, numbers, shared, unsaid
from kinescript.testing._signs import counts, lengths
from kinescript.testing._works import intervals, one_side, pauses, works


@shared
def doses(*, small: bool = False) -> SearchStrategy[Dose]:
    """
    Make doses of one to three sets, with every way to say sides, ways and intensity.

    Where *small*, figures are at most 3 and lengths at most 90 s, so that a timeline of
    the dose has some thousand steps at most.
    """
    return st.builds(
        Dose,
        st.lists(_sets(small=small), min_size=1, max_size=2 if small else 3),
        sides=unsaid() | sides(small=small),
        ways=unsaid() | ways(),
        intensity=few(intensities(), most=1),
    )


@shared
def _sets(*, small: bool) -> SearchStrategy[Sets]:
    number, work = counts(small=small), works(small=small)
    full = st.builds(
        Sets,
        number,
        work,
        rest=pauses(small=small),
        every=intervals(small=small),
        side=one_side(),
        warm_up=st.booleans(),
    )
    return st.builds(Sets, number, work, rest=pauses(small=small)) | full


@shared
def sides(*, small: bool = False) -> SearchStrategy[Sides]:
    """Make every way to say which side works."""
    each = st.builds(
        EachSide,
        orders(),
        first=st.sampled_from([UNSAID, *(side for side in Side if side is not Side.BOTH)]),
        switch=lengths(small=small),
        every=st.integers(1, 3),
        counted=st.sampled_from(Counted),
    )
    return st.sampled_from(Side) | each


@shared
def orders() -> SearchStrategy[Order | Unsaid]:
    """Make every order of sides or ways, and UNSAID."""
    return st.sampled_from((UNSAID, *Order))


@shared
def ways() -> SearchStrategy[EachWay]:
    """Make ways to do the same: named, counted, and neither."""
    kind = st.sampled_from(("direction", "eye", "position")) | names()
    counted = st.builds(EachWay, kind, count=numbers(small=True), order=orders())
    called = st.lists(names(), min_size=1, max_size=3, unique=True)
    return counted | st.builds(EachWay, kind, names=called, order=orders())
