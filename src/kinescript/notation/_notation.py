"""Texts into values."""

from __future__ import annotations

import re
from typing import Final, TypeVar, overload

import attrs

from kinescript.errors import LimitError, NotationError, Problem
from kinescript.limits import NOTATION_CHARACTERS
from kinescript.model import Dose, Frequency, Item, Prescription, Schedule
from kinescript.notation._lines import MOST_TOLD, place
from kinescript.notation._outline import outline, plain_spaces
from kinescript.notation._parser import WrongError
from kinescript.notation._reading import read
from kinescript.notation._structure import Reader
from kinescript.notation._types import Value

T = TypeVar("T", Prescription, Item, Dose, Frequency, Schedule)

_NO_CHARACTER: Final = re.compile("[\ud800-\udfff\x00]")
_STARTS: Final[dict[Value, str]] = {Dose: "dose", Frequency: "how_often", Schedule: "how_often"}


@overload
def parse(text: str) -> Prescription: ...
@overload
def parse(text: str, kind: type[T]) -> T: ...
def parse(text: str, kind: Value = Prescription) -> Value:
    """
    Read a text in the notation.

    Args:
        text: The text.
        kind: What it says: a `Prescription`, or an `Item`, `Dose`, `Frequency` or `Schedule`.

    Raises:
        NotationError: If it is not in the notation or says what cannot be; it lists
            everything that is wrong, each with its line, column and text.
        LimitError: If it is longer or deeper than `kinescript.limits` allow.

    >>> from kinescript import Dose, parse
    >>> parse("3 x 10, hold 5-10 s", Dose).sets[0].count
    Range(3)
    """
    _check_text(text)
    if kind in _STARTS:
        return _fragment(text, kind)
    if kind not in {Prescription, Item}:
        raise TypeError(f"expected Prescription, Item, Dose, Frequency or Schedule, got {kind!r}")
    lines, problems = outline(text)
    reader = Reader()
    reader.problems += problems
    value: object = None
    if kind is Prescription:
        value = reader.prescription(lines)
    elif len(lines) == 1:
        value = reader.item(lines[0])
    else:
        number = lines[1].number if lines else 1
        reason = f"expected one item, got {len(lines)} lines"
        reader.problems.append(Problem(reason, line=number, column=1))
    if reader.problems:
        raise NotationError(_told(reader.problems))
    return value


def _check_text(text: str) -> None:
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"expected a text, got {text!r:.60}")
    if found := _NO_CHARACTER.search(text):
        line, column = place(text, found.start(), 1, 1)
        reason = f"expected characters that a file can hold, got {found.group()!a}"
        raise NotationError(Problem(reason, line=line, column=column))


def _told(problems: list[Problem]) -> list[Problem]:
    """Return problems in order, as many as anyone reads."""
    problems = sorted(problems, key=lambda each: (each.line, each.column))
    told = problems[:MOST_TOLD]
    if len(told) < len(problems):
        more = len(problems) - len(told)
        told.append(attrs.evolve(problems[MOST_TOLD], reason=f"{more} more problems from here on"))
    return told


def _fragment(text: str, kind: Value) -> Value:
    if len(text) > NOTATION_CHARACTERS:
        raise LimitError(Problem(f"expected at most {NOTATION_CHARACTERS} characters"))
    try:
        value = read(plain_spaces(text), _STARTS[kind])
    except WrongError as error:
        line, column = place(text, error.at, 1, 1)
        problem = Problem(error.reason, value=error.found, line=line, column=column)
        raise NotationError(problem) from None
    if not isinstance(value, kind):
        wanted, got = kind.__name__, type(value).__name__
        raise NotationError(Problem(f"expected a {wanted}, got a {got}", line=1, column=1))
    return value
