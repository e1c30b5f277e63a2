"""Problems, their paths, and the hierarchy of errors."""

import copy
import inspect
import pickle

import pytest
from hypothesis import given, strategies as st

from kinescript import errors
from kinescript.errors import (
    DocumentError,
    KinescriptError,
    LimitError,
    ModelError,
    NotationError,
    OutsideError,
    PlanError,
    Problem,
    TimelineError,
)

KINDS = [
    *(DocumentError, LimitError, ModelError, NotationError),
    *(OutsideError, PlanError, TimelineError),
]
STEPS = st.sampled_from(["phases", "[0]", "dose", "['a b']"])


@given(st.lists(STEPS, min_size=1))
def test_paths_are_built_from_the_inside_out(steps: list[str]) -> None:
    """A path reads as Python would: names after a dot, indexes in brackets."""
    problem = Problem("expected a text")
    for step in reversed(steps):
        problem = problem.under(step)

    assert "".join(f".{step}" if step[0] != "[" else step for step in steps).lstrip(".") == (
        problem.path
    )


@given(st.text(), st.text(), st.integers(1), st.integers(1))
def test_a_longer_path_keeps_the_rest(reason: str, value: str, line: int, column: int) -> None:
    """Seen from further out, only the path of a problem changes."""
    inner = Problem(reason, "dose", value=value, line=line, column=column)
    outer = Problem(reason, "items[1].dose", value=value, line=line, column=column)

    assert outer == inner.under("items[1]")


def test_a_problem_needs_no_more_than_a_reason() -> None:
    """Where a problem has no path, value or place, it says so with nothing."""
    assert Problem("no text", "", value="", line=0, column=0) == Problem("no text")


@pytest.mark.parametrize(
    ("expected", "problem"),
    [
        ("expected a text", Problem("expected a text")),
        ("items[0]: expected a text", Problem("expected a text", "items[0]")),
        ("line 3, column 7: expected a text", Problem("expected a text", line=3, column=7)),
        (
            "line 3, column 7: id: expected a text",
            Problem("expected a text", "id", line=3, column=7),
        ),
        ("id: expected a text", Problem("expected a text", "id", value="5")),
    ],
)
def test_problems_as_text(expected: str, problem: Problem) -> None:
    """A problem is told as its place, its path and its reason, as far as they are known."""
    assert expected == str(problem)


@pytest.mark.parametrize(
    "given_as",
    [
        "expected a text",
        Problem("expected a text"),
        [Problem("expected a text")],
        iter([Problem("expected a text")]),
    ],
)
def test_errors_take_problems_in_several_forms(given_as: str | Problem | list[Problem]) -> None:
    """A reason, a problem and several problems all make the same error."""
    error = KinescriptError(given_as)

    assert error.problems == (Problem("expected a text"),)
    assert str(error) == "expected a text"


def test_an_error_speaks_of_its_first_problem() -> None:
    """Path and reason are the first problem's, and the text has a line for each."""
    error = ModelError([Problem("too low", "a"), Problem("too high", "b")])

    assert (error.path, error.reason) == ("a", "too low")
    assert str(error) == "a: too low\nb: too high"


@pytest.mark.parametrize("kind", [KinescriptError, *KINDS])
def test_an_error_has_a_problem(kind: type[KinescriptError]) -> None:
    """There is no error without a problem."""
    with pytest.raises(ValueError, match="at least one problem"):
        kind([])


@pytest.mark.parametrize("kind", [KinescriptError, *KINDS])
def test_errors_survive_a_copy(kind: type[KinescriptError]) -> None:
    """Errors may cross from one process to another."""
    error = kind([Problem("too low", "a", value="-1", line=1, column=2), Problem("too high")])

    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301
        assert type(again) is kind
        assert again.problems == error.problems


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (DocumentError, ValueError),
        (LimitError, ValueError),
        (ModelError, ValueError),
        (NotationError, ValueError),
        (OutsideError, IndexError),
        (PlanError, ValueError),
        (TimelineError, OverflowError),
    ],
)
def test_errors_are_the_builtins_one_would_expect(
    kind: type[KinescriptError], builtin: type[Exception]
) -> None:
    """Each error is caught as kinescript's own and as the built-in that it also is."""
    assert kind.__bases__ == (KinescriptError, builtin)
    assert f"{kind.__name__} ({builtin.__name__})" in (errors.__doc__ or "")


def test_every_error_is_listed() -> None:
    """The module exports its whole hierarchy, and its docstring draws it."""
    found = {
        name
        for name, each in vars(errors).items()
        if inspect.isclass(each) and issubclass(each, KinescriptError)
    }

    assert found | {"Problem"} == set(errors.__all__)
    assert all(name in (errors.__doc__ or "") for name in found)
    assert {each.__name__ for each in (KinescriptError, *KINDS)} == found
