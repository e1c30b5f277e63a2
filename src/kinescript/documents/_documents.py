"""Documents: text to the value it holds, and a value to its text."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any, TypeVar, overload

from kinescript.documents._faults import faults, too_deep
from kinescript.documents._json import decode, encode
from kinescript.documents._kinds import KINDS, Kind, kind_named, kind_of
from kinescript.documents._problems import MOST, Collector, is_object, refused
from kinescript.documents._types import Body, Plain, Value
from kinescript.documents._upgrades import SCHEMA, readable_schema, upgrade
from kinescript.errors import DocumentError, KinescriptError, LimitError, PlanError

T = TypeVar("T")

_ENVELOPE = {"kinescript", "schema"}
_EXAMPLE = '{"kinescript": "prescription", "schema": 1, ...}'


@overload
def loads(text: str | bytes) -> Value: ...


@overload
def loads(text: str | bytes, kind: type[T]) -> T: ...


def loads(text: str | bytes, kind: type[Any] | None = None) -> Value:
    """
    Return the value that a document holds.

    Loading is strict: nothing is converted, skipped or filled in on a guess. Everything
    wrong is reported at once, up to the first hundred problems.

    Args:
        text: The document, as text or as UTF-8.
        kind: The class of the value, where only that kind of document will do.

    Raises:
        DocumentError: If the document is not right, or is one of another kind.
        LimitError: If it is longer or deeper than the limits allow.

    >>> loads('{"kinescript": "calendar", "schema": 1, "zone": "America/Winnipeg"}').zone
    'America/Winnipeg'
    """
    wanted = None if kind is None else kind_of(kind)
    body = decode(text)
    problems = list(islice(faults(body), MOST))
    try:
        value = _read(body, wanted)
    except KinescriptError as error:
        known = {problem.path for problem in problems}
        problems += (problem for problem in error.problems if problem.path not in known)
        raise DocumentError(problems[:MOST]) from None
    if problems:
        raise DocumentError(problems)
    return value


def _read(body: Plain, wanted: Kind | None) -> Value:
    if not is_object(body):
        raise refused(f"an object such as {_EXAMPLE}", body)
    kind, schema = _opened(body, wanted)
    fields = {key: each for key, each in body.items() if key not in _ENVELOPE}
    return kind.read(upgrade(fields, schema))


def _opened(body: Body, wanted: Kind | None) -> tuple[Kind, int]:
    """Return what kind of document *body* is, and in which schema."""
    kind, schema = KINDS[0], SCHEMA
    found = Collector()
    with found.under("kinescript"):
        kind = kind_named(body.get("kinescript"))
        if wanted is not None and kind is not wanted:
            raise DocumentError(f"expected a {wanted.tag}, got a {kind.tag}")
    with found.under("schema"):
        schema = readable_schema(body.get("schema"))
    found.raise_all()
    return kind, schema


def dumps(
    value: object, *, expanded: bool = False, days: int | None = None, first: date | None = None
) -> str:
    """
    Return *value* as the text of a document.

    Fields that equal their default are left out. What `dumps` writes, `loads` reads back
    as an equal value.

    Args:
        value: A prescription, a calendar or a plan.
        expanded: Whether to write every session and step of a plan beside its rules, for
            programs that have no scheduler.
        days: How many days to write out; a week if not given.
        first: The first of them; the plan's first day if not given.

    Raises:
        ModelError: If no document can hold such a value, or *days* or *first* is none.
        LimitError: If the document would be beyond the limits of what `loads` reads.
        PlanError: If something other than a plan is to be expanded.
    """
    kind = kind_of(type(value))
    if not expanded and (days is not None or first is not None):
        raise PlanError("expected no days or first, or expanded=True beside them")
    if expanded and kind.expand is None:
        raise PlanError(f"expected a plan to expand, got a {kind.tag}")
    try:
        fields = kind.expand(value, days, first) if expanded and kind.expand else kind.write(value)
    except RecursionError:
        raise too_deep() from None
    body = {"kinescript": kind.tag, "schema": SCHEMA, **fields}
    if problems := tuple(islice(faults(body), MOST)):
        raise LimitError(problems)
    return encode(body)
