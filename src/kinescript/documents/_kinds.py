"""Kinds of document: a tag to the class that it holds and how that is read and written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

import attrs

from kinescript._fields import wrong
from kinescript.agendas import Calendar
from kinescript.documents._converter import CONVERTER
from kinescript.documents._plans import expand_plan, read_plan, write_plan
from kinescript.documents._problems import one_of, place_of
from kinescript.documents._types import Body, Plain, Value
from kinescript.errors import DocumentError
from kinescript.model import Prescription
from kinescript.plans import Plan

Expand: TypeAlias = Callable[[Value, int | None, date | None], Body]
"""Writes a value out in full: so many days from a date."""


@attrs.frozen
class Kind:
    """
    One kind of document.

    Attributes:
        tag: Its name in the envelope.
        holds: The class of the value that it holds.
        read: Makes the value from the fields of a document.
        write: Makes the fields from the value.
        expand: Makes them with everything written out, where there is such a form.
    """

    tag: str
    holds: type[Any]
    read: Callable[[Body], Value]
    write: Callable[[Value], Body]
    expand: Expand | None = None


def _as_it_is(tag: str, holds: type[Any]) -> Kind:
    """Make the kind of document whose fields are those of the class that it holds."""

    def read(body: Body) -> Value:
        return CONVERTER.structure(body, holds)

    return Kind(tag, holds, read, CONVERTER.unstructure)


KINDS = (
    _as_it_is("prescription", Prescription),
    _as_it_is("calendar", Calendar),
    Kind("plan", Plan, read_plan, write_plan, expand_plan),
)


def kind_named(tag: Plain) -> Kind:
    """Return the kind that is called *tag* in the envelope."""
    tags = [kind.tag for kind in KINDS]
    if tag is None:
        raise DocumentError(f"missing: expected {one_of(tags)}")
    return KINDS[place_of(tag, tags)]


def kind_of(holds: type[Any]) -> Kind:
    """Return the kind that holds values of the class *holds*."""
    for kind in KINDS:
        if kind.holds is holds:
            return kind
    names = " or ".join(kind.holds.__name__ for kind in KINDS)
    raise wrong(f"the class or value of a document: {names}", holds)
