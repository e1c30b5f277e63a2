"""What refines pieces behind commas: holds, tempos, rests and the like."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from kinescript.model import (
    UNSAID,
    Beat,
    Breaths,
    Count,
    Counts,
    Duration,
    Length,
    Part,
    Range,
    Reps,
    Rest,
    Series,
    Tempo,
    Timed,
    Work,
    breathing,
    tempo,
)
from kinescript.notation._pieces import Element, Held, Piece, Prefix, Refined
from kinescript.notation._types import Value


def refined(run: Iterable[Element], of_dose: dict[str, list[Value]]) -> list[Piece]:
    """Return the pieces of a run, refined; what concerns the whole dose goes to *of_dose*."""
    pieces: list[Piece] = []
    for each in run:
        if isinstance(each, Piece):
            if _refines(each, pieces):
                pieces = _with_hold(pieces, each)
            else:
                pieces.append(each.kept())
        elif each.kind in _OF_DOSE:
            of_dose.setdefault(each.kind, []).append(each.value)
        elif each.kind == "again":
            pieces = _again(pieces, each.value)
        elif each.kind == "dropped":
            pieces = _dropped(pieces, each.value)
        else:
            pieces = _refine(pieces, each)
    return pieces


_OF_DOSE: Final = frozenset(
    {"side", "each side", "first", "switch", "changing", "in total", "way", "all"}
)


def _refines(piece: Piece, pieces: Iterable[Piece]) -> bool:
    """Whether a hold refines the repetitions before it."""
    work = piece.work
    is_alone = not piece.prefixes and not piece.intensity and piece.is_bare
    if not (is_alone and isinstance(work, Held) and not work.activity and not piece.warm_up):
        return False
    return any(each.is_bare and _is_held_by(each.work, UNSAID) for each in pieces)


def _is_held_by(work: Work | Rest | Held, length: Value) -> Reps | None:
    """Return work with a hold in each repetition or breath; None where it takes none."""
    if isinstance(work, Reps) and work.hold is None:
        return attrs.evolve(work, hold=length)
    if isinstance(work, Timed) and isinstance(work.length, Breaths):
        held = Tempo(Beat(Part.FULL, length))
        return Reps(work.length.count, tempo=held, activity=work.activity, intensity=work.intensity)
    return None


def _with_hold(pieces: Iterable[Piece], held: Piece) -> list[Piece]:
    length: Value = getattr(held.work, "length", UNSAID)
    return [_with_one_hold(each, length) for each in pieces]


def _with_one_hold(piece: Piece, length: Value) -> Piece:
    held = _is_held_by(piece.work, length) if piece.is_bare else None
    return piece if held is None else attrs.evolve(piece, work=held)


def _again(pieces: list[Piece], count: Count) -> list[Piece]:
    if not pieces:
        return [Piece(Reps(count))]
    *before, last = pieces
    return [*before, attrs.evolve(last, prefixes=(Prefix(count), *last.prefixes))]


def _dropped(pieces: list[Piece], part: Piece) -> list[Piece]:
    if not pieces:
        raise ValueError("expected a set before drop")
    *before, last = pieces
    first: Value = last.settled().work
    parts = first.parts if isinstance(first, Series) else (first,)
    work = Series((*parts, part.whole()))
    return [*before, attrs.evolve(last, work=work, intensity=(), is_bare=False)]


def _refine(pieces: list[Piece], refinement: Refined) -> list[Piece]:
    if not pieces:
        raise ValueError(f"expected work before {refinement.kind}")
    field, value = refinement.kind, refinement.value
    done = [_refine_one(each, field, value) for each in pieces]
    if all(new is old for new, old in zip(done, pieces, strict=True)):
        raise ValueError(f"expected {field} once, behind what it can refine")
    return done


def _refine_one(piece: Piece, field: str, value: Value) -> Piece:
    work = piece.work
    if field in {"rest", "every", "side of sets"}:
        name = "side" if field == "side of sets" else field
        said = getattr(piece, name) is not UNSAID
        return piece if said else attrs.evolve(piece, **{name: value})
    if field == "tempo" and piece.is_bare:
        paced = _with_tempo(work, value)
        return piece if paced is work else attrs.evolve(piece, work=paced)
    if field == "rest between reps" and isinstance(work, Reps) and work.rest is UNSAID:
        return attrs.evolve(piece, work=attrs.evolve(work, rest=value))
    return piece


@attrs.frozen
class Digits:
    """A tempo in digits, which a movement and a breath read differently."""

    written: str
    in_counts: bool


BREATHS: Final = "breaths"


def _with_tempo(work: Work | Rest | Held, value: Digits | Tempo) -> Work | Rest | Held:
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
