"""Assumptions and choices: their defaults, and where these come from."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from kinescript.errors import TimelineError
from kinescript.model import (
    EXPLOSIVE,
    REASONS,
    Assumptions,
    Choice,
    Duration,
    Estimate,
    Order,
    Range,
    Side,
    Within,
    seconds,
)
from kinescript.testing import assumptions, estimates, names

Problems = Callable[[str], list[tuple[str, str]]]

TIMEDELTA = "a timedelta of 0 or more in whole milliseconds"
EXACT = "an exact length such as seconds(5) or a timedelta"
DEFAULT_TIMES = {
    "prepare": (10, 0, 30),
    "transition": (20, 5, 60),
    "switch": (5, 2, 15),
    "rest": (60, 30, 120),
    "repetition": (4, 2, 6),
    "lift": (2, 1, 3),
    "lower": (2, 1, 3),
    "inhale": (2, 1, 5),
    "exhale": (3, 2, 6),
    "hold": (10, 5, 30),
    "activity": (60, 30, 300),
    "breath": (5, 3, 10),
    "count": (1, 0.75, 1.5),
    "metre": (0.75, 0.2, 1.2),
    "step": (0.6, 0.3, 1),
    "calorie": (6, 3, 15),
    "lap": (30, 10, 180),
    "a few seconds": (3, 2, 5),
    "briefly": (2, 1, 3),
    "explosive": (1, 0.3, 1),
    "slowly": (4, 2, 6),
}
TIMES = [name for name, each in attrs.asdict(Assumptions(), recurse=False).items()
         if isinstance(each, Estimate)]  # fmt: skip


def test_every_assumption_has_a_reason() -> None:
    """Each default says where it comes from, and nothing else has a reason."""
    assert [field.name for field in attrs.fields(Assumptions)] == list(REASONS)
    assert all(reason.strip() for reason in REASONS.values())


def test_defaults_are_the_documented_figures() -> None:
    """A default changes only on purpose, because every plan that relies on it changes too."""
    made = Assumptions()
    times = {name: getattr(made, name) for name in TIMES} | dict(made.words)
    counts = {name: each for name, each in attrs.asdict(made).items() if isinstance(each, int)}

    assert {
        name: tuple(each / timedelta(seconds=1) for each in attrs.astuple(estimate))
        for name, estimate in times.items()
    } == DEFAULT_TIMES
    assert counts == {
        "sets": 3,
        "reps": 10,
        "passes": 2,
        "rounds": 2,
        "picked": 1,
        "per_day": 1,
        "through_the_day": 3,
        "days_per_week": 3,
        "open_end": 2,
    }
    assert made.order is Order.BY_DOSE
    assert made.first is Side.LEFT


@given(estimates())
def test_estimates_are_in_order(estimate: Estimate) -> None:
    """What is likely lies between the least and the greatest."""
    assert timedelta(0) <= estimate.least <= estimate.likely <= estimate.greatest


@given(st.integers(0, 10**9))
def test_an_estimate_without_a_margin_is_sure(milliseconds: int) -> None:
    """Where only the likely time is given, it is the least and the greatest too."""
    length = timedelta(milliseconds=milliseconds)

    assert Estimate(length, least=length, greatest=length) == Estimate(length)
    assert Estimate(Duration(milliseconds)) == Estimate(length)


@pytest.mark.parametrize("name", TIMES)
def test_an_exact_length_stands_for_an_estimate(name: str) -> None:
    """Wherever an estimate belongs, an exact length will do."""
    assume: Any = Assumptions
    estimate = Estimate(seconds(7))

    assert estimate == getattr(assume(**{name: seconds(7)}), name)
    assert estimate == getattr(assume(**{name: timedelta(seconds=7)}), name)


@pytest.mark.parametrize("name", TIMES)
def test_no_default_is_surer_than_it_can_be(name: str) -> None:
    """Each assumed time has a margin."""
    estimate = getattr(Assumptions(), name)

    assert estimate.least < estimate.greatest


@given(assumptions(), names())
def test_words_are_found_in_any_case(made: Assumptions, words: str) -> None:
    """Words mean the same in capitals, and others than those listed mean nothing."""
    table = dict(made.words)

    assert table.get(words.casefold()) == made.spoken(words)
    assert all(each == made.spoken(listed.upper()) or not listed.isascii()
               for listed, each in table.items())  # fmt: skip


def test_an_explosive_part_has_a_time() -> None:
    """The X of a tempo is among the words that are assumed to last some time."""
    assert Assumptions().spoken(EXPLOSIVE.text) is not None


def test_words_given_twice_keep_the_last_meaning() -> None:
    """Words that differ only in case are the same words, and the last of them counts."""
    made = Assumptions(words=[("Slowly", Estimate(seconds(3))), ("slowly", Estimate(seconds(5)))])

    assert (("slowly", Estimate(seconds(5))),) == made.words


def test_words_are_a_mapping_or_pairs() -> None:
    """However words are given, they are kept in the order of the alphabet."""
    three, five = Estimate(seconds(3)), Estimate(seconds(5))

    assert Assumptions(words=[("b", five), ("a", three)]) == (
        Assumptions(words={"a": three, "b": five})
    )


@pytest.mark.parametrize("within", Within)
def test_one_place_in_every_range(within: Within) -> None:
    """A choice can take the same place everywhere."""
    assert {within} == set(attrs.astuple(Choice.all(within)))


def test_the_default_choice_is_the_least() -> None:
    """Unless said otherwise, the least of everything is planned."""
    assert Choice.all(Within.LEAST) == Choice()


def test_a_choice_may_differ_from_range_to_range() -> None:
    """Each kind of range has a choice of its own."""
    kinds = [field.name for field in attrs.fields(Choice)]
    choices = {attrs.evolve(Choice(), **{kind: Within.GREATEST}) for kind in kinds}

    assert len(choices) == len(kinds)


def test_an_estimate_has_an_end() -> None:
    """A duration beyond the longest timedelta is no estimate."""
    with pytest.raises(TimelineError):
        Estimate(Duration(Range(10**18)))


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("Estimate(5)", "likely", f"expected {EXACT}, got 5"),
        ("Estimate(seconds(3, 5))", "likely", f"expected {EXACT}, got seconds(3, 5)"),
        ("Estimate(seconds(None, 5))", "likely", f"expected {EXACT}, got seconds(None, 5)"),
        ("Estimate(seconds(5, None))", "likely", f"expected {EXACT}, got seconds(5, None)"),
        ("Estimate(Breaths(5))", "likely", f"expected {EXACT}, got Breaths(5)"),
        (
            "Estimate(timedelta(days=-1))",
            "likely",
            f"expected {TIMEDELTA}, got datetime.timedelta(days=-1)",
        ),
        (
            "Estimate(seconds(5), least=seconds(6))",
            "likely",
            "expected least, likely and greatest in this order",
        ),
        (
            "Estimate(seconds(5), greatest=seconds(4))",
            "likely",
            "expected least, likely and greatest in this order",
        ),
        (
            "Estimate(seconds(10), least=seconds(5), greatest=seconds(7))",
            "likely",
            "expected least, likely and greatest in this order",
        ),
        ("Estimate(seconds(5), least=None)", "least", f"expected {EXACT}, got None"),
        ("Assumptions(rest=60)", "rest", f"expected {EXACT}, got 60"),
        ("Assumptions(breath=Breaths(1))", "breath", f"expected {EXACT}, got Breaths(1)"),
        ("Assumptions(reps=0)", "reps", "expected a whole number of 1 or more, got 0"),
        ("Assumptions(reps=True)", "reps", "expected a whole number of 1 or more, got True"),
        ("Assumptions(per_day=1.5)", "per_day", "expected a whole number of 1 or more, got 1.5"),
        (
            "Assumptions(first=Side.BOTH)",
            "first",
            "expected left or right, got Side.BOTH",
        ),
        ("Assumptions(first='left')", "first", "expected left or right, got 'left'"),
        (
            "Assumptions(words='slowly')",
            "words",
            "expected words with lengths, such as {\"slowly\": seconds(4)}, got 'slowly'",
        ),
        (
            "Assumptions(words=4)",
            "words",
            'expected words with lengths, such as {"slowly": seconds(4)}, got 4',
        ),
        ("Assumptions(words={'slowly': 4})", 'words["slowly"]', f"expected {EXACT}, got 4"),
        (
            "Assumptions(words={'': seconds(4)})",
            'words[""]',
            "expected a text that is not empty, got ''",
        ),
        ("Assumptions(words={4: seconds(4)})", "words[4]", "expected a text, got 4"),
        ("Choice(reps='least')", "reps", "expected a Within such as Within.LEAST, got 'least'"),
        ("Choice.all(10)", "sets", "expected a Within such as Within.LEAST, got 10"),
    ],
)
def test_what_is_no_policy_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    assert (path, reason) in problems(written)


def test_every_bad_meaning_of_words_is_named(problems: Problems) -> None:
    """All words that are taken to last no length are told at once."""
    expected = [
        ('words["x"]', f"expected {EXACT}, got 3"),
        ('words["so so"]', f"expected {EXACT}, got 4"),
    ]

    assert expected == problems("Assumptions(words={'x': 3, 'y': seconds(1), 'so so': 4})")
