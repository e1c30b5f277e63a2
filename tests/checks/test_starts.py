"""What starts again before it can be over, and what is done again within a minute."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from tests.checks.written import found, messages

from kinescript.checks import Severity
from kinescript.model import (
    UNSAID,
    Dose,
    Every,
    Frequency,
    Item,
    Phase,
    Prescription,
    Repeat,
    Routine,
    Sets,
    Timed,
    Words,
    seconds,
)

LATE, CLOSE = "impossible-interval", "implausible-interval"
ITEM = "phases[0].routines[0].items[0]"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A: 10 x 30 s, starting every 20 s", "what takes 30 s cannot start every 20 s"),
        ("A: 10 x hold 30-60 s, starting every 20 s", "what takes 30 s cannot start every 20 s"),
        ("A: 10 x (30 s then 20 s), starting every 40 s", "what takes 50 s cannot start"),
        ("A: 10 x (5, hold 10 s), starting every 40 s", "what takes 50 s cannot start"),
        ("A: 3 x (8 x 30 s, starting every 20 s)", "what takes 30 s cannot start every 20 s"),
        ("circuit: 5 rounds, starting every 1 min\n  A: 40 s\n  B: 30 s", "what takes 70 s"),
        ("emom: 10 min\n  A: 10\n  B: 90 s", "what takes 90 s cannot start every 1 min"),
        ("A: 40 min; every 30 min", "what takes 40 min cannot start every 30 min"),
        ("A: 10 min; 10 times every 1 h", "what takes 10 min cannot start every 6 min"),
        ("A: 10 x 20 s, starting every 20 s", ""),
        ("A: 10 x 30 s, starting every 20-40 s", ""),
        ("A: 10 x 30 s, starting every ?", ""),
        ("A: 10 x 10, starting every 5 s", ""),
        ("A: 10 x 50 m, starting every 5 s", ""),
        ("A: 10 x up to 30 s, starting every 20 s", ""),
        ("A: 10 x 30 s, rest 60 s", ""),
        ("A: 1 x 30 s, starting every 20 s", ""),
        ("circuit: 1 round, starting every 20 s\n  A: 30 s", ""),
        ("circuit: 5 rounds, starting every 1 min\n  A: 30 s\n  B: 10", ""),
        ("emom: 10 min\n  A: 30 s\n  B: 40 s", ""),
        ("A: 20 min; every 30 min", ""),
        ("A: 20 min; 3/day", ""),
        ("A: ?; every 30 min", ""),
    ],
)
def test_what_starts_again_must_be_over(text: str, message: str) -> None:
    """Work has to fit between two of its starts, by the times that are written alone."""
    told = messages(LATE, text)

    assert len(told) == bool(message)
    assert all(each.startswith(message) for each in told)


@given(st.integers(1, 100), st.integers(1, 100), st.integers(1, 3))
def test_work_fits_where_it_is_no_longer_than_its_interval(
    work: int, every: int, count: int
) -> None:
    """Two sets or more are impossible if, and only if, one takes longer than the interval."""
    sets = Sets(count, Timed(seconds(work)), every=seconds(every))
    repeat = Repeat(Timed(seconds(work)), count, every=seconds(every))

    for dose in (Dose(sets), Dose(Sets(2, repeat))):
        rx = Prescription("Test", Phase("", Routine("", Item("Run", dose))))
        assert bool(found(LATE, rx)) is (count > 1 and work > every)


@pytest.mark.parametrize("every", [seconds(20, None), UNSAID])
def test_an_open_interval_has_room(every: object) -> None:
    """An interval without a greatest length can hold anything."""
    sets = Sets(3, Timed(seconds(30)), every=every)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    rx = Prescription("Test", Phase("", Routine("", Item("Run", Dose(sets)))))

    assert found(LATE, rx) == []


def test_an_interval_is_told_where_it_is_written() -> None:
    """An interval of a dose is told at the dose, one of a circuit at the circuit."""
    text = "A: 10 x 30 s, starting every 20 s\ncircuit: 2 rounds, starting every 20 s\n  B: 30 s"

    findings = found(LATE, text)

    assert [each.path for each in findings] == [f"{ITEM}.dose", "phases[0].routines[0].items[1]"]
    assert {each.severity for each in findings} == {Severity.ERROR}


@pytest.mark.parametrize(
    ("often", "message"),
    [
        ("every 1 s", "“every 1 s” is less than a minute apart"),
        ("70 times every 1 h", "“70 times every 1 h” is less than a minute apart"),
        ("every 1 min", ""),
        ("every 30-90 s", ""),
        ("60 times every 1 h", ""),
        ("3/day", ""),
    ],
)
def test_bouts_within_a_minute_are_implausible(often: str, message: str) -> None:
    """What is done again in less than a minute is no bout of its own."""
    findings = found(CLOSE, f"A: 10; {often}")

    assert [each.message for each in findings] == [message][: bool(message)]
    assert {(each.path, each.severity) for each in findings} <= {
        (f"{ITEM}.frequency", Severity.WARNING)
    }


@pytest.mark.parametrize(
    "every", [Every(seconds(1, None)), Every(seconds(60), bouts=Words("several"))]
)
def test_only_figures_are_too_close(every: Every) -> None:
    """What may be rarer, or is counted in words, is not too often."""
    item = Item("A", Dose(Timed(seconds(1))), frequency=Frequency(times=every))

    assert found(CLOSE, Prescription("Test", Phase("", Routine("", item)))) == []
