"""Which types, fields and terms of the model no entry uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

import attrs
from tests.corpus.figures import fields_of, said_fields

from kinescript import Assumptions, Choice, Estimate, Within, model

_POLICIES = (Assumptions, Choice, Estimate, Within)


def unused(values: Iterable[object]) -> dict[str, list[str]]:
    """Return the names of types, fields and terms of the model that *values* do without."""
    used: set[str] = set()
    for value in values:
        used |= set(_used(value))
    return {
        kind: [name for name in names if name not in used] for kind, names in _offered().items()
    }


def _used(value: object) -> Iterator[str]:
    name = type(value).__name__
    if isinstance(value, Enum):
        yield f"{name}.{value.name}"
    elif attrs.has(type(value)):
        yield name
        yield from (f"{name}.{field}" for field in said_fields(value))
        for field in fields_of(value):
            yield from _used(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _used(each)


def _offered() -> dict[str, list[str]]:
    types = sorted(
        (each for each in vars(model).values() if isinstance(each, type) and each not in _POLICIES),
        key=lambda each: each.__name__,
    )
    classes = [each for each in types if attrs.has(each)]
    return {
        "types": [each.__name__ for each in classes],
        "fields": [
            f"{each.__name__}.{field.name}" for each in classes for field in attrs.fields(each)
        ],
        "terms": [
            f"{each.__name__}.{term.name}"
            for each in types
            if issubclass(each, Enum)
            for term in each
        ],
    }
