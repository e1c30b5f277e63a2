"""How many and how long: what a policy makes of ranges, words and silence."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st

from kinescript.errors import ModelError
from kinescript.model import (
    EXPLOSIVE,
    UNSAID,
    Assumptions,
    Breaths,
    Choice,
    Count,
    Counts,
    Duration,
    Estimate,
    Length,
    Measured,
    Range,
    Side,
    Until,
    Within,
    Words,
    opposite,
    seconds,
)
from kinescript.testing import assumptions, counts, lengths
from kinescript.timelines import Basis, Ending, Policy, Timing

NAMES = ("hold", "rest", "switch", "activity", "lift", "inhale")
MILLISECOND = timedelta(milliseconds=1)

POLICY = Policy(
    assumptions=Assumptions(
        breath=Estimate(seconds(5), least=seconds(3), greatest=seconds(10)),
        count=Estimate(seconds(1), least=seconds(0.5), greatest=seconds(1.5)),
        rest=Estimate(seconds(60), least=seconds(30), greatest=seconds(120)),
        hold=seconds(10),
        words={"Briefly": Estimate(seconds(2), least=seconds(1), greatest=seconds(3))},
        open_end=2,
    )
)


def prescribed(least: int, length: int, greatest: int, ends: Ending = Ending.TIME) -> Timing:
    """Return the timing of a length that is written in time."""
    return Timing(
        length=length,
        least=least,
        greatest=greatest,
        amount=Duration(length),
        basis=Basis.PRESCRIBED,
        ends=ends,
    )


def counted(least: int, length: int, greatest: int, *, amount: Measured, assumption: str) -> Timing:
    """Return the timing of a length that is written in breaths or counts."""
    return Timing(
        length=length,
        least=least,
        greatest=greatest,
        amount=amount,
        ends=Ending.PERSON,
        assumption=assumption,
    )


def estimated(least: int, length: int, greatest: int, assumption: str, ends: Ending) -> Timing:
    """Return the timing of a length without a figure."""
    return Timing(length=length, least=least, greatest=greatest, ends=ends, assumption=assumption)


@pytest.mark.parametrize(
    ("written", "within", "expected"),
    [
        (seconds(10), Within.LEAST, prescribed(10_000, 10_000, 10_000)),
        (seconds(5, 10), Within.LEAST, prescribed(5_000, 5_000, 10_000)),
        (seconds(5, 10), Within.MIDDLE, prescribed(5_000, 7_500, 10_000)),
        (seconds(5, 10), Within.GREATEST, prescribed(5_000, 10_000, 10_000)),
        (Duration(Range(1, 4)), Within.MIDDLE, prescribed(1, 2, 4)),
        (seconds(30, None), Within.LEAST, prescribed(30_000, 30_000, 60_000, Ending.PERSON)),
        (seconds(30, None), Within.GREATEST, prescribed(30_000, 30_000, 60_000, Ending.PERSON)),
        (seconds(None, 45), Within.LEAST, prescribed(0, 45_000, 45_000)),
        (seconds(0, 5), Within.LEAST, prescribed(0, 0, 5_000)),
        (
            Breaths(20),
            Within.LEAST,
            counted(60_000, 100_000, 200_000, amount=Breaths(20), assumption="breath"),
        ),
        (
            Breaths(Range(4, 7)),
            Within.MIDDLE,
            counted(12_000, 25_000, 70_000, amount=Breaths(5), assumption="breath"),
        ),
        (
            Breaths(Range(4, None)),
            Within.MIDDLE,
            counted(12_000, 20_000, 80_000, amount=Breaths(4), assumption="breath"),
        ),
        (
            Breaths(Range(None, 4)),
            Within.LEAST,
            counted(3_000, 20_000, 40_000, amount=Breaths(4), assumption="breath"),
        ),
        (
            Breaths(Range(0, 4)),
            Within.LEAST,
            counted(0, 0, 40_000, amount=seconds(0), assumption="breath"),
        ),
        (
            Counts(Range(5, 10)),
            Within.GREATEST,
            counted(2_500, 10_000, 15_000, amount=Counts(10), assumption="count"),
        ),
        (UNSAID, Within.LEAST, estimated(30_000, 60_000, 120_000, "rest", Ending.TIME)),
        (Words("briefly"), Within.LEAST, estimated(1_000, 2_000, 3_000, "words", Ending.PERSON)),
        (Words("BRIEFLY"), Within.LEAST, estimated(1_000, 2_000, 3_000, "words", Ending.PERSON)),
        (
            Words("until the dizziness settles"),
            Within.GREATEST,
            estimated(30_000, 60_000, 120_000, "rest", Ending.PERSON),
        ),
        (EXPLOSIVE, Within.LEAST, estimated(30_000, 60_000, 120_000, "rest", Ending.PERSON)),
    ],
    ids=repr,
)
def test_lengths_become_time(written: Length, within: Within, expected: Timing) -> None:
    """What is written in time is prescribed; breaths, counts, words and silence are assumed."""
    assert expected == POLICY.timing(written, "rest", within)


@given(lengths(), st.sampled_from(NAMES), st.sampled_from(Within), assumptions())
def test_the_length_is_within_its_bounds(
    written: Length, name: str, within: Within, taken: Assumptions
) -> None:
    """Whatever is chosen is within bounds that do not depend on the choice."""
    policy = Policy(assumptions=taken)
    timing = policy.timing(written, name, within)
    usual = policy.timing(written, name, Within.LEAST)

    assert (usual.least, usual.greatest) == (timing.least, timing.greatest)
    assert timing.least <= timing.length <= timing.greatest


@given(lengths(), st.sampled_from(NAMES), st.sampled_from(Within))
def test_a_length_is_prescribed_or_has_its_assumption(
    written: Length, name: str, within: Within
) -> None:
    """A length is prescribed where time is written that bounds it, and else names its source."""
    timing = Policy().timing(written, name, within)

    figure = written.bounds if isinstance(written, Until) else written
    # About so long until a sign is assumed, and taken from what is written.
    is_about = isinstance(written, Until) and timing.least == timing.greatest
    assert (timing.basis is Basis.PRESCRIBED) == (isinstance(figure, Duration) and not is_about)
    assert bool(timing.assumption) == (not isinstance(figure, Duration))


@given(lengths(), st.sampled_from(NAMES), st.sampled_from(Within))
def test_the_amount_is_one_that_was_written(written: Length, name: str, within: Within) -> None:
    """The amount is one value of the range as written, and there is none without a figure."""
    amount = Policy().timing(written, name, within).amount
    figure = written.bounds if isinstance(written, Until) else written

    if isinstance(figure, Duration | Breaths | Counts):
        assert isinstance(amount, Duration | Breaths | Counts)
        chosen = figures(amount).low
        assert figures(amount).is_exact
        assert chosen in figures(figure)
        assert chosen == 0 or type(figure) is type(amount)
    else:
        assert amount is None


def figures(length: Measured) -> Range:
    """Return the range of a length in its own unit."""
    return length.milliseconds if isinstance(length, Duration) else length.count


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("prepare", Ending.TIME),
        ("transition", Ending.TIME),
        ("switch", Ending.TIME),
        ("rest", Ending.TIME),
        ("repetition", Ending.PERSON),
        ("lift", Ending.PERSON),
        ("lower", Ending.PERSON),
        ("inhale", Ending.PERSON),
        ("exhale", Ending.PERSON),
        ("hold", Ending.PERSON),
        ("activity", Ending.PERSON),
    ],
)
def test_the_person_ends_work_without_a_figure(name: str, expected: Ending) -> None:
    """Work whose length nobody wrote goes on until the person is done; pauses end by the clock."""
    timing = Policy().timing(UNSAID, name, Within.LEAST)
    estimate: Estimate = getattr(Assumptions(), name)

    assert expected is timing.ends
    assert name == timing.assumption
    assert estimate.least == timing.least * MILLISECOND
    assert estimate.likely == timing.length * MILLISECOND
    assert estimate.greatest == timing.greatest * MILLISECOND


@pytest.mark.parametrize(
    ("written", "within", "expected"),
    [
        (Range(3), Within.GREATEST, (3, 3, 3)),
        (Range(10, 15), Within.LEAST, (10, 10, 15)),
        (Range(10, 15), Within.MIDDLE, (12, 10, 15)),
        (Range(10, 15), Within.GREATEST, (15, 10, 15)),
        (Range(8, None), Within.LEAST, (8, 8, 16)),
        (Range(8, None), Within.GREATEST, (8, 8, 16)),
        (Range(None, 12), Within.LEAST, (12, 1, 12)),
        (Words("several"), Within.LEAST, (7, 7, 7)),
        (UNSAID, Within.GREATEST, (7, 7, 7)),
    ],
    ids=repr,
)
def test_counts_become_figures(
    written: Count, within: Within, expected: tuple[int, int, int]
) -> None:
    """A count is chosen in its range; an open end reaches twice as far, or down to 1."""
    bounds = POLICY.count(written, within, 7)

    assert expected == (bounds.chosen, bounds.least, bounds.greatest)


@given(counts(), st.sampled_from(Within))
def test_a_count_is_within_its_bounds(written: Count, within: Within) -> None:
    """Whatever is chosen is 1 or more, and within bounds that do not depend on the choice."""
    bounds, usual = (Policy().count(written, each, 1) for each in (within, Within.LEAST))

    assert (usual.least, usual.greatest) == (bounds.least, bounds.greatest)
    assert 1 <= bounds.least <= bounds.chosen <= bounds.greatest


def test_the_end_that_is_open_reaches_as_far_as_assumed() -> None:
    """Where nothing more than "at least 8" is assumed, it is never more than 8."""
    policy = Policy(assumptions=Assumptions(open_end=1))

    assert policy.count(Range(8, None), Within.LEAST, 1).greatest == 8


@pytest.mark.parametrize("side", Side)
def test_affected_stays_a_word_until_it_is_said(side: Side) -> None:
    """Without being told, no side is made up."""
    assert side is Policy().side(side)


@pytest.mark.parametrize("affected", [Side.LEFT, Side.RIGHT])
def test_affected_is_the_side_that_was_said(affected: Side) -> None:
    """The affected side is the one that was said, the unaffected the other; others stay."""
    policy = Policy(affected=affected)

    assert affected is policy.side(Side.AFFECTED)
    assert opposite(affected) is policy.side(Side.UNAFFECTED)
    for side in (Side.LEFT, Side.RIGHT, Side.BOTH):
        assert side is policy.side(side)


@pytest.mark.parametrize(
    ("arguments", "path", "reason"),
    [
        ({"affected": Side.BOTH}, "affected", "expected left or right, or unsaid"),
        ({"affected": "left"}, "affected", "expected left or right, or unsaid"),
        (
            {"choice": Within.LEAST},
            "choice",
            "expected a Choice, such as Choice(reps=Within.GREATEST)",
        ),
        (
            {"assumptions": {"breath": seconds(6)}},
            "assumptions",
            "expected Assumptions, such as Assumptions(breath=seconds(6))",
        ),
    ],
)
def test_what_is_no_policy_is_refused(arguments: dict[str, Any], path: str, reason: str) -> None:
    """A policy says which of its parts is wrong, and what would be accepted."""
    with pytest.raises(ModelError) as caught:
        Policy(**arguments)

    assert path == caught.value.path
    assert caught.value.reason.startswith(f"{reason}, got ")


def test_by_default_the_least_is_chosen() -> None:
    """A policy of nothing is the default choice and the default assumptions."""
    assert Policy(Choice(), Assumptions(), UNSAID) == Policy()
