"""Something repeated, by a count, for a time or for a distance, becomes a tree."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from kinescript.model import (
    Breaths,
    Counts,
    Distance,
    Duration,
    End,
    Measured,
    Range,
    Unsaid,
    Until,
    Within,
)
from kinescript.timelines._assumed import told_of
from kinescript.timelines._bounds import Bounds, Half
from kinescript.timelines._cut import once, passes, times
from kinescript.timelines._distances import MILLION, Far, in_millionths, measured_in
from kinescript.timelines._lengths import Policy
from kinescript.timelines._marks import Level, Place, StepKind
from kinescript.timelines._told import Assumed, said
from kinescript.timelines._tree import (
    Node,
    RepeatNode,
    SequenceNode,
    StepNode,
    basis_of,
)


def is_timed(end: End) -> bool:
    """Whether something lasts until *end* for a time or a distance, not for a count."""
    known = end.bounds if isinstance(end, Until) else end
    if isinstance(known, Distance):
        return isinstance(known.amount, Range)
    return isinstance(known, Duration | Breaths | Counts)


def within_bounds(bounds: Bounds, build: Callable[[int], Node]) -> Node:
    """Return what *build* makes of the chosen count, with the limits of the other two."""
    node = build(bounds.chosen)
    if bounds.least == bounds.greatest:
        return node
    return SequenceNode(
        (node,), limits=(build(bounds.least).least, build(bounds.greatest).greatest)
    )


@attrs.frozen(kw_only=True)
class Rounds:
    """
    What is done again and again, until an end.

    Attributes:
        parts: One pass; several where they take turns, one in each pass.
        between: What comes between two passes, after each of the parts.
        level: What is counted.
        within: Which value to take of a range of counts.
        usual: How many are assumed where there is no figure.
        far: How far one pass goes, where that is exact.
        halves: Which half of it is wanted where the end is a length.
    """

    parts: tuple[Node, ...]
    between: tuple[Node, ...]
    level: Level
    within: Within
    usual: int
    far: Far | None = None
    halves: tuple[Half, ...] = ()

    def until(self, end: End, policy: Policy) -> Node:
        """
        Return the passes until *end*.

        For a time there are as many as fit, and the clock cuts the last one short. For a
        distance it is the nearest whole number of passes if each goes exactly so far, and
        else the time that the distance takes. A time after a sign is filled likewise.
        """
        node = self._until(end, policy)
        if not isinstance(end, Until) or isinstance(end.then, Unsaid):
            return node
        return SequenceNode((node, self._filled(end.then, end.then, policy)))

    def _until(self, end: End, policy: Policy) -> Node:
        known = end.bounds if isinstance(end, Until) else end
        match known:
            case Duration() | Breaths() | Counts():
                return self._filled(known, end, policy)
            case Distance(Range() as amount):
                bounds = self._passes_of(known, policy)
                if bounds is None:
                    return self._filled(known, end, policy)
                node = self._counted(bounds, end)
                if bounds.least == bounds.greatest:
                    return node
                told = Assumed.chosen("", _NAMES[self.level], str(amount), str(bounds.chosen))
                return SequenceNode((node,), told=(told,))
            case _:
                return self._counted(policy.count(end, self.within, self.usual), end)

    def _passes_of(self, far: Distance, policy: Policy) -> Bounds | None:
        """Return how many passes go *far*, to the nearest, if a pass is measured likewise."""
        unit, size = measured_in(far.unit)
        if self.far is None or self.far[0] is not unit or not isinstance(far.amount, Range):
            return None
        each = self.far[1] * MILLION / size
        bounds = policy.within(*in_millionths(far.amount), policy.choice.lengths, 0)
        figures = (bounds.chosen, bounds.least, bounds.greatest)
        return Bounds(*(max(1, round(figure / each)) for figure in figures))

    def _counted(self, bounds: Bounds, end: End) -> Node:
        if len(self.parts) > 1:
            return within_bounds(bounds, lambda count: self._turns(count, bounds.chosen, end))
        return attrs.evolve(
            self._endless(bounds.chosen, end),
            count=bounds.chosen,
            least_count=bounds.least,
            greatest_count=bounds.greatest,
        )

    def _turns(self, count: int, chosen: int, end: End) -> Node:
        turns = attrs.evolve(self._endless(count, end), chosen=chosen)
        done, left = divmod(count, len(self.parts))
        nodes: list[Node] = []
        if done:
            nodes.append(times(turns, done))
        if done and left:
            nodes.append(once(turns, turns.between, done - 1))
        if left:
            # Between two parts stands what comes between.
            begun = self._numbered(count, end)[: 2 * left - 1]
            nodes.append(once(turns, SequenceNode(begun), done))
        return SequenceNode(nodes)

    def _filled(self, written: Measured | Distance, end: End, policy: Policy) -> Node:
        timing = policy.timing(written, "activity", policy.choice.lengths, halves=self.halves)
        cycle = self._endless(1, end)
        # What takes no time could be repeated for ever.
        if not cycle.body.length + cycle.between.length:
            return StepNode(StepKind.ACTIVITY, timing, written=written)
        count = _begun(cycle, timing.length)
        name = _NAMES[self.level]
        told = (
            *told_of("", "time", written, timing, policy),
            Assumed("", name, said(end), str(count), "as many as fit in the time"),
        )
        return SequenceNode(
            passes(self._endless(count, end), timing.length),
            limits=(timing.least, timing.greatest),
            told=told,
        )

    def _endless(self, of: int, end: End) -> RepeatNode:
        """Return one pass, or a turn of each part, of which there are so many in all."""
        stride = len(self.parts)
        body, between = self.parts[0], self.between[-1]
        if stride > 1:
            *turns, between = self._numbered(of, end)
            body = SequenceNode(turns)
        return RepeatNode(
            body=body,
            count=1,
            between=between,
            level=self.level,
            least_count=1,
            greatest_count=1,
            written=end,
            of=of,
            chosen=of,
            base=self.level if stride > 1 else None,
            stride=stride,
        )

    def _numbered(self, of: int, end: End) -> list[SequenceNode]:
        """Return each part, and what comes after it, with its place among so many turns."""
        pairs = zip(self.parts, self.between, strict=True)
        return [
            SequenceNode((node,), mark=Place(self.level, number, of, basis_of(end)))
            for number, pair in enumerate(pairs, 1)
            for node in pair
        ]


_NAMES = {Level.PASS: "passes", Level.ROUND: "rounds"}


def _begun(cycle: RepeatNode, length: int) -> int:
    """Return how many passes, or turns, have begun after so many milliseconds."""
    done, left = divmod(length, cycle.body.length + cycle.between.length)
    if cycle.base is None or not isinstance(cycle.body, SequenceNode):
        return done + (left > 0)
    return done * cycle.stride + sum(start < left for start in cycle.body.starts[::2])
