"""The volume of a dose."""

from decimal import Decimal

import pytest
from tests.volumes.cases import cases

from kinescript import (
    EXPLOSIVE,
    UNSAID,
    Assumptions,
    Beat,
    Breaths,
    Compared,
    Comparison,
    Counted,
    Counts,
    Distance,
    Dose,
    EachSide,
    EachWay,
    Estimate,
    Hold,
    NotDetermined,
    Order,
    Part,
    Range,
    Repeat,
    Reps,
    Rest,
    Series,
    Sets,
    Share,
    Side,
    Sign,
    Tempo,
    Timed,
    Until,
    Volume,
    Words,
    breathing,
    hours,
    minutes,
    seconds,
    tempo,
    volume,
)
from kinescript.model import (
    AllOf,
    DistanceUnit as Unit,
    Work,
    kilometres,
    metres,
    miles,
    steps,
    to_failure,
)
from kinescript.volumes import Total

SEVERAL = NotDetermined("the source says only “several”")
FAILURE = NotDetermined("it goes on until “failure”")
HOW_LONG = NotDetermined("the source does not say how long")
HOW_MANY = NotDetermined("the source does not say how many")
REP_TIME = NotDetermined("the source does not say how long a repetition takes")
REST = NotDetermined("the source does not say how long to rest between sets")
IN_COUNTS = NotDetermined("it is told in spoken counts")
IN_BREATHS = NotDetermined("it is told in breaths")


def session(of: Dose | Sets | Work, name: str, *, assumptions: Assumptions | None = None) -> Total:
    """Return one figure of a session."""
    found = volume(of if isinstance(of, Dose) else Dose(of), assumptions=assumptions)
    total: Total = getattr(found, name).per_session
    return total


@cases(
    ("of", "name", "expected"),
    [
        (Sets(3, Reps(10)), "sets", Range(3)),
        (Sets(3, Reps(10)), "reps", Range(30)),
        (Sets(Range(2, 3), Reps(Range(8, 12))), "reps", Range(16, 36)),
        (Sets(3, Reps(Range(10, None))), "reps", Range(30, None)),
        (Sets(3, Reps(Range(None, 10))), "reps", Range(None, 30)),
        (Reps(10), "sets", Range(1)),
        (Sets(Words("several"), Reps(10)), "sets", SEVERAL),
        (Sets(Words("several"), Reps(10)), "reps", SEVERAL),
        (Sets(Words("several"), Hold(seconds(10))), "reps", Range(0)),
        (Sets(3, Reps(UNSAID)), "reps", HOW_MANY),
        (Sets(3, Reps(to_failure())), "reps", FAILURE),
        (Sets(3, Reps(to_failure(8))), "reps", Range(24, None)),
        (Reps(to_failure(None, 12)), "reps", Range(None, 12)),
        (
            Reps(Until(AllOf(["tired", "sore"]))),
            "reps",
            NotDetermined("it goes on until “tired and sore”"),
        ),
        (Sets(3, Reps(10, hold=seconds(5, 10))), "hold", Range(150, 300)),
        (Sets(3, Hold(seconds(30))), "hold", Range(90)),
        (Hold(Words("several")), "hold", SEVERAL),
        (Hold(Words("several")), "breaths", SEVERAL),
        (Hold(UNSAID), "hold", HOW_LONG),
        (Hold(Until("calm")), "hold", NotDetermined("it goes on until “calm”")),
        (
            Hold(
                Until(
                    Sign(
                        "vertigo",
                        Compared(Comparison.EXACTLY, 0, "/10"),
                        lasting=hours(24),
                    )
                )
            ),
            "hold",
            NotDetermined("it goes on until “vertigo = 0/10 for 24 h”"),
        ),
        (Hold(Until("calm", seconds(30, None))), "hold", Range(30, None)),
        (Hold(Until("calm", seconds(30, None), then=seconds(20))), "hold", Range(50, None)),
        (Reps(Until("tired", 10)), "reps", NotDetermined("it goes on until “tired”, about 10")),
        (Reps(Until("tired", Range(8, 10))), "reps", Range(8, 10)),
        (
            Hold(Until("calm", seconds(30))),
            "hold",
            NotDetermined("it goes on until “calm”, about 30 s"),
        ),
        (
            Hold(Until("calm", Breaths(5))),
            "breaths",
            NotDetermined("it goes on until “calm”, about 5 breaths"),
        ),
        (Hold(Until("calm", seconds(30))), "breaths", Range(0)),
        (Reps(10, hold=Counts(5)), "hold", IN_COUNTS),
        (Reps(10, hold=Counts(5)), "counts", Range(50)),
        (Reps(10, hold=Counts(5)), "breaths", Range(0)),
        (Hold(Breaths(20)), "hold", IN_BREATHS),
        (Hold(Breaths(20)), "breaths", Range(20)),
        (Timed(Breaths(8)), "breaths", Range(8)),
        (Reps(4, tempo=breathing(seconds(4), seconds(7), seconds(8))), "breaths", Range(4)),
        (Reps(4, tempo=breathing(seconds(4), seconds(7), seconds(8))), "reps", Range(4)),
        (Reps(4, tempo=breathing(seconds(4), seconds(7), seconds(8))), "hold", Range(28)),
        (Reps(4, tempo=breathing(seconds(4), seconds(7), seconds(8))), "work", Range(76)),
        (Reps(4, tempo=breathing(Counts(4), Counts(7), Counts(8))), "counts", Range(76)),
        (Reps(20, tempo=breathing(UNSAID, Counts(20), UNSAID, Counts(10))), "counts", Range(600)),
        (Sets(2, Reps(10, tempo=tempo("3-0-1-0"))), "work", Range(80)),
        (Sets(2, Reps(10, tempo=tempo("3-0-1-2"))), "hold", Range(0)),
        (Reps(10, tempo=tempo("3-0-1-0"), hold=seconds(5)), "work", Range(90)),
        (Reps(10), "work", REP_TIME),
        (Reps(10, hold=seconds(5)), "work", REP_TIME),
        (
            Reps(10, tempo=tempo("30X0")),
            "work",
            NotDetermined(f"the source says only “{EXPLOSIVE}”"),
        ),
        (
            Reps(10, tempo=Tempo(Beat(Part.LOWER, seconds(3)))),
            "work",
            NotDetermined("the source does not say how long the “lift” lasts"),
        ),
        (Reps(10, tempo=Tempo(Beat(Part.INHALE, Breaths(1)))), "work", IN_BREATHS),
        (Timed(minutes(5)), "work", Range(300)),
        (Timed(minutes(5)), "hold", Range(0)),
        (Timed(minutes(5)), "distance", Range(0)),
        (metres(400), "distance", Range(400)),
        (kilometres(5, 10), "distance", Range(5000, 10000)),
        (miles(2), "distance", Range(Decimal("3218.688"))),
        (Distance(50, Unit.YARD), "distance", Range(Decimal("45.72"))),
        (Distance(10, Unit.FOOT), "distance", Range(Decimal("3.048"))),
        (Distance(Words("several"), Unit.MILE), "distance", SEVERAL),
        (Distance(UNSAID, Unit.MILE), "distance", NotDetermined("the source does not say how far")),
        (steps(6000, None), "steps", Range(6000, None)),
        (steps(6000), "distance", NotDetermined("it is told in steps")),
        (Distance(20, Unit.CALORIE), "calories", Range(20)),
        (Distance(20, Unit.LAP), "distance", NotDetermined("it is told in laps")),
        (metres(400), "work", NotDetermined("the time for a distance is not written")),
        (Series([Reps(10), Hold(seconds(10)), Reps(5)]), "reps", Range(15)),
    ],
)
def test_what_a_session_has(of: Sets | Work, name: str, expected: Total) -> None:
    """A figure multiplies through, stays as open as it is written, and says what is missing."""
    assert session(of, name) == expected


HALF = Share(50, "hold")


@cases(
    ("of", "expected"),
    [
        (Sets(3, Reps(10), rest=seconds(60)), Range(120)),
        (Sets(3, Reps(10), rest=seconds(30, 60)), Range(60, 120)),
        (Sets(3, Reps(10), rest=Rest(minutes(3), activity="walk")), Range(360)),
        (Sets(3, Reps(10)), REST),
        (Sets(1, Reps(10)), Range(0)),
        (Sets(10, Series([Timed(seconds(30)), Timed(seconds(30))])), Range(0)),
        (Sets(3, Series([Timed(seconds(60)), Rest(seconds(90))])), Range(270)),
        (Sets(3, Timed(seconds(30))), REST),
        (Reps(10), Range(0)),
        (Sets(Words("several"), Reps(10), rest=seconds(60)), SEVERAL),
        (Sets(2, Reps(10, rest=seconds(5)), rest=seconds(60)), Range(150)),
        (Reps(Words("several"), rest=seconds(0)), Range(0)),
        (
            Sets(2, Reps(10), rest=Share(100, "the hold")),
            NotDetermined("it is told as 100% of the hold"),
        ),
        (Sets(3, Hold(seconds(30)), rest=Share(100, "hold")), Range(60)),
        (Sets(3, Hold(seconds(30)), rest=Share(Range(50, 100), "the hold")), Range(30, 60)),
        (Sets(3, Hold(Words("several")), rest=Share(100, "hold")), SEVERAL),
        (Sets(3, Hold(Until("calm", seconds(9, 12), then=seconds(5))), rest=HALF), Range(9, 12)),
        (Sets(3, Timed(seconds(30)), rest=Share(200, "work")), Range(120)),
        (Sets(3, Timed(seconds(30)), rest=Share(100)), NotDetermined("it is told as 100%")),
        (Sets(3, Timed(seconds(30)), every=Share(200, "work")), Range(60)),
        (Reps(3, hold=seconds(6), rest=HALF), Range(6)),
        (Reps(3, tempo=breathing(seconds(4), seconds(6), seconds(8)), rest=HALF), Range(6)),
        (
            Reps(3, tempo=breathing(seconds(4), seconds(6), seconds(8), seconds(1)), rest=HALF),
            NotDetermined("it is told as 50% of hold"),
        ),
        (Series([Timed(seconds(5)), Hold(seconds(8)), Rest(HALF), Timed(seconds(5))]), Range(4)),
        (
            Series([Hold(seconds(8)), Rest(seconds(2)), Rest(Share(100, "work"))]),
            Range(4),
        ),
        (Series([Rest(HALF), Hold(seconds(8))]), NotDetermined("it is told as 50% of hold")),
        (Repeat(Series([Timed(seconds(5)), Hold(seconds(8))]), 3, between=HALF), Range(8)),
        (Repeat(Repeat(Hold(seconds(8)), 2), 2, between=HALF), Range(4)),
        (
            Sets(2, Reps(10), rest=metres(200)),
            NotDetermined("the time for a distance is not written"),
        ),
        (Series([Timed(seconds(60)), Rest(seconds(90)), Timed(seconds(60))]), Range(90)),
        (Repeat(Timed(seconds(20)), 8, between=seconds(10)), Range(70)),
        (Repeat(Timed(seconds(20)), 8, every=seconds(30)), Range(70)),
        (
            Repeat(metres(50), 8, every=seconds(60)),
            NotDetermined("the time for a distance is not written"),
        ),
        (Sets(4, Timed(seconds(40)), every=seconds(60)), Range(60)),
    ],
)
def test_how_long_a_session_rests(of: Sets | Work, expected: Total) -> None:
    """Rest is between, none follows the last, and one set needs none."""
    assert session(of, "rest") == expected


@cases(
    ("of", "name", "expected"),
    [
        pytest.param(Reps(Until("tired", 10)), "reps", Range(10), id="a count"),
        pytest.param(Hold(Until("calm", seconds(30))), "hold", Range(30), id="a time"),
        pytest.param(Hold(Until("calm", Breaths(5))), "hold", Range(20), id="breaths"),
    ],
)
def test_about_so_much_is_assumed(of: Work, name: str, expected: Total) -> None:
    """What comes to about so much until a sign is so much where something is assumed."""
    assert session(of, name, assumptions=Assumptions(breath=seconds(4))) == expected


def test_sets_that_differ_rest_between() -> None:
    """30, 2 x 15 and one to failure, with 30 s between, rest for 90 s."""
    rest = seconds(30)
    dose = Dose(
        [
            Sets(1, Reps(30), rest=rest),
            Sets(2, Reps(15), rest=rest),
            Sets(1, Reps(to_failure()), rest=rest),
        ]
    )

    assert session(dose, "sets") == Range(4)
    assert session(dose, "reps") == FAILURE
    assert session(dose, "rest") == Range(90)


@cases(
    ("end", "name", "expected"),
    [
        (3, "work", Range(180)),
        (Words("several"), "work", SEVERAL),
        (minutes(20), "work", Range(480)),
        (minutes(20), "rest", Range(720)),
        (minutes(10, 20), "work", Range(240, 480)),
        (
            Until("tired", minutes(20)),
            "work",
            NotDetermined("it goes on until “tired”, about 1200 s"),
        ),
        (Until("tired", minutes(20, 25)), "work", Range(480, 600)),
        (Until("tired", Range(2, 4)), "work", Range(120, 240)),
        (Until("tired"), "work", NotDetermined("it goes on until “tired”")),
        (minutes(1), "work", Range(60)),
        (minutes(1), "rest", Range(0)),
        (minutes(1), "reps", Range(0)),
        (minutes(None, 20), "work", Range(None, 480)),
        (seconds(100), "work", Range(60)),
        (seconds(100), "rest", Range(40)),
        (seconds(200), "work", Range(110)),
        (seconds(100, 200), "rest", Range(40, 90)),
        (Breaths(20), "rest", NotDetermined("how much of it one takes is not known")),
        (kilometres(5), "distance", Range(5000)),
        (kilometres(5), "work", NotDetermined("how much of it one takes is not known")),
        (
            Until("there", steps(500)),
            "steps",
            NotDetermined("it goes on until “there”, about 500 steps"),
        ),
        (Until("there", steps(500, None)), "steps", Range(500, None)),
        (Breaths(20), "breaths", Range(20)),
        (Until("calm", Counts(Range(20, 30))), "counts", Range(20, 30)),
    ],
)
def test_when_repeated_work_ends(end: object, name: str, expected: Total) -> None:
    """A time ends after the whole passes that fit; a distance, and breaths, tell themselves."""
    walk_and_run = Series([Timed(seconds(60)), Rest(seconds(90))])

    assert session(Repeat(walk_and_run, end), name) == expected  # type: ignore[arg-type]


CUT = NotDetermined("the last pass is cut short")
RESTING = Series([Hold(seconds(10)), Rest(seconds(6)), Timed(seconds(4))])
SPACED = Repeat(Timed(seconds(5)), 2, between=seconds(5))


@cases(
    ("of", "name", "expected"),
    [
        (Repeat(metres(50), metres(400)), "distance", Range(400)),
        (Repeat(Series([metres(50), Reps(5)]), metres(400)), "reps", Range(40)),
        (Repeat(Timed(seconds(90)), minutes(20), between=seconds(120)), "work", Range(540)),
        (Repeat(Reps(5), minutes(20)), "work", Range(1200)),
        (Repeat(Reps(5), minutes(20)), "reps", REP_TIME),
        (Repeat(Timed(seconds(20)), minutes(4), every=seconds(30)), "work", Range(160)),
        (Repeat(Timed(seconds(20)), minutes(4), every=seconds(30)), "rest", Range(80)),
        (Repeat(Timed(seconds(20)), seconds(100), every=seconds(60)), "rest", Range(60)),
        (Repeat(Timed(seconds(40)), minutes(4), every=seconds(30)), "work", Range(240)),
        (Repeat(Timed(seconds(10, 20)), minutes(4), every=seconds(30)), "work", CUT),
        (Repeat(Timed(seconds(10, 20)), minutes(4), every=seconds(30)), "rest", CUT),
        (Repeat(Reps(5, hold=seconds(5)), minutes(4), every=seconds(30)), "rest", REP_TIME),
        (Repeat(RESTING, seconds(60)), "work", Range(42)),
        (Repeat(RESTING, seconds(60)), "hold", Range(30)),
        (Repeat(RESTING, seconds(45)), "work", CUT),
        (Repeat(RESTING, seconds(45)), "rest", CUT),
        (Repeat(RESTING, seconds(45), between=seconds(10)), "rest", CUT),
        (Repeat(RESTING, seconds(55), between=seconds(10)), "work", Range(28)),
        (Repeat(RESTING, seconds(55), between=seconds(10)), "hold", CUT),
        (Repeat(Hold(seconds(10)), seconds(45), between=seconds(5)), "hold", Range(30)),
        (Repeat(Series([Reps(5), Rest(seconds(5))]), minutes(4)), "rest", REP_TIME),
        (Repeat(Series([Hold(seconds(5)), SPACED]), seconds(40)), "hold", Range(10)),
        (Repeat(Series([Hold(seconds(5)), SPACED]), seconds(50)), "hold", CUT),
    ],
)
def test_how_often_it_fits(of: Work, name: str, expected: Total) -> None:
    """What one pass takes tells how many there are."""
    assert session(of, name) == expected


def per_side(dose: Dose, name: str = "reps") -> tuple[Total, Total]:
    """Return a figure of a session, and of one side in it."""
    figure = getattr(volume(dose), name)
    return figure.per_session, figure.per_session_per_side


@cases(
    ("dose", "expected"),
    [
        (Dose(Sets(3, Reps(10))), (Range(30), Range(30))),
        (Dose(Sets(3, Reps(10)), sides=Side.BOTH), (Range(30), Range(30))),
        (Dose(Sets(3, Reps(10)), sides=Side.AFFECTED), (Range(30), Range(30))),
        (Dose(Sets(3, Reps(10)), sides=EachSide()), (Range(60), Range(30))),
        (Dose(Reps(Range(20, 25)), ways=EachWay()), (Range(40, 50), Range(40, 50))),
        (Dose(Reps(20), ways=EachWay("eye")), (Range(40), Range(40))),
        (Dose(Reps(20), ways=EachWay("stance", names=["a", "b", "c"])), (Range(60), Range(60))),
        (Dose(Reps(20), ways=EachWay("stance", count=4)), (Range(80), Range(80))),
        (Dose(Reps(20), ways=EachWay("stance", count=Words("several"))), (SEVERAL, SEVERAL)),
        (Dose(Reps(2), sides=EachSide(), ways=EachWay()), (Range(8), Range(4))),
        (
            Dose(Reps(20), sides=EachSide(Order.BY_REP, counted=Counted.IN_TOTAL)),
            (Range(20), Range(10)),
        ),
        (
            Dose(Reps(5), sides=EachSide(counted=Counted.IN_TOTAL)),
            (Range(5), Range(2, 3)),
        ),
        (
            Dose(Reps(Range(10, 15)), sides=EachSide(Order.BY_REP, counted=Counted.IN_TOTAL)),
            (Range(10, 15), Range(5, 8)),
        ),
        (
            Dose(Reps(14), sides=EachSide(Order.BY_REP, every=4, counted=Counted.IN_TOTAL)),
            (Range(14), Range(6, 8)),
        ),
        (
            Dose(Reps(Range(9, None)), sides=EachSide(counted=Counted.IN_TOTAL)),
            (Range(9, None), Range(4, None)),
        ),
        (
            Dose(Reps(Until("tired", Range(None, 9))), sides=EachSide(counted=Counted.IN_TOTAL)),
            (Range(None, 9), Range(None, 5)),
        ),
        (
            Dose(Reps(Words("several")), sides=EachSide(counted=Counted.IN_TOTAL)),
            (SEVERAL, SEVERAL),
        ),
        (
            Dose(
                Reps(15),
                sides=EachSide(Order.BY_REP, counted=Counted.IN_TOTAL),
                ways=EachWay(order=Order.BY_REP),
            ),
            (Range(30), Range(14, 16)),
        ),
        (
            Dose(Series((Reps(4), Hold(seconds(5)))), sides=EachSide(counted=Counted.IN_TOTAL)),
            (Range(4), Range(2)),
        ),
        (
            Dose([Sets(3, Reps(10), side=Side.LEFT), Sets(3, Reps(10), side=Side.RIGHT)]),
            (Range(60), Range(30)),
        ),
        (
            Dose([Sets(3, Reps(10), side=Side.LEFT), Sets(4, Reps(10), side=Side.RIGHT)]),
            (Range(70), NotDetermined("the sides differ")),
        ),
        (
            Dose(Sets(3, Series((Reps(10, side=Side.LEFT), Reps(10, side=Side.RIGHT))))),
            (Range(60), Range(30)),
        ),
        (
            Dose(Sets(3, Series((Reps(10, side=Side.LEFT), Reps(8, side=Side.RIGHT))))),
            (Range(54), NotDetermined("the sides differ")),
        ),
        (
            Dose(Series((Reps(5), Reps(10, side=Side.LEFT), Reps(10, side=Side.RIGHT)))),
            (Range(25), Range(15)),
        ),
        (
            Dose(Series((Reps(5), Reps(10, side=Side.BOTH), Reps(10, side=Side.RIGHT)))),
            (Range(25), NotDetermined("the sides differ")),
        ),
        (
            Dose(
                Series((Reps(10, side=Side.LEFT), Reps(10, side=Side.RIGHT))), ways=EachWay("eye")
            ),
            (Range(40), Range(20)),
        ),
        (
            Dose(Repeat(Series((Reps(1, side=Side.LEFT), Reps(1, side=Side.RIGHT))), 4)),
            (Range(8), Range(4)),
        ),
        (Dose(Reps(10, side=Side.LEFT)), (Range(10), Range(10))),
        (
            Dose(Reps(10, side=Side.LEFT), sides=EachSide()),
            (Range(20), NotDetermined("its parts name sides of their own")),
        ),
        (
            Dose([Sets(3, Reps(10)), Sets(1, Reps(10), side=Side.LEFT)], sides=EachSide()),
            (Range(70), NotDetermined("the sides differ")),
        ),
        (
            Dose([Sets(3, Reps(10)), Sets(1, Reps(10), side=Side.BOTH)], sides=EachSide()),
            (Range(70), Range(40)),
        ),
    ],
)
def test_what_each_side_does(dose: Dose, expected: tuple[Total, Total]) -> None:
    """Each side doubles, one side alone does all of it, and ways are no sides."""
    assert per_side(dose) == expected


@cases(
    ("dose", "expected"),
    [
        (Dose(Timed(minutes(2)), sides=EachSide(Order.HALF_WAY)), (120, 60)),
        (Dose(Timed(minutes(2)), ways=EachWay(order=Order.HALF_WAY)), (120, 120)),
        (Dose(Timed(minutes(2)), ways=EachWay("eye", count=3, order=Order.HALF_WAY)), (360, 360)),
        (
            Dose(Timed(minutes(2)), sides=EachSide(Order.HALF_WAY), ways=EachWay()),
            (120, 60),
        ),
    ],
)
def test_what_changes_half_way_is_shared(dose: Dose, expected: tuple[int, int]) -> None:
    """Two minutes that change half way are one on each side, or in each of two ways."""
    assert per_side(dose, "work") == tuple(map(Range, expected))


EVERY = seconds(60)


@cases(
    ("dose", "expected"),
    [
        (Dose(Sets(4, Timed(seconds(20)), every=EVERY), sides=EachSide(Order.BY_SET)), 60),
        (Dose(Sets(4, Timed(seconds(20)), every=EVERY), sides=EachSide(Order.BY_DOSE)), 240),
        (
            Dose(Sets(4, Timed(seconds(20)), every=EVERY), sides=EachSide(Order.BY_SET, every=2)),
            200,
        ),
        (Dose(Sets(4, Timed(seconds(20)), rest=EVERY), sides=EachSide(Order.BY_SET, every=2)), 300),
        (Dose(Sets(5, Timed(seconds(20)), rest=EVERY), sides=EachSide(Order.BY_SET, every=2)), 360),
        (Dose(Sets(2, Timed(seconds(20)), rest=EVERY), sides=EachSide(Order.BY_SET, every=2)), 120),
        (Dose(Sets(2, Timed(seconds(20)), rest=EVERY), ways=EachWay(order=Order.BY_SET)), 60),
        (Dose(Sets(2, Timed(seconds(20)), rest=EVERY), ways=EachWay()), 120),
        (
            Dose(
                Sets(2, Timed(seconds(20)), rest=EVERY),
                sides=EachSide(Order.BY_SET),
                ways=EachWay(order=Order.BY_DOSE),
            ),
            60,
        ),
    ],
)
def test_rests_of_sides_and_ways(dose: Dose, expected: int) -> None:
    """Sides and ways share the rests after what they take turns in, and no others."""
    assert session(dose, "rest") == Range(expected)


@cases(
    ("work", "sets", "expected"),
    [
        (Reps(6, rest=seconds(5)), 2, NotDetermined("the sides change after several repetitions")),
        (Reps(6), 2, Range(60)),
        (Reps(6), Words("several"), SEVERAL),
    ],
)
def test_sides_that_change_after_several(
    work: Reps, sets: Range | Words | int, expected: Total
) -> None:
    """Where sides change after several repetitions, the rests between these are not told."""
    by_rep = EachSide(Order.BY_REP, every=3)

    assert session(Dose(Sets(sets, work, rest=seconds(60)), sides=by_rep), "rest") == expected


def test_several_sets_of_several_on_a_side() -> None:
    """The rests of several sets are not determined, whatever turns the sides take."""
    by_set = EachSide(Order.BY_SET, every=2)
    dose = Dose(Sets(Words("several"), Reps(5), rest=seconds(60)), sides=by_set)

    assert session(dose, "rest") == SEVERAL


def test_ways_without_a_number_are_not_determined() -> None:
    """How many stances there are is not guessed."""
    dose = Dose(Reps(20), ways=EachWay("stance"))

    assert session(dose, "reps") == NotDetermined("the source does not say how many: stance")


@cases(
    ("order", "counted", "rest", "sets"),
    [
        (UNSAID, Counted.PER_SIDE, (270, 135), (6, 3)),
        (Order.BY_DOSE, Counted.PER_SIDE, (270, 135), (6, 3)),
        (Order.BY_SET, Counted.PER_SIDE, (150, 135), (6, 3)),
        (Order.BY_REP, Counted.PER_SIDE, (135, 135), (6, 3)),
        (Order.HALF_WAY, Counted.PER_SIDE, (135, 135), (3, 3)),
        (Order.BY_REP, Counted.IN_TOTAL, (135, 135), (3, 3)),
        (Order.BY_SET, Counted.IN_TOTAL, (135, 135), (3, Decimal("1.5"))),
    ],
)
def test_sides_that_take_turns_rest_together(
    order: Order, counted: Counted, rest: tuple[int, int], sets: tuple[int, int]
) -> None:
    """There is one rest for both sides where they change within what it separates."""
    work = Reps(2, hold=seconds(5), rest=seconds(5))
    dose = Dose(Sets(3, work, rest=seconds(60)), sides=EachSide(order, counted=counted))

    assert per_side(dose, "rest") == tuple(map(Range, rest))
    assert per_side(dose, "sets") == tuple(map(Range, sets))


def figures_of(found: Volume, scope: str) -> dict[str, Total]:
    """Return some figures in one scope."""
    names = ("sets", "reps", "hold", "work", "counts")
    return {name: getattr(getattr(found, name), scope) for name in names}


def test_one_repetition_and_one_set() -> None:
    """A repetition at 3-0-1-0 lasts 4 s, and a set of ten 40 s."""
    found = volume(Dose(Sets(3, Reps(10, tempo=tempo("3-0-1-0")))))
    larger = NotDetermined("it is larger than one of the repetitions")

    assert figures_of(found, "per_rep") == {
        "sets": larger,
        "reps": Range(1),
        "hold": Range(0),
        "work": Range(4),
        "counts": Range(0),
    }
    assert figures_of(found, "per_set") == {
        "sets": Range(1),
        "reps": Range(10),
        "hold": Range(0),
        "work": Range(40),
        "counts": Range(0),
    }


def test_repetitions_and_sets_that_differ() -> None:
    """What not all sets or repetitions share is not determined for one of them."""
    dose = Dose(
        [
            Sets(1, Repeat(Reps(10, hold=seconds(5)), 2)),
            Sets(1, Series([Reps(8), Rest(seconds(5))])),
        ]
    )
    found = volume(dose)

    assert found.reps.per_rep == Range(1)
    assert found.hold.per_rep == NotDetermined("the repetitions differ")
    assert found.reps.per_set == NotDetermined("the sets differ")


def test_holds_have_no_repetition() -> None:
    """Nothing is told of one repetition where none is counted."""
    found = volume(Dose(Series([Hold(seconds(10)), Rest(seconds(5))])))

    assert found.hold.per_rep == NotDetermined("there are no repetitions")


@cases(
    ("of", "name", "expected"),
    [
        (Hold(Breaths(2)), "hold", Range(8, 12)),
        (Hold(Counts(4)), "hold", Range(4)),
        (Hold(Words("Slowly")), "hold", Range(1, 2)),
        (Hold(Words("several")), "hold", Range(9)),
        (Reps(UNSAID), "reps", Range(7)),
        (Reps(to_failure()), "reps", Range(7)),
        (Sets(Words("several"), Reps(2)), "reps", Range(8)),
        (Sets(3, Reps(1)), "rest", Range(60, 120)),
        (Reps(2), "work", Range(6)),
        (Reps(2, hold=seconds(5)), "work", Range(16)),
        (metres(100), "work", Range(50)),
        (Repeat(Reps(5), UNSAID), "reps", Range(30)),
    ],
)
def test_assumptions_stand_in(of: Sets | Work, name: str, expected: Total) -> None:
    """What the source leaves open is assumed on request, from least to greatest."""
    assumptions = Assumptions(
        breath=Estimate(seconds(5), least=seconds(4), greatest=seconds(6)),
        count=seconds(1),
        words={"slowly": Estimate(seconds(1), greatest=seconds(2))},
        hold=seconds(9),
        reps=7,
        sets=4,
        passes=6,
        rest=Estimate(seconds(30), greatest=seconds(60)),
        repetition=seconds(3),
        lift=seconds(1),
        lower=seconds(2),
        metre=seconds(0.5),
    )

    assert session(of, name, assumptions=assumptions) == expected


def test_rests_around_parts_with_sides_are_everybodys() -> None:
    """Rests between parts, passes and sets that have sides count for each side."""
    left, right = (Hold(seconds(5), side=side) for side in (Side.LEFT, Side.RIGHT))
    chain = Series((left, Rest(seconds(2)), right))
    dose = Dose(Sets(2, Repeat(chain, 3, between=seconds(1)), rest=seconds(60)))

    assert per_side(dose, "rest") == (Range(76), Range(76))
    assert per_side(dose, "hold") == (Range(60), Range(30))
    assert per_side(dose, "sets") == (Range(2), Range(2))


def test_a_time_that_ends_both_sides_is_of_neither() -> None:
    """Where a time ends what both sides do in turn, it does not tell how long each works."""
    left, right = (Hold(seconds(5), side=side) for side in (Side.LEFT, Side.RIGHT))
    dose = Dose(Repeat(Series((left, right)), minutes(1)))

    whole, each = per_side(dose, "work")

    assert whole == Range(60)
    assert each == NotDetermined("it ends by what both sides do together")
    assert per_side(dose, "hold") == (Range(60), Range(30))
