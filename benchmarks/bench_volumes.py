"""Adding up costs as much for each item of many as for each of a few."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import kinescript as ks

DOSE = ks.Dose(ks.Sets(3, ks.Reps(10, hold=ks.seconds(5)), rest=ks.seconds(60)))


@pytest.mark.benchmark(group="the volume of a prescription, by items of one phase each")
@pytest.mark.parametrize("count", [100, 1000])
def test_phases(benchmark: BenchmarkFixture, count: int) -> None:
    """Ten times as many phases take ten times as long, with the volume of each exercise."""
    items = [ks.Item(f"{number}", DOSE, frequency=ks.per_day(2)) for number in range(count)]
    phases = [ks.Phase("", ks.Routine("", item), span=ks.Span(ks.weeks(1))) for item in items]
    prescription = ks.Prescription("Many", phases)

    found = benchmark(lambda: len(ks.volume(prescription).by_exercise))

    assert found == count
