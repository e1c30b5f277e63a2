"""A sheet: the tallies of everything from one repetition to the whole programme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from kinescript.volumes._doses import Bout
from kinescript.volumes._often import Often
from kinescript.volumes._tally import Fold, Sided, Tally, shared, total_of
from kinescript.volumes._together import When, Whens, folds
from kinescript.volumes._totals import Total

_PARTS_DIFFER = "the exercises differ"


@attrs.frozen
class Sheet:
    """
    Tallies of one repetition, one set, a session, a day, a week, and in all.

    A repetition and a set are None where there are none; *whens* tell when it is done, and
    *addends* are the sheets of which it is the sum, each with its own days and weeks.
    """

    rep: Tally | None
    set: Tally | None
    session: Sided
    day: Sided
    week: Sided
    in_all: Sided
    whens: Whens = frozenset()
    addends: tuple[Sheet, ...] = ()

    @classmethod
    def added(cls, sheets: Iterable[Sheet]) -> Sheet:
        """Add sheets: a session, a day and a week have what can fall together in one."""
        parts = tuple(part for sheet in sheets for part in sheet.addends or (sheet,))
        if len(parts) == 1:
            return attrs.evolve(parts[0], addends=parts)
        day, week = folds([part.whens for part in parts])
        whole = cls.folded(parts, total_of, session=day, day=day, week=week)
        return attrs.evolve(whole, addends=parts)

    @classmethod
    def folded(
        cls,
        sheets: Sequence[Sheet],
        fold: Fold,
        *,
        session: Fold | None = None,
        day: Fold | None = None,
        week: Fold | None = None,
    ) -> Sheet:
        """Fold sheets: what a *session*, *day* or *week* has may fold in another way."""
        return cls(
            _alike([sheet.rep for sheet in sheets]),
            _alike([sheet.set for sheet in sheets]),
            Sided.folded(session or fold, [sheet.session for sheet in sheets]),
            Sided.folded(day or fold, [sheet.day for sheet in sheets]),
            Sided.folded(week or fold, [sheet.week for sheet in sheets]),
            Sided.folded(fold, [sheet.in_all for sheet in sheets]),
            frozenset[When]().union(*(sheet.whens for sheet in sheets)),
        )

    def __mul__(self, number: Total) -> Sheet:
        return attrs.evolve(
            self,
            session=self.session * number,
            day=self.day * number,
            week=self.week * number,
            in_all=self.in_all * number,
            addends=(),
        )

    def taking(self, other: Sheet, *names: str) -> Sheet:
        """Return this sheet with the figures called *names* from *other*."""
        return attrs.evolve(
            self,
            session=self.session.taking(other.session, *names),
            day=self.day.taking(other.day, *names),
            week=self.week.taking(other.week, *names),
            in_all=self.in_all.taking(other.in_all, *names),
            addends=(),
        )


def _alike(tallies: Sequence[Tally | None]) -> Tally | None:
    found = [tally for tally in tallies if tally is not None]
    return Tally.folded(shared(_PARTS_DIFFER), found) if found else None


def spread(bout: Bout, found: Often, whens: Whens = frozenset()) -> Sheet:
    """Spread one bout over days, weeks and the whole."""
    return Sheet(
        bout.rep,
        bout.set,
        bout.sided,
        bout.sided * found.per_day,
        bout.sided * found.per_week,
        bout.sided * found.in_all,
        whens,
    )


def spread_tally(tally: Tally, found: Often) -> Sheet:
    """Spread what is done once in every session."""
    return spread(Bout(None, None, Sided.same(tally)), found)
