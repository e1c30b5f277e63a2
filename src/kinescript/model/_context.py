"""Context: what a prescription is for, and what else is to be told of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

import attrs

from kinescript._fields import Term, as_name, as_text, many, named, one, one_of, wrong
from kinescript.model._days import as_date
from kinescript.model._exercise import Code, as_codes
from kinescript.model._periods import Period
from kinescript.model._progress import Sessions
from kinescript.model._quantities import UNSAID, Unsaid
from kinescript.model._side import Side


class Topic(Term):
    """
    What a `Detail` is about.

    Reporting standards ask for these, by their item: ``PROVIDER`` (CERT 2), ``DELIVERY``,
    alone or in a group (CERT 3), ``SUPERVISION`` (CERT 4), ``ADHERENCE``, how it is
    measured (CERT 5), ``MOTIVATION`` (CERT 6), ``HOME``, what is done at home (CERT 9),
    ``OTHER``, what is no exercise (CERT 10), ``SETTING`` (CERT 12), ``TAILORING``, to
    whom and how (CERT 14), ``STARTING_LEVEL`` (CERT 15), ``FIDELITY``, how it is measured
    that it is done as planned (CERT 16), ``RATIONALE`` (TIDieR 2), ``MATERIALS`` (TIDieR
    3) and ``MODIFICATION`` (TIDieR 10). ``EXPECTED`` and ``ADVERSE`` are what may be felt
    (CERT 11), ``CLEARANCE`` is who must allow it (i-CONTENT 6), and ``AVOID`` is what
    must not be done (FHIR doNotPerform).
    """

    PROVIDER = "provider"
    DELIVERY = "delivery"
    SUPERVISION = "supervision"
    ADHERENCE = "adherence"
    MOTIVATION = "motivation"
    HOME = "home component"
    OTHER = "other component"
    SETTING = "setting"
    TAILORING = "tailoring"
    STARTING_LEVEL = "starting level"
    FIDELITY = "fidelity"
    RATIONALE = "rationale"
    MATERIALS = "materials"
    MODIFICATION = "modification"
    EXPECTED = "expected response"
    ADVERSE = "adverse response"
    CLEARANCE = "clearance"
    AVOID = "avoid"


def _as_topic(value: Topic) -> Topic:
    return one(Topic, "a Topic such as Topic.SETTING", value)


@attrs.frozen(field_transformer=named)
class Detail:
    """
    What is to be told about one topic, in words: the setting is at home.

    Attributes:
        topic: What it is about.
        text: What is told.
    """

    topic: Topic = attrs.field(converter=_as_topic)
    text: str = attrs.field(converter=as_name)


def as_details(value: Detail | Iterable[Detail]) -> tuple[Detail, ...]:
    """Accept a detail or several."""
    expected = "a Detail such as Detail(Topic.SETTING, 'at home')"
    return many(lambda each: one(Detail, expected, each), value)


def _as_side(value: Side | Unsaid) -> Side | Unsaid:
    expected = "the left side, the right one, both, or UNSAID"
    side = one_of((Side, Unsaid), expected, value)
    if side in {Side.AFFECTED, Side.UNAFFECTED}:
        raise wrong(expected, value)
    return side


@attrs.frozen(field_transformer=named)
class Indication:
    """
    The problem that a prescription is for.

    Attributes:
        words: What it is: ``"sciatica"``.
        site: Where in the body.
        side: On which side of the body; that of the exercises is the doses' own.
        codes: What the problem and its site are called in systems of codes.
    """

    words: str = attrs.field(converter=as_name)
    site: str = attrs.field(default="", converter=as_text, kw_only=True)
    side: Side | Unsaid = attrs.field(default=UNSAID, converter=_as_side, kw_only=True)
    codes: tuple[Code, ...] = attrs.field(default=(), converter=as_codes, kw_only=True)


def _as_indication(value: Indication | str) -> Indication:
    if isinstance(value, str):
        return Indication(value)
    return one(Indication, "an Indication, or its words", value)


def as_indications(
    value: Indication | str | Iterable[Indication | str],
) -> tuple[Indication, ...]:
    """Accept an indication, its words alone, or several."""
    return many(_as_indication, value)


Review: TypeAlias = Sessions | Period | date
"""When something is looked at again: after so many sessions or so long, or on a date."""


def _as_review(value: Review) -> Review:
    if isinstance(value, Sessions | Period):
        return value
    return as_date(one(date, "Sessions(6), a Period such as weeks(4), or a date", value))


def as_reviews(value: Review | Iterable[Review]) -> tuple[Review, ...]:
    """Accept when to review something, once or several times."""
    return many(_as_review, value)
