"""The step: one uninterrupted thing in a session, with its full context."""

from __future__ import annotations

from datetime import timedelta

import attrs

from kinescript.model import Exercise, Length, Measured, Part, Side
from kinescript.timelines._tree import Basis, Ending, Level, Place, StepKind


@attrs.frozen(kw_only=True)
class Step:
    """
    One uninterrupted thing in a session.

    Attributes:
        kind: What it is.
        start: When it starts, from the start of the session.
        duration: How long it is planned to last.
        least: The least it may last.
        greatest: The most it may last.
        amount: The length that was chosen, in the prescription's own terms, such as
            ``Breaths(20)``; None where the prescription gives no figure.
        written: The length as prescribed, such as ``seconds(5, 10)``; None where the
            prescription has no place for it.
        basis: Whether the duration is prescribed or assumed.
        ends: Whether the clock or the person ends it.
        exercise: What is being done; None for getting ready, resting and moving on.
        path: Where the item is in what the timeline was made of.
        part: Which part of the repetition it is, where that has parts.
        side: Which side works, or is switched to; None where no side is said, and in a rest.
        level: For a rest, between what it stands.
        text: What to do in it, in the prescription's words.
        places: Where it stands in each repetition around it, the outermost first; a
            rest stands at the number that it follows.
    """

    kind: StepKind
    start: timedelta
    duration: timedelta
    least: timedelta
    greatest: timedelta
    amount: Measured | None = None
    written: Length | None = None
    basis: Basis
    ends: Ending
    exercise: Exercise | None = None
    path: str = ""
    part: Part | None = None
    side: Side | None = None
    level: Level | None = None
    text: str = ""
    places: tuple[Place, ...] = ()

    @property
    def end(self) -> timedelta:
        """When it ends, from the start of the session."""
        return self.start + self.duration

    @property
    def set(self) -> int | None:
        """Which set it belongs to, from 1, or None."""
        return self._number(Level.SET)

    @property
    def sets(self) -> int | None:
        """How many sets there are, or None."""
        return self._of(Level.SET)

    @property
    def rep(self) -> int | None:
        """Which repetition it belongs to, from 1, or None."""
        return self._number(Level.REP)

    @property
    def reps(self) -> int | None:
        """How many repetitions the set has, or None."""
        return self._of(Level.REP)

    def _number(self, level: Level) -> int | None:
        return next((place.number for place in self.places if place.level is level), None)

    def _of(self, level: Level) -> int | None:
        return next((place.of for place in self.places if place.level is level), None)
