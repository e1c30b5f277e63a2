"""Telling: what a frequency itself tells of the work becomes figures of a sheet."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import attrs

from kinescript.model import (
    UNSAID,
    Budget,
    Distance,
    Duration,
    Frequency,
    InAll,
    PerDay,
    Range,
    Unsaid,
)
from kinescript.volumes._days import ALL, WEEK, days_in, in_course
from kinescript.volumes._measures import Given
from kinescript.volumes._often import Often, often
from kinescript.volumes._setting import Setting
from kinescript.volumes._sheet import Sheet
from kinescript.volumes._tally import FIGURES, Sided, Tally
from kinescript.volumes._totals import (
    NONE,
    NotDetermined,
    Total,
    divided,
    ends,
    times,
)

_OF_BOTH_SIDES: Final = NotDetermined("it is told of both sides together")
_BOUTS_DIFFER: Final = NotDetermined("its bouts do not come to the time of the day")
_ONE: Final = Range(1)
_OCCASIONS: Final = ("bouts", "sessions")
_WEEKLY: Final = (Fraction(1, 7), Fraction(1, 7))


def telling(setting: Setting) -> Frequency | None:
    """Return the frequency if it is that of a total, all of which is this setting's."""
    frequency = setting.frequency
    if not isinstance(frequency, Frequency) or setting.is_shared:
        return None
    return frequency if isinstance(frequency.times, InAll) or frequency.budget else None


def told(sheet: Sheet, frequency: Frequency, setting: Setting, work: Total) -> Sheet:
    """Return a sheet with what its frequency tells; *work* is that of a session, unassumed."""
    once_a_day = attrs.evolve(frequency, times=PerDay(1))
    days = often(once_a_day, setting.course.without_sessions(), setting.given)
    if isinstance(frequency.times, InAll):
        sheet = _dealt_out(sheet, frequency.times, setting.given, days, work)
    # Nobody knows whether a week has the budget that holds only sometimes.
    for budget in frequency.budget if frequency.condition is UNSAID else ():
        sheet = _budgeted(sheet, budget, setting, days)
    return attrs.evolve(sheet, addends=())


def _dealt_out(sheet: Sheet, in_all: InAll, given: Given, days: Often, work: Total) -> Sheet:
    """Take the time of the day as it is written, and each bout's part of it."""
    whole = given.lasting(in_all.length, "activity").work
    teller = _Teller("work", sheet.session)
    if not isinstance(in_all.bouts, Unsaid):
        bouts = given.count(in_all.bouts, "through_the_day")
        if isinstance(work, NotDetermined):
            sheet = attrs.evolve(sheet, session=teller.told(sheet.session, divided(whole, bouts)))
        elif not _meet(times(work, bouts), whole):
            whole = _BOUTS_DIFFER
    # A span may tell its sessions and not its days.
    is_told = isinstance(days.in_all, Range) or whole == _BOUTS_DIFFER
    tell = teller.told if is_told else teller.filled
    return attrs.evolve(
        sheet,
        day=teller.told(sheet.day, whole),
        week=teller.told(sheet.week, times(whole, days.per_week)),
        in_all=tell(sheet.in_all, times(whole, days.in_all)),
    )


def _meet(one: Total, other: Total) -> bool:
    """Whether two ranges have something in common, as far as they are known."""
    if isinstance(one, NotDetermined) or isinstance(other, NotDetermined):
        return True
    (low, high), (least, most) = ends(one), ends(other)
    return (low is None or most is None or low <= most) and (
        high is None or least is None or least <= high
    )


def _budgeted(sheet: Sheet, budget: Budget, setting: Setting, days: Often) -> Sheet:
    """Take what a day or a week has altogether, where nothing else determines it."""
    long = days_in(budget.period)
    if long == ALL:
        week, in_all = days.per_week, days.in_all
    elif long == WEEK:
        week, in_all = _ONE, in_course(UNSAID, _WEEKLY, setting.course.days)
    else:
        return sheet
    for name, amount in _amounts(budget, setting.given):
        teller = _Teller(name, sheet.session)
        sheet = attrs.evolve(
            sheet,
            day=teller.filled(sheet.day, amount) if long == ALL else sheet.day,
            week=teller.filled(sheet.week, times(amount, week)),
            in_all=teller.filled(sheet.in_all, times(amount, in_all)),
        )
    return sheet


def _amounts(budget: Budget, given: Given) -> list[tuple[str, Total]]:
    """Return the figures that a budget tells, by their names."""
    match budget.amount:
        case Duration() as long:
            return [("work", given.lasting(long, "activity").work)]
        case Distance() as far:
            told = given.far(far)
            figures = [(name, getattr(told, name)) for name in ("distance", "steps", "calories")]
            return [(name, figure) for name, figure in figures if figure != NONE]
        case number:
            return [(budget.what, number)] if budget.what in FIGURES else []


@attrs.frozen
class _Teller:
    """
    What tells totals of one figure.

    Attributes:
        name: The figure.
        session: What each side does of a session.
    """

    name: str
    session: Sided

    def filled(self, sided: Sided, total: Total) -> Sided:
        """Return what is told where nothing else determines it."""
        is_open = isinstance(getattr(sided.whole, self.name), NotDetermined)
        return self.told(sided, total) if is_open else sided

    def told(self, sided: Sided, total: Total) -> Sided:
        """Return what is told of all of it; of one side only where that does all of it."""
        if getattr(sided.whole, self.name) == total:
            return sided
        only = [(side, self._part(each, self.session.on(side), total)) for side, each in sided.only]
        each = self._part(sided.each, self.session.each, total)
        return Sided(attrs.evolve(sided.whole, **{self.name: total}), each, tuple(only))

    def _part(self, tally: Tally, in_session: Tally, total: Total) -> Tally:
        if getattr(in_session, self.name) == NONE:
            return tally
        whole = self.session.whole
        is_all = in_session.taking(whole, *_OCCASIONS) == whole or self.name in _OCCASIONS
        return attrs.evolve(tally, **{self.name: total if is_all else _OF_BOTH_SIDES})
