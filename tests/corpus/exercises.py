"""
The volume of one exercise by its name, wherever it comes in a prescription.

This stands in for what the library will tell by itself, as in
``ks.volume(x).by_exercise["Squat"]``: it adds up the volumes of the exercise's items, which
no other module of these tests does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import add
from typing import Final, TypeAlias

from kinescript import NotDetermined, Prescription, Range, Volume
from kinescript.model import walk
from kinescript.volumes import Total

Measure: TypeAlias = Callable[[Volume], Total]
"""Which figure of a volume to take."""


def total_of(
    prescription: Prescription,
    names: Sequence[str],
    volumes: Mapping[str, Volume],
    figure: str,
    scope: str,
) -> Total:
    """Return the *figure* of the exercises with these *names*, out of *volumes* by path."""
    places = _places(prescription)
    if missing := set(names) - set(places.values()):
        raise LookupError(f"there is no {', '.join(sorted(missing))}")
    return _added(
        _folded(
            {
                path: getattr(getattr(each, figure), scope)
                for path, each in volumes.items()
                if places[path] == name
            },
            figure,
            scope,
        )
        for name in names
    )


def _places(prescription: Prescription) -> dict[str, str]:
    """Return the names of all exercises by their paths."""
    return {
        path: item.exercise.name
        for number, phase in enumerate(prescription.phases)
        for index, routine in enumerate(phase.routines)
        for place, part in enumerate(routine.items)
        for path, item in walk(part, f"phases[{number}].routines[{index}].items[{place}]")
    }


def _folded(found: Mapping[str, Total], figure: str, scope: str) -> Total:
    """Add up the places of one exercise, as far as they are in the same session, day or week."""
    # An exercise that comes twice in a session is not done in two sessions.
    folds = (_agreed if figure == "sessions" else _added, _added, _added)
    for depth, fold in zip((2, 1, 0), folds, strict=True):
        above: dict[str, list[Total]] = {}
        for path, total in found.items():
            above.setdefault(".".join(path.split(".")[:depth]), []).append(total)
        is_one = depth >= _LEVELS[scope.removesuffix("_per_side")]
        found = {path: (fold if is_one else _agreed)(totals) for path, totals in above.items()}
    return found[""]


_LEVELS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("per_rep", "per_set"), 3),
    **dict.fromkeys(("per_day", "per_week"), 1),
    "per_session": 2,
    "in_all": 0,
}
"""In what each scope is added up: in a routine, a phase or the whole; nowhere for one set."""


def _added(totals: Iterable[Total]) -> Total:
    found = list(totals)
    open_ = next((each for each in found if isinstance(each, NotDetermined)), None)
    return open_ or reduce(add, [each for each in found if isinstance(each, Range)])


def _agreed(totals: Iterable[Total]) -> Total:
    totals = list(totals)
    if any(each != totals[0] for each in totals):
        raise ValueError(f"they differ: {', '.join(map(str, totals))}")
    return totals[0]
