"""The timeline: a tree read as an immutable sequence of steps, without expanding it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import timedelta
from operator import index as as_index
from typing import overload

import attrs

from kinescript.errors import OutsideError, Problem, TimelineError
from kinescript.timelines._descent import Descent
from kinescript.timelines._step import Step
from kinescript.timelines._tree import Node

_MILLISECOND = timedelta(milliseconds=1)
_GREATEST = timedelta.max // _MILLISECOND


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
        return Descent().to_index(self.tree, number % count)

    def __contains__(self, value: object) -> bool:
        return self._place(value) is not None

    def index(self, value: Step, start: int = 0, stop: int | None = None) -> int:
        """
        Return the index of the step that equals *value*.

        Raises:
            ValueError: If there is none, or not from *start* until before *stop*.
        """
        place = self._place(value)
        if place is None or place not in range(*slice(start, stop).indices(len(self))):
            raise ValueError(f"expected a step of the timeline, got {value!r}")
        return place

    def count(self, value: Step) -> int:
        """Return 1 if the timeline has the step, else 0: no two steps start together."""
        return int(value in self)

    def _place(self, step: object) -> int | None:
        if not isinstance(step, Step) or not timedelta(0) <= step.start < self.duration:
            return None
        place = self.index_at(step.start)
        return place if self[place] == step else None

    def at(self, offset: timedelta) -> Step:
        """
        Return the step under way at *offset* from the start.

        A step is under way from its start until just before its end.

        Raises:
            OutsideError: If *offset* is before the start, or at or after the end.
        """
        return Descent().to_offset(self.tree, self._inside(offset))

    def index_at(self, offset: timedelta) -> int:
        """
        Return the index of the step under way at *offset*.

        Raises:
            OutsideError: If *offset* is before the start, or at or after the end.
        """
        descent = Descent()
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
