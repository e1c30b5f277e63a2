"""Distances in bounds and amounts tell only how far."""

import pytest

from kinescript.errors import ModelError
from kinescript.model import Aim, Aspect, Change, Distance, DistanceUnit, Until

JOG = Distance(400, DistanceUnit.METRE, activity="jog")


def test_bounds_are_bare() -> None:
    """An end by distance does not say what is done."""
    with pytest.raises(ModelError, match="a distance alone"):
        Until("tired", JOG)


def test_aims_and_amounts_are_bare() -> None:
    """Neither does an aim or a change."""
    with pytest.raises(ModelError, match="a distance alone"):
        Aim(JOG)
    with pytest.raises(ModelError, match="a distance alone"):
        Change(Aspect.DISTANCE, JOG)
