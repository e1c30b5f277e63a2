"""How hard, and how far."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given

from kinescript.model import (
    UNSAID,
    Distance,
    DistanceUnit,
    Dose,
    Hold,
    Intensity,
    Pace,
    PaceUnit,
    Range,
    Repeat,
    Reps,
    Rest,
    Share,
    Target,
    Timed,
    Unit,
    Words,
    Zone,
    kilometres,
    metres,
    miles,
    minutes,
    seconds,
    steps,
)
from kinescript.testing import distances, intensities

Problems = Callable[[str], list[tuple[str, str]]]

PACE = "a time of more than 0, such as minutes(5), or a timedelta"
WHOLE = "a whole number of 1 or more or a range of them"
ALONE = "a distance alone; what is done in it and how hard are the rest's"


@given(intensities())
def test_all_that_is_done_can_be_hard(intensity: Intensity) -> None:
    """Each kind of work, a rest and a dose take one intensity without a list."""
    assert [(intensity,)] * 6 == [
        Reps(1, intensity=intensity).intensity,
        Hold(seconds(1), intensity=intensity).intensity,
        Timed(seconds(1), intensity=intensity).intensity,
        Distance(1, DistanceUnit.LAP, intensity=intensity).intensity,
        Rest(seconds(1), intensity=intensity).intensity,
        Dose(Reps(1), intensity=intensity).intensity,
    ]


@given(distances())
def test_a_distance_is_work(distance: Distance) -> None:
    """A distance of any kind can be repeated, and be a dose."""
    assert distance == Repeat(distance, 3).body
    assert distance == Dose(distance).sets[0].work


def test_short_ways_to_write_a_distance() -> None:
    """One number is exact, two are a range, and None leaves an end open."""
    assert Distance(400, DistanceUnit.METRE) == metres(400)
    assert Distance(Range(5, 10), DistanceUnit.KILOMETRE) == kilometres(5, 10)
    assert Distance(Range(None, 2), DistanceUnit.MILE) == miles(None, 2)
    assert Distance(Range(6000, None), DistanceUnit.STEP) == steps(6000, None)


def test_a_distance_is_told_with_its_unit() -> None:
    """The text of a distance is how one writes it."""
    assert str(metres(400)) == "400 m"
    assert str(Distance(Words("some"), DistanceUnit.LAP)) == "some laps"


def test_a_rest_may_be_a_distance_or_a_share() -> None:
    """Walk 200 m between; rest as long as the hold."""
    assert Rest(metres(200)) == Reps(1, rest=metres(200)).rest
    assert Rest(Share(100, "the hold")) == Reps(1, rest=Share(100, "the hold")).rest
    assert Share(200, "own 100 m") == Repeat(Reps(1), 2, every=Share(200, "own 100 m")).every


def test_what_an_intensity_does_not_say_is_unsaid() -> None:
    """A share of something unnamed, a pace a kilometre, a zone of no model."""
    assert Share(70, UNSAID) == Share(70)
    assert Pace(timedelta(minutes=5), PaceUnit.KILOMETRE) == Pace(minutes(5))
    assert Zone(2, "") == Zone(2)


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("Share(-1)", "percent.low", "expected 0 or more, got -1"),
        ("Share(70, '')", "of", "expected a text that is not empty, got ''"),
        ("RepMax(0)", "reps", f"expected {WHOLE}, got 0"),
        ("RepMax(2.5)", "reps", f"expected {WHOLE}, got 2.5"),
        ("Zone(0)", "number", f"expected {WHOLE}, got 0"),
        ("Target(90, 'W')", "unit", "expected a Unit such as Unit.WATT, got 'W'"),
        ("Target(UNSAID, Unit.WATT)", "amount.low", "expected a number, got UNSAID"),
        ("Pace(5)", "time", f"expected {PACE}, got 5"),
        ("Pace(seconds(0))", "time", f"expected {PACE}, got seconds(0)"),
        ("Pace(timedelta(0))", "time", f"expected {PACE}, got datetime.timedelta(0)"),
        (
            "Pace(minutes(5), 'km')",
            "per",
            "expected a PaceUnit such as PaceUnit.KILOMETRE, got 'km'",
        ),
        ("Band('')", "name", "expected a text that is not empty, got ''"),
        ("metres(0)", "amount", "expected a number above 0 or a range, got Range(0)"),
        ("metres(-1)", "low", "expected 0 or more, got -1"),
        (
            "Distance(5, 'm')",
            "unit",
            "expected a DistanceUnit such as DistanceUnit.METRE, got 'm'",
        ),
    ],
)
def test_what_is_no_intensity_or_distance_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    assert [(path, reason)] == problems(written)


@pytest.mark.parametrize("said", ["activity='jog'", "intensity=Words('easy')"])
def test_the_distance_of_a_rest_is_bare(problems: Problems, said: str) -> None:
    """What is done in a rest is the rest's, so that there is one form for it."""
    ((path, reason),) = problems(f"Rest(Distance(200, DistanceUnit.METRE, {said}))")

    assert path == "length"
    assert reason.startswith(f"expected {ALONE}, got Distance(")


def test_targets_of_other_units_differ() -> None:
    """The heart's beats and a metronome's are two things."""
    assert Target(90, Unit.BEATS) != Target(90, Unit.TEMPO)
    assert Target(90, Unit.BEATS) == Target(Range(90), Unit.BEATS)
