"""Groups of items, the paths to what is in them, and their short forms."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given

from kinescript.model import (
    UNSAID,
    Branch,
    Case,
    Circuit,
    Component,
    Item,
    Pick,
    Rest,
    Routine,
    Section,
    Superset,
    amrap,
    emom,
    minutes,
    seconds,
    walk,
)
from kinescript.testing import components

Problems = Callable[[str], list[tuple[str, str]]]

COMPONENT = "an Item, a Rest, or a group such as Circuit(...)"
COUNTS = "a whole number of 1 or more, a range of them, words, or unsaid"
ENDS = "a whole number of 1 or more, minutes(20), kilometres(5), Words, UNSAID or Until(...)"


def count(component: Component) -> int:
    """Return how many items stand in a component, however deep."""
    match component:
        case Item():
            return 1
        case Superset(items):
            return len(items)
        case Branch(cases):
            return sum(count(part) for case in cases for part in case.parts)
        case Section(parts) | Circuit(parts) | Pick(parts):
            return sum(map(count, parts))
        case _:
            return 0


@given(components())
def test_paths_lead_to_their_items(component: Component) -> None:
    """The path of an item, evaluated on the component, gives that very item."""
    for path, item in walk(component, "root"):
        assert eval(path, {"root": component}) is item  # noqa: S307


@given(components())
def test_each_item_is_visited_once(component: Component) -> None:
    """As many items are found as there are, each at a path of its own."""
    paths = [path for path, _ in walk(component)]

    assert len(set(paths)) == len(paths) == count(component)


@given(components())
def test_any_component_can_stand_in_a_group(component: Component) -> None:
    """One component needs no list, wherever several belong."""
    assert [(component,)] * 5 == [
        Section(component).parts,
        Circuit(component).parts,
        Pick(component).parts,
        Case("age below 16", component).parts,
        Routine("Day", component).items,
    ]


def test_a_case_may_have_nothing_to_do() -> None:
    """Where nothing is done for a finding, its case has no parts."""
    assert Case("massive tear") == Case("massive tear", [])


def test_emom_is_a_circuit_whose_parts_take_turns() -> None:
    """One part at the start of every interval."""
    push, pull = Item("Push"), Item("Pull")

    assert emom(push, pull, end=10, every=timedelta(minutes=1)) == (
        Circuit([push, pull], 10, every=minutes(1), turns=True)
    )


def test_amrap_is_a_circuit_that_ends_by_time() -> None:
    """As many rounds as fit in a time."""
    push, pull = Item("Push"), Item("Pull")

    assert Circuit([push, pull], minutes(20)) == amrap(push, pull, end=timedelta(minutes=20))


def test_rounds_are_unsaid_unless_written() -> None:
    """A circuit without an end says nothing of its rounds, nor of rests."""
    circuit = Circuit(Item("Push"))

    assert [circuit.end, circuit.rest, circuit.between, circuit.every] == [UNSAID] * 4
    assert Circuit(Item("Push"), between=Rest(seconds(30))) == (
        Circuit(Item("Push"), between=seconds(30))
    )


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("Section([])", "parts", "expected at least one item or group"),
        ("Circuit([], 3)", "parts", "expected at least one item or group"),
        ("Pick([], 3)", "parts", "expected at least one item or group"),
        ("Section([Item('Push'), 'Pull'])", "parts[1]", f"expected {COMPONENT}, got 'Pull'"),
        ("Section('Push')", "parts", f"expected {COMPONENT}, got 'Push'"),
        ("Routine('Day', [Case('a')])", "items[0]", None),
        (
            "Section(Item('Push'), role='warm-up')",
            "role",
            "expected a Role such as Role.WARM_UP, or UNSAID, got 'warm-up'",
        ),
        (
            "Section(Item('Push'), length=minutes(0))",
            "length",
            "expected a length of more than 0, such as seconds(10), got seconds(0)",
        ),
        ("Circuit(Item('Push'), 0)", "end", f"expected {COUNTS}, got 0"),
        ("Circuit(Item('Push'), 2.5)", "end", None),
        (
            "Circuit(Item('Push'), weeks(2))",
            "end",
            None,
        ),
        (
            "Circuit(Item('Push'), minutes(0))",
            "end",
            "expected a length of more than 0, such as seconds(10), got seconds(0)",
        ),
        (
            "Circuit(Item('Push'), Distance(1, DistanceUnit.LAP, activity='jog'))",
            "end",
            None,
        ),
        (
            "Circuit(Item('Push'), 3, every=seconds(0))",
            "every",
            "expected a length of more than 0, such as seconds(10), got seconds(0)",
        ),
        ("Circuit(Item('Push'), 3, every=metres(5))", "every", None),
        ("Circuit(Item('Push'), 3, turns=1)", "turns", "expected True or False, got 1"),
        ("Superset(Item('Push'))", "items", "expected at least two items"),
        ("Superset([Item('Push'), 'Pull'])", "items[1]", "expected an Item, got 'Pull'"),
        ("Pick(Item('Push'), 0)", "count", f"expected {COUNTS}, got 0"),
        ("Case('')", "name", "expected a text that is not empty, got ''"),
        ("Branch([])", "cases", "expected at least one case, each with a name of its own"),
        (
            "Branch([Case('a'), Case('b'), Case('a')])",
            "cases",
            "expected at least one case, each with a name of its own",
        ),
        ("Branch(Item('Push'))", "cases", None),
    ],
)
def test_what_is_no_group_is_refused(
    problems: Problems, written: str, path: str, reason: str | None
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    ((found, why),) = problems(written)

    assert path == found
    assert why.startswith("expected ")
    assert reason in {None, why}
