"""What a prescription leaves open of how much there is."""

from __future__ import annotations

import pytest
from tests.checks.written import found, messages

CODE = "incomplete-amount"


@pytest.mark.parametrize(
    ("dose", "missing"),
    [
        ("?", "dose"),
        ("3 x ?", "number of repetitions"),
        ("? reps, hold 10 s", "number of repetitions"),
        ("10, hold ?", "length of its hold"),
        ("? reps, hold ?", "number of repetitions and no length of its hold"),
        ("hold ?", "length of its hold"),
        ("for ?", "length"),
        ("? km", "distance"),
        ("10 | 2 x ? | ?", "number of repetitions"),
        ("hold 10 s then ?", "number of repetitions"),
        ("10 then rest ? then 5", ""),
        ("3 x 10, rest ?", ""),
        ("20 min of (?)", ""),
        ("5 km of (? then 10 s)", ""),
        ("3 x (4 x ?, rest 10 s)", "number of repetitions"),
        ("to failure", ""),
        ('"several" reps', ""),
        ("10, tempo (lift ?, lower ?)", ""),
    ],
)
def test_what_a_dose_does_not_say_is_missing(dose: str, missing: str) -> None:
    """Each figure that a dose leaves open is told, once for all sets."""
    assert messages(CODE, f"A: {dose}; daily") == [f"A has no {missing}"][: bool(missing)]


@pytest.mark.parametrize(
    ("often", "is_missing"),
    [
        ("daily, total 30-50 reps/day", False),
        ("daily, total 30 min/week", False),
        ("daily, total 10 km/week", False),
        ("daily, total 10000 steps/day", False),
        ("30 min/day in 3 bouts", False),
        ("daily, total 5-7 sets/day", True),
        ("daily, total 3 bouts/day", True),
        ("daily", True),
    ],
)
def test_a_total_tells_how_much(often: str, *, is_missing: bool) -> None:
    """A total of a day or week is enough, unless it only counts sets or sessions."""
    for dose in ("?", "3 x ?"):
        assert bool(found(CODE, f"A: {dose}; {often}")) is is_missing


def test_the_hint_says_what_to_add() -> None:
    """All that is missing of one exercise is one finding."""
    (finding,) = found(CODE, "A: ? reps, hold ?")

    assert finding.path == "phases[0].routines[0].items[0]"
    assert finding.message == (
        "A has no number of repetitions and no length of its hold and no frequency"
    )
    assert finding.hint == (
        "say how many and how long to hold and on which days and how often, here or around it"
    )
