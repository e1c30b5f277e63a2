"""Routines: what those of one phase come to becomes the sheet of all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import attrs

from kinescript.model import Component, Phase, Range
from kinescript.volumes._components import in_session, sessions_of, with_sessions
from kinescript.volumes._rota import in_all, in_week
from kinescript.volumes._setting import Setting
from kinescript.volumes._sheet import Sheet
from kinescript.volumes._tally import Sided, Tally, shared
from kinescript.volumes._together import When
from kinescript.volumes._totals import among

_DIFFER: Final = shared("the routines differ")
_ONE: Final = Range(1)
_NOTHING: Final = Sided()


@attrs.frozen
class Done:
    """
    What is done of a routine.

    Attributes:
        index: Which routine of its phase it is.
        sheet: What it comes to.
        sessions: Its sessions.
    """

    index: int
    sheet: Sheet
    sessions: Sheet


def done_in(index: int, parts: Sequence[Component], setting: Setting) -> Done:
    """Return what is done of all *parts* of the routine at *index*."""
    sessions = sessions_of(parts, in_session(parts, setting))
    return Done(index, with_sessions(parts, setting), sessions)


@attrs.frozen
class Rota:
    """
    Which routines of a phase take turns.

    Attributes:
        taking: The places of those that do.
        settings: The setting of each routine.
        around: The setting of the phase.
    """

    taking: tuple[int, ...]
    settings: Sequence[Setting]
    around: Setting

    @classmethod
    def of(cls, phase: Phase, setting: Setting) -> Rota:
        """Return that of a phase with this *setting*."""
        taking = phase.taking_turns
        inside = setting if len(phase.routines) == 1 else setting.divided()
        settings = [inside] * len(phase.routines)
        for at, index in enumerate(taking):
            settings[index] = inside.taking_turn(at, len(taking))
        return cls(taking, settings, setting)

    def sheet(self, done: Sequence[Done]) -> Sheet:
        """Return the sheet of what is *done* of the routines of the phase."""
        if len(self.settings) == 1:
            return attrs.evolve(done[0].sheet, addends=())
        sheet = self._added({each.index: each.sheet for each in done})
        sessions = self._added({each.index: each.sessions for each in done})
        held = self.around.course.sessions
        if len(done) == len(self.settings) and isinstance(held, Range):
            # A phase has as many sessions as its span holds, of whichever routines.
            sessions = attrs.evolve(sessions, in_all=Sided.same(Tally(sessions=held)))
        return sheet.taking(sessions, "sessions")

    def _added(self, found: Mapping[int, Sheet]) -> Sheet:
        """Add the sheets of routines, each of which has sessions of its own."""
        parts = [sheet for index, sheet in found.items() if index not in self.taking]
        turning: list[Sheet | None] = []
        for index in self.taking:
            own, others = self._split(index, found[index]) if index in found else (None, [])
            turning.append(own)
            parts += others
        if any(turning):
            parts.append(self._in_turn(turning))
        session = Sided.folded(_DIFFER, [sheet.session for sheet in found.values()])
        return attrs.evolve(Sheet.added(parts), session=session)

    def _split(self, index: int, sheet: Sheet) -> tuple[Sheet | None, list[Sheet]]:
        """Return what of a sheet is done in turn, and what has days or weeks of its own."""
        parts = sheet.addends or (sheet,)
        of_turn = {self.settings[index].whens(), frozenset[When]()}
        own = [part for part in parts if part.whens in of_turn]
        others = [part for part in parts if part.whens not in of_turn]
        return Sheet.added(own) if own else None, others

    def _in_turn(self, sheets: Sequence[Sheet | None]) -> Sheet:
        """Return the sheet of routines of which each due day has one; None has nothing."""
        due = self.around.days_due()
        done = [sheet for sheet in sheets if sheet is not None]
        days = [_NOTHING if sheet is None else sheet.day for sheet in sheets]
        sheet = Sheet.folded(done, _DIFFER, day=partial(among, number=_ONE))
        return attrs.evolve(
            sheet,
            week=Sided.folded(partial(in_week, days=due.per_week), days),
            in_all=Sided.folded(partial(in_all, days=due.in_all), days),
            whens=self.around.whens(),
        )
