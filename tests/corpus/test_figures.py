"""Numbers that were read are told from numbers that were made up."""

from __future__ import annotations

import pytest
from tests.corpus.figures import invented, lost, written

from kinescript import parse

SAME = [
    ("Walk: 1:30", "Walk: 90 s"),
    ("Walk: 45 s to 1 min", "Walk: 45-60 s"),
    ("Squat: three x ten", "Squat: 3 x 10"),
    ("Squat: 10, tempo 3-0-1-0", "Squat: 10, tempo (lower 3 s, bottom 0 s, lift 1 s, top 0 s)"),
    ("Squat: 10; weeks 3-6", "Squat: 10; after 2 weeks for 4 weeks"),
    ("emom: at least 10 min\n  Squat: 10", "circuit: at least 10 min, every 1 min\n  Squat: 10"),
]
OTHER = [
    ("Walk: 10 min", "Walk: 10 s"),
    ("Walk: 5-10 s", "Walk: 5-10 min"),
    ("Walk: 1:30", "Walk: 90 min"),
    ("Walk: 400 m", "Walk: 400 yd"),
    ("Squat: 10", "Squat: hold 10 s"),
    ("Squat: hold 5 counts", "Squat: hold 5 s"),
    ("Squat: 10 @ 20 kg", "Squat: 10 @ 20 lb"),
    ("Squat: 10; for 6 weeks", "Squat: 10; for 6 days"),
    ("Squat: 10", "Squat: 3 x 10"),
]


@pytest.mark.parametrize(("text", "read"), SAME)
def test_a_number_can_be_told_otherwise(text: str, read: str) -> None:
    """A number in another spelling, or in a smaller unit, is not invented."""
    assert not invented(written(text), parse(read))


@pytest.mark.parametrize(("text", "read"), OTHER)
def test_a_number_has_the_unit_behind_it(text: str, read: str) -> None:
    """A number that was read in a unit that is not behind it is invented."""
    assert invented(written(text), parse(read))


@pytest.mark.parametrize(
    ("text", "read"), [(text, read) for text, read in OTHER if text != "Squat: 10"]
)
def test_a_number_that_is_read_otherwise_is_lost(text: str, read: str) -> None:
    """A number of which nothing is left in its own unit is lost."""
    assert lost(written(text), parse(read))
