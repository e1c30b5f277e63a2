"""Sessions in the weeks in which clocks change, in Winnipeg and Berlin."""

from collections.abc import Callable
from datetime import UTC, date, time, timedelta
from itertools import pairwise

import pytest

from kinescript import (
    Anchor,
    At,
    Busy,
    Calendar,
    Dose,
    Frequency,
    Item,
    Phase,
    Plan,
    Prescription,
    Routine,
    Session,
    Timed,
    Waking,
    minutes,
    per_day,
    plan,
)

DAY = timedelta(days=1)
WINNIPEG, BERLIN = "America/Winnipeg", "Europe/Berlin"
CHANGES = [
    pytest.param(WINNIPEG, date(2026, 11, 1), id="Winnipeg, autumn 2026"),
    pytest.param(WINNIPEG, date(2027, 3, 14), id="Winnipeg, spring 2027"),
    pytest.param(WINNIPEG, date(2027, 11, 7), id="Winnipeg, autumn 2027"),
    pytest.param(BERLIN, date(2026, 10, 25), id="Berlin, autumn 2026"),
    pytest.param(BERLIN, date(2027, 3, 28), id="Berlin, spring 2027"),
    pytest.param(BERLIN, date(2027, 10, 31), id="Berlin, autumn 2027"),
]
SHORT = Dose(Timed(minutes(10)))


def week(of: Plan, change: date) -> tuple[Session, ...]:
    """The sessions from three days before a change of clocks to three days after it."""
    return of.between(change - 3 * DAY, change + 3 * DAY)


def wall_times(sessions: tuple[Session, ...]) -> list[tuple[time, time]]:
    """When sessions start and end, on the clock."""
    return [(each.start.time(), each.end.time()) for each in sessions]


def assert_sound(sessions: tuple[Session, ...]) -> None:
    """Sessions exist, last as long as planned and do not overlap, measured in UTC."""
    for session in sessions:
        for moment in (session.start, session.end):
            assert moment == moment.astimezone(UTC).astimezone(moment.tzinfo)
            assert moment.fold == moment.astimezone(UTC).astimezone(moment.tzinfo).fold
        assert session.duration == session.end.astimezone(UTC) - session.start.astimezone(UTC)
    spans = [(each.start.astimezone(UTC), each.end.astimezone(UTC)) for each in sessions]
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def of(*items: Item) -> Prescription:
    """A prescription of one routine."""
    return Prescription("Test", Phase("", Routine("", items)))


@pytest.mark.parametrize(("zone", "change"), CHANGES)
@pytest.mark.parametrize("name", ["sciatica", "box_breathing", "strength_day"])
def test_wall_times_stay(
    example: Callable[[str], Prescription], name: str, zone: str, change: date
) -> None:
    """On the days around a change, sessions of the same items keep their wall times."""
    made = plan(example(name), start=date(2026, 1, 1), calendar=Calendar(zone))
    days = [made.on(change + by * DAY) for by in range(-3, 4)]
    usual = {tuple(wall_times(sessions)) for sessions in days if sessions}

    assert len(usual) == 1
    assert_sound(week(made, change))


@pytest.mark.parametrize(("zone", "change"), CHANGES)
def test_moments_in_the_night_exist_once(zone: str, change: date) -> None:
    """Every 20 minutes of the night, skipped and repeated hours among them, exists and is kept."""
    times = [time(hour, minute) for hour in range(5) for minute in (0, 20, 40)]
    night = Item("Night", Dose(Timed(minutes(5))), frequency=Frequency(times=At(times)))
    made = plan(of(night), start=date(2026, 1, 1), calendar=Calendar(zone))
    usual = made.on(change - DAY)

    assert_sound(week(made, change))
    assert times == [session.start.time() for session in usual]
    assert wall_times(usual) == wall_times(made.on(change + DAY))
    changed = [session.start.time() for session in made.on(change)]
    assert set(changed) <= set(times)


@pytest.mark.parametrize(
    ("zone", "day", "shown"),
    [
        (BERLIN, date(2027, 3, 28), "2027-03-28T03:30:00+02:00"),
        (BERLIN, date(2026, 10, 25), "2026-10-25T02:30:00+02:00"),
        (BERLIN, date(2027, 10, 31), "2027-10-31T02:30:00+02:00"),
        (WINNIPEG, date(2027, 3, 14), "2027-03-14T03:30:00-05:00"),
        (WINNIPEG, date(2026, 11, 1), "2026-11-01T02:30:00-06:00"),
    ],
)
def test_half_past_two(zone: str, day: date, shown: str) -> None:
    """A moment that clocks skip comes an hour later, and one that they show twice is the first."""
    night = Item("Night", SHORT, frequency=Frequency(times=At(time(2, 30))))
    (session,) = plan(of(night), start=day, calendar=Calendar(zone)).on(day)

    assert shown == session.start.isoformat()
    assert f"{night.exercise.name.casefold()}/1" in session.id


def test_a_skipped_moment_that_falls_on_another_is_told() -> None:
    """Of moments that a change of clocks makes one, one is done and the other reported."""
    times = Frequency(times=At((time(2, 30), time(3, 30))))
    night = Item("Night", SHORT, frequency=times)
    made = plan(of(night), start=date(2027, 3, 27), calendar=Calendar(BERLIN))

    assert [len(made.on(date(2027, 3, day))) for day in (27, 28, 29)] == [2, 1, 2]
    assert [each.reason for each in made.unplaced(date(2027, 3, 28))] == [
        "the same exercise is due then at 03:30"
    ]


@pytest.mark.parametrize(("zone", "change"), CHANGES)
@pytest.mark.parametrize("hours", [(22, 7), (0, 6), (1, 23), (2, 3), (3, 2)])
def test_waking_hours_may_hold_the_change(zone: str, change: date, hours: tuple[int, int]) -> None:
    """Who is up while clocks change has a shorter or longer day, in which all is sound."""
    waking = Waking(*map(time, hours))
    items = (Item("A", SHORT, frequency=per_day(3)), Item("B", SHORT, frequency=per_day(1)))
    made = plan(of(*items), start=date(2026, 1, 1), calendar=Calendar(zone, waking=waking))
    before, after = made.on(change - 3 * DAY), made.on(change + 3 * DAY)

    assert_sound(week(made, change))
    assert wall_times(before) == wall_times(after)
    for by in range(-3, 4):
        day = change + by * DAY
        bouts = sum(len(session.items) for session in made.on(day))
        assert bouts + sum(each.count for each in made.unplaced(day)) == 4


@pytest.mark.parametrize(("zone", "change"), CHANGES)
def test_ids_stay_over_a_change(zone: str, change: date) -> None:
    """A change of clocks gives no session another name, and none the name of another."""
    waking = Waking(time(0), time(23))
    at_bedtime = Frequency(times=At(Anchor.BEDTIME))
    items = (Item("A", SHORT, frequency=per_day(5)), Item("B", SHORT, frequency=at_bedtime))
    made = plan(of(*items), start=date(2026, 1, 1), calendar=Calendar(zone, waking=waking))
    names = [
        [session.id.split("/", 2)[2] for session in made.on(change + by * DAY)]
        for by in range(-1, 2)
    ]

    assert names[0] == names[1] == names[2]
    assert len({session.id for session in week(made, change)}) == 7 * len(names[0])


def test_busy_blocks_follow_the_clock() -> None:
    """What is in the way at noon is in the way at noon on each side of a change."""
    waking = Waking(time(1), time(13))
    often = Item("A", SHORT, frequency=per_day(6))
    calendar = Calendar(BERLIN, waking=waking, busy=Busy("Work", time(4), time(12)))
    made = plan(of(often), start=date(2026, 1, 1), calendar=calendar)
    for session in week(made, date(2027, 3, 28)):
        assert session.end.time() <= time(4) or session.start.time() >= time(12)


def test_days_next_to_each_other_do_not_overlap() -> None:
    """A session past midnight has its time before what the next day starts with."""
    times = Frequency(times=At((time(0), time(23, 45))))
    walk = Item("Walk", Dose(Timed(minutes(30))), frequency=times)
    made = plan(of(walk), start=date(2027, 3, 7), calendar=Calendar(BERLIN))
    sessions = made.between(date(2027, 3, 8), date(2027, 3, 12))

    assert len(sessions) == 10
    assert all(
        first.end.astimezone(UTC) <= second.start.astimezone(UTC)
        for first, second in pairwise(sessions)
    )
