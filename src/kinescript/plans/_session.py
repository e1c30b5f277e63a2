"""What a plan gives out: sessions, and what is not on the clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import attrs

from kinescript.model import Item, Routine
from kinescript.timelines import Basis, Timeline


@attrs.frozen
class Session:
    """
    One planned session.

    Attributes:
        id: Its name: the prescription's id, the date and the bout that opened it.
        date: The day to which it belongs; after midnight, the day of waking.
        start: When it starts, on the calendar's clock.
        end: When it ends as planned, on the calendar's clock.
        routine: The routine that it is part of.
        items: The items due in it, in order.
        paths: Where each of them is in the prescription.
        basis: Whether its start is prescribed, by a clock time or an anchor that the
            calendar sets, or else assumed.
        timeline: Its steps; sessions with the same items share one timeline.
    """

    id: str
    date: date
    start: datetime
    end: datetime
    routine: Routine
    items: tuple[Item, ...]
    paths: tuple[str, ...]
    basis: Basis
    timeline: Timeline

    @property
    def duration(self) -> timedelta:
        """How long it is planned to last."""
        return self.timeline.duration


@attrs.frozen
class Unscheduled:
    """
    Something prescribed that a plan does not put on the clock.

    Attributes:
        path: Where it is in the prescription.
        name: What it is.
        reason: Why no clock schedules it.
    """

    path: str
    name: str
    reason: str


@attrs.frozen
class Unplaced:
    """
    Bouts that are due on a day but find no place in it.

    Attributes:
        path: Where the item is in the prescription.
        name: What the item is.
        count: How many of its bouts are left out.
        reason: What is in the way.
    """

    path: str
    name: str
    count: int
    reason: str
