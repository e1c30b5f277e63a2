"""Faults: plain values to what no document may hold, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kinescript.documents._problems import at_key, is_object, quoted
from kinescript.documents._types import Plain
from kinescript.errors import LimitError, Problem
from kinescript.limits import DOCUMENT_DEPTH, LIST_LENGTH, NUMBER_DIGITS, TEXT_LENGTH

TOO_MANY_DIGITS = f"expected a number of at most {NUMBER_DIGITS} digits"
_TOO_MANY = f"expected a list of at most {LIST_LENGTH} members"
_TOO_LONG = f"expected a text of at most {TEXT_LENGTH} characters"


@attrs.frozen
class Unreadable:
    """What stands in a document for a number that cannot be read; no hook accepts it."""

    text: str
    reason: str

    def __str__(self) -> str:
        return self.text


class Doubled(dict[str, Plain]):
    """A JSON object in which some keys, `twice`, stand more than once."""

    twice: tuple[str, ...] = ()


def faults(value: Plain, path: str = "", depth: int = 0) -> Iterator[Problem]:
    """Find what is too long or stands twice or is no text or number, or raise if too deep."""
    reason = ""
    match value:
        case dict() | list() | tuple():
            if depth == DOCUMENT_DEPTH:
                raise too_deep()
            yield from _faults_inside(value, path, depth + 1)
        case str():
            reason = _fault_of_text(value)
        case Unreadable():
            reason = value.reason
        case int() if abs(value) >= 10**NUMBER_DIGITS:
            reason = TOO_MANY_DIGITS
        case _:
            pass
    if reason:
        yield Problem(f"{reason}, got {quoted(value)}", path, value=quoted(value))


def _faults_inside(value: Plain, path: str, depth: int) -> Iterator[Problem]:
    if not is_object(value):
        # What is expanded has limits of its own.
        if len(value) > LIST_LENGTH and not path.startswith("expanded."):
            yield Problem(f"{_TOO_MANY}, got {len(value)}", path)
        for index, each in enumerate(value):
            yield from faults(each, f"{path}[{index}]", depth)
        return
    if isinstance(value, Doubled):
        for key in value.twice:
            yield Problem("expected each key once", at_key(key)).under(path)
    for key, each in value.items():
        place = at_key(key)
        if reason := _fault_of_text(key):
            yield Problem(reason, f"{path}{place}")
        dot = "." if path and not place.startswith("[") else ""
        yield from faults(each, f"{path}{dot}{place}", depth)


def _fault_of_text(text: str) -> str:
    if len(text) > TEXT_LENGTH:
        return _TOO_LONG
    # Half of a surrogate pair can be written in JSON, but no UTF-8 can hold it.
    is_text = text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)
    return "" if is_text else "expected whole characters, not half of a surrogate pair"


def too_deep() -> LimitError:
    """Make the error about lists and objects that stand too deep inside each other."""
    return LimitError(f"expected lists and objects at most {DOCUMENT_DEPTH} deep")
