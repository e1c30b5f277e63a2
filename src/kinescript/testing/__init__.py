"""Hypothesis strategies for every kind of value that the model has, all of them valid."""

from kinescript.testing._doses import doses, sides
from kinescript.testing._frequencies import days, frequencies, schedules
from kinescript.testing._guides import betweens, covers, guides, spans
from kinescript.testing._intensities import distances, intensities
from kinescript.testing._items import aims, components, exercises, items, readings
from kinescript.testing._plans import plans
from kinescript.testing._policies import assumptions, calendars, choices, estimates
from kinescript.testing._prescriptions import goals, phases, prescriptions, routines
from kinescript.testing._quantities import (
    durations,
    names,
    periods,
    quantities,
    ranges,
    texts,
)
from kinescript.testing._signs import conditions, counts, lengths
from kinescript.testing._works import rests, tempos, works

__all__ = [
    "aims",
    "assumptions",
    "betweens",
    "calendars",
    "choices",
    "components",
    "conditions",
    "counts",
    "covers",
    "days",
    "distances",
    "doses",
    "durations",
    "estimates",
    "exercises",
    "frequencies",
    "goals",
    "guides",
    "intensities",
    "items",
    "lengths",
    "names",
    "periods",
    "phases",
    "plans",
    "prescriptions",
    "quantities",
    "ranges",
    "readings",
    "rests",
    "routines",
    "schedules",
    "sides",
    "spans",
    "tempos",
    "texts",
    "works",
]
