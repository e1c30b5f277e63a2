"""Totals that are not what their parts come to."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from tests.checks.written import found, messages

from kinescript.checks import Severity
from kinescript.model import (
    Budget,
    DaysPer,
    Dose,
    Frequency,
    Item,
    Phase,
    Prescription,
    Range,
    Reps,
    Routine,
    Timed,
    minutes,
)

CODE = "contradictory-total"
ITEM = "phases[0].routines[0].items[0]"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A: 30 min; 3 days/week, total 60 min/week", "“1 h a week” {} 90 min"),
        ("A: 10 min; 3/day, total 20 min/day", "“20 min a day” {} 30 min"),
        ("A: 20-30 min; 3 days/week, total 150 min/week", "“150 min a week” {} 60 to 90 min"),
        ("A: 20 min; 30 min/day in 3 bouts", "“30 min a day in 3 bouts” {} 1 h"),
        ("A: 5 km; 3 days/week, total 10 km/week", "“10 km a week” {} 15000 m"),
        ("A: 5 km; 3 days/week, total 30 km/week", "“30 km a week” {} 15000 m"),
        ("A: 20 kcal; 2/day, total 10 kcal/day", "“10 kcal a day” {} 40 kcal"),
        ("A: 600 steps; 2/day, total 3000 steps/day", "“3000 steps a day” {} 1200 steps"),
        ("A: 3 x 10; 3 days/week, total 200 reps/week", "“200 reps a week” {} 90 reps"),
        ("A: 3 x 10; 1/day, total 5-7 sets/day", "“5 to 7 sets a day” {} 3 sets"),
        ("A: 10 breaths; 2/day\n  aim: 5 breaths per day", "“5 breaths per day” {} 20 breaths"),
        ("A: hold 10 counts; 2/day\n  aim: 5 counts per day", "“5 counts per day” {} 20 counts"),
    ],
)
def test_a_total_is_compared_with_its_parts(text: str, message: str) -> None:
    """A total that the parts clearly miss is told with what they come to."""
    told = messages(CODE, text)

    assert told == [message.format("is written, but the parts come to")][: bool(message)]


@pytest.mark.parametrize(
    "text",
    [
        "A: 20-30 min; 3 days/week, total 60-90 min/week",
        "A: 20-30 min; 3 days/week, total at least 80 min/week",
        "A: 30 min; at least 3 days/week, total 150 min/week",
        "A: 30 min; up to 3 days/week, total 60 min/week",
        "A: 10 min; 30 min/day in 3 bouts",
        "A: 20 min; 30 min/day",
        "A: ?; daily, total 20 min/day",
        "A: 3 x 10, each side; 1/day, total 30 reps/day",
        "A: 3 x 10, each side; 1/day, total 60 reps/day",
        "A: 30 min; daily, total 10000 steps/day",
        "A: 30 min; daily, total 20 km/week",
        "A: 5 km; daily, total 10 min/week",
        "A: 5 km; daily, total 10 laps/week",
        "A: 25 throws; daily, total 10 throws/week",
        "A: 30 min; daily, total 10 h/2 weeks",
        'A: 30 min; daily, total 60 min/week, if "rested"',
        "A: 30 min; daily, total 60 min/week also on Mon, 2/day",
        "A: 3 x 10; daily\n  aim: 10 min",
        "A: 20 min\n  aim: 60 min per block",
        "A: 20 min\n  aim: 84 per session",
    ],
)
def test_what_is_not_determined_contradicts_nothing(text: str) -> None:
    """A total is told only if nothing that the parts can come to is near it."""
    assert messages(CODE, text) == []


@pytest.mark.parametrize(
    ("dose", "aim", "parts"),
    [
        ("3 x hold 30 s, rest 60 s", "10 min", "90 s, or 210 s with rest"),
        ("3 x hold 30 s, rest 60 s", "1 min", "90 s, or 210 s with rest"),
        ("3 x hold 30 s, rest 60 s", "90 s", ""),
        ("3 x hold 30 s, rest 60 s", "2 min", ""),
        ("3 x hold 30 s, rest 60 s", "210 s", ""),
        ("3 x hold 30 s", "10 min", ""),
        ("3 x hold 30 s", "1 min", "90 s"),
        ("hold 30 s", "1 min", "30 s"),
    ],
)
def test_rests_may_count(dose: str, aim: str, parts: str) -> None:
    """A total may leave out the rests, have them, or have some; unknown ones may be long."""
    told = messages(CODE, f"A: {dose}; daily\n  aim: {aim}")

    assert [each.partition("come to ")[2] for each in told] == [parts][: bool(parts)]


@given(st.integers(1, 60), st.integers(1, 7), st.integers(1, 500))
def test_a_tenth_more_or_less_is_near(length: int, days: int, total: int) -> None:
    """A weekly total is told if, and only if, it is more than about a tenth off."""
    often = Frequency(days=DaysPer(days), budget=Budget(minutes(total)))
    item = Item("A", Dose(Timed(minutes(length))), frequency=often)
    done = length * days
    is_off = total * 10 < done * 9 or done * 10 < total * 9

    assert bool(found(CODE, Prescription("Test", Phase("", Routine("", item))))) is is_off


def test_every_level_can_have_a_total() -> None:
    """What is written of a routine, phase or prescription is compared with all of its parts."""
    text = """
aim: 3 h
frequency: daily, total 5 h/day
phase One: daily, total 4 h/day
  aim: 2 h per day
  routine Two: daily, total 3 h/day
    aim: 90 min
    A: 10 min
    circuit: 2 rounds
      B: 10 min
        aim: 60 min
"""
    findings = found(CODE, text)

    assert {each.path for each in findings} >= {
        "phases[0].frequency",
        "phases[0].aims[0]",
        "phases[0].routines[0].frequency",
        "phases[0].routines[0].aims[0]",
        "phases[0].routines[0].items[1].parts[0].aims[0]",
    }
    assert {each.severity for each in findings} == {Severity.WARNING}


def test_a_routine_may_go_further_than_its_distances() -> None:
    """Of items in time nobody knows how far they are; only too many metres are too many."""
    text = "routine A: daily, total {}/day\n  Walk: 20 min\n  Run: 1 km"

    assert messages(CODE, text.format("10 km")) == []
    assert messages(CODE, text.format("500 m")) == [
        "“500 m a day” is written, but the parts come to 1000 m"
    ]


def test_a_reading_settles_a_contradiction() -> None:
    """Where another reading is recorded, somebody has seen it."""
    text = """
routine:
  aim: 60 min
  A: 20 min; daily, total 10 min/day
    reading: twenty
      reason: a guess
{}
"""
    other = "      or dose: 10 min"

    assert [each.path for each in found(CODE, text.format(""))] == [
        "phases[0].routines[0].aims[0]",
        f"{ITEM}.frequency",
    ]
    assert [each.path for each in found(CODE, text.format(other))] == [
        "phases[0].routines[0].aims[0]"
    ]
    routine = """
routine:
  aim: 60 min
  reading: an hour
    reason: a guess
    or frequency: 2/day
  A: 20 min
"""
    assert found(CODE, routine) == []
    assert found(CODE, routine.replace("    or frequency: 2/day\n", ""))


def test_an_enormous_total_is_not_spelled_out() -> None:
    """A number that nobody could read is cut."""
    often = Frequency(days=DaysPer(3), budget=Budget(Range(10**5000), what="reps"))
    item = Item("A", Dose(Reps(10)), frequency=often)

    assert messages(CODE, Prescription("Test", Phase("", Routine("", item)))) == [
        "“an enormous figure” is written, but the parts come to 30 reps"
    ]
