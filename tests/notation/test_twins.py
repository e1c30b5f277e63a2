"""Values that differ in one small thing have texts that differ."""

from datetime import date
from itertools import combinations
from typing import Any, TypeAlias

import pytest

from kinescript.model import (
    EXPLOSIVE,
    UNSAID,
    Action,
    AllOf,
    Anchor,
    AnyOf,
    Around,
    AsNeeded,
    Aspect,
    At,
    Band,
    Beat,
    Breaths,
    Budget,
    Change,
    Circuit,
    Code,
    Compared,
    Comparison,
    Component,
    Counted,
    Counts,
    Cycle,
    Dates,
    DaysOf,
    DaysPer,
    Detail,
    Direction,
    Distance,
    DistanceUnit,
    Dose,
    EachSide,
    EachWay,
    Every,
    EveryDay,
    EveryDays,
    Exactness,
    Exercise as Move,
    Exertion,
    Frequency,
    Guide,
    Hold,
    InAll,
    Indication,
    Intensity,
    Item,
    Length,
    Load,
    Mass,
    Order,
    Part,
    PerDay,
    PeriodUnit,
    Phase,
    Pick,
    Position,
    Prescription,
    Range,
    Relation,
    Repeat,
    RepMax,
    Reps,
    Rest,
    Role,
    Routine,
    Rule,
    Scale,
    Schedule,
    Section,
    Series,
    Sessions,
    Sets,
    Share,
    Side,
    Sign,
    Span,
    Superset,
    SymptomLimit,
    Target,
    Tempo,
    Timed,
    Topic,
    Unit,
    Until,
    Weekday,
    Weekdays,
    Window,
    Words,
    Work,
    Zone,
    days,
    hours,
    metres,
    minutes,
    months,
    seconds,
    steps,
    tempo,
    weeks,
)
from kinescript.notation import parse, write

Written: TypeAlias = Prescription | Item | Dose | Frequency | Schedule

TEN = Reps(10)
THE_DAY = date(2026, 12, 25)
LONG = (UNSAID, Words("long"), Words("?"), Words("10 s"), Until("long"), Until("long", seconds(10)))
LENGTHS: tuple[Length, ...] = (*LONG, seconds(10), seconds(10, None), Breaths(10), Counts(10))
INTENSITIES: tuple[Intensity, ...] = (
    *(Words("easy"), Words("20 kg"), Words("green"), Words("green band"), Words("8RM")),
    *(Load(20), Load(20, Mass.POUND), Load(20, each="hand"), Band("green"), RepMax(8)),
    *(Share(70), Share(70, "1RM"), Share(70, "the hold"), Share(70, "hold"), Share(70, "?")),
    *(Exertion(7), Exertion(7, Scale.RPE), Exertion(7, Scale.RIR), Exertion(7, Scale.BORG)),
    *(Zone(2), Zone(2, "of 5"), Target(2, Unit.LEVEL), Target(100, Unit.TEMPO)),
    *(Target(100, Unit.BEATS), Target(5, Unit.INCLINE), Share(5, "incline")),
)
PAIN = Compared(Comparison.ABOVE, 3)


def item(*works: Work) -> list[Written]:
    """Make a dose of each of *works*."""
    return [Dose(work) for work in works]


def timed(*pairs: Guide) -> list[Written]:
    """Make an item with each of some guides."""
    return [Item("A", TEN, guides=guide) for guide in pairs]


def routine(*components: Component) -> list[Written]:
    """Make a prescription with each of some components."""
    return [Prescription("", Phase("", Routine("", each))) for each in components]


A, B = Item("A", TEN), Item("B", TEN)

TWINS: dict[str, list[Written]] = {
    "how many": item(
        TEN,
        *(Reps(Range(10, None)), Reps(Range(None, 10)), Reps(Words("10")), Reps(Words("?"))),
        *(Reps(UNSAID), Reps(Until("failure")), Reps(Until("failure", 10))),
        *(Reps(Until("failure", Range(10, None))), Reps(Until("as many as possible"))),
        *(Reps(Until("as many as possible", 10)), Reps(10, activity="reps")),
        *(Reps(10, activity="breaths"), Reps(10, activity="10"), Reps(10, activity="throws")),
        *(Timed(Breaths(10)), Timed(Counts(10)), Distance(10, DistanceUnit.LAP)),
        Distance(10, DistanceUnit.LAP, activity="laps"),
    ),
    "kept or done": item(
        *(Hold(length) for length in LENGTHS),
        *(Timed(length) for length in LENGTHS),
        *(Reps(10, hold=length) for length in (*LENGTHS, seconds(0))),
        *(Hold(length, activity="walk") for length in LENGTHS),
        *(Timed(length, activity="walk") for length in LENGTHS),
        *(Timed(length, activity="hold") for length in LENGTHS),
    ),
    "how many sets": [
        *(Dose(Sets(count, TEN)) for count in (UNSAID, 1, 2, Range(1, 2), Words("1"))),
        Dose(Sets(Until("tired"), TEN)),
        Dose(Sets(Until("tired", 2), TEN)),
        Dose(Sets(Until("as many as possible"), TEN)),
        Dose(Sets(1, TEN, warm_up=True)),
        Dose(Sets(1, TEN, rest=seconds(10))),
        Dose(Sets(1, TEN, rest=Rest(UNSAID))),
        Dose(Sets(1, TEN, rest=Rest(Words("?")))),
        Dose(Sets(1, TEN, rest=Rest(seconds(10), activity="walk"))),
        Dose(Sets(1, TEN, rest=Rest(seconds(10), intensity=Words("walk")))),
        Dose(Sets(1, TEN, rest=metres(10))),
        Dose(Sets(1, TEN, rest=Share(10, "hold"))),
        Dose(Sets(1, TEN, every=seconds(10))),
        Dose(Sets(1, TEN, every=Share(10, "hold"))),
        Dose(Sets(1, TEN, side=Side.LEFT)),
        Dose(Sets(1, TEN), sides=Side.LEFT),
        Dose(Sets(1, Reps(10, rest=Rest(seconds(10))))),
    ],
    "inside a set": item(
        *(Repeat(TEN, end) for end in (UNSAID, 3, Words("3"), minutes(3), Breaths(3), metres(3))),
        *(Repeat(TEN, end) for end in (Until("tired"), Until("tired", 3), Until("3 times"))),
        Repeat(TEN, Until("tired", minutes(3))),
        Repeat(TEN, Until("tired", minutes(3), then=seconds(3))),
        Repeat(TEN, 3, between=seconds(10)),
        Repeat(TEN, 3, every=seconds(10)),
        Repeat(Reps(10, rest=Rest(seconds(10))), 3),
        *(Repeat(Repeat(TEN, 2), 3), Repeat(Repeat(TEN, 3), 2)),
        *(Repeat(Series((TEN, TEN)), 3), Series((Repeat(TEN, 3), TEN))),
        *(Series((TEN, Repeat(TEN, 3))), Series((TEN, TEN)), Series((TEN, TEN, TEN))),
        *(Series((Series((TEN, TEN)), TEN)), Series((TEN, Series((TEN, TEN))))),
        *(Series((TEN, Rest(seconds(3)))), Series((Rest(seconds(3)), TEN))),
        Series((Rest(seconds(3)), Rest(seconds(3)))),
    ),
    "one set or several": [
        Dose([TEN, TEN]),
        Dose([Sets(2, TEN)]),
        Dose(Series((TEN, TEN))),
        Dose(Repeat(TEN, 2)),
        Dose(Sets(1, Repeat(TEN, 2))),
        Dose(Sets(2, Repeat(TEN, 1))),
        Dose([Sets(1, TEN), TEN]),
        Dose([TEN, Sets(1, TEN)]),
        Dose([TEN, Reps(10, hold=seconds(5))]),
        Dose([Reps(10, hold=seconds(5)), TEN]),
        Dose([Reps(10, hold=seconds(5)), Reps(10, hold=seconds(5))]),
        Dose([TEN, Hold(seconds(5))]),
        Dose([TEN, Timed(seconds(5))]),
        Dose(Reps(10, hold=seconds(5))),
        Dose([TEN, TEN], sides=EachSide()),
        Dose(TEN, sides=EachSide()),
    ],
    "on which side": [
        *(Dose(Reps(10, side=side)) for side in Side),
        *(Dose(TEN, sides=side) for side in Side),
        *(Dose(Sets(2, Reps(10, side=side))) for side in Side),
        *(Dose(Sets(2, TEN, side=side)) for side in (Side.LEFT, Side.BOTH)),
        Dose(Sets(2, TEN), sides=Side.LEFT),
        Dose(Reps(10, side=Side.LEFT), sides=Side.LEFT),
        Dose(Reps(10, side=Side.LEFT), intensity=Load(5)),
        Dose(Reps(10, side=Side.LEFT, intensity=Load(5))),
        Dose(Reps(10, side=Side.LEFT, hold=seconds(5))),
        Dose(Repeat(Reps(10, side=Side.LEFT), 2)),
        Dose(Repeat(TEN, 2), sides=Side.LEFT),
        *(
            Dose(Series((Reps(10, side=one), Reps(10, side=other))), sides=both)
            for one in (UNSAID, Side.LEFT, Side.RIGHT)
            for other in (UNSAID, Side.LEFT)
            for both in (UNSAID, Side.LEFT)
        ),
        Dose([Reps(10, side=Side.LEFT), Reps(10, side=Side.LEFT)]),
        Dose([Sets(UNSAID, TEN, side=Side.LEFT), Sets(UNSAID, TEN, side=Side.RIGHT)]),
        Dose(Hold(seconds(10), side=Side.LEFT)),
        Dose(Hold(Until("long"), side=Side.LEFT)),
        Dose(metres(10), sides=Side.LEFT),
        Dose(Distance(10, DistanceUnit.METRE, side=Side.LEFT)),
    ],
    "tempo": item(
        *(TEN, Reps(10, tempo=tempo("3-0-1")), Reps(10, tempo=tempo("3-0-1-0"))),
        Reps(10, tempo=tempo("3-0-X")),
        Reps(10, tempo=Tempo(Beat(Part.LOWER, seconds(3)))),
        Reps(10, tempo=Tempo(Beat(Part.LOWER, Counts(3)))),
        Reps(10, tempo=Tempo(Beat(Part.LOWER, UNSAID))),
        Reps(10, tempo=Tempo(Beat(Part.LOWER, Words("?")))),
        Reps(10, tempo=Tempo(Beat(Part.LOWER, EXPLOSIVE))),
        Reps(10, tempo=Tempo(Beat(Part.LOWER, UNSAID, side=Side.LEFT))),
        *(
            Reps(count, tempo=Tempo(Beat(Part.INHALE, long)), activity=activity)
            for count in (10, UNSAID, Words("10"), Until("tired"))
            for long in (seconds(0), seconds(4))
            for activity in ("", "breaths")
        ),
    ),
    "how hard": [
        *(Dose(Reps(10, intensity=each)) for each in INTENSITIES),
        *(Dose(TEN, intensity=each) for each in INTENSITIES),
        *(Dose(Reps(10, intensity=Load(20)), intensity=each) for each in INTENSITIES),
        Dose(TEN, intensity=(Load(20), Words("easy"))),
        Dose(TEN, intensity=(Words("easy"), Load(20))),
    ],
    "sides and ways": [
        *(Dose(TEN, sides=side) for side in (UNSAID, *Side, EachSide(), EachSide(every=2))),
        *(Dose(TEN, sides=EachSide(order)) for order in Order),
        *(Dose(TEN, sides=EachSide(switch=length)) for length in LENGTHS if length is not UNSAID),
        Dose(TEN, sides=EachSide(first=Side.LEFT)),
        Dose(TEN, sides=EachSide(counted=Counted.IN_TOTAL)),
        *(Dose(TEN, ways=EachWay(kind)) for kind in ("side", "eye", "eyes", "direction", "way")),
        *(Dose(TEN, ways=EachWay("eye", order=order)) for order in Order),
        *(Dose(TEN, ways=EachWay("eye", count=count)) for count in (2, Words("2"))),
        *(Dose(TEN, ways=EachWay("eye", names=names)) for names in (["a"], ["a", "b"], ["a, b"])),
        Dose(TEN, ways=EachWay("eyes", count=2)),
        Dose(TEN, sides=EachSide(Order.BY_SET), ways=EachWay()),
        Dose(TEN, sides=EachSide(), ways=EachWay(order=Order.BY_SET)),
    ],
    "how often": [
        Frequency(days=EveryDay()),
        *(Frequency(days=EveryDays(days(1))), Frequency(days=EveryDays(weeks(1)))),
        *(Frequency(times=PerDay(count)) for count in (1, Range(1, 2), UNSAID, Words("1"))),
        *(Frequency(days=DaysPer(count)) for count in (1, Range(1, 2), UNSAID, Words("1"))),
        *(Frequency(days=DaysPer(1, period)) for period in (days(1), days(7), weeks(2), months(1))),
        *(Frequency(days=Words("daily")), Frequency(times=Words("daily"))),
        *(Frequency(days=Cycle(4, 3)), Frequency(days=Cycle(4, 3, start=1))),
        Frequency(days=Cycle(4, 3, unit=PeriodUnit.WEEK)),
        Frequency(days=Cycle(4, 3, unit=PeriodUnit.WEEK, start=1)),
        *(Frequency(days=DaysOf((1, 3), period)) for period in (days(7), weeks(1), months(1))),
        *(Frequency(days=DaysOf(1, period)) for period in (days(1), weeks(2))),
        *(Frequency(days=Weekdays(Weekday.SUN)), Frequency(except_on=Weekdays(Weekday.SUN))),
        *(Frequency(days=Dates(THE_DAY)), Frequency(except_on=Dates(THE_DAY))),
        Frequency(except_on=(Weekdays(Weekday.SUN), Dates(THE_DAY))),
        Frequency(days=Dates(THE_DAY), except_on=Weekdays(Weekday.SUN)),
        *(Frequency(times=At(Anchor.MORNING)), Frequency(times=Words("morning"))),
        *(Frequency(times=At(Around("morning"))), Frequency(not_at=Around("morning"))),
        Frequency(times=At(Around(Anchor.MORNING, Relation.BEFORE))),
        Frequency(times=At(Around("morning", Relation.BEFORE))),
        Frequency(times=At(Around("morning", Relation.AFTER))),
        Frequency(times=At(Around("morning", Relation.AFTER, minutes(5)))),
        Frequency(times=At((Anchor.MORNING, Anchor.EVENING))),
        Frequency(times=At(Window(Anchor.MORNING, Anchor.EVENING))),
        Frequency(times=At(Window(Anchor.EVENING, Anchor.MORNING))),
        *(Frequency(times=Every(hours(2))), Frequency(times=Every(hours(2), during="hours"))),
        *(Frequency(times=Every(hours(2), to=Anchor.MORNING)), Frequency(times=InAll(hours(2)))),
        Frequency(times=Every(hours(2), since=Anchor.MORNING)),
        Frequency(times=InAll(hours(2), 2)),
        *(Frequency(times=AsNeeded()), Frequency(times=AsNeeded("pain"))),
        *(Frequency(times=AsNeeded(most=2)), Frequency(times=AsNeeded(most=Words("2")))),
        *(
            Frequency(days=EveryDay(), preferably=better)
            for better in (
                *("morning", At(Anchor.MORNING), At((Anchor.MORNING, Anchor.EVENING))),
                *(DaysPer(5), PerDay(5), Weekdays(Weekday.SUN), Dates(THE_DAY)),
                *(Dates((THE_DAY, date(2026, 12, 26))), Words("daily"), EveryDay()),
            )
        ),
        Frequency(days=EveryDay(), times=At(Anchor.MORNING)),
        Frequency(days=EveryDay(), times=At(Anchor.EVENING), preferably=At(Anchor.MORNING)),
        *(
            Frequency(budget=budget)
            for budget in (
                *(Budget(steps(10), days(1)), Budget(10, days(1), what="steps")),
                *(Budget(metres(10)), Budget(minutes(10)), Budget(10, what="m")),
            )
        ),
        *(Frequency(times=PerDay(1), timing=how) for how in Exactness),
        *(Frequency(gap=hours(5), timing=how) for how in Exactness),
        Frequency(except_on=Weekdays(Weekday.MON), timing=Exactness.EXACTLY),
        *(Frequency(times=Words("flexible"), timing=how) for how in (UNSAID, *Exactness)),
        *(Frequency(days=DaysPer(1, weeks(*ends))) for ends in ((1, 2), (1, None), (None, 2))),
        *(Frequency(gap=hours(24)), Frequency(gap=days(1)), Frequency(condition="daily")),
        Frequency(days=EveryDay(), times=PerDay(1)),
        Schedule((Frequency(days=EveryDay()), Frequency(times=PerDay(1)))),
        Schedule((Frequency(times=PerDay(1)), Frequency(days=EveryDay()))),
    ],
    "for how long": [
        Item("A", TEN, span=span)
        for span in (
            *(UNSAID, Span(), Span(days(7)), Span(weeks(1)), Span(weeks(1, None))),
            *(Span(Words("1 week")), Span(Until("1 week")), Span(Until("x", weeks(1)))),
            *(Span(after=weeks(1)), Span(after=days(7)), Span(after=0), Span(after=weeks(0))),
            *(Span(weeks(1), after=weeks(1)), Span(weeks(1), after=days(7)), Span(sessions=1)),
            *(Span(weeks(1), after=weeks(1, 2)), Span(weeks(1, 2), after=weeks(1))),
            *(Span(weeks(1), sessions=1), Span(weeks(1), sessions=Words("1"))),
            *(Span(weeks(1), after=0), Span(after=0, sessions=1)),
        )
    ],
    "what steers it": timed(
        *(Rule("pain", action) for action in (*Action, "stop", "rest")),
        Rule("pain", Action.STOP, rest=days(1)),
        Rule(Sign("pain", PAIN), Action.STOP),
        Rule(Sign("pain > 3"), Action.STOP),
        *(
            SymptomLimit(sign)
            for sign in (
                *(Sign("pain"), Sign("pain", PAIN), Sign("pain", PAIN, times=2)),
                *(Sign("pain", times=2), Sign("pain", times=Words("2")), Sign("pain 2 times")),
                *(Sign("pain", when="2"), Sign("pain", lasting=hours(24))),
                *(Sign("pain", lasting=days(1)), Sign("pain", Compared(Comparison.ABOVE, 3, "%"))),
                Sign("pain", Compared(Comparison.ABOVE, 3, "/10")),
                Sign("pain", Compared(Comparison.ABOVE, 3, "/ 10")),
                Sign("pain", Compared(Comparison.AT_LEAST, Range(3, 4))),
                *(AllOf(("pain", "x")), AnyOf(("pain", "x")), AnyOf(("x", "pain"))),
                *(Sign("pain and x"), AllOf((Sign("pain", PAIN), "x"))),
            )
        ),
        *(SymptomLimit("pain", Action.STOP), SymptomLimit("pain", "stop")),
        *(
            Change(Aspect.HOLD, to)
            for to in (5, seconds(5), Counts(5), metres(5), Load(5), Words("5"), UNSAID)
        ),
        Change(Aspect.HOLD, 5, direction=Direction.UP),
        Change(Aspect.HOLD, by=5, direction=Direction.UP),
        Change(Aspect.HOLD, by=5, direction=Direction.DOWN),
        Change(Aspect.HOLD, 5, every=days(1)),
        Change(Aspect.HOLD, 5, every=Words("1 day")),
        Change(Aspect.HOLD, 5, after=days(1)),
        Change(Aspect.HOLD, 5, when="pain"),
        Change(Aspect.HOLD, 5, words="pain"),
        Change((Aspect.HOLD, Aspect.REPS), 5),
        Change((Aspect.REPS, Aspect.HOLD), 5),
    ),
    "names": [
        *(Item(name, TEN) for name in ("A", "a", "A, b", "A: b", '"A"', " A", "A ", "A\nB")),
        *(Item(name, TEN) for name in ("rest", "words", "phase", "phase A", "then A", "#A", "A #")),
        Item(Move("A", positions="b"), TEN),
        *(Item(Move("A", positions=name), TEN) for name in ("b or c", "b, c", "b:", "B")),
        Item(Move("A", positions=("b", "c")), TEN),
        Item(Move("A", positions=Position("b", setup="c")), TEN),
        Item("A"),
        Item("A", Reps(UNSAID)),
    ],
    "what stands together": routine(
        A,
        Item("rest", Timed(seconds(5))),
        Rest(seconds(5)),
        Rest(metres(5)),
        *(Rest(UNSAID), Rest(Words("?"))),
        *(Section(A), Section(A, role=Role.MAIN), Section(A, name="main"), Section(A, name="A")),
        Section(A, role=Role.MAIN, name="A"),
        Section(A, role=Role.MAIN, name="main"),
        Section(A, length=minutes(5)),
        *(Circuit(A), Circuit(A, 3), Circuit(A, Words("3")), Circuit(A, minutes(3))),
        *(Circuit(A, Until("3")), Circuit(A, Until("3", 3)), Circuit(A, Until("3", minutes(3)))),
        *(Circuit(A, 3, rest=seconds(5)), Circuit(A, 3, between=seconds(5))),
        *(Circuit(A, 3, every=seconds(5)), Circuit(A, 3, turns=True), Circuit(A, 3, for_time=True)),
        *(Circuit(A, 3, intensity=Load(5)), Circuit(A, 3, name="3")),
        *(Superset((A, B)), Superset((A, B), for_time=True), Superset((A, B), name="for time")),
        *(Pick(A), Pick(A, 1), Pick(A, Words("1")), Pick(A, name="1"), Section(Section(A))),
    ),
    "what else is told": [
        *(
            Prescription("", (), details=Detail(topic, text))
            for topic in (Topic.SETTING, Topic.AVOID, Topic.OTHER)
            for text in ("at home", '"at home"', "a # b", "a\nb")
        ),
        Prescription("", (), details=(Detail(Topic.AVOID, "x"), Detail(Topic.SETTING, "y"))),
        Prescription("", (), details=(Detail(Topic.SETTING, "y"), Detail(Topic.AVOID, "x"))),
        *(Prescription("", (), precautions="x"), Prescription("", (), contraindications="x")),
        *(Prescription("", Phase("", (), precautions="x")),),
        *(Prescription("", Phase("", (), contraindications="x")),),
        Prescription("", Phase("", Routine("", (), precautions="x"))),
        Prescription("", Phase("", Routine("", (), details=Detail(Topic.AVOID, "x")))),
        Prescription("", Phase("", Routine("", Item("A", precautions="x")))),
        Prescription("", Phase("", Routine("", Item("A", contraindications="x")))),
        Prescription("", Phase("", Routine("", Item("A", details=Detail(Topic.AVOID, "x"))))),
        Prescription("", Phase("", Routine("", Item("Avoid")))),
        *(
            Prescription("", (), indications=found)
            for found in (
                *("x", ("x", "y"), Indication("x", site="y"), Indication("x", side=Side.LEFT)),
                Indication("x", codes=Code("y", "z")),
            )
        ),
        *(
            Prescription("", (), reviews=when)
            for when in (Sessions(), Sessions(6), days(6), weeks(6), weeks(6, 8), THE_DAY)
        ),
        Prescription("", (), reviews=(THE_DAY, weeks(6))),
        Prescription("", (), reviews=(weeks(6), THE_DAY)),
    ],
    "what is empty": [
        Prescription("", ()),
        Prescription("", Phase("", ())),
        Prescription("", (Phase("", ()), Phase("", ()))),
        Prescription("", Phase("", Routine("", ()))),
        Prescription("", Phase("", (Routine("", ()), Routine("", ())))),
        Prescription("", Phase("", Routine("", A))),
        Prescription("", (Phase("", Routine("", A)), Phase("", Routine("", A)))),
        Prescription("", Phase("", (Routine("", A), Routine("", A)))),
        Prescription("", Phase("", Routine("", (A, A)))),
        Prescription("", (Phase("", ()), Phase("", Routine("", A)))),
        Prescription("", Phase("", Routine("", A), frequency=Frequency(days=EveryDay()))),
        Prescription("", Phase("", Routine("", A, frequency=Frequency(days=EveryDay())))),
        Prescription("", Phase("", Routine("", A)), frequency=Frequency(days=EveryDay())),
        Prescription("", Phase("", Routine("", Item("A", TEN, frequency=Frequency(gap=days(1)))))),
    ],
}


@pytest.mark.parametrize("group", TWINS)
def test_near_twins_have_texts_of_their_own(group: str) -> None:
    """However little two values differ, so do their texts."""
    told = {write(value): value for value in TWINS[group]}

    assert all(one != other for one, other in combinations(TWINS[group], 2))
    assert len(told) == len(TWINS[group])


@pytest.mark.parametrize("group", TWINS)
def test_near_twins_come_back(group: str) -> None:
    """Each is read again as itself, and its text stays as it is."""
    for value in TWINS[group]:
        kind: Any = type(value)
        text = write(value)

        assert parse(text, kind) == value
        assert write(parse(text, kind)) == text
