"""One way down a tree: an index or offset becomes a step with its context."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import assert_never

from kinescript.model import Exercise, Side
from kinescript.timelines._step import Step
from kinescript.timelines._tree import (
    ItemMark,
    Mark,
    Node,
    Place,
    RepeatNode,
    SequenceNode,
    SideMark,
    StepKind,
    StepNode,
)

_MILLISECOND = timedelta(milliseconds=1)
_IDLE = frozenset({StepKind.PREPARE, StepKind.REST, StepKind.TRANSITION})


class Descent:
    """One way down a tree, gathering the context of the step at its end."""

    __slots__ = ("exercise", "index", "path", "places", "side", "start")

    def __init__(self) -> None:
        self.start = 0
        self.index = 0
        self.exercise: Exercise | None = None
        self.path = ""
        self.side: Side | None = None
        self.places: list[Place] = []

    def to_index(self, node: Node, index: int) -> Step:
        while not isinstance(node, StepNode):
            if isinstance(node, SequenceNode):
                part = bisect_right(node.firsts, index) - 1
                index -= node.firsts[part]
                node = self._into_part(node, part)
            else:
                passes, index = divmod(index, node.body.steps + node.between.steps)
                self._into_pass(node, passes)
                if index < node.body.steps:
                    node = node.body
                else:
                    index -= node.body.steps
                    node = self._past_body(node)
        return self._step(node)

    def to_offset(self, node: Node, offset: int) -> Step:
        while not isinstance(node, StepNode):
            if isinstance(node, SequenceNode):
                part = bisect_right(node.starts, offset) - 1
                offset -= node.starts[part]
                node = self._into_part(node, part)
            else:
                passes, offset = divmod(offset, node.body.length + node.between.length)
                self._into_pass(node, passes)
                if offset < node.body.length:
                    node = node.body
                else:
                    offset -= node.body.length
                    node = self._past_body(node)
        return self._step(node)

    def _into_part(self, node: SequenceNode, part: int) -> Node:
        if node.mark is not None:
            self._enter(node.mark)
        self.start += node.starts[part]
        self.index += node.firsts[part]
        return node.parts[part]

    def _enter(self, mark: Mark) -> None:
        match mark:
            case ItemMark():
                self.path, self.exercise = mark.path, mark.exercise
            case SideMark():
                self.side = mark.side
            case Place():
                self.places.append(mark)
            case _ as unreachable:
                assert_never(unreachable)

    def _into_pass(self, node: RepeatNode, passes: int) -> None:
        self.start += passes * (node.body.length + node.between.length)
        self.index += passes * (node.body.steps + node.between.steps)
        self.places.append(Place(node.level, node.after + passes + 1, node.of, node.basis))

    def _past_body(self, node: RepeatNode) -> Node:
        self.start += node.body.length
        self.index += node.body.steps
        return node.between

    def _step(self, node: StepNode) -> Step:
        timing = node.timing
        is_idle = node.kind in _IDLE
        return Step(
            kind=node.kind,
            start=self.start * _MILLISECOND,
            duration=timing.length * _MILLISECOND,
            least=timing.least * _MILLISECOND,
            greatest=timing.greatest * _MILLISECOND,
            amount=timing.amount,
            written=node.written,
            basis=timing.basis,
            ends=timing.ends,
            exercise=None if is_idle else self.exercise,
            path=self.path,
            part=node.part,
            side=None if is_idle else self.side,
            level=node.level,
            text=node.text,
            places=tuple(self.places),
        )
