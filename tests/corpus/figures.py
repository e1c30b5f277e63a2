"""Every number in a value, and every number that a text gives rise to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, time
from decimal import Decimal
from typing import Any, Final

import attrs

from kinescript import Duration, Period, Range

_SPELLED: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_WORDS: Final = {word: number for number, word in enumerate(_SPELLED, 1)} | {"once": 1, "twice": 2}
_TOLD: Final = frozenset(
    {
        *("title", "source", "author", "publisher", "address", "words", "note", "reason"),
        *("reading", "instruction", "cue", "fault", "equipment", "purpose", "for", "goal"),
        *("precaution", "contraindication", "advice", "companion", "requester", "version"),
        *("id", "kind", "laterality", "action", "code", "media", "extension", "setup"),
    }
)
"""The keys of free text."""
_QUOTED: Final = re.compile(r'(?<!tempo )"(?:[^"\\]|\\.)*"')
_CONTINUES: Final = re.compile(r"(?:then\b|[|,;)])")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_CLOCK: Final = re.compile(r"(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?")
_ORDINAL: Final = re.compile(r"(?:day|week|month)s? (\d+)(?:(?:-| to )(\d+))?")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NAMED: Final = re.compile(r"(?<=tempo )\S+|\d+RM\b|[^\W\d]\w*\d\w*")
_TEMPO: Final = re.compile(r"\b[\dX]{3,4}\b", re.IGNORECASE)

Figure = tuple[str, object]
"""What a number counts (``ms``, ``days``, a moment or a plain ``number``), and the number."""


def figures_of(value: object) -> Iterator[Figure]:
    """Return every number in *value* that is not there by default."""
    match value:
        case Duration(milliseconds):
            yield from (("ms", number) for _, number in figures_of(milliseconds))
        case Period(number):
            yield from (("days", each) for _, each in figures_of(number))
        case Range(low, high):
            yield from (("number", Decimal(end)) for end in (low, high) if end is not None)
        case time() | date():
            yield "moment", value
        case int() | Decimal() if not isinstance(value, bool):
            yield "number", Decimal(value)
        case _:
            for each in inner(value):
                yield from figures_of(each)


def inner(value: object) -> Iterable[object]:
    """Return what *value* consists of and does not have by default."""
    if isinstance(value, tuple):
        return value
    return said_fields(value).values() if attrs.has(type(value)) else ()


def fields_of(value: object) -> tuple[attrs.Attribute[Any], ...]:
    """Return the fields of a value of the model."""
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(value))  # type: ignore[arg-type]
    return fields


def said_fields(value: object) -> dict[str, object]:
    """Return the fields of *value* that differ from their defaults."""
    found: dict[str, object] = {}
    for field in fields_of(value):
        each = getattr(value, field.name)
        if field.default is attrs.NOTHING or each != _default(value, field):
            found[field.name] = each
    return found


def _default(value: object, field: attrs.Attribute[Any]) -> object:
    if not isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
        return field.default
    factory: Any = field.default
    return factory.factory(value) if factory.takes_self else factory.factory()


def written(text: str) -> str:
    """Return what *text* says in the notation, without its free text and names."""
    return "\n".join(_tail(line.strip()) for line in text.splitlines())


def _tail(line: str) -> str:
    line = _QUOTED.sub('""', re.sub(r"(?:^|\s)#.*", "", line))
    if _CONTINUES.match(line):
        return line
    head, _, tail = line.partition(":")
    return "" if head in _TOLD else tail


def numbers_in(tails: str) -> set[Decimal]:
    """Return the numbers that are written in *tails*."""
    found = {Decimal(number) for number in _NUMBER.findall(tails)}
    found |= {
        Decimal(number) for word, number in _WORDS.items() if re.search(rf"\b{word}\b", tails)
    }
    return found | {
        Decimal(digit) for tempo in _TEMPO.findall(tails) for digit in tempo if digit.isdigit()
    }


def derived(tails: str) -> dict[str, set[object]]:
    """Return, by what they count, the numbers that those written in *tails* can become."""
    numbers = numbers_in(tails)
    clocks = _CLOCK.findall(tails)
    milliseconds: set[object] = {n * unit for n in numbers for unit in (1, 1000, 60_000, 3_600_000)}
    for one, two, three in clocks:
        minutes = 60 * int(one) + int(two)
        milliseconds |= {Decimal(minutes) * 1000, (minutes * 60 + Decimal(three or 0)) * 1000}
    if "emom" in tails:
        milliseconds.add(Decimal(60_000))
    # Week 7 comes after 6 weeks, and weeks 7 to 9 are 3; "a month" and "/week" are one.
    days: set[object] = {*numbers, Decimal(1)}
    for first, last in _ORDINAL.findall(tails):
        days |= {Decimal(first) - 1, Decimal(last or first) - Decimal(first) + 1}
    moments: set[object] = {
        *(time(int(one) % 24, int(two)) for one, two, _ in clocks if int(two) < 60),
        *map(date.fromisoformat, _DATE.findall(tails)),
    }
    plain: set[object] = {*numbers, *(Decimal(n) - 1 for n, _ in _ORDINAL.findall(tails))}
    return {"ms": milliseconds, "days": days, "moment": moments, "number": plain}


def lost(tails: str, value: object) -> set[Decimal]:
    """Return the numbers written in *tails* of which nothing is left in *value*."""
    plain = _CLOCK.sub(" ", _ORDINAL.sub(" ", _DATE.sub(" ", tails)))
    kept = {number for _, number in figures_of(value)}
    return {
        number
        for number in map(Decimal, _NUMBER.findall(_NAMED.sub(" ", plain)))
        if not {number, number * 1000, number * 60_000, number * 3_600_000} & kept
    }
