"""
Whether a fact holds of a prescription.

A fact is one of these:

- a figure of the volume: ``figure`` (one or several to add), ``scope``, ``value``; ``of``
  names its exercise or exercises, else it is about all of them; ``at: "target"`` looks at
  the end of the progression, ``activity`` at the parts of that activity alone, ``reading``
  at a reading that was not chosen; ``times`` multiplies it; ``assume`` gives seconds for
  what the volume would not assume;
- a value of the model: ``path`` from the prescription, or from the item that ``of`` names;
  ``count`` takes its length and ``ends`` the end of a span;
- a time of the timeline: ``timeline: "duration"`` of what ``of`` names, or of the whole
  session, without getting ready and moving on; ``"steps"`` counts those of an ``activity``;
- ``aside``: no figure of this library, with the reason.

``phase``, ``routine``, ``group`` and ``case`` narrow where it is looked for. A value is a
number, a range as a list of two, of which None is open, or a text; in seconds and metres,
or in its ``unit``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import partial, reduce
from operator import add
from typing import Any, Final

from tests.corpus.changes import at_target, only_activity, other_reading
from tests.corpus.entries import Fact
from tests.corpus.lasting import duration_of, steps_of
from tests.corpus.parts import (
    cases_called,
    components,
    groups_called,
    is_called,
    phases_called,
    routines_called,
    with_items,
)
from tests.corpus.plain import ends_of, is_equal, plain

from kinescript import Assumptions, Item, NotDetermined, Prescription, Range, Volume, seconds
from kinescript.model import walk
from kinescript.volumes import Total, item_volumes, volume

_KEYS: Final = frozenset(
    {
        *("key", "of", "figure", "scope", "value", "unit", "path", "count", "ends", "timeline"),
        *("aside", "assume", "at", "activity", "reading", "times"),
        *("phase", "routine", "group", "case", "note", "lasting"),
    }
)
_NARROWED: Final[Mapping[str, Callable[[Prescription, str], Prescription]]] = {
    "phase": phases_called,
    "routine": routines_called,
    "group": groups_called,
    "case": cases_called,
}


def problem_of(prescription: Prescription, fact: Fact) -> str | None:
    """Return what is wrong with a *fact*, or None if it holds."""
    if unknown := fact.keys() - _KEYS:
        return f"{fact['key']}: expected no {', '.join(sorted(unknown))}"
    try:
        found = _found(prescription, fact)
    except (AttributeError, IndexError, LookupError, TypeError, ValueError) as error:
        return f"{fact['key']}: {type(error).__name__}: {error}"
    if is_equal(found, fact["value"], fact.get("unit", "")):
        return None
    return f"{fact['key']}: expected {fact['value']} {fact.get('unit', '')}, found {found}"


def _found(prescription: Prescription, fact: Fact) -> object:
    if "path" in fact:
        return _at_path(prescription, fact)
    for name, narrow in _NARROWED.items():
        if name in fact:
            prescription = narrow(prescription, fact[name])
            if not prescription.phases:
                raise LookupError(f"there is no {name} {fact[name]!r}")
    if "timeline" in fact:
        return _of_timeline(prescription, fact)
    return _of_volume(prescription, fact)


# Values of the model.


def _at_path(prescription: Prescription, fact: Fact) -> object:
    value: Any = prescription
    if "of" in fact:
        value = next(each for each in components(prescription) if is_called(each, fact["of"]))
    for name in fact["path"].replace("[", ".[").split("."):
        value = value[int(name[1:-1])] if name.startswith("[") else getattr(value, name)
    if fact.get("count"):
        return plain(len(value))
    return ends_of(value) if fact.get("ends") else plain(value)


# Times of the timeline.


def _of_timeline(prescription: Prescription, fact: Fact) -> object:
    names = _names(fact)
    if fact["timeline"] == "steps":
        return plain(steps_of(prescription, names, fact["activity"], fact.get("lasting")))
    return duration_of(prescription, names, _assumptions(fact))


def _names(fact: Fact) -> tuple[str, ...]:
    names = fact.get("of", ())
    return (names,) if isinstance(names, str) else tuple(names)


def _assumptions(fact: Fact) -> Assumptions | None:
    assumed = fact.get("assume")
    fields: dict[str, Any] = {name: seconds(each) for name, each in (assumed or {}).items()}
    return Assumptions(**fields) if fields else None


# Figures of the volume.

_CHANGES: Final[Mapping[str, Callable[[Item, Any], Item]]] = {
    "at": at_target,
    "activity": only_activity,
    "reading": other_reading,
}


def _of_volume(prescription: Prescription, fact: Fact) -> object:
    for name in _CHANGES.keys() & fact.keys():
        prescription = with_items(prescription, partial(_changed, fact, name))
    figures = fact["figure"]
    figures = [figures] if isinstance(figures, str) else figures
    total = _added(_total(prescription, fact, figure) for figure in figures)
    if isinstance(total, NotDetermined):
        return str(total)
    return plain(total * Range(Decimal(str(fact.get("times", 1)))))


def _changed(fact: Fact, name: str, item: Item) -> Item:
    names = _names(fact)
    is_meant = not names or item.exercise.name in names
    return _CHANGES[name](item, fact[name]) if is_meant else item


def _added(totals: Iterable[Total]) -> Total:
    found = list(totals)
    open_ = next((each for each in found if isinstance(each, NotDetermined)), None)
    return open_ or reduce(add, [each for each in found if isinstance(each, Range)])


def _total(prescription: Prescription, fact: Fact, figure: str) -> Total:
    scope, assumptions = fact["scope"], _assumptions(fact)
    cases = [fact["case"]] if "case" in fact else []
    names = _names(fact)
    if not names:
        return _figure(volume(prescription, assumptions=assumptions, cases=cases), figure, scope)
    volumes = item_volumes(prescription, assumptions=assumptions, cases=cases)
    places = _places(prescription)
    if missing := set(names) - set(places.values()):
        raise LookupError(f"there is no {', '.join(sorted(missing))}")
    return _added(
        _folded(
            {
                path: _figure(each, figure, scope)
                for path, each in volumes.items()
                if places[path] == name
            },
            figure,
            scope,
        )
        for name in names
    )


def _figure(volume_: Volume, figure: str, scope: str) -> Total:
    total: Total = getattr(getattr(volume_, figure), scope)
    return total


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


def _agreed(totals: Iterable[Total]) -> Total:
    totals = list(totals)
    if any(each != totals[0] for each in totals):
        raise ValueError(f"they differ: {', '.join(map(str, totals))}")
    return totals[0]
