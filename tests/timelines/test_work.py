"""Work: signs, distances, ends of what is repeated, intervals and shares become steps."""

from datetime import timedelta

import pytest
from hypothesis import given, strategies as st

from kinescript.model import (
    AS_MANY_AS_POSSIBLE,
    UNSAID,
    AllOf,
    AnyOf,
    Assumptions,
    Beat,
    Breaths,
    Compared,
    Comparison,
    Distance,
    DistanceUnit,
    Dose,
    EachSide,
    Exertion,
    Hold,
    Intensity,
    Item,
    Length,
    Load,
    Order,
    Pace,
    PaceUnit,
    Part,
    Range,
    Repeat,
    Reps,
    Rest,
    Role,
    Series,
    Sets,
    Share,
    Side,
    Sign,
    Target,
    Tempo,
    Timed,
    Unit,
    Until,
    Words,
    Work,
    kilometres,
    metres,
    miles,
    minutes,
    seconds,
    steps,
    to_failure,
)
from kinescript.timelines import Basis, Ending, StepKind, Timeline, timeline

SECOND = timedelta(seconds=1)
PAUSES = {StepKind.REST, StepKind.SWITCH, StepKind.TRANSITION}


def lay(of: Dose | Sets | Work) -> Timeline:
    """Lay out one dose."""
    return timeline(Item("Exercise", of if isinstance(of, Dose) else Dose(of)))


def told(of: Dose | Sets | Work) -> str:
    """Tell kinds and seconds of the steps of a dose."""
    return ", ".join(
        f"{step.kind.value} {step.duration / SECOND:g}"
        for step in lay(of)
        if step.kind is not StepKind.PREPARE
    )


def seconds_of(made: Timeline) -> tuple[float, float, float]:
    """Return how long all lasts at least, as planned and at most, without getting ready."""
    ready = made[0]
    totals = (
        made.least - ready.least,
        made.duration - ready.duration,
        made.greatest - ready.greatest,
    )
    least, planned, greatest = (total / SECOND for total in totals)
    return least, planned, greatest


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (Reps(to_failure()), (20, 40, 60)),
        (Reps(to_failure(8)), (16, 32, 96)),
        (Reps(to_failure(8, 12)), (16, 32, 72)),
        (Reps(Until("tired", Range(5))), (10, 20, 30)),
        (Hold(Until("tired")), (5, 10, 30)),
        (Hold(Until("tired", seconds(30, None))), (30, 30, 60)),
        (Hold(Until("tired", seconds(None, 45))), (0, 45, 45)),
        (Hold(Until("tired", Breaths(4))), (12, 20, 40)),
        (Hold(Until("tired", seconds(30), then=seconds(5))), (35, 35, 35)),
        (Timed(Until("tired", then=Breaths(1))), (33, 65, 310)),
        (metres(100), (20, 75, 120)),
        (kilometres(1, 2), (200, 750, 2400)),
        (miles(1), (321.868, 1207.008, 1931.212)),
        (Distance(100, DistanceUnit.YARD), (18.288, 68.58, 109.728)),
        (Distance(1000, DistanceUnit.FOOT), (60.96, 228.6, 365.76)),
        (steps(100), (30, 60, 100)),
        (Distance(10, DistanceUnit.CALORIE), (30, 60, 150)),
        (Distance(2, DistanceUnit.LAP), (20, 60, 360)),
        (Distance(3, DistanceUnit.FLOOR), (30, 90, 540)),
        (Distance(2.5, DistanceUnit.LAP), (25, 75, 450)),
        (Distance(Range(None, 100), DistanceUnit.METRE), (0, 75, 75 / 0.75 * 1.2)),
        (Distance(Words("briefly"), DistanceUnit.METRE), (1, 2, 3)),
        (Distance(Words("a while"), DistanceUnit.METRE), (30, 60, 300)),
        (Distance(UNSAID, DistanceUnit.METRE), (30, 60, 300)),
    ],
    ids=repr,
)
def test_signs_and_distances_take_time(work: Work, expected: tuple[float, float, float]) -> None:
    """Bounds give the time before a sign; a distance takes as long as each of its units."""
    assert expected == seconds_of(lay(work))


@pytest.mark.parametrize(
    ("intensity", "expected"),
    [
        (Pace(minutes(5)), (300, 300, 300)),
        (Pace(minutes(4, 6)), (240, 300, 360)),
        (Pace(minutes(None, 6)), (180, 360, 360)),
        (Pace(minutes(5, None)), (300, 300, 600)),
        (Pace(minutes(2), PaceUnit.FIVE_HUNDRED_METRES), (240, 240, 240)),
        (Pace(minutes(2), PaceUnit.HUNDRED_METRES), (1200, 1200, 1200)),
        (Target(10, Unit.KILOMETRES_PER_HOUR), (360, 360, 360)),
        (Target(Range(5, 10), Unit.KILOMETRES_PER_HOUR), (360, 480, 720)),
        (Target(Range(None, 10), Unit.KILOMETRES_PER_HOUR), (360, 360, 720)),
        (Target(Range(0, 10), Unit.KILOMETRES_PER_HOUR), (360, 360, 720)),
        (Target(Range(10, None), Unit.KILOMETRES_PER_HOUR), (180, 360, 360)),
        (Target(Range(0, None), Unit.METRES_PER_SECOND), (500, 1000, 1000)),
        (Target(5, Unit.METRES_PER_SECOND), (200, 200, 200)),
        (Target(0, Unit.METRES_PER_SECOND), (200, 750, 1200)),
        (Target(150, Unit.WATT), (200, 750, 1200)),
        (Target(100, Unit.STEPS), (200, 750, 1200)),
        (Load(20), (200, 750, 1200)),
    ],
    ids=repr,
)
def test_a_pace_gives_the_time(intensity: Intensity, expected: tuple[float, float, float]) -> None:
    """A pace or speed tells how long a kilometre takes, in the middle of its range."""
    far = Distance(1, DistanceUnit.KILOMETRE, intensity=(Words("easy"), intensity))
    made, outer = lay(far), lay(Dose(kilometres(1), intensity=intensity))

    assert expected == seconds_of(made) == seconds_of(outer)
    assert {made[1].basis, outer[1].basis} == {
        Basis.ASSUMED if expected == (200, 750, 1200) else Basis.PRESCRIBED
    }


def test_a_cadence_gives_the_time_of_steps() -> None:
    """Steps at so many a minute take as long as that says."""
    made = lay(Distance(600, DistanceUnit.STEP, intensity=Target(120, Unit.STEPS)))

    assert seconds_of(made) == (300, 300, 300)
    assert seconds_of(lay(Dose(steps(100), intensity=Pace(minutes(5))))) == (30, 60, 100)


def test_the_person_ends_what_waits_for_a_sign() -> None:
    """Until a sign, and for a distance, it is not the clock that ends a step."""
    ends = [
        lay(work)[1].ends
        for work in (Hold(Until("tired", seconds(30))), metres(100), Hold(seconds(30)))
    ]

    assert ends == [Ending.PERSON, Ending.PERSON, Ending.TIME]


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        pytest.param(Until("tired", seconds(30)), Basis.ASSUMED, id="about 30 s"),
        pytest.param(Until("tired", seconds(30, 40)), Basis.PRESCRIBED, id="30 to 40 s"),
        pytest.param(seconds(30), Basis.PRESCRIBED, id="30 s"),
    ],
)
def test_about_how_long_it_is_until_a_sign_is_assumed(length: Length, expected: Basis) -> None:
    """Exact bounds of what waits for a sign prescribe no length."""
    assert lay(Hold(length))[1].basis is expected


def test_a_step_has_its_amount() -> None:
    """What was chosen is told in the prescription's own terms."""
    made = lay(Series((kilometres(1, 2.5), Hold(Until("tired", Breaths(Range(4, 6)))))))

    assert [step.amount for step in made[1:]] == [kilometres(1), Breaths(4)]
    assert [step.written for step in made[1:]] == [
        kilometres(1, 2.5),
        Until("tired", Breaths(Range(4, 6))),
    ]


PAIN = Sign("pain", Compared(Comparison.ABOVE, 4, "/10"))


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (Timed(minutes(1), activity="run"), ["run"]),
        (Distance(100, DistanceUnit.METRE, activity="jog"), ["jog"]),
        (Timed(Until("tired"), activity="run"), ["run, until tired"]),
        (Hold(Until(PAIN)), ["until pain > 4/10"]),
        (Hold(Until(AnyOf((PAIN, "tired")))), ["until pain > 4/10 or tired"]),
        (Hold(Until(AllOf((PAIN, "tired")))), ["until pain > 4/10 and tired"]),
        (Hold(Until("settled", then=seconds(5))), ["until settled", ""]),
        (Reps(Until("failure", Range(2)), activity="throws"), ["throws, until failure"] * 2),
        (Reps(Until(AS_MANY_AS_POSSIBLE, Range(1))), ["as many as possible"]),
        (
            Reps(1, tempo=Tempo(Beat(Part.LOWER, Words("slowly"))), activity="dips"),
            ["dips, slowly", "dips"],
        ),
    ],
    ids=repr,
)
def test_activities_and_signs_are_told(work: Work, expected: list[str]) -> None:
    """A step says what is done in it and what ends it."""
    assert expected == [step.text for step in lay(work)[1:]]


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (
            Repeat(Timed(seconds(20)), minutes(1), between=seconds(10)),
            "activity 20, rest 10, activity 20, rest 10",
        ),
        (Repeat(Timed(seconds(20)), seconds(50)), "activity 20, activity 20, activity 10"),
        (
            Repeat(Timed(seconds(20)), seconds(25), between=seconds(10)),
            "activity 20, rest 5",
        ),
        (Repeat(Timed(seconds(20)), Breaths(5)), "activity 20, activity 5"),
        (Repeat(Timed(seconds(20)), Until("tired", seconds(30))), "activity 20, activity 10"),
        (
            Repeat(Timed(seconds(20)), Until("tired", seconds(20), then=seconds(5))),
            "activity 20, activity 5",
        ),
        (Repeat(Timed(seconds(20)), Until("tired")), "activity 20, activity 20"),
        (Repeat(metres(400), kilometres(1.2)), "activity 300, activity 300, activity 300"),
        (Repeat(metres(400), miles(1)), ", ".join(["activity 300"] * 4)),
        (Repeat(kilometres(1), metres(100)), "activity 750"),
        (
            Repeat(Series((metres(100), Rest(metres(100)))), metres(400)),
            "activity 75, rest 75, activity 75, rest 75",
        ),
        (
            Repeat(Repeat(metres(100), 2), metres(400)),
            "activity 75, activity 75, activity 75, activity 75",
        ),
        (Repeat(steps(100), steps(200)), "activity 60, activity 60"),
        (Repeat(metres(100), steps(100)), "activity 60"),
        (Repeat(metres(100, 200), metres(100)), "activity 75"),
        (Repeat(Repeat(Timed(seconds(60)), 2), metres(100)), "activity 60, activity 15"),
        (Repeat(Series((metres(40), steps(10))), metres(40)), "activity 30"),
        (
            Repeat(Timed(seconds(20)), Distance(Words("far"), DistanceUnit.METRE)),
            "activity 20, activity 20",
        ),
    ],
    ids=repr,
)
def test_work_is_repeated_until_its_end(work: Work, expected: str) -> None:
    """For a time there are as many passes as fit, for a distance as many as go as far."""
    assert expected == told(work)


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        pytest.param(
            Series((Timed(seconds(30)), Timed(seconds(20)))),
            "activity 30, activity 20, activity 30, activity 20",
            id="activities in turn",
        ),
        pytest.param(
            Series((Timed(seconds(30)), Rest(seconds(5)))),
            "activity 30, rest 5, activity 30, rest 5",
            id="ends in a rest",
        ),
        pytest.param(Timed(seconds(30)), "activity 30, rest 60, activity 30", id="one activity"),
    ],
)
def test_no_rest_is_assumed_between_sets_that_go_on(work: Work, expected: str) -> None:
    """Sets of work that goes on follow one another, and others rest for as long as assumed."""
    assert expected == told(Sets(2, work))


def test_a_range_of_distances_is_a_range_of_passes() -> None:
    """Between 1 and 2 km of 200 m each are 5 to 10 passes."""
    made = lay(
        Repeat(Distance(200, DistanceUnit.METRE, intensity=Pace(minutes(5))), kilometres(1, 2))
    )

    assert seconds_of(made) == (300, 300, 600)
    assert made[-1].places[0].of == 5


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (Repeat(Timed(seconds(20)), 2, every=seconds(30)), "activity 20, rest 10, activity 20"),
        (
            Repeat(Timed(seconds(20)), 2, between=seconds(4), every=seconds(30)),
            "activity 20, rest 4, rest 6, activity 20",
        ),
        (Repeat(Timed(seconds(20)), 2, every=seconds(10)), "activity 20, activity 20"),
        (
            Repeat(Timed(seconds(20)), 2, every=Share(150, "the work")),
            "activity 20, rest 10, activity 20",
        ),
        (
            Repeat(Timed(seconds(20)), 2, every=Share(200, "own 100 yd")),
            "activity 20, rest 60, activity 20",
        ),
        (
            Repeat(Timed(seconds(1)), 2, every=Words("a few seconds")),
            "activity 1, rest 2, activity 1",
        ),
        (
            Repeat(Timed(seconds(1)), 2, every=Words("at leisure")),
            "activity 1, rest 60, activity 1",
        ),
        (Sets(2, Timed(seconds(20)), every=seconds(60)), "activity 20, rest 40, activity 20"),
        (
            Sets(2, Timed(seconds(20)), rest=seconds(5), every=seconds(60)),
            "activity 20, rest 5, rest 35, activity 20",
        ),
    ],
    ids=repr,
)
def test_what_is_left_of_an_interval_is_rest(of: Sets | Work, expected: str) -> None:
    """The next one starts so long after the start of the last, or at once if that is late."""
    assert expected == told(of)


@given(st.integers(1, 40), st.integers(0, 20), st.integers(1, 60))
def test_intervals_last_as_long_as_they_say(low: int, more: int, every: int) -> None:
    """All that starts in intervals takes the intervals, or the work where that is longer."""
    work = Timed(seconds(low, low + more))
    made = lay(Sets(3, work, every=seconds(every)))

    assert seconds_of(made) == (
        2 * max(low, every) + low,
        2 * max(low, every) + low,
        2 * max(low + more, every) + low + more,
    )


def test_a_rest_that_is_left_over_is_known_if_all_else_is() -> None:
    """What is left after 20 s of 60 s is prescribed, after a repetition it is not."""
    known, unknown = (
        lay(Sets(2, work, every=minutes(1)))[2] for work in (Timed(seconds(20)), Reps(1))
    )

    assert (known.basis, known.duration) == (Basis.PRESCRIBED, 40 * SECOND)
    assert (unknown.basis, unknown.duration) == (Basis.ASSUMED, 56 * SECOND)
    assert unknown.least <= unknown.duration <= unknown.greatest


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (Reps(2, hold=seconds(6), rest=Rest(Share(50, "the hold"))), "rest 3"),
        (Reps(2, hold=seconds(6), rest=Rest(Share(100, "Hold"))), "rest 6"),
        (Sets(2, Hold(seconds(8)), rest=Rest(Share(200, "work"))), "rest 16"),
        (Sets(2, Repeat(Hold(seconds(8)), 2), rest=Rest(Share(100, "hold"))), "rest 8"),
        (Sets(2, Reps(2, hold=seconds(1)), rest=Rest(Share(Range(50, 100), "work"))), "rest 5"),
        (Sets(2, Timed(seconds(8)), rest=Rest(Share(100, "hold"))), "rest 60"),
        (Sets(2, Reps(2), rest=Rest(Share(100, "hold"))), "rest 60"),
        (Sets(2, Timed(seconds(8)), rest=Rest(Share(100, "the swim"))), "rest 60"),
        (Sets(2, Timed(seconds(8)), rest=Rest(Share(100))), "rest 60"),
        (Series((Hold(seconds(9)), Rest(Share(100, "work")))), "rest 9"),
        (Series((Rest(Share(100, "work")), Hold(seconds(9)))), "rest 60"),
        (Sets(2, Timed(seconds(8)), rest=Rest(metres(100), intensity=Pace(minutes(5)))), "rest 30"),
        (Sets(2, Timed(seconds(8)), rest=Rest(metres(100))), "rest 75"),
        (Sets(2, Timed(seconds(8)), rest=Rest(Until("calm", seconds(9)))), "rest 9"),
    ],
    ids=repr,
)
def test_a_rest_is_as_long_as_a_share_or_distance(of: Sets | Work, expected: str) -> None:
    """A share of the hold or the work is known, one of anything else is assumed."""
    assert [expected] == [word for word in told(of).split(", ") if "rest" in word]


def test_a_share_tells_its_amount() -> None:
    """What was chosen of a range of shares is told as a share."""
    made = lay(Sets(2, Timed(seconds(8)), rest=Rest(Share(Range(50, 100), "work"))))

    assert made[2].amount == Share(50, "work")
    assert (made[2].least, made[2].duration, made[2].greatest) == (
        4 * SECOND,
        4 * SECOND,
        8 * SECOND,
    )


def test_what_says_how_hard_counts_before_what_is_around_it() -> None:
    """A leaf's intensity counts for it, else that of the dose; a rest has its own only."""
    hard, easy, light = Exertion(7), Words("easy"), Load(5)
    made = lay(
        Dose(
            Sets(
                2,
                Series(
                    (Reps(1, intensity=hard), Hold(seconds(9)), Timed(seconds(5), intensity=easy))
                ),
                rest=Rest(seconds(9), intensity=light),
            ),
            intensity=easy,
        )
    )

    assert [step.intensity for step in made[1:5]] == [(hard,), (easy,), (easy,), (light,)]
    assert made[0].intensity == ()


def test_sets_may_have_sides_and_a_role() -> None:
    """Single sets are for their own side, and sets that warm up are told from the others."""
    dose = Dose(
        (
            Sets(1, Hold(seconds(5)), side=Side.LEFT, warm_up=True),
            Sets(1, Hold(seconds(5)), side=Side.AFFECTED),
            Sets(1, Hold(seconds(5))),
        ),
        sides=EachSide(Order.BY_SET, first=Side.RIGHT),
    )
    made = timeline(Item("Plank", dose), affected=Side.LEFT)
    worked = [step for step in made if step.kind is StepKind.HOLD]

    assert [step.side for step in worked] == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT]
    assert [step.role for step in worked] == [Role.WARM_UP, None, None, None]


def test_parts_of_a_repetition_may_have_sides() -> None:
    """Up on both and down on one: a part has its own side."""
    up, down = (
        Beat(Part.LIFT, seconds(1), side=Side.BOTH),
        Beat(Part.LOWER, seconds(3), side=Side.AFFECTED),
    )
    made = timeline(Item("Heel drop", Dose(Reps(1, tempo=Tempo((up, down))))), affected=Side.RIGHT)

    assert [(step.kind, step.side) for step in made[1:]] == [
        (StepKind.LIFT, Side.BOTH),
        (StepKind.LOWER, Side.RIGHT),
    ]


def test_a_distance_without_time_is_no_step() -> None:
    """Where a unit of it takes no time, a distance takes none."""
    made = timeline(Item("Run", Dose(metres(100))), assumptions=Assumptions(metre=seconds(0)))

    assert [step.kind for step in made] == [StepKind.PREPARE]
