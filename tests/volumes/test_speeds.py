"""How long a distance takes at a pace or speed."""

from decimal import Decimal

import pytest
from tests.volumes.cases import cases

from kinescript import (
    Assumptions,
    Circuit,
    Distance,
    DistanceUnit,
    Dose,
    Exertion,
    Item,
    NotDetermined,
    Pace,
    PaceUnit,
    Range,
    Rest,
    Section,
    Series,
    Sets,
    Target,
    Timed,
    Unit,
    Words,
    kilometres,
    metres,
    minutes,
    seconds,
    steps,
    volume,
)
from kinescript.model import Intensity
from kinescript.volumes import Total

UNWRITTEN = NotDetermined("the time for a distance is not written")
FOUR_MINUTES = Pace(minutes(4))


def kmh(low: int | None, high: int | None) -> Target:
    """Return a range of kilometres per hour."""
    return Target(Range(low, high), Unit.KILOMETRES_PER_HOUR)


@cases(
    ("far", "intensity", "expected"),
    [
        (kilometres(5), FOUR_MINUTES, Range(1200)),
        (kilometres(5), Pace(minutes(4, 5)), Range(1200, 1500)),
        (kilometres(5, 6), Pace(minutes(4, 5)), Range(1200, 1800)),
        (kilometres(5), Pace(minutes(None, 5)), Range(None, 1500)),
        (kilometres(5), Pace(minutes(4, None)), Range(1200, None)),
        (kilometres(5, None), FOUR_MINUTES, Range(1200, None)),
        (metres(400), Pace(seconds(90), PaceUnit.HUNDRED_METRES), Range(360)),
        (metres(2000), Pace(minutes(2), PaceUnit.FIVE_HUNDRED_METRES), Range(480)),
        (Distance(200, DistanceUnit.YARD), Pace(seconds(90), PaceUnit.HUNDRED_YARDS), Range(180)),
        (Distance(3, DistanceUnit.MILE), Pace(minutes(8), PaceUnit.MILE), Range(1440)),
        (kilometres(5), kmh(10, 10), Range(1800)),
        (kilometres(5), kmh(10, 12), Range(1500, 1800)),
        (kilometres(5), kmh(None, 10), Range(1800, None)),
        (kilometres(5), kmh(10, None), Range(None, 1800)),
        (kilometres(5), kmh(0, 10), Range(1800, None)),
        (kilometres(5), kmh(0, 0), UNWRITTEN),
        (kilometres(3), Target(3, Unit.METRES_PER_SECOND), Range(1000)),
        (metres(100), Target(3, Unit.METRES_PER_SECOND), Range(Decimal("33.333"))),
        (Distance(3, DistanceUnit.MILE), Target(6, Unit.MILES_PER_HOUR), Range(1800)),
        (steps(1000), Target(100, Unit.STEPS), Range(600)),
        (steps(1000), kmh(5, 5), UNWRITTEN),
        (steps(1000), FOUR_MINUTES, UNWRITTEN),
        (Distance(20, DistanceUnit.CALORIE), kmh(5, 5), UNWRITTEN),
        (kilometres(5), Target(100, Unit.STEPS), UNWRITTEN),
        (kilometres(5), Exertion(7), UNWRITTEN),
        (
            Distance(Words("far"), DistanceUnit.METRE),
            FOUR_MINUTES,
            NotDetermined("the source says only “far”"),
        ),
    ],
)
def test_a_distance_at_a_speed(far: Distance, intensity: Intensity, expected: Total) -> None:
    """The time is that of the pace or speed, end by end and to the millisecond."""
    assert volume(Dose(far, intensity=intensity)).work.per_session == expected


RUN = Item("Run", Dose(kilometres(1)))
EASY = Distance(1, DistanceUnit.KILOMETRE, intensity=Exertion(3))


@cases(
    ("of", "expected"),
    [
        pytest.param(
            Item("Run", Dose(Sets(5, kilometres(1), rest=minutes(2)), intensity=FOUR_MINUTES)),
            Range(1200),
            id="of the dose",
        ),
        pytest.param(
            Item("Run", Dose(EASY, intensity=FOUR_MINUTES)), UNWRITTEN, id="not of the work"
        ),
        pytest.param(
            Item("Run", Dose(kilometres(1), intensity=(Exertion(7), FOUR_MINUTES, kmh(9, 9)))),
            Range(240),
            id="the first of several",
        ),
        pytest.param(
            Circuit([RUN, RUN], 3, intensity=FOUR_MINUTES), Range(1440), id="of a circuit"
        ),
        pytest.param(
            Circuit([Circuit([Section([RUN])], 2)], 3, intensity=FOUR_MINUTES),
            Range(1440),
            id="of a circuit around one",
        ),
    ],
)
def test_what_tells_the_speed(of: Item | Circuit, expected: Total) -> None:
    """The work's own intensity counts, else that of its dose, else that of its circuit."""
    found = volume(of)

    assert found.work.per_session == expected
    assert found.by_exercise["Run"].work.per_session == expected


def test_a_circuit_of_several_exercises_tells_the_speed_of_each() -> None:
    """Each exercise of a circuit is done at the speed of all of it."""
    circuit = Circuit([RUN, Item("Walk", Dose(metres(500)))], 3, intensity=FOUR_MINUTES)
    found = volume(circuit).by_exercise

    assert [each.work.per_session for each in found.values()] == [Range(720), Range(360)]


def test_a_rest_has_a_speed_of_its_own() -> None:
    """A jog between is as fast as it says, and not as the work around it."""
    jog, walk = Rest(metres(200), intensity=kmh(9, 9)), Rest(metres(200))
    work = Timed(minutes(1))
    jogged, walked = (
        volume(Dose(Series((work, rest, work)), intensity=FOUR_MINUTES)).rest.per_session
        for rest in (jog, walk)
    )

    assert (jogged, walked) == (Range(80), UNWRITTEN)


def test_a_speed_counts_before_what_is_assumed() -> None:
    """An assumed time for a metre is that of distances without a speed."""
    taken = Assumptions(metre=seconds(1))

    assert volume(Dose(kilometres(1)), assumptions=taken).work.per_session == Range(1000)
    told = volume(Dose(kilometres(1), intensity=FOUR_MINUTES), assumptions=taken)
    assert told.work.per_session == Range(240)
