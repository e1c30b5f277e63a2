"""A progression as a clause that assumptions quote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, assert_never

from kinescript.model import (
    Band,
    Breaths,
    Change,
    Counts,
    Distance,
    Duration,
    Exertion,
    Intensity,
    Load,
    Pace,
    Period,
    Range,
    RepMax,
    Sessions,
    Share,
    Target,
    Unsaid,
    Words,
    Zone,
)
from kinescript.model._told import condition_words, time_words
from kinescript.timelines import said

_Amount: TypeAlias = Range | Duration | Breaths | Counts | Distance | Intensity


def change_words(change: Change) -> str:
    """Return how a dose changes in words."""
    return " ".join(_parts(change))


def _parts(change: Change) -> Iterator[str]:
    yield " and ".join(aspect.value for aspect in change.aspect)
    if not isinstance(change.direction, Unsaid):
        yield change.direction.value
    if not isinstance(change.by, Unsaid):
        yield f"by {_amount(change.by)}"
    if not isinstance(change.to, Unsaid):
        yield f"to {_amount(change.to)}"
    if not isinstance(change.every, Unsaid):
        yield _pacing(change.every)
    if not isinstance(change.after, Unsaid):
        yield f"after {change.after}"
    if not isinstance(change.when, Unsaid):
        yield f"when {condition_words(change.when)}"
    if change.words:
        yield change.words


def _pacing(every: Period | Sessions | Words) -> str:
    match every:
        case Sessions(count):
            return "every session" if count == 1 else f"every {count} sessions"
        case Period():
            return f"every {every}"
        case Words(text):
            return text
        case _ as unreachable:
            assert_never(unreachable)


def _amount(amount: _Amount) -> str:
    match amount:
        case Duration():
            return time_words(amount)
        case Range() | Breaths() | Counts() | Distance() | Share() | Words():
            return said(amount)
        case _:
            return _intensity(amount)


def _intensity(amount: Load | Band | Exertion | RepMax | Zone | Target | Pace) -> str:
    match amount:
        case Load(number, unit, each=each):
            told = f"{number} {unit.value} {each and f'each {each}'}"
        case Band(name):
            told = f"band {name}"
        case Exertion(value, scale):
            told = f"{scale.value} {value}"
        case RepMax(reps):
            told = f"{reps} RM"
        case Zone(number, model):
            told = f"zone {number} {model}"
        case Target(number, unit):
            told = f"{number} {unit.value}"
        case Pace(time, per):
            told = f"{time_words(time)} per {per.value}"
        case _ as unreachable:
            assert_never(unreachable)
    return told.strip()
