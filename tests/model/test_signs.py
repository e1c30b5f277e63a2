"""Signs, and the ends that wait for one, within the bounds that each place allows."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given

from kinescript.model import (
    FAILURE,
    UNSAID,
    AllOf,
    AnyOf,
    Circuit,
    Compared,
    Comparison,
    Condition,
    Counts,
    Hold,
    Item,
    Range,
    Repeat,
    Reps,
    Rule,
    Sets,
    Sign,
    Span,
    SymptomLimit,
    Timed,
    Until,
    kilometres,
    minutes,
    seconds,
    to_failure,
    weeks,
)
from kinescript.testing import conditions, names

Problems = Callable[[str], list[tuple[str, str]]]

COUNTS = "a whole number of 1 or more, a range of them, words, or unsaid"
CONDITION = "a Sign, its name, AllOf(...) or AnyOf(...)"
OF_A_COUNT = "expected a count's bounds, in whole numbers, and no time after"
OF_A_PERIOD = "expected the bounds of a period, such as weeks(2, None), and no time after"
BOTH_ENDS = "expected a number or a range with both its ends"
OF_A_LENGTH = "expected a length such as seconds(30, None), or UNSAID"
LASTING = "expected a length of more than 0, such as seconds(10)"


@given(names())
def test_a_name_stands_for_a_sign(name: str) -> None:
    """Wherever a condition belongs, the name of a sign will do."""
    sign = Sign(name)

    assert Until(sign) == Until(name)
    assert Rule(sign, "rest") == Rule(name, "rest")
    assert SymptomLimit(sign) == SymptomLimit(name)
    assert (sign, FAILURE) == AllOf([name, FAILURE]).signs


@given(conditions())
def test_anything_can_end_at_a_sign(condition: Condition) -> None:
    """Counts, lengths, passes, rounds and spans may all wait for the same sign."""
    until = Until(condition)

    assert [until] * 6 == [
        Reps(until).count,
        Sets(until, Reps(1)).count,
        Hold(until).length,
        Repeat(Reps(1), until).end,
        Circuit(Item("Squat"), until).end,
        Span(until).length,
    ]


def test_all_signs_are_not_any_of_them() -> None:
    """Both signs together and one of them are different conditions."""
    signs = ["no pain", "full range"]

    assert len({AllOf(signs), AnyOf(signs), AllOf(reversed(signs))}) == 3


def test_to_failure_has_bounds_where_they_are_written() -> None:
    """At least, at most, and neither."""
    assert Until(FAILURE) == to_failure()
    assert Until(FAILURE, Range(8, None)) == to_failure(8)
    assert Until(FAILURE, Range(None, 15)) == to_failure(None, 15)
    assert Until(FAILURE, Range(8, 15)) == to_failure(8, 15)


def test_a_whole_number_is_an_exact_bound() -> None:
    """A bare number tells about how many times it will be."""
    assert Until("tired", Range(10)) == Until("tired", 10)


def test_strict_comparisons_are_not_ranges() -> None:
    """Above 4 and at least 4 are different, whatever the range."""
    above, at_least = Comparison.ABOVE, Comparison.AT_LEAST

    assert Compared(above, Range(4), "/10") == Compared(above, 4, "/10")
    assert Compared(above, 4) != Compared(at_least, 4)


@pytest.mark.parametrize(
    "bounds", [UNSAID, Range(3), minutes(20), Counts(5), kilometres(5)], ids=repr
)
def test_what_is_repeated_may_end_within_any_bounds_but_a_period(bounds: Range) -> None:
    """Passes and rounds end at a sign within a count, a length or a distance."""
    until = Until("tired", bounds)

    assert (until, until) == (Repeat(Reps(1), until).end, Circuit(Item("Run"), until).end)


@pytest.mark.parametrize("bounds", [UNSAID, seconds(30, None), Counts(5)], ids=repr)
def test_a_length_until_a_sign_has_the_bounds_of_a_length(bounds: Counts) -> None:
    """A hold and an activity end at a sign within a time, breaths or counts."""
    until = Until("the dizziness has passed", bounds, then=seconds(20))

    assert (until, until) == (Hold(until).length, Timed(until).length)


def test_a_span_until_a_sign_has_the_bounds_of_a_period() -> None:
    """Two weeks and free of pain: whichever comes later."""
    assert weeks(2, None) == Until("no pain", weeks(2, None)).bounds
    assert Until("no pain", weeks(2, None)) == Span(Until("no pain", weeks(2, None))).length


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("Sign('')", "name", "expected a text that is not empty, got ''"),
        ("Sign('pain', 4)", "compared", "expected a Compared, or UNSAID, got 4"),
        (
            "Sign('pain', lasting=timedelta(1))",
            "lasting",
            (
                "expected a length or period such as hours(24), or UNSAID, "
                "got datetime.timedelta(days=1)"
            ),
        ),
        ("Sign('pain', times=0)", "times", f"expected {COUNTS}, got 0"),
        (
            "Compared('>', 4)",
            "comparison",
            "expected a Comparison such as Comparison.AT_MOST, got '>'",
        ),
        ("Compared(Comparison.ABOVE, 'x')", "value.low", "expected a number, got 'x'"),
        ("Compared(Comparison.ABOVE, Range(2, None))", "value", f"{BOTH_ENDS}, got Range(2, None)"),
        ("Compared(Comparison.ABOVE, Range(None, 2))", "value", f"{BOTH_ENDS}, got Range(None, 2)"),
        ("AllOf(['pain'])", "signs", "expected at least two signs, got ['pain']"),
        ("AnyOf('pain')", "signs", "expected at least two signs, got 'pain'"),
        ("AnyOf(['pain', 5])", "signs[1]", "expected a Sign, or its name, got 5"),
        ("Until(5)", "sign", f"expected {CONDITION}, got 5"),
        ("Until('')", "sign.name", "expected a text that is not empty, got ''"),
        (
            "Until('tired', 2.5)",
            "bounds",
            (
                "expected a number, a Range, a length such as seconds(30, None), a Period, "
                "or UNSAID, got 2.5"
            ),
        ),
        ("Until('tired', True)", "bounds.low", "expected a number, got True"),
        (
            "Until('tired', then=5)",
            "then",
            "expected a length such as seconds(20), or UNSAID, got 5",
        ),
        ("Reps(Until('tired', seconds(3)))", "count", OF_A_COUNT),
        ("Reps(Until('tired', 3, then=seconds(3)))", "count", OF_A_COUNT),
        ("Reps(Until('tired', 0))", "count.bounds", f"expected {COUNTS}, got Range(0)"),
        ("Hold(Until('tired', 3))", "length.bounds", OF_A_LENGTH),
        ("Hold(Until('tired', weeks(3)))", "length.bounds", OF_A_LENGTH),
        ("Rest(Until('ready', metres(3)))", "length.bounds", OF_A_LENGTH),
        ("Span(Until('well', 3))", "length", OF_A_PERIOD),
        ("Span(Until('well', weeks(2), then=seconds(3)))", "length", OF_A_PERIOD),
        ("Repeat(Reps(1), Until('tired', 0))", "end.bounds", f"expected {COUNTS}, got Range(0)"),
        (
            "Repeat(Reps(1), Until('tired', days(2)))",
            "end",
            (
                "expected a count's, a length's or a distance's bounds, "
                "got Period(number=Range(2), unit=PeriodUnit.DAY)"
            ),
        ),
    ],
)
def test_what_no_end_can_wait_for_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    assert [(path, reason)] == problems(written)


@pytest.mark.parametrize("bounds", ["seconds(0)", "seconds(None, 0)"])
def test_a_hold_until_a_sign_is_longer_than_nothing(problems: Problems, bounds: str) -> None:
    """An end that can only be at once is no end of a hold."""
    ((path, reason),) = problems(f"Hold(Until('tired', {bounds}))")

    assert path == "length"
    assert reason.startswith(LASTING)


def test_a_timedelta_is_no_bound(problems: Problems) -> None:
    """Bounds are written as lengths, so that a bare figure is a count."""
    assert Until("tired", seconds(5)).bounds == seconds(5)
    assert Hold(timedelta(seconds=5)).length == seconds(5)
    assert problems("Until('tired', timedelta(seconds=5))")[0][0] == "bounds"
