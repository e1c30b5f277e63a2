"""Spans, groups, rests, cases and criteria: what has days, and what does not."""

from collections.abc import Sequence
from datetime import date, time, timedelta

import attrs
import pytest
from hypothesis import given, strategies as st

from kinescript import (
    UNSAID,
    Between,
    Branch,
    Calendar,
    Case,
    Circuit,
    Dates,
    Dose,
    Exercise,
    Frequency,
    Item,
    Period,
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
    Weekday,
    Weekdays,
    Words,
    days,
    minutes,
    months,
    per_day,
    plan,
    weeks,
)
from kinescript.model import Component, Covers

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
CALENDAR = Calendar("Europe/Berlin", waking=Waking(time(7), time(22)))
ONCE = Dose(Timed(minutes(10)))
A, B, C = (Item(name, ONCE) for name in "ABC")
NO_DAY = "it lasts no day, at the length that is planned"
TOO_LATE = "it starts after all dates that can be planned"


def made(
    phases: Phase | Sequence[Phase], start: date = MONDAY, cases: str | tuple[str, ...] = ()
) -> Plan:
    """The plan of phases."""
    return plan(Prescription("Test", phases), start=start, calendar=CALENDAR, cases=cases)


def of(*parts: Component, span: Covers | None = None) -> Phase:
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


def days_of(plan: Plan, name: str, within: int = 60) -> list[int]:
    """The days of a plan on which an exercise is done, counted from 0."""
    days = (names(plan, MONDAY + by * DAY) for by in range(within))
    return [by for by, day in enumerate(days) if any(name in each for each in day)]


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(2), [7, 8]),
        (Span(2, after=8), [8, 9]),
        (Span(4, after=5), [7, 8]),
        (Span(40), list(range(7, 14))),
        (Span(40, after=12), [12, 13]),
        (Span(after=0), list(range(7, 14))),
        (Span(Until("well")), list(range(7, 14))),
        (Between(MONDAY + 3 * DAY, MONDAY + 8 * DAY), [7, 8]),
        (Between(last=MONDAY + 8 * DAY), [7, 8]),
        (Between(MONDAY + 12 * DAY), [12, 13]),
    ],
)
def test_an_own_span_lies_in_its_phase(span: Covers, expected: list[int]) -> None:
    """It starts with its phase or, where it says so, counts from the programme's start."""
    item = made(Phase("", Routine("", Item("X", ONCE, span=span)), span=Span(7, after=7)))
    routine = made(Phase("", Routine("", Item("X", ONCE), span=span), span=Span(7, after=7)))

    assert days_of(item, "X") == days_of(routine, "X") == expected
    assert item.end == routine.end == MONDAY + expected[-1] * DAY


def test_an_item_starts_with_its_routine() -> None:
    """Of spans that do not say when they start, each starts with the one around it."""
    routine = Routine("", (A, Item("X", ONCE, span=Span(1))), span=Span(3, after=9))

    assert days_of(made(Phase("", routine, span=Span(14))), "X") == [9]


@pytest.mark.parametrize(
    ("span", "reason"),
    [
        (Span(2, after=14), "its time lies outside that of what is around it"),
        (Span(2, after=0), "its time lies outside that of what is around it"),
        (Span(days(0, 3)), NO_DAY),
        (Span(after=months(10**9)), TOO_LATE),
        (
            Between(last=date(2026, 11, 29)),
            "it is over on 2026-11-29, and could not start before 2026-11-30",
        ),
        (
            Between(date(2026, 11, 1), date(2026, 11, 22)),
            "it is over on 2026-11-22, and could not start before 2026-11-23",
        ),
        (Between(date(2026, 12, 7)), "its time lies outside that of what is around it"),
    ],
)
def test_an_own_span_outside_of_its_phase_is_told(span: Covers, reason: str) -> None:
    """What has no day in its phase is told, be it an item or a routine."""
    item = Item("X", ONCE, span=span)
    phase = Phase(
        "", (Routine("", (A, item)), Routine("", B, span=span)), span=Span(7, after=weeks(1))
    )
    plan = made(phase)

    assert days_of(plan, "A") == list(range(7, 14))
    assert told(plan) == [
        ("phases[0].routines[0].items[1]", "X", reason),
        ("phases[0].routines[1]", "a routine", reason),
    ]


@pytest.mark.parametrize(
    ("first", "second", "starts"),
    [
        (Span(14), Span(), 14),
        (Span(weeks(1), after=7), Span(), 14),
        (Span(weeks(1, 2)), Span(), 7),
        (Span(Until("pain-free", weeks(2, None))), Span(), 14),
        (Span(days(0, 7)), Span(), 0),
        (Span(days(0, 7), after=3), Span(), 3),
        (Span(14), Span(after=7), 7),
        (Span(14), Span(after=0), 0),
        (Between(MONDAY, MONDAY + 2 * DAY), Span(), 3),
        (Between(last=MONDAY + 2 * DAY), Span(), 3),
        (Between(last=MONDAY - DAY), Span(), 0),
        (Between(MONDAY + 2 * DAY, MONDAY + 4 * DAY), Between(last=MONDAY + 20 * DAY), 5),
        (Span(7), Between(MONDAY + 4 * DAY), 4),
        (Span(7), Between(MONDAY - 4 * DAY), 0),
    ],
)
def test_a_phase_that_does_not_say_when_it_starts_follows(
    first: Covers, second: Covers, starts: int
) -> None:
    """It starts when the phase before it is over, and the plan says that this is assumed."""
    plan = made((Phase("One", Routine("", A), span=first), of(B, span=second)))
    follows = [
        (each.path, each.written, each.value)
        for each in plan.assumptions
        if each.subject == "start"
    ]

    assert days_of(plan, "B", 20) == list(range(starts, 20))
    told = f"when “One” is over, on {MONDAY + starts * DAY}"
    assert follows == ([("phases[1]", "", told)] if follows_on(second) else [])


def follows_on(span: Covers) -> bool:
    """Whether a span does not say when it starts."""
    return (span.first if isinstance(span, Between) else span.after) is UNSAID


def test_dates_bound_a_phase() -> None:
    """Both dates belong to it, but nothing is done before the programme starts."""
    phase = of(A, span=Between(date(2026, 12, 1), date(2026, 12, 24)))
    early, late, after = (
        made(phase, start) for start in (MONDAY, date(2026, 12, 20), date(2026, 12, 25))
    )

    assert days_of(early, "A") == list(range(8, 32))
    assert [bool(late.on(date(2026, 12, day))) for day in (19, 20, 24, 25)] == [
        *(False, True),
        *(True, False),
    ]
    assert [(each.subject, each.written, each.value) for each in late.assumptions[:1]] == [
        ("first day", "2026-12-01", "2026-12-20")
    ]
    assert [each.subject for each in early.assumptions] == ["prepare"]
    assert told(after) == [
        ("phases[0]", "phase 1", "it is over on 2026-12-24, and could not start before 2026-12-25")
    ]
    assert told(made(of(A, span=Between(date(9999, 1, 1))))) == [("phases[0]", "phase 1", TOO_LATE)]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=5), st.data())
def test_phases_in_order_tile_the_programme(lengths: list[int], data: st.DataObject) -> None:
    """Phases that say how long they are follow one another without a gap or an overlap."""
    spans = [Span(days(length, 10)) for length in lengths]
    plan = made([of(Item(f"X{at}", ONCE), span=span) for at, span in enumerate(spans)])
    expected = [f"X{at}" for at, length in enumerate(lengths) for _ in range(length)]
    by = data.draw(st.integers(0, len(expected)))

    assert names(plan, MONDAY + by * DAY) == [[name] for name in expected[by : by + 1]]


def test_a_phase_that_no_date_starts_is_not_planned() -> None:
    """A phase after one without an end by time waits for that, or for what lets it start."""
    phases = (
        Phase("", Routine("", A), span=Span(Until("strong"))),
        Phase("Two", Routine("", C), span=Span(weeks(2)), entry=("no pain", "full range")),
        Phase("", Routine("", C), span=Span(weeks(2))),
        Phase("", Routine("", C)),
        Phase("", Routine("", B), span=Span(after=0)),
    )
    plan = made(phases)

    assert sorted(names(plan)) == [["A"], ["B"]]
    assert told(plan) == [
        ("phases[1]", "Two", "starts only when no pain and full range"),
        ("phases[2]", "phase 3", "starts after “Two”, and nobody knows when that ends"),
        ("phases[3]", "phase 4", "starts after “phase 3”, and nobody knows when that ends"),
    ]


def test_a_first_phase_may_wait_too() -> None:
    """A first phase starts with the programme, unless something must be found before it."""
    assert names(made(of(A))) == [["A"]]
    assert told(made(attrs.evolve(of(A), entry="no pain"))) == [
        ("phases[0]", "phase 1", "starts only when no pain")
    ]
    assert names(made(attrs.evolve(of(A, span=Span(after=0)), entry="no pain"))) == [["A"]]


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
        if each.subject not in {"times a day", "days", "prepare", "transition"}
    ]

    assert found == [
        ("phases[0]", "after", "1 to 2 weeks", "1 week"),
        ("phases[0]", "length", "2 to 3 weeks", "2 weeks"),
        ("phases[0]", "entry", "no pain", "met in time"),
        ("phases[0]", "exit", "full range", "met in time"),
        ("phases[1]", "start", "", "when “phase 1” is over, on 2026-12-14"),
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


def test_a_group_has_the_days_that_all_its_items_say() -> None:
    """A group whose items have days and a span in common is done on these days alone."""
    often, span = Frequency(days=Weekdays(Weekday.TUE)), Span(weeks(2))
    item = Item("B", ONCE, frequency=often, span=span)
    plan = made(of(A, Superset((item, attrs.evolve(item, exercise=Exercise("C"))))))

    assert names(plan, MONDAY) == [["A"]]
    assert names(plan, MONDAY + DAY) == [["A", "B", "C"]]
    assert names(plan, MONDAY + 15 * DAY) == [["A"]]
    assert told(plan) == []


def test_what_is_picked_tells_the_days_of_its_group() -> None:
    """Of parts that are done on other days than others, those count that are picked."""
    run, walk = (
        Item(name, ONCE, frequency=Frequency(days=Weekdays(day)))
        for name, day in (("Run", Weekday.TUE), ("Walk", Weekday.WED))
    )
    plan = made(of(Pick((run, walk), 1)))

    assert [names(plan, MONDAY + day * DAY) for day in range(3)] == [[], [["Run"]], []]


def test_what_is_not_picked_is_told() -> None:
    """Those of several that the timeline leaves to the person are listed."""
    plan = made(of(Pick((A, B), 1)))

    assert names(plan) == [["A"]]
    assert [path for path, _, _ in told(plan)] == ["phases[0].routines[0].items[0].parts[1]"]


PICKED = "it is not among what is picked"
NO_TIME = "the time of its section is over before it"
NO_ROUND = "no round reaches it"


@pytest.mark.parametrize(
    ("group", "reason"),
    [
        (Pick((A, B), 1), PICKED),
        (Section((A, B), length=minutes(5)), NO_TIME),
        (Circuit((A, B), minutes(5)), NO_ROUND),
        (Section(Circuit((A, B), minutes(5)), length=minutes(9)), f"{NO_TIME} or {NO_ROUND}"),
        (Section(Pick((A, Section(B)), 1)), PICKED),
        (Branch(Case("old", Pick((A, Superset((B, C))), 1))), PICKED),
    ],
)
def test_what_is_left_out_of_a_group_has_its_reason(group: Component, reason: str) -> None:
    """The groups around an exercise tell why it is not done."""
    (_, name, first), *others = told(made(of(group)))

    assert (name, first) == ("B", reason)
    assert {each for _, _, each in others} <= {reason}


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
    all_along = Span(after=0)
    young = Phase("", Routine("", A), span=all_along, audience="below 16")
    old = Phase("", Routine("", B), span=all_along, audience=("16 to 64", "above 64"))

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


def test_a_phase_for_others_is_not_waited_for() -> None:
    """What follows starts after the last phase before it that is for the same person."""
    young = attrs.evolve(of(A, span=Span(7)), audience="young")
    old = attrs.evolve(of(B, span=Span(21)), audience="old")
    plan = made((young, old, of(C)), cases="young")

    assert days_of(plan, "C", 9) == [7, 8]


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
    """What lasts for 0 days at the least is not planned at its least, and the plan says so."""
    plan = made(of(A, span=Span(days(0, 7))))

    assert plan.on(MONDAY) == ()
    assert plan.end == MONDAY
    assert told(plan) == [("phases[0]", "phase 1", NO_DAY)]


@pytest.mark.parametrize("long", [months(10**9), weeks(416_000)])
def test_what_starts_after_all_dates_never_starts(long: Period) -> None:
    """A span that starts later than any date has no day, and neither has what follows it."""
    plan = made((of(A, span=Span(weeks(1), after=months(10**9))), of(B)))
    late = made((of(A, span=Span(long)), of(B)))

    assert plan.on(date(9998, 12, 31)) == ()
    assert list(plan.after(CALENDAR_NOON)) == []
    assert [reason for _, _, reason in told(plan)] == [TOO_LATE, TOO_LATE]
    assert [path for path, _, _ in told(late)] == ["phases[1]"]


CALENDAR_NOON = made(of(A)).on(MONDAY)[0].start
