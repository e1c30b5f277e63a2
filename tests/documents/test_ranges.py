"""Numbers and durations are written in one form each."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from kinescript.documents._converter import CONVERTER
from kinescript.errors import DocumentError, KinescriptError, LimitError
from kinescript.model import Duration, Range, hours, minutes, seconds


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
        ("P1D", hours(24)),
        ("P1DT0.250S", seconds(86_400.25)),
        ("PT1H1M1.5S", seconds(3661.5)),
        (["PT60S", "PT1M"], minutes(1)),
    ],
    ids=str,
)
def test_other_spellings_are_read(plain: object, value: Range | Duration) -> None:
    """ISO 8601 days to milliseconds are read in any mixture."""
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
    """A duration is ISO 8601 text of days to milliseconds, or two in order."""
    with pytest.raises(KinescriptError, match="expected"):
        CONVERTER.structure(plain, Duration)


@pytest.mark.parametrize(
    ("plain", "kind", "written"),
    [
        (["PT10S", "PT5S"], Duration, '"PT10S" to "PT5S"'),
        (["PT1M", "PT45S"], Duration, '"PT1M" to "PT45S"'),
        ([12, 8], Range, "12 to 8"),
    ],
)
def test_bounds_in_the_wrong_order_are_shown_as_written(
    plain: object, kind: type[object], written: str
) -> None:
    """Whoever wrote a range finds it in the reason as it stands in the document."""
    with pytest.raises(DocumentError) as caught:
        CONVERTER.structure(plain, kind)

    assert f"expected the low bound first, got {written}" == caught.value.reason


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


@given(st.text(alphabet="PTDHMSWY0123456789.,-+ "))
def test_any_text_is_a_duration_or_refused(text: str) -> None:
    """A text that is read as a duration is written as one of the same length."""
    try:
        value = CONVERTER.structure(text, Duration)
    except DocumentError:
        value = seconds(0)

    assert CONVERTER.structure(CONVERTER.unstructure(value), Duration) == value
