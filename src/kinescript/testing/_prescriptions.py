"""Strategies from the routine to the whole prescription."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import (
    UNSAID,
    Companion,
    Goal,
    Phase,
    Prescription,
    Routine,
    Source,
    Status,
)
from kinescript.testing._context import codes, details, indications, reviews, told
from kinescript.testing._frequencies import how_often
from kinescript.testing._guides import covers, guides
from kinescript.testing._items import aims, components, readings
from kinescript.testing._quantities import few, names, periods, shared, texts, unsaid
from kinescript.testing._signs import conditions


@shared
def routines(*, small: bool = False) -> SearchStrategy[Routine]:
    """Make routines of up to three components, or none; *small* is as in `doses`."""
    return st.builds(
        Routine,
        texts(),
        few(components(small=small), most=3),
        frequency=how_often(),
        span=unsaid() | covers(),
        guides=few(guides(), most=1),
        readings=few(readings(), most=1),
        aims=few(aims(), most=1),
        notes=few(names()),
        **told(),
    )


@shared
def goals() -> SearchStrategy[Goal]:
    """Make goals, with and without what shows that they are reached, and by when."""
    due = st.one_of(unsaid(), periods(), st.dates())
    full = st.builds(Goal, names(), target=unsaid() | conditions(), due=due)
    return names().map(Goal) | full


@shared
def phases(*, small: bool = False) -> SearchStrategy[Phase]:
    """Make phases of every extent, some with routines in turn; *small* is as in `doses`."""
    several = few(routines(small=small))
    without = routines(small=True).map(lambda each: attrs.evolve(each, frequency=UNSAID))
    in_turn = st.lists(without, min_size=2, max_size=3)
    plain = st.builds(Phase, texts(), several, **_of_phases())
    return (
        plain
        | plain
        | st.builds(Phase, texts(), in_turn, turns=st.just(value=True), **_of_phases())
    )


def _of_phases() -> dict[str, SearchStrategy[Any]]:
    return {
        "span": covers(),
        "entry": few(conditions(), most=1),
        "exit": few(conditions(), most=1),
        "audience": few(names(), most=1),
        "frequency": how_often(),
        "guides": few(guides(), most=1),
        "goals": few(goals()),
        "aims": few(aims(), most=1),
        "notes": few(names()),
        **told(),
    }


@shared
def prescriptions(*, small: bool = False) -> SearchStrategy[Prescription]:
    """Make prescriptions of up to two phases, with all they can say; *small* is as in `doses`."""
    several = few(names())
    made: dict[str, SearchStrategy[Any]] = {
        "frequency": how_often(),
        "audience": several,
        "goals": few(goals()),
        "guides": few(guides(), most=1),
        "precautions": several,
        "contraindications": several,
        "advice": several,
        "companions": few(_companions()),
        "aims": few(aims(), most=1),
        "indications": few(indications()),
        "reviews": few(reviews()),
        "details": few(details()),
        "sources": few(_sources()),
        "codes": few(codes(), most=1),
        "author": texts(),
        "requester": texts(),
        "authored": unsaid() | st.dates(),
        "version": texts(),
        "status": st.sampled_from((UNSAID, *Status)),
        "replaces": several,
        "notes": several,
        "extensions": st.dictionaries(names(), _json(), max_size=2),
    }
    title, parts = texts(), few(phases(small=small))
    return st.builds(Prescription, title, parts, **made) | st.builds(
        Prescription, title, parts, id=names(), **made
    )


@shared
def _companions() -> SearchStrategy[Companion]:
    return names().map(Companion) | st.builds(Companion, names(), words=texts(), reason=names())


@shared
def _sources() -> SearchStrategy[Source]:
    return st.builds(
        Source,
        names(),
        author=texts(),
        publisher=texts(),
        address=texts(),
        published=st.none() | st.dates(),
    )


@shared
def _json() -> SearchStrategy[Any]:
    """Make what JSON can say: short lists and objects among it."""
    plain = st.one_of(
        st.none(), st.booleans(), st.integers(-1000, 1000), st.floats(-1000, 1000), texts()
    )
    return plain | st.lists(plain, max_size=2) | st.dictionaries(texts(), plain, max_size=2)
