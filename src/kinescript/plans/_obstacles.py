"""How often something is prescribed becomes the reason why no calendar can place it, if any."""

from __future__ import annotations

from collections.abc import Iterator

from kinescript.model import (
    UNSAID,
    Anchor,
    Around,
    AsNeeded,
    At,
    Days,
    Duration,
    Every,
    Frequency,
    HowOften,
    Moment,
    Schedule,
    Times,
    Unsaid,
    Words,
)
from kinescript.model._told import condition_words, time_words
from kinescript.plans._gaps import DAY
from kinescript.plans._intervals import days_of, interval_of
from kinescript.plans._words import around_words, as_needed_words, budget_words, every_words, quoted
from kinescript.timelines import Policy

_MINUTE = 60_000


def frequencies(often: HowOften) -> tuple[Frequency | Unsaid, ...]:
    """Return the frequencies of a schedule, or the one that there is."""
    return often.frequencies if isinstance(often, Schedule) else (often,)


def obstacles(often: HowOften, policy: Policy) -> Iterator[str]:
    """Return why no calendar can place all of *often*, or some of it."""
    for each in frequencies(often):
        if isinstance(each, Unsaid):
            continue
        if reason := obstacle(each, policy):
            yield reason
        elif isinstance(each.times, At):
            yield from filter(None, map(why_no_moment, each.times.moments))


def obstacle(frequency: Frequency, policy: Policy) -> str:
    """Return why no calendar can place anything of *frequency*; nothing where one can."""
    if not isinstance(frequency.condition, Unsaid):
        return f"only if {quoted(condition_words(frequency.condition))}"
    if isinstance(frequency.days, Words):
        return f"no calendar knows which days {quoted(frequency.days.text)} are"
    if frequency.budget and frequency.days is UNSAID and frequency.times is UNSAID:
        budget = " and ".join(map(budget_words, frequency.budget))
        return f"no days or times are said beside {quoted(budget)}"
    if isinstance(frequency.times, Every):
        return _of_every(frequency.times, frequency.days, policy)
    return _of_times(frequency.times)


def _of_times(times: Times | Unsaid) -> str:
    match times:
        case AsNeeded():
            return as_needed_words(times)
        case Words(text):
            return f"no calendar knows when {quoted(text)} is"
        case At(moments):
            reasons = [why_no_moment(each) for each in moments]
            return "; ".join(reasons) if all(reasons) else ""
        case _:
            return ""


def _of_every(every: Every, days: Days | Unsaid, policy: Policy) -> str:
    if every.during:
        return f"its clock runs only during {quoted(every.during)}, which no calendar knows"
    if isinstance(every.bouts, Words | Unsaid):
        said = quoted(str(every.bouts))
        return f"how many times in each interval, the source only says {said}"
    interval = interval_of(every, policy)
    if interval < _MINUTE:
        return f"every {Duration(interval)} is too often for a calendar"
    if interval > DAY and not days_of(every, policy):
        return f"every {time_words(interval)} falls on other times each day, and is not planned yet"
    if interval > DAY and not isinstance(days, Unsaid):
        return f"{quoted(every_words(every))} has days of its own, and others are said beside it"
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
