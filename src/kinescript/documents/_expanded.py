"""A plan to the days of it that are written out in full."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TypeAlias

import attrs

from kinescript._fields import named, one, whole, wrong
from kinescript.documents._converter import CONVERTER
from kinescript.documents._types import Body
from kinescript.errors import LimitError, PlanError, Problem
from kinescript.limits import EXPANDED_DAYS, EXPANDED_STEPS
from kinescript.model import Distance, Intensity, Measured, Share
from kinescript.plans import Plan, Session
from kinescript.timelines import Step, Timeline

Amount: TypeAlias = Measured | Distance | Share
"""What a step can be told to last."""

_MILLISECOND = timedelta(milliseconds=1)


def _as_first(value: date) -> date:
    expected = "a date without a time"
    if isinstance(value, datetime):
        raise wrong(expected, value)
    return one(date, expected, value)


def _as_days(value: int) -> int:
    return whole(1, value)


@attrs.frozen(kw_only=True, field_transformer=named)
class Asked:
    """Which days of a plan are written out in full."""

    first: date = attrs.field(converter=_as_first)
    days: int = attrs.field(converter=_as_days)


def promised(plan: Plan, asked: Asked) -> Body:
    """Return the sessions of the days that were *asked* for, with their timelines."""
    days = _days(asked)
    sessions = plan.between(days[0], days[-1])
    timelines = list(dict.fromkeys(session.timeline for session in sessions))
    steps = sum(map(len, timelines))
    if steps > EXPANDED_STEPS:
        raise LimitError(f"expected at most {EXPANDED_STEPS} steps to write, got {steps}")
    return {
        "first": asked.first.isoformat(),
        "days": asked.days,
        "sessions": [_session(session, timelines) for session in sessions],
        "timelines": [_timeline(timeline) for timeline in timelines],
    }


def told(plan: Plan, asked: Asked) -> Body:
    """Return what a person should know beside the sessions, in words that may change."""
    return {
        "unplaced": [
            {"date": day.isoformat(), **attrs.asdict(unplaced)}
            for day in _days(asked)
            for unplaced in plan.unplaced(day)
        ],
        "unscheduled": [attrs.asdict(each) for each in plan.unscheduled],
        "assumptions": [
            {**attrs.asdict(each), "manner": each.manner.value} for each in plan.assumptions
        ],
    }


def _days(asked: Asked) -> list[date]:
    if asked.days > EXPANDED_DAYS:
        raise LimitError(Problem(f"expected 1 to {EXPANDED_DAYS} days, got {asked.days}", "days"))
    try:
        return [asked.first + timedelta(days=index) for index in range(asked.days)]
    except OverflowError:
        raise PlanError(Problem("expected days that a calendar has", "first")) from None


def _session(session: Session, timelines: list[Timeline]) -> Body:
    return {
        "id": session.id,
        "date": session.date.isoformat(),
        "start": session.start.isoformat(),
        "end": session.end.isoformat(),
        "basis": session.basis.value,
        "routine": session.routine.name,
        "items": list(session.paths),
        "timeline": timelines.index(session.timeline),
    }


def _timeline(timeline: Timeline) -> Body:
    return {
        "duration_ms": timeline.duration // _MILLISECOND,
        "least_ms": timeline.least // _MILLISECOND,
        "greatest_ms": timeline.greatest // _MILLISECOND,
        "steps": [_step(step) for step in timeline],
    }


def _step(step: Step) -> Body:
    known = {
        "kind": step.kind.value,
        "start_ms": step.start // _MILLISECOND,
        "duration_ms": step.duration // _MILLISECOND,
        "basis": step.basis.value,
        "ends": step.ends.value,
        "exercise": step.exercise and step.exercise.name,
        "item": step.path or None,
        "side": step.side and step.side.value,
        "way": step.way,
        "role": step.role and step.role.value,
        "round": step.round,
        "rounds": step.rounds,
        "set": step.set,
        "sets": step.sets,
        "rep": step.rep,
        "reps": step.reps,
        "amount": step.amount and CONVERTER.unstructure(step.amount, Amount),
        "intensity": CONVERTER.unstructure(step.intensity, tuple[Intensity, ...]) or None,
        "between": step.level and step.level.value,
        "text": step.text or None,
    }
    return {key: value for key, value in known.items() if value is not None}
