"""Work, its rests, and the recursive core."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given

from kinescript.errors import ModelError
from kinescript.model import (
    UNSAID,
    Beat,
    Hold,
    Length,
    Part,
    Repeat,
    Reps,
    Rest,
    Series,
    Sets,
    Tempo,
    Timed,
    Words,
    Work,
    goes_on,
    metres,
    seconds,
    tempo,
)
from kinescript.testing import lengths, works

Problems = Callable[[str], list[tuple[str, str]]]

LENGTHS = (
    "seconds(10), minutes(1), Breaths(20), Counts(5), a timedelta, Words(...), UNSAID or Until(...)"
)
LASTING = "a length of more than 0, such as seconds(10)"
COUNTS = "a whole number of 1 or more, a range of them, words, or unsaid"
TIMEDELTA = "a timedelta of 0 or more in whole milliseconds"
WORK = "Reps, Hold, Timed, Distance, Series or Repeat"


@given(lengths())
def test_a_length_stands_for_a_rest(length: Length) -> None:
    """Wherever a rest belongs, its length alone will do; UNSAID is no rest of unsaid length."""
    rest = UNSAID if length is UNSAID else Rest(length)

    assert Reps(10, rest=rest) == Reps(10, rest=length)
    assert Repeat(Reps(10), 2, between=rest) == Repeat(Reps(10), 2, between=length)
    assert Sets(3, Reps(10), rest=rest) == Sets(3, Reps(10), rest=length)


def test_a_timedelta_stands_for_a_rest() -> None:
    """A timedelta is a length wherever a rest or hold belongs."""
    ten = timedelta(seconds=10)

    assert Sets(3, Reps(10, hold=ten), rest=ten) == (
        Sets(3, Reps(10, hold=seconds(10)), rest=Rest(seconds(10)))
    )


@given(works())
def test_any_work_can_be_part_of_other_work(work: Work) -> None:
    """Whatever can be done can be done in a series, repeated, and in sets."""
    rest = Rest(seconds(30), activity="walk easily")

    assert (work, rest, work) == Series([work, rest, work]).parts
    assert work == Repeat(work, 2).body
    assert work == Sets(3, work).work


def test_a_series_has_two_pieces_at_least() -> None:
    """A piece of work alone is no series, which keeps one form for it."""
    with pytest.raises(ModelError, match="parts: expected at least two pieces of work"):
        Series(Reps(10))


RUN, WALK = Timed(seconds(60), activity="run"), metres(100)


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        pytest.param(Series([Reps(10), Rest(seconds(30))]), True, id="ends in a rest"),
        pytest.param(Series([Rest(seconds(30)), Reps(10)]), False, id="begins with a rest"),
        pytest.param(Reps(10, rest=seconds(30)), False, id="rests between repetitions"),
        pytest.param(Series([RUN, WALK]), True, id="run then walk"),
        pytest.param(Series([Series([RUN, WALK]), RUN]), True, id="a series in a series"),
        pytest.param(Series([Repeat(RUN, 2), WALK]), True, id="run twice then walk"),
        pytest.param(Series([Repeat(Reps(5), 2), WALK]), False, id="repetitions then walk"),
        pytest.param(
            Series([Repeat(RUN, 2, between=seconds(5)), WALK]), False, id="rests between runs"
        ),
        pytest.param(
            Series([Repeat(RUN, 2, every=seconds(90)), WALK]), False, id="runs at an interval"
        ),
        pytest.param(Series([RUN, Rest(seconds(30)), WALK]), False, id="rests in the middle"),
        pytest.param(Series([RUN, Hold(seconds(30))]), False, id="run then hold"),
        pytest.param(RUN, False, id="run"),
        pytest.param(Repeat(RUN, 2), False, id="run twice"),
    ],
)
def test_work_that_goes_on(work: Work, *, expected: bool) -> None:
    """Work that ends in a rest, and activities in turn, leave no rest between sets unsaid."""
    assert goes_on(work) is expected


def test_a_rest_between_repetitions_may_be_none_or_zero() -> None:
    """No rest said and a rest of 0 s are different."""
    assert Reps(10).rest is UNSAID
    assert Reps(10) != Reps(10, rest=seconds(0))


def test_no_hold_is_not_a_hold_of_unknown_length() -> None:
    """Repetitions without a hold, with an unsaid one and with one of 0 s are three things."""
    holds = [None, UNSAID, seconds(0), Words("briefly")]

    assert len({Reps(10, hold=hold) for hold in holds}) == 4


@pytest.mark.parametrize(
    "length", [seconds(0, 5), seconds(0, None), seconds(None, 5), seconds(0.001)], ids=repr
)
def test_holds_and_activities_may_last_any_time_above_zero(length: Length) -> None:
    """Only a length that cannot be more than 0 is no length of a hold or activity."""
    assert [length, length] == [Hold(length).length, Timed(length).length]


@pytest.mark.parametrize(
    "given_tempo",
    [tempo("3-0-1-0"), tempo("3-0-1"), Tempo(Beat(Part.LOWER, Words("slowly"))), UNSAID],
    ids=repr,
)
def test_a_hold_may_stand_beside_a_tempo_without_a_pause(given_tempo: Tempo) -> None:
    """A hold is the pause at the top where the tempo gives none or 0."""
    reps = Reps(10, hold=seconds(5), tempo=given_tempo)

    assert (seconds(5), given_tempo) == (reps.hold, reps.tempo)


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("Reps(0)", "count", f"expected {COUNTS}, got 0"),
        ("Reps(True)", "count", f"expected {COUNTS}, got True"),
        ("Reps(10, hold=5)", "hold", f"expected {LENGTHS}, got 5"),
        ("Reps(10, hold='5 s')", "hold", f"expected {LENGTHS}, got '5 s'"),
        (
            "Reps(10, hold=timedelta(seconds=-5))",
            "hold",
            f"expected {TIMEDELTA}, got datetime.timedelta(days=-1, seconds=86395)",
        ),
        (
            "Reps(10, tempo='3010')",
            "tempo",
            "expected a Tempo, such as tempo('3-0-1-0'), or UNSAID, got '3010'",
        ),
        ("Reps(10, rest=30)", "rest.length", f"expected {LENGTHS}, got 30"),
        ("Sets(3, Reps(10), rest=None)", "rest.length", f"expected {LENGTHS}, got None"),
        (
            "Reps(10, hold=seconds(4), tempo=breathing(seconds(4), seconds(4), seconds(4)))",
            "hold",
            "expected no hold beside a breath's tempo; hold it in with Part.FULL",
        ),
        (
            "Reps(10, hold=seconds(5), tempo=tempo('3-0-1-2'))",
            "hold",
            "expected the pause at the top once, as a hold or in the tempo",
        ),
        (
            "Reps(10, hold=seconds(5), tempo=Tempo(Beat(Part.TOP, UNSAID)))",
            "hold",
            "expected the pause at the top once, as a hold or in the tempo",
        ),
        ("Timed(20)", "length", f"expected {LENGTHS}, got 20"),
        ("Timed(minutes(0))", "length", f"expected {LASTING}, got seconds(0)"),
        ("Hold(seconds(0))", "length", f"expected {LASTING}, got seconds(0)"),
        ("Hold(seconds(None, 0))", "length", f"expected {LASTING}, got seconds(None, 0)"),
        ("Hold(timedelta(0))", "length", f"expected {LASTING}, got datetime.timedelta(0)"),
        ("Rest(seconds(5), activity=None)", "activity", "expected a text, got None"),
        ("Sets(3, 10)", "work", f"expected {WORK}, got 10"),
        (
            "Sets(3, Sets(1, Hold(UNSAID)))",
            "work",
            f"expected {WORK}, got Sets(count=Range(1), work=Hold(length=UNSAID, activity=''...",
        ),
        (
            "Repeat(Rest(seconds(5)), 2)",
            "body",
            f"expected {WORK}, got Rest(length=seconds(5), activity='', intensity=())",
        ),
        ("Repeat(Reps(10), Range(0, 3))", "end", f"expected {COUNTS}, got Range(0, 3)"),
        ("Series([])", "parts", "expected at least two pieces of work"),
        ("Series('rest')", "parts", f"expected {WORK}, got 'rest'"),
    ],
)
def test_what_is_no_work_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    assert [(path, reason)] == problems(written)


def test_every_bad_part_is_named(problems: Problems) -> None:
    """A list with several bad members is one error with a problem for each."""
    expected = [
        ("parts[1]", f"expected {WORK}, got 10"),
        ("parts[3]", f"expected {WORK}, got 'rest'"),
    ]

    assert expected == problems("Series([Reps(10), 10, Hold(Breaths(5)), 'rest'])")
