"""A tree cut short after a time, and one filled up to it, without expanding either."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

import attrs

from kinescript.timelines._marks import Basis, Ending
from kinescript.timelines._tree import Node, RepeatNode, SequenceNode, StepNode


def cut(node: Node, length: int) -> Node:
    """
    Return the first *length* milliseconds of *node*.

    The step in which they end lasts for what is left, and the clock ends it.
    """
    if length >= node.length:
        return node
    match node:
        case StepNode(timing=timing):
            short = attrs.evolve(
                timing,
                length=length,
                least=min(timing.least, length),
                greatest=length,
                amount=None,
                basis=Basis.ASSUMED,
                ends=Ending.TIME,
            )
            return attrs.evolve(node, timing=short)
        case SequenceNode(parts=parts, starts=starts):
            begun = zip(parts, starts, strict=True)
            kept = [cut(part, length - start) for part, start in begun if start < length]
            return attrs.evolve(node, parts=kept, limits=None)
        case RepeatNode():
            return SequenceNode(passes(node, length))
        case _ as unreachable:
            assert_never(unreachable)


def passes(node: RepeatNode, length: int) -> Iterator[Node]:
    """
    Yield what fits into *length* milliseconds if the passes of *node* never end.

    These are whole passes, what comes between them, and the beginning of one more.
    """
    done, left = divmod(length, node.body.length + node.between.length)
    is_between = left > node.body.length
    whole = done + is_between
    if whole:
        yield times(node, whole)
    if is_between:
        yield once(node, cut(node.between, left - node.body.length), done)
        return
    if done:
        yield once(node, node.between, done - 1)
    if left:
        yield once(node, cut(node.body, left), done)


def times(node: RepeatNode, count: int) -> RepeatNode:
    """Return the first *count* passes of *node*."""
    return attrs.evolve(node, count=count, least_count=count, greatest_count=count)


def once(node: RepeatNode, part: Node, before: int) -> RepeatNode:
    """Return *part* of the pass that comes after so many, as if in the repeat itself."""
    once = attrs.evolve(times(node, 1), body=part)
    return attrs.evolve(once, after=node.after + before * node.stride)
