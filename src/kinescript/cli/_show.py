"""A session of a plan to its steps, one on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta

import click

from kinescript.cli._asked import Asked
from kinescript.cli._files import refusing
from kinescript.cli._output import Block, Line, Table, write_blocks, write_json
from kinescript.cli._text import about, clock, exactly, named_day, offset, starting
from kinescript.documents import dumps
from kinescript.errors import LimitError, PlanError
from kinescript.limits import EXPANDED_DAYS, EXPANDED_STEPS
from kinescript.model import Breaths, Counts, Unsaid, Words
from kinescript.plans import Plan, Session
from kinescript.timelines import Basis, Level, Step, Timeline

_DAY = timedelta(days=1)
_LEVELS = (Level.ROUND, Level.SET, Level.PASS, Level.REP)
_PLACES = tuple(level.value for level in _LEVELS)
_HEAD = ("since", "clock", "step", "exercise", "side", "way", *_PLACES, "how long")
_STYLES = ("dim", "cyan", "bold", *("" for _ in _HEAD[3:]))


def write_session(asked: Asked, day: date | None, number: int, form: str) -> None:
    """Write session *number* of *day*, or of the first day that has one."""
    made = asked.plan()
    with refusing(asked.file):
        sessions = _next_sessions(made, day or made.start)
    _check_found(sessions, number, day)
    session = sessions[number - 1]
    if form == "json":
        with refusing(asked.file):
            text = _as_json(made, session)
        write_json(text)
    else:
        with refusing(asked.file):
            steps = list(_steps(session))
        write_blocks([*_heading(made, session, number, len(sessions)), *steps])


def _next_sessions(plan: Plan, day: date) -> tuple[Session, ...]:
    """Return the sessions of the first day with any, from *day* as far as plans are listed."""
    for index in range(EXPANDED_DAYS):
        if sessions := plan.on(day + index * _DAY):
            return sessions
    within = f"expected a session in the {EXPANDED_DAYS} days from {day}, found none"
    raise PlanError(f"{within}: what `kinescript plan` lists says why")


def _check_found(sessions: tuple[Session, ...], number: int, day: date | None) -> None:
    found, count = sessions[0].date, len(sessions)
    if day and day != found:
        later = f"the next one is on {named_day(found)}"
        raise click.UsageError(f"there is no session on {named_day(day)}: {later}")
    if number > count:
        among = f"a session from 1 to {count} on {named_day(found)}"
        raise click.UsageError(f"expected {among}, got {number}")


def _as_json(plan: Plan, session: Session) -> str:
    """Return *session* as the plan's document has it, with its timeline in place."""
    day = json.loads(dumps(plan, expanded=True, days=1, first=session.date))["expanded"]
    chosen = next(each for each in day["sessions"] if each["id"] == session.id)
    chosen["timeline"] = day["timelines"][chosen["timeline"]]
    return f"{json.dumps(chosen, ensure_ascii=False, indent=2)}\n"


def _heading(plan: Plan, session: Session, number: int, count: int) -> Iterator[Block]:
    when = f"{named_day(session.date)} {starting(session)}, {plan.calendar.zone}"
    yield Line(plan.prescription.title, "bold")
    yield Line(f"{when}: session {number} of {count}, about {_lengths(session.timeline)}")
    yield Line("~ marks what is assumed", "dim")
    yield Line()


def _lengths(timeline: Timeline) -> str:
    likely, least, greatest = map(about, (timeline.duration, timeline.least, timeline.greatest))
    return likely if least == greatest else f"{likely} ({least} to {greatest})"


def _steps(session: Session) -> Iterator[Block]:
    count = len(session.timeline)
    if count > EXPANDED_STEPS:
        raise LimitError(f"expected at most {EXPANDED_STEPS} steps to show, got {count}")
    rows = [_row(session, step) for step in session.timeline]
    yield Table(head=_HEAD, rows=rows, styles=_STYLES, wide=(3, len(_HEAD) - 1))


def _row(session: Session, step: Step) -> tuple[str, ...]:
    return (
        offset(step.start),
        clock(session.start, step.start),
        step.kind.value,
        step.exercise.name if step.exercise else step.text,
        step.side.value if step.side else "",
        step.way or "",
        *(_places(step, level) for level in _LEVELS),
        _how_long(step),
    )


def _places(step: Step, level: Level) -> str:
    places = (place for place in step.places if place.level is level)
    return " ".join(f"{place.number}/{place.of}" for place in places)


def _how_long(step: Step) -> str:
    mark = "~" if step.basis is Basis.ASSUMED else ""
    time = f"{mark}{exactly(step.duration)}"
    match step.written:
        case Words(text):
            return f'{time} "{text}"'
        case None | Unsaid():
            return time
        case written:
            told = f"{step.amount}, {time}" if isinstance(step.amount, Breaths | Counts) else time
            return told if str(written) == str(step.amount) else f"{told} of {written}"
