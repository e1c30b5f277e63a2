"""A prescription becomes the places where a total is not what its parts come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Final, TypeAlias

import attrs

from kinescript.checks._finding import Place
from kinescript.checks._items import items_of
from kinescript.checks._values import readable
from kinescript.model import (
    UNSAID,
    Aim,
    Breaths,
    Budget,
    Counts,
    Distance,
    DistanceUnit,
    Dose,
    Duration,
    Frequency,
    HowOften,
    InAll,
    Measured,
    Prescription,
    Range,
    Reading,
    Sets,
    Timed,
    days,
    weeks,
)
from kinescript.model._told import length_said, time_words
from kinescript.plans._words import budget_words, quoted
from kinescript.volumes import NotDetermined, Total, Volume, item_volumes, volume
from kinescript.volumes._totals import NONE, added, times

_ONCE = Range(1)
_SCOPES = {days(1): "per_day", weeks(1): "per_week"}
_AIMED = {"session": "per_session", "day": "per_day", "week": "per_week"}
_COUNTED = frozenset({"sets", "reps", "breaths", "counts", "steps", "bouts", "sessions"})


@attrs.frozen
class _Claim:
    """
    What is written of the whole of something.

    Attributes:
        path: Where it is written.
        words: How it is told.
        total: How much it says.
        name: Of which figure.
        scope: In what.
        number: How many of these make the total.
    """

    path: str
    words: str
    total: Total
    name: str
    scope: str
    number: Total = _ONCE


_Whole: TypeAlias = tuple[str, HowOften, tuple[Aim, ...], Callable[[], Volume]]
"""Something that can have a total: its path, how often it is, its aims, and its volume."""


def find_contradictory_totals(prescription: Prescription) -> Iterator[Place]:
    """Find totals that are more than a tenth off what their parts come to, with rest or without."""
    for path, often, aims, measure in _wholes(prescription):
        done = cache(measure)
        for claim in (*_of_frequency(path, often), *_of_aims(path, aims)):
            if parts := _unlike(claim, done()):
                message = f"{quoted(claim.words)} is written, but the parts come to {parts}"
                hint = "change the total or the parts, or record the other reading"
                yield Place(claim.path, message, hint)


def _wholes(prescription: Prescription) -> Iterator[_Whole]:
    """Return all that can have a total, unless another reading of it is recorded."""
    yield "", prescription.frequency, prescription.aims, partial(volume, prescription)
    for at_phase, phase in enumerate(prescription.phases):
        path = f"phases[{at_phase}]."
        yield path, phase.frequency, phase.aims, partial(volume, phase)
        for at, routine in enumerate(phase.routines):
            if not _has_others(routine.readings):
                inner = f"{path}routines[{at}]."
                yield inner, routine.frequency, routine.aims, partial(volume, routine)
    alone = cache(partial(item_volumes, prescription))
    for each in items_of(prescription):
        item = each.item
        if not _has_others(item.readings):
            yield f"{each.path}.", item.frequency, item.aims, partial(_at, alone, each.path)


def _at(alone: Callable[[], Mapping[str, Volume]], path: str) -> Volume:
    return alone()[path]


def _has_others(readings: Iterable[Reading]) -> bool:
    return any(each.others for each in readings)


def _of_frequency(path: str, often: HowOften) -> Iterator[_Claim]:
    """Return the totals of a frequency, unless it holds only sometimes."""
    if not isinstance(often, Frequency) or often.condition is not UNSAID:
        return
    at = f"{path}frequency"
    for budget in often.budget:
        scope, told = _SCOPES.get(budget.period), _told(budget)
        if scope is not None and told is not None:
            yield _Claim(at, readable(budget_words, budget), *told, scope)
    if isinstance(often.times, InAll) and isinstance(often.times.bouts, Range):
        length, bouts = often.times.length, often.times.bouts
        words = f"{readable(time_words, length)} a day in {readable(str, bouts)} bouts"
        yield _Claim(at, words, *_amount(length), "per_session", bouts)


def _told(budget: Budget) -> tuple[Total, str] | None:
    """Return how much of which figure a budget has, or None if it is of nothing that is added."""
    if not isinstance(budget.amount, Range):
        return _amount(budget.amount)
    return (budget.amount, budget.what) if budget.what in _COUNTED else None


def _of_aims(path: str, aims: Iterable[Aim]) -> Iterator[_Claim]:
    for index, aim in enumerate(aims):
        scope = _AIMED.get(aim.of)
        if scope is not None and not isinstance(aim.amount, Range):
            words = f"{readable(_amount_words, aim.amount)} per {aim.of}"
            yield _Claim(f"{path}aims[{index}]", words, *_amount(aim.amount), scope)


def _amount_words(amount: Measured | Distance) -> str:
    return str(amount) if isinstance(amount, Distance) else length_said(amount)


def _amount(amount: Measured | Distance) -> tuple[Total, str]:
    """Return how much of which figure a length or distance is."""
    work = amount if isinstance(amount, Distance) else Timed(amount)
    name = _NAMES.get(amount.unit if isinstance(amount, Distance) else type(amount), "distance")
    return getattr(volume(Dose(Sets(1, work))), name).per_session, name


_NAMES: Final[Mapping[object, str]] = {
    Duration: "work",
    Breaths: "breaths",
    Counts: "counts",
    DistanceUnit.STEP: "steps",
    DistanceUnit.CALORIE: "calories",
}


def _unlike(claim: _Claim, done: Volume) -> str:
    """Return what the parts of a total come to, if that is clearly something else."""
    figure = getattr(done, claim.name)
    whole = times(getattr(figure, claim.scope), claim.number)
    # A source may count one side alone, or the rests too.
    least = times(getattr(figure, f"{claim.scope}_per_side"), claim.number)
    rest = times(getattr(done.rest, claim.scope), claim.number) if claim.name == "work" else NONE
    most = added((whole, rest))
    # What is told in time is no part of a distance, which can then be more than its parts.
    is_whole = claim.name == "work" or ".items[" in claim.path
    is_more = is_whole and whole != NONE and _is_less(most, claim.total)
    if isinstance(whole, NotDetermined) or not (is_more or _is_less(claim.total, least)):
        return ""
    return _parts_words(claim.name, whole, most)


def _parts_words(name: str, whole: Range, most: Total) -> str:
    if name != "work":
        return f"{readable(str, whole)} {_UNITS.get(name, name)}"
    if most == whole or isinstance(most, NotDetermined):
        return _seconds(whole)
    return f"{_seconds(whole)}, or {_seconds(most)} with rest"


_UNITS: Final = {"distance": "m", "calories": "kcal"}


def _is_less(one: Total, other: Total) -> bool:
    """Whether *one* is at the most less than nine tenths of what *other* is at the least."""
    if isinstance(one, NotDetermined) or isinstance(other, NotDetermined):
        return False
    return one.high is not None and other.low is not None and one.high * 10 < other.low * 9


def _seconds(total: Range) -> str:
    low, high = (None if end is None else round(end * 1000) for end in (total.low, total.high))
    return time_words(Duration(Range(low, high)))
