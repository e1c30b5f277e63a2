"""The lines that people write, and what they mean."""

from datetime import time

import pytest

from kinescript.model import (
    Action,
    Anchor,
    Aspect,
    At,
    Breaths,
    Change,
    Compared,
    Comparison,
    Counted,
    DaysPer,
    Direction,
    Dose,
    EachSide,
    Every,
    EveryDay,
    EveryDays,
    Exercise as Move,
    Frequency,
    Hold,
    Item,
    Load,
    Order,
    Part,
    PerDay,
    Position,
    Range,
    Reps,
    Rest,
    Rule,
    Series,
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
    Weekday,
    Weekdays,
    breathing,
    days,
    hours,
    metres,
    minutes,
    months,
    per_day,
    seconds,
    tempo,
    weeks,
)
from kinescript.notation import parse, write

LINES = {
    "Bridge, supine: 3 x 10, hold 5-10 s": Item(
        Move("Bridge", positions="supine"), Sets(3, Reps(10, hold=seconds(5, 10)))
    ),
    "Figure 4 stretch, supine or sitting: hold 20 breaths, each side; 4-5/day": Item(
        Move("Figure 4 stretch", positions=(Position("supine"), Position("sitting"))),
        Dose(Hold(Breaths(20)), sides=EachSide()),
        frequency=per_day(4, 5),
    ),
    "Clamshell, side-lying: 3 x 10-15, hold 10 s, each side; through the day": Item(
        Move("Clamshell", positions="side-lying"),
        Dose(Sets(3, Reps(Range(10, 15), hold=seconds(10))), sides=EachSide()),
        frequency=Frequency(times=ThroughTheDay()),
    ),
    "Quad set: 3 x 10, hold 5 s; 3/day for 6 weeks": Item(
        "Quad set",
        Sets(3, Reps(10, hold=seconds(5))),
        frequency=per_day(3),
        span=Span(weeks(6)),
    ),
    "Plank: 3 x 30 s, rest 30 s; daily": Item(
        "Plank",
        Sets(3, Timed(seconds(30)), rest=seconds(30)),
        frequency=Frequency(days=EveryDay()),
    ),
    "Squat: 3 x 8-12 @ 20 kg, rest 90 s; Mon Wed Fri": Item(
        "Squat",
        Dose(Sets(3, Reps(Range(8, 12)), rest=seconds(90)), intensity=Load(20)),
        frequency=Frequency(days=Weekdays((Weekday.MON, Weekday.WED, Weekday.FRI))),
    ),
    "Hip abduction: 2 x 15, each side, left first, switch 10 s; every 2 days": Item(
        "Hip abduction",
        Dose(Sets(2, Reps(15)), sides=EachSide(first=Side.LEFT, switch=seconds(10))),
        frequency=Frequency(days=EveryDays(days(2))),
    ),
    "Box breathing: 10 breaths, tempo 4-4-4-4; morning, evening": Item(
        "Box breathing",
        Reps(10, tempo=breathing(seconds(4), seconds(4), seconds(4), seconds(4))),
        frequency=Frequency(times=At((Anchor.MORNING, Anchor.EVENING))),
    ),
    "Gaze stabilisation: 60 s at 100 bpm; 5/day; stop if dizziness > 5/10": Item(
        "Gaze stabilisation",
        Dose(Timed(seconds(60)), intensity=Target(100, Unit.TEMPO)),
        frequency=per_day(5),
        guides=Rule(Sign("dizziness", Compared(Comparison.ABOVE, 5, "/10")), Action.STOP),
    ),
    "Bike: 5 x 3 min, rest 3 min easy": Item(
        "Bike", Sets(5, Timed(minutes(3)), rest=Rest(minutes(3), activity="easy"))
    ),
    "Squat: 5 @ 65%, 5 @ 75%, 5+ @ 85% of TM": Item(
        "Squat",
        Dose(
            [
                Reps(5, intensity=Share(65, "TM")),
                Reps(5, intensity=Share(75, "TM")),
                Reps(Range(5, None), intensity=Share(85, "TM")),
            ]
        ),
    ),
    "Thruster: 21, 15, 9": Item("Thruster", Dose([Reps(21), Reps(15), Reps(9)])),
    "Heel drop: 3 x 15, tempo 3-0-1-0, affected side; 2/day for 12 weeks; pain <= 5/10": Item(
        "Heel drop",
        Dose(Sets(3, Reps(15, tempo=tempo("3-0-1-0"))), sides=Side.AFFECTED),
        frequency=per_day(2),
        span=Span(weeks(12)),
        guides=SymptomLimit(Sign("pain", Compared(Comparison.AT_MOST, 5, "/10"))),
    ),
    "Press-up, prone: 10; every 2 h from 07:00 to 21:00": Item(
        Move("Press-up", positions="prone"),
        Reps(10),
        frequency=Frequency(times=Every(hours(2), since=time(7), to=time(21))),
    ),
    "Wall sit: 5 x 45 s @ 70% MVC, rest 2 min": Item(
        "Wall sit",
        Dose(Sets(5, Timed(seconds(45)), rest=minutes(2)), intensity=Share(70, "MVC")),
    ),
    "Run: 8 x 400 m, rest 90 s walk; 2 days/week, 48 h apart": Item(
        "Run",
        Sets(8, metres(400), rest=Rest(seconds(90), activity="walk")),
        frequency=Frequency(days=DaysPer(2), gap=hours(48)),
    ),
    "Hamstring: contract 10 s then stretch 30 s, 3 times, each side; 3-4 days/week": Item(
        "Hamstring",
        Dose(
            Sets(
                3,
                Series(
                    (
                        Timed(seconds(10), activity="contract"),
                        Timed(seconds(30), activity="stretch"),
                    )
                ),
            ),
            sides=EachSide(),
        ),
        frequency=Frequency(days=DaysPer(Range(3, 4))),
    ),
    "Pelvic floor: at least 8, hold 6-8 s; 3/day for at least 3 months": Item(
        "Pelvic floor",
        Reps(Range(8, None), hold=seconds(6, 8)),
        frequency=per_day(3),
        span=Span(months(3, None)),
    ),
}


@pytest.mark.parametrize("line", LINES)
def test_lines_mean_what_they_say(line: str) -> None:
    """Each line is the value that it says, and comes back from its canonical text."""
    item = parse(line, Item)

    assert item == LINES[line]
    assert parse(write(item), Item) == item


@pytest.mark.parametrize(
    ("read", "canonical"),
    [
        ("three sets of ten reps", "3 x 10"),
        ("3 X 10", "3 x 10"),
        ("3\N{MULTIPLICATION SIGN}10", "3 x 10"),
        ("2 sets of 8 to 12", "2 x 8-12"),
        ("8\N{EN DASH}12", "8-12"),
        ("8 or more", "at least 8"),
        ("8 or less", "up to 8"),
        ("8+8", "8, each side"),
        ("8 + 3 + 2", "8 then 3 then 2"),
        ("hold 1:30", "hold 90 s"),
        ("hold 1:30 to 2:00", "hold 90-120 s"),
        ("hold at least 1:30", "hold at least 90 s"),
        ("hold up to 1:00:00", "hold up to 1 h"),
        ("15'", "15 min"),
        ("20''", "20 s"),
        ("45 seconds to 1 minute", "45-60 s"),
        ("2-3 breaths", "2-3 breaths"),
        ("5 counts to 8 counts", "5-8 counts"),
        ("500 ms", "0.5 s"),
        ("2 miles easy", "easy 2 miles"),
        ("10 floors", "10 floors"),
        ("3 x 10, each leg", "3 x 10, each side"),
        ("10 alternating in total", "10, each side by rep, counted in total"),
        ("20, taking turns", "20, each side by rep, counted in total"),
        ("10, left first", "10, each side, left first"),
        ("10 times", "10"),
        ("hold 5 s, 3 times", "3 x hold 5 s"),
        ("10 @ 12 kg, drop 6 @ 9 kg, drop 6 @ 6 kg", "10 @ 12 kg then 6 @ 9 kg then 6 @ 6 kg"),
        ("12 throws @ 45 ft", "12 throws @ 45 ft"),
        ("3 reps in reserve", None),
        ("5 @ 2 reps in reserve", "5 @ 2 RIR"),
        ("5 @ 8RM", "5 @ 8RM"),
        ("5 @ at least 6-8RM", "5 @ at least 6RM"),
        ("5 @ up to 8RM", "5 @ up to 8RM"),
        ("5 @ green band", '5 @ "green" band'),
        ("5 @ 2 poods", "5 @ 2 pood"),
        ("5 @ 10 lb per hand", '5 @ 10 lb per "hand"'),
        ("5 @ 30 \N{DEGREE SIGN}", "5 @ 30 degrees"),
        ("10 breaths, hold 3 s", "10 breaths, tempo (full 3 s)"),
        ("? breaths, tempo 4-7-8 counts", "? breaths, tempo 4-7-8 counts"),
        ("10, tempo 30X1", "10, tempo 3-0-X-1"),
        ("4 rounds of (3 min, rest 2 min)", "(4 x (3 min then rest 2 min))"),
        ("as many sets as possible x 8", "as many as possible x 8"),
        ("sets", None),
    ],
)
def test_other_spellings_are_read(read: str, canonical: str | None) -> None:
    """What people write in other words has one canonical text."""
    if canonical is None:
        with pytest.raises(ValueError, match="line 1, column"):
            parse(read, Dose)
    else:
        assert write(parse(read, Dose)) == canonical


@pytest.mark.parametrize(
    ("read", "canonical"),
    [
        ("twice daily", "2/day"),
        ("once a day", "1/day"),
        ("3/week", "3 days/week"),
        ("3 times per week", "3 days/week"),
        ("Mon-Wed", "Mon Tue Wed"),
        ("Sat to Mon", "Mon Sat Sun"),
        ("every day", "daily"),
        ("every 1 week", "every week"),
        ("on waking, at 07:30", "07:30, waking"),
        ("bed", "bedtime"),
        ('1-2/day if "well"', '1-2/day, if "well"'),
        ("10 min/day in 3 bouts", "10 min/day in 3 bouts"),
        ("150-300 min/week", "total 150-300 min/week"),
        ("4 on 3 off from day 2", "4 on 3 off from day 2"),
        ("on 2026-12-01, 2026-12-03", "on 2026-12-01, on 2026-12-03"),
        ('every 30 min of "sitting"', 'every 30 min of "sitting"'),
        ("every 1 h from ? to 21:00", "every 1 h from ? to 21:00"),
        ("total 5-7 sets/day", "total 5-7 sets/day"),
        ("total 20 reps/2 weeks", 'total 20 "reps"/2 weeks'),
        ("at 07:00:30", "07:00:30"),
        ("at 07:00:30.5", "07:00:30.500000"),
    ],
)
def test_other_frequencies_are_read(read: str, canonical: str) -> None:
    """How often has one canonical text as well."""
    assert write(parse(read, Frequency)) == canonical


@pytest.mark.parametrize(
    ("clause", "span", "canonical"),
    [
        ("weeks 0-2", Span(weeks(2), after=0), "weeks 1-2"),
        ("0-2 weeks", Span(weeks(2), after=0), "weeks 1-2"),
        ("from the start", Span(after=0), "from the start"),
        ("6 weeks", Span(weeks(6)), "for 6 weeks"),
        ("weeks 7-12", Span(weeks(6), after=weeks(6)), "weeks 7-12"),
        ("week 3", Span(weeks(1), after=weeks(2)), "week 3"),
        ("from week 12", Span(after=weeks(11)), "after 11 weeks"),
        ("after week 9", Span(after=weeks(9)), "after 9 weeks"),
        ("after ?", Span(), "for ?"),
        ("after ? for 3 days", Span(3), "for 3 days"),
        ("for 4 sessions", Span(sessions=4), "for 4 sessions"),
        ("weeks 3-4 with 4 sessions", None, ""),
        (
            "after 2 weeks for 2 weeks with 4 sessions",
            Span(weeks(2), after=weeks(2), sessions=4),
            "after 2 weeks for 2 weeks with 4 sessions",
        ),
        ("weeks at least 3", Span(after=weeks(2)), "after 2 weeks"),
        ("weeks up to 3", None, ""),
    ],
)
def test_spans_count_from_one_or_elapse(clause: str, span: Span | None, canonical: str) -> None:
    """Weeks from 1 on are counted and both included; weeks from 0 on elapse."""
    line = f"Squat: 10; {clause}"
    if span is None:
        with pytest.raises(ValueError, match="line 1, column"):
            parse(line, Item)
        return
    item = parse(line, Item)

    assert item.span == span
    assert write(item) == f"Squat: 10; {canonical}\n"


@pytest.mark.parametrize(
    ("clause", "change"),
    [
        (
            "build sets by 1 up to 5 every 2 weeks",
            Change(Aspect.SETS, 5, by=1, direction=Direction.UP, every=weeks(2)),
        ),
        (
            "build hold, rest to 10 s",
            Change((Aspect.HOLD, Aspect.REST), seconds(10), direction=Direction.UP),
        ),
        (
            "reduce days by 1-2",
            Change(Aspect.DAYS, by=Range(1, 2), direction=Direction.DOWN),
        ),
    ],
)
def test_changes_are_read(clause: str, change: Change) -> None:
    """Steps and ends of a change are told apart."""
    assert parse(f"Squat: 10; {clause}", Item).guides == (change,)


def test_taking_turns_counts_in_total() -> None:
    """Twenty that take turns are ten for each side."""
    dose = parse("20, taking turns", Dose)

    assert dose.sides == EachSide(Order.BY_REP, counted=Counted.IN_TOTAL)


def test_named_parts_can_have_sides() -> None:
    """Up on both, down on one."""
    (sets,) = parse("15, tempo (lift ? on both, lower 3 s on affected)", Dose).sets

    assert isinstance(sets.work, Reps)
    assert isinstance(sets.work.tempo, Tempo)
    assert [(beat.part, beat.side) for beat in sets.work.tempo.beats] == [
        (Part.LIFT, Side.BOTH),
        (Part.LOWER, Side.AFFECTED),
    ]


def test_times_a_day_have_no_days() -> None:
    """So many a day says nothing of which days."""
    assert parse("4-5/day", Frequency) == Frequency(times=PerDay(Range(4, 5)))
