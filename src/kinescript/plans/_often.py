"""How often something is prescribed becomes rules that a calendar can place, or a reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, assert_never

import attrs

from kinescript.model import (
    UNSAID,
    Anchor,
    Around,
    AsNeeded,
    At,
    Days,
    DaysPer,
    Duration,
    Every,
    EveryDays,
    Frequency,
    HowOften,
    InAll,
    Moment,
    PerDay,
    Period,
    Range,
    Schedule,
    ThroughTheDay,
    Times,
    Unsaid,
    Words,
)
from kinescript.plans._gaps import DAY, FEWEST, days_apart, figure, spacing, time_apart
from kinescript.plans._words import (
    around_words,
    as_needed_words,
    budget_words,
    condition_words,
    quoted,
)
from kinescript.timelines import Policy

_MINUTE = 60_000

Placed: TypeAlias = int | At | Every
"""How many times a day, at which moments, or at which interval, all in exact figures."""


@attrs.frozen
class Often:
    """
    A frequency that a calendar can place: figures are chosen, and moments are known.

    Attributes:
        written: The frequency as prescribed.
        days: On which days, in exact figures.
        times: When in the day.
        gap: How many milliseconds lie at least between two bouts of a day.
        keeps_gap: Whether these days and times leave the gap that is written.
    """

    written: Frequency | Unsaid
    days: Days | Unsaid
    times: Placed
    gap: int = 0
    keeps_gap: bool = True


def frequencies(often: HowOften) -> tuple[Frequency | Unsaid, ...]:
    """Return the frequencies of a schedule, or the one that there is."""
    return often.frequencies if isinstance(often, Schedule) else (often,)


def placeable(often: HowOften, length: int, policy: Policy) -> tuple[Often, ...]:
    """Return what of *often* a calendar can place, for a bout of *length* milliseconds."""
    return tuple(
        _placeable(each, length, policy)
        for each in frequencies(often)
        if isinstance(each, Unsaid) or not _obstacle(each, policy)
    )


def obstacles(often: HowOften, policy: Policy) -> Iterator[str]:
    """Return why no calendar can place all of *often*, or some of it."""
    for each in frequencies(often):
        if isinstance(each, Unsaid):
            continue
        if reason := _obstacle(each, policy):
            yield reason
        elif isinstance(each.times, At):
            yield from filter(None, map(why_no_moment, each.times.moments))


def _obstacle(frequency: Frequency, policy: Policy) -> str:
    """Return why no calendar can place anything of *frequency*; nothing where one can."""
    if not isinstance(frequency.condition, Unsaid):
        return f"only if {quoted(condition_words(frequency.condition))}"
    if isinstance(frequency.days, Words):
        return f"no calendar knows which days {quoted(frequency.days.text)} are"
    if frequency.budget and frequency.days is UNSAID and frequency.times is UNSAID:
        budget = " and ".join(map(budget_words, frequency.budget))
        return f"no days or times are said beside {quoted(budget)}"
    return _of_times(frequency.times, policy)


def _of_times(times: Times | Unsaid, policy: Policy) -> str:
    match times:
        case AsNeeded():
            return as_needed_words(times)
        case Words(text):
            return f"no calendar knows when {quoted(text)} is"
        case Every(during=during) if during:
            return f"its clock runs only during {quoted(during)}, which no calendar knows"
        case Every(interval) if _exact(interval, policy) < _MINUTE:
            return f"every {interval} is too often for a calendar"
        case At(moments):
            reasons = [why_no_moment(each) for each in moments]
            return "; ".join(reasons) if all(reasons) else ""
        case _:
            return ""


def why_no_moment(moment: Moment) -> str:
    """Return why no calendar can place a moment; nothing where one can."""
    if not isinstance(moment, Around):
        return ""
    if not isinstance(moment.event, Anchor):
        return f"no calendar knows when {quoted(moment.event)} is"
    if not isinstance(moment.by, Unsaid) and _most(moment.by) >= DAY:
        return f"{quoted(around_words(moment))} is a day or more away"
    return ""


def _most(length: Duration) -> int:
    return int(length.milliseconds.high or length.milliseconds.low or 0)


def _exact(length: Duration, policy: Policy) -> int:
    """Choose a length of the day in milliseconds."""
    return policy.count(length.milliseconds, policy.choice.bouts, 0).chosen


def _placeable(frequency: Frequency | Unsaid, length: int, policy: Policy) -> Often:
    if isinstance(frequency, Unsaid):
        return Often(UNSAID, UNSAID, policy.assumptions.per_day)
    apart, gap = days_apart(frequency.gap, policy), time_apart(frequency.gap, policy)
    days = _days(frequency.days, policy)
    if apart > 1 and isinstance(days, Unsaid):
        days = EveryDays(Period(Range(apart)))
    times = _times(frequency.times, length, policy)
    is_kept = spacing(days) >= apart and (not gap or _leaves(times, gap))
    return Often(frequency, days, times, gap if gap < DAY else 0, is_kept)


def _leaves(times: Placed, gap: int) -> bool:
    """Whether the planner leaves *gap* between the bouts of a day."""
    if isinstance(times, int):
        return times == 1 or gap < DAY
    return isinstance(times, At) and len(times.moments) == 1


def _days(days: Days | Unsaid, policy: Policy) -> Days | Unsaid:
    match days:
        case DaysPer(count, period):
            usual = min(
                policy.assumptions.days_per_week, figure(period.number) * FEWEST[period.unit]
            )
            return DaysPer(Range(policy.count(count, policy.choice.days, usual).chosen), period)
        case EveryDays(Period(number, unit)):
            return EveryDays(Period(policy.count(number, policy.choice.days, 1).chosen, unit))
        case _:
            return days


def _times(times: Times | Unsaid, length: int, policy: Policy) -> Placed:
    usual = policy.assumptions.through_the_day
    match times:
        case Unsaid():
            return policy.assumptions.per_day
        case ThroughTheDay() | AsNeeded() | Words():  # the last two have an obstacle
            return usual
        case PerDay(count):
            return policy.count(count, policy.choice.bouts, usual).chosen
        case InAll():
            return _bouts(times, length, policy)
        case At(moments):
            return At(tuple(_moment(each, policy) for each in moments if not why_no_moment(each)))
        case Every(interval, since=since, to=to):
            return Every(Duration(_exact(interval, policy)), since=since, to=to)
        case _ as unreachable:
            assert_never(unreachable)


def _bouts(times: InAll, length: int, policy: Policy) -> int:
    if isinstance(times.bouts, Unsaid):
        return -(-_exact(times.length, policy) // length) if length else 1
    usual = policy.assumptions.through_the_day
    return policy.count(times.bouts, policy.choice.bouts, usual).chosen


def _moment(moment: Moment, policy: Policy) -> Moment:
    return exact_around(moment, policy) if isinstance(moment, Around) else moment


def exact_around(around: Around, policy: Policy) -> Around:
    """Choose how long before or after something a moment is."""
    if isinstance(around.by, Unsaid):
        return around
    return attrs.evolve(around, by=Duration(_exact(around.by, policy)))
