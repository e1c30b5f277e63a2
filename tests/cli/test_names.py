"""Every part of a prescription has a name to be told by."""

from collections.abc import Callable

import pytest
from click.testing import Result
from hypothesis import given

from kinescript.cli._names import WHOLE, name_of, names
from kinescript.model import (
    Branch,
    Case,
    Circuit,
    Component,
    Dose,
    Item,
    Phase,
    Pick,
    Prescription,
    Reps,
    Rest,
    Role,
    Routine,
    Section,
    Superset,
    seconds,
    walk,
)
from kinescript.testing import prescriptions

SQUAT = Item("Squat", Dose(Reps(10)))


@given(prescriptions())
def test_every_item_is_called_by_its_exercise(prescription: Prescription) -> None:
    """The path that the model gives an item leads to the name of its exercise."""
    called = names(prescription)

    for at_phase, phase in enumerate(prescription.phases):
        for at_routine, routine in enumerate(phase.routines):
            for index, part in enumerate(routine.items):
                path = f"phases[{at_phase}].routines[{at_routine}].items[{index}]"
                assert called[path] == name_of(part)
                for inside, item in walk(part, path):
                    assert called[inside] == item.exercise.name


@pytest.mark.parametrize(
    ("part", "name"),
    [
        (SQUAT, "Squat"),
        (Rest(seconds(60)), "rest"),
        (Section(SQUAT), "section"),
        (Section(SQUAT, role=Role.WARM_UP), "warm-up"),
        (Section(SQUAT, role=Role.WARM_UP, name="Part A"), "Part A"),
        (Circuit(SQUAT, 3), "circuit"),
        (Circuit(SQUAT, 3, name="Legs"), "Legs"),
        (Superset((SQUAT, SQUAT)), "superset"),
        (Pick(SQUAT, 1), "pick"),
        (Branch(Case("swelling", SQUAT)), "branch"),
    ],
)
def test_groups_are_called_what_they_are(part: Component, name: str) -> None:
    """A group without a name is told by its kind, and a section by its role."""
    assert name_of(part) == name


@pytest.mark.parametrize(
    ("phase", "routine", "called"),
    [
        ("", "", [WHOLE, WHOLE]),
        ("Acute", "", ["Acute", "Acute"]),
        ("", "Morning", [WHOLE, "Morning"]),
        ("Acute", "Morning", ["Acute", "Morning"]),
    ],
)
def test_what_has_no_name_has_that_of_what_is_around_it(
    phase: str, routine: str, called: list[str]
) -> None:
    """Phases and routines without a name are told as what they are part of."""
    found = names(Prescription("Home", Phase(phase, Routine(routine, SQUAT))))

    assert [found[path] for path in ("phases[0]", "phases[0].routines[0]")] == called


def test_assumptions_in_groups_name_their_item(run: Callable[..., Result]) -> None:
    """What is assumed of an item in a circuit of a case stands under the item's name."""
    text = "branch:\n  case good day:\n    circuit Legs: 2 rounds\n      Squat: 8-12\n"

    told = run("plan", "-", "--start", "2026-11-23", "--case", "good day", text=text).stdout

    assert 'repetitions 8 for "8 to 12"' in told


def test_a_case_that_nobody_has_is_told(run: Callable[..., Result]) -> None:
    """A misspelt case is a mistake on the command line."""
    text = "branch:\n  case good day:\n    Squat: 10\n"

    told = run("plan", "-", "--start", "2026-11-23", "--case", "god day", text=text)

    assert told.exit_code == 2
    assert "--case" in told.stderr


def test_items_of_a_superset_have_their_names() -> None:
    """Each item whose sets take turns is called by its exercise."""
    pair = Superset((SQUAT, Item("Lunge", Dose(Reps(10)))))
    found = names(Prescription("Home", Phase("", Routine("", pair))))

    assert found["phases[0].routines[0].items[0].items[1]"] == "Lunge"
