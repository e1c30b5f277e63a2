"""The public strategies make every kind of value that the model can say."""

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeAlias, get_args, get_type_hints

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

from kinescript import model, testing
from kinescript.agendas import Busy, Calendar, Waking
from kinescript.model import (
    Breaths,
    Change,
    Circuit,
    Component,
    Counts,
    Dose,
    Duration,
    Hold,
    Item,
    Range,
    Repeat,
    Reps,
    Rest,
    Series,
    Sets,
    Timed,
    Until,
    Work,
)
from kinescript.plans import Plan

Value: TypeAlias = Any

NAMED = [getattr(model, name) for name in model.__all__]
CLASSES = [
    each for each in (*NAMED, Busy, Calendar, Waking) if isinstance(each, type) and attrs.has(each)
]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
MAKERS = [
    *("assumptions", "calendars", "choices", "doses", "exercises", "items", "phases"),
    *("prescriptions", "quantities", "works", "components", "guides", "frequencies"),
    *("distances", "conditions", "intensities", "spans", "readings", "aims", "goals"),
]
# Groups and progressions have the most kinds of parts, and measures the most units.
EXAMPLES = {
    "components": 300,
    "guides": 1500,
    "intensities": 1500,
    "phases": 500,
    "frequencies": 800,
}
ONLY = {
    "components": lambda made: not isinstance(made, Item | Rest),
    "guides": lambda made: isinstance(made, Change),
}
FIELDS = {
    repr(hint): (kind, name, hint)
    for kind in CLASSES
    for name, hint in get_type_hints(kind).items()
}.values()
# What a type allows and the constructor refuses.
REFUSED: dict[tuple[type, str], set[type]] = {
    (Busy, "days"): {
        model.Cycle,
        model.DaysOf,
        model.DaysPer,
        model.EveryDays,
        model.Words,
    },
}
SIZES = [
    *("works", "doses", "items", "components", "routines", "phases", "prescriptions"),
    *("rests", "tempos"),
]


def inside(value: Value) -> list[Value]:
    """List the value and all that stands in it, whatever its kind."""
    if isinstance(value, tuple):
        return [part for each in value for part in inside(each)]
    if not attrs.has(type(value)):
        return [value]
    return [
        value,
        *inside(tuple(getattr(value, field.name) for field in attrs.fields(type(value)))),
    ]


def members(value: Value) -> list[Value]:
    """List what stands in a tuple, and in the tuples in it."""
    if isinstance(value, tuple):
        return [part for each in value for part in members(each)]
    return [value]


def kinds(hint: Value) -> set[type]:
    """Return the classes of what a field of this type can hold, and its members' classes."""
    held = get_args(hint)
    return {kind for each in held for kind in kinds(each) if each is not ...} if held else {hint}


def held_in(made: list[Any], hint: Value) -> list[Any]:
    """List what the fields of one type hold, in whichever class they are."""
    return [
        getattr(value, name)
        for kind in CLASSES
        for name, each in get_type_hints(kind).items()
        if each == hint
        for value in made
        if type(value) is kind
    ]


def maker(name: str) -> SearchStrategy[Any]:
    """Return the strategy of a name."""
    strategy: SearchStrategy[Any] = getattr(testing, name)()
    return strategy


def _any(_: object) -> bool:
    return True


@pytest.fixture(scope="module")
def made() -> list[Any]:
    """Thousands of values of all kinds."""
    found: list[Any] = []

    for name in MAKERS:

        @settings(
            max_examples=EXAMPLES.get(name, 150),
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=SLOW,
        )
        @given(maker(name).filter(ONLY.get(name, _any)))
        def collect(value: object) -> None:
            found.extend(inside(value))

        collect()
    return found


@pytest.mark.parametrize("kind", CLASSES)
def test_every_field_takes_several_values(made: list[Any], kind: type[Any]) -> None:
    """Each field of each class comes with more than one value."""
    values = [value for value in made if type(value) is kind]
    for field in attrs.fields(kind):
        assert len({getattr(value, field.name) for value in values}) > 1, field.name


@pytest.mark.parametrize(
    ("kind", "name", "hint"),
    [pytest.param(*each, id=f"{each[0].__name__}.{each[1]}") for each in FIELDS],
)
def test_every_type_of_field_takes_every_kind(
    made: list[Any], kind: type, name: str, hint: Value
) -> None:
    """Fields of one type come with every kind of value that the type allows."""
    expected = kinds(hint) - REFUSED.get((kind, name), set())
    found = {type(member) for member in members(tuple(held_in(made, hint)))}

    assert expected - found == set()


def test_every_word_is_used(made: list[Any]) -> None:
    """Each member of each enum of the model comes."""
    found = {value for value in made if isinstance(value, Enum)}
    enums = {
        each for each in vars(model).values() if isinstance(each, type) and issubclass(each, Enum)
    }

    assert {member for each in enums for member in each} == found


@pytest.mark.parametrize(
    ("what", "is_so"),
    [
        ("exact", lambda bounds: bounds.is_exact),
        ("bounded", lambda bounds: None not in (bounds.low, bounds.high) and not bounds.is_exact),
        ("at least", lambda bounds: bounds.high is None),
        ("up to", lambda bounds: bounds.low is None),
        ("whole", lambda bounds: bounds.is_whole),
        ("fraction", lambda bounds: not bounds.is_whole),
        ("nothing", lambda bounds: bounds.high == 0),
    ],
)
def test_ranges_have_every_shape(
    made: list[Any], what: str, is_so: Callable[[Range], bool]
) -> None:
    """Exact, bounded and open ranges come, in whole numbers and fractions, and 0."""
    assert any(is_so(value) for value in made if isinstance(value, Range)), what


def test_work_is_nested(made: list[Any]) -> None:
    """Series and repeats stand inside each other."""
    parts = {
        (type(value), type(part))
        for value in made
        if isinstance(value, Series | Repeat)
        for part in (value.parts if isinstance(value, Series) else (value.body,))
    }

    assert {(Series, Repeat), (Repeat, Series), (Series, Series), (Repeat, Repeat)} <= parts


def test_holds_and_tempos_come_together(made: list[Any]) -> None:
    """Repetitions are held, timed, both or neither."""
    shapes = {
        (value.hold is not None, value.tempo is not model.UNSAID)
        for value in made
        if isinstance(value, Reps)
    }

    assert len(shapes) == 4


def is_small(bounds: Range, most: int) -> bool:
    """Return whether no bound that is given exceeds *most*."""
    return all(bound is None or bound <= most for bound in (bounds.low, bounds.high))


@pytest.mark.parametrize("name", SIZES)
def test_small_values_stay_small(name: str) -> None:
    """Where small, no figure of the work exceeds 3, and no length 90 s."""

    @settings(suppress_health_check=SLOW)
    @given(getattr(testing, name)(small=True))
    def check(value: object) -> None:
        for part in inside(value):
            if not isinstance(part, Sets | Reps | Hold | Timed | Rest | Repeat | Circuit):
                continue
            for held in (getattr(part, field.name) for field in attrs.fields(type(part))):
                amount = held.bounds if isinstance(held, Until) else held
                if isinstance(amount, Duration):
                    assert is_small(amount.milliseconds, 90_000)
                if isinstance(amount, Breaths | Counts):
                    assert is_small(amount.count, 3)
                if isinstance(amount, Range):
                    assert is_small(amount, 3)

    check()


@given(testing.components(small=True))
def test_small_rounds_that_end_by_time_are_few(component: Component) -> None:
    """Where small, what ends by time has passes of half a minute at least."""
    for part in inside(component):
        if isinstance(part, Repeat | Circuit) and isinstance(part.end, Duration):
            work = part.body if isinstance(part, Repeat) else _first_work(part)
            lengths = (part.every, work.length if isinstance(work, Hold | Timed) else None)

            assert any(
                isinstance(length, Duration) and (length.milliseconds.low or 0) >= 30_000
                for length in lengths
            )


def _first_work(circuit: Circuit) -> object:
    match circuit.parts[0]:
        case Item(dose=Dose(sets=sets)):
            return sets[0].work
        case _:
            return None


@given(testing.works(small=True))
def test_small_work_is_shallow(work: Work) -> None:
    """Where small, series and repeats stand in each other at most 2 deep."""
    assert depth(work) <= 2


@given(testing.works())
def test_work_has_an_end(work: Work) -> None:
    """Series and repeats stand in each other at most 3 deep."""
    assert depth(work) <= 3


def depth(work: object) -> int:
    """Return how many series and repeats stand around the innermost work."""
    if isinstance(work, Series):
        return 1 + max(map(depth, work.parts))
    return 1 + depth(work.body) if isinstance(work, Repeat) else 0


@given(testing.ranges(small=True))
def test_small_ranges_are_small(bounds: Range) -> None:
    """Where small, the bounds of a range are at most 3."""
    assert all(bound is None or bound <= 3 for bound in (bounds.low, bounds.high))


@given(testing.items(small=True))
def test_items_are_of_the_model(item: Item) -> None:
    """A small item is an item, and its dose a dose or UNSAID."""
    assert isinstance(item, Item)
    assert item.dose is model.UNSAID or isinstance(item.dose, Dose)


@settings(max_examples=10, suppress_health_check=SLOW)
@given(testing.plans())
def test_plans_are_plans(plan: Plan) -> None:
    """A plan is one of a small prescription."""
    assert isinstance(plan, Plan)


@given(testing.names(), testing.texts())
def test_texts_can_be_encoded(name: str, text: str) -> None:
    """Every text can be written as UTF-8, and every name says something."""
    assert (name + text).encode().decode() == name + text
    assert name.strip()


@pytest.mark.parametrize("name", testing.__all__)
def test_every_strategy_says_what_it_makes(name: str) -> None:
    """Each strategy has a docstring that begins with what it makes."""
    assert (getattr(testing, name).__doc__ or "").strip().startswith("Make ")
