"""Routines that take turns: which of them has which day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice, takewhile

import pytest
from hypothesis import given, strategies as st

from kinescript import (
    Calendar,
    Cycle,
    Dates,
    DaysPer,
    Dose,
    EveryDays,
    Frequency,
    Item,
    PerDay,
    Phase,
    Plan,
    Prescription,
    Routine,
    Schedule,
    Span,
    Timed,
    Weekday,
    Weekdays,
    Words,
    days,
    minutes,
    months,
    parse,
    per_day,
    per_week,
    plan,
    weeks,
)
from kinescript.agendas import falls_on
from kinescript.model import Days, HowOften

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
ONCE = Dose(Timed(minutes(10)))
MON_WED_FRI = Weekdays((Weekday.MON, Weekday.WED, Weekday.FRI))
NO_TURN = "routines take turns on the days of one frequency; of several, the days have no number"


def routine(name: str, *more: Item) -> Routine:
    """A routine of one exercise that is called like it, and perhaps of others."""
    return Routine(name, (Item(name, ONCE), *more))


def made(
    routines: Sequence[Routine], often: HowOften, start: date = MONDAY, span: Span | None = None
) -> Plan:
    """The plan of routines that take turns."""
    phase = Phase("", routines, frequency=often, turns=True, span=span or Span())
    return plan(Prescription("Test", phase), start=start, calendar=Calendar("UTC"))


def turns(of: Plan, length: int = 14) -> str:
    """Who has which day of a plan, "-" where nobody has."""
    found = [
        "".join(
            sorted(item.exercise.name for each in of.on(of.start + by * DAY) for item in each.items)
        )
        for by in range(length)
    ]
    return " ".join(each or "-" for each in found)


@pytest.mark.parametrize(
    ("often", "names", "start", "expected"),
    [
        (Frequency(days=MON_WED_FRI), "AB", MONDAY, "A - B - A - - B - A - B - -"),
        (Frequency(days=MON_WED_FRI), "AB", MONDAY + DAY, "- A - B - - A - B - A - - B"),
        (Frequency(days=MON_WED_FRI), "ABC", MONDAY, "A - B - C - - A - B - C - -"),
        (Frequency(days=EveryDays(2)), "ABC", MONDAY, "A - B - C - A - B - C - A -"),
        (per_week(3), "AB", MONDAY, "A - B - A - - B - A - B - -"),
        (per_week(3), "AB", MONDAY + 2 * DAY, "A - B - - A - B - A - - B -"),
        (Frequency(days=Cycle(2, 1)), "AB", MONDAY, "A B - A B - A B - A B - A B"),
        (Frequency(days=Cycle(3, 1)), "AB", MONDAY, "A B A - B A B - A B A - B A"),
        (per_day(2), "AB", MONDAY, "AA BB AA BB AA BB AA BB AA BB AA BB AA BB"),
        (Frequency(gap=days(1)), "AB", MONDAY, "A - B - A - B - A - B - A -"),
        (
            Frequency(days=Dates([MONDAY + by * DAY for by in (1, 2, 7)])),
            "AB",
            MONDAY,
            "- A B - - - - A - - - - - -",
        ),
    ],
)
def test_routines_take_turns(often: HowOften, names: str, start: date, expected: str) -> None:
    """Each day that the phase's frequency gives belongs to the next routine in order."""
    assert expected == turns(made([routine(name) for name in names], often, start))


def test_a_phase_counts_its_own_days() -> None:
    """The first day of the phase, not of the programme, is the first routine's."""
    of = made([routine("A"), routine("B")], per_day(1), span=Span(4, after=3))

    assert turns(of, 8) == "- - - A B A B -"
    assert of.end == MONDAY + 6 * DAY


def test_who_has_days_of_its_own_takes_no_turn() -> None:
    """Routines and items with a frequency of their own are due on its days."""
    daily = Item("x", ONCE, frequency=per_day(1))
    extra = Routine("C", Item("C", ONCE), frequency=Frequency(days=EveryDays(3), times=PerDay(1)))
    of = made([routine("A", daily), extra, routine("B")], Frequency(days=EveryDays(2)))

    assert turns(of, 7) == "ACx x Bx Cx Ax x BCx"


def test_a_span_of_its_own_changes_no_turn() -> None:
    """Where a routine or item does not cover a day that is its turn, nobody else has that."""
    late = Item("x", ONCE, span=Span(after=2))
    short = Routine("B", Item("B", ONCE), span=Span(3))
    of = made([routine("A", late), short], per_day(1))

    assert turns(of, 7) == "A B Ax - Ax - Ax"


def test_of_several_frequencies_the_days_have_no_number() -> None:
    """Turns on the days of a schedule are not planned, and the plan says so."""
    both = Schedule((per_week(2), Frequency(days=Weekdays(Weekday.SUN))))
    daily = Item("x", ONCE, frequency=both)
    of = made([routine("A", daily), routine("B")], both)

    assert turns(of, 7) == "x - - x - - x"
    assert [(each.path, each.reason) for each in of.unscheduled] == [
        ("phases[0].routines[0].items[0]", NO_TURN),
        ("phases[0].routines[1].items[0]", NO_TURN),
    ]


def test_days_that_no_calendar_knows_are_told() -> None:
    """Turns on days that only the person knows are not planned, for the usual reason."""
    of = made([routine("A"), routine("B")], Frequency(days=Words("gym days")))

    assert {each.reason for each in of.unscheduled} == {
        "no calendar knows which days “gym days” are"
    }


def rules() -> st.SearchStrategy[Days]:
    """Days of the kinds that a calendar finds."""
    dates = st.lists(st.dates(MONDAY, MONDAY + 60 * DAY), min_size=1, max_size=9)
    return st.one_of(
        st.lists(st.sampled_from(Weekday), min_size=1).map(Weekdays),
        dates.map(Dates),
        st.builds(DaysPer, st.integers(1, 7)),
        st.builds(DaysPer, st.integers(25, 31), st.just(months(1))),
        st.integers(1, 5).map(days).map(EveryDays),
        st.integers(1, 2).map(weeks).map(EveryDays),
        st.builds(Cycle, st.integers(1, 4), st.integers(1, 4)),
    )


@given(rules(), st.integers(2, 4), st.integers(0, 9), st.integers(0, 90))
def test_turns_are_counted_as_by_walking(rule: Days, of: int, after: int, by: int) -> None:
    """On any day that is asked for, it is the turn that counting from the first day finds."""
    names = "ABCD"[:of]
    often = Frequency(days=rule, times=PerDay(1))
    planned = made([routine(name) for name in names], often, span=Span(after=after))
    first, day = MONDAY + after * DAY, MONDAY + by * DAY
    walked = takewhile(lambda each: each <= day, (first + at * DAY for at in count()))
    due = [each for each in walked if falls_on(rule, each, first)]
    expected = [names[(len(due) - 1) % of]] if day in due else []

    assert expected == [session.routine.name for session in planned.on(day)]


@given(rules(), st.integers(2, 4))
def test_the_next_sessions_are_those_of_the_next_turns(rule: Days, of: int) -> None:
    """What `after` gives is what each day has, one routine after another."""
    often = Frequency(days=rule, times=PerDay(1))
    planned = made([routine(name) for name in "ABCD"[:of]], often)
    start = datetime.combine(MONDAY, time(), UTC)
    coming = list(islice(planned.after(start), 6))

    assert coming == list(planned.between(MONDAY, MONDAY + 300 * DAY))[:6]
    assert "".join(each.routine.name for each in coming) == ("ABCD"[:of] * 6)[: len(coming)]


def test_turns_end_with_the_dates() -> None:
    """In the last year that is planned, a turn may not come any more."""
    of = made([routine("A"), routine("B")], per_day(1), date(9998, 12, 31))
    both = made([routine("A"), routine("B")], Frequency(days=Dates(MONDAY)))

    assert turns(of, 1) == "A"
    assert [each.routine.name for each in of.after(datetime(9998, 12, 31, tzinfo=UTC))] == ["A"]
    assert turns(both, 2) == "A -"


@pytest.mark.parametrize(
    "often",
    [
        "Mon Wed Fri except 2026-11-25",
        "daily except Sun",
        "daily except Sun, 2026-11-26",
        "every 2 days except Sun",
        "4 on 2 off except Tue",
        "5 days/week except Wed",
    ],
)
def test_days_that_are_left_out_are_nobody_s_turn(often: str) -> None:
    """Those that take turns alternate on the days that are left."""
    text = f"phase P: {often}; taking turns\n  routine A:\n    Q: 10\n  routine B:\n    R: 10\n"
    made = plan(parse(text), start=date(2026, 11, 23), calendar=Calendar("Etc/UTC"))

    sessions = list(made.between(date(2026, 11, 23), date(2027, 1, 3)))

    assert [each.routine.name for each in sessions] == [
        "AB"[index % 2] for index in range(len(sessions))
    ]
    assert len(sessions) > 10
