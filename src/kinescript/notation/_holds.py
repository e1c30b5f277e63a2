"""Holds that stand by themselves refine the repetitions or breaths beside them."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Iterable

import attrs

from kinescript.model import UNSAID, Beat, Breaths, Part, Reps, Tempo, Timed
from kinescript.notation._pieces import Atom, Held, Piece
from kinescript.notation._types import Value


def refines(piece: Piece, pieces: Iterable[Piece]) -> bool:
    """Whether a hold refines the repetitions before it."""
    work = piece.work
    is_alone = not piece.prefixes and piece.is_bare
    if not (is_alone and isinstance(work, Held) and not work.activity and not piece.warm_up):
        return False
    return any(each.is_bare and is_held_by(each.work, UNSAID) for each in pieces)


def is_held_by(work: Atom, length: Value) -> Reps | None:
    """Return work with a hold in each repetition or breath; None where it takes none."""
    if isinstance(work, Reps) and work.hold is None:
        return attrs.evolve(work, hold=length)
    if isinstance(work, Timed) and isinstance(work.length, Breaths):
        held = Tempo(Beat(Part.FULL, length))
        return Reps(work.length.count, tempo=held, activity=work.activity, intensity=work.intensity)
    return None


def with_hold(pieces: Iterable[Piece], held: Piece) -> list[Piece]:
    """Return pieces with a hold, each that takes one."""
    return [with_one_hold(each, held) for each in pieces]


def with_one_hold(piece: Piece, held: Piece) -> Piece:
    """Return a piece with a hold, or the piece itself where it takes none."""
    length: Value = getattr(held.work, "length", UNSAID)
    work = is_held_by(piece.work, length) if piece.is_bare else None
    if work is None:
        return piece
    return attrs.evolve(piece, work=work, intensity=(*piece.intensity, *held.intensity))
