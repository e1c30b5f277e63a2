"""Gaps and rests that have no room, and when a prescription tells to stop."""

from datetime import date, time

import pytest

from kinescript.checks import Finding, Severity, check
from kinescript.model import (
    UNSAID,
    Action,
    Aspect,
    At,
    Change,
    Circuit,
    Component,
    Cycle,
    Dates,
    DaysPer,
    Dose,
    EachSide,
    EveryDay,
    EveryDays,
    Frequency,
    Guide,
    Hold,
    Item,
    PerDay,
    Phase,
    Prescription,
    Range,
    Reps,
    Rest,
    Routine,
    Rule,
    Schedule,
    Section,
    Sets,
    Superset,
    SymptomLimit,
    Weekday,
    Weekdays,
    Words,
    days,
    hours,
    months,
    per_day,
    per_week,
    seconds,
    weeks,
)

WORK = Dose(Reps(10))
MON, TUE, THU = Weekday.MON, Weekday.TUE, Weekday.THU


def found(code: str, *items: Component) -> list[Finding]:
    """What one rule finds in a routine of *items*."""
    rx = Prescription("Test", Phase("", Routine("", items)))
    return [each for each in check(rx) if each.code == code]


MANY = "it is on too many days"
CLOSE = "two of its days are too close"
OFTEN = "it is too many times a day"


@pytest.mark.parametrize(
    ("frequency", "why"),
    [
        (Frequency(days=DaysPer(3), gap=hours(48)), ""),
        (Frequency(days=DaysPer(4), gap=hours(48)), MANY),
        (Frequency(days=DaysPer(4), gap=hours(42)), ""),
        (Frequency(days=DaysPer(4), gap=days(1)), MANY),
        (Frequency(days=DaysPer(3), gap=days(1)), ""),
        (Frequency(days=DaysPer(Range(3, 4)), gap=hours(48)), ""),
        (Frequency(days=DaysPer(Range(4, None)), gap=hours(48)), MANY),
        (Frequency(days=DaysPer(Range(None, 4)), gap=hours(48)), ""),
        (Frequency(days=DaysPer(Words("most")), gap=hours(48)), ""),
        (Frequency(days=DaysPer(8, weeks(2)), gap=hours(48)), MANY),
        (Frequency(days=DaysPer(15, months(1)), gap=hours(48)), ""),
        (Frequency(days=DaysPer(16, months(1)), gap=hours(48)), MANY),
        (Frequency(days=EveryDay(), gap=hours(24)), ""),
        (Frequency(days=EveryDay(), gap=hours(25)), MANY),
        (Frequency(days=EveryDay(), gap=days(1)), MANY),
        (Frequency(days=EveryDays(2), gap=hours(48)), ""),
        (Frequency(days=EveryDays(2), gap=hours(72)), MANY),
        (Frequency(days=EveryDays(days(2, 3)), gap=hours(72)), ""),
        (Frequency(days=EveryDays(days(2, None)), gap=hours(72)), ""),
        (Frequency(days=Weekdays((MON, THU)), gap=hours(72)), ""),
        (Frequency(days=Weekdays((MON, THU)), gap=days(3)), MANY),
        (Frequency(days=Weekdays((MON, TUE)), gap=hours(36)), ""),
        (Frequency(days=Weekdays((MON, TUE)), gap=hours(48)), CLOSE),
        (Frequency(days=Weekdays((MON, TUE)), gap=days(1)), CLOSE),
        (Frequency(days=Dates((date(2026, 1, 1), date(2026, 1, 2))), gap=days(1)), CLOSE),
        (Frequency(days=Dates(date(2026, 1, 1)), gap=days(1)), ""),
        (Frequency(days=Cycle(1, 1), gap=days(1)), ""),
        (Frequency(days=Cycle(2, 5), gap=days(1)), CLOSE),
        (Frequency(days=Cycle(2, 1), gap=days(1)), MANY),
        (Frequency(days=Words("good days"), gap=days(9)), ""),
        (Frequency(gap=hours(48)), ""),
        (Frequency(times=PerDay(2), gap=hours(48)), OFTEN),
        (Frequency(times=PerDay(4), gap=hours(6)), ""),
        (Frequency(times=PerDay(4), gap=hours(8)), OFTEN),
        (Frequency(times=PerDay(Range(1, 4)), gap=hours(48)), ""),
        (Frequency(times=PerDay(Words("often")), gap=hours(48)), ""),
        (Frequency(times=At(time(9)), gap=hours(48)), ""),
        (Frequency(days=DaysPer(4), gap=hours(None, 48)), ""),
        (Frequency(days=DaysPer(4), gap=days(None, 2)), ""),
        (per_week(4), ""),
    ],
)
def test_a_gap_must_fit_its_days(frequency: Frequency, why: str) -> None:
    """A gap is impossible if no choice of days and times of the day could keep it."""
    places = found("impossible-gap", Item("A", WORK, frequency=frequency))

    assert [each.message.partition(" cannot be kept: ")[2] for each in places] == [why][: bool(why)]


def test_a_gap_is_told_where_it_is_written() -> None:
    """Each frequency that says an impossible gap is one finding, whoever inherits it."""
    four = Frequency(days=DaysPer(4), gap=hours(48))
    items = (Item("A", WORK), Section(Item("B", WORK, frequency=Schedule((per_day(1), four)))))
    phase = Phase("", Routine("", items, frequency=four), frequency=four)
    places = [
        each
        for each in check(Prescription("Test", phase, frequency=four))
        if each.code == "impossible-gap"
    ]

    assert [each.path for each in places] == [
        "frequency",
        "phases[0].frequency",
        "phases[0].routines[0].frequency",
        "phases[0].routines[0].items[1].parts[0].frequency",
    ]
    assert places[0].severity is Severity.ERROR
    assert places[0].message == "48 h between cannot be kept: it is on too many days"


NO_SETS = "write how many sets there are, or leave it out"
TEN = Rest(seconds(10))
HELD = Reps(10, hold=seconds(10))


@pytest.mark.parametrize(
    ("item", "is_found"),
    [
        (Item("A", Dose(Sets(UNSAID, HELD, rest=TEN))), True),
        (Item("A", Dose(Sets(1, HELD, rest=TEN))), True),
        (Item("A", Dose(Sets(1, HELD, rest=TEN), sides=EachSide())), True),
        (Circuit(Item("A", Dose(Sets(1, HELD, rest=TEN))), 3), True),
        (Item("A", Dose(Sets(2, HELD, rest=TEN))), False),
        (Item("A", Dose(Sets(Range(1, 3), HELD, rest=TEN))), False),
        (Item("A", Dose(Sets(Words("a few"), HELD, rest=TEN))), False),
        (Item("A", Dose((Sets(1, HELD, rest=TEN), Sets(1, HELD, rest=TEN)))), False),
        (Item("A", Dose(Reps(10, rest=TEN))), False),
        (Item("A", Dose(Sets(1, HELD, rest=seconds(0)))), False),
        (Item("A"), False),
        (Superset([Item(name, Dose(Sets(1, HELD, rest=TEN))) for name in "AB"]), False),
        (Section(Superset([Item(name, Dose(Sets(1, HELD, rest=TEN))) for name in "AB"])), False),
        (Rest(seconds(10)), False),
    ],
)
def test_a_rest_between_sets_needs_two(item: Component, *, is_found: bool) -> None:
    """A rest that stands beside a single set is never taken, except between exercises."""
    assert bool(found("ambiguous-rest", item)) is is_found


@pytest.mark.parametrize(
    ("sets", "rest", "hint"),
    [
        (
            Sets(1, HELD, rest=seconds(120)),
            "rest 2 min",
            f"write “rest 2 min between reps” if it lies there, else {NO_SETS[6:]}",
        ),
        (
            Sets(1, Hold(seconds(30)), rest=Words("as needed")),
            "rest as needed",
            NO_SETS,
        ),
        (
            Sets(1, Hold(seconds(30)), rest=Rest(UNSAID, activity="walk")),
            "rest",
            NO_SETS,
        ),
    ],
)
def test_a_rest_that_is_never_taken_says_what_to_write(sets: Sets, rest: str, hint: str) -> None:
    """The hint has what the writer may have meant."""
    (finding,) = found("ambiguous-rest", Item("A", Dose(sets)))

    assert (finding.severity, finding.path) == (
        Severity.WARNING,
        "phases[0].routines[0].items[0].dose",
    )
    assert finding.message == f"A has one set, so “{rest}” between sets is never taken"
    assert finding.hint == hint


STOP, LIMIT = Rule("pain", Action.STOP), SymptomLimit("pain")


@pytest.mark.parametrize("level", ["prescription", "phase", "routine", "item", "group"])
@pytest.mark.parametrize(
    ("guide", "tells"),
    [
        (STOP, True),
        (LIMIT, True),
        (Rule("pain", Action.REDUCE), False),
        (Change(Aspect.REPS, 10), False),
    ],
)
def test_a_rule_to_stop_tells_when(guide: Guide, level: str, *, tells: bool) -> None:
    """At every level a rule to stop or a limit is a word on when to stop."""

    def at(name: str) -> tuple[Guide, ...]:
        return (guide,) if name == level else ()

    parts = (Item("A", WORK, guides=at("item")), Section(Item("B", WORK, guides=at("group"))))
    routine = Routine("", parts, guides=at("routine"))
    rx = Prescription("Test", Phase("", routine, guides=at("phase")), guides=at("prescription"))

    assert ("safety-advice" not in {each.code for each in check(rx)}) is tells


def test_the_precautions_of_a_phase_count() -> None:
    """What a phase says of when to take care is a word on it."""
    phase = Phase("", Routine("", Item("A", WORK)), precautions="stop if it hurts")

    assert "safety-advice" not in {each.code for each in check(Prescription("Test", phase))}


def test_phases_with_nothing_in_them_are_fine() -> None:
    """A phase may only have notes, or a routine without exercises."""
    phases = (Phase("Rest", (), notes="rest well"), Phase("", Routine("", ())))

    assert check(Prescription("Test", phases, advice="ask your doctor")) == ()
