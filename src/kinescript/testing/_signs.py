"""Strategies for signs, and for the counts and lengths that may wait for one."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import (
    AS_LONG_AS_POSSIBLE,
    AS_MANY_AS_POSSIBLE,
    FAILURE,
    AllOf,
    AnyOf,
    Compared,
    Comparison,
    Condition,
    Count,
    Length,
    Measured,
    Sign,
    Unsaid,
    Until,
)
from kinescript.testing._quantities import (
    closed_ranges,
    durations,
    evenly,
    figures,
    measured,
    names,
    numbers,
    periods,
    shared,
    texts,
    unsaid,
    words,
)

T = TypeVar("T")


@shared
def conditions() -> SearchStrategy[Condition]:
    """Make signs, bare and with all that can be said of them, and several that count together."""
    several = st.lists(_signs(), min_size=2, max_size=3)
    return evenly(_signs(), _signs(), several.map(AllOf), several.map(AnyOf))


@shared
def _signs() -> SearchStrategy[Sign]:
    compared = st.builds(Compared, st.sampled_from(Comparison), closed_ranges(), texts())
    full = st.builds(
        Sign,
        names(),
        unsaid() | compared,
        when=texts(),
        lasting=evenly(unsaid(), measured(small=True), periods()),
        times=numbers(small=True),
    )
    utmost = st.sampled_from((FAILURE, AS_MANY_AS_POSSIBLE, AS_LONG_AS_POSSIBLE))
    return evenly(utmost, names().map(Sign), full)


def untils(
    bounds: SearchStrategy[T], then: SearchStrategy[Measured | Unsaid] | None = None
) -> SearchStrategy[Until]:
    """Make ends that wait for a sign, without bounds and within *bounds*."""
    return st.builds(
        Until, conditions(), unsaid() | bounds, then=unsaid() if then is None else then
    )


@shared
def counts(*, small: bool = False) -> SearchStrategy[Count]:
    """
    Make counts of sets or repetitions: figures of 1 or more, words, UNSAID, and until a sign.

    Figures are at most 10,000, or 3 where *small*.
    """
    known = figures(small=small)
    return evenly(known, known, words(), unsaid(), untils(figures(small=small)))


@shared
def lengths(*, small: bool = False) -> SearchStrategy[Length]:
    """
    Make lengths in time, breaths and spoken counts, in words, UNSAID, and until a sign.

    Where *small*, they are at most 90 s, 3 breaths or 3 counts.
    """
    return evenly(durations(small=small), times(small=small))


@shared
def times(*, small: bool = False) -> SearchStrategy[Length]:
    """Make lengths as `lengths` does, none of them exactly 0."""
    known = measured(small=small)
    return evenly(known, known, words(), unsaid(), untils(known, unsaid() | known))
