"""Reading and writing the notation costs as much per line in a long text as in a short one."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Final, TypeVar

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import kinescript as ks

T = TypeVar("T")

SCIATICA: Final = Path(__file__).parents[1] / "examples/sciatica.json"
LINE: Final = (
    "Heel slide, supine: 3 x 8-12 @ 5 kg, hold 5-10 s, rest 60 s, each side; 2/day for 6 weeks\n"
)


@pytest.fixture(scope="module")
def sciatica() -> ks.Prescription:
    """Read the prescription of the first tutorial, and make the parser before the clock runs."""
    rx = ks.loads(SCIATICA.read_text(encoding="utf-8"), ks.Prescription)
    assert ks.parse(ks.write(rx)) == rx
    return rx


def once(benchmark: BenchmarkFixture, call: Callable[[], T]) -> T:
    """Run what takes seconds a single time."""
    run_once: Callable[..., T] = benchmark.pedantic
    return run_once(call, rounds=1)


@pytest.mark.benchmark(group="the sciatica text")
def test_parse_sciatica(benchmark: BenchmarkFixture, sciatica: ks.Prescription) -> None:
    """Read a prescription of everyday length."""
    assert benchmark(ks.parse, ks.write(sciatica)) == sciatica


@pytest.mark.benchmark(group="the sciatica text")
def test_write_sciatica(benchmark: BenchmarkFixture, sciatica: ks.Prescription) -> None:
    """Write a prescription of everyday length."""
    assert benchmark(ks.write, sciatica)


@pytest.mark.usefixtures("sciatica")
@pytest.mark.benchmark(group="a text of many lines")
@pytest.mark.parametrize("count", [1_000, 10_000])
def test_parse_lines(benchmark: BenchmarkFixture, count: int) -> None:
    """Read a text of many lines."""
    rx = once(benchmark, lambda: ks.parse(LINE * count))

    assert len(rx.phases[0].routines[0].items) == count


@pytest.mark.usefixtures("sciatica")
@pytest.mark.benchmark(group="a line among ten thousand against one among a thousand")
def test_lines_cost_the_same(benchmark: BenchmarkFixture) -> None:
    """Ten times the lines take about ten times as long, in one run; a square would be a hundred."""

    def ratio(of: Callable[[int], object]) -> float:
        return _seconds(of, 10_000) / _seconds(of, 1_000) / 10

    found: float = once(benchmark, lambda: ratio(lambda count: ks.write(ks.parse(LINE * count))))
    benchmark.extra_info["ratio"] = round(found, 2)

    assert found < 3


def _seconds(of: Callable[[int], object], count: int) -> float:
    start = perf_counter()
    of(count)
    return perf_counter() - start
