"""One way down a tree: an index or offset becomes a step with its context."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import assert_never

from kinescript.model import Exercise, Role, Side
from kinescript.timelines._marks import (
    Basis,
    GroupMark,
    ItemMark,
    Level,
    Mark,
    Place,
    RoleMark,
    SideMark,
    StepKind,
    WayMark,
)
from kinescript.timelines._step import Step
from kinescript.timelines._tree import Node, RepeatNode, SequenceNode, StepNode

_MILLISECOND = timedelta(milliseconds=1)
_IDLE = frozenset({StepKind.PREPARE, StepKind.REST, StepKind.TRANSITION})


class Descent:
    """One way down a tree, gathering the context of the step at its end."""

    __slots__ = ("bases", "exercise", "index", "path", "places", "role", "side", "start", "ways")

    def __init__(self) -> None:
        self.start = 0
        self.index = 0
        self.exercise: Exercise | None = None
        self.path = ""
        self.side: Side | None = None
        self.role: Role | None = None
        self.ways: WayMark | None = None
        self.places: list[Place] = []
        self.bases: dict[Level, int] = {}

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
            case GroupMark():
                pass  # A step is told where its item is, or nothing.
            case SideMark():
                self.side = mark.side
            case WayMark():
                self.ways = mark
            case RoleMark():
                self.role = mark.role
            case Place(level, number, of, basis):
                self._stand(level, number, of, basis)
            case _ as unreachable:
                assert_never(unreachable)

    def _into_pass(self, node: RepeatNode, passes: int) -> None:
        self.start += passes * (node.body.length + node.between.length)
        self.index += passes * (node.body.steps + node.between.steps)
        passed = node.after + passes * node.stride
        if node.base is not None:
            self.bases[node.base] = passed
        if node.base is not node.level:
            self._stand(node.level, passed + 1, node.of, node.basis)

    def _stand(self, level: Level, number: int, of: int, basis: Basis) -> None:
        # The first place below a base counts on from it; those further in start anew.
        self.places.append(Place(level, self.bases.pop(level, 0) + number, of, basis))

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
            way=None if is_idle else self._way(),
            role=self.role,
            level=node.level,
            text=node.text,
            intensity=node.intensity,
            places=tuple(self.places),
        )

    def _way(self) -> str | None:
        if self.ways is None:
            return None
        place = next((place for place in self.places if place.level is Level.WAY), None)
        return None if place is None else self.ways.name(place)
