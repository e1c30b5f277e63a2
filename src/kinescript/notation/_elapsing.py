"""Whether the weeks of a text elapse: "weeks 0-2" and "weeks 2-6" have no week in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final, TypeAlias

import attrs

from kinescript.model import PeriodUnit
from kinescript.notation._keys import ALL_KEYS, QUOTED, kind_of
from kinescript.notation._outline import Line
from kinescript.notation._spans import Numbered

_UNITS: Final = tuple(PeriodUnit)
_NUMBERED: Final = re.compile(
    r"\s*(?:from\s+)?(?:(day|week|month|year)s?\s+(\d{1,9})"
    r"(?:\s*(?:-|\u2013|to\b)\s*(\d{1,9})|\s*\+)?"
    r"|(\d{1,9})\s*(?:-|\u2013|to\b)\s*(\d{1,9})\s*(day|week|month|year)s?)"
    r"(?:\s+for\b.*)?\s*\.?",
    re.IGNORECASE,
)


_Numbers: TypeAlias = tuple[PeriodUnit, int, int | None]


@attrs.frozen
class Elapsing:
    """
    Which weeks, days and months of a text elapse.

    Attributes:
        units: The units of which those of phases do, and what has no end.
        ends: The numbers, each with its unit, that another range ends with.
    """

    units: frozenset[PeriodUnit] = frozenset()
    ends: frozenset[tuple[PeriodUnit, int]] = frozenset()

    def elapses(self, numbered: Numbered, *, is_phase: bool) -> bool:
        """Whether a range begins when so many have passed, and not with the next one."""
        if numbered.unit not in self.units or numbered.first == numbered.last:
            return False
        is_open = numbered.last is None
        return is_phase or is_open or (numbered.unit, numbered.first) in self.ends


def elapsing(lines: Iterable[Line]) -> Elapsing:
    """
    Return what elapses in a text.

    Weeks do where a line says "weeks 0-2" and another one begins at week 2, but not where
    it begins at week 3; and with weeks elapse months and years. Where phases say that, what
    is inside of them does not, and "weeks 7-8" count there as they are written.
    """
    told = list(_ranges(lines))
    phases = {each for line, each in told if kind_of(line) == "phase"}
    ranges = phases or {each for _, each in told}
    found = [_UNITS.index(unit) for unit in _UNITS if _elapses(unit, ranges)]
    ends = frozenset((unit, last) for unit, _, last in ranges if last is not None)
    return Elapsing(frozenset(_UNITS[min(found) :] if found else ()), ends)


def unclear(lines: Iterable[Line], found: Elapsing) -> Iterator[Line]:
    """Return the phases that begin where none has ended, in a text whose weeks elapse."""
    for line, (unit, first, last) in _ranges(lines):
        is_next = (unit, first) not in found.ends and (unit, first - 1) in found.ends
        if kind_of(line) == "phase" and unit in found.units and last is not None and is_next:
            yield line


def _elapses(unit: PeriodUnit, ranges: Iterable[_Numbers]) -> bool:
    own = [(first, last) for each, first, last in ranges if each is unit]
    meets = any(first == last for (first, _), (_, last) in product(own, own) if first)
    return meets and any(first == 0 for first, _ in own)


def _ranges(lines: Iterable[Line]) -> Iterator[tuple[Line, _Numbers]]:
    """Return what is numbered in clauses; the texts of notes and the like tell no time."""
    for line in lines:
        if line.head.casefold() not in ALL_KEYS:
            for clause in re.split("[;,]", QUOTED.sub("", line.tail or "")):
                if found := _NUMBERED.fullmatch(clause):
                    unit, low, high, first, last, of = found.groups()
                    end = high or last
                    number = None if end is None else int(end)
                    yield line, (PeriodUnit((unit or of).casefold()), int(low or first), number)
        yield from _ranges(line.children)
