"""The volume of a session is what its timeline lays out, and that of a course what is planned."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain

from hypothesis import assume, given, strategies as st
from tests.volumes.cases import cases

from kinescript import (
    UNSAID,
    Between,
    Calendar,
    Circuit,
    Counted,
    Cycle,
    DaysPer,
    Distance,
    DistanceUnit,
    Dose,
    EachSide,
    EachWay,
    Every,
    EveryDays,
    Frequency,
    Hold,
    Item,
    NotDetermined,
    Order,
    Pace,
    PaceUnit,
    PerDay,
    Phase,
    Prescription,
    Range,
    Repeat,
    Reps,
    Rest,
    Routine,
    Section,
    Series,
    Sets,
    Share,
    Side,
    Span,
    Superset,
    Target,
    Timed,
    Unit,
    Unsaid,
    Weekday,
    Weekdays,
    hours,
    per_day,
    plan,
    seconds,
    tempo,
    timeline,
    volume,
)
from kinescript.model import (
    Component,
    Covers,
    Days,
    Duration,
    End,
    Intensity,
    Pause,
    PeriodUnit,
    Sides,
    Work,
    days,
    weeks,
)
from kinescript.timelines import StepKind
from kinescript.volumes import Total

FEW = st.integers(1, 3)
SHORT: st.SearchStrategy[Duration] = st.integers(1, 4).map(seconds)
NUMBERS = st.integers(1, 40).map(Range)
SPEEDS: st.SearchStrategy[Intensity] = st.one_of(
    st.builds(Pace, st.integers(1, 9).map(seconds), st.sampled_from(PaceUnit)),
    st.builds(
        Target,
        NUMBERS,
        st.sampled_from([Unit.KILOMETRES_PER_HOUR, Unit.MILES_PER_HOUR, Unit.METRES_PER_SECOND]),
    ),
)
LENGTHS = [
    DistanceUnit.METRE,
    DistanceUnit.KILOMETRE,
    DistanceUnit.MILE,
    DistanceUnit.YARD,
    DistanceUnit.FOOT,
]
DISTANCES: st.SearchStrategy[Work] = st.one_of(
    st.builds(
        lambda amount, unit, speed: Distance(amount, unit, intensity=speed),
        NUMBERS,
        st.sampled_from(LENGTHS),
        SPEEDS,
    ),
    st.builds(
        lambda amount, pace: Distance(
            amount, DistanceUnit.STEP, intensity=Target(pace, Unit.STEPS)
        ),
        NUMBERS,
        NUMBERS,
    ),
)
LEAVES: st.SearchStrategy[Work] = st.one_of(
    st.builds(
        lambda count, rest: Reps(count, tempo=tempo("2-1-1-1"), rest=rest),
        FEW,
        st.none().map(lambda _: UNSAID) | SHORT,
    ),
    SHORT.map(Hold),
    SHORT.map(Timed),
    # In whole seconds, half of which are whole milliseconds, as shares of them are.
    st.builds(
        lambda number, pace: Distance(100 * number, DistanceUnit.METRE, intensity=pace),
        FEW,
        st.builds(Pace, SHORT, st.just(PaceUnit.HUNDRED_METRES)),
    ),
)
SHARES = st.builds(Share, st.sampled_from([50, 100]), st.sampled_from(["hold", "the work"]))
PAUSES = SHORT | SHARES


def works(
    ends: st.SearchStrategy[End], pauses: st.SearchStrategy[Pause]
) -> st.SearchStrategy[Work]:
    """Return work that is repeated until one of these ends, with such pauses."""
    return st.recursive(
        LEAVES,
        lambda inner: st.one_of(
            st.tuples(inner, pauses.map(Rest), inner).map(Series),
            st.tuples(inner, SHORT.map(Rest)).map(Series),
            st.tuples(inner, inner).map(Series),
            st.builds(lambda of, end, rest: Repeat(of, end, between=rest), inner, ends, pauses),
            st.builds(lambda of, end, every: Repeat(of, end, every=every), inner, ends, SHORT),
        ),
        max_leaves=3,
    )


COUNTED: st.SearchStrategy[End] = FEW.map(Range)
TIMES: st.SearchStrategy[End] = st.integers(1, 40).map(seconds)
WORKS = works(COUNTED, PAUSES)
ORDERS: st.SearchStrategy[Order | Unsaid] = st.one_of(
    st.just(UNSAID), st.sampled_from([Order.BY_DOSE, Order.BY_SET, Order.BY_REP])
)
SETS = st.builds(lambda count, work, rest: Sets(count, work, rest=rest), FEW, WORKS, PAUSES)
DOSES = st.builds(
    lambda sets, sides, ways: Dose(sets, sides=sides, ways=ways),
    st.lists(SETS, min_size=1, max_size=2),
    st.one_of(st.sampled_from([UNSAID, Side.LEFT, Side.BOTH]), ORDERS.map(EachSide)),
    st.one_of(st.just(UNSAID), ORDERS.map(lambda order: EachWay(order=order))),
)
ITEMS = DOSES.map(lambda dose: Item("Bridge", dose))
SESSIONS: st.SearchStrategy[Component] = st.recursive(
    ITEMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(Section),
        st.lists(ITEMS, min_size=2, max_size=3).map(Superset),
        st.builds(
            lambda parts, end, rest, between: Circuit(parts, end, rest=rest, between=between),
            st.lists(inner, min_size=1, max_size=2),
            FEW,
            SHORT,
            SHORT,
        ),
    ),
    max_leaves=3,
)
IDLE = {StepKind.PREPARE, StepKind.REST, StepKind.SWITCH, StepKind.TRANSITION}


@given(SESSIONS)
def test_the_volume_is_what_the_timeline_lays_out(session: Component) -> None:
    """Where all is written, work, holds and rests last as long as in the timeline."""
    found, laid_out = volume(session), seconds_in(session)

    assert found.hold.per_session == laid_out["hold"]
    assert found.work.per_session == laid_out["work"]
    if not is_open(found.rest.per_session):
        assert found.rest.per_session == laid_out["rest"]


def is_open(rest: Total) -> bool:
    """Whether a rest is a share of what there is not, or of what sides and ways lengthen."""
    reasons = ("it is told as", "it changes within one pass")
    return isinstance(rest, NotDetermined) and rest.reason.startswith(reasons)


def seconds_in(session: Component) -> dict[str, Range]:
    """Return how many seconds the timeline of a session holds, works and rests."""
    long = dict.fromkeys(StepKind, timedelta())
    for step in timeline(session):
        long[step.kind] += step.duration
    worked = sum((long[kind] for kind in StepKind if kind not in IDLE), timedelta())
    found = {"hold": long[StepKind.HOLD], "work": worked, "rest": long[StepKind.REST]}
    return {name: in_seconds(length) for name, length in found.items()}


@given(
    FEW,
    DISTANCES,
    SHORT,
    st.one_of(st.just(UNSAID), ORDERS.map(EachSide)),
)
def test_distances_take_as_long_as_in_the_timeline(
    number: int, far: Work, rest: Duration, sides: Sides | Unsaid
) -> None:
    """The work of a distance at a pace or speed is that of its steps, to the millisecond."""
    item = Item("Run", Dose(Sets(number, far, rest=rest), sides=sides))

    assert volume(item).work.per_session == seconds_in(item)["work"]


@given(
    st.sampled_from(LENGTHS),
    st.lists(st.integers(1, 40), min_size=2, max_size=2).map(sorted),
    st.lists(st.integers(1, 40), min_size=2, max_size=2).map(sorted),
    st.sampled_from(
        [
            lambda speed: Target(speed, Unit.KILOMETRES_PER_HOUR),
            lambda speed: Target(speed, Unit.METRES_PER_SECOND),
            lambda time: Pace(Duration(time * 60_000), PaceUnit.MILE),
        ]
    ),
)
def test_a_distance_takes_from_the_least_to_the_greatest_time(
    unit: DistanceUnit, far: list[int], fast: list[int], speed: Callable[[Range], Intensity]
) -> None:
    """A range of distances at one of speeds takes as long as its step may last."""
    item = Item("Run", Dose(Distance(Range(*far), unit, intensity=speed(Range(*fast)))))
    (step,) = (step for step in timeline(item) if step.kind is StepKind.ACTIVITY)
    least, greatest = map(in_seconds, (step.least, step.greatest))

    assert volume(item).work.per_session == Range(least.low, greatest.high)


@given(
    FEW,
    st.integers(1, 30),
    st.integers(1, 4),
    st.none().map(lambda _: UNSAID) | st.sampled_from([Order.BY_REP, Order.HALF_WAY]),
)
def test_sides_share_repetitions_in_whole(
    sets: int, reps: int, every: int, order: Order | Unsaid
) -> None:
    """Of 15 repetitions in total, one side does 8 and the other 7, as the timeline does."""
    sides = EachSide(order, every=every, counted=Counted.IN_TOTAL)
    work = Sets(sets, Reps(reps, hold=seconds(2)), rest=SHORTEST)
    item = Item("Lunge", Dose(work, sides=sides))
    held = [step.side for step in timeline(item) if step.kind is StepKind.HOLD]
    done = sorted(map(held.count, (Side.LEFT, Side.RIGHT)))

    found = volume(item)

    assert found.reps.per_session_per_side == Range(*done)
    assert found.hold.per_session_per_side == Range(*done) * 2


SHORTEST = seconds(1)


def by_time(inner: st.SearchStrategy[Component]) -> st.SearchStrategy[Component]:
    """Return circuits of some parts that end after a time."""
    parts = st.lists(inner, min_size=1, max_size=2)
    return st.one_of(
        st.builds(lambda of, end, rest: Circuit(of, end, rest=rest), parts, TIMES, SHORT),
        st.builds(
            lambda of, end, rest, every, turns: Circuit(
                of, end, rest=rest, every=every, turns=turns
            ),
            parts,
            TIMES,
            SHORT,
            SHORT,
            st.booleans(),
        ),
    )


TIMED = works(COUNTED | TIMES, SHORT).map(lambda work: Item("Bridge", Dose(work)))


@given(TIMED | by_time(TIMED))
def test_what_ends_after_a_time_is_what_the_timeline_lays_out(session: Component) -> None:
    """Where the clock may cut a pass short, the seconds are those of the timeline or unknown."""
    found, laid_out = volume(session), seconds_in(session)

    # A pass whose length is not known is taken to fit into its interval.
    for name in laid_out if isinstance(found.work.per_session, Range) else ():
        total = getattr(found, name).per_session
        assert total == laid_out[name] or isinstance(total, NotDetermined)


@given(by_time(SHORT.map(lambda long: Item("Bridge", Dose(Timed(long))))))
def test_work_and_rest_fill_the_time_of_a_circuit(circuit: Component) -> None:
    """Where the time is written and both are known, work and rest come to it."""
    found = volume(circuit)
    work, rest = found.work.per_session, found.rest.per_session

    if isinstance(work, Range) and isinstance(rest, Range):
        assert isinstance(circuit, Circuit)
        assert isinstance(circuit.end, Duration)
        assert work + rest == circuit.end.milliseconds * Range(Decimal("0.001"))


def in_seconds(length: timedelta) -> Range:
    """Return a number of seconds."""
    return Range(Decimal(length // timedelta(milliseconds=1)) / 1000)


START = date(2026, 11, 30)
HOME = Calendar("Europe/London")


@cases("number", [1, 3, 7, 10, 14, 28])
@cases(
    "on",
    [
        EveryDays(days(2)),
        EveryDays(days(3)),
        EveryDays(weeks(1)),
        Cycle(4, 2),
        Cycle(1, 2, start=2),
        Cycle(2, 5, start=4),
        Cycle(1, 1, unit=PeriodUnit.WEEK),
        Cycle(2, 1, unit=PeriodUnit.WEEK, start=1),
        DaysPer(3),
        DaysPer(5, weeks(2)),
        Weekdays([Weekday.MON, Weekday.FRI]),
    ],
)
def test_a_course_has_as_many_bouts_as_are_planned(on: Days, number: int) -> None:
    """A course of so many days has the bouts that a plan of it has, where it tells them."""
    frequency = Frequency(days=on, times=PerDay(1))
    item = Item("Squat", Dose(Reps(10)), frequency=frequency, span=Span(number))
    planned = plan(Prescription("", Phase("", Routine("", item))), start=START, calendar=HOME)
    dates = (START + timedelta(day) for day in range(number + 7))
    counted = Range(sum(len(planned.on(day)) for day in dates))

    found = volume(item).bouts.in_all

    assert found == counted or (number % 28 and isinstance(found, NotDetermined))


@cases("apart", [1, 2, 3, 7])
@cases("bouts", [1, 2])
def test_hours_that_are_days_are_as_many_bouts_as_are_planned(apart: int, bouts: int) -> None:
    """Every 48 hours, or twice every 96, is every second day, once."""
    every = Every(hours(24 * apart * bouts), bouts=bouts)
    item = Item("Squat", Dose(Reps(10)), frequency=Frequency(times=every), span=Span(weeks(4)))
    planned = plan(Prescription("", Phase("", Routine("", item))), start=START, calendar=HOME)
    dates = (START + timedelta(day) for day in range(35))

    assert volume(item).bouts.in_all == Range(sum(len(planned.on(day)) for day in dates))
    assert volume(item).bouts.per_day == Range(1)


WEEKLY = st.lists(
    st.builds(
        lambda on, times, without: Item(
            "Squat",
            frequency=Frequency(days=Weekdays(on), times=times, except_on=without),
        ),
        st.lists(st.sampled_from(list(Weekday)), min_size=1),
        st.sampled_from([UNSAID, PerDay(1)]),
        st.lists(st.sampled_from(list(Weekday)), max_size=1).map(
            lambda some: [Weekdays(each) for each in some]
        ),
    ),
    min_size=1,
    max_size=3,
)


@given(WEEKLY, st.integers(1, 3))
def test_sessions_on_weekdays_are_those_that_are_planned(items: list[Item], number: int) -> None:
    """What is done on Monday, and on Tuesday and Thursday, has three sessions a week."""
    routine = Routine("", items, span=Span(weeks(number)))
    planned = plan(Prescription("", Phase("", routine)), start=START, calendar=HOME)
    dates = (START + timedelta(day) for day in range(7 * number + 7))
    counted = sum(len(planned.on(day)) for day in dates)

    found = volume(routine).sessions

    if isinstance(found.per_week, Range):
        assert found.in_all == Range(counted) == found.per_week * number


@given(
    st.lists(st.lists(st.sampled_from("abc"), max_size=2), min_size=1, max_size=4),
    st.sets(st.sampled_from("abc"), min_size=1),
)
def test_phases_for_cases_are_those_that_are_planned(
    audiences: list[list[str]], named: set[str]
) -> None:
    """Where cases are named, what is done in all is what is planned for them, if anything is."""
    cases = named.intersection(chain(*audiences))
    assume(cases)
    item = Item("Squat", Dose(Reps(1)), frequency=per_day(1))
    phases = [Phase("", Routine("", item), span=Span(7), audience=each) for each in audiences]
    prescription = Prescription("", phases)
    planned = plan(prescription, start=START, calendar=HOME, cases=cases)
    dates = (START + timedelta(day) for day in range(40))
    bouts = sum(len(planned.on(day)) for day in dates)

    found = volume(prescription, cases=cases)

    assume(bouts)
    assert found.bouts.in_all == Range(bouts) == found.by_exercise["Squat"].bouts.in_all


def spans(dates: st.SearchStrategy[date]) -> st.SearchStrategy[Covers]:
    """Return spans of a few days, and dates."""
    after = st.none().map(lambda _: UNSAID) | st.integers(0, 9).map(days)
    return st.one_of(
        st.builds(lambda number, after: Span(days(number), after=after), st.integers(1, 9), after),
        after.map(lambda after: Span(after=after)),
        st.lists(dates, min_size=2, max_size=2).map(lambda both: Between(min(both), max(both))),
        dates.map(Between),
    )


SPANS = spans(st.integers(0, 20).map(lambda day: START + timedelta(day)))
DAILY_ITEMS = st.builds(
    lambda span: Item("Squat", Dose(Reps(1)), frequency=per_day(1), span=span),
    st.none().map(lambda _: UNSAID) | SPANS,
)
PHASES = st.builds(
    lambda items, span: Phase("", Routine("", items), span=span),
    st.lists(DAILY_ITEMS, min_size=1, max_size=2),
    SPANS,
)


@given(st.lists(PHASES, min_size=1, max_size=3))
def test_phases_have_as_many_bouts_as_are_planned(phases: list[Phase]) -> None:
    """Where what is in all is known, that is what a plan has from the day it starts."""
    prescription = Prescription("", phases)
    planned = plan(prescription, start=START, calendar=HOME)
    assume(not any("nobody knows" in each.reason for each in planned.unscheduled))
    dates = (START + timedelta(day) for day in range(60))
    bouts = sum(len(session.items) for day in dates for session in planned.on(day))

    found = volume(prescription).bouts.in_all

    assert found == Range(bouts) or isinstance(found, NotDetermined)
