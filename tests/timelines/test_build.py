"""From a dose to its steps: which ones, in what order, on which side, how long, and why so long."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from kinescript.errors import ModelError
from kinescript.model import (
    UNSAID,
    Assumptions,
    Beat,
    Breaths,
    Choice,
    Counts,
    Distance,
    Dose,
    Duration,
    EachSide,
    Hold,
    Item,
    Length,
    Order,
    Part,
    Range,
    Repeat,
    Reps,
    Rest,
    Routine,
    Series,
    Sets,
    Side,
    Tempo,
    Timed,
    Unsaid,
    Until,
    Within,
    Words,
    Work,
    breathing,
    minutes,
    opposite,
    seconds,
    tempo,
    walk,
)
from kinescript.testing import assumptions, choices, items, routines, tempos
from kinescript.timelines import (
    Basis,
    Ending,
    Level,
    Policy,
    Step,
    StepKind,
    Timeline,
    timeline,
    timeline_of,
)

SECOND = timedelta(seconds=1)
SLOWLY = Words("slowly")
LEFT_FIRST = EachSide(first=Side.LEFT, switch=seconds(5))
MIRRORED = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
AFFECTED = st.sampled_from((UNSAID, Side.LEFT, Side.RIGHT))


def lay(dose: Dose | Work | Unsaid, choice: Choice | None = None) -> Timeline:
    """Lay out one dose."""
    of = dose if isinstance(dose, Dose | Unsaid) else Dose(dose)
    return timeline(Item("Exercise", of), choice=choice)


def told(steps: Iterable[Step]) -> str:
    """Tell kinds and seconds of steps, without getting ready."""
    return ", ".join(
        f"{step.kind.value} {step.duration / SECOND:g}"
        for step in steps
        if step.kind is not StepKind.PREPARE
    )


def placed(steps: Iterable[Step]) -> str:
    """Tell side, set and repetition of steps, pauses in brackets, without getting ready."""
    words = []
    for step in steps:
        if step.kind is StepKind.PREPARE:
            continue
        side = step.side.value[0].upper() if step.side else ""
        place = ".".join(str(place.number) for place in step.places)
        word = f"{side}{place}" or "-"
        if step.kind in {StepKind.REST, StepKind.SWITCH, StepKind.TRANSITION}:
            word = f"({step.kind.value} {word})"
        words.append(word)
    return " ".join(words)


@pytest.mark.parametrize(
    ("reps", "expected"),
    [
        (Reps(1), "rep 4"),
        (Reps(1, hold=seconds(5)), "lift 2, hold 5, lower 2"),
        (Reps(1, hold=UNSAID), "lift 2, hold 10, lower 2"),
        (Reps(1, hold=Breaths(3)), "lift 2, hold 15, lower 2"),
        (Reps(1, hold=seconds(0)), "lift 2, lower 2"),
        (Reps(1, tempo=tempo("3-0-1-0")), "lower 3, lift 1"),
        (Reps(1, tempo=tempo("30X1")), "lower 3, lift 1, pause 1"),
        (Reps(1, tempo=tempo("2-1-3-4")), "lower 2, pause 1, lift 3, pause 4"),
        (Reps(1, tempo=tempo("3-1-2")), "lower 3, pause 1, lift 2"),
        (Reps(1, tempo=tempo("0-0-0-0")), ""),
        (Reps(1, tempo=Tempo(Beat(Part.LOWER, SLOWLY))), "lower 4, lift 2"),
        (Reps(1, tempo=Tempo(Beat(Part.LIFT, seconds(1)))), "lower 2, lift 1"),
        (Reps(1, tempo=Tempo(Beat(Part.TOP, seconds(3)))), "lower 2, lift 2, pause 3"),
        (Reps(1, tempo=Tempo(Beat(Part.BOTTOM, UNSAID))), "lower 2, pause 10, lift 2"),
        (
            Reps(1, tempo=Tempo((Beat(Part.LIFT, seconds(1)), Beat(Part.LOWER, seconds(3))))),
            "lift 1, lower 3",
        ),
        (
            Reps(1, hold=seconds(5), tempo=Tempo(Beat(Part.LOWER, SLOWLY))),
            "lift 2, hold 5, lower 4",
        ),
        (
            Reps(1, hold=seconds(5), tempo=Tempo(Beat(Part.BOTTOM, seconds(1)))),
            "lift 2, hold 5, lower 2, pause 1",
        ),
        (Reps(1, hold=seconds(5), tempo=tempo("3-1-2-0")), "lower 3, pause 1, lift 2, hold 5"),
        (
            Reps(
                1,
                hold=seconds(5),
                tempo=Tempo((Beat(Part.LIFT, seconds(1)), Beat(Part.LOWER, seconds(3)))),
            ),
            "lift 1, hold 5, lower 3",
        ),
        (
            Reps(1, tempo=breathing(*[seconds(4)] * 4)),
            "inhale 4, hold 4, exhale 4, hold 4",
        ),
        (Reps(1, tempo=breathing(seconds(2), seconds(0), seconds(4))), "inhale 2, exhale 4"),
        (Reps(1, tempo=breathing(Counts(4), UNSAID, SLOWLY)), "inhale 4, hold 10, exhale 4"),
        (Reps(1, tempo=Tempo(Beat(Part.EXHALE, SLOWLY))), "inhale 2, exhale 4"),
        (Reps(1, tempo=Tempo(Beat(Part.INHALE, seconds(4)))), "inhale 4, exhale 3"),
        (Reps(1, tempo=Tempo(Beat(Part.FULL, seconds(5)))), "inhale 2, hold 5, exhale 3"),
        (Reps(1, tempo=Tempo(Beat(Part.EMPTY, seconds(5)))), "inhale 2, exhale 3, hold 5"),
        (
            Reps(1, tempo=Tempo((Beat(Part.EXHALE, seconds(6)), Beat(Part.INHALE, seconds(3))))),
            "exhale 6, inhale 3",
        ),
    ],
)
def test_a_repetition_is_its_parts_in_order(reps: Reps, expected: str) -> None:
    """The parts come in the tempo's order, a hold after the lift; ways not named are assumed."""
    assert expected == told(lay(reps))


@given(tempos(small=True), st.none() | st.integers(1, 9).map(seconds))
def test_no_part_that_is_named_gets_lost(beats: Tempo, hold: Duration | None) -> None:
    """Each part of a tempo that takes time is one step of the repetition, and so is its hold."""
    held = None if beats.is_breath or beats.get(Part.TOP) is not None else hold
    parts = [*(beat.length for beat in beats.beats), *([held] if held else [])]
    steps = lay(Reps(1, hold=held, tempo=beats))[1:]

    then = [each.then for each in parts if isinstance(each, Until) and each.then is not UNSAID]

    assert Counter(each for each in (*parts, *then) if not says_nothing(each)) == Counter(
        step.written for step in steps if step.written is not UNSAID
    )


def says_nothing(length: Length) -> bool:
    """Return whether a length is unsaid, or nothing at its least."""
    match length:
        case Unsaid():
            return True
        case Until(bounds=Duration() | Breaths() | Counts() as bounds):
            return says_nothing(bounds)
        case Duration(Range(low, high)) | Breaths(Range(low, high)) | Counts(Range(low, high)):
            return (high if low is None else low) == 0
        case _:
            return False


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        (UNSAID, "activity 60"),
        (Dose(Hold(seconds(30))), "hold 30"),
        (Dose(Hold(UNSAID)), "hold 10"),
        (Dose(Hold(Words("as long as is pleasant"))), "hold 10"),
        (Dose(Hold(Words("a few seconds"))), "hold 3"),
        (Dose(Timed(minutes(2))), "activity 120"),
        (Dose(Timed(UNSAID)), "activity 60"),
        (Dose(Sets(2, Hold(seconds(30)), rest=seconds(15))), "hold 30, rest 15, hold 30"),
        (Dose(Sets(2, Hold(seconds(30)))), "hold 30, rest 60, hold 30"),
        (Dose(Sets(2, Hold(seconds(30)), rest=seconds(0))), "hold 30, hold 30"),
        (Dose(Sets(2, Hold(seconds(30)), rest=Words("briefly"))), "hold 30, rest 2, hold 30"),
        (
            Dose(Sets(Words("several"), Hold(seconds(30)))),
            "hold 30, rest 60, hold 30, rest 60, hold 30",
        ),
        (Dose(Sets(UNSAID, Hold(seconds(30)))), "hold 30"),
        (Dose(Reps(3, rest=seconds(2))), "rep 4, rest 2, rep 4, rest 2, rep 4"),
        (Dose(Reps(Words("a couple"))), ", ".join(["rep 4"] * 10)),
        (Dose(Series((Reps(2), Hold(seconds(9))))), "rep 4, rep 4, hold 9"),
        (Dose(Series((Reps(1), Rest(seconds(15)), Reps(1)))), "rep 4, rest 15, rep 4"),
        (Dose(Series((Hold(seconds(5)), Rest(UNSAID)))), "hold 5, rest 60"),
        (Dose(Repeat(Hold(seconds(5)), 3)), "hold 5, hold 5, hold 5"),
        (Dose(Repeat(Hold(seconds(5)), 2, between=seconds(1))), "hold 5, rest 1, hold 5"),
        (
            Dose((Sets(1, Hold(seconds(9)), rest=seconds(1)), Sets(2, Hold(seconds(8))))),
            "hold 9, rest 1, hold 8, rest 60, hold 8",
        ),
        (Dose((Hold(seconds(9)), Hold(seconds(8)))), "hold 9, rest 60, hold 8"),
    ],
)
def test_a_dose_is_its_work_with_rests_between(dose: Dose | Unsaid, expected: str) -> None:
    """Rests stand between, none after the last; what is zero seconds long is no step."""
    assert expected == told(lay(dose))


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        (Dose(Reps(2)), "1 2"),
        (Dose(Sets(UNSAID, Reps(2))), "1 2"),
        (Dose(Sets(1, Reps(2))), "1.1 1.2"),
        (Dose(Sets(Words("a few"), Reps(1))), "1.1 (rest 1) 2.1 (rest 2) 3.1"),
        (Dose(Sets(2, Reps(2))), "1.1 1.2 (rest 1) 2.1 2.2"),
        (Dose(Sets(3, Hold(seconds(5)))), "1 (rest 1) 2 (rest 2) 3"),
        (Dose(Reps(3, rest=seconds(1))), "1 (rest 1) 2 (rest 2) 3"),
        (
            Dose((Sets(2, Reps(1)), Sets(1, Reps(2)), Sets(2, Hold(seconds(5))))),
            "1.1 (rest 1) 2.1 (rest 2) 3.1 3.2 (rest 3) 4 (rest 4) 5",
        ),
        (Dose((Reps(1), Reps(1))), "1.1 (rest 1) 2.1"),
        (
            Dose(Sets(2, Repeat(Reps(1), 2, between=seconds(1)))),
            "1.1.1 (rest 1.1) 1.2.1 (rest 1) 2.1.1 (rest 2.1) 2.2.1",
        ),
        (
            Dose(Sets(1, Series((Reps(1), Rest(seconds(1)), Hold(seconds(5)))))),
            "1.1 (rest 1) 1",
        ),
    ],
)
def test_steps_and_rests_are_numbered(dose: Dose, expected: str) -> None:
    """Set numbers run on through several sets, and a rest stands at the number it follows."""
    assert expected == placed(lay(dose))


def test_running_numbers_know_how_many_there_are_in_all() -> None:
    """Sets of different work are counted together, in the work and in the rests."""
    made = lay(Dose((Sets(2, Reps(1)), Sets(1, Reps(2)))))

    assert {3} == {step.sets for step in made[1:]}


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        (Dose(Sets(2, Hold(seconds(5)))), Level.SET),
        (Dose((Hold(seconds(5)), Hold(seconds(5)))), Level.SET),
        (Dose(Reps(2, rest=seconds(5))), Level.REP),
        (Dose(Repeat(Hold(seconds(5)), 2, between=seconds(5))), Level.PASS),
        (Dose(Series((Reps(1), Rest(seconds(5)), Reps(1)))), Level.PASS),
    ],
)
def test_a_rest_has_the_level_between_what_it_stands(dose: Dose, expected: Level) -> None:
    """Every rest tells its level, and nothing else has one."""
    for step in lay(dose):
        assert (expected if step.kind is StepKind.REST else None) is step.level


@given(st.integers(1, 5), st.integers(1, 5), st.sampled_from((seconds(2), UNSAID)))
def test_sets_and_repetitions_are_counted_out(sets: int, reps: int, rest: Length) -> None:
    """Every repetition of every set comes once, in order, with rests between and none after."""
    made = lay(Dose(Sets(sets, Reps(reps, rest=rest))))
    rests = [step for step in made if step.kind is StepKind.REST]
    paused = range(1, reps) if rest is not UNSAID else ()

    assert [(number, rep) for number in range(1, sets + 1) for rep in range(1, reps + 1)] == [
        (step.set, step.rep) for step in made if step.kind is StepKind.REP
    ]
    assert {(sets, reps)} == {(step.sets, step.reps) for step in made if step.kind is StepKind.REP}
    assert list(range(1, sets)) == [step.set for step in rests if step.level is Level.SET]
    assert [(number, rep) for number in range(1, sets + 1) for rep in paused] == [
        (step.set, step.rep) for step in rests if step.level is Level.REP
    ]
    assert made[-1].kind is StepKind.REP


def test_words_stay_with_the_steps_they_are_about() -> None:
    """A step says what the prescription says to do in it: its words, or a rest's activity."""
    made = lay(
        Dose(
            Sets(
                2,
                Series((Hold(SLOWLY), Timed(Words("until tired")), Hold(seconds(5)))),
                rest=Rest(Words("briefly"), activity="shake the leg out"),
            )
        )
    )
    bare = lay(Dose(Sets(2, Hold(seconds(5)), rest=Words("briefly"))))

    assert [step.text for step in made[1:5]] == [
        "slowly",
        "until tired",
        "",
        "shake the leg out, briefly",
    ]
    assert [step.text for step in bare[1:]] == ["", "briefly", ""]


@pytest.mark.parametrize(
    ("order", "work", "expected"),
    [
        (
            Order.BY_DOSE,
            Sets(2, Reps(2)),
            "L1.1 L1.2 (rest 1) L2.1 L2.2 (switch R) R1.1 R1.2 (rest 1) R2.1 R2.2",
        ),
        (
            Order.BY_SET,
            Sets(2, Reps(2)),
            "L1.1 L1.2 (switch R1) R1.1 R1.2 (rest 1) L2.1 L2.2 (switch R2) R2.1 R2.2",
        ),
        (
            Order.BY_REP,
            Sets(2, Reps(2)),
            (
                "L1.1 (switch R1.1) R1.1 (switch L1.1) L1.2 (switch R1.2) R1.2 (rest 1) "
                "L2.1 (switch R2.1) R2.1 (switch L2.1) L2.2 (switch R2.2) R2.2"
            ),
        ),
        (
            Order.BY_REP,
            Reps(2, rest=seconds(5)),
            "L1 (switch R1) R1 (rest 1) L2 (switch R2) R2",
        ),
        (Order.BY_DOSE, Hold(seconds(5)), "L (switch R) R"),
        (Order.BY_SET, Hold(seconds(5)), "L (switch R) R"),
        (Order.BY_REP, Hold(seconds(5)), "L (switch R) R"),
        (Order.BY_REP, Timed(seconds(5)), "L (switch R) R"),
        (
            Order.BY_REP,
            Repeat(Hold(seconds(5)), 2),
            "L1 (switch R1) R1 (switch L1) L2 (switch R2) R2",
        ),
        (
            Order.BY_SET,
            Series((Reps(2), Hold(seconds(5)))),
            "L1 L2 L (switch R) R1 R2 R",
        ),
        (
            Order.BY_REP,
            Series((Reps(1), Hold(seconds(5)), Rest(seconds(5)), Hold(seconds(5)))),
            "L1 (switch R1) R1 (switch L) L (switch R) R (rest -) L (switch R) R",
        ),
    ],
)
def test_sides_change_in_the_order_written(order: Order, work: Work | Sets, expected: str) -> None:
    """The second side follows the whole dose, each set or each repetition, after a switch."""
    dose = Dose(work, sides=attrs.evolve(LEFT_FIRST, order=order))

    assert expected == placed(lay(dose))


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (UNSAID, "-"),
        *((side, side.value[0].upper()) for side in Side),
        (EachSide(), "L (switch R) R"),
        (EachSide(first=Side.RIGHT), "R (switch L) L"),
        (EachSide(first=Side.AFFECTED), "A (switch U) U"),
        (EachSide(first=Side.UNAFFECTED), "U (switch A) A"),
    ],
)
def test_a_side_is_the_one_written(sides: Side | EachSide | Unsaid, expected: str) -> None:
    """A step has the side that is written; of two the left comes first unless that is said."""
    assert expected == placed(lay(Dose(Hold(seconds(5)), sides=sides)))


@given(
    st.integers(1, 4),
    st.integers(1, 4),
    st.sampled_from((Order.BY_DOSE, Order.BY_SET, Order.BY_REP)),
)
def test_sides_are_switched_as_often_as_the_order_says(sets: int, reps: int, order: Order) -> None:
    """Counts are per side: both sides do everything, with a switch at each change."""
    switches = {
        Order.BY_DOSE: 1,
        Order.BY_SET: sets,
        Order.BY_REP: sets * (2 * reps - 1),
    }
    made = lay(Dose(Sets(sets, Reps(reps)), sides=EachSide(order, switch=seconds(2))))
    each = [(number, rep) for number in range(1, sets + 1) for rep in range(1, reps + 1)]

    assert switches[order] == sum(step.kind is StepKind.SWITCH for step in made)
    for side in (Side.LEFT, Side.RIGHT):
        assert each == [
            (step.set, step.rep) for step in made if step.side is side and step.kind is StepKind.REP
        ]


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (Reps(2), "L1 R1 L2 R2"),
        (Reps(2, rest=seconds(1)), "L1 R1 (rest 1) L2 R2"),
        (Repeat(Hold(seconds(5)), 2), "L1 (switch R1) R1 (switch L1) L2 (switch R2) R2"),
    ],
)
def test_alternating_repetitions_change_in_passing(work: Work, expected: str) -> None:
    """No time is assumed for changing sides from one repetition to the next, as for holds."""
    assert expected == placed(lay(Dose(work, sides=EachSide(Order.BY_REP))))


@pytest.mark.parametrize(
    ("order", "work", "expected"),
    [
        (Order.BY_REP, Reps(2, rest=seconds(2)), "L1 (switch R1) R1 (rest 1) (switch L1) L2"),
        (Order.BY_REP, Reps(2, rest=seconds(5)), "L1 (switch R1) R1 (rest 1) L2"),
        (Order.BY_SET, Sets(2, Reps(1), rest=seconds(0)), "L1.1 (switch R1) R1.1 (switch L1) L2.1"),
        (Order.BY_SET, Sets(2, Reps(1), rest=seconds(4)), "R1.1 (rest 1) (switch L1) L2.1"),
        (Order.BY_SET, (Reps(1), Reps(1)), "L1.1 (switch R1) R1.1 (rest 1) L2.1"),
    ],
)
def test_a_rest_gives_time_to_change_sides(
    order: Order, work: Work | Sets | tuple[Work, ...], expected: str
) -> None:
    """Going back to the first side needs a switch unless the rest is as long as one."""
    sides = EachSide(order, first=Side.LEFT, switch=seconds(5))

    assert expected in placed(lay(Dose(work, sides=sides)))


def test_what_is_held_does_not_change_sides_in_passing() -> None:
    """Alternating holds have a switch, for which the assumed time is taken."""
    made = lay(Dose(Reps(2, hold=seconds(30)), sides=EachSide(Order.BY_REP)))

    assert [step.side for step in made if step.kind is StepKind.SWITCH] == [
        Side.RIGHT,
        Side.LEFT,
        Side.RIGHT,
    ]


def test_an_unsaid_order_is_that_of_the_assumptions() -> None:
    """When the side changes is assumed where the prescription does not say."""
    dose = Dose(Sets(2, Hold(seconds(5)), rest=seconds(9)), sides=EachSide())
    by_set = timeline(Item("Stretch", dose), assumptions=Assumptions(order=Order.BY_SET))

    assert placed(lay(dose)) == "L1 (rest 1) L2 (switch R) R1 (rest 1) R2"
    assert placed(by_set[1:]) == "L1 (switch R1) R1 (rest 1) L2 (switch R2) R2"


def test_parts_of_a_repetition_are_told() -> None:
    """A player can tell a breath that is held in from one that is held out."""
    box = breathing(seconds(4), seconds(4), seconds(4), seconds(4))
    made = lay(Dose(Reps(1, tempo=box)))

    assert [step.part for step in made[1:]] == [Part.INHALE, Part.FULL, Part.EXHALE, Part.EMPTY]


def test_an_assumed_count_is_marked() -> None:
    """Where a count is assumed, the places say so beside the steps' own basis."""
    sure, unsure = (lay(Dose(Sets(2, Reps(n, hold=seconds(5)))))[1] for n in (3, UNSAID))

    assert [place.basis for place in sure.places] == [Basis.PRESCRIBED, Basis.PRESCRIBED]
    assert [place.basis for place in unsure.places] == [Basis.PRESCRIBED, Basis.ASSUMED]


def works() -> st.SearchStrategy[Work]:
    """Make work in which everything takes time."""
    pause: st.SearchStrategy[Length] = st.sampled_from((UNSAID, seconds(3)))
    leaves: st.SearchStrategy[Work] = st.one_of(
        st.builds(Reps, st.integers(1, 3), rest=pause),
        st.builds(Hold, st.just(seconds(5))),
        st.builds(Timed, st.just(seconds(5))),
    )
    return st.recursive(leaves, lambda inner: around(inner, pause), max_leaves=5)


def around(
    inner: st.SearchStrategy[Work], pause: st.SearchStrategy[Length]
) -> st.SearchStrategy[Work]:
    """Make series and repeats of work."""
    parts = st.lists(inner | st.just(Rest(seconds(3))), min_size=2, max_size=3)
    return parts.map(Series) | st.builds(Repeat, inner, st.integers(1, 3), between=pause)


@given(st.sampled_from(Order), st.lists(st.builds(Sets, st.integers(1, 3), works()), min_size=1))
def test_nobody_changes_sides_in_no_time(order: Order, sets: list[Sets]) -> None:
    """Between work on one side and work on the other is a switch, or at least a rest."""
    made = lay(Dose(sets, sides=EachSide(order, switch=seconds(2))))

    for step, following in pairwise(made[1:]):
        waits = {StepKind.SWITCH, StepKind.REST}
        assert step.side is following.side or waits.intersection((step.kind, following.kind))


def mirrored(value: Any) -> Any:  # noqa: ANN401
    """Return anything of the model with left for right and right for left."""
    if isinstance(value, Side):
        return MIRRORED.get(value, value)
    if isinstance(value, tuple):
        return tuple(map(mirrored, value))
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        return attrs.evolve(
            value, **{each.name: mirrored(getattr(value, each.name)) for each in fields}
        )
    return value


def _other(side: Side) -> Side:
    return MIRRORED.get(side, side)


@given(routines(small=True), choices(), assumptions(), AFFECTED)
def test_mirroring_commutes_with_laying_out(
    routine: Routine, choice: Choice, taken: Assumptions, affected: Side | Unsaid
) -> None:
    """With left and right exchanged everywhere, the timeline is the same but for the sides."""
    made = timeline(routine, choice=choice, assumptions=taken, affected=affected)
    other = timeline(
        mirrored(routine),
        choice=choice,
        assumptions=attrs.evolve(taken, first=opposite(taken.first)),
        affected=affected if isinstance(affected, Unsaid) else opposite(affected),
    )

    assert [
        step if step.side is None else attrs.evolve(step, side=_other(step.side)) for step in made
    ] == list(other)


@given(items(small=True), st.sampled_from((Side.LEFT, Side.RIGHT)))
def test_the_affected_side_can_be_said_afterwards(item: Item, affected: Side) -> None:
    """Saying which side is affected replaces the word in every step and changes nothing else."""
    said = {Side.AFFECTED: affected, Side.UNAFFECTED: opposite(affected)}
    named = [
        attrs.evolve(step, side=said.get(step.side, step.side)) if step.side else step
        for step in timeline(item)
    ]

    assert named == list(timeline(item, affected=affected))


@given(routines(small=True), assumptions())
def test_paths_lead_to_the_items(routine: Routine, taken: Assumptions) -> None:
    """The path of a step is that of its item, whose exercise it has, as `walk` spells it."""
    found = {
        path: item
        for index, part in enumerate(routine.items)
        for path, item in walk(part, f"items[{index}]")
    }
    idle = {StepKind.PREPARE, StepKind.TRANSITION, StepKind.REST}

    for step in timeline(routine, assumptions=taken)[:500]:
        if step.path:
            exercise = found[step.path].exercise
            assert (None if step.kind in idle else exercise) == step.exercise
        else:
            assert step.kind in idle or not step.exercise


@given(items(small=True))
def test_an_item_alone_has_no_path(item: Item) -> None:
    """Laid out by itself an item is the whole, so that its path is empty."""
    made = timeline(item)

    assert {""} == {step.path for step in made}
    assert {item.exercise} >= {step.exercise for step in made if step.exercise}


@given(st.lists(st.sampled_from(("Bridge", "Clam", "Plank")), max_size=5))
def test_transitions_stand_between_items(names: list[str]) -> None:
    """One gets ready once and then changes from each item to the next."""
    made = timeline(Routine("", [Item(name, Dose(Hold(seconds(5)))) for name in names]))
    expected = ["prepare 10", *["hold 5", "transition 20"] * len(names)][:-1]

    assert expected == [f"{step.kind.value} {step.duration / SECOND:g}" for step in made]


def test_a_step_of_no_time_is_left_out() -> None:
    """Where getting ready or changing takes no time, nothing stands for it."""
    routine = Routine("", [Item("Bridge", Dose(Hold(seconds(5))))] * 2)
    none = Assumptions(prepare=seconds(0), transition=seconds(0))

    assert told(timeline(routine, assumptions=none)) == "hold 5, hold 5"


def test_callers_may_give_paths_of_their_own() -> None:
    """What lays out parts of something larger names the items as seen from there."""
    bridge, clam = Item("Bridge"), Item("Clam")
    paths = ("phases[0].routines[0].items[0]", "phases[0].routines[0].items[2]")
    made = timeline_of(zip(paths, (bridge, clam), strict=True), Policy())

    assert ["", paths[0], "", paths[1]] == [step.path for step in made]


@given(items(small=True) | routines(small=True), choices(), assumptions())
def test_any_choice_stays_within_the_same_bounds(
    of: Item | Routine, choice: Choice, taken: Assumptions
) -> None:
    """Bounds come from the prescription and the assumptions; a choice only moves within them."""
    usual = timeline(of, assumptions=taken)
    made = timeline(of, choice=choice, assumptions=taken)

    assert (usual.least, usual.greatest) == (made.least, made.greatest)
    assert made.least <= made.duration <= made.greatest
    assert all(step.least <= step.duration <= step.greatest for step in made)


@given(items(small=True) | routines(small=True), assumptions())
def test_choosing_more_never_takes_less(of: Item | Routine, taken: Assumptions) -> None:
    """The least of everything, the middle and the greatest take ever more time."""
    durations = [
        timeline(of, choice=Choice.all(within), assumptions=taken).duration
        for within in (Within.LEAST, Within.MIDDLE, Within.GREATEST)
    ]

    assert sorted(durations) == durations


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), (2, 4, 4, 10, 10)),
        (Choice(sets=Within.GREATEST), (4, 4, 4, 10, 10)),
        (Choice(reps=Within.MIDDLE), (2, 5, 4, 10, 10)),
        (Choice(reps=Within.GREATEST), (2, 6, 4, 10, 10)),
        (Choice(lengths=Within.MIDDLE), (2, 4, 5, 10, 10)),
        (Choice(rests=Within.GREATEST), (2, 4, 4, 20, 20)),
        (Choice(bouts=Within.GREATEST, spans=Within.GREATEST), (2, 4, 4, 10, 10)),
    ],
)
def test_each_range_follows_its_own_choice(
    choice: Choice, expected: tuple[int, int, int, int, int]
) -> None:
    """Sets, repetitions, lengths and rests (switches too) are chosen apart from each other."""
    work = Sets(Range(2, 4), Reps(Range(4, 6), hold=seconds(4, 6)), rest=seconds(10, 20))
    made = lay(Dose(work, sides=EachSide(switch=seconds(10, 20))), choice)
    long = {step.kind: step.duration / SECOND for step in made}
    last = made[-1]

    assert expected == (
        last.sets,
        last.reps,
        long[StepKind.HOLD],
        long[StepKind.REST],
        long[StepKind.SWITCH],
    )


@given(items(small=True), choices(), assumptions())
def test_a_step_is_prescribed_where_its_time_is_written(
    item: Item, choice: Choice, taken: Assumptions
) -> None:
    """Only time makes a prescribed duration, unless it only tells about when a sign comes."""
    for step in timeline(item, choice=choice, assumptions=taken)[:500]:
        figure = step.written.bounds if isinstance(step.written, Until) else step.written
        is_cut = step.amount is None and isinstance(figure, Duration)
        is_exact = isinstance(figure, Duration) and figure.milliseconds.is_exact
        is_about = isinstance(step.written, Until) and is_exact
        is_left = step.kind is StepKind.REST and step.written is None
        is_paced = isinstance(step.amount, Distance) and isinstance(figure, Distance)

        if isinstance(figure, Duration):
            assert (step.basis is Basis.PRESCRIBED) != (is_cut or is_about)
        else:
            assert step.basis is Basis.ASSUMED or is_left or is_paced
        if isinstance(figure, Words | Unsaid | None):
            assert step.amount is None


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (Hold(seconds(30)), (30, 30, 30, Ending.TIME)),
        (Hold(seconds(30, 45)), (30, 30, 45, Ending.TIME)),
        (Hold(seconds(30, None)), (30, 30, 60, Ending.PERSON)),
        (Hold(seconds(None, 45)), (0, 45, 45, Ending.TIME)),
        (Hold(Breaths(20)), (60, 100, 200, Ending.PERSON)),
        (Hold(Words("until fatigue")), (5, 10, 30, Ending.PERSON)),
        (Reps(Range(8, None)), (16, 32, 96, Ending.PERSON)),
        (Reps(Range(None, 12)), (2, 48, 72, Ending.PERSON)),
    ],
)
def test_open_ranges_have_bounds(work: Work, expected: tuple[int, int, int, Ending]) -> None:
    """An "at least" may go on twice as far and the person ends it, an "up to" down to 1 or none."""
    made = lay(work)
    ready = made[0]
    totals = (
        made.least - ready.least,
        made.duration - ready.duration,
        made.greatest - ready.greatest,
    )

    assert expected == (*(total / SECOND for total in totals), made[-1].ends)


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"affected": Side.BOTH}, "affected"),
        ({"choice": "least"}, "choice"),
        ({"assumptions": 5}, "assumptions"),
    ],
)
def test_a_wrong_policy_is_refused(arguments: dict[str, Any], path: str) -> None:
    """A choice, assumptions or an affected side that cannot be are named in the error."""
    with pytest.raises(ModelError) as caught:
        timeline(Item("Bridge"), **arguments)

    assert path == caught.value.path


LEFT_HOLD, RIGHT_HOLD = Hold(seconds(30), side=Side.LEFT), Hold(seconds(30), side=Side.RIGHT)


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (Series((LEFT_HOLD, RIGHT_HOLD)), "L (switch R) R"),
        (Series((LEFT_HOLD, LEFT_HOLD)), "L L"),
        (Series((LEFT_HOLD, Hold(seconds(5)), RIGHT_HOLD)), "L - R"),
        (Series((LEFT_HOLD, Rest(seconds(9)), RIGHT_HOLD)), "L (rest -) R"),
        (Series((LEFT_HOLD, Rest(seconds(1)), RIGHT_HOLD)), "L (rest -) (switch R) R"),
        (Series((LEFT_HOLD, Hold(seconds(5), side=Side.BOTH))), "L B"),
        (
            Repeat(Series((LEFT_HOLD, RIGHT_HOLD)), 2),
            "L1 (switch R1) R1 (switch L1) L2 (switch R2) R2",
        ),
        (
            Repeat(Series((LEFT_HOLD, RIGHT_HOLD)), 2, between=seconds(1)),
            "L1 (switch R1) R1 (rest 1) (switch L1) L2 (switch R2) R2",
        ),
        (
            Sets(2, Series((LEFT_HOLD, RIGHT_HOLD)), rest=seconds(60)),
            "L1 (switch R1) R1 (rest 1) L2 (switch R2) R2",
        ),
        (Series((Repeat(LEFT_HOLD, 2), RIGHT_HOLD)), "L1 L2 (switch R) R"),
    ],
)
def test_parts_have_sides_of_their_own(work: Work | Sets, expected: str) -> None:
    """Between parts for one side and for the other is a switch, or a rest that is long enough."""
    assert expected == placed(lay(Dose(work)))


def test_the_side_of_a_part_counts_more() -> None:
    """Where each side does it all, a part with a side of its own keeps that."""
    assert placed(lay(Dose(LEFT_HOLD, sides=EachSide(first=Side.RIGHT)))) == "L (switch L) L"


def test_parts_on_the_affected_side_switch_as_that_is() -> None:
    """No switch is needed from the affected side to the left, where that is the same."""
    work = Series((Hold(seconds(5), side=Side.AFFECTED), LEFT_HOLD))
    known = timeline(Item("Stretch", Dose(work)), affected=Side.LEFT)

    assert placed(lay(Dose(work))) == "A (switch L) L"
    assert placed(known) == "L L"
