"""How long one step lasts: the prescription's length, resolved by choice and assumptions."""

from __future__ import annotations

from datetime import timedelta
from typing import assert_never

import attrs

from kinescript._fields import named, one, wrong
from kinescript.model import (
    UNSAID,
    Assumptions,
    Breaths,
    Choice,
    Counts,
    Duration,
    Estimate,
    Length,
    Quantity,
    Range,
    Side,
    Unsaid,
    Within,
    Words,
    opposite,
)
from kinescript.timelines._tree import Basis, Ending, Timing

_MILLISECOND = timedelta(milliseconds=1)
_BY_PERSON = frozenset({"hold", "activity", "repetition", "lift", "lower", "inhale", "exhale"})


@attrs.frozen
class Bounds:
    """A chosen whole number with the least and the most that it could have been."""

    chosen: int
    least: int
    greatest: int


def _as_choice(value: Choice) -> Choice:
    return one(Choice, "a Choice, such as Choice(reps=Within.GREATEST)", value)


def _as_assumptions(value: Assumptions) -> Assumptions:
    return one(Assumptions, "Assumptions, such as Assumptions(breath=seconds(6))", value)


def _as_affected(value: Side | Unsaid) -> Side | Unsaid:
    if value is UNSAID or value is Side.LEFT or value is Side.RIGHT:
        return value
    raise wrong("left or right, or unsaid", value)


@attrs.frozen(field_transformer=named)
class Policy:
    """
    What to do where a prescription leaves something open.

    Attributes:
        choice: Which value of a range to take.
        assumptions: What is taken for granted.
        affected: Which side the affected one is, or UNSAID.
    """

    choice: Choice = attrs.field(factory=Choice, converter=_as_choice)
    assumptions: Assumptions = attrs.field(factory=Assumptions, converter=_as_assumptions)
    affected: Side | Unsaid = attrs.field(default=UNSAID, converter=_as_affected)

    def side(self, side: Side) -> Side:
        """Return which side *side* is, if it can be said."""
        if isinstance(self.affected, Unsaid):
            return side
        known = {Side.AFFECTED: self.affected, Side.UNAFFECTED: opposite(self.affected)}
        return known.get(side, side)

    def count(self, written: Quantity, within: Within, otherwise: int) -> Bounds:
        """Choose how many; *otherwise* where the prescription gives no figure."""
        if isinstance(written, Range):
            return self._within(written, within, 1)
        return Bounds(otherwise, otherwise, otherwise)

    def _within(self, written: Range, within: Within, floor: int) -> Bounds:
        low, high = int(written.low or 0), int(written.high or 0)
        if written.high is None:
            return Bounds(low, low, low * self.assumptions.open_end)
        if written.low is None:
            return Bounds(high, min(floor, high), high)
        return Bounds(_chosen(low, high, within), low, high)

    def assumed(self, name: str) -> Timing:
        """Return how long the assumption called *name* says."""
        estimate: Estimate = getattr(self.assumptions, name)
        return _estimated(name, estimate, Ending.PERSON if name in _BY_PERSON else Ending.TIME)

    def timing(self, written: Length, name: str, within: Within) -> Timing:
        """Return how long *written* says, or the assumption *name* where it has no figure."""
        match written:
            case Duration(milliseconds):
                return self._prescribed(milliseconds, within)
            case Breaths(number):
                return self._counted(Breaths, number, "breath", within)
            case Counts(number):
                return self._counted(Counts, number, "count", within)
            case Words(text):
                if spoken := self.assumptions.spoken(text):
                    return _estimated("words", spoken, Ending.PERSON)
                return attrs.evolve(self.assumed(name), ends=Ending.PERSON)
            case Unsaid():
                return self.assumed(name)
            case _ as unreachable:
                assert_never(unreachable)

    def _prescribed(self, milliseconds: Range, within: Within) -> Timing:
        bounds = self._within(milliseconds, within, 0)
        return Timing(
            length=bounds.chosen,
            least=bounds.least,
            greatest=bounds.greatest,
            amount=Duration(bounds.chosen),
            basis=Basis.PRESCRIBED,
            ends=Ending.PERSON if milliseconds.high is None else Ending.TIME,
        )

    def _counted(
        self, unit: type[Breaths | Counts], number: Range, name: str, within: Within
    ) -> Timing:
        bounds = self._within(number, within, 1)
        each = self.assumed(name)
        return Timing(
            length=bounds.chosen * each.length,
            least=bounds.least * each.least,
            greatest=bounds.greatest * each.greatest,
            amount=unit(bounds.chosen) if bounds.chosen else Duration(0),
            ends=Ending.PERSON,
            assumption=name,
        )


def _estimated(name: str, estimate: Estimate, ends: Ending) -> Timing:
    return Timing(
        length=estimate.likely // _MILLISECOND,
        least=estimate.least // _MILLISECOND,
        greatest=estimate.greatest // _MILLISECOND,
        ends=ends,
        assumption=name,
    )


def _chosen(low: int, high: int, within: Within) -> int:
    match within:
        case Within.LEAST:
            return low
        case Within.MIDDLE:
            return (low + high) // 2
        case Within.GREATEST:
            return high
        case _ as unreachable:
            assert_never(unreachable)
