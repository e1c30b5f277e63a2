"""Published documents are read and written as ever."""

from datetime import date, time
from pathlib import Path

import pytest

from kinescript.agendas import Busy, Calendar, Waking
from kinescript.documents import dumps, loads
from kinescript.model import (
    UNSAID,
    Anchor,
    At,
    Beat,
    Breaths,
    Companion,
    Counts,
    Dates,
    Dose,
    EachSide,
    EveryDay,
    Exercise,
    ExerciseKind,
    Exertion,
    Frequency,
    Hold,
    Item,
    Laterality,
    Load,
    Mass,
    Order,
    Part,
    Phase,
    Position,
    Prescription,
    Range,
    Reading,
    Repeat,
    Reps,
    Rest,
    Routine,
    Scale,
    Series,
    Sets,
    Side,
    Source,
    Span,
    Tempo,
    ThroughTheDay,
    Timed,
    Weekday,
    Weekdays,
    Words,
    minutes,
    per_day,
    seconds,
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
            ),
            Sets(1, Reps(Words("several"), hold=UNSAID)),
        ),
        sides=Side.BOTH,
        intensity=(Load(Range(2.5, 20), Mass.POUND), Exertion(13, Scale.BORG)),
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
                    (BRIDGE, FIGURE_4, Item("Walk")),
                    frequency=Frequency(days=EveryDay(), times=ThroughTheDay()),
                    readings=Reading("routinely", "vague"),
                    notes="as able",
                ),
            ),
            span=Span(Range(14, 42), after=7),
            frequency=Frequency(days=Weekdays((Weekday.FRI, Weekday.MON))),
            goals="calm down",
            notes="beginning stages",
        ),
        Phase("Build", Routine("Empty", ()), span=Span(after=42)),
    ),
    id="urn:kinescript:sciatica",
    frequency=Frequency(
        days=Dates(date(2026, 11, 23)), times=At((Anchor.MORNING, time(7, 30), time(20, 0, 30)))
    ),
    audience="shooting pain down the leg",
    goals="less pain",
    precautions="stop if numb",
    advice="see a professional if pain persists",
    companions=(MASSAGE, Companion("Ice")),
    sources=(PAGE, Source("Notes")),
    author="K",
    notes="x",
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
