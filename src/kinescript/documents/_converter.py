"""The converter: plain values to values of the model, and back, with each rule in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import Enum

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from kinescript.documents._extensions import teach_extensions
from kinescript.documents._forms import KIND, SHORT, WRITTEN_UNSAID, WRITTEN_WORK
from kinescript.documents._objects import accepted, reader_of, teach_objects
from kinescript.documents._problems import is_object
from kinescript.documents._ranges import (
    read_duration,
    read_period,
    read_range,
    read_timedelta,
    write_duration,
    write_period,
    write_range,
    write_timedelta,
)
from kinescript.documents._scalars import (
    read_bool,
    read_date,
    read_datetime,
    read_enum,
    read_int,
    read_text,
    read_time,
    write_time,
)
from kinescript.documents._types import Plain, Value
from kinescript.documents._unions import teach_unions
from kinescript.model import UNSAID, Duration, EachWay, Estimate, Period, Prescription, Range, Sets


def _converter() -> Converter:
    converter = Converter(omit_if_default=True, detailed_validation=False)
    # A hook for a class goes before one by a predicate, so scalars have theirs by class.
    converter.register_structure_hook(str, read_text)
    converter.register_structure_hook(int, read_int)
    converter.register_structure_hook(bool, read_bool)
    converter.register_structure_hook(Enum, read_enum)
    converter.register_structure_hook(date, read_date)
    converter.register_structure_hook(datetime, read_datetime)
    converter.register_structure_hook(time, read_time)
    converter.register_structure_hook(timedelta, read_timedelta)
    converter.register_structure_hook(Range, read_range)
    converter.register_structure_hook(Duration, read_duration)
    converter.register_structure_hook(Period, read_period)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_unstructure_hook(time, write_time)
    converter.register_unstructure_hook(timedelta, write_timedelta)
    converter.register_unstructure_hook(Range, write_range)
    converter.register_unstructure_hook(Duration, write_duration)
    converter.register_unstructure_hook(Period, write_period)
    teach_objects(converter)
    teach_extensions(converter)
    teach_unions(converter)
    for short, name in SHORT.items():
        _teach_short(converter, short, name)
    _teach_sets(converter)
    _teach_ways(converter)
    _teach_estimate(converter)
    _teach_prescription(converter)
    return converter


def _teach_short(converter: Converter, short: type[Value], name: str) -> None:
    """Teach *converter* that a value which says only what it is called is written as that."""
    read_object: Callable[[Plain, type[Value]], Value] = reader_of(short, converter)
    write_object = make_dict_unstructure_fn(short, converter, _cattrs_omit_if_default=True)
    field = attrs.fields_dict(short)[name]

    def read(value: Plain, kind: type[Value]) -> Value:
        if isinstance(value, str):
            return short(accepted(value, field, value))
        return read_object(value, kind)

    def write(value: Value) -> Plain:
        written = write_object(value)
        return written[name] if len(written) == 1 else written

    converter.register_structure_hook(short, read)
    converter.register_unstructure_hook(short, write)


def _teach_sets(converter: Converter) -> None:
    """Teach *converter* that a set which is not counted is written as its work alone."""
    read_object: Callable[[Plain, type[Sets]], Sets] = reader_of(Sets, converter)
    write_object = make_dict_unstructure_fn(Sets, converter, _cattrs_omit_if_default=True)

    def read(value: Plain, kind: type[Sets]) -> Sets:
        if is_object(value) and KIND in value:
            return Sets(UNSAID, converter.structure(value, WRITTEN_WORK))
        return read_object(value, kind)

    def write(value: Sets) -> Plain:
        is_alone = value == Sets(UNSAID, value.work)
        return converter.unstructure(value.work, WRITTEN_WORK) if is_alone else write_object(value)

    converter.register_structure_hook(Sets, read)
    converter.register_unstructure_hook(Sets, write)


def _teach_ways(converter: Converter) -> None:
    """Teach *converter* to write the kind of ways always, which is no tag of a union."""
    write_object = make_dict_unstructure_fn(
        EachWay, converter, _cattrs_omit_if_default=True, kind=override(omit_if_default=False)
    )

    def write(value: EachWay) -> Plain:
        written = write_object(value)
        # Ways of a kind that is called "unsaid" must not look like ways that are unsaid.
        return {**written, "names": []} if written == WRITTEN_UNSAID else written

    converter.register_unstructure_hook(EachWay, write)


def _teach_estimate(converter: Converter) -> None:
    """Teach *converter* that an estimate which is sure is written as its length alone."""
    read_object: Callable[[Plain, type[Estimate]], Estimate] = reader_of(Estimate, converter)
    write_object = make_dict_unstructure_fn(Estimate, converter, _cattrs_omit_if_default=True)

    def read(value: Plain, kind: type[Estimate]) -> Estimate:
        if isinstance(value, str):
            return Estimate(read_timedelta(value, timedelta))
        return read_object(value, kind)

    def write(value: Estimate) -> Plain:
        is_sure = value.least == value.greatest
        return write_timedelta(value.likely) if is_sure else write_object(value)

    converter.register_structure_hook(Estimate, read)
    converter.register_unstructure_hook(Estimate, write)


def _teach_prescription(converter: Converter) -> None:
    """Teach *converter* to write an id always, so that a new title does not change it."""
    write = make_dict_unstructure_fn(
        Prescription,
        converter,
        _cattrs_omit_if_default=True,
        id=override(omit_if_default=False),
    )
    converter.register_unstructure_hook(Prescription, write)


CONVERTER = _converter()
