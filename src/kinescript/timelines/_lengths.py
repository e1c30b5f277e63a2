"""How long one step lasts: the prescription's length, resolved by choice and assumptions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import assert_never

import attrs

from kinescript._fields import as_name, many, named, one, wrong
from kinescript.model import (
    UNSAID,
    Assumptions,
    Breaths,
    Choice,
    Counts,
    Distance,
    DistanceUnit,
    Duration,
    End,
    Estimate,
    Intensity,
    Length,
    Measured,
    Number,
    Period,
    Range,
    Side,
    Unsaid,
    Until,
    Within,
    Words,
    opposite,
)
from kinescript.timelines._bounds import Bounds, Half
from kinescript.timelines._distances import MILLION, Rate, from_millionths, in_millionths, rate_of
from kinescript.timelines._marks import Basis, Ending
from kinescript.timelines._tree import Timing

_MILLISECOND = timedelta(milliseconds=1)
_BY_PERSON = frozenset({"hold", "activity", "repetition", "lift", "lower", "inhale", "exhale"})


def _as_choice(value: Choice) -> Choice:
    return one(Choice, "a Choice, such as Choice(reps=Within.GREATEST)", value)


def _as_assumptions(value: Assumptions) -> Assumptions:
    return one(Assumptions, "Assumptions, such as Assumptions(breath=seconds(6))", value)


def _as_affected(value: Side | Unsaid) -> Side | Unsaid:
    if value is UNSAID or value is Side.LEFT or value is Side.RIGHT:
        return value
    raise wrong("left or right, or unsaid", value)


def _as_cases(value: str | Iterable[str]) -> frozenset[str]:
    return frozenset(many(as_name, value))


@attrs.frozen(field_transformer=named)
class Policy:
    """
    What to do where a prescription leaves something open.

    Attributes:
        choice: Which value of a range to take.
        assumptions: What is taken for granted.
        affected: Which side the affected one is, or UNSAID.
        cases: Which cases of branches hold; the first of a branch where none is named.
    """

    choice: Choice = attrs.field(factory=Choice, converter=_as_choice)
    assumptions: Assumptions = attrs.field(factory=Assumptions, converter=_as_assumptions)
    affected: Side | Unsaid = attrs.field(default=UNSAID, converter=_as_affected)
    cases: frozenset[str] = attrs.field(default=frozenset(), converter=_as_cases)

    def side(self, side: Side) -> Side:
        """Return which side *side* is, if it can be said."""
        if isinstance(self.affected, Unsaid):
            return side
        known = {Side.AFFECTED: self.affected, Side.UNAFFECTED: opposite(self.affected)}
        return known.get(side, side)

    def count(self, written: End, within: Within, otherwise: int) -> Bounds:
        """Choose how many; *otherwise* where the prescription gives no figure."""
        known = written.bounds if isinstance(written, Until) else written
        if isinstance(known, Range):
            return self.within(_whole(known.low), _whole(known.high), within, 1)
        return Bounds(otherwise, otherwise, otherwise)

    def within(self, low: int | None, high: int | None, within: Within, floor: int) -> Bounds:
        """Choose between *low* and *high*; what is open below reaches down to *floor*."""
        if high is None:
            low = low or 0
            return Bounds(low, low, low * self.assumptions.open_end)
        if low is None:
            return Bounds(high, min(floor, high), high)
        return Bounds(_chosen(low, high, within), low, high)

    def assumed(self, name: str, halves: Iterable[Half] = ()) -> Timing:
        """Return how long the assumption called *name* says."""
        estimate: Estimate = getattr(self.assumptions, name)
        ends = Ending.PERSON if name in _BY_PERSON else Ending.TIME
        return _estimated(name, estimate, ends, halves)

    def timing(
        self,
        written: Length | Distance,
        name: str,
        within: Within,
        *,
        intensity: tuple[Intensity, ...] = (),
        halves: tuple[Half, ...] = (),
    ) -> Timing:
        """
        Return how long *written* says, or the assumption *name* where it has no figure.

        A distance takes as long as the pace or speed in *intensity* says. With *halves*
        it is that half, or half of a half. What goes on after a sign is not included.
        """
        match written:
            case Duration() | Breaths() | Counts():
                return self._measured(written, within, halves)
            case Distance(amount, unit):
                if not isinstance(amount, Range):
                    return self._told(amount, name, halves)
                each = rate_of(unit, (*written.intensity, *intensity), self.assumptions)
                bounds = self.within(*in_millionths(amount), within, 0).halves(halves)
                return _covered(bounds, unit, each)
            case Words() | Unsaid():
                return self._told(written, name, halves)
            case Until(bounds=bounds):
                known = UNSAID if isinstance(bounds, Range | Period) else bounds
                timing = self.timing(known, name, within, intensity=intensity, halves=halves)
                # Exact bounds only tell about how long it will be.
                basis = timing.basis if timing.least < timing.greatest else Basis.ASSUMED
                return attrs.evolve(timing, ends=Ending.PERSON, basis=basis)
            case _ as unreachable:
                assert_never(unreachable)

    def _told(self, written: Words | Unsaid, name: str, halves: Iterable[Half]) -> Timing:
        if isinstance(written, Unsaid):
            return self.assumed(name, halves)
        if spoken := self.assumptions.spoken(written.text):
            return _estimated("words", spoken, Ending.PERSON, halves)
        return attrs.evolve(self.assumed(name, halves), ends=Ending.PERSON)

    def _measured(self, written: Measured, within: Within, halves: Iterable[Half]) -> Timing:
        match written:
            case Duration(milliseconds):
                return self._prescribed(milliseconds, within, halves)
            case Breaths(number):
                return self._counted(Breaths, number, "breath", within, halves)
            case Counts(number):
                return self._counted(Counts, number, "count", within, halves)
            case _ as unreachable:
                assert_never(unreachable)

    def _prescribed(self, milliseconds: Range, within: Within, halves: Iterable[Half]) -> Timing:
        low, high = _whole(milliseconds.low), _whole(milliseconds.high)
        bounds = self.within(low, high, within, 0).halves(halves)
        return Timing(
            length=bounds.chosen,
            least=bounds.least,
            greatest=bounds.greatest,
            amount=Duration(bounds.chosen),
            basis=Basis.PRESCRIBED,
            ends=Ending.PERSON if milliseconds.high is None else Ending.TIME,
        )

    def _counted(
        self,
        unit: type[Breaths | Counts],
        number: Range,
        name: str,
        within: Within,
        halves: Iterable[Half],
    ) -> Timing:
        bounds = self.within(_whole(number.low), _whole(number.high), within, 1).halves(halves)
        each = self.assumed(name)
        return Timing(
            length=bounds.chosen * each.length,
            least=bounds.least * each.least,
            greatest=bounds.greatest * each.greatest,
            amount=unit(bounds.chosen) if bounds.chosen else Duration(0),
            ends=Ending.PERSON,
            assumption=name,
        )


def _covered(bounds: Bounds, unit: DistanceUnit, each: Rate) -> Timing:
    """Return how long it takes to go as many millionths of *unit*."""
    return Timing(
        length=int(bounds.chosen * each.likely / MILLION),
        least=int(bounds.least * each.least / MILLION),
        greatest=int(bounds.greatest * each.greatest / MILLION),
        amount=Distance(from_millionths(bounds.chosen), unit) if bounds.chosen else Duration(0),
        basis=Basis.ASSUMED if each.assumption else Basis.PRESCRIBED,
        ends=Ending.PERSON,
        assumption=each.assumption,
    )


def _whole(number: Number | None) -> int | None:
    return None if number is None else int(number)


def _estimated(name: str, estimate: Estimate, ends: Ending, halves: Iterable[Half]) -> Timing:
    bounds = Bounds(
        estimate.likely // _MILLISECOND,
        estimate.least // _MILLISECOND,
        estimate.greatest // _MILLISECOND,
    ).halves(halves)
    return Timing(
        length=bounds.chosen,
        least=bounds.least,
        greatest=bounds.greatest,
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
