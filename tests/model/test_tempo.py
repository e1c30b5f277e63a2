"""Tempos: their parts, their written forms and the parts of a breath."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given, strategies as st

from kinescript.model import (
    EXPLOSIVE,
    UNSAID,
    Beat,
    Breaths,
    Counts,
    Part,
    Tempo,
    Words,
    breathing,
    seconds,
    tempo,
)
from kinescript.testing import tempos

Problems = Callable[[str], list[tuple[str, str]]]

FORMS = "expected a tempo such as '3-0-1-0', '30X1' or '3-1-2'"
ORDER = (Part.LOWER, Part.BOTTOM, Part.LIFT, Part.TOP)


@given(st.lists(st.integers(0, 999), min_size=3, max_size=4))
def test_written_figures_are_the_parts_in_order(figures: list[int]) -> None:
    """Figures between hyphens are seconds of lowering, pause, lifting and pause."""
    written = tempo("-".join(map(str, figures)))

    expected = [Beat(part, seconds(figure)) for part, figure in zip(ORDER, figures, strict=False)]
    assert Tempo(expected) == written


@given(st.lists(st.sampled_from("0123456789Xx"), min_size=3, max_size=4))
def test_hyphens_may_be_left_out_between_digits(digits: list[str]) -> None:
    """Single digits mean the same with and without hyphens, and X in either case."""
    assert tempo("-".join(digits)) == tempo("".join(digits)) == tempo("".join(digits).upper())


def test_x_is_explosive() -> None:
    """An X is a part without a figure, and keeps its place."""
    written = tempo("30X1")

    assert written.get(Part.LIFT) == EXPLOSIVE
    assert seconds(1) == written.get(Part.TOP)


def test_three_digits_lack_the_pause_at_the_top() -> None:
    """What three digits do not give is not made up."""
    assert tempo("312").get(Part.TOP) is None
    assert tempo("3120").get(Part.TOP) == seconds(0)


def test_spaces_around_a_tempo_do_not_matter() -> None:
    """A tempo may be copied with the spaces around it."""
    assert tempo("3-1-2-0") == tempo(" 3-1-2-0\n")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "30",
        "30101",
        "3-0",
        "3-0-1-0-1",
        "30-10",
        "201-0",
        "3--1-0",
        "-3-0-1",
        "3-0-1-",
        "1000-0-1-0",
        "3 0 1 0",
        "3-0-Y-0",
        "3.5-0-1-0",
        "٣-0-1-0",
        "3-0-1-0\n-",
        3010,
        None,
        ("3", "0", "1"),
    ],
    ids=repr,
)
def test_other_forms_are_refused(problems: Problems, written: object) -> None:
    """What is not three or four figures, or could be read in two ways, is no tempo."""
    assert [("", f"{FORMS}, got {written!r}")] == problems(f"tempo({written!r})")


@given(tempos())
def test_parts_are_found_by_name(made: Tempo) -> None:
    """Each part has the length that its beat gives, and others have none."""
    given_parts = {beat.part: beat.length for beat in made.beats}

    assert given_parts == {part: made.get(part) for part in Part if made.get(part) is not None}


@given(tempos())
def test_a_tempo_is_of_a_movement_or_of_a_breath(made: Tempo) -> None:
    """The parts of a tempo are all of one kind."""
    breath = {Part.INHALE, Part.FULL, Part.EXHALE, Part.EMPTY}

    assert [made.is_breath] * len(made.beats) == [beat.part in breath for beat in made.beats]


def test_a_breath_has_four_parts() -> None:
    """Box breathing is inhale, held in, exhale, held out, in any kind of length."""
    box = breathing(seconds(4), Counts(4), timedelta(seconds=4), Words("as long as it is easy"))

    assert box == Tempo(
        [
            Beat(Part.INHALE, seconds(4)),
            Beat(Part.FULL, Counts(4)),
            Beat(Part.EXHALE, seconds(4)),
            Beat(Part.EMPTY, Words("as long as it is easy")),
        ]
    )


def test_the_pause_after_a_breath_may_be_absent() -> None:
    """A breath without a pause after it does not name that part; UNSAID does."""
    without = breathing(seconds(4), seconds(7), seconds(8))
    unsaid = breathing(seconds(4), seconds(7), seconds(8), UNSAID)

    assert without.get(Part.EMPTY) is None
    assert unsaid.get(Part.EMPTY) is UNSAID


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("Tempo([])", "beats", "expected each part once and at least one"),
        (
            "Tempo([Beat(Part.LIFT, seconds(1)), Beat(Part.LIFT, seconds(2))])",
            "beats",
            "expected each part once and at least one",
        ),
        (
            "Tempo([Beat(Part.LIFT, seconds(1)), Beat(Part.EXHALE, seconds(2))])",
            "beats",
            "expected the parts of a movement or those of a breath, not both",
        ),
        (
            "Tempo('3010')",
            "beats",
            "expected a Beat such as Beat(Part.LIFT, seconds(2)), got '3010'",
        ),
        (
            "Tempo([Beat(Part.LIFT, seconds(1)), Part.LIFT])",
            "beats[1]",
            "expected a Beat such as Beat(Part.LIFT, seconds(2)), got Part.LIFT",
        ),
        ("Beat('lift', seconds(1))", "part", "expected a Part such as Part.LIFT, got 'lift'"),
    ],
)
def test_what_is_no_tempo_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """A tempo has at least one part, each once, of a movement or of a breath."""
    assert [(path, reason)] == problems(written)


def test_one_beat_needs_no_list() -> None:
    """A single part will do, as in "lower slowly"."""
    slowly = Tempo(Beat(Part.LOWER, Words("slowly")))

    assert (Beat(Part.LOWER, Words("slowly")),) == slowly.beats


def test_parts_may_last_breaths() -> None:
    """A part of a movement may be as long as breaths or counts."""
    assert Tempo(Beat(Part.TOP, Breaths(2))).get(Part.TOP) == Breaths(2)
