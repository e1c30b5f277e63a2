"""A routine, item or group with the policies for what it leaves open becomes a timeline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kinescript._fields import one_of
from kinescript.model import (
    UNSAID,
    Assumptions,
    Branch,
    Choice,
    Circuit,
    Component,
    Item,
    Pick,
    Rest,
    Routine,
    Section,
    Side,
    Superset,
    Unsaid,
)
from kinescript.timelines._groups import component_node
from kinescript.timelines._lengths import Policy
from kinescript.timelines._marks import StepKind
from kinescript.timelines._order import in_order
from kinescript.timelines._timeline import Timeline
from kinescript.timelines._tree import NOTHING, SequenceNode, StepNode

_KINDS: Final = (Routine, Item, Rest, Section, Circuit, Superset, Pick, Branch)


def timeline(
    of: Routine | Component,
    *,
    choice: Choice | None = None,
    assumptions: Assumptions | None = None,
    affected: Side | Unsaid = UNSAID,
    cases: str | Iterable[str] = (),
) -> Timeline:
    """
    Lay out a routine, or one item or group, step by step.

    Args:
        of: The routine, item or group; steps' paths start from it, as in ``items[2]``.
        choice: Which values to take from ranges; by default the least.
        assumptions: What to take for granted where it gives no figure.
        affected: Which side "affected" means; the steps keep the word where unsaid.
        cases: Which cases of branches hold; of others the first one is laid out.

    Raises:
        TimelineError: If the result is longer than ``timedelta.max`` or has more than
            ``sys.maxsize`` steps.

    >>> from kinescript import Dose, Item, Reps, Sets, seconds, timeline
    >>> bridge = Item("Bridge", Dose(Sets(3, Reps(10, hold=seconds(5)), rest=seconds(60))))
    >>> timeline(bridge)
    <Timeline of 93 steps, 0:06:40>
    """
    one_of(_KINDS, "a Routine, an Item, a Rest or a group such as Circuit(...)", of)
    components = (
        [(f"items[{index}]", part) for index, part in enumerate(of.items)]
        if isinstance(of, Routine)
        else [("", of)]
    )
    policy = Policy(
        choice=Choice() if choice is None else choice,
        assumptions=Assumptions() if assumptions is None else assumptions,
        affected=affected,
        cases=frozenset({cases} if isinstance(cases, str) else cases),
    )
    return timeline_of(components, policy)


def timeline_of(components: Iterable[tuple[str, Component]], policy: Policy) -> Timeline:
    """Lay out *components*, each with the path its steps are to carry, one after another."""
    nodes = in_order((component_node(path, part, policy) for path, part in components), policy)
    if not nodes:
        return Timeline(NOTHING)
    prepare = StepNode(StepKind.PREPARE, policy.assumed("prepare"))
    return Timeline(SequenceNode((prepare, *nodes)))
