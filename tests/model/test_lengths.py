"""Lengths in time, breaths and counts, and the short ways to write them."""

import decimal
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given, strategies as st

from kinescript.errors import TimelineError
from kinescript.model import (
    UNSAID,
    Breaths,
    Counts,
    Duration,
    Length,
    Range,
    Rest,
    Words,
    breaths,
    counts,
    hours,
    minutes,
    seconds,
)
from kinescript.testing import durations, lengths

Problems = Callable[[str], list[tuple[str, str]]]

FORMS = (
    "seconds(10), minutes(1), Breaths(20), Counts(5), a timedelta, Words(...), UNSAID or Until(...)"
)


@given(durations())
def test_bounds_of_a_duration_are_its_milliseconds(duration: Duration) -> None:
    """The ends of a duration are exact, and open where those of its range are."""
    in_milliseconds = [
        None if end is None else end / timedelta(milliseconds=1)
        for end in (duration.low, duration.high)
    ]

    assert in_milliseconds == [duration.milliseconds.low, duration.milliseconds.high]


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_units_agree(one: int, other: int) -> None:
    """An hour is 60 minutes, a minute 60 seconds, and a second 1000 milliseconds."""
    low, high = sorted((one, other))

    assert Duration(Range(low * 1000, high * 1000)) == seconds(low, high)
    assert seconds(low * 60, high * 60) == minutes(low, high)
    assert minutes(low * 60, high * 60) == hours(low, high)


@given(st.timedeltas(timedelta(0), timedelta.max))
def test_a_timedelta_stands_for_its_length(length: timedelta) -> None:
    """A timedelta of whole milliseconds is an exact duration of the same length."""
    length -= length % timedelta(milliseconds=1)
    duration = Rest(length).length

    assert isinstance(duration, Duration)
    assert (length, length) == (duration.low, duration.high)


@given(lengths())
def test_lengths_are_kept(length: Length) -> None:
    """A length of any kind is kept as it is."""
    assert length == Rest(length).length


@pytest.mark.parametrize(
    ("expected", "duration"),
    [
        (Duration(5000), seconds(5)),
        (Duration(Range(5000, 10_000)), seconds(5, 10)),
        (Duration(Range(5000, None)), seconds(5, None)),
        (Duration(Range(None, 5000)), seconds(None, 5)),
        (Duration(1500), seconds(1.5)),
        (Duration(1), seconds(0.001)),
        (Duration(0), seconds(0)),
        (Breaths(20), breaths(20)),
        (Breaths(Range(4, 6)), breaths(4, 6)),
        (Counts(Range(5, None)), counts(5, None)),
        (Duration(6000), minutes(0.1)),
        (Duration(90_000), minutes(1.5)),
        (Duration(900_000), hours(0.25)),
    ],
)
def test_short_ways_to_write_a_duration(expected: Duration, duration: Duration) -> None:
    """One number is exact, two are a range, and None leaves an end open."""
    assert expected == duration


@pytest.mark.parametrize(
    ("shown", "told", "length"),
    [
        ("seconds(10)", "10 s", seconds(10)),
        ("seconds(5, 10)", "5 to 10 s", seconds(5, 10)),
        ("seconds(None, 0.75)", "up to 0.75 s", seconds(None, 0.75)),
        ("seconds(90, None)", "at least 90 s", minutes(1.5, None)),
        ("seconds(999999999.999)", "999999999.999 s", Duration(10**12 - 1)),
        ("Duration(Range(1000000000000))", "1000000000000 ms", seconds(10**9)),
        ("Duration(Range(1000000000001))", "1000000000001 ms", Duration(10**12 + 1)),
        (f"Duration(Range(0, {10**40}))", f"0 to {10**40} ms", Duration(Range(0, 10**40))),
        ("Breaths(20)", "20 breaths", Breaths(20)),
        ("Breaths(Range(3, 5))", "3 to 5 breaths", Breaths(Range(3, 5))),
        ("Breaths(1)", "1 breath", Breaths(1)),
        ("Counts(5)", "5 counts", Counts(5)),
        ("Counts(Range(5, None))", "at least 5 counts", Counts(Range(5, None))),
        ("Counts(1)", "1 count", Counts(1)),
    ],
)
def test_lengths_are_shown_as_one_writes_them(shown: str, told: str, length: Length) -> None:
    """The repr of a length is how one writes it in Python, and its text how one says it."""
    assert shown == repr(length)
    assert told == str(length)


def test_showing_a_duration_ignores_the_decimal_context() -> None:
    """A duration is shown in full whatever precision a program has set for its decimals."""
    with decimal.localcontext(prec=2):
        assert repr(seconds(12.345)) == "seconds(12.345)"


def test_an_endless_duration_has_no_timedelta() -> None:
    """A duration beyond the longest timedelta is a value, but its ends cannot be had."""
    longest = Duration(timedelta.max // timedelta(milliseconds=1))
    longer = Duration(Range(0, 10**18))

    assert longest.low is not None
    assert longer.low == timedelta(0)
    with pytest.raises(TimelineError, match=r"at most timedelta\.max, got 1000000000000000000 ms"):
        _ = longer.high


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("seconds(-5)", "low", "expected 0 or more, got -5"),
        ("seconds(10, 5)", "", "expected the low bound first, got 10 to 5"),
        (
            "minutes(None)",
            "",
            "expected a number for at least one bound; if the source gives none, use UNSAID",
        ),
        ("seconds(0.0005)", "", "expected whole milliseconds: at most three digits of a second"),
        ("hours(1 / 3)", "", "expected whole milliseconds: at most three digits of a second"),
        ("hours(float('nan'))", "low", "expected a finite number below 10^30, got nan"),
        ("seconds('5')", "low", "expected a number, got '5'"),
        ("Duration(0.5)", "milliseconds", "expected whole numbers, got 0.5"),
        ("Duration(True)", "milliseconds.low", "expected a number, got True"),
        ("Breaths(0)", "count", "expected a whole number of 1 or more or a range, got 0"),
        (
            "Counts(Range(None, 0))",
            "count",
            "expected a whole number of 1 or more or a range, got Range(None, 0)",
        ),
        ("Breaths(2.5)", "count", "expected whole numbers, got 2.5"),
        ("Breaths(-20)", "count.low", "expected 0 or more, got -20"),
        ("Counts(UNSAID)", "count.low", "expected a number, got UNSAID"),
    ],
)
def test_what_is_no_length_of_its_kind_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Durations are whole milliseconds, breaths and counts whole numbers above 0."""
    assert [(path, reason)] == problems(written)


@pytest.mark.parametrize(
    "value", ["5", "5.0", "True", "None", "'5 s'", "(seconds(5),)", "Range(5)"]
)
def test_a_length_has_a_unit(problems: Problems, value: str) -> None:
    """A bare number, or anything else without a unit, is not taken for a length."""
    assert [("length", f"expected {FORMS}, got {value}")] == problems(f"Hold({value})")


@pytest.mark.parametrize(
    "value",
    ["datetime.timedelta(days=-1, seconds=86395)", "datetime.timedelta(microseconds=1500)"],
)
def test_a_timedelta_is_0_or_more_in_whole_milliseconds(problems: Problems, value: str) -> None:
    """A negative timedelta, or one with microseconds, is not taken for a length."""
    reason = f"expected a timedelta of 0 or more in whole milliseconds, got {value}"

    assert [("length", reason)] == problems(f"Hold({value.removeprefix('datetime.')})")


def test_units_are_never_mixed_up() -> None:
    """The same figure in other units, or in words, is another length."""
    assert len({seconds(5), Breaths(5), Counts(5), Words("5"), UNSAID, Duration(5)}) == 6
