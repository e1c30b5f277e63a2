"""Published documents are read and written as ever."""

from datetime import date, time
from pathlib import Path

import pytest

from kinescript.agendas import Busy, Calendar, Waking
from kinescript.documents import dumps, loads
from kinescript.model import (
    UNSAID,
    Action,
    Aim,
    AllOf,
    Anchor,
    Around,
    Aspect,
    At,
    Band,
    Beat,
    Branch,
    Breaths,
    Budget,
    Case,
    Change,
    Circuit,
    Code,
    Companion,
    Compared,
    Comparison,
    Counts,
    Dates,
    DaysPer,
    Direction,
    Distance,
    DistanceUnit,
    Dose,
    EachSide,
    EachWay,
    Every,
    EveryDay,
    Exercise,
    ExerciseKind,
    Exertion,
    Frequency,
    Goal,
    Hold,
    Item,
    Laterality,
    Load,
    Mass,
    Order,
    Pace,
    Part,
    Phase,
    Pick,
    Position,
    Prescription,
    Range,
    Reading,
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
    Sets,
    Share,
    Side,
    Sign,
    Source,
    Span,
    Status,
    Superset,
    SymptomLimit,
    Target,
    Tempo,
    ThroughTheDay,
    Timed,
    Unit,
    Until,
    Weekday,
    Weekdays,
    Words,
    Zone,
    days,
    hours,
    metres,
    minutes,
    months,
    per_day,
    seconds,
    to_failure,
    weeks,
)

GOLDEN = Path(__file__).parent / "golden"

BRIDGE = Item(
    Exercise(
        "Bridge",
        kind=ExerciseKind.STRENGTH,
        laterality=Laterality.BILATERAL,
        positions=Position("supine", setup="feet below the knees", instructions="hips up"),
        instructions="press the hips up",
        cues="entire foot pressing down",
        faults="the back arches",
        equipment="mat",
        purpose="activates",
    ),
    Dose(
        (
            Sets(
                Range(2, 3),
                Reps(
                    10,
                    hold=seconds(5, 10),
                    tempo=Tempo(Beat(Part.LOWER, Words("slowly"))),
                    rest=seconds(1.5),
                ),
                rest=Rest(minutes(1), activity="walk easily"),
                warm_up=True,
            ),
            Sets(1, Reps(Words("several"), hold=UNSAID), every=minutes(2)),
            Sets(UNSAID, Reps(to_failure(8), intensity=(RepMax(8), Band("red")))),
        ),
        sides=Side.BOTH,
        ways=EachWay(names=("toes in", "toes out"), order=Order.BY_SET),
        intensity=(Load(Range(2.5, 20), Mass.POUND), Exertion(13, Scale.BORG), Share(70, "1RM")),
    ),
    frequency=Schedule(
        (
            Frequency(days=DaysPer(3), times=Every(hours(2), to=Anchor.BEDTIME), gap=days(1)),
            Frequency(days=Words("sport days"), times=At(Around("sport", Relation.AFTER))),
        )
    ),
    span=Span(weeks(6, 8), after=weeks(2), sessions=18),
    guides=(
        Change(Aspect.HOLD, seconds(30), by=seconds(5), direction=Direction.UP, every=weeks(1)),
        Rule(Sign("pain", Compared(Comparison.ABOVE, 4, "/10"), lasting=hours(24)), Action.BACK),
        SymptomLimit(Sign("pain", Compared(Comparison.AT_MOST, 4, "/10")), "rest a day"),
    ),
    words='2 to 3 x 10, "hold 5 to 10 s"',
    readings=Reading("now and then", "vague", others=(Dose(Hold(UNSAID)), per_day(1), UNSAID)),
    notes="slowly",
    id="bridge",
)
FIGURE_4 = Item(
    Exercise("Figure-4 stretch"),
    Dose(
        Series(
            (
                Hold(Breaths(20)),
                Rest(Counts(Range(3, None))),
                Repeat(Timed(seconds(30, None)), Range(None, 4), between=Rest(UNSAID)),
            )
        ),
        sides=EachSide(Order.BY_SET, first=Side.RIGHT, switch=seconds(5)),
    ),
    frequency=per_day(4, 5),
    aims=Aim(minutes(10, 15), "session"),
)
RUN = Section(
    (
        Circuit(
            (
                Item("Run", Dose(Distance(400, DistanceUnit.METRE, intensity=Pace(minutes(5))))),
                Rest(metres(200), activity="walk"),
                Superset((Item("Push-up", Dose(Reps(10))), Item("Row", Dose(Reps(10)))), name="A"),
            ),
            minutes(20),
            every=Share(150, "own 400 m"),
            intensity=(Target(Range(None, 140), Unit.BEATS), Zone(2, "5 zones"), Words("easy")),
        ),
        Pick((Item("Swim"), Item("Ride", Dose(Timed(Until("tired", minutes(30, None)))))), 1),
        Branch((Case("age below 16", Item("Skip")), Case("adults"))),
    ),
    role=Role.MAIN,
    length=minutes(30, 45),
)
MASSAGE = Companion("Massage", words="soft-tissue work", reason="no time is given")
PAGE = Source("Sciatica", author="A", publisher="B", address="urn:x", published=date(2024, 2, 29))
RX = Prescription(
    "Sciatica, first stage",
    (
        Phase(
            "Calm",
            (
                Routine(
                    "Daily",
                    (BRIDGE, FIGURE_4, Item("Walk"), Rest(minutes(2)), RUN),
                    frequency=Frequency(days=EveryDay(), times=ThroughTheDay()),
                    readings=Reading("routinely", "vague"),
                    notes="as able",
                ),
            ),
            span=Span(days(14, 42), after=7),
            exit=(AllOf(("walks without pain", "sleeps well")), "24 h without symptoms"),
            frequency=Frequency(days=Weekdays((Weekday.FRI, Weekday.MON))),
            goals="calm down",
            notes="beginning stages",
        ),
        Phase(
            "Build",
            Routine("Empty", ()),
            span=Span(Until("full recovery", months(3, None)), after=UNSAID),
            entry="walks without pain",
            frequency=Frequency(budget=Budget(minutes(150)), condition="if able"),
        ),
    ),
    id="urn:kinescript:sciatica",
    frequency=Frequency(
        days=Dates(date(2026, 11, 23)), times=At((Anchor.MORNING, time(7, 30), time(20, 0, 30)))
    ),
    audience="shooting pain down the leg",
    goals=("less pain", Goal("walk 5 km", due=months(3)), Goal("work", due=date(2027, 3, 1))),
    contraindications="numb groin",
    codes=Code("http://snomed.info/sct", "23056005", display="Sciatica"),
    precautions="stop if numb",
    advice="see a professional if pain persists",
    companions=(MASSAGE, Companion("Ice")),
    sources=(PAGE, Source("Notes")),
    author="K",
    authored=date(2026, 11, 23),
    version="2",
    status=Status.ACTIVE,
    replaces="urn:kinescript:old",
    notes="x",
    extensions={"urn:other": {"weight": 81.5, "tags": ["a", None]}},
)
HOME = Calendar(
    "America/Winnipeg",
    waking=Waking(time(6, 30), time(21)),
    anchors={Anchor.BREAKFAST: time(7, 15), Anchor.WAKING: time(6, 30)},
    busy=(
        Busy("work", time(9), time(17), days=Weekdays(Weekday.MON)),
        Busy("nap", time(13), time(14)),
    ),
)
VALUES = {"prescription": RX, "calendar": HOME}


@pytest.mark.parametrize("kind", VALUES)
def test_golden_documents_are_read(kind: str) -> None:
    """A document that was ever published is read as the same value for ever."""
    assert VALUES[kind] == loads((GOLDEN / f"{kind}-1.json").read_bytes())


@pytest.mark.parametrize("kind", VALUES)
def test_golden_documents_are_written(kind: str) -> None:
    """The text of a value does not change while its schema is the same."""
    golden = (GOLDEN / f"{kind}-1.json").read_text(encoding="utf-8")

    assert golden == dumps(VALUES[kind])
