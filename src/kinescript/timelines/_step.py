"""The step: one uninterrupted thing in a session, with its full context."""

from __future__ import annotations

from datetime import timedelta

import attrs

from kinescript.model import Exercise, Intensity, Part, Pause, Role, Side
from kinescript.timelines._marks import Basis, Ending, Level, Place, StepKind
from kinescript.timelines._tree import Amount


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
            ``Breaths(20)``; None where the prescription gives no figure, and where the
            step is cut short.
        written: The length as prescribed, such as ``seconds(5, 10)``; None where the
            prescription has no place for it.
        basis: Whether the duration is prescribed or assumed.
        ends: Whether the clock or the person ends it.
        exercise: What is being done; None for getting ready, resting and moving on.
        path: Where the item is in what the timeline was made of.
        part: Which part of the repetition it is, where that has parts.
        side: Which side works, or is switched to; None where no side is said, and in a rest.
        way: In which direction or position, by its name or as ``"direction 1 of 2"``.
        role: What the part of the session is for that it belongs to, where that is said.
        level: For a rest, between what it stands.
        text: What to do in it, in the prescription's words.
        intensity: How hard.
        places: Where it stands in each repetition around it, the outermost first; a
            rest stands at the number that it follows.
    """

    kind: StepKind
    start: timedelta
    duration: timedelta
    least: timedelta
    greatest: timedelta
    amount: Amount | None = None
    written: Pause | None = None
    basis: Basis
    ends: Ending
    exercise: Exercise | None = None
    path: str = ""
    part: Part | None = None
    side: Side | None = None
    way: str | None = None
    role: Role | None = None
    level: Level | None = None
    text: str = ""
    intensity: tuple[Intensity, ...] = ()
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
    def round(self) -> int | None:
        """Which round of its circuit it belongs to, from 1, or None."""
        return self._number(Level.ROUND)

    @property
    def rounds(self) -> int | None:
        """How many rounds the circuit has, or None."""
        return self._of(Level.ROUND)

    @property
    def rep(self) -> int | None:
        """Which repetition it belongs to, from 1, or None."""
        return self._number(Level.REP)

    @property
    def reps(self) -> int | None:
        """How many repetitions the set has, or None."""
        return self._of(Level.REP)

    def _number(self, level: Level) -> int | None:
        place = self._place(level)
        return None if place is None else place.number

    def _of(self, level: Level) -> int | None:
        place = self._place(level)
        return None if place is None else place.of

    def _place(self, level: Level) -> Place | None:
        # Circuits stand in circuits: the innermost counts.
        return next((place for place in reversed(self.places) if place.level is level), None)
