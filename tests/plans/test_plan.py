"""Sessions by date and by instant: one plan, however it is asked."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from kinescript import (
    Anchor,
    At,
    Basis,
    Busy,
    Calendar,
    Choice,
    Companion,
    Dates,
    Dose,
    EachSide,
    Frequency,
    Hold,
    Item,
    LimitError,
    ModelError,
    Phase,
    Plan,
    Prescription,
    Range,
    Reps,
    Routine,
    Session,
    Sets,
    Side,
    Span,
    Timed,
    TimelineError,
    Unplaced,
    Unscheduled,
    Waking,
    Weekday,
    Weekdays,
    Within,
    minutes,
    per_day,
    plan,
    seconds,
)
from kinescript.limits import EXPANDED_DAYS, EXPANDED_SESSIONS
from kinescript.model import Sessions, weeks
from kinescript.plans import PLANNER

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
START = date(2026, 11, 23)
WINNIPEG = Calendar("America/Winnipeg")


def utc(session: Session) -> datetime:
    """When a session starts, in UTC."""
    return session.start.astimezone(UTC)


def of(*items: Item, companions: tuple[Companion, ...] = ()) -> Prescription:
    """A prescription of one routine."""
    return Prescription("Test", Phase("", Routine("", items)), companions=companions)


def starts(sessions: tuple[Session, ...]) -> list[str]:
    """When sessions start, on the clock."""
    return [f"{session.start:%a %H:%M}" for session in sessions]


WALK = Item("Walk", Dose(Timed(minutes(10))), frequency=per_day(2))
NAP = Busy("Nap", time(13), time(15))


def test_the_next_session_may_be_a_week_away() -> None:
    """After this week's session of a weekly programme comes the one of next week."""
    weekly = attrs.evolve(WALK, frequency=Frequency(days=Weekdays(Weekday.MON)))
    of_week = plan(of(weekly), start=START, calendar=WINNIPEG)
    (first,) = of_week.on(START + 14 * DAY)

    assert of_week.on(START + 21 * DAY)[0] == next(of_week.after(first.start))


def test_the_next_session_comes_after_now() -> None:
    """However long nothing is planned because of now, the first session after it is found."""
    weekly = attrs.evolve(WALK, frequency=Frequency(days=Weekdays(Weekday.MON)))
    of_week = plan(of(weekly), start=START, calendar=WINNIPEG)
    (last,) = of_week.on(START + 140 * DAY)
    late = attrs.evolve(of_week, now=last.end)

    assert late.on(START + 140 * DAY) == ()
    assert late.on(START + 147 * DAY)[0] == next(late.after(datetime(2026, 12, 1, tzinfo=UTC)))


def test_now_is_an_instant() -> None:
    """Plans are equal if their now is the same instant, in whatever zone it is told."""
    now = datetime(2026, 11, 25, 12, tzinfo=UTC)
    here, there = (
        plan(of(WALK), start=START, calendar=WINNIPEG, now=now.astimezone(ZoneInfo(zone)))
        for zone in ("America/Winnipeg", "Pacific/Chatham")
    )

    assert here == there
    assert hash(here) == hash(there)


def test_a_night_belongs_to_the_day_before() -> None:
    """Sessions after midnight have the date of waking, and are found by instants around them."""
    calendar = Calendar("Europe/Berlin", waking=Waking(time(22), time(6)))
    night = plan(of(WALK), start=START, calendar=calendar)
    evening, morning = night.on(START)
    midnight = datetime(2026, 11, 24, tzinfo=ZoneInfo("Europe/Berlin"))

    assert starts((evening, morning)) == ["Tue 00:00", "Tue 04:00"]
    assert START == evening.date == morning.date
    assert (evening, morning) == night.between(midnight, midnight + 6 * HOUR)
    assert [morning] == list(islice(night.after(midnight), 1))


def test_the_last_night_is_found_by_instants() -> None:
    """The night after the last day of a programme still belongs to it."""
    calendar = Calendar("Europe/Berlin", waking=Waking(time(22), time(6)))
    rx = Prescription("Test", Phase("", Routine("", WALK), span=Span(1)))
    night = plan(rx, start=START, calendar=calendar)
    midnight = datetime(2026, 11, 24, tzinfo=ZoneInfo("Europe/Berlin"))

    assert night.end == START
    assert night.on(START) == night.between(midnight, midnight + DAY)
    assert night.on(START) == tuple(night.after(midnight - HOUR))
    assert night.between(midnight + DAY, midnight + 2 * DAY) == ()


def test_instants_in_a_repeated_hour_are_told_apart() -> None:
    """Where clocks show an hour twice, sessions are compared by instant, not by clock."""
    zone = ZoneInfo("Europe/Berlin")
    calendar = Calendar(zone.key, waking=Waking(time(2), time(3)))
    short = attrs.evolve(WALK, dose=Dose(Timed(seconds(1))), frequency=per_day(4))
    night = plan(of(short), start=START, calendar=calendar)
    sessions = night.on(date(2027, 10, 31))
    second = datetime(2027, 10, 31, 2, tzinfo=zone, fold=1)

    assert [(session.start.fold, session.start.minute) for session in sessions] == [
        (0, 15),
        (0, 45),
        (1, 15),
        (1, 45),
    ]
    assert sessions[2:] == night.between(second, second + HOUR)
    assert sessions[2:] == tuple(islice(night.after(second), 2))
    assert sessions[2:] == attrs.evolve(night, now=second).on(date(2027, 10, 31))


def test_companions_are_not_on_the_clock() -> None:
    """What no clock schedules is listed with its place, name and reason."""
    companions = (Companion("Ice"), Companion("Massage", reason="as you like"))
    rx = of(WALK, companions=companions)

    assert (
        Unscheduled("companions[0]", "Ice", "a companion without a dose or a time"),
        Unscheduled("companions[1]", "Massage", "as you like"),
    ) == plan(rx, start=START, calendar=WINNIPEG).unscheduled


def test_what_finds_no_place_is_told() -> None:
    """On a short or busy day the rest is planned, and what is left out is told with its reason."""
    swim = Item("Swim", Dose(Timed(minutes(90))), frequency=per_day(2))
    fixed = attrs.evolve(WALK, frequency=Frequency(times=At((time(8), time(13, 30)))))
    calendar = Calendar("Europe/Berlin", waking=Waking(time(12), time(18)), busy=NAP)
    short = plan(of(WALK, fixed, swim), start=START, calendar=calendar)
    reason = "2 sessions of 1 h 31 min do not fit into the waking hours beside “Nap”"

    assert (
        Unplaced("phases[0].routines[0].items[1]", "Walk", 1, "“Nap” is in the way at 13:30"),
        Unplaced("phases[0].routines[0].items[2]", "Swim", 1, reason),
    ) == short.unplaced(START)
    assert starts(short.on(START)) == ["Mon 08:00", "Mon 12:45", "Mon 16:15"]
    assert [len(session.items) for session in short.on(START)] == [1, 1, 2]
    assert not attrs.evolve(short, calendar=WINNIPEG).unplaced(START)


def test_a_day_without_room_has_no_session() -> None:
    """Who is busy all day has no session, and `after` ends instead of searching for ever."""
    calendar = Calendar("Europe/Berlin", busy=Busy("All", time(0), time(0)))
    full = plan(of(WALK), start=START, calendar=calendar)

    assert full.on(START) == ()
    assert list(full.after(datetime(2026, 11, 1, tzinfo=UTC))) == []
    assert [each.name for each in full.unplaced(START)] == ["Walk"]


def test_what_lasts_longer_than_a_day_is_left_out() -> None:
    """An endless dose breaks no plan, at any time of the day or at a moment."""
    endless = Dose(Sets(10**6, Reps(10**6)))
    free, at_nine = Item("A", endless), Item("B", endless, frequency=Frequency(times=At(time(9))))
    long = plan(of(free, at_nine, WALK), start=START, calendar=WINNIPEG)

    assert [each.name for each in long.unplaced(START)] == ["B", "A"]
    assert [session.items for session in long.on(START)] == [(WALK,), (WALK,)]


def test_a_session_that_cannot_be_counted_is_refused() -> None:
    """A session whose greatest length is beyond all time has no timeline."""
    reps = Range(1, 10**29)
    long = plan(of(Item("A", Dose(Reps(reps)))), start=START, calendar=WINNIPEG)

    with pytest.raises(TimelineError):
        long.on(START)


def test_an_empty_prescription_has_an_empty_plan() -> None:
    """Nothing is due where nothing is prescribed."""
    empty = plan(Prescription("Nothing", ()), start=START, calendar=WINNIPEG)
    bare = plan(of(), start=START, calendar=WINNIPEG)

    for nothing in (empty, bare):
        assert nothing.on(START) == ()
        assert nothing.unplaced(START) == ()
        assert nothing.between(date.min, date.max) == ()
        assert list(nothing.after(datetime(2026, 11, 1, tzinfo=UTC))) == []


@pytest.mark.parametrize(
    ("rx", "end", "count"),
    [
        pytest.param(of(WALK), None, None, id="open"),
        pytest.param(
            Prescription("Test", Phase("", Routine("", WALK), span=Span(3, after=2))),
            START + 4 * DAY,
            6,
            id="phase",
        ),
        pytest.param(
            of(attrs.evolve(WALK, frequency=Frequency(days=Dates((START, date(2027, 11, 1)))))),
            date(2027, 11, 1),
            2,
            id="dates",
        ),
        pytest.param(
            Prescription(
                "Test",
                (
                    Phase("", Routine("", WALK), span=Span(2)),
                    Phase("", Routine("", WALK), span=Span(1, after=500)),
                ),
            ),
            START + 500 * DAY,
            6,
            id="phases with a gap",
        ),
    ],
)
def test_a_plan_ends_with_what_is_due(
    rx: Prescription, end: date | None, count: int | None
) -> None:
    """A plan ends on the last day of its phases or dates, and after it comes nothing."""
    made = plan(rx, start=START, calendar=WINNIPEG)
    coming = made.after(datetime(2026, 1, 1, tzinfo=UTC))

    assert end == made.end
    assert (count or 3000) == len(list(islice(coming, 3000)))


def test_dates_may_lie_far_apart() -> None:
    """`after` waits for the last date, however long nothing is due before it."""
    late = date(2036, 11, 23)
    frequency = Frequency(days=Dates((START, late)))
    rare = plan(of(attrs.evolve(WALK, frequency=frequency)), start=START, calendar=WINNIPEG)

    assert [START, late] == [each.date for each in rare.after(datetime(2026, 1, 1, tzinfo=UTC))]


def test_a_phase_may_start_late() -> None:
    """`after` waits for a phase without an end, however late it starts."""
    rx = Prescription("Test", Phase("", Routine("", WALK), span=Span(after=500)))
    late = plan(rx, start=START, calendar=WINNIPEG)

    assert next(late.after(datetime(2026, 1, 1, tzinfo=UTC))).date == START + 500 * DAY


def test_a_busy_time_ends() -> None:
    """`after` waits until the dates are over on which the person is busy all day."""
    dates = Dates([START + by * DAY for by in range(20)])
    calendar = Calendar("Europe/Berlin", busy=Busy("Away", time(0), time(0), days=dates))
    away = plan(of(WALK), start=START, calendar=calendar)

    assert next(away.after(datetime(2026, 1, 1, tzinfo=UTC))).date == START + 20 * DAY


@pytest.mark.parametrize("zone", ["Pacific/Apia", "Pacific/Midway", "UTC"])
@pytest.mark.parametrize("start", [date.min, START, date(9998, 12, 31), date.max])
def test_far_dates_have_an_answer(zone: str, start: date) -> None:
    """The first and the last dates and instants that there are break no plan."""
    calendar = Calendar(zone, busy=NAP, waking=Waking(time(22), time(6)))
    far = plan(of(WALK), start=start, calendar=calendar)
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)

    assert far.on(date.min) == far.on(date.max) == ()
    assert far.unplaced(date.min) == far.unplaced(date.max) == ()
    assert far.between(date.min, date(2, 1, 1)) == far.between(date.min, date.min + 365 * DAY)
    assert far.between(last - DAY, last) == far.between(date.max, date.max) == ()
    assert list(far.after(last)) == []
    for end in (timezone(14 * HOUR), timezone(-12 * HOUR)):
        assert list(far.after(last.replace(tzinfo=end))) == []
        assert far.between(first.replace(tzinfo=end), first.replace(tzinfo=end)) == ()
    assert (start <= date(9998, 12, 31)) == bool(list(islice(far.after(first), 1)))


def test_a_plan_is_expanded_up_to_a_limit() -> None:
    """Two years of days can be asked at once, wherever they start, and no more."""
    rare = attrs.evolve(WALK, frequency=Frequency(days=Dates(START)))
    of_days = plan(of(rare, WALK), start=START, calendar=WINNIPEG)
    later = START + 100 * DAY
    last = later + (EXPANDED_DAYS - 1) * DAY
    reason = f"expected at most {EXPANDED_DAYS} days, got {EXPANDED_DAYS + 1}"

    assert len(of_days.between(later, last)) == 2 * EXPANDED_DAYS
    assert of_days.between(START, later) == of_days.between(date.min, later)
    with pytest.raises(LimitError) as caught:
        of_days.between(later, last + DAY)
    assert reason == caught.value.reason


def test_sessions_are_listed_up_to_a_limit() -> None:
    """No more sessions than the limit are listed, on however few days."""
    often = attrs.evolve(WALK, dose=Dose(Timed(seconds(1))), frequency=per_day(60))
    of_days = plan(of(often), start=START, calendar=WINNIPEG)

    with pytest.raises(LimitError) as caught:
        of_days.between(START, START + 400 * DAY)
    assert f"expected at most {EXPANDED_SESSIONS} sessions" == caught.value.reason


RX = of(WALK)
EARLIEST = datetime.min.replace(tzinfo=timezone(HOUR))
AT_NOON = datetime(2026, 11, 23, 12)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("given", "path", "reason"),
    [
        ({"prescription": WALK}, "prescription", "expected a Prescription, got Item("),
        ({"start": AT_NOON}, "start", "expected a date without a time, got datetime"),
        ({"start": "2026-11-23"}, "start", "expected a date, got '2026-11-23'"),
        ({"calendar": "UTC"}, "calendar", "expected a Calendar, such as Calendar('Europe/Berlin')"),
        ({"now": AT_NOON}, "now", "expected a datetime with a time zone, got datetime"),
        ({"now": START}, "now", "expected a datetime with a time zone, got datetime.date"),
        ({"now": EARLIEST}, "now", "expected an instant in the years 1 to 9999, got datetime"),
        ({"affected": Side.BOTH}, "affected", "expected left or right, or unsaid"),
        ({"affected": Side.AFFECTED}, "affected", "expected left or right, or unsaid"),
        ({"choice": Within.LEAST}, "choice", "expected a Choice, such as Choice("),
        ({"assumptions": Choice()}, "assumptions", "expected Assumptions, such as Assumptions("),
    ],
)
def test_a_wrong_argument_is_named(given: dict[str, Any], path: str, reason: str) -> None:
    """A plan says which of its arguments is of a wrong kind, and what it expects."""
    arguments: dict[str, Any] = {"prescription": RX, "start": START, "calendar": WINNIPEG, **given}

    with pytest.raises(ModelError) as caught:
        plan(arguments.pop("prescription"), **arguments)
    assert path == caught.value.path
    assert caught.value.reason.startswith(reason)


def test_a_plan_has_a_policy() -> None:
    """A plan that is made directly is given a whole policy."""
    wrong: Any = Choice()

    with pytest.raises(ModelError) as caught:
        Plan(prescription=RX, start=START, calendar=WINNIPEG, policy=wrong)
    assert caught.value.path == "policy"


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda made: made.on(AT_NOON), id="on"),
        pytest.param(lambda made: made.on("2026-11-23"), id="on text"),
        pytest.param(lambda made: made.unplaced(AT_NOON), id="unplaced"),
        pytest.param(lambda made: made.between(START, AT_NOON), id="between"),
        pytest.param(lambda made: made.between(None, START), id="between nothing"),
        pytest.param(lambda made: made.after(AT_NOON), id="after"),
        pytest.param(lambda made: made.after(START), id="after a date"),
    ],
)
def test_a_wrong_question_is_refused_at_once(ask: Callable[[Plan], object]) -> None:
    """Dates and instants with a zone are told apart wherever a plan is asked."""
    made = plan(RX, start=START, calendar=WINNIPEG)

    with pytest.raises(ModelError):
        ask(made)


def test_the_affected_side_is_known_to_the_plan() -> None:
    """The affected side stays a word until the plan is told which one it is."""
    stretch = Item("Stretch", Dose(Hold(seconds(10)), sides=EachSide(first=Side.AFFECTED)))
    word = plan(of(stretch), start=START, calendar=WINNIPEG)
    known = plan(of(stretch), start=START, calendar=WINNIPEG, affected=Side.RIGHT)

    assert sides(word) == [None, Side.AFFECTED, Side.UNAFFECTED, Side.UNAFFECTED]
    assert sides(known) == [None, Side.RIGHT, Side.LEFT, Side.LEFT]


def sides(of: Plan) -> list[Side | None]:
    """The sides of each step of a plan's first session."""
    return [step.side for step in of.on(START)[0].timeline]


def test_the_planner_has_a_version() -> None:
    """A plan's rules can say by which planner they are meant."""
    assert PLANNER >= 1


def test_times_a_day_follow_the_choice() -> None:
    """Which end of "2 to 4 times a day" is planned is a choice, and never changes the words."""
    often = attrs.evolve(WALK, frequency=per_day(2, 4))
    counts = {
        within: len(
            plan(of(often), start=START, calendar=WINNIPEG, choice=Choice(bouts=within)).on(START)
        )
        for within in Within
    }

    assert counts == {Within.LEAST: 2, Within.MIDDLE: 3, Within.GREATEST: 4}


def test_a_start_is_prescribed_or_found() -> None:
    """A session at a clock time has a prescribed start; usual dinner times are assumed."""
    at_noon = Frequency(times=At(time(12)))
    at_dinner = Frequency(times=At(Anchor.DINNER))
    items = (
        Item("Walk", frequency=at_noon),
        Item("Stretch", frequency=at_dinner),
        Item("Squat", frequency=per_day(3)),
    )
    made = plan(Prescription("Day", Phase("", Routine("", items))), start=START, calendar=WINNIPEG)
    by_time = {f"{session.start:%H:%M}": session.basis for session in made.on(START)}

    assert by_time["12:00"] is Basis.PRESCRIBED
    assert by_time["18:30"] is Basis.ASSUMED
    assert Basis.ASSUMED in by_time.values()


@pytest.mark.parametrize("policy", [{"choice": 0}, {"assumptions": ()}, {"choice": False}])
def test_an_empty_policy_is_no_default(policy: dict[str, Any]) -> None:
    """Only what is not given stands for the default, not whatever is empty."""
    with pytest.raises(ModelError):
        plan(Prescription("Day", ()), start=START, calendar=WINNIPEG, **policy)


def test_an_empty_plan_ends_when_it_starts() -> None:
    """A plan without anything to do ends on its first day and has no session."""
    made = plan(Prescription("Nothing", ()), start=START, calendar=WINNIPEG)

    assert made.end == START
    assert next(made.after(datetime(2020, 1, 1, tzinfo=UTC)), None) is None


def test_reviews_are_told() -> None:
    """A review is no session, so the plan tells it among what it does not schedule."""
    rx = Prescription("Test", (), reviews=(Sessions(6), Sessions(1), weeks(4), date(2026, 12, 1)))
    of = plan(rx, start=date(2026, 11, 23), calendar=Calendar("Europe/Berlin"))

    assert [(each.path, each.name, each.reason) for each in of.unscheduled] == [
        ("reviews[0]", "review", "it is no session: after 6 sessions"),
        ("reviews[1]", "review", "it is no session: after 1 session"),
        ("reviews[2]", "review", "it is no session: after 4 weeks"),
        ("reviews[3]", "review", "it is no session: on 2026-12-01"),
    ]
