"""Totals add, multiply and stay not determined."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, strategies as st
from tests.volumes.cases import cases

from kinescript import NotDetermined, Range
from kinescript.testing import ranges
from kinescript.volumes import Total
from kinescript.volumes._totals import (
    INEXACT,
    NONE,
    added,
    agreed,
    among,
    covering,
    divided,
    ends,
    exactly,
    first_open,
    fitting,
    greater,
    left,
    one_less,
    outwards,
    times,
)

UNKNOWN = NotDetermined("the source says only “several”")
ENORMOUS = Range(10**31)


@given(ranges())
def test_none_changes_no_sum(total: Range) -> None:
    """Adding nothing leaves a total as it is."""
    assert added([total, NONE]) == total
    assert added([NONE, total]) == total


@given(ranges())
def test_none_of_anything_is_none(total: Range) -> None:
    """No repetition takes no time, however long one takes."""
    assert times(NONE, total) == NONE == times(total, NONE)


@given(ranges())
def test_what_is_unknown_makes_the_rest_unknown(total: Range) -> None:
    """A sum with a part that is not determined is not determined, for the same reason."""
    assert added([total, UNKNOWN, total]) == UNKNOWN


def test_a_product_with_something_unknown_is_unknown() -> None:
    """Several times three is not determined, and none of something unknown is none."""
    assert times(UNKNOWN, Range(3)) == UNKNOWN == times(Range(3), UNKNOWN)
    assert times(UNKNOWN, NONE) == NONE == times(NONE, UNKNOWN)


@given(ranges())
def test_the_greater_is_no_less_than_either(total: Range) -> None:
    """Of two the greater end counts, and one that is unknown makes it unknown."""
    assert greater(total, NONE) in {total, Range(0, total.high)}
    assert greater(Range(1, 3), Range(2, None)) == Range(2, None)
    assert greater(total, UNKNOWN) == UNKNOWN == greater(UNKNOWN, total)


def test_open_ends_stay_open() -> None:
    """At least 10, three times, is at least 30."""
    assert times(Range(10, None), Range(3)) == Range(30, None)


def test_what_both_ends_leave_open_is_none_or_more() -> None:
    """Up to 5 and at least 3 are together nothing that is known."""
    assert added([Range(None, 5), Range(3, None)]) == Range(0, None)


def test_a_number_too_large_is_not_determined() -> None:
    """Nothing raises because a total is enormous."""
    too_large = NotDetermined("the number is too large")

    assert times(ENORMOUS, Range(Decimal("0.5"))) == too_large
    assert added([ENORMOUS, Range(Decimal("0.5"))]) == too_large
    assert exactly(Fraction(10**31, 2) + Fraction(1, 2), None) == too_large


@cases(
    ("totals", "expected"),
    [
        ([], NONE),
        ([Range(3), Range(3)], Range(3)),
        ([Range(3), Range(4)], NotDetermined("they differ")),
        ([Range(3), UNKNOWN], UNKNOWN),
    ],
)
def test_parts_agree_or_not(totals: list[Total], expected: Total) -> None:
    """A total that all parts have is kept."""
    assert agreed(totals, "they differ") == expected


@cases(
    ("totals", "expected"),
    [([], None), ([Range(3), None], None), ([Range(3), UNKNOWN, INEXACT], UNKNOWN)],
)
def test_the_first_that_is_not_determined(
    totals: list[object], expected: NotDetermined | None
) -> None:
    """Of several reasons the first one counts."""
    assert first_open(totals) == expected


@given(ranges(), st.integers(1, 9))
def test_whole_numbers_around_a_range(total: Range, number: int) -> None:
    """What is rounded outwards holds all that it was, by less than one."""
    low, high = (None if end is None else end / number for end in ends(total))
    found = outwards(low, high)

    assert isinstance(found, Range)
    assert found.is_whole
    if low is not None and found.low is not None:
        assert found.low <= low < found.low + 1
    if high is not None and found.high is not None:
        assert found.high - 1 < high <= found.high


@cases(
    ("totals", "number", "expected"),
    [
        ([Range(5)] * 4, Range(3), Range(15)),
        ([Range(5), Range(8), Range(20)], Range(1), Range(5, 20)),
        ([Range(5), Range(8), Range(20)], Range(2), Range(13, 28)),
        ([Range(5), Range(8), Range(20)], Range(2, None), Range(13, 33)),
        ([Range(5), Range(8), Range(20)], Range(None, 2), Range(None, 28)),
        ([Range(5, None), Range(8)], Range(1), Range(5, None)),
        ([Range(None, 5), Range(8)], Range(1), Range(None, 8)),
        ([Range(None, 5), Range(8, None)], Range(1), Range(0, None)),
        ([Range(5), Range(8)], UNKNOWN, UNKNOWN),
        ([Range(5), UNKNOWN], Range(1), UNKNOWN),
    ],
)
def test_some_of_several(totals: list[Total], number: Total, expected: Total) -> None:
    """Some of several come to at least the smallest and at most the largest of them."""
    assert among(totals, number) == expected


@cases(
    ("number", "expected"),
    [
        (Range(3), Range(2)),
        (Range(1), NONE),
        (Range(2, 3), Range(1, 2)),
        (Range(3, None), Range(2, None)),
        (Range(None, 3), Range(None, 2)),
        (Range(None, 1), NONE),
        (UNKNOWN, UNKNOWN),
    ],
)
def test_gaps_are_one_fewer(number: Total, expected: Total) -> None:
    """Between three sets there are two rests."""
    assert one_less(number) == expected


@cases(
    ("whole", "used", "expected"),
    [
        (Range(60), Range(35, 45), Range(15, 25)),
        (Range(60), Range(90), NONE),
        (Range(60), Range(None, 45), Range(15, 60)),
        (Range(60), Range(45, None), Range(None, 15)),
        (Range(60, None), Range(45), Range(15, None)),
        (UNKNOWN, Range(5), UNKNOWN),
        (Range(5), UNKNOWN, UNKNOWN),
    ],
)
def test_what_is_left(whole: Total, used: Total, expected: Total) -> None:
    """The rest of a minute is what the work leaves of it."""
    assert left(whole, used) == expected


@cases(
    ("whole", "each", "expected"),
    [
        (Range(1200), Range(150), Range(8)),
        (Range(1200), Range(210), Range(5)),
        (Range(1200, 1800), Range(210), Range(5, 8)),
        (Range(1200), Range(None, 210), Range(5, None)),
        (Range(1200), Range(210, None), Range(None, 5)),
        (Range(None, 1200), Range(210), Range(None, 5)),
        (Range(1200, None), Range(210), Range(5, None)),
        (Range(1200), Range(0, 210), Range(5, None)),
        (Range(100), Range(210), NONE),
        (Range(100), NONE, NotDetermined("how much of it one takes is not known")),
        (UNKNOWN, Range(5), UNKNOWN),
        (Range(5), UNKNOWN, UNKNOWN),
    ],
)
def test_how_many_times_something_fits(whole: Total, each: Total, expected: Total) -> None:
    """Only whole times count."""
    assert fitting(whole, each) == expected


@cases(
    ("whole", "each", "expected"),
    [
        (Range(1800), Range(600), Range(3)),
        (Range(1800), Range(1200), Range(2)),
        (Range(1800), Range(600, 900), Range(2, 3)),
        (Range(1800, 2000), Range(600), Range(3, 4)),
        (Range(1800, None), Range(600), Range(3, None)),
        (Range(1800), Range(600, None), Range(None, 3)),
        (Range(1800), Range(0, 600), Range(3, None)),
        (UNKNOWN, Range(5), UNKNOWN),
        (Range(5), UNKNOWN, UNKNOWN),
    ],
)
def test_how_many_it_takes(whole: Total, each: Total, expected: Total) -> None:
    """The last one counts, though it may be cut short."""
    assert covering(whole, each) == expected


@cases(
    ("whole", "number", "expected"),
    [
        (Range(1800), Range(3), Range(600)),
        (Range(1800), Range(2, 3), Range(600, 900)),
        (Range(10), Range(4), Range(Decimal("2.5"))),
        (Range(10), Range(3), NotDetermined("it is no exact number")),
        (UNKNOWN, Range(3), UNKNOWN),
    ],
)
def test_shares_of_a_whole(whole: Total, number: Total, expected: Total) -> None:
    """What several share is divided from the least that one may have to the most."""
    assert divided(whole, number) == expected


def test_what_has_no_exact_number_is_not_determined() -> None:
    """A third has no end in decimals."""
    third = Fraction(7, 3)

    assert exactly(third, third) == NotDetermined("it is no exact number")


def test_a_reason_can_be_printed() -> None:
    """What is not determined says so, and why."""
    assert str(UNKNOWN) == "not determined: the source says only “several”"
