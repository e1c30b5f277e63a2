"""Values that are not on their scale, and intensities that nobody reaches."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from tests.checks.written import found, messages

from kinescript.checks import Severity
from kinescript.model import (
    Compared,
    Comparison,
    Dose,
    Item,
    Phase,
    Prescription,
    Range,
    Reps,
    Routine,
    Share,
    Sign,
    SymptomLimit,
    Target,
    Unit,
)

VALUE, INTENSITY = "impossible-value", "implausible-intensity"


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("pain <= 15/10", "“pain <= 15/10” is not on a scale that ends at 10"),
        ("pain <= 5-15/10", "“pain <= 5 to 15/10” is not on a scale that ends at 10"),
        ("stop if dizziness > 12/10", "“dizziness > 12/10” is not on a scale that ends at 10"),
        ("stop if pain > 10/10", "“pain > 10/10” can never be: the scale ends at 10"),
        ("stop if pain > 5/5", "“pain > 5/5” can never be: the scale ends at 5"),
        ("stop if pain < 0/10", "“pain < 0/10” can never be: the scale begins at 0"),
        ("stop if pain > 4/10 and dizziness > 11/10", "“dizziness > 11/10” is not on a scale"),
        ("build load if pain < 30/10", "“pain < 30/10” is not on a scale"),
        ("pain <= 10/10", ""),
        ("stop if pain >= 10/10", ""),
        ("stop if pain > 8-10/10", ""),
        ("stop if pain > 12", ""),
        ('stop if "blood pressure" > 180/110', ""),
        ('stop if "blood pressure" > 180/100', ""),
        ('stop if "chest pain"', ""),
        ("stop if pain = 0/10", ""),
    ],
)
def test_a_value_must_be_on_its_scale(rule: str, why: str) -> None:
    """A limit beyond its scale limits nothing, and a sign above its end is never found."""
    told = messages(VALUE, f"Squat: 10; {rule}")

    assert len(told) == bool(why)
    assert all(each.startswith(why) for each in told)


@given(st.integers(0, 30), st.integers(3, 20), st.sampled_from(Comparison))
def test_a_scale_has_all_values_up_to_its_end(value: int, end: int, how: Comparison) -> None:
    """What is found at no value of a scale is impossible, and nothing else is."""
    reached = {
        Comparison.BELOW: range(value),
        Comparison.AT_MOST: range(end + 1),
        Comparison.EXACTLY: range(value, value + 1),
        Comparison.AT_LEAST: range(value, end + 1),
        Comparison.ABOVE: range(value + 1, end + 1),
    }[how]
    limit = SymptomLimit(Sign("pain", Compared(how, Range(value), f"/{end}")))
    rx = Prescription("Test", Phase("", Routine("", Item("Squat", guides=limit))))

    assert bool(found(VALUE, rx)) is (value > end or not reached)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("rule: stop if pain > 11/10\nSquat: 10", "guides[0]"),
        ("goal: walk\n  target: pain <= 11/10\nSquat: 10", "goals[0]"),
        ("phase A:\n  entry: pain <= 11/10\n  Squat: 10", "phases[0].entry[0]"),
        ("phase A:\n  exit: pain <= 11/10\n  Squat: 10", "phases[0].exit[0]"),
        ("Squat: 10; pain <= 5/10; pain <= 11/10", "phases[0].routines[0].items[0].guides[1]"),
        ("Squat: 10; daily, if pain > 11/10", "phases[0].routines[0].items[0].frequency"),
        ("Run: 30 s until pain > 11/10", "phases[0].routines[0].items[0].dose"),
        (
            "circuit: 2 rounds\n  Run: 30 s; pain <= 11/10",
            "phases[0].routines[0].items[0].parts[0].guides[0]",
        ),
        (
            "superset:\n  Run: 30 s; pain <= 11/10\n  Hop: 10",
            "phases[0].routines[0].items[0].items[0].guides[0]",
        ),
        (
            "branch:\n  case swollen:\n    Run: 30 s; pain <= 11/10",
            "phases[0].routines[0].items[0].cases[0].parts[0].guides[0]",
        ),
    ],
)
def test_every_sign_is_looked_at(text: str, path: str) -> None:
    """A sign is found wherever it stands, and told where it is written."""
    (finding,) = found(VALUE, text)

    assert (finding.path, finding.severity) == (path, Severity.ERROR)


def test_what_was_not_read_is_not_looked_at() -> None:
    """A reading that was not chosen may be as absurd as it likes."""
    text = "Squat: 10; daily\n  reading: hard\n    reason: a guess\n    or dose: 10 @ 900% of 1RM"

    assert found(INTENSITY, text) == []


@pytest.mark.parametrize(
    ("intensity", "message"),
    [
        ("300% of 1RM", "300% of 1RM is more than 200%"),
        ("150-250% of 1RM", "150 to 250% of 1RM is more than 200%"),
        ('300% of "isometric MVC"', "300% of isometric MVC is more than 200%"),
        ("220% of VO2max", "220% of VO2max is more than 200%"),
        ("120% of HRmax", "120% of HRmax is more than 100%"),
        ("110% of HRR", "110% of HRR is more than 100%"),
        ('110% of "maximum heart rate"', "110% of maximum heart rate is more than 100%"),
        ('185% of "220 minus age"', "185% of 220 minus age is more than 100%"),
        ("HR 260", "260 beats a minute is more than 250"),
        ("0-400 degrees", "0 to 400 degrees is more than 360"),
        ("900 rpm", "900 turns a minute is more than 300"),
        ("200% of 1RM", ""),
        ("120% of 1RM", ""),
        ("170% of VO2max", ""),
        ("100% of HRmax", ""),
        ('120% of "resting heart rate"', ""),
        ("250% of bodyweight", ""),
        ("300% of FTP", ""),
        ("HR 200", ""),
        ("360 degrees", ""),
        ("2000 W", ""),
    ],
)
def test_nobody_reaches_some_intensities(intensity: str, message: str) -> None:
    """What is beyond a person's best, or beyond anybody's, should be looked at."""
    told = messages(INTENSITY, f"Squat: 3 x 10 @ {intensity}; daily")

    assert told == [message][: bool(message)]


def test_an_intensity_is_told_once_where_it_stands() -> None:
    """A dose that says the same of all sets is one place, and a change is another one."""
    text = "Squat: 10 @ 300% of 1RM | 5 @ 300% of 1RM; build load to 400% of 1RM"
    item = "phases[0].routines[0].items[0]"

    findings = found(INTENSITY, text)

    assert [each.path for each in findings] == [f"{item}.dose", f"{item}.guides[0]"]
    assert {each.severity for each in findings} == {Severity.WARNING}


def test_a_share_of_something_unsaid_is_no_share_of_a_best() -> None:
    """Nobody knows what is too much of what is not named."""
    rx = Prescription(
        "Test", Phase("", Routine("", Item("Squat", Dose(Reps(10), intensity=Share(999)))))
    )

    assert found(INTENSITY, rx) == []


def test_an_enormous_figure_is_not_spelled_out() -> None:
    """A number that nobody could read is cut."""
    huge = Range(10**5000)
    limit = SymptomLimit(Sign("pain", Compared(Comparison.AT_MOST, huge, "/10")))
    dose = Dose(Reps(10), intensity=Target(huge, Unit.BEATS))
    rx = Prescription("Test", Phase("", Routine("", Item("Squat", dose, guides=limit))))

    assert messages(INTENSITY, rx) == ["an enormous figure beats a minute is more than 250"]
    assert messages(VALUE, rx) == ["“an enormous figure” is not on a scale that ends at 10"]
