"""What refines pieces behind commas: holds, tempos, rests and the like."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import Final

import attrs

from kinescript.model import (
    UNSAID,
    Hold,
    Range,
    Reps,
    Series,
)
from kinescript.notation._arranged import SETS_OF_WHICH, counted_first, hold_behind, with_sets
from kinescript.notation._holds import refines, with_hold, with_one_hold
from kinescript.notation._parser import WrongError
from kinescript.notation._pieces import Atom, Element, Piece, Prefix, Refined
from kinescript.notation._tempos import with_tempo
from kinescript.notation._types import Value


def refined(run: Iterable[Element], of_dose: dict[str, list[Value]]) -> list[Piece]:
    """Return the pieces of a run, refined; what concerns the whole dose goes to *of_dose*."""
    pieces: list[Piece] = []
    for each in with_sets(hold_behind(counted_first(run))):
        if isinstance(each, Piece) and refines(each, pieces):
            pieces = _marked_all(_held(pieces, each), each, of_dose)
        elif isinstance(each, Piece):
            _refuse_totals(pieces, each)
            piece = _marked(each, of_dose)
            pieces.append(_next(pieces, piece.kept()))
        elif each.kind in _OF_DOSE:
            of_dose.setdefault(each.kind, []).append(each.value)
        elif each.kind in {"again", "again in words"}:
            pieces = _again(pieces, each)
        elif each.kind == "dropped":
            pieces = _marked_all(_dropped(pieces, each.value), each.value, of_dose)
        else:
            pieces = _refine(pieces, each)
    return pieces


def _held(pieces: list[Piece], held: Piece) -> list[Piece]:
    """Return pieces with a hold, each that takes one."""
    if held.intensity and any(each.intensity for each in pieces):
        raise WrongError(held.at, "expected @ once, behind the work or behind its hold")
    return with_hold(pieces, held)


def _marked_all(
    pieces: list[Piece], refining: Piece, of_dose: dict[str, list[Value]]
) -> list[Piece]:
    """Return pieces with what stands right behind something that refines them."""
    for mark in refining.marks:
        if mark.kind == "side here":
            raise WrongError(refining.at, "expected a side right behind the work, or behind `on`")
        if mark.kind in _OF_DOSE:
            of_dose.setdefault(mark.kind, []).append(mark.value)
        else:
            pieces = _refine(pieces, mark)
    return pieces


def _next(pieces: list[Piece], piece: Piece) -> Piece:
    """Return the piece behind a comma, which has to be another set of the same kind."""
    if not pieces:
        return piece
    last = pieces[-1]
    if piece.is_behind and not last.prefixes:
        raise WrongError(piece.at, SETS_OF_WHICH)
    if last.warm_up and not piece.warm_up and len(piece.prefixes) != len(last.prefixes):
        raise WrongError(piece.at, _WARM_UP)
    if _is_range(last.work, piece.work) and not piece.prefixes:
        raise WrongError(piece.at, _ONE_RANGE)
    is_alike = type(last.work) is type(piece.work) and last.is_bare and piece.is_bare
    if piece.warm_up < last.warm_up:
        piece = attrs.evolve(piece, warm_up=True)
    if bool(last.intensity) != bool(piece.intensity):
        reason = "expected @ behind each of these sets, or `all @` once for all of them"
        raise WrongError(piece.at, reason)
    if isinstance(piece.work, Hold) and not isinstance(last.work, Hold):
        raise WrongError(piece.at, _HELD_WHAT)
    if not is_alike or not (isinstance(piece.work, Reps) or _activity(last) == _activity(piece)):
        reason = (
            "expected another set of the same kind behind the comma, or a word such as hold or "
            "rest; join what is done in turn with `then`, and put `|` before other sets"
        )
        raise WrongError(piece.at, reason)
    if last.prefixes and not piece.prefixes:
        raise WrongError(piece.at, _OTHER_SETS)
    return piece


_OTHER_SETS: Final = (
    "expected how many sets there are of each, as in 3 x 12, 1 x 10, or `|` before other sets; "
    "three sets that differ are 12, 10, 8"
)
_HELD_WHAT: Final = (
    "expected repetitions or breaths in a row before a hold; put what is held in parentheses, "
    "as in 20 s then (3 breaths, hold 3 s), or `|` before a hold of its own"
)
_ONE_RANGE: Final = (
    "expected both ends of a range in one, as in 8-12, or `|` before the number of another set"
)


_TOTAL: Final = (
    "expected the number for each side alone, as in 10 each side, or the total as in "
    "20 taking turns; `|` comes before other sets"
)


def _refuse_totals(pieces: list[Piece], piece: Piece) -> None:
    """Refuse "20 reps, 10 each side" and "10 each side, 20 in total": both tell one thing twice."""
    kinds = {mark.kind for mark in piece.marks}
    if not pieces:
        return
    match [getattr(each.work, "count", None) for each in (pieces[-1], piece)]:
        case [Range() as before, Range() as count] if (
            "each side" in kinds and before == count * 2
        ) or "in total" in kinds:
            raise WrongError(piece.at, _TOTAL)
        case _:
            return


_WARM_UP: Final = "expected `|` before the sets that are no warm-up, or `warm-up` before them too"


def _is_range(one: Atom, other: Atom) -> bool:
    """Whether two counts or lengths can be the two ends of one: "at least 8, up to 12"."""
    ends = [_bounds(each) for each in (one, other)]
    return sorted(map(_open_end, ends)) == ["high", "low"]


def _bounds(work: Atom) -> Value:
    said: Value = getattr(work, "count", getattr(work, "length", None))
    return getattr(said, "milliseconds", getattr(said, "count", said))


def _open_end(bounds: Value) -> str:
    if not isinstance(bounds, Range):
        return ""
    return "low" if bounds.low is None else "high" if bounds.high is None else ""


def _activity(piece: Piece) -> str:
    return getattr(piece.work, "activity", "")


def _marked(piece: Piece, of_dose: dict[str, list[Value]]) -> Piece:
    """Return a piece with what stands right behind it, but for what concerns the whole dose."""
    marks, piece = piece.marks, attrs.evolve(piece, marks=())
    for mark in marks:
        if mark.kind == "hold":
            held = with_one_hold(piece, mark.value)
            if held is piece:
                raise WrongError(piece.at, "expected repetitions or breaths before a hold")
            piece = held
        elif mark.kind not in _OF_DOSE:
            (piece,) = _refine([piece], mark)
        else:
            of_dose.setdefault(mark.kind, []).append(mark.value)
            if mark.kind == "side here":
                piece = attrs.evolve(piece, side=mark.value)
    return piece


_OF_DOSE: Final = frozenset(
    {"side", "side here", "each side", "first", "switch", "changing", "in total", "way", "all"}
)


def _again(pieces: list[Piece], again: Refined) -> list[Piece]:
    if not pieces:
        raise WrongError(again.at, "expected what is done before it, as in 10, twice")
    last, *others = pieces
    if others:
        raise WrongError(again.at, "expected one piece of work before it; join pieces with `then`")
    # The word sets counts what is around: "2 sets, hold 30 s, 3 times" are 2 sets of 3 holds.
    sets = tuple(takewhile(lambda each: each.is_named, last.prefixes))
    inner = last.prefixes[len(sets) :]
    return [attrs.evolve(last, prefixes=(*sets, Prefix(again.value), *inner))]


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
    if field == "rest" and any(each.is_folded or len(each.prefixes) > 1 for each in pieces):
        raise ValueError(_REST_OF_WHICH)
    if field == "rest between sets":
        field = "rest"
    if field == "every alone":
        field = "every"
        if not any(each.prefixes for each in pieces):
            reason = "expected several sets before `every`; how often stands behind `;`"
            raise WrongError(refinement.at, reason)
    done = [_refine_one(_in_sets(each, field), field, value) for each in pieces]
    if all(new is old for new, old in zip(done, pieces, strict=True)):
        raise ValueError(f"expected {field} once, behind what it can refine")
    return done


def _in_sets(piece: Piece, field: str) -> Piece:
    """Let rounds that have a rest between them be sets: "4 rounds of 400 m, rest 90 s"."""
    first, *others = piece.prefixes or (Prefix(UNSAID),)
    if field not in {"rest", "every"} or first.is_sets or not first.is_named:
        return piece
    return attrs.evolve(piece, prefixes=(attrs.evolve(first, is_sets=True), *others))


_REST_OF_WHICH: Final = (
    "expected `rest ... between sets`, or parentheses around what is repeated with this rest, "
    "as in 5 x (6 x 7 s, rest 3 s)"
)


def _refine_one(piece: Piece, field: str, value: Value) -> Piece:
    work = piece.work
    if field in {"rest", "every", "side of sets"}:
        name = "side" if field == "side of sets" else field
        said = getattr(piece, name) is not UNSAID
        return piece if said else attrs.evolve(piece, **{name: value})
    if field == "tempo" and piece.is_bare:
        paced = with_tempo(work, value)
        return piece if paced is work else attrs.evolve(piece, work=paced)
    if field == "rest between reps" and isinstance(work, Reps) and work.rest is UNSAID:
        return attrs.evolve(piece, work=attrs.evolve(work, rest=value))
    return piece
