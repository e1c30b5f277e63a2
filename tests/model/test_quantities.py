"""Ranges and their arithmetic, words, and what counts accept."""

import decimal
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, strategies as st

from kinescript.model import UNSAID, Count, Load, Number, Quantity, Range, Sets, Timed, Words
from kinescript.testing import counts, ranges

Problems = Callable[[str], list[tuple[str, str]]]

HIGHEST = 1000


class Float(float):
    """A float with a repr of its own, as numpy has."""

    def __repr__(self) -> str:
        """Return what is no number."""
        return "Float()"


@st.composite
def numbers(draw: st.DrawFn) -> Number:
    """Numbers so short that the product of three of them is exact."""
    hundredths = draw(st.integers(0, HIGHEST * 100))
    return Range(Decimal(hundredths) / 100).low or 0


@st.composite
def spans(draw: st.DrawFn) -> Range:
    """Ranges of every shape whose arithmetic is exact."""
    low, high = sorted((draw(numbers()), draw(numbers())))
    shapes = [Range(low), Range(low, high), Range(low, None), Range(None, high)]
    return draw(st.sampled_from(shapes))


@st.composite
def members(draw: st.DrawFn) -> tuple[Range, Number]:
    """Ranges with a number that is in them."""
    number, less, more = draw(numbers()), draw(numbers()), draw(numbers())
    low = max(Decimal(number) - Decimal(less), Decimal(0))
    shapes = [(number, number), (low, number + more), (low, None), (None, number + more)]
    return Range(*draw(st.sampled_from(shapes))), number


def is_mixed(*of: Range) -> bool:
    """Return whether one is "at least" and one "up to"."""
    return any(each.low is None for each in of) and any(each.high is None for each in of)


@given(spans(), spans())
def test_addition_commutes(one: Range, other: Range) -> None:
    """The sum of two ranges does not depend on their order."""
    assert one + other == other + one


@given(spans(), spans(), spans())
def test_addition_associates(one: Range, two: Range, three: Range) -> None:
    """Sums do not depend on their grouping, unless "at least" is added to "up to"."""
    assume(not is_mixed(one, two, three))

    assert (one + two) + three == one + (two + three)


@given(spans())
def test_nothing_is_the_identity_of_addition(span: Range) -> None:
    """Adding exactly 0 changes nothing."""
    assert span == span + Range(0)


@given(spans(), spans())
def test_multiplication_commutes(one: Range, other: Range) -> None:
    """The product of two ranges does not depend on their order."""
    assert one * other == other * one


@given(spans(), spans(), spans())
def test_multiplication_associates(one: Range, two: Range, three: Range) -> None:
    """Products do not depend on their grouping."""
    assert (one * two) * three == one * (two * three)


@given(spans())
def test_once_is_the_identity_of_multiplication(span: Range) -> None:
    """Multiplying by exactly 1 changes nothing."""
    assert span == span * Range(1)
    assert span == span * 1
    assert span == 1 * span


@given(spans(), spans(), spans())
def test_multiplication_distributes(one: Range, two: Range, three: Range) -> None:
    """A multiple of a sum is the sum of the multiples, unless open ends are mixed."""
    assume(not is_mixed(one, two, three))

    assert one * (two + three) == one * two + one * three


@given(spans(), st.integers(1, 5))
def test_multiplication_repeats_addition(span: Range, times: int) -> None:
    """So many times a range is the range added so often."""
    total = span
    for _ in range(times - 1):
        total += span

    assert total == span * times


@given(members(), members())
def test_sums_and_products_hold_their_members(
    one: tuple[Range, Number], other: tuple[Range, Number]
) -> None:
    """What is in two ranges stays in their sum and product when added and multiplied."""
    (a, x), (b, y) = one, other

    assert x in a
    assert x + y in a + b
    assert x * y in a * b


@given(spans(), spans())
def test_arithmetic_is_endpoint_by_endpoint(one: Range, other: Range) -> None:
    """Each bound of a result comes from the bounds at that end, and is open if one of them is."""
    assume(not is_mixed(one, other))
    lows, highs = (one.low, other.low), (one.high, other.high)

    added, times = one + other, one * other

    assert (None if None in lows else sum(map(Decimal, lows))) == added.low  # type: ignore[arg-type]
    assert (None if None in highs else sum(map(Decimal, highs))) == added.high  # type: ignore[arg-type]
    assert (added.low is None, added.high is None) == (times.low is None, times.high is None)


def test_at_least_added_to_up_to_says_nothing() -> None:
    """Where neither end of the sum is known, it is 0 or more."""
    assert Range(0, None) == Range(3, None) + Range(None, 5)
    assert Range(0, None) == Range(None, 5) * Range(3, None)


@given(spans(), spans(), st.integers(1, 5))
def test_arithmetic_ignores_the_decimal_context(one: Range, other: Range, digits: int) -> None:
    """A result does not depend on the precision that a program has set for its decimals."""
    expected = one + other, one * other
    with decimal.localcontext(prec=digits):
        actual = one + other, one * other

    assert expected == actual


@pytest.mark.parametrize("other", [5, 2.5, True, "5", None, Words("several"), UNSAID], ids=repr)
def test_only_ranges_are_added(other: object) -> None:
    """Adding anything but a range is a TypeError."""
    five: Any = Range(5)

    with pytest.raises(TypeError):
        _ = five + other


@pytest.mark.parametrize("other", [2.5, True, "5", None, Words("several"), UNSAID], ids=repr)
def test_only_ranges_and_whole_numbers_multiply(other: object) -> None:
    """Multiplying by anything but a range or a whole number is a TypeError."""
    five: Any = Range(5)

    with pytest.raises(TypeError):
        _ = five * other


@given(ranges())
def test_bounds_are_in_order_and_not_both_open(bounds: Range) -> None:
    """A range has a bound, its low bound first."""
    assert bounds.low is not None or bounds.high is not None
    assert bounds.low is None or bounds.high is None or 0 <= bounds.low <= bounds.high


@given(ranges())
def test_whole_numbers_are_ints(bounds: Range) -> None:
    """A bound is a Decimal exactly where it has a fraction."""
    given_bounds = [bound for bound in (bounds.low, bounds.high) if bound is not None]

    assert all(isinstance(bound, int) == (bound == int(bound)) for bound in given_bounds)
    assert bounds.is_whole == all(bound == int(bound) for bound in given_bounds)


@given(ranges())
def test_bounds_are_in_their_range(bounds: Range) -> None:
    """A range holds its bounds, and both of them are one number where it is exact."""
    given_bounds = {bound for bound in (bounds.low, bounds.high) if bound is not None}

    assert all(bound in bounds for bound in given_bounds)
    assert bounds.is_exact == (len(given_bounds) == 1 and None not in (bounds.low, bounds.high))


@given(st.floats(0, 10**8))
def test_floats_hold_what_they_show(number: float) -> None:
    """A float stands for the decimal number that it is written as, to six decimals."""
    assert Range(round(number, 6)) == Range(Decimal(repr(round(number, 6))))
    assert round(number, 6) in Range(round(number, 6))


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        (Range(2), Range(2.0)),
        (Range(2), Range(Decimal("2.000"))),
        (Range(2.5), Range(Decimal("2.50"))),
        (Range(0), Range(-0.0)),
        (Range(0), Range(Decimal("-0"))),
        (Range(0), Range(Decimal("1e-999999999"))),
        (Range(1, 2), Range(1.0, Decimal(2))),
        (Range(5), Range(5, 5)),
        (Range(Decimal("0.333333")), Range(1 / 3)),
        (Range(10**29), Range(Decimal("1e29"))),
        (Range(10**9), Range(Decimal("1000000000.25"))),
        (Range(10**9 - 1) + Range(0.25), Range(Decimal("999999999.25"))),
        (Range(0.5), Range(Float(0.5))),
    ],
)
def test_equal_numbers_make_equal_ranges(expected: Range, written: Range) -> None:
    """However a number is written, there is one range for it."""
    assert expected == written
    assert hash(expected) == hash(written)
    assert repr(expected) == repr(written)


@pytest.mark.parametrize(
    ("expected", "bounds", "value"),
    [
        (True, Range(8, 12), 8),
        (True, Range(8, 12), 12.0),
        (False, Range(8, 12), 13),
        (False, Range(8, 12), Decimal("7.9")),
        (True, Range(8, None), 10**40),
        (True, Range(None, 5), 0),
        (False, Range(None, 5), -1),
        (True, Range(0.1), 0.1),
        (True, Range(0.5), Float(0.5)),
        (False, Range(1), True),
        (False, Range(1), "1"),
        (False, Range(1), None),
        (False, Range(8, None), float("inf")),
        (False, Range(8, None), float("nan")),
        (False, Range(8, None), Decimal("nan")),
        (False, Range(8, None), Decimal("snan")),
        (False, Range(8, None), Decimal("inf")),
    ],
)
def test_ranges_hold_finite_numbers_between_their_bounds(
    expected: bool,  # noqa: FBT001
    bounds: Range,
    value: object,
) -> None:
    """A number is in a range if it lies between the bounds; anything else is not."""
    assert expected == (value in bounds)


@pytest.mark.parametrize(
    ("expected", "quantity"),
    [
        ("unsaid", UNSAID),
        ("a few", Words("a few")),
        ("10", Range(10)),
        ("8 to 12", Range(8, 12)),
        ("at least 8", Range(8, None)),
        ("up to 45", Range(None, 45)),
        ("2.5", Range(2.5)),
    ],
)
def test_quantities_are_told_in_words(expected: str, quantity: Quantity) -> None:
    """A quantity as text is the words themselves, or says which of its ends is open."""
    assert expected == str(quantity)


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("Range(-1)", "low", "expected 0 or more, got -1"),
        ("Range(1, -0.5)", "high", "expected 0 or more, got -0.5"),
        ("Range(3, 2)", "", "expected the low bound first, got 3 to 2"),
        (
            "Range(None)",
            "",
            "expected a number for at least one bound; if the source gives none, use UNSAID",
        ),
        ("Range(True)", "low", "expected a number, got True"),
        ("Range('10')", "low", "expected a number, got '10'"),
        ("Range(UNSAID)", "low", "expected a number, got UNSAID"),
        ("Range(1, 1j)", "high", "expected a number, got 1j"),
        ("Range(float('nan'))", "low", "expected a finite number below 10^30, got nan"),
        ("Range(1, float('inf'))", "high", "expected a finite number below 10^30, got inf"),
        (
            "Range(Decimal('sNaN'))",
            "low",
            "expected a finite number below 10^30, got Decimal('sNaN')",
        ),
        (
            "Range(Decimal('1e30'))",
            "low",
            "expected a finite number below 10^30, got Decimal('1E+30')",
        ),
        (
            "Range(Decimal('1e999999999'))",
            "low",
            "expected a finite number below 10^30, got Decimal('1E+999999999')",
        ),
        ("Range(-10 ** 5000)", "low", "expected 0 or more, got an enormous int"),
    ],
)
def test_what_is_no_range_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Bounds are finite numbers of 0 or more, at least one of them, the low one first."""
    assert [(path, reason)] == problems(written)


@given(counts())
def test_counts_are_of_whole_things(count: Count) -> None:
    """A count is kept as it is, and the bounds of its range are whole numbers from 1 on."""
    bounds = (count.low, count.high) if isinstance(count, Range) else ()

    assert count == Sets(count, Timed(UNSAID)).count
    assert all(bound is None or (isinstance(bound, int) and bound >= 1) for bound in bounds)


def test_a_whole_number_is_an_exact_count() -> None:
    """A bare number is a range of one value."""
    assert Range(3) == Sets(3, Timed(UNSAID)).count


@pytest.mark.parametrize(
    "value",
    [
        *("0", "-1", "1.0", "2.5", "True", "False", "None", "'3'"),
        *("Range(0)", "Range(0, 3)", "Range(None, 0)", "Range(1.5, 3)"),
    ],
)
def test_what_cannot_be_counted_is_refused(problems: Problems, value: str) -> None:
    """A count is a whole number of 1 or more, a range of them, words or UNSAID."""
    expected = "a whole number of 1 or more, a range of them, words, or unsaid"

    assert [("count", f"expected {expected}, got {value}")] == problems(f"Reps({value})")


def test_amounts_are_numbers_or_ranges() -> None:
    """An amount may have a fraction, and a bare number is a range of one value."""
    assert Range(2.5) == Load(2.5).amount
    assert Range(20, 24) == Load(Range(20, 24)).amount


def test_what_is_no_amount_is_refused(problems: Problems) -> None:
    """The error about an amount names the bound that is wrong."""
    assert problems("Load(-20)") == [("amount.low", "expected 0 or more, got -20")]


def test_words_are_kept_as_written() -> None:
    """Words keep their case and spaces, and differ from other words and from no words."""
    spellings = {Words("several"), Words("Several"), Words(" several"), UNSAID}

    assert len(spellings) == 4
    assert repr(Words('"deep"')) == "Words('\"deep\"')"


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\N{NO-BREAK SPACE}"], ids=repr)
def test_words_say_something(problems: Problems, text: str) -> None:
    """Empty and blank words are refused."""
    reason = f"expected a text that is not empty, got {text!r}"

    assert [("text", reason)] == problems(f"Words({text!r})")


@pytest.mark.parametrize("one", [Range(1), Words("1"), UNSAID, 1], ids=repr)
@pytest.mark.parametrize("other", [Range(1), Words("1"), UNSAID, 1], ids=repr)
def test_kinds_of_quantity_are_never_equal(one: object, other: object) -> None:
    """A range, words, UNSAID and a bare number are four different things."""
    assert (repr(one) == repr(other)) == (one == other)
