"""A time a day in all: as one bout, as several, and for exercises without a dose."""

from collections.abc import Sequence
from datetime import date, time, timedelta

import pytest
from hypothesis import given, strategies as st

from kinescript import (
    UNSAID,
    Calendar,
    Choice,
    Dose,
    Frequency,
    InAll,
    Item,
    Phase,
    Plan,
    Prescription,
    Range,
    Rest,
    Routine,
    Schedule,
    Section,
    Span,
    Timed,
    Waking,
    Within,
    Words,
    minutes,
    per_day,
    plan,
)
from kinescript.model import Component, Duration, HowOften, Quantity
from kinescript.timelines import StepKind

MONDAY = date(2026, 11, 23)
CALENDAR = Calendar("UTC", waking=Waking(time(7), time(22)))
TEN = Dose(Timed(minutes(10)))
HALF_AN_HOUR = Frequency(times=InAll(minutes(30)))


def made(
    parts: Component | Sequence[Component], often: HowOften = UNSAID, choice: Choice | None = None
) -> Plan:
    """The plan of one routine."""
    rx = Prescription("Test", Phase("", Routine("", parts, frequency=often)))
    return plan(rx, start=MONDAY, calendar=CALENDAR, choice=choice)


def active(of: Plan) -> list[list[int]]:
    """How many minutes the exercises of each session of a day take, one by one."""
    return [
        [
            step.duration // timedelta(minutes=1)
            for step in session.timeline
            if step.kind is StepKind.ACTIVITY
        ]
        for session in of.on(MONDAY)
    ]


def told(of: Plan, *subjects: str) -> list[tuple[str, str, str]]:
    """What a plan assumes of these subjects, without paths and reasons."""
    return [
        (each.subject, each.written, each.value)
        for each in of.assumptions
        if each.subject in subjects
    ]


@pytest.mark.parametrize(
    ("bouts", "expected"),
    [
        (UNSAID, [[30]]),
        (1, [[30]]),
        (3, [[10]] * 3),
        (Range(2, 3), [[15]] * 2),
        (Words("a few"), [[10]] * 3),
    ],
)
def test_without_a_dose_a_total_is_the_dose(
    bouts: int | Quantity, expected: list[list[int]]
) -> None:
    """It is done at once or, where bouts are said, in as many that are alike."""
    of = made(Item("Walk", frequency=Frequency(times=InAll(minutes(30), bouts))))
    ((each, *_), *_) = expected

    assert expected == active(of)
    assert told(of, "dose", "time a day") == [("dose", "", f"{each} min")]
    assert of.on(MONDAY)[0].items == of.prescription.phases[0].routines[0].items


@given(st.integers(1, 200), st.none() | st.integers(1, 4))
def test_a_total_without_a_dose_adds_up(total: int, bouts: int | None) -> None:
    """The bouts of a day take the time that is prescribed, to the second."""
    times = InAll(minutes(total), UNSAID if bouts is None else bouts)
    of = made(Item("Walk", frequency=Frequency(times=times)))
    steps = [step for session in of.on(MONDAY) for step in session.timeline]
    lost = timedelta(seconds=1)

    active = sum((step.duration for step in steps if step.kind is StepKind.ACTIVITY), timedelta())
    assert abs(active - total * 60 * lost) < lost


@pytest.mark.parametrize(
    ("dose", "expected", "in_all"),
    [(10, 3, []), (30, 1, []), (20, 2, [("time a day", "30 min in all", "40 min")])],
)
def test_a_dose_is_done_as_often_as_a_total_takes(
    dose: int, expected: int, in_all: list[tuple[str, str, str]]
) -> None:
    """Bouts are whole, and the plan says so where they come to another time in all."""
    of = made(Item("Walk", Dose(Timed(minutes(dose))), frequency=HALF_AN_HOUR))

    assert active(of) == [[dose]] * expected
    assert told(of, "dose", "time a day") == in_all


def test_exercises_without_a_dose_share_the_total_of_their_routine() -> None:
    """Those that have the total together do so in one session."""
    of = made([Item("Walk"), Rest(minutes(1)), Item("Run")], HALF_AN_HOUR)

    assert active(of) == [[15, 15]]
    assert told(of, "dose") == [("dose", "", "15 min")] * 2


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Item("Run", frequency=per_day(1)), [[30], [1]]),
        (Item("Run", span=Span(7)), [[30, 30]]),
    ],
    ids=["frequency", "span"],
)
def test_who_has_days_of_its_own_has_a_total_of_its_own(
    item: Item, expected: list[list[int]]
) -> None:
    """An exercise beside the others of its routine shares no total with them."""
    of = made([Item("Walk"), item], HALF_AN_HOUR)
    found = [each for session in active(of) for each in session]

    assert sorted(found) == sorted(each for session in expected for each in session)


@pytest.mark.parametrize(
    "beside",
    [Item("Run", TEN), Section(Item("Run")), Section(Item("Run", TEN))],
    ids=["a dose", "a group", "a group with a dose"],
)
def test_beside_other_work_a_total_gives_no_dose(beside: Component) -> None:
    """Where something else says how much to do, or is a group, no share is made up."""
    of = made([Item("Walk"), beside], HALF_AN_HOUR)

    assert told(of, "dose") == []
    assert len(of.on(MONDAY)) > 1


def test_a_total_of_one_of_several_frequencies_gives_no_dose() -> None:
    """A schedule may have another total each day."""
    sunday = Frequency(times=InAll(minutes(60)))

    assert told(made(Item("Walk"), Schedule((HALF_AN_HOUR, sunday))), "dose") == []


def test_a_total_can_be_chosen() -> None:
    """Of a range of totals the one is planned that the choice for bouts takes."""
    often = Frequency(times=InAll(Duration(Range(1_800_000, 3_600_000))))
    found = [active(made(Item("Walk"), often, Choice(bouts=within))) for within in Within]

    assert found == [[[30]], [[45]], [[60]]]
