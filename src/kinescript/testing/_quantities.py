"""Strategies for texts, quantities, measured lengths and periods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import (
    UNSAID,
    Breaths,
    Counts,
    Duration,
    Measured,
    Number,
    Period,
    PeriodUnit,
    Quantity,
    Range,
    Unsaid,
    Words,
)

P = ParamSpec("P")
T = TypeVar("T")

_SMALL_COUNT = 3
_COUNT = 10_000
_SMALL_TIME = 90_000
_TIME = 10**8
_NUMBER = 10**9 - 1

_WRITTEN = ("Bridge", "lift slowly", 'hold "still"', "it's", "a\nb", "Brücke", "橋", "🦵 up", " x ")


def shared(make: Callable[P, SearchStrategy[T]]) -> Callable[P, SearchStrategy[T]]:
    """Let *make* return the same strategy each time, so that it is prepared only once."""
    made: Callable[P, SearchStrategy[T]] = cast("Any", cache(make))

    @wraps(make)
    def make_shared(*args: P.args, **kwargs: P.kwargs) -> SearchStrategy[T]:
        return made(*args, **kwargs)

    return make_shared


@shared
def names() -> SearchStrategy[str]:
    """Make texts that say something: of any script, with quotes and line breaks, never blank."""
    return st.sampled_from(_WRITTEN) | _any_text(1).filter(str.strip)


@shared
def texts() -> SearchStrategy[str]:
    """Make texts as `names` does, and empty or blank ones."""
    return st.sampled_from(("", *_WRITTEN)) | _any_text(0)


def _any_text(least: int) -> SearchStrategy[str]:
    return st.text(st.characters(codec="utf-8"), min_size=least, max_size=8)


@shared
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


def closed_ranges() -> SearchStrategy[Range]:
    """Make ranges that are exact or have both their ends."""
    return _closed(st.integers(0, _NUMBER) | _fractions(_NUMBER))


def _closed(numbers: SearchStrategy[Number]) -> SearchStrategy[Range]:
    bounded = st.tuples(numbers, numbers).map(lambda pair: Range(min(pair), max(pair)))
    return numbers.map(Range) | bounded


def _ranges(numbers: SearchStrategy[Number]) -> SearchStrategy[Range]:
    at_least = numbers.map(lambda low: Range(low, None))
    up_to = numbers.map(lambda high: Range(None, high))
    return st.one_of(_closed(numbers), at_least, up_to)


@shared
def quantities() -> SearchStrategy[Quantity]:
    """Make ranges, words without a number, and UNSAID."""
    return _unsure(ranges())


def _unsure(known: SearchStrategy[Range]) -> SearchStrategy[Quantity]:
    return evenly(known, words(), unsaid())


def evenly(*kinds: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Make values of each of the kinds about as often."""
    # one_of looks through to the many shapes of a range, and leaves little for the rest;
    # sampled_from writes out the representation of each kind, which may be megabytes.
    return st.integers(0, len(kinds) - 1).flatmap(lambda index: kinds[index])


@shared
def words() -> SearchStrategy[Words]:
    """Make words that stand for a quantity."""
    return names().map(Words)


def few(values: SearchStrategy[T], *, most: int = 2) -> SearchStrategy[Sequence[T]]:
    """Make lists of none to *most* of the values."""
    return st.lists(values, max_size=most)


@shared
def unsaid() -> SearchStrategy[Unsaid]:
    """Make UNSAID."""
    return st.just(UNSAID)


@shared
def numbers(*, small: bool = False) -> SearchStrategy[Quantity]:
    """Make numbers of whole things as `figures` does, words, and UNSAID."""
    return _unsure(figures(small=small))


@shared
def figures(*, small: bool = False) -> SearchStrategy[Range]:
    """Make ranges of whole numbers of 1 or more: at most 10,000, or 3 where *small*."""
    return _ranges(st.integers(1, _SMALL_COUNT if small else _COUNT))


@shared
def durations(*, small: bool = False) -> SearchStrategy[Duration]:
    """
    Make lengths of time to the millisecond, 0 among them.

    They are at most a day or so, or 90 s where *small*.
    """
    high = _SMALL_TIME if small else _TIME
    whole_seconds = st.integers(0, high // 1000).map(lambda seconds: seconds * 1000)
    return _ranges(whole_seconds | st.integers(0, high)).map(Duration)


@shared
def measured(*, small: bool = False) -> SearchStrategy[Measured]:
    """
    Make lengths in time, breaths and spoken counts, none of them exactly 0.

    Where *small*, they are at most 90 s, 3 breaths or 3 counts.
    """
    counted = _ranges(st.integers(0, _SMALL_COUNT if small else _COUNT)).filter(_is_some)
    long = durations(small=small).filter(lambda length: _is_some(length.milliseconds))
    return evenly(long, counted.map(Breaths), counted.map(Counts))


def _is_some(bounds: Range) -> bool:
    return bounds.high != 0


@shared
def periods() -> SearchStrategy[Period]:
    """Make periods in each unit, exact, bounded and open, none of them of 0; at most a year."""
    return _periods(_ranges)


@shared
def exact_periods() -> SearchStrategy[Period]:
    """Make periods as `periods` does, but exact ones only."""
    return _periods(lambda numbers: numbers.map(Range))


def _periods(
    made: Callable[[SearchStrategy[Number]], SearchStrategy[Range]],
) -> SearchStrategy[Period]:
    most = {PeriodUnit.DAY: 100, PeriodUnit.WEEK: 12, PeriodUnit.MONTH: 3, PeriodUnit.YEAR: 1}
    return evenly(
        *(
            st.builds(Period, made(st.integers(1, number)), st.just(unit))
            for unit, number in most.items()
        )
    )
