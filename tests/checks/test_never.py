"""What is never done: outside of its time, on no day, or picked from too few."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st
from tests.checks.written import found, messages

from kinescript.checks import Severity
from kinescript.model import (
    UNSAID,
    Between,
    Covers,
    Dose,
    Item,
    Phase,
    Pick,
    Prescription,
    Range,
    Reps,
    Routine,
    Span,
    Until,
    days,
    months,
    weeks,
)

TIME, LATE, PICK = "impossible-time", "ambiguous-start", "impossible-pick"
DOSE = Dose(Reps(10))


def prescribed(inner: Covers, *around: Covers) -> Prescription:
    """Make phases that follow one another, with an item that has a span in the last one."""
    before = [Phase("", (), span=span) for span in around[:-1]]
    last = Phase("", Routine("", Item("A", DOSE, span=inner)), span=around[-1])
    return Prescription("Test", (*before, last))


OCTOBER = Between(date(2026, 10, 1), date(2026, 10, 31))
FREE = Until("free of pain", weeks(2))


@pytest.mark.parametrize(
    ("inner", "around", "is_never"),
    [
        (Span(weeks(3), after=weeks(5)), [Span(weeks(2))], True),
        (Span(weeks(1), after=weeks(2)), [Span(weeks(2))], True),
        (Span(weeks(1), after=weeks(1)), [Span(weeks(2))], False),
        (Span(weeks(3), after=weeks(5)), [Span(weeks(6, 8))], False),
        (Span(weeks(3), after=weeks(5)), [Span(weeks(2, None))], False),
        (Span(weeks(3), after=weeks(5)), [Span(weeks(None, 4))], True),
        (Span(weeks(3), after=weeks(5, 6)), [Span(weeks(2))], True),
        (Span(weeks(3), after=weeks(1, 6)), [Span(weeks(2))], False),
        (Span(weeks(3), after=weeks(None, 6)), [Span(weeks(2))], False),
        (Span(weeks(1), after=0), [Span(weeks(4)), Span(weeks(4))], True),
        (Span(weeks(5), after=0), [Span(weeks(4)), Span(weeks(4))], False),
        (Span(weeks(1), after=weeks(3)), [Span(weeks(3, 4)), Span(weeks(4))], False),
        (Span(weeks(1), after=weeks(11)), [Span(weeks(3, 9)), Span(weeks(4))], False),
        (Span(weeks(1), after=weeks(13)), [Span(weeks(3, 9)), Span(weeks(4))], True),
        (Span(weeks(1), after=weeks(30)), [Span(), Span(weeks(4))], False),
        (Span(weeks(1), after=weeks(30)), [Span(FREE), Span(weeks(4))], False),
        (Span(weeks(1), after=weeks(5)), [Span(FREE)], False),
        (Span(weeks(1)), [Span(weeks(2))], False),
        (Span(), [Span(weeks(2))], False),
        (Span(months(1), after=months(3)), [Span(months(3))], True),
        (Span(months(1), after=months(3)), [Span(weeks(13))], False),
        (Span(weeks(1), after=weeks(13)), [Span(months(3))], False),
        (Span(weeks(1), after=weeks(14)), [Span(months(3))], True),
        (Between(date(2026, 11, 1)), [OCTOBER], True),
        (Between(date(2026, 10, 31)), [OCTOBER], False),
        (Between(last=date(2026, 9, 30)), [OCTOBER], True),
        (Between(last=date(2026, 10, 1)), [OCTOBER], False),
        (Between(last=date(2026, 9, 30)), [Between(date(2026, 10, 1))], True),
        (Between(last=date(2026, 9, 30)), [Between(last=date(2026, 9, 1))], False),
        (Between(date(2026, 10, 1)), [OCTOBER, Span(weeks(1))], False),
        (Between(date(2026, 11, 8)), [OCTOBER, Span(weeks(1))], True),
        (Between(date(2026, 11, 8)), [Span(weeks(1))], False),
        (Span(weeks(1), after=weeks(30)), [OCTOBER], False),
    ],
)
def test_a_part_must_lie_in_its_phase(
    inner: Covers, around: list[Covers], *, is_never: bool
) -> None:
    """Something is never done if its time lies outside that around it, whatever ranges come to."""
    findings = found(TIME, prescribed(inner, *around))

    assert [each.message for each in findings] == [
        "A is never done: its time lies outside that of what is around it"
    ][:is_never]


SPELL = st.tuples(st.integers(0, 12), st.integers(1, 6))


@given(SPELL, SPELL)
def test_weeks_are_outside_of_weeks_that_they_do_not_share(
    own: tuple[int, int], around: tuple[int, int]
) -> None:
    """An item of whole weeks is never done if, and only if, no week is one of its phase."""
    (first, length), (start, long) = own, around
    shared = {*range(first, first + length)} & {*range(start, start + long)}
    inner, outer = Span(weeks(length), after=weeks(first)), Span(weeks(long), after=weeks(start))

    assert (found(TIME, prescribed(inner, outer)) == []) is bool(shared)


def test_a_routine_outside_is_told_once() -> None:
    """Where a whole routine is never done, its items are not told as well."""
    text = """
phase One: weeks 1-2
  routine Late: weeks 6-8
    A: 10
    B: 10; weeks 9-10
  routine Early: week 1
    C: 10; week 2
    section cool-down:
      D: 10
"""
    findings = found(TIME, text)

    assert [(each.path, each.severity) for each in findings] == [
        ("phases[0].routines[0]", Severity.ERROR),
        ("phases[0].routines[1].items[0]", Severity.ERROR),
    ]
    assert findings[0].message.startswith("Late is never done")
    assert messages(TIME, "phase A: weeks 1-2\n  routine: weeks 6-8\n    A: 10") == [
        "the routine is never done: its time lies outside that of what is around it"
    ]


def test_phases_for_some_start_when_those_for_others_do_not() -> None:
    """Something is outside only if it is so for everybody."""
    text = """
phase Young: for 2 weeks
  for: young
  A: 10
phase Old: for 8 weeks
  for: old
  A: 10
phase Both: for 2 weeks
  B: 10; {}
"""
    assert found(TIME, text.format("weeks 3-4")) == []
    assert found(TIME, text.format("weeks 9-10")) == []
    assert found(TIME, text.format("weeks 11-12"))
    dated = text.replace("phase Old: for 8 weeks", "phase Old: from 2026-10-01 until 2026-10-31")
    assert found(TIME, dated.format("weeks 11-12")) == []
    endless = text.replace("for 8 weeks", "from the start").format("weeks 11-12")
    assert found(TIME, endless) == []


def test_what_starts_as_its_time_ends_is_ambiguous() -> None:
    """A source that lets something start "at 12 weeks" of a phase to week 12 may mean either."""
    text = "phase A: weeks 7-12\n  A: 10; {}\n  routine Run: {}\n    B: 10"

    findings = found(LATE, text.format("after 12 weeks", "after 12 weeks"))

    assert [(each.path, each.severity) for each in findings] == [
        ("phases[0].routines[0].items[0]", Severity.WARNING),
        ("phases[0].routines[1]", Severity.WARNING),
    ]
    assert findings[0].message == "A starts just when what is around it ends, so it is never done"
    assert found(TIME, text.format("after 12 weeks", "after 12 weeks")) == []
    for outside in ("after 13 weeks", "week 13"):
        assert found(LATE, text.format(outside, outside)) == []
        assert len(found(TIME, text.format(outside, outside))) == 2


@pytest.mark.parametrize(
    ("often", "is_never"),
    [
        ("daily except Mon Tue Wed Thu Fri Sat Sun", True),
        ("3 days/week except Mon Tue Wed Thu Fri Sat Sun", True),
        ("Mon Wed except Mon, Wed", True),
        ("on 2026-11-23 except 2026-11-23", True),
        ("on 2026-11-23 except Mon", True),
        ("Mon Wed except Mon", False),
        ("on 2026-11-23, on 2026-11-24 except Mon", False),
        ("daily except Sun", False),
        ("3/day", False),
    ],
)
def test_some_day_must_be_left(often: str, *, is_never: bool) -> None:
    """A frequency that leaves out all of its days is never."""
    findings = found(TIME, f"A: 10; {often}")

    assert [(each.path, each.message) for each in findings] == [
        (
            "phases[0].routines[0].items[0].frequency",
            "no day is left: all of its days are left out",
        )
    ][:is_never]


@pytest.mark.parametrize(
    ("count", "is_too_many"),
    [
        (Range(5), True),
        (Range(3, None), True),
        (Range(3, 5), True),
        (Range(2, 5), False),
        (Range(None, 5), False),
        (Range(2), False),
        (UNSAID, False),
    ],
)
def test_no_more_can_be_picked_than_there_is(count: Range, *, is_too_many: bool) -> None:
    """Of two, five cannot be picked."""
    pick = Pick([Item("A", DOSE), Item("B", DOSE)], count)
    findings = found(PICK, Prescription("Test", Phase("", Routine("", pick))))

    assert [(each.path, each.severity) for each in findings] == [
        ("phases[0].routines[0].items[0]", Severity.ERROR)
    ][:is_too_many]


def test_days_without_a_week_are_the_least() -> None:
    """Days and weeks are compared exactly."""
    assert found(TIME, prescribed(Span(days(1), after=days(14)), Span(weeks(2))))
    assert not found(TIME, prescribed(Span(days(1), after=days(13)), Span(weeks(2))))
