"""Routines that take turns."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st
from tests.volumes.cases import cases

from kinescript import (
    Assumptions,
    Calendar,
    Cycle,
    DaysPer,
    Dose,
    EveryDay,
    EveryDays,
    Frequency,
    Item,
    NotDetermined,
    PerDay,
    Phase,
    Prescription,
    Range,
    Reps,
    Rest,
    Routine,
    Schedule,
    Span,
    Weekday,
    Weekdays,
    Words,
    item_volumes,
    per_day,
    per_week,
    plan,
    seconds,
    volume,
)
from kinescript.model import UNSAID, Days, HowOften, PeriodUnit, days, months, weeks
from kinescript.volumes import Total

START = date(2026, 11, 30)
HOME = Calendar("Europe/London")
THREE_WEEKS = Span(weeks(3))
UNCOUNTED = NotDetermined("which routine has how many turns depends on how many there are")
ONE_FREQUENCY = NotDetermined("routines take turns on the days of one frequency")
NO_FREQUENCY = NotDetermined("no frequency is written")
SEVERAL = NotDetermined("the source says only “several”")
MONTH = NotDetermined("a month has no fixed number of days")


def routine(name: str, reps: int, frequency: HowOften = UNSAID) -> Routine:
    """Return a routine of one exercise."""
    return Routine(name, Item(name, Dose(Reps(reps))), frequency=frequency)


def in_turn(*routines: Routine, often: HowOften, span: Span = THREE_WEEKS) -> Phase:
    """Return a phase of routines that take turns."""
    return Phase("", routines, frequency=often, span=span, turns=True)


A, B, C = routine("A", 10), routine("B", 20), routine("C", 40)


@cases(
    ("often", "per_day", "per_week", "in_all"),
    [
        pytest.param(per_week(3), Range(1), Range(3), Range(9), id="3 a week"),
        pytest.param(per_week(2, 3), Range(1), Range(2, 3), Range(6, 9), id="2 to 3 a week"),
        pytest.param(per_day(2), Range(2), Range(14), Range(42), id="2 a day"),
        pytest.param(
            Frequency(days=EveryDays(3)), Range(1), Range(2, 3), Range(7), id="every 3 days"
        ),
    ],
)
def test_sessions_are_those_of_the_phase(
    often: HowOften, per_day: Total, per_week: Total, in_all: Total
) -> None:
    """Routines that take turns have as many sessions together as their phase alone."""
    found = volume(in_turn(A, B, often=often)).sessions

    assert (found.per_session, found.per_day) == (Range(1), per_day)
    assert (found.per_week, found.in_all) == (per_week, in_all)


@cases(
    ("often", "span", "week", "first", "second"),
    [
        pytest.param(per_week(3), THREE_WEEKS, Range(1, 2), Range(5), Range(4), id="3 a week"),
        pytest.param(per_week(4), THREE_WEEKS, Range(2), Range(6), Range(6), id="4 a week"),
        pytest.param(per_day(2), Span(5), Range(6, 8), Range(6), Range(4), id="2 a day"),
        pytest.param(
            per_week(2, 3), THREE_WEEKS, Range(1, 2), UNCOUNTED, UNCOUNTED, id="2 to 3 a week"
        ),
        pytest.param(
            per_week(3, None), THREE_WEEKS, Range(1, None), UNCOUNTED, UNCOUNTED, id="at least 3"
        ),
        pytest.param(
            per_week(None, 3), THREE_WEEKS, Range(None, 2), UNCOUNTED, UNCOUNTED, id="up to 3"
        ),
        pytest.param(
            Frequency(days=Words("several")), THREE_WEEKS, SEVERAL, SEVERAL, SEVERAL, id="several"
        ),
        pytest.param(per_week(3), Span(months(1)), Range(1, 2), MONTH, MONTH, id="a month"),
        pytest.param(
            per_week(3), Span(months(1), sessions=7), Range(1, 2), Range(4), Range(3), id="7 in all"
        ),
        pytest.param(
            per_day(2), Span(months(1), sessions=7), Range(6, 8), MONTH, MONTH, id="2 a day of 7"
        ),
        pytest.param(
            Schedule([per_week(1), per_week(2)]),
            THREE_WEEKS,
            ONE_FREQUENCY,
            ONE_FREQUENCY,
            ONE_FREQUENCY,
            id="two frequencies",
        ),
        pytest.param(
            UNSAID, THREE_WEEKS, NO_FREQUENCY, NO_FREQUENCY, NO_FREQUENCY, id="no frequency"
        ),
        pytest.param(
            Frequency(gap=days(1)),
            THREE_WEEKS,
            *[NotDetermined("the source does not say on which days")] * 3,
            id="no days",
        ),
    ],
)
def test_each_routine_has_its_share(
    often: HowOften, span: Span, week: Total, first: Total, second: Total
) -> None:
    """Of an odd number of days the first routine has one more, and a week the fewest to most."""
    one, other = item_volumes(in_turn(A, B, often=often, span=span)).values()

    assert (one.bouts.per_week, one.bouts.in_all) == (week, first)
    assert (other.bouts.per_week, other.bouts.in_all) == (week, second)


def test_an_assumed_frequency_is_dealt_out() -> None:
    """Without a frequency, turns are taken every day where that is assumed."""
    phase = in_turn(A, B, often=UNSAID, span=Span(5))
    found = item_volumes(phase, assumptions=Assumptions())

    assert [each.bouts.in_all for each in found.values()] == [Range(3), Range(2)]


@cases(
    ("routines", "often", "per_day", "per_week", "in_all"),
    [
        pytest.param([A, B], per_week(3), Range(10, 20), Range(40, 50), Range(130), id="A/B"),
        pytest.param([A, A], per_week(3), Range(10), Range(30), Range(90), id="alike"),
        pytest.param([A, B, C], per_week(2), Range(10, 40), Range(30, 60), Range(140), id="A/B/C"),
        pytest.param([A, B], per_week(4), Range(10, 20), Range(60), Range(180), id="4 a week"),
        pytest.param([A, A], per_week(2, 3), Range(10), Range(20, 30), Range(60, 90), id="a range"),
        pytest.param([A, B], per_week(2, 3), Range(10, 20), Range(30, 50), UNCOUNTED, id="ranges"),
        pytest.param(
            [A, B], per_week(2, None), Range(10, 20), UNCOUNTED, UNCOUNTED, id="at least 2"
        ),
        pytest.param(
            [A, B], Frequency(days=Words("several")), Range(10, 20), SEVERAL, SEVERAL, id="several"
        ),
    ],
)
def test_what_a_phase_of_turns_comes_to(
    routines: list[Routine], often: HowOften, per_day: Total, per_week: Total, in_all: Total
) -> None:
    """A day has one of the routines, and a week so many of them in a row."""
    found = volume(in_turn(*routines, often=often)).reps

    assert (found.per_day, found.per_week, found.in_all) == (per_day, per_week, in_all)


def test_routines_with_a_frequency_of_their_own_take_no_turns() -> None:
    """Beside A and B in turn, three days a week, C is done every day."""
    found = volume(in_turn(A, B, routine("C", 1, per_day(1)), often=per_week(3)))

    assert found.reps.in_all == Range(130 + 21)
    assert found.reps.per_day == Range(1, 21)
    assert found.sessions.in_all == Range(9 + 21)


def test_parts_of_a_routine_with_days_of_their_own_take_no_turns() -> None:
    """An item with a frequency of its own is done whoever's turn it is; a rest goes along."""
    own = Item("C", Dose(Reps(1)), frequency=per_day(1))
    late = Item("D", Dose(Reps(3)), span=Span(weeks(1), after=weeks(1)))
    squat = Item("A", Dose(Reps(10)))
    mixed = Routine("", [squat, Rest(seconds(60)), own])
    found = volume(in_turn(mixed, B, often=per_week(3)))

    assert found.reps.in_all == Range(130 + 21)
    assert found.rest.in_all == Range(5 * 60)
    assert volume(in_turn(Routine("", own), B, often=per_week(3))).reps.in_all == Range(80 + 21)
    last = item_volumes(in_turn(Routine("", [squat, late]), B, often=per_week(3)))
    assert last["routines[0].items[1]"].bouts.in_all == UNCOUNTED


def test_the_sessions_of_a_routine_are_its_own() -> None:
    """A routine that has four sessions in its span has them, whosever turn it is."""
    own = Routine("", Item("A", Dose(Reps(10))), span=Span(weeks(3), sessions=4))
    found = item_volumes(in_turn(own, B, often=per_week(3)))

    assert [each.bouts.in_all for each in found.values()] == [Range(4), Range(4)]


RULES: st.SearchStrategy[Days] = st.one_of(
    st.just(EveryDay()),
    st.builds(EveryDays, st.integers(1, 4).map(days)),
    st.builds(Cycle, st.integers(1, 3), st.integers(1, 3)),
    st.integers(1, 7).map(DaysPer),
    st.lists(st.sampled_from(list(Weekday)), min_size=1).map(Weekdays),
)


@given(RULES, st.integers(1, 2), st.integers(1, 6), st.integers(2, 4))
def test_turns_are_those_that_are_planned(rule: Days, bouts: int, long: int, of: int) -> None:
    """A routine has as many bouts in all as are planned, and each week no more or fewer."""
    routines = [routine(f"{index}", index + 1) for index in range(of)]
    often = Frequency(days=rule, times=PerDay(bouts))
    phase = in_turn(*routines, often=often, span=Span(weeks(long)))
    planned = plan(Prescription("", phase), start=START, calendar=HOME)
    done = [
        Counter(item.exercise.name for session in planned.on(day) for item in session.items)
        for day in (START + timedelta(day) for day in range(7 * long))
    ]

    for name, found in zip(map(str, range(of)), item_volumes(phase).values(), strict=True):
        counts = [day[name] for day in done]
        assert found.bouts.in_all == Range(sum(counts))
        assert isinstance(found.bouts.per_week, Range)
        for week in range(long):
            assert sum(counts[7 * week : 7 * week + 7]) in found.bouts.per_week
    reps = sum((int(name) + 1) * count for day in done for name, count in day.items())
    assert volume(phase).reps.in_all == Range(reps)


@cases(
    ("days", "expected"),
    [
        (Cycle(2, 3), Range(0, 2)),
        (Cycle(1, 1, unit=PeriodUnit.WEEK), Range(0, 3)),
        (Cycle(1, 1, unit=PeriodUnit.MONTH), Range(0, 3)),
        (EveryDays(days(2)), Range(1, 2)),
    ],
)
def test_a_week_may_begin_anywhere_in_a_cycle(days: Days, expected: Range) -> None:
    """Of three that take turns, each has what the fewest and the most days of a week give it."""
    phase = in_turn(A, B, C, often=Frequency(days=days))

    assert item_volumes(phase).popitem()[1].bouts.per_week == expected
