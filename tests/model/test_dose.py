"""Doses: sets, sides and intensity."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from kinescript.errors import ModelError
from kinescript.model import (
    UNSAID,
    Breaths,
    Dose,
    EachSide,
    Exertion,
    Hold,
    Item,
    Load,
    Mass,
    Range,
    Reps,
    Scale,
    Sets,
    Side,
    Work,
    opposite,
)
from kinescript.testing import works

Problems = Callable[[str], list[tuple[str, str]]]

ORDER = "an Order such as Order.BY_SET, or UNSAID"
SIDE = "one side, such as left, or unsaid"
LENGTHS = (
    "seconds(10), minutes(1), Breaths(20), Counts(5), a timedelta, Words(...), UNSAID or Until(...)"
)
WORK = "Reps, Hold, Timed, Distance, Series or Repeat"


@given(st.sampled_from(Side))
def test_the_opposite_of_the_opposite_is_the_side_itself(side: Side) -> None:
    """Mirroring a side twice gives it back."""
    assert side is opposite(opposite(side))


def test_only_both_sides_are_their_own_opposite() -> None:
    """Every single side has another one."""
    assert [side for side in Side if side is opposite(side)] == [Side.BOTH]


def test_opposite_sides_are_told_in_the_same_way() -> None:
    """Left and right mirror each other, and so do affected and unaffected."""
    assert opposite(Side.LEFT) is Side.RIGHT
    assert opposite(Side.AFFECTED) is Side.UNAFFECTED


@given(works())
def test_work_stands_for_a_set_that_is_not_counted(work: Work) -> None:
    """Work alone is one set whose number the source does not give."""
    assert Dose(Sets(UNSAID, work)) == Dose(work) == Dose([work])
    assert Dose(Sets(1, work)) != Dose(work)


@given(works())
def test_work_or_sets_stand_for_the_dose_of_an_item(work: Work) -> None:
    """An item takes work and sets where a dose without sides or intensity belongs."""
    assert Item("Bridge", Dose(work)) == Item("Bridge", work)
    assert Item("Bridge", Dose(Sets(3, work))) == Item("Bridge", Sets(3, work))


def test_sets_follow_one_another_in_order() -> None:
    """A dose of different sets keeps their order, and takes work among them."""
    dose = Dose([Sets(2, Reps(10)), Reps(8), Hold(Breaths(5))])

    assert (Sets(2, Reps(10)), Sets(UNSAID, Reps(8)), Sets(UNSAID, Hold(Breaths(5)))) == dose.sets


def test_sides_are_unsaid_unless_written() -> None:
    """No side, both sides and each side are three things."""
    doses = {Dose(Reps(10), sides=sides) for sides in (UNSAID, Side.BOTH, EachSide())}

    assert len(doses | {Dose(Reps(10))}) == 3


def test_each_side_says_no_more_than_that() -> None:
    """Order, first side and switch are unsaid unless the source writes them."""
    assert EachSide(UNSAID, first=UNSAID, switch=UNSAID) == EachSide()


def test_one_intensity_needs_no_list() -> None:
    """A load alone will do, and several intensities may stand together."""
    assert (Load(20),) == Dose(Reps(10), intensity=Load(20)).intensity
    assert (Load(20), Exertion(7)) == Dose(Reps(10), intensity=[Load(20), Exertion(7)]).intensity


def test_a_load_is_in_kilograms_unless_written() -> None:
    """A bare figure is kilograms, and pounds are another load."""
    assert Load(Range(20), Mass.KILOGRAM) == Load(20)
    assert Load(20, Mass.POUND) != Load(20)


@pytest.mark.parametrize(
    ("scale", "low", "high"),
    [
        (Scale.CR10, 0, 10),
        (Scale.BORG, 6, 20),
        (Scale.RPE, 0, 10),
        (Scale.RIR, 0, 30),
        (Scale.DISCOMFORT, 0, 10),
    ],
)
def test_scales_of_exertion_have_ends(scale: Scale, low: int, high: int) -> None:
    """Both ends of a scale are on it, alone and in ranges, and nothing beyond them is."""
    step = Decimal("0.1")
    for value in (Range(low), Range(high), Range(low, None), Range(None, high)):
        assert value == Exertion(value, scale).value
    for value in (Range(high + step), Range(low, high + step), Range(None, high + step)):
        with pytest.raises(ModelError, match=f"value: expected {low} to {high} on the"):
            Exertion(value, scale)


def test_exertion_below_its_scale_is_refused() -> None:
    """The error says which figures the scale has."""
    with pytest.raises(ModelError) as caught:
        Exertion(Range(5, 12), Scale.BORG)

    assert (caught.value.path, caught.value.reason) == (
        "value",
        "expected 6 to 20 on the borg scale, got 5 to 12",
    )


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("Dose([])", "sets", "expected at least one set"),
        ("Dose(10)", "sets", f"expected {WORK}, got 10"),
        ("Dose('3 x 10')", "sets", f"expected {WORK}, got '3 x 10'"),
        ("Dose([Reps(10), 10])", "sets[1]", f"expected {WORK}, got 10"),
        (
            "Dose(Reps(10), sides='left')",
            "sides",
            "expected EachSide(), a Side such as Side.LEFT, or UNSAID, got 'left'",
        ),
        (
            "Dose(Reps(10), sides=None)",
            "sides",
            "expected EachSide(), a Side such as Side.LEFT, or UNSAID, got None",
        ),
        (
            "Dose(Reps(10), intensity=20)",
            "intensity",
            "expected Load(20), Exertion(7), Share(70, '1RM') or another Intensity, got 20",
        ),
        (
            "Dose(Reps(10), intensity=[Load(20), '20 kg'])",
            "intensity[1]",
            "expected Load(20), Exertion(7), Share(70, '1RM') or another Intensity, got '20 kg'",
        ),
        ("Load('20 kg')", "amount.low", "expected a number, got '20 kg'"),
        ("Load(20, 'kg')", "unit", "expected a Mass such as Mass.KILOGRAM, got 'kg'"),
        ("Exertion(12, 'borg')", "scale", "expected a Scale such as Scale.BORG, got 'borg'"),
        (
            "EachSide('by set')",
            "order",
            f"expected {ORDER}, got 'by set'",
        ),
        ("EachSide(first=Side.BOTH)", "first", f"expected {SIDE}, got Side.BOTH"),
        ("EachSide(first='left')", "first", f"expected {SIDE}, got 'left'"),
        ("EachSide(every=0)", "every", "expected a whole number of 1 or more, got 0"),
        (
            "EachSide(counted='in total')",
            "counted",
            "expected a Counted such as Counted.IN_TOTAL, got 'in total'",
        ),
        ("EachWay('')", "kind", "expected a text that is not empty, got ''"),
        ("EachWay(names=['up', 'down'], count=2)", "count", "expected names or a count, not both"),
        ("EachWay(names=['up', 'up'])", "names", "expected each name once"),
        (
            "Dose(Reps(10), ways='up')",
            "ways",
            "expected EachWay('direction'), or UNSAID, got 'up'",
        ),
        (
            "Sets(1, Reps(1), side='left')",
            "side",
            "expected a Side such as Side.LEFT, or UNSAID, got 'left'",
        ),
        ("Sets(1, Reps(1), warm_up=1)", "warm_up", "expected True or False, got 1"),
        ("EachSide(switch=5)", "switch", f"expected {LENGTHS}, got 5"),
    ],
)
def test_what_is_no_dose_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    assert [(path, reason)] == problems(written)
