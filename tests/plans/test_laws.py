"""Laws of every plan, whatever is prescribed and whenever it is asked."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, takewhile
from typing import Any
from zoneinfo import ZoneInfo

import attrs
from hypothesis import given, settings, strategies as st

from kinescript import (
    UNSAID,
    Anchor,
    Assumptions,
    At,
    Between,
    Calendar,
    Choice,
    Cycle,
    Dates,
    Dose,
    EveryDay,
    Frequency,
    Hold,
    Item,
    PerDay,
    Period,
    PeriodUnit,
    Phase,
    Plan,
    Prescription,
    Range,
    Reps,
    Rest,
    Routine,
    Schedule,
    Section,
    Session,
    Sets,
    Side,
    Span,
    Superset,
    ThroughTheDay,
    Timed,
    Unsaid,
    Weekday,
    Weekdays,
    Within,
    Words,
    minutes,
    plan,
    seconds,
    testing,
)
from kinescript.agendas import falls_on, waking_day
from kinescript.model import Covers, Days, DaysOf, DaysPer, EveryDays, HowOften, Quantity, walk
from kinescript.plans._agenda import make_agenda
from kinescript.plans._due import Unit
from kinescript.plans._spans import LAST, Course
from kinescript.testing import calendars
from kinescript.testing._frequencies import clock_times

DAY = timedelta(days=1)
FEW = settings(max_examples=settings().max_examples // 3)
DOSES = (
    UNSAID,
    Dose(Hold(seconds(1))),
    Dose(Timed(minutes(20, 30))),
    Dose(Sets(3, Reps(Range(5, 10)))),
    Dose(Timed(minutes(100))),
)


def utc(session: Session) -> datetime:
    """When a session starts, in UTC."""
    return session.start.astimezone(UTC)


def often() -> st.SearchStrategy[HowOften]:
    """How often, if that is said."""
    return st.just(UNSAID) | frequencies() | st.lists(frequencies(), min_size=2).map(Schedule)


def frequencies() -> st.SearchStrategy[Frequency]:
    """Frequencies whose figures are exact and that any calendar can place."""
    moments = st.lists(clock_times() | st.sampled_from(Anchor), min_size=1, max_size=4)
    times = st.one_of(
        st.just(UNSAID),
        st.builds(PerDay, st.integers(1, 6)),
        st.builds(PerDay, st.just(Range(2, 4)) | st.just(Words("often"))),
        moments.map(At),
        st.just(ThroughTheDay()),
    )
    # Weekdays that are left out would move the days of a week.
    left_out = st.just(()) | st.lists(_dates(), min_size=1).map(Dates)
    return st.builds(Frequency, days=days(), times=times, except_on=left_out)


def _dates() -> st.SearchStrategy[date]:
    return st.dates(date(2026, 1, 1), date(2027, 12, 31))


def days() -> st.SearchStrategy[Days]:
    """Days of every kind that a calendar can find, in exact figures."""
    weekdays = st.lists(st.sampled_from(Weekday), min_size=1, max_size=7).map(Weekdays)
    dates = st.lists(_dates(), min_size=1, max_size=4)
    units = st.sampled_from(PeriodUnit)
    longer = st.sampled_from((PeriodUnit.WEEK, PeriodUnit.MONTH))
    return st.one_of(
        st.just(EveryDay()),
        weekdays,
        dates.map(Dates),
        st.builds(DaysPer, st.integers(1, 7), st.builds(Period, st.integers(1, 2), longer)),
        st.builds(Period, st.integers(1, 4), units).map(EveryDays),
        st.builds(Cycle, st.integers(1, 4), st.integers(1, 4), unit=units, start=st.integers(0, 1)),
        st.builds(
            DaysOf,
            st.lists(st.integers(1, 7), min_size=1, max_size=3),
            st.builds(Period, st.integers(1, 2), longer),
        ),
    )


def lengths() -> st.SearchStrategy[Period | Unsaid | Words]:
    """How long a phase is, if that is said."""
    figures = st.integers(1, 60)
    exact = st.builds(Range, figures)
    spread = st.builds(lambda low, more: Range(low, low + more), figures, figures)
    at_least = figures.map(lambda low: Range(low, None))
    up_to = figures.map(lambda high: Range(None, high))
    words = st.just(UNSAID) | st.just(Words("for good"))
    return words | st.one_of(exact, spread, at_least, up_to).map(Period)


def dates() -> st.SearchStrategy[Between]:
    """Dates from which or to which something goes on, in the years in which plans start."""
    first = st.dates(date(2026, 1, 1), date(2027, 12, 31))
    both = st.builds(lambda one, by: Between(one, one + by * DAY), first, st.integers(0, 300))
    return st.one_of(both, both, st.builds(Between, first), st.builds(Between, last=first))


def prescriptions() -> st.SearchStrategy[Prescription]:
    """Prescriptions that differ in all that matters to when something is done."""
    names, doses = st.sampled_from(("Walk", "Swim", "Ski")), st.sampled_from(DOSES)
    ids = st.sampled_from(("", "", "walk", "x/1"))
    after = st.just(UNSAID) | st.integers(0, 30)
    spans = st.one_of(st.just(Span()), st.builds(Span, lengths(), after=after), dates())
    own = st.just(UNSAID) | spans
    items = st.builds(Item, names, doses, frequency=often(), span=own, id=ids)
    inner = st.lists(st.builds(Item, names, doses, id=ids), min_size=2, max_size=2)
    parts = st.one_of(
        items, items, st.just(Rest(minutes(1))), inner.map(Section), inner.map(Superset)
    )
    routines = st.builds(
        Routine, st.just(""), st.lists(parts, max_size=3), frequency=often(), span=own
    )
    phases = st.builds(
        Phase, st.just(""), st.lists(routines, max_size=2), span=spans, frequency=often()
    )
    return st.builds(Prescription, st.just("Test"), st.lists(phases, max_size=2), frequency=often())


def policies() -> st.SearchStrategy[dict[str, Any]]:
    """What a plan is told to do where the prescription leaves something open."""
    return st.fixed_dictionaries(
        {},
        optional={
            "affected": st.sampled_from((Side.LEFT, Side.RIGHT)),
            "choice": st.sampled_from(Within).map(Choice.all),
            "assumptions": st.builds(
                Assumptions,
                per_day=st.integers(1, 4),
                through_the_day=st.integers(1, 4),
                prepare=st.sampled_from((seconds(0), seconds(90))),
            ),
        },
    )


def plans() -> st.SearchStrategy[Plan]:
    """Plans of all kinds that start in 2026 or 2027."""
    starts = st.dates(date(2026, 1, 1), date(2027, 12, 31))
    return st.builds(
        lambda rx, start, calendar, policy: plan(rx, start=start, calendar=calendar, **policy),
        prescriptions(),
        starts,
        calendars(),
        policies(),
    )


def offsets() -> st.SearchStrategy[int]:
    """Days of a programme, some of them before it starts."""
    return st.integers(-2, 110)


def instants(start: date) -> st.SearchStrategy[datetime]:
    """Instants in the first months of a programme, in any zone."""
    zones = st.sampled_from(("UTC", "America/Winnipeg", "Europe/Berlin", "Pacific/Chatham"))
    first = datetime.combine(start - 2 * DAY, time(), UTC)
    return st.builds(
        lambda minutes, zone: (first + minutes * timedelta(minutes=1)).astimezone(ZoneInfo(zone)),
        st.integers(0, 110 * 24 * 60),
        zones,
    )


@FEW
@given(plans(), offsets(), st.integers(0, 9))
def test_a_span_of_days_is_its_days(of: Plan, offset: int, length: int) -> None:
    """What is between two dates is what is on each of them, in order of time."""
    first = of.start + offset * DAY
    days = [first + by * DAY for by in range(length)]
    expected = [session for day in days for session in of.on(day)]

    assert sorted(expected, key=utc) == list(of.between(first, first + (length - 1) * DAY))


@FEW
@given(st.data(), plans(), st.integers(-2, 10 * 24 * 60))
def test_a_span_of_instants_is_half_open(data: st.DataObject, of: Plan, minutes: int) -> None:
    """Between two instants is what starts at or after the first and before the last."""
    first = data.draw(instants(of.start))
    last = first + minutes * timedelta(minutes=1)
    wide = of.between(first.date() - 3 * DAY, first.date() + 13 * DAY)
    edges = [utc(session) for session in wide if utc(session) > first]
    last = data.draw(st.sampled_from((last, *edges[:3])))
    expected = [session for session in wide if first <= utc(session) < last]

    assert expected == list(of.between(first, last))


@FEW
@given(st.data(), plans())
def test_after_takes_from_all_sessions(data: st.DataObject, of: Plan) -> None:
    """After an instant come, in order, the sessions that start later than it, and no other."""
    instant = data.draw(instants(of.start))
    end = max(instant, datetime.combine(of.start, time(), UTC)) + 10 * DAY
    coming = of.between(instant, end)
    instant = data.draw(st.sampled_from((instant, *map(utc, coming[:3]))))
    expected = [session for session in coming if utc(session) > instant]

    assert expected == list(takewhile(lambda each: utc(each) < end, of.after(instant)))


@FEW
@given(plans(), st.lists(offsets(), max_size=5), offsets())
def test_a_day_is_the_same_whenever_it_is_asked(of: Plan, before: list[int], at: int) -> None:
    """A day's sessions do not depend on the days that were asked before."""
    fresh = attrs.evolve(of)
    for offset in before:
        of.on(of.start + offset * DAY)

    assert fresh.on(of.start + at * DAY) == of.on(of.start + at * DAY)
    assert fresh.unplaced(of.start + at * DAY) == of.unplaced(of.start + at * DAY)


@FEW
@given(plans(), offsets())
def test_sessions_of_a_day_do_not_overlap(of: Plan, offset: int) -> None:
    """Each session of a day, whatever its routine, ends before the next one starts."""
    sessions = of.on(of.start + offset * DAY)
    spans = [(utc(session), session.end.astimezone(UTC)) for session in sessions]

    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@FEW
@given(plans(), offsets())
def test_a_session_is_told_in_full(of: Plan, offset: int) -> None:
    """A session has the day's date, its timeline's length, its items, and clocks show its times."""
    day = of.start + offset * DAY
    for session in of.on(day):
        elapsed = session.end.astimezone(UTC) - utc(session)

        assert day == session.date
        assert of.calendar.zone == str(session.start.tzinfo) == str(session.end.tzinfo)
        assert elapsed == session.duration == session.timeline.duration
        assert session.start == utc(session).astimezone(session.start.tzinfo)
        assert {step.path for step in session.timeline if step.path} == set(session.paths)
        assert list(session.items) == [item_at(of.prescription, path) for path in session.paths]
        assert sorted(session.paths) == list(session.paths)
        assert set(session.items) <= {item for _, item in items_of(session.routine, "")}


def items_of(routine: Routine, path: str) -> list[tuple[str, Item]]:
    """The items of a routine, those in groups among them, each with its path."""
    parts = enumerate(routine.items)
    return [each for at, part in parts for each in walk(part, f"{path}.items[{at}]")]


def item_at(rx: Prescription, path: str) -> Item:
    """The item at a path such as ``phases[0].routines[1].items[2]``."""
    return next(item for at, item in all_items(rx) if at == path)


def all_items(rx: Prescription) -> list[tuple[str, Item]]:
    """Every item of a prescription with its path."""
    return [
        each
        for at_phase, phase in enumerate(rx.phases)
        for at_routine, routine in enumerate(phase.routines)
        for each in items_of(routine, f"phases[{at_phase}].routines[{at_routine}]")
    ]


@FEW
@given(plans())
def test_ids_are_unique(of: Plan) -> None:
    """Over weeks no two sessions have the same id, and each starts with the prescription's."""
    ids = [session.id for session in of.between(of.start, of.start + 20 * DAY)]

    assert len(ids) == len(set(ids))
    assert all(each.startswith(f"{of.prescription.id}/") for each in ids)


@FEW
@given(plans(), offsets())
def test_words_move_no_session(of: Plan, offset: int) -> None:
    """The title and notes can be edited: sessions keep their ids and times."""
    parts = {
        part: attrs.evolve(part, notes="new", words="new") if isinstance(part, Item) else part
        for phase in of.prescription.phases
        for routine in phase.routines
        for part in routine.items
    }
    phases = [
        attrs.evolve(
            phase,
            name="new",
            routines=[
                attrs.evolve(routine, name="new", items=[parts[each] for each in routine.items])
                for routine in phase.routines
            ],
        )
        for phase in of.prescription.phases
    ]
    edited = attrs.evolve(of.prescription, title="new", phases=phases)
    day = of.start + offset * DAY

    assert [(each.id, each.start, each.end) for each in of.on(day)] == [
        (each.id, each.start, each.end) for each in attrs.evolve(of, prescription=edited).on(day)
    ]


@FEW
@given(st.data(), plans())
def test_now_hides_the_past_and_moves_nothing(data: st.DataObject, of: Plan) -> None:
    """Nothing starts before now, and what starts then or later keeps its place and id."""
    first = of.start
    sessions = of.between(first, first + 5 * DAY)
    known = [utc(session) for session in sessions]
    now = data.draw(st.sampled_from(known) if known else instants(first))
    late = attrs.evolve(of, now=now)

    assert [each for each in sessions if utc(each) >= now] == list(
        late.between(first, first + 5 * DAY)
    )


@FEW
@given(plans(), offsets())
def test_sessions_of_the_same_items_share_a_timeline(of: Plan, offset: int) -> None:
    """Within a plan, one timeline object serves all sessions of the same items."""
    shared: dict[tuple[int, ...], int] = {}
    for session in of.between(of.start + offset * DAY, of.start + (offset + 4) * DAY):
        key = tuple(map(id, session.items))

        assert shared.setdefault(key, id(session.timeline)) == id(session.timeline)


@FEW
@given(plans())
def test_equal_rules_make_equal_plans(of: Plan) -> None:
    """A plan is its rules: equal ones are equal, hash alike and have equal sessions."""
    other = Plan(
        prescription=of.prescription,
        start=of.start,
        calendar=of.calendar,
        policy=of.policy,
        now=of.now,
    )
    of.on(of.start)

    assert of == other
    assert hash(of) == hash(other)
    assert of.on(of.start) == other.on(of.start)
    assert of != attrs.evolve(of, start=of.start + DAY)


def chosen(written: Quantity, within: Within, usual: int | None) -> int | None:
    """The figure that a choice takes from a count, *usual* where there is none."""
    match written:
        case Range(int(low), int(high)):
            middle = low + (high - low) // 2
            return {Within.LEAST: low, Within.MIDDLE: middle, Within.GREATEST: high}[within]
        case Range(low, high):
            return int(low or high or 0)
        case _:
            return usual


def course_of(span: Covers | Unsaid, of: Plan, around: Course) -> Course:
    """What a span, in days or dates, covers of the dates around it."""
    if isinstance(span, Unsaid):
        return around
    if isinstance(span, Between):
        first = around.first if isinstance(span.first, Unsaid) else max(span.first, of.start)
        last = LAST if isinstance(span.last, Unsaid) else span.last
        return Course(max(first, around.first), min(last, around.last))
    after = span.after.number.low if isinstance(span.after, Period) else None
    first = around.first if after is None else of.start + int(after) * DAY
    written = span.length.number if isinstance(span.length, Period) else UNSAID
    length = chosen(written, of.policy.choice.spans, None)
    last = LAST if length is None else first + (length - 1) * DAY
    return Course(max(first, around.first), min(last, around.last))


def phase_courses(of: Plan) -> list[Course | None]:
    """What each phase covers; None where it follows one that has no end."""
    found: list[Course | None] = []
    coming: date | None = of.start
    for phase in of.prescription.phases:
        span = phase.span
        is_said = (span.first if isinstance(span, Between) else span.after) is not UNSAID
        since = of.start if is_said else coming
        course = None if since is None else course_of(span, of, Course(since, LAST))
        has_end = course is not None and course.last < LAST
        coming = max(course.first, course.last + DAY) if course and has_end else None
        found.append(course)
    return found


def how_often(often: HowOften, of: Plan, day: date, since: date) -> int:
    """How many times something is due on a day."""
    usual = of.policy.assumptions
    if isinstance(often, Schedule):
        found = [how_often(each, of, day, since) for each in often.frequencies]
        return next(filter(None, reversed(found)), 0)
    if not isinstance(often, Unsaid) and not falls_on(often.days, day, since, often.except_on):
        return 0
    match UNSAID if isinstance(often, Unsaid) else often.times:
        case At(moments):
            waking = waking_day(of.calendar, day)
            known = (each for each in moments if isinstance(each, time | Anchor))
            return len({waking.offset_of(each) for each in known})
        case PerDay(count):
            return chosen(count, of.policy.choice.bouts, usual.through_the_day) or 0
        case ThroughTheDay():
            return usual.through_the_day
        case _:
            return usual.per_day


def due(of: Plan, day: date) -> Counter[str]:
    """How often the items of a prescription are due on a day, by their paths."""
    found = Counter[str]()
    rx = of.prescription
    for at_phase, (phase, course) in enumerate(zip(rx.phases, phase_courses(of), strict=True)):
        for at_routine, routine in enumerate(phase.routines if course else ()):
            assert course is not None
            around = course_of(routine.span, of, course)
            for at, part in enumerate(routine.items):
                path = f"phases[{at_phase}].routines[{at_routine}].items[{at}]"
                own = part if isinstance(part, Item) else None
                levels = (own and own.frequency, routine.frequency, phase.frequency, rx.frequency)
                often = next((each for each in levels if each and each is not UNSAID), UNSAID)
                span = course_of(own.span, of, around) if own else around
                if day in span:
                    times = how_often(often, of, day, span.first)
                    found.update(dict.fromkeys((below for below, _ in walk(part, path)), times))
    return found


@given(plans(), offsets())
def test_what_is_due_is_planned_or_unplaced(of: Plan, offset: int) -> None:
    """Each day, an item's sessions and what is left out of it add up to how often it is due."""
    day = of.start + offset * DAY
    planned = Counter[str]()
    for session in of.on(day):
        planned.update(session.paths)
    for each in of.unplaced(day):
        planned[each.path] += each.count

    assert +due(of, day) == planned


@FEW
@given(plans(), offsets())
def test_free_sessions_lie_in_the_waking_hours(of: Plan, offset: int) -> None:
    """Where no moment is prescribed, sessions start and end while the person is up."""
    day = of.start + offset * DAY
    waking = waking_day(of.calendar, day)
    written = [of.prescription.frequency]
    for phase in of.prescription.phases:
        written.append(phase.frequency)
        for routine in phase.routines:
            written.append(routine.frequency)
            written += [part.frequency for part in routine.items if isinstance(part, Item)]
    single = [each for often in written for each in getattr(often, "frequencies", (often,))]
    at_moments = any(isinstance(each, Frequency) and isinstance(each.times, At) for each in single)
    for session in of.on(day):
        if not at_moments:
            assert waking.waking <= utc(session)
            assert session.end.astimezone(UTC) <= waking.local(waking.length).astimezone(UTC)


@FEW
@given(plans(), offsets(), st.sampled_from(DOSES))
def test_one_more_exercise_moves_no_session(of: Plan, offset: int, dose: Dose | Unsaid) -> None:
    """An exercise added at the end, once a day, leaves all sessions where and what they were."""
    more = Item("More", dose, frequency=Frequency(times=PerDay(1)))
    phases = of.prescription.phases
    last = Phase("", Routine("", more), span=Span(after=0))
    added = attrs.evolve(of.prescription, phases=(*phases, last))
    day = of.start + offset * DAY
    sessions = {each.id: each for each in attrs.evolve(of, prescription=added).on(day)}

    assert list(of.on(day)) == [sessions.get(each.id) for each in of.on(day)]


@FEW
@given(plans())
def test_what_is_assumed_is_told_once_with_a_reason(of: Plan) -> None:
    """Assumptions have a value and a reason, come once each, and always in the same order."""
    told = of.assumptions

    assert all(each.subject and each.value and each.reason for each in told)
    assert list(dict.fromkeys(told)) == list(told)
    assert told == attrs.evolve(of).assumptions


@settings(max_examples=settings().max_examples // 2)
@given(testing.prescriptions(small=True), calendars(), policies())
def test_nothing_is_silently_left_out(
    rx: Prescription, calendar: Calendar, policy: dict[str, Any]
) -> None:
    """Any prescription can be planned; what is due is in sessions, unplaced or unscheduled."""
    made = plan(rx, start=date(2026, 11, 23), calendar=calendar, **policy)
    days = [made.start + by * DAY for by in range(28)]
    told = {each.path for each in made.unscheduled}
    seen = {path for day in days for session in made.on(day) for path in session.paths}
    seen |= {each.path for day in days for each in made.unplaced(day)}
    units = make_agenda(made.prescription, made.start, made.calendar, made.policy).units

    assert all(each.name and each.reason for each in made.unscheduled)
    assert made.assumptions == attrs.evolve(made).assumptions
    planned = {path for unit in units for path in paths_of(unit)}
    for path, _ in all_items(rx):
        assert path in planned or any(path.startswith(each) for each in told)
    for unit in units:
        is_due = any(unit.on(day) for day in days)
        assert all(is_due == (path in seen) for path in paths_of(unit))


def paths_of(unit: Unit) -> list[str]:
    """The paths of the items of a unit."""
    return [path for due in unit.dues for path, _ in due.items]
