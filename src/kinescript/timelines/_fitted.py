"""Work in an interval: what is only assumed of it is shortened until it fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

import attrs

from kinescript.model import Pause, Share, Unsaid
from kinescript.timelines._leaves import interval_of
from kinescript.timelines._lengths import Policy
from kinescript.timelines._marks import Basis
from kinescript.timelines._told import Assumed, said
from kinescript.timelines._tree import Node, RepeatNode, SequenceNode, StepNode, Timing

_REASON = "what is assumed of the work is shortened until it ends before the next one starts"


def fitted(node: Node, every: Pause, policy: Policy, beside: int = 0) -> Node:
    """
    Return *node*, which starts *every* so often, so that it ends before it starts again.

    It stays as it is where it fits anyway, or could not do so even at its least; so many
    milliseconds *beside* it are for something else.
    """
    # A share of the work would shrink with it.
    interval = None if isinstance(every, Unsaid | Share) else interval_of(every, node, policy)
    if interval is None:
        return node
    over = node.length + beside - interval.length
    slack = node.length - _timed(node, lambda timing: timing.least).length
    if not 0 < over <= slack:
        return node
    # Each gives what it can in the same proportion, rounded up.
    shorter = _timed(
        node, lambda timing: timing.length - -((timing.least - timing.length) * over // slack)
    )
    told = Assumed("", "work in an interval", said(every), "shortened", _REASON)
    return SequenceNode((shorter,), told=(told,))


def _has_limits(node: Node) -> bool:
    """Whether something in a pause is what is left of an interval."""
    match node:
        case SequenceNode(parts=parts, limits=limits):
            return limits is not None or any(map(_has_limits, parts))
        case _:
            return False


def _timed(node: Node, length: Callable[[Timing], int]) -> Node:
    """Return *node* with another length for each step of which none is prescribed."""
    match node:
        case StepNode(timing=timing):
            if timing.basis is Basis.PRESCRIBED:
                return node
            return attrs.evolve(node, timing=attrs.evolve(timing, length=length(timing)))
        case SequenceNode(parts=parts, limits=None):
            return attrs.evolve(node, parts=tuple(_timed(part, length) for part in parts))
        case SequenceNode():  # a time or an interval that is written
            return node
        case RepeatNode(body=body, between=between):
            if _has_limits(between):
                return node
            return attrs.evolve(node, body=_timed(body, length), between=_timed(between, length))
        case _ as unreachable:
            assert_never(unreachable)
