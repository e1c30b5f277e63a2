"""Strategies for what a plan is given beside the prescription: calendar, assumptions, choice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.agendas import Busy, Calendar, Waking
from kinescript.model import Anchor, Assumptions, Choice, Estimate, Order, Side, Within
from kinescript.testing._frequencies import clock_times, fixed_days
from kinescript.testing._quantities import names, shared, unsaid

_ZONES = (
    "UTC",
    "Africa/Casablanca",
    "America/St_Johns",
    "America/Winnipeg",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Europe/Dublin",
    "Pacific/Apia",
    "Pacific/Chatham",
)


@shared
def calendars() -> SearchStrategy[Calendar]:
    """Make calendars in zones of every kind; waking hours and busy blocks may cross midnight."""
    busy = st.builds(Busy, names(), clock_times(), clock_times(), days=fixed_days())
    return st.builds(
        Calendar,
        st.sampled_from(_ZONES),
        waking=unsaid() | st.builds(Waking, clock_times(), clock_times()),
        anchors=st.dictionaries(st.sampled_from(Anchor), clock_times(), max_size=4),
        busy=st.lists(busy, max_size=3),
    )


@shared
def estimates() -> SearchStrategy[Estimate]:
    """Make estimates that are sure or have a margin, each of their times at most two minutes."""
    times = st.integers(0, 120_000).map(lambda number: timedelta(milliseconds=number))
    return times.map(Estimate) | st.lists(times, min_size=3, max_size=3).map(_estimate)


def _estimate(times: list[timedelta]) -> Estimate:
    least, likely, greatest = sorted(times)
    return Estimate(likely, least=least, greatest=greatest)


@shared
def assumptions() -> SearchStrategy[Assumptions]:
    """Make assumptions, each of whose fields may differ from the default; figures are at most 4."""
    kinds: dict[type, SearchStrategy[Any]] = {
        Estimate: estimates(),
        int: st.integers(1, 4),
        tuple: st.dictionaries(names(), estimates(), max_size=3),
        Side: st.sampled_from((Side.LEFT, Side.RIGHT)),
        Order: st.sampled_from(Order),
    }
    fields = attrs.asdict(Assumptions(), recurse=False)
    made = {name: kinds[type(default)] for name, default in fields.items()}
    return st.fixed_dictionaries({}, optional=made).map(lambda given: Assumptions(**given))


@shared
def choices() -> SearchStrategy[Choice]:
    """Make every choice of a place in each kind of range."""
    place = st.sampled_from(Within)
    return st.builds(Choice, **{field.name: place for field in attrs.fields(Choice)})
