"""A prescription becomes the values of one kind in it, each with the path of what says it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import ParamSpec, TypeVar, cast

import attrs

T = TypeVar("T")
P = ParamSpec("P")

_STRUCTURE = frozenset({"phases", "routines", "items", "parts", "cases"})
_ASIDE = frozenset({"exercise", "readings"})


def values_of(kind: type[T], of: object, path: str = "") -> Iterator[tuple[str, T]]:
    """
    Return every value of *kind* in *of*, but for readings that were not chosen.

    The path is that of the dose, guide or other field of an item, group, routine, phase or
    prescription which says it; what a field says several times is returned once.
    """
    for name, value in _fields(of):
        for at, each in _each(f"{path}.{name}".removeprefix("."), value):
            if name in _STRUCTURE:
                if isinstance(each, kind):
                    yield at, each
                yield from values_of(kind, each, at)
            elif name not in _ASIDE:
                yield from ((at, found) for found in dict.fromkeys(_inside(kind, each)))


def _each(path: str, value: object) -> Iterator[tuple[str, object]]:
    parts = _parts(value)
    if parts is None:
        yield path, value
    else:
        yield from ((f"{path}[{index}]", each) for index, each in enumerate(parts))


def _inside(kind: type[T], value: object) -> Iterator[T]:
    if isinstance(value, kind):
        yield value
    for each in _parts(value) or (field for _, field in _fields(value)):
        yield from _inside(kind, each)


def _parts(value: object) -> tuple[object, ...] | None:
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else None


def _fields(value: object) -> Iterator[tuple[str, object]]:
    for name in _names(type(value)):
        yield name, getattr(value, name)


def _names_of(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a class, if it is one of values."""
    return tuple(each.name for each in attrs.fields(kind)) if attrs.has(kind) else ()


_names: Callable[[type], tuple[str, ...]] = cache(_names_of)


def readable(tell: Callable[P, str], *args: P.args, **kwargs: P.kwargs) -> str:
    """Return what *tell* makes of a figure, unless nobody could read it."""
    try:
        return tell(*args, **kwargs)
    except ValueError:  # an int of thousands of digits is not made into text
        return "an enormous figure"
