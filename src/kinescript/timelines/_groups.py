"""An item, a rest or a group becomes a tree of steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

import attrs

from kinescript.model import (
    UNSAID,
    Branch,
    Circuit,
    Component,
    Group,
    Intensity,
    Item,
    Pick,
    Rest,
    Section,
    Superset,
    Unsaid,
)
from kinescript.timelines._assumed import told_count, told_of
from kinescript.timelines._cut import cut
from kinescript.timelines._dose import dose_node
from kinescript.timelines._fitted import fitted
from kinescript.timelines._leaves import left_of, rest_of
from kinescript.timelines._lengths import Policy
from kinescript.timelines._marks import GroupMark, ItemMark, Level, RoleMark, StepKind
from kinescript.timelines._order import change, first_of, in_order, is_empty, last_of
from kinescript.timelines._rounds import Rounds
from kinescript.timelines._superset import superset_node
from kinescript.timelines._told import Assumed
from kinescript.timelines._tree import NOTHING, Node, SequenceNode, StepNode, Timing
from kinescript.timelines._work import Builder


def component_node(path: str, component: Component, policy: Policy) -> SequenceNode:
    """Build the tree of an item, a rest or a group, without getting ready for it."""
    return Grouper(policy).node(path, component)


@attrs.frozen
class Grouper:
    """
    What builds the trees of components that belong together.

    Attributes:
        policy: What to do where they leave something open.
        intensity: How hard what says nothing of its own is.
    """

    policy: Policy
    intensity: tuple[Intensity, ...] = ()

    def node(self, path: str, component: Component) -> SequenceNode:
        """Build the tree of one component at *path*."""
        match component:
            case Item():
                return self._item(path, component)
            case Rest():
                return SequenceNode((rest_of(component, Level.ITEM, self.policy),))
            case _:
                return self._group(path, component)

    def _group(self, path: str, group: Group) -> SequenceNode:
        match group:
            case Section():
                return self._section(path, group)
            case Circuit():
                return self._circuit(path, group)
            case Superset():
                return superset_node(path, group, self.policy, self.intensity)
            case Pick():
                return self._pick(path, group)
            case Branch():
                return self._branch(path, group)
            case _ as unreachable:
                assert_never(unreachable)

    def _item(self, path: str, item: Item) -> SequenceNode:
        if isinstance(item.dose, Unsaid):
            body: Node = self._undosed(self.policy.assumed("activity"))
        else:
            body = dose_node(item.dose, Builder.of(item.dose, self.policy, self.intensity))
        return SequenceNode((body,), mark=ItemMark(path, item.exercise))

    def _undosed(self, timing: Timing) -> StepNode:
        return StepNode(StepKind.ACTIVITY, timing, written=UNSAID, intensity=self.intensity)

    def parts(self, path: str, parts: Iterable[Component]) -> list[SequenceNode]:
        """Build the tree of each of *parts*."""
        return [self.node(f"{path}.parts[{index}]", part) for index, part in enumerate(parts)]

    def _section(self, path: str, section: Section) -> SequenceNode:
        nodes = self.parts(path, section.parts)
        role = None if isinstance(section.role, Unsaid) else RoleMark(section.role)
        policy = self.policy
        timing = policy.timing(section.length, "activity", policy.choice.lengths)
        if timing.amount is None:
            return SequenceNode(in_order(nodes, policy), mark=role)
        told = tuple(told_of(path, "time", section.length, timing, policy))
        node = SequenceNode(in_order(self._filled(section.parts, nodes, timing), policy))
        left = Timing(length=max(0, timing.length - node.length), least=0, greatest=timing.greatest)
        rest = StepNode(StepKind.REST, left, level=Level.ITEM)
        return SequenceNode(
            (cut(node, timing.length), rest),
            mark=role,
            limits=(timing.least, timing.greatest),
            told=told,
        )

    def _filled(
        self, parts: Sequence[Component], nodes: list[SequenceNode], timing: Timing
    ) -> list[SequenceNode]:
        """Let the items without a dose share what is left of the time of their section."""
        undosed = [
            index
            for index, part in enumerate(parts)
            if isinstance(part, Item) and part.dose is UNSAID
        ]
        each = self.policy.assumed("activity")
        others = SequenceNode(in_order(nodes, self.policy)).length - each.length * len(undosed)
        if not undosed or timing.length <= others:
            return nodes
        filled = list(nodes)
        left = timing.length - others
        for index in undosed:
            share = left // len(undosed) + (left % len(undosed) if index == undosed[-1] else 0)
            known = Timing(
                length=share,
                least=min(share, each.least),
                greatest=max(share, each.greatest),
                ends=each.ends,
            )
            filled[index] = attrs.evolve(nodes[index], parts=(self._undosed(known),))
        return filled

    def _circuit(self, path: str, circuit: Circuit) -> SequenceNode:
        inner = attrs.evolve(self, intensity=circuit.intensity or self.intensity)
        nodes = inner.parts(path, circuit.parts)
        policy = self.policy
        if circuit.turns:
            nodes = [node for node in nodes if not is_empty(node)] or nodes[:1]
            parts = tuple(self._in_interval(circuit, node) for node in nodes)
            gaps = tuple(
                self._after_round(circuit, node, following)
                for node, following in zip(parts, (*parts[1:], parts[0]), strict=True)
            )
        else:
            body = self._in_interval(circuit, SequenceNode(in_order(nodes, policy, circuit.rest)))
            gaps = (self._after_round(circuit, body, body),)
            parts = (body,)
        rounds = Rounds(
            parts=parts,
            between=gaps,
            level=Level.ROUND,
            within=policy.choice.sets,
            usual=policy.assumptions.rounds,
        )
        return SequenceNode((rounds.until(circuit.end, policy),), mark=GroupMark(path))

    def _in_interval(self, circuit: Circuit, node: Node) -> Node:
        rest = circuit.after_round
        beside = 0
        if not isinstance(rest, Unsaid):
            beside = rest_of(rest, Level.ROUND, self.policy, node).length
        return fitted(node, circuit.every, self.policy, beside)

    def _after_round(self, circuit: Circuit, node: Node, following: Node) -> Node:
        policy = self.policy
        rest: Node = NOTHING
        if not isinstance(circuit.after_round, Unsaid):
            rest = rest_of(circuit.after_round, Level.ROUND, policy, node)
        if not isinstance(circuit.every, Unsaid):
            used = SequenceNode((node, rest))
            return SequenceNode((rest, left_of(circuit.every, used, Level.ROUND, policy)))
        if rest is NOTHING and len(circuit.parts) > 1:
            return change(last_of(node), first_of(following), policy)
        return rest

    def _pick(self, path: str, pick: Pick) -> SequenceNode:
        policy, nodes = self.policy, self.parts(path, pick.parts)
        bounds = policy.count(pick.count, policy.choice.sets, policy.assumptions.picked)
        fewest, count, most = (
            min(number, len(nodes)) for number in (bounds.least, bounds.chosen, bounds.greatest)
        )
        # Whichever are picked, it takes no less than the shortest and no more than the longest.
        transition = policy.assumed("transition").greatest
        limits = (
            sum(sorted(node.least for node in nodes)[:fewest]),
            sum(sorted((node.greatest for node in nodes), reverse=True)[:most])
            + (most - 1) * transition,
        )
        told = list(told_count(path, "picked", pick.count, count, "picked", policy))
        if count < len(nodes):
            first = f"the first {count} of {len(nodes)}"
            told.append(Assumed(path, "which are picked", "", first, "the person picks each time"))
        return SequenceNode(
            in_order(nodes[:count], policy), mark=GroupMark(path), limits=limits, told=told
        )

    def _branch(self, path: str, branch: Branch) -> SequenceNode:
        named = [index for index, case in enumerate(branch.cases) if case.name in self.policy.cases]
        index = named[0] if named else 0
        case = branch.cases[index]
        told = Assumed(path, "case", "", case.name, "the first case, for none is named")
        return SequenceNode(
            in_order(self.parts(f"{path}.cases[{index}]", case.parts), self.policy),
            mark=GroupMark(path),
            told=() if named else (told,),
        )
