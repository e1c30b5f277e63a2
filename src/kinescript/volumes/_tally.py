"""A tally: all that is counted of one occasion, added and multiplied as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeAlias

import attrs

from kinescript.model import Side, opposite
from kinescript.volumes._totals import NONE, NotDetermined, Total, added, agreed, times

Fold: TypeAlias = Callable[[Sequence[Total]], Total]
"""How the totals of several parts become that of the whole: their sum, or what they share."""

total_of: Fold = added


def shared(reason: str) -> Fold:
    """Return the fold that keeps what all parts have, and else gives *reason*."""
    return partial(agreed, reason=reason)


@attrs.frozen(kw_only=True)
class Tally:
    """What is counted, each thing by itself; none of it unless said."""

    sets: Total = NONE
    reps: Total = NONE
    hold: Total = NONE
    work: Total = NONE
    rest: Total = NONE
    breaths: Total = NONE
    counts: Total = NONE
    distance: Total = NONE
    calories: Total = NONE
    steps: Total = NONE
    bouts: Total = NONE
    sessions: Total = NONE

    @classmethod
    def folded(cls, fold: Fold, tallies: Sequence[Tally]) -> Tally:
        """Fold each thing that is counted by itself."""
        return cls(**{name: fold([getattr(each, name) for each in tallies]) for name in FIGURES})

    @classmethod
    def unknown(cls, reason: str) -> Tally:
        """Count nothing of what is done, for *reason*."""
        done = attrs.fields_dict(cls).keys() - {"bouts", "sessions"}
        return cls(**dict.fromkeys(done, NotDetermined(reason)))

    @classmethod
    def all_unknown(cls, reason: str) -> Tally:
        """Count nothing at all, for *reason*."""
        return cls(**dict.fromkeys(FIGURES, NotDetermined(reason)))

    def taking(self, other: Tally, *names: str) -> Tally:
        """Return this tally with the figures called *names* from *other*."""
        return attrs.evolve(self, **{name: getattr(other, name) for name in names})

    def __add__(self, other: Tally) -> Tally:
        return Tally.folded(total_of, (self, other))

    def __mul__(self, number: Total) -> Tally:
        return Tally(**{name: times(getattr(self, name), number) for name in FIGURES})


FIGURES = tuple(field.name for field in attrs.fields(Tally))
"""The names of what is counted."""

NOTHING = Tally()


def sum_of(tallies: Iterable[Tally]) -> Tally:
    """Add tallies."""
    return Tally.folded(total_of, tuple(tallies))


@attrs.frozen
class Sided:
    """
    A tally with what each side does of it.

    Attributes:
        whole: What is done in all, on whichever side.
        each: What every side does.
        only: What only some sides do beside that.
    """

    whole: Tally = NOTHING
    each: Tally = NOTHING
    only: tuple[tuple[Side, Tally], ...] = ()

    @classmethod
    def folded(cls, fold: Fold, parts: Sequence[Sided]) -> Sided:
        """Fold each thing that is counted, for the whole and for each side."""
        named = dict.fromkeys(side for part in parts for side, _ in part.only)
        return cls(
            Tally.folded(fold, [part.whole for part in parts]),
            Tally.folded(fold, [part.each for part in parts]),
            tuple((side, Tally.folded(fold, [part.on(side) for part in parts])) for side in named),
        )

    @classmethod
    def same(cls, tally: Tally) -> Sided:
        """Count the same for each side as in all."""
        return cls(tally, tally)

    def on(self, side: Side) -> Tally:
        """Return what only *side* does."""
        return dict(self.only).get(side, NOTHING)

    def taking(self, other: Sided, *names: str) -> Sided:
        """Return this with the figures called *names* from *other*."""
        return Sided(
            self.whole.taking(other.whole, *names),
            self.each.taking(other.each, *names),
            tuple((side, tally.taking(other.on(side), *names)) for side, tally in self.only),
        )

    def __mul__(self, number: Total) -> Sided:
        only = tuple((side, tally * number) for side, tally in self.only)
        return Sided(self.whole * number, self.each * number, only)

    @property
    def per_side(self) -> Tally:
        """What one side does, if all sides that work do the same."""
        return Tally(**{name: self._per_side(name) for name in FIGURES})

    def _per_side(self, name: str) -> Total:
        each: Total = getattr(self.each, name)
        if not self.only:
            return each
        named = [side for side, _ in self.only]
        done = [added((each, getattr(tally, name))) for _, tally in self.only]
        is_alone = len(named) == 1 and each == NONE
        if not is_alone and any(opposite(side) not in named for side in named):
            done.append(each)
        return agreed(done, "the sides differ")
