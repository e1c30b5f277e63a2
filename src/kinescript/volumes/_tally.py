"""A tally: all that is counted of one occasion, added and multiplied as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import attrgetter, is_not
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
        """Fold each thing that is counted by itself; none of it at all stays none."""
        if len(tallies) == 1 and fold is total_of:
            return tallies[0]
        columns = zip(*map(_VALUES, tallies), strict=True)
        pairs = zip(FIGURES, columns, strict=False)
        return cls(**{name: fold(each) for name, each in pairs if any(map(_IS_SOME, each))})

    @classmethod
    def unknown(cls, reason: str) -> Tally:
        """Count nothing of what is done, for *reason*."""
        done = attrs.fields_dict(cls).keys() - {"bouts", "sessions"}
        return cls(**dict.fromkeys(done, NotDetermined(reason)))

    @classmethod
    def all_unknown(cls, reason: str) -> Tally:
        """Count nothing at all, for *reason*."""
        return cls(**dict.fromkeys(FIGURES, NotDetermined(reason)))

    def open(self, reason: NotDetermined) -> Tally:
        """Return it without the figures of what there is, for *reason*."""
        figures = {name: getattr(self, name) for name in FIGURES}
        return Tally(**{name: each if each == NONE else reason for name, each in figures.items()})

    def taking(self, other: Tally, *names: str) -> Tally:
        """Return this tally with the figures called *names* from *other*."""
        return attrs.evolve(self, **{name: getattr(other, name) for name in names})

    def __add__(self, other: Tally) -> Tally:
        return Tally.folded(total_of, (self, other))

    def __mul__(self, number: Total) -> Tally:
        pairs = zip(FIGURES, _VALUES(self), strict=True)
        return Tally(**{name: times(each, number) for name, each in pairs if each is not NONE})


FIGURES = tuple(field.name for field in attrs.fields(Tally))
"""The names of what is counted."""

_VALUES = attrgetter(*FIGURES)
_IS_SOME = partial(is_not, NONE)
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
        if len(parts) == 1 and fold is total_of:
            return parts[0]
        named = dict.fromkeys(side for part in parts for side, _ in part.only)
        whole = Tally.folded(fold, [part.whole for part in parts])
        is_same = all(part.each is part.whole for part in parts)
        return cls(
            whole,
            whole if is_same else Tally.folded(fold, [part.each for part in parts]),
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
        whole = self.whole.taking(other.whole, *names)
        is_same = self.each is self.whole and other.each is other.whole
        return Sided(
            whole,
            whole if is_same else self.each.taking(other.each, *names),
            tuple((side, tally.taking(other.on(side), *names)) for side, tally in self.only),
        )

    def __mul__(self, number: Total) -> Sided:
        only = tuple((side, tally * number) for side, tally in self.only)
        whole = self.whole * number
        return Sided(whole, whole if self.each is self.whole else self.each * number, only)

    @property
    def per_side(self) -> Tally:
        """What one side does, if all sides that work do the same."""
        if not self.only:
            return self.each
        return Tally(**{name: self._per_side(name) for name in FIGURES})

    def _per_side(self, name: str) -> Total:
        each: Total = getattr(self.each, name)
        named = [side for side, _ in self.only]
        done = [added((each, getattr(tally, name))) for _, tally in self.only]
        is_alone = len(named) == 1 and each == NONE
        if not is_alone and any(opposite(side) not in named for side in named):
            done.append(each)
        return agreed(done, "the sides differ")
