"""Hypothesis strategies for every kind of value that the model has, all of them valid."""

from kinescript.testing._plans import plans
from kinescript.testing._policies import assumptions, calendars, choices, estimates
from kinescript.testing._prescriptions import (
    exercises,
    frequencies,
    items,
    phases,
    prescriptions,
    routines,
)
from kinescript.testing._quantities import (
    counts,
    durations,
    lengths,
    names,
    quantities,
    ranges,
    texts,
)
from kinescript.testing._works import doses, rests, tempos, works

__all__ = [
    "assumptions",
    "calendars",
    "choices",
    "counts",
    "doses",
    "durations",
    "estimates",
    "exercises",
    "frequencies",
    "items",
    "lengths",
    "names",
    "phases",
    "plans",
    "prescriptions",
    "quantities",
    "ranges",
    "rests",
    "routines",
    "tempos",
    "texts",
    "works",
]
