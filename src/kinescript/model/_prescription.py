"""From the routine to the whole prescription."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import attrs

from kinescript._fields import (
    Term,
    as_flag,
    as_name,
    as_text,
    as_texts,
    many,
    named,
    one,
    one_of,
    table,
    wrong,
)
from kinescript.errors import ModelError, Problem
from kinescript.model._context import (
    Detail,
    Indication,
    Review,
    as_details,
    as_indications,
    as_reviews,
)
from kinescript.model._days import as_date
from kinescript.model._exercise import Code, as_codes
from kinescript.model._frequency import HowOften, as_frequency
from kinescript.model._items import Component, as_parts
from kinescript.model._periods import Period
from kinescript.model._progress import Guide, as_guides
from kinescript.model._quantities import UNSAID, Unsaid
from kinescript.model._readings import (
    Aim,
    Companion,
    Reading,
    Source,
    as_aims,
    as_companions,
    as_readings,
    as_sources,
)
from kinescript.model._signs import Condition, as_condition, as_conditions
from kinescript.model._span import Covers, Span, as_covers, as_own_covers


@attrs.frozen(field_transformer=named)
class Routine:
    """
    Items and groups that are done in one session, in order.

    Items with a frequency of their own join only those sessions in which they are due.

    Attributes:
        name: What it is called.
        items: The items and groups in the order in which they are done.
        frequency: How often; else the phase's.
        span: Which part of the programme it covers, where that is not its phase's.
        guides: How it progresses, and the rules and limits that it has.
        readings: How ambiguous words were read.
        aims: What the source says of the whole of it.
        precautions: When to take care with it.
        contraindications: When not to do it.
        details: What else is to be told, by topic.
        notes: Anything else worth telling the person.
    """

    name: str = attrs.field(converter=as_text)
    items: tuple[Component, ...] = attrs.field(converter=as_parts)
    frequency: HowOften = attrs.field(default=UNSAID, converter=as_frequency, kw_only=True)
    span: Covers | Unsaid = attrs.field(default=UNSAID, converter=as_own_covers, kw_only=True)
    guides: tuple[Guide, ...] = attrs.field(default=(), converter=as_guides, kw_only=True)
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=as_readings, kw_only=True)
    aims: tuple[Aim, ...] = attrs.field(default=(), converter=as_aims, kw_only=True)
    precautions: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    contraindications: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    details: tuple[Detail, ...] = attrs.field(default=(), converter=as_details, kw_only=True)
    notes: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)


def _as_due(value: Period | date | Unsaid) -> Period | date | Unsaid:
    if isinstance(value, Period | Unsaid):
        return value
    return as_date(one(date, "a date, a Period such as weeks(6), or UNSAID", value))


def _as_target(value: Condition | str | Unsaid) -> Condition | Unsaid:
    return UNSAID if isinstance(value, Unsaid) else as_condition(value)


@attrs.frozen(field_transformer=named)
class Goal:
    """
    What a prescription is meant to achieve.

    Attributes:
        words: The goal in words.
        target: What shows that it is reached.
        due: By when: a date, or after how much of the programme.
    """

    words: str = attrs.field(converter=as_name)
    target: Condition | Unsaid = attrs.field(default=UNSAID, converter=_as_target, kw_only=True)
    due: Period | date | Unsaid = attrs.field(default=UNSAID, converter=_as_due, kw_only=True)


def _as_goal(value: Goal | str) -> Goal:
    return Goal(value) if isinstance(value, str) else one(Goal, "a Goal, or its words", value)


def _as_goals(value: Goal | str | Iterable[Goal | str]) -> tuple[Goal, ...]:
    return many(_as_goal, value)


def _as_routines(value: Routine | Iterable[Routine]) -> tuple[Routine, ...]:
    return many(lambda each: one(Routine, "a Routine", each), value)


@attrs.frozen(field_transformer=named)
class Phase:
    """
    A stretch of the programme with its routines.

    Attributes:
        name: What it is called.
        routines: What is done in it.
        span: Which days it covers; by default all.
        entry: What must be found before it starts, all of it.
        exit: What must be found before it ends, all of it.
        audience: For whom alone it is, where the phases are for different people.
        frequency: How often, for routines that do not say; else the prescription's.
        turns: Whether its routines take turns, one on each day that the phase's frequency
            gives; those with a frequency of their own do not.
        guides: How it progresses, and the rules and limits that it has.
        goals: What it is meant to achieve, in order.
        precautions: When to take care.
        contraindications: When not to do it.
        aims: What the source says of the whole of it.
        details: What else is to be told, by topic.
        notes: Anything else worth telling the person.

    Raises:
        ModelError: If fewer than two routines could take turns.
    """

    name: str = attrs.field(converter=as_text)
    routines: tuple[Routine, ...] = attrs.field(converter=_as_routines)
    span: Covers = attrs.field(factory=Span, converter=as_covers, kw_only=True)
    entry: tuple[Condition, ...] = attrs.field(default=(), converter=as_conditions, kw_only=True)
    exit: tuple[Condition, ...] = attrs.field(default=(), converter=as_conditions, kw_only=True)
    audience: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    frequency: HowOften = attrs.field(default=UNSAID, converter=as_frequency, kw_only=True)
    turns: bool = attrs.field(default=False, converter=as_flag, kw_only=True)
    guides: tuple[Guide, ...] = attrs.field(default=(), converter=as_guides, kw_only=True)
    goals: tuple[Goal, ...] = attrs.field(default=(), converter=_as_goals, kw_only=True)
    precautions: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    contraindications: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    aims: tuple[Aim, ...] = attrs.field(default=(), converter=as_aims, kw_only=True)
    details: tuple[Detail, ...] = attrs.field(default=(), converter=as_details, kw_only=True)
    notes: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.turns and len(self.taking_turns) < 2:  # noqa: PLR2004
            reason = "expected at least two routines without a frequency of their own"
            raise ModelError(Problem(reason, "turns"))

    @property
    def taking_turns(self) -> tuple[int, ...]:
        """Which of its routines take turns, in order; none unless they do."""
        routines = enumerate(self.routines if self.turns else ())
        return tuple(at for at, each in routines if isinstance(each.frequency, Unsaid))


def slug(words: str) -> str:
    """Return *words* in lower case with hyphens, fit for an id."""
    return re.sub(r"[^\w]+", "-", words.casefold()).strip("-_") or "unnamed"


def _as_phases(value: Phase | Iterable[Phase]) -> tuple[Phase, ...]:
    return many(lambda each: one(Phase, "a Phase", each), value)


class Status(Term):
    """Where a prescription stands."""

    DRAFT = "draft"
    ACTIVE = "active"
    ON_HOLD = "on hold"
    COMPLETED = "completed"
    REVOKED = "revoked"


def _as_status(value: Status | Unsaid) -> Status | Unsaid:
    return one_of((Status, Unsaid), "a Status such as Status.ACTIVE, or UNSAID", value)


def _as_authored(value: date | Unsaid) -> date | Unsaid:
    return value if isinstance(value, Unsaid) else as_date(value)


def _as_extensions(
    value: Mapping[str, Any] | Iterable[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    """Accept a mapping to anything that JSON can say, or names with texts of JSON."""
    expected = "a mapping, or names with texts of JSON"
    is_mapping = isinstance(value, Mapping)
    convert = _as_extension if is_mapping else _as_written_extension
    return tuple(sorted(table(expected, convert, value).items()))


def _as_extension(name: str, value: object) -> tuple[str, str]:
    return as_name(name), _as_json(value)


def _as_written_extension(name: str, text: str) -> tuple[str, str]:
    try:
        value = json.loads(as_text(text))
    except (ValueError, RecursionError):
        raise wrong("a text of JSON", text) from None
    return as_name(name), _as_json(value)


def _as_json(value: object) -> str:
    """Write *value* in the one form that equal values have."""
    try:
        return json.dumps(value, sort_keys=True, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        raise wrong("what JSON can say", value) from None


@attrs.frozen(field_transformer=named)
class Prescription:
    """
    The whole of what a clinician or coach signs.

    Attributes:
        title: What it is called; empty where it has no title.
        phases: Its phases.
        id: Its name among all prescriptions, such as ``urn:kinescript:...``. The ids of
            planned sessions derive from it, so keep it when the prescription is edited;
            if not given it is made from the title.
        frequency: How often, for phases, routines and items that do not say.
        audience: Whom it is for.
        goals: What it is meant to achieve; the words of a goal alone will do.
        guides: The rules and limits that all of it has.
        precautions: When to take care.
        contraindications: When not to do it.
        advice: What else the person is told, such as when to see a professional.
        companions: What is done beside the exercises, by no clock.
        aims: What the source says of the whole of it.
        indications: The problems that it is for; the words of one alone will do.
        reviews: When it is looked at again.
        details: What else is to be told, by topic.
        sources: Where it comes from.
        codes: What the problem and its place in the body are called in systems of codes.
        author: Who wrote it down.
        requester: Who asked for it.
        authored: When it was written down.
        version: Which version it is.
        status: Where it stands.
        replaces: The ids of the prescriptions that it takes the place of.
        notes: Anything else.
        extensions: What other programs keep with it: names, each with a text of JSON; a
            mapping will do.
    """

    title: str = attrs.field(converter=as_text)
    phases: tuple[Phase, ...] = attrs.field(converter=_as_phases)
    id: str = attrs.field(
        default=attrs.Factory(lambda self: f"urn:kinescript:{slug(self.title)}", takes_self=True),
        converter=as_name,
        kw_only=True,
    )
    frequency: HowOften = attrs.field(default=UNSAID, converter=as_frequency, kw_only=True)
    audience: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    goals: tuple[Goal, ...] = attrs.field(default=(), converter=_as_goals, kw_only=True)
    guides: tuple[Guide, ...] = attrs.field(default=(), converter=as_guides, kw_only=True)
    precautions: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    contraindications: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    advice: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    companions: tuple[Companion, ...] = attrs.field(
        default=(), converter=as_companions, kw_only=True
    )
    aims: tuple[Aim, ...] = attrs.field(default=(), converter=as_aims, kw_only=True)
    indications: tuple[Indication, ...] = attrs.field(
        default=(), converter=as_indications, kw_only=True
    )
    reviews: tuple[Review, ...] = attrs.field(default=(), converter=as_reviews, kw_only=True)
    details: tuple[Detail, ...] = attrs.field(default=(), converter=as_details, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=as_sources, kw_only=True)
    codes: tuple[Code, ...] = attrs.field(default=(), converter=as_codes, kw_only=True)
    author: str = attrs.field(default="", converter=as_text, kw_only=True)
    requester: str = attrs.field(default="", converter=as_text, kw_only=True)
    authored: date | Unsaid = attrs.field(default=UNSAID, converter=_as_authored, kw_only=True)
    version: str = attrs.field(default="", converter=as_text, kw_only=True)
    status: Status | Unsaid = attrs.field(default=UNSAID, converter=_as_status, kw_only=True)
    replaces: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    notes: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    extensions: tuple[tuple[str, str], ...] = attrs.field(
        default=(), converter=_as_extensions, kw_only=True
    )
