"""The timeline: a tree read as an immutable sequence of steps, without expanding it."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta
from operator import index as as_index
from typing import assert_never, overload

import attrs

from kinescript.errors import OutsideError, Problem, TimelineError
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
_GREATEST = timedelta.max // _MILLISECOND
_IDLE = frozenset({StepKind.PREPARE, StepKind.REST, StepKind.TRANSITION})


@attrs.frozen(repr=False, cache_hash=True)
class Timeline(Sequence[Step]):
    """
    All steps of a session, computed when they are asked for.

    A timeline is to steps what `range` is to integers: its length, its duration and any
    of its steps cost the depth of its tree, never the number of steps.

    Attributes:
        tree: The tree of steps, sequences and repeats.

    Raises:
        TimelineError: If it is longer than ``timedelta.max`` or ``sys.maxsize`` steps.
    """

    tree: Node

    def __attrs_post_init__(self) -> None:
        if self.tree.greatest > _GREATEST:
            raise TimelineError(Problem(f"expected at most {timedelta.max.days} days"))
        if self.tree.steps > sys.maxsize:
            raise TimelineError(Problem(f"expected at most {sys.maxsize} steps"))

    @property
    def duration(self) -> timedelta:
        """How long all is planned to last."""
        return self.tree.length * _MILLISECOND

    @property
    def least(self) -> timedelta:
        """The least that all may last."""
        return self.tree.least * _MILLISECOND

    @property
    def greatest(self) -> timedelta:
        """The most that all may last."""
        return self.tree.greatest * _MILLISECOND

    def __len__(self) -> int:
        return self.tree.steps

    @overload
    def __getitem__(self, index: int) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> Steps: ...
    def __getitem__(self, index: int | slice) -> Step | Steps:
        if isinstance(index, slice):
            return Steps(self, range(len(self))[index])
        number = as_index(index)
        count = self.tree.steps
        if not -count <= number < count:
            raise OutsideError(Problem(f"expected the index of one of {count} steps, got {number}"))
        return _Descent().to_index(self.tree, number % count)

    def at(self, offset: timedelta) -> Step:
        """
        Return the step under way at *offset* from the start.

        A step is under way from its start until just before its end.

        Raises:
            OutsideError: If *offset* is before the start, or at or after the end.
        """
        return _Descent().to_offset(self.tree, self._inside(offset))

    def index_at(self, offset: timedelta) -> int:
        """
        Return the index of the step under way at *offset*.

        Raises:
            OutsideError: If *offset* is before the start, or at or after the end.
        """
        descent = _Descent()
        descent.to_offset(self.tree, self._inside(offset))
        return descent.index

    def between(self, start: timedelta, end: timedelta) -> Steps:
        """Return the steps under way at any time from *start* until just before *end*."""
        first, last = max(start, timedelta(0)), min(end, self.duration)
        if first >= last:
            return Steps(self, range(0))
        return Steps(self, range(self.index_at(first), self.index_at(last - _RESOLUTION) + 1))

    def _inside(self, offset: timedelta) -> int:
        if not timedelta(0) <= offset < self.duration:
            reason = f"expected an offset from 0:00:00 to before {self.duration}, got {offset}"
            raise OutsideError(Problem(reason))
        return offset // _MILLISECOND

    def __repr__(self) -> str:
        return f"<Timeline of {len(self)} steps, {self.duration}>"


_RESOLUTION = timedelta.resolution


@attrs.frozen(repr=False)
class Steps(Sequence[Step]):
    """
    A view of some steps of a timeline, computed when they are asked for.

    Attributes:
        timeline: The timeline.
        indices: Which of its steps, in order.
    """

    timeline: Timeline
    indices: range

    def __len__(self) -> int:
        return len(self.indices)

    @overload
    def __getitem__(self, index: int) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> Steps: ...
    def __getitem__(self, index: int | slice) -> Step | Steps:
        if isinstance(index, slice):
            return Steps(self.timeline, self.indices[index])
        try:
            return self.timeline[self.indices[index]]
        except IndexError:
            reason = f"expected the index of one of {len(self)} steps, got {index}"
            raise OutsideError(Problem(reason)) from None

    def __repr__(self) -> str:
        return f"<{len(self)} of {len(self.timeline)} steps>"


class _Descent:
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
        self.places.append(Place(node.level, node.after + passes + 1, node.of))

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
            side=None if is_idle else self.side,
            level=node.level,
            text=node.text,
            places=tuple(self.places),
        )
