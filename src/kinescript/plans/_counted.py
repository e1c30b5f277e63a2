"""A number of sessions ends what it is said of: on which day, and with how many on that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import islice

import attrs

from kinescript.model import (
    UNSAID,
    Component,
    Covers,
    EveryDays,
    Frequency,
    HowOften,
    InAll,
    Period,
    Phase,
    Quantity,
    Range,
    Span,
    Unsaid,
    inherited,
    walk,
)
from kinescript.plans._due import Unit
from kinescript.plans._gaps import FEWEST, figure
from kinescript.plans._obstacles import frequencies
from kinescript.plans._often import Often, placeable
from kinescript.plans._spans import FIRST, LAST, Course, exactly
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


def counts(phase: Phase, around: HowOften, policy: Policy) -> bool:
    """Whether the number of its sessions, and no time, tells when a phase is over."""
    return _rule_of(phase, around, Course(FIRST, FIRST), policy) is not None


def closed(course: Course, phase: Phase, around: HowOften, policy: Policy) -> Course:
    """
    Return *course* until the day on which a phase that counts its sessions would have one more.

    Until then the next phase waits, so that it keeps the days between sessions.
    """
    rule = _rule_of(phase, around, course, policy)
    last = None if rule is None else _last(*rule)
    if rule is None or not isinstance(last, _Last):
        return course
    following = rule[0].next_on(last.day + _DAY) or last.day + _DAY
    return Course(course.first, following - _DAY)


def _rule_of(
    phase: Phase, around: HowOften, course: Course, policy: Policy
) -> tuple[Unit, int] | None:
    """Return what counts the sessions of a phase, and how many there are, if anything does."""
    span, routines = phase.span, phase.taking_turns or range(len(phase.routines))
    if not isinstance(span, Span) or not isinstance(span.length, Unsaid):
        return None
    if len(routines) != max(1, len(phase.taking_turns)):
        return None
    routine = phase.routines[routines[0]]
    often = inherited(routine.frequency, phase.frequency, around)
    number = policy.count(span.sessions, policy.choice.spans, 0).chosen
    is_plain = isinstance(routine.span, Unsaid) and any(map(_inherits, routine.items))
    if not is_plain or any(map(_takes_a_time, frequencies(often))):
        return None
    unit = Unit((), course, apart(placeable(often, 0, policy), span, policy), 0)
    return None if _why_not(span.sessions, number, unit) else (unit, number)


def _inherits(part: Component) -> bool:
    """Whether a part of a routine has its days from what is around it."""
    told = {(item.frequency, item.span) for _, item in walk(part)}
    return len(told) > 1 or told == {(UNSAID, UNSAID)}


def _takes_a_time(often: Frequency | Unsaid) -> bool:
    """Whether the length of a bout tells how many there are in a day."""
    return isinstance(often, Frequency) and isinstance(often.times, InAll)


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
