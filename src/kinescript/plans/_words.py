"""What a prescription says, as a clause that reasons and assumptions quote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from kinescript.model import (
    Anchor,
    Around,
    AsNeeded,
    Budget,
    Condition,
    Distance,
    Duration,
    Every,
    Period,
    Range,
    Review,
    Sessions,
    Unsaid,
    Until,
    Window,
    Words,
)
from kinescript.model._told import condition_words, time_words
from kinescript.timelines import said


def quoted(text: str) -> str:
    """Return *text* in quotation marks."""
    return f"“{text}”"


def every_words(every: Every) -> str:
    """Return how often something is done again in words."""
    interval = time_words(every.interval)
    if every.bouts == Range(1):
        return f"every {interval}"
    return f"{said(every.bouts)} times every {interval}"


def conditions_words(conditions: Iterable[Condition]) -> str:
    """Return conditions, all of which count, in words."""
    return " and ".join(map(condition_words, conditions))


def length_words(length: Period | Words | Until) -> str:
    """Return how long a stretch of a programme is in words."""
    match length:
        case Until(sign, Period() as bounds):
            return f"until {condition_words(sign)}, {bounds}"
        case Until(sign):
            return f"until {condition_words(sign)}"
        case Period() | Words():
            return str(length)
        case _ as unreachable:
            assert_never(unreachable)


def around_words(around: Around) -> str:
    """Return what is around an event in words."""
    event = around.event.value if isinstance(around.event, Anchor) else quoted(around.event)
    relation = "during" if isinstance(around.relation, Unsaid) else around.relation.value
    by = "" if isinstance(around.by, Unsaid) else f"{time_words(around.by)} "
    return f"{by}{relation} {event}"


def window_words(window: Window) -> str:
    """Return a window of the day in words."""
    since, to = (
        each.value if isinstance(each, Anchor) else f"{each:%H:%M}"
        for each in (window.since, window.to)
    )
    return f"between {since} and {to}"


def budget_words(budget: Budget) -> str:
    """Return a budget in words."""
    if isinstance(budget.amount, Distance):
        amount = f"{budget.amount.amount} {budget.amount.unit.value}"
    elif isinstance(budget.amount, Range):
        amount = f"{budget.amount} {budget.what}"
    else:
        amount = time_words(budget.amount)
    return f"{amount} {per_words(budget.period)}"


def per_words(period: Period) -> str:
    """Return "a week", or "per 2 weeks"."""
    is_one = period.number == Range(1)
    return f"a {period.unit.value}" if is_one else f"per {period}"


def as_needed_words(times: AsNeeded) -> str:
    """Return "as needed" with its reason and bound."""
    reason = f" for {quoted(times.reason)}" if times.reason else ""
    most = "" if isinstance(times.most, Unsaid) else f", at most {times.most} times a day"
    return f"as needed{reason}{most}"


def review_words(review: Review) -> str:
    """Return when something is looked at again in words."""
    match review:
        case Sessions(count):
            return f"after {count} session{'' if count == 1 else 's'}"
        case Period():
            return f"after {review}"
        case _:
            return f"on {review.isoformat()}"


def gap_words(gap: Duration | Period) -> str:
    """Return a gap in words."""
    return f"{gap} of rest" if isinstance(gap, Period) else f"{time_words(gap)} between"
