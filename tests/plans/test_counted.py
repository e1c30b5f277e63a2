"""A number of sessions ends what it is said of."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given, strategies as st

from kinescript import (
    Anchor,
    At,
    Calendar,
    Cycle,
    DaysPer,
    Dose,
    EveryDay,
    EveryDays,
    Frequency,
    Item,
    PerDay,
    Phase,
    Plan,
    Prescription,
    Range,
    Reps,
    Routine,
    Span,
    Weekday,
    Weekdays,
    parse,
    plan,
    volume,
)
from kinescript.model import Days, Times
from kinescript.plans._counted import MOST

MONDAY = date(2026, 11, 23)
UTC = Calendar("Etc/UTC")


def planned(text: str) -> Plan:
    """The plan of a text from a Monday on."""
    return plan(parse(text), start=MONDAY, calendar=UTC)


def done(made: Plan, long: int = 60) -> list[str]:
    """What is done in the first days, as the day of the month and the exercises."""
    sessions = made.between(MONDAY, MONDAY + timedelta(days=long))
    return [
        f"{each.date.day} {' '.join(item.exercise.name for item in each.items)}"
        for each in sessions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A: 10; 2/day; for 3 sessions", ["23 A", "23 A", "24 A"]),
        ("A: 10; Mon Wed; for 3 sessions", ["23 A", "25 A", "30 A"]),
        ("A: 10; morning, evening; for 3 sessions", ["23 A", "23 A", "24 A"]),
        ("A: 10; 2/day also on Tue, 1/day; for 3 sessions", ["23 A", "23 A", "24 A"]),
        ("phase:  daily; for 2 sessions\n  A: 5\n  B: 5", ["23 A B", "24 A B"]),
        ("routine:  daily; for 2 sessions\n  A: 5\n  B: 5", ["23 A B", "24 A B"]),
        (
            "phase: daily; for 3 sessions\n  A: 10; for 2 sessions\n  B: 10",
            ["23 A B", "24 A B", "25 B"],
        ),
        (
            """\
phase: Mon Wed Fri; for 3 sessions; taking turns
  routine:
    A: 10
  routine:
    B: 10
""",
            ["23 A", "25 B", "27 A"],
        ),
        # What has days of its own ends on the day of the last session.
        (
            "phase: Mon Wed; for 2 sessions\n  A: 10\n  B: 10; 2/day",
            ["23 A B", "23 B", "24 B", "24 B", "25 A B", "25 B"],
        ),
    ],
)
def test_sessions_are_counted(text: str, expected: list[str]) -> None:
    """The last session is the one of the number that is written, and nothing is told of it."""
    made = planned(text)

    assert done(made) == expected
    assert made.end is not None
    assert str(made.end.day) == expected[-1].split()[0]
    assert not [each for each in made.assumptions if each.subject == "sessions"]


@pytest.mark.parametrize(
    ("text", "count", "value", "reason"),
    [
        ("A: 10; daily; for 4-6 sessions", 4, "4", "chosen within the range"),
        ("A: 10; daily; for at least 3 sessions", 3, "3", "chosen within the range"),
        ('A: 10; daily; for "some" sessions', 61, "not counted", "it is no number"),
        ("A: 10; every 8 h; for 3 sessions", 122, "not counted", "on the day's length"),
        (
            f"A: 10; daily except Sun; for {MOST + 1} sessions",
            53,
            "not counted",
            "counts 1000 at the most",
        ),
        ("A: 10; Mon; for 2 weeks with 9 sessions", 2, "2", "its time is over before"),
        ("A: 5; daily except Sat; for 2 weeks with 30 sessions", 12, "12", "its time is over"),
        (
            """\
phase: daily except Mon; taking turns
  routine: for 2 sessions
    A: 10
  routine:
    B: 10
""",
            52,
            "not counted",
            "turns are not counted where days are left out",
        ),
        (
            "phase: daily; for 2 sessions\n  A: 10; for 3 sessions\n  B: 10",
            2,
            "2",
            "its time is over before",
        ),
        (
            "phase: for 5 sessions\n  routine: Mon\n    A: 5\n  routine: Tue\n    B: 5",
            18,
            "not counted",
            "only the sessions of one frequency",
        ),
        ("phase: for 5 sessions\n  A: 5; daily", 61, "not counted", "of one frequency"),
    ],
)
def test_what_is_chosen_or_not_counted_is_told(
    text: str, count: int, value: str, reason: str
) -> None:
    """A plan tells where it does not end with the number that is written, and why."""
    made = planned(text)
    (told,) = [each for each in made.assumptions if each.subject == "sessions"]

    assert len(done(made)) == count
    assert told.value == value
    assert reason in told.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("phase: every 2 days; for 2 sessions\n  A: 5\nphase: daily\n  B: 5", "23 A, 25 A, 27 B"),
        ("phase: 2/day; for 3 sessions\n  A: 5\nphase: daily\n  B: 5", "23 A, 23 A, 24 A, 25 B"),
        ("phase: for 4 days with 2 sessions\n  A: 5\nphase: daily\n  B: 5", "23 A, 25 A, 27 B"),
        (
            """\
phase: Mon Wed; for 1 session; taking turns
  routine:
    A: 5
  routine:
    C: 5
phase: daily
  B: 5
""",
            "23 A, 25 B",
        ),
    ],
)
def test_the_next_phase_starts_when_another_session_would(text: str, expected: str) -> None:
    """What follows a number of sessions keeps the days that lie between them."""
    found = done(planned(text))

    assert ", ".join(found).startswith(expected)


def test_many_sessions_are_counted_at_once() -> None:
    """A number that nobody would count one by one ends on its day."""
    made = planned("A: 10; 3/day; for 100000 sessions")

    assert made.end == MONDAY + timedelta(days=33_333)
    assert len(made.on(MONDAY + timedelta(days=33_333))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("phase: 2/day; for 4 sessions\n  A: 10; for 3 sessions\n  B: 10", {"A": 3, "B": 4}),
        ("phase: 2/day; for 4 sessions\n  routine: for 3 sessions\n    A: 10", {"A": 3}),
        ("phase: 2/day; for 3 sessions\n  routine: for 4 sessions\n    A: 10", {"A": 3}),
        ("routine: for 2 sessions\n  A: 10; 2/day; for 3 sessions\n  B: 10", {"A": 3, "B": 2}),
        (
            """\
phase: Mon Wed Fri; taking turns
  routine: for 2 sessions
    A: 10
  routine:
    B: 10
""",
            {"A": 2, "B": 13},
        ),
    ],
)
def test_no_number_of_sessions_is_exceeded(text: str, expected: dict[str, int]) -> None:
    """Of several numbers around one exercise, the smaller one ends it."""
    made = planned(text)
    names = [name for each in done(made) for name in each.split()[1:]]

    assert {name: names.count(name) for name in expected} == expected


@pytest.mark.parametrize(
    "phase",
    [
        "phase: 30 min/day; for 3 sessions\n  A: ?",
        "phase: every 8 h; for 3 sessions\n  A: 5",
        'phase: daily; for "some" sessions\n  A: 5',
        "phase: for 3 sessions\n  A: 5; daily",
        "phase: for 3 sessions\n  routine: Mon\n    A: 5\n  routine: Tue\n    A: 5",
        "phase: for 3 sessions; daily\n  routine: for 1 week\n    A: 5",
        "phase: for 3 sessions; daily\n  rest: 5 min\n  A: 5; for 1 week",
        'phase: for 3 sessions; when "it suits"\n  A: 5',
        "phase: for 3 sessions; as needed\n  A: 5",
        "phase: for 3 sessions; on 2026-12-01, on 2026-12-02\n  A: 5",
        "phase: for 3 sessions\n  pick: 1\n    A: 5; 1/day\n    C: 5",
        """\
phase: for 3 sessions; daily also Mon; taking turns
  routine:
    A: 5
  routine:
    C: 5""",
        """\
phase: for 3 sessions; daily; taking turns
  routine:
    A: 5
  routine:
    C: 5
  routine: Mon
    D: 5""",
    ],
)
def test_a_phase_that_nobody_can_count_has_no_end(phase: str) -> None:
    """What follows sessions that are not counted is not planned, and the plan says so."""
    made = planned(f"{phase}\nphase: daily\n  B: 5")

    assert [each.reason for each in made.unscheduled if each.path == "phases[1]"] == [
        "starts after “phase 1”, and nobody knows when that ends"
    ]


@pytest.mark.parametrize(
    ("text", "expected", "value"),
    [
        ("A: 10; for 4 weeks with 8 sessions", "23 26 29 2 5 8 11 14", "every 3 days"),
        ("A: 10; 2/day; for 4 weeks with 8 sessions", "23 23 30 30 7 7 14 14", "every 7 days"),
        ("phase: for 1 month with 3 sessions\n  A: 10", "23 2 11", "every 9 days"),
        ("routine: for 3 days with 2 sessions\n  A: 10", "23 24", "every day"),
        ("A: 10; for 1 day with 3 sessions", "23", "every day"),
        (
            """\
phase: for 2 weeks with 4 sessions; taking turns
  routine:
    A: 5
  routine:
    A: 5
""",
            "23 26 29 2",
            "every 3 days",
        ),
        # What has a frequency of its own has no part in the sessions of its phase.
        ("phase: for 1 week with 3 sessions\n  A: 10; 1/day", "23 24 25 26 27 28 29", ""),
    ],
)
def test_sessions_without_days_are_spread_over_their_time(
    text: str, expected: str, value: str
) -> None:
    """Eight sessions in four weeks are not the first eight days, and the plan says which days."""
    made = planned(text)
    told = {each.value for each in made.assumptions if each.subject == "days"}

    assert [each.split()[0] for each in done(made)] == expected.split()
    assert told == ({value} if value else set())


DAYS = st.sampled_from(
    [
        EveryDay(),
        EveryDays(3),
        Weekdays([Weekday.TUE, Weekday.SUN]),
        DaysPer(3),
        Cycle(2, 3, start=1),
    ]
)
TIMES = st.sampled_from([PerDay(1), PerDay(3), At([Anchor.MORNING, Anchor.EVENING])])


@given(DAYS, TIMES, st.integers(1, 40))
def test_a_plan_has_as_many_sessions_as_its_volume(days: Days, times: Times, number: int) -> None:
    """Plan and volume agree, and up to its last day the number changes nothing."""
    item, often = Item("A", Dose(Reps(5))), Frequency(days=days, times=times)
    held = attrs.evolve(item, span=Span(sessions=number))
    of_phase, unlimited, of_item = (
        Prescription("Test", Phase("", Routine("", each), span=span, frequency=often))
        for each, span in ((item, Span(sessions=number)), (item, Span()), (held, Span()))
    )
    for each in (of_phase, of_item):
        made = plan(each, start=MONDAY, calendar=UTC)
        assert made.end is not None
        before = (MONDAY, made.end - timedelta(days=1))

        assert len(made.between(MONDAY, made.end)) == number
        assert len(made.on(made.end)) > 0
        assert [session.start for session in made.between(*before)] == [
            session.start
            for session in plan(unlimited, start=MONDAY, calendar=UTC).between(*before)
        ]
        assert volume(each).sessions.in_all == Range(number)
