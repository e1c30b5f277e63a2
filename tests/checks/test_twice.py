"""Weeks that two spans share, and times of the day that lose the days around them."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from tests.checks.written import found, messages

from kinescript.checks import Severity
from kinescript.model import Dose, Item, Phase, Prescription, Reps, Routine, Span, weeks

WEEKS, DAYS = "ambiguous-weeks", "ambiguous-days"
ITEM = Item("A", Dose(Reps(10)))


def phases(*spans: str) -> str:
    """Write a phase for each span, with the same two exercises in each."""
    return "\n".join(f"phase {at}: {span}\n  A: 10\n  b: 10" for at, span in enumerate(spans))


TWICE = "A and 1 more are due twice in {}, which ends one span and begins the next"


@pytest.mark.parametrize(
    ("spans", "shared"),
    [
        (["weeks 1-2", "weeks 2-6", "weeks 6-12"], ["week 2", "week 6"]),
        (["weeks 2-6", "weeks 1-2"], ["week 2"]),
        (["days 1-3", "days 3-7"], ["day 3"]),
        (["months 1-2", "months 2-3"], ["month 2"]),
        (["weeks 1-2", "weeks 3-6"], []),
        (["weeks 0-2", "weeks 2-6"], []),
        (["weeks 1-6", "weeks 3-12"], []),
        (["week 1", "weeks 1-4"], []),
        (["weeks 1-4", "week 4"], []),
        (["weeks 1-2", "days 2-6"], []),
        (["weeks 1-2", "after 1 week for 5-6 weeks"], []),
        (["weeks 1-2", "after 1-2 weeks for 5 weeks"], []),
        (["weeks 1-2", "after 7 days for 5 weeks"], []),
        (["weeks 1-2", "after 1 week"], []),
        (["weeks 1-2", "for 5 weeks"], []),
        (["weeks 1-2", "until 2026-12-24"], []),
    ],
)
def test_a_week_at_the_border_is_in_both_spans(spans: list[str], shared: list[str]) -> None:
    """Phases that begin with the last week of another have it twice, if they mean numbers."""
    assert messages(WEEKS, phases(*spans)) == [TWICE.format(each) for each in shared]


SPELL = st.tuples(st.integers(1, 8), st.integers(1, 8)).filter(lambda each: each[0] <= each[1])


@given(SPELL, SPELL)
def test_only_the_border_is_ambiguous(one: tuple[int, int], other: tuple[int, int]) -> None:
    """Two spans are told of if one goes on from the last week of the other, and else never."""
    spans = [Span(weeks(last - first + 1), after=weeks(first - 1)) for first, last in (one, other)]
    rx = Prescription("Test", [Phase("", Routine("", ITEM), span=span) for span in spans])
    (a, b), (c, d) = one, other

    assert len(found(WEEKS, rx)) == (a < b == c < d) + (c < d == a < b)


def test_what_is_not_in_both_is_not_twice() -> None:
    """Only exercises of the same name are due twice, however they are spelled."""
    text = "phase 1: weeks 1-2\n  A: 10\n  B: 10\nphase 2: weeks 2-6\n  {}: 10"

    (finding,) = found(WEEKS, text.format("a"))
    assert (finding.path, finding.severity) == ("phases[1]", Severity.WARNING)
    assert finding.message.startswith("A is due twice in week 2")
    assert finding.hint.startswith("begin with week 3, or, if weeks elapse")
    assert found(WEEKS, text.format("C")) == []


def test_routines_and_items_have_borders_too() -> None:
    """The innermost span counts, and groups hide nothing."""
    text = """
phase All: weeks 1-12
  A: 10; weeks 1-2
  A: 15; weeks 2-6
  routine Early: weeks 1-3
    circuit: 2 rounds
      B: 10
  routine Late: weeks 3-6
    B: 10
"""
    assert [each.path for each in found(WEEKS, text)] == [
        "phases[0].routines[0].items[1]",
        "phases[0].routines[2]",
    ]


def test_phases_for_different_people_share_nothing() -> None:
    """Nobody does both of two phases that are for others."""
    text = "phase 1: weeks 1-2\n  for: young\n  A: 10\nphase 2: weeks 2-6\n  for: {}\n  A: 10"

    assert found(WEEKS, text.format("old")) == []
    assert found(WEEKS, text.format("young"))


MORNING = "phases[0].routines[0].items[0].frequency"


@pytest.mark.parametrize(
    ("around", "own", "is_lost"),
    [
        ("Mon Wed Fri", "morning", True),
        ("Mon Wed Fri", "2/day", True),
        ("Mon Wed Fri", "every 2 h", True),
        ("Mon Wed Fri", "30 min/day in 3 bouts", True),
        ("Mon Wed Fri", "through the day", True),
        ("3 days/week", "2/day", True),
        ("every 2 days", "2/day", True),
        ("2/day also on Mon, 1/day", "2/day", True),
        ("daily", "2/day", False),
        ("3/day", "2/day", False),
        ("Mon Wed Fri", "Mon, 2/day", False),
        ("Mon Wed Fri", "daily, 2/day", False),
        ("Mon Wed Fri", "2/day except Sun", False),
        ("Mon Wed Fri", '2/day, if "stiff"', False),
        ("Mon Wed Fri", "as needed", False),
        ("Mon Wed Fri", "2/day also on Mon, 1/day", False),
        ("Mon Wed Fri", "", False),
    ],
)
def test_times_alone_lose_the_days_around_them(around: str, own: str, *, is_lost: bool) -> None:
    """The nearest frequency counts, so one without days is done every day."""
    findings = found(
        DAYS, f"frequency: {around}\nA: 10; {own}" if own else f"frequency: {around}\nA: 10"
    )

    assert [(each.path, each.message) for each in findings] == [
        (MORNING, "A says times of the day and no days, so it is done every day")
    ][:is_lost]
    assert {each.severity for each in findings} <= {Severity.WARNING}


def test_routines_and_phases_lose_days_too() -> None:
    """Each level is compared with the nearest one around it that says how often."""
    text = """
frequency: 3 days/week
phase One: 2/day
  routine Two: Mon Wed
    A: 10; morning
    rest: 1 min
  routine: evening
    B: 10
phase:
  routine: evening
    C: 10
"""
    findings = found(DAYS, text)

    assert [each.path for each in findings] == [
        "phases[0].frequency",
        "phases[0].routines[0].items[0].frequency",
        "phases[1].routines[0].frequency",
    ]
    assert findings[0].message.startswith("One says")
    assert findings[2].message.startswith("the routine says")
    assert messages(DAYS, "frequency: 3 days/week\nphase: 2/day\n  A: 10")[0].startswith(
        "the phase"
    )
