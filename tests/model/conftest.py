"""What the tests of the model share."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from kinescript import agendas, model
from kinescript.errors import ModelError

KINDS = (Decimal, date, datetime, time, timedelta, timezone)
NAMES = {**vars(model), **vars(agendas), **{kind.__name__: kind for kind in KINDS}}


@pytest.fixture
def problems() -> Callable[[str], list[tuple[str, str]]]:
    """What is wrong with an expression that makes no value, as paths and reasons."""
    return _problems


def _problems(written: str) -> list[tuple[str, str]]:
    with pytest.raises(ModelError) as caught:
        eval(written, dict[str, Any](NAMES))  # noqa: S307

    return [(problem.path, problem.reason) for problem in caught.value.problems]
