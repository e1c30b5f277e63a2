"""Single steps: work, rests and what is left of an interval, from how long they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

import attrs

from kinescript.model import (
    Distance,
    Intensity,
    Length,
    Part,
    Pause,
    Rest,
    Share,
    Unsaid,
    Until,
    Words,
)
from kinescript.timelines._assumed import told_of
from kinescript.timelines._bounds import Half
from kinescript.timelines._distances import from_millionths, in_millionths
from kinescript.timelines._lengths import Policy
from kinescript.timelines._marks import Basis, Ending, Level, StepKind
from kinescript.timelines._told import until
from kinescript.timelines._tree import (
    NOTHING,
    Node,
    RepeatNode,
    SequenceNode,
    StepNode,
    Timing,
)


@attrs.frozen(kw_only=True)
class Leaf:
    """
    What one step, or a step and what goes on after its sign, is about.

    Attributes:
        kind: What it is.
        assumption: What stands in for a figure.
        part: Which part of a repetition it is.
        level: For a rest, between what it stands.
        text: What to do in it.
        intensity: How hard.
        halves: Which half of its length it is, or half of a half.
    """

    kind: StepKind
    assumption: str
    part: Part | None = None
    level: Level | None = None
    text: str = ""
    intensity: tuple[Intensity, ...] = ()
    halves: tuple[Half, ...] = ()

    def lasting(self, written: Length | Distance, policy: Policy) -> Node:
        """Return the step, which lasts as long as is *written*."""
        step = self._step(written, policy)
        if not isinstance(written, Until) or isinstance(written.then, Unsaid):
            return step
        return SequenceNode((step, self._step(written.then, policy)))

    def _step(self, written: Length | Distance, policy: Policy) -> StepNode:
        within = policy.choice.rests if self.kind in _WAITING else policy.choice.lengths
        timing = policy.timing(
            written, self.assumption, within, intensity=self.intensity, halves=self.halves
        )
        return self.of(timing, written, joined(self.text, _words(written)))

    def of(self, timing: Timing, written: Pause | None, text: str) -> StepNode:
        """Return the step with a timing that is known."""
        return StepNode(
            self.kind,
            timing,
            written=written,
            part=self.part,
            level=self.level,
            text=text,
            intensity=self.intensity,
        )


_MILLIONTHS_OF_PERCENT = 100 * 10**6
_WAITING = frozenset({StepKind.REST, StepKind.SWITCH})


def joined(*texts: str) -> str:
    """Return what there is of *texts*, with commas between."""
    return ", ".join(filter(None, texts))


def _words(written: Length | Distance) -> str:
    match written:
        case Words(text):
            return text
        case Until(sign):
            return until(sign)
        case _:
            return ""


def rest_of(rest: Rest | Unsaid, level: Level, policy: Policy, after: Node = NOTHING) -> Node:
    """Return a rest; one that is a share of the work is measured by what it comes *after*."""
    if isinstance(rest, Unsaid):
        return StepNode(StepKind.REST, policy.assumed("rest"), level=level)
    leaf = Leaf(
        kind=StepKind.REST,
        assumption="rest",
        level=level,
        text=rest.activity,
        intensity=rest.intensity,
    )
    if not isinstance(rest.length, Share):
        return leaf.lasting(rest.length, policy)
    timing = share_of(rest.length, policy, after) or policy.assumed("rest")
    return leaf.of(timing, rest.length, rest.activity)


def share_of(share: Share, policy: Policy, node: Node) -> Timing | None:
    """Return how long a *share* of the hold, or all of the work, in *node* is, if it is that."""
    name = "" if isinstance(share.of, Unsaid) else share.of.casefold().removeprefix("the ")
    whole: Node | None = None
    if name == "hold":
        whole = next(_holds(node), None)
    elif name == "work" and node is not NOTHING:
        whole = node
    # A share of nothing, such as none at all of it, is no pause that can be told apart.
    if whole is None:
        return None
    low, high = in_millionths(share.percent)
    bounds = policy.within(low, high, policy.choice.rests, 0)
    return Timing(
        length=bounds.chosen * whole.length // _MILLIONTHS_OF_PERCENT,
        least=bounds.least * whole.least // _MILLIONTHS_OF_PERCENT,
        greatest=bounds.greatest * whole.greatest // _MILLIONTHS_OF_PERCENT,
        amount=Share(from_millionths(bounds.chosen), share.of),
    )


def _holds(node: Node) -> Iterator[StepNode]:
    match node:
        case StepNode():
            yield from (node,) if node.kind is StepKind.HOLD else ()
        case SequenceNode(parts=parts):
            for part in parts:
                yield from _holds(part)
        case RepeatNode(body=body):
            yield from _holds(body)
        case _ as unreachable:
            assert_never(unreachable)


def left_of(every: Pause, used: Node, level: Level, policy: Policy) -> Node:
    """
    Return the rest that is left of an interval after what it is *used* for.

    An interval without a figure is a rest like any other.
    """
    timing = interval_of(every, used, policy)
    if timing is None:
        return rest_of(Rest(every), level, policy, used)
    is_known = timing.basis is Basis.PRESCRIBED and used.least == used.greatest
    left = Timing(
        length=max(0, timing.length - used.length),
        least=max(0, timing.least - used.greatest),
        greatest=max(0, timing.greatest - used.least),
        basis=Basis.PRESCRIBED if is_known else Basis.ASSUMED,
        ends=Ending.TIME,
    )
    # Together with the work it lasts the interval, or the work where that is longer.
    limits = (max(0, timing.least - used.least), max(0, timing.greatest - used.greatest))
    told = tuple(told_of("", "interval", every, timing, policy))
    step = StepNode(StepKind.REST, left, level=level)
    return SequenceNode((step,), limits=limits, told=told)


def interval_of(every: Pause, used: Node, policy: Policy) -> Timing | None:
    """Return how long an interval is that holds what it is *used* for; None without a figure."""
    if isinstance(every, Share):
        return share_of(every, policy, used)
    timing = policy.timing(every, "rest", policy.choice.rests)
    return None if timing.amount is None and timing.assumption != "words" else timing
