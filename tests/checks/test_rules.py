"""Each rule finds what it is for, and nothing else."""

from collections.abc import Sequence
from datetime import date, time

import attrs
import pytest

from kinescript.checks import Finding, Severity, check
from kinescript.model import (
    UNSAID,
    AsNeeded,
    At,
    Beat,
    Between,
    Branch,
    Breaths,
    Budget,
    Case,
    Circuit,
    Component,
    Counts,
    Covers,
    Cycle,
    Dates,
    Days,
    DaysPer,
    Dose,
    Duration,
    EachSide,
    Every,
    EveryDay,
    EveryDays,
    Exercise,
    Frequency,
    Hold,
    HowOften,
    InAll,
    Item,
    Laterality,
    Length,
    Part,
    PerDay,
    Period,
    PeriodUnit,
    Phase,
    Pick,
    Prescription,
    Range,
    Reading,
    Repeat,
    Reps,
    Rest,
    Routine,
    Schedule,
    Section,
    Series,
    Sets,
    Side,
    Span,
    Tempo,
    ThroughTheDay,
    Timed,
    Times,
    Unsaid,
    Until,
    Weekday,
    Weekdays,
    Words,
    Work,
    days,
    hours,
    metres,
    minutes,
    months,
    per_day,
    per_week,
    seconds,
    weeks,
)

OCTOBER, NOVEMBER = date(2026, 10, 31), date(2026, 11, 1)
ONCE = per_day(1)
UNILATERAL = Exercise("Clamshell", laterality=Laterality.UNILATERAL)


def found(code: str, *phases: Phase) -> list[Finding]:
    """Return what one rule finds in a prescription of *phases*."""
    return [each for each in check(Prescription("Test", phases)) if each.code == code]


def phase(items: Component | Sequence[Component], span: Covers | None = None) -> Phase:
    """Make a phase of one routine."""
    return Phase("", Routine("", items), span=span or Span())


ONE_TIME = PerDay(1)


def lasting(length: Length, times: Times = ONE_TIME, on: Days | Unsaid = UNSAID) -> Item:
    """Make an item that takes so long on each of its times."""
    return Item("Walk", Dose(Timed(length)), frequency=Frequency(days=on, times=times))


def test_an_exercise_longer_than_a_day_is_impossible() -> None:
    """The bouts of one exercise must fit into 24 hours."""
    (finding,) = found("impossible-day", phase([lasting(hours(13), PerDay(2)), lasting(hours(1))]))

    assert finding.severity is Severity.ERROR
    assert finding.path == "phases[0].routines[0].items[0]"
    assert finding.message == "Walk takes at least 26 h a day"


def test_exercises_longer_than_a_day_together_are_impossible() -> None:
    """Exercises that fit alone must fit together, too."""
    (finding,) = found("impossible-day", phase([lasting(hours(13)), lasting(hours(12))]))

    assert finding.path == "phases[0]"
    assert finding.message == "the exercises of one day take at least 25 h"


def test_an_enormous_time_is_not_spelled_out() -> None:
    """A number that nobody could read is cut."""
    (finding,) = found("impossible-day", phase(lasting(hours(10**5000))))

    assert finding.message == "Walk takes more than 10000 h a day"


@pytest.mark.parametrize(
    "item",
    [
        lasting(hours(24)),
        lasting(hours(13, 30)),
        lasting(hours(None, 30)),
        lasting(hours(13), PerDay(Range(1, 3))),
        lasting(hours(13), PerDay(Range(None, 3))),
        lasting(hours(13), PerDay(Words("several"))),
        lasting(hours(13), ThroughTheDay()),
        lasting(hours(13), At(time(7))),
        Item("Walk", Dose(Timed(hours(13)))),
    ],
    ids=[
        "a day",
        "from less",
        "up to more",
        "once or more",
        "up to thrice",
        "words",
        "through the day",
        "at a time",
        "no frequency",
    ],
)
def test_what_fits_at_its_least_is_possible(item: Item) -> None:
    """A day is full only if even the least of everything is too much."""
    assert found("impossible-day", phase(item)) == []


def test_each_moment_counts() -> None:
    """Two clock times are two bouts."""
    assert found("impossible-day", phase(lasting(hours(13), At((time(7), time(19))))))


MONDAY, TUESDAY = Weekdays(Weekday.MON), Weekdays(Weekday.TUE)
DAY, NEXT = Dates(date(2026, 11, 23)), Dates(date(2026, 11, 24))


@pytest.mark.parametrize(
    ("one", "other", "is_impossible"),
    [
        (MONDAY, MONDAY, True),
        (MONDAY, TUESDAY, False),
        (MONDAY, EveryDay(), True),
        (MONDAY, DAY, True),
        (TUESDAY, DAY, False),
        (DAY, DAY, True),
        (DAY, NEXT, False),
        (DAY, EveryDay(), True),
    ],
    ids=[
        "same weekday",
        "other weekday",
        "every day",
        "date on the weekday",
        "date on another weekday",
        "same date",
        "other date",
        "date on every day",
    ],
)
def test_only_what_falls_on_one_day_adds_up(one: Days, other: Days, *, is_impossible: bool) -> None:
    """Days of the week and dates are told apart."""
    items = [lasting(hours(13), on=one), lasting(hours(12), on=other)]

    assert bool(found("impossible-day", phase(items))) is is_impossible


@pytest.mark.parametrize(
    ("one", "other", "path"),
    [
        (Span(14), Span(after=14), None),
        (Span(15), Span(after=14), "phases[1]"),
        (Span(), Span(after=10**9), "phases[1]"),
        (Span(after=3), Span(after=0), "phases[0]"),
        (Span(Words("until better")), Span(after=14), "phases[1]"),
        (Span(14), Span(), None),
        (Span(days(0, 7)), Span(), None),
        (Span(14, after=14), Span(after=27), "phases[1]"),
        (Span(), Span(), None),
        (Between(OCTOBER, OCTOBER), Between(NOVEMBER), None),
        (Between(OCTOBER, NOVEMBER), Between(NOVEMBER), "phases[1]"),
        (Between(OCTOBER, NOVEMBER), Between(last=OCTOBER), None),
        (Between(last=OCTOBER), Between(last=NOVEMBER), None),
        (Between(last=OCTOBER), Span(14), None),
        (Span(14), Between(OCTOBER, NOVEMBER), None),
    ],
    ids=[
        *("one after another", "overlap", "no end", "second first", "words"),
        *("in order", "after no day", "late", "after no end"),
        *("dates apart", "dates that overlap", "dates in order", "dates without a start"),
        *("after a date", "days and dates"),
    ],
)
def test_only_phases_that_overlap_add_up(one: Covers, other: Covers, path: str | None) -> None:
    """A day holds the exercises of all phases that cover it."""
    phases = phase(lasting(hours(13)), one), phase(lasting(hours(12)), other)

    assert [each.path for each in found("impossible-day", *phases)] == ([path] if path else [])


def test_an_exercise_that_ends_with_its_phase_is_no_longer_counted() -> None:
    """An exercise that goes on in another phase is counted as long as it goes on."""
    first, second = phase(named(*"ABCD"), Span(14)), phase(named(*"ABEF"), Span(after=7))
    third = phase(named(*"GH"), Span(after=14))

    (finding,) = found("burden-exercises", first, second, third)

    assert (finding.path, finding.message) == ("phases[1]", "one day has 6 different exercises")


def sided(sides: Side | EachSide | Unsaid = UNSAID) -> Dose:
    """Make a dose for *sides*."""
    return Dose(Sets(3, Reps(10)), sides=sides)


def test_a_unilateral_exercise_needs_a_side() -> None:
    """It is ambiguous to leave open which side works."""
    (finding,) = found("ambiguous-side", phase(Item(UNILATERAL, sided())))

    assert finding.severity is Severity.WARNING
    assert finding.path == "phases[0].routines[0].items[0].dose"
    assert finding.message == "Clamshell works one side at a time, but its dose names no side"


@pytest.mark.parametrize("others", [(), per_day(2)], ids=["no other", "a frequency"])
def test_a_reading_of_something_else_names_no_side(others: Frequency | tuple[()]) -> None:
    """Only a reading that has another dose says that the dose was doubted."""
    reading = Reading("twice", "as often as that", others=others)

    assert found("ambiguous-side", phase(Item(UNILATERAL, sided(), readings=reading)))


@pytest.mark.parametrize(
    "item",
    [
        Item(UNILATERAL, sided(EachSide())),
        Item(UNILATERAL, sided(Side.LEFT)),
        Item(
            UNILATERAL,
            sided(),
            readings=Reading("3 x 10", "done as usual", others=sided(EachSide())),
        ),
        Item(UNILATERAL),
        Item("Clamshell", sided()),
        Item(Exercise("Bridge", laterality=Laterality.BILATERAL), sided()),
    ],
    ids=["each", "left", "a reading", "no dose", "unknown", "bilateral"],
)
def test_a_side_is_not_always_missing(item: Item) -> None:
    """Nothing is ambiguous where a side is said, a reading recorded, or none is needed."""
    assert found("ambiguous-side", phase(item)) == []


LONG = minutes(21)


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (Hold(LONG), "21 min"),
        (Hold(minutes(5, 21)), "5 to 21 min"),
        (Hold(minutes(21, None)), "at least 21 min"),
        (Hold(Breaths(401)), "401 breaths"),
        (Hold(Counts(1601)), "1601 counts"),
        (Hold(Duration(10**5000)), "an enormous time"),
        (Reps(10, hold=LONG), "21 min"),
        (Reps(10, tempo=Tempo([Beat(Part.LOWER, LONG), Beat(Part.BOTTOM, LONG)])), "21 min"),
        (Series([Rest(LONG), Hold(LONG)]), "21 min"),
        (Repeat(Hold(LONG), 3), "21 min"),
    ],
    ids=[
        "exact",
        "up to",
        "at least",
        "breaths",
        "counts",
        "enormous",
        "repetition",
        "tempo",
        "series",
        "repeat",
    ],
)
def test_a_very_long_hold_is_implausible(work: Work, told: str) -> None:
    """A position that is kept for more than 20 minutes should be looked at."""
    (finding,) = found("implausible-hold", phase(Item("Plank", Dose(work))))

    assert finding.severity is Severity.WARNING
    assert finding.path == "phases[0].routines[0].items[0].dose"
    assert finding.message == f"Plank is held for {told}, more than 20 min"


@pytest.mark.parametrize(
    "work",
    [
        Hold(minutes(20)),
        Hold(Breaths(400)),
        Hold(Words("long")),
        Hold(UNSAID),
        Reps(10),
        Timed(LONG),
        Reps(10, tempo=Tempo(Beat(Part.LOWER, LONG))),
        Series([Rest(LONG), Hold(seconds(5))]),
    ],
    ids=["twenty minutes", "breaths", "words", "unsaid", "none", "timed", "moving", "rest"],
)
def test_other_holds_are_plausible(work: Work) -> None:
    """Only a position that is kept counts, and only its figures."""
    assert found("implausible-hold", phase(Item("Plank", Dose(work)))) == []


@pytest.mark.parametrize(
    "often",
    [
        Frequency(times=InAll(minutes(30))),
        Frequency(budget=Budget(minutes(150))),
        Schedule((ONCE, Frequency(times=InAll(minutes(30))))),
    ],
    ids=["a day", "a week", "one of several"],
)
def test_a_time_in_all_says_how_much(often: HowOften) -> None:
    """What has a time a day or a week needs no dose beside it."""
    assert found("incomplete-amount", phase(Item("Walk", frequency=often))) == []
    sets = Frequency(budget=Budget(Range(5, 7), what="sets"))
    assert found("incomplete-amount", phase(Item("Walk", frequency=sets)))


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (Item("Bridge", frequency=ONCE), "Bridge has no dose"),
        (Item("Bridge", sided()), "Bridge has no frequency"),
        (Item("Bridge"), "Bridge has no dose and no frequency"),
    ],
    ids=["dose", "frequency", "both"],
)
def test_an_item_needs_a_dose_and_a_frequency(item: Item, message: str) -> None:
    """What the plan would have to assume is reported."""
    (finding,) = found("incomplete-amount", phase(item))

    assert finding.severity is Severity.WARNING
    assert finding.path == "phases[0].routines[0].items[0]"
    assert finding.message == message


def test_a_frequency_around_the_item_will_do() -> None:
    """The frequency of the routine, phase or prescription holds for its items."""
    bridge = Item("Bridge", sided())
    around = [
        Prescription("Test", Phase("", Routine("", bridge, frequency=ONCE)), advice="ask"),
        Prescription("Test", Phase("", Routine("", bridge), frequency=ONCE), advice="ask"),
        Prescription("Test", Phase("", Routine("", bridge)), frequency=ONCE, advice="ask"),
    ]

    assert [check(each) for each in around] == [(), (), ()]


def named(*names: str) -> list[Item]:
    """Make an item for each name."""
    return [Item(name, sided(), frequency=ONCE) for name in names]


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        ("ABCD", []),
        ("ABCDA", []),
        ("ABCDa", []),
        ("ABCDE", ["burden-exercises"]),
        ("ABCDEF", ["burden-exercises"]),
        ("ABCDEFG", ["burden-many-exercises"]),
    ],
    ids=["four", "one twice", "one in small letters", "five", "six", "seven"],
)
def test_many_different_exercises_are_a_burden(names: str, codes: list[str]) -> None:
    """More than 4 different exercises on a day are noted, more than 6 are warned of."""
    prescription = Prescription("Test", phase(named(*names)), advice="ask")

    assert [each.code for each in check(prescription)] == codes


def test_taking_turns_over_the_days_is_no_burden() -> None:
    """Exercises of different days are not added up."""
    half = [Weekdays([Weekday.MON, Weekday.WED]), Weekdays([Weekday.TUE, Weekday.THU])]
    items = [
        Item(f"{index}", sided(), frequency=Frequency(days=half[index % 2])) for index in range(8)
    ]

    assert found("burden-exercises", phase(items)) == []


def test_exercises_on_a_date_come_on_top_of_the_usual_ones() -> None:
    """A date has its own exercises and those of its weekday."""
    extra = [Item(name, sided(), frequency=Frequency(days=DAY)) for name in "DEFG"]

    (finding,) = found("burden-exercises", phase([*named(*"ABCD"), *extra[:2]]))

    assert finding.message == "one day has 5 different exercises"
    assert found("burden-many-exercises", phase([*named(*"ABCD"), *extra]))


@pytest.mark.parametrize(
    "prescription",
    [
        Prescription("Test", (), precautions="no pain above 4 of 10"),
        Prescription("Test", (), advice="ask if the pain persists"),
    ],
    ids=["precautions", "advice"],
)
def test_somebody_tells_when_to_stop(prescription: Prescription) -> None:
    """Precautions or advice are enough."""
    assert check(prescription) == ()


def test_nobody_tells_when_to_stop() -> None:
    """A prescription without precautions and advice is warned of."""
    (finding,) = found("safety-advice", phase(named("A")))

    assert (finding.severity, finding.path) == (Severity.WARNING, "precautions")


def test_an_empty_prescription_can_be_checked() -> None:
    """Without phases there is only the missing advice to find."""
    assert [each.code for each in check(Prescription("Empty", ()))] == ["safety-advice"]


def test_other_readings_are_noted() -> None:
    """What can be read in another way is told at its reading, be it in a group or a routine."""
    two = Reading("3 sets of 10 to 15", "as in the table", others=(sided(), per_day(2)))
    group = Section(Item("Bridge", sided(), readings=[Reading("deep", "slow"), two]))
    one = Reading("daily", "each day", others=per_day(3))
    first, second = found("contradictory-source", Phase("", Routine("", group, readings=one)))

    assert first.severity is Severity.NOTE
    assert (first.path, first.message) == (
        "phases[0].routines[0].readings[0]",
        "“daily” can be read in another way: each day",
    )
    assert (second.path, second.message) == (
        "phases[0].routines[0].items[0].parts[0].readings[1]",
        "“3 sets of 10 to 15” can be read in 2 other ways: as in the table",
    )


def test_items_in_groups_are_checked() -> None:
    """A group hides nothing, and inherits as an item does."""
    circuit = Circuit((Item(UNILATERAL, sided()), Section(Item("Plank", Dose(Hold(LONG))))), 3)
    one = Phase("", Routine("", circuit, frequency=ONCE))

    assert [each.path for each in check(Prescription("Test", one, advice="ask"))] == [
        "phases[0].routines[0].items[0].parts[0].dose",
        "phases[0].routines[0].items[0].parts[1].parts[0].dose",
    ]


def test_only_what_is_picked_is_counted() -> None:
    """Of several to pick from, and of cases, a day holds only so many."""
    walks = [Item(f"Walk {index}", Dose(Timed(hours(13)))) for index in range(6)]
    branch = Branch([Case(item.exercise.name, item) for item in walks])

    for group in (Pick(walks, 1), branch):
        assert found("impossible-day", phase(group)) == []
        assert found("burden-exercises", phase(group)) == []
    assert found("impossible-day", phase(Section(walks[:2])))


WORK = Dose(Timed(hours(13)))


@pytest.mark.parametrize(
    ("one", "other", "is_impossible"),
    [
        (DaysPer(3), DaysPer(3), True),
        (DaysPer(3), DaysPer(2), False),
        (DaysPer(3), EveryDay(), True),
        (DaysPer(3), MONDAY, False),
        (EveryDays(days(2)), EveryDays(days(2)), True),
        (Cycle(1, 1), EveryDays(days(2)), False),
        (Words("training days"), Words("training days"), True),
    ],
)
def test_days_that_a_calendar_finds_add_up_where_they_are_the_same(
    one: Days, other: Days, *, is_impossible: bool
) -> None:
    """Days of one rule fall together; of others it is not known."""
    items = [lasting(hours(13), on=one), lasting(hours(12), on=other)]

    assert bool(found("impossible-day", phase(items))) is is_impossible


@pytest.mark.parametrize(
    ("frequency", "is_impossible"),
    [
        (Frequency(times=InAll(hours(26), 2)), True),
        (Frequency(times=InAll(hours(26))), False),
        (Frequency(times=Every(hours(2))), False),
        (Frequency(times=Words("at will")), False),
        (Frequency(times=AsNeeded()), False),
        (Frequency(times=PerDay(2), condition="pain"), False),
        (Schedule((per_day(1), Frequency(days=MONDAY, times=PerDay(2)))), True),
    ],
)
def test_the_least_of_a_day_counts(frequency: HowOften, *, is_impossible: bool) -> None:
    """Times are taken at their least, and what may not be done at all is none."""
    item = Item("Walk", WORK, frequency=frequency)

    assert bool(found("impossible-day", phase(item))) is is_impossible
    assert check(Prescription("Test", phase([item, item])))


def test_own_spans_count() -> None:
    """Items with a span of their own add up only where these overlap."""
    ends, starts, never = (
        Item("Walk", WORK, span=span)
        for span in (Span(weeks(4)), Span(after=weeks(4)), Span(days(0, 7)))
    )
    early = Item("Swim", WORK, span=Span(after=days(27)))

    assert found("impossible-day", phase([ends, starts, never])) == []
    assert found("impossible-day", phase([ends, early]))
    routine = Routine("", Item("Swim", WORK), span=Span(after=months(12)))
    year = Phase("", Routine("", Item("Walk", WORK)), span=Span(Period(1, PeriodUnit.YEAR)))
    assert found("impossible-day", year, Phase("", routine)) == []


def test_phases_for_different_people_do_not_add_up() -> None:
    """A day of one person has what is for all and what is for this one."""
    for_all = phase(lasting(hours(8)))
    young, old, both = (
        attrs.evolve(phase(lasting(hours(9)), Span(after=0)), audience=names)
        for names in ("young", "old", ("young", "old"))
    )

    assert found("impossible-day", for_all, young, old) == []
    assert found("impossible-day", for_all, young, both)


def test_a_phase_of_which_nobody_knows_the_start_is_looked_at_alone() -> None:
    """It adds up with no other phase, but with its own exercises."""
    waiting = phase(lasting(hours(13)))
    full = phase([lasting(hours(13)), lasting(hours(12))])

    assert found("impossible-day", phase(lasting(hours(13))), waiting) == []
    assert [each.path for each in found("impossible-day", waiting, full)] == ["phases[1]"]


def test_phases_in_order_follow_one_another_in_the_check_as_in_the_plan() -> None:
    """A third phase meets none of the two before it, but whatever has a start of its own."""
    full, third = (phase(lasting(hours(13)), Span(weeks(2))) for _ in range(2))
    late = phase(lasting(hours(12)), Span(after=weeks(5)))

    assert found("impossible-day", full, full, third) == []
    (finding,) = found("impossible-day", full, full, third, late)
    assert finding.path == "phases[3]"


def test_a_part_without_a_start_begins_with_what_is_around_it() -> None:
    """A span inside another one starts with it, and ends with it at the latest."""
    early = Item("Swim", Dose(Timed(hours(12))), span=Span(3))
    late = Routine("", lasting(hours(13)), span=Span(after=3))
    one = Phase("", (Routine("", early), late), span=Span(7))

    assert found("impossible-day", one) == []
    assert found("impossible-day", attrs.evolve(one, span=Span(7, after=3)))


@pytest.mark.parametrize(
    ("one", "other", "around", "is_impossible"),
    [
        (Between(OCTOBER, OCTOBER), Between(NOVEMBER), Span(), False),
        (Between(OCTOBER, NOVEMBER), Between(NOVEMBER), Span(), True),
        (Between(OCTOBER), Span(2), Span(), False),
        (Between(OCTOBER), Span(2), Between(NOVEMBER), True),
        (Between(last=NOVEMBER), Span(2), Between(NOVEMBER), True),
        (Between(OCTOBER, OCTOBER), Span(), Between(NOVEMBER), False),
        (Between(NOVEMBER), Span(after=2), Between(OCTOBER), False),
        (Span(2), Span(after=2), Between(OCTOBER), False),
        (Between(last=NOVEMBER), Span(2), Span(), True),
    ],
)
def test_parts_with_dates_add_up_where_these_meet(
    one: Covers, other: Covers, around: Covers, *, is_impossible: bool
) -> None:
    """On which days of a programme a date falls is not known, so it meets dates alone."""
    items = [
        attrs.evolve(lasting(hours(13)), span=one),
        attrs.evolve(lasting(hours(12)), span=other),
    ]

    assert bool(found("impossible-day", phase(items, around))) is is_impossible


def test_dates_in_a_phase_that_waits_are_dates() -> None:
    """Parts of a phase without a known start meet where their dates do."""
    early, late = (
        attrs.evolve(lasting(hours(13)), span=span)
        for span in (Between(OCTOBER, OCTOBER), Between(NOVEMBER))
    )

    assert found("impossible-day", phase(named("A")), phase([early, late])) == []
    assert found("impossible-day", phase(named("A")), phase([early, early]))


@pytest.mark.parametrize("often", [UNSAID, per_day(1), per_week(3)])
def test_routines_that_take_turns_do_not_add_up(often: HowOften) -> None:
    """A day has the exercises of one of them, and those that take no turn."""
    one, two = (Routine("", [Item(name, WORK) for name in names]) for names in ("ABCD", "EFGH"))
    extra = Item("X", WORK, frequency=per_day(1))
    taking = Phase("", (one, two), frequency=often, turns=True)

    assert found("burden-exercises", taking) == []
    assert found("burden-many-exercises", attrs.evolve(taking, turns=False))
    more = attrs.evolve(taking, routines=(attrs.evolve(one, items=(*one.items, extra)), two))
    (finding,) = found("burden-exercises", more)
    assert finding.message == "one day has 5 different exercises"


@pytest.mark.parametrize(
    ("length", "told"),
    [
        (Until("dizziness has passed", minutes(21, None)), "at least 21 min"),
        (Until("tired", seconds(30)), None),
        (Until("tired"), None),
    ],
)
def test_a_hold_until_a_sign_counts_by_its_figure(length: Until, told: str | None) -> None:
    """Only the bounds of an end that waits can be too long."""
    messages = [
        each.message for each in found("implausible-hold", phase(Item("X", Dose(Hold(length)))))
    ]

    assert messages == ([f"X is held for {told}, more than 20 min"] if told else [])


def test_a_distance_holds_nothing() -> None:
    """Work that is a distance has no position to keep."""
    assert found("implausible-hold", phase(Item("Run", Dose(metres(400))))) == []


@pytest.mark.parametrize(
    ("frequency", "is_impossible"),
    [
        (Frequency(days=EveryDay(), except_on=MONDAY), False),
        (Frequency(days=MONDAY, except_on=MONDAY), False),
        (Frequency(days=Dates(date(2026, 11, 23)), except_on=MONDAY), False),
        (Frequency(days=EveryDay(), except_on=Weekdays(Weekday.TUE)), True),
    ],
)
def test_days_that_are_left_out_are_not_full(frequency: Frequency, *, is_impossible: bool) -> None:
    """What is left out of a day does not count towards its length."""
    own = Item("Walk", WORK, frequency=frequency)
    items = [own, lasting(hours(12), on=MONDAY)]

    assert bool(found("impossible-day", phase(items))) is is_impossible


def test_a_side_of_a_part_is_a_side() -> None:
    """What works one side at a time may name its sides part by part."""
    move = Exercise("Roll", laterality=Laterality.UNILATERAL)
    left, right = (Hold(seconds(30), side=side) for side in (Side.LEFT, Side.RIGHT))
    parts = Item(move, Series((left, right)))
    sets = Item(move, Dose(Sets(3, Hold(seconds(30)), side=Side.LEFT)))

    assert found("ambiguous-side", phase([Item(move, Hold(seconds(30)))]))
    assert not found("ambiguous-side", phase([parts, sets]))
