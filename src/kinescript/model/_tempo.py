"""Tempo: the timed parts of one repetition, named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

import attrs

from kinescript._fields import Term, many, named, one, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._ends import Length, as_length
from kinescript.model._lengths import seconds
from kinescript.model._quantities import UNSAID, Unsaid, Words
from kinescript.model._side import Side, as_side


class Part(Term):
    """
    A part of a repetition.

    ``LOWER`` is the eccentric and ``LIFT`` the concentric part, ``BOTTOM`` and ``TOP``
    the pauses after them. A breath has ``INHALE``, ``FULL`` (held in), ``EXHALE`` and
    ``EMPTY`` (held out).
    """

    LOWER = "lower"
    BOTTOM = "bottom"
    LIFT = "lift"
    TOP = "top"
    INHALE = "inhale"
    FULL = "full"
    EXHALE = "exhale"
    EMPTY = "empty"


_BREATH: Final = frozenset({Part.INHALE, Part.FULL, Part.EXHALE, Part.EMPTY})

EXPLOSIVE: Final = Words("explosive")
"""The X of a tempo: as fast as possible, without a figure."""


def _as_part(value: Part) -> Part:
    return one(Part, "a Part such as Part.LIFT", value)


@attrs.frozen(field_transformer=named)
class Beat:
    """
    One part of a tempo and how long it lasts.

    Attributes:
        part: Which part of the repetition.
        length: How long; `EXPLOSIVE`, or other words, where there is no figure.
        side: Which side does it, where the parts of a repetition differ: up on both,
            down on one.
    """

    part: Part = attrs.field(converter=_as_part)
    length: Length = attrs.field(converter=as_length)
    side: Side | Unsaid = attrs.field(default=UNSAID, converter=as_side, kw_only=True)


def _as_beats(value: Beat | Iterable[Beat]) -> tuple[Beat, ...]:
    return many(lambda each: one(Beat, "a Beat such as Beat(Part.LIFT, seconds(2))", each), value)


@attrs.frozen(field_transformer=named)
class Tempo:
    """
    The timed parts of one repetition, in the order in which they are done.

    A tempo need not name every part: ``Tempo(Beat(Part.LOWER, Words("slowly")))`` says
    only how to lower. What it does not name is assumed when a timeline is made.

    Attributes:
        beats: The parts with their lengths.

    Raises:
        ModelError: If there is no part, a part comes twice, or the parts of a movement
            and of a breath are mixed.
    """

    beats: tuple[Beat, ...] = attrs.field(converter=_as_beats)

    def __attrs_post_init__(self) -> None:
        parts = [beat.part for beat in self.beats]
        if not parts or len(set(parts)) < len(parts):
            raise ModelError(Problem("expected each part once and at least one", "beats"))
        if 0 < len(_BREATH.intersection(parts)) < len(parts):
            reason = "expected the parts of a movement or those of a breath, not both"
            raise ModelError(Problem(reason, "beats"))

    @property
    def is_breath(self) -> bool:
        """Whether the parts are those of a breath."""
        return self.beats[0].part in _BREATH

    def get(self, part: Part) -> Length | None:
        """Return how long *part* lasts, or None if the tempo does not name it."""
        return next((beat.length for beat in self.beats if beat.part is part), None)


_DIGITS = re.compile(r"([0-9X])([0-9X])([0-9X])([0-9X])?", re.IGNORECASE)
_WRITTEN = re.compile(
    r"([0-9]{1,3}|X)-([0-9]{1,3}|X)-([0-9]{1,3}|X)(?:-([0-9]{1,3}|X))?", re.IGNORECASE
)
_ORDER = (Part.LOWER, Part.BOTTOM, Part.LIFT, Part.TOP)


def tempo(written: str) -> Tempo:
    """
    Read a tempo as coaches write it: lower, pause, lift, pause, in seconds.

    X is explosive, and with three digits the pause at the top is left out:
    ``tempo("3-0-1-0")``, ``tempo("30X1")``, ``tempo("3-1-2")``.

    Raises:
        ModelError: If *written* has no such form.
    """
    expected = "a tempo such as '3-0-1-0', '30X1' or '3-1-2'"
    text = one(str, expected, written).strip()
    found = (_WRITTEN if "-" in text else _DIGITS).fullmatch(text)
    if found is None:
        raise wrong(expected, written)
    digits = [digit for digit in found.groups() if digit is not None]
    return Tempo(
        tuple(Beat(part, _beat(digit)) for part, digit in zip(_ORDER, digits, strict=False))
    )


def _beat(digit: str) -> Length:
    return EXPLOSIVE if digit in "xX" else seconds(int(digit))


def breathing(
    inhale: Length | timedelta,
    full: Length | timedelta,
    exhale: Length | timedelta,
    empty: Length | timedelta | None = None,
) -> Tempo:
    """Return the tempo of a breath: inhale, hold it in, exhale and, if given, hold it out."""
    parts: Iterable[tuple[Part, Length | timedelta | None]] = (
        (Part.INHALE, inhale),
        (Part.FULL, full),
        (Part.EXHALE, exhale),
        (Part.EMPTY, empty),
    )
    return Tempo(tuple(Beat(part, long) for part, long in parts if long is not None))
