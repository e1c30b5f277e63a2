"""A prescription becomes the places where its weeks or days are likely not what was meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from kinescript.checks._finding import Place
from kinescript.checks._values import readable
from kinescript.model import (
    UNSAID,
    At,
    Covers,
    Every,
    EveryDay,
    Frequency,
    HowOften,
    InAll,
    Item,
    PerDay,
    Period,
    PeriodUnit,
    Prescription,
    Span,
    ThroughTheDay,
    Unsaid,
    inherited,
    walk,
)
from kinescript.plans._obstacles import frequencies


@attrs.frozen
class _Spell:
    """
    Whole units of the programme that a phase, or a part of it, says that it covers.

    Attributes:
        path: What says so.
        audience: For whom alone it is.
        unit: The unit: days, weeks, months.
        first: The number of the first one, from 1.
        last: The number of the last one.
    """

    path: str
    audience: tuple[str, ...]
    unit: PeriodUnit
    first: int
    last: int

    def leads_to(self, other: _Spell) -> bool:
        """Whether *other* begins with the last unit of this one and goes on after it."""
        are_apart = self.audience and other.audience and not {*self.audience} & {*other.audience}
        is_shared = self.first < self.last == other.first < other.last
        return is_shared and self.unit is other.unit and not are_apart


def find_shared_units(prescription: Prescription) -> Iterator[Place]:
    """Find exercises in two spans of which one begins with the last week of the other."""
    twice: defaultdict[tuple[_Spell, _Spell], list[str]] = defaultdict(list)
    for name, spells in _spells(prescription):
        starting: defaultdict[int, list[_Spell]] = defaultdict(list)
        for each in spells:
            starting[each.first].append(each)
        for each in spells:
            for other in starting[each.last]:
                if each.leads_to(other):
                    twice[each, other].append(name)
    for (one, other), (name, *more) in twice.items():
        unit, last = one.unit.value, readable(str, one.last)
        names = f"{name} and {len(more)} more are" if more else f"{name} is"
        message = f"{names} due twice in {unit} {last}, which ends one span and begins the next"
        first = readable(str, one.last + 1)
        hint = (
            f"begin with {unit} {first}, or, if {unit}s elapse, let the first span be “{unit}s 0-…”"
        )
        yield Place(other.path, message, hint)


def _spells(prescription: Prescription) -> Iterator[tuple[str, tuple[_Spell, ...]]]:
    """Return every exercise with the spells in which it is prescribed."""
    names: dict[str, str] = {}
    found: defaultdict[str, dict[_Spell, None]] = defaultdict(dict)
    for name, spell in _placed(prescription):
        key = name.casefold()
        names.setdefault(key, name)
        found[key][spell] = None
    for key, spells in found.items():
        yield names[key], tuple(spells)


def _placed(prescription: Prescription) -> Iterator[tuple[str, _Spell]]:
    for at_phase, phase in enumerate(prescription.phases):
        path = f"phases[{at_phase}]"
        for at, routine in enumerate(phase.routines):
            inner = f"{path}.routines[{at}]"
            for index, part in enumerate(routine.items):
                own = part.span if isinstance(part, Item) else UNSAID
                spans = (f"{inner}.items[{index}]", own), (inner, routine.span), (path, phase.span)
                spell = _spell(phase.audience, spans)
                if spell is not None:
                    yield from ((item.exercise.name, spell) for _, item in walk(part))


def _spell(
    audience: tuple[str, ...], spans: Iterable[tuple[str, Covers | Unsaid]]
) -> _Spell | None:
    """Return the first of *spans* that is said, or None if that is not told in whole units."""
    path, span = next((path, span) for path, span in spans if not isinstance(span, Unsaid))
    if not isinstance(span, Span) or not isinstance(span.length, Period):
        return None
    after, length = span.after, span.length
    if isinstance(after, Unsaid) or not (after.number.is_exact and length.number.is_exact):
        return None
    before = int(after.number.low or 0)
    if before and after.unit is not length.unit:
        return None
    return _Spell(path, audience, length.unit, before + 1, before + int(length.number.low or 0))


_TIMES_OF_DAY = PerDay | At | Every | InAll | ThroughTheDay


def find_lost_days(prescription: Prescription) -> Iterator[Place]:
    """Find times of the day without days, within what is done on certain days only."""
    whole = prescription.frequency
    for at_phase, phase in enumerate(prescription.phases):
        path = f"phases[{at_phase}]"
        yield from _lost(path, phase.name or "the phase", phase.frequency, whole)
        around = inherited(phase.frequency, whole)
        for at, routine in enumerate(phase.routines):
            inner = f"{path}.routines[{at}]"
            yield from _lost(inner, routine.name or "the routine", routine.frequency, around)
            within = inherited(routine.frequency, around)
            for index, part in enumerate(routine.items):
                if isinstance(part, Item):
                    own = f"{inner}.items[{index}]"
                    yield from _lost(own, part.exercise.name, part.frequency, within)


def _lost(path: str, name: str, often: HowOften, around: HowOften) -> Iterator[Place]:
    if all(map(_has_only_times, frequencies(often))) and any(map(_has_days, frequencies(around))):
        message = f"{name} says times of the day and no days, so it is done every day"
        hint = "write the days beside the times, as those around it do not hold, or write daily"
        yield Place(f"{path}.frequency", message, hint)


def _has_only_times(frequency: Frequency | Unsaid) -> bool:
    """Whether a frequency says when in the day, and nothing of the days."""
    if isinstance(frequency, Unsaid) or frequency.days is not UNSAID or frequency.except_on:
        return False
    return isinstance(frequency.times, _TIMES_OF_DAY) and frequency.condition is UNSAID


def _has_days(frequency: Frequency | Unsaid) -> bool:
    """Whether a frequency is for certain days only."""
    return not isinstance(frequency, Unsaid) and not isinstance(frequency.days, EveryDay | Unsaid)
