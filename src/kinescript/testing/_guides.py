"""Strategies for how a programme goes on: spans, progressions, rules and limits."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import (
    Action,
    Aspect,
    Between,
    Change,
    Covers,
    Direction,
    Guide,
    Pacing,
    Rule,
    Sessions,
    Span,
    SymptomLimit,
)
from kinescript.testing._intensities import bare_distances, intensities
from kinescript.testing._quantities import (
    evenly,
    measured,
    names,
    numbers,
    periods,
    ranges,
    shared,
    texts,
    unsaid,
    words,
)
from kinescript.testing._signs import conditions, untils


@shared
def spans() -> SearchStrategy[Span]:
    """Make spans with and without an end, from the first day, a later one, or an unsaid one."""
    length = evenly(periods(), periods(), words(), unsaid(), untils(periods()))
    after = unsaid() | periods()
    from_the_first = st.builds(Span, length)
    return from_the_first | st.builds(Span, length, after=after, sessions=numbers(small=True))


@shared
def betweens() -> SearchStrategy[Between]:
    """Make dates from which, to which, or from which to which something goes on."""
    dates = st.dates(date(2020, 1, 1), date(2040, 1, 1))
    both = st.tuples(dates, dates).map(sorted)
    return evenly(
        st.builds(Between, dates),
        st.builds(Between, last=dates),
        both.map(lambda each: Between(*each)),
    )


def covers() -> SearchStrategy[Covers]:
    """Make spans, and fewer dates."""
    return spans() | spans() | betweens()


@shared
def guides() -> SearchStrategy[Guide]:
    """Make progressions, rules and limits of every kind."""
    rules = st.builds(
        Rule,
        conditions(),
        evenly(st.sampled_from(Action), names()),
        rest=unsaid() | periods(),
    )
    action = evenly(unsaid(), st.sampled_from(Action), names())
    return evenly(_changes(), rules, st.builds(SymptomLimit, conditions(), action))


@shared
def _changes() -> SearchStrategy[Change]:
    """Make progressions; an amount to change by comes with a direction."""
    aspects = st.lists(st.sampled_from(Aspect), min_size=1, max_size=2, unique=True)
    direction = st.sampled_from(Direction)
    said: dict[str, SearchStrategy[Any]] = {
        "every": _pacing(),
        "after": unsaid() | periods(),
        "when": unsaid() | conditions(),
        "words": texts(),
    }
    to, by = unsaid() | _amounts(), _amounts()
    return evenly(
        st.builds(Change, aspects, _amounts()),
        st.builds(Change, aspects, to, direction=unsaid() | direction, **said),
        st.builds(Change, aspects, to, by=by, direction=direction, **said),
    )


@shared
def _amounts() -> SearchStrategy[Any]:
    some = evenly(ranges(), measured(small=True), bare_distances(small=True))
    return evenly(some, some, intensities())


@shared
def _pacing() -> SearchStrategy[Pacing]:
    sessions = st.integers(1, 10).map(Sessions)
    return evenly(unsaid(), periods(), sessions, words())
