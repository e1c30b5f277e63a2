"""The setting: what is around something becomes how often and when it is done."""

from __future__ import annotations

import attrs

from kinescript.model import Covers, HowOften, Intensity, Item, Range, Span, Unsaid
from kinescript.volumes._courses import PROGRAMME, Course
from kinescript.volumes._intervals import in_days
from kinescript.volumes._measures import Given
from kinescript.volumes._often import ANY_WORK, Often, often
from kinescript.volumes._rota import Turn, days_due
from kinescript.volumes._together import When, Whens, when
from kinescript.volumes._totals import Total


@attrs.frozen
class Setting:
    """
    What something inherits from what is around it.

    Attributes:
        given: What the caller gives.
        frequency: How often, where it does not say.
        course: What it covers of the programme, where it does not say.
        work: The seconds of work on one occasion, where the frequency is that of a total.
        is_shared: Whether it shares the totals of its frequency with other parts.
        has_sessions: Whether the sessions that the span holds are those of all of it.
        turn: Which of the days are its own, where it takes turns with others.
    """

    given: Given
    frequency: HowOften
    course: Course = PROGRAMME
    work: Total = ANY_WORK
    is_shared: bool = False
    has_sessions: bool = True
    turn: Turn | None = None

    def within(self, frequency: HowOften, span: Covers | Unsaid) -> Setting:
        """Return the setting inside of something that has this *frequency* and *span*."""
        inside = self
        if not isinstance(span, Unsaid) and span != Span():
            course = self.course.within(span, self.given)
            inside = attrs.evolve(inside, course=course, has_sessions=True)
        if isinstance(frequency, Unsaid):
            return inside
        often = in_days(frequency)
        return attrs.evolve(inside, frequency=often, work=ANY_WORK, is_shared=False, turn=None)

    def of(self, item: Item) -> Setting:
        """
        Return the setting of an item.

        The sessions that a span holds are those of what is around the item, so they say
        nothing of one that has a frequency and no span of its own.
        """
        is_own = not isinstance(item.frequency, Unsaid)
        outside = attrs.evolve(self, has_sessions=self.has_sessions and not is_own)
        return outside.within(item.frequency, item.span)

    def at(self, intensity: tuple[Intensity, ...]) -> Setting:
        """Return the setting inside of something that is so hard, if that is said."""
        return attrs.evolve(self, given=self.given.at(intensity))

    def bare(self) -> Setting:
        """Return it without assumptions."""
        return attrs.evolve(self, given=attrs.evolve(self.given, assumptions=None))

    def divided(self) -> Setting:
        """Return the setting of one of several routines, which share its totals."""
        return attrs.evolve(self, is_shared=True, has_sessions=False)

    def often(self) -> Often:
        """Tell how many bouts that comes to."""
        course = self.course if self.has_sessions else self.course.without_sessions()
        found = often(self.frequency, course, self.given, self.work)
        if self.turn is None:
            return found
        start = self.course.stretch.start
        dealt = self.turn.often(found.per_day, self.days_due(), start)
        is_held = self.has_sessions and isinstance(self.course.sessions, Range)
        return attrs.evolve(dealt, in_all=found.in_all) if is_held else dealt

    def days_due(self) -> Often:
        """Tell on how many days that is, whose turn it may be."""
        return days_due(self.frequency, self.course, self.given)

    def taking_turn(self, at: int, of: int) -> Setting:
        """Return the setting of one of several that take turns."""
        return attrs.evolve(self, turn=Turn(at, of, self.course.stretch.start))

    def whens(self) -> Whens:
        """Tell when they are."""
        found = when(self.frequency, self.course.stretch, self.given)
        if self.turn is None:
            return found
        return frozenset(When((each.days, self.turn), each.stretch) for each in found)
