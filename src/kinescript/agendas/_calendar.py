"""A person's time: zone, waking hours, anchors and what keeps them busy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import time
from difflib import get_close_matches
from fractions import Fraction
from typing import TypeAlias
from zoneinfo import ZoneInfo, available_timezones

import attrs

from kinescript._fields import as_name, clock_time, many, named, one, one_of, shown, table
from kinescript.errors import ModelError, Problem
from kinescript.model import UNSAID, Anchor, Dates, Days, EveryDay, Unsaid, Weekdays

_NAME_LENGTH = 100
# Names that mean another time, or none, from one machine to the next.
_OF_A_MACHINE = re.compile(r"(localtime|posixrules|factory)$|(posix|right)/", re.IGNORECASE)


def _as_zone(value: str) -> str:
    """Accept the name of a zone that the zone database has on every machine."""
    name = one(str, "the name of a time zone, such as 'Europe/Berlin'", value)
    if not _is_zone(name):
        raise ModelError(Problem(_unknown_zone(name), value=shown(name)))
    return name


def _is_zone(name: str) -> bool:
    if _OF_A_MACHINE.match(name):
        return False
    try:
        # The look-up recurses once for every slash; no zone has a name as long as this.
        ZoneInfo(name[:_NAME_LENGTH])
    except (KeyError, ValueError, OSError):
        return False
    return True


def _unknown_zone(name: str) -> str:
    near = _zone_meant(name)
    hint = f"did you mean {near!r}?" if near else "expected a name such as 'Europe/Berlin'"
    return f"unknown time zone {shown(name)}: {hint}"


def _zone_meant(name: str) -> str | None:
    """Return the zone that *name*, perhaps only of a city, was probably meant to be."""
    zones = sorted(zone for zone in available_timezones() if not _OF_A_MACHINE.match(zone))
    meant = {zone.rpartition("/")[2].casefold(): zone for zone in zones}
    meant |= {zone.casefold(): zone for zone in zones}
    near = get_close_matches(name.casefold().replace(" ", "_"), meant, 1, 0.75)
    return meant[near[0]] if near else None


def _as_time(value: time) -> time:
    return clock_time("a clock time without a zone, such as time(7, 30)", value)


@attrs.frozen(field_transformer=named)
class Waking:
    """
    The hours in which sessions may be placed.

    Where they end at or before they start, they end on the next day.

    Attributes:
        start: When the person is up.
        end: When the day ends.
    """

    start: time = attrs.field(converter=_as_time)
    end: time = attrs.field(converter=_as_time)

    def covers(self, at: time) -> bool:
        """Return whether *at* lies in these hours."""
        return self._minutes_to(at) < self._length

    def share(self, at: time) -> Fraction:
        """Return which share of these hours has passed at *at*."""
        return Fraction(self._minutes_to(at), self._length)

    def at(self, share: Fraction) -> time:
        """Return the clock time, to the minute, at which a share of these hours has passed."""
        minutes = _minutes(self.start) + int(share * self._length)
        return time(minutes // 60 % 24, minutes % 60)

    @property
    def _length(self) -> int:
        return self._minutes_to(self.end) or _DAY

    def _minutes_to(self, at: time) -> int:
        return (_minutes(at) - _minutes(self.start)) % _DAY


_DAY = 24 * 60


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


DEFAULT_WAKING = Waking(time(7), time(22))
"""The waking hours that are assumed where a calendar does not say."""

DEFAULT_ANCHORS: Mapping[Anchor, time] = {
    Anchor.WAKING: time(7),
    Anchor.BREAKFAST: time(7, 30),
    Anchor.MORNING: time(8),
    Anchor.MIDDAY: time(12),
    Anchor.LUNCH: time(12, 30),
    Anchor.AFTERNOON: time(15),
    Anchor.DINNER: time(18, 30),
    Anchor.EVENING: time(19),
    Anchor.NIGHT: time(21),
    Anchor.BEDTIME: time(21, 30),
}
"""The clock times that are assumed for anchors which a calendar does not set."""


def _as_days(value: Days) -> Days:
    return one_of((EveryDay, Weekdays, Dates), "EveryDay(), Weekdays(...) or Dates(...)", value)


@attrs.frozen(field_transformer=named)
class Busy:
    """
    A block of the day in which no session is placed.

    Where it ends at or before it starts, it ends on the next day.

    Attributes:
        name: What it is, as it is named where it is in the way.
        start: When it starts.
        end: When it ends.
        days: On which days it starts.
    """

    name: str = attrs.field(converter=as_name)
    start: time = attrs.field(converter=_as_time)
    end: time = attrs.field(converter=_as_time)
    days: Days = attrs.field(factory=EveryDay, converter=_as_days, kw_only=True)


def _as_waking(value: Waking | Unsaid) -> Waking | Unsaid:
    return one_of((Waking, Unsaid), "Waking(time(7), time(22)) or UNSAID", value)


def _as_busy(value: Busy | Iterable[Busy]) -> tuple[Busy, ...]:
    return many(lambda each: one(Busy, "a Busy block", each), value)


Anchors: TypeAlias = Mapping[Anchor, time] | Iterable[tuple[Anchor, time]]
"""At what time an anchor falls."""


def _as_anchors(value: Anchors) -> tuple[tuple[Anchor, time], ...]:
    expected = "anchors with times, such as {Anchor.MORNING: time(8)}"
    given = table(expected, _as_anchor, value)
    return tuple((anchor, given[anchor]) for anchor in Anchor if anchor in given)


def _as_anchor(anchor: Anchor, at: time) -> tuple[Anchor, time]:
    return one(Anchor, "an Anchor such as Anchor.MORNING", anchor), _as_time(at)


@attrs.frozen(field_transformer=named)
class Calendar:
    """
    A person's time.

    Attributes:
        zone: The IANA time zone in which clock times are meant.
        waking: When sessions may be placed; 07:00 to 22:00 is assumed where unsaid.
        anchors: When anchors such as breakfast fall; `DEFAULT_ANCHORS` for the others.
        busy: When no session can be placed.

    Raises:
        ModelError: If the zone is unknown.
    """

    zone: str = attrs.field(converter=_as_zone)
    waking: Waking | Unsaid = attrs.field(default=UNSAID, converter=_as_waking, kw_only=True)
    anchors: tuple[tuple[Anchor, time], ...] = attrs.field(
        default=(), converter=_as_anchors, kw_only=True
    )
    busy: tuple[Busy, ...] = attrs.field(default=(), converter=_as_busy, kw_only=True)

    @property
    def waking_hours(self) -> Waking:
        """The waking hours, assumed where unsaid."""
        return DEFAULT_WAKING if isinstance(self.waking, Unsaid) else self.waking

    def time_of(self, anchor: Anchor) -> time:
        """
        Return the clock time of *anchor*, assumed where it is not set.

        Where the waking hours are set, waking is their start, bedtime has its usual share
        of them, and so has any other anchor whose usual time lies outside of them.
        """
        if self.says(anchor):
            return dict(self.anchors).get(anchor, self.waking_hours.start)
        usual = DEFAULT_ANCHORS[anchor]
        is_usual = isinstance(self.waking, Unsaid) or (
            anchor is not Anchor.BEDTIME and self.waking.covers(usual)
        )
        return usual if is_usual else self.waking_hours.at(DEFAULT_WAKING.share(usual))

    def says(self, anchor: Anchor) -> bool:
        """Return whether the calendar sets the clock time of *anchor*."""
        is_waking = anchor is Anchor.WAKING and not isinstance(self.waking, Unsaid)
        return is_waking or anchor in dict(self.anchors)
