"""Which dates a rule means, against counting day by day."""

from datetime import date, timedelta
from itertools import groupby, pairwise

import pytest
from hypothesis import given, strategies as st

from kinescript.agendas import count_before, falls_on, first_on, stepped
from kinescript.model import (
    UNSAID,
    Cycle,
    Dates,
    Days,
    DaysOf,
    DaysPer,
    EveryDay,
    EveryDays,
    Period,
    PeriodUnit,
    Range,
    Unsaid,
    Weekday,
    Weekdays,
    Words,
    days,
    months,
    weeks,
)

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
YEARS = st.dates(date(2026, 1, 1), date(2029, 12, 31))


def due(rule: Days, since: date, length: int) -> list[int]:
    """The days of a stretch, counted from its first, on which a rule is due."""
    return [by for by in range(length) if falls_on(rule, since + by * DAY, since)]


def rules() -> st.SearchStrategy[Days]:
    """Rules of every kind."""
    units = st.sampled_from(PeriodUnit)
    return st.one_of(
        st.just(EveryDay()),
        st.lists(st.sampled_from(Weekday), min_size=1).map(Weekdays),
        st.lists(YEARS, min_size=1, max_size=4).map(Dates),
        st.builds(DaysPer, st.integers(1, 7), st.integers(1, 3).map(weeks)),
        st.builds(DaysPer, st.integers(1, 28), st.integers(1, 3).map(months)),
        st.builds(DaysPer, st.integers(1, 5), st.integers(5, 20).map(days)),
        st.builds(DaysPer, st.integers(28, 31), st.just(months(1))),
        st.builds(DaysPer, st.integers(58, 62), st.just(months(2))),
        st.builds(DaysPer, st.integers(1, 40) | st.just(366), st.just(Period(1, PeriodUnit.YEAR))),
        st.builds(Period, st.integers(1, 20), units).map(EveryDays),
        st.builds(
            Cycle,
            st.integers(1, 9),
            st.integers(1, 9),
            unit=st.sampled_from(PeriodUnit),
            start=st.integers(0, 1),
        ),
        st.builds(DaysOf, st.lists(st.integers(1, 7), min_size=1), st.just(weeks(2))),
        st.builds(DaysOf, st.lists(st.integers(1, 31), min_size=1), st.just(months(1))),
        st.just(Words("training days")),
    )


@given(rules(), YEARS, YEARS)
def test_the_first_day_is_found_without_counting(rule: Days, since: date, day: date) -> None:
    """The first day from a date on is the one that looking at every day finds."""
    found = first_on(rule, day, since)
    start = max(day, since)
    if found is None:
        assert not any(falls_on(rule, start + by * DAY, since) for by in range(1500))
    else:
        assert found >= start
        assert falls_on(rule, found, since)
        between = range(min((found - start).days, 1500))
        assert not any(falls_on(rule, start + by * DAY, since) for by in between)


@given(rules() | st.just(UNSAID), YEARS, st.integers(-5, 1500))
def test_days_are_counted_without_looking_at_them(
    rule: Days | Unsaid, since: date, by: int
) -> None:
    """The days before a date are as many as looking at every day finds."""
    days = (since + at * DAY for at in range(by))

    assert count_before(rule, since + by * DAY, since) == sum(
        falls_on(rule, day, since) for day in days
    )


@given(rules() | st.just(UNSAID), YEARS, YEARS)
def test_the_first_day_is_the_next_to_be_counted(
    rule: Days | Unsaid, since: date, day: date
) -> None:
    """No day is counted up to the first one from a date on, and after it there is one more."""
    found, start = first_on(rule, day, since), max(day, since)
    if found is not None:
        assert count_before(rule, found, since) == count_before(rule, start, since)
        assert count_before(rule, found + DAY, since) == count_before(rule, start, since) + 1


def test_days_that_are_left_out_are_passed_over() -> None:
    """The first day is one that is not left out, and none where all are."""
    monday = Weekdays(Weekday.MON)

    assert first_on(EveryDay(), MONDAY, except_on=(monday, Dates(MONDAY + DAY))) == MONDAY + 2 * DAY
    assert first_on(monday, MONDAY, except_on=(monday,)) is None
    assert first_on(EveryDay(), date.max, except_on=(Dates(date.max),)) is None
    assert not falls_on(EveryDay(), MONDAY, except_on=(monday,))
    assert falls_on(EveryDay(), MONDAY + DAY, except_on=(monday,))


@given(rules(), YEARS, st.integers(1, 400))
def test_nothing_is_due_before_a_rule_starts(rule: Days, since: date, by: int) -> None:
    """Before the day from which it counts, a rule has no day."""
    assert not falls_on(rule, since - by * DAY, since)


@given(st.integers(1, 7), YEARS)
def test_every_week_has_its_days(count: int, since: date) -> None:
    """So many days of each week are the same in every week and as far apart as can be."""
    found = due(DaysPer(count), since, 70)
    gaps = {two - one for one, two in pairwise(found)}

    assert all(sum(start <= by < start + 7 for by in found) == count for start in range(60))
    assert gaps <= {7 // count, -(-7 // count)}


@given(st.integers(1, 28), YEARS)
def test_every_month_has_its_days(count: int, since: date) -> None:
    """So many days of each month are so many in every whole month."""
    found = [since + by * DAY for by in due(DaysPer(count, months(1)), since, 200)]
    counts = [len(list(each)) for _, each in groupby(found, lambda day: (day.year, day.month))]

    assert set(counts[1:-1]) == {count}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (DaysPer(2), [0, 3, 7, 10]),
        (DaysPer(3), [0, 2, 4, 7, 9, 11]),
        (DaysPer(2, weeks(2)), [0, 7]),
        (DaysPer(Range(2, 3)), [0, 3, 7, 10]),
        (DaysPer(Range(None, 3)), [0, 2, 4, 7, 9, 11]),
        (DaysPer(Words("several")), [0, 7]),
        (DaysPer(3, days(10)), [0, 3, 6, 10, 13]),
        (EveryDays(days(2)), [0, 2, 4, 6, 8, 10, 12]),
        (EveryDays(weeks(1)), [0, 7]),
        (Cycle(4, 3), [0, 1, 2, 3, 7, 8, 9, 10]),
        (Cycle(1, 2, start=1), [1, 4, 7, 10, 13]),
        (Cycle(1, 1, unit=PeriodUnit.WEEK), list(range(7))),
        (Cycle(1, 1, unit=PeriodUnit.WEEK, start=1), list(range(7, 14))),
        (DaysOf((1, 3, 5), days(7)), [0, 2, 4, 7, 9, 11]),
        (DaysOf((2, 9), weeks(2)), [1, 8]),
        (DaysOf(2, days(3)), [1, 4, 7, 10, 13]),
        (Words("training days"), []),
    ],
)
def test_the_days_of_two_weeks_from_a_monday(rule: Days, expected: list[int]) -> None:
    """Rules count from the first day, and weeks start on Monday."""
    assert expected == due(rule, MONDAY, 14)


def test_weeks_are_those_of_the_calendar() -> None:
    """Days of a week keep their weekdays, on whatever day a course starts."""
    assert due(DaysPer(3), MONDAY + 3 * DAY, 8) == [1, 4, 6]


def test_a_month_without_such_a_day_has_its_last() -> None:
    """Once a month from the 31st is the last day of shorter months."""
    since = date(2027, 1, 31)
    found = [since + by * DAY for by in due(EveryDays(months(1)), since, 100)]

    assert [(day.month, day.day) for day in found] == [(1, 31), (2, 28), (3, 31), (4, 30)]


def test_days_by_number_are_omitted_where_there_are_none() -> None:
    """A month without a 31st has none, and 29 February waits for a leap year."""
    since = date(2027, 1, 1)
    found = [since + by * DAY for by in due(DaysOf((1, 31), months(1)), since, 100)]
    leap = DaysOf(366, Period(1, PeriodUnit.YEAR))

    assert [(day.month, day.day) for day in found] == [
        (1, 1),
        (1, 31),
        (2, 1),
        (3, 1),
        (3, 31),
        (4, 1),
    ]
    assert first_on(leap, since) == date(2028, 12, 31)
    assert first_on(DaysOf(31, months(1)), date.max) == date.max
    assert first_on(DaysOf(30, months(1)), date.max) is None


@pytest.mark.parametrize("unit", [PeriodUnit.MONTH, PeriodUnit.YEAR])
def test_cycles_in_months_step_on_the_calendar(unit: PeriodUnit) -> None:
    """A month on and a month off begin on the same day of the month."""
    since = date(2027, 1, 31)
    found = [since + by * DAY for by in due(Cycle(1, 1, unit=unit), since, 1000)]

    assert found[0] == since
    second = next(day for day, before in zip(found[1:], found, strict=False) if day - before > DAY)
    assert second == (date(2027, 3, 31) if unit is PeriodUnit.MONTH else date(2029, 1, 31))


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        (10, PeriodUnit.DAY, date(2028, 2, 10)),
        (2, PeriodUnit.WEEK, date(2028, 2, 14)),
        (1, PeriodUnit.MONTH, date(2028, 2, 29)),
        (13, PeriodUnit.MONTH, date(2029, 2, 28)),
        (1, PeriodUnit.YEAR, date(2029, 1, 31)),
        (0, PeriodUnit.MONTH, date(2028, 1, 31)),
        (10**30, PeriodUnit.MONTH, date.max),
        (10**30, PeriodUnit.DAY, date.max),
    ],
)
def test_periods_step_on_the_calendar(number: int, unit: PeriodUnit, expected: date) -> None:
    """Months and years end with the month where it has no such day; no step leaves the dates."""
    assert expected == stepped(date(2028, 1, 31), number, unit)


@pytest.mark.parametrize(
    "rule", [EveryDays(months(10**30)), DaysPer(1, months(10**30)), EveryDays(days(10**30))]
)
def test_what_would_come_after_all_dates_never_comes(rule: Days) -> None:
    """A step beyond the last date is no error."""
    assert first_on(rule, MONDAY, MONDAY - DAY) is None
    assert count_before(rule, MONDAY, MONDAY - DAY) == falls_on(rule, MONDAY - DAY, MONDAY - DAY)


def test_days_that_are_unsaid_are_every_day() -> None:
    """Where no days are said, each is one."""
    assert first_on(UNSAID, MONDAY) == MONDAY
    assert falls_on(EveryDay(), date.max)
    assert count_before(UNSAID, MONDAY + 9 * DAY, MONDAY) == 9


def test_a_day_that_no_period_has_never_comes() -> None:
    """Five years never have 1830 days."""
    assert first_on(DaysOf((1830,), Period(5, PeriodUnit.YEAR)), MONDAY) is None


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (DaysOf((1, 31), months(1)), 19),
        (DaysOf((1, 15), months(1)), 24),
        (DaysOf((1, 3, 5), days(7)), 157),
        (DaysOf((1, 8), weeks(2)), 52),
        (Cycle(1, 1, unit=PeriodUnit.MONTH), 184),
        (Cycle(2, 1, unit=PeriodUnit.WEEK), 246),
    ],
)
def test_numbered_days_and_long_cycles_are_counted(rule: Days, expected: int) -> None:
    """So many days of a year are due."""
    start = date(2026, 1, 1)

    assert count_before(rule, date(2027, 1, 1), start) == expected
    assert sum(falls_on(rule, start + at * DAY, start) for at in range(365)) == expected
