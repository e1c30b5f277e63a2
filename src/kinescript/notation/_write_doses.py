"""Doses as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

import attrs

from kinescript.model import (
    UNSAID,
    Counted,
    Dose,
    EachSide,
    EachWay,
    Order,
    Reps,
    Series,
    Sets,
    Side,
    Unsaid,
)
from kinescript.notation._texts import WAYS, quoted, worded
from kinescript.notation._types import Value
from kinescript.notation._write_quantities import (
    at_text,
    length_text,
    quantity_text,
)
from kinescript.notation._write_work import around_text, core_of, on_text, prefix_text, work_text


def dose_text(dose: Dose) -> str:
    """Return a dose on one line."""
    pieces = [_Piece.of(sets) for sets in dose.sets]
    is_one = len(pieces) == 1 and pieces[0].is_bare
    if is_one and not pieces[0].binds:
        pieces = [attrs.evolve(pieces[0], at=at_text(dose.intensity))]
        of_all: list[str] = []
    elif is_one:
        pieces = [pieces[0].in_parentheses(at_text(dose.intensity))]
        of_all = []
    else:
        of_all = [f"all{at_text(dose.intensity)}"] if dose.intensity else []
    told = [_sides_text(dose.sides), _ways_text(dose.ways), *of_all]
    return ", ".join([_pieces_text(pieces), *filter(None, told)])


@attrs.frozen
class _Piece:
    """One of a dose's sets: its text, and what refines it behind commas."""

    text: str
    at: str
    refinements: tuple[str, ...]
    is_bare: bool
    binds: bool
    starts: bool
    sets: Sets

    @classmethod
    def of(cls, sets: Sets) -> _Piece:
        prefix = prefix_text(sets.count) if sets.count is not UNSAID else ""
        core, at, refining, is_bare = core_of(sets.work)
        if on_text(sets.work):
            core, at, refining, is_bare = f"({work_text(sets.work)})", "", (), False
        refinements = [*refining, *around_text(sets.rest, sets.every)]
        if not isinstance(sets.side, Unsaid):
            refinements.append(f"on {sets.side.value}")
        core = f"({core})" if prefix and isinstance(sets.work, Series) else core
        starts = bool(prefix) or _starts_a_piece(core)
        return cls(f"{prefix}{core}", at, tuple(refinements), is_bare, bool(at), starts, sets)

    def in_parentheses(self, at_dose: str) -> _Piece:
        """Return it with its own intensity in parentheses, and that of the dose, if any."""
        prefix = "" if self.sets.count is UNSAID else prefix_text(self.sets.count)
        inner = work_text(self.sets.work)
        text = f"{prefix}({inner})"
        outer = (*around_text(self.sets.rest, self.sets.every),)
        if not isinstance(self.sets.side, Unsaid):
            outer = (*outer, f"on {self.sets.side.value}")
        if at_dose:
            outer = (*outer, f"all{at_dose}")
        return attrs.evolve(self, text=text, at="", refinements=outer)


def _starts_a_piece(core: str) -> bool:
    return not core.startswith(("hold", "rest", "each"))


def _pieces_text(pieces: Sequence[_Piece]) -> str:
    runs: list[str] = []
    for _, group in groupby(_numbered(pieces), key=lambda pair: pair[0]):
        run = [piece for _, piece in group]
        told = ", ".join(f"{piece.text}{piece.at}" for piece in run)
        told = f"warm-up {told}" if run[0].sets.warm_up else told
        runs.append(", ".join([told, *run[0].refinements]))
    return " | ".join(runs)


def _numbered(pieces: Iterable[_Piece]) -> Iterable[tuple[int, _Piece]]:
    """Give pieces that are refined alike one number, so that a comma can part them."""
    number, last = 0, None
    for piece in pieces:
        if last is None or not _joins(last, piece):
            number += 1
        yield number, piece
        last = piece


def _joins(last: _Piece, piece: _Piece) -> bool:
    alike = last.refinements == piece.refinements and type(last.sets.work) is type(piece.sets.work)
    simple = all(isinstance(each.sets.work, Reps) and each.is_bare for each in (last, piece))
    same = bool(last.at) == bool(piece.at) and last.sets.warm_up == piece.sets.warm_up
    same = same and not (last.sets.count is not UNSAID and piece.sets.count is UNSAID)
    return alike and simple and same and piece.starts


_ORDERS: Final = {
    Order.BY_DOSE: " by dose",
    Order.BY_SET: " by set",
    Order.BY_REP: " by rep",
    Order.HALF_WAY: " half way",
}


def _order_text(order: Order | Unsaid) -> str:
    return "" if isinstance(order, Unsaid) else _ORDERS[order]


def _sides_text(sides: Value) -> str:
    match sides:
        case Side():
            return "both sides at once" if sides is Side.BOTH else f"{sides.value} side"
        case EachSide():
            return ", ".join(_each_side(sides))
        case _:
            return ""


def _each_side(sides: EachSide) -> Iterable[str]:
    yield f"each side{_order_text(sides.order)}"
    if not isinstance(sides.first, Unsaid):
        yield f"{sides.first.value} first"
    if sides.switch is not UNSAID:
        yield f"switch {length_text(sides.switch)}"
    if sides.every > 1:
        yield f"changing every {sides.every}"
    if sides.counted is Counted.IN_TOTAL:
        yield "counted in total"


def _ways_text(ways: EachWay | Unsaid) -> str:
    if isinstance(ways, Unsaid):
        return ""
    names = f" ({', '.join(map(worded, ways.names))})" if ways.names else ""
    kind = ways.kind if ways.kind in WAYS else quoted(ways.kind)
    count = ""
    if ways.count is not UNSAID:
        count = f"of {quantity_text(ways.count)} "
        kind += "s" if ways.kind in WAYS else ""
    return f"each {count}{kind}{names}{_order_text(ways.order)}"
