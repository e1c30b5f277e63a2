"""Parts of a prescription: some of its phases, routines or groups, or its items changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import attrs

from kinescript import (
    Branch,
    Circuit,
    Item,
    Phase,
    Pick,
    Prescription,
    Rest,
    Routine,
    Section,
    Superset,
)
from kinescript.model import Component

Change: TypeAlias = Callable[[Item], Item]
"""What becomes of an item."""


def phases_called(prescription: Prescription, name: str) -> Prescription:
    """Return only the phases of that name."""
    kept = [phase for phase in prescription.phases if phase.name == name]
    return attrs.evolve(prescription, phases=kept)


def routines_called(prescription: Prescription, name: str) -> Prescription:
    """Return only the routines of that name."""
    return _phases(
        prescription,
        lambda phase: [routine for routine in phase.routines if routine.name == name],
    )


def groups_called(prescription: Prescription, name: str) -> Prescription:
    """Return only the groups of that name, out of whatever is around them."""
    return _phases(
        prescription,
        lambda phase: [
            attrs.evolve(routine, items=found)
            for routine in phase.routines
            if (found := [each for each in _inside(routine.items) if is_called(each, name)])
        ],
    )


def round_of(prescription: Prescription, name: str) -> Prescription:
    """Return only one round of the circuits of that name, which is "" for those without."""
    return _phases(
        prescription,
        lambda phase: [
            attrs.evolve(routine, items=parts)
            for routine in phase.routines
            if (parts := [part for each in _circuits(routine, name) for part in each.parts])
        ],
    )


def _circuits(routine: Routine, name: str) -> list[Circuit]:
    return [
        each
        for each in _inside(routine.items)
        if isinstance(each, Circuit) and is_called(each, name)
    ]


def cases_called(prescription: Prescription, name: str) -> Prescription:
    """Return it with only the case of that name in the branches that have one."""
    return with_components(prescription, lambda each: _case(each, name))


def with_items(prescription: Prescription, change: Change) -> Prescription:
    """Return it with every item changed."""
    return with_components(
        prescription, lambda each: change(each) if isinstance(each, Item) else each
    )


def with_components(
    prescription: Prescription, change: Callable[[Component], Component]
) -> Prescription:
    """Return it with every item and group changed, the outermost first."""
    return _phases(
        prescription,
        lambda phase: [
            attrs.evolve(routine, items=_changed(routine.items, change))
            for routine in phase.routines
        ],
    )


def components(prescription: Prescription) -> Iterator[Component]:
    """Return every item, rest and group, the outermost first."""
    for phase in prescription.phases:
        for routine in phase.routines:
            yield from _inside(routine.items)


def is_called(component: Component, name: str) -> bool:
    """Whether an item's exercise, or a group, has that name."""
    if isinstance(component, Item):
        return component.exercise.name == name
    return getattr(component, "name", None) == name


def _phases(prescription: Prescription, routines: Callable[[Phase], list[Routine]]) -> Prescription:
    # A routine alone has nobody to take turns with.
    kept = [
        attrs.evolve(phase, routines=routines(phase), turns=False) for phase in prescription.phases
    ]
    return attrs.evolve(prescription, phases=[phase for phase in kept if phase.routines])


def _changed(
    parts: Iterable[Component], change: Callable[[Component], Component]
) -> tuple[Component, ...]:
    return tuple(_inner(change(part), change) for part in parts)


def _inner(component: Component, change: Callable[[Component], Component]) -> Component:
    match component:
        case Item() | Rest():
            return component
        case Superset(items):
            kept = _changed(items, change)
            return attrs.evolve(component, items=[each for each in kept if isinstance(each, Item)])
        case Branch(cases):
            changed = [attrs.evolve(each, parts=_changed(each.parts, change)) for each in cases]
            return attrs.evolve(component, cases=changed)
        case Section(parts) | Circuit(parts) | Pick(parts):
            return attrs.evolve(component, parts=_changed(parts, change))


def _inside(parts: Iterable[Component]) -> Iterator[Component]:
    for part in parts:
        yield part
        match part:
            case Superset(items):
                yield from items
            case Branch(cases):
                for case in cases:
                    yield from _inside(case.parts)
            case Section(inner) | Circuit(inner) | Pick(inner):
                yield from _inside(inner)
            case _:
                pass


def _case(component: Component, name: str) -> Component:
    if isinstance(component, Branch):
        kept = [case for case in component.cases if case.name == name]
        return attrs.evolve(component, cases=kept) if kept else component
    return component
