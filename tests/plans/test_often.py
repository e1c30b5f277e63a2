"""How often: every kind of days and times that a calendar can place, and why others cannot be."""

from datetime import date, time, timedelta

import pytest

from kinescript import (
    UNSAID,
    AllOf,
    Anchor,
    AnyOf,
    Around,
    AsNeeded,
    At,
    Budget,
    Calendar,
    Choice,
    Compared,
    Comparison,
    Cycle,
    Dates,
    DaysPer,
    Dose,
    Every,
    EveryDay,
    EveryDays,
    Frequency,
    InAll,
    Item,
    PerDay,
    Phase,
    Plan,
    Prescription,
    Range,
    Relation,
    Routine,
    Schedule,
    Sign,
    ThroughTheDay,
    Timed,
    Waking,
    Weekday,
    Weekdays,
    Within,
    Words,
    days,
    hours,
    minutes,
    months,
    per_day,
    per_week,
    plan,
    seconds,
    weeks,
)
from kinescript.model import HowOften

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
CALENDAR = Calendar("Europe/Berlin", waking=Waking(time(7), time(22)))
WALK = Dose(Timed(minutes(10)))


def made(often: HowOften, choice: Choice | None = None, dose: Dose = WALK) -> Plan:
    """The plan of one item."""
    item = Item("Walk", dose, frequency=often)
    rx = Prescription("Test", Phase("", Routine("", item)))
    return plan(rx, start=MONDAY, calendar=CALENDAR, choice=choice)


def starts(of: Plan, day: date = MONDAY) -> list[str]:
    """When the sessions of a day start."""
    return [f"{session.start:%H:%M}" for session in of.on(day)]


def due(of: Plan, length: int = 14) -> list[int]:
    """The days of a plan that have a session."""
    return [by for by in range(length) if of.on(MONDAY + by * DAY)]


def told(of: Plan) -> list[tuple[str, str, str]]:
    """What a plan assumes of its item, without the reasons."""
    return [(each.subject, each.written, each.value) for each in of.assumptions if each.path]


ONCE = PerDay(1)


@pytest.mark.parametrize(
    ("rule", "choice", "expected"),
    [
        (DaysPer(3), Within.LEAST, [0, 2, 4, 7, 9, 11]),
        (DaysPer(Range(2, 3)), Within.LEAST, [0, 3, 7, 10]),
        (DaysPer(Range(2, 3)), Within.GREATEST, [0, 2, 4, 7, 9, 11]),
        (DaysPer(Words("several")), Within.LEAST, [0, 2, 4, 7, 9, 11]),
        (DaysPer(UNSAID, days(2)), Within.LEAST, list(range(14))),
        (EveryDays(days(2, 3)), Within.LEAST, [0, 2, 4, 6, 8, 10, 12]),
        (EveryDays(days(2, 3)), Within.GREATEST, [0, 3, 6, 9, 12]),
        (Cycle(4, 3), Within.LEAST, [0, 1, 2, 3, 7, 8, 9, 10]),
    ],
)
def test_days_are_found(rule: DaysPer, choice: Within, expected: list[int]) -> None:
    """Days without dates are found by one rule, with the figures that are chosen."""
    of = made(Frequency(days=rule, times=ONCE), Choice(days=choice))

    assert expected == due(of)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (
            Every(hours(2), since=time(7), to=time(21)),
            ["07:00", "09:00", "11:00", "13:00", "15:00", "17:00", "19:00", "21:00"],
        ),
        (Every(hours(5)), ["07:00", "12:00", "17:00"]),
        (Every(hours(4, 6), since=Anchor.MIDDAY), ["12:00", "16:00", "20:00"]),
        (Every(hours(2), since=time(23)), ["23:00"]),
        (Every(hours(2), since=time(22), to=time(2)), ["22:00", "00:00", "02:00"]),
        (Every(hours(12), to=time(7)), ["07:00"]),
        (At(Around(Anchor.LUNCH, Relation.AFTER, minutes(20))), ["12:50"]),
        (At(Around(Anchor.LUNCH, Relation.BEFORE, minutes(20, 30))), ["12:10"]),
        (At(Around(Anchor.LUNCH, Relation.AFTER)), ["12:30"]),
        (At(Around(Anchor.LUNCH, Relation.BEFORE)), ["12:19"]),
        (At((time(9), Around("sport"))), ["09:00"]),
        (InAll(minutes(20)), ["10:45", "18:15"]),
        (InAll(minutes(20), 1), ["14:30"]),
    ],
)
def test_times_are_found(times: Every | At | InAll, expected: list[str]) -> None:
    """Intervals and moments stand where they fall, and a total is split into bouts."""
    assert expected == starts(made(Frequency(times=times)))


def test_what_takes_no_time_is_done_once_for_a_total() -> None:
    """No number of bouts of nothing makes a total."""
    of = made(Frequency(times=InAll(minutes(20))), dose=Dose(Timed(seconds(0, 5))))

    assert len(of.on(MONDAY)) == 1


@pytest.mark.parametrize(
    ("times", "basis"),
    [
        (Every(hours(4), since=time(7)), "prescribed"),
        (Every(hours(4)), "assumed"),
        (At(Around(Anchor.LUNCH, Relation.AFTER, minutes(20))), "assumed"),
        (At(Around(Anchor.WAKING, Relation.AFTER, minutes(20))), "prescribed"),
        (At(Around(Anchor.WAKING, Relation.AFTER)), "assumed"),
    ],
)
def test_a_start_is_prescribed_if_all_of_it_is_said(times: Every | At, basis: str) -> None:
    """A start counts as prescribed if the calendar says its anchor and nothing is left open."""
    assert {basis} == {session.basis.value for session in made(Frequency(times=times)).on(MONDAY)}


def test_of_two_frequencies_for_a_day_the_later_counts() -> None:
    """A schedule has the days of all its frequencies, and each day the last one for it."""
    tuesday = Frequency(days=Weekdays(Weekday.TUE), times=ONCE)
    words = Frequency(days=Words("training days"))
    of = made(Schedule((per_day(2), tuesday, words)))

    assert [len(of.on(MONDAY + by * DAY)) for by in range(3)] == [2, 1, 2]
    assert [each.reason for each in of.unscheduled] == [
        "no calendar knows which days “training days” are"
    ]


PAIN = Sign("pain", Compared(Comparison.ABOVE, 4, "/10"), when="after", lasting=days(2), times=3)


@pytest.mark.parametrize(
    ("frequency", "reason"),
    [
        (Frequency(times=AsNeeded()), "as needed"),
        (
            Frequency(times=AsNeeded("cravings", most=4)),
            "as needed for “cravings”, at most 4 times a day",
        ),
        (Frequency(times=Words("when it suits")), "no calendar knows when “when it suits” is"),
        (Frequency(days=Words("bad days")), "no calendar knows which days “bad days” are"),
        (Frequency(times=At(Around("sport"))), "no calendar knows when “sport” is"),
        (
            Frequency(times=At(Around(Anchor.LUNCH, Relation.AFTER, hours(30)))),
            "“108000 s after lunch” is a day or more away",
        ),
        (
            Frequency(times=Every(minutes(30), during="sitting")),
            "its clock runs only during “sitting”, which no calendar knows",
        ),
        (Frequency(times=Every(seconds(1))), "every 1 s is too often for a calendar"),
        (
            Frequency(budget=Budget(minutes(150))),
            "no days or times are said beside “9000 s a week”",
        ),
        (
            Frequency(budget=Budget(Range(5, 7), weeks(2), what="sets")),
            "no days or times are said beside “5 to 7 sets per 2 weeks”",
        ),
        (
            Frequency(times=ONCE, condition=PAIN),
            "only if “pain > 4/10 after for 2 days 3 times in a row”",
        ),
        (Frequency(times=ONCE, condition=AllOf(("a", "b"))), "only if “a and b”"),
        (Frequency(times=ONCE, condition=AnyOf(("a", "b"))), "only if “a or b”"),
    ],
)
def test_what_no_calendar_can_place_is_told(frequency: Frequency, reason: str) -> None:
    """What only the person can time has no session, and the plan says why."""
    of = made(frequency)
    (each,) = of.unscheduled

    assert of.on(MONDAY) == ()
    assert (each.path, each.name) == ("phases[0].routines[0].items[0]", "Walk")
    assert reason == each.reason


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [
        (Frequency(days=EveryDay(), times=ONCE), []),
        (Frequency(days=DaysPer(3), times=ONCE), [("days", "3 a week", "mon, wed, fri")]),
        (
            per_week(2, 3),
            [
                ("times a day", "", "1"),
                ("days", "2 to 3 a week", "mon, thu"),
                ("number of days", "2 to 3", "2"),
            ],
        ),
        (
            Frequency(days=DaysPer(Words("several"), months(1)), times=ONCE),
            [
                ("days", "several a month", "3 a month, evenly"),
                ("number of days", "several", "3"),
            ],
        ),
        (
            Frequency(days=EveryDays(days(2, 3)), times=ONCE),
            [("days", "every 2 to 3 days", "every 2 days")],
        ),
        (Frequency(days=EveryDays(days(2)), times=ONCE), []),
        (Frequency(times=InAll(minutes(20))), [("times a day", "1200 s in all", "2")]),
        (Frequency(times=InAll(minutes(20), Range(2, 3))), [("times a day", "2 to 3", "2")]),
        (Frequency(times=InAll(minutes(20), 2)), []),
        (Frequency(times=InAll(minutes(20), Words("a few"))), [("times a day", "a few", "3")]),
        (Frequency(times=Every(hours(4, 6))), [("interval", "14400 to 21600 s", "14400 s")]),
        (Frequency(times=Every(hours(4))), []),
        (
            Frequency(times=At((time(9), Around("sport"), Around(Anchor.WAKING, Relation.AFTER)))),
            [("moment", "after waking", "right next to it")],
        ),
        (
            Frequency(times=At(Around(Anchor.WAKING, Relation.AFTER, minutes(10, 20)))),
            [("moment", "600 to 1200 s after waking", "600 s after waking")],
        ),
        (Frequency(times=At(Around(Anchor.WAKING, Relation.AFTER, minutes(10)))), []),
        (
            Frequency(
                times=ONCE,
                not_at=Around("meals", Relation.AFTER),
                budget=Budget(minutes(60)),
                preferably="in the morning",
            ),
            [
                ("not at", "after “meals”", "not kept free"),
                ("budget", "3600 s a week", "not counted"),
                ("preferably", "in the morning", "as said beside it"),
            ],
        ),
    ],
)
def test_what_is_assumed_of_how_often_is_told(
    frequency: Frequency, expected: list[tuple[str, str, str]]
) -> None:
    """What the planner finds, chooses or does not look at is listed."""
    assert expected == told(made(frequency))


def test_anchors_of_an_interval_are_told() -> None:
    """The usual time of an anchor that bounds an interval is an assumption."""
    of = made(Frequency(times=Every(hours(4), since=Anchor.BREAKFAST)))

    assert "breakfast" in {each.subject for each in of.assumptions}


NOT_KEPT = True


@pytest.mark.parametrize(
    ("frequency", "is_told"),
    [
        (Frequency(days=DaysPer(3), times=ONCE, gap=days(1)), False),
        (Frequency(days=DaysPer(4), times=ONCE, gap=days(1)), NOT_KEPT),
        (Frequency(days=DaysPer(3), times=ONCE, gap=hours(48)), False),
        (Frequency(days=EveryDay(), times=ONCE, gap=hours(48)), NOT_KEPT),
        (Frequency(days=EveryDays(days(2)), times=PerDay(2), gap=hours(48)), NOT_KEPT),
        (Frequency(days=Weekdays((Weekday.MON, Weekday.THU)), gap=days(2)), False),
        (Frequency(days=Weekdays((Weekday.MON, Weekday.SUN)), gap=days(1)), NOT_KEPT),
        (Frequency(days=Dates((MONDAY, MONDAY + DAY)), gap=days(1)), NOT_KEPT),
        (Frequency(days=Dates(MONDAY), gap=days(1)), False),
        (Frequency(days=Cycle(1, 1), gap=days(1)), False),
        (Frequency(days=Cycle(2, 2), gap=days(1)), NOT_KEPT),
        (Frequency(times=PerDay(3), gap=hours(4)), False),
        (Frequency(times=ThroughTheDay(), gap=hours(4)), False),
        (Frequency(times=At(time(9)), gap=hours(4)), False),
        (Frequency(times=At((time(9), time(10))), gap=hours(4)), NOT_KEPT),
        (Frequency(times=Every(hours(5)), gap=hours(4)), NOT_KEPT),
    ],
)
def test_a_gap_that_is_not_kept_is_told(frequency: Frequency, *, is_told: bool) -> None:
    """Days and times as they are said count more than a gap; where they leave none, it is told."""
    assert is_told == ("gap" in {subject for subject, _, _ in told(made(frequency))})


def test_a_gap_alone_says_which_days() -> None:
    """Where only rest between is said, it is done as often as that allows."""
    of = made(Frequency(gap=hours(48)))

    assert due(of, 7) == [0, 2, 4, 6]
    assert ("days", "", "every 2 days") in told(of)


def test_a_gap_lies_between_the_sessions_of_a_day() -> None:
    """Bouts at any time of a day keep their gap, and those that find no room are told."""
    of = made(Frequency(times=PerDay(3), gap=hours(7)))

    assert starts(of) == ["07:15", "14:30", "21:45"]
    assert [each.count for each in made(Frequency(times=PerDay(3), gap=hours(8))).unplaced(MONDAY)]


def test_the_next_session_may_be_years_away() -> None:
    """`after` finds what comes rarely, and ends where nothing finds a place any more."""
    of = made(Frequency(days=EveryDays(months(30))))
    coming = of.after(of.on(MONDAY)[0].start)

    assert next(coming).date == date(2029, 5, 23)
    assert next(coming).date == date(2031, 11, 23)
