"""What the steps of a tree are and have in common: kinds, levels and marks."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from kinescript._fields import Term
from kinescript.model import Exercise, Role, Side


class StepKind(Term):
    """What one step is."""

    PREPARE = "prepare"
    REP = "rep"
    LIFT = "lift"
    HOLD = "hold"
    LOWER = "lower"
    PAUSE = "pause"
    INHALE = "inhale"
    EXHALE = "exhale"
    ACTIVITY = "activity"
    REST = "rest"
    SWITCH = "switch"
    TRANSITION = "transition"


class Basis(Term):
    """Whether the length of a step is the prescription's or an assumption's."""

    PRESCRIBED = "prescribed"
    ASSUMED = "assumed"


class Ending(Term):
    """What ends a step: the clock, or the person doing it."""

    TIME = "time"
    PERSON = "person"


class Level(Term):
    """Between or among what a repeat, or a rest, stands."""

    REP = "rep"
    PASS = "pass"  # noqa: S105
    SET = "set"
    WAY = "way"
    ITEM = "item"
    ROUND = "round"


@attrs.frozen
class ItemMark:
    """
    Everything below belongs to one item.

    Attributes:
        path: Where the item is in what the timeline was made of.
        exercise: What is done.
    """

    path: str
    exercise: Exercise


@attrs.frozen
class GroupMark:
    """
    Everything below belongs to one group.

    Attributes:
        path: Where the group is in what the timeline was made of.
    """

    path: str


@attrs.frozen
class SideMark:
    """
    Everything below is for one side.

    Attributes:
        side: Which side.
        basis: Whether the prescription says that this side comes here.
    """

    side: Side
    basis: Basis


@attrs.frozen
class WayMark:
    """
    What is repeated in each way below is done in one of these.

    Attributes:
        kind: What the ways are: ``"direction"``.
        names: What each is called, if anything.
    """

    kind: str
    names: tuple[str, ...] = ()

    def name(self, place: Place) -> str:
        """Return what the way at *place* is called."""
        return (
            self.names[place.number - 1]
            if self.names
            else f"{self.kind} {place.number} of {place.of}"
        )


@attrs.frozen
class RoleMark:
    """
    Everything below has one role in the session.

    Attributes:
        role: Which one.
    """

    role: Role


@attrs.frozen
class Place:
    """
    Where a step stands in a repetition: "set 2 of 3".

    Attributes:
        level: What is counted.
        number: Which one it is, from 1.
        of: How many there are.
        basis: Whether that many are prescribed or assumed.
    """

    level: Level
    number: int
    of: int
    basis: Basis = Basis.PRESCRIBED


Mark: TypeAlias = ItemMark | GroupMark | SideMark | WayMark | RoleMark | Place
"""What the steps below a sequence have in common."""
