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
    Frequency,
    InAll,
    Moment,
    PerDay,
    Period,
    PeriodUnit,
    Range,
    ThroughTheDay,
    Unsaid,
    Weekday,
    Words,
)
from kinescript.plans._often import Often, exact_around, why_no_moment
from kinescript.plans._units import Unit
from kinescript.plans._words import around_words, budget_words, gap_words, per_words
from kinescript.timelines import Assumed, Policy, reason_for, said


def of_often(path: str, unit: Unit, policy: Policy) -> Iterator[Assumed]:
    """Return what is assumed or chosen of how often *unit* is due, told at *path*."""
    for often in unit.often:
        yield from _of_times(path, often, policy)
        if isinstance(often.written, Frequency):
            yield from _of_days(path, often, often.written, policy)
            yield from _of_surroundings(path, often, often.written)


def _of_times(path: str, often: Often, policy: Policy) -> Iterator[Assumed]:
    times = often.written if isinstance(often.written, Unsaid) else often.written.times
    match times:
        case Every(interval):
            if isinstance(often.times, Every) and not interval.milliseconds.is_exact:
                yield Assumed.chosen(path, "interval", str(interval), str(often.times.interval))
        case At(moments):
            yield from _of_moments(path, moments, policy)
        case counted:
            yield from _of_count(path, counted, str(often.times), policy)


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
            yield Assumed(path, subject, f"{length} in all", planned, reason)
        case PerDay(Range() as count) | InAll(_, Range() as count):
            if not count.is_exact:
                yield Assumed.chosen(path, subject, str(count), planned)
        case PerDay(count) | InAll(_, count):
            yield Assumed(path, subject, said(count), planned, usual)
        case _ as unreachable:
            assert_never(unreachable)


def _of_moments(path: str, moments: tuple[Moment, ...], policy: Policy) -> Iterator[Assumed]:
    for written in moments:
        if not isinstance(written, Around) or why_no_moment(written):
            continue
        planned = exact_around(written, policy)
        if isinstance(written.by, Unsaid):
            reason = "how long before or after, the prescription does not say"
            yield Assumed(path, "moment", around_words(written), "right next to it", reason)
        elif planned != written:
            chosen = around_words(planned)
            yield Assumed.chosen(path, "moment", around_words(written), chosen)


def _of_days(path: str, often: Often, written: Frequency, policy: Policy) -> Iterator[Assumed]:
    match written.days, often.days:
        case DaysPer(count, period), DaysPer(Range() as chosen):
            told = f"{said(count)} {per_words(period)}".strip()
            yield Assumed(path, "days", told, _spread(chosen, period), _EVENLY)
            if not isinstance(count, Range):
                reason = reason_for("days_per_week", policy.assumptions)
                yield Assumed(path, "number of days", said(count), str(chosen), reason)
            elif not count.is_exact:
                yield Assumed.chosen(path, "number of days", str(count), str(chosen))
        case EveryDays(period), EveryDays(exact):
            if period != exact:
                yield Assumed.chosen(path, "days", f"every {period}", f"every {exact}")
        case Unsaid(), EveryDays(period):
            reason = "as often as the gap allows"
            yield Assumed(path, "days", "", f"every {period}", reason)
        case _:
            return


_EVENLY = "spread evenly over the calendar, the same in each; no source: our figure"


def _spread(chosen: Range, period: Period) -> str:
    """Return on which days of a week, or how, days are spread."""
    if period != Period(1, PeriodUnit.WEEK):
        return f"{chosen} {per_words(period)}, evenly"
    days = DaysPer(chosen, period)
    week = [_MONDAY + timedelta(days=index) for index in range(7)]
    return ", ".join(Weekday.of(day).value for day in week if falls_on(days, day, _MONDAY))


_MONDAY = date(2024, 1, 1)


def _of_surroundings(path: str, often: Often, written: Frequency) -> Iterator[Assumed]:
    if not isinstance(written.gap, Unsaid) and not often.keeps_gap:
        reason = "these days and times leave no such gap"
        yield Assumed(path, "gap", gap_words(written.gap), "not kept", reason)
    for around in written.not_at:
        yield Assumed(path, "not at", around_words(around), "not kept free", _NOT_YET)
    for budget in written.budget:
        yield Assumed(path, "budget", budget_words(budget), "not counted", _NOT_YET)
    if written.preferably:
        yield Assumed(path, "preferably", written.preferably, "as said beside it", _NOT_YET)


_NOT_YET = "the planner does not look at it yet"
