"""An item, and the groups of items that are done together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final, TypeAlias, assert_never

import attrs

from kinescript._fields import Term, as_flag, as_name, as_text, as_texts, many, named, one, one_of
from kinescript.errors import ModelError, Problem
from kinescript.model._context import Detail, as_details
from kinescript.model._dose import Dose, as_dose
from kinescript.model._ends import Length, as_time
from kinescript.model._exercise import Exercise, as_exercise
from kinescript.model._frequency import HowOften, as_frequency
from kinescript.model._intensity import Intensity, as_intensities
from kinescript.model._progress import Guide, as_guides
from kinescript.model._quantities import UNSAID, Quantity, Unsaid, as_number
from kinescript.model._readings import Aim, Reading, as_aims, as_readings
from kinescript.model._span import Covers, as_own_covers
from kinescript.model._work import End, Pause, Rest, as_end, as_every, as_rest


@attrs.frozen(field_transformer=named)
class Item:
    """
    An exercise with its dose.

    Attributes:
        exercise: What to do; a name alone will do.
        dose: How much; UNSAID where the source gives no dose.
        frequency: How often, where the item has its own; else its routine's.
        span: Which part of the programme it covers, where that is not its phase's.
        guides: How it progresses, and the rules and limits that it has.
        words: The dose and frequency as written.
        readings: How ambiguous words were read.
        aims: What the source says of the whole of it.
        precautions: When to take care with it.
        contraindications: When not to do it.
        details: What else is to be told, by topic.
        notes: Anything else worth telling the person.
        id: A name for this item that edits do not change; made from the exercise's name
            if empty.
    """

    exercise: Exercise = attrs.field(converter=as_exercise)
    dose: Dose | Unsaid = attrs.field(default=UNSAID, converter=as_dose)
    frequency: HowOften = attrs.field(default=UNSAID, converter=as_frequency, kw_only=True)
    span: Covers | Unsaid = attrs.field(default=UNSAID, converter=as_own_covers, kw_only=True)
    guides: tuple[Guide, ...] = attrs.field(default=(), converter=as_guides, kw_only=True)
    words: str = attrs.field(default="", converter=as_text, kw_only=True)
    readings: tuple[Reading, ...] = attrs.field(default=(), converter=as_readings, kw_only=True)
    aims: tuple[Aim, ...] = attrs.field(default=(), converter=as_aims, kw_only=True)
    precautions: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    contraindications: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    details: tuple[Detail, ...] = attrs.field(default=(), converter=as_details, kw_only=True)
    notes: tuple[str, ...] = attrs.field(default=(), converter=as_texts, kw_only=True)
    id: str = attrs.field(default="", converter=as_text, kw_only=True)


def _as_component(value: Component) -> Component:
    return one_of(_COMPONENTS, _COMPONENT, value)


def as_parts(value: Component | Iterable[Component]) -> tuple[Component, ...]:
    """Accept an item or group, or several."""
    return many(_as_component, value)


def _as_some_parts(value: Component | Iterable[Component]) -> tuple[Component, ...]:
    parts = as_parts(value)
    if not parts:
        raise ModelError(Problem("expected at least one item or group"))
    return parts


class Role(Term):
    """What a section of a session is for."""

    WARM_UP = "warm-up"
    MAIN = "main"
    COOL_DOWN = "cool-down"


def _as_role(value: Role | Unsaid) -> Role | Unsaid:
    return one_of((Role, Unsaid), "a Role such as Role.WARM_UP, or UNSAID", value)


@attrs.frozen(field_transformer=named)
class Section:
    """
    A part of a session, done once in order: the warm-up, part B.

    Attributes:
        parts: What is done in it.
        role: What it is for.
        name: What it is called.
        length: How long it is to take in all.
    """

    parts: tuple[Component, ...] = attrs.field(converter=_as_some_parts)
    role: Role | Unsaid = attrs.field(default=UNSAID, converter=_as_role, kw_only=True)
    name: str = attrs.field(default="", converter=as_text, kw_only=True)
    length: Length = attrs.field(default=UNSAID, converter=as_time, kw_only=True)


@attrs.frozen(field_transformer=named)
class Circuit:
    """
    Items done one after another, in rounds.

    ``Circuit(items, 3)`` is three rounds, ``Circuit(items, minutes(20))`` as many rounds
    as fit in 20 minutes (AMRAP), and ``Circuit(items, 10, every=minutes(1), turns=True)``
    ten minutes, each with the next item (EMOM).

    Attributes:
        parts: What one round consists of.
        end: How many rounds, or until when.
        rest: The pause between two parts of a round; there is none where it is unsaid.
        between: The pause between two rounds; where it is unsaid, the same as between two
            parts.
        every: How long after the start of one round, or turn, the next one starts; what
            is left of it is rest.
        turns: Whether each round is one part only, the parts taking turns.
        for_time: Whether it is done as fast as possible and the time is the result.
        intensity: How hard all of it is.
        name: What it is called.
    """

    parts: tuple[Component, ...] = attrs.field(converter=_as_some_parts)
    end: End = attrs.field(default=UNSAID, converter=as_end)
    rest: Rest | Unsaid = attrs.field(default=UNSAID, converter=as_rest, kw_only=True)
    between: Rest | Unsaid = attrs.field(default=UNSAID, converter=as_rest, kw_only=True)
    every: Pause = attrs.field(default=UNSAID, converter=as_every, kw_only=True)
    turns: bool = attrs.field(default=False, converter=as_flag, kw_only=True)
    for_time: bool = attrs.field(default=False, converter=as_flag, kw_only=True)
    intensity: tuple[Intensity, ...] = attrs.field(
        default=(), converter=as_intensities, kw_only=True
    )
    name: str = attrs.field(default="", converter=as_text, kw_only=True)

    @property
    def after_round(self) -> Rest | Unsaid:
        """The pause between two rounds; none where a round ends in a rest of its own."""
        ends_in_rest = isinstance(self.parts[-1], Rest) and not self.turns
        if not isinstance(self.between, Unsaid) or self.every is not UNSAID or ends_in_rest:
            return self.between
        return self.rest


def _as_items(value: Item | Iterable[Item]) -> tuple[Item, ...]:
    items = many(lambda each: one(Item, "an Item", each), value)
    if len(items) < 2:  # noqa: PLR2004
        raise ModelError(Problem("expected at least two items"))
    return items


@attrs.frozen(field_transformer=named)
class Superset:
    """
    Items whose sets take turns: the first set of each, then the second of each, and so on.

    The rest after each set is its item's own.

    Attributes:
        items: The items, two or more.
        for_time: Whether it is done as fast as possible and the time is the result.
        name: What it is called: ``"A"``.
    """

    items: tuple[Item, ...] = attrs.field(converter=_as_items)
    for_time: bool = attrs.field(default=False, converter=as_flag, kw_only=True)
    name: str = attrs.field(default="", converter=as_text, kw_only=True)


@attrs.frozen(field_transformer=named)
class Pick:
    """
    Some of several, chosen by the person each time: any 3 of these.

    Attributes:
        parts: What can be chosen.
        count: How many are done.
        name: What it is called.
    """

    parts: tuple[Component, ...] = attrs.field(converter=_as_some_parts)
    count: Quantity = attrs.field(default=UNSAID, converter=as_number)
    name: str = attrs.field(default="", converter=as_text, kw_only=True)


@attrs.frozen(field_transformer=named)
class Case:
    """
    What is done for one kind of person or finding.

    Attributes:
        name: For whom, or when: ``"massive tear"``, ``"age below 16"``.
        parts: What is done then; nothing where there are none.
    """

    name: str = attrs.field(converter=as_name)
    parts: tuple[Component, ...] = attrs.field(default=(), converter=as_parts)


def _as_cases(value: Case | Iterable[Case]) -> tuple[Case, ...]:
    cases = many(lambda each: one(Case, "a Case", each), value)
    if not cases or len({case.name for case in cases}) < len(cases):
        raise ModelError(Problem("expected at least one case, each with a name of its own"))
    return cases


@attrs.frozen(field_transformer=named)
class Branch:
    """
    One of several cases, chosen by whoever plans.

    Attributes:
        cases: The cases.
    """

    cases: tuple[Case, ...] = attrs.field(converter=_as_cases)


Group: TypeAlias = Section | Circuit | Superset | Pick | Branch
"""Items that are done together, or of which some are."""

Component: TypeAlias = Item | Rest | Group
"""What stands in a routine: an item, a rest, or a group of these."""

_COMPONENTS: Final = (Item, Rest, Section, Circuit, Superset, Pick, Branch)
_COMPONENT = "an Item, a Rest, or a group such as Circuit(...)"


def walk(component: Component, path: str = "") -> Iterator[tuple[str, Item]]:
    """Return every item in *component* with its path, which starts with *path*."""
    match component:
        case Item():
            yield path, component
        case Rest():
            return
        case Superset(items):
            for index, item in enumerate(items):
                yield f"{path}.items[{index}]", item
        case Branch(cases):
            for index, case in enumerate(cases):
                yield from _walk_parts(case.parts, f"{path}.cases[{index}]")
        case Section(parts) | Circuit(parts) | Pick(parts):
            yield from _walk_parts(parts, path)
        case _ as unreachable:
            assert_never(unreachable)


def _walk_parts(parts: Iterable[Component], path: str) -> Iterator[tuple[str, Item]]:
    for index, part in enumerate(parts):
        yield from walk(part, f"{path}.parts[{index}]")


def emom(*parts: Component, end: int | End | timedelta, every: Pause | timedelta) -> Circuit:
    """Return *parts* that take turns, one at the start of every interval, until *end*."""
    return Circuit(parts, end, every=every, turns=True)


def amrap(*parts: Component, end: End | timedelta) -> Circuit:
    """Return as many rounds of *parts* as possible until *end*, a time."""
    return Circuit(parts, end)
