"""A sheet: the tallies of everything from one repetition to the whole programme."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from kinescript.model import HowOften, Span, Unsaid, inherited
from kinescript.volumes._doses import Bout
from kinescript.volumes._measures import Given
from kinescript.volumes._often import Often, often
from kinescript.volumes._tally import Fold, Sided, Tally, shared, total_of
from kinescript.volumes._totals import Total

_PARTS_DIFFER = "the exercises differ"


@attrs.frozen
class Sheet:
    """
    Tallies of one repetition, one set, a session, a day, a week, and in all.

    A repetition and a set are None where there are none.
    """

    rep: Tally | None
    set: Tally | None
    session: Sided
    day: Sided
    week: Sided
    in_all: Sided

    @classmethod
    def folded(
        cls,
        sheets: Sequence[Sheet],
        fold: Fold = total_of,
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
        )

    def __mul__(self, number: Total) -> Sheet:
        return Sheet(
            self.rep,
            self.set,
            *(each * number for each in (self.session, self.day, self.week, self.in_all)),
        )

    def taking(self, other: Sheet, *names: str) -> Sheet:
        """Return this sheet with the figures called *names* from *other*."""
        return Sheet(
            self.rep,
            self.set,
            self.session.taking(other.session, *names),
            self.day.taking(other.day, *names),
            self.week.taking(other.week, *names),
            self.in_all.taking(other.in_all, *names),
        )


def _alike(tallies: Sequence[Tally | None]) -> Tally | None:
    found = [tally for tally in tallies if tally is not None]
    return Tally.folded(shared(_PARTS_DIFFER), found) if found else None


@attrs.frozen
class Setting:
    """
    What something inherits from what is around it.

    Attributes:
        given: What the caller gives.
        frequency: How often, where it does not say.
        span: Which part of the programme it covers, where it does not say.
    """

    given: Given
    frequency: HowOften
    span: Span | Unsaid

    def within(self, frequency: HowOften, span: Span | Unsaid) -> Setting:
        """Return the setting inside of something that has this *frequency* and *span*."""
        return Setting(
            self.given,
            inherited(frequency, self.frequency),
            self.span if isinstance(span, Unsaid) else span,
        )

    def often(self, *, is_own: bool = False) -> Often:
        """Tell how many bouts that comes to."""
        return often(self.frequency, self.span, self.given, is_own=is_own)


def spread(bout: Bout, found: Often) -> Sheet:
    """Spread one bout over days, weeks and the whole."""
    return Sheet(
        bout.rep,
        bout.set,
        bout.sided,
        bout.sided * found.per_day,
        bout.sided * found.per_week,
        bout.sided * found.in_all,
    )


def spread_tally(tally: Tally, found: Often) -> Sheet:
    """Spread what is done once in every session."""
    return spread(Bout(None, None, Sided.same(tally)), found)
