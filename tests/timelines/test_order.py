"""Rounds without parts stand for themselves."""

from datetime import timedelta

from kinescript.model import (
    UNSAID,
    AllOf,
    AnyOf,
    Branch,
    Case,
    Circuit,
    Dose,
    Item,
    Reps,
    Rest,
    Routine,
    Section,
    Series,
    Sets,
    Sign,
    Timed,
    Until,
    minutes,
    seconds,
)
from kinescript.timelines import StepKind, timeline
from kinescript.timelines._order import first_of, last_of
from kinescript.timelines._tree import StepNode, Timing


def test_a_step_is_its_own_first_and_last_part() -> None:
    """What has no parts is its own first and last."""
    step = StepNode(StepKind.REST, Timing(length=1, least=1, greatest=1))

    assert first_of(step) is step
    assert last_of(step) is step


def test_what_has_no_dose_fills_its_section() -> None:
    """A section of ten minutes gives what is left of it to the items without a dose."""
    jog, squat = Item("Jog"), Item("Squat", Timed(minutes(2)))
    made = timeline(Routine("", Section((jog, squat), length=minutes(10))))
    lengths = {step.exercise.name: step.duration for step in made if step.exercise is not None}

    assert lengths["Squat"] == timedelta(minutes=2)
    assert lengths["Jog"] > timedelta(minutes=5)


def test_sets_that_end_in_a_rest_need_no_other() -> None:
    """Between sets that end in a rest, no rest is assumed."""
    work = Series((Timed(seconds(10)), Rest(seconds(5))))
    made = timeline(Item("Row", Dose(Sets(3, work))))
    rests = [step for step in made if step.kind is StepKind.REST]

    assert [step.duration for step in rests] == [seconds(5).low] * 3


def test_several_signs_are_told_together() -> None:
    """A step that ends on signs says all of them."""
    both = timeline(Item("Row", Timed(Until(AllOf(("tired", "warm"))))))
    either = timeline(Item("Row", Timed(Until(AnyOf(("tired", "warm"))))))

    assert "tired and warm" in both[-1].text
    assert "tired or warm" in either[-1].text
    assert Sign("tired") == Sign("tired", UNSAID)


def test_fewer_turns_than_parts_do_the_first() -> None:
    """One turn of two parts is the first part alone."""
    parts = (Item("A", Dose(Reps(1))), Item("B", Dose(Reps(1))))
    made = timeline(Routine("", Circuit(parts, 1, turns=True)))

    assert {step.exercise.name for step in made if step.exercise is not None} == {"A"}
    assert Branch(Case("x")).cases == (Case("x"),)
