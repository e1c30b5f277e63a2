"""A person's calendar: zone, waking hours, anchors and busy blocks."""

from collections.abc import Iterable
from datetime import UTC, time
from random import Random
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from kinescript.agendas import DEFAULT_ANCHORS, DEFAULT_WAKING, Busy, Calendar, Waking
from kinescript.errors import ModelError
from kinescript.model import UNSAID, Anchor, EveryDay, Weekday, Weekdays
from kinescript.testing import calendars

Wrong: TypeAlias = Any

TIME = "a clock time without a zone, such as time(7, 30)"
ANCHORS = "anchors with times, such as {Anchor.MORNING: time(8)}"
EARLY, LATE = time(5, 30), time(21)


def test_waking_hours_are_assumed_from_7_to_22() -> None:
    """A default changes only on purpose, because every plan that relies on it changes too."""
    assert Waking(time(7), time(22)) == Calendar("UTC").waking_hours


def test_every_anchor_has_a_time() -> None:
    """Each anchor is assumed at a time, and they follow each other as the anchors do."""
    told = "7:00 7:30 8:00 12:00 12:30 15:00 18:30 19:00 21:00 21:30"

    assert told.split() == [f"{at.hour}:{at.minute:02}" for at in DEFAULT_ANCHORS.values()]
    assert list(Anchor) == list(DEFAULT_ANCHORS)
    assert sorted(DEFAULT_ANCHORS.values()) == list(DEFAULT_ANCHORS.values())


def test_anchors_fall_into_the_waking_hours() -> None:
    """No anchor is assumed while the person is assumed to be asleep."""
    at = DEFAULT_ANCHORS.values()

    assert all(DEFAULT_WAKING.start <= each < DEFAULT_WAKING.end for each in at)
    assert DEFAULT_ANCHORS[Anchor.WAKING] == DEFAULT_WAKING.start


@given(calendars())
def test_the_zone_exists(calendar: Calendar) -> None:
    """A calendar's zone is one that the zone database has."""
    assert ZoneInfo(calendar.zone).key == calendar.zone


@given(calendars())
def test_what_a_calendar_says_is_not_assumed(calendar: Calendar) -> None:
    """Waking hours and anchors are the calendar's own where it has them."""
    said = dict(calendar.anchors)

    assert calendar.waking_hours == (
        DEFAULT_WAKING if calendar.waking is UNSAID else calendar.waking
    )
    assert all(calendar.time_of(anchor) == at for anchor, at in said.items())
    assert all(
        calendar.time_of(anchor) == DEFAULT_ANCHORS[anchor]
        for anchor in set(Anchor) - set(said)
        if calendar.waking is UNSAID
    )


@given(calendars(), st.sampled_from(Anchor))
def test_an_assumed_anchor_lies_in_the_waking_hours(calendar: Calendar, anchor: Anchor) -> None:
    """Nobody is asked to exercise in their sleep by an anchor that the calendar does not set."""
    if not calendar.says(anchor):
        assert calendar.waking_hours.covers(calendar.time_of(anchor))


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        (Anchor.WAKING, time(10)),
        (Anchor.MORNING, time(11, 4)),
        (Anchor.MIDDAY, time(12)),
        (Anchor.NIGHT, time(21)),
        (Anchor.BEDTIME, time(1, 28)),
    ],
)
def test_anchors_follow_the_waking_hours(anchor: Anchor, expected: time) -> None:
    """Who is up from 10:00 to 02:00 has no morning at 08:00; noon stays noon."""
    assert expected == Calendar("UTC", waking=Waking(time(10), time(2))).time_of(anchor)


@pytest.mark.parametrize(
    ("expected", "calendar"),
    [
        (time(7), Calendar("UTC")),
        (EARLY, Calendar("UTC", waking=Waking(EARLY, LATE))),
        (time(6), Calendar("UTC", waking=Waking(EARLY, LATE), anchors={Anchor.WAKING: time(6)})),
        (time(6), Calendar("UTC", anchors={Anchor.WAKING: time(6)})),
    ],
    ids=["assumed", "waking hours", "both", "anchor"],
)
def test_waking_is_when_the_waking_hours_start(expected: time, calendar: Calendar) -> None:
    """The anchor "waking" follows the waking hours unless it has a time of its own."""
    assert expected == calendar.time_of(Anchor.WAKING)


@given(st.dictionaries(st.sampled_from(Anchor), st.times()), st.randoms())
def test_anchors_are_a_mapping_or_pairs(at: dict[Anchor, time], chance: Random) -> None:
    """However anchors are given, they are kept in the order of the day."""
    pairs = list(at.items())
    chance.shuffle(pairs)

    assert Calendar("UTC", anchors=at) == Calendar("UTC", anchors=pairs)
    assert tuple(anchor for anchor in Anchor if anchor in at) == tuple(
        anchor for anchor, _ in Calendar("UTC", anchors=pairs).anchors
    )


def test_one_busy_block_needs_no_list() -> None:
    """A busy block may be given alone, and is on every day unless said."""
    work = Busy("Work", time(9), time(17), days=EveryDay())

    assert Calendar("UTC", busy=[work]) == Calendar("UTC", busy=Busy("Work", time(9), time(17)))


def test_busy_blocks_keep_their_days() -> None:
    """A busy block can be tied to weekdays."""
    days = Weekdays([Weekday.FRI, Weekday.MON])

    assert Weekdays([Weekday.MON, Weekday.FRI]) == Busy("Work", EARLY, LATE, days=days).days


@pytest.mark.parametrize(
    ("zone", "reason"),
    [
        ("Europe/Berln", "unknown time zone 'Europe/Berln': did you mean 'Europe/Berlin'?"),
        ("Winnipeg", "unknown time zone 'Winnipeg': did you mean 'America/Winnipeg'?"),
        ("new york", "unknown time zone 'new york': did you mean 'America/New_York'?"),
        ("", "unknown time zone '': expected a name such as 'Europe/Berlin'"),
        ("+01:00", "unknown time zone '+01:00': expected a name such as 'Europe/Berlin'"),
        (
            "../../etc/passwd",
            "unknown time zone '../../etc/passwd': expected a name such as 'Europe/Berlin'",
        ),
        ("UTC\0", "unknown time zone 'UTC\\x00': did you mean 'UTC'?"),
        (
            "z" * 10**5,
            f"unknown time zone '{'z' * 56}...: expected a name such as 'Europe/Berlin'",
        ),
        (
            "a/" * 10**5,
            f"unknown time zone '{'a/' * 28}...: expected a name such as 'Europe/Berlin'",
        ),
        (5, "expected the name of a time zone, such as 'Europe/Berlin', got 5"),
        (None, "expected the name of a time zone, such as 'Europe/Berlin', got None"),
    ],
    ids=[
        "misspelt",
        "city",
        "spaced",
        "empty",
        "offset",
        "path",
        "null",
        "long",
        "deep",
        "number",
        "none",
    ],
)
def test_an_unknown_zone_is_refused(zone: Wrong, reason: str) -> None:
    """The error suggests the nearest name, if one is near."""
    with pytest.raises(ModelError) as caught:
        Calendar(zone)

    assert ("zone", reason) == (caught.value.path, caught.value.reason)


@pytest.mark.parametrize(
    "zone",
    [
        "localtime",
        "LOCALTIME",
        "posixrules",
        "Factory",
        "right/UTC",
        "posix/Europe/Berlin",
    ],
)
def test_a_zone_of_the_machine_is_refused(zone: str) -> None:
    """A name that means another time on another machine, or is not there, is no zone."""
    with pytest.raises(ModelError) as caught:
        Calendar(zone)

    assert f"unknown time zone '{zone}': " in caught.value.reason
    assert f"mean '{zone}'" not in caught.value.reason


@pytest.mark.parametrize("zone", ["Europe", "America/Argentina"])
def test_a_region_is_no_zone(zone: str) -> None:
    """A folder of the zone database is refused like any unknown name."""
    with pytest.raises(ModelError, match=f"zone: unknown time zone '{zone}': "):
        Calendar(zone)


@pytest.mark.parametrize(
    ("path", "reason", "given_as"),
    [
        ("waking", "expected Waking(time(7), time(22)) or UNSAID, got None", {"waking": None}),
        ("anchors", f"expected {ANCHORS}, got 5", {"anchors": 5}),
        ("anchors", f"expected {ANCHORS}, got 'morning'", {"anchors": "morning"}),
        (
            'anchors["morning"]',
            "expected an Anchor such as Anchor.MORNING, got 'morning'",
            {"anchors": {"morning": time(8)}},
        ),
        ("anchors[morning]", f"expected {TIME}, got '8:00'", {"anchors": {Anchor.MORNING: "8:00"}}),
        ("busy", "expected a Busy block, got 'work'", {"busy": "work"}),
        ("busy[0]", "expected a Busy block, got 'work'", {"busy": ["work"]}),
    ],
)
def test_what_is_no_calendar_is_refused(path: str, reason: str, given_as: dict[str, Wrong]) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    with pytest.raises(ModelError) as caught:
        Calendar("UTC", **given_as)

    assert (path, reason) == (caught.value.path, caught.value.reason)


def test_every_bad_anchor_is_named() -> None:
    """All anchors that fall at no clock time are told at once."""
    anchors: Wrong = {Anchor.MORNING: 8, Anchor.MIDDAY: time(12), Anchor.LUNCH: 9}

    with pytest.raises(ModelError) as caught:
        Calendar("UTC", anchors=anchors)

    assert [
        ("anchors[morning]", f"expected {TIME}, got 8"),
        ("anchors[lunch]", f"expected {TIME}, got 9"),
    ] == [(problem.path, problem.reason) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("path", "reason", "given_as"),
    [
        ("name", "expected a text that is not empty, got ''", ("", EARLY, LATE)),
        ("start", f"expected {TIME}, got 9", ("Work", 9, LATE)),
        (
            "end",
            f"expected {TIME}, got datetime.time(9, 0, tzinfo=datetime.timezone.utc)",
            ("Work", EARLY, time(9, tzinfo=UTC)),
        ),
    ],
)
def test_what_is_no_busy_block_is_refused(
    path: str, reason: str, given_as: Iterable[Wrong]
) -> None:
    """A busy block has a name and two clock times without a zone."""
    with pytest.raises(ModelError) as caught:
        Busy(*given_as)

    assert (path, reason) == (caught.value.path, caught.value.reason)


def test_busy_days_are_days() -> None:
    """A weekday by itself is not taken for the days of a busy block."""
    days: Wrong = Weekday.MON

    with pytest.raises(ModelError) as caught:
        Busy("Work", EARLY, LATE, days=days)

    assert caught.value.path == "days"
    assert caught.value.reason == (
        "expected EveryDay(), Weekdays(...) or Dates(...), got Weekday.MON"
    )
