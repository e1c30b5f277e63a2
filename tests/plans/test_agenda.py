"""What is due on which day: phases, days, inheritance, and how sessions are named."""

from datetime import date, time, timedelta
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, strategies as st

from kinescript import (
    UNSAID,
    Anchor,
    At,
    Calendar,
    Choice,
    Dates,
    Dose,
    Frequency,
    Item,
    PerDay,
    Period,
    Phase,
    Plan,
    Prescription,
    Routine,
    Session,
    Span,
    ThroughTheDay,
    Timed,
    Unsaid,
    Until,
    Weekday,
    Weekdays,
    Within,
    Words,
    days,
    minutes,
    per_day,
    plan,
    weeks,
)

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
BERLIN = Calendar("Europe/Berlin")
ONCE = Dose(Timed(minutes(10)))


def planned(rx: Prescription, choice: Choice | None = None) -> Plan:
    """The plan of a prescription from a Monday on."""
    return plan(rx, start=MONDAY, calendar=BERLIN, choice=choice)


def named(session: Session) -> list[str]:
    """The names of a session's exercises."""
    return [item.exercise.name for item in session.items]


def with_span(span: Span) -> Prescription:
    """A prescription of one phase with something once a day."""
    return Prescription("Test", Phase("", Routine("", Item("A", ONCE)), span=span))


@given(st.integers(1, 60), st.integers(0, 60), st.integers(-2, 130))
def test_a_phase_covers_its_days(length: int, after: int, offset: int) -> None:
    """A phase of n days after m others covers days m to m + n - 1, counted from 0."""
    made = planned(with_span(Span(length, after=after)))

    assert (after <= offset < after + length) == bool(made.on(MONDAY + offset * DAY))
    assert made.end == MONDAY + (after + length - 1) * DAY


@given(st.integers(0, 60), st.integers(-2, 10_000))
def test_a_phase_without_end_goes_on(after: int, offset: int) -> None:
    """A phase without a figure for its length covers all days from its first on."""
    for length in (UNSAID, Words("as long as you like"), Until("it is easy")):
        made = planned(with_span(Span(length, after=after)))

        assert (after <= offset) == bool(made.on(MONDAY + offset * DAY))
        assert made.end is None


@pytest.mark.parametrize(
    ("length", "within", "expected"),
    [
        (days(7, 14), Within.LEAST, 7),
        (days(7, 14), Within.MIDDLE, 10),
        (days(7, 14), Within.GREATEST, 14),
        (days(7, None), Within.GREATEST, 7),
        (days(None, 14), Within.LEAST, 14),
        (weeks(1, 3), Within.MIDDLE, 14),
        (Until("pain-free", weeks(1, None)), Within.LEAST, 7),
    ],
)
def test_how_long_a_phase_is_can_be_chosen(
    length: Period | Until, within: Within, expected: int
) -> None:
    """Where a phase's length is a range, the choice for spans says how much is planned."""
    made = planned(with_span(Span(length)), Choice(spans=within))

    assert MONDAY + (expected - 1) * DAY == made.end


def test_phases_may_overlap() -> None:
    """On a day that two phases cover, the routines of both are due."""
    one = Phase("", Routine("", Item("A", ONCE)), span=Span(2))
    two = Phase("", Routine("", Item("B", ONCE)), span=Span(2, after=1))
    made = planned(Prescription("Test", (one, two)))
    first = [made.on(MONDAY + by * DAY) for by in range(4)]
    names = [sorted(name for each in day for name in named(each)) for day in first]

    assert names == [["A"], ["A", "B"], ["B"], []]


@given(st.sets(st.sampled_from(Weekday), min_size=1), st.integers(0, 400))
def test_weekdays_are_those_of_the_calendar(weekdays: set[Weekday], offset: int) -> None:
    """What is due on weekdays has sessions on these and on no other days."""
    item = Item("A", ONCE, frequency=Frequency(days=Weekdays(weekdays), times=PerDay(2)))
    made = planned(Prescription("Test", Phase("", Routine("", item))))
    day = MONDAY + offset * DAY

    assert (2 if list(Weekday)[offset % 7] in weekdays else 0) == len(made.on(day))


@given(st.sets(st.integers(-5, 30), min_size=1), st.integers(-6, 31))
def test_dates_count_from_the_first_day_on(offsets: set[int], offset: int) -> None:
    """What is due on dates has a session on each that is not before the programme starts."""
    dates = Dates([MONDAY + by * DAY for by in offsets])
    item = Item("A", ONCE, frequency=Frequency(days=dates))
    made = planned(Prescription("Test", Phase("", Routine("", item))))

    assert (offset >= 0 and offset in offsets) == bool(made.on(MONDAY + offset * DAY))
    assert made.end == MONDAY + max(0, *offsets) * DAY


@pytest.mark.parametrize(
    ("item", "routine", "phase", "prescription", "expected"),
    [
        (per_day(2), per_day(3), per_day(4), per_day(5), 2),
        (UNSAID, per_day(3), per_day(4), per_day(5), 3),
        (UNSAID, UNSAID, per_day(4), per_day(5), 4),
        (UNSAID, UNSAID, UNSAID, per_day(5), 5),
        (UNSAID, UNSAID, UNSAID, UNSAID, 1),
        (Frequency(times=ThroughTheDay()), UNSAID, UNSAID, per_day(5), 3),
        (Frequency(times=PerDay(Words("often"))), UNSAID, UNSAID, UNSAID, 3),
        (Frequency(days=Weekdays(Weekday.MON)), per_day(3), UNSAID, UNSAID, 1),
        (Frequency(days=Weekdays(Weekday.TUE)), per_day(3), UNSAID, UNSAID, 0),
    ],
)
def test_how_often_is_inherited(
    item: Frequency | Unsaid,
    routine: Frequency | Unsaid,
    phase: Frequency | Unsaid,
    prescription: Frequency | Unsaid,
    expected: int,
) -> None:
    """An item's own frequency counts as a whole; else the routine's, the phase's, the whole's."""
    items = Item("A", ONCE, frequency=item)
    of_phase = Phase("", Routine("", items, frequency=routine), frequency=phase)
    made = planned(Prescription("Test", of_phase, frequency=prescription))

    assert expected == len(made.on(MONDAY))


def test_items_that_inherit_stay_together() -> None:
    """Items without a frequency of their own are done together, in order, in each session."""
    swim = Item("Swim", ONCE, frequency=per_day(1))
    items = (Item("A", ONCE), swim, Item("B", ONCE), Item("C", ONCE))
    made = planned(Prescription("Test", Phase("", Routine("", items, frequency=per_day(3)))))

    assert [named(session) for session in made.on(MONDAY)] == [
        ["A", "B", "C"],
        ["A", "Swim", "B", "C"],
        ["A", "B", "C"],
    ]


def test_moments_are_kept() -> None:
    """What is due at moments starts then, those that fall together at once and others apart."""
    moments = At((time(9, 5), time(19), Anchor.EVENING, Anchor.MIDDAY))
    item = Item("A", ONCE, frequency=Frequency(times=moments))
    made = planned(Prescription("Test", Phase("", Routine("", item))))

    assert [f"{session.start:%H:%M}" for session in made.on(MONDAY)] == ["09:05", "12:00", "19:00"]


def test_routines_are_sessions_of_their_own() -> None:
    """Routines do not share sessions, and later ones keep clear of earlier ones."""
    routines = (Routine("One", Item("A", ONCE)), Routine("Two", Item("B", ONCE)))
    made = planned(Prescription("Test", Phase("", routines)))
    sessions = made.on(MONDAY)

    assert [(f"{each.start:%H:%M}", each.routine.name) for each in sessions] == [
        ("14:15", "Two"),
        ("14:30", "One"),
    ]


def test_prescribed_moments_come_before_free_sessions() -> None:
    """A session at any time of the day makes room for one at a moment, in whatever routine."""
    at_noon = Item("B", ONCE, frequency=Frequency(times=At(time(14, 30))))
    routines = (Routine("One", Item("A", ONCE)), Routine("Two", at_noon))
    made = planned(Prescription("Test", Phase("", routines)))

    assert {("14:30", "Two"), ("14:15", "One")} == {
        (f"{each.start:%H:%M}", each.routine.name) for each in made.on(MONDAY)
    }
    assert made.unplaced(MONDAY) == ()


def test_routines_at_one_moment_follow_one_another() -> None:
    """What is due when another routine is on waits for its end, and its start is marked."""
    at_nine = Frequency(times=At(time(9)))
    routines = [Routine(name, Item(name, ONCE, frequency=at_nine)) for name in "ABC"]
    sessions = planned(Prescription("Test", Phase("", routines))).on(MONDAY)

    assert [each.routine.name for each in sessions] == ["A", "B", "C"]
    assert [each.basis.value for each in sessions] == ["prescribed", "assumed", "assumed"]
    assert all(first.end <= second.start for first, second in pairwise(sessions))


RX = Prescription(
    "Test",
    Phase(
        "",
        (
            Routine(
                "",
                (
                    Item("Calf raise", ONCE, frequency=per_day(3)),
                    Item("Plank", ONCE, frequency=per_day(2), id="core"),
                    Item("Calf raise", ONCE, frequency=per_day(4)),
                ),
            ),
            Routine("", (Item("Calf Raise!"), Item("Core"))),
        ),
    ),
    id="urn:kinescript:test",
)


def ids(rx: Prescription, day: date = MONDAY) -> list[str]:
    """The ids of a day's sessions."""
    return [session.id for session in planned(rx).on(day)]


def test_a_session_is_named_by_what_opens_it() -> None:
    """An id is the prescription's id, the date, the opener's own name and its number that day."""
    assert ids(RX) == [
        "urn:kinescript:test/2026-11-23/calf-raise-2/1",
        "urn:kinescript:test/2026-11-23/calf-raise-2/2",
        "urn:kinescript:test/2026-11-23/calf-raise-3/1",
        "urn:kinescript:test/2026-11-23/calf-raise-2/3",
        "urn:kinescript:test/2026-11-23/calf-raise-2/4",
    ]


def test_an_id_derives_from_that_of_the_prescription() -> None:
    """Another title changes no id where the prescription has an id, and every id where not."""
    titled = attrs.evolve(RX, title="New")
    other = attrs.evolve(RX, id="urn:kinescript:other")

    assert ids(titled) == ids(RX)
    assert [each.replace(":test/", ":other/") for each in ids(RX)] == ids(other)
    assert ids(Prescription("Old", RX.phases))[0].startswith("urn:kinescript:old/2026-11-23/")


def test_a_dose_in_other_words_keeps_its_ids() -> None:
    """An item with an id of its own can change its name and its dose's words."""
    (phase,) = RX.phases
    one, two = phase.routines
    plank = one.items[1]
    assert isinstance(plank, Item)
    plank = attrs.evolve(plank, exercise="Side plank", words="as long as you can")
    edited = attrs.evolve(one, items=(one.items[0], plank, one.items[2]))
    rx = attrs.evolve(RX, phases=attrs.evolve(phase, routines=(edited, two)))

    assert ids(RX) == ids(rx)


def test_an_added_exercise_keeps_ids_and_times() -> None:
    """An exercise that is added, and done less often than the others, joins their sessions."""
    (phase,) = RX.phases
    one, two = phase.routines
    items = (Item("Squat", ONCE, frequency=per_day(1)), *one.items)
    more = attrs.evolve(phase, routines=(attrs.evolve(one, items=items), two))
    before = planned(RX).on(MONDAY)
    after = planned(attrs.evolve(RX, phases=more)).on(MONDAY)

    assert sum(each.items != same.items for each, same in zip(before, after, strict=True)) == 1
    assert [(each.id, each.start) for each in before] == [(each.id, each.start) for each in after]


def at(*moments: time) -> Frequency:
    """At certain clock times."""
    return Frequency(times=At(moments))


@pytest.mark.parametrize(
    ("seconds", "moved"),
    [pytest.param(29, True, id="too early"), pytest.param(30, False, id="after")],
)
def test_a_session_takes_all_that_is_in_it(seconds: int, moved: bool) -> None:  # noqa: FBT001
    """Getting ready and changing exercises count where another session would follow at once."""
    later = Item("Later", ONCE, frequency=at(time(9, 20, seconds)))
    items = (Item("A", ONCE), Item("B", ONCE))
    together = Routine("", (*items, later), frequency=at(time(9)))
    apart = [attrs.evolve(item, frequency=at(time(9))) for item in items]
    beside = (Routine("", apart), Routine("", later))

    for routines in (together, beside):
        made = planned(Prescription("Test", Phase("", routines)))

        assert made.unplaced(MONDAY) == ()
        assert moved is (made.on(MONDAY)[-1].basis.value == "assumed")
