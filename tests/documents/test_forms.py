"""Everything that the model can say has one plain form, which is read as the same value."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import attrs
import pytest

from kinescript import model
from kinescript.documents._converter import CONVERTER
from kinescript.documents._forms import SHORT, TAGS, USUAL, form_of, tags_in
from kinescript.documents._json import decode, laid_out
from kinescript.model import (
    FAILURE,
    UNSAID,
    Action,
    Aim,
    AllOf,
    Anchor,
    AnyOf,
    Around,
    AsNeeded,
    Aspect,
    At,
    Band,
    Beat,
    Between,
    Branch,
    Breaths,
    Budget,
    Case,
    Change,
    Circuit,
    Code,
    Compared,
    Comparison,
    Component,
    Condition,
    Count,
    Counted,
    Counts,
    Cycle,
    Dates,
    Days,
    DaysOf,
    DaysPer,
    Detail,
    Direction,
    Distance,
    DistanceUnit,
    Dose,
    EachSide,
    EachWay,
    End,
    Every,
    EveryDay,
    EveryDays,
    Exactness,
    Exercise,
    Exertion,
    Frequency,
    Goal,
    Guide,
    Hold,
    HowOften,
    InAll,
    Indication,
    Intensity,
    Item,
    Length,
    Load,
    Mass,
    Moment,
    MuscleAction,
    Order,
    Pace,
    PaceUnit,
    Pacing,
    Part,
    Pause,
    PerDay,
    PeriodUnit,
    Phase,
    Pick,
    Position,
    Range,
    Relation,
    Repeat,
    RepMax,
    Reps,
    Rest,
    Review,
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
    Sides,
    Sign,
    Span,
    Superset,
    SymptomLimit,
    Target,
    ThroughTheDay,
    Timed,
    Times,
    Topic,
    Unit,
    Unsaid,
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
    per_day,
    per_week,
    seconds,
    weeks,
)
from kinescript.model._signs import Bounds

LEG = Item("Leg")
ARM = Item("Arm", Dose(Reps(10)))
ARM_PLAIN = {
    "exercise": {"name": "Arm"},
    "dose": {"sets": [{"kind": "reps", "count": 10}]},
}
LEG_PLAIN = {"exercise": {"name": "Leg"}}
UNSAID_PLAIN = {"kind": "unsaid"}
PAIN = Sign("pain", Compared(Comparison.ABOVE, 4, "/10"))
PAIN_PLAIN = {"name": "pain", "compared": {"comparison": ">", "value": 4, "unit": "/10"}}
EASY = {"kind": "words", "text": "easy"}
YARD = DistanceUnit.YARD

WORKS: list[tuple[Any, Any, Any]] = [
    (Work, Reps(10), {"kind": "reps", "count": 10}),
    (
        Work,
        Reps(Until(FAILURE, Range(8, None)), activity="throws", intensity=Words("easy")),
        {
            "kind": "reps",
            "count": {"kind": "until", "sign": "failure", "bounds": [8, None]},
            "activity": "throws",
            "intensity": [EASY],
        },
    ),
    (
        Work,
        Hold(seconds(5), activity="contract", intensity=Share(30, "MVC")),
        {
            "kind": "hold",
            "length": "PT5S",
            "activity": "contract",
            "intensity": [{"kind": "share", "percent": 30, "of": "MVC"}],
        },
    ),
    (
        Work,
        Timed(Until("tired", minutes(None, 10), then=seconds(20)), activity="run"),
        {
            "kind": "timed",
            "length": {
                "kind": "until",
                "sign": "tired",
                "bounds": [None, "PT10M"],
                "then": "PT20S",
            },
            "activity": "run",
        },
    ),
    (Work, metres(400), {"kind": "distance", "amount": 400, "unit": "m"}),
    (
        Work,
        Distance(Words("a block"), YARD, activity="jog", intensity=Zone(2)),
        {
            "kind": "distance",
            "amount": {"kind": "words", "text": "a block"},
            "unit": "yd",
            "activity": "jog",
            "intensity": [{"kind": "zone", "number": 2}],
        },
    ),
    (
        Work | Rest,
        Rest(metres(200), activity="walk", intensity=Words("easy")),
        {
            "kind": "rest",
            "length": {"kind": "distance", "amount": 200, "unit": "m"},
            "activity": "walk",
            "intensity": [EASY],
        },
    ),
    (
        Work,
        Series((Reps(10), Hold(seconds(10)))),
        {
            "kind": "series",
            "parts": [{"kind": "reps", "count": 10}, {"kind": "hold", "length": "PT10S"}],
        },
    ),
    (
        Work,
        Series(
            (
                Hold(seconds(30), side=Side.LEFT),
                Reps(8, side=Side.RIGHT),
                Timed(seconds(5), side=Side.BOTH),
                Distance(9, YARD, side=Side.AFFECTED),
            )
        ),
        {
            "kind": "series",
            "parts": [
                {"kind": "hold", "length": "PT30S", "side": "left"},
                {"kind": "reps", "count": 8, "side": "right"},
                {"kind": "timed", "length": "PT5S", "side": "both"},
                {"kind": "distance", "amount": 9, "unit": "yd", "side": "affected"},
            ],
        },
    ),
    (
        Work,
        Repeat(metres(50), Range(6, 8), every=Share(200, "own 50")),
        {
            "kind": "repeat",
            "body": {"kind": "distance", "amount": 50, "unit": "m"},
            "end": [6, 8],
            "every": {"kind": "share", "percent": 200, "of": "own 50"},
        },
    ),
    (
        Sets,
        Sets(3, Reps(8), every=minutes(2), side=Side.LEFT, warm_up=True),
        {
            "count": 3,
            "work": {"kind": "reps", "count": 8},
            "every": "PT2M",
            "side": "left",
            "warm_up": True,
        },
    ),
    (Sets, Sets(UNSAID, Reps(8)), {"kind": "reps", "count": 8}),
    (
        Sets,
        Sets(UNSAID, Reps(8), warm_up=True),
        {"count": UNSAID_PLAIN, "work": {"kind": "reps", "count": 8}, "warm_up": True},
    ),
    (
        Sets,
        Sets(UNSAID, Reps(8), every=minutes(1)),
        {"count": UNSAID_PLAIN, "work": {"kind": "reps", "count": 8}, "every": "PT1M"},
    ),
    (
        Sets,
        Sets(UNSAID, Reps(8), side=Side.LEFT),
        {"count": UNSAID_PLAIN, "work": {"kind": "reps", "count": 8}, "side": "left"},
    ),
    (
        Beat,
        Beat(Part.LOWER, seconds(3), side=Side.AFFECTED),
        {"part": "lower", "length": "PT3S", "side": "affected"},
    ),
]

ENDS: list[tuple[Any, Any, Any]] = [
    (Count, Range(3), 3),
    (Count, Until("tired"), {"kind": "until", "sign": "tired"}),
    (End, Range(3, None), [3, None]),
    (End, Range(None, 3), [None, 3]),
    (End, minutes(20), "PT20M"),
    (End, minutes(None, 20), [None, "PT20M"]),
    (End, Breaths(8), {"kind": "breaths", "count": 8}),
    (End, metres(20), {"kind": "distance", "amount": 20, "unit": "m"}),
    (Pause, Share(100, "the hold"), {"kind": "share", "percent": 100, "of": "the hold"}),
    (Pause, Share(Decimal("62.5")), {"kind": "share", "percent": Decimal("62.5")}),
    (
        Length,
        Until("calm", Counts(5)),
        {"kind": "until", "sign": "calm", "bounds": {"kind": "counts", "count": 5}},
    ),
    (Bounds, Range(8, 12), [8, 12]),
    (Bounds, seconds(8, 12), ["PT8S", "PT12S"]),
    (Bounds, weeks(8, 12), ["P8W", "P12W"]),
    (Bounds, weeks(2, None), ["P2W", None]),
    (Bounds, weeks(None, 2), [None, "P2W"]),
    (Bounds, metres(8), {"kind": "distance", "amount": 8, "unit": "m"}),
    (
        Rest | Unsaid,
        Rest(Share(100, "the hold")),
        {"kind": "share", "percent": 100, "of": "the hold"},
    ),
    (Rest | Unsaid, Rest(metres(200)), {"kind": "distance", "amount": 200, "unit": "m"}),
    (Rest | Unsaid, Rest(Until("ready")), {"kind": "until", "sign": "ready"}),
    (
        Rest | Unsaid,
        Rest(seconds(5), intensity=Words("easy")),
        {"kind": "rest", "length": "PT5S", "intensity": [EASY]},
    ),
    (Rest | Unsaid, Rest(UNSAID), {"kind": "rest", "length": UNSAID_PLAIN}),
    (Rest | Unsaid, UNSAID, UNSAID_PLAIN),
]

SIGNS: list[tuple[Any, Any, Any]] = [
    (Sign, FAILURE, "failure"),
    (Sign, PAIN, PAIN_PLAIN),
    (Condition, FAILURE, "failure"),
    (Condition, PAIN, {"kind": "sign", **PAIN_PLAIN}),
    (
        Condition,
        Sign("calm", when="the next morning", lasting=hours(24), times=2),
        {
            "kind": "sign",
            "name": "calm",
            "when": "the next morning",
            "lasting": "PT24H",
            "times": 2,
        },
    ),
    (Condition, Sign("calm", lasting=days(1)), {"kind": "sign", "name": "calm", "lasting": "P1D"}),
    (Condition, Sign("words"), "words"),
    (
        Condition | Unsaid,
        AllOf((FAILURE, PAIN)),
        {"kind": "all of", "signs": ["failure", PAIN_PLAIN]},
    ),
    (Condition | Unsaid, AnyOf(("a", "b")), {"kind": "any of", "signs": ["a", "b"]}),
]

SIDES: list[tuple[Any, Any, Any]] = [
    (
        Sides,
        EachSide(Order.HALF_WAY, every=5, counted=Counted.IN_TOTAL),
        {"kind": "each side", "order": "half way", "every": 5, "counted": "in total"},
    ),
    (EachWay | Unsaid, EachWay(), {"kind": "direction"}),
    (EachWay | Unsaid, EachWay("eye", count=2), {"kind": "eye", "count": 2}),
    (EachWay | Unsaid, EachWay("unsaid"), {"kind": "unsaid", "names": []}),
    (EachWay | Unsaid, UNSAID, UNSAID_PLAIN),
    (
        EachWay | Unsaid,
        EachWay(names=("clockwise", "back"), order=Order.BY_REP),
        {"kind": "direction", "names": ["clockwise", "back"], "order": "by rep"},
    ),
]

INTENSITIES: list[tuple[Any, Any, Any]] = [
    (
        Intensity,
        Load(Range(2.5, 5), Mass.POUND, each="hand"),
        {"kind": "load", "amount": [Decimal("2.5"), 5], "unit": "lb", "each": "hand"},
    ),
    (Intensity, Band("red"), {"kind": "band", "name": "red"}),
    (Intensity, Exertion(2, Scale.RIR), {"kind": "exertion", "value": 2, "scale": "rir"}),
    (Intensity, Share(70, "1RM"), {"kind": "share", "percent": 70, "of": "1RM"}),
    (Intensity, RepMax(8), {"kind": "rep max", "reps": 8}),
    (Intensity, Zone(2, "5 zones"), {"kind": "zone", "number": 2, "model": "5 zones"}),
    (
        Intensity,
        Target(Range(None, 90), Unit.DEGREE),
        {"kind": "target", "amount": [None, 90], "unit": "degrees"},
    ),
    (Intensity, Pace(minutes(5, 6)), {"kind": "pace", "time": ["PT5M", "PT6M"]}),
    (Intensity, Pace(minutes(8), PaceUnit.MILE), {"kind": "pace", "time": "PT8M", "per": "mi"}),
    (Intensity, Words("easy"), EASY),
]

WHEN: list[tuple[Any, Any, Any]] = [
    (Days, EveryDay(), {"kind": "every day"}),
    (Days, Weekdays(Weekday.MON), {"kind": "weekdays", "days": ["mon"]}),
    (Days, Dates(date(2026, 11, 23)), {"kind": "dates", "dates": ["2026-11-23"]}),
    (Days, DaysPer(3), {"kind": "days per", "count": 3}),
    (
        Days,
        DaysPer(Range(1, None), months(1)),
        {"kind": "days per", "count": [1, None], "period": "P1M"},
    ),
    (
        Days,
        DaysPer(2, weeks(2, 3)),
        {"kind": "days per", "count": 2, "period": ["P2W", "P3W"]},
    ),
    (Days, EveryDays(2), {"kind": "every days", "period": "P2D"}),
    (Days, EveryDays(days(2, 3)), {"kind": "every days", "period": ["P2D", "P3D"]}),
    (Days, Cycle(4, 3), {"kind": "cycle", "on": 4, "off": 3}),
    (
        Days,
        Cycle(2, 1, unit=PeriodUnit.WEEK),
        {"kind": "cycle", "on": 2, "off": 1, "unit": "week"},
    ),
    (
        Days,
        DaysOf((1, 15), months(1)),
        {"kind": "days of", "numbers": [1, 15], "period": "P1M"},
    ),
    (Days, Cycle(1, 2, start=1), {"kind": "cycle", "on": 1, "off": 2, "start": 1}),
    (Days, Words("training days"), {"kind": "words", "text": "training days"}),
    (
        Times,
        PerDay(Words("often")),
        {"kind": "per day", "count": {"kind": "words", "text": "often"}},
    ),
    (
        Times,
        At((time(7, 30), Anchor.EVENING, Around("sport", Relation.AFTER, minutes(20)))),
        {
            "kind": "at",
            "moments": [
                "07:30",
                "evening",
                {
                    "kind": "around",
                    "event": {"kind": "words", "text": "sport"},
                    "relation": "after",
                    "by": "PT20M",
                },
            ],
        },
    ),
    (Times, ThroughTheDay(), {"kind": "through the day"}),
    (Times, Every(hours(2)), {"kind": "every", "interval": "PT2H"}),
    (
        Times,
        Every(minutes(30), since=time(7), to=Anchor.BEDTIME, during="sitting"),
        {
            "kind": "every",
            "interval": "PT30M",
            "since": "07:00",
            "to": "bedtime",
            "during": "sitting",
        },
    ),
    (
        Times,
        InAll(minutes(10), Range(2, 3)),
        {"kind": "in all", "length": "PT10M", "bouts": [2, 3]},
    ),
    (Times, AsNeeded(), {"kind": "as needed"}),
    (Times, AsNeeded("cravings", most=3), {"kind": "as needed", "reason": "cravings", "most": 3}),
    (Moment, time(7, 30), "07:30"),
    (Moment, Anchor.MORNING, "morning"),
    (
        Moment,
        Window(time(8), Anchor.LUNCH),
        {"kind": "window", "since": "08:00", "to": "lunch"},
    ),
    (
        Moment,
        Around(Anchor.LUNCH, Relation.BEFORE),
        {"kind": "around", "event": "lunch", "relation": "before"},
    ),
    (
        Moment,
        Around("lunch"),
        {"kind": "around", "event": {"kind": "words", "text": "lunch"}},
    ),
    (HowOften, per_day(2), {"times": {"kind": "per day", "count": 2}}),
    (HowOften, UNSAID, UNSAID_PLAIN),
    (
        HowOften,
        Schedule((per_day(2), per_week(1))),
        {
            "kind": "schedule",
            "frequencies": [
                {"times": {"kind": "per day", "count": 2}},
                {"days": {"kind": "days per", "count": 1}},
            ],
        },
    ),
    (
        Frequency,
        Frequency(
            days=EveryDay(),
            gap=hours(48),
            not_at=Around("meals"),
            budget=Budget(minutes(150, 300)),
            condition="pain-free",
            preferably="on most days",
        ),
        {
            "days": {"kind": "every day"},
            "gap": "PT48H",
            "not_at": [{"event": {"kind": "words", "text": "meals"}}],
            "budget": [{"amount": ["PT2H30M", "PT5H"]}],
            "condition": "pain-free",
            "preferably": {"kind": "words", "text": "on most days"},
        },
    ),
    (
        Frequency,
        Frequency(days=EveryDay(), except_on=(Dates(date(2026, 12, 25)), Weekdays(Weekday.SUN))),
        {
            "days": {"kind": "every day"},
            "except_on": [
                {"kind": "weekdays", "days": ["sun"]},
                {"kind": "dates", "dates": ["2026-12-25"]},
            ],
        },
    ),
    (Frequency, Frequency(gap=days(2)), {"gap": "P2D"}),
    (Frequency, Frequency(gap=days(1, 2)), {"gap": ["P1D", "P2D"]}),
    (
        Frequency,
        Frequency(budget=Budget(metres(500)), preferably=DaysPer(5), timing=Exactness.FLEXIBLE),
        {
            "timing": "flexible",
            "budget": [{"amount": {"kind": "distance", "amount": 500, "unit": "m"}}],
            "preferably": {"kind": "days per", "count": 5},
        },
    ),
    (
        Frequency,
        Frequency(budget=Budget(Range(5, 7), days(1), what="sets")),
        {"budget": [{"amount": [5, 7], "period": "P1D", "what": "sets"}]},
    ),
]

PARTS: list[tuple[Any, Any, Any]] = [
    (Component, LEG, LEG_PLAIN),
    (Component, Rest(minutes(2)), {"kind": "rest", "length": "PT2M"}),
    (
        Component,
        Section(LEG, role=Role.WARM_UP, name="A", length=minutes(5)),
        {"kind": "section", "parts": [LEG_PLAIN], "role": "warm-up", "name": "A", "length": "PT5M"},
    ),
    (
        Component,
        Circuit(
            (LEG, Rest(seconds(5)), Section(ARM)),
            3,
            rest=seconds(15),
            between=minutes(1),
            every=minutes(4),
            turns=True,
            for_time=True,
            intensity=Words("easy"),
            name="B",
        ),
        {
            "kind": "circuit",
            "parts": [
                LEG_PLAIN,
                {"kind": "rest", "length": "PT5S"},
                {"kind": "section", "parts": [ARM_PLAIN]},
            ],
            "end": 3,
            "rest": "PT15S",
            "between": "PT1M",
            "every": "PT4M",
            "turns": True,
            "for_time": True,
            "intensity": [EASY],
            "name": "B",
        },
    ),
    (
        Component,
        Superset((LEG, ARM), for_time=True, name="A"),
        {"kind": "superset", "items": [LEG_PLAIN, ARM_PLAIN], "for_time": True, "name": "A"},
    ),
    (Component, Pick((LEG, ARM), 1), {"kind": "pick", "parts": [LEG_PLAIN, ARM_PLAIN], "count": 1}),
    (
        Component,
        Branch((Case("small", LEG), Case("massive"))),
        {"kind": "branch", "cases": [{"name": "small", "parts": [LEG_PLAIN]}, {"name": "massive"}]},
    ),
    (
        Exercise,
        Exercise(
            "Arm",
            positions=Position("lying", instructions="lift"),
            action=MuscleAction.ECCENTRIC,
            codes=Code("urn:x", "1", display="arm"),
            media="urn:film",
        ),
        {
            "name": "Arm",
            "positions": [{"name": "lying", "instructions": ["lift"]}],
            "action": "eccentric",
            "codes": [{"system": "urn:x", "code": "1", "display": "arm"}],
            "media": ["urn:film"],
        },
    ),
    (
        Routine,
        Routine("", LEG, span=Span(weeks(2)), aims=Aim(minutes(30))),
        {
            "name": "",
            "items": [LEG_PLAIN],
            "span": {"length": "P2W"},
            "aims": [{"amount": "PT30M"}],
        },
    ),
]

PROGRAMMES: list[tuple[Any, Any, Any]] = [
    (Span, Span(), {}),
    (Span, Span(weeks(6, 8), after=months(3)), {"length": ["P6W", "P8W"], "after": "P3M"}),
    (Span, Span(10, after=UNSAID), {"length": "P10D"}),
    (Span, Span(10, after=0), {"length": "P10D", "after": "P0D"}),
    (
        Span,
        Span(Until("recovery", weeks(2, None)), sessions=6),
        {"length": {"kind": "until", "sign": "recovery", "bounds": ["P2W", None]}, "sessions": 6},
    ),
    (Between, Between(date(2026, 10, 1)), {"first": "2026-10-01"}),
    (Span | Between, Between(last=date(2026, 10, 1)), {"kind": "between", "last": "2026-10-01"}),
    (Span | Between, Span(10), {"length": "P10D"}),
    (
        Routine,
        Routine("", (), span=Between(date(2026, 10, 1), date(2026, 10, 31))),
        {
            "name": "",
            "items": [],
            "span": {"kind": "between", "first": "2026-10-01", "last": "2026-10-31"},
        },
    ),
    (Span, Span(Words("a while")), {"length": {"kind": "words", "text": "a while"}}),
    (
        Guide,
        Change(Aspect.HOLD, seconds(30), by=seconds(5), direction=Direction.UP, every=Sessions(2)),
        {
            "kind": "change",
            "aspect": ["hold"],
            "to": "PT30S",
            "by": "PT5S",
            "direction": "up",
            "every": {"kind": "sessions", "count": 2},
        },
    ),
    (
        Guide,
        Change(
            (Aspect.SETS, Aspect.REPS),
            Range(2, 5),
            every=weeks(2),
            after=weeks(1),
            when=PAIN,
            words="slowly",
        ),
        {
            "kind": "change",
            "aspect": ["sets", "reps"],
            "to": [2, 5],
            "every": "P2W",
            "after": "P1W",
            "when": {"kind": "sign", **PAIN_PLAIN},
            "words": "slowly",
        },
    ),
    (
        Guide,
        Change(Aspect.LOAD, Load(20)),
        {"kind": "change", "aspect": ["load"], "to": {"kind": "load", "amount": 20}},
    ),
    (
        Guide,
        Change(Aspect.HOLD, seconds(5, 10)),
        {"kind": "change", "aspect": ["hold"], "to": ["PT5S", "PT10S"]},
    ),
    (Pacing, Words("slowly"), {"kind": "words", "text": "slowly"}),
    (
        Guide,
        Rule(PAIN, Action.STOP),
        {"kind": "rule", "when": {"kind": "sign", **PAIN_PLAIN}, "then": "stop"},
    ),
    (
        Guide,
        Rule("pain", "stop", rest=days(1)),
        {"kind": "rule", "when": "pain", "then": {"kind": "words", "text": "stop"}, "rest": "P1D"},
    ),
    (Guide, SymptomLimit("pain"), {"kind": "symptom limit", "sign": "pain"}),
    (
        Guide,
        SymptomLimit(PAIN, "rest a day"),
        {
            "kind": "symptom limit",
            "sign": {"kind": "sign", **PAIN_PLAIN},
            "action": {"kind": "words", "text": "rest a day"},
        },
    ),
    (
        Guide,
        SymptomLimit("pain", Action.BACK),
        {"kind": "symptom limit", "sign": "pain", "action": "go back"},
    ),
    (Goal, Goal("walk"), "walk"),
    (Goal, Goal("walk", due=date(2026, 11, 23)), {"words": "walk", "due": "2026-11-23"}),
    (
        Goal,
        Goal("walk", target=PAIN, due=weeks(6)),
        {"words": "walk", "target": {"kind": "sign", **PAIN_PLAIN}, "due": "P6W"},
    ),
    (
        Indication,
        Indication("sciatica", site="leg", side=Side.LEFT, codes=Code("urn:x", "1")),
        {
            "words": "sciatica",
            "site": "leg",
            "side": "left",
            "codes": [{"system": "urn:x", "code": "1"}],
        },
    ),
    (Detail, Detail(Topic.SETTING, "at home"), {"topic": "setting", "text": "at home"}),
    (Review, Sessions(6), {"kind": "sessions", "count": 6}),
    (Review, weeks(4), "P4W"),
    (Review, date(2026, 12, 1), "2026-12-01"),
    (Aim, Aim(Range(60, 90), "reps a week"), {"amount": [60, 90], "of": "reps a week"}),
    (
        Aim,
        Aim(Distance(2700, YARD), "total"),
        {"amount": {"kind": "distance", "amount": 2700, "unit": "yd"}, "of": "total"},
    ),
    (
        Phase,
        Phase(
            "", (), entry="calm", exit=AnyOf(("a", "b")), audience="adults", precautions="slowly"
        ),
        {
            "name": "",
            "routines": [],
            "entry": ["calm"],
            "exit": [{"kind": "any of", "signs": ["a", "b"]}],
            "audience": ["adults"],
            "precautions": ["slowly"],
        },
    ),
    (
        Phase,
        Phase("", (Routine("A", ()), Routine("B", ())), turns=True),
        {
            "name": "",
            "routines": [{"name": "A", "items": []}, {"name": "B", "items": []}],
            "turns": True,
        },
    ),
]

TABLE = [*WORKS, *ENDS, *SIGNS, *SIDES, *INTENSITIES, *WHEN, *PARTS, *PROGRAMMES]


@pytest.mark.parametrize(("kind", "value", "plain"), TABLE)
def test_each_value_has_one_form(kind: Any, value: object, plain: object) -> None:  # noqa: ANN401
    """A value is written in one way, which JSON keeps and which is read as an equal value."""
    assert plain == CONVERTER.unstructure(value, kind)
    assert value == CONVERTER.structure(decode(laid_out(plain)), kind)


def inside(value: Any) -> set[type]:  # noqa: ANN401
    """Return the classes of *value* and of everything in it."""
    if isinstance(value, tuple):
        return {each for member in value for each in inside(member)}
    held = attrs.asdict(value, recurse=False) if attrs.has(type(value)) else {}
    return {type(value)}.union(*map(inside, held.values()))


def test_every_class_has_a_case() -> None:
    """The tables above have every class that a prescription can hold, and every tag."""
    elsewhere = {
        *(model.Prescription, model.Source, model.Companion, model.Reading, model.Tempo),
        *(model.Assumptions, model.Choice, model.Estimate),
    }
    names = [getattr(model, name) for name in model.__all__]
    needed = {each for each in names if isinstance(each, type) and attrs.has(each)}
    found = set().union(*(inside(value) for _, value, _ in TABLE))

    assert needed - found - elsewhere == set()
    assert set(TAGS) - found == set()


def test_a_tag_names_one_class() -> None:
    """No two classes have one tag, and what needs none has one form besides."""
    assert len(set(TAGS.values())) == len(TAGS)
    assert all(
        usual not in tags_in(union).values() or usual in TAGS for union, usual in USUAL.items()
    )
    assert all(form_of(short).startswith("a text, or an object with ") for short in SHORT)


@pytest.mark.parametrize(
    ("kind", "value", "plain"),
    [
        (HowOften, per_day(2), {"kind": "frequency", "times": {"kind": "per day", "count": 2}}),
        (Condition, FAILURE, {"kind": "sign", "name": "failure"}),
        (Sign, FAILURE, {"name": "failure"}),
        (Goal, Goal("walk"), {"words": "walk"}),
        (Rest | Unsaid, Rest(minutes(2)), {"kind": "rest", "length": "PT2M"}),
    ],
)
def test_long_forms_are_read(kind: Any, value: object, plain: object) -> None:  # noqa: ANN401
    """What has a short form is read in its long form too."""
    assert value == CONVERTER.structure(plain, kind)
