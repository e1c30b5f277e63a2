"""The exercise: a movement or practice as a catalogue knows it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kinescript._fields import Term, as_name, as_text, as_texts, many, named, one, one_of
from kinescript.model._quantities import UNSAID, Unsaid


class ExerciseKind(Term):
    """What an exercise mainly is for."""

    STRENGTH = "strength"
    STRETCH = "stretch"
    MOBILITY = "mobility"
    BALANCE = "balance"
    AEROBIC = "aerobic"
    BREATHING = "breathing"
    RELAXATION = "relaxation"


class MuscleAction(Term):
    """How the muscles work: shortening, lengthening, or at one length."""

    CONCENTRIC = "concentric"
    ECCENTRIC = "eccentric"
    ISOMETRIC = "isometric"


@attrs.frozen(field_transformer=named)
class Code:
    """
    A name in a system of codes.

    Attributes:
        system: Which system, best as its URI: ``"http://snomed.info/sct"``.
        code: The code in it.
        display: What it says in words.
    """

    system: str = attrs.field(converter=as_name)
    code: str = attrs.field(converter=as_name)
    display: str = attrs.field(default="", converter=as_text, kw_only=True)


def as_codes(value: Code | Iterable[Code]) -> tuple[Code, ...]:
    """Accept a code or several."""
    return many(lambda each: one(Code, "a Code", each), value)


class Laterality(Term):
    """Whether an exercise is done with both sides at once or with one side at a time."""

    BILATERAL = "bilateral"
    UNILATERAL = "unilateral"


@attrs.frozen(field_transformer=named)
class Position:
    """
    A position in which an exercise can be done.

    Attributes:
        name: Its name, such as ``"supine"``.
        setup: How to get into it and where the body is then.
        instructions: How the exercise is done in this position, where that differs.
    """

    name: str = attrs.field(converter=as_name)
    setup: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    instructions: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)


def _as_position(value: Position | str) -> Position:
    if isinstance(value, str):
        return Position(value)
    return one(Position, "a Position, or its name", value)


def _as_positions(value: Position | str | Iterable[Position | str]) -> tuple[Position, ...]:
    return many(_as_position, value)


def _as_kind(value: ExerciseKind | Unsaid) -> ExerciseKind | Unsaid:
    expected = "an ExerciseKind such as ExerciseKind.STRETCH, or UNSAID"
    return one_of((ExerciseKind, Unsaid), expected, value)


def _as_action(value: MuscleAction | Unsaid) -> MuscleAction | Unsaid:
    expected = "a MuscleAction such as MuscleAction.ECCENTRIC, or UNSAID"
    return one_of((MuscleAction, Unsaid), expected, value)


def _as_laterality(value: Laterality | Unsaid) -> Laterality | Unsaid:
    expected = "a Laterality such as Laterality.UNILATERAL, or UNSAID"
    return one_of((Laterality, Unsaid), expected, value)


@attrs.frozen(field_transformer=named)
class Exercise:
    """
    A movement or practice, apart from how much of it is prescribed.

    Attributes:
        name: What it is called.
        kind: What it mainly is for.
        laterality: Whether it works one side at a time.
        positions: Where it can be done; a name alone will do.
        instructions: How it is done, one step each.
        cues: What to feel or think of while doing it.
        faults: What commonly goes wrong.
        equipment: What it needs.
        purpose: What it does for the person, in a sentence, or the words of the goal that it
            serves.
        action: How the muscles work.
        codes: What it is called in systems of codes.
        media: Addresses of pictures and films.
    """

    name: str = attrs.field(converter=as_name)
    kind: ExerciseKind | Unsaid = attrs.field(default=UNSAID, converter=_as_kind, kw_only=True)
    laterality: Laterality | Unsaid = attrs.field(
        default=UNSAID, converter=_as_laterality, kw_only=True
    )
    positions: tuple[Position, ...] = attrs.field(default=(), converter=_as_positions, kw_only=True)
    instructions: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    cues: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    faults: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    equipment: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    purpose: str = attrs.field(default="", converter=as_text, kw_only=True)
    action: MuscleAction | Unsaid = attrs.field(default=UNSAID, converter=_as_action, kw_only=True)
    codes: tuple[Code, ...] = attrs.field(default=(), converter=as_codes, kw_only=True)
    media: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)


def as_exercise(value: Exercise | str) -> Exercise:
    """Accept an exercise, or its name alone."""
    if isinstance(value, str):
        return Exercise(value)
    return one(Exercise, "an Exercise, or its name", value)
