"""Exercises and their positions."""

from collections.abc import Callable

import pytest
from hypothesis import given

from kinescript.model import UNSAID, Exercise, Item, Position
from kinescript.testing import names

Problems = Callable[[str], list[tuple[str, str]]]


@given(names())
def test_a_name_stands_for_an_exercise(name: str) -> None:
    """Wherever an exercise belongs, its name alone will do, kept as written."""
    assert Item(Exercise(name)) == Item(name)
    assert name == Item(name).exercise.name


@given(names())
def test_a_name_stands_for_a_position(name: str) -> None:
    """One position needs no list, and no more than its name."""
    assert Exercise("Bridge", positions=[Position(name)]) == Exercise("Bridge", positions=name)


@given(names())
def test_one_text_is_a_list_of_one(name: str) -> None:
    """A text where several belong is one text, not its letters."""
    exercise = Exercise("Bridge", instructions=name, cues=name, faults=name, equipment=name)

    assert [(name,)] * 4 == [
        exercise.instructions,
        exercise.cues,
        exercise.faults,
        exercise.equipment,
    ]


def test_nothing_is_known_of_an_exercise_but_its_name() -> None:
    """What the source does not say is unsaid or empty."""
    bare = Exercise("Bridge")

    assert (bare.kind, bare.laterality, bare.positions, bare.purpose) == (UNSAID, UNSAID, (), "")


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("Exercise('')", "name", "expected a text that is not empty, got ''"),
        ("Position(' ')", "name", "expected a text that is not empty, got ' '"),
        ("Exercise(5)", "name", "expected a text, got 5"),
        (
            "Exercise('Bridge', kind='stretch')",
            "kind",
            "expected an ExerciseKind such as ExerciseKind.STRETCH, or UNSAID, got 'stretch'",
        ),
        (
            "Exercise('Bridge', kind=Side.LEFT)",
            "kind",
            "expected an ExerciseKind such as ExerciseKind.STRETCH, or UNSAID, got Side.LEFT",
        ),
        (
            "Exercise('Bridge', laterality=Side.LEFT)",
            "laterality",
            "expected a Laterality such as Laterality.UNILATERAL, or UNSAID, got Side.LEFT",
        ),
        (
            "Exercise('Bridge', positions=None)",
            "positions",
            "expected a Position, or its name, got None",
        ),
        (
            "Exercise('Bridge', positions=['supine', ''])",
            "positions[1].name",
            "expected a text that is not empty, got ''",
        ),
        ("Exercise('Bridge', cues=['press', 5])", "cues[1]", "expected a text, got 5"),
        ("Exercise('Bridge', cues=b'press')", "cues", "expected a text, got b'press'"),
        ("Exercise('Bridge', purpose=None)", "purpose", "expected a text, got None"),
        ("Item(None)", "exercise", "expected an Exercise, or its name, got None"),
        ("Item('')", "exercise.name", "expected a text that is not empty, got ''"),
    ],
)
def test_what_is_no_exercise_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    assert [(path, reason)] == problems(written)


def test_every_bad_text_is_named(problems: Problems) -> None:
    """A list with several bad texts is one error with a problem for each."""
    found = problems("Exercise('Bridge', cues=['', 'press', ' '])")

    assert [path for path, _ in found] == ["cues[0]", "cues[2]"]
