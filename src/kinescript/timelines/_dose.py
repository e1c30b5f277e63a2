"""A dose, or single sets of it, becomes a tree of steps."""

from __future__ import annotations

from itertools import accumulate

import attrs

from kinescript.model import UNSAID, Dose, Order, Role, Sets, Side, Unsaid, goes_on
from kinescript.timelines._bounds import Bounds
from kinescript.timelines._leaves import rest_of
from kinescript.timelines._marks import Level, Place, RoleMark
from kinescript.timelines._tree import NOTHING, Node, SequenceNode
from kinescript.timelines._turns import Run, Turns, side_mark
from kinescript.timelines._work import BY_LEAF, Builder


def dose_node(dose: Dose, builder: Builder) -> Node:
    """Return the tree of all of *dose*."""
    node = builder.turned((Order.BY_DOSE,), lambda each: _all_sets(dose, each))
    return on_its_side(dose.sides, node, builder)


def on_its_side(side: object, node: Node, builder: Builder) -> Node:
    """Return *node* marked with the one side that it is for, if there is one."""
    if isinstance(side, Side):
        return SequenceNode((node,), mark=side_mark(side, builder.policy))
    return node


def _all_sets(dose: Dose, builder: Builder) -> Node:
    if len(dose.sets) == 1 and dose.sets[0].count is UNSAID:
        # Nothing starts again after one set, so that there is no interval to keep.
        alone = attrs.evolve(dose.sets[0], every=UNSAID)
        return marked(alone, one_set(alone, builder), builder)
    counts = [count_of(sets, builder) for sets in dose.sets]
    *done, total = accumulate((bounds.chosen for bounds in counts), initial=0)
    nodes: list[Node] = []
    for index, (sets, bounds, after) in enumerate(zip(dose.sets, counts, done, strict=True)):
        if index:
            rest = after_set(dose.sets[index - 1], builder)
            nodes.append(SequenceNode((rest,), mark=Place(Level.SET, after, total)))
        nodes.append(marked(sets, _sets(sets, _Count(bounds, after, total), builder), builder))
    return SequenceNode(nodes)


def count_of(sets: Sets, builder: Builder) -> Bounds:
    """Return how many sets there are."""
    policy = builder.policy
    usual = 1 if sets.count is UNSAID else policy.assumptions.sets
    return policy.count(sets.count, policy.choice.sets, usual)


@attrs.frozen
class _Count:
    bounds: Bounds
    after: int
    of: int


def _sets(sets: Sets, count: _Count, builder: Builder) -> Node:
    sides = _sides_of(sets, builder, (Order.BY_SET,))
    if sides is not None and not _is_alternating(sides, count.bounds):
        sides = None
    # Sets that alternate are each for one side.
    inner = builder if sides is None else attrs.evolve(builder, turns=None)
    run = Run(
        body=one_set(sets, inner),
        rest=after_set(sets, inner),
        bounds=count.bounds,
        level=Level.SET,
        written=sets.count,
        after=count.after,
        of=count.of,
    )
    return run.whole() if sides is None else sides.alternate(run, in_passing=False)


def _is_alternating(sides: Turns, bounds: Bounds) -> bool:
    return bounds.least > 1 if sides.is_total else sides.every > 1


def _sides_of(sets: Sets, builder: Builder, orders: tuple[Order, ...]) -> Turns | None:
    return builder.in_turns(orders) if isinstance(sets.side, Unsaid) else None


def marked(sets: Sets, node: Node, builder: Builder) -> Node:
    """Return *node*, made of *sets*, with the side and role that they have."""
    node = on_its_side(sets.side, node, builder)
    return SequenceNode((node,), mark=RoleMark(Role.WARM_UP)) if sets.warm_up else node


def one_set(sets: Sets, builder: Builder) -> Node:
    """Return what one of *sets* consists of."""
    if not isinstance(sets.side, Unsaid):
        builder = attrs.evolve(builder, turns=None)
    node = builder.turned((Order.BY_SET,), lambda each: each.work(sets.work))
    return builder.in_interval(node, sets.rest, sets.every, Level.SET)


def after_set(sets: Sets, builder: Builder) -> Node:
    """Return the pause after each of *sets*, with the way back to the first side."""
    if sets.rest is UNSAID and sets.every is UNSAID and goes_on(sets.work):
        pause: Node = NOTHING
    elif sets.rest is UNSAID and sets.every is UNSAID:
        pause = rest_of(UNSAID, Level.SET, builder.policy)
    else:
        pause = builder.pause(sets.rest, sets.every, one_set(sets, builder), Level.SET)
    pause = builder.over(sets.work, pause)
    sides = _sides_of(sets, builder, (Order.BY_SET, *BY_LEAF))
    return pause if sides is None else sides.back(pause)
