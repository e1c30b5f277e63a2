"""Phases: which follows which becomes when each goes on, and which of them at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf

import attrs

from kinescript.model import Phase
from kinescript.model._span import has_end, says_start
from kinescript.volumes._courses import Course
from kinescript.volumes._measures import Given
from kinescript.volumes._stretches import Some, Stretch, on_each_clock, surely_at_once


def phases_for(phases: Sequence[Phase], given: Given) -> tuple[Sequence[Phase], bool]:
    """
    Return the phases of a person, and whether they are for different people after all.

    Those for cases that do not hold are left out, where any is named and anything is left.
    """
    if given.cases:
        pairs = zip(phases, _are_held(phases, given), strict=True)
        held = [phase for phase, is_held in pairs if is_held]
        if held:
            return held, False
    return phases, len({phase.audience for phase in phases}) > 1


def _are_held(phases: Sequence[Phase], given: Given) -> list[bool]:
    """Return of each phase whether it is for everybody or for cases that hold."""
    if sum(bool(phase.audience) for phase in phases) <= 1:
        return [True] * len(phases)
    cases = set(given.cases)
    return [not phase.audience or not cases.isdisjoint(phase.audience) for phase in phases]


def arounds(phases: Sequence[Phase], programme: Course, given: Given) -> Iterator[Course]:
    """
    Yield what is around each phase: it begins when the phase does that does not say when.

    Such a phase follows the one before it, if that has an end by time; the phases for
    other people are passed over.
    """
    before: Course | None = None
    is_first = True
    for phase, is_held in zip(phases, _are_held(phases, given), strict=True):
        if not is_held:
            yield _whenever(programme)
            continue
        if says_start(phase.span) or (is_first and not phase.entry):
            around = programme
        else:
            around = _whenever(programme) if before is None else _following(programme, before)
        yield around
        is_known = says_start(phase.span) or around.stretch.start[1] < inf
        before = around.within(phase.span, given) if is_known and has_end(phase.span) else None
        is_first = False


def _whenever(programme: Course) -> Course:
    stretch = attrs.evolve(programme.stretch, start=(programme.stretch.start[0], inf))
    return attrs.evolve(programme, stretch=stretch)


def _following(programme: Course, before: Course) -> Course:
    stretch = before.stretch
    return attrs.evolve(programme, stretch=Stretch(stretch.end, (inf, inf), stretch.has_dates))


def stretches_in(phases: Sequence[Phase], courses: Sequence[Course]) -> list[Stretch]:
    """Return when each of several phases goes on: until the next, where it has no end."""
    stretches = [course.stretch for course in courses]
    for index, (phase, following) in enumerate(pairwise(phases)):
        if not has_end(phase.span) and not says_start(following.span):
            # Nobody knows when it ends, but then the next one begins.
            first, end = stretches[index].possible
            stretches[index] = attrs.evolve(stretches[index], end=(first + 1, end))
    return stretches


def going_on(stretches: Sequence[Stretch]) -> Iterator[Some]:
    """Yield each of several phases, and which of them surely go on at once."""
    yield from ((index,) for index in range(len(stretches)))
    yield from surely_at_once(stretches)
    yield from _whenever_begun(stretches)


def _whenever_begun(stretches: Sequence[Stretch]) -> Iterator[Some]:
    """Yield those that begin on some day, each with all that go on on all of these days."""
    for found in on_each_clock(stretches):
        sure = [each.sure for each in found]
        order = sorted(range(len(sure)), key=sure.__getitem__)
        firsts = [sure[index][0] for index in order]
        ends = list(accumulate((sure[index][1] for index in order), max))
        for index, stretch in enumerate(stretches):
            first, last = stretch.start
            before = bisect_right(firsts, first)
            is_open = stretch is found[index] and first < last and before > 0
            if is_open and _reaches(ends[before - 1], last):
                others = (other for other in order[:before] if _reaches(sure[other][1], last))
                yield tuple(sorted({index, *others}))


def _reaches(end: float, day: float) -> bool:
    return end > day or end == inf
