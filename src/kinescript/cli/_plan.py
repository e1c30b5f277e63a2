"""A plan to its agenda, and below it what else there is to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kinescript.cli._asked import Asked
from kinescript.cli._files import refusing
from kinescript.cli._names import names as names_of
from kinescript.cli._output import Block, Line, Table, write_blocks, write_json
from kinescript.cli._text import about, named_day, starting
from kinescript.documents import dumps
from kinescript.plans import Plan, Session
from kinescript.timelines import Assumed, Manner

_DAY = timedelta(days=1)


def write_plan(asked: Asked, days: int, form: str) -> None:
    """Write *days* days of the plan that is asked for."""
    made = asked.plan()
    if form == "json":
        with refusing(asked.file):
            text = dumps(made, expanded=True, days=days)
        write_json(text)
    else:
        with refusing(asked.file):
            blocks = list(_blocks(made, days))
        write_blocks(blocks)


def _blocks(plan: Plan, days: int) -> Iterator[Block]:
    shown = [plan.start + index * _DAY for index in range(days)]
    first, last = shown[0], shown[-1]
    sessions = plan.between(first, last)
    until = f" to {named_day(last)}" if last > first else ""
    yield Line(plan.prescription.title, "bold")
    yield Line(f"{named_day(first)}{until}, {plan.calendar.zone}")
    yield Line()
    if sessions:
        rows = list(_agenda(sessions))
        yield Table(rows=rows, styles=("bold", "cyan", "", ""), wide=(2,))
    else:
        yield Line("no session on these days")
    yield from _section("Assumed, or chosen from a range", _assumed(plan))
    yield from _section("Read as", _readings(plan))
    yield from _section("On no clock", [(each.name, each.reason) for each in plan.unscheduled])
    yield from _section("Without a place", _unplaced(plan, shown))


def _section(title: str, rows: Iterable[tuple[str, str]]) -> Iterator[Block]:
    listed = list(rows)
    if listed:
        yield Line()
        yield Line(title, "bold")
        yield Table(rows=listed, styles=("", "dim"), wide=(1,), indent=2)


def _agenda(sessions: Iterable[Session]) -> Iterator[tuple[str, ...]]:
    shown: date | None = None
    for session in sessions:
        day = "" if session.date == shown else named_day(session.date)
        shown = session.date
        what = ", ".join(item.exercise.name for item in session.items)
        yield day, starting(session), what, about(session.duration)


def _assumed(plan: Plan) -> Iterator[tuple[str, str]]:
    by_path: dict[str, list[str]] = {}
    for each in plan.assumptions:
        if each.manner is not Manner.READ:
            by_path.setdefault(each.path, []).append(_told(each))
    names = names_of(plan.prescription)
    for path, told in by_path.items():
        yield names[path], ", ".join(told)


def _told(assumed: Assumed) -> str:
    written = f' for "{assumed.written}"' if assumed.written else ""
    return f"{assumed.subject} {assumed.value}{written}"


def _readings(plan: Plan) -> Iterator[tuple[str, str]]:
    names = names_of(plan.prescription)
    for each in plan.assumptions:
        if each.manner is Manner.READ:
            yield names[each.path], f'"{each.written}": {each.reason}'


def _unplaced(plan: Plan, days: Iterable[date]) -> Iterator[tuple[str, str]]:
    found: dict[tuple[str, str, int], list[date]] = {}
    for day in days:
        for each in plan.unplaced(day):
            found.setdefault((each.name, each.reason, each.count), []).append(day)
    for (name, reason, count), dates in found.items():
        times = "once" if count == 1 else f"{count} times"
        others = ", as on other days" if len(dates) > 1 else ""
        yield name, f"{times} on {named_day(dates[0])}{others}: {reason}"
