"""Sides and ways that take turns: how counts and lengths are shared, and in what order."""

import pytest
from hypothesis import given, strategies as st

from kinescript.model import (
    UNSAID,
    Counted,
    Dose,
    EachSide,
    EachWay,
    Hold,
    Item,
    Order,
    Range,
    Repeat,
    Reps,
    Sets,
    Side,
    Timed,
    Work,
    metres,
    minutes,
    seconds,
)
from kinescript.timelines import Step, StepKind, Timeline, timeline

PAUSES = {StepKind.REST, StepKind.SWITCH}
TOTAL = Counted.IN_TOTAL


def lay(of: Sets | Work, sides: EachSide | None = None, ways: EachWay | None = None) -> Timeline:
    """Lay out sets on both sides, the left first, in each of the ways."""
    dose = Dose(
        of,
        sides=UNSAID if sides is None else sides,
        ways=UNSAID if ways is None else ways,
    )
    return timeline(Item("Exercise", dose))


def each(order: Order, *, every: int = 1, counted: Counted = Counted.PER_SIDE) -> EachSide:
    """Return sides of which the left one begins."""
    return EachSide(order, first=Side.LEFT, every=every, counted=counted)


def told(made: Timeline) -> str:
    """Tell side, numbers and way of steps, pauses in brackets, without getting ready."""
    return " ".join(map(_word, made[1:]))


def _word(step: Step) -> str:
    side = step.side.value[0].upper() if step.side else ""
    places = ".".join(str(place.number) for place in step.places)
    if step.kind in PAUSES:
        return f"({step.kind.value} {side}{places})"
    return f"{side}{places}{step.way or ''}" or "-"


@pytest.mark.parametrize(
    ("of", "sides", "expected"),
    [
        (Reps(5), each(Order.BY_REP, counted=TOTAL), "L1 R2 L3 R4 L5"),
        (Reps(1), each(Order.BY_REP, counted=TOTAL), "L1"),
        (
            Reps(3, rest=seconds(9)),
            each(Order.BY_REP, counted=TOTAL),
            "L1 (rest 1) R2 (rest 2) L3",
        ),
        (
            Reps(3, rest=seconds(1)),
            EachSide(Order.BY_REP, first=Side.LEFT, switch=seconds(5), counted=TOTAL),
            "L1 (rest 1) (switch R1) R2 (rest 2) (switch L2) L3",
        ),
        (Reps(5), each(Order.BY_REP, every=2), "L1 L2 R1 R2 L3 L4 R3 R4 L5 R5"),
        (Reps(1), each(Order.BY_REP, every=2), "L1 R1"),
        (Reps(7), each(Order.BY_REP, every=2, counted=TOTAL), "L1 L2 R3 R4 L5 L6 R7"),
        (
            Repeat(Hold(seconds(5)), 3),
            each(Order.BY_REP, counted=TOTAL),
            "L1 (switch R1) R2 (switch L2) L3",
        ),
        (
            Sets(3, Reps(1)),
            each(Order.BY_SET, every=2),
            "L1.1 (rest 1) L2.1 (switch R2) R1.1 (rest 1) R2.1 (rest 2) L3.1 (switch R3) R3.1",
        ),
        (
            Sets(3, Reps(2)),
            each(Order.BY_SET, counted=TOTAL),
            "L1.1 L1.2 (rest 1) R2.1 R2.2 (rest 2) L3.1 L3.2",
        ),
        (
            Sets(1, Reps(3)),
            each(Order.BY_SET, counted=TOTAL),
            "L1.1 L1.2 (switch R1) R1.1",
        ),
        (
            Sets(2, Reps(3)),
            each(Order.BY_DOSE, counted=TOTAL),
            "L1.1 L1.2 (rest 1) L2.1 L2.2 (switch R) R1.1 (rest 1) R2.1",
        ),
        (
            Sets(2, Reps(3)),
            each(Order.HALF_WAY),
            "L1.1 L1.2 (switch R1) R1.1 (rest 1) L2.1 L2.2 (switch R2) R2.1",
        ),
    ],
    ids=repr,
)
def test_sides_share_what_is_counted_in_total(
    of: Sets | Work, sides: EachSide, expected: str
) -> None:
    """In total each side does half, the first one more; per side each does it all."""
    assert expected == told(lay(of, sides))


@given(
    st.integers(1, 30),
    st.integers(1, 4),
    st.sampled_from(Counted),
)
def test_alternating_repetitions_are_counted_out(reps: int, every: int, counted: Counted) -> None:
    """Each repetition comes once in all, or once per side, and the sides change when due."""
    made = lay(Reps(reps), each(Order.BY_REP, every=every, counted=counted))
    worked = [(step.side, step.rep) for step in made[1:]]
    numbers = range(1, reps + 1)
    chunks = [list(numbers[start : start + every]) for start in range(0, reps, every)]
    if counted is TOTAL:
        sides = [(Side.LEFT, Side.RIGHT)[index % 2] for index in range(len(chunks))]
        expected = [
            (side, number) for side, chunk in zip(sides, chunks, strict=True) for number in chunk
        ]
    else:
        expected = [
            (side, number)
            for chunk in chunks
            for side in (Side.LEFT, Side.RIGHT)
            for number in chunk
        ]

    assert expected == worked
    assert {reps} == {step.reps for step in made[1:]}


@pytest.mark.parametrize("order", [Order.BY_REP, Order.BY_SET, Order.BY_DOSE, Order.HALF_WAY])
@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (Hold(seconds(31)), (15.5, 15.5)),
        (Timed(seconds(0.005)), (0.003, 0.002)),
        (Timed(minutes(2)), (60, 60)),
        (metres(100), (37.5, 37.5)),
    ],
    ids=repr,
)
def test_sides_share_a_length(order: Order, work: Work, expected: tuple[float, float]) -> None:
    """What lasts so long in total, or changes half way, is half on each side."""
    sides = each(order, counted=Counted.PER_SIDE if order is Order.HALF_WAY else TOTAL)
    worked = [step for step in lay(work, sides)[1:] if step.kind is not StepKind.SWITCH]

    assert [step.side for step in worked] == [Side.LEFT, Side.RIGHT]
    assert expected == tuple(step.duration.total_seconds() for step in worked)


@given(st.integers(1, 5), st.integers(0, 5))
def test_halves_have_the_bounds_of_the_whole(low: int, more: int) -> None:
    """Halves of a range of repetitions have halves of its bounds."""
    exact = EachSide(Order.BY_DOSE, switch=seconds(0), counted=TOTAL)
    one, both = (lay(Reps(Range(low, low + more)), sides) for sides in (None, exact))

    assert (one.least, one.duration, one.greatest) == (both.least, both.duration, both.greatest)


def test_a_time_in_total_is_shared_and_not_what_is_repeated_in_it() -> None:
    """A minute in total of 20 s each is half a minute a side, of whole passes and a cut one."""
    made = lay(Repeat(Timed(seconds(20)), minutes(1)), each(Order.BY_DOSE, counted=TOTAL))

    assert [step.duration.total_seconds() for step in made[1:]] == [20, 10, 5, 20, 10]


@pytest.mark.parametrize(
    ("of", "ways", "expected"),
    [
        (
            Reps(2),
            EachWay(),
            "1.1direction 1 of 2 1.2direction 1 of 2 2.1direction 2 of 2 2.2direction 2 of 2",
        ),
        (Hold(seconds(5)), EachWay("eye", count=3), "1eye 1 of 3 2eye 2 of 3 3eye 3 of 3"),
        (Hold(seconds(5)), EachWay(names=("up", "down")), "1up 2down"),
        (
            Sets(2, Hold(seconds(5))),
            EachWay(names=("up", "down"), order=Order.BY_DOSE),
            "1.1up (rest 1.1) 1.2up 2.1down (rest 2.1) 2.2down",
        ),
        (
            Sets(2, Hold(seconds(5))),
            EachWay(names=("up", "down"), order=Order.BY_SET),
            "1.1up 1.2down (rest 1) 2.1up 2.2down",
        ),
        (
            Reps(2),
            EachWay(names=("up", "down"), order=Order.BY_REP),
            "1.1up 1.2down 2.1up 2.2down",
        ),
        (
            Reps(3),
            EachWay(names=("up", "down"), order=Order.HALF_WAY),
            "1.1up 1.2up 2.1down",
        ),
        (
            Reps(2),
            EachWay(names=("up", "down", "out"), order=Order.HALF_WAY),
            "1.1up 1.2down 1.3out 2.1up 2.2down 2.3out",
        ),
    ],
    ids=repr,
)
def test_each_way_is_done_and_told(of: Sets | Work, ways: EachWay, expected: str) -> None:
    """Every way has a name, or a number, and all of the counts for itself."""
    assert expected == told(lay(of, None, ways))


@pytest.mark.parametrize(
    ("sides", "ways", "expected"),
    [
        (Order.BY_DOSE, Order.BY_DOSE, "L1.1up L2.1down (switch R) R1.1up R2.1down"),
        (Order.BY_SET, Order.BY_DOSE, "L1.1up L2.1down (switch R) R1.1up R2.1down"),
        (Order.BY_DOSE, Order.BY_REP, "L1.1up L1.2down (switch R) R1.1up R1.2down"),
        (Order.BY_REP, Order.BY_SET, "L1.1up L1.2down R1.1up R1.2down"),
    ],
)
def test_ways_are_within_each_side(sides: Order, ways: Order, expected: str) -> None:
    """A side is done in each way before the other side is."""
    made = lay(Reps(1), each(sides), EachWay(names=("up", "down"), order=ways))

    assert expected == told(made)


@pytest.mark.parametrize("order", Order)
def test_turns_cost_no_more_for_more(order: Order) -> None:
    """A million sets of a million repetitions that take turns are laid out at once."""
    sides = each(order, every=7, counted=TOTAL)
    made = lay(Sets(10**6, Reps(10**6)), sides, EachWay(count=2))
    middle = made.index_at(made.duration / 2)

    assert len(made) >= 10**12
    assert made[middle] == made.at(made.duration / 2)
