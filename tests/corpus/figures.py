"""Every number in a value, and every number that a text gives rise to, each with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, time
from decimal import Decimal
from typing import Any, Final, TypeAlias

import attrs

from kinescript import Breaths, Counts, Distance, Duration, Load, Period, Range, Target
from kinescript.model import Compared, DistanceUnit, Mass, PeriodUnit, Unit

Figure: TypeAlias = tuple[str, object]
"""What a number counts (a unit, ``ms``, a ``moment``, or ``number``), and the number."""

Measured: TypeAlias = Duration | Load | Target | Breaths | Counts | Compared | Distance
"""A value that has a unit of its own."""

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
_NUMBER: Final = re.compile(r"\b\d+(?:\.\d+)?")
_SPELLED_OUT: Final = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_TO: Final = re.compile(r"\s*(?:[-\u2013]|to\b|or\b)\s*")
_UNIT: Final = re.compile(r"\s*([^\W\d_]+|'{1,2})")
_CLOCK: Final = re.compile(r"\b(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?")
_ORDINAL: Final = re.compile(r"\b(day|week|month)s? (\d+)(?:(?:-| to )(\d+))?")
_DATE: Final = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_TEMPO: Final = re.compile(
    r"\btempo ([\dX]+(?:-[\dX]+)+|[\dX]{3,4})(?![\w-])( counts)?", re.IGNORECASE
)
_NAMED: Final = re.compile(r"(?<=of )\d+RM\b|\b[^\W\d]\w*\d\w*")
_IN_MILLISECONDS: Final = {
    "ms": 1,
    **dict.fromkeys(("s", "sec", "second", "seconds", "''"), 1000),
    **dict.fromkeys(("min", "minute", "minutes", "'"), 60_000),
    **dict.fromkeys(("h", "hour", "hours"), 3_600_000),
}
_PERIODS: Final = {f"{unit.value}{end}": unit.value for unit in PeriodUnit for end in ("", "s")}
_UNITS: Final = {
    **{unit.value: unit.value for kind in (DistanceUnit, Mass, Unit) for unit in kind},
    **dict.fromkeys(("mile", "miles"), "mi"),
    **dict.fromkeys(("breath", "breaths"), "breaths"),
    **dict.fromkeys(("count", "counts"), "counts"),
}
_ONE_OF: Final = re.compile(rf"(?:/|\b(?:per|a|every|each)\s+)({'|'.join(_PERIODS)}|minute)\b")
_A_TIME: Final = re.compile(rf"(?:/|\s+per\s+)(?:\d+\s)?(?:{'|'.join(_PERIODS)})\b")


def figures_of(value: object) -> Iterator[Figure]:
    """Return every number in *value* that is not there by default."""
    match value:
        case Range(low, high):
            yield from (("number", Decimal(end)) for end in (low, high) if end is not None)
        case time() | date():
            yield "moment", value
        case int() | Decimal() if not isinstance(value, bool):
            yield "number", Decimal(value)
        case Period(number, unit):
            # That a phase starts at once is said by none of its words.
            yield from ((name, end) for name, end in _in(unit.value, number) if end)
        case Duration() | Load() | Target() | Breaths() | Counts() | Compared() | Distance():
            yield from _measured(value)
        case _:
            for each in inner(value):
                yield from figures_of(each)


def _measured(value: Measured) -> Iterator[Figure]:
    """Return the numbers of a value that has a unit of its own."""
    match value:
        case Duration(number):
            yield from _in("ms", number)
        case Load(number, unit) | Target(number, unit):
            yield from _in(unit.value, number)
        case Distance(number, unit, intensity=intensity):
            yield from _in(unit.value, number)
            yield from figures_of(intensity)
        case Compared(value=number, unit=unit):
            yield from _in(_UNITS.get(str(unit), "number"), number)
            yield from (("number", Decimal(each)) for each in _NUMBER.findall(str(unit)))
        case Breaths(number):
            yield from _in("breaths", number)
        case Counts(number):
            yield from _in("counts", number)


def _in(unit: str, value: object) -> Iterator[Figure]:
    return ((unit, number) for _, number in figures_of(value))


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
    return "" if head in _TOLD else f"every minute {tail}" if head == "emom" else tail


def written_in(tails: str) -> list[set[Figure]]:
    """Return, for each number that is written in *tails*, what it can be read as."""
    found: list[set[Figure]] = []
    for pattern, read in (
        (_DATE, _read_date),
        (_CLOCK, _read_clock),
        (_ORDINAL, _read_ordinal),
        (_TEMPO, _read_tempo),
    ):
        for match in pattern.finditer(tails):
            found += read(match)
        tails = pattern.sub(" ", tails)
    tails = _NAMED.sub(" ", tails)
    return [*found, *(_read_number(match, tails) for match in _NUMBER.finditer(tails))]


def unwritten_in(tails: str) -> set[Figure]:
    """Return the numbers that stand in words, such as "three" and "a week"."""
    found: set[Figure] = set()
    for name in _ONE_OF.findall(tails):
        found.add((_PERIODS[name], Decimal(1)) if name in _PERIODS else ("ms", Decimal(60_000)))
    return found.union(*(_read_number(each, tails) for each in _SPELLED_OUT.finditer(tails)))


def _read_number(match: re.Match[str], tails: str) -> set[Figure]:
    number = Decimal(_WORDS.get(match[0].lower(), match[0]))
    unit = _unit_behind(match.end(), tails)
    if unit in _IN_MILLISECONDS:
        return {("ms", number * _IN_MILLISECONDS[unit])}
    if unit in _PERIODS:
        # In "3 days/week" the days are counted; in "for 3 days" they are a time.
        is_counted = _A_TIME.match(tails, tails.find(unit, match.end()) + len(unit))
        return {("number" if is_counted else _PERIODS[unit], number)}
    counted: set[Figure] = {(_UNITS[unit], number)} if unit in _UNITS else {("number", number)}
    # Breaths are a length, or what is counted.
    return counted | ({("number", number)} if unit in {"breath", "breaths"} else set())


def _unit_behind(place: int, tails: str) -> str:
    """Return the unit behind a number; the first of a range has that of the second."""
    unit = _UNIT.match(tails, place)
    if unit and unit[1] not in {"to", "or"}:
        return unit[1]
    to = _TO.match(tails, place)
    end = _NUMBER.match(tails, to.end()) if to else None
    return _unit_behind(end.end(), tails) if end else ""


def _read_date(match: re.Match[str]) -> list[set[Figure]]:
    return [{("moment", date.fromisoformat(match[0]))}]


def _read_clock(match: re.Match[str]) -> list[set[Figure]]:
    first, second, third = int(match[1]), int(match[2]), Decimal(match[3] or 0)
    length = (first * 3600 + second * 60 + third) if match[3] else Decimal(first * 60 + second)
    moment: set[Figure] = set() if first > 23 else {("moment", time(first, second))}
    return [{("ms", length * 1000), *moment}]


def _read_ordinal(match: re.Match[str]) -> list[set[Figure]]:
    """Week 7 comes after 6 weeks, weeks 7 to 9 are 3, and day 2 of a cycle is the one after 1."""
    first = Decimal(match[2])
    last = Decimal(match[3] or first)
    before: set[Figure] = {(match[1], first - 1), ("number", first - 1)}
    found = [before] if first > 1 else []
    return [*found, {(match[1], last - first + 1)}]


def _read_tempo(match: re.Match[str]) -> list[set[Figure]]:
    digits = re.findall(r"\d+", match[1]) if "-" in match[1] else re.findall(r"\d", match[1])
    if match[2]:
        return [{("counts", Decimal(digit))} for digit in digits]
    return [{("ms", Decimal(digit) * 1000)} for digit in digits]


def invented(tails: str, value: object) -> set[Figure]:
    """Return the numbers in *value* that nothing written in *tails* can be read as."""
    allowed = unwritten_in(tails).union(*written_in(tails))
    return set(figures_of(value)) - allowed


def lost(tails: str, value: object) -> list[set[Figure]]:
    """Return the numbers written in *tails* of which nothing is left in *value*."""
    kept = set(figures_of(value))
    return [readings for readings in written_in(tails) if not readings & kept]
