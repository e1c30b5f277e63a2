"""Laws that hold for every value of the model, whatever its kind."""

import ast
import copy
import datetime as dt
import inspect
import pickle
import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import given, strategies as st

from kinescript import agendas, model, testing

NAMES = {**vars(model), **vars(agendas), "datetime": dt}
Value: TypeAlias = Any

PUBLIC = {name: getattr(model, name) for name in model.__all__}
TYPES = [each for each in PUBLIC.values() if isinstance(each, type)]
CLASSES = [each for each in TYPES if attrs.has(each)]
SYMBOLS = (model.Comparison, model.Unit)
ENUMS = [each for each in TYPES if issubclass(each, Enum)]

POSITIONAL = {
    model.Aim: ["amount", "of"],
    model.AllOf: ["signs"],
    model.AnyOf: ["signs"],
    model.Around: ["event", "relation", "by"],
    model.AsNeeded: ["reason"],
    model.Assumptions: [],
    model.At: ["moments"],
    model.Band: ["name"],
    model.Beat: ["part", "length"],
    model.Branch: ["cases"],
    model.Breaths: ["count"],
    model.Budget: ["amount", "period"],
    model.Case: ["name", "parts"],
    model.Change: ["aspect", "to"],
    model.Choice: [],
    model.Circuit: ["parts", "end"],
    model.Code: ["system", "code"],
    model.Companion: ["name"],
    model.Compared: ["comparison", "value", "unit"],
    model.Counts: ["count"],
    model.Cycle: ["on", "off"],
    model.Window: ["since", "to"],
    model.DaysOf: ["numbers", "period"],
    model.Dates: ["dates"],
    model.DaysPer: ["count", "period"],
    model.Detail: ["topic", "text"],
    model.Distance: ["amount", "unit"],
    model.Indication: ["words"],
    model.Dose: ["sets"],
    model.Duration: ["milliseconds"],
    model.EachSide: ["order"],
    model.EachWay: ["kind"],
    model.Between: ["first", "last"],
    model.Estimate: ["likely"],
    model.Every: ["interval"],
    model.EveryDay: [],
    model.EveryDays: ["period"],
    model.Exercise: ["name"],
    model.Exertion: ["value", "scale"],
    model.Frequency: [],
    model.Goal: ["words"],
    model.Hold: ["length"],
    model.InAll: ["length", "bouts"],
    model.Item: ["exercise", "dose"],
    model.Load: ["amount", "unit"],
    model.Pace: ["time", "per"],
    model.PerDay: ["count"],
    model.Period: ["number", "unit"],
    model.Phase: ["name", "routines"],
    model.Pick: ["parts", "count"],
    model.Position: ["name"],
    model.Prescription: ["title", "phases"],
    model.Range: ["low", "high"],
    model.Reading: ["words", "reason"],
    model.RepMax: ["reps"],
    model.Repeat: ["body", "end"],
    model.Reps: ["count"],
    model.Rest: ["length"],
    model.Routine: ["name", "items"],
    model.Rule: ["when", "then"],
    model.Schedule: ["frequencies"],
    model.Section: ["parts"],
    model.Series: ["parts"],
    model.Sessions: ["count"],
    model.Sets: ["count", "work"],
    model.Share: ["percent", "of"],
    model.Sign: ["name", "compared"],
    model.Source: ["title"],
    model.Span: ["length"],
    model.Superset: ["items"],
    model.SymptomLimit: ["sign", "action"],
    model.Target: ["amount", "unit"],
    model.Tempo: ["beats"],
    model.ThroughTheDay: [],
    model.Timed: ["length"],
    model.Until: ["sign", "bounds"],
    model.Weekdays: ["days"],
    model.Words: ["text"],
    model.Zone: ["number", "model"],
    agendas.Busy: ["name", "start", "end"],
    agendas.Calendar: ["zone"],
    agendas.Waking: ["start", "end"],
}


def parts(value: object) -> Iterator[Value]:
    """Yield the value itself, if it is one of the model, and all that are inside it."""
    if isinstance(value, tuple):
        for each in value:
            yield from parts(each)
    elif attrs.has(type(value)):
        yield value
        yield from parts(tuple(fields(value).values()))


def values() -> st.SearchStrategy[Value]:
    """Make any value of any kind, by itself."""
    made = st.one_of(
        testing.prescriptions(),
        testing.calendars(),
        testing.assumptions(),
        testing.choices(),
        testing.doses(),
        testing.exercises(),
        testing.frequencies(),
        testing.components(),
        testing.guides(),
    )
    return made.flatmap(_a_part)


def _a_part(value: Value) -> st.SearchStrategy[Value]:
    found = list(parts(value))
    return st.integers(0, len(found) - 1).map(lambda index: found[index])


def fields(value: Value) -> dict[str, Any]:
    """Return what the constructor of the value's class was given."""
    return {field.alias: getattr(value, field.name) for field in attrs.fields(type(value))}


@given(values())
def test_repr_reads_back(value: object) -> None:
    """The repr of a value is the expression that makes it."""
    again = eval(repr(value), dict(NAMES))  # noqa: S307

    assert value == again


@given(values())
def test_constructors_keep_what_they_made(value: Value) -> None:
    """A constructor given the fields of a value makes that value: there is one normal form."""
    again = type(value)(**fields(value))

    assert value == again
    assert repr(value) == repr(again)


@given(values())
def test_equal_values_have_one_hash(value: Value) -> None:
    """Equal values are one key in a dictionary."""
    again = type(value)(**fields(value))

    assert {value: "found"}[again] == "found"


@given(values(), values())
def test_values_are_equal_only_if_all_fields_are(one: Value, other: Value) -> None:
    """Two values are equal exactly where they are of one kind and have the same fields."""
    same = type(one) is type(other) and fields(one) == fields(other)

    assert same == (one == other)


@given(values())
def test_evolving_nothing_changes_nothing(value: Value) -> None:
    """A value evolved without changes equals itself."""
    assert value == attrs.evolve(value)


@given(values())
def test_copies_are_equal(value: Value) -> None:
    """Pickled and deeply copied values equal the original."""
    assert value == pickle.loads(pickle.dumps(value))  # noqa: S301
    assert value == copy.deepcopy(value)


@given(values())
def test_values_cannot_be_changed(value: Value) -> None:
    """No field of a value can be set or deleted, and no other attribute added."""
    for name in (*(field.name for field in attrs.fields(type(value))), "other"):
        with pytest.raises(AttributeError):
            setattr(value, name, None)
        with pytest.raises(AttributeError):
            delattr(value, name)


@given(values())
def test_values_have_slots(value: object) -> None:
    """A value has no dictionary of its own."""
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("kind", ENUMS)
def test_words_are_shown_as_written(kind: type[Enum]) -> None:
    """The repr of an enum's member is the expression that names it."""
    assert list(kind) == [eval(repr(member), dict(NAMES)) for member in kind]  # noqa: S307


@pytest.mark.parametrize("kind", ENUMS)
def test_words_are_lower_case(kind: type[Enum]) -> None:
    """The values of enums are lower-case words, as documents write them, or symbols of units."""
    form = r"\S+( \S+)*" if kind in SYMBOLS else "[a-z0-9]+([ -][a-z0-9]+)*"
    for member in kind:
        assert re.fullmatch(form, member.value)


def test_every_public_name_is_exported() -> None:
    """``__all__`` is exactly what the package has without an underscore, apart from modules."""
    present = {
        name
        for name, value in vars(model).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }

    assert present == set(model.__all__)


def test_every_public_name_is_documented() -> None:
    """Each class, function, constant and alias of the model has a docstring of its own."""
    documented = {
        name
        for name, value in PUBLIC.items()
        if isinstance(value, type) or inspect.isfunction(value)
        if (value.__doc__ or "").strip()
    }
    for path in Path(model.__file__).parent.glob("*.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        documented |= {
            ast.unparse(target)
            for before, after in pairwise(body)
            if isinstance(before, ast.AnnAssign | ast.Assign)
            if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            for target in (before.targets if isinstance(before, ast.Assign) else [before.target])
        }

    assert set(model.__all__) - documented == set()


@pytest.mark.parametrize("kind", CLASSES)
def test_docstrings_name_each_field(kind: type) -> None:
    """The docstring of a class lists its fields in their order, and nothing else."""
    _, _, section = (inspect.getdoc(kind) or "").partition("Attributes:\n")
    listed = re.findall(r"^    (\w+): ", section.partition("\n\n")[0], re.MULTILINE)

    assert [field.name for field in attrs.fields(kind)] == listed


def test_few_fields_are_positional() -> None:
    """Only the fields that read well without their names may be given by position."""
    kinds = (*CLASSES, agendas.Busy, agendas.Calendar, agendas.Waking)

    assert {
        kind: [field.name for field in attrs.fields(kind) if not field.kw_only] for kind in kinds
    } == POSITIONAL
