"""Spans, groups, rests, cases and criteria: what has days, and what does not."""

from collections.abc import Sequence
from datetime import date, time, timedelta

import pytest

from kinescript import (
    UNSAID,
    Branch,
    Calendar,
    Case,
    Circuit,
    Dates,
    Dose,
    Frequency,
    Item,
    Phase,
    Pick,
    Plan,
    PlanError,
    Prescription,
    Rest,
    Routine,
    Section,
    Span,
    Superset,
    Timed,
    Until,
    Waking,
    Words,
    days,
    minutes,
    months,
    per_day,
    plan,
    weeks,
)
from kinescript.model import Component

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
CALENDAR = Calendar("Europe/Berlin", waking=Waking(time(7), time(22)))
ONCE = Dose(Timed(minutes(10)))
A, B, C = (Item(name, ONCE) for name in "ABC")


def made(
    phases: Phase | Sequence[Phase], start: date = MONDAY, cases: str | tuple[str, ...] = ()
) -> Plan:
    """The plan of phases."""
    return plan(Prescription("Test", phases), start=start, calendar=CALENDAR, cases=cases)


def of(*parts: Component, span: Span | None = None) -> Phase:
    """A phase of one routine."""
    return Phase("", Routine("", parts, frequency=per_day(1)), span=span or Span())


def names(made: Plan, day: date = MONDAY) -> list[list[str]]:
    """The exercises of a day's sessions."""
    return [[item.exercise.name for item in session.items] for session in made.on(day)]


def told(made: Plan) -> list[tuple[str, str, str]]:
    """What is not scheduled, below the first phase."""
    return [(each.path, each.name, each.reason) for each in made.unscheduled]


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span(months(1)), date(2027, 1, 31), date(2027, 2, 27)),
        (Span(months(1), after=months(1)), date(2027, 2, 28), date(2027, 3, 30)),
        (Span(months(1), after=months(2)), date(2027, 3, 31), date(2027, 4, 29)),
        (Span(months(1), after=days(4)), date(2027, 2, 4), date(2027, 3, 3)),
        (Span(weeks(2), after=weeks(1)), date(2027, 2, 7), date(2027, 2, 20)),
    ],
)
def test_months_are_those_of_the_calendar(span: Span, first: date, last: date) -> None:
    """Months from the start follow one another without a gap; a short one ends with its last."""
    plan = made(of(A, span=span), date(2027, 1, 31))

    assert last == plan.end
    assert [bool(plan.on(day)) for day in (first - DAY, first, last, last + DAY)] == [
        *(False, True),
        *(True, False),
    ]


def test_an_own_span_counts_from_the_start_of_the_programme() -> None:
    """Items and routines may have a span inside or outside of their phase's."""
    early = Item("Early", ONCE, span=Span(2))
    late = Item("Late", ONCE, span=Span(1, after=20))
    routine = Routine("", (A, early, late), span=Span(3))
    plan = made(Phase("", routine, span=Span(7)))

    assert [
        sorted(name for each in names(plan, MONDAY + by * DAY) for name in each)
        for by in (0, 1, 2, 3, 20, 21)
    ] == [
        *(["A", "Early"], ["A", "Early"], ["A"]),
        *([], ["Late"], []),
    ]
    assert plan.end == MONDAY + 20 * DAY


def test_a_span_that_no_date_starts_is_not_planned() -> None:
    """What only a finding starts is told, be it an item, a routine or a phase."""
    open_span = Span(weeks(2), after=UNSAID)
    item = Item("Later", ONCE, span=open_span)
    phases = (
        Phase("", (Routine("", (A, item)), Routine("", B, span=open_span))),
        Phase("Two", Routine("", C), span=open_span, entry=("no pain", "full range")),
        Phase("", Routine("", C), span=open_span),
    )
    plan = made(phases)

    assert names(plan) == [["A"]]
    assert told(plan) == [
        (
            "phases[0].routines[0].items[1]",
            "Later",
            "the prescription does not say on which day it starts",
        ),
        (
            "phases[0].routines[1]",
            "a routine",
            "the prescription does not say on which day it starts",
        ),
        ("phases[1]", "Two", "starts only when no pain and full range"),
        ("phases[2]", "phase 3", "the prescription does not say on which day it starts"),
    ]


def test_criteria_beside_a_time_are_assumed_to_be_met() -> None:
    """A phase with a date is planned, and its criteria are listed."""
    span = Span(weeks(2, 3), after=weeks(1, 2), sessions=6)
    until = Span(Until("pain-free", weeks(2)))
    words = Routine("", B, span=Span(Words("a while")))
    item = Item("C", ONCE, span=Span(Until("strong")))
    phases = (
        Phase("", Routine("", A), span=span, entry="no pain", exit="full range"),
        Phase("", (words, Routine("", item)), span=until),
    )
    found = [
        (each.path, each.subject, each.written, each.value)
        for each in made(phases).assumptions
        if each.subject not in {"times a day", "prepare", "transition"}
    ]

    assert found == [
        ("phases[0]", "after", "1 to 2 weeks", "1 week"),
        ("phases[0]", "length", "2 to 3 weeks", "2 weeks"),
        ("phases[0]", "sessions", "6", "not counted"),
        ("phases[0]", "entry", "no pain", "met in time"),
        ("phases[0]", "exit", "full range", "met in time"),
        ("phases[1]", "length", "until pain-free, 2 weeks", "2 weeks"),
        ("phases[1].routines[0]", "length", "a while", "no end"),
        ("phases[1].routines[1].items[0]", "length", "until strong", "no end"),
    ]


def test_groups_are_done_as_one() -> None:
    """A group follows its routine's frequency with the items beside it, in order."""
    swim = Item("Swim", ONCE, frequency=per_day(2))
    group = Circuit((B, Section(C)), 2, name="Circuit")
    plan = made(of(A, swim, Rest(minutes(2)), group))
    first, second = plan.on(MONDAY)
    paths = [path.removeprefix("phases[0].routines[0].") for path in first.paths]

    assert names(plan) == [["A", "Swim", "B", "C"], ["Swim"]]
    assert paths == ["items[0]", "items[1]", "items[3].parts[0]", "items[3].parts[1].parts[0]"]
    assert first.duration > 4 * second.duration


@pytest.mark.parametrize(
    ("group", "key"),
    [
        (Superset((A, B), name="Press & pull"), "press-pull"),
        (Superset((A, B)), "a"),
        (Section((Item("A", ONCE, id="one"), B)), "one"),
    ],
)
def test_a_session_is_named_by_the_group_that_opens_it(group: Component, key: str) -> None:
    """A group's key is its name, or that of its first item."""
    (session,) = made(of(group)).on(MONDAY)

    assert session.id == f"urn:kinescript:test/2026-11-23/{key}/1"


def test_days_of_its_own_are_not_kept_inside_a_group() -> None:
    """An item that has days of its own is done with its group, and the plan says so."""
    own = Item("B", ONCE, frequency=per_day(3), span=Span(1))
    plan = made(of(Section((A, own))))

    assert names(plan, MONDAY + DAY) == [["A", "B"]]
    assert told(plan) == [
        (
            "phases[0].routines[0].items[0].parts[1]",
            "B",
            f"its own {name} is not planned inside a group, with which it is done",
        )
        for name in ("frequency", "span")
    ]


def test_what_is_not_picked_is_told() -> None:
    """Those of several that the timeline leaves to the person are listed."""
    plan = made(of(Pick((A, B), 1)))

    assert names(plan) == [["A"]]
    assert [path for path, _, _ in told(plan)] == ["phases[0].routines[0].items[0].parts[1]"]


OLD = Branch(Case("old", (B, Rest(minutes(1)))))
BRANCH = Branch((Case("small", A), Case("massive", Section(OLD))))


def test_a_branch_has_the_cases_of_the_plan() -> None:
    """Of a branch the case that holds is done, and the others are told."""
    small, massive = (made(of(BRANCH), cases=case) for case in ("small", "massive"))

    assert (names(small), names(massive)) == ([["A"]], [["B"]])
    assert massive.cases == {"massive"}
    assert [(name, reason) for _, name, reason in told(small)] == [
        ("B", "only for “massive”, which is not among the plan's cases")
    ]


def test_a_branch_with_nothing_to_do_has_no_session() -> None:
    """A case may say that nothing is done."""
    plan = made(of(Branch((Case("none"), Case("some", A)))), cases="none")

    assert plan.on(MONDAY) == ()
    assert [name for _, name, _ in told(plan)] == ["A"]
    assert made(of(Branch(Case("none")))).on(MONDAY) == ()


def test_phases_for_different_people_are_planned_by_name() -> None:
    """Where several phases have an audience, only those of the plan's cases are planned."""
    for_all = of(C)
    young = Phase("", Routine("", A), audience="below 16")
    old = Phase("", Routine("", B), audience=("16 to 64", "above 64"))

    assert names(made((for_all, young))) == [["A"], ["C"]]
    assert names(made((for_all, young, old))) == [["C"]]
    assert names(made((for_all, young, old), cases="above 64")) == [["B"], ["C"]]
    assert told(made((for_all, young, old), cases="below 16")) == [
        (
            "phases[2]",
            "phase 3",
            "only for “16 to 64” or “above 64”, which is not among the plan's cases",
        )
    ]


def test_cases_change_no_id() -> None:
    """What is planned is named alike for everybody."""
    phases = (
        Phase("", Routine("", A), audience="young"),
        Phase("", Routine("", A), audience="old"),
    )

    assert made(phases, cases="old").on(MONDAY)[0].id.endswith("/a-2/1")


@pytest.mark.parametrize(
    ("cases", "reason"),
    [
        ("masive", "unknown case 'masive': did you mean 'massive'?"),
        ("x", "unknown case 'x': this prescription has 'small', 'massive', 'old'"),
    ],
)
def test_an_unknown_case_is_refused(cases: str, reason: str) -> None:
    """A case that the prescription does not have is a mistake, and the nearest is named."""
    with pytest.raises(PlanError) as caught:
        made(of(BRANCH), cases=cases)
    assert (caught.value.path, caught.value.reason) == ("cases", reason)


def test_a_prescription_without_cases_has_none() -> None:
    """Where there is nothing to choose, every case is unknown."""
    with pytest.raises(PlanError, match="this prescription has no cases"):
        made(of(A), cases="x")


def test_a_rest_among_items_with_days_of_their_own_is_told() -> None:
    """A rest belongs to what follows the routine's frequency; where nothing does, it is told."""
    swim = Item("Swim", ONCE, frequency=Frequency(days=Dates(MONDAY)))
    plan = made(of(swim, Rest(minutes(2))))

    assert names(plan) == [["Swim"]]
    assert told(plan) == [
        (
            "phases[0].routines[0].items[1]",
            "rest",
            "nothing beside it follows the routine's own frequency",
        )
    ]


def test_a_course_of_no_days_has_none() -> None:
    """What lasts for 0 days at the least is not planned at its least."""
    plan = made(of(A, span=Span(days(0, 7))))

    assert plan.on(MONDAY) == ()
    assert plan.end == MONDAY


def test_what_starts_after_all_dates_never_starts() -> None:
    """A span that starts later than any date has no day."""
    plan = made(of(A, span=Span(weeks(1), after=months(10**9))))

    assert plan.on(date(9998, 12, 31)) == ()
    assert list(plan.after(CALENDAR_NOON)) == []


CALENDAR_NOON = made(of(A)).on(MONDAY)[0].start
