"""Every construct of the notation, with the value that it means and its one canonical text."""

from datetime import date, time
from typing import Any

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
    Compared,
    Comparison,
    Counted,
    Counts,
    Cycle,
    Dates,
    DaysOf,
    DaysPer,
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
    Exertion,
    Frequency,
    Guide,
    Hold,
    InAll,
    Intensity,
    Item,
    Load,
    Mass,
    Order,
    Pace,
    PaceUnit,
    Part,
    PerDay,
    PeriodUnit,
    Range,
    Relation,
    Repeat,
    RepMax,
    Reps,
    Rest,
    Rule,
    Scale,
    Schedule,
    Series,
    Sessions,
    Sets,
    Share,
    Side,
    Sign,
    Span,
    SymptomLimit,
    Target,
    Tempo,
    ThroughTheDay,
    Timed,
    Unit,
    Until,
    Weekday,
    Weekdays,
    Window,
    Words,
    Zone,
    breathing,
    days,
    hours,
    kilometres,
    metres,
    miles,
    minutes,
    months,
    seconds,
    steps,
    tempo,
    weeks,
)
from kinescript.notation import parse, write

THIRTY = seconds(30)
TEN = Reps(10)

DOSES: dict[str, Any] = {
    # How many.
    "10": TEN,
    "8-12": Reps(Range(8, 12)),
    "at least 8": Reps(Range(8, None)),
    "up to 12": Reps(Range(None, 12)),
    "? reps": Reps(UNSAID),
    '"several" reps': Reps(Words("several")),
    "10 throws": Reps(10, activity="throws"),
    '10 of "heel taps"': Reps(10, activity="heel taps"),
    "to failure": Reps(Until("failure")),
    "at least 8 to failure": Reps(Until("failure", Range(8, None))),
    "as many as possible": Reps(Until("as many as possible")),
    "8 reps until tired": Reps(Until("tired", 8)),
    # How long.
    "30 s": Timed(THIRTY),
    "5-10 s": Timed(seconds(5, 10)),
    "45-60 s": Timed(seconds(45, 60)),
    "2.5 s": Timed(seconds(2.5)),
    "3 min": Timed(minutes(3)),
    "1-2 h": Timed(hours(1, 2)),
    "at least 30 s": Timed(seconds(30, None)),
    "up to 30 s": Timed(seconds(None, 30)),
    "20 breaths": Timed(Breaths(20)),
    "5 counts": Timed(Counts(5)),
    'for "a while"': Timed(Words("a while")),
    "for ?": Timed(UNSAID),
    "run 3 min": Timed(minutes(3), activity="run"),
    "walk until pain": Timed(Until("pain"), activity="walk"),
    'at least 30 s until "it has passed"': Timed(Until("it has passed", seconds(30, None))),
    "60 s until spinning plus 20 s": Timed(Until("spinning", seconds(60), then=seconds(20))),
    "2-3 min until blanching": Timed(Until("blanching", minutes(2, 3))),
    "until pain = 3-4/5": Timed(
        Until(Sign("pain", Compared(Comparison.EXACTLY, Range(3, 4), "/5")))
    ),
    "hold 30 s": Hold(THIRTY),
    "hold 20 breaths": Hold(Breaths(20)),
    "hold ?": Hold(UNSAID),
    'hold "a little"': Hold(Words("a little")),
    "hold contract 10 s": Hold(seconds(10), activity="contract"),
    "hold contract for ?": Hold(UNSAID, activity="contract"),
    # How far.
    "400 m": metres(400),
    "5 km": kilometres(5),
    "3 miles": miles(3),
    "25 yd": Distance(25, DistanceUnit.YARD),
    "45 ft": Distance(45, DistanceUnit.FOOT),
    "20 kcal": Distance(20, DistanceUnit.CALORIE),
    "6000 steps": steps(6000),
    "10 floors": Distance(10, DistanceUnit.FLOOR),
    "4 laps": Distance(4, DistanceUnit.LAP),
    "jog 200 m": Distance(200, DistanceUnit.METRE, activity="jog"),
    "? km": Distance(UNSAID, DistanceUnit.KILOMETRE),
    # Inside a set.
    "contract 10 s then stretch 30 s": Series(
        (Timed(seconds(10), activity="contract"), Timed(THIRTY, activity="stretch"))
    ),
    "8 then rest 15 s then 3": Series((Reps(8), Rest(seconds(15)), Reps(3))),
    "(10, hold 5 s) then 30 s": Series((Reps(10, hold=seconds(5)), Timed(THIRTY))),
    "(4 x 30 s)": Repeat(Timed(THIRTY), 4),
    "(4 x 30 s, rest 10 s)": Repeat(Timed(THIRTY), 4, between=seconds(10)),
    "(8 x 50 m, starting every 60 s)": Repeat(metres(50), 8, every=seconds(60)),
    "3 x (4 x 30 s)": Sets(3, Repeat(Timed(THIRTY), 4)),
    # Sets.
    "3 x 10": Sets(3, TEN),
    "2-3 x 8-12": Sets(Range(2, 3), Reps(Range(8, 12))),
    '"several" x 10': Sets(Words("several"), TEN),
    "as many as possible x 10": Sets(Until("as many as possible"), TEN),
    "up to 5 sets until tired x 10": Sets(Until("tired", Range(None, 5)), TEN),
    "warm-up 2 x 5 @ 40% of 1RM | 3 x 5": [
        Sets(2, Reps(5, intensity=Share(40, "1RM")), warm_up=True),
        Sets(3, Reps(5)),
    ],
    "12, 10, 8": [Reps(12), Reps(10), Reps(8)],
    "30 | 2 x 15, rest 60 s | to failure": [
        Reps(30),
        Sets(2, Reps(15), rest=seconds(60)),
        Reps(Until("failure")),
    ],
    "10, hold 5 s": Reps(10, hold=seconds(5)),
    "12, 10, hold 5 s": [Reps(12, hold=seconds(5)), Reps(10, hold=seconds(5))],
    "10, rest 3 s between reps": Reps(10, rest=seconds(3)),
    "3 x 10, rest 60 s": Sets(3, TEN, rest=seconds(60)),
    "3 x 10, rest 2-3 min walk": Sets(3, TEN, rest=Rest(minutes(2, 3), activity="walk")),
    "3 x 10, rest 200 m jog": Sets(3, TEN, rest=Rest(metres(200), activity="jog")),
    "3 x 10, rest 3 min @ 60-70% of HRmax": Sets(
        3, TEN, rest=Rest(minutes(3), intensity=Share(Range(60, 70), "HRmax"))
    ),
    "3 x 10, rest ?": Sets(3, TEN, rest=Rest(UNSAID)),
    "3 x hold 10 s, rest 100% of hold": Sets(3, Hold(seconds(10)), rest=Share(100, "hold")),
    "8 x 50 m, starting every 60 s": Sets(8, metres(50), every=seconds(60)),
    '8 x 50 m, starting every 200% of "own 100 yd"': Sets(
        8, metres(50), every=Share(200, "own 100 yd")
    ),
    "3 x 10, on left | 2 x 10, on right": [
        Sets(3, TEN, side=Side.LEFT),
        Sets(2, TEN, side=Side.RIGHT),
    ],
    "5 x (hold 30 s on left then hold 30 s on right)": Sets(
        5, Series((Hold(THIRTY, side=Side.LEFT), Hold(THIRTY, side=Side.RIGHT)))
    ),
    "8 on left then rest 15 s then 6 on right": Series(
        (Reps(8, side=Side.LEFT), Rest(seconds(15)), Reps(6, side=Side.RIGHT))
    ),
    "3 x (10 on left)": Sets(3, Reps(10, side=Side.LEFT)),
    "30 s then (400 m on both at once)": Series(
        (Timed(THIRTY), Distance(400, DistanceUnit.METRE, side=Side.BOTH))
    ),
    "(2 x 30 s on affected, rest 10 s)": Repeat(
        Timed(THIRTY, side=Side.AFFECTED), 2, between=seconds(10)
    ),
    "(10 @ 5 kg on left, hold 5 s) then 8": Series(
        (Reps(10, hold=seconds(5), intensity=Load(5), side=Side.LEFT), Reps(8))
    ),
    # Tempo.
    "10, tempo 3-0-1-0": Reps(10, tempo=tempo("3-0-1-0")),
    "10, tempo 3-0-X-1": Reps(10, tempo=tempo("30X1")),
    "10, tempo 3-1-2": Reps(10, tempo=tempo("3-1-2")),
    "10, tempo 10-0-10": Reps(10, tempo=tempo("10-0-10")),
    "10 breaths, tempo 4-7-8": Reps(10, tempo=breathing(seconds(4), seconds(7), seconds(8))),
    "10 breaths, tempo 4-7-8 counts": Reps(10, tempo=breathing(Counts(4), Counts(7), Counts(8))),
    '10, tempo (lower "slowly", lift 2 s)': Reps(
        10, tempo=Tempo((Beat(Part.LOWER, Words("slowly")), Beat(Part.LIFT, seconds(2))))
    ),
    "10, tempo (lift ? on both, lower ? on affected)": Reps(
        10,
        tempo=Tempo(
            (
                Beat(Part.LIFT, UNSAID, side=Side.BOTH),
                Beat(Part.LOWER, UNSAID, side=Side.AFFECTED),
            )
        ),
    ),
    '10, tempo (lower "explosive")': Reps(10, tempo=Tempo(Beat(Part.LOWER, EXPLOSIVE))),
    # Sides and ways.
    "10, each side": Dose(TEN, sides=EachSide()),
    "10, left side": Dose(TEN, sides=Side.LEFT),
    "10, right side": Dose(TEN, sides=Side.RIGHT),
    "10, affected side": Dose(TEN, sides=Side.AFFECTED),
    "10, unaffected side": Dose(TEN, sides=Side.UNAFFECTED),
    "10, both sides at once": Dose(TEN, sides=Side.BOTH),
    "10, each side by set": Dose(TEN, sides=EachSide(Order.BY_SET)),
    "10, each side by rep": Dose(TEN, sides=EachSide(Order.BY_REP)),
    "10, each side by dose": Dose(TEN, sides=EachSide(Order.BY_DOSE)),
    "30 s, each side half way": Dose(Timed(THIRTY), sides=EachSide(Order.HALF_WAY)),
    "10, each side, left first, switch 10 s, changing every 5, counted in total": Dose(
        TEN,
        sides=EachSide(first=Side.LEFT, switch=seconds(10), every=5, counted=Counted.IN_TOTAL),
    ),
    "10, each direction": Dose(TEN, ways=EachWay("direction")),
    "10, each eye by set": Dose(TEN, ways=EachWay("eye", order=Order.BY_SET)),
    '10, each of 4 "patterns"': Dose(TEN, ways=EachWay("patterns", count=4)),
    "10, each of 4 patterns": Dose(TEN, ways=EachWay("pattern", count=4)),
    '10, each direction ("clockwise", "anticlockwise")': Dose(
        TEN, ways=EachWay("direction", names=("clockwise", "anticlockwise"))
    ),
    "12, 10, all @ 20 kg": Dose((Reps(12), TEN), intensity=Load(20)),
    "10 @ bodyweight @ 10 kg": Dose(TEN, intensity=(Words("bodyweight"), Load(10))),
    "10 @ 20 kg @ RPE 8": Dose(TEN, intensity=(Load(20), Exertion(8, Scale.RPE))),
}

INTENSITIES: dict[str, Intensity] = {
    "20 kg": Load(20),
    "2-5 lb": Load(Range(2, 5), Mass.POUND),
    "2 pood": Load(2, Mass.POOD),
    '10 kg per "hand"': Load(10, each="hand"),
    '"green" band': Band("green"),
    "70% of 1RM": Share(70, "1RM"),
    "65% of ?": Share(65),
    "85% of TM": Share(85, "TM"),
    '90% of "today\'s top set"': Share(90, "today's top set"),
    "up to 90% of 5RM": Share(Range(None, 90), "5RM"),
    "8RM": RepMax(8),
    "6-8RM": RepMax(Range(6, 8)),
    "RPE 8": Exertion(8, Scale.RPE),
    "CR10 5": Exertion(5),
    "Borg 12-13": Exertion(Range(12, 13), Scale.BORG),
    "2 RIR": Exertion(2, Scale.RIR),
    "discomfort 8": Exertion(8, Scale.DISCOMFORT),
    "zone 2": Zone(2),
    'zone 2 "5-zone model"': Zone(2, "5-zone model"),
    "HR 119-132": Target(Range(119, 132), Unit.BEATS),
    "100 bpm": Target(100, Unit.TEMPO),
    "90 rpm": Target(90, Unit.TURNS),
    "200 W": Target(200, Unit.WATT),
    "3 W/kg": Target(3, Unit.WATT_PER_KILOGRAM),
    "10 km/h": Target(10, Unit.KILOMETRES_PER_HOUR),
    "6 mph": Target(6, Unit.MILES_PER_HOUR),
    "0-30 degrees": Target(Range(0, 30), Unit.DEGREE),
    "up to 45 degrees": Target(Range(None, 45), Unit.DEGREE),
    "20 cm": Target(20, Unit.CENTIMETRE),
    "24 in": Target(24, Unit.INCH),
    "level 5": Target(5, Unit.LEVEL),
    "100 mmHg": Target(100, Unit.MERCURY),
    "5 % incline": Target(5, Unit.INCLINE),
    "pace 5:30 per km": Pace(seconds(330), PaceUnit.KILOMETRE),
    "easy": Words("easy"),
    "bodyweight": Words("bodyweight"),
    "50% of bodyweight": Share(50, "bodyweight"),
    '"barely able to talk"': Words("barely able to talk"),
}

FREQUENCIES: dict[str, Any] = {
    "daily": {"days": EveryDay()},
    "Mon Wed Fri": {"days": Weekdays((Weekday.MON, Weekday.WED, Weekday.FRI))},
    "3 days/week": {"days": DaysPer(3)},
    "2-3 days/week": {"days": DaysPer(Range(2, 3))},
    "at least 3 days/week": {"days": DaysPer(Range(3, None))},
    "1 day/month": {"days": DaysPer(1, months(1))},
    "2 days/2-3 weeks": {"days": DaysPer(2, weeks(2, 3))},
    "1 day/at least 2 months": {"days": DaysPer(1, months(2, None))},
    "07:00, 19:00 exactly": {
        "times": At((time(7), time(19))),
        "timing": Exactness.EXACTLY,
    },
    "daily, 3/day flexible": {
        "days": EveryDay(),
        "times": PerDay(3),
        "timing": Exactness.FLEXIBLE,
    },
    "every 2 days": {"days": EveryDays(days(2))},
    "every 2-3 days": {"days": EveryDays(days(2, 3))},
    "4 on 3 off": {"days": Cycle(4, 3)},
    "2 weeks on 1 week off": {"days": Cycle(2, 1, unit=PeriodUnit.WEEK)},
    "1 month on 2 months off from month 3": {"days": Cycle(1, 2, unit=PeriodUnit.MONTH, start=2)},
    "days 1, 3, 5 of 7 days": {"days": DaysOf((1, 3, 5), days(7))},
    "days 1, 15 of the month": {"days": DaysOf((1, 15), months(1))},
    "day 2 of the week": {"days": DaysOf(2, weeks(1))},
    "days 1, 8, 15 of 3 weeks": {"days": DaysOf((1, 8, 15), weeks(3))},
    "4 on 3 off from day 2": {"days": Cycle(4, 3, start=1)},
    "on 2026-12-01": {"days": Dates(date(2026, 12, 1))},
    'on "training days"': {"days": Words("training days")},
    "4-5/day": {"times": PerDay(Range(4, 5))},
    '"several"/day': {"times": PerDay(Words("several"))},
    "07:00, 18:30": {"times": At((time(7), time(18, 30)))},
    "morning, evening": {"times": At((Anchor.MORNING, Anchor.EVENING))},
    "before breakfast": {"times": At(Around(Anchor.BREAKFAST, Relation.BEFORE))},
    '20 min after "the inhaler"': {"times": At(Around("the inhaler", Relation.AFTER, minutes(20)))},
    'during "the ad break"': {"times": At(Around("the ad break"))},
    "between 08:00 and 10:00": {"times": At(Window(time(8), time(10)))},
    "morning, between breakfast and 12:30": {
        "times": At((Anchor.MORNING, Window(Anchor.BREAKFAST, time(12, 30))))
    },
    "through the day": {"times": ThroughTheDay()},
    "every 2 h": {"times": Every(hours(2))},
    "every 2 h from 07:00 to 21:00": {"times": Every(hours(2), since=time(7), to=time(21))},
    'every 30 min of "sitting"': {"times": Every(minutes(30), during="sitting")},
    "10 min/day": {"times": InAll(minutes(10))},
    "10 min/day in 3 bouts": {"times": InAll(minutes(10), 3)},
    "as needed": {"times": AsNeeded()},
    'as needed for "cravings" most 4': {"times": AsNeeded("cravings", most=4)},
    'when "as often as you like"': {"times": Words("as often as you like")},
    "48 h apart": {"gap": hours(48)},
    "1 day apart": {"gap": days(1)},
    "not after meals": {"not_at": Around("meals", Relation.AFTER)},
    "not 30 min after waking": {"not_at": Around(Anchor.WAKING, Relation.AFTER, minutes(30))},
    "total 150-300 min/week": {"budget": Budget(minutes(150, 300))},
    "total 5-7 sets/day": {"budget": Budget(Range(5, 7), days(1), what="sets")},
    "daily except Sun": {"days": EveryDay(), "except_on": Weekdays(Weekday.SUN)},
    "3 days/week except 2026-12-25": {
        "days": DaysPer(3),
        "except_on": Dates(date(2026, 12, 25)),
    },
    "3/day except Sat Sun, 2026-12-25": {
        "times": PerDay(3),
        "except_on": (Dates(date(2026, 12, 25)), Weekdays((Weekday.SAT, Weekday.SUN))),
    },
    '3 days/week, preferably "on most days"': {"days": DaysPer(3), "preferably": "on most days"},
    "at least 3 days/week, preferably 5 days/week": {
        "days": DaysPer(Range(3, None)),
        "preferably": DaysPer(5),
    },
    "daily, preferably morning": {"days": EveryDay(), "preferably": At(Anchor.MORNING)},
    "daily, preferably (07:00, morning)": {
        "days": EveryDay(),
        "preferably": At((time(7), Anchor.MORNING)),
    },
    "2/day, preferably 3/day": {"times": PerDay(2), "preferably": PerDay(3)},
    "total 10000 steps/day": {"budget": Budget(steps(10000), days(1))},
    "total 20-30 km/week": {"budget": Budget(kilometres(20, 30))},
    "total ? miles/week": {"budget": Budget(Distance(UNSAID, DistanceUnit.MILE))},
    'if "the pain is on one side"': {"condition": "the pain is on one side"},
}

SPANS: dict[str, Span] = {
    "for 6 weeks": Span(weeks(6)),
    "for at least 3 months": Span(months(3, None)),
    "for 6-8 weeks": Span(weeks(6, 8)),
    "weeks 7-12": Span(weeks(6), after=weeks(6)),
    "after 6 weeks": Span(after=weeks(6)),
    'until "full recovery"': Span(Until("full recovery")),
    'for at least 2 weeks until "pain free"': Span(Until("pain free", weeks(2, None))),
    "for 4 sessions": Span(sessions=4),
    'for "a few days"': Span(Words("a few days")),
    "from the start": Span(after=0),
    "weeks 1-2": Span(weeks(2), after=0),
}


def pain(comparison: Comparison, value: int | Range, unit: str = "/10", when: str = "") -> Sign:
    """Make a sign of pain."""
    return Sign("pain", Compared(comparison, value, unit), when=when)


GUIDES: dict[str, Guide] = {
    "pain <= 5/10": SymptomLimit(pain(Comparison.AT_MOST, 5)),
    "pain <= 3/10, else stop": SymptomLimit(pain(Comparison.AT_MOST, 3), Action.STOP),
    'allow "some pain"': SymptomLimit("some pain"),
    "stop if dizziness > 5/10": Rule(
        Sign("dizziness", Compared(Comparison.ABOVE, 5, "/10")), Action.STOP
    ),
    "reduce if pain": Rule("pain", Action.REDUCE),
    "repeat if pain": Rule("pain", Action.REPEAT),
    "carry on if pain": Rule("pain", Action.CONTINUE),
    "go on if pain": Rule("pain", Action.ADVANCE),
    "go back if pain": Rule("pain", Action.BACK),
    '"see a doctor" if pain > 3/10': Rule(pain(Comparison.ABOVE, 3), "see a doctor"),
    "rest 2 days then go back if soreness": Rule("soreness", Action.BACK, rest=days(2)),
    "build hold to 30 s": Change(Aspect.HOLD, THIRTY, direction=Direction.UP),
    "build reps to 10 by 1 every day": Change(
        Aspect.REPS, 10, by=1, direction=Direction.UP, every=days(1)
    ),
    "build load by 5 lb every session": Change(
        Aspect.LOAD, by=Load(5, Mass.POUND), direction=Direction.UP, every=Sessions(1)
    ),
    "reduce load by 10% if fatigue": Change(
        Aspect.LOAD, by=Share(10), direction=Direction.DOWN, when="fatigue"
    ),
    'build load as "as tolerated"': Change(
        Aspect.LOAD, direction=Direction.UP, words="as tolerated"
    ),
    "build reps to 8 after 1 month": Change(
        Aspect.REPS, 8, direction=Direction.UP, after=months(1)
    ),
    "change load to 1 kg after 2 weeks": Change(Aspect.LOAD, Load(1), after=weeks(2)),
    "stop if pain = 3-4/5": Rule(pain(Comparison.EXACTLY, Range(3, 4), "/5"), Action.STOP),
    'stop if "no dizziness" for 24 h': Rule(Sign("no dizziness", lasting=hours(24)), Action.STOP),
    'go on if "clean session" 2 times': Rule(Sign("clean session", times=2), Action.ADVANCE),
    'stop if pain > 4/10 when "the next morning"': Rule(
        pain(Comparison.ABOVE, 4, when="the next morning"), Action.STOP
    ),
    "stop if pain and nausea": Rule(AllOf(("pain", "nausea")), Action.STOP),
    "stop if pain or nausea": Rule(AnyOf(("pain", "nausea")), Action.STOP),
}


@pytest.mark.parametrize("text", DOSES)
def test_doses(text: str) -> None:
    """A dose means what the notation says, and is written in these very words."""
    value = DOSES[text] if isinstance(DOSES[text], Dose) else Dose(DOSES[text])

    assert parse(text, Dose) == value
    assert write(value) == text


@pytest.mark.parametrize("text", INTENSITIES)
def test_intensities(text: str) -> None:
    """How hard is said behind a sign, and kept as it is."""
    value = Dose(TEN, intensity=INTENSITIES[text])

    assert parse(f"10 @ {text}", Dose) == value
    assert write(value) == f"10 @ {text}"


@pytest.mark.parametrize("text", FREQUENCIES)
def test_frequencies(text: str) -> None:
    """How often is days, times and what is around them."""
    value = Frequency(**FREQUENCIES[text])

    assert parse(text, Frequency) == value
    assert write(value) == text


def test_schedules() -> None:
    """Several frequencies stand side by side."""
    value = Schedule(
        (
            Frequency(times=PerDay(2)),
            Frequency(days=Words("sport days"), times=PerDay(1)),
        )
    )

    assert parse('2/day also on "sport days", 1/day', Schedule) == value
    assert write(value) == '2/day also on "sport days", 1/day'


@pytest.mark.parametrize("text", SPANS)
def test_spans(text: str) -> None:
    """For how long follows how often, or is a clause of its own."""
    value = Item("A", TEN, span=SPANS[text])

    assert parse(f"A: 10; {text}", Item) == value
    assert write(value) == f"A: 10; {text}\n"


@pytest.mark.parametrize("text", GUIDES)
def test_guides(text: str) -> None:
    """Limits, rules and changes are clauses, or lines of their own under the item."""
    value = Item("A", TEN, guides=GUIDES[text])

    assert parse(f"A: 10; {text}", Item) == value
    assert parse(f"A: 10\n  rule: {text}", Item) == value
    assert write(value) == f"A: 10; {text}\n"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("daily, not on Sundays", "daily except Sun"),
        ("3/day excluding Sat and Sun", "3/day except Sat Sun"),
        ("daily, but not on 2026-12-25", "daily except 2026-12-25"),
        ("every day but Sunday", "daily except Sun"),
        ("every other day apart from Sun", "every 2 days except Sun"),
        ("3 days/week other than weekends", "3 days/week except Sat Sun"),
        ("48 h apart, daily", "daily, 48 h apart"),
        ("daily except Sun, except 2026-12-25, 07:00", "daily except Sun, 2026-12-25, 07:00"),
        ("on the 1st and 15th of the month", "days 1, 15 of the month"),
        ("on the 1st of each month", "day 1 of the month"),
        ("days 1, 3 and 5 of 7", "days 1, 3, 5 of 7 days"),
        ("on days 1-3, 5 of 7 days", "days 1, 2, 3, 5 of 7 days"),
        ("2 weeks on, 1 week off", "2 weeks on 1 week off"),
        ("4 on, 3 off", "4 on 3 off"),
        ("between 8 am and 10 am", "between 08:00 and 10:00"),
        ("between noon and 2 pm and before bed", "before bedtime, between midday and 14:00"),
        ("10000 steps/day", "total 10000 steps/day"),
        ("20-30 km a week", "total 20-30 km/week"),
        ("daily, preferably in the morning", "daily, preferably morning"),
        ('daily, preferably on "good days"', 'daily, preferably "good days"'),
        ("2 times/2-3 weeks", "2 days/2-3 weeks"),
        ("07:00, exactly", "07:00 exactly"),
        ("flexible, 3/day", "3/day flexible"),
    ],
)
def test_frequencies_in_other_words(text: str, canonical: str) -> None:
    """Common ways to say how often are read, and written in one."""
    assert write(parse(text, Frequency)) == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("(10, on left)", "(10 on left)"),
        ("10 left then 10 right", "10 on left then 10 on right"),
        ("8 on left + 6 on right", "8 on left then 6 on right"),
        (
            "((10 then 5) on left) then (10 on right)",
            "(10 on left then 5 on left) then (10 on right)",
        ),
        (
            "(2 x 10 s) on left then (10 on right)",
            "((2 x 10 s on left)) then (10 on right)",
        ),
        (
            "hold 5 s on left then hold 5 s on right, 3 times",
            "3 x (hold 5 s on left then hold 5 s on right)",
        ),
    ],
)
def test_sides_of_parts_in_other_words(text: str, canonical: str) -> None:
    """A side behind a group is that of all its parts, and each part names it."""
    assert parse(text, Dose) == parse(canonical, Dose)
    assert parse(write(parse(text, Dose)), Dose) == parse(text, Dose)
