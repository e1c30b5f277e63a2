"""What the tests of plans share."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from runpy import run_path

import pytest

from kinescript import Prescription

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def _example(name: str) -> Prescription:
    found = run_path(str(EXAMPLES / f"{name}.py"))["PRESCRIPTION"]
    assert isinstance(found, Prescription)
    return found


@pytest.fixture(scope="session")
def example() -> Callable[[str], Prescription]:
    """The prescription of an example, by the example's name."""
    return _example
