"""What a plan does not put on the clock, whatever the calendar, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from kinescript.model import (
    UNSAID,
    Branch,
    Case,
    Circuit,
    Component,
    Dates,
    Item,
    Pick,
    Rest,
    Section,
    Superset,
    Unsaid,
    walk,
)
from kinescript.plans._due import Due, Unit
from kinescript.plans._phases import only_for
from kinescript.plans._session import Unscheduled
from kinescript.plans._spans import LAST
from kinescript.timelines import ItemMark, Node, RepeatNode, SequenceNode

OUTSIDE = "its time lies outside that of what is around it"
NO_TURN = "routines take turns on the days of one frequency; of several, the days have no number"
ALONE = "nothing beside it follows the routine's own frequency"


def items_done(component: Component, path: str, node: Node) -> tuple[tuple[str, Item], ...]:
    """Return the items of *component* that its *node* has, in order."""
    done = set(_marked(node))
    return tuple(each for each in walk(component, path) if each[0] in done)


def _marked(node: Node) -> Iterator[str]:
    match node:
        case SequenceNode(parts=parts, mark=mark):
            if isinstance(mark, ItemMark):
                yield mark.path
            for part in parts:
                yield from _marked(part)
        case RepeatNode(body=body):
            yield from _marked(body)
        case _:
            return


def inside(due: Due) -> Iterator[Unscheduled]:
    """Return the items of a group that are not done, or not on the days that they want."""
    if isinstance(due.component, Item):
        return
    done = {path for path, _ in due.items}
    idle = {
        prefix: case.name
        for prefix, case in cases_of(due.component, due.path)
        if not any(each.startswith(prefix) for each in done)
    }
    for at, item in walk(due.component, due.path):
        name = item.exercise.name
        if at not in done:
            case = next((idle[prefix] for prefix in idle if at.startswith(prefix)), None)
            reason = " or ".join(_left_out(due.component, due.path, at))
            yield Unscheduled(at, name, reason if case is None else only_for([case]))
            continue
        own = [field for field in ("frequency", "span") if getattr(item, field) is not UNSAID]
        for field in () if due.is_apart else own:
            reason = f"its own {field} is not planned inside a group, with which it is done"
            yield Unscheduled(at, name, reason)


def _left_out(component: Component, path: str, at: str) -> Iterator[str]:
    """Return why something inside of a group can be left out, for each group around it."""
    match component:
        case Item() | Rest() | Superset():
            return
        case Branch(cases):
            for index, case in enumerate(cases):
                for inner, part in enumerate(case.parts):
                    yield from _inside(part, f"{path}.cases[{index}].parts[{inner}]", at)
            return
        case Section(parts) as section:
            if not isinstance(section.length, Unsaid):
                yield "the time of its section is over before it"
        case Circuit(parts):
            yield "no round reaches it"
        case Pick(parts):
            yield "it is not among what is picked"
        case _ as unreachable:
            assert_never(unreachable)
    for inner, part in enumerate(parts):
        yield from _inside(part, f"{path}.parts[{inner}]", at)


def _inside(component: Component, path: str, at: str) -> Iterator[str]:
    return _left_out(component, path, at) if at.startswith(path) else iter(())


def out_of_time(unit: Unit) -> Iterator[str]:
    """Return which days of *unit* lie outside of its time, or that none of them is in it."""
    course, told = unit.course, False
    time = f"from {course.first}" + (f" to {course.last}" if course.last < LAST else " on")
    for often in unit.often:
        dates = often.days.dates if isinstance(often.days, Dates) else ()
        if outside := [each for each in dates if each not in course]:
            told = True
            yield f"{_listed(outside)} outside its time, {time}"
    if not told and unit.next_on(course.first) is None:
        yield f"none of its days comes in its time, {time}"


def _listed(dates: list[date]) -> str:
    if len(dates) == 1:
        return f"{dates[0]} lies"
    if len(dates) == 2:  # noqa: PLR2004
        return f"{dates[0]} and {dates[1]} lie"
    return f"{dates[0]} and {len(dates) - 1} other dates lie"


def cases_of(component: Component, path: str) -> Iterator[tuple[str, Case]]:
    """Return the cases of all branches in *component*, each with what its paths start with."""
    match component:
        case Item() | Rest() | Superset():
            return
        case Branch(cases):
            for index, case in enumerate(cases):
                at = f"{path}.cases[{index}]."
                yield at, case
                for inner, part in enumerate(case.parts):
                    yield from cases_of(part, f"{at}parts[{inner}]")
        case Section(parts) | Circuit(parts) | Pick(parts):
            for inner, part in enumerate(parts):
                yield from cases_of(part, f"{path}.parts[{inner}]")
        case _ as unreachable:
            assert_never(unreachable)
