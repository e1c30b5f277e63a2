"""What a plan assumes or chooses about how often something is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeAlias, assert_never

from kinescript.agendas import falls_on
from kinescript.model import (
    Around,
    AsNeeded,
    At,
    DaysPer,
    Every,
    EveryDays,
    Exactness,
    Frequency,
    InAll,
    Moment,
    PerDay,
    Period,
    PeriodUnit,
    Quantity,
    Range,
    ThroughTheDay,
    Unsaid,
    Weekday,
    Weekdays,
    Window,
    Words,
)
from kinescript.model._told import time_words
from kinescript.plans._due import Unit
from kinescript.plans._intervals import exact
from kinescript.plans._obstacles import why_no_moment
from kinescript.plans._often import Often, exact_around
from kinescript.plans._preferred import preferred_words
from kinescript.plans._words import (
    around_words,
    budget_words,
    every_words,
    gap_words,
    per_words,
    window_words,
)
from kinescript.timelines import Assumed, Policy, reason_for, said


def of_often(path: str, unit: Unit, policy: Policy) -> Iterator[Assumed]:
    """Return what is assumed or chosen of how often *unit* is due, told at *path*."""
    for often in unit.often:
        yield from _of_times(path, often, policy)
        yield from _of_unsaid_days(path, often)
        yield from _of_total(path, often, unit.length, policy)
        if isinstance(often.written, Frequency):
            yield from _of_days(path, often, often.written, policy)
            yield from _of_surroundings(path, often, often.written)


def _of_times(path: str, often: Often, policy: Policy) -> Iterator[Assumed]:
    times = often.written if isinstance(often.written, Unsaid) else often.written.times
    match times:
        case Every():
            yield from _of_interval(path, times, often)
        case At(moments):
            yield from _of_moments(path, moments, policy)
        case counted:
            yield from _of_count(path, counted, str(often.times), policy)


def _of_interval(path: str, every: Every, often: Often) -> Iterator[Assumed]:
    if not isinstance(often.times, Every):
        days = f"every {often.days.period}" if isinstance(often.days, EveryDays) else "every day"
        yield Assumed(path, "days", every_words(every), days, _WHOLE_DAYS)
    elif not every.interval.milliseconds.is_exact:
        told = every_words(every).removeprefix("every ")
        yield Assumed.chosen(path, "interval", told, time_words(often.times.interval))
    elif every.bouts != Range(1):
        planned = f"every {time_words(often.times.interval)}"
        yield Assumed(path, "bouts", every_words(every), planned, _EVEN_BOUTS)


_EVEN_BOUTS = "bouts spread evenly over their interval; no source: our figure"
_WHOLE_DAYS = "a multiple of 24 h is planned as days, at the same time of each"


def _of_total(path: str, often: Often, length: int, policy: Policy) -> Iterator[Assumed]:
    """Tell where whole bouts come to another time a day than is prescribed."""
    times = None if isinstance(often.written, Unsaid) else often.written.times
    if isinstance(times, InAll) and isinstance(often.times, int):
        planned = often.times * length
        if planned != exact(times.length, policy):
            told = f"{time_words(times.length)} in all"
            yield Assumed(path, "time a day", told, time_words(planned), _WHOLE_BOUTS)


_WHOLE_BOUTS = "bouts are planned whole, as they are prescribed"


def _of_unsaid_days(path: str, often: Often) -> Iterator[Assumed]:
    """Tell on which days something is planned where no days are said."""
    match often:
        case Often(written=Frequency() as written) if not isinstance(
            written.days, Unsaid
        ) or _is_in_days(often, written):
            return
        case Often(days=EveryDays(period), written=written):
            is_room = isinstance(written, Unsaid) or isinstance(written.gap, Unsaid)
            yield Assumed(path, "days", "", f"every {period}", _ROOM if is_room else _GAP)
        case Often(written=Unsaid() | Frequency(times=Unsaid())):
            yield Assumed(path, "days", "", "every day", _DAILY)
        case _:
            return


_ROOM = "its sessions, spread over its time; no source: our figure"
_GAP = "as often as the gap allows"
_DAILY = "no source: our figure, where nothing is said of the days"

_Counted: TypeAlias = Unsaid | ThroughTheDay | PerDay | InAll | AsNeeded | Words


def _of_count(path: str, times: _Counted, planned: str, policy: Policy) -> Iterator[Assumed]:
    subject = "times a day"
    usual = reason_for("through_the_day", policy.assumptions)
    match times:
        case Unsaid():
            reason = reason_for("per_day", policy.assumptions)
            yield Assumed(path, subject, "", planned, reason)
        case ThroughTheDay() | AsNeeded() | Words():  # no calendar can place the last two
            yield Assumed(path, subject, "through the day", planned, usual)
        case InAll(length, Unsaid()):
            reason = "as many bouts as that takes"
            yield Assumed(path, subject, f"{time_words(length)} in all", planned, reason)
        case PerDay(Range() as count) | InAll(_, Range() as count):
            if not count.is_exact:
                yield Assumed.chosen(path, subject, str(count), planned)
        case PerDay(count) | InAll(_, count):
            yield Assumed(path, subject, said(count), planned, usual)
        case _ as unreachable:
            assert_never(unreachable)


def _of_moments(path: str, moments: tuple[Moment, ...], policy: Policy) -> Iterator[Assumed]:
    for written in moments:
        if isinstance(written, Window):
            yield Assumed(path, "moment", window_words(written), "as early as there is room", _FREE)
        if not isinstance(written, Around) or why_no_moment(written):
            continue
        planned = exact_around(written, policy)
        if isinstance(written.by, Unsaid):
            reason = "how long before or after, the prescription does not say"
            yield Assumed(path, "moment", around_words(written), "right next to it", reason)
        elif planned != written:
            chosen = around_words(planned)
            yield Assumed.chosen(path, "moment", around_words(written), chosen)


_FREE = "any time in it is as prescribed"


def _of_days(path: str, often: Often, written: Frequency, policy: Policy) -> Iterator[Assumed]:
    match written.days, often.days:
        case DaysPer(count, period), (DaysPer() | Weekdays()) as planned:
            told = f"{said(count)} {per_words(period)}".strip()
            if isinstance(planned, DaysPer) and planned.period != period:
                yield Assumed.chosen(path, "period", str(period), str(planned.period))
            chosen, spread = _spread(planned)
            yield Assumed(path, "days", told, spread, _EVENLY)
            if not isinstance(count, Range):
                reason = reason_for("days_per_week", policy.assumptions)
                yield Assumed(path, "number of days", said(count), str(chosen), reason)
            elif count != chosen:
                yield Assumed.chosen(path, "number of days", str(count), str(chosen))
        case EveryDays(period), EveryDays(exact):
            if period != exact:
                yield Assumed.chosen(path, "days", f"every {period}", f"every {exact}")
        case _:
            return


def _is_in_days(often: Often, written: Frequency) -> bool:
    """Whether an interval was read as days."""
    return isinstance(written.times, Every) and not isinstance(often.times, Every)


_EVENLY = "spread evenly over the calendar, the same in each; no source: our figure"


def _spread(planned: DaysPer | Weekdays) -> tuple[Quantity, str]:
    """Return how many days there are, and on which days of a week, or how, they are spread."""
    if isinstance(planned, DaysPer) and planned.period != Period(1, PeriodUnit.WEEK):
        return planned.count, f"{planned.count} {per_words(planned.period)}, evenly"
    week = [_MONDAY + timedelta(days=index) for index in range(7)]
    found = [Weekday.of(day).value for day in week if falls_on(planned, day, _MONDAY)]
    return Range(len(found)), ", ".join(found)


_MONDAY = date(2024, 1, 1)


def _of_surroundings(path: str, often: Often, written: Frequency) -> Iterator[Assumed]:
    if not isinstance(written.gap, Unsaid) and not often.keeps_gap:
        reason = "these days and times leave no such gap"
        yield Assumed(path, "gap", gap_words(written.gap), "not kept", reason)
    for around in written.not_at:
        yield Assumed(path, "not at", around_words(around), "not kept free", _NOT_YET)
    is_free = isinstance(often.times, int) or isinstance(written.days, Unsaid | DaysPer)
    if written.timing is Exactness.EXACTLY and is_free:
        reason = "what is not said exactly, the calendar finds"
        yield Assumed(path, "timing", written.timing.value, "as found", reason)
    elif written.timing is Exactness.FLEXIBLE:
        yield Assumed(path, "timing", written.timing.value, "as said beside it", _NOT_YET)
    for budget in written.budget:
        yield Assumed(path, "budget", budget_words(budget), "not counted", _NOT_YET)
    if not isinstance(written.preferably, Unsaid):
        told = preferred_words(written.preferably)
        yield Assumed(path, "preferably", told, "as said beside it", _NOT_YET)


_NOT_YET = "the planner does not look at it yet"
