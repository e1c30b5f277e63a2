"""One date of a calendar: its waking hours, what is busy and when moments fall."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given, strategies as st

from kinescript.agendas import Block, Busy, Calendar, Waking, falls_on, waking_day
from kinescript.errors import PlanError
from kinescript.model import UNSAID, Anchor, Dates, Days, EveryDay, Weekday, Weekdays
from kinescript.testing import calendars

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MILLISECOND = timedelta(milliseconds=1)
MONDAY = date(2026, 11, 23)
BERLIN, WINNIPEG = "Europe/Berlin", "America/Winnipeg"
SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)

CHANGES = (SPRING, AUTUMN, date(2027, 3, 14), date(2026, 11, 1), date(2027, 10, 31))


def dates() -> st.SearchStrategy[date]:
    """Dates, many of them near a change of clocks somewhere."""
    near = st.builds(lambda day, by: day + by * DAY, st.sampled_from(CHANGES), st.integers(-1, 1))
    return near | st.dates(date(2026, 1, 1), date(2027, 12, 31))


def moments() -> st.SearchStrategy[time]:
    """Clock times to the minute, many of them in the hours in which clocks change."""
    early = st.builds(time, st.integers(0, 3), st.integers(0, 59))
    return early | st.builds(time, st.integers(0, 23), st.integers(0, 59))


def rfc_instant(day: date, at: time, zone: str) -> datetime:
    """The instant of a clock time as RFC 5545, 3.3.5, has it, found by trying offsets."""
    shown = datetime.combine(day, at)

    def offset(moment: datetime) -> timedelta:
        return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).utcoffset() or timedelta(0)

    before, after = offset(shown - DAY), offset(shown + DAY)
    fitting = [each for each in (before, after) if offset(shown - each) == each]
    return (shown - max(fitting, default=before)).replace(tzinfo=UTC)


def span(day: date, start: time, end: time, zone: str) -> tuple[datetime, datetime]:
    """From one clock time to the next time that clocks show the other."""
    last = day if end > start else day + DAY
    return rfc_instant(day, start, zone), rfc_instant(last, end, zone)


@given(calendars(), dates())
def test_a_day_lasts_from_waking_to_the_end_of_the_waking_hours(
    calendar: Calendar, day: date
) -> None:
    """Waking is an instant and the length elapsed time, also where clocks change between."""
    hours = calendar.waking_hours
    start, end = span(day, hours.start, hours.end, calendar.zone)
    found = waking_day(calendar, day)

    assert (calendar, day, start) == (found.calendar, found.date, found.waking)
    assert (end - start) // MILLISECOND == found.length


@given(calendars(), dates(), moments())
def test_moments_belong_to_the_day_of_waking(calendar: Calendar, day: date, at: time) -> None:
    """A clock time after midnight, but within the waking hours, belongs to the day before."""
    hours = calendar.waking_hours
    is_tomorrow = hours.end <= hours.start and at < hours.end
    found = waking_day(calendar, day)
    elapsed = rfc_instant(day + DAY if is_tomorrow else day, at, calendar.zone) - found.waking

    assert elapsed // MILLISECOND == found.offset_of(at)


@pytest.mark.parametrize(
    ("at", "minutes"),
    [(time(22), 0), (time(0), 120), (time(6, 59), 539), (time(7), -900), (time(21, 59), -1)],
)
def test_the_end_of_the_night_belongs_to_its_own_date(at: time, minutes: int) -> None:
    """Waking hours end just before their end: what falls on it has the date it is shown with."""
    night = waking_day(Calendar(BERLIN, waking=Waking(time(22), time(7))), MONDAY)

    assert minutes * 60_000 == night.offset_of(at)


@given(calendars(), dates(), st.sampled_from(Anchor))
def test_anchors_fall_when_the_calendar_says(calendar: Calendar, day: date, anchor: Anchor) -> None:
    """An anchor falls at the clock time that the calendar has for it."""
    found = waking_day(calendar, day)

    assert found.offset_of(calendar.time_of(anchor)) == found.offset_of(anchor)


@given(calendars(), dates(), st.integers(-(10**8), 10**8))
def test_offsets_are_elapsed_time(calendar: Calendar, day: date, offset: int) -> None:
    """An offset is so many milliseconds after waking, and shown on the calendar's clock."""
    found = waking_day(calendar, day)
    local = found.local(offset)

    assert local.astimezone(UTC) - found.waking == offset * MILLISECOND
    assert local.tzinfo == ZoneInfo(calendar.zone)


def busy_at(calendar: Calendar, moment: datetime) -> bool:
    """Whether a block of any day near it is under way at an instant."""
    near = [moment.date() + by * DAY for by in range(-3, 4)]
    spans = [
        span(day, busy.start, busy.end, calendar.zone)
        for busy in calendar.busy
        for day in near
        if falls_on(busy.days, day)
    ]
    return any(start <= moment < end for start, end in spans)


@given(calendars(), dates(), st.integers(0, 24 * 60))
def test_what_is_busy_is_in_the_way(calendar: Calendar, day: date, minute: int) -> None:
    """At any instant of the day there is a block if and only if the person is busy then."""
    found = waking_day(calendar, day)
    at = minute * 60_000
    if at < found.length:
        blocked = any(block.start <= at < block.end for block in found.busy)

        assert busy_at(calendar, found.waking + at * MILLISECOND) == blocked


@given(calendars(), dates())
def test_blocks_are_in_order(calendar: Calendar, day: date) -> None:
    """What is busy comes in order of time, each block under its name."""
    blocks = waking_day(calendar, day).busy

    assert sorted(blocks, key=lambda block: (block.start, block.end)) == list(blocks)
    assert {block.name for block in blocks} <= {busy.name for busy in calendar.busy}


Hours = TypeVar("Hours", Waking, Busy)


def folded(hours: Hours) -> Hours:
    """Equal hours, with times that are written as the second ones of a fold."""
    return attrs.evolve(hours, start=hours.start.replace(fold=1), end=hours.end.replace(fold=1))


@given(calendars(), dates())
def test_a_day_does_not_depend_on_the_fold_of_its_times(calendar: Calendar, day: date) -> None:
    """Equal calendars have equal days: a time written with a fold is the same time."""
    waking = folded(calendar.waking_hours)
    calendar = attrs.evolve(calendar, waking=calendar.waking_hours)
    other = attrs.evolve(calendar, waking=waking, busy=map(folded, calendar.busy))

    assert calendar == other
    assert waking_day(calendar, day) == waking_day(other, day)


@pytest.mark.parametrize(
    ("zone", "day", "at", "shown"),
    [
        pytest.param(BERLIN, SPRING, time(2, 30), "03:30:00+02:00", id="gap"),
        pytest.param(BERLIN, SPRING, time(2), "03:00:00+02:00", id="start of a gap"),
        pytest.param(BERLIN, SPRING, time(3), "03:00:00+02:00", id="end of a gap"),
        pytest.param(BERLIN, SPRING, time(1, 59), "01:59:00+01:00", id="before a gap"),
        pytest.param(BERLIN, AUTUMN, time(2, 30), "02:30:00+02:00", id="fold"),
        pytest.param(BERLIN, AUTUMN, time(2, 30, fold=1), "02:30:00+02:00", id="written as second"),
        pytest.param(BERLIN, AUTUMN, time(3), "03:00:00+01:00", id="end of a fold"),
        pytest.param(WINNIPEG, date(2027, 3, 14), time(2, 30), "03:30:00-05:00", id="gap west"),
        pytest.param(WINNIPEG, date(2026, 11, 1), time(1, 30), "01:30:00-05:00", id="fold west"),
        pytest.param("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "02:45:00+11:00"),
    ],
)
def test_times_that_clocks_skip_or_repeat(zone: str, day: date, at: time, shown: str) -> None:
    """A skipped time is read with the offset before the gap; a repeated one is the first."""
    found = waking_day(Calendar(zone), day)
    local = found.local(found.offset_of(at))

    assert f"{day}T{shown}" == local.isoformat()
    assert local == local.astimezone(UTC).astimezone(local.tzinfo)


@pytest.mark.parametrize(
    ("zone", "day", "waking", "hours"),
    [
        pytest.param(BERLIN, MONDAY, Waking(time(7), time(22)), 15, id="day"),
        pytest.param(BERLIN, MONDAY, Waking(time(22), time(7)), 9, id="night"),
        pytest.param(BERLIN, MONDAY, Waking(time(6), time(6)), 24, id="all day"),
        pytest.param(BERLIN, SPRING - DAY, Waking(time(22), time(7)), 8, id="night with a gap"),
        pytest.param(BERLIN, AUTUMN - DAY, Waking(time(22), time(7)), 10, id="night with a fold"),
        pytest.param(BERLIN, SPRING, Waking(time(1), time(12)), 10, id="day with a gap"),
        pytest.param(BERLIN, AUTUMN, Waking(time(1), time(12)), 12, id="day with a fold"),
        pytest.param(BERLIN, SPRING, Waking(time(2), time(3)), 0, id="in a gap"),
        pytest.param("Asia/Kathmandu", SPRING, Waking(time(0), time(23)), 23, id="no change"),
    ],
)
def test_how_long_a_waking_day_is(zone: str, day: date, waking: Waking, hours: int) -> None:
    """Waking hours may end on the next day, and change of clocks makes them longer or shorter."""
    found = waking_day(Calendar(zone, waking=waking), day)

    assert hours * HOUR == found.length * MILLISECOND


NIGHT = Waking(time(22), time(7))


@pytest.mark.parametrize(
    ("waking", "busy", "blocks"),
    [
        pytest.param(UNSAID, Busy("x", time(12), time(13)), {(5, 6)}, id="at noon"),
        pytest.param(UNSAID, Busy("x", time(21), time(9)), {(-10, 2), (14, 26)}, id="at night"),
        pytest.param(
            UNSAID,
            Busy("x", time(21), time(9), days=Weekdays(Weekday.SUN)),
            {(-10, 2)},
            id="since the day before",
        ),
        pytest.param(
            UNSAID,
            Busy("x", time(21), time(9), days=Weekdays(Weekday.MON)),
            {(14, 26)},
            id="until the day after",
        ),
        pytest.param(
            NIGHT, Busy("x", time(2), time(3), days=Dates(MONDAY + DAY)), {(4, 5)}, id="tomorrow"
        ),
        pytest.param(NIGHT, Busy("x", time(2), time(3), days=Dates(MONDAY)), set(), id="past"),
        pytest.param(
            NIGHT, Busy("x", time(2), time(3), days=Dates(MONDAY - DAY)), set(), id="long past"
        ),
    ],
)
def test_blocks_across_midnight(waking: Waking, busy: Busy, blocks: set[tuple[int, int]]) -> None:
    """A block belongs to the day on which it starts, and is in the way where it reaches to."""
    found = waking_day(Calendar(BERLIN, waking=waking, busy=busy), MONDAY)
    hours = 3_600_000
    near = {Block(start * hours, end * hours, "x") for start, end in blocks}

    assert near == {each for each in found.busy if each.end > 0 and each.start < found.length}


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_time_have_no_day(day: date) -> None:
    """A date whose neighbours do not exist is refused by name."""
    calendar = Calendar("Pacific/Apia", waking=NIGHT, busy=Busy("x", time(1), time(2)))
    reason = f"expected a date that clocks can show in Pacific/Apia, got {day}"

    with pytest.raises(PlanError) as caught:
        waking_day(calendar, day)

    assert reason == caught.value.reason


@given(dates())
def test_every_day_is_every_day(day: date) -> None:
    """Every day, and days that are unsaid, include all dates."""
    assert falls_on(EveryDay(), day)
    assert falls_on(UNSAID, day)


@given(dates(), st.sets(st.sampled_from(Weekday), min_size=1))
def test_weekdays_come_back_each_week(day: date, weekdays: set[Weekday]) -> None:
    """Of any seven days in a row as many are included as there are weekdays."""
    week = [day + by * DAY for by in range(7)]

    assert [weekday for each in week if (weekday := list(Weekday)[each.weekday()]) in weekdays] == [
        Weekday.of(each) for each in week if falls_on(Weekdays(weekdays), each)
    ]


@given(st.lists(dates(), min_size=1), dates())
def test_dates_are_no_others(of: list[date], day: date) -> None:
    """Dates include themselves only."""
    days: Days = Dates(of)

    assert all(falls_on(days, each) for each in of)
    assert falls_on(days, day) == (day in of)
