"""A whole number that is chosen, with its bounds; and halves of it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kinescript._fields import Term


@attrs.frozen
class Bounds:
    """A chosen whole number with the least and the most that it could have been."""

    chosen: int
    least: int
    greatest: int

    def half(self, half: Half) -> Bounds:
        """Return the first or second half; of odd numbers the first has one more."""
        more = 1 if half is Half.FIRST else 0
        return Bounds(*((each + more) // 2 for each in (self.chosen, self.least, self.greatest)))

    def halves(self, halves: Iterable[Half]) -> Bounds:
        """Return the half of the half that *halves* lead to."""
        bounds = self
        for half in halves:
            bounds = bounds.half(half)
        return bounds


class Half(Term):
    """Which half of what two sides, or ways, share."""

    FIRST = "first"
    SECOND = "second"
