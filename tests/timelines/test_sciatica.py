"""The first stage of sciatica, step by step: bridges, figure-4 stretches and clamshells."""

from datetime import timedelta

import attrs
import pytest

from kinescript.model import (
    UNSAID,
    Beat,
    Breaths,
    Choice,
    Dose,
    EachSide,
    Exercise,
    Hold,
    Item,
    Part,
    Range,
    Reps,
    Routine,
    Sets,
    Side,
    Tempo,
    Within,
    Words,
    seconds,
)
from kinescript.timelines import Basis, Ending, Step, StepKind, timeline

SECOND = timedelta(seconds=1)
SLOWLY = Words("slowly")

BRIDGE = Item(
    "Bridge",
    Dose(
        Sets(3, Reps(10, hold=seconds(5, 10), tempo=Tempo(Beat(Part.LOWER, SLOWLY)))),
        sides=Side.BOTH,
    ),
)
FIGURE_4 = Item("Figure-4 stretch", Dose(Hold(Breaths(20)), sides=EachSide()))
CLAMSHELL = Item(
    "Clamshell",
    Dose(
        Sets(3, Reps(Range(10, 15), hold=seconds(10), tempo=Tempo(Beat(Part.LOWER, SLOWLY)))),
        sides=EachSide(),
    ),
)


def clocked(
    start: int, seconds_of: dict[StepKind, int], *, reps: int, side: Side
) -> list[tuple[int, StepKind, int, Side | None, int, int | None]]:
    """Return start, kind, length, side, set and repetition of 3 sets, a minute's rest between."""
    steps: list[tuple[int, StepKind, int, Side | None, int, int | None]] = []
    for number in (1, 2, 3):
        for rep in range(1, reps + 1):
            for kind, long in seconds_of.items():
                steps.append((start, kind, long, side, number, rep))
                start += long
        steps.append((start, StepKind.REST, 60, None, number, None))
        start += 60
    return steps[:-1]


def clock(step: Step) -> tuple[float, StepKind, float, Side | None, int | None, int | None]:
    """Return the start, kind, length, side, set and repetition of a step."""
    return (
        step.start / SECOND,
        step.kind,
        step.duration / SECOND,
        step.side,
        step.set,
        step.rep,
    )


def test_bridges() -> None:
    """3 sets of 10 bridges, held 5 to 10 s and lowered slowly, take 7:40 at their least."""
    made = timeline(BRIDGE)
    parts = {StepKind.LIFT: 2, StepKind.HOLD: 5, StepKind.LOWER: 4}
    hold = made[2]

    assert clocked(10, parts, reps=10, side=Side.BOTH) == [clock(step) for step in made[1:]]
    assert (len(made), str(made.duration)) == (93, "0:07:40")
    assert (str(made.least), str(made.greatest)) == ("0:05:00", "0:14:00")
    assert (seconds(5), seconds(5, 10)) == (hold.amount, hold.written)
    assert made[3].text == "slowly"


def test_bridges_at_their_longest() -> None:
    """Planned at the upper end, a bridge is held for 10 s."""
    made = timeline(BRIDGE, choice=Choice.all(Within.GREATEST))

    assert seconds(10) == made[2].amount
    assert str(made.duration) == "0:10:10"


def test_figure_4_stretches() -> None:
    """20 breaths on each side are one hold each, with a switch between."""
    exercise = Exercise("Figure-4 stretch")
    hold = Step(
        kind=StepKind.HOLD,
        start=10 * SECOND,
        duration=100 * SECOND,
        least=60 * SECOND,
        greatest=200 * SECOND,
        amount=Breaths(20),
        written=Breaths(20),
        basis=Basis.ASSUMED,
        ends=Ending.PERSON,
        exercise=exercise,
        side=Side.LEFT,
    )
    expected = [
        Step(
            kind=StepKind.PREPARE,
            start=0 * SECOND,
            duration=10 * SECOND,
            least=0 * SECOND,
            greatest=30 * SECOND,
            basis=Basis.ASSUMED,
            ends=Ending.TIME,
        ),
        hold,
        Step(
            kind=StepKind.SWITCH,
            start=110 * SECOND,
            duration=5 * SECOND,
            least=2 * SECOND,
            greatest=15 * SECOND,
            written=UNSAID,
            basis=Basis.ASSUMED,
            ends=Ending.TIME,
            exercise=exercise,
            side=Side.RIGHT,
        ),
        attrs.evolve(hold, start=115 * SECOND, side=Side.RIGHT),
    ]

    assert expected == list(timeline(FIGURE_4))


def test_clamshells() -> None:
    """3 sets of 10 to 15 clamshells a side, held 10 s, are all done on the left first."""
    made = timeline(CLAMSHELL)
    parts = {StepKind.LIFT: 2, StepKind.HOLD: 10, StepKind.LOWER: 4}
    left = clocked(10, parts, reps=10, side=Side.LEFT)
    right = clocked(615, parts, reps=10, side=Side.RIGHT)

    assert [*left, (610, StepKind.SWITCH, 5, Side.RIGHT, None, None), *right] == [
        clock(step) for step in made[1:]
    ]
    assert str(made.duration) == "0:20:15"


@pytest.mark.parametrize(("within", "expected"), [("LEAST", 10), ("MIDDLE", 12), ("GREATEST", 15)])
def test_clamshells_by_choice(within: str, expected: int) -> None:
    """Of 10 to 15 clamshells 10 are planned, unless another choice is made."""
    made = timeline(CLAMSHELL, choice=Choice(reps=Within[within]))

    assert expected == made[1].reps
    assert 2 * 3 * expected == sum(step.kind is StepKind.HOLD for step in made)


def test_the_sciatica_routine() -> None:
    """The three exercises follow each other, with time to change between them."""
    made = timeline(Routine("Hips and back", (BRIDGE, FIGURE_4, CLAMSHELL)))
    changes = [
        (str(step.start), step.kind.value, step.path, made[made.index_at(step.end)].path)
        for step in made
        if step.kind in {StepKind.PREPARE, StepKind.TRANSITION}
    ]

    assert changes == [
        ("0:00:00", "prepare", "", "items[0]"),
        ("0:07:40", "transition", "", "items[1]"),
        ("0:11:25", "transition", "", "items[2]"),
    ]
    assert repr(made) == "<Timeline of 283 steps, 0:31:50>"
