"""Progressions: told once each, because a plan does not apply them."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from kinescript import (
    Action,
    Aspect,
    Band,
    Breaths,
    Calendar,
    Change,
    Direction,
    Distance,
    Dose,
    Duration,
    Exertion,
    Item,
    Load,
    Mass,
    Pace,
    Phase,
    Prescription,
    RepMax,
    Reps,
    Routine,
    Rule,
    Scale,
    Section,
    Sessions,
    Share,
    SymptomLimit,
    Target,
    Unit,
    Words,
    Zone,
    minutes,
    plan,
    seconds,
    testing,
    weeks,
)
from kinescript.model import DistanceUnit, Guide
from kinescript.model._told import time_words
from kinescript.plans._changes import change_words

UP = Direction.UP


def told(guide: Change, *others: Guide) -> list[tuple[str, str, str, str]]:
    """What the plan of a prescription with a guide at each level says of changes."""
    guides = (guide, *others)
    item = Item("A", Dose(Reps(10)), guides=guides)
    routine = Routine("", (item, Section(item)), guides=guides)
    rx = Prescription("Test", Phase("", routine, guides=guides), guides=guides)
    made = plan(rx, start=date(2026, 11, 23), calendar=Calendar("UTC"))
    return [
        (each.path, each.written, each.value, each.reason)
        for each in made.assumptions
        if each.subject == "change"
    ]


def test_changes_of_every_level_are_told_once() -> None:
    """Each says at its place that it is not applied; rules and limits are the person's."""
    stop = Rule("pain", Action.STOP)
    reason = "a plan has the dose that is prescribed to begin with"

    assert told(Change(Aspect.HOLD, seconds(30)), stop, SymptomLimit("pain")) == [
        (path, "hold to 30 s", "not applied", reason)
        for path in (
            "",
            "phases[0]",
            "phases[0].routines[0]",
            "phases[0].routines[0].items[0]",
            "phases[0].routines[0].items[1].parts[0]",
        )
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(Aspect.HOLD, seconds(30)), "hold to 30 s"),
        (Change([Aspect.SETS, Aspect.REPS], direction=UP), "sets and reps up"),
        (
            Change(Aspect.TIME, minutes(30), by=minutes(5), direction=UP, every=weeks(1)),
            "time up by 5 min to 30 min every 1 week",
        ),
        (
            Change(Aspect.REPS, by=1, direction=UP, every=Sessions(1)),
            "reps up by 1 every session",
        ),
        (
            Change(Aspect.LOAD, by=Load(2), direction=UP, every=Sessions(3)),
            "load up by 2 kg every 3 sessions",
        ),
        (
            Change(Aspect.LOAD, Load(5, Mass.POUND, each="hand")),
            "load to 5 lb each hand",
        ),
        (Change(Aspect.REPS, direction=UP, every=Words("as able")), "reps up as able"),
        (
            Change(Aspect.DAYS, after=weeks(2), when="pain-free", words="slowly"),
            "days after 2 weeks when pain-free slowly",
        ),
        (Change(Aspect.LOAD, Band("red")), "load to band red"),
        (Change(Aspect.LOAD, Exertion(7, Scale.RPE)), "load to rpe 7"),
        (Change(Aspect.LOAD, Share(80, "1RM")), "load to 80% of 1RM"),
        (Change(Aspect.LOAD, RepMax(8)), "load to 8 RM"),
        (Change(Aspect.SPEED, Zone(2, "5-zone")), "speed to zone 2 5-zone"),
        (Change(Aspect.SPEED, Target(120, Unit.BEATS)), "speed to 120 HR"),
        (Change(Aspect.SPEED, Pace(minutes(5))), "speed to 5 min per km"),
        (Change(Aspect.HOLD, Breaths(5)), "hold to 5 breaths"),
        (Change(Aspect.DISTANCE, Distance(5, DistanceUnit.KILOMETRE)), "distance to 5 km"),
        (Change(Aspect.RANGE, Words("full")), "range to full"),
    ],
)
def test_a_change_is_told_in_words(change: Change, words: str) -> None:
    """All that is written of it is in its words."""
    assert words == change_words(change)


@given(testing.guides())
def test_every_change_has_words(guide: Guide) -> None:
    """Whatever a change says, its words begin with what changes."""
    if isinstance(guide, Change):
        assert change_words(guide).startswith(guide.aspect[0].value)


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (seconds(0), "0 s"),
        (seconds(90), "90 s"),
        (seconds(0.5), "0.5 s"),
        (minutes(90), "90 min"),
        (minutes(0, 30), "0 to 30 min"),
        (minutes(2, None), "at least 2 min"),
        (minutes(None, 120), "up to 2 h"),
        (seconds(60, 90), "60 to 90 s"),
        (3_600_000, "1 h"),
        (timedelta(days=2) // timedelta(milliseconds=1), "48 h"),
    ],
)
def test_times_are_told_in_their_largest_whole_unit(length: Duration | int, words: str) -> None:
    """Hours and minutes are told as such where all of a length is whole in them."""
    assert words == time_words(length)
