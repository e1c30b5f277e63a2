"""How often, a week and in all."""

from datetime import date, time
from decimal import Decimal

from tests.volumes.cases import cases

from kinescript import (
    UNSAID,
    Anchor,
    Around,
    AsNeeded,
    Assumptions,
    At,
    Between,
    Cycle,
    Dates,
    DaysOf,
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
    PeriodUnit,
    Phase,
    Prescription,
    Range,
    Relation,
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
from kinescript.model import Covers, Days, HowOften, Times, days, months, weeks
from kinescript.volumes import Total

SEVERAL = NotDetermined("the source says only “several”")
NEVER = NotDetermined("no frequency is written")
A_DAY = NotDetermined("the source does not say how many times a day")
UNENDING = NotDetermined("the source does not say how long the programme lasts")
WHILE = NotDetermined("its clock runs only while “sitting”")
BETWEEN = NotDetermined("between which times of the day is not written")
MEALS = NotDetermined("the source does not say how often “meals” is")
AFTER_BREAKFAST = Around(Anchor.BREAKFAST, Relation.AFTER, minutes(30))
MONDAY, TUESDAY, FRIDAY = Weekday.MON, Weekday.TUE, Weekday.FRI


def planned(
    frequency: HowOften, span: Covers | None = None, assumptions: Assumptions | None = None
) -> Volume:
    """Return the volume of ten repetitions at that frequency."""
    item = Item("Squat", Dose(Reps(10)), frequency=frequency, span=span or UNSAID)
    return volume(item, assumptions=assumptions)


@cases(
    ("times", "expected"),
    [
        (PerDay(Range(3, 4)), Range(3, 4)),
        (PerDay(Words("several")), SEVERAL),
        (At([time(8), Anchor.BEDTIME]), Range(2)),
        (At([AFTER_BREAKFAST, Anchor.BEDTIME]), Range(2)),
        (At(Around("meals", Relation.AFTER)), MEALS),
        (At([Anchor.BEDTIME, Around("meals", Relation.BEFORE, minutes(20))]), MEALS),
        (At(Around("meals")), MEALS),
        (Every(hours(2), since=time(7), to=time(21)), Range(8)),
        (Every(hours(2), since=time(7), to=time(21, 30)), Range(8)),
        (Every(hours(2, 3), since=time(7), to=time(21)), Range(5, 8)),
        (Every(hours(2), since=time(21), to=time(1)), Range(3)),
        (Every(hours(8), since=time(7), to=time(9)), Range(1)),
        (Every(hours(8), since=time(7), to=time(7)), Range(4)),
        (Every(hours(1), bouts=10, since=time(8), to=time(10)), Range(21)),
        (Every(hours(1), bouts=Range(8, 10), since=time(8), to=time(10)), Range(17, 21)),
        (Every(hours(1), bouts=Words("several"), since=time(8), to=time(10)), SEVERAL),
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
)
def test_bouts_a_day(times: Times, expected: Total) -> None:
    """Times a day are counted, where they can be, and mean every day."""
    found = planned(Frequency(times=times))

    assert found.bouts.per_day == expected
    assert found.sessions.per_day == expected
    if isinstance(expected, Range):
        assert found.bouts.per_week == expected * 7
        assert found.reps.per_week == expected * 70


@cases(
    ("on", "expected"),
    [
        (EveryDay(), Range(7)),
        (Weekdays([MONDAY, FRIDAY]), Range(2)),
        (DaysPer(Range(3, 5)), Range(3, 5)),
        (DaysPer(Range(3, None)), Range(3, None)),
        (DaysPer(Words("several")), SEVERAL),
        (DaysPer(5, weeks(2)), Range(Decimal("2.5"))),
        (DaysPer(4, weeks(1, 2)), Range(2, 4)),
        (DaysPer(4, weeks(2, None)), Range(None, 2)),
        (DaysPer(1, months(1)), NotDetermined("a month has no fixed number of days")),
        (EveryDays(days(2)), Range(Decimal("3.5"))),
        (EveryDays(days(3)), Range(2, 3)),
        (EveryDays(days(9)), Range(0, 1)),
        (EveryDays(days(2, 3)), Range(2, 4)),
        (EveryDays(days(3, None)), Range(None, 3)),
        (EveryDays(days(None, 3)), Range(2, None)),
        (EveryDays(days(2, None)), Range(None, Decimal("3.5"))),
        (EveryDays(weeks(1)), Range(1)),
        (EveryDays(months(1)), NotDetermined("a month has no fixed number of days")),
        (Cycle(4, 3), Range(4)),
        (Cycle(1, 2), Range(2, 3)),
        (Cycle(4, 2), Range(4, 5)),
        (Cycle(7, 6), Range(1, 7)),
        (DaysPer(2, days(3)), NotDetermined("it is no exact number")),
        (Cycle(1, 1, unit=PeriodUnit.WEEK), Range(Decimal("3.5"))),
        (
            Cycle(1, 1, unit=PeriodUnit.MONTH),
            NotDetermined("a month has no fixed number of days"),
        ),
        (DaysOf((1, 3, 5), days(7)), Range(3)),
        (DaysOf((1, 8), weeks(2)), Range(1)),
        (DaysOf((1, 15), months(1)), NotDetermined("a month has no fixed number of days")),
        (Dates(date(2026, 1, 1)), NotDetermined("it falls on certain dates")),
        (Words("several"), SEVERAL),
    ],
)
def test_days_a_week(on: Days, expected: Total) -> None:
    """Days without times are one bout on each, and a week has their average or its bounds."""
    found = planned(Frequency(days=on))

    assert found.bouts.per_day == Range(1)
    assert found.bouts.per_week == expected


@cases(
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
        (per_day(2), Between(date(2026, 10, 1), date(2026, 10, 31)), Range(62)),
        (
            per_day(2),
            Between(date(2026, 10, 1)),
            NotDetermined("the source does not say on which day it ends"),
        ),
        (
            per_day(2),
            Between(last=date(2026, 10, 31)),
            NotDetermined("the source does not say on which day it starts"),
        ),
        (per_day(2), Span(months(3)), NotDetermined("a month has no fixed number of days")),
        (per_day(2), Span(Words("several")), SEVERAL),
        (per_day(2), Span(), UNENDING),
        (per_day(2), Span(Until("well")), NotDetermined("it goes on until “well”")),
        (per_day(2), Span(Until("well", weeks(None, 2))), Range(None, 28)),
        (
            per_week(3),
            Span(months(3)),
            NotDetermined("a month has no fixed number of days"),
        ),
        (per_week(3), Span(months(3), sessions=36), Range(36)),
        (per_week(3), Span(sessions=4), Range(4)),
        (per_week(3), Span(sessions=Words("several")), UNENDING),
        (per_week(3), Span(weeks(2), sessions=Words("several")), Range(6)),
        (Frequency(days=EveryDays(3)), Span(weeks(2)), Range(5)),
        (Frequency(days=EveryDays(2)), Span(weeks(1)), Range(4)),
        (Frequency(days=EveryDays(2)), Span(1), Range(1)),
        (Frequency(days=EveryDays(days(2, 3))), Span(weeks(2)), Range(5, 7)),
        (Frequency(days=EveryDays(3)), Span(weeks(2, 3)), Range(5, 7)),
        (Frequency(days=EveryDays(3)), Span(weeks(2, None)), Range(5, None)),
        (Frequency(days=EveryDays(weeks(1))), Span(10), Range(2)),
        (Frequency(days=Cycle(4, 2)), Span(weeks(2)), Range(10)),
        (Frequency(days=Cycle(4, 2)), Span(weeks(1, 2)), Range(5, 10)),
        (Frequency(days=Cycle(4, 2)), Span(weeks(2, None)), Range(10, None)),
        (Frequency(days=Cycle(1, 2, start=1)), Span(weeks(1)), Range(2)),
        (Frequency(days=Cycle(1, 2, start=1)), Span(1), Range(0)),
        (per_week(7), Span(10), Range(10)),
        (Frequency(days=DaysPer(5, weeks(2))), Span(weeks(4)), Range(10)),
        (
            Frequency(days=Dates([date(2026, 1, 1), date(2026, 2, 1)]), times=PerDay(2)),
            Span(),
            Range(4),
        ),
        (UNSAID, Span(weeks(2)), NEVER),
        (UNSAID, Span(sessions=12), Range(12)),
    ],
)
def test_bouts_in_all(frequency: HowOften, span: Covers, expected: Total) -> None:
    """A span of whole days or weeks, or of sessions, tells how many there are in all."""
    assert planned(frequency, span).bouts.in_all == expected


def test_the_sessions_of_a_phase_are_those_of_its_routines() -> None:
    """A number of sessions counts before the weeks."""
    routine = Routine("", Item("Squat", Dose(Reps(10))))
    phase = Phase("", routine, span=Span(months(3), sessions=36), frequency=per_week(3))

    assert volume(phase).sessions.in_all == Range(36)
    assert volume(Prescription("", phase)).reps.in_all == Range(360)


@cases(
    ("frequency", "expected"),
    [
        (Frequency(times=Every(hours(24))), (Range(1), Range(7), Range(28))),
        (Frequency(times=Every(hours(48))), (Range(1), Range(Decimal("3.5")), Range(14))),
        (Frequency(times=Every(hours(72))), (Range(1), Range(2, 3), Range(10))),
        (Frequency(times=Every(hours(96), bouts=2)), (Range(1), Range(Decimal("3.5")), Range(14))),
        (
            Frequency(times=Every(hours(24, 48))),
            (Range(1), Range(Decimal("3.5"), 7), Range(14, 28)),
        ),
        (
            Frequency(times=Every(hours(48), since=time(8), to=time(20))),
            (Range(1), Range(Decimal("3.5")), Range(14)),
        ),
        (
            Frequency(days=Weekdays([MONDAY, FRIDAY]), times=Every(hours(24))),
            (Range(1), Range(2), Range(8)),
        ),
        (
            Frequency(times=Every(hours(24)), except_on=Weekdays(MONDAY)),
            (Range(1), Range(6), Range(24)),
        ),
        (
            Schedule(
                [
                    Frequency(days=Weekdays(MONDAY), times=Every(hours(24))),
                    Frequency(days=Weekdays(FRIDAY), times=PerDay(2)),
                ]
            ),
            (Range(1, 2), Range(3), Range(12)),
        ),
        (Frequency(days=EveryDay(), times=Every(hours(48))), (BETWEEN,) * 3),
        (Frequency(times=Every(hours(36))), (BETWEEN,) * 3),
        (Frequency(times=Every(hours(36, 48))), (BETWEEN,) * 3),
        (Frequency(times=Every(hours(24), bouts=Words("several"))), (BETWEEN,) * 3),
        (Frequency(times=Every(hours(24), during="sitting")), (WHILE,) * 3),
    ],
)
def test_hours_that_are_whole_days(
    frequency: HowOften, expected: tuple[Total, Total, Total]
) -> None:
    """Every 48 hours is every second day, at one time of the day."""
    bouts = planned(frequency, Span(weeks(4))).bouts

    assert (bouts.per_day, bouts.per_week, bouts.in_all) == expected


CONDITION = Frequency(times=PerDay(1), condition="the pain is on one side")


@cases(
    ("frequencies", "expected"),
    [
        (
            [per_day(2), Frequency(days=Weekdays([MONDAY, FRIDAY]), times=PerDay(1))],
            (Range(1, 2), Range(12)),
        ),
        (
            [per_day(2), Frequency(days=EveryDay(), times=PerDay(1))],
            (Range(1), Range(7)),
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
        ([per_day(6, 8), Frequency(times=AsNeeded())], (Range(6, None), Range(42, None))),
        (
            [Frequency(times=AsNeeded("pain", most=2)), Frequency(days=Weekdays(MONDAY))],
            (Range(1, None), Range(1, None)),
        ),
        (
            [per_day(6), Frequency(times=AsNeeded(), condition="pain")],
            (Range(6, None), Range(42, None)),
        ),
        ([Frequency(times=AsNeeded(most=2)), Frequency(times=AsNeeded())], (A_DAY, A_DAY)),
    ],
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


@cases(
    ("frequency", "expected"),
    [
        (UNSAID, (Range(2), Range(14))),
        (Frequency(times=ThroughTheDay()), (Range(5), Range(35))),
        (Frequency(days=Words("several")), (Range(1), Range(4))),
        (Frequency(days=DaysPer(Words("several"))), (Range(1), Range(4))),
    ],
)
def test_assumptions_stand_in(frequency: HowOften, expected: tuple[Total, Total]) -> None:
    """How often is assumed where the source leaves it open, on request."""
    assumptions = Assumptions(per_day=2, through_the_day=5, days_per_week=4, breath=seconds(1))
    found = planned(frequency, assumptions=assumptions).bouts

    assert (found.per_day, found.per_week) == expected


@cases(
    ("frequency", "per_week", "in_all"),
    [
        (Frequency(days=EveryDay(), except_on=Weekdays(MONDAY)), Range(6), Range(12)),
        (Frequency(times=PerDay(2), except_on=Weekdays(MONDAY)), Range(12), Range(24)),
        (
            Frequency(days=Weekdays([MONDAY, FRIDAY]), except_on=Weekdays(MONDAY)),
            Range(1),
            Range(2),
        ),
        (Frequency(days=DaysPer(5), except_on=Weekdays(MONDAY)), Range(5), Range(10)),
        (
            Frequency(days=Dates([date(2026, 1, 1), date(2026, 1, 5)]), except_on=Weekdays(MONDAY)),
            NotDetermined("it falls on certain dates"),
            Range(1),
        ),
    ],
)
def test_days_that_are_left_out_do_not_count(
    frequency: Frequency, per_week: Total, in_all: Total
) -> None:
    """Weekdays that are left out of all days, or of named ones, are taken off."""
    found = planned(frequency, Span(weeks(2)))

    assert found.bouts.per_week == per_week
    assert found.bouts.in_all == in_all


@cases(
    ("frequency", "reason"),
    [
        (
            Frequency(days=EveryDay(), except_on=Dates(date(2026, 1, 1))),
            "certain dates are left out",
        ),
        (
            Frequency(days=DaysPer(7), except_on=Weekdays(MONDAY)),
            "how many of its days are left out depends on the calendar",
        ),
        (
            Frequency(days=EveryDays(2), except_on=Weekdays(MONDAY)),
            "how many of its days are left out depends on the calendar",
        ),
    ],
)
def test_what_left_out_days_take_away_may_be_open(frequency: Frequency, reason: str) -> None:
    """How many days are left depends on the calendar where rules and exceptions may meet."""
    assert planned(frequency).bouts.per_week == NotDetermined(reason)


def test_days_that_are_left_out_belong_to_the_other_frequency() -> None:
    """In a schedule, an exception gives its day back to the frequency before."""
    twice = Frequency(days=EveryDay(), times=PerDay(2))
    once = Frequency(days=Weekdays([MONDAY, FRIDAY]), except_on=Weekdays(FRIDAY))

    assert planned(Schedule((twice, once))).bouts.per_week == Range(13)
