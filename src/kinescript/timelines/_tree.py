"""The tree behind a timeline: steps, sequences and repeats, each measured in closed form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Any, TypeAlias, TypeVar

import attrs

from kinescript.model import Distance, End, Intensity, Measured, Part, Pause, Range, Share
from kinescript.timelines._marks import Basis, Ending, Level, Mark, StepKind
from kinescript.timelines._told import Assumed

Amount: TypeAlias = Measured | Distance | Share
"""A single length out of those that a prescription allows, in its own terms."""


T = TypeVar("T")


def _derived(compute: Callable[[Any], T]) -> T:
    field: T = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(compute, takes_self=True)
    )
    return field


@attrs.frozen(kw_only=True)
class Timing:
    """
    How long a step lasts, in whole milliseconds, and how that is known.

    Attributes:
        length: How long it is planned to last.
        least: The least it may last.
        greatest: The most it may last.
        amount: The length chosen, in the prescription's own terms; None if it gives none.
        basis: Whether the length is prescribed or assumed.
        ends: What ends it.
        assumption: The name in `Assumptions` that gave the length, or "".
    """

    length: int
    least: int
    greatest: int
    amount: Amount | None = None
    basis: Basis = Basis.ASSUMED
    ends: Ending = Ending.TIME
    assumption: str = ""


@attrs.frozen
class StepNode:
    """
    One uninterrupted thing.

    A node that is zero milliseconds long is no step, but may count towards the greatest
    duration ("hold 0 to 5 s", planned at its least).

    Attributes:
        kind: What it is.
        timing: How long it lasts.
        written: The length as prescribed; None where the prescription has no place for one.
        part: Which part of a repetition it is, where that has parts.
        level: For a rest, between what it stands.
        text: What to do in it, in the prescription's words.
        intensity: How hard.
    """

    kind: StepKind
    timing: Timing
    written: Pause | None = attrs.field(default=None, kw_only=True)
    part: Part | None = attrs.field(default=None, kw_only=True)
    level: Level | None = attrs.field(default=None, kw_only=True)
    text: str = attrs.field(default="", kw_only=True)
    intensity: tuple[Intensity, ...] = attrs.field(default=(), kw_only=True)

    @property
    def length(self) -> int:
        """How long it is planned to last."""
        return self.timing.length

    @property
    def steps(self) -> int:
        """One, or none where there is no time."""
        return 1 if self.timing.length else 0

    @property
    def least(self) -> int:
        """The least it may last."""
        return self.timing.least

    @property
    def greatest(self) -> int:
        """The most it may last."""
        return self.timing.greatest


def _as_parts(parts: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(parts)


def _as_told(told: Iterable[Assumed]) -> tuple[Assumed, ...]:
    return tuple(told)


@attrs.frozen
class SequenceNode:
    """
    Nodes one after another.

    Attributes:
        parts: The nodes.
        mark: What the steps below belong to.
        limits: The least and the most that all may last, where that is known better than
            from the parts: in an interval of 60 s, short work has a long rest.
        told: What was assumed or chosen to arrange the parts.
        starts: At which millisecond each part starts.
        firsts: Which step each part starts with, from 0.
        length: The sum of the parts' lengths.
        steps: How many steps there are below.
        least: The least that all may last.
        greatest: The most that all may last.
    """

    parts: tuple[Node, ...] = attrs.field(converter=_as_parts)
    mark: Mark | None = attrs.field(default=None, kw_only=True)
    limits: tuple[int, int] | None = attrs.field(default=None, kw_only=True)
    told: tuple[Assumed, ...] = attrs.field(default=(), converter=_as_told, kw_only=True)
    starts: tuple[int, ...] = _derived(lambda node: _sums(part.length for part in node.parts))
    firsts: tuple[int, ...] = _derived(lambda node: _sums(part.steps for part in node.parts))
    length: int = _derived(lambda node: sum(part.length for part in node.parts))
    steps: int = _derived(lambda node: sum(part.steps for part in node.parts))
    least: int = _derived(
        lambda node: node.limits[0] if node.limits else sum(part.least for part in node.parts)
    )
    greatest: int = _derived(
        lambda node: node.limits[1] if node.limits else sum(part.greatest for part in node.parts)
    )


def _sums(values: Iterable[int]) -> tuple[int, ...]:
    return tuple(accumulate(values, initial=0))[:-1]


NOTHING = SequenceNode(())
"""The node without steps."""


@attrs.frozen(kw_only=True)
class RepeatNode:
    """
    The same node several times, with another one between.

    Attributes:
        body: What is repeated.
        count: How many times it is planned.
        between: What comes between two passes.
        level: What is being counted.
        least_count: The fewest times.
        greatest_count: The most times.
        written: The count, or other end, as prescribed, before a choice was made.
        after: How many came before, where counting goes on from another repeat.
        of: How many there are in all, with those of other repeats.
        chosen: The count that was chosen of those written, where this repeat is a part.
        base: The level in which places below count on from pass to pass; where that is
            `level`, the passes have no places of their own.
        stride: How many of the level one pass counts for.
        length: The time it takes as planned.
        steps: How many steps there are below.
        least: The least that it may last.
        greatest: The most that it may last.
    """

    body: Node
    count: int
    between: Node = NOTHING
    level: Level
    least_count: int
    greatest_count: int
    written: End
    after: int = 0
    of: int = attrs.field(default=attrs.Factory(lambda node: node.count, takes_self=True))
    chosen: int = attrs.field(default=attrs.Factory(lambda node: node.count, takes_self=True))
    base: Level | None = None
    stride: int = 1
    length: int = _derived(lambda node: _times(node.count, node.body.length, node.between.length))
    steps: int = _derived(lambda node: _times(node.count, node.body.steps, node.between.steps))
    least: int = _derived(
        lambda node: _times(node.least_count, node.body.least, node.between.least)
    )
    greatest: int = _derived(
        lambda node: _times(node.greatest_count, node.body.greatest, node.between.greatest)
    )

    @property
    def basis(self) -> Basis:
        """Whether so many times are prescribed or assumed."""
        return basis_of(self.written)


def basis_of(written: End) -> Basis:
    """Return whether so many times are prescribed or assumed."""
    return Basis.PRESCRIBED if isinstance(written, Range) else Basis.ASSUMED


def _times(count: int, body: int, between: int) -> int:
    return count * body + max(count - 1, 0) * between


Node: TypeAlias = StepNode | SequenceNode | RepeatNode
"""A tree of steps. Exporters that want "10 repetitions" as one thing walk it."""
