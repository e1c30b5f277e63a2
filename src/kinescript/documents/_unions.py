"""Unions: a text, number, list or tagged object to the member that is meant, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import get_args

import attrs
from cattrs import Converter

from kinescript.documents._forms import (
    KIND,
    SHORT,
    TAGS,
    USUAL,
    WRITTEN_REST,
    WRITTEN_UNSAID,
    form_of,
    is_rest,
    is_union,
    said_in,
    tags_in,
)
from kinescript.documents._objects import accepted
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
from kinescript.model import UNSAID, Duration, Period, Range, Rest, Unsaid, Words

_BETWEEN = (Range, Duration, Period)
_REST_LENGTH = attrs.fields(Rest).length


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
    tagged = tags_in(union)
    usual = USUAL.get(union)
    plain = [each for each in said_in(union) if each in SHORT or each not in tagged.values()]

    def read(value: Plain, _: Annotation) -> Value:
        if is_object(value) and usual is not None and KIND not in value:
            return converter.structure(value, usual)
        if is_object(value) and tagged:
            return _read_tagged(value, tagged, converter)
        member = _meant(plain, value)
        if member is None:
            raise refused(form_of(union), value)
        return converter.structure(value, member)

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
    if member is str:
        words: Words = converter.structure(rest, Words)
        return words.text
    return converter.structure(rest, member)


def _meant(members: list[Annotation], value: Plain) -> Annotation:
    """Return which of the untagged *members* of a union *value* looks like, or None."""
    if is_list(value):
        members = [member for member in members if member in _BETWEEN]
        if len(members) == 1:
            return members[0]
        value = next((bound for bound in value if bound is not None), None)
    return next((member for member in members if _fits(member, value)), None)


def _fits(member: Annotation, value: Plain) -> bool:
    if not isinstance(value, str):
        is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        return member is Range and is_number
    if issubclass(member, Enum):
        return guess(value, [each.value for each in member]) is not None
    if member is Duration or member is Period:
        return value[:1] == "P" and (value[1:2] == "T") is (member is Duration)
    return member in SHORT or (member in {date, time} and value[:1].isdigit())


def _alternatives_writer(union: Annotation, converter: Converter) -> Write:
    usual = USUAL.get(union)

    def write(value: Value) -> Plain:
        if value is UNSAID:
            return dict(WRITTEN_UNSAID)
        kind = value.__class__
        if kind is str:
            return {KIND: TAGS[Words], **converter.unstructure(Words(value))}
        written = converter.unstructure(value, kind)
        is_tagged = kind in TAGS and kind is not usual and is_object(written)
        return {KIND: TAGS[kind], **written} if is_tagged else written

    return write


def _is_optional(kind: Annotation) -> bool:
    return is_union(kind) and len(said_in(kind)) == 1


def _optional_reader(union: Annotation, converter: Converter) -> Read:
    (member,) = said_in(union)
    may_be_unsaid = Unsaid in get_args(union)

    def read(value: Plain, _: Annotation) -> Value:
        if may_be_unsaid and value == WRITTEN_UNSAID:
            return UNSAID
        return converter.structure(value, member)

    return read


def _optional_writer(union: Annotation, converter: Converter) -> Write:
    (member,) = said_in(union)

    def write(value: Value) -> Plain:
        return dict(WRITTEN_UNSAID) if value is UNSAID else converter.unstructure(value, member)

    return write


def _rest_reader(_: Annotation, converter: Converter) -> Read:
    def read(value: Plain, _: Annotation) -> Value:
        written = converter.structure(value, WRITTEN_REST)
        if written is UNSAID or isinstance(written, Rest):
            return written
        return Rest(accepted(written, _REST_LENGTH, value))

    return read


def _rest_writer(_: Annotation, converter: Converter) -> Write:
    def write(value: Value) -> Plain:
        return converter.unstructure(_shortened(value), WRITTEN_REST)

    return write


def _shortened(value: Rest | Unsaid) -> Value:
    """Return the length of a rest of which nothing else is said, or *value* as it is."""
    if value is UNSAID or value.length is UNSAID or value != Rest(value.length):
        return value
    return value.length
