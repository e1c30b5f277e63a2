"""Where something comes from, how it was read, and what it says of the whole."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

import attrs

from kinescript._fields import as_name, as_text, many, named, one, one_of
from kinescript.model._days import as_date
from kinescript.model._distance import Distance, bare
from kinescript.model._dose import Dose
from kinescript.model._frequency import Frequency, Schedule
from kinescript.model._lengths import Breaths, Counts, Duration, Measured
from kinescript.model._quantities import Range, Unsaid, as_amount


def _as_published(value: date | None) -> date | None:
    return None if value is None else as_date(value)


@attrs.frozen(field_transformer=named)
class Source:
    """
    Where something was published.

    Attributes:
        title: The title of the page, article or book.
        author: Who wrote it.
        publisher: Who published it.
        address: Its URL, DOI or URN.
        published: The date of publication.
    """

    title: str = attrs.field(converter=as_name)
    author: str = attrs.field(default="", converter=as_text, kw_only=True)
    publisher: str = attrs.field(default="", converter=as_text, kw_only=True)
    address: str = attrs.field(default="", converter=as_text, kw_only=True)
    published: date | None = attrs.field(default=None, converter=_as_published, kw_only=True)


Read: TypeAlias = Dose | Frequency | Schedule | Unsaid
"""What words can be read as."""


def _as_read(value: Read) -> Read:
    kinds = (Dose, Frequency, Schedule, Unsaid)
    return one_of(kinds, "a Dose, a Frequency, a Schedule or UNSAID", value)


def _as_reads(value: Read | Iterable[Read]) -> tuple[Read, ...]:
    return many(_as_read, value)


@attrs.frozen(field_transformer=named)
class Reading:
    """
    How words that can be read in more than one way were read.

    It stands on an item or routine, whose dose or frequency is the reading that was
    chosen; the ones that were not are kept here.

    Attributes:
        words: The words as written.
        reason: Why they were read so.
        others: The readings not chosen.
    """

    words: str = attrs.field(converter=as_name)
    reason: str = attrs.field(converter=as_name)
    others: tuple[Read, ...] = attrs.field(default=(), converter=_as_reads, kw_only=True)


def as_readings(value: Reading | Iterable[Reading]) -> tuple[Reading, ...]:
    """Accept a reading or several."""
    return many(lambda each: one(Reading, "a Reading", each), value)


Aimed: TypeAlias = Range | Measured | Distance
"""What can be told of the whole."""


def _as_aimed(value: int | Aimed) -> Aimed:
    if isinstance(value, int):
        return as_amount(value)
    kinds = (Range, Duration, Breaths, Counts, Distance)
    return bare(one_of(kinds, "a number, a Range, a length or a distance", value))


@attrs.frozen(field_transformer=named)
class Aim:
    """
    What the source says of the whole: a session of 30 to 45 minutes, 2700 yards in all.

    It is kept beside what the parts add up to, which may be another figure.

    Attributes:
        amount: How much.
        of: Of what: ``"session"``, ``"reps a week"``, ``"total"``.
    """

    amount: Aimed = attrs.field(converter=_as_aimed)
    of: str = attrs.field(default="session", converter=as_name)


def as_aims(value: Aim | Iterable[Aim]) -> tuple[Aim, ...]:
    """Accept an aim or several."""
    return many(lambda each: one(Aim, "an Aim such as Aim(minutes(30, 45))", each), value)


@attrs.frozen(field_transformer=named)
class Companion:
    """
    Something to do beside the exercises that no clock schedules: massage, ice, posture.

    Attributes:
        name: What it is.
        words: The advice about it as written.
        reason: Why no clock schedules it.
    """

    name: str = attrs.field(converter=as_name)
    words: str = attrs.field(default="", converter=as_text, kw_only=True)
    reason: str = attrs.field(
        default="a companion without a dose or a time", converter=as_name, kw_only=True
    )


def as_companions(value: Companion | Iterable[Companion]) -> tuple[Companion, ...]:
    """Accept a companion or several."""
    return many(lambda each: one(Companion, "a Companion", each), value)


def as_sources(value: Source | Iterable[Source]) -> tuple[Source, ...]:
    """Accept a source or several."""
    return many(lambda each: one(Source, "a Source", each), value)
