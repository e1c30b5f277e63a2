"""Frequencies: which days and when in the day."""

from collections.abc import Callable
from datetime import date, time
from random import Random

import pytest
from hypothesis import given, strategies as st

from kinescript.model import (
    UNSAID,
    Anchor,
    At,
    Dates,
    EveryDay,
    Frequency,
    PerDay,
    Range,
    Weekday,
    Weekdays,
    per_day,
)

Problems = Callable[[str], list[tuple[str, str]]]

COUNTS = "a whole number of 1 or more, a range of them, words, or unsaid"
DAYS = "EveryDay(), Weekdays(...), Dates(...) or UNSAID"
TIMES = "PerDay(3), At(...), ThroughTheDay() or UNSAID"
MOMENTS = "a clock time without a zone, such as time(7, 30), or an Anchor"


@given(st.dates())
def test_each_day_has_the_weekday_of_the_calendar(day: date) -> None:
    """The weekday of a date is the one by which the language names it."""
    names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    assert names[day.weekday()] == Weekday.of(day).value


@given(st.lists(st.sampled_from(Weekday), min_size=1).flatmap(st.permutations))
def test_weekdays_are_kept_in_the_order_of_the_week(days: list[Weekday]) -> None:
    """However weekdays are listed, each counts once and they follow the week."""
    assert tuple(day for day in Weekday if day in days) == Weekdays(days).days


@given(st.lists(st.dates(), min_size=1))
def test_dates_are_kept_in_order(dates: list[date]) -> None:
    """However dates are listed, each counts once and the earliest comes first."""
    assert tuple(sorted(set(dates))) == Dates(dates).dates


@given(
    st.lists(st.times(), min_size=1), st.lists(st.sampled_from(Anchor), min_size=1), st.randoms()
)
def test_moments_are_kept_in_order(
    times: list[time], anchors: list[Anchor], chance: Random
) -> None:
    """Clock times come first and in order, then anchors in the order of the day."""
    moments: list[time | Anchor] = [*times, *anchors]
    chance.shuffle(moments)
    expected = (*sorted(set(times)), *(anchor for anchor in Anchor if anchor in anchors))

    assert expected == At(moments).moments


def test_one_of_several_needs_no_list() -> None:
    """A single weekday, date or moment will do."""
    assert Weekdays([Weekday.MON]) == Weekdays(Weekday.MON)
    assert Dates([date(2026, 11, 23)]) == Dates(date(2026, 11, 23))
    assert At([Anchor.BEDTIME]) == At(Anchor.BEDTIME)
    assert At([time(7, 30)]) == At(time(7, 30))


@pytest.mark.parametrize(
    ("expected", "frequency"),
    [
        (Range(3), per_day(3)),
        (Range(4, 5), per_day(4, 5)),
        (Range(2, None), per_day(2, None)),
        (Range(None, 3), per_day(None, 3)),
    ],
)
def test_times_a_day_leave_the_days_unsaid(expected: Range, frequency: Frequency) -> None:
    """So many times a day says nothing of the days."""
    assert Frequency(days=UNSAID, times=PerDay(expected)) == frequency


def test_every_day_is_not_unsaid() -> None:
    """A source that writes "every day" says more than one that does not."""
    assert per_day(1) != Frequency(days=EveryDay(), times=PerDay(1))


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        (
            "Frequency()",
            "",
            "expected days or times; if the source gives neither, use UNSAID",
        ),
        ("Frequency(days='mon')", "days", f"expected {DAYS}, got 'mon'"),
        ("Frequency(days=Weekday.MON)", "days", f"expected {DAYS}, got Weekday.MON"),
        ("Frequency(days=None)", "days", f"expected {DAYS}, got None"),
        ("Frequency(times=3)", "times", f"expected {TIMES}, got 3"),
        ("Frequency(times=Anchor.MORNING)", "times", f"expected {TIMES}, got Anchor.MORNING"),
        ("per_day(0)", "count", f"expected {COUNTS}, got Range(0)"),
        ("per_day(1.5)", "count", f"expected {COUNTS}, got Range(1.5)"),
        ("per_day(5, 4)", "", "expected the low bound first, got 5 to 4"),
        ("per_day(-1)", "low", "expected 0 or more, got -1"),
        ("PerDay(True)", "count", f"expected {COUNTS}, got True"),
        ("Weekdays([])", "days", "expected at least one, got []"),
        ("Weekdays('mon')", "days", "expected a Weekday such as Weekday.MON, got 'mon'"),
        ("Weekdays([Weekday.MON, 1])", "days[1]", "expected a Weekday such as Weekday.MON, got 1"),
        ("Dates(())", "dates", "expected at least one, got ()"),
        ("Dates('2026-11-23')", "dates", "expected a date, got '2026-11-23'"),
        (
            "Dates([date(2026, 11, 23), datetime(2026, 11, 24)])",
            "dates[1]",
            "expected a date, got datetime.datetime(2026, 11, 24, 0, 0)",
        ),
        ("At([])", "moments", "expected at least one, got []"),
        ("At('07:30')", "moments", f"expected {MOMENTS}, got '07:30'"),
        ("At([Anchor.WAKING, 7])", "moments[1]", f"expected {MOMENTS}, got 7"),
        (
            "At(time(7, tzinfo=timezone.utc))",
            "moments",
            f"expected {MOMENTS}, got datetime.time(7, 0, tzinfo=datetime.timezone.utc)",
        ),
        (
            "Item('Bridge', frequency=3)",
            "frequency",
            "expected a Frequency, such as per_day(4, 5), or UNSAID, got 3",
        ),
        (
            "Routine('Day', [], frequency=None)",
            "frequency",
            "expected a Frequency, such as per_day(4, 5), or UNSAID, got None",
        ),
    ],
)
def test_what_is_no_frequency_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    assert [(path, reason)] == problems(written)
