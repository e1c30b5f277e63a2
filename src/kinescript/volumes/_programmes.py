"""Programmes: routines, phases and prescriptions become a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import attrs

from kinescript.model import (
    UNSAID,
    Component,
    Dose,
    Item,
    Phase,
    Prescription,
    Routine,
)
from kinescript.volumes._components import (
    ONE_SESSION,
    in_session,
    items_in,
    sheets_in,
    sheets_in_parts,
    with_sessions,
)
from kinescript.volumes._doses import bout_of
from kinescript.volumes._phases import arounds, going_on, phases_for, stretches_in
from kinescript.volumes._routines import Rota, done_in
from kinescript.volumes._setting import Setting
from kinescript.volumes._sheet import Sheet, spread, spread_tally
from kinescript.volumes._stretches import Stretch
from kinescript.volumes._tally import shared, total_of
from kinescript.volumes._together import folds

Placed: TypeAlias = Component | Routine | Phase | Prescription
"""What holds items."""


def sheet_for(of: Dose | Placed, setting: Setting) -> Sheet:
    """Return the sheet of anything that has a volume."""
    match of:
        case Dose():
            found = setting.often()
            sessions = spread_tally(ONE_SESSION, found)
            return spread(bout_of(of, setting.given), found).taking(sessions, "sessions")
        case Routine():
            return with_sessions(of.items, setting.within(of.frequency, of.span))
        case Phase():
            return _phase(of, setting.within(of.frequency, of.span))
        case Prescription():
            return _prescription(of, setting.within(of.frequency, UNSAID))
        case _:
            return with_sessions((of,), setting)


def _phase(phase: Phase, setting: Setting) -> Sheet:
    rota = Rota.of(phase, setting)
    pairs = enumerate(zip(phase.routines, rota.settings, strict=True))
    return rota.sheet(
        [
            done_in(index, routine.items, inside.within(routine.frequency, routine.span))
            for index, (routine, inside) in pairs
        ]
    )


def _prescription(prescription: Prescription, setting: Setting) -> Sheet:
    phases, is_for_some = phases_for(prescription.phases, setting.given)
    inside = inside_phases(phases, setting)
    sheets = [_phase(phase, each) for phase, each in zip(phases, inside, strict=True)]
    stretches = stretches_in(phases, [each.course for each in inside])
    return added_phases(sheets, stretches, is_for_some=is_for_some)


def added_phases(
    sheets: Sequence[Sheet], stretches: Sequence[Stretch], *, is_for_some: bool
) -> Sheet:
    """Add the sheets of phases, unless they are for different people."""
    differ = shared("the phases differ")
    if is_for_some:
        whole = shared("the phases are for different people")
        return Sheet.folded(sheets, whole, session=differ, day=differ, week=differ)
    day, week = folds([sheet.whens for sheet in sheets], going_on(stretches), "the phases differ")
    return Sheet.folded(sheets, total_of, session=differ, day=day, week=week)


def inside_phases(phases: Sequence[Phase], setting: Setting) -> list[Setting]:
    """Return the setting inside of each phase."""
    around = zip(phases, arounds(phases, setting.course, setting.given), strict=True)
    return [
        attrs.evolve(setting, course=course).within(phase.frequency, phase.span)
        for phase, course in around
    ]


def sheets_for(of: Placed, setting: Setting, path: str = "") -> Iterator[tuple[str, Item, Sheet]]:
    """Return each item with its path and sheet."""
    match of:
        case Routine():
            inside = in_session(of.items, setting.within(of.frequency, of.span))
            if len(items_in(of.items)) > 1:
                inside = attrs.evolve(inside, is_shared=True)
            yield from sheets_in_parts(of.items, inside, f"{path}.items")
        case Phase():
            yield from _sheets_in_phase(of, setting.within(of.frequency, of.span), path)
        case Prescription():
            settings = inside_phases(of.phases, setting.within(of.frequency, UNSAID))
            for index, (phase, inside) in enumerate(zip(of.phases, settings, strict=True)):
                yield from _sheets_in_phase(phase, inside, f"{path}.phases[{index}]")
        case _:
            yield from sheets_in(of, setting, path)


def _sheets_in_phase(phase: Phase, inside: Setting, path: str) -> Iterator[tuple[str, Item, Sheet]]:
    around = Rota.of(phase, inside).settings
    for index, (routine, setting) in enumerate(zip(phase.routines, around, strict=True)):
        yield from sheets_for(routine, setting, f"{path}.routines[{index}]")
