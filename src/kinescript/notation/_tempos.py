"""Tempos: digits become the parts of a movement, or of a breath."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from typing import Final

import attrs

from kinescript.model import (
    UNSAID,
    Breaths,
    Counts,
    Duration,
    Length,
    Range,
    Reps,
    Tempo,
    Timed,
    breathing,
    tempo,
)
from kinescript.notation._pieces import Atom


@attrs.frozen
class Digits:
    """A tempo in digits, which a movement and a breath read differently."""

    written: str
    in_counts: bool


BREATHS: Final = "breaths"


def with_tempo(work: Atom, value: Digits | Tempo) -> Atom:
    """Return work with a tempo, where it takes one and has none."""
    if isinstance(work, Timed) and isinstance(work.length, Breaths):
        made = _breath(value) if isinstance(value, Digits) else value
        return Reps(work.length.count, tempo=made, activity=work.activity, intensity=work.intensity)
    if isinstance(work, Reps) and work.activity == BREATHS and isinstance(value, Digits):
        return attrs.evolve(work, tempo=_breath(value), activity="")
    if isinstance(work, Reps) and work.tempo is UNSAID:
        return attrs.evolve(work, tempo=_movement(value) if isinstance(value, Digits) else value)
    return work


def _movement(digits: Digits) -> Tempo:
    made = tempo(digits.written)
    return _in_counts(made) if digits.in_counts else made


def _breath(digits: Digits) -> Tempo:
    inhale, full, exhale, *empty = (beat.length for beat in tempo(digits.written).beats)
    made = breathing(inhale, full, exhale, *empty)
    return _in_counts(made) if digits.in_counts else made


def _in_counts(made: Tempo) -> Tempo:
    return Tempo(attrs.evolve(beat, length=_counted(beat.length)) for beat in made.beats)


def _counted(length: Length) -> Length:
    """Return a length in seconds as so many counts; zero stays no time at all."""
    if not isinstance(length, Duration) or length.milliseconds == Range(0):
        return length
    return Counts(int(length.milliseconds.low or 0) // 1000)
