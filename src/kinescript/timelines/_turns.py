"""Two sides that take turns, and ways: which begins, when they change, how long that takes."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from kinescript.model import (
    UNSAID,
    Counted,
    EachSide,
    EachWay,
    End,
    Order,
    Range,
    Side,
    Unsaid,
    opposite,
)
from kinescript.timelines._bounds import Bounds, Half
from kinescript.timelines._leaves import Leaf
from kinescript.timelines._lengths import Policy
from kinescript.timelines._marks import Basis, Level, Place, SideMark, StepKind, WayMark
from kinescript.timelines._rounds import within_bounds
from kinescript.timelines._tree import (
    NOTHING,
    Node,
    RepeatNode,
    SequenceNode,
    StepNode,
    basis_of,
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
        every: After how many sets or repetitions they change.
        is_total: Whether counts are for both sides together.
    """

    order: Order
    first: SideMark
    second: SideMark
    switch: Node
    is_said: bool
    every: int
    is_total: bool

    def both(self, first: Node, second: Node, *, in_passing: bool = False) -> Node:
        """Return one side and then the other, with a switch unless *in_passing*."""
        done = SequenceNode((first,), mark=self.first)
        if second.greatest == 0:
            return done
        following = SequenceNode((second,), mark=self.second)
        if in_passing:
            return SequenceNode((done, following))
        return SequenceNode((done, self._to(self.second), following))

    def back(self, rest: Node = NOTHING) -> Node:
        """Return *rest* with the switch back to the first side, unless there is time for it."""
        return self._change(rest, self.first)

    def _change(self, rest: Node, side: SideMark) -> Node:
        # Whether there is time must not depend on what is chosen of ranges.
        if _sure(rest) >= _sure(self.switch):
            return rest
        change = self._to(side)
        return change if rest is NOTHING else SequenceNode((rest, change))

    def _to(self, side: SideMark) -> Node:
        return SequenceNode((self.switch,), mark=side)

    def alternate(self, run: Run, *, in_passing: bool) -> Node:
        """Return *run* with a change of side whenever it is due."""
        return within_bounds(run.bounds, lambda count: self._alternate(run, count, in_passing))

    def _alternate(self, run: Run, count: int, in_passing: bool) -> Node:  # noqa: FBT001
        stride = self.every * (2 if self.is_total else 1)
        done, left = divmod(count, stride)
        back = run.rest if in_passing else self.back(run.rest)
        nodes: list[Node] = []
        if done:
            whole = self._pair(run, stride, 0, in_passing)
            nodes.append(run.of_pairs(whole, done, run.placed(back, stride), stride))
        if done and left:
            nodes.append(run.placed(back, run.after + done * stride))
        if left:
            nodes.append(self._pair(run, left, run.after + done * stride, in_passing))
        return SequenceNode(nodes)

    def _pair(self, run: Run, count: int, after: int, in_passing: bool) -> Node:  # noqa: FBT001
        first = min(self.every, count)
        second = count - first if self.is_total else first
        met = run.placed(self._met(run, in_passing), after + first)
        parts: list[Node] = [SequenceNode((run.times(first, after),), mark=self.first)]
        if second:
            start = after + first if self.is_total else after
            parts += [met, SequenceNode((run.times(second, start),), mark=self.second)]
        return SequenceNode(parts)

    def _met(self, run: Run, in_passing: bool) -> Node:  # noqa: FBT001
        """Return what stands between one side's turn and the other's."""
        rest = run.rest if self.is_total else NOTHING
        return rest if in_passing else self._change(rest, self.second)


def _sure(node: Node) -> int:
    """Return how long a pause is, without regard to what is chosen of a range."""
    if isinstance(node, StepNode):
        return node.length if node.timing.amount is None else node.least
    return sum(map(_sure, node.parts)) if isinstance(node, SequenceNode) else node.least


@attrs.frozen(kw_only=True)
class Run:
    """
    The same thing a number of times, which sides can share.

    Attributes:
        body: The thing.
        rest: The pause between two of them.
        bounds: How many.
        level: What is counted.
        written: The count as prescribed.
        after: How many came before.
        of: How many there are in all.
    """

    body: Node
    rest: Node
    bounds: Bounds
    level: Level
    written: End
    after: int = 0
    of: int = attrs.field(default=attrs.Factory(lambda run: run.bounds.chosen, takes_self=True))

    def whole(self) -> RepeatNode:
        """Return all of it."""
        return RepeatNode(
            body=self.body,
            count=self.bounds.chosen,
            between=self.rest,
            level=self.level,
            least_count=self.bounds.least,
            greatest_count=self.bounds.greatest,
            written=self.written,
            after=self.after,
            of=self.of,
        )

    def times(self, count: int, after: int) -> RepeatNode:
        """Return exactly *count* of it."""
        return self._part(self.body, count, self.rest, after)

    def of_pairs(self, pair: Node, count: int, between: Node, stride: int) -> RepeatNode:
        """Return *pair*, each of which stands for *stride* of it, *count* times."""
        pairs = self._part(pair, count, between, self.after)
        return attrs.evolve(pairs, base=self.level, stride=stride)

    def placed(self, node: Node, number: int) -> Node:
        """Return *node* at its place after so many of it."""
        if node is NOTHING:
            return node
        place = Place(self.level, number, self.of, basis_of(self.written))
        return SequenceNode((node,), mark=place)

    def _part(self, body: Node, count: int, between: Node, after: int) -> RepeatNode:
        return RepeatNode(
            body=body,
            count=count,
            between=between,
            level=self.level,
            least_count=count,
            greatest_count=count,
            written=self.written,
            after=after,
            of=self.of,
            chosen=self.bounds.chosen,
        )


@attrs.frozen
class Ways:
    """
    Several ways to do the same.

    Attributes:
        order: When the way changes.
        mark: What they are called.
        bounds: How many there are.
        written: How many are written.
    """

    order: Order
    mark: WayMark
    bounds: Bounds
    written: End

    def each(self, make: Callable[[tuple[Half, ...]], Node]) -> Node:
        """Return what is made in every way, or half of it in each of two."""
        if self.order is Order.HALF_WAY:
            halves = [
                SequenceNode((make((half,)),), mark=Place(Level.WAY, number, 2))
                for number, half in enumerate(Half, 1)
            ]
            return SequenceNode(halves, mark=self.mark)
        repeat = RepeatNode(
            body=make(()),
            count=self.bounds.chosen,
            level=Level.WAY,
            least_count=self.bounds.least,
            greatest_count=self.bounds.greatest,
            written=self.written,
        )
        return SequenceNode((repeat,), mark=self.mark)


def turns(sides: EachSide, policy: Policy) -> Turns:
    """Resolve how *sides* take turns."""
    is_unsaid = isinstance(sides.first, Unsaid)
    first = policy.assumptions.first if isinstance(sides.first, Unsaid) else sides.first
    basis = Basis.ASSUMED if is_unsaid else Basis.PRESCRIBED
    return Turns(
        order=policy.assumptions.order if isinstance(sides.order, Unsaid) else sides.order,
        first=side_mark(first, policy, basis),
        second=side_mark(opposite(first), policy, basis),
        switch=Leaf(kind=StepKind.SWITCH, assumption="switch").lasting(sides.switch, policy),
        is_said=not isinstance(sides.switch, Unsaid),
        every=sides.every,
        is_total=sides.counted is Counted.IN_TOTAL,
    )


def switched(before: Side | Unsaid, after: Side | Unsaid, policy: Policy, rest: Node) -> Node:
    """Return the switch from one side to another, unless there is time for it in the *rest*."""
    if isinstance(before, Unsaid) or isinstance(after, Unsaid) or Side.BOTH in {before, after}:
        return NOTHING
    if policy.side(before) is policy.side(after):
        return NOTHING
    switch = Leaf(kind=StepKind.SWITCH, assumption="switch").lasting(UNSAID, policy)
    if _sure(rest) >= _sure(switch):
        return NOTHING
    return SequenceNode((switch,), mark=side_mark(after, policy))


_RANKS = {Order.BY_DOSE: 0, Order.BY_SET: 1, Order.HALF_WAY: 2, Order.BY_REP: 3}


def ways_of(ways: EachWay, sides: Turns | None, policy: Policy) -> Ways:
    """Resolve when the way changes: within each side, so never less often than that."""
    order = policy.assumptions.order if isinstance(ways.order, Unsaid) else ways.order
    if sides is not None:
        order = max(order, sides.order, key=_RANKS.__getitem__)
    written = Range(len(ways.names)) if ways.names else ways.count
    bounds = policy.count(written, policy.choice.reps, _TWO)
    # Only two can share a set half and half.
    if order is Order.HALF_WAY and (bounds.least, bounds.greatest) != (_TWO, _TWO):
        order = Order.BY_REP
    return Ways(order, WayMark(ways.kind, ways.names), bounds, written)


_TWO = 2


def side_mark(side: Side, policy: Policy, basis: Basis = Basis.PRESCRIBED) -> SideMark:
    """Return the mark of *side*, resolved where it is known which side that is."""
    return SideMark(policy.side(side), basis)
