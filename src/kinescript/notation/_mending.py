"""How often behind a dose: where its `;` is missing, and only how often is written."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownVariableType=false

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from kinescript.model import (
    UNSAID,
    Dose,
    Duration,
    Every,
    Frequency,
    InAll,
    Rule,
    Schedule,
    Span,
    SymptomLimit,
    Unsaid,
)
from kinescript.notation._parser import WrongError
from kinescript.notation._reading import read
from kinescript.notation._spans import Numbered
from kinescript.notation._types import Value

_LONGEST: Final = 200
_BOUNDARY: Final = re.compile(r"\s*,\s*|(?<!\d[xX\u00d7])(?<!\d [xX\u00d7])\s+")
"""Where a `;` can be missing, which is not behind the x of sets."""
_UNCERTAIN: Final = re.compile(r"(?:@|at\b)?\s*\d{1,2}:\d\d|until\b", re.IGNORECASE)
"""What could go on with the dose as well: a length, a pace, or when a hold ends."""
_COUNTED: Final = re.compile(r"(?:[^\W\d_]|[xX\u00d7]\s*\d+)\s*[xX\u00d7]\s*\d+$")
"""A number behind an x that sets need not have: "20 min x 3 weekly", "3 x 10 x 2 daily"."""
_SHORTEST: Final = 600_000
_AN_HOUR: Final = 3_600_000
_MOST_COMMAS: Final = 3


def mended(text: str) -> Value:
    """
    Read a tail in which the `;` before how often is missing, or return None.

    "3 x 10, twice a day" and "3 x 10 for 6 weeks" leave no doubt about what is meant:
    there is one place for the `;`. A moment such as 2:00, or "every 60 s", could as well
    be a rest or the start of the next set.
    """
    if len(text) > _LONGEST:
        return None
    found = list(_parted(text))
    # "10, twice daily" could have its twice before the `;`, but for the comma.
    is_clear = len(found) == 1 or (found and found[0].is_behind_comma)
    return found[0].value if is_clear else None


@attrs.frozen
class _Parted:
    """A dose with clauses, and whether they stand behind a comma."""

    value: Value
    is_behind_comma: bool


def _parted(text: str) -> Iterator[_Parted]:
    head, sign, tail = text.partition(";")
    if sign:
        clauses, dose = _clauses(tail), _read(head, "dose")
        if clauses is not None and dose is not None:
            yield _Parted((dose, *clauses), is_behind_comma=True)
        return
    for boundary in _BOUNDARY.finditer(text):
        before, rest = text[: boundary.start()], text[boundary.end() :]
        is_behind_comma = "," in boundary.group()
        if _UNCERTAIN.match(rest) or (not is_behind_comma and _COUNTED.search(before)):
            continue
        clauses, dose = _clauses(rest), _read(before, "dose")
        if clauses is None or dose is None:
            continue
        if _is_certain(clauses[0], dose) or (is_behind_comma and _is_rule(clauses)):
            yield _Parted((dose, *clauses), is_behind_comma)


def _is_rule(clauses: tuple[Value, ...]) -> bool:
    """Whether clauses begin with a rule or a limit: "10, stop if pain > 5/10"."""
    return isinstance(clauses[0], Rule | SymptomLimit)


def _clauses(text: str) -> tuple[Value, ...] | None:
    """Read clauses, of which some may stand behind a comma: "daily, for 6 weeks, stop if ..."."""
    first, *others = text.split(",")
    texts = [first]
    for each in others[:_MOST_COMMAS]:
        texts = [f"{before}{sign}{each}" for before in texts for sign in ",;"]
    rest = "".join(f",{each}" for each in others[_MOST_COMMAS:])
    read_ = (_read(f"{each}{rest}", "clauses") for each in texts)
    return next((found for found in read_ if found), None)


def _read(text: str, start: str) -> Value:
    try:
        return read(text, start)
    except WrongError:
        return None


def _is_certain(clause: Value, dose: Dose) -> bool:
    often: Value = clause[0] if isinstance(clause, tuple) else clause
    if isinstance(often, Frequency) and isinstance(often.times, Every):
        are_sets = any(not isinstance(sets.count, Unsaid) for sets in dose.sets)
        return _shortest(often.times.interval) >= (_AN_HOUR if are_sets else _SHORTEST)
    return isinstance(often, Frequency | Schedule | Span | Numbered)


def _shortest(interval: Duration) -> int:
    return int(interval.milliseconds.low or interval.milliseconds.high or 0)


def undosed(text: str) -> Value:
    """
    Read "30 min/day, 5 days/week" as how often, the dose being unsaid, or return None.

    Raises:
        WrongError: If it only tells how often, so that a dose is missing.
    """
    clauses = _read(text, "clauses") if len(text) <= _LONGEST else None
    if not clauses or not isinstance(clauses[0], Frequency | Schedule):
        return None
    often = clauses[0]
    if isinstance(often, Frequency) and (isinstance(often.times, InAll) or often.budget):
        return (UNSAID, *clauses)
    raise WrongError(0, f"expected a dose before how often; write {_with_dose(text)}", text)


def _with_dose(text: str) -> str:
    """Return how a text that only tells how often is written with a dose before it."""
    unsaid = f"`?; {text}` where the source gives none"
    for boundary in _BOUNDARY.finditer(text):
        dose, rest = text[: boundary.start()], text[boundary.end() :]
        if _read(dose, "dose") is not None and _read(rest, "clauses") is not None:
            return f"`{dose}; {rest}`, or {unsaid}"
    return unsaid
