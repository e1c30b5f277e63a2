"""Two sides that take turns: which begins, when they change and how long that takes."""

from __future__ import annotations

import attrs

from kinescript.model import EachSide, Order, Side, Unsaid, opposite
from kinescript.timelines._lengths import Policy
from kinescript.timelines._tree import (
    NOTHING,
    Basis,
    Node,
    SequenceNode,
    SideMark,
    StepKind,
    StepNode,
)


@attrs.frozen
class Turns:
    """
    Two sides that take turns.

    Attributes:
        order: When they change.
        first: The side that begins.
        second: The other one.
        switch: Changing from one to the other.
        is_said: Whether the prescription says how long changing takes.
    """

    order: Order
    first: SideMark
    second: SideMark
    switch: StepNode
    is_said: bool

    def both(self, body: Node, *, in_passing: bool = False) -> Node:
        """Return *body* on one side and then on the other, with a switch unless *in_passing*."""
        first, second = (SequenceNode((body,), mark=mark) for mark in (self.first, self.second))
        if in_passing:
            return SequenceNode((first, second))
        return SequenceNode((first, SequenceNode((self.switch,), mark=self.second), second))

    def back(self, rest: Node = NOTHING) -> Node:
        """Return *rest* with the switch back to the first side, unless there is time for it."""
        if rest.length >= self.switch.length:
            return rest
        back = SequenceNode((self.switch,), mark=self.first)
        return back if rest is NOTHING else SequenceNode((rest, back))


def turns(sides: EachSide, policy: Policy) -> Turns:
    """Resolve how *sides* take turns."""
    is_unsaid = isinstance(sides.first, Unsaid)
    first = policy.assumptions.first if isinstance(sides.first, Unsaid) else sides.first
    basis = Basis.ASSUMED if is_unsaid else Basis.PRESCRIBED
    timing = policy.timing(sides.switch, "switch", policy.choice.rests)
    return Turns(
        order=policy.assumptions.order if isinstance(sides.order, Unsaid) else sides.order,
        first=side_mark(first, policy, basis),
        second=side_mark(opposite(first), policy, basis),
        switch=StepNode(StepKind.SWITCH, timing, written=sides.switch),
        is_said=not isinstance(sides.switch, Unsaid),
    )


def side_mark(side: Side, policy: Policy, basis: Basis = Basis.PRESCRIBED) -> SideMark:
    """Return the mark of *side*, resolved where it is known which side that is."""
    return SideMark(policy.side(side), basis)
