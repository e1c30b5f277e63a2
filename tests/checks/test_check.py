"""Checks find what is doubtful, in the order of the prescription."""

import re

import pytest
from hypothesis import given

from kinescript.checks import CHECKS, Family, Finding, Severity, check
from kinescript.errors import ModelError
from kinescript.model import (
    Dose,
    Exercise,
    Hold,
    Item,
    Laterality,
    Phase,
    Prescription,
    Reps,
    Routine,
    Sets,
    hours,
    minutes,
    per_day,
)
from kinescript.testing import prescriptions

STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")


def at(prescription: Prescription, path: str) -> object:
    """Return what stands at *path*, each step of which must be there."""
    found: object = prescription
    for step in path.split("."):
        match = STEP.fullmatch(step)
        assert match is not None
        name, index = match.groups()
        found = getattr(found, name)
        if index is not None:
            assert isinstance(found, tuple)
            found = found[int(index)]
    return found


@given(prescriptions())
def test_every_prescription_can_be_checked(prescription: Prescription) -> None:
    """A finding names its check and severity, a place, what is there and what to do."""
    known = {(each.code, each.severity) for each in CHECKS}
    found = check(prescription)

    assert {(each.code, each.severity) for each in found} <= known
    assert all(each.message and each.hint for each in found)


@given(prescriptions())
def test_every_finding_is_about_something_that_is_there(prescription: Prescription) -> None:
    """The path of a finding leads to what it is about."""
    for finding in check(prescription):
        at(prescription, finding.path)


@given(prescriptions())
def test_checking_twice_finds_the_same(prescription: Prescription) -> None:
    """What is found depends on the prescription only."""
    assert check(prescription) == check(prescription)


def test_findings_stand_in_the_order_of_the_prescription() -> None:
    """What concerns the whole comes first, then each item's findings in order."""
    clamshell = Exercise("Clamshell", laterality=Laterality.UNILATERAL)
    items = [Item(clamshell, Dose(Hold(minutes(30)))), Item("Bridge")]
    prescription = Prescription("Hips", Phase("", Routine("", items)))

    assert [(each.path, each.code) for each in check(prescription)] == [
        ("precautions", "safety-advice"),
        ("phases[0].routines[0].items[0].dose", "ambiguous-side"),
        ("phases[0].routines[0].items[0].dose", "implausible-hold"),
        ("phases[0].routines[0].items[0]", "incomplete-amount"),
        ("phases[0].routines[0].items[1]", "incomplete-amount"),
    ]


def test_the_tenth_item_comes_after_the_second() -> None:
    """Places are in order by their numbers, not by their text."""
    items = [Item("Bridge", Dose(Reps(10))) for _ in range(11)]
    prescription = Prescription("Hips", Phase("", Routine("", items)), advice="ask")

    paths = [each.path for each in check(prescription)]

    assert paths == [f"phases[0].routines[0].items[{index}]" for index in range(11)]


def test_nothing_is_found_where_nothing_is_doubtful() -> None:
    """A prescription that says everything has no findings."""
    bridge = Item("Bridge", Dose(Sets(3, Reps(10))), frequency=per_day(1))
    prescription = Prescription("Hips", Phase("", Routine("", bridge)), precautions="no pain")

    assert check(prescription) == ()


def test_only_prescriptions_are_checked() -> None:
    """Anything but a prescription is refused."""
    with pytest.raises(ModelError, match="expected a Prescription"):
        check("bridge")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def test_huge_counts_are_checked_at_once() -> None:
    """Nobody walks through 10^12 repetitions, or days of 10^9 bouts, to check them."""
    dose = Dose(Sets(10**6, Reps(10**6, hold=hours(10**9))))
    items = [Item(f"Pulse {index}", dose, frequency=per_day(10**9)) for index in range(100)]
    prescription = Prescription("Huge", Phase("", Routine("", items)))

    found = check(prescription)

    assert {each.severity for each in found} == {Severity.ERROR, Severity.WARNING}
    assert len(found) < 4 * len(items)


def test_checks_make_a_table() -> None:
    """Each check has a code of its own, a title and a source; every family has a check."""
    assert len({each.code for each in CHECKS}) == len(CHECKS)
    assert all(each.title and each.source for each in CHECKS)
    assert {each.family for each in CHECKS} == set(Family)
    assert all(each.code.startswith(f"{each.family.value}-") for each in CHECKS)


def test_a_check_shows_itself_without_its_function() -> None:
    """The repr of a check is the same in every run."""
    assert " at 0x" not in repr(CHECKS)


def test_a_finding_is_a_value() -> None:
    """Equal findings are equal and hash alike."""
    one, other = (Finding("a", Severity.NOTE, "b", "c", "d") for _ in range(2))

    assert {one} == {other}
