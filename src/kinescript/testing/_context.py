"""Strategies for what a prescription is for, and what else is told of it."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import UNSAID, Code, Detail, Indication, Review, Sessions, Side, Topic
from kinescript.testing._quantities import few, names, periods, shared, texts


@shared
def codes() -> SearchStrategy[Code]:
    """Make names in systems of codes."""
    return st.builds(Code, names(), names(), display=texts())


@shared
def details() -> SearchStrategy[Detail]:
    """Make details on every topic."""
    return st.builds(Detail, st.sampled_from(Topic), names())


def told() -> dict[str, SearchStrategy[Any]]:
    """Return what can be told of an item, a routine and a phase alike."""
    return {
        "precautions": few(names(), most=1),
        "contraindications": few(names(), most=1),
        "details": few(details(), most=1),
    }


@shared
def indications() -> SearchStrategy[Indication]:
    """Make the problems that a prescription is for, with and without their place."""
    side = st.sampled_from((UNSAID, Side.LEFT, Side.RIGHT, Side.BOTH))
    full = st.builds(Indication, names(), site=texts(), side=side, codes=few(codes(), most=1))
    return names().map(Indication) | full


@shared
def reviews() -> SearchStrategy[Review]:
    """Make every way to say when something is looked at again."""
    return st.one_of(st.integers(1, 20).map(Sessions), periods(), st.dates())
