"""Parts of different days and weeks."""

from datetime import date

import pytest
from tests.volumes.cases import cases

from kinescript import (
    UNSAID,
    Assumptions,
    Between,
    Branch,
    Case,
    Circuit,
    Cycle,
    Dates,
    Dose,
    EachSide,
    EveryDay,
    EveryDays,
    Figure,
    Frequency,
    Item,
    NotDetermined,
    PerDay,
    Phase,
    Pick,
    Prescription,
    Range,
    Reps,
    Rest,
    Routine,
    Schedule,
    Section,
    Span,
    Superset,
    Timed,
    Unsaid,
    Until,
    Weekday,
    Weekdays,
    Words,
    hours,
    item_volumes,
    per_day,
    per_week,
    seconds,
    volume,
)
from kinescript.model import Component, Covers, HowOften, days, months, weeks
from kinescript.volumes import Total

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
WEEKS = NotDetermined("the exercises cover different weeks")
DIFFER = NotDetermined("the phases differ")
PEOPLE = NotDetermined("the phases are for different people")
DAILY = per_day(1)
ON_MONDAY = Frequency(days=Weekdays(MON))
IF_SORE = Frequency(times=PerDay(1), condition="sore")
UNKNOWN_END = Span(Until("well"))
FIRST, LATER = Span(weeks(2)), Span(weeks(2), after=weeks(2))


def item(reps: int, frequency: HowOften = UNSAID, span: Covers | None = None) -> Item:
    """Return an item of so many repetitions; of none, it is a time."""
    dose = Dose(Reps(reps) if reps else Timed(seconds(10)))
    return Item(f"{reps}", dose, frequency=frequency, span=span or UNSAID)


def on(reps: int, *weekdays: Weekday) -> Item:
    """Return an item of certain weekdays."""
    return item(reps, Frequency(days=Weekdays(weekdays)))


@cases(
    ("parts", "expected"),
    [
        ([item(10, per_week(5)), item(5, per_week(2))], Range(5, 15)),
        ([item(10, per_week(5)), item(5, per_week(5))], Range(15)),
        ([item(10, DAILY), item(5, per_week(2))], Range(10, 15)),
        ([item(10, DAILY), item(5, per_day(3))], Range(25)),
        ([item(10, DAILY), item(5, per_week(7))], Range(15)),
        ([item(10, DAILY), item(5, Frequency(days=EveryDays(1)))], Range(15)),
        ([item(10, DAILY), on(5, *Weekday)], Range(15)),
        ([item(10, DAILY), item(5, Schedule([DAILY, ON_MONDAY]))], Range(15)),
        ([item(10, DAILY), item(5, Frequency(days=EveryDays(2)))], Range(10, 15)),
        ([item(10, DAILY), item(5, Frequency(days=Words("bad days")))], Range(10, 15)),
        ([item(10, DAILY), item(5, IF_SORE)], Range(10, 15)),
        ([item(10, Frequency(days=Cycle(1, 2))), item(5, IF_SORE)], Range(5, 15)),
        ([on(10, MON, WED), on(5, TUE, THU)], Range(5, 10)),
        ([on(10, MON, WED), on(10, TUE, THU)], Range(10)),
        ([on(10, MON, WED), on(5, WED, FRI)], Range(5, 15)),
        ([on(10, MON, WED), on(5, MON, WED), on(2, SUN)], Range(2, 15)),
        ([item(1, DAILY), on(10, MON, WED), on(5, WED, FRI)], Range(1, 16)),
        (
            [on(10, SAT), item(5, Schedule([ON_MONDAY, Frequency(days=Weekdays(SAT))]))],
            Range(5, 15),
        ),
        ([on(10, SAT), item(5, Schedule([ON_MONDAY, per_week(1)]))], Range(5, 15)),
        ([on(10, SAT), item(5, per_week(2)), item(1, per_week(1))], Range(1, 16)),
        ([Section([on(10, MON), on(5, TUE)]), on(1, TUE)], Range(6, 10)),
        ([Circuit([on(10, MON), on(5, TUE)], 1), on(1, TUE)], Range(1, 11)),
        ([Section([item(10, DAILY), on(5, TUE)]), on(1, TUE)], Range(10, 16)),
        ([Superset([on(10, MON), on(5, TUE)])], Range(5, 10)),
        ([Circuit([on(10, MON), on(5, TUE)], 2)], Range(10, 20)),
        ([Pick([on(10, MON), on(5, TUE)], 2)], Range(5, 15)),
        (
            [Pick([on(10, MON), on(5, TUE)], Words("several"))],
            NotDetermined("the source says only “several”"),
        ),
        ([Pick([on(10, MON), on(5, MON)], 2)], Range(15)),
    ],
)
def test_a_day_has_what_falls_on_it(parts: list[Component], expected: Total) -> None:
    """A day has from the least to the most that can fall on it, by weekdays if all tell them."""
    assert volume(Section(parts)).reps.per_day == expected


def test_a_session_has_what_falls_on_its_day() -> None:
    """Walking on five days and cycling on two are not both part of every session."""
    walk, bike = item(10, per_week(5)), item(5, per_week(2))
    found = volume(Section([walk, bike]))

    assert found.reps.per_session == Range(5, 15)
    assert found.bouts.per_session == Range(1, 2)
    assert found.reps.per_week == Range(60)
    assert found.hold.per_day == Range(0)
    assert volume(Section([item(10), item(5, DAILY)])).reps.per_session == Range(15)


def test_a_day_has_its_part_of_each_side() -> None:
    """A day on which one of two sided exercises is done has that one's repetitions per side."""
    one = Item("one", Dose(Reps(10), sides=EachSide()), frequency=Frequency(days=Weekdays(MON)))
    other = Item("two", Dose(Reps(5), sides=EachSide()), frequency=Frequency(days=Weekdays(TUE)))
    found = volume(Section([one, other])).reps

    assert (found.per_day, found.per_day_per_side) == (Range(10, 20), Range(5, 10))


def test_a_rest_goes_with_what_it_stands_between() -> None:
    """A rest is part of every session, and has no days of its own."""
    pause = Rest(seconds(60))
    same = volume(Section([on(10, MON), pause, on(5, MON)]))
    other = volume(Section([on(10, MON), pause, on(5, TUE)]))

    assert (same.reps.per_day, same.rest.per_day, same.rest.per_week) == (
        Range(15),
        Range(60),
        Range(60),
    )
    assert (other.reps.per_day, other.rest.per_session) == (Range(5, 10), Range(60))


def reps_of(figure: Figure) -> tuple[Total, ...]:
    """Return what there is in a session, a day, a week and in all."""
    return (figure.per_session, figure.per_day, figure.per_week, figure.in_all)


@cases(
    ("parts", "expected"),
    [
        ([item(10, per_week(3), FIRST), item(10, DAILY, LATER)], (10, 10, None, 200)),
        ([item(10, DAILY, FIRST), item(10, DAILY, LATER)], (10, 10, 70, 280)),
        ([item(10, DAILY, FIRST), item(5, DAILY, LATER)], (None, None, None, 210)),
        ([item(10, DAILY, FIRST), item(5, DAILY, FIRST)], (15, 15, 105, 210)),
        ([item(10, DAILY, FIRST), item(5, DAILY, Span(14))], (15, 15, 105, 210)),
        ([item(10, DAILY, FIRST), item(10, DAILY, Span(7))], (None, None, None, 210)),
        ([item(10, DAILY, Span(weeks(4))), item(10, DAILY, LATER)], (None, None, None, 420)),
        ([item(10, DAILY, Span(weeks(4))), item(0, DAILY, LATER)], (10, 10, 70, 280)),
        (
            [Section([item(10, DAILY, FIRST), item(10, DAILY, LATER)]), item(5, DAILY, FIRST)],
            (None, None, None, 350),
        ),
        ([item(10, DAILY, FIRST), Rest(seconds(5)), item(10, DAILY, LATER)], (10, 10, 70, 280)),
        (
            [
                Section([item(10, DAILY, FIRST), on(10, *Weekday)]),
                item(0, DAILY, LATER),
            ],
            (None, None, None, UNSAID),
        ),
    ],
)
def test_weeks_that_differ(
    parts: list[Component], expected: tuple[int | Unsaid | None, ...]
) -> None:
    """What covers different weeks adds up in all; a week has a figure where all are alike."""
    found = reps_of(volume(Section(parts)).reps)

    for total, number in zip(found, expected, strict=True):
        if number is not UNSAID:
            assert total == (WEEKS if number is None else Range(number))


AUTUMN = Between(date(2026, 10, 1), date(2026, 10, 14))


@cases(
    ("one", "other", "is_alike"),
    [
        pytest.param(UNKNOWN_END, UNKNOWN_END, True, id="the same sign"),
        pytest.param(UNKNOWN_END, Span(Until("strong")), False, id="another sign"),
        pytest.param(Span(), None, True, id="nothing said"),
        pytest.param(
            Span(Until("well", weeks(2, 4))),
            Span(Until("strong", weeks(2, 4))),
            False,
            id="other signs with the same bounds",
        ),
        pytest.param(Span(months(3)), Span(months(3)), True, id="months"),
        pytest.param(Span(weeks(None, 2)), Span(weeks(1)), False, id="up to 2 weeks and 1 week"),
        pytest.param(FIRST, Span(14), True, id="2 weeks and 14 days"),
        pytest.param(FIRST, Span(weeks(2), after=0), True, id="2 weeks, from the start or not"),
        pytest.param(FIRST, LATER, False, id="2 weeks, and 2 weeks later"),
        pytest.param(Span(weeks(2), sessions=4), FIRST, True, id="4 sessions in 2 weeks"),
        pytest.param(Span(sessions=4), Span(sessions=4), True, id="4 sessions"),
        pytest.param(Span(sessions=4), Span(), False, id="4 sessions and no end"),
        pytest.param(
            Span(weeks(2), after=weeks(2, None)),
            Span(weeks(2), after=weeks(4)),
            False,
            id="after at least 2 weeks",
        ),
        pytest.param(AUTUMN, AUTUMN, True, id="the same dates"),
        pytest.param(AUTUMN, Between(AUTUMN.first), False, id="the same first date"),
        pytest.param(AUTUMN, Between(last=AUTUMN.last), False, id="the same last date"),
        pytest.param(AUTUMN, FIRST, False, id="dates and 2 weeks"),
        pytest.param(AUTUMN, None, False, id="dates and no end"),
    ],
)
def test_spans_that_are_alike(one: Covers | None, other: Covers | None, *, is_alike: bool) -> None:
    """Parts go on together where their spans are the same, written one way or another."""
    week = volume(Section([item(10, DAILY, one), item(5, DAILY, other)])).reps.per_week

    assert week == (Range(105) if is_alike else WEEKS)


@cases(
    ("spans", "expected"),
    [
        pytest.param([AUTUMN, Between(date(2026, 10, 15), date(2026, 11, 1))], 70, id="in turn"),
        pytest.param([AUTUMN, Between(date(2026, 10, 14))], None, id="one day of both"),
        pytest.param([AUTUMN, FIRST], None, id="dates that may meet the first weeks"),
    ],
)
def test_dates_in_turn(spans: list[Covers], expected: int | None) -> None:
    """Dates tell which parts go on in one week, of which all have the same if they are alike."""
    week = volume(Section([item(10, DAILY, span) for span in spans])).reps.per_week

    assert week == (WEEKS if expected is None else Range(expected))


@cases(
    "spans",
    [
        pytest.param([FIRST, LATER], id="weeks"),
        pytest.param([AUTUMN, Between(date(2026, 10, 15))], id="dates"),
        pytest.param([FIRST, AUTUMN], id="weeks and dates"),
    ],
)
def test_a_group_that_covers_several_weeks_has_none_for_sure(spans: list[Covers]) -> None:
    """A circuit of parts of different weeks goes on in any of them, beside other parts."""
    circuit = Circuit([item(10, DAILY, span) for span in spans], 1)
    parts = Section([circuit, item(1, DAILY, Span(weeks(1)))])

    assert volume(parts).reps.per_week == WEEKS


def test_what_covers_no_week_has_no_figure_of_one() -> None:
    """Two items that are over before their phase begins are done on no day of it."""
    spans = [Span(7, after=0), Span(7, after=7)]
    of = Phase("", Routine("", [item(10, DAILY, each) for each in spans]), span=LATER)

    assert volume(of).reps.per_week == WEEKS
    assert volume(of).reps.in_all == Range(0)


SEVERAL_DAYS = NotDetermined("the source says only “several”")
NO_END = NotDetermined("the source does not say how long the programme lasts")
MONTH = NotDetermined("a month has no fixed number of days")
NO_START = NotDetermined("nobody knows on which date the programme starts")
UNSURE = NotDetermined("it is not sure how much of it lies in what is around it")


@cases(
    ("around", "span", "expected"),
    [
        pytest.param(Span(weeks(6)), None, Range(42), id="all of 6 weeks"),
        pytest.param(Span(weeks(6)), FIRST, Range(14), id="2 of 6 weeks"),
        pytest.param(FIRST, Span(weeks(6)), Range(14), id="6 weeks cut to 2"),
        pytest.param(Span(weeks(2, 4)), Span(weeks(3)), Range(14, 21), id="3 of 2 to 4 weeks"),
        pytest.param(
            Span(weeks(2, 4)), Span(weeks(None, 3)), Range(None, 21), id="up to 3 of 2 to 4 weeks"
        ),
        pytest.param(Span(weeks(2, 4)), Span(weeks(1, 3)), Range(7, 21), id="1 to 3 of 2 to 4"),
        pytest.param(Span(weeks(2, None)), Span(weeks(3, None)), Range(21, None), id="no end"),
        pytest.param(Span(weeks(6)), Span(after=0), Range(42), id="all along 6 weeks"),
        pytest.param(Span(weeks(6)), Span(after=weeks(2)), Range(28), id="after 2 of 6 weeks"),
        pytest.param(
            Span(weeks(6)), Span(weeks(2), after=weeks(5)), Range(7), id="weeks 6 and 7 of 6"
        ),
        pytest.param(Span(weeks(6)), Span(weeks(2), after=weeks(6)), Range(0), id="outside"),
        pytest.param(
            Span(weeks(6)), Span(weeks(2), after=weeks(2)), Range(14), id="weeks 3 and 4 of 6"
        ),
        pytest.param(
            Span(weeks(6), after=weeks(6)), Span(after=weeks(8)), Range(28), id="after 8 of 12"
        ),
        pytest.param(Span(weeks(4, 6)), Span(after=weeks(2)), NO_END, id="what is left of 4 to 6"),
        pytest.param(
            Span(weeks(4, 6)), Span(weeks(3), after=weeks(2)), UNSURE, id="3 left of 4 to 6"
        ),
        pytest.param(Span(months(3)), FIRST, Range(14), id="2 weeks of 3 months"),
        pytest.param(FIRST, Span(months(3)), Range(14), id="3 months cut to 2 weeks"),
        pytest.param(Span(weeks(13)), Span(months(3)), MONTH, id="3 months of 13 weeks"),
        pytest.param(Span(months(3)), Span(weeks(13)), MONTH, id="13 weeks of 3 months"),
        pytest.param(Span(Words("several")), FIRST, Range(14), id="2 of several weeks"),
        pytest.param(FIRST, Span(Words("several")), SEVERAL_DAYS, id="several of 2 weeks"),
        pytest.param(UNKNOWN_END, FIRST, Range(14), id="2 weeks until a sign"),
        pytest.param(Span(), Span(after=weeks(2)), NO_END, id="after 2 weeks"),
        pytest.param(AUTUMN, None, Range(14), id="dates"),
        pytest.param(AUTUMN, Span(7), Range(7), id="a week of dates"),
        pytest.param(AUTUMN, Between(date(2026, 10, 8)), Range(7), id="dates of dates"),
        pytest.param(AUTUMN, Between(last=date(2026, 10, 7)), Range(7), id="the first dates"),
        pytest.param(AUTUMN, Span(7, after=0), NO_START, id="the first week in dates"),
        pytest.param(Span(7), AUTUMN, NO_START, id="dates in the first week"),
        pytest.param(Span(), AUTUMN, Range(14), id="dates in all of it"),
    ],
)
def test_a_span_is_cut_to_what_is_around_it(
    around: Covers, span: Covers | None, expected: Total
) -> None:
    """What does not say when it starts begins with what is around it, and ends with it."""
    of = Phase("", Routine("", item(1, DAILY, span)), span=around)

    assert volume(of).reps.in_all == expected
    assert (
        volume(Phase("", Routine("", item(1, DAILY), span=span or UNSAID), span=around)).reps.in_all
        == expected
    )


def test_about_so_many_weeks_are_assumed() -> None:
    """About 2 weeks until a sign are 2 weeks only where something is assumed."""
    of = item(1, DAILY, Span(Until("well", weeks(2))))

    about = NotDetermined("it goes on until “well”, about 2 weeks")
    assert volume(of).reps.in_all == about
    assert volume(of, assumptions=Assumptions()).reps.in_all == Range(14)


def phase(reps: int, span: Covers, *frequencies: HowOften) -> Phase:
    """Return a phase with a routine for each frequency."""
    return Phase("", [Routine("", item(reps, each)) for each in frequencies], span=span)


def daily(*spans: Covers) -> list[Phase]:
    """Return phases with ten repetitions a day in the first, eleven in the second, and so on."""
    return [phase(reps, span, DAILY) for reps, span in enumerate(spans, 10)]


ALWAYS = Span(after=0)
WITH_FIRST = Span(weeks(2), after=0)


@cases(
    ("spans", "is_in_turn"),
    [
        pytest.param([FIRST, FIRST], True, id="2 weeks and 2 weeks"),
        pytest.param([FIRST, FIRST, FIRST], True, id="three times 2 weeks"),
        pytest.param([FIRST, LATER], True, id="2 weeks and the 2 weeks after"),
        pytest.param([FIRST, WITH_FIRST], False, id="both from the start"),
        pytest.param([FIRST, Span()], True, id="2 weeks and then all that follows"),
        pytest.param([FIRST, FIRST, Span(7, after=weeks(3))], False, id="in the third week"),
        pytest.param([FIRST, FIRST, Span(7, after=weeks(4))], True, id="in the fifth week"),
        pytest.param([FIRST, ALWAYS], False, id="2 weeks and all along"),
        pytest.param([ALWAYS, FIRST], True, id="nobody knows when the first ends"),
        pytest.param([Span(), Span()], True, id="nobody knows when the second starts"),
        pytest.param([Span(), Span(), Span()], True, id="nor the third"),
        pytest.param([UNKNOWN_END, ALWAYS], False, id="until a sign and all along"),
        pytest.param([Span(weeks(1, 2)), FIRST, ALWAYS], False, id="after 1 to 2 weeks"),
        pytest.param([Span(weeks(1, 2)), FIRST], True, id="2 weeks after 1 to 2"),
        pytest.param(
            [Span(weeks(1, 2)), FIRST, Span(weeks(4), after=0)], False, id="in the first 4 weeks"
        ),
        pytest.param(
            [Span(weeks(1, 2)), Span(3), Span(weeks(2), after=weeks(1))],
            False,
            id="whenever it starts, in the second and third week",
        ),
        pytest.param([AUTUMN, FIRST], True, id="2 weeks after dates"),
        pytest.param([AUTUMN, Between(date(2026, 10, 15))], True, id="dates and later dates"),
        pytest.param([AUTUMN, Between(date(2026, 10, 14))], False, id="dates that overlap"),
        pytest.param([Between(date(2026, 10, 1)), FIRST], True, id="dates without an end"),
        pytest.param([AUTUMN, ALWAYS], False, id="dates and all along"),
        pytest.param(
            [AUTUMN, FIRST, Between(date(2026, 10, 28))],
            False,
            id="the last of 2 weeks after dates",
        ),
        pytest.param([Span(Until("well", weeks(2))), FIRST], True, id="after about 2 weeks"),
    ],
)
def test_which_phases_follow_one_another(spans: list[Covers], *, is_in_turn: bool) -> None:
    """Phases that say no start follow one another; those that surely overlap have no week."""
    same = [phase(10, span, DAILY) for span in spans]
    week = volume(Prescription("", same)).reps.per_week

    assert week == (Range(70) if is_in_turn else NotDetermined("the phases differ"))


def test_phases_in_turn_that_differ() -> None:
    """Phases of other amounts have no figure of a week, and add up in all."""
    found = volume(Prescription("", daily(FIRST, Span(7)))).reps

    assert found.per_week == NotDetermined("the phases differ")
    assert found.in_all == Range(140 + 77)


def test_the_parts_of_a_phase_start_when_it_does() -> None:
    """An item for a week of the second phase has its week, and that of all weeks is unknown."""
    second = Phase("", Routine("", [item(10, DAILY), item(1, DAILY, Span(7))]), span=FIRST)
    found = volume(Prescription("", [phase(10, FIRST, DAILY), second])).reps

    assert found.in_all == Range(140 + 140 + 7)
    assert found.per_week == NotDetermined("the exercises cover different weeks")


@cases(
    ("cases", "expected"),
    [
        pytest.param("young", Range(7), id="for the young"),
        pytest.param((), UNSURE, id="for nobody who is named"),
    ],
)
def test_phases_for_other_people_are_passed_over(cases: str, expected: Total) -> None:
    """What starts after a phase for other people starts after the one before that."""
    late = item(10, DAILY, Span(7, after=weeks(3)))
    phases = [
        Phase("", Routine("", item(10, DAILY)), span=FIRST),
        Phase("", Routine("", item(10, DAILY)), span=FIRST, audience=["old"]),
        Phase("", Routine("", late), span=FIRST, audience=["young"]),
    ]
    found = item_volumes(Prescription("", phases), cases=cases)

    assert found["phases[2].routines[0].items[0]"].bouts.in_all == expected


@cases(
    ("cases", "names", "expected"),
    [
        pytest.param("old", ["10"], (Range(10), Range(70), Range(140)), id="of the old"),
        pytest.param("young", ["7"], (Range(7), Range(49), Range(98)), id="of the young"),
        pytest.param("sore", ["10", "7"], (DIFFER, DIFFER, PEOPLE), id="of nobody who is named"),
        pytest.param((), ["10", "7"], (DIFFER, DIFFER, PEOPLE), id="of nobody in particular"),
    ],
)
def test_the_phases_for_a_case(
    cases: str, names: list[str], expected: tuple[Total, Total, Total]
) -> None:
    """Whose case is named has the phases for it, and nobody's is that of all of them."""
    phases = [
        Phase("", Routine("", item(10, DAILY)), span=FIRST, audience=["old"]),
        Phase("", Routine("", item(7, DAILY)), span=FIRST, audience=["young"]),
    ]
    found = volume(Prescription("", phases), cases=cases)

    assert (found.reps.per_session, found.reps.per_week, found.reps.in_all) == expected
    assert list(found.by_exercise) == names


def test_a_first_phase_with_an_entry_starts_nobody_knows_when() -> None:
    """A first phase that waits for something may or may not have begun after two weeks."""
    late = item(10, DAILY, Span(7, after=weeks(2)))
    first = Phase("", Routine("", late), span=Span(weeks(4)), entry="no fever")

    assert volume(Prescription("", first)).reps.in_all == UNSURE


def test_phases_of_nothing_but_rest() -> None:
    """Rests of two phases that run together have no figure of a day."""
    calm = Phase("", Routine("", Rest(seconds(60))), span=ALWAYS)
    found = volume(Prescription("", [calm, calm], frequency=DAILY)).rest

    assert found.per_day == NotDetermined("the phases differ")


def test_a_phase_without_routines() -> None:
    """A phase in which nothing is done has a figure of a week unlike the others."""
    found = reps_of(
        volume(Prescription("", [phase(10, FIRST, DAILY), Phase("", [], span=FIRST)])).reps
    )

    differ = NotDetermined("the phases differ")
    assert found == (differ, differ, differ, Range(140))


@cases(
    ("frequencies", "expected"),
    [
        ([DAILY, per_week(3)], (10, Range(10, 20), Range(100))),
        ([DAILY, DAILY], (10, Range(20), Range(140))),
        ([ON_MONDAY, Frequency(days=Weekdays(TUE))], (10, Range(10), Range(20))),
    ],
)
def test_routines_on_different_days(
    frequencies: list[HowOften], expected: tuple[int, Range, Range]
) -> None:
    """A day has from the least to the most routines that can fall on it."""
    found = volume(phase(10, FIRST, *frequencies)).reps

    assert (found.per_session, found.per_day, found.per_week) == (
        Range(expected[0]),
        *expected[1:],
    )


OWN = NotDetermined("the exercises have frequencies of their own")
ONCE_ON_FRIDAY = Frequency(days=Weekdays(FRI), times=PerDay(1))
WITHOUT_A_DATE = Frequency(days=Weekdays(FRI), except_on=Dates(date(2026, 1, 2)))


@cases(
    ("parts", "expected"),
    [
        ([on(1, MON), on(2, TUE, THU), on(3, SAT)], (Range(4), Range(8))),
        ([on(1, MON), on(2, MON, THU)], (Range(2), Range(4))),
        ([on(1, MON), Section([on(2, TUE), Rest(seconds(5))])], (Range(2), Range(4))),
        ([on(1, MON), Circuit([on(2, TUE), on(3, WED)], 2)], (Range(3), Range(6))),
        ([on(1, MON), item(2, ONCE_ON_FRIDAY)], (Range(2), Range(4))),
        ([on(1, MON), item(2, DAILY)], (Range(7), Range(14))),
        (
            [item(1, Frequency(days=EveryDay(), except_on=Weekdays(SUN))), on(2, SUN)],
            (Range(7), Range(14)),
        ),
        (
            [item(1, ON_MONDAY, Span(weeks(1))), item(2, ONCE_ON_FRIDAY, Span(weeks(1)))],
            (Range(2), Range(2)),
        ),
        (
            [
                item(1, ON_MONDAY, Span(weeks(1), sessions=9)),
                item(2, ONCE_ON_FRIDAY, Span(weeks(1), sessions=9)),
            ],
            (Range(2), Range(2)),
        ),
        ([on(1, MON), item(2, ONCE_ON_FRIDAY, Span(weeks(1)))], (OWN, OWN)),
        ([on(1, MON), Pick([on(2, TUE), on(3, WED)], 1)], (OWN, OWN)),
        ([on(1, MON), Section([Branch([Case("old", on(2, TUE))])])], (OWN, OWN)),
        ([on(1, MON), item(2, per_week(2))], (OWN, OWN)),
        ([on(1, MON), item(2, per_day(2))], (OWN, OWN)),
        ([on(1, MON), item(2, IF_SORE)], (OWN, OWN)),
        ([on(1, MON), item(2, Frequency(gap=hours(48)))], (OWN, OWN)),
        ([on(1, MON), item(2, WITHOUT_A_DATE)], (OWN, OWN)),
        ([on(1, MON), item(2, Schedule([ON_MONDAY, ONCE_ON_FRIDAY]))], (OWN, OWN)),
    ],
)
def test_sessions_on_weekdays(parts: list[Component], expected: tuple[Total, Total]) -> None:
    """Where every part has weekdays of its own, the sessions are those of all these days."""
    sessions = volume(Routine("", parts, span=Span(weeks(2)))).sessions

    assert (sessions.per_week, sessions.in_all) == expected


def test_sessions_that_a_span_holds_are_on_any_of_the_weekdays() -> None:
    """Nine sessions on Mondays and Fridays are nine, in whichever weeks."""
    routine = Routine("", [on(1, MON), on(2, FRI)], span=Span(sessions=9))
    found = volume(Phase("", routine)).sessions

    assert (found.per_day, found.per_week, found.in_all) == (Range(1), Range(2), Range(9))


def test_sessions_of_each_exercise_on_weekdays() -> None:
    """An exercise has the sessions of its own weekdays, if it is sure to be done."""
    squat, plank = (
        Item(name, frequency=Frequency(days=Weekdays(weekdays)))
        for name, weekdays in (("Squat", [MON, THU]), ("Plank", [FRI]))
    )
    again = Item("Squat", frequency=ONCE_ON_FRIDAY)
    sure, unsure = (
        volume(Routine("", parts)).by_exercise["Squat"].sessions.per_week
        for parts in ([squat, plank, again], [Pick([squat, plank, again], 1)])
    )

    assert (sure, unsure) == (Range(3), OWN)


def test_sessions_of_routines_on_weekdays() -> None:
    """Routines on weekdays of their own items do not meet where these differ."""
    first, second = (
        Routine("", [on(1, one), on(2, other)]) for one, other in ((MON, TUE), (TUE, FRI))
    )
    found = volume(Phase("", [first, second])).sessions

    assert (found.per_day, found.per_week) == (Range(1, 2), Range(4))


def test_sessions_of_routines_on_different_days() -> None:
    """Routines on different weekdays have one session a day, whatever their items do."""
    mondays, tuesdays = (Frequency(days=Weekdays(day)) for day in (MON, TUE))
    first = Routine("", [item(10), item(5, DAILY)], frequency=mondays)
    found = volume(Phase("", [first, Routine("", item(10), frequency=tuesdays)], span=FIRST))

    assert (found.sessions.per_session, found.sessions.per_day) == (Range(1), Range(1))
    assert (found.sessions.per_week, found.sessions.in_all) == (Range(2), Range(4))
    assert (found.reps.per_day, found.bouts.per_day) == (Range(5, 15), Range(1, 2))
    assert volume(Phase("", [])).sessions.per_session == Range(0)


HELD = Span(weeks(4), sessions=12)


@cases(
    ("of", "expected"),
    [
        (item(10, per_week(3), Span(sessions=4)), (Range(4), Range(40))),
        (Routine("", item(10, per_week(3), Span(sessions=4))), (Range(4), Range(40))),
        (
            Routine("", item(10), frequency=per_week(3), span=Span(sessions=4)),
            (Range(4), Range(40)),
        ),
        (
            Routine("", [item(10, per_week(3), Span(sessions=4))] * 2),
            (Range(4), Range(80)),
        ),
        (
            Phase("", Routine("", item(10)), span=HELD, frequency=per_week(2)),
            (Range(12), Range(120)),
        ),
        (
            Phase("", Routine("", item(10), frequency=per_week(2)), span=HELD),
            (Range(12), Range(120)),
        ),
        (
            Phase("", Routine("", item(10, per_week(2))), span=HELD),
            (Range(8), Range(80)),
        ),
        (
            Phase("", Routine("", [item(10), item(5, DAILY)]), span=HELD, frequency=per_week(2)),
            (Range(12), Range(260)),
        ),
        (
            Phase("", [Routine("", item(10))] * 2, span=HELD, frequency=per_week(2)),
            (Range(12), Range(160)),
        ),
        (
            Phase("", [Routine("", item(10))] * 2, span=FIRST, frequency=per_week(2)),
            (Range(8), Range(80)),
        ),
    ],
)
def test_sessions_that_a_span_holds(
    of: Item | Routine | Phase, expected: tuple[Total, Total]
) -> None:
    """The sessions of a span are those of all of it, and an item's own are its bouts."""
    found = volume(of)

    assert (found.sessions.in_all, found.reps.in_all) == expected


def test_the_sessions_of_a_phase_do_not_change_its_weeks() -> None:
    """An item with a frequency of its own goes on as long as the phase around it."""
    phase = Phase(
        "", Routine("", [item(10), item(5, DAILY)]), span=Span(sessions=12), frequency=per_week(2)
    )

    assert volume(phase).reps.per_week == Range(55)


def test_an_assumed_frequency_goes_with_the_others() -> None:
    """What has no frequency is part of every session."""
    parts = Section([item(10), item(5, DAILY)])

    assert volume(parts, assumptions=Assumptions(per_day=2)).reps.per_day == Range(25)
    assert volume(parts).reps.per_day == NotDetermined("no frequency is written")


def test_many_spans_that_overlap_are_added_quickly() -> None:
    """A thousand spans within one another are told apart as fast as a few."""
    many = [item(1, DAILY, Span(days(1000 - each), after=days(each))) for each in range(1000)]

    assert volume(Section(many)).reps.per_week == WEEKS
