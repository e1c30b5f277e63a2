"""The entries of the corpus: a text in the notation, what it comes to, and where to find that."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

from kinescript import Prescription, parse

HERE: Final = Path(__file__).parent
IDS: Final = tuple(sorted(path.stem for path in (HERE / "prescriptions").glob("*.kine")))
"""The ids of all entries."""

FACTS: Final = tuple(sorted(path.stem for path in (HERE / "facts").glob("*.json")))
"""The ids of those that have facts."""

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value]"
"""An expected value."""

Fact: TypeAlias = Mapping[str, Any]
"""Where one expected value is found, as `judging` explains."""

_INDEX: Final = re.compile(r"\[(\d+)\]|\.([^.\[]+)")


def text_of(entry: str) -> str:
    """Return the text of an entry."""
    return (HERE / "prescriptions" / f"{entry}.kine").read_text(encoding="utf-8")


@cache
def prescription_of(entry: str) -> Prescription:
    """Return what the text of an entry says."""
    return parse(text_of(entry))


@cache
def expected_of(entry: str) -> Mapping[str, Value]:
    """
    Return the expected values of an entry, by key.

    They are those of the shared corpus, as they stand there; what is told exercise by
    exercise has the exercise's name in its key.
    """
    found: dict[str, Value] = {}
    for key, value in _all_expected()[entry].items():
        if key == "per_exercise":
            for name, values in value.items():
                found |= {f"{key}.{name}.{each}": values[each] for each in values}
        else:
            found[key] = value
    return found


@cache
def _all_expected() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(
        (HERE / "expected.json").read_text(encoding="utf-8")
    )
    return found


@cache
def facts_of(entry: str) -> Mapping[str, tuple[Fact, ...]]:
    """Return the facts of an entry, by the key of the expected value that they are about."""
    found = json.loads((HERE / "facts" / f"{entry}.json").read_text(encoding="utf-8"))
    return {
        key: tuple(facts) if isinstance(facts, list) else (facts,) for key, facts in found.items()
    }


def part_of(value: Value, part: str) -> Value:
    """Return the *part* of an expected value, such as ``[0]`` or ``.Tue``; "" is all of it."""
    for index, name in _INDEX.findall(part):
        if isinstance(value, list):
            value = value[int(index)]
        elif isinstance(value, dict):
            value = value[name]
        else:
            raise TypeError(f"{value} has no part {part}")
    return value


def parts_in(value: Value, part: str = "") -> Iterator[str]:
    """Return the smallest parts of an expected value."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from parts_in(each, f"{part}.{name}")
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from parts_in(each, f"{part}[{index}]")
    else:
        yield part


def others_of(value: Value, part: str = "") -> Iterator[tuple[str, Value]]:
    """Return an expected value with each of its numbers one greater, and the number's part."""
    match value:
        case dict():
            for name, each in value.items():
                for place, other in others_of(each, f"{part}.{name}"):
                    yield place, {**value, name: other}
        case list():
            for index, each in enumerate(value):
                for place, other in others_of(each, f"{part}[{index}]"):
                    yield place, [*value[:index], other, *value[index + 1 :]]
        case int() | float() if not isinstance(value, bool):
            yield part, value + 1
        case _:
            pass
