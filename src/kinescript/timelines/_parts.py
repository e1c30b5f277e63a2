"""One repetition, with its tempo and hold, becomes its parts in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from kinescript.model import UNSAID, Beat, Length, Part, Side, Unsaid
from kinescript.timelines._marks import StepKind


@attrs.frozen
class PartOfRep:
    """
    One part of a repetition.

    Attributes:
        part: Which part.
        kind: What is done.
        length: For how long.
        assumption: The assumption that stands in for a figure.
        side: Which side does it, where the parts differ.
    """

    part: Part
    kind: StepKind
    length: Length
    assumption: str
    side: Side | Unsaid = UNSAID


_KINDS = {
    Part.LOWER: (StepKind.LOWER, "lower"),
    Part.BOTTOM: (StepKind.PAUSE, "hold"),
    Part.LIFT: (StepKind.LIFT, "lift"),
    Part.TOP: (StepKind.PAUSE, "hold"),
    Part.INHALE: (StepKind.INHALE, "inhale"),
    Part.FULL: (StepKind.HOLD, "hold"),
    Part.EXHALE: (StepKind.EXHALE, "exhale"),
    Part.EMPTY: (StepKind.HOLD, "hold"),
}
_MOVING = frozenset({Part.LIFT, Part.LOWER, Part.INHALE, Part.EXHALE})
_BREATH = (Part.INHALE, Part.FULL, Part.EXHALE, Part.EMPTY)


def parts_of_rep(beats: Sequence[Beat], hold: Length | None) -> Iterator[PartOfRep]:
    """Return the parts of one repetition in order; a hold follows the lift."""
    named = {beat.part: beat for beat in beats}
    for part in _order(tuple(named), is_held=hold is not None):
        if part in named or part in _MOVING:
            kind, assumption = _KINDS[part]
            beat = named.get(part, Beat(part, UNSAID))
            yield PartOfRep(part, kind, beat.length, assumption, beat.side)
        if part is Part.LIFT and hold is not None:
            yield PartOfRep(Part.TOP, StepKind.HOLD, hold, "hold")


def _order(named: tuple[Part, ...], *, is_held: bool) -> tuple[Part, ...]:
    # A tempo that names both ways tells the order itself. Otherwise a breath starts with
    # the inhale, a held movement goes to its hold and back, and any other is a lift that
    # starts at the top.
    if len(_MOVING.intersection(named)) == 2:  # noqa: PLR2004
        return named
    if not set(_BREATH).isdisjoint(named):
        return _BREATH
    if is_held:
        return (Part.LIFT, Part.TOP, Part.LOWER, Part.BOTTOM)
    return (Part.LOWER, Part.BOTTOM, Part.LIFT, Part.TOP)
