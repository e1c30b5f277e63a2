"""Cues: what is said at which instant of a session."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from kinescript.errors import LimitError
from kinescript.limits import EXPANDED_STEPS
from kinescript.model import (
    Assumptions,
    Dose,
    EachSide,
    Hold,
    Item,
    Order,
    Reps,
    Rest,
    Routine,
    Series,
    Sets,
    seconds,
)
from kinescript.testing import assumptions, choices, items, routines
from kinescript.timelines import Cue, CueKind, Step, StepKind, Timeline, cues, timeline

ZERO = timedelta(0)
SECOND = timedelta(seconds=1)
INSTANT = timedelta.resolution
LISTED = 500
WAITING = {StepKind.PREPARE, StepKind.REST, StepKind.SWITCH, StepKind.TRANSITION}

EMPTY = timeline(Routine("nothing", ()))
PULSES = timeline(Item("Pulse", Dose(Sets(10**6, Reps(10**6)))))


def timelines() -> st.SearchStrategy[Timeline]:
    """Make timelines of routines, the empty one among them, under any choice and assumptions."""
    of = items(small=True) | routines(small=True)
    made = st.builds(timeline, of, choice=choices(), assumptions=assumptions())
    return made.filter(lambda each: len(each) < LISTED)


def told(said: tuple[Cue, ...]) -> list[str]:
    """Tell when and what each cue says, and about which step."""
    return [
        f"{cue.at / SECOND:g} {cue.kind.value} {cue.count or cue.step.kind.value}" for cue in said
    ]


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        (
            Dose(Sets(2, Reps(2, hold=seconds(4)), rest=seconds(2))),
            """
            0 start prepare, 7 count-in 3, 8 count-in 2, 9 count-in 1
            10 start lift, 12 start hold, 16 start lower
            18 last rep lift, 18 start lift, 20 start hold, 24 start lower
            26 start rest, 26 count-in 2, 27 count-in 1
            28 last set lift, 28 start lift, 30 start hold, 34 start lower
            36 last rep lift, 36 start lift, 38 start hold, 42 start lower, 44 finish lower
            """,
        ),
        (
            Dose(Hold(seconds(30)), sides=EachSide(switch=seconds(3))),
            """
            0 start prepare, 7 count-in 3, 8 count-in 2, 9 count-in 1
            10 start hold, 25 half-way hold
            40 switch switch, 40 count-in 3, 41 count-in 2, 42 count-in 1
            43 start hold, 58 half-way hold, 73 finish hold
            """,
        ),
        (
            Dose(Sets(2, Hold(seconds(5)), rest=seconds(20)), sides=EachSide(Order.BY_SET)),
            """
            0 start prepare, 7 count-in 3, 8 count-in 2, 9 count-in 1
            10 start hold, 15 switch switch, 17 count-in 3, 18 count-in 2, 19 count-in 1
            20 start hold, 25 start rest
            42 count-in 3, 43 count-in 2, 44 count-in 1
            45 last set hold, 45 start hold
            50 switch switch, 52 count-in 3, 53 count-in 2, 54 count-in 1
            55 start hold, 60 finish hold
            """,
        ),
        (
            Dose((Sets(1, Hold(seconds(5)), rest=seconds(0.5)), Sets(1, Hold(seconds(5))))),
            """
            0 start prepare, 7 count-in 3, 8 count-in 2, 9 count-in 1
            10 start hold, 15 start rest, 15.5 last set hold, 15.5 start hold, 20.5 finish hold
            """,
        ),
        (
            Dose(Series((Hold(seconds(5)), Rest(seconds(9))))),
            """
            0 start prepare, 7 count-in 3, 8 count-in 2, 9 count-in 1
            10 start hold, 15 start rest, 24 finish rest
            """,
        ),
        (
            Dose(Hold(seconds(20.001))),
            """
            0 start prepare, 7 count-in 3, 8 count-in 2, 9 count-in 1
            10 start hold, 20.0005 half-way hold, 30.001 finish hold
            """,
        ),
        (
            Dose(Hold(seconds(19.999))),
            """
            0 start prepare, 7 count-in 3, 8 count-in 2, 9 count-in 1
            10 start hold, 29.999 finish hold
            """,
        ),
    ],
)
def test_each_kind_of_cue_has_its_place(dose: Dose, expected: str) -> None:
    """Starts, switches, the last of several, half-ways, count-ins and the finish fall as listed."""
    lines = [line.strip().split(", ") for line in expected.strip().splitlines()]

    assert [cue for line in lines for cue in line] == told(cues(timeline(Item("Plank", dose))))


def test_a_hold_of_exactly_20_seconds_has_a_half_way() -> None:
    """Work is long from 20 s on, and not only beyond."""
    made = timeline(Item("Plank", Dose(Hold(seconds(20)))))

    assert [cue.at for cue in cues(made) if cue.kind is CueKind.HALF_WAY] == [20 * SECOND]


def test_an_only_set_is_not_announced_as_the_last() -> None:
    """One set of one repetition is neither a last set nor a last repetition."""
    said = cues(timeline(Item("Squat", Dose(Sets(1, Reps(1))))))

    assert {CueKind.START, CueKind.COUNT_IN, CueKind.FINISH} == {cue.kind for cue in said}


def test_each_item_announces_its_own_last_set() -> None:
    """The last set is announced once for every exercise, even if nothing stands between two."""
    item = Item("Plank", Dose(Sets(2, Hold(seconds(5)))))
    made = timeline(Routine("", [item, item]), assumptions=Assumptions(transition=seconds(0)))

    assert [cue.at for cue in cues(made) if cue.kind is CueKind.LAST_SET] == [
        75 * SECOND,
        145 * SECOND,
    ]


@given(timelines())
def test_cues_are_sorted_and_inside_the_session(made: Timeline) -> None:
    """Cues come in the order in which they are said, and the finish is the last one."""
    said = cues(made)
    at = [cue.at for cue in said]

    assert sorted(at) == at
    assert all(ZERO <= when <= made.duration for when in at)
    assert [index for index, cue in enumerate(said) if cue.kind is CueKind.FINISH] == (
        [len(said) - 1] if made else []
    )


@given(timelines())
def test_every_step_is_announced_as_it_starts(made: Timeline) -> None:
    """Each step has one cue to start, which for a change of sides is the switch."""
    opening = {CueKind.START, CueKind.SWITCH}
    announced = [cue for cue in cues(made) if cue.kind in opening]

    assert list(made) == [cue.step for cue in announced]
    for cue in announced:
        assert cue.step.start == cue.at
        assert (cue.step.kind is StepKind.SWITCH) == (cue.kind is CueKind.SWITCH)


@given(timelines())
def test_long_steps_have_a_half_way(made: Timeline) -> None:
    """Exactly the work of 20 s and more has a half-way cue, in its middle."""
    assert [
        (step.start + step.duration / 2, step)
        for step in made
        if step.duration >= 20 * SECOND and step.kind not in WAITING
    ] == [(cue.at, cue.step) for cue in cues(made) if cue.kind is CueKind.HALF_WAY]


@given(timelines())
def test_waiting_is_counted_down(made: Timeline) -> None:
    """The last three whole seconds before what follows a wait are counted, each with its number."""
    expected = [
        (step.end - left * SECOND, left, following)
        for step, following in pairwise(made)
        for left in (3, 2, 1)
        if step.kind in WAITING and step.duration >= left * SECOND
    ]

    assert expected == [
        (cue.at, cue.count, cue.step) for cue in cues(made) if cue.kind is CueKind.COUNT_IN
    ]


@given(timelines())
def test_only_count_ins_count(made: Timeline) -> None:
    """A cue has a number exactly where it counts in."""
    for cue in cues(made):
        assert (cue.kind is CueKind.COUNT_IN) == (cue.count > 0)


@given(st.integers(2, 4), st.integers(2, 4), st.sampled_from(Order))
def test_the_last_of_several_is_announced_once(sets: int, reps: int, order: Order) -> None:
    """The last set and the last repetition have one cue each time that they begin."""
    made = timeline(Item("Squat", Dose(Sets(sets, Reps(reps)), sides=EachSide(order))))
    said = Counter(cue.kind for cue in cues(made))
    passes = {
        Order.BY_DOSE: (2, 2 * sets),
        Order.BY_SET: (1, 2 * sets),
        Order.BY_REP: (1, sets),
        # Half of two or three repetitions may be one, which is not announced as the last.
        Order.HALF_WAY: (1, sets * {2: 0, 3: 1, 4: 2}[reps]),
    }

    assert passes[order] == (said[CueKind.LAST_SET], said[CueKind.LAST_REP])


@given(st.data(), timelines())
def test_parts_of_a_session_have_their_own_cues(data: st.DataObject, made: Timeline) -> None:
    """Asked for in parts, split at any instants, a session has the same cues."""
    edges = [ZERO, *(cue.at for cue in cues(made)), made.duration + INSTANT]
    near = [edge + shift for edge in edges for shift in (-INSTANT, ZERO, INSTANT)]
    instants = st.sampled_from(near) | st.timedeltas(ZERO, made.duration)
    first, second = sorted(data.draw(st.tuples(instants, instants)))

    assert cues(made) == (
        *cues(made, end=first),
        *cues(made, first, second),
        *cues(made, start=second),
    )


def test_the_finish_belongs_to_what_follows() -> None:
    """Whoever asks up to the end hears of the finish only on asking from the end."""
    made = timeline(Item("Plank", Dose(Hold(seconds(5)))))

    assert CueKind.FINISH not in {cue.kind for cue in cues(made, end=made.duration)}
    assert cues(made, start=made.duration) == (Cue(made.duration, CueKind.FINISH, made[-1]),)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (timedelta.min, ZERO),
        (5 * SECOND, 5 * SECOND),
        (9 * SECOND, 5 * SECOND),
        (ZERO, timedelta.min),
        (10**9 * SECOND, timedelta.max),
    ],
)
def test_nothing_is_said_in_no_time(start: timedelta, end: timedelta) -> None:
    """An empty stretch of time, or one outside of the session, has no cues."""
    made = timeline(Item("Plank", Dose(Hold(seconds(30)))))

    assert cues(made, start, end) == ()


def test_an_empty_timeline_says_nothing() -> None:
    """Where nothing starts, nothing finishes."""
    assert cues(EMPTY) == ()


def test_cues_are_made_for_so_many_steps_only() -> None:
    """More steps than the limit are refused; a part of the same timeline is not."""
    with pytest.raises(LimitError) as caught:
        cues(PULSES)

    assert f"expected at most {EXPANDED_STEPS} steps, got {len(PULSES)}" == str(caught.value)

    said = cues(PULSES, PULSES.duration - 8 * SECOND)
    late = [(cue.at - PULSES.duration) / SECOND for cue in said]
    assert list(zip(late, (cue.kind.value for cue in said), strict=True)) == [
        (-8, "start"),
        (-4, "last rep"),
        (-4, "start"),
        (0, "finish"),
    ]


def test_a_step_that_is_under_way_is_not_announced_again() -> None:
    """From the middle of a step, only what is still to be said is said."""
    made = timeline(Item("Plank", Dose(Hold(seconds(30)))))
    step: Step = made[1]

    assert (
        Cue(25 * SECOND, CueKind.HALF_WAY, step),
        Cue(40 * SECOND, CueKind.FINISH, step),
    ) == cues(made, 11 * SECOND)
