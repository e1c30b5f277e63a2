"""Strategies for plans."""

from __future__ import annotations

from datetime import UTC, date, datetime
from importlib import import_module
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import UNSAID, Side
from kinescript.testing._policies import assumptions, calendars, choices
from kinescript.testing._prescriptions import prescriptions
from kinescript.testing._quantities import shared

if TYPE_CHECKING:
    from kinescript.plans import Plan

_SIDES = (UNSAID, Side.LEFT, Side.RIGHT)


@shared
def plans() -> SearchStrategy[Plan]:
    """Make plans of small prescriptions, on all kinds of calendars and policies."""
    # Only these strategies need the planner and all that stands under it.
    return st.builds(
        import_module("kinescript.plans").plan,
        prescriptions(small=True),
        start=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
        calendar=calendars(),
        affected=st.sampled_from(_SIDES),
        now=st.none()
        | st.integers(1_500_000_000, 2_300_000_000).map(lambda at: datetime.fromtimestamp(at, UTC)),
        choice=choices(),
        assumptions=assumptions(),
    )
