"""Exercises: what each of them comes to becomes a sheet by its name, in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias, TypeVar, assert_never

import attrs

from kinescript.model import (
    UNSAID,
    Branch,
    Circuit,
    Component,
    Dose,
    Item,
    Phase,
    Pick,
    Prescription,
    Rest,
    Routine,
    Section,
    Superset,
)
from kinescript.volumes._components import (
    holding_in,
    in_session,
    items_in,
    numbered_parts,
    picked_of,
    sessions_of,
    sheet_of,
    which_case,
)
from kinescript.volumes._items import sheets_in_superset
from kinescript.volumes._phases import phases_for, stretches_in
from kinescript.volumes._programmes import Placed, added_phases, inside_phases
from kinescript.volumes._routines import Done, Rota, done_in
from kinescript.volumes._setting import Setting
from kinescript.volumes._sheet import Sheet
from kinescript.volumes._totals import among

Named: TypeAlias = Mapping[str, Sheet]
"""The sheet of each exercise by its name, in order of first appearance."""

_T = TypeVar("_T")
_EMPTY: Final = Sheet.added([])


def sheets_by_name(of: Dose | Placed, setting: Setting) -> Named:
    """
    Return the sheet of each exercise in something.

    What has only one exercise is all of that one; the rests between different ones are of
    none of them.
    """
    match of:
        case Dose():
            return {}
        case Routine():
            around = setting.within(of.frequency, of.span)
            return {name: each.sheet for name, each in _in_routine(0, of.items, around).items()}
        case Phase():
            return _in_phase(of, setting.within(of.frequency, of.span))
        case Prescription():
            return _in_prescription(of, setting.within(of.frequency, UNSAID))
        case _:
            found = _in_routine(0, (of,), setting)
            return {name: each.sheet for name, each in found.items()}


def _grouped(found: Iterable[Mapping[str, _T]]) -> dict[str, list[_T]]:
    """Return what there is of each name, in order."""
    groups: dict[str, list[_T]] = defaultdict(list)
    for each in found:
        for name, part in each.items():
            groups[name].append(part)
    return groups


def _in_prescription(prescription: Prescription, setting: Setting) -> Named:
    phases, is_for_some = phases_for(prescription.phases, setting.given)
    inside = inside_phases(phases, setting)
    stretches = stretches_in(phases, [each.course for each in inside])
    found = [
        {name: (index, sheet) for name, sheet in _in_phase(phase, inside[index]).items()}
        for index, phase in enumerate(phases)
    ]
    return {
        name: added_phases(
            [sheet for _, sheet in some] + [_EMPTY] * (is_for_some and len(some) < len(phases)),
            [stretches[index] for index, _ in some],
            is_for_some=is_for_some,
        )
        for name, some in _grouped(found).items()
    }


def _in_phase(phase: Phase, setting: Setting) -> Named:
    rota = Rota.of(phase, setting)
    pairs = zip(phase.routines, rota.settings, strict=True)
    found = _grouped(
        _in_routine(index, routine.items, inside.within(routine.frequency, routine.span))
        for index, (routine, inside) in enumerate(pairs)
    )
    return {name: rota.sheet(done) for name, done in found.items()}


def _in_routine(index: int, parts: Sequence[Component], setting: Setting) -> dict[str, Done]:
    """Return what is done of each exercise in a session of some *parts*."""
    names = _names(parts)
    if len(names) < 2:  # noqa: PLR2004
        return {name: done_in(index, parts, setting) for name in names}
    inside = in_session(parts, attrs.evolve(setting, is_shared=True))
    found = _added(_named(part, inside) for part in parts)
    items = _grouped({item.exercise.name: item} for item in items_in(parts))
    shared = attrs.evolve(setting, is_shared=True)
    done: dict[str, Done] = {}
    for name, sheet in found.items():
        sessions = sessions_of(parts, in_session(items[name], shared), items[name])
        whole = attrs.evolve(sheet.taking(sessions, "sessions"), addends=sheet.addends)
        done[name] = Done(index, whole, sessions)
    return done


def _names(parts: Iterable[Component]) -> list[str]:
    return list(dict.fromkeys(item.exercise.name for item in items_in(tuple(parts))))


def _added(found: Iterable[Named]) -> dict[str, Sheet]:
    return {name: Sheet.added(sheets) for name, sheets in _grouped(found).items()}


def _named(component: Component, setting: Setting) -> Named:
    """Return the sheet of each exercise in one component."""
    names = _names([component])
    if isinstance(component, Item | Rest) or len(names) < 2:  # noqa: PLR2004
        return {name: sheet_of(component, setting) for name in names}
    match component:
        case Section(parts):
            return _added(_named(part, setting) for part in parts)
        case Superset():
            sheets = sheets_in_superset(component, setting)
            return _added({item.exercise.name: sheet} for item, sheet in sheets)
        case Pick():
            return _picked(component, setting)
        case Branch():
            return _in_cases(component, setting)
        case Circuit():
            return _added(_in_rounds(component, setting.at(component.intensity)))
        case _ as unreachable:
            assert_never(unreachable)


def _picked(pick: Pick, setting: Setting) -> Named:
    """Fold the parts that have an exercise; of the others, nothing of it is done."""
    number = setting.given.count(pick.count, "picked")
    of = len(pick.parts)
    found = _grouped(_named(part, setting) for part in pick.parts)
    return {
        name: Sheet.folded(sheets, partial(among, number=picked_of(number, len(sheets), of)))
        for name, sheets in found.items()
    }


def _in_cases(branch: Branch, setting: Setting) -> Named:
    cases = holding_in(branch, setting)
    found = _grouped(_added(_named(part, setting) for part in case.parts) for case in cases)
    return {
        name: Sheet.folded([*sheets, *[_EMPTY] * (len(sheets) < len(cases))], which_case(branch))
        for name, sheets in found.items()
    }


def _in_rounds(circuit: Circuit, setting: Setting) -> Iterator[Named]:
    for part, number in numbered_parts(circuit, setting):
        found = _named(part, setting)
        yield {name: (sheet * number).taking(sheet, "bouts") for name, sheet in found.items()}
