"""Phases in time: what each follows, when it starts and ends, or why it is not planned."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

import attrs

from kinescript.model import Phase, Prescription
from kinescript.model._span import has_end, says_start
from kinescript.plans._counted import closed, counts
from kinescript.plans._spans import Course, course_of
from kinescript.plans._words import conditions_words, quoted
from kinescript.timelines import Policy


@attrs.frozen(eq=False)
class Link:
    """
    A phase in its place among the others.

    Attributes:
        index: Which phase of the prescription it is.
        phase: The phase.
        follows: The phase after which it starts, where only its place tells when.
        counts: Whether the number of its sessions tells when it is over.
        obstacle: Why it is not planned; empty where it is.
    """

    index: int
    phase: Phase
    follows: Link | None = attrs.field(default=None, repr=False)
    counts: bool = False
    obstacle: str = ""

    @property
    def path(self) -> str:
        """Where it is in the prescription."""
        return f"phases[{self.index}]"

    @property
    def name(self) -> str:
        """What it is called."""
        return self.phase.name or f"phase {self.index + 1}"

    @property
    def has_end(self) -> bool:
        """Whether it is known when it is over."""
        return not self.obstacle and (self.counts or has_end(self.phase.span))


def links(prescription: Prescription, policy: Policy) -> Iterator[Link]:
    """Return every phase of *prescription* with what it follows, or why it is not planned."""
    before: Link | None = None
    is_for_some = sum(bool(phase.audience) for phase in prescription.phases) > 1
    for index, phase in enumerate(prescription.phases):
        if is_for_some and phase.audience and not policy.cases & set(phase.audience):
            yield Link(index, phase, obstacle=only_for(phase.audience))
            continue
        is_said = says_start(phase.span)
        link = Link(index, phase) if is_said else _after(before, index, phase)
        before = attrs.evolve(link, counts=counts(phase, prescription.frequency, policy))
        yield before


def _after(before: Link | None, index: int, phase: Phase) -> Link:
    """Let a phase that does not say when it starts follow the one before it."""
    if before is not None and before.has_end:
        return Link(index, phase, follows=before)
    if phase.entry:
        return Link(index, phase, obstacle=f"starts only when {conditions_words(phase.entry)}")
    if before is not None:
        reason = f"starts after {quoted(before.name)}, and nobody knows when that ends"
        return Link(index, phase, obstacle=reason)
    return Link(index, phase)


@attrs.frozen(eq=False)
class Stage:
    """
    A phase in time.

    Attributes:
        link: The phase in its place.
        course: The dates that it covers.
    """

    link: Link
    course: Course


def stages(prescription: Prescription, start: date, policy: Policy) -> Iterator[Stage]:
    """Return every phase of *prescription*, which starts on *start*, in time."""
    courses: dict[int, Course] = {}
    for link in links(prescription, policy):
        since = start if link.follows is None else courses[link.follows.index].over
        course = course_of(link.phase.span, start, policy, since)
        courses[link.index] = closed(course, link.phase, prescription.frequency, policy)
        yield Stage(link, courses[link.index])


def only_for(names: Collection[str]) -> str:
    """Return that something is for cases which are not among a plan's."""
    told = " or ".join(map(quoted, names))
    return f"only for {told}, which is not among the plan's cases"
