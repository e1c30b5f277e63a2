"""From one item to the whole prescription, with the words and sources behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

import attrs

from kinescript._fields import (
    as_name,
    as_text,
    as_texts,
    many,
    named,
    one,
    one_of,
    whole,
)
from kinescript.model._dose import Dose, as_dose
from kinescript.model._exercise import Exercise, as_exercise
from kinescript.model._frequency import Frequency, as_date, as_frequency
from kinescript.model._quantities import UNSAID, Count, Unsaid, as_count


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


Read: TypeAlias = Dose | Frequency | Unsaid
"""What words can be read as."""


def _as_read(value: Read) -> Read:
    return one_of((Dose, Frequency, Unsaid), "a Dose, a Frequency or UNSAID", value)


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


def _as_readings(value: Reading | Iterable[Reading]) -> tuple[Reading, ...]:
    return many(lambda each: one(Reading, "a Reading", each), value)


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


def _as_companions(value: Companion | Iterable[Companion]) -> tuple[Companion, ...]:
    return many(lambda each: one(Companion, "a Companion", each), value)


@attrs.frozen(field_transformer=named)
class Item:
    """
    An exercise with its dose.

    Attributes:
        exercise: What to do; a name alone will do.
        dose: How much; UNSAID where the source gives no dose.
        frequency: How often, where the item has its own; else its routine's.
        words: The dose and frequency as written.
        readings: How ambiguous words were read.
        notes: Anything else worth telling the person.
        id: A name for this item that edits do not change; made from the exercise's name
            if empty.
    """

    exercise: Exercise = attrs.field(converter=as_exercise)
    dose: Dose | Unsaid = attrs.field(default=UNSAID, converter=as_dose)
    frequency: Frequency | Unsaid = attrs.field(
        default=UNSAID, converter=as_frequency, kw_only=True
    )
    words: str = attrs.field(default="", converter=as_text, kw_only=True)
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_as_readings, kw_only=True)
    notes: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    id: str = attrs.field(default="", converter=as_text, kw_only=True)


def _as_items(value: Item | Iterable[Item]) -> tuple[Item, ...]:
    return many(lambda each: one(Item, "an Item", each), value)


@attrs.frozen(field_transformer=named)
class Routine:
    """
    Items that are done in one session, in order.

    Items with a frequency of their own join only those sessions in which they are due.

    Attributes:
        name: What it is called.
        items: The items in the order in which they are done.
        frequency: How often; else the phase's.
        readings: How ambiguous words were read.
        notes: Anything else worth telling the person.
    """

    name: str = attrs.field(converter=as_text)
    items: tuple[Item, ...] = attrs.field(converter=_as_items)
    frequency: Frequency | Unsaid = attrs.field(
        default=UNSAID, converter=as_frequency, kw_only=True
    )
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_as_readings, kw_only=True)
    notes: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)


def _as_after(value: int) -> int:
    return whole(0, value)


@attrs.frozen(field_transformer=named)
class Span:
    """
    Which days of the programme a phase covers.

    ``Span(42)`` is the first six weeks, ``Span(14, after=42)`` the two weeks after them.

    Attributes:
        days: How many days; UNSAID where it has no end by time.
        after: How many days of the programme come before it.
    """

    days: Count = attrs.field(default=UNSAID, converter=as_count)
    after: int = attrs.field(default=0, converter=_as_after, kw_only=True)


def _as_routines(value: Routine | Iterable[Routine]) -> tuple[Routine, ...]:
    return many(lambda each: one(Routine, "a Routine", each), value)


def _as_span(value: Span) -> Span:
    return one(Span, "a Span", value)


@attrs.frozen(field_transformer=named)
class Phase:
    """
    A stretch of the programme with its routines.

    Attributes:
        name: What it is called.
        routines: What is done in it.
        span: Which days it covers; by default all.
        frequency: How often, for routines that do not say; else the prescription's.
        goals: What it is meant to achieve, in order.
        notes: Anything else worth telling the person.
    """

    name: str = attrs.field(converter=as_text)
    routines: tuple[Routine, ...] = attrs.field(converter=_as_routines)
    span: Span = attrs.field(factory=Span, converter=_as_span, kw_only=True)
    frequency: Frequency | Unsaid = attrs.field(
        default=UNSAID, converter=as_frequency, kw_only=True
    )
    goals: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    notes: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)


def slug(words: str) -> str:
    """Return *words* in lower case with hyphens, fit for an id."""
    return re.sub(r"[^\w]+", "-", words.casefold()).strip("-_") or "unnamed"


def _as_phases(value: Phase | Iterable[Phase]) -> tuple[Phase, ...]:
    return many(lambda each: one(Phase, "a Phase", each), value)


def _as_sources(value: Source | Iterable[Source]) -> tuple[Source, ...]:
    return many(lambda each: one(Source, "a Source", each), value)


@attrs.frozen(field_transformer=named)
class Prescription:
    """
    The whole of what a clinician or coach signs.

    Attributes:
        title: What it is called.
        phases: Its phases.
        id: Its name among all prescriptions, such as ``urn:kinescript:...``. The ids of
            planned sessions derive from it, so keep it when the prescription is edited;
            if not given it is made from the title.
        frequency: How often, for phases, routines and items that do not say.
        audience: Whom it is for.
        goals: What it is meant to achieve.
        precautions: When to take care or not to do it.
        advice: What else the person is told, such as when to see a professional.
        companions: What is done beside the exercises, by no clock.
        sources: Where it comes from.
        author: Who wrote it down.
        notes: Anything else.
    """

    title: str = attrs.field(converter=as_name)
    phases: tuple[Phase, ...] = attrs.field(converter=_as_phases)
    id: str = attrs.field(
        default=attrs.Factory(lambda self: f"urn:kinescript:{slug(self.title)}", takes_self=True),
        converter=as_name,
        kw_only=True,
    )
    frequency: Frequency | Unsaid = attrs.field(
        default=UNSAID, converter=as_frequency, kw_only=True
    )
    audience: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    goals: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    precautions: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    advice: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    companions: tuple[Companion, ...] = attrs.field(
        default=(), converter=_as_companions, kw_only=True
    )
    sources: tuple[Source, ...] = attrs.field(default=(), converter=_as_sources, kw_only=True)
    author: str = attrs.field(default="", converter=as_text, kw_only=True)
    notes: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
