"""Totals that a frequency itself tells."""

from tests.volumes.cases import cases

from kinescript import (
    UNSAID,
    Assumptions,
    Budget,
    Distance,
    DistanceUnit,
    Dose,
    EachSide,
    EveryDay,
    Frequency,
    Hold,
    InAll,
    Item,
    NotDetermined,
    Phase,
    Range,
    Reps,
    Routine,
    Schedule,
    Section,
    Sets,
    Side,
    Span,
    Timed,
    Unsaid,
    Words,
    item_volumes,
    kilometres,
    minutes,
    per_day,
    per_week,
    seconds,
    steps,
    volume,
)
from kinescript.model import Component, DaysPer, Period, days, months, weeks
from kinescript.volumes import Total

HOW_MANY = NotDetermined("the source does not say how many")
UNENDING = NotDetermined("the source does not say how long the programme lasts")
DOSE = NotDetermined("the source does not say the dose")
REP_TIME = NotDetermined("the source does not say how long a repetition takes")
BOTH = NotDetermined("it is told of both sides together")
DIFFER = NotDetermined("its bouts do not come to the time of the day")
SEVERAL = NotDetermined("the source says only “several”")
DAYS = NotDetermined("the source does not say on which days")
WHEN = NotDetermined("the source does not say when in the day")
TOLD_IN_STEPS = NotDetermined("it is told in steps")
HALF_AN_HOUR = Frequency(times=InAll(minutes(30)))
IN_THREE = Frequency(times=InAll(minutes(30), 3))
WALK = Dose(Timed(minutes(10)))


def walk(
    dose: Dose | Unsaid = UNSAID,
    frequency: Frequency = HALF_AN_HOUR,
    span: Span | Unsaid = UNSAID,
) -> Item:
    """Return a walk; half an hour a day unless said."""
    return Item("Walk", dose, frequency=frequency, span=span)


@cases(
    ("item", "session", "day", "bouts"),
    [
        (walk(), DOSE, Range(1800), HOW_MANY),
        (walk(WALK), Range(600), Range(1800), Range(3)),
        (walk(Dose(Timed(minutes(20)))), Range(1200), Range(1800), Range(2)),
        (walk(Dose(Timed(minutes(10, 15)))), Range(600, 900), Range(1800), Range(2, 3)),
        (walk(Dose(Sets(2, Timed(minutes(5))))), Range(600), Range(1800), Range(3)),
        (walk(Dose(Reps(10))), REP_TIME, Range(1800), HOW_MANY),
        (walk(frequency=IN_THREE), Range(600), Range(1800), Range(3)),
        (walk(Dose(Timed(UNSAID)), IN_THREE), Range(600), Range(1800), Range(3)),
        (walk(WALK, IN_THREE), Range(600), Range(1800), Range(3)),
        (
            walk(frequency=Frequency(times=InAll(minutes(30), Range(2, 3)))),
            Range(600, 900),
            Range(1800),
            Range(2, 3),
        ),
        (
            walk(frequency=Frequency(times=InAll(minutes(30, None), 3))),
            Range(600, None),
            Range(1800, None),
            Range(3),
        ),
        (
            walk(frequency=Frequency(times=InAll(minutes(30), Words("several")))),
            SEVERAL,
            Range(1800),
            SEVERAL,
        ),
        (walk(WALK, Frequency(times=InAll(minutes(30), 2))), Range(600), DIFFER, Range(2)),
        (walk(WALK, Frequency(times=InAll(minutes(10), 2))), Range(600), DIFFER, Range(2)),
        (
            walk(WALK, Frequency(times=InAll(minutes(15, 45), 2))),
            Range(600),
            Range(900, 2700),
            Range(2),
        ),
        (
            walk(WALK, Frequency(times=InAll(minutes(None, 45), Range(None, 2)))),
            Range(600),
            Range(None, 2700),
            Range(None, 2),
        ),
        (
            walk(WALK, Frequency(times=InAll(minutes(30), Words("several")))),
            Range(600),
            Range(1800),
            SEVERAL,
        ),
    ],
)
def test_a_time_of_the_day(item: Item, session: Total, day: Total, bouts: Total) -> None:
    """A time a day is the day's work, in bouts as written or as many as it takes."""
    found = volume(item)

    assert found.work.per_session == session
    assert (found.work.per_day, found.bouts.per_day) == (day, bouts)
    assert found.sessions.per_day == bouts


@cases(
    ("item", "week", "in_all"),
    [
        (walk(), Range(12600), UNENDING),
        (walk(span=Span(weeks(2))), Range(12600), Range(25200)),
        (walk(Dose(Timed(minutes(20))), span=Span(weeks(2))), Range(12600), Range(25200)),
        (
            walk(
                frequency=Frequency(days=DaysPer(3), times=InAll(minutes(30))), span=Span(weeks(2))
            ),
            Range(5400),
            Range(10800),
        ),
        (walk(WALK, span=Span(sessions=4)), Range(12600), Range(2400)),
        (walk(WALK, Frequency(times=InAll(minutes(30), 2)), Span(weeks(2))), DIFFER, DIFFER),
    ],
)
def test_a_time_of_every_day(item: Item, week: Total, in_all: Total) -> None:
    """The time of a day adds up over a week and the programme."""
    work = volume(item).work

    assert (work.per_week, work.in_all) == (week, in_all)


A_WEEK = Budget(minutes(150, 300))
A_DAY = Budget(minutes(30), days(1))


@cases(
    ("item", "day", "week", "in_all"),
    [
        (walk(frequency=Frequency(budget=A_WEEK)), DOSE, Range(9000, 18000), UNENDING),
        (
            walk(frequency=Frequency(budget=A_WEEK), span=Span(weeks(2))),
            DOSE,
            Range(9000, 18000),
            Range(18000, 36000),
        ),
        (
            walk(frequency=Frequency(budget=A_WEEK), span=Span(10)),
            DOSE,
            Range(9000, 18000),
            NotDetermined("the span is no whole number of its weeks or cycles"),
        ),
        (
            walk(frequency=Frequency(budget=A_DAY), span=Span(10)),
            Range(1800),
            Range(12600),
            Range(18000),
        ),
        (
            walk(frequency=Frequency(days=DaysPer(3), budget=A_DAY)),
            Range(1800),
            Range(5400),
            UNENDING,
        ),
        (
            walk(WALK, Frequency(days=DaysPer(3), budget=A_WEEK)),
            Range(600),
            Range(1800),
            UNENDING,
        ),
        (walk(WALK, Frequency(budget=A_WEEK, condition="sore")), WHEN, DAYS, DAYS),
        (walk(WALK, Frequency(budget=A_WEEK)), WHEN, Range(9000, 18000), UNENDING),
        (walk(frequency=Frequency(budget=Budget(minutes(90), months(1)))), DOSE, DOSE, DOSE),
        (
            walk(frequency=Frequency(budget=Budget(Range(20), what="laps"))),
            DOSE,
            DOSE,
            DOSE,
        ),
    ],
)
def test_a_budget_of_time(item: Item, day: Total, week: Total, in_all: Total) -> None:
    """A budget tells the work of its day or week, where nothing else does."""
    work = volume(item).work

    assert (work.per_day, work.per_week, work.in_all) == (day, week, in_all)


def test_a_budget_of_bouts() -> None:
    """Ten bouts a week are those of each side, too."""
    budget = Budget(Range(10), what="bouts")
    bouts = volume(
        walk(Dose(Reps(5), sides=EachSide()), Frequency(budget=budget), Span(weeks(2)))
    ).bouts

    assert (bouts.per_week, bouts.per_week_per_side, bouts.in_all) == (
        Range(10),
        Range(10),
        Range(20),
    )


@cases(
    ("amount", "period", "name", "expected"),
    [
        (steps(10_000), days(1), "steps", (Range(10_000), Range(70_000), Range(140_000))),
        (steps(10_000), days(1), "distance", (TOLD_IN_STEPS,) * 3),
        (steps(10_000), days(1), "calories", (DOSE,) * 3),
        (
            Distance(900, DistanceUnit.CALORIE),
            weeks(1),
            "calories",
            (DOSE, Range(900), Range(1800)),
        ),
        (kilometres(20), weeks(1), "distance", (DOSE, Range(20_000), Range(40_000))),
        (kilometres(20), weeks(1), "steps", (DOSE,) * 3),
    ],
)
def test_a_budget_of_steps_and_calories(
    amount: Distance, period: Period, name: str, expected: tuple[Total, Total, Total]
) -> None:
    """A budget tells the figure in which it is counted."""
    frequency = Frequency(days=EveryDay(), budget=Budget(amount, period))
    found = getattr(volume(walk(frequency=frequency, span=Span(weeks(2)))), name)

    assert (found.per_day, found.per_week, found.in_all) == expected


def test_a_budget_of_sets() -> None:
    """Five to seven sets a day are that many sets, and say nothing of the work."""
    budget = Budget(Range(5, 7), days(1), what="sets")
    found = volume(walk(WALK, Frequency(budget=budget)))

    assert (found.sets.per_day, found.sets.per_week) == (Range(5, 7), Range(35, 49))
    assert found.work.per_day == WHEN


@cases(
    ("dose", "expected"),
    [
        (Dose(Hold(seconds(30)), sides=EachSide()), (Range(1800), Range(900))),
        (Dose(Hold(seconds(35)), sides=EachSide()), (Range(1800), BOTH)),
        (Dose(Reps(10), sides=EachSide()), (Range(1800), BOTH)),
        (Dose(Reps(10), sides=Side.LEFT), (Range(1800), Range(1800))),
        (Dose(Reps(10)), (Range(1800), Range(1800))),
        (UNSAID, (Range(1800), Range(1800))),
    ],
)
def test_a_total_of_both_sides(dose: Dose | Unsaid, expected: tuple[Total, Total]) -> None:
    """A total is that of one side only where that does all of it, or where bouts make it up."""
    work = volume(walk(dose)).work

    assert (work.per_day, work.per_day_per_side) == expected


def test_a_total_and_assumptions() -> None:
    """What is written counts before what is assumed."""
    assumed = Assumptions(activity=minutes(5), through_the_day=2)
    bare, in_three, several = (
        volume(walk(frequency=each), assumptions=assumed)
        for each in (
            HALF_AN_HOUR,
            IN_THREE,
            Frequency(times=InAll(minutes(30), Words("several"))),
        )
    )

    assert (bare.work.per_session, bare.bouts.per_day) == (Range(300), Range(6))
    assert (in_three.work.per_session, in_three.work.per_day) == (Range(600), Range(1800))
    assert (several.work.per_session, several.bouts.per_day) == (Range(900), Range(2))


BOTH_ITEMS = [Item("Walk", WALK), Item("Bike", WALK)]


@cases(
    ("of", "expected"),
    [
        (Routine("", BOTH_ITEMS[:1], frequency=HALF_AN_HOUR), (Range(600), Range(1800), Range(3))),
        (Routine("", BOTH_ITEMS, frequency=HALF_AN_HOUR), (Range(1200), Range(1800), Range(2))),
        (Routine("", [], frequency=HALF_AN_HOUR), (Range(0), Range(0), HOW_MANY)),
        (
            Routine("", [walk(), walk(frequency=per_day(2))], frequency=per_day(1)),
            (DOSE, DOSE, NotDetermined("the exercises have frequencies of their own")),
        ),
        (
            Section([walk(WALK), walk(Dose(Timed(minutes(15))))]),
            (Range(1500), Range(3600), HOW_MANY),
        ),
        (
            Phase("", [Routine("", BOTH_ITEMS)] * 2, frequency=HALF_AN_HOUR),
            (Range(1200), HOW_MANY, HOW_MANY),
        ),
        (
            Routine("", BOTH_ITEMS[0], frequency=Schedule([HALF_AN_HOUR, per_week(1)])),
            (Range(600), HOW_MANY, HOW_MANY),
        ),
    ],
)
def test_a_total_of_several_items(
    of: Component | Routine | Phase, expected: tuple[Total, Total, Total]
) -> None:
    """A total that a routine's items inherit is that of all of them together."""
    found = volume(of)

    assert (found.work.per_session, found.work.per_day, found.sessions.per_day) == expected


def test_a_total_of_each_item() -> None:
    """A total tells the work of an item that has it alone, and bouts of those that share it."""
    shared = item_volumes(Routine("", BOTH_ITEMS, frequency=HALF_AN_HOUR))
    own = item_volumes(Routine("", Item("Walk"), frequency=HALF_AN_HOUR))

    assert [each.work.per_day for each in shared.values()] == [Range(1200), Range(1200)]
    assert [each.bouts.per_day for each in shared.values()] == [Range(2), Range(2)]
    assert own["items[0]"].work.per_day == Range(1800)
