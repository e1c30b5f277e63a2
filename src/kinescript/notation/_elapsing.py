"""Whether the weeks of a text elapse: "weeks 0-2" and "weeks 2-6" have no week in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from kinescript.model import PeriodUnit
from kinescript.notation._lines import ALL_KEYS, QUOTED
from kinescript.notation._outline import Line

_UNITS: Final = tuple(PeriodUnit)
_NUMBERED: Final = re.compile(
    r"\s*(?:from\s+)?(?:(day|week|month|year)s?\s+(\d{1,9})"
    r"(?:\s*(?:-|\u2013|to\b)\s*(\d{1,9})|\s*\+)?"
    r"|(\d{1,9})\s*(?:-|\u2013|to\b)\s*(\d{1,9})\s*(day|week|month|year)s?)"
    r"(?:\s+for\b.*)?\s*\.?",
    re.IGNORECASE,
)


def elapsing(lines: Iterable[Line]) -> frozenset[PeriodUnit]:
    """
    Return the units that elapse in a text.

    Weeks do where a line says "weeks 0-2" and another one begins at week 2, but not where
    it begins at week 3; and with weeks elapse months and years.
    """
    ranges = set(_ranges(lines))
    found = [_UNITS.index(unit) for unit in _UNITS if _elapses(unit, ranges)]
    return frozenset(_UNITS[min(found) :] if found else ())


def _elapses(unit: PeriodUnit, ranges: Iterable[tuple[PeriodUnit, int, int | None]]) -> bool:
    own = [(first, last) for each, first, last in ranges if each is unit]
    meets = any(first == last for (first, _), (_, last) in product(own, own) if first)
    return meets and any(first == 0 for first, _ in own)


def _ranges(lines: Iterable[Line]) -> Iterator[tuple[PeriodUnit, int, int | None]]:
    """Return what is numbered in clauses; the texts of notes and the like tell no time."""
    for line in lines:
        if line.head.casefold() not in ALL_KEYS:
            for clause in re.split("[;,]", QUOTED.sub("", line.tail or "")):
                if found := _NUMBERED.fullmatch(clause):
                    unit, low, high, first, last, of = found.groups()
                    end = high or last
                    yield (
                        PeriodUnit((unit or of).casefold()),
                        int(low or first),
                        None if end is None else int(end),
                    )
        yield from _ranges(line.children)
