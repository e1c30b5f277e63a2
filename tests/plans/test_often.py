"""How often: every kind of days and times that a calendar can place, and why others cannot be."""

from datetime import date, time, timedelta

import attrs
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
    Busy,
    Calendar,
    Choice,
    Compared,
    Comparison,
    Cycle,
    Dates,
    DaysOf,
    DaysPer,
    Dose,
    Every,
    EveryDay,
    EveryDays,
    Exactness,
    Frequency,
    InAll,
    Item,
    PerDay,
    PeriodUnit,
    Phase,
    Plan,
    Prescription,
    Range,
    Relation,
    Routine,
    Schedule,
    Sign,
    Span,
    ThroughTheDay,
    Timed,
    Waking,
    Weekday,
    Weekdays,
    Window,
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
from kinescript.model import Days, HowOften, Times, kilometres, steps
from kinescript.timelines import Basis

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
        (Cycle(1, 2, unit=PeriodUnit.WEEK), Within.LEAST, [0, 1, 2, 3, 4, 5, 6]),
        (DaysOf((1, 15), months(1)), Within.LEAST, [8]),
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
        (At(Window(time(8), time(10))), ["08:00"]),
        (At(Window(Anchor.LUNCH, Anchor.DINNER)), ["12:30"]),
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
            "“30 h after lunch” is a day or more away",
        ),
        (
            Frequency(times=Every(minutes(30), during="sitting")),
            "its clock runs only during “sitting”, which no calendar knows",
        ),
        (Frequency(times=Every(seconds(1))), "every 1 s is too often for a calendar"),
        (
            Frequency(times=Every(hours(2), bouts=Words("a few"))),
            "how many times in each interval, the source only says “a few”",
        ),
        (
            Frequency(times=Every(hours(36))),
            "every 36 h falls on other times each day, and is not planned yet",
        ),
        (
            Frequency(days=Weekdays(Weekday.MON), times=Every(hours(48))),
            "“every 48 h” has days of its own, and others are said beside it",
        ),
        (
            Frequency(budget=Budget(minutes(150))),
            "no days or times are said beside “150 min a week”",
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
        (Frequency(times=InAll(minutes(20))), [("times a day", "20 min in all", "2")]),
        (Frequency(times=InAll(minutes(20), Range(2, 3))), [("times a day", "2 to 3", "2")]),
        (Frequency(times=InAll(minutes(20), 2)), []),
        (
            Frequency(times=InAll(minutes(20), Words("a few"))),
            [("times a day", "a few", "3"), ("time a day", "20 min in all", "30 min")],
        ),
        (
            Frequency(times=InAll(minutes(25))),
            [("times a day", "25 min in all", "3"), ("time a day", "25 min in all", "30 min")],
        ),
        (
            Frequency(times=InAll(hours(1), 3)),
            [("time a day", "1 h in all", "30 min")],
        ),
        (Frequency(times=Every(hours(24))), [("days", "every 24 h", "every day")]),
        (Frequency(times=Every(hours(48))), [("days", "every 48 h", "every 2 days")]),
        (Frequency(times=Every(hours(48, 72))), [("days", "every 48 to 72 h", "every 2 days")]),
        (
            Frequency(times=Every(hours(72), bouts=Range(1, 3))),
            [("days", "1 to 3 times every 72 h", "every 3 days")],
        ),
        (
            Frequency(times=Every(hours(3), bouts=2)),
            [("bouts", "2 times every 3 h", "every 90 min")],
        ),
        (Frequency(gap=hours(4)), [("times a day", "", "1"), ("days", "", "every day")]),
        (UNSAID, [("times a day", "", "1"), ("days", "", "every day")]),
        (
            Frequency(times=Every(hours(2)), gap=hours(48)),
            [("days", "", "every 2 days"), ("gap", "48 h between", "not kept")],
        ),
        (Frequency(times=Every(hours(4, 6))), [("interval", "4 to 6 h", "4 h")]),
        (Frequency(times=Every(hours(4))), []),
        (
            Frequency(times=At((time(9), Around("sport"), Around(Anchor.WAKING, Relation.AFTER)))),
            [("moment", "after waking", "right next to it")],
        ),
        (
            Frequency(times=At(Around(Anchor.WAKING, Relation.AFTER, minutes(10, 20)))),
            [("moment", "10 to 20 min after waking", "10 min after waking")],
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
                ("budget", "1 h a week", "not counted"),
                ("preferably", "in the morning", "as said beside it"),
            ],
        ),
    ],
)
def test_what_is_assumed_of_how_often_is_told(
    frequency: HowOften, expected: list[tuple[str, str, str]]
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
        (Frequency(days=Cycle(1, 1, unit=PeriodUnit.WEEK), gap=days(1)), NOT_KEPT),
        (Frequency(days=DaysOf((1, 3), days(7)), gap=days(1)), False),
        (Frequency(days=DaysOf((1, 7), days(7)), gap=days(1)), NOT_KEPT),
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


@pytest.mark.parametrize(
    ("frequency", "expected", "at"),
    [
        (Frequency(times=Every(hours(24))), [0, 1, 2, 3, 4, 5], ["14:30"]),
        (Frequency(times=Every(hours(48))), [0, 2, 4], ["14:30"]),
        (Frequency(times=Every(hours(72), since=time(9))), [0, 3], ["09:00"]),
        (Frequency(times=Every(hours(48), since=Anchor.WAKING)), [0, 2, 4], ["07:00"]),
        (Frequency(times=Every(hours(48), bouts=2)), [0, 1, 2, 3, 4, 5], ["14:30"]),
        (
            Frequency(days=Weekdays((Weekday.MON, Weekday.FRI)), times=Every(hours(24))),
            [0, 4],
            ["14:30"],
        ),
    ],
)
def test_a_multiple_of_24_hours_is_so_many_days(
    frequency: Frequency, expected: list[int], at: list[str]
) -> None:
    """It is due once on each of these days, at one time of the day."""
    of = made(frequency)

    assert due(of, 6) == expected
    assert starts(of) == at


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (Dates(date(2026, 10, 1)), "2026-10-01 lies outside its time, from 2026-11-23 on"),
        (
            Dates([date(2026, 10, 1), date(2026, 10, 2)]),
            "2026-10-01 and 2026-10-02 lie outside its time, from 2026-11-23 on",
        ),
        (
            Dates([date(2026, 10, day) for day in (1, 2, 3, 4)]),
            "2026-10-01 and 3 other dates lie outside its time, from 2026-11-23 on",
        ),
    ],
)
def test_dates_before_the_start_are_told(rule: Dates, reason: str) -> None:
    """What was due before the programme starts has no session, and the plan says why."""
    of = made(Frequency(days=rule, times=ONCE))
    also = made(Frequency(days=Dates((*rule.dates, MONDAY)), times=ONCE))

    assert (due(of), due(also)) == ([], [0])
    assert [each.reason for each in of.unscheduled] == [reason]
    assert [each.reason for each in also.unscheduled] == [reason]


def test_days_that_never_come_in_a_span_are_told() -> None:
    """A span without any of the days that are prescribed is told, and so are dates after it."""
    sunday = Frequency(days=Weekdays(Weekday.SUN), times=ONCE)
    late = Frequency(days=Dates([MONDAY, MONDAY + 9 * DAY]), times=ONCE)
    items = [
        Item(name, WALK, frequency=often, span=Span(2))
        for name, often in (("A", sunday), ("B", late), ("C", Schedule((per_day(1), late))))
    ]
    of = plan(Prescription("Test", Phase("", Routine("", items))), start=MONDAY, calendar=CALENDAR)
    time = "from 2026-11-23 to 2026-11-24"

    assert [(each.name, each.reason) for each in of.unscheduled] == [
        ("A", f"none of its days comes in its time, {time}"),
        ("B", f"2026-12-02 lies outside its time, {time}"),
        ("C", f"2026-12-02 lies outside its time, {time}"),
    ]
    assert of.end == MONDAY + DAY


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


SUNDAYS = Weekdays(Weekday.SUN)
CHRISTMAS = date(2026, 12, 25)


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [
        (Frequency(days=EveryDay(), except_on=SUNDAYS), [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12]),
        (Frequency(times=ONCE, except_on=Dates(MONDAY + DAY)), [0, *range(2, 14)]),
        (
            Frequency(days=DaysPer(5), except_on=Weekdays(Weekday.WED)),
            [0, 1, 3, 4, 5, *range(7, 9)],
        ),
        (Frequency(days=DaysPer(7), except_on=SUNDAYS), [0, 1, 2, 3, 4, 5, *range(7, 13)]),
        (Frequency(days=DaysPer(2, weeks(2)), except_on=Weekdays(Weekday.MON)), []),
        (Frequency(days=SUNDAYS, except_on=SUNDAYS), []),
    ],
)
def test_days_that_are_left_out_stay_free(frequency: Frequency, expected: list[int]) -> None:
    """No session falls on a day that is left out; days of a week are spread over the others."""
    assert expected == due(made(frequency))[: len(expected) or None]


def test_fewer_days_than_are_said_are_told() -> None:
    """Where too many days are left out for the days of a week, the plan says how many remain."""
    of = made(Frequency(days=DaysPer(7), except_on=SUNDAYS))

    assert ("number of days", "7", "6") in told(of)
    assert ("days", "7 a week", "mon, tue, wed, thu, fri, sat") in told(of)


def test_the_next_session_passes_over_days_that_are_left_out() -> None:
    """`after` finds the first day that is not left out, and ends where all of them are."""
    weekly = Frequency(days=EveryDays(weeks(1)), except_on=Dates(MONDAY + 7 * DAY))
    coming = made(weekly).after(made(weekly).on(MONDAY)[0].start)

    assert next(coming).date == MONDAY + 14 * DAY
    assert not made(Frequency(days=SUNDAYS, except_on=SUNDAYS)).between(MONDAY, CHRISTMAS)


@pytest.mark.parametrize(
    ("busy", "expected"),
    [
        (Busy("work", time(7, 30), time(9)), "09:00"),
        (Busy("work", time(8, 5), time(9, 30)), "09:30"),
        (Busy("work", time(9), time(17)), "08:00"),
    ],
)
def test_a_window_is_used_where_there_is_room(busy: Busy, expected: str) -> None:
    """A session in a window starts as early as nothing else keeps the person busy."""
    calendar = attrs.evolve(CALENDAR, busy=busy)
    item = Item("Walk", WALK, frequency=Frequency(times=At(Window(time(8), time(10)))))
    rx = Prescription("Test", Phase("", Routine("", item)))
    of = plan(rx, start=MONDAY, calendar=calendar)

    assert starts(of) == [expected]
    assert of.on(MONDAY)[0].basis is Basis.ASSUMED
    assert ("moment", "between 08:00 and 10:00", "as early as there is room") in told(of)


def test_a_window_without_room_is_told() -> None:
    """What finds no room in its window is not placed elsewhere."""
    calendar = attrs.evolve(CALENDAR, busy=Busy("work", time(7), time(9, 55)))
    item = Item("Walk", WALK, frequency=Frequency(times=At(Window(time(8), time(10)))))
    of = plan(Prescription("Test", Phase("", Routine("", item))), start=MONDAY, calendar=calendar)

    assert not of.on(MONDAY)
    assert [each.name for each in of.unplaced(MONDAY)] == ["Walk"]


@pytest.mark.parametrize(
    ("since", "to", "expected"),
    [(5, 9, ["07:00"]), (5, 7, ["05:00"]), (3, 7, ["03:00"])],
)
def test_a_window_begins_no_earlier_than_one_is_up(
    since: int, to: int, expected: list[str]
) -> None:
    """Of a window that opens at night, what lies in the waking hours is used, if there is room."""
    of = made(Frequency(times=At(Window(time(since), time(to)))))

    assert starts(of) == expected


def test_a_window_may_end_after_midnight() -> None:
    """A window that closes earlier than it opens closes on the next day."""
    of = made(Frequency(times=At(Window(time(21, 30), time(1)))))

    assert starts(of) == ["21:30"]


@pytest.mark.parametrize(
    ("preferably", "expected"),
    [
        ("on most days", "on most days"),
        (EveryDay(), "every day"),
        (Weekdays((Weekday.MON, Weekday.WED)), "mon, wed"),
        (Dates(MONDAY), "2026-11-23"),
        (DaysPer(5), "5 days a week"),
        (EveryDays(days(2)), "every 2 days"),
        (DaysOf((1, 15), months(1)), "days 1, 15 of 1 month"),
        (Cycle(2, 1, unit=PeriodUnit.WEEK), "2 weeks on, 1 week off"),
        (PerDay(Range(3, 4)), "3 to 4 times a day"),
        (
            At((time(7), Anchor.MORNING, Around(Anchor.LUNCH, Relation.AFTER))),
            "07:00, morning, after lunch",
        ),
        (At(Window(time(8), Anchor.LUNCH)), "between 08:00 and lunch"),
        (ThroughTheDay(), "through the day"),
        (Every(hours(2)), "every 7200 s"),
        (InAll(minutes(10)), "600 s a day"),
        (AsNeeded("pain"), "as needed for “pain”"),
    ],
)
def test_what_would_be_better_still_is_told(preferably: Days | Times, expected: str) -> None:
    """A preference is no part of what is planned, and the plan says so in words."""
    of = made(Frequency(days=EveryDay(), times=ONCE, preferably=preferably))

    assert due(of, 7) == list(range(7))
    assert ("preferably", expected, "as said beside it") in told(of)


def test_a_distance_to_reach_is_told() -> None:
    """A plan does not count how far one goes, and says so."""
    of = made(Frequency(days=EveryDay(), budget=Budget(steps(10000), days(1))))
    alone = made(Frequency(budget=Budget(kilometres(20, 30))))

    assert ("budget", "10000 steps a day", "not counted") in told(of)
    assert [each.reason for each in alone.unscheduled] == [
        "no days or times are said beside “20 to 30 km a week”"
    ]


def test_the_period_of_days_is_chosen() -> None:
    """Of a range of weeks the plan takes one, by the choice of days, and tells which."""
    often = Frequency(days=DaysPer(2, weeks(2, 3)), times=ONCE)
    least, most = made(often), made(often, Choice(days=Within.GREATEST))

    assert due(least, 28) == [0, 7, 14, 21]
    assert due(most, 21) == [0, 10]
    assert ("period", "2 to 3 weeks", "3 weeks") in told(most)


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [
        (Frequency(days=EveryDay(), times=At(time(9)), timing=Exactness.EXACTLY), None),
        (Frequency(days=EveryDay(), times=PerDay(3), timing=Exactness.EXACTLY), "as found"),
        (Frequency(days=DaysPer(3), times=At(time(9)), timing=Exactness.EXACTLY), "as found"),
        (
            Frequency(days=EveryDay(), times=At(time(9)), timing=Exactness.FLEXIBLE),
            "as said beside it",
        ),
        (Frequency(days=EveryDay(), times=At(time(9))), None),
    ],
)
def test_timing_that_the_plan_does_not_heed_is_told(
    frequency: Frequency, expected: str | None
) -> None:
    """Exact moments are planned as they are said; anything else about timing is told."""
    found = {value for subject, _, value in told(made(frequency)) if subject == "timing"}

    assert found == ({expected} if expected else set())
