"""Trees: what they measure in closed form, and how they are compared."""

from enum import Enum

import pytest
from hypothesis import given, strategies as st

from kinescript.model import Range
from kinescript.timelines import (
    Basis,
    Ending,
    Level,
    Node,
    RepeatNode,
    SequenceNode,
    StepKind,
    StepNode,
    Timing,
)


def timings() -> st.SearchStrategy[Timing]:
    """Make lengths with bounds around them; none at all is one of them."""
    return st.lists(st.integers(0, 5), min_size=3, max_size=3).map(
        lambda each: Timing(length=sorted(each)[1], least=min(each), greatest=max(each))
    )


def repeats(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Make repeats with bounds around their count."""
    figures = st.lists(st.integers(1, 4), min_size=3, max_size=3).map(sorted)
    return st.builds(repeat, figures, inner, inner)


def repeat(figures: list[int], body: Node, between: Node) -> RepeatNode:
    """Return a repeat whose least, planned and greatest count are *figures*."""
    least, count, greatest = figures
    return RepeatNode(
        body=body,
        count=count,
        between=between,
        level=Level.SET,
        least_count=least,
        greatest_count=greatest,
        written=Range(least, greatest),
    )


NODES: st.SearchStrategy[Node] = st.recursive(
    timings().map(lambda timing: StepNode(StepKind.HOLD, timing)),
    lambda inner: st.lists(inner, max_size=3).map(SequenceNode) | repeats(inner),
    max_leaves=6,
)


def leaves(node: Node, which: str) -> list[Timing]:
    """Return the steps below a node, each repeat at its count called *which*."""
    match node:
        case StepNode():
            return [node.timing]
        case SequenceNode(parts=parts):
            return [timing for part in parts for timing in leaves(part, which)]
        case RepeatNode(body=body, between=between):
            times: int = getattr(node, which)
            return leaves(body, which) + (times - 1) * (
                leaves(between, which) + leaves(body, which)
            )


@given(NODES)
def test_measures_are_sums_over_all_steps(node: Node) -> None:
    """Length, number of steps and both bounds are what adding up every step gives."""
    planned = [timing.length for timing in leaves(node, "count")]

    assert sum(planned) == node.length
    assert len([length for length in planned if length]) == node.steps
    assert sum(timing.least for timing in leaves(node, "least_count")) == node.least
    assert sum(timing.greatest for timing in leaves(node, "greatest_count")) == node.greatest


@given(NODES)
def test_the_plan_is_within_its_bounds(node: Node) -> None:
    """What is planned is never less than the least nor more than the greatest."""
    assert node.least <= node.length <= node.greatest


@given(st.lists(NODES, max_size=4))
def test_parts_start_where_the_ones_before_end(parts: list[Node]) -> None:
    """A sequence knows when each of its parts starts, and with which step."""
    made = SequenceNode(parts)
    before = [SequenceNode(parts[:index]) for index in range(len(parts))]

    assert tuple(each.length for each in before) == made.starts
    assert tuple(each.steps for each in before) == made.firsts


@given(st.lists(NODES, max_size=3))
def test_nodes_are_compared_by_value(parts: list[Node]) -> None:
    """Equal parts make equal nodes with equal hashes, from any iterable."""
    made, again = SequenceNode(parts), SequenceNode(iter(parts))

    assert made == again
    assert hash(made) == hash(again)
    assert made != SequenceNode([*parts, SequenceNode([])])


def test_a_repeat_counts_itself_alone_unless_told() -> None:
    """A repeat that goes on from no other counts from nothing to its own count."""
    made = repeat([1, 3, 4], SequenceNode([]), SequenceNode([]))

    assert (made.after, made.of) == (0, 3)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (
            StepKind,
            "prepare rep lift hold lower pause inhale exhale activity rest switch transition",
        ),
        (Basis, "prescribed assumed"),
        (Ending, "time person"),
        (Level, "rep pass set way item round"),
    ],
)
def test_terms_are_the_words_that_programs_read(terms: type[Enum], expected: str) -> None:
    """The values of the terms are plain words that documents and programs rely on."""
    assert expected == " ".join(term.value for term in terms)
