"""Unions: a text, number, list or tagged object to the member that is meant, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from decimal import Decimal
from enum import Enum
from typing import get_args

import attrs
from cattrs import Converter

from kinescript.documents._forms import (
    KIND,
    TAGS,
    WRITTEN_REST,
    form_of,
    is_rest,
    is_union,
    said_in,
)
from kinescript.documents._problems import (
    Collector,
    guess,
    is_list,
    is_object,
    one_of,
    place_of,
    refused,
)
from kinescript.documents._types import Annotation, Body, Plain, Read, Value, Write
from kinescript.errors import DocumentError
from kinescript.model import UNSAID, Duration, Range, Rest, Unsaid

_UNSAID = {KIND: TAGS[Unsaid]}


@attrs.frozen
class _Nothing:
    """What an object of the kind "unsaid" holds beside its kind."""


def teach_unions(converter: Converter) -> None:
    """Teach *converter* to read and write unions."""
    # Of two rules that match, the later one wins.
    converter.register_structure_hook_factory(is_union, _alternatives_reader)
    converter.register_unstructure_hook_factory(is_union, _alternatives_writer)
    converter.register_structure_hook_factory(_is_optional, _optional_reader)
    converter.register_unstructure_hook_factory(_is_optional, _optional_writer)
    converter.register_structure_hook_factory(is_rest, _rest_reader)
    converter.register_unstructure_hook_factory(is_rest, _rest_writer)


def _alternatives_reader(union: Annotation, converter: Converter) -> Read:
    tagged = {TAGS[member]: member for member in get_args(union) if member in TAGS}
    plain = [member for member in said_in(union) if member not in TAGS]

    def read(value: Plain, _: Annotation) -> Value:
        if tagged and is_object(value):
            return _read_tagged(value, tagged, converter)
        for member in plain:
            if _fits(member, value):
                return converter.structure(value, member)
        raise refused(form_of(union), value)

    return read


def _read_tagged(value: Body, tagged: Mapping[str, Annotation], converter: Converter) -> Value:
    tags = list(tagged)
    found = Collector()
    member: Annotation = None
    with found.under(KIND):
        if KIND not in value:
            raise DocumentError(f"missing: expected {one_of(tags)}")
        member = tagged[tags[place_of(value[KIND], tags)]]
    found.raise_all()
    rest = {key: each for key, each in value.items() if key != KIND}
    if member is Unsaid:
        converter.structure(rest, _Nothing)
        return UNSAID
    return converter.structure(rest, member)


def _fits(member: Annotation, value: Plain) -> bool:
    """Whether *value* looks as if the untagged *member* of a union were meant."""
    if is_list(value):
        return member in {Range, Duration}
    if not isinstance(value, str):
        is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        return member is Range and is_number
    if issubclass(member, Enum):
        return guess(value, [each.value for each in member]) is not None
    return member is Duration or (member is time and value[:1].isdigit())


def _alternatives_writer(_: Annotation, converter: Converter) -> Write:
    def write(value: Value) -> Plain:
        if value is UNSAID:
            return dict(_UNSAID)
        kind = value.__class__
        written = converter.unstructure(value, kind)
        return {KIND: TAGS[kind], **written} if kind in TAGS else written

    return write


def _is_optional(kind: Annotation) -> bool:
    return is_union(kind) and len(said_in(kind)) == 1


def _optional_reader(union: Annotation, converter: Converter) -> Read:
    (member,) = said_in(union)
    may_be_unsaid = Unsaid in get_args(union)

    def read(value: Plain, _: Annotation) -> Value:
        if may_be_unsaid and value == _UNSAID:
            return UNSAID
        return converter.structure(value, member)

    return read


def _optional_writer(union: Annotation, converter: Converter) -> Write:
    (member,) = said_in(union)

    def write(value: Value) -> Plain:
        return dict(_UNSAID) if value is UNSAID else converter.unstructure(value, member)

    return write


def _rest_reader(_: Annotation, converter: Converter) -> Read:
    def read(value: Plain, _: Annotation) -> Value:
        written = converter.structure(value, WRITTEN_REST)
        return written if written is UNSAID or isinstance(written, Rest) else Rest(written)

    return read


def _rest_writer(_: Annotation, converter: Converter) -> Write:
    def write(value: Value) -> Plain:
        alone = isinstance(value, Rest) and not value.activity and value.length is not UNSAID
        return converter.unstructure(value.length if alone else value, WRITTEN_REST)

    return write
