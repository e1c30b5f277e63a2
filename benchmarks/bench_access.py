"""Access by offset and by date costs the same wherever one looks."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import kinescript as ks

SCIATICA = Path(__file__).parents[1] / "examples/sciatica.json"
START = date(2026, 11, 23)


@pytest.mark.benchmark(group="a step of a timeline, by repetitions per set and sets")
@pytest.mark.parametrize("count", [10, 10**3, 10**6])
def test_at(benchmark: BenchmarkFixture, count: int) -> None:
    """Finding the step under way does not depend on how many there are."""
    dose = ks.Dose(ks.Sets(count, ks.Reps(count)))
    timeline = ks.timeline(ks.Item(ks.Exercise("Pulse"), dose))

    step = benchmark(timeline.at, timeline.duration / 2)

    assert step.duration > timedelta(0)


@pytest.mark.benchmark(group="a day of a fresh plan")
@pytest.mark.parametrize("day", [1, 10_000])
def test_on_a_fresh_plan(benchmark: BenchmarkFixture, day: int) -> None:
    """A late day of a fresh plan costs what the first day costs."""
    rx = ks.loads(SCIATICA.read_text(encoding="utf-8"), ks.Prescription)
    calendar = ks.Calendar(zone="America/Winnipeg")
    wanted = START + timedelta(days=day - 1)

    def on_a_fresh_plan() -> int:
        return len(ks.plan(rx, start=START, calendar=calendar).on(wanted))

    assert benchmark(on_a_fresh_plan) > 0
