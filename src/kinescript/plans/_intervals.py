"""Lengths of the day become exact figures: milliseconds, whole days, a share of a total."""

from __future__ import annotations

from kinescript.model import Duration, Every, InAll, Unsaid
from kinescript.plans._gaps import DAY
from kinescript.timelines import Policy


def exact(length: Duration, policy: Policy) -> int:
    """Choose a length of the day in milliseconds."""
    return policy.count(length.milliseconds, policy.choice.bouts, 0).chosen


def interval_of(every: Every, policy: Policy) -> int:
    """Choose how many milliseconds lie from one bout to the next."""
    bouts = policy.count(every.bouts, policy.choice.bouts, 1).chosen
    return exact(every.interval, policy) // bouts


def days_of(every: Every, policy: Policy) -> int:
    """Return how many days lie from one bout to the next; 0 where it is no whole number."""
    days, left = divmod(interval_of(every, policy), DAY)
    return 0 if left else days


def bout_of(times: InAll, policy: Policy) -> int:
    """Return how long a bout is, in milliseconds, if all are alike and nothing else says."""
    if isinstance(times.bouts, Unsaid):
        return exact(times.length, policy)
    return exact(times.length, policy) // bouts_said(times, policy)


def bouts_of(times: InAll, length: int, policy: Policy) -> int:
    """Return in how many bouts of *length* milliseconds a total is done."""
    if isinstance(times.bouts, Unsaid):
        return -(-exact(times.length, policy) // length) if length else 1
    return bouts_said(times, policy)


def bouts_said(times: InAll, policy: Policy) -> int:
    """Choose in how many bouts a total is done, where that is said."""
    usual = policy.assumptions.through_the_day
    return policy.count(times.bouts, policy.choice.bouts, usual).chosen
