"""How often, a week and in all."""

from datetime import date, time
from decimal import Decimal

import pytest

from kinescript import (
    UNSAID,
    Anchor,
    AsNeeded,
    Assumptions,
    At,
    Cycle,
    Dates,
    DaysPer,
    Dose,
    Every,
    EveryDay,
    EveryDays,
    Frequency,
    InAll,
    Item,
    NotDetermined,
    PerDay,
    Phase,
    Prescription,
    Range,
    Reps,
    Routine,
    Schedule,
    Span,
    ThroughTheDay,
    Until,
    Volume,
    Weekday,
    Weekdays,
    Words,
    hours,
    minutes,
    per_day,
    per_week,
    seconds,
    volume,
)
from kinescript.model import Days, HowOften, Times, days, months, weeks
from kinescript.volumes import Total

SEVERAL = NotDetermined("the source says only “several”")
NEVER = NotDetermined("no frequency is written")
A_DAY = NotDetermined("the source does not say how many times a day")
WHILE = NotDetermined("its clock runs only while “sitting”")
BETWEEN = NotDetermined("between which times of the day is not written")
MONDAY, TUESDAY, FRIDAY = Weekday.MON, Weekday.TUE, Weekday.FRI


def planned(
    frequency: HowOften, span: Span | None = None, assumptions: Assumptions | None = None
) -> Volume:
    """Return the volume of ten repetitions at that frequency."""
    item = Item("Squat", Dose(Reps(10)), frequency=frequency, span=span or UNSAID)
    return volume(item, assumptions=assumptions)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (PerDay(Range(3, 4)), Range(3, 4)),
        (PerDay(Words("several")), SEVERAL),
        (At([time(8), Anchor.BEDTIME]), Range(2)),
        (Every(hours(2), since=time(7), to=time(21)), Range(8)),
        (Every(hours(2), since=time(7), to=time(21, 30)), Range(8)),
        (Every(hours(2, 3), since=time(7), to=time(21)), Range(5, 8)),
        (Every(hours(2), since=time(21), to=time(1)), Range(3)),
        (Every(hours(8), since=time(7), to=time(9)), Range(1)),
        (Every(hours(8), since=time(7), to=time(7)), Range(4)),
        (Every(hours(2)), BETWEEN),
        (Every(hours(2), since=time(7), to=Anchor.BEDTIME), BETWEEN),
        (Every(minutes(30), during="sitting"), WHILE),
        (InAll(minutes(10), 3), Range(3)),
        (InAll(minutes(10)), NotDetermined("the source does not say how many")),
        (AsNeeded("cravings", most=3), Range(None, 3)),
        (AsNeeded("cravings"), A_DAY),
        (AsNeeded("cravings", most=Words("several")), A_DAY),
        (ThroughTheDay(), A_DAY),
        (Words("several"), SEVERAL),
    ],
    ids=repr,
)
def test_bouts_a_day(times: Times, expected: Total) -> None:
    """Times a day are counted, where they can be, and mean every day."""
    found = planned(Frequency(times=times))

    assert found.bouts.per_day == expected
    assert found.sessions.per_day == expected
    if isinstance(expected, Range):
        assert found.bouts.per_week == expected * 7
        assert found.reps.per_week == expected * 70


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (EveryDay(), Range(7)),
        (Weekdays([MONDAY, FRIDAY]), Range(2)),
        (DaysPer(Range(3, 5)), Range(3, 5)),
        (DaysPer(Range(3, None)), Range(3, None)),
        (DaysPer(Words("several")), SEVERAL),
        (DaysPer(5, weeks(2)), Range(Decimal("2.5"))),
        (DaysPer(1, months(1)), NotDetermined("a month has no fixed number of days")),
        (EveryDays(days(2)), Range(Decimal("3.5"))),
        (EveryDays(days(3)), NotDetermined("it is no exact number")),
        (EveryDays(days(2, None)), Range(None, Decimal("3.5"))),
        (EveryDays(weeks(1)), Range(1)),
        (EveryDays(months(1)), NotDetermined("a month has no fixed number of days")),
        (Cycle(4, 3), Range(4)),
        (Cycle(1, 2), NotDetermined("it is no exact number")),
        (Dates(date(2026, 1, 1)), NotDetermined("it falls on certain dates")),
        (Words("several"), SEVERAL),
    ],
    ids=repr,
)
def test_days_a_week(on: Days, expected: Total) -> None:
    """Days without times are one bout on each of them."""
    found = planned(Frequency(days=on))

    assert found.bouts.per_day == Range(1)
    assert found.bouts.per_week == expected


@pytest.mark.parametrize(
    ("frequency", "span", "expected"),
    [
        (per_day(2), Span(weeks(12)), Range(168)),
        (per_day(2), Span(10), Range(20)),
        (per_day(3), Span(weeks(6, None)), Range(126, None)),
        (per_week(2, 3), Span(weeks(6, 12)), Range(12, 36)),
        (
            per_week(3),
            Span(10),
            NotDetermined("the span is no whole number of its weeks or cycles"),
        ),
        (Frequency(days=EveryDays(2)), Span(weeks(8)), Range(28)),
        (Frequency(days=EveryDays(3)), Span(weeks(6)), Range(14)),
        (Frequency(days=Cycle(1, 2)), Span(weeks(6)), Range(14)),
        (per_day(2), Span(months(3)), NotDetermined("a month has no fixed number of days")),
        (per_day(2), Span(Words("several")), SEVERAL),
        (per_day(2), Span(), NotDetermined("the source does not say how long the programme lasts")),
        (per_day(2), Span(Until("well")), NotDetermined("it goes on until “well”")),
        (per_day(2), Span(Until("well", weeks(None, 2))), Range(None, 28)),
        (
            per_week(3),
            Span(months(3), sessions=36),
            NotDetermined("a month has no fixed number of days"),
        ),
        (
            Frequency(days=Dates([date(2026, 1, 1), date(2026, 2, 1)]), times=PerDay(2)),
            Span(),
            Range(4),
        ),
        (UNSAID, Span(weeks(2)), NEVER),
        (UNSAID, Span(sessions=12), Range(12)),
    ],
    ids=repr,
)
def test_bouts_in_all(frequency: HowOften, span: Span, expected: Total) -> None:
    """A span of whole days or weeks, or of sessions, tells how many there are in all."""
    assert planned(frequency, span).bouts.in_all == expected


def test_the_sessions_of_a_phase_are_those_of_its_routines() -> None:
    """A number of sessions counts before the weeks."""
    routine = Routine("", Item("Squat", Dose(Reps(10))))
    phase = Phase("", routine, span=Span(months(3), sessions=36), frequency=per_week(3))

    assert volume(phase).sessions.in_all == Range(36)
    assert volume(Prescription("", phase)).reps.in_all == Range(360)


CONDITION = Frequency(times=PerDay(1), condition="the pain is on one side")


@pytest.mark.parametrize(
    ("frequencies", "expected"),
    [
        (
            [per_day(2), Frequency(days=Weekdays([MONDAY, FRIDAY]), times=PerDay(1))],
            (Range(1, 2), Range(12)),
        ),
        (
            [Frequency(days=Weekdays(MONDAY)), Frequency(days=Weekdays(TUESDAY))],
            (Range(1), Range(2)),
        ),
        ([per_week(4), per_week(1)], (Range(1), Range(5))),
        (
            [per_week(4), per_week(5)],
            (Range(1), NotDetermined("its frequencies may fall on the same days")),
        ),
        (
            [per_week(4), per_week(1, None)],
            (Range(1), NotDetermined("its frequencies may fall on the same days")),
        ),
        (
            [per_week(4), Frequency(days=Weekdays(MONDAY))],
            (Range(1), NotDetermined("its frequencies may fall on the same days")),
        ),
        ([per_week(4), Frequency(days=Words("several"), times=PerDay(1))], (Range(1), SEVERAL)),
        (
            [per_day(2), CONDITION],
            (Range(1, 2), NotDetermined("only if “the pain is on one side”")),
        ),
    ],
    ids=repr,
)
def test_schedules(frequencies: list[Frequency], expected: tuple[Total, Total]) -> None:
    """The days of a schedule add up where they do not meet, and the later frequency wins."""
    found = planned(Schedule(frequencies)).bouts

    assert (found.per_day, found.per_week) == expected


def test_what_tells_neither_days_nor_times() -> None:
    """A gap alone is no frequency."""
    found = planned(Frequency(gap=hours(48)))

    assert found.bouts.per_day == NotDetermined("the source does not say when in the day")
    assert found.bouts.per_week == NotDetermined("the source does not say on which days")


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [
        (UNSAID, (Range(2), Range(14))),
        (Frequency(times=ThroughTheDay()), (Range(5), Range(35))),
        (Frequency(days=Words("several")), (Range(1), Range(4))),
        (Frequency(days=DaysPer(Words("several"))), (Range(1), Range(4))),
    ],
    ids=repr,
)
def test_assumptions_stand_in(frequency: HowOften, expected: tuple[Total, Total]) -> None:
    """How often is assumed where the source leaves it open, on request."""
    assumptions = Assumptions(per_day=2, through_the_day=5, days_per_week=4, breath=seconds(1))
    found = planned(frequency, assumptions=assumptions).bouts

    assert (found.per_day, found.per_week) == expected
