"""What a plan does not put on the clock, whatever the calendar, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import assert_never

from kinescript.model import (
    UNSAID,
    Branch,
    Case,
    Circuit,
    Component,
    Item,
    Phase,
    Pick,
    Prescription,
    Rest,
    Section,
    Superset,
    Unsaid,
    walk,
)
from kinescript.plans._session import Unscheduled
from kinescript.plans._words import conditions_words, quoted
from kinescript.timelines import ItemMark, Node, Policy, RepeatNode, SequenceNode

NO_START = "the prescription does not say on which day it starts"
ALONE = "nothing beside it follows the routine's own frequency"
_NO_ROUND = "no round reaches it, or it is not among what is picked"


def why_no_phase(phase: Phase, prescription: Prescription, policy: Policy) -> str:
    """Return why a phase is not planned at all; nothing where it is."""
    audiences = sum(bool(each.audience) for each in prescription.phases)
    if phase.audience and audiences > 1 and not set(phase.audience) & set(policy.cases):
        return _only_for(phase.audience)
    if not isinstance(phase.span.after, Unsaid):
        return ""
    return f"starts only when {conditions_words(phase.entry)}" if phase.entry else NO_START


def _only_for(names: Collection[str]) -> str:
    told = " or ".join(map(quoted, names))
    return f"only for {told}, which is not among the plan's cases"


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


def inside(component: Component, path: str, done: Collection[str]) -> Iterator[Unscheduled]:
    """Return the items of a group that are not *done*, or not on the days that they want."""
    if isinstance(component, Item):
        return
    idle = {
        prefix: case.name
        for prefix, case in cases_of(component, path)
        if not any(each.startswith(prefix) for each in done)
    }
    for at, item in walk(component, path):
        name = item.exercise.name
        if at not in done:
            case = next((idle[prefix] for prefix in idle if at.startswith(prefix)), None)
            yield Unscheduled(at, name, _NO_ROUND if case is None else _only_for([case]))
            continue
        own = [field for field in ("frequency", "span") if getattr(item, field) is not UNSAID]
        for field in own:
            reason = f"its own {field} is not planned inside a group, with which it is done"
            yield Unscheduled(at, name, reason)


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
