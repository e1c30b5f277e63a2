"""What a field accepts: plain forms in, values of the model out, or a ModelError."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import time
from enum import Enum
from typing import Any, TypeVar, cast

from kinescript.errors import ModelError, Problem

K = TypeVar("K")
T = TypeVar("T")

_SHOWN = 60


class Term(Enum):
    """One word out of several, shown as one writes it."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


def named(_class: type, fields: list[Any]) -> list[Any]:
    """Let every converter's error say which field it is about (a field transformer)."""
    return [
        field.evolve(converter=_naming(field.name, field.converter)) if field.converter else field
        for field in fields
    ]


def _naming(name: str, convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def convert_field(value: object) -> object:
        try:
            return convert(value)
        except ModelError as error:
            raise ModelError(problem.under(name) for problem in error.problems) from None

    return convert_field


def wrong(expected: str, value: object) -> ModelError:
    """Make the error that says what was *expected* and what came instead."""
    got = shown(value)
    return ModelError(Problem(f"expected {expected}, got {got}", value=got))


def shown(value: object) -> str:
    """Return a *value* as an error quotes it: cut short."""
    try:
        text = repr(value)
    except ValueError:  # an int of thousands of digits has no repr
        text = f"an enormous {type(value).__name__}"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."


def one(kind: type[T], expected: str, value: object) -> T:
    """Accept one *value* of *kind*, unchanged."""
    if not isinstance(value, kind):
        raise wrong(expected, value)
    return value


def one_of(kinds: tuple[type[Any], ...], expected: str, value: T) -> T:
    """Accept one *value* of several *kinds*, unchanged."""
    if not isinstance(value, kinds):
        raise wrong(expected, value)
    return value


def many(convert: Callable[[Any], T], value: object) -> tuple[T, ...]:
    """Accept one value or several and make a tuple, naming every bad one."""
    if not isinstance(value, Iterable) or isinstance(value, str | bytes):
        return (convert(value),)
    done: list[T] = []
    problems: list[Problem] = []
    for index, each in enumerate(cast("Iterable[object]", value)):
        try:
            done.append(convert(each))
        except ModelError as error:
            problems += [problem.under(f"[{index}]") for problem in error.problems]
    if problems:
        raise ModelError(problems)
    return tuple(done)


def table(
    expected: str,
    convert: Callable[[Any, Any], tuple[K, T]],
    value: Mapping[Any, Any] | Iterable[tuple[Any, Any]],
) -> dict[K, T]:
    """Accept a mapping or its pairs, naming every bad one by its key; the last of a key counts."""
    try:
        given = dict(value)
    except (TypeError, ValueError):
        raise wrong(expected, value) from None
    done: dict[K, T] = {}
    problems: list[Problem] = []
    for key, each in given.items():
        try:
            done.update([convert(key, each)])
        except ModelError as error:
            problems += [problem.under(f"[{_told(key)}]") for problem in error.problems]
    if problems:
        raise ModelError(problems)
    return done


def _told(key: object) -> str:
    """Return a *key* as a path shows it."""
    if isinstance(key, Term):
        return str(key.value)
    if isinstance(key, str) and key.isprintable() and len(key) <= _SHOWN:
        return json.dumps(key, ensure_ascii=False)
    return shown(key)


def whole(low: int, value: object) -> int:
    """Accept a whole number from *low* on, and no bool."""
    if isinstance(value, bool) or not isinstance(value, int) or value < low:
        raise wrong(f"a whole number of {low} or more", value)
    return value


def as_flag(value: bool) -> bool:  # noqa: FBT001
    """Accept true or false."""
    return one(bool, "True or False", value)


def clock_time(expected: str, value: object) -> time:
    """Accept a clock time without a zone."""
    moment = one(time, expected, value)
    if moment.tzinfo is not None:
        raise wrong(expected, value)
    return moment


def as_text(value: str) -> str:
    """Accept a text."""
    return one(str, "a text", value)


def as_name(value: str) -> str:
    """Accept a text that says something."""
    if not as_text(value).strip():
        raise wrong("a text that is not empty", value)
    return value


def as_texts(value: str | Iterable[str]) -> tuple[str, ...]:
    """Accept a text or several."""
    return many(as_name, value)


def in_order(
    convert: Callable[[Any], T], value: object, rank: Callable[[T], Any] = lambda each: each
) -> tuple[T, ...]:
    """Accept one value or several, without repeats, in the order that their *rank* has."""
    found = set(many(convert, value))
    if not found:
        raise wrong("at least one", value)
    return tuple(sorted(found, key=rank))
