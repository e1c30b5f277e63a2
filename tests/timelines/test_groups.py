"""Groups: sections, circuits, supersets, picks, branches and rests become steps."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from kinescript.errors import ModelError
from kinescript.model import (
    UNSAID,
    Branch,
    Breaths,
    Case,
    Circuit,
    Component,
    Dose,
    EachSide,
    EachWay,
    End,
    Exertion,
    Hold,
    Item,
    Order,
    Pick,
    Range,
    Repeat,
    Reps,
    Rest,
    Role,
    Routine,
    Section,
    Series,
    Sets,
    Share,
    Side,
    Superset,
    Timed,
    Until,
    Words,
    amrap,
    emom,
    kilometres,
    minutes,
    seconds,
)
from kinescript.timelines import (
    Basis,
    Level,
    Policy,
    StepKind,
    Timeline,
    assumed,
    component_node,
    timeline,
)

SECOND = timedelta(seconds=1)
A, B, C = (
    Item(name, Dose(Hold(seconds(long)))) for name, long in zip("ABC", (10, 20, 30), strict=True)
)
NOTHING = Branch(Case("nobody"))


def told(made: Timeline) -> str:
    """Tell steps by the exercise or kind, with seconds and round, without getting ready."""
    return ", ".join(
        f"{step.exercise.name if step.exercise else step.kind.value} {step.duration / SECOND:g}"
        + (f" #{step.round}" if step.round else "")
        for step in made
        if step.kind is not StepKind.PREPARE
    )


def listed(of: Component, policy: Policy | None = None) -> list[tuple[str, str, str, str]]:
    """Return what is assumed to lay out a component, but for transitions, each once."""
    given = policy or Policy()
    return [
        (each.path, each.subject, each.written, each.value)
        for each in dict.fromkeys(assumed(component_node("items[0]", of, given), given))
        if each.subject != "transition"
    ]


def seconds_of(made: Timeline) -> tuple[float, float, float]:
    """Return how long all lasts at least, as planned and at most, without getting ready."""
    ready = made[0]
    least, planned, greatest = (
        total / SECOND
        for total in (
            made.least - ready.least,
            made.duration - ready.duration,
            made.greatest - ready.greatest,
        )
    )
    return least, planned, greatest


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (Circuit((A, B), 1), "A 10 #1, transition 20 #1, B 20 #1"),
        (Circuit(A, 2), "A 10 #1, A 10 #2"),
        (
            Circuit((A, B), 2),
            (
                "A 10 #1, transition 20 #1, B 20 #1, transition 20 #1, "
                "A 10 #2, transition 20 #2, B 20 #2"
            ),
        ),
        (
            Circuit((A, B), 2, rest=seconds(5), between=seconds(60)),
            "A 10 #1, rest 5 #1, B 20 #1, rest 60 #1, A 10 #2, rest 5 #2, B 20 #2",
        ),
        (Circuit((A, B), 1, rest=seconds(0)), "A 10 #1, B 20 #1"),
        (Circuit((A, Rest(seconds(7)), B), 1), "A 10 #1, rest 7 #1, B 20 #1"),
        (
            Circuit((A, B, Rest(seconds(7))), 2, rest=seconds(0)),
            "A 10 #1, B 20 #1, rest 7 #1, A 10 #2, B 20 #2, rest 7 #2",
        ),
        (Circuit((A, NOTHING, B), 1, rest=seconds(5)), "A 10 #1, rest 5 #1, B 20 #1"),
        (
            Circuit((A, B), 2, rest=seconds(5), every=minutes(1)),
            "A 10 #1, rest 5 #1, B 20 #1, rest 25 #1, A 10 #2, rest 5 #2, B 20 #2",
        ),
        (
            Circuit(A, 2, between=seconds(5), every=minutes(1)),
            "A 10 #1, rest 5 #1, rest 45 #1, A 10 #2",
        ),
        (
            Circuit((A, B), seconds(80), rest=seconds(5), between=seconds(5)),
            "A 10 #1, rest 5 #1, B 20 #1, rest 5 #1, A 10 #2, rest 5 #2, B 20 #2, rest 5 #2",
        ),
        (amrap(A, end=seconds(25)), "A 10 #1, A 10 #2, A 5 #3"),
        (amrap(A, end=Until("tired", seconds(15))), "A 10 #1, A 5 #2"),
        (Circuit(A, Until("tired", Range(2))), "A 10 #1, A 10 #2"),
        (Circuit(A, Words("a few")), "A 10 #1, A 10 #2"),
        (emom(A, B, end=3, every=minutes(1)), "A 10 #1, rest 50 #1, B 20 #2, rest 40 #2, A 10 #3"),
        (
            emom(A, B, end=minutes(2.5), every=minutes(1)),
            "A 10 #1, rest 50 #1, B 20 #2, rest 40 #2, A 10 #3, rest 20 #3",
        ),
        (
            emom(A, B, end=4, every=seconds(15)),
            "A 10 #1, rest 5 #1, B 20 #2, A 10 #3, rest 5 #3, B 20 #4",
        ),
        (emom(A, Rest(minutes(1)), end=2, every=minutes(1)), "A 10 #1, rest 50 #1, rest 60 #2"),
        (emom(A, NOTHING, end=2, every=minutes(1)), "A 10 #1, rest 50 #1, A 10 #2"),
        (
            Circuit((A, B), 3, turns=True),
            "A 10 #1, transition 20 #1, B 20 #2, transition 20 #2, A 10 #3",
        ),
        (
            Circuit((A, B), 2, turns=True, between=seconds(9)),
            "A 10 #1, rest 9 #1, B 20 #2",
        ),
    ],
)
def test_a_circuit_is_its_rounds(of: Circuit, expected: str) -> None:
    """Parts follow one another in each round, with the rests that are written between."""
    assert expected == told(timeline(of))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (Circuit(A, Range(2, 4)), (20, 20, 40)),
        (amrap(A, end=minutes(5, 10)), (300, 300, 600)),
        (amrap(Item("A", Dose(Reps(10))), end=minutes(5)), (300, 300, 300)),
        (amrap(A, end=Breaths(4)), (12, 20, 40)),
        (Circuit(A, kilometres(0.1)), (20, 75, 120)),
        (emom(A, B, end=Range(2, 3), every=minutes(1)), (80, 80, 130)),
        (emom(Item("A", Dose(Reps(10))), end=3, every=minutes(1)), (140, 160, 180)),
        (emom(Item("A", Dose(Reps(10))), end=3, every=seconds(30)), (80, 90, 180)),
        (Section((A, B), length=minutes(2)), (120, 120, 120)),
        (Section((A, B), length=minutes(2, 3)), (120, 120, 180)),
        (Pick((A, B, C), 1), (10, 10, 30)),
        (Pick((C, A), 1), (10, 30, 30)),
        (Pick((A, B, C), 2), (30, 50, 110)),
    ],
)
def test_groups_have_bounds(of: Component, expected: tuple[float, float, float]) -> None:
    """The least and the most are those of the time that is written, or of the parts."""
    assert expected == seconds_of(timeline(of))


@given(st.integers(1, 4), st.integers(1, 20))
def test_turns_start_at_their_interval(parts: int, turns: int) -> None:
    """Every minute on the minute the next part starts, the first again after the last."""
    items = [Item(str(number), Dose(Hold(seconds(5)))) for number in range(parts)]
    by_count = timeline(emom(*items, end=turns, every=minutes(1)))
    by_time = timeline(emom(*items, end=minutes(turns), every=minutes(1)))

    for made in (by_count, by_time):
        worked = [step for step in made if step.exercise is not None]
        assert [10 + 60 * turn for turn in range(turns)] == [step.start / SECOND for step in worked]
        assert [str(turn % parts) for turn in range(turns)] == [
            step.exercise.name for step in worked if step.exercise
        ]
        assert [(turn + 1, turns) for turn in range(turns)] == [
            (step.round, step.rounds) for step in worked
        ]
        assert [step.round for step in made if step.level is Level.ROUND] == list(
            range(1, turns + (made is by_time))
        )


@given(st.integers(1, 40), st.integers(10, 60), st.integers(2, 4))
def test_assumed_work_keeps_its_interval(reps: int, interval: int, rounds: int) -> None:
    """What is only assumed of a pass gives way to the interval that is written, if it can."""
    every, work = seconds(interval), Reps(reps)
    least, usual = 2 * reps, 4 * reps  # a repetition is assumed to take 4 s, and no less than 2 s
    apart = interval if least <= interval else usual
    twice = Repeat(Series((work, work)), rounds, every=seconds(2 * interval))
    for of, parts in (
        (Circuit(Item("A", Dose(work)), rounds, every=every), 1),
        (emom(Item("A", Dose(work)), Item("B", Dose(work)), end=rounds, every=every), 1),
        (Item("A", Dose(Sets(rounds, work, every=every))), 1),
        (Item("A", Dose(twice)), 2),
    ):
        made = timeline(of)
        starts = [step.start for step in made if step.rep == 1][::parts]

        assert [later - sooner for sooner, later in pairwise(starts)] == [
            parts * apart * SECOND for _ in range(rounds - 1)
        ]
        subjects = {subject for _, subject, _, _ in listed(of)}
        assert ("work in an interval" in subjects) == (least <= interval < usual)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (Item("A", Dose(Sets(2, Timed(seconds(30)), every=seconds(20)))), "A 30, A 30"),
        (Item("A", Dose(Sets(2, Hold(seconds(10, 30)), every=seconds(20)))), "A 10, rest 10, A 10"),
        (
            Item("A", Dose(Sets(2, Repeat(Hold(Breaths(5)), seconds(40)), every=seconds(30)))),
            "A 25, A 15, A 25, A 15",
        ),
        (
            Circuit(
                Section(Item("A", Dose(Hold(Breaths(10)))), length=seconds(60)),
                2,
                every=seconds(50),
            ),
            "A 50 #1, rest 10 #1, A 50 #2, rest 10 #2",
        ),
        # A rest that follows the work is part of the interval.
        (
            Item("A", Dose(Sets(2, Hold(Breaths(5)), rest=seconds(10), every=seconds(25)))),
            "A 15, rest 10, A 15",
        ),
        (Item("A", Dose(Hold(Breaths(5)))), "A 25"),
        (Item("A", Dose(Sets(UNSAID, Hold(Breaths(5)), every=seconds(15)))), "A 25"),
        (
            Item("A", Dose(Sets(2, Hold(Breaths(5)), every=Share(50, "the work")))),
            "A 25, A 25",
        ),
    ],
)
def test_what_is_written_keeps_its_length(of: Component, expected: str) -> None:
    """Only what is assumed gives way to an interval; what is written delays the next one."""
    assert told(timeline(of)) == expected


@given(st.integers(1, 12), st.integers(10, 90), st.integers(10, 90), st.integers(2, 3))
def test_shortened_work_stays_in_its_bounds(reps: int, inner: int, outer: int, rounds: int) -> None:
    """Whatever stands in an interval, all lasts between its least and its most."""
    work = Reps(reps)
    for of in (
        Item("A", Dose(Sets(rounds, Repeat(work, seconds(inner)), every=seconds(outer)))),
        Item("A", Dose(Sets(rounds, Repeat(work, 2, every=seconds(inner)), every=seconds(outer)))),
        Circuit(
            Section(Item("A", Dose(work)), length=seconds(inner)), rounds, every=seconds(outer)
        ),
        Circuit((Item("A", Dose(work)), B), rounds, rest=seconds(5), every=seconds(outer)),
    ):
        made = timeline(of)

        assert made.least <= made.duration <= made.greatest


@pytest.mark.parametrize("end", [10**9, minutes(10**9)], ids=["rounds", "minutes"])
def test_rounds_cost_no_more_for_more(end: End) -> None:
    """A billion turns are laid out at once, and any of them is found."""
    made = timeline(emom(A, B, C, end=end, every=minutes(1)))
    turn = 10**8
    step = made.at(timedelta(seconds=10, minutes=turn))

    assert (step.round, step.rounds) == (turn + 1, 10**9)
    assert step.exercise == (A, B, C)[turn % 3].exercise
    assert made[made.index(step)] == step


def test_a_circuit_in_a_circuit_counts_its_own_rounds() -> None:
    """The round of a step is that of the innermost circuit; its places tell both."""
    made = timeline(emom(Circuit(A, 2), B, end=3, every=minutes(1)))
    worked = [step for step in made if step.kind is StepKind.HOLD]

    assert [tuple(place.number for place in step.places) for step in worked] == [
        (1, 1),
        (1, 2),
        (2,),
        (3, 1),
        (3, 2),
    ]
    assert [step.round for step in worked] == [1, 2, 2, 1, 2]


@given(st.lists(st.integers(1, 5), min_size=2, max_size=4))
def test_the_sets_of_a_superset_take_turns(counts: list[int]) -> None:
    """The first set of each comes before the second of any; each has its own number of sets."""
    items = [
        Item(str(index), Dose(Sets(count, Hold(seconds(5)), rest=seconds(index + 1))))
        for index, count in enumerate(counts)
    ]
    made = timeline(Superset(items))
    expected = [
        (number, count, str(index))
        for number in range(1, max(counts) + 1)
        for index, count in enumerate(counts)
        if number <= count
    ]
    worked = [step for step in made if step.exercise is not None]
    rests = [step for step in made if step.kind is StepKind.REST]

    assert expected == [
        (step.set, step.sets, step.exercise.name) for step in worked if step.exercise
    ]
    assert [(int(name) + 1, number) for number, _, name in expected[:-1]] == [
        (step.duration / SECOND, step.set) for step in rests
    ]
    assert [f"items[{name}]" for _, _, name in expected] == [
        step.path.removeprefix(".") for step in worked
    ]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((A, B), "A 10, transition 20, B 20"),
        ((A, Item("D")), "A 10, transition 20, D 60"),
        (
            (Item("A", Dose(Sets(2, Hold(seconds(10))))), B),
            "A 10, transition 20, B 20, transition 20, A 10",
        ),
        (
            (
                Item("A", Dose((Hold(seconds(1)), Hold(seconds(2)), Hold(seconds(3))))),
                Item("B", Dose(Sets(2, Hold(seconds(9)), rest=seconds(4)))),
            ),
            "A 1, transition 20, B 9, rest 4, A 2, transition 20, B 9, rest 4, A 3",
        ),
        (
            (
                Item("A", Dose(Sets(2, Hold(seconds(5))), sides=EachSide(switch=seconds(1)))),
                Item("B", Dose(Hold(seconds(2)), sides=Side.LEFT)),
            ),
            "A 5, A 1, A 5, transition 20, B 2, transition 20, A 5, A 1, A 5",
        ),
        (
            (Item("A", Dose(Sets(2, Hold(seconds(5))), ways=EachWay(count=2))), B),
            "A 5, A 5, transition 20, B 20, transition 20, A 5, A 5",
        ),
    ],
)
def test_a_superset_moves_on_after_each_set(items: tuple[Item, ...], expected: str) -> None:
    """After a set comes the rest that it has, or a change to the next item."""
    assert expected == told(timeline(Superset(items)))


def test_a_superset_has_bounds_and_costs_no_more_for_more() -> None:
    """Ranges of sets give bounds, and a million sets make no larger a tree."""
    few = Item("A", Dose(Sets(Range(1, 3), Hold(seconds(10)), rest=seconds(0))))
    many = Item("B", Dose(Sets(10**6, Hold(seconds(1)), rest=seconds(0))))
    made = timeline(Superset((few, many)))
    last = made[-1]

    assert seconds_of(made) == (10**6 + 10, 10**6 + 10, 10**6 + 30)
    assert (last.set, last.sets) == (10**6, 10**6)
    assert made[5 * 10**5] == made.at(made[5 * 10**5].start)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (Section((A, B)), "A 10, transition 20, B 20"),
        (Section((A, Rest(seconds(7)), B)), "A 10, rest 7, B 20"),
        (Section((A, B), length=Words("briefly")), "A 10, transition 20, B 20"),
        (Section((A, B), length=seconds(35)), "A 10, transition 20, B 5"),
        (Section((A, B), length=seconds(90)), "A 10, transition 20, B 20, rest 40"),
        (
            Section((A, Item("D")), length=minutes(2)),
            "A 10, transition 20, D 90",
        ),
        (
            Section((Item("D"), Item("E")), length=seconds(31.001)),
            "D 5.5, transition 20, E 5.501",
        ),
        (Section((C, Item("D")), length=seconds(20)), "C 20"),
        (Pick((A, B, C), 2), "A 10, transition 20, B 20"),
        (Pick((A, B, C)), "A 10"),
        (Pick((A, B), Range(3, 5)), "A 10, transition 20, B 20"),
        (Branch((Case("x", A), Case("y", (B, C)))), "A 10"),
        (Branch((Case("x"), Case("y", (B, C)))), ""),
        (Rest(seconds(9)), "rest 9"),
        (Routine("", (A, Rest(seconds(9)), B)), "A 10, rest 9, B 20"),
        (Routine("", (A, NOTHING, B)), "A 10, transition 20, B 20"),
    ],
)
def test_a_group_is_its_parts(of: Component | Routine, expected: str) -> None:
    """Parts follow one another; a section fills its time, of picks and cases the first are done."""
    assert expected == told(timeline(of))


@pytest.mark.parametrize(
    ("cases", "expected"),
    [((), "A 10"), ("y", "B 20, transition 20, C 30"), (("z", "x"), "A 10"), (("z",), "A 10")],
)
def test_a_case_is_the_one_that_holds(cases: str | tuple[str, ...], expected: str) -> None:
    """Of the cases of a branch the one that is named is done, else the first."""
    branch = Branch((Case("x", A), Case("y", (B, C))))

    assert expected == told(timeline(branch, cases=cases))


def test_cases_have_names() -> None:
    """A case without a name is refused."""
    with pytest.raises(ModelError) as caught:
        Policy(cases=frozenset({""}))

    assert caught.value.path.startswith("cases")


def test_a_section_tells_its_role() -> None:
    """Every step of a section has its role, the rests too."""
    warm_up = Section((A, Rest(seconds(5))), role=Role.WARM_UP)
    made = timeline(Routine("", (warm_up, B)))

    assert [step.role for step in made] == [None, Role.WARM_UP, Role.WARM_UP, None, None]


def test_how_hard_a_circuit_is_counts_for_what_says_nothing() -> None:
    """An item's own intensity counts before that of the circuit around it."""
    hard, easy = Exertion(8), Exertion(3)
    own = Item("D", Dose(Hold(seconds(5)), intensity=easy))
    made = timeline(Circuit((A, own, Superset((A, own)), Item("E")), 1, intensity=hard))
    worked = [step.intensity for step in made if step.exercise]

    assert worked == [(hard,), (easy,), (hard,), (easy,), (hard,)]


def test_a_rest_between_items_has_a_level() -> None:
    """A rest tells whether it stands between items or between rounds."""
    made = timeline(Circuit((A, Rest(seconds(1)), B), 2, between=seconds(2)))

    assert [step.level for step in made if step.kind is StepKind.REST] == [
        Level.ITEM,
        Level.ROUND,
        Level.ITEM,
    ]


def test_a_rest_may_be_a_share_of_the_round() -> None:
    """Between rounds one rests as long as the round was."""
    made = timeline(Circuit((A, B), 2, rest=seconds(0), between=Rest(Share(100, "work"))))

    assert told(made) == "A 10 #1, B 20 #1, rest 30 #1, A 10 #2, B 20 #2"


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (Circuit(A), [("items[0]", "rounds", "", "2")]),
        (Circuit(A, Words("a few")), [("items[0]", "rounds", "a few", "2")]),
        (Circuit(A, Range(3, 5)), [("items[0]", "rounds", "3 to 5", "3")]),
        (Circuit(A, seconds(35)), [("items[0]", "rounds", "35 s", "4")]),
        (
            Circuit(A, Breaths(Range(2, 4))),
            [
                ("items[0]", "time", "2 to 4 breaths", "2 breaths"),
                ("items[0]", "a breath", "2 to 4 breaths", "5 s (3 to 10 s)"),
                ("items[0]", "rounds", "2 to 4 breaths", "1"),
            ],
        ),
        (
            Circuit(A, 2, every=seconds(15, 20)),
            [("items[0]", "interval", "15 to 20 s", "15 s")],
        ),
        (
            Pick((A, B)),
            [
                ("items[0]", "picked", "", "1"),
                ("items[0]", "which are picked", "", "the first 1 of 2"),
            ],
        ),
        (Pick((A, B), 2), []),
        (
            Pick((A, B), Range(1, 2)),
            [
                ("items[0]", "picked", "1 to 2", "1"),
                ("items[0]", "which are picked", "", "the first 1 of 2"),
            ],
        ),
        (Branch((Case("x", A), Case("y", B))), [("items[0]", "case", "", "x")]),
        (Section(A, length=seconds(20, 30)), [("items[0]", "time", "20 to 30 s", "20 s")]),
        (
            Superset((A, Item("D", Dose(Sets(Range(2, 3), Hold(seconds(5)), rest=seconds(1)))))),
            [("items[0].items[1]", "sets", "2 to 3", "2")],
        ),
    ],
)
def test_what_a_group_leaves_open_is_listed(
    of: Component, expected: list[tuple[str, str, str, str]]
) -> None:
    """Rounds, picks, cases and times that are assumed or chosen are told with their path."""
    assert expected == [each for each in listed(of) if each[1] != "hold"]


def test_a_case_that_is_named_is_not_assumed() -> None:
    """Only a case that nobody named is listed."""
    assert listed(Branch((Case("x", A), Case("y", B))), Policy(cases=frozenset({"y"}))) == []


def test_rounds_that_are_estimated_are_marked() -> None:
    """How many rounds fit in a time is assumed, a number that is written is not."""
    fit, said = (timeline(Circuit(A, end))[1].places[0].basis for end in (minutes(1), 3))

    assert (fit, said) == (Basis.ASSUMED, Basis.PRESCRIBED)


def test_steps_outside_of_circuits_have_no_round() -> None:
    """An item by itself, and the sets of a superset, stand in no round."""
    made = timeline(Routine("", (A, Superset((A, Item("D", Dose(Timed(seconds(5)))))))))

    assert {(step.round, step.rounds) for step in made} == {(None, None)}


def test_ways_and_sides_of_a_superset_change_in_every_set() -> None:
    """What would change once in a dose changes in each set that takes its turn."""
    both = Item(
        "D", Dose(Sets(2, Hold(seconds(5)), rest=seconds(9)), sides=EachSide(Order.BY_DOSE))
    )
    made = timeline(Superset((both, A)))

    assert [(step.set, step.side) for step in made if step.kind is StepKind.HOLD] == [
        (1, Side.LEFT),
        (1, Side.RIGHT),
        (1, None),
        (2, Side.LEFT),
        (2, Side.RIGHT),
    ]
