"""Nodes one after another, with what it takes to move on from one to the next."""

from __future__ import annotations

from collections.abc import Iterable

from kinescript.model import UNSAID, Rest, Unsaid
from kinescript.timelines._leaves import rest_of
from kinescript.timelines._lengths import Policy
from kinescript.timelines._marks import Level, StepKind
from kinescript.timelines._tree import NOTHING, Node, SequenceNode, StepNode


def in_order(
    nodes: Iterable[Node], policy: Policy, rest: Rest | Unsaid = UNSAID
) -> tuple[Node, ...]:
    """
    Return *nodes* with a rest, or a transition, between any two of them.

    Nothing is added before and after what is a rest itself.
    """
    done: list[Node] = []
    last: Node = NOTHING
    for node in nodes:
        if not is_empty(node):
            done.append(change(last, node, policy, rest))
            last = node
        done.append(node)
    return tuple(node for node in done if node is not NOTHING)


def change(before: Node, after: Node, policy: Policy, rest: Rest | Unsaid = UNSAID) -> Node:
    """Return the *rest* from one node to another, or the transition if there is none."""
    if is_empty(before) or is_empty(after) or is_rest(before) or is_rest(after):
        return NOTHING
    if isinstance(rest, Unsaid):
        return StepNode(StepKind.TRANSITION, policy.assumed("transition"))
    return rest_of(rest, Level.ITEM, policy, before)


def is_empty(node: Node) -> bool:
    """Whether *node* has no steps at all, not even of no time."""
    if not isinstance(node, SequenceNode) or node.limits is not None:
        return False
    return all(map(is_empty, node.parts))


def is_rest(node: Node) -> bool:
    """Whether *node* is nothing but rest."""
    match node:
        case StepNode():
            return node.kind is StepKind.REST
        case SequenceNode(parts=parts):
            return bool(parts) and all(map(is_rest, parts))
        case _:
            return False


def first_of(node: Node) -> Node:
    """Return the first part of a round that is something, or the round itself."""
    return _parts(node)[0]


def last_of(node: Node) -> Node:
    """Return the last part of a round that is something, or the round itself."""
    return _parts(node)[-1]


def _parts(node: Node) -> list[Node]:
    if not isinstance(node, SequenceNode):
        return [node]
    return [part for part in node.parts if not is_empty(part)] or [node]
