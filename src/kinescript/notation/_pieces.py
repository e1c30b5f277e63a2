"""Pieces of a dose while they are read: work with what binds to it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Final, TypeAlias

import attrs

from kinescript.errors import ModelError, Problem
from kinescript.model import (
    UNSAID,
    Distance,
    End,
    Hold,
    Intensity,
    Repeat,
    Reps,
    Rest,
    Sets,
    Side,
    Timed,
    Unsaid,
    Work,
)
from kinescript.notation._types import Value

_PREFIXES_MOST: Final = 5
"""How often the work of one piece can be repeated: 2 x 3 x 10 is twice."""
LEAVES: Final = (Reps, Hold, Timed, Distance)


@attrs.frozen
class Prefix:
    """
    What stands before work and repeats it.

    Attributes:
        end: How often, or until when.
        is_sets: Whether it can count sets.
        is_named: Whether the word sets, or rounds, stands beside it.
    """

    end: End
    is_sets: bool = True
    is_named: bool = False


@attrs.frozen
class Held:
    """
    A hold, which refines the repetitions before it or is work of its own.

    Attributes:
        length: How long.
        activity: What is done.
    """

    length: Value
    activity: str


@attrs.frozen
class Refined:
    """
    Something that a word says of work before it.

    Attributes:
        kind: What it says something of.
        value: What it says.
        at: Where it stands, as an offset.
    """

    kind: str
    value: Value = None
    at: int = attrs.field(default=0, eq=False)


@attrs.frozen
class Loaded:
    """
    A load that stands where work is expected, as in "3 x 10 x 60 kg".

    Attributes:
        intensity: The load.
    """

    intensity: Intensity


@attrs.frozen
class Counting:
    """
    Sets that stand where work is expected, as in "10 x 3 sets" and "3 sets, 10 reps".

    Attributes:
        count: How many.
    """

    count: Value


Atom: TypeAlias = Work | Rest | Held | Loaded | Counting
"""What a piece is made of, until it is known to be work."""


@attrs.frozen
class Piece:
    """
    Work with what binds to it.

    Attributes:
        work: The work, or a rest alone.
        prefixes: What repeats it, the outermost first.
        intensity: How hard it is, where that is not yet the work's own.
        is_bare: Whether it is one leaf without parentheses.
        each_side: Whether "8+8" was written.
        warm_up: Whether it only warms up.
        rest: The pause between passes of the outermost prefix.
        every: How long after the start of one pass the next one starts.
        side: Which side it is for.
        marks: What stands right behind it and concerns the whole dose.
        is_behind: Whether how often it is repeated stands behind it: "10 x 3".
        is_vague: Whether it is words for how much, without what they count.
        is_joined: Whether several parts are joined in it without parentheses.
        is_chain: Whether `then` joins some of these.
        is_folded: Whether its number of repetitions stood before a hold: "3 x 10 x 5 s hold".
        at: Where it stands, as an offset.
    """

    work: Atom
    prefixes: tuple[Prefix, ...] = ()
    intensity: tuple[Intensity, ...] = ()
    is_bare: bool = True
    each_side: bool = False
    warm_up: bool = False
    rest: Rest | Unsaid = UNSAID
    every: Value = UNSAID
    side: Side | Unsaid = UNSAID
    marks: tuple[Refined, ...] = ()
    is_behind: bool = attrs.field(default=False, eq=False)
    is_vague: bool = attrs.field(default=False, eq=False)
    is_joined: bool = attrs.field(default=False, eq=False)
    is_chain: bool = attrs.field(default=False, eq=False)
    is_folded: bool = attrs.field(default=False, eq=False)
    at: int = attrs.field(default=0, eq=False)

    def __attrs_post_init__(self) -> None:
        if len(self.prefixes) > _PREFIXES_MOST:
            raise ValueError(f"expected work repeated at most {_PREFIXES_MOST} times over")

    def kept(self) -> Piece:
        """Return it with a hold as work of its own."""
        if isinstance(self.work, Counting | Loaded):
            raise ValueError("expected work, got sets or a load alone")  # noqa: TRY004
        if not isinstance(self.work, Held):
            return self
        return attrs.evolve(self, work=Hold(self.work.length, activity=self.work.activity))

    def settled(self) -> Piece:
        """Return it with its intensity in the work."""
        piece = self.kept()
        if not piece.intensity:
            return piece
        if not isinstance(piece.work, LEAVES) or piece.work.intensity:
            raise ValueError("expected @ right behind a piece of work, not behind a group")
        return attrs.evolve(
            piece, work=attrs.evolve(piece.work, intensity=piece.intensity), intensity=()
        )

    def whole(self) -> Work | Rest:
        """Return it as one piece of work, as in parentheses."""
        piece = self.settled()
        work: Value = piece.work
        if isinstance(work, Rest) or not piece.prefixes:
            if piece.rest is not UNSAID or piece.every is not UNSAID or piece.side is not UNSAID:
                raise ValueError("expected something that is repeated before its rest")
            alone: Work | Rest = work
            return alone
        first, *others = piece.prefixes
        inner = _repeated(work, others)
        return Repeat(inner, first.end, between=piece.rest, every=piece.every)

    def sets(self) -> Sets:
        """Return it as sets of a dose."""
        work: Value = self.work
        if isinstance(work, Rest):
            reason = "expected work, got a rest"
            raise ModelError(Problem(reason))
        counts = bool(self.prefixes) and self.prefixes[0].is_sets
        count: Value = self.prefixes[0].end if counts else UNSAID
        if counts and isinstance(count, Unsaid):
            reason = 'expected how many sets, or words as in "some" x 10, or no `? x` before it'
            raise ValueError(reason)
        if self.prefixes and not counts:
            # What is repeated for a time has its rest between the passes: there is one set.
            whole: Value = attrs.evolve(self, side=UNSAID).whole()
            return Sets(UNSAID, whole, side=self.side, warm_up=self.warm_up)
        return Sets(
            count,
            _repeated(work, self.prefixes[1:]),
            rest=self.rest,
            every=self.every,
            side=self.side,
            warm_up=self.warm_up,
        )


def _repeated(work: Work, prefixes: Iterable[Prefix]) -> Work:
    return reduce(lambda inner, each: Repeat(inner, each.end), reversed([*prefixes]), work)


Element: TypeAlias = Piece | Refined
