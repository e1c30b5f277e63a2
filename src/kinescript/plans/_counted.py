"""A number of sessions ends what it is said of: on which day, and with how many on that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import islice

import attrs

from kinescript.model import (
    UNSAID,
    Covers,
    EveryDays,
    Period,
    Quantity,
    Range,
    Span,
    Unsaid,
)
from kinescript.plans._due import Unit
from kinescript.plans._gaps import FEWEST, figure
from kinescript.plans._often import Often
from kinescript.plans._spans import LAST, Course, exactly
from kinescript.timelines import Assumed, Policy, said

MOST = 10_000
"""The most sessions that are counted: one a day for 27 years."""

_DAY = timedelta(days=1)
_WORDS = "it is no number"
_SEVERAL = "only the sessions of one frequency are counted"
_INTERVAL = "how many an interval has in a day depends on the day's length"
_TOO_MANY = f"a plan counts {MOST} at the most"
_OVER = "its time is over before there are more"


@attrs.frozen
class Counted:
    """
    What ends with a number of sessions.

    Attributes:
        units: What is due until then.
        told: What a plan tells of it.
    """

    units: tuple[Unit, ...]
    told: tuple[Assumed, ...] = ()


def counted(
    path: str, span: Covers | Unsaid, units: tuple[Unit, ...], rule: Unit | None, policy: Policy
) -> Counted:
    """
    End *units* with the last of the sessions that *span* has, which *rule* counts.

    Each session counts when it is due, whether it finds a place in its day or not.
    """
    if not isinstance(span, Span) or isinstance(span.sessions, Unsaid):
        return Counted(units)
    told = partial(Assumed, path, "sessions", said(span.sessions))
    number = policy.count(span.sessions, policy.choice.spans, 0).chosen
    why = _why_not(span.sessions, number, rule)
    if rule is None or why:
        return Counted(units, (told("not counted", why),))
    last = _last(rule, number)
    if isinstance(last, int):
        return Counted(units, (told(str(last), _OVER),))
    ended = tuple(last.of(each, is_counted=each.often == rule.often) for each in units)
    if span.sessions == Range(number):
        return Counted(ended)
    return Counted(ended, (Assumed.chosen(path, "sessions", said(span.sessions), str(number)),))


def apart(often: tuple[Often, ...], span: Covers | Unsaid, policy: Policy) -> tuple[Often, ...]:
    """Give sessions without days as many days between them as the length of *span* has room for."""
    match often, span:
        case (
            (Often(days=Unsaid(), times=int(bouts)) as one,),
            Span(length=Period() as length, sessions=Range() as sessions),
        ):
            number = policy.count(sessions, policy.choice.spans, 0).chosen
            period = exactly(length, policy)
            room = figure(period.number) * FEWEST[period.unit]
            step = room // max(1, -(-number // bouts))
            days = EveryDays(Period(Range(step))) if step > 1 else UNSAID
            return (attrs.evolve(one, days=days),)
        case _:
            return often


def _why_not(written: Quantity, number: int, rule: Unit | None) -> str:
    """Return why so many sessions are not counted; empty where they are."""
    if not isinstance(written, Range):
        return _WORDS
    if rule is None:
        return _SEVERAL
    if any(each.bouts is None for each in rule.often):
        return _INTERVAL
    return _TOO_MANY if number > MOST else ""


@attrs.frozen
class _Last:
    """The day of the last session, and how many there are on it."""

    day: date
    bouts: int

    def of(self, unit: Unit, *, is_counted: bool) -> Unit:
        """Return *unit* without what comes after the last session, or after its day."""
        if self.day > unit.course.last:
            return unit
        course = Course(unit.course.first, self.day)
        return attrs.evolve(unit, course=course, closing=self.bouts if is_counted else None)


def _last(rule: Unit, number: int) -> _Last | int:
    """Return where so many sessions are reached, or how many there are if never."""
    left = number
    for day, bouts in islice(_due(rule), MOST):
        if bouts >= left:
            return _Last(day, left)
        left -= bouts
    return number - left


def _due(rule: Unit) -> Iterator[tuple[date, int]]:
    """Return every day on which something is due, and how many times."""
    day = rule.next_on(rule.course.first)
    while day is not None and (often := rule.on(day)) is not None:
        yield day, often.bouts or 0
        day = rule.next_on(day + _DAY) if day < LAST else None
