"""Work with what stands right before, beside and behind it, out of its trees."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

import attrs
from lark import Token

from kinescript.model import (
    Intensity,
    Load,
    Order,
    Range,
    Reps,
    Rest,
    Series,
    Side,
)
from kinescript.model._signs import as_count
from kinescript.model._work_sides import has_sides, on_side
from kinescript.notation._pieces import (
    Counting,
    Element,
    Held,
    Loaded,
    Piece,
    Prefix,
    Refined,
)
from kinescript.notation._types import Value

_VAGUE: Final = 'expected what is counted or how long it lasts, as in "some" reps or for "a while"'


_CHAIN: Final = (
    "expected parentheses around what is repeated, as in 3 x (10 then 12) or 5 min then (3 x 10); "
    "`|` comes before other sets"
)


def as_piece(warm_up: Token | None, *rest: Value) -> Element | tuple[Element, ...]:
    at = next(index for index, each in enumerate(rest) if isinstance(each, Piece))
    piece: Piece = rest[at]
    prefixes, behind = list(rest[:at]), [each for each in rest[at:] if isinstance(each, Prefix)]
    beside = [each for each in rest[at + 1 :] if isinstance(each, Refined)]
    marks: list[Value] = [part for each in beside for part in spelt_out(each)]
    piece = attrs.evolve(piece, marks=(*piece.marks, *marks))
    if isinstance(piece.work, Counting):
        sets = Prefix(piece.work.count, is_named=True)
        alone = attrs.evolve(piece, marks=()) == Piece(piece.work)
        if not prefixes and not behind and alone and warm_up is None:
            return (Refined("sets", sets), *piece.marks)
        behind.append(sets)
    if piece.is_vague and not prefixes and not behind:
        raise ValueError(_VAGUE)
    if isinstance(piece.work, Counting | Loaded):
        piece, prefixes = _counted_before(piece, prefixes)
    if _is_held_reps(piece, prefixes):
        hold: Value = piece.work
        count: Value = prefixes.pop().end
        reps = Reps(as_count(count), hold=hold.length)
        piece = attrs.evolve(piece, work=reps, is_folded=True)
    is_before = piece.is_chain and any(each.is_sets for each in prefixes)
    if is_before or (piece.is_joined and behind):
        raise ValueError(_CHAIN)
    return attrs.evolve(
        piece,
        prefixes=(*behind, *prefixes, *piece.prefixes),
        warm_up=warm_up is not None,
        is_behind=bool(behind),
    )


def _is_held_reps(piece: Piece, prefixes: list[Prefix]) -> bool:
    """Whether the last of several numbers counts repetitions that are held: "3 x 10 x 5 s hold"."""
    is_hold = isinstance(piece.work, Held) and not piece.work.activity and piece.is_bare
    are_counts = all(isinstance(each.end, Range) and not each.is_named for each in prefixes)
    return is_hold and not piece.prefixes and len(prefixes) == 2 and are_counts  # noqa: PLR2004


def _counted_before(piece: Piece, prefixes: list[Prefix]) -> tuple[Piece, list[Prefix]]:
    """Take the last number before a cross as repetitions, as in "10 x 3 sets"."""
    if not prefixes or not prefixes[-1].is_sets:
        raise ValueError("expected repetitions before it, as in 10 x 3 sets or 3 x 10 x 60 kg")
    *others, last = prefixes
    load = (piece.work.intensity,) if isinstance(piece.work, Loaded) else ()
    count: Value = last.end
    reps = Reps(as_count(count))
    return attrs.evolve(piece, work=reps, intensity=(*load, *piece.intensity)), others


def as_worked(atom: Value, *beside: Intensity | Refined) -> Piece:
    piece = atom if isinstance(atom, Piece) else Piece(atom)
    if any(isinstance(one, Load) and _is_each_side(other) for one, other in pairwise(beside)):
        raise ValueError(
            "a load on each side can mean two things: expected `per hand` behind the load, "
            "or `, each side` for the work"
        )
    marks: list[Value] = [
        part for each in beside if isinstance(each, Refined) for part in spelt_out(each)
    ]
    intensity = tuple(each for each in beside if not isinstance(each, Refined))
    return attrs.evolve(
        piece, intensity=(*piece.intensity, *intensity), marks=(*piece.marks, *marks)
    )


def _is_each_side(beside: Intensity | Refined) -> bool:
    return isinstance(beside, Refined) and beside.kind == "each side"


@attrs.frozen
class Joined:
    """A part behind the first, with whether `then` or + stands before it."""

    part: Value
    is_next: bool = True
    is_sum: bool = False


def as_series(first: Piece, *joined: Joined) -> Piece:
    if not joined:
        return first
    pieces = _each_on_its_side(_all(first, joined))
    _refuse_one_load(pieces)
    parts = [each.settled().whole() if isinstance(each, Piece) else each for each in pieces]
    marks = tuple(mark for each in pieces for mark in getattr(each, "marks", ()))
    is_pair = len(parts) == 2 and joined[0].is_sum and isinstance(parts[0], Reps)  # noqa: PLR2004
    if is_pair and parts[0] == parts[1] and not has_sides(parts[0]):
        return attrs.evolve(first, each_side=True, marks=marks)
    return Piece(
        Series(parts),
        is_bare=False,
        marks=marks,
        is_joined=True,
        is_chain=any(each.is_next for each in joined),
    )


def _each_on_its_side(parts: list[Value]) -> list[Value]:
    """Give each part of a chain the side that stands right behind it."""
    done = [_on_its_side(each) if isinstance(each, Piece) else each for each in parts]
    pieces = [each.kept() for each in parts if isinstance(each, Piece)]
    works = [each for each in pieces if not isinstance(each.work, Rest)]
    said = [_side_here(each) or has_sides(each.settled().whole()) for each in works]
    if any(map(_side_here, works)) and not all(said):
        raise ValueError(
            "expected a side behind every part of a chain, or `, left side` for all of it; "
            "parentheses hold a part with a side of its own, as in 10 s then (10 s on left)"
        )
    return done


def _refuse_one_load(parts: list[Value]) -> None:
    """Refuse "10 then 8 then 6 @ 20 kg", of which nobody knows whether it is for all."""
    works = [each for each in parts if isinstance(each, Piece)]
    plain = [isinstance(each.work, Reps) and not each.work.activity for each in works]
    if all(plain) and works[-1].intensity and not any(each.intensity for each in works[:-1]):
        raise ValueError(
            "expected @ behind every part of a chain, or `, all @` for all of it; parentheses "
            "hold a part with one of its own, as in 10 then (8 @ 20 kg)"
        )


def _side_here(piece: Piece) -> bool:
    return any(mark.kind == "side here" for mark in piece.marks)


def _on_its_side(piece: Piece) -> Piece:
    """Put the side that stands right behind work into it."""
    marks = tuple(mark for mark in piece.marks if mark.kind != "side here")
    sides = [mark.value for mark in piece.marks if mark.kind == "side here"]
    for side in sides:
        piece = attrs.evolve(piece.kept(), marks=marks)
        piece = attrs.evolve(piece, work=on_a_side(piece.work, side))
    return piece


def on_a_side(work: Value, side: Side) -> Value:
    return work if isinstance(work, Rest) else on_side(work, side)


def _all(first: Piece, joined: Iterable[Joined]) -> list[Value]:
    return [first, *(each.part for each in joined)]


TURNS: Final = Refined("taking turns")


def spelt_out(element: Value) -> tuple[Element, ...]:
    """Return the elements of one that says several things."""
    if isinstance(element, tuple):
        return element
    if element is TURNS:
        return Refined("each side", Order.BY_REP), Refined("in total")
    return (element,)
