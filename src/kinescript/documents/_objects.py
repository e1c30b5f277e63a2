"""Objects and lists to values of classes and tuples, with every problem in them, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args, get_type_hints

import attrs
from cattrs import Converter

from kinescript.documents._forms import form_of, is_list_of, is_pairs
from kinescript.documents._problems import (
    MOST,
    Collector,
    at_key,
    guess,
    is_list,
    is_object,
    quoted,
    refused,
)
from kinescript.documents._types import Annotation, Body, Plain, Read, Value, Write
from kinescript.errors import DocumentError, ModelError, Problem


def teach_objects(converter: Converter) -> None:
    """Teach *converter* to read attrs classes and tuples strictly; writing them it knows."""
    converter.register_structure_hook_factory(attrs.has, reader_of)
    converter.register_structure_hook_factory(is_list_of, _list_reader)
    converter.register_structure_hook_factory(is_pairs, _pairs_reader)
    converter.register_unstructure_hook_factory(is_pairs, _pairs_writer)


def reader_of(cls: Annotation, converter: Converter) -> Read:
    """Make what reads an object whose keys are the fields of the class *cls*."""
    types = get_type_hints(cls)
    fields = {field.alias: field for field in attrs.fields(cls) if field.init}

    def read(value: Plain, _: Annotation) -> Value:
        if not is_object(value):
            raise refused(form_of(cls), value)
        found = Collector()
        meant = _refuse_strangers(value, fields, found)
        known: dict[str, Value] = {}
        for name, field in fields.items():
            kind = types[field.name]
            with found.under(name):
                if name in value:
                    _refuse_null(value[name], field, kind)
                    structured = converter.structure(value[name], kind)
                    known[name] = accepted(structured, field, value[name])
                elif field.default is attrs.NOTHING and name not in meant:
                    raise DocumentError(f"missing: expected {form_of(kind)}")
        found.raise_all()
        return cls(**known)

    return read


def _refuse_strangers(value: Body, fields: Iterable[str], found: Collector) -> set[str]:
    """Report unknown keys and return what was probably meant by them."""
    strangers = [key for key in value if key not in fields]
    meant: set[str] = set()
    for key in strangers[:MOST]:
        near = guess(key, [field for field in fields if field not in value])
        known = ", ".join(map(quoted, fields)) or "no keys"
        expected = f"did you mean {quoted(near)}?" if near else f"expected {known}"
        found.problems.append(Problem(f"unknown key: {expected}", at_key(key)))
        meant |= {near} if near else set()
    return meant


def _refuse_null(value: Plain, field: attrs.Attribute[Any], kind: Annotation) -> None:
    if value is None and field.default is not attrs.NOTHING:
        raise refused(f"{form_of(kind)}, or else the key left out", value)


def accepted(value: Value, field: attrs.Attribute[Any], plain: Plain) -> Value:
    """Return *value* as its class accepts it, so that each field's problem is found."""
    convert: Value = field.converter  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    if convert is None:
        return value
    try:
        return convert(value)
    except ModelError as error:
        problems = [_as_plain(each, field.name, plain) for each in error.problems]
        raise ModelError(problems) from None


def _as_plain(problem: Problem, name: str, plain: Plain) -> Problem:
    """Show the *plain* value instead of the model's, seen from inside the field."""
    path = problem.path.removeprefix(name).removeprefix(".")
    if path or not (problem.value and problem.reason.endswith(problem.value)):
        return attrs.evolve(problem, path=path)
    reason = problem.reason.removesuffix(problem.value) + quoted(plain)
    return attrs.evolve(problem, reason=reason, value=quoted(plain), path=path)


def _list_reader(kind: Annotation, converter: Converter) -> Read:
    member = get_args(kind)[0]

    def read(value: Plain, _: Annotation) -> Value:
        if not is_list(value):
            raise refused(form_of(kind), value)
        found = Collector()
        known: list[Value] = []
        for index, each in enumerate(value):
            with found.under(f"[{index}]"):
                known.append(converter.structure(each, member))
            if found.is_full:
                break
        found.raise_all()
        return tuple(known)

    return read


def _pairs_reader(kind: Annotation, converter: Converter) -> Read:
    names, values = get_args(get_args(kind)[0])

    def read(value: Plain, _: Annotation) -> Value:
        if not is_object(value):
            raise refused(form_of(kind), value)
        found = Collector()
        known: list[tuple[Value, Value]] = []
        for key, each in value.items():
            with found.under(at_key(key)):
                known.append((converter.structure(key, names), converter.structure(each, values)))
            if found.is_full:
                break
        found.raise_all()
        return tuple(known)

    return read


def _pairs_writer(kind: Annotation, converter: Converter) -> Write:
    names, values = get_args(get_args(kind)[0])

    def write(pairs: Iterable[tuple[Value, Value]]) -> Body:
        return {
            converter.unstructure(name, names): converter.unstructure(value, values)
            for name, value in pairs
        }

    return write
