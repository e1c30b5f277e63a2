"""What stands before its work in a run is put where it belongs: counts, holds and sets."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

import attrs

from kinescript.model import UNSAID, Reps
from kinescript.notation._holds import refines
from kinescript.notation._parser import WrongError
from kinescript.notation._pieces import Element, Piece, Prefix, Refined


def counted_first(run: Iterable[Element]) -> list[Element]:
    """Read "10 times" with no work before it as repetitions, or as sets of those behind it."""
    elements = list(run)
    works = [at for at, each in enumerate(elements) if isinstance(each, Piece)]
    first = works[0] if works else len(elements)
    are_sets = any(isinstance(each, Piece) and isinstance(each.work, Reps) for each in elements)
    for at, each in enumerate(elements[:first]):
        if isinstance(each, Refined) and each.kind == "again":
            sets = Refined("sets", Prefix(each.value, is_named=True), at=each.at)
            elements[at] = sets if are_sets else Piece(Reps(each.value), at=each.at)
            break
    return elements


def hold_behind(run: Iterable[Element]) -> list[Element]:
    """Put a hold behind the repetitions that it stands before: "hold 6 s, 6 reps"."""
    first, *others = run
    works = [each for each in others if isinstance(each, Piece)]
    if works and isinstance(first, Piece) and refines(first, works[:1]):
        return [*others, first]
    return [first, *others]


def with_sets(run: Iterable[Element]) -> list[Element]:
    """Give sets that stand alone to the work before or else behind them: "10 reps, 3 sets"."""
    counts: dict[int, Refined] = {}
    works: dict[int, Piece] = {}
    elements = list(run)
    for index, each in enumerate(elements):
        if isinstance(each, Refined) and each.kind == "sets":
            counts[index] = each
        elif isinstance(each, Piece) and not refines(each, works.values()):
            works[index] = each
    if len(counts) == 1 and not works:
        works[len(elements)] = Piece(Reps(UNSAID))
        elements.append(works[len(elements)])
    _check_sets(counts, works)
    for (at, count), (index, work) in zip(counts.items(), works.items(), strict=False):
        if work.prefixes and index < at:
            raise WrongError(count.at, _SETS_ONCE)
        elements[index] = attrs.evolve(work, prefixes=(count.value, *work.prefixes))
    return [each for index, each in enumerate(elements) if index not in counts]


_SETS_ONCE: Final = "expected the number of sets once"
SETS_OF_WHICH: Final = (
    "expected sets of one piece of work only; write before each how many there are of it, "
    "as in 3 x 10, 3 x 12, or repeat them all, as in 3 x (10 then 12)"
)


def _check_sets(counts: Mapping[int, Refined], works: Mapping[int, Piece]) -> None:
    """Refuse sets of which nobody can tell what they count: they and work have to alternate."""
    if not counts:
        return
    at = list(counts.values())[-1].at
    if len(counts) > len(works):
        raise WrongError(at, _SETS_ONCE)
    are_counts = [index in counts for index in sorted((*counts, *works))]
    if len(counts) < len(works) or any(one == other for one, other in pairwise(are_counts)):
        raise WrongError(at, SETS_OF_WHICH)
