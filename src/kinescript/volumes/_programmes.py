"""Programmes: routines, phases and prescriptions become a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from kinescript.model import Component, Dose, Phase, Prescription, Routine
from kinescript.volumes._components import (
    ONE_SESSION,
    is_daily,
    sheets_in,
    sheets_in_parts,
    with_sessions,
)
from kinescript.volumes._doses import bout_of
from kinescript.volumes._sheet import Setting, Sheet, spread, spread_tally
from kinescript.volumes._tally import shared, total_of

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
            return _prescription(of, setting.within(of.frequency, setting.span))
        case _:
            return with_sessions((of,), setting)


def _phase(phase: Phase, setting: Setting) -> Sheet:
    differ = shared("the routines differ")
    daily = all(is_daily(routine, setting) for routine in phase.routines)
    sheets = [sheet_for(routine, setting) for routine in phase.routines]
    return Sheet.folded(sheets, session=differ, day=total_of if daily else differ)


def _prescription(prescription: Prescription, setting: Setting) -> Sheet:
    phases = prescription.phases
    sheets = [sheet_for(phase, setting) for phase in phases]
    audiences = {phase.audience for phase in phases}
    whole = total_of if len(audiences) < 2 else shared("the phases are for different people")  # noqa: PLR2004
    differ = shared("the phases differ")
    return Sheet.folded(sheets, whole, session=differ, day=differ, week=differ)


def sheets_for(of: Placed, setting: Setting, path: str = "") -> Iterator[tuple[str, Sheet]]:
    """Return the path and sheet of each item."""
    match of:
        case Routine():
            inside = setting.within(of.frequency, of.span)
            yield from sheets_in_parts(of.items, inside, f"{path}.items")
        case Phase():
            inside = setting.within(of.frequency, of.span)
            for index, routine in enumerate(of.routines):
                yield from sheets_for(routine, inside, f"{path}.routines[{index}]")
        case Prescription():
            inside = setting.within(of.frequency, setting.span)
            for index, phase in enumerate(of.phases):
                yield from sheets_for(phase, inside, f"{path}.phases[{index}]")
        case _:
            yield from sheets_in(of, setting, path)
