"""Progressions, rules, limits, periods and spans."""

from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from kinescript.model import (
    UNSAID,
    Aim,
    Aspect,
    Change,
    Condition,
    Direction,
    Goal,
    Guide,
    Item,
    Load,
    Period,
    PeriodUnit,
    Phase,
    Prescription,
    Range,
    Routine,
    Rule,
    Sessions,
    Sign,
    Span,
    SymptomLimit,
    Words,
    days,
    metres,
    minutes,
    months,
    seconds,
    weeks,
)
from kinescript.testing import conditions, guides, names, periods

Problems = Callable[[str], list[tuple[str, str]]]

PERIOD = "a Period such as weeks(6), or a number of days"
BOTH = "expected a direction beside an amount"


@given(guides())
def test_one_guide_needs_no_list(guide: Guide) -> None:
    """Items, routines, phases and prescriptions may be given one guide alone."""
    assert [(guide,)] * 4 == [
        Item("Bridge", guides=guide).guides,
        Routine("Day", [], guides=guide).guides,
        Phase("All", [], guides=guide).guides,
        Prescription("Plan", [], guides=guide).guides,
    ]


@given(conditions())
def test_a_change_may_wait_for_a_condition(condition: Condition) -> None:
    """What has to be found first is kept, and shows a goal too."""
    assert condition == Change(Aspect.LOAD, when=condition).when
    assert condition == Goal("Run", target=condition).target


def test_one_aspect_needs_no_list() -> None:
    """A change of one aspect, and of several together."""
    assert Change([Aspect.HOLD], seconds(30)) == Change(Aspect.HOLD, seconds(30))
    assert Change([Aspect.SETS, Aspect.REPS]).aspect == (Aspect.SETS, Aspect.REPS)


@pytest.mark.parametrize("amount", [Range(1), minutes(5), metres(100), Load(2.5), Words("a bit")])
def test_a_change_is_by_any_amount_in_a_direction(amount: Load) -> None:
    """Numbers, lengths, distances and loads grow and shrink."""
    changes = [
        Change(Aspect.LOAD, by=amount, direction=direction, every=Sessions())
        for direction in Direction
    ]

    assert [amount, amount] == [change.by for change in changes]


def test_a_whole_number_is_an_exact_amount() -> None:
    """One set more, up to five."""
    assert Change(Aspect.SETS, Range(5), by=Range(1), direction=Direction.UP) == (
        Change(Aspect.SETS, 5, by=1, direction=Direction.UP)
    )
    assert Aim(Range(100), "reps") == Aim(100, "reps")


@given(names())
def test_words_say_what_to_do(words: str) -> None:
    """Where no action fits, words are kept."""
    assert words == Rule("pain", words).then
    assert words == SymptomLimit("pain", words).action
    assert Goal(words) == Prescription("Plan", [], goals=words).goals[0]
    assert Sign(words) == Goal("Run", target=words).target


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_short_ways_to_write_a_period(one: int, other: int) -> None:
    """One number is exact, two are a range, and None leaves an end open."""
    low, high = sorted((one, other))

    assert Period(low) == days(low)
    assert Period(Range(low, high), PeriodUnit.WEEK) == weeks(low, high)
    assert Period(Range(low, None), PeriodUnit.MONTH) == months(low, None)


@given(periods())
def test_periods_are_kept(period: Period) -> None:
    """A period of any unit says how long a span is, and what comes before it."""
    span = Span(period, after=period)

    assert (period, period) == (span.length, span.after)
    assert period == Rule("pain", "rest", rest=period).rest


def test_three_months_are_not_90_days() -> None:
    """Units of the calendar are never mixed up."""
    assert len({months(3), days(90), weeks(13), Period(3, PeriodUnit.YEAR)}) == 4


@pytest.mark.parametrize(
    ("told", "period"),
    [("1 week", weeks(1)), ("6 to 8 weeks", weeks(6, 8)), ("at least 3 months", months(3, None))],
)
def test_periods_are_told_as_one_says_them(told: str, period: Period) -> None:
    """The text of a period has its unit, in the plural where it is not one."""
    assert told == str(period)


def test_a_number_of_days_stands_for_a_period() -> None:
    """A bare number is days."""
    assert Span(days(42), after=days(14)) == Span(42, after=14)
    assert Change(Aspect.REPS, after=days(14)) == Change(Aspect.REPS, after=14)


def test_a_span_does_not_say_when_it_starts_unless_it_is_told() -> None:
    """An unsaid start is the default; from the start of the programme is another thing."""
    assert Span(weeks(6), after=UNSAID) == Span(weeks(6))
    assert Span(weeks(6), after=days(0)) != Span(weeks(6))


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("Period(-1)", "number.low", "expected 0 or more, got -1"),
        ("Period(True)", "number.low", "expected a number, got True"),
        (
            "Period(1.5)",
            "number",
            "expected a whole number or a range of them, got 1.5",
        ),
        ("Period(Range(1.5))", "number", None),
        (
            "Period(1, 'week')",
            "unit",
            "expected a PeriodUnit such as PeriodUnit.WEEK, got 'week'",
        ),
        ("Rule('pain', 'rest', rest='a week')", "rest", f"expected {PERIOD}, got 'a week'"),
        ("Change([])", "aspect", "expected at least one aspect, each once, got []"),
        ("Change([Aspect.REPS, Aspect.REPS])", "aspect", None),
        ("Change('reps')", "aspect", "expected an Aspect such as Aspect.HOLD, got 'reps'"),
        ("Change(Aspect.REPS, by=1)", "direction", BOTH),
        ("Change(Aspect.REPS, 'more')", "to", None),
        (
            "Change(Aspect.REPS, direction='up')",
            "direction",
            "expected a Direction such as Direction.UP, or UNSAID, got 'up'",
        ),
        (
            "Change(Aspect.REPS, every=2)",
            "every",
            "expected a Period such as weeks(2), Sessions(1), Words or UNSAID, got 2",
        ),
        ("Change(Aspect.REPS, when=2)", "when", None),
        ("Sessions(0)", "count", "expected a whole number of 1 or more, got 0"),
        ("Rule(5, 'rest')", "when", None),
        (
            "Rule('pain', None)",
            "then",
            "expected an Action such as Action.STOP, or words, got None",
        ),
        ("Rule('pain', '')", "then", "expected a text that is not empty, got ''"),
        (
            "SymptomLimit('pain', None)",
            "action",
            "expected an Action such as Action.STOP, words, or UNSAID, got None",
        ),
        (
            "Item('Bridge', guides='slowly')",
            "guides",
            "expected a Change, a Rule or a SymptomLimit, got 'slowly'",
        ),
        ("Item('Bridge', span=6)", "span", None),
        (
            "Goal('Run', due=6)",
            "due",
            "expected a date, a Period such as weeks(6), or UNSAID, got 6",
        ),
        ("Goal('Run', due=datetime(2026, 1, 2))", "due", None),
        ("Goal('')", "words", "expected a text that is not empty, got ''"),
        ("Aim('long')", "amount", None),
        ("Aim(5, '')", "of", "expected a text that is not empty, got ''"),
        ("Item('Bridge', aims=5)", "aims", "expected an Aim such as Aim(minutes(30, 45)), got 5"),
    ],
)
def test_what_steers_no_dose_is_refused(
    problems: Problems, written: str, path: str, reason: str | None
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    ((found, why),) = problems(written)

    assert path == found
    assert why.startswith("expected ")
    assert reason in {None, why}
