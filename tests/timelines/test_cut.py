"""Cutting and filling: what is cut short is the beginning of the whole."""

from datetime import timedelta

import attrs
from hypothesis import assume, given, strategies as st

from kinescript.model import (
    Assumptions,
    Choice,
    Dose,
    Hold,
    Item,
    Repeat,
    Reps,
    Routine,
    Series,
    Timed,
    Work,
    minutes,
    seconds,
)
from kinescript.testing import assumptions, choices, items, routines
from kinescript.timelines import Basis, Ending, Step, StepKind, Timeline, timeline
from kinescript.timelines._cut import cut

MILLISECOND = timedelta(milliseconds=1)
LISTED = 300


def same(step: Step) -> Step:
    """Return a step without what cutting changes: how long, and how that is known."""
    none = timedelta(0)
    return attrs.evolve(
        step,
        duration=none,
        least=none,
        greatest=none,
        amount=None,
        basis=Basis.ASSUMED,
        ends=Ending.TIME,
    )


@given(st.data(), items(small=True) | routines(small=True), choices(), assumptions())
def test_what_is_cut_is_the_beginning(
    data: st.DataObject, of: Item | Routine, choice: Choice, taken: Assumptions
) -> None:
    """Cut anywhere, a timeline has the same steps up to there, and the last one is shorter."""
    made = timeline(of, choice=choice, assumptions=taken)
    assume(made.duration > timedelta(0))
    length = data.draw(st.integers(1, made.tree.length))
    short = Timeline(cut(made.tree, length))
    begun = made.between(timedelta(0), length * MILLISECOND)

    assert length * MILLISECOND == short.duration
    assert len(begun) == len(short)
    assert short.least <= short.duration <= short.greatest
    assert list(begun[: min(LISTED, len(begun) - 1)]) == list(short[: min(LISTED, len(short) - 1)])
    assert same(begun[-1]) == same(short[-1])
    assert short[-1].least <= short[-1].duration <= short[-1].greatest


def test_a_step_that_is_cut_tells_so() -> None:
    """What is left of a step has no amount of its own, and the clock ends it."""
    work = Repeat(Series((Timed(seconds(20)), Hold(seconds(10)))), minutes(1.75))
    last = timeline(Item("Plank", Dose(work)))[-1]

    assert (last.duration, last.least, last.greatest) == (timedelta(seconds=15),) * 3
    assert (last.amount, last.basis, last.ends) == (None, Basis.ASSUMED, Ending.TIME)
    assert last.written == seconds(20)


def works() -> st.SearchStrategy[Work]:
    """Make work that takes time, by repetitions, holds and series of them."""
    leaves = st.builds(Reps, st.integers(1, 3)) | st.integers(1, 9).map(seconds).map(Hold)
    return leaves | st.lists(leaves, min_size=2, max_size=3).map(Series)


@given(works(), st.integers(1, 200), st.integers(0, 9))
def test_a_time_is_filled_with_passes(work: Work, long: int, pause: int) -> None:
    """Repeated for a time, work has as many passes as fit, the last of them cut short."""
    often = timeline(Item("X", Dose(Repeat(work, 200, between=seconds(pause)))))
    until = timeline(Item("X", Dose(Repeat(work, seconds(long), between=seconds(pause)))))
    ready = often[0].end

    assert timedelta(seconds=long) == until.duration - ready
    assert (until.least, until.greatest) == (
        until[0].least + timedelta(seconds=long),
        until[0].greatest + timedelta(seconds=long),
    )
    begun = often.between(timedelta(0), until.duration)
    assert [(step.kind, step.start, step.rep) for step in begun] == [
        (step.kind, step.start, step.rep) for step in until
    ]
    assert [step.places[0].number for step in begun[1:]] == [
        step.places[0].number for step in until[1:]
    ]
    works_on = [step for step in until[1:] if step.kind is not StepKind.REST]
    assert {works_on[-1].places[0].number} == {step.places[0].of for step in until[1:]}


def test_a_time_of_work_that_takes_none_is_one_step() -> None:
    """What takes no time cannot fill any: its time is one activity."""
    none = Assumptions(repetition=seconds(0))
    made = timeline(
        Item("X", Dose(Repeat(Series((Reps(1), Reps(2))), minutes(2)))), assumptions=none
    )

    assert [step.kind for step in made] == [StepKind.PREPARE, StepKind.ACTIVITY]
    assert made[1].amount == minutes(2)


def test_a_time_of_many_passes_costs_no_more() -> None:
    """Filling a day with work of a millisecond makes a tree as small as any."""
    made = timeline(Item("X", Dose(Repeat(Hold(seconds(0.001)), minutes(1440)))))

    assert len(made) == 1 + 86_400_000
    assert made[-1].places[0].number == 86_400_000
