"""Circuits: how many rounds or turns there are, and what rests are between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import reduce
from typing import Final

import attrs

from kinescript.model import Circuit, Range, Rest, Unsaid
from kinescript.volumes._measures import Given
from kinescript.volumes._passes import Cycle, Passes, passes
from kinescript.volumes._setting import Setting
from kinescript.volumes._sheet import Sheet
from kinescript.volumes._tally import NOTHING, Tally, shared, sum_of
from kinescript.volumes._totals import (
    NONE,
    NotDetermined,
    Total,
    added,
    ends,
    exactly,
    greater,
    left,
    one_less,
    times,
)

_LONG: Final = NotDetermined("a turn may last longer than its interval")
_OVERRUN: Final = Passes(_LONG, _LONG)


def loop_of(circuit: Circuit, sheets: Sequence[Sheet], setting: Setting) -> Passes:
    """Find how many rounds there are, or how many turns."""
    parts = [sheet.session.whole for sheet in sheets]
    if circuit.turns:
        return _turning(circuit, parts, setting.given)
    once = sum_of((*parts, pauses_in(circuit, setting)))
    cycle = Cycle(once=once, between=circuit.after_round, every=circuit.every)
    return passes(cycle, circuit.end, setting.given, "rounds")


def _turning(circuit: Circuit, parts: Sequence[Tally], given: Given) -> Passes:
    """Find how many turns there are; those that differ tell their work if all of them fit."""
    once = Tally.folded(shared("the turns differ"), parts)
    cycle = Cycle(once=once, between=circuit.after_round, every=circuit.every)
    loop = passes(cycle, circuit.end, given, "rounds")
    is_alike = isinstance(added((once.work, once.rest)), Range)
    longest = reduce(greater, (added((part.work, part.rest)) for part in parts))
    if not loop.told or is_alike or isinstance(longest, NotDetermined):
        return loop
    if left(longest, given.resting(Rest(circuit.every))) != NONE:
        return _OVERRUN
    if loop.time is None:
        return loop
    numbers = numbers_of(circuit, loop)
    work = added(times(part.work, number) for part, number in zip(parts, numbers, strict=True))
    told = {**dict(loop.told), "work": work, "rest": left(loop.time, work)}
    return attrs.evolve(loop, told=tuple(told.items()))


def pauses_in(circuit: Circuit, setting: Setting) -> Tally:
    """Tally the rests between the parts of one round."""
    if circuit.turns or isinstance(circuit.rest, Unsaid):
        return NOTHING
    number = Range(sum(not isinstance(part, Rest) for part in circuit.parts))
    return Tally(rest=times(setting.given.resting(circuit.rest), one_less(number)))


def numbers_of(circuit: Circuit, loop: Passes) -> Iterator[Total]:
    """Return how often each part is done."""
    parts = len(circuit.parts)
    for index in range(parts):
        if isinstance(loop.number, NotDetermined) or not circuit.turns:
            yield loop.number
        else:
            yield exactly(*(_turns(end, index, parts) for end in ends(loop.number)))


def _turns(number: Fraction | None, index: int, parts: int) -> Fraction | None:
    """Return how many of the turns the part at *index* has."""
    return None if number is None else Fraction(-((index - number) // parts))
