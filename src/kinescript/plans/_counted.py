"""A number of sessions ends what it is said of: on which day, and with how many on that day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import islice

import attrs

from kinescript.agendas import count_before
from kinescript.model import (
    UNSAID,
    Component,
    Covers,
    Dates,
    EveryDays,
    Frequency,
    HowOften,
    InAll,
    Period,
    Phase,
    Quantity,
    Range,
    Schedule,
    Span,
    Unsaid,
    inherited,
    walk,
)
from kinescript.plans._due import Unit
from kinescript.plans._gaps import FEWEST, figure
from kinescript.plans._often import Often, placeable
from kinescript.plans._spans import FIRST, LAST, Course, exactly
from kinescript.timelines import Assumed, Policy, said

MOST = 1000
"""The most sessions that are counted one by one, where nothing tells their days at once."""

_DAY = timedelta(days=1)
_WORDS = "it is no number"
_SEVERAL = "only the sessions of one frequency are counted"
_INTERVAL = "how many an interval has in a day depends on the day's length"
_TURNS = "turns are not counted where days are left out"
_TOO_MANY = f"a plan counts {MOST} at the most where its days follow several rules"
_OVER = "its time is over before there are more"


@attrs.frozen
class Closed:
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
) -> Closed:
    """
    End *units* with the last of the sessions that *span* has, which *rule* counts.

    Each session counts when it is due, whether it finds a place in its day or not.
    """
    if not isinstance(span, Span) or isinstance(span.sessions, Unsaid):
        return Closed(units)
    told = partial(Assumed, path, "sessions", said(span.sessions))
    number = policy.count(span.sessions, policy.choice.spans, 0).chosen
    why = _why_not(span.sessions, number, rule)
    if rule is None or why:
        return Closed(units, (told("not counted", why),))
    last = _last(rule, number)
    if isinstance(last, int):
        return Closed(units, (told(str(last), _OVER),))
    ended = tuple(last.of(each, is_counted=each.often == rule.often) for each in units)
    if span.sessions == Range(number):
        return Closed(ended)
    return Closed(ended, (Assumed.chosen(path, "sessions", said(span.sessions), str(number)),))


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


def is_one(phase: Phase) -> bool:
    """Whether the sessions of a phase are those of its one routine, or of all that take turns."""
    return len(phase.routines) == max(1, len(phase.taking_turns))


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
    span = phase.span
    if not isinstance(span, Span) or not isinstance(span.length, Unsaid) or not is_one(phase):
        return None
    routine = phase.routines[0]
    often = inherited(routine.frequency, phase.frequency, around)
    number = policy.count(span.sessions, policy.choice.spans, 0).chosen
    is_plain = isinstance(routine.span, Unsaid) and any(map(_inherits, routine.items))
    rules = placeable(often, 0, policy) if is_plain and not _is_unsure(often) else ()
    unit = Unit((), course, rules, 0)
    return (unit, number) if rules and not _why_not(span.sessions, number, unit) else None


def _inherits(part: Component) -> bool:
    """Whether a part of a routine has all its days from what is around it."""
    return {(item.frequency, item.span) for _, item in walk(part)} == {(UNSAID, UNSAID)}


def _is_unsure(often: HowOften) -> bool:
    """Whether the work, or the date of today, tells how many sessions there are."""
    return isinstance(often, Schedule) or (
        isinstance(often, Frequency)
        and (isinstance(often.times, InAll) or isinstance(often.days, Dates))
    )


def _why_not(written: Quantity, number: int, rule: Unit | None) -> str:
    """Return why so many sessions are not counted; empty where they are."""
    if not isinstance(written, Range):
        return _WORDS
    if rule is None:
        return _SEVERAL
    if any(each.bouts is None for each in rule.often):
        return _INTERVAL
    if rule.turn is not None and any(each.except_on for each in rule.often):
        return _TURNS
    return _TOO_MANY if number > MOST and not _is_direct(rule) else ""


@attrs.frozen
class _Last:
    """The day of the last session, and how many there are on it."""

    day: date
    bouts: int

    def of(self, unit: Unit, *, is_counted: bool) -> Unit:
        """Return *unit* without what comes after the last session, or after its day."""
        last = unit.course.last
        if self.day > last or (self.day == last and not is_counted):
            return unit
        closing = self.bouts if is_counted else None
        if self.day == last and unit.closing is not None:
            closing = min(self.bouts, unit.closing)
        return attrs.evolve(unit, course=Course(unit.course.first, self.day), closing=closing)


def _last(rule: Unit, number: int) -> _Last | int:
    """Return where so many sessions are reached, or how many there are if never."""
    if _is_direct(rule):
        return _last_of(rule.course, rule.often[0], number)
    left = number
    for day, bouts in islice(_due(rule), MOST):
        if bouts >= left:
            return _Last(day, left)
        left -= bouts
    return number - left


def _is_direct(rule: Unit) -> bool:
    """Whether it can be computed how many sessions come before a day."""
    return len(rule.often) == 1 and not rule.often[0].except_on and rule.turn is None


def _last_of(course: Course, often: Often, number: int) -> _Last | int:
    bouts = often.bouts or 1

    def passed(ordinal: int) -> int:
        return count_before(often.days, date.fromordinal(ordinal + 1), course.first)

    needed = -(-number // bouts)
    found = passed(course.last.toordinal())
    if found < needed:
        return found * bouts
    ordinals = range(course.first.toordinal(), course.last.toordinal() + 1)
    day = ordinals[bisect_left(ordinals, needed, key=passed)]
    return _Last(date.fromordinal(day), number - (needed - 1) * bouts)


def _due(rule: Unit) -> Iterator[tuple[date, int]]:
    """Return every day on which something is due, and how many times."""
    day = rule.next_on(rule.course.first)
    while day is not None and (often := rule.on(day)) is not None:
        yield day, often.bouts or 0
        day = rule.next_on(day + _DAY) if day < LAST else None
