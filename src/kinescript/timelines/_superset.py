"""The sets of several items take turns."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, pairwise

import attrs

from kinescript.model import (
    UNSAID,
    Dose,
    Intensity,
    Item,
    Order,
    Range,
    Sets,
    Superset,
    Timed,
    Unsaid,
)
from kinescript.timelines._assumed import told_count
from kinescript.timelines._bounds import Bounds
from kinescript.timelines._dose import count_of, marked, on_its_side, one_set
from kinescript.timelines._lengths import Policy
from kinescript.timelines._marks import GroupMark, ItemMark, Level, Place, StepKind
from kinescript.timelines._told import Assumed
from kinescript.timelines._tree import NOTHING, Node, RepeatNode, SequenceNode, StepNode, basis_of
from kinescript.timelines._work import Builder


def superset_node(
    path: str, superset: Superset, policy: Policy, intensity: tuple[Intensity, ...]
) -> SequenceNode:
    """
    Build the tree of a superset: the first set of each item, then the second of each.

    An item with fewer sets is done before the others are. Sides and ways that would
    change once in a dose change in every set. One moves on by the rest that follows the
    set, or by a transition where none is written.
    """
    members = [
        _Member.of(f"{path}.items[{index}]", item, policy, intensity)
        for index, item in enumerate(superset.items)
    ]
    chosen, least, greatest = (
        _Layout(tuple(members), tuple(member.ends(which) for member in members), policy).node()
        for which in (_chosen, _least, _greatest)
    )
    return SequenceNode(
        (chosen,),
        mark=GroupMark(path),
        limits=(least.least, greatest.greatest),
        told=[told for member in members for told in member.told()],
    )


def _chosen(bounds: Bounds) -> int:
    return bounds.chosen


def _least(bounds: Bounds) -> int:
    return bounds.least


def _greatest(bounds: Bounds) -> int:
    return bounds.greatest


@attrs.frozen
class _Member:
    """One item of a superset, with the trees of its sets and of what follows each."""

    item: Item
    path: str
    policy: Policy
    sets: tuple[Sets, ...]
    counts: tuple[Bounds, ...]
    bodies: tuple[Node, ...]
    rests: tuple[Node, ...]

    @classmethod
    def of(cls, path: str, item: Item, policy: Policy, intensity: tuple[Intensity, ...]) -> _Member:
        dose = Dose(Timed(UNSAID)) if isinstance(item.dose, Unsaid) else item.dose
        builder = _by_set(Builder.of(dose, policy, intensity))
        bodies = [one_set(sets, builder) for sets in dose.sets]
        return cls(
            item,
            path,
            policy,
            dose.sets,
            tuple(count_of(sets, builder) for sets in dose.sets),
            tuple(
                on_its_side(dose.sides, marked(sets, body, builder), builder)
                for sets, body in zip(dose.sets, bodies, strict=True)
            ),
            tuple(
                builder.pause(sets.rest, sets.every, body, Level.SET)
                for sets, body in zip(dose.sets, bodies, strict=True)
            ),
        )

    def ends(self, which: Callable[[Bounds], int]) -> tuple[int, ...]:
        """Return after how many sets each group of equal sets is over."""
        return tuple(accumulate(map(which, self.counts)))

    def told(self) -> list[Assumed]:
        """Return what was assumed or chosen of the number of sets."""
        return [
            told
            for sets, bounds in zip(self.sets, self.counts, strict=True)
            for told in told_count(
                self.path, "sets", sets.count, bounds.chosen, "sets", self.policy
            )
        ]

    def placed(self, node: Node, place: Place) -> Node:
        """Return *node* as a part of the item."""
        inner = SequenceNode((node,), mark=place)
        return SequenceNode((inner,), mark=ItemMark(self.path, self.item.exercise))


def _by_set(builder: Builder) -> Builder:
    if builder.turns is not None and builder.turns.order is Order.BY_DOSE:
        builder = attrs.evolve(builder, turns=attrs.evolve(builder.turns, order=Order.BY_SET))
    if builder.ways is not None and builder.ways.order is Order.BY_DOSE:
        builder = attrs.evolve(builder, ways=attrs.evolve(builder.ways, order=Order.BY_SET))
    return builder


@attrs.frozen
class _Layout:
    """The sets of all members, in stretches in which the same ones take turns."""

    members: tuple[_Member, ...]
    ends: tuple[tuple[int, ...], ...]
    policy: Policy

    def node(self) -> SequenceNode:
        """Return the tree of all stretches."""
        edges = sorted({0, *(end for ends in self.ends for end in ends)})
        stretches = list(pairwise(edges))
        nodes: list[Node] = []
        for first, last in stretches:
            if nodes:
                nodes.append(self._stretch_end(first))
            nodes.append(self._stretch(first, last, edges[-1]))
        return SequenceNode(nodes)

    def _under_way(self, done: int) -> list[tuple[int, int]]:
        """Return who is still to do sets after so many, and which of theirs."""
        return [
            (index, sum(end <= done for end in ends))
            for index, ends in enumerate(self.ends)
            if done < ends[-1]
        ]

    def _stretch(self, first: int, last: int, total: int) -> Node:
        nodes: list[Node] = []
        for index, group in self._under_way(first):
            member = self.members[index]
            place = self._place(index, group, 1)
            nodes += (member.placed(member.bodies[group], place), self._after(index, group, place))
        return RepeatNode(
            body=SequenceNode(nodes[:-1]),
            count=last - first,
            between=nodes[-1],
            level=Level.SET,
            least_count=last - first,
            greatest_count=last - first,
            written=Range(total),
            after=first,
            of=total,
            base=Level.SET,
        )

    def _stretch_end(self, done: int) -> Node:
        index, group = self._under_way(done - 1)[-1]
        return self._after(index, group, self._place(index, group, done))

    def _place(self, index: int, group: int, number: int) -> Place:
        written = self.members[index].sets[group].count
        return Place(Level.SET, number, self.ends[index][-1], basis_of(written))

    def _after(self, index: int, group: int, place: Place) -> Node:
        member = self.members[index]
        rest = member.rests[group]
        if rest is NOTHING:
            return StepNode(StepKind.TRANSITION, self.policy.assumed("transition"))
        return member.placed(rest, place)
