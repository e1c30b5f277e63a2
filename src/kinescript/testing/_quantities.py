"""Strategies for texts, quantities and lengths."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import (
    UNSAID,
    Breaths,
    Count,
    Counts,
    Duration,
    Length,
    Number,
    Quantity,
    Range,
    Unsaid,
    Words,
)

T = TypeVar("T")

_SMALL_COUNT = 3
_COUNT = 10_000
_SMALL_TIME = 90_000
_TIME = 10**8
_NUMBER = 10**9 - 1

_WRITTEN = ("Bridge", "lift slowly", 'hold "still"', "it's", "a\nb", "Brücke", "橋", "🦵 up", " x ")


def names() -> SearchStrategy[str]:
    """Make texts that say something: of any script, with quotes and line breaks, never blank."""
    return st.sampled_from(_WRITTEN) | _any_text(1).filter(str.strip)


def texts() -> SearchStrategy[str]:
    """Make texts as `names` does, and empty or blank ones."""
    return st.sampled_from(("", *_WRITTEN)) | _any_text(0)


def _any_text(least: int) -> SearchStrategy[str]:
    return st.text(st.characters(codec="utf-8"), min_size=least, max_size=8)


def ranges(*, small: bool = False) -> SearchStrategy[Range]:
    """
    Make ranges that are exact, bounded or open at either end, in whole numbers and fractions.

    Bounds stay below 10^9, or at most 3 where *small*.
    """
    high = _SMALL_COUNT if small else _NUMBER
    return _ranges(st.integers(0, high) | _fractions(high))


def _fractions(high: int) -> SearchStrategy[Decimal]:
    tenths = st.integers(0, high * 10).map(lambda number: Decimal(number).scaleb(-1))
    return tenths | st.integers(0, high * 10**6).map(lambda number: Decimal(number).scaleb(-6))


def _ranges(numbers: SearchStrategy[Number]) -> SearchStrategy[Range]:
    bounded = st.tuples(numbers, numbers).map(lambda pair: Range(min(pair), max(pair)))
    at_least = numbers.map(lambda low: Range(low, None))
    up_to = numbers.map(lambda high: Range(None, high))
    return st.one_of(numbers.map(Range), bounded, at_least, up_to)


def quantities() -> SearchStrategy[Quantity]:
    """Make ranges, words without a number, and UNSAID."""
    return _unsure(ranges())


def _unsure(known: SearchStrategy[Range]) -> SearchStrategy[Quantity]:
    return _evenly(known, words(), unsaid())


def _evenly(*kinds: SearchStrategy[T]) -> SearchStrategy[T]:
    # one_of looks through to the many shapes of a range, and leaves little for the rest.
    return st.sampled_from(kinds).flatmap(lambda kind: kind)


def words() -> SearchStrategy[Words]:
    """Make words that stand for a quantity."""
    return names().map(Words)


def unsaid() -> SearchStrategy[Unsaid]:
    """Make UNSAID."""
    return st.just(UNSAID)


def counts(*, small: bool = False) -> SearchStrategy[Count]:
    """
    Make counts of sets, repetitions or bouts: figures of 1 or more, words, and UNSAID.

    Figures are at most 10,000, or 3 where *small*.
    """
    return _unsure(figures(small=small))


def figures(*, small: bool = False) -> SearchStrategy[Range]:
    """Make counts that have a figure."""
    return _ranges(st.integers(1, _SMALL_COUNT if small else _COUNT))


def durations(*, small: bool = False) -> SearchStrategy[Duration]:
    """
    Make lengths of time to the millisecond, 0 among them.

    They are at most a day or so, or 90 s where *small*.
    """
    high = _SMALL_TIME if small else _TIME
    whole_seconds = st.integers(0, high // 1000).map(lambda seconds: seconds * 1000)
    return _ranges(whole_seconds | st.integers(0, high)).map(Duration)


def lengths(*, small: bool = False) -> SearchStrategy[Length]:
    """
    Make lengths in time, breaths and spoken counts, in words, and UNSAID.

    Where *small*, they are at most 90 s, 3 breaths or 3 counts.
    """
    most = _SMALL_COUNT if small else _COUNT
    counted = _ranges(st.integers(0, most)).filter(lambda bounds: bounds.high != 0)
    return _evenly(
        durations(small=small),
        counted.map(Breaths),
        counted.map(Counts),
        words(),
        unsaid(),
    )
