"""How long, how far and how many: what a prescription says becomes a tally."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Final, assert_never

import attrs

from kinescript.model import (
    Assumptions,
    Breaths,
    Count,
    Counts,
    Distance,
    DistanceUnit,
    Duration,
    Estimate,
    Intensity,
    Length,
    Period,
    Quantity,
    Range,
    Rest,
    Share,
    Unsaid,
    Until,
    Words,
)
from kinescript.model._metres import METRES
from kinescript.model._told import condition_words
from kinescript.volumes._speeds import time_for
from kinescript.volumes._tally import Tally
from kinescript.volumes._totals import NONE, NotDetermined, Total, times

_HUNDREDTH: Final = Range(Decimal("0.01"))
_THOUSANDTH: Final = Range(Decimal("0.001"))


def unsaid(what: str) -> NotDetermined:
    """Say that the source does not say *what*."""
    return NotDetermined(f"the source does not say {what}")


def only_says(words: Words) -> NotDetermined:
    """Say that the source has only *words*."""
    return NotDetermined(f"the source says only “{words}”")


def waits_for(until: Until) -> NotDetermined:
    """Say that it goes on until a sign, and about how long or how often that is."""
    about = f", about {until.bounds}" if is_about(until) else ""
    return NotDetermined(f"it goes on until “{condition_words(until.sign)}”{about}")


def is_about(until: Until) -> bool:
    """Whether its bounds are exact, which only tells about how much it will be."""
    match until.bounds:
        case Range() as number:
            return number.is_exact
        case Duration(number) | Breaths(number) | Counts(number) | Period(number):
            return number.is_exact
        case Distance(Range() as number):
            return number.is_exact
        case _:
            return False


@attrs.frozen
class Before:
    """
    What a rest comes after, as far as it is known.

    Attributes:
        hold: The seconds of its first hold; None where it has none.
        work: The seconds of all of it; None where there is nothing.
    """

    hold: Total | None = None
    work: Total | None = None


NOTHING_BEFORE: Final = Before()


@attrs.frozen
class Given:
    """
    What the caller gives beside the prescription.

    Attributes:
        assumptions: What is taken where the source gives no figure; None for nothing.
        cases: The names of the cases that hold.
        shares: Of what a share can be told: not of a hold that the sides share, and not of
            work in which they change, for that takes time.
        intensity: How hard what says nothing of its own is.
    """

    assumptions: Assumptions | None = None
    cases: tuple[str, ...] = ()
    shares: frozenset[str] = frozenset({"hold", "work"})
    intensity: tuple[Intensity, ...] = ()

    def at(self, intensity: tuple[Intensity, ...]) -> Given:
        """Return it for something that is so hard, if that is said."""
        return attrs.evolve(self, intensity=intensity or self.intensity)

    def time(self, name: str, otherwise: NotDetermined) -> Total:
        """Return the seconds of the assumption called *name*, from its least to its greatest."""
        if self.assumptions is None:
            return otherwise
        return _seconds(getattr(self.assumptions, name))

    def number(self, name: str, otherwise: NotDetermined) -> Total:
        """Return the number of the assumption called *name*."""
        return otherwise if self.assumptions is None else Range(getattr(self.assumptions, name))

    def count(self, written: Count, name: str) -> Total:
        """Return how many; the assumption called *name* where the source gives no figure."""
        match written:
            case Range():
                return written
            case Until(bounds=Range() as bounds) if self.takes(written):
                return bounds
            case Until(bounds=Range()):
                return waits_for(written)
            case Until():
                return self.number(name, waits_for(written))
            case Words():
                return self.number(name, only_says(written))
            case Unsaid():
                return self.number(name, unsaid("how many"))
            case _ as unreachable:
                assert_never(unreachable)

    def lasting(self, length: Length, name: str) -> Tally:  # noqa: PLR0911
        """Tell how long, as work: in seconds, and in breaths or counts where it is told so."""
        match length:
            case Duration(milliseconds):
                return Tally(work=times(milliseconds, _THOUSANDTH))
            case Breaths(number):
                return Tally(work=self._each("breath", number, "breaths"), breaths=number)
            case Counts(number):
                return Tally(work=self._each("count", number, "spoken counts"), counts=number)
            case Until(bounds=Duration() | Breaths() | Counts() as bounds, then=then):
                after = Tally() if isinstance(then, Unsaid) else self.lasting(then, name)
                return self.bounded(length, self.lasting(bounds, name)) + after
            case Until():
                return self._open(name, waits_for(length))
            case Words(text):
                return self._open(name, only_says(length), text)
            case Unsaid():
                return self._open(name, unsaid("how long"))
            case _ as unreachable:
                assert_never(unreachable)

    def takes(self, until: Until) -> bool:
        """Whether the bounds of *until* are what it comes to; what is about so is assumed."""
        return self.assumptions is not None or not is_about(until)

    def bounded(self, until: Until, told: Tally) -> Tally:
        """Return what the bounds of *until* have *told*, as far as it comes to that."""
        return told if self.takes(until) else told.open(waits_for(until))

    def _each(self, name: str, number: Range, told: str) -> Total:
        return times(number, self.time(name, NotDetermined(f"it is told in {told}")))

    def _open(self, name: str, reason: NotDetermined, text: str = "") -> Tally:
        spoken = None if self.assumptions is None else self.assumptions.spoken(text)
        work = self.time(name, reason) if spoken is None else _seconds(spoken)
        return Tally(work=work, breaths=reason, counts=reason)

    def resting(self, rest: Rest, before: Before = NOTHING_BEFORE) -> Total:
        """Return the seconds of a rest."""
        match rest.length:
            case Distance() as far:
                return self.far(far, rest.intensity).work
            case Share() as share:
                return self._shared(share, before)
            case _ as length:
                return self.lasting(length, "rest").work

    def _shared(self, share: Share, before: Before) -> Total:
        name = "" if isinstance(share.of, Unsaid) else share.of.casefold().removeprefix("the ")
        whole = {"hold": before.hold, "work": before.work}.get(name)
        if whole is None or name not in self.shares:
            of = "" if isinstance(share.of, Unsaid) else f" of {share.of}"
            return self.time("rest", NotDetermined(f"it is told as {share.percent}%{of}"))
        return times(times(share.percent, _HUNDREDTH), whole)

    def far(self, distance: Distance, intensity: tuple[Intensity, ...] = ()) -> Tally:
        """Tell how far, and for how long where its pace, speed or the assumptions say so."""
        amount, unit = _amount(distance.amount), distance.unit
        name, told = _COUNTED.get(unit, ("metre", ""))
        metres = (
            NotDetermined(f"it is told in {told}") if told else times(amount, Range(METRES[unit]))
        )
        work = time_for(amount, unit, intensity) if isinstance(amount, Range) else amount
        if work is None:
            each = self.time(name, NotDetermined("the time for a distance is not written"))
            work = times(amount if told else metres, each)
        return Tally(
            work=work,
            distance=metres,
            steps=amount if unit is DistanceUnit.STEP else NONE,
            calories=amount if unit is DistanceUnit.CALORIE else NONE,
        )


_COUNTED: Final = {
    DistanceUnit.STEP: ("step", "steps"),
    DistanceUnit.CALORIE: ("calorie", "calories"),
    DistanceUnit.LAP: ("lap", "laps"),
    DistanceUnit.FLOOR: ("lap", "floors"),
}


def _amount(amount: Quantity) -> Total:
    match amount:
        case Range():
            return amount
        case Words():
            return only_says(amount)
        case Unsaid():
            return unsaid("how far")
        case _ as unreachable:
            assert_never(unreachable)


def _seconds(estimate: Estimate) -> Total:
    least, greatest = (
        each // timedelta(milliseconds=1) for each in (estimate.least, estimate.greatest)
    )
    return times(Range(least, greatest), _THOUSANDTH)
