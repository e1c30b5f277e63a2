"""The published prescriptions among the examples are those of the corpus, and work."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from tests.corpus.entries import IDS, prescription_of
from tests.corpus.planning import START

from kinescript import Calendar, check, parse, plan, write
from kinescript.checks import Severity

ROOT: Final = Path(__file__).parents[2]
EXAMPLES: Final = sorted((ROOT / "examples" / "corpus").glob("*.kine"))
PAGE: Final = ROOT / "docs" / "how-to" / "published-prescriptions.md"
SIX_DAYS: Final = timedelta(days=6)

each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


def test_every_example_is_shown() -> None:
    """The page of published prescriptions shows each of the examples."""
    page = PAGE.read_text(encoding="utf-8")

    assert len(EXAMPLES) >= 8
    assert [path.name for path in EXAMPLES if f"examples/corpus/{path.name}" not in page] == []


@each_example
def test_it_is_an_entry(path: Path) -> None:
    """An example says what an entry of the corpus says, in the canonical form."""
    text = path.read_text(encoding="utf-8")

    assert any(parse(text) == prescription_of(entry) for entry in IDS)
    assert text == write(parse(text))


@each_example
def test_nothing_is_wrong_with_it(path: Path) -> None:
    """The checks find no error in an example."""
    found = check(parse(path.read_text(encoding="utf-8")))

    assert [each for each in found if each.severity is Severity.ERROR] == []


@each_example
def test_a_week_of_it_can_be_planned(path: Path) -> None:
    """The first week of an example has sessions, or the plan says why not."""
    made = plan(parse(path.read_text(encoding="utf-8")), start=START, calendar=Calendar("Etc/UTC"))
    sessions = made.between(START, START + SIX_DAYS)

    assert sessions or made.unscheduled
    assert all(session.timeline for session in sessions)
