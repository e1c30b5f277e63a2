"""A prescription to what each of its parts is called, by its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from kinescript.model import (
    Branch,
    Circuit,
    Component,
    Item,
    Pick,
    Prescription,
    Rest,
    Section,
    Superset,
    Unsaid,
)

WHOLE = "the whole plan"


def names(prescription: Prescription) -> dict[str, str]:
    """Return what every part of *prescription* is called, by its path."""
    return dict(_names(prescription))


def _names(prescription: Prescription) -> Iterator[tuple[str, str]]:
    yield "", WHOLE
    for at_phase, phase in enumerate(prescription.phases):
        path = f"phases[{at_phase}]"
        yield path, phase.name or WHOLE
        for at_routine, routine in enumerate(phase.routines):
            inside = f"{path}.routines[{at_routine}]"
            yield inside, routine.name or phase.name or WHOLE
            yield from _listed(routine.items, f"{inside}.items")


def _listed(parts: Iterable[Component], path: str) -> Iterator[tuple[str, str]]:
    for index, part in enumerate(parts):
        yield from _named(part, f"{path}[{index}]")


def _named(part: Component, path: str) -> Iterator[tuple[str, str]]:
    yield path, name_of(part)
    match part:
        case Item() | Rest():
            return
        case Superset(items):
            yield from _listed(items, f"{path}.items")
        case Branch(cases):
            for index, case in enumerate(cases):
                yield f"{path}.cases[{index}]", case.name
                yield from _listed(case.parts, f"{path}.cases[{index}].parts")
        case Section(parts) | Circuit(parts) | Pick(parts):
            yield from _listed(parts, f"{path}.parts")
        case _ as unreachable:
            assert_never(unreachable)


def name_of(part: Component) -> str:
    """Return what *part* of a session is called, or else what it is."""
    match part:
        case Item():
            return part.exercise.name
        case Section(role=role, name=name):
            return name or ("section" if isinstance(role, Unsaid) else role.value)
        case Circuit() | Superset() | Pick():
            return part.name or type(part).__name__.lower()
        case Rest() | Branch():
            return type(part).__name__.lower()
        case _ as unreachable:
            assert_never(unreachable)
