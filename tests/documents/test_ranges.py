"""Numbers and durations are written in one form each."""

from contextlib import suppress
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from kinescript.documents._converter import CONVERTER
from kinescript.errors import DocumentError, KinescriptError, LimitError
from kinescript.model import (
    Duration,
    Period,
    PeriodUnit,
    Range,
    days,
    hours,
    minutes,
    months,
    seconds,
    weeks,
)


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Range(10), 10),
        (Range(8, 12), [8, 12]),
        (Range(8, None), [8, None]),
        (Range(None, 45), [None, 45]),
        (Range(Decimal("2.5")), Decimal("2.5")),
        (seconds(0), "PT0S"),
        (seconds(0.05), "PT0.05S"),
        (seconds(90), "PT1M30S"),
        (minutes(60), "PT1H"),
        (hours(36), "PT36H"),
        (seconds(3600.5), "PT1H0.5S"),
        (seconds(5, 10), ["PT5S", "PT10S"]),
        (seconds(30, None), ["PT30S", None]),
        (seconds(None, 30), [None, "PT30S"]),
        (timedelta(minutes=2), "PT2M"),
        (days(0), "P0D"),
        (days(10), "P10D"),
        (weeks(0), "P0W"),
        (weeks(6, 8), ["P6W", "P8W"]),
        (months(3, None), ["P3M", None]),
        (Period(Range(None, 2), PeriodUnit.YEAR), [None, "P2Y"]),
    ],
    ids=str,
)
def test_each_value_has_one_form(value: object, plain: object) -> None:
    """A range or length is written in one way, which is read as the same value."""
    assert CONVERTER.unstructure(value) == plain
    assert CONVERTER.structure(plain, type(value)) == value


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ([5, 5], Range(5)),
        (Decimal("10.0"), Range(10)),
        ("PT90S", seconds(90)),
        ("PT24H", hours(24)),
        ("PT24H0.250S", seconds(86_400.25)),
        ("PT1H1M1.5S", seconds(3661.5)),
        (["PT60S", "PT1M"], minutes(1)),
        ("P007D", days(7)),
        (["P6W", "P06W"], weeks(6)),
    ],
    ids=str,
)
def test_other_spellings_are_read(plain: object, value: Range | Duration | Period) -> None:
    """ISO 8601 hours to milliseconds are read in any mixture."""
    assert CONVERTER.structure(plain, type(value)) == value


@pytest.mark.parametrize(
    "plain",
    [
        True,
        None,
        "10",
        -1,
        {},
        [],
        [1],
        [1, 2, 3],
        [None, None],
        [2, 1],
        [-1, 2],
        [1, "2"],
        [[1], 2],
        Decimal("1e40"),
        Decimal("1e15"),
        [1, Decimal("1e15")],
        Decimal("-0.5"),
    ],
    ids=str,
)
def test_what_is_no_range_is_refused(plain: object) -> None:
    """A range is a number or two bounds, in order and of 0 or more."""
    with pytest.raises(KinescriptError, match="expected"):
        CONVERTER.structure(plain, Range)


@pytest.mark.parametrize(
    "plain",
    [
        "",
        "P",
        "PT",
        "P1DT",
        "10",
        "10 s",
        "PT5",
        "PT5s",
        "pt5s",
        "-PT5S",
        "PT-5S",
        "PT5.S",
        "PT.5S",
        "PT5.0001S",
        "PT5,5S",
        "P1Y",
        "P1M",
        "P1W",
        "P1D",
        "P1DT1H",
        "PT1M1H",
        "PT5S\n",
        " PT5S",
        "PT\u0665S",
        "PT" + "9" * 16 + "S",
        "PT" + "9" * 15 + "H",
        5,
        None,
        True,
        {},
        ["PT1S"],
        ["PT2S", "PT1S"],
        [None, None],
        ["PT1S", 2],
        "PT" * 10_000,
    ],
    ids=repr,
)
def test_what_is_no_duration_is_refused(plain: object) -> None:
    """A duration is ISO 8601 text of hours to milliseconds, or two in order."""
    with pytest.raises(KinescriptError, match="expected"):
        CONVERTER.structure(plain, Duration)


@pytest.mark.parametrize(
    ("plain", "kind", "written"),
    [
        (["PT10S", "PT5S"], Duration, '"PT10S" to "PT5S"'),
        (["PT1M", "PT45S"], Duration, '"PT1M" to "PT45S"'),
        ([12, 8], Range, "12 to 8"),
        (["P8W", "P6W"], Period, '"P8W" to "P6W"'),
    ],
)
def test_bounds_in_the_wrong_order_are_shown_as_written(
    plain: object, kind: type[object], written: str
) -> None:
    """Whoever wrote a range finds it in the reason as it stands in the document."""
    with pytest.raises(DocumentError) as caught:
        CONVERTER.structure(plain, kind)

    assert f"expected the low bound first, got {written}" == caught.value.reason


@pytest.mark.parametrize(
    "plain",
    [
        *("", "P", "PT1H", "P1", "1W", "P1w", "p1W", "-P1W", "P-1W", "P1.5W", "P1H", "P1S"),
        *("P1Y6M", "P2W3D", "P1DT1H", "P1W\n", " P1W", "P\u0665W", "P" + "9" * 16 + "D"),
        *(5, None, True, {}, [], ["P1W"], ["P2W", "P1W"], [None, None], ["P1W", 2]),
        *(["P1W", "P1M"], ["P1W"] * 3, ["P1W", "PT1H"]),
    ],
    ids=repr,
)
def test_what_is_no_period_is_refused(plain: object) -> None:
    """A period is ISO 8601 text with one unit of the calendar, or two with the same unit."""
    with pytest.raises(KinescriptError, match="expected"):
        CONVERTER.structure(plain, Period)


def test_months_are_not_weeks() -> None:
    """Two bounds have one unit, since no number of weeks is a month."""
    with pytest.raises(DocumentError) as caught:
        CONVERTER.structure(["P4W", "P1M"], Period)

    assert caught.value.reason == 'expected two bounds in one unit, got "P4W" to "P1M"'


def test_every_bad_bound_is_told() -> None:
    """Both bounds of a range have a path of their own."""
    with pytest.raises(DocumentError) as caught:
        CONVERTER.structure(["PT5", -5], Duration)

    assert [problem.path for problem in caught.value.problems] == ["[0]", "[1]"]


def test_a_duration_beyond_the_limit_is_not_written() -> None:
    """A duration of more milliseconds than a number may have digits is refused."""
    assert CONVERTER.structure(CONVERTER.unstructure(Duration(10**15 - 1)), Duration).high
    with pytest.raises(LimitError, match="expected a duration below"):
        CONVERTER.unstructure(Duration(10**15))


def test_a_period_beyond_the_limit_is_not_written() -> None:
    """A period of more days than a number may have digits is refused."""
    longest = Period(10**15 - 1)

    assert CONVERTER.structure(CONVERTER.unstructure(longest), Period) == longest
    with pytest.raises(LimitError, match=r"expected a period of less than 10\^15 days"):
        CONVERTER.unstructure(Period(Range(1, 10**5000)))


@given(st.text(alphabet="PTDHMSWY0123456789.,-+ "))
def test_any_text_is_a_duration_or_refused(text: str) -> None:
    """A text that is read as a duration is written as one of the same length."""
    try:
        value = CONVERTER.structure(text, Duration)
    except DocumentError:
        value = seconds(0)

    assert CONVERTER.structure(CONVERTER.unstructure(value), Duration) == value


@given(
    st.text(alphabet="PTDHMSWY0123456789.,-+ ") | st.from_regex(r"PT?\d+[DWMYHS]", fullmatch=True)
)
def test_no_text_is_both_a_duration_and_a_period(text: str) -> None:
    """What is a length of the clock is none of the calendar, so that a text tells them apart."""
    either: Any = Duration | Period
    read = []
    for kind in (Duration, Period):
        with suppress(DocumentError):
            read.append(CONVERTER.structure(text, kind))

    assert len(read) < 2
    assert all(CONVERTER.structure(text, either) == value for value in read)
