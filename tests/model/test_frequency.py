"""Frequencies: which days and when in the day."""

from collections.abc import Callable
from datetime import date, time, timedelta
from random import Random

import pytest
from hypothesis import given, strategies as st

from kinescript.errors import ModelError
from kinescript.model import (
    UNSAID,
    Anchor,
    Around,
    At,
    Budget,
    Cycle,
    Dates,
    Days,
    DaysOf,
    DaysPer,
    Every,
    EveryDay,
    EveryDays,
    Frequency,
    InAll,
    Moment,
    PerDay,
    Period,
    Range,
    Relation,
    Schedule,
    Sign,
    Weekday,
    Weekdays,
    days as period_days,
    hours,
    inherited,
    minutes,
    months,
    per_day,
    per_week,
    weeks,
)
from kinescript.testing import days, frequencies

Problems = Callable[[str], list[tuple[str, str]]]

COUNTS = "a whole number of 1 or more, a range of them, words, or unsaid"
DAYS = "EveryDay(), Weekdays(...), DaysPer(3), another kind of days, or UNSAID"
TIMES = "PerDay(3), At(...), Every(hours(2)), another kind of times, or UNSAID"
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
            "expected a Frequency, such as per_day(4, 5), a Schedule, or UNSAID, got 3",
        ),
        (
            "Routine('Day', [], frequency=None)",
            "frequency",
            "expected a Frequency, such as per_day(4, 5), a Schedule, or UNSAID, got None",
        ),
    ],
)
def test_what_is_no_frequency_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    assert [(path, reason)] == problems(written)


@given(days())
def test_days_are_kept(kind: Days) -> None:
    """A kind of days is said by itself, and with times."""
    assert kind == Frequency(days=kind).days
    assert kind == Frequency(days=kind, times=PerDay(2)).days


@given(frequencies(), frequencies())
def test_the_inner_frequency_counts(inner: Frequency, outer: Frequency) -> None:
    """The first frequency that is said is the one that holds."""
    assert inner is inherited(UNSAID, inner, outer)
    assert inherited(UNSAID, UNSAID) is UNSAID
    assert (inner, outer) == Schedule([inner, outer]).frequencies


@given(st.permutations([time(7), time(20), Anchor.MORNING, Anchor.BEDTIME, Around("sport")]))
def test_moments_around_events_come_last(moments: list[Moment]) -> None:
    """Clock times, then anchors, then events, whichever way they are listed."""
    expected = (time(7), time(20), Anchor.MORNING, Anchor.BEDTIME, Around("sport"))

    assert expected == At(moments).moments


@given(st.integers(1, 9), st.integers(1, 9))
def test_a_cycle_starts_on_one_of_its_days(on: int, off: int) -> None:
    """Days of a cycle count from 0, and there are no others."""
    assert [Cycle(on, off, start=day).start for day in range(on + off)] == list(range(on + off))
    with pytest.raises(ModelError, match=f"start: expected a day from 0 to {on + off - 1}, got"):
        Cycle(on, off, start=on + off)


@pytest.mark.parametrize(
    ("most", "period"), [(7, weeks(1)), (14, weeks(2)), (5, period_days(5)), (31, months(1))]
)
def test_a_period_has_no_more_days_than_it_is_long(most: int, period: Period) -> None:
    """On every day of a period at most, in either bound."""
    assert DaysPer(most, period).count == Range(most)
    for count in (Range(most + 1), Range(1, most + 1), Range(None, most + 1)):
        with pytest.raises(ModelError, match=f"count: expected at most {most} days of {period}"):
            DaysPer(count, period)


def test_short_ways_to_write_frequencies() -> None:
    """A bare number is exact, a week is the usual period, and a timedelta is a time."""
    assert per_week(2, 3) == Frequency(days=DaysPer(Range(2, 3), weeks(1)))
    assert EveryDays(period_days(2)) == EveryDays(2)
    assert Every(hours(2)) == Every(timedelta(hours=2))
    assert InAll(minutes(10), UNSAID) == InAll(timedelta(minutes=10))
    assert Budget(minutes(150), weeks(1)) == Budget(timedelta(minutes=150))
    assert Budget(Range(5), weeks(1), what="sets") == Budget(5, what="sets")
    assert Frequency(gap=hours(48)) == Frequency(gap=timedelta(hours=48))
    assert Around("meals", Relation.AFTER, minutes(30)) == (
        Around("meals", Relation.AFTER, timedelta(minutes=30))
    )


def test_what_surrounds_days_and_times_may_stand_alone() -> None:
    """A gap, a budget, a condition or what to keep away from says something by itself."""
    sore, meals, budget = Sign("sore"), Around("meals"), Budget(minutes(150))

    assert sore == Frequency(condition="sore").condition
    assert (meals,) == Frequency(not_at=meals).not_at
    assert (budget,) == Frequency(budget=budget).budget
    assert period_days(1) == Frequency(gap=period_days(1)).gap


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("Frequency(preferably='daily')", "", None),
        ("DaysPer(0)", "count", f"expected {COUNTS}, got 0"),
        ("DaysPer(8, days(2, 7))", "count", None),
        ("DaysPer(3, weeks(0, 2))", "period", None),
        ("Frequency(times=PerDay(3), timing='exactly')", "timing", None),
        ("DaysPer(3, 0)", "period", "expected a period of a day or more, such as weeks(2), got 0"),
        ("DaysPer(3, 'week')", "period", None),
        ("EveryDays(0)", "period", "expected a period of a day or more, such as days(2), got 0"),
        ("EveryDays(days(0, 3))", "period", None),
        ("EveryDays(days(None, 0))", "period", None),
        ("Cycle(0, 3)", "on", "expected a whole number of 1 or more, got 0"),
        ("Cycle(4, 0)", "off", "expected a whole number of 1 or more, got 0"),
        ("Cycle(4, 3, start=-1)", "start", "expected a whole number of 0 or more, got -1"),
        (
            "Around(Anchor.WAKING)",
            "relation",
            "expected before or after; an anchor alone is a moment",
        ),
        (
            "Around('sport', by=minutes(5))",
            "relation",
            "expected before or after beside a time",
        ),
        ("Around(5)", "event", "expected an Anchor, or words such as 'sport', got 5"),
        ("Around('')", "event", "expected a text that is not empty, got ''"),
        ("Around('sport', 'after')", "relation", None),
        ("Around('sport', Relation.AFTER, 5)", "by", None),
        ("Every(hours(0))", "interval", None),
        ("Every(hours(0, 2))", "interval", None),
        ("Every(timedelta(0))", "interval", None),
        (
            "Every(2)",
            "interval",
            "expected a length of time of more than 0, such as hours(2), got 2",
        ),
        ("Every(hours(2), since='07:00')", "since", None),
        ("InAll(Breaths(5))", "length", None),
        ("InAll(minutes(10), 0)", "bouts", f"expected {COUNTS}, got 0"),
        ("AsNeeded(most=0)", "most", f"expected {COUNTS}, got 0"),
        ("AsNeeded(5)", "reason", "expected a text, got 5"),
        (
            "Budget(minutes(5), what='sets')",
            "what",
            "expected a time, a distance, or a number of something named",
        ),
        ("Budget(5)", "what", "expected a time, a distance, or a number of something named"),
        (
            "Budget(5, what=' ')",
            "what",
            "expected a time, a distance, or a number of something named",
        ),
        ("Budget('150 min')", "amount", None),
        ("Budget(metres(5), what='m')", "what", None),
        ("Budget(Distance(5, DistanceUnit.METRE, activity='run'))", "amount", None),
        ("DaysOf((), weeks(1))", "numbers", "expected at least one, got ()"),
        ("DaysOf(0, weeks(1))", "numbers", "expected a whole number of 1 or more, got 0"),
        ("DaysOf(8, weeks(1))", "numbers", "expected days 1 to 7 of 1 week, got 8"),
        ("DaysOf(1, weeks(1, 2))", "period", None),
        ("Cycle(2, 1, unit='week')", "unit", None),
        (
            "Cycle(2, 1, unit=PeriodUnit.WEEK, start=3)",
            "start",
            "expected a week from 0 to 2, got 3",
        ),
        ("Window(time(8), time(8))", "to", "expected another moment than that of its start"),
        ("Window(time(8), 'noon')", "to", None),
        ("Frequency(except_on=Weekday.SUN)", "except_on", None),
        ("Frequency(timing=Exactness.FLEXIBLE)", "", None),
        ("Budget(minutes(0))", "amount", None),
        ("Budget(0, what='sets')", "amount", None),
        ("Budget(True, what='sets')", "amount.low", "expected a number, got True"),
        ("Frequency(gap=48)", "gap", None),
        ("Frequency(not_at=Anchor.WAKING)", "not_at", None),
        ("Frequency(budget=minutes(150))", "budget", None),
        ("Frequency(condition=5)", "condition", None),
        ("Schedule([per_day(2)])", "frequencies", None),
        ("Schedule([per_day(2), 3])", "frequencies[1]", None),
    ],
)
def test_what_surrounds_a_frequency_is_checked(
    problems: Problems, written: str, path: str, reason: str | None
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    ((found, why),) = problems(written)

    assert path == found
    assert why.startswith("expected ")
    assert reason in {None, why}


def test_days_that_are_left_out_have_one_form() -> None:
    """Weekdays and dates that are left out are gathered, in whichever order they come."""
    sunday, monday = Weekdays(Weekday.SUN), Weekdays(Weekday.MON)
    christmas = Dates(date(2026, 12, 25))
    one = Frequency(days=EveryDay(), except_on=[sunday, christmas, monday])

    assert one.except_on == (Weekdays([Weekday.MON, Weekday.SUN]), christmas)
    assert one == Frequency(days=EveryDay(), except_on=(christmas, monday, sunday))


def test_numbered_days_are_kept_in_order() -> None:
    """Days by number come in order, each once; a number alone will do."""
    assert DaysOf([5, 1, 3, 1], weeks(1)).numbers == (1, 3, 5)
    assert DaysOf(15, weeks(3)).numbers == (15,)
