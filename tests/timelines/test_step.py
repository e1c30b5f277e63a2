"""The step: when it ends and where in the counting it stands."""

from datetime import timedelta

import attrs
import pytest
from hypothesis import given

from kinescript.model import Dose, Hold, Item, Repeat, Reps, Sets, seconds
from kinescript.testing import items
from kinescript.timelines import Level, Place, Step, timeline

PULSES = timeline(Item("Pulse", Dose(Sets(2, Repeat(Reps(5), 3)))))


def test_a_step_ends_after_its_duration() -> None:
    """The end is the start plus the duration."""
    assert timedelta(seconds=14) == PULSES[1].end


def test_places_stand_from_the_outside_in() -> None:
    """A step knows its number at every level around it, the outermost first."""
    expected = (Place(Level.SET, 2, 2), Place(Level.PASS, 3, 3), Place(Level.REP, 5, 5))

    assert expected == PULSES[-1].places


def test_set_and_repetition_are_numbered_from_one() -> None:
    """The numbers of the set and of the repetition come with how many there are."""
    step = attrs.evolve(PULSES[-1], places=(Place(Level.SET, 2, 3), Place(Level.REP, 7, 10)))

    assert (step.set, step.sets, step.rep, step.reps) == (2, 3, 7, 10)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (PULSES[0], (None, None, None, None)),
        (timeline(Item("Plank", Dose(Sets(3, Hold(seconds(9))))))[1], (1, 3, None, None)),
        (timeline(Item("Squat", Dose(Reps(12))))[1], (None, None, 1, 12)),
    ],
    ids=["neither", "no repetition", "no set"],
)
def test_what_is_not_counted_has_no_number(
    step: Step, expected: tuple[int | None, int | None, int | None, int | None]
) -> None:
    """Outside of sets there is no set, and outside of repetitions no repetition."""
    assert expected == (step.set, step.sets, step.rep, step.reps)


@given(items(small=True))
def test_numbers_are_within_their_totals(item: Item) -> None:
    """Every place counts from 1 to how many there are, and each step stands in one set at most."""
    for step in timeline(item):
        levels = [place.level for place in step.places]

        assert all(1 <= place.number <= place.of for place in step.places)
        assert levels.count(Level.SET) <= 1
        assert levels.count(Level.REP) <= 1
