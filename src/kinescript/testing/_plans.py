"""Strategies for plans."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import UNSAID, Side
from kinescript.plans import Plan, plan
from kinescript.testing._policies import assumptions, calendars, choices
from kinescript.testing._prescriptions import prescriptions
from kinescript.testing._quantities import shared

_SIDES = (UNSAID, Side.LEFT, Side.RIGHT)


@shared
def plans() -> SearchStrategy[Plan]:
    """Make plans of small prescriptions, on all kinds of calendars and policies."""
    return st.builds(
        plan,
        prescriptions(small=True),
        start=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
        calendar=calendars(),
        affected=st.sampled_from(_SIDES),
        now=st.none()
        | st.integers(1_500_000_000, 2_300_000_000).map(lambda at: datetime.fromtimestamp(at, UTC)),
        choice=choices(),
        assumptions=assumptions(),
    )
