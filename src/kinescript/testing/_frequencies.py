"""Strategies for frequencies and schedules."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import (
    UNSAID,
    Anchor,
    Around,
    AsNeeded,
    At,
    Budget,
    Cycle,
    Dates,
    Days,
    DaysOf,
    DaysPer,
    Duration,
    Every,
    EveryDay,
    EveryDays,
    Exactness,
    Frequency,
    HowOften,
    InAll,
    Moment,
    PerDay,
    Period,
    PeriodUnit,
    Quantity,
    Range,
    Relation,
    Schedule,
    ThroughTheDay,
    Times,
    Weekday,
    Weekdays,
    Window,
)
from kinescript.testing._intensities import bare_distances
from kinescript.testing._quantities import (
    evenly,
    exact_periods,
    figures,
    names,
    numbers,
    periods,
    shared,
    texts,
    unsaid,
    words,
)
from kinescript.testing._signs import conditions

_FIRST, _LAST = date(2026, 1, 1), date(2027, 12, 31)
_MINUTE = 60_000
_WEEK = Period(1, PeriodUnit.WEEK)


@shared
def clock_times() -> SearchStrategy[time]:
    """Make clock times, most of them on a whole minute."""
    minutes = st.integers(0, 24 * 60 - 1).map(lambda minute: time(*divmod(minute, 60)))
    return st.one_of(minutes, minutes, st.times())


@shared
def _exceptions() -> SearchStrategy[Weekdays | Dates]:
    weekdays = st.lists(st.sampled_from(Weekday), min_size=1, max_size=3).map(Weekdays)
    return weekdays | st.lists(st.dates(_FIRST, _LAST), min_size=1, max_size=3).map(Dates)


@shared
def fixed_days() -> SearchStrategy[EveryDay | Weekdays | Dates]:
    """Make days of which any calendar can tell whether they are meant."""
    weekdays = st.lists(st.sampled_from(Weekday), min_size=1, max_size=7).map(Weekdays)
    dates = st.lists(st.dates(_FIRST, _LAST), min_size=1, max_size=4).map(Dates)
    return evenly(st.builds(EveryDay), weekdays, dates)


@shared
def days() -> SearchStrategy[Days]:
    """Make every way to say which days; dates lie in 2026 and 2027."""
    return evenly(
        fixed_days(),
        fixed_days(),
        _days_per(),
        periods().map(EveryDays),
        _days_of(),
        _cycles(),
        words(),
    )


@shared
def _days_per() -> SearchStrategy[DaysPer]:
    of_week = st.builds(DaysPer, st.integers(1, 7).map(Range) | numbers(small=True))
    # No period here is shorter than the three days that a small number may be.
    longer = periods().filter(lambda period: _longest(period) > _FEW)
    return of_week | st.builds(DaysPer, numbers(small=True), longer)


_FEW = 2


def _longest(period: Period) -> int:
    """Return how many days a period has at the most, or more than enough."""
    high = period.number.high
    return int(high) if high is not None and period.unit is PeriodUnit.DAY else len(Weekday)


@shared
def _cycles() -> SearchStrategy[Cycle]:
    lengths = st.tuples(st.integers(1, 6), st.integers(1, 6))
    return lengths.flatmap(
        lambda pair: st.builds(
            Cycle,
            st.just(pair[0]),
            st.just(pair[1]),
            unit=st.just(PeriodUnit.DAY) | st.sampled_from(PeriodUnit),
            start=st.integers(0, sum(pair) - 1),
        )
    )


@shared
def _days_of() -> SearchStrategy[DaysOf]:
    numbers = st.lists(st.integers(1, 7), min_size=1, max_size=4)
    longer = exact_periods().filter(_has_a_week)
    month = st.lists(st.integers(1, 31), min_size=1, max_size=3)
    of_month = st.builds(DaysOf, month, st.just(Period(1, PeriodUnit.MONTH)))
    return st.builds(DaysOf, numbers, longer) | of_month


def _has_a_week(period: Period) -> bool:
    return period.unit is not PeriodUnit.DAY or (period.number.low or 0) >= len(Weekday)


@shared
def frequencies() -> SearchStrategy[Frequency]:
    """
    Make every combination of days, times and what surrounds them.

    Dates lie in 2026 and 2027, and from one bout to the next it is ten minutes at least.
    """
    said = _surroundings()
    plain = st.one_of(
        st.builds(Frequency, times=_times()),
        st.builds(Frequency, days=days()),
        st.builds(Frequency, days=days(), times=_times()),
    )
    full = st.builds(
        Frequency,
        days=unsaid() | days(),
        times=_times(),
        **{name: fallback | made for name, (fallback, made) in said.items()},
        timing=st.sampled_from((UNSAID, *Exactness)),
        preferably=evenly(unsaid(), days(), _times()),
    )
    alone = [st.builds(Frequency, **{name: made}) for name, (_, made) in said.items()]
    return evenly(plain, plain, full, st.one_of(alone))


def _surroundings() -> dict[str, tuple[SearchStrategy[Any], SearchStrategy[Any]]]:
    """Return what a frequency can say beside days and times: where unsaid, and where said."""
    nothing = st.just(())
    return {
        "except_on": (nothing, st.lists(_exceptions(), min_size=1, max_size=2)),
        "gap": (unsaid(), _intervals() | periods()),
        "not_at": (nothing, st.lists(_arounds(), min_size=1, max_size=2)),
        "budget": (nothing, st.lists(_budgets(), min_size=1, max_size=2)),
        "condition": (unsaid(), conditions()),
    }


@shared
def _budgets() -> SearchStrategy[Budget]:
    per = st.just(_WEEK) | exact_periods()
    counted = st.builds(Budget, figures(), per, what=names())
    return evenly(
        st.builds(Budget, _intervals(), per), st.builds(Budget, bare_distances(), per), counted
    )


@shared
def _arounds() -> SearchStrategy[Around]:
    relation = st.sampled_from(Relation)
    event = st.sampled_from(Anchor) | names()
    return names().map(Around) | st.builds(Around, event, relation, unsaid() | _intervals())


@shared
def _moments() -> SearchStrategy[Moment]:
    return evenly(clock_times(), st.sampled_from(Anchor), _arounds(), _windows())


@shared
def _windows() -> SearchStrategy[Window]:
    edge = clock_times() | st.sampled_from(Anchor)
    edges = st.lists(edge, min_size=2, max_size=2, unique_by=repr)
    return edges.map(lambda pair: Window(*pair))


@shared
def _intervals() -> SearchStrategy[Duration]:
    """Make times between ten minutes and two days, half of them whole hours."""
    minutes = st.integers(1, 48).map(lambda hour: hour * 60) | st.integers(10, 48 * 60)
    exact = minutes.map(lambda minute: Range(minute * _MINUTE))
    pairs = st.tuples(minutes, minutes).map(sorted)
    between = pairs.map(lambda pair: Range(pair[0] * _MINUTE, pair[1] * _MINUTE))
    at_least = minutes.map(lambda minute: Range(minute * _MINUTE, None))
    return st.one_of(exact, between, at_least).map(Duration)


@shared
def _bouts() -> SearchStrategy[Quantity]:
    return numbers(small=True) | st.integers(1, 12).map(Range)


@shared
def _times() -> SearchStrategy[Times]:
    limit = evenly(unsaid(), clock_times(), st.sampled_from(Anchor))
    return evenly(
        _bouts().map(PerDay),
        st.lists(_moments(), min_size=1, max_size=4).map(At),
        st.builds(ThroughTheDay),
        st.builds(
            Every,
            _intervals(),
            bouts=st.just(Range(1)) | _bouts(),
            since=limit,
            to=limit,
            during=texts(),
        ),
        st.builds(InAll, _intervals(), _bouts()),
        st.builds(AsNeeded, texts(), most=_bouts()),
        words(),
    )


@shared
def schedules() -> SearchStrategy[Schedule]:
    """Make schedules of two or three frequencies."""
    return st.lists(frequencies(), min_size=2, max_size=3).map(Schedule)


@shared
def how_often() -> SearchStrategy[HowOften]:
    """Make frequencies, schedules and UNSAID, which comes as often as both."""
    return unsaid() | evenly(frequencies(), frequencies(), schedules())
