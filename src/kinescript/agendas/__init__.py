"""When: a frequency and a person's calendar become the starts of a day's sessions."""

from kinescript.agendas._calendar import DEFAULT_ANCHORS, DEFAULT_WAKING, Busy, Calendar, Waking
from kinescript.agendas._dates import count_before, falls_on, first_on, stepped
from kinescript.agendas._day import Block, WakingDay, waking_day
from kinescript.agendas._placing import CELL, Bouts, LeftOut, Overhead, Slot, place

__all__ = [
    "CELL",
    "DEFAULT_ANCHORS",
    "DEFAULT_WAKING",
    "Block",
    "Bouts",
    "Busy",
    "Calendar",
    "LeftOut",
    "Overhead",
    "Slot",
    "Waking",
    "WakingDay",
    "count_before",
    "falls_on",
    "first_on",
    "place",
    "stepped",
    "waking_day",
]
