"""The documents of plans: their rules, and days written out in full."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from kinescript.agendas import Busy, Calendar
from kinescript.documents import dumps, loads
from kinescript.errors import DocumentError, KinescriptError, LimitError, ModelError, PlanError
from kinescript.limits import EXPANDED_DAYS, LIST_LENGTH
from kinescript.model import (
    UNSAID,
    Assumptions,
    Breaths,
    Choice,
    Circuit,
    Companion,
    Dose,
    EachSide,
    EachWay,
    Hold,
    Item,
    Phase,
    Prescription,
    Reps,
    Role,
    Routine,
    Section,
    Sets,
    Side,
    Within,
    Words,
    per_day,
    seconds,
)
from kinescript.plans import PLANNER, Plan, plan
from kinescript.testing import plans
from kinescript.timelines import Policy

GOLDEN = Path(__file__).parent / "golden"
START = date(2026, 11, 23)
STRETCH = Item("Stretch", Dose(Hold(Breaths(20)), sides=EachSide()), frequency=per_day(2))
BRIDGE = Item("Bridge", Dose(Sets(2, Reps(2, hold=seconds(5, 10))), sides=Side.AFFECTED))
RX = Prescription(
    "Back",
    Phase("", Routine("Home", (STRETCH, BRIDGE))),
    id="urn:kinescript:test",
    companions=Companion("Massage"),
)


def planned(*, busy: tuple[Busy, ...] = (), **policy: Any) -> Plan:  # noqa: ANN401
    """Plan the test's prescription in Winnipeg."""
    return plan(RX, start=START, calendar=Calendar("America/Winnipeg", busy=busy), **policy)


def problems(text: str) -> dict[str, str]:
    """Load a bad document and return its reasons by path."""
    with pytest.raises(DocumentError) as caught:
        loads(text)
    return {problem.path: problem.reason for problem in caught.value.problems}


def changed(text: str, *path: str | int, value: object) -> str:
    """Change one value in a document."""
    body = json.loads(text)
    inner = body
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return json.dumps(body)


@given(plans())
def test_plans_come_back_as_they_were(made: Plan) -> None:
    """Reading the rules of a plan gives an equal plan, and writing that the same text."""
    text = dumps(made)

    assert loads(text) == made
    assert dumps(loads(text)) == text


@given(plans())
def test_expanded_plans_come_back_as_their_rules(made: Plan) -> None:
    """A plan with days written out is read as an equal plan, which writes the same days."""
    try:
        text = dumps(made, expanded=True, days=2)
    except KinescriptError as error:
        assert isinstance(error, LimitError)  # noqa: PT017
        return

    assert loads(text, Plan) == made
    assert dumps(loads(text), expanded=True, days=2) == text


def test_everything_in_the_rules_is_kept() -> None:
    """Side, instant, choice and assumptions of a plan are part of its document."""
    made = planned(
        affected=Side.LEFT,
        now=datetime(2026, 11, 23, 12, tzinfo=UTC),
        choice=Choice(lengths=Within.GREATEST),
        assumptions=Assumptions(breath=seconds(6)),
    )
    body = json.loads(dumps(made))

    assert list(body) == [
        "kinescript",
        "schema",
        "planner",
        "start",
        "calendar",
        "prescription",
        "affected",
        "now",
        "choice",
        "assumptions",
    ]
    assert made == loads(dumps(made))


def test_cases_are_a_list_in_order() -> None:
    """The cases that a plan is for are written in one order, and read as they were."""
    made = Plan(
        prescription=RX,
        start=START,
        calendar=Calendar("UTC"),
        policy=Policy(cases=frozenset({"small", "adults", "lane 2"})),
    )

    assert json.loads(dumps(made))["cases"] == ["adults", "lane 2", "small"]
    assert made == loads(dumps(made))
    assert problems(changed(dumps(made), "cases", value=["small", " "])) == {
        "cases[1]": "expected a text that is not empty, got ' '"
    }


def test_steps_are_written_with_round_way_and_intensity() -> None:
    """A written step of a circuit says its round, its way, its role and how hard it is."""
    turn = Item("Turn", Dose(Reps(1), ways=EachWay(), intensity=Words("easy")))
    part = Section(Circuit(turn, 2), role=Role.MAIN)
    rx = Prescription("T", Phase("", Routine("", part)))
    made = plan(rx, start=START, calendar=Calendar("UTC"))
    text = dumps(made, expanded=True, days=1)
    steps = json.loads(text)["expanded"]["timelines"][0]["steps"]
    (first, *_) = [step for step in steps if "way" in step]

    assert first["role"] == "main"
    assert (first["round"], first["rounds"]) == (1, 2)
    assert first["intensity"] == [{"kind": "words", "text": "easy"}]
    assert made == loads(text)


def test_sessions_are_written_as_planned() -> None:
    """A program without a scheduler finds each session of the days with its steps."""
    made = planned()
    expanded = json.loads(dumps(made, expanded=True, days=3))["expanded"]
    sessions = made.between(START, date(2026, 11, 25))

    assert [session.id for session in sessions] == [each["id"] for each in expanded["sessions"]]
    assert [session.start.isoformat() for session in sessions] == [
        each["start"] for each in expanded["sessions"]
    ]
    for session, each in zip(sessions, expanded["sessions"], strict=True):
        steps = expanded["timelines"][each["timeline"]]["steps"]
        assert [step.kind.value for step in session.timeline] == [step["kind"] for step in steps]
        assert session.duration.total_seconds() * 1000 == sum(s["duration_ms"] for s in steps)
        assert list(session.paths) == each["items"]


def test_steps_are_written_with_their_context() -> None:
    """A written step says what, which side, how much and on what basis, and no nulls."""
    expanded = json.loads(dumps(planned(), expanded=True, days=1))["expanded"]
    first = expanded["timelines"][0]["steps"]

    assert first[1] == {
        "kind": "hold",
        "start_ms": 10_000,
        "duration_ms": 100_000,
        "basis": "assumed",
        "ends": "person",
        "exercise": "Stretch",
        "item": "phases[0].routines[0].items[0]",
        "side": "left",
        "amount": {"kind": "breaths", "count": 20},
    }


def test_shared_timelines_are_written_once() -> None:
    """Sessions with the same items refer to one timeline."""
    expanded = json.loads(dumps(planned(), expanded=True))["expanded"]

    assert len(expanded["timelines"]) == len({each["timeline"] for each in expanded["sessions"]})
    assert len(expanded["timelines"]) == 2
    assert len(expanded["sessions"]) == 14


def test_what_is_not_planned_is_written_too() -> None:
    """Companions, bouts without a place and assumptions stand in the expanded plan."""
    busy = Busy("clinic", datetime.min.time(), datetime.min.time())
    expanded = json.loads(dumps(planned(busy=(busy,)), expanded=True, days=1))["expanded"]

    assert [each["name"] for each in expanded["unscheduled"]] == ["Massage"]
    assert [(each["name"], each["count"]) for each in expanded["unplaced"]] == [
        ("Stretch", 2),
        ("Bridge", 1),
    ]
    assert "a breath" in {each["subject"] for each in expanded["assumptions"]}


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("sessions", 0, "start"), "2026-11-23T08:50:00-06:00", "sessions[0].start"),
        (("timelines", 0, "steps", 1, "duration_ms"), 100_001, "timelines[0].steps[1].duration_ms"),
        (("timelines", 0, "steps", 1, "side"), None, "timelines[0].steps[1].side"),
        (("timelines", 0, "steps", 0, "set"), 1, "timelines[0].steps[0].set"),
        (("timelines",), [], "timelines"),
        (("sessions", 0, "timeline"), False, "sessions[0].timeline"),
    ],
)
def test_promised_times_are_not_changed_in_silence(
    path: tuple[str | int, ...], value: object, place: str
) -> None:
    """A written-out plan that its rules no longer give is refused, at the first difference."""
    text = changed(dumps(planned(), expanded=True, days=1), "expanded", *path, value=value)

    assert problems(text) == {
        f"expanded.{place}": "expected what these rules give now; leave “expanded” out to plan anew"
    }


@pytest.mark.parametrize("key", ["unplaced", "unscheduled", "assumptions"])
@pytest.mark.parametrize("told", [[], [{"reason": "said in other words", "new": [1]}]])
def test_what_is_told_beside_the_times_may_be_worded_anew(key: str, told: object) -> None:
    """A stored plan is read though a later release words or tells more than it promises."""
    text = dumps(planned(), expanded=True, days=1)

    assert planned() == loads(changed(text, "expanded", key, value=told))


def test_what_an_expanded_plan_does_not_have_is_refused() -> None:
    """Unknown keys, and lists of something other than objects, are told together."""
    text = dumps(planned(), expanded=True, days=1)
    bad: dict[str, Any] = {"extra": None, "un told": [], "unplaced": {}, "assumptions": [1]}
    for key, value in bad.items():
        text = changed(text, "expanded", key, value=value)
    known = '"first", "days", "sessions", "timelines", "unplaced", "unscheduled" or "assumptions"'

    assert problems(text) == {
        "expanded.extra": f"unknown key: expected {known}",
        'expanded["un told"]': f"unknown key: expected {known}",
        "expanded.unplaced": "expected a list of objects, got an object",
        "expanded.assumptions": "expected a list of objects, got a list",
    }


def test_expanded_lists_have_limits_of_their_own() -> None:
    """What a plan writes out may be longer than the lists that a person writes."""
    pulses = Item("Pulse", Dose(Reps(LIST_LENGTH)))
    made = plan(
        Prescription("P", Phase("", Routine("", pulses))), start=START, calendar=Calendar("UTC")
    )
    text = dumps(made, expanded=True, days=1)

    assert len(json.loads(text)["expanded"]["timelines"][0]["steps"]) > LIST_LENGTH
    assert made == loads(text)


@pytest.mark.parametrize(
    ("expanded", "path"),
    [
        ([], "expanded"),
        ({"days": 1}, "expanded.first"),
        ({"first": "2026-11-23", "days": 0}, "expanded.days"),
        ({"first": "2026-11-23", "days": True}, "expanded.days"),
        ({"first": "2026-11-23", "days": EXPANDED_DAYS + 1}, "expanded.days"),
        ({"first": "9999-12-31", "days": 2}, "expanded.first"),
    ],
)
def test_bad_days_are_refused(expanded: object, path: str) -> None:
    """Which days are written out is checked like everything else."""
    text = changed(dumps(planned()), "expanded", value=expanded)

    assert list(problems(text)) == [path]


def test_another_planner_is_reported() -> None:
    """Rules that were followed by another planner are not followed by this one."""
    text = changed(dumps(planned()), "planner", value=PLANNER + 1)

    assert problems(text) == {"planner": "expected 1, the planner of this release, got 2"}


def test_bad_rules_are_reported_together() -> None:
    """Every wrong rule of a plan is told at once, with its path."""
    text = changed(dumps(planned()), "calendar", "zone", value="Mars/Base")
    text = changed(text, "start", value="2026-13-01")
    text = changed(text, "affected", value="both")

    assert sorted(problems(text)) == ["affected", "calendar.zone", "start"]


def test_so_many_days_are_not_written() -> None:
    """At most two years are written out."""
    with pytest.raises(LimitError, match="days: expected 1 to 731 days, got 732"):
        dumps(planned(), expanded=True, days=EXPANDED_DAYS + 1)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"days": 0}, "days: expected a whole number of 1 or more, got 0"),
        ({"days": "7"}, "days: expected a whole number of 1 or more, got '7'"),
        ({"days": True}, "days: expected a whole number of 1 or more, got True"),
        ({"first": "x"}, "first: expected a date without a time, got 'x'"),
        ({"first": ""}, "first: expected a date without a time, got ''"),
        (
            {"first": datetime(2026, 11, 23)},  # noqa: DTZ001
            "first: expected a date without a time, got datetime.datetime(2026, 11, 23, 0, 0)",
        ),
    ],
)
def test_what_are_no_days_is_refused(asked: dict[str, Any], message: str) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    with pytest.raises(ModelError) as caught:
        dumps(planned(), expanded=True, **asked)

    assert message == str(caught.value)


def test_days_past_the_calendar_are_not_written() -> None:
    """Days that no calendar has cannot be asked for."""
    with pytest.raises(PlanError, match="days that a calendar has"):
        dumps(planned(), expanded=True, days=2, first=date.max)


def test_too_many_steps_are_not_written() -> None:
    """A timeline of millions of steps is planned but not written out."""
    huge = Prescription("H", Phase("", Routine("", Item("Pulse", Dose(Sets(1000, Reps(1000)))))))
    # So many repetitions take longer than a day, so they get all the day there is.
    made = plan(
        huge,
        start=START,
        calendar=Calendar("UTC"),
        assumptions=Assumptions(repetition=seconds(0.001), rest=seconds(0)),
    )

    assert len(made.on(START)) == 1
    with pytest.raises(LimitError, match="expected at most 100000 steps to write, got 100"):
        dumps(made, expanded=True, days=1)


def test_the_affected_side_stays_a_word_unless_it_is_known() -> None:
    """A plan without a known affected side writes no side for it."""
    made = planned()

    assert made.policy.affected is UNSAID
    assert "affected" not in json.loads(dumps(made))


@pytest.mark.parametrize("expanded", [False, True])
def test_golden_plans_are_read_and_written(expanded: bool) -> None:  # noqa: FBT001
    """The documents of plans do not change while schema and planner are the same."""
    name = "expanded-plan-1.json" if expanded else "plan-1.json"
    golden = (GOLDEN / name).read_text(encoding="utf-8")
    made = planned(affected=Side.RIGHT, now=datetime(2026, 11, 23, 12, tzinfo=UTC))
    days = 2 if expanded else None

    assert golden == dumps(made, expanded=expanded, days=days)
    assert made == loads(golden)
