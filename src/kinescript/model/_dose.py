"""The dose: sets with the sides they are for and how hard they are."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kinescript._fields import many, named, one_of
from kinescript.errors import ModelError, Problem
from kinescript.model._intensity import Intensity, as_intensities
from kinescript.model._quantities import UNSAID, Unsaid
from kinescript.model._sides import EachWay, Sides, as_sides, as_ways
from kinescript.model._work import WORK, Sets, Work, as_sets


def _as_many_sets(value: Sets | Work | Iterable[Sets | Work]) -> tuple[Sets, ...]:
    return many(as_sets, value)


@attrs.frozen(field_transformer=named)
class Dose:
    """
    How much of an exercise makes one bout.

    ``Dose(Sets(3, Reps(10)))`` is 3 x 10, and ``Dose(Hold(Breaths(20)))`` one hold. With
    several `Sets` they follow one another.

    Attributes:
        sets: The sets in order; work alone stands for a set that is not counted.
        sides: Which side; UNSAID where the source names none.
        ways: In which directions or positions; within each side where both are said.
        intensity: How hard all of it is; a part that says its own counts more.
    """

    sets: tuple[Sets, ...] = attrs.field(converter=_as_many_sets)
    sides: Sides | Unsaid = attrs.field(default=UNSAID, converter=as_sides, kw_only=True)
    ways: EachWay | Unsaid = attrs.field(default=UNSAID, converter=as_ways, kw_only=True)
    intensity: tuple[Intensity, ...] = attrs.field(
        default=(), converter=as_intensities, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        if not self.sets:
            raise ModelError(Problem("expected at least one set", "sets"))


def as_dose(value: Dose | Sets | Work | Unsaid) -> Dose | Unsaid:
    """Accept a dose, its sets or work alone, or UNSAID where the source gives none."""
    if isinstance(value, (Sets, *WORK)):
        return Dose(value)
    return one_of((Dose, Unsaid), "a Dose, such as Dose(Sets(3, Reps(10))), or UNSAID", value)
