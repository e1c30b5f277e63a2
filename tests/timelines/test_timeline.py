"""The timeline as a sequence: whatever is asked of it, the answer agrees with its tree."""

import copy
import pickle
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, Self, cast

import attrs
import pytest
from hypothesis import assume, given, strategies as st

from kinescript.errors import OutsideError, TimelineError
from kinescript.model import (
    Assumptions,
    Breaths,
    Choice,
    Dose,
    EachSide,
    Exercise,
    Hold,
    Item,
    Order,
    Reps,
    Role,
    Routine,
    Sets,
    Side,
    Timed,
    seconds,
)
from kinescript.testing import assumptions, choices, items, routines
from kinescript.timelines import (
    GroupMark,
    ItemMark,
    Level,
    Mark,
    Node,
    Place,
    RepeatNode,
    RoleMark,
    SequenceNode,
    SideMark,
    Step,
    StepKind,
    StepNode,
    Timeline,
    Timing,
    WayMark,
    timeline,
)

ZERO = timedelta(0)
INSTANT = timedelta.resolution
MILLISECOND = timedelta(milliseconds=1)
LONGEST = timedelta.max // MILLISECOND
LISTED = 500
RESTING = {StepKind.PREPARE, StepKind.REST, StepKind.TRANSITION}

EMPTY = timeline(Routine("nothing", ()))
BRIDGE = timeline(Item("Bridge", Dose(Sets(2, Reps(3, hold=seconds(5))))))
PULSES = timeline(Item("Pulse", Dose(Sets(10**6, Reps(10**6)))))


def timelines() -> st.SearchStrategy[Timeline]:
    """Make timelines of routines, the empty one among them, under any choice and assumptions."""
    of = items(small=True) | routines(small=True)
    made = st.builds(timeline, of, choice=choices(), assumptions=assumptions())
    return made.filter(lambda each: len(each) < LISTED)


def offsets(within: Timeline) -> st.SearchStrategy[timedelta]:
    """Make offsets around a timeline, most of them at or just before one of its boundaries."""
    edges = [ZERO, within.duration, *(step.end for step in within)]
    near = [edge + shift for edge in edges for shift in (-INSTANT, ZERO, INSTANT)]
    anywhere = st.timedeltas(-timedelta(minutes=1), within.duration + timedelta(minutes=1))
    return st.sampled_from(near) | anywhere | st.timedeltas()


@attrs.frozen
class Around:
    """What is around a node on the way to it."""

    path: str = ""
    exercise: Exercise | None = None
    side: Side | None = None
    role: Role | None = None
    ways: WayMark | None = None
    places: tuple[Place, ...] = ()
    counted: tuple[tuple[Level, int], ...] = ()

    def under(self, mark: Mark | None) -> Self:
        """Return what is around a node below *mark*."""
        match mark:
            case ItemMark():
                return attrs.evolve(self, path=mark.path, exercise=mark.exercise)
            case SideMark():
                return attrs.evolve(self, side=mark.side)
            case RoleMark():
                return attrs.evolve(self, role=mark.role)
            case WayMark():
                return attrs.evolve(self, ways=mark)
            case Place():
                return self.at(mark)
            case GroupMark() | None:
                return self

    def at(self, place: Place) -> Self:
        """Return what is around a node at *place*, counting on from what was passed."""
        counted = dict(self.counted)
        number = counted.pop(place.level, 0) + place.number
        places = (*self.places, attrs.evolve(place, number=number))
        return attrs.evolve(self, places=places, counted=tuple(counted.items()))

    def within(self, node: RepeatNode, number: int) -> Self:
        """Return what is around a node in a pass of a repeat."""
        passed = node.after + (number - 1) * node.stride
        counted = dict(self.counted)
        if node.base is not None:
            counted[node.base] = passed
        around = attrs.evolve(self, counted=tuple(counted.items()))
        if node.base is node.level:
            return around
        return around.at(Place(node.level, passed + 1, node.of, node.basis))

    @property
    def way(self) -> str | None:
        """The name of the way."""
        ways = [place for place in self.places if place.level is Level.WAY]
        return None if self.ways is None or not ways else self.ways.name(ways[0])


def nodes(node: Node, around: Around) -> Iterator[tuple[StepNode, Around]]:
    """Yield every step of a tree that takes time, by walking all of it."""
    match node:
        case StepNode():
            if node.timing.length:
                yield node, around
        case SequenceNode(parts=parts, mark=mark):
            around = around.under(mark)
            for part in parts:
                yield from nodes(part, around)
        case RepeatNode():
            for number in range(1, node.count + 1):
                inside = around.within(node, number)
                yield from nodes(node.body, inside)
                if number < node.count:
                    yield from nodes(node.between, inside)


def expanded(node: Node) -> Iterator[Step]:
    """Yield the steps of a tree, by walking all of it and adding up."""
    start = 0
    for step, around in nodes(node, Around()):
        timing = step.timing
        yield Step(
            kind=step.kind,
            start=start * MILLISECOND,
            duration=timing.length * MILLISECOND,
            least=timing.least * MILLISECOND,
            greatest=timing.greatest * MILLISECOND,
            amount=timing.amount,
            written=step.written,
            basis=timing.basis,
            ends=timing.ends,
            exercise=None if step.kind in RESTING else around.exercise,
            path=around.path,
            part=step.part,
            side=None if step.kind in RESTING else around.side,
            way=None if step.kind in RESTING else around.way,
            role=around.role,
            level=step.level,
            text=step.text,
            intensity=step.intensity,
            places=around.places,
        )
        start += timing.length


@given(timelines())
def test_steps_are_those_of_the_tree(made: Timeline) -> None:
    """Iterating yields every step of the tree that takes time, in order, with its context."""
    assert list(expanded(made.tree)) == list(made)


@given(timelines())
def test_steps_tile_the_session(made: Timeline) -> None:
    """Each step takes time and starts exactly when the one before it ends."""
    ends = [ZERO, *(step.end for step in made)]

    assert [step.start for step in made] == ends[:-1]
    assert made.duration == ends[-1]
    assert all(step.duration > ZERO for step in made)


@given(timelines())
def test_the_whole_is_the_sum_of_its_parts(made: Timeline) -> None:
    """A timeline lasts as long as its steps together."""
    assert made.duration == sum((step.duration for step in made), ZERO)


@given(timelines())
def test_length_is_the_number_of_steps(made: Timeline) -> None:
    """The length is the number of steps, and a timeline without steps is false."""
    assert len(made) == len(list(made))
    assert bool(made) == (made.duration > ZERO)


@given(timelines())
def test_reversed_is_backwards(made: Timeline) -> None:
    """Reversed iteration yields the same steps, the last one first."""
    assert list(made)[::-1] == list(reversed(made))


@given(st.data(), timelines())
def test_index_counts_from_either_end(data: st.DataObject, made: Timeline) -> None:
    """An index from 0 and the negative one from the end are the same step."""
    assume(made)
    index = data.draw(st.integers(0, len(made) - 1))

    assert list(made)[index] == made[index] == made[index - len(made)]


@given(timelines(), st.integers(0))
def test_index_outside_is_an_index_error(made: Timeline, beyond: int) -> None:
    """There is no step at the length, nor before the first."""
    for index in (len(made) + beyond, -len(made) - 1 - beyond):
        with pytest.raises(OutsideError) as caught:
            made[index]

        assert isinstance(caught.value, IndexError)
        assert f"expected the index of one of {len(made)} steps, got {index}" == str(caught.value)


def test_index_is_a_whole_number() -> None:
    """As with a list, anything that counts is an index and nothing else is."""
    assert BRIDGE[1] == BRIDGE[True]
    with pytest.raises(TypeError):
        BRIDGE[cast("Any", 1.0)]


@given(st.data(), timelines())
def test_at_agrees_with_iteration(data: st.DataObject, made: Timeline) -> None:
    """The step at an offset is the one that starts no later and ends after it."""
    offset = data.draw(offsets(made))
    under_way = [
        (index, step) for index, step in enumerate(made) if step.start <= offset < step.end
    ]

    if under_way:
        assert under_way == [(made.index_at(offset), made.at(offset))]
    else:
        for ask in (made.at, made.index_at):
            with pytest.raises(OutsideError):
                ask(offset)


@given(timelines())
def test_at_knows_both_ends_of_every_step(made: Timeline) -> None:
    """A step is under way at its start and one microsecond before its end."""
    steps = list(made)

    assert steps == [made.at(step.start) for step in steps]
    assert steps == [made.at(step.end - INSTANT) for step in steps]
    assert list(range(len(steps))) == [made.index_at(step.start) for step in steps]
    assert list(range(len(steps))) == [made.index_at(step.end - INSTANT) for step in steps]


@pytest.mark.parametrize("offset", [-INSTANT, BRIDGE.duration, timedelta.min, timedelta.max])
def test_at_outside_is_an_index_error(offset: timedelta) -> None:
    """Nothing is under way before the start, nor at the end or after it."""
    with pytest.raises(OutsideError) as caught:
        BRIDGE.at(offset)

    reason = f"expected an offset from 0:00:00 to before 0:02:04, got {offset}"
    assert isinstance(caught.value, IndexError)
    assert reason == str(caught.value)


@given(st.data(), timelines())
def test_between_filters_the_steps(data: st.DataObject, made: Timeline) -> None:
    """The steps between two offsets are those under way at some instant from one to the other."""
    start, end = data.draw(offsets(made)), data.draw(offsets(made))
    expected = [step for step in made if max(step.start, start) < min(step.end, end)]

    assert expected == list(made.between(start, end))


@given(st.data(), timelines())
def test_slices_are_slices_of_a_list(data: st.DataObject, made: Timeline) -> None:
    """Slices, and slices of slices, are those of the list of all steps."""
    first, second = (data.draw(st.slices(len(made) + 2)) for _ in range(2))
    steps = list(made)

    assert steps[first] == list(made[first])
    assert steps[first][second] == list(made[first][second])
    assert len(steps[first][second]) == len(made[first][second])
    assert steps[first][::-1] == list(reversed(made[first]))


@given(st.data(), timelines())
def test_a_view_has_indices_of_its_own(data: st.DataObject, made: Timeline) -> None:
    """Within a slice steps are counted from its own ends, and there are none beyond."""
    view = made[data.draw(st.slices(len(made)))]
    assume(view)
    index = data.draw(st.integers(-len(view), len(view) - 1))

    assert list(view)[index] == view[index]
    for outside in (len(view), -len(view) - 1):
        with pytest.raises(OutsideError) as caught:
            view[outside]

        assert f"expected the index of one of {len(view)} steps, got {outside}" == str(caught.value)


@given(timelines())
def test_views_are_compared_by_value(made: Timeline) -> None:
    """Two slices that hold the same steps of equal timelines are equal, however they were made."""
    again = copy.deepcopy(made)

    assert made[:] == again[0 : len(again)]
    assert hash(made[:]) == hash(again[0 : len(again)])
    assert made[:0] == again[len(again) :]
    assert not made or made[:] != again[1:]


@given(items(small=True) | routines(small=True), choices(), assumptions())
def test_building_is_deterministic(of: Item | Routine, choice: Choice, taken: Assumptions) -> None:
    """Equal routines give equal timelines with equal hashes, which pickle and copy keep."""
    made = timeline(of, choice=choice, assumptions=taken)
    same = [
        timeline(copy.deepcopy(of), choice=choice, assumptions=taken),
        pickle.loads(pickle.dumps(made)),  # noqa: S301
    ]

    assert [made, made] == same
    assert [hash(made), hash(made)] == [hash(each) for each in same]
    first = list(made[:LISTED])
    assert [first, first] == [list(each[:LISTED]) for each in same]


def test_different_timelines_are_unequal() -> None:
    """One repetition more, or the same steps for another exercise, is another timeline."""
    more = timeline(Item("Bridge", Dose(Sets(2, Reps(4, hold=seconds(5))))))
    other = timeline(Item("Clam", Dose(Sets(2, Reps(3, hold=seconds(5))))))

    assert len({BRIDGE, more, other}) == 3


def test_an_empty_routine_has_no_steps() -> None:
    """A routine without items takes no time: there is nothing to get ready for."""
    assert list(EMPTY) == []
    assert len(EMPTY) == 0
    assert ZERO == EMPTY.duration == EMPTY.least == EMPTY.greatest
    assert list(EMPTY.between(timedelta.min, timedelta.max)) == []
    for index in (0, -1):
        with pytest.raises(OutsideError):
            EMPTY[index]


def test_timelines_show_their_size() -> None:
    """A timeline and a slice of it are shown by their size, not step by step."""
    assert repr(BRIDGE) == "<Timeline of 20 steps, 0:02:04>"
    assert repr(BRIDGE[2:5]) == "<3 of 20 steps>"


# A set of a million repetitions lasts 4,000,000 s; the rest after it 60 s.
SET = 4 * 10**6


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (10, (1, StepKind.REP, 1, 1)),
        (10 + 4, (2, StepKind.REP, 1, 2)),
        (10 + SET, (10**6 + 1, StepKind.REST, 1, None)),
        (10 + SET + 60, (10**6 + 2, StepKind.REP, 2, 1)),
        (
            10 + 499_999 * (SET + 60) + 4 * 654_320,
            (1 + 499_999 * (10**6 + 1) + 654_320, StepKind.REP, 500_000, 654_321),
        ),
        (10**6 * SET + 60 * (10**6 - 1) + 9, (10**12 + 10**6 - 1, StepKind.REP, 10**6, 10**6)),
    ],
)
def test_any_of_a_million_millions_of_steps_is_found(
    offset: int, expected: tuple[int, StepKind, int, int | None]
) -> None:
    """A step of 10^12 is found by its offset and by its index, with its set and repetition."""
    when = timedelta(seconds=offset)
    index, step = PULSES.index_at(when), PULSES.at(when)

    assert expected == (index, step.kind, step.set, step.rep)
    assert PULSES[index] == step


def test_a_million_millions_of_steps_are_measured() -> None:
    """The length and duration of 10^12 repetitions are exact."""
    assert len(PULSES) == 1 + 10**12 + 10**6 - 1
    assert timedelta(seconds=10 + 10**6 * SET + 60 * (10**6 - 1)) == PULSES.duration


def test_size_costs_no_memory() -> None:
    """Building, measuring, asking and slicing 10^12 steps takes a few kilobytes."""
    item = Item("Pulse", Dose(Sets(10**6, Reps(10**6)), sides=EachSide(Order.BY_SET)))
    tracemalloc.start()
    try:
        made = timeline(item)
        view = made[1:-1:3]
        assert made.at(made.duration / 2) == made[made.index_at(made.duration / 2)]
        assert view[-1] in {made[-2], made[-3], made[-4]}
        assert len(made.between(made.duration / 3, made.duration / 2)) > 10**11
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 50_000


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_the_tree_is_as_large_as_the_dose_is_written(sets: int, reps: int) -> None:
    """The tree does not grow with the figures in a dose."""
    once, often = (
        timeline(Item("Pulse", Dose(Sets(*figures))))
        for figures in ((1, Reps(1)), (sets, Reps(reps)))
    )

    assert size(once.tree) == size(often.tree)


def size(node: Node) -> int:
    """Return the number of nodes of a tree, empty sequences left out."""
    match node:
        case StepNode():
            return 1
        case SequenceNode(parts=parts):
            return sum(map(size, parts)) + bool(parts)
        case RepeatNode(body=body, between=between):
            return 1 + size(body) + size(between)


def test_the_longest_timeline_is_as_long_as_a_timedelta() -> None:
    """What `timedelta` can hold is a timeline, to the last millisecond."""
    timing = Timing(length=LONGEST, least=0, greatest=LONGEST)
    made = Timeline(StepNode(StepKind.ACTIVITY, timing))

    assert timedelta.max - made.duration < MILLISECOND
    assert made[0] == made.at(made.duration - INSTANT)


@pytest.mark.parametrize("length", [0, LONGEST + 1])
def test_what_may_last_longer_than_a_timedelta_is_refused(length: int) -> None:
    """A tree whose greatest length no `timedelta` can hold is no timeline."""
    timing = Timing(length=length, least=0, greatest=LONGEST + 1)

    with pytest.raises(TimelineError) as caught:
        Timeline(StepNode(StepKind.ACTIVITY, timing))

    assert isinstance(caught.value, OverflowError)
    assert str(caught.value) == "expected at most 999999999 days"


@pytest.mark.parametrize(
    "dose",
    [
        Dose(Sets(10**12, Reps(10**12))),
        Dose(Timed(timedelta.max - timedelta(microseconds=999))),
        Dose(Hold(seconds(8 * 10**13, None))),
        Dose(Hold(Breaths(10**29))),
    ],
    ids=["sets of reps", "longest activity", "open end", "breaths"],
)
def test_doses_beyond_all_time_are_refused(dose: Dose) -> None:
    """A dose that no calendar could hold gives an error of our own, at once."""
    with pytest.raises(TimelineError):
        timeline(Item("Pulse", dose))


def test_what_cannot_be_counted_is_refused() -> None:
    """A tree of more steps than `len` can tell, as few as 2^31 on some machines, is refused."""
    tree = SimpleNamespace(greatest=LONGEST, steps=sys.maxsize + 1)

    with pytest.raises(TimelineError) as caught:
        Timeline(cast("Node", tree))

    assert f"expected at most {sys.maxsize} steps" == str(caught.value)


@given(timelines(), st.integers(0, 6))
def test_a_step_is_found_where_it_starts(made: Timeline, first: int) -> None:
    """A step's index is found by its start; one with anything else about it is not there."""
    for index in range(first, len(made), 7):
        step = made[index]

        assert step in made
        assert index == made.index(step)
        assert made.count(step) == 1
        assert attrs.evolve(step, text="another") not in made
        assert attrs.evolve(step, start=step.start + made.duration) not in made


def test_what_is_no_step_of_it_has_no_index() -> None:
    """Looking for something else raises ValueError, as for any sequence, at once."""
    huge = timeline(Item("Pulse", Dose(Sets(10**6, Reps(10**6)))))
    step = huge[10**12]
    strangers: tuple[object, ...] = ("step", None, 5)

    assert huge.index(step) == 10**12
    assert not any(stranger in huge for stranger in strangers)
    with pytest.raises(ValueError, match="expected a step of the timeline"):
        huge.index(step, 0, 5)
