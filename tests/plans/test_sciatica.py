"""The main job: the advice for the first stage of sciatica on a Monday in Winnipeg."""

from collections.abc import Callable
from datetime import date, time, timedelta
from itertools import pairwise

import pytest

from kinescript import (
    UNSAID,
    Breaths,
    Calendar,
    Choice,
    Dose,
    Item,
    Plan,
    Prescription,
    Range,
    Reps,
    Session,
    Side,
    Step,
    StepKind,
    Unscheduled,
    Within,
    Words,
    per_day,
    plan,
    seconds,
)

MONDAY = date(2026, 11, 23)
BRIDGE, FIGURE_4, CLAMSHELL = "bridge", "figure-4", "clamshell"
LEFT_AND_RIGHT = [Side.LEFT, Side.RIGHT]


@pytest.fixture
def rx(example: Callable[[str], Prescription]) -> Prescription:
    """The prescription."""
    return example("sciatica")


@pytest.fixture
def least(rx: Prescription) -> Plan:
    """The plan as it is made without a word about choices."""
    return plan(rx, start=MONDAY, calendar=Calendar(zone="America/Winnipeg"))


@pytest.fixture
def greatest(rx: Prescription) -> Plan:
    """The plan for the upper end of every range."""
    choice = Choice.all(Within.GREATEST)
    return plan(rx, start=MONDAY, calendar=Calendar(zone="America/Winnipeg"), choice=choice)


def row(session: Session) -> tuple[str, str, str, list[str]]:
    """A session as a line of a table."""
    start, end = f"{session.start:%H:%M:%S}", f"{session.end:%H:%M:%S}"
    return session.id.rsplit(":", 1)[1], start, end, [item.id for item in session.items]


def steps_of(sessions: tuple[Session, ...], name: str) -> list[list[Step]]:
    """The steps of one item in each session that has it."""
    found = [
        [step for step in session.timeline if step.path and item_at(session, step) == name]
        for session in sessions
    ]
    return [steps for steps in found if steps]


def item_at(session: Session, step: Step) -> str:
    """The id of the item that a step is about."""
    return session.items[session.paths.index(step.path)].id


def test_the_day_by_default(least: Plan) -> None:
    """By default the stretch comes four times, clamshells join three and bridges one of them."""
    assert list(map(row, least.on(MONDAY))) == [
        ("sciatica/2026-11-23/figure-4/1", "08:45:00", "09:09:00", [FIGURE_4, CLAMSHELL]),
        ("sciatica/2026-11-23/figure-4/2", "12:30:00", "12:54:00", [FIGURE_4, CLAMSHELL]),
        ("sciatica/2026-11-23/figure-4/3", "16:15:00", "16:26:25", [BRIDGE, FIGURE_4]),
        ("sciatica/2026-11-23/figure-4/4", "20:00:00", "20:24:00", [FIGURE_4, CLAMSHELL]),
    ]


def test_the_day_at_the_upper_end(greatest: Plan) -> None:
    """At the upper end of all ranges the stretch comes five times, and sessions are longer."""
    assert list(map(row, greatest.on(MONDAY))) == [
        ("sciatica/2026-11-23/figure-4/1", "08:30:00", "09:02:00", [FIGURE_4, CLAMSHELL]),
        ("sciatica/2026-11-23/figure-4/2", "11:30:00", "11:33:35", [FIGURE_4]),
        ("sciatica/2026-11-23/figure-4/3", "14:30:00", "15:12:20", [BRIDGE, FIGURE_4, CLAMSHELL]),
        ("sciatica/2026-11-23/figure-4/4", "17:30:00", "17:33:35", [FIGURE_4]),
        ("sciatica/2026-11-23/figure-4/5", "20:30:00", "21:02:00", [FIGURE_4, CLAMSHELL]),
    ]


@pytest.mark.parametrize("day", [MONDAY, date(2027, 3, 14), date(2054, 4, 9)])
def test_every_day_is_alike(least: Plan, day: date) -> None:
    """On any day the sessions have the wall times of the first one."""
    times = [(session.start.time(), session.end.time()) for session in least.on(day)]

    assert times == [(session.start.time(), session.end.time()) for session in least.on(MONDAY)]


def test_the_stretch_is_spread_over_the_waking_hours(least: Plan, greatest: Plan) -> None:
    """The stretch comes 4 or 5 times between 07:00 and 22:00, gaps as even as the grid allows."""
    for made, count in ((least, 4), (greatest, 5)):
        sessions = [each for each in made.on(MONDAY) if FIGURE_4 in row(each)[3]]
        starts = [each.start for each in sessions]
        gaps = [after - before for before, after in pairwise(starts)]

        assert count == len(sessions)
        assert time(7) <= starts[0].time()
        assert sessions[-1].end.time() <= time(22)
        assert max(gaps) - min(gaps) <= timedelta(minutes=15)


def test_each_stretch_is_twenty_breaths_a_side(least: Plan) -> None:
    """Each time the stretch is one hold of 20 breaths a side, with a switch between."""
    for steps in steps_of(least.on(MONDAY), FIGURE_4):
        assert [step.kind for step in steps] == [StepKind.HOLD, StepKind.SWITCH, StepKind.HOLD]
        assert [step.amount for step in steps] == [Breaths(20), None, Breaths(20)]
        assert [step.written for step in steps] == [Breaths(20), UNSAID, Breaths(20)]
        assert [step.side for step in steps] == [Side.LEFT, Side.RIGHT, Side.RIGHT]
        assert {step.basis.value for step in steps} == {"assumed"}
        assert [step.duration.total_seconds() for step in steps] == [100, 5, 100]


@pytest.mark.parametrize(("within", "length"), [(Within.LEAST, 5), (Within.GREATEST, 10)])
def test_bridges_are_three_times_ten_holds(rx: Prescription, within: Within, length: int) -> None:
    """Bridges are 3 x 10 holds of 5 s, or of 10 s if the choice says so; the range stays known."""
    choice = Choice(lengths=within)
    made = plan(rx, start=MONDAY, calendar=Calendar("America/Winnipeg"), choice=choice)
    (steps,) = steps_of(made.on(MONDAY), BRIDGE)
    holds = [step for step in steps if step.kind is StepKind.HOLD]
    lifts = [step for step in steps if step.kind is StepKind.LIFT]
    lowers = [step for step in steps if step.kind is StepKind.LOWER]

    assert [(step.set, step.rep) for step in holds] == [
        (set_, rep) for set_ in (1, 2, 3) for rep in range(1, 11)
    ]
    assert {(step.amount, step.written) for step in holds} == {(seconds(length), seconds(5, 10))}
    assert {step.duration for step in holds} == {timedelta(seconds=length)}
    assert {step.basis.value for step in holds} == {"prescribed"}
    assert {(step.written, step.text, step.basis.value) for step in lowers} == {
        (Words("slowly"), "slowly", "assumed")
    }
    assert {(step.amount, step.basis.value) for step in lifts} == {(None, "assumed")}
    assert len(holds) == len(lifts) == len(lowers)
    assert {step.side for step in holds} == {None}


@pytest.mark.parametrize(("within", "reps"), [(Within.LEAST, 10), (Within.GREATEST, 15)])
def test_clamshells_are_three_sets_a_side(rx: Prescription, within: Within, reps: int) -> None:
    """Clamshells are 3 x 10 holds of 10 s on each side, or 3 x 15 if the choice says so."""
    choice = Choice(reps=within)
    made = plan(rx, start=MONDAY, calendar=Calendar("America/Winnipeg"), choice=choice)
    times = steps_of(made.on(MONDAY), CLAMSHELL)
    for steps in times:
        holds = [step for step in steps if step.kind is StepKind.HOLD]

        assert [(step.side, step.set, step.rep) for step in holds] == [
            (side, set_, rep)
            for side in LEFT_AND_RIGHT
            for set_ in (1, 2, 3)
            for rep in range(1, reps + 1)
        ]
        assert {(step.amount, step.basis.value) for step in holds} == {(seconds(10), "prescribed")}
        assert [step.side for step in steps if step.kind is StepKind.SWITCH] == [Side.RIGHT]
    assert len(times) == 3


def test_the_ranges_are_still_in_the_plan(rx: Prescription, least: Plan) -> None:
    """Choosing a value loses nothing: the plan has the prescription with all its ranges."""
    parts = least.prescription.phases[0].routines[0].items
    bridge, figure_4, clamshell = (part for part in parts if isinstance(part, Item))

    assert rx == least.prescription
    assert reps_of(bridge).hold == seconds(5, 10)
    assert figure_4.frequency == per_day(4, 5)
    assert reps_of(clamshell).count == Range(10, 15)


def reps_of(item: Item) -> Reps:
    """The repetitions of an item's only sets."""
    assert isinstance(item.dose, Dose)
    (sets,) = item.dose.sets
    assert isinstance(sets.work, Reps)
    return sets.work


def test_the_massage_is_listed(least: Plan) -> None:
    """The massage is not on the clock, and the plan says why."""
    reason = "a companion to the exercises, advised without a dose or a time"

    assert (Unscheduled("companions[0]", "Soft-tissue work", reason),) == least.unscheduled


def test_a_session_is_its_items_one_after_another(least: Plan) -> None:
    """A session starts by getting ready, and changes exercises between its items."""
    for session in least.on(MONDAY):
        kinds = [step.kind for step in session.timeline if not step.exercise]

        assert session.timeline[0].kind is StepKind.PREPARE
        assert kinds.count(StepKind.TRANSITION) == len(session.items) - 1
