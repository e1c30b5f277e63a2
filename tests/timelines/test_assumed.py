"""What was assumed: nothing that a plan takes for granted goes unsaid."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, strategies as st

from kinescript.model import (
    REASONS,
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
    Estimate,
    Hold,
    Item,
    Length,
    Order,
    Part,
    Quantity,
    Range,
    Repeat,
    Reps,
    Rest,
    Routine,
    Series,
    Sets,
    Share,
    Side,
    Sides,
    Tempo,
    Timed,
    Unsaid,
    Until,
    Within,
    Words,
    Work,
    breathing,
    seconds,
    tempo,
)
from kinescript.testing import assumptions, choices, routines
from kinescript.timelines import (
    Assumed,
    Basis,
    Manner,
    Node,
    Policy,
    RepeatNode,
    SequenceNode,
    SideMark,
    StepKind,
    StepNode,
    assumed,
    component_node,
    reason_for,
    said,
    timeline,
)

PATH = "items[0]"
CHOSEN = "chosen within the range"
SET = "set for this plan"


def listed(
    of: Dose | Work | Unsaid, policy: Policy | None = None
) -> list[tuple[str, str, str, str]]:
    """Return what is assumed for a dose, each once, without the path."""
    dose = of if isinstance(of, Dose | Unsaid) else Dose(of)
    given = policy or Policy()
    found = dict.fromkeys(assumed(component_node(PATH, Item("Exercise", dose), given), given))

    assert {PATH} >= {each.path for each in found}
    return [(each.subject, each.written, each.value, each.reason) for each in found]


def at(length: Length) -> Reps:
    """Return one repetition that is lifted in a second and lowered as told."""
    return Reps(1, tempo=Tempo((Beat(Part.LIFT, seconds(1)), Beat(Part.LOWER, length))))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (UNSAID, [("activity", "", "60 s (30 to 300 s)", REASONS["activity"])]),
        (Timed(UNSAID), [("activity", "", "60 s (30 to 300 s)", REASONS["activity"])]),
        (Hold(UNSAID), [("hold", "", "10 s (5 to 30 s)", REASONS["hold"])]),
        (Hold(Words("a while")), [("hold", "a while", "10 s (5 to 30 s)", REASONS["hold"])]),
        (Hold(Words("briefly")), [("hold", "briefly", "2 s (1 to 3 s)", REASONS["words"])]),
        (
            Hold(Breaths(20)),
            [("a breath", "20 breaths", "5 s (3 to 10 s)", REASONS["breath"])],
        ),
        (Hold(Counts(1)), [("a count", "1 count", "1 s (0.75 to 1.5 s)", REASONS["count"])]),
        (
            Hold(Breaths(Range(4, 6))),
            [
                ("hold", "4 to 6 breaths", "4 breaths", CHOSEN),
                ("a breath", "4 to 6 breaths", "5 s (3 to 10 s)", REASONS["breath"]),
            ],
        ),
        (
            Hold(Breaths(Range(0, 1))),
            [
                ("hold", "0 to 1 breaths", "0 s", CHOSEN),
                ("a breath", "0 to 1 breaths", "5 s (3 to 10 s)", REASONS["breath"]),
            ],
        ),
        (Hold(seconds(5, 10)), [("hold", "5 to 10 s", "5 s", CHOSEN)]),
        (Hold(seconds(None, 45)), [("hold", "up to 45 s", "45 s", CHOSEN)]),
        (
            Hold(seconds(30, None)),
            [
                ("hold", "at least 30 s", "30 s", CHOSEN),
                ("hold", "at least 30 s", "at most 2 times that", REASONS["open_end"]),
            ],
        ),
        (
            Hold(Counts(Range(5, None))),
            [
                ("hold", "at least 5 counts", "5 counts", CHOSEN),
                ("a count", "at least 5 counts", "1 s (0.75 to 1.5 s)", REASONS["count"]),
                ("hold", "at least 5 counts", "at most 2 times that", REASONS["open_end"]),
            ],
        ),
        (Reps(1), [("rep", "", "4 s (2 to 6 s)", REASONS["repetition"])]),
        (
            Reps(1, hold=seconds(5)),
            [
                ("lift", "", "2 s (1 to 3 s)", REASONS["lift"]),
                ("lower", "", "2 s (1 to 3 s)", REASONS["lower"]),
            ],
        ),
        (
            Reps(1, tempo=breathing(UNSAID, seconds(4), UNSAID)),
            [
                ("inhale", "", "2 s (1 to 5 s)", REASONS["inhale"]),
                ("exhale", "", "3 s (2 to 6 s)", REASONS["exhale"]),
            ],
        ),
        (at(Words("slowly")), [("lower", "slowly", "4 s (2 to 6 s)", REASONS["words"])]),
        (
            Reps(1, tempo=tempo("30X0")),
            [("lift", "explosive", "1 s (0.3 to 1 s)", REASONS["words"])],
        ),
        (
            Repeat(Hold(seconds(5)), UNSAID),
            [("passes", "", "2", REASONS["passes"])],
        ),
        (
            Reps(Words("a few"), tempo=tempo("1-0-1")),
            [("repetitions", "a few", "10", REASONS["reps"])],
        ),
        (Reps(Range(10, 15), tempo=tempo("1-0-1")), [("repetitions", "10 to 15", "10", CHOSEN)]),
        (
            Reps(Range(8, None), tempo=tempo("1-0-1")),
            [
                ("repetitions", "at least 8", "8", CHOSEN),
                ("repetitions", "at least 8", "at most 2 times that", REASONS["open_end"]),
            ],
        ),
        (
            Dose(Sets(2, Hold(seconds(5)))),
            [("rest between sets", "", "60 s (30 to 120 s)", REASONS["rest"])],
        ),
        (
            Dose((Hold(seconds(5)), Hold(seconds(9)))),
            [("rest between sets", "", "60 s (30 to 120 s)", REASONS["rest"])],
        ),
        (
            Dose(Sets(Range(1, 2), Hold(seconds(5)))),
            [
                ("sets", "1 to 2", "1", CHOSEN),
                ("rest between sets", "", "60 s (30 to 120 s)", REASONS["rest"]),
            ],
        ),
        (
            Dose(Sets(Words("several"), Hold(seconds(5)), rest=seconds(9))),
            [("sets", "several", "3", REASONS["sets"])],
        ),
        (
            Dose(Sets(2, Hold(seconds(5)), rest=seconds(30, 60))),
            [("rest between sets", "30 to 60 s", "30 s", CHOSEN)],
        ),
        (
            Reps(2, tempo=tempo("1-0-1"), rest=Rest(UNSAID)),
            [("rest between repetitions", "", "60 s (30 to 120 s)", REASONS["rest"])],
        ),
        (
            Series((Hold(seconds(5)), Rest(UNSAID))),
            [("rest", "", "60 s (30 to 120 s)", REASONS["rest"])],
        ),
        (
            Dose(Hold(seconds(5)), sides=EachSide(first=Side.AFFECTED)),
            [("switch", "", "5 s (2 to 15 s)", REASONS["switch"])],
        ),
        (
            Dose(Hold(seconds(5)), sides=EachSide(switch=seconds(5))),
            [("first side", "", "left", REASONS["first"])],
        ),
    ],
    ids=repr,
)
def test_what_is_assumed_is_listed(
    of: Dose | Work | Unsaid, expected: list[tuple[str, str, str, str]]
) -> None:
    """Each figure that a dose does not give is listed with its words, its value and its reason."""
    assert expected == listed(of)


@pytest.mark.parametrize(
    ("dose", "policy", "expected"),
    [
        (
            Hold(Breaths(20)),
            Policy(assumptions=Assumptions(breath=seconds(6))),
            [("a breath", "20 breaths", "6 s", SET)],
        ),
        (
            Hold(seconds(5, 10)),
            Policy(choice=Choice(lengths=Within.GREATEST)),
            [("hold", "5 to 10 s", "10 s", CHOSEN)],
        ),
        (
            Dose(Hold(seconds(5)), sides=EachSide(switch=seconds(5))),
            Policy(assumptions=Assumptions(first=Side.RIGHT)),
            [("first side", "", "right", SET)],
        ),
        (
            Hold(Words("A Moment")),
            Policy(assumptions=Assumptions(words={"a moment": Estimate(seconds(2.5))})),
            [("hold", "A Moment", "2.5 s", SET)],
        ),
        (
            Hold(seconds(30, None)),
            Policy(assumptions=Assumptions(open_end=3)),
            [
                ("hold", "at least 30 s", "30 s", CHOSEN),
                ("hold", "at least 30 s", "at most 3 times that", SET),
            ],
        ),
    ],
)
def test_values_are_those_of_the_policy(
    dose: Dose | Work, policy: Policy, expected: list[tuple[str, str, str, str]]
) -> None:
    """What is listed is what the given choice and assumptions say, not their defaults."""
    assert expected == listed(dose, policy)


def exact(least: int = 0) -> st.SearchStrategy[Duration]:
    """Make exact lengths of time."""
    return st.integers(least, 90).map(seconds)


def exact_doses() -> st.SearchStrategy[Dose]:
    """Make doses that leave nothing open."""
    number = st.integers(1, 3)
    pause = exact().map(Rest)
    ways = st.builds(breathing, exact(), exact(), exact()) | st.builds(
        lambda *beats: Tempo(map(Beat, (Part.LIFT, Part.TOP, Part.LOWER), beats)),
        exact(),
        exact(),
        exact(),
    )
    leaves: st.SearchStrategy[Work] = st.one_of(
        st.builds(Reps, number, tempo=ways, rest=pause),
        st.builds(Hold, exact(1)),
        st.builds(Timed, exact(1)),
    )
    works = leaves | st.lists(leaves | pause, min_size=2, max_size=3).map(Series)
    works |= st.builds(Repeat, leaves, number, between=pause)
    one = st.sampled_from((Side.LEFT, Side.RIGHT))
    sides: st.SearchStrategy[Sides | Unsaid] = st.one_of(
        st.just(UNSAID),
        st.sampled_from(Side),
        st.builds(EachSide, st.sampled_from(Order), first=one, switch=exact()),
    )
    sets = st.builds(Sets, number, works, rest=pause) | st.builds(Sets, st.just(1), works)
    single = st.builds(Dose, sets | works, sides=sides)
    return single | st.builds(
        Dose, st.lists(st.builds(Sets, number, works, rest=pause), min_size=1), sides=sides
    )


@given(exact_doses(), choices())
def test_nothing_is_assumed_for_an_exact_dose(dose: Dose, choice: Choice) -> None:
    """Where a prescription says everything, only getting ready is assumed."""
    policy = Policy(choice)
    made = timeline(Item("Exercise", dose), choice=choice)
    ready = Assumed("", "prepare", "", "10 s (0 to 30 s)", REASONS["prepare"])

    assert [ready] == list(assumed(made.tree, policy))
    assert all(step.basis is Basis.PRESCRIBED for step in made[1:])


def used(node: Node, policy: Policy, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the name of each assumption that a tree rests on, with the path of its item."""
    match node:
        case StepNode():
            if node.timing.assumption:
                yield path, node.timing.assumption
        case SequenceNode(parts=parts, mark=mark):
            if isinstance(mark, SideMark) and mark.basis is Basis.ASSUMED:
                yield path, "first"
            for part in parts:
                yield from used(part, policy, getattr(mark, "path", path))
        case RepeatNode():
            yield from used(node.body, policy, path)
            if node.greatest_count > 1:
                yield from used(node.between, policy, path)


@given(routines(small=True), choices(), assumptions())
def test_every_assumption_of_a_tree_is_listed(
    routine: Routine, choice: Choice, taken: Assumptions
) -> None:
    """Each assumption behind a step is listed for its item with the reason it has."""
    policy = Policy(choice, taken)
    tree = timeline(routine, choice=choice, assumptions=taken).tree
    found = list(assumed(tree, policy))
    told = {(each.path, each.reason) for each in found}

    for path, name in used(tree, policy):
        reasons = {SET, REASONS["words"]} if name == "words" else {reason_for(name, taken)}
        assert told & {(path, reason) for reason in reasons}


@given(routines(small=True), choices())
def test_every_choice_within_a_range_is_listed(routine: Routine, choice: Choice) -> None:
    """A step whose amount is not all that was written says so in the list, for its item."""
    policy = Policy(choice)
    made = timeline(routine, choice=choice)
    chosen = {
        (each.path, each.written, each.value)
        for each in assumed(made.tree, policy)
        if each.reason == CHOSEN
    }

    for step in made[:500]:
        if step.amount is not None and is_range(step.written):
            pair = [said(step.written), said(step.amount)]
            told = {path for path, *each in chosen if each == pair}
            # A rest that stands in a group has no item: it is told for the group.
            assert step.path in told or (told and not step.path)


def is_range(written: object) -> bool:
    """Return whether a length leaves a choice."""
    match written:
        case Until(bounds=bounds):
            return is_range(bounds)
        case Duration(amount) | Breaths(amount) | Counts(amount) | Distance(Range() as amount):
            return not amount.is_exact
        case Share(percent):
            return not percent.is_exact
        case _:
            return False


def test_transitions_are_assumed() -> None:
    """Getting ready and changing exercises belong to no item."""
    made = timeline(Routine("", [Item("Plank", Dose(Hold(seconds(5))))] * 2))

    assert [
        Assumed("", "prepare", "", "10 s (0 to 30 s)", REASONS["prepare"]),
        Assumed("", "transition", "", "20 s (5 to 60 s)", REASONS["transition"]),
    ] == list(assumed(made.tree, Policy()))


def test_a_path_may_be_given() -> None:
    """What is listed for a part of a tree has the path that the caller gives."""
    policy = Policy()
    rest = StepNode(StepKind.REST, policy.assumed("rest"))

    assert [(each.path, each.subject) for each in assumed(rest, policy, "here")] == [
        ("here", "rest")
    ]


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (None, ""),
        (UNSAID, ""),
        (Words("slowly"), "slowly"),
        (seconds(5, 10), "5 to 10 s"),
        (Range(8, None), "at least 8"),
        (Breaths(1), "1 breath"),
    ],
)
def test_quantities_are_said_as_text(quantity: Quantity | Length | None, expected: str) -> None:
    """Words are said as written, figures with their unit, and silence is nothing."""
    assert expected == said(quantity)


def test_estimates_have_their_margin_told() -> None:
    """An estimate with a margin is told with it, a sure one without."""
    margin = Assumptions(hold=Estimate(seconds(5), least=seconds(4), greatest=seconds(7.5)))
    sure = Assumptions(hold=seconds(5))

    assert [listed(Hold(UNSAID), Policy(assumptions=each))[0][2] for each in (margin, sure)] == [
        "5 s (4 to 7.5 s)",
        "5 s",
    ]


@pytest.mark.parametrize("name", REASONS)
def test_only_a_default_has_its_reason(name: str) -> None:
    """A figure that the caller set is not passed off as the library's own."""
    usual = Assumptions()
    others: dict[type, Any] = {
        Estimate: Estimate(seconds(77)),
        int: 77,
        Side: Side.RIGHT,
        Order: Order.BY_REP,
        tuple: {"at leisure": Estimate(seconds(77))},
    }
    other = others[type(getattr(usual, name))]

    assert REASONS[name] == reason_for(name, usual)
    assert reason_for(name, Assumptions(**{name: other})) == SET


@given(routines(small=True), choices(), assumptions())
def test_choices_and_assumptions_are_told_apart(
    routine: Routine, choice: Choice, taken: Assumptions
) -> None:
    """What was chosen lies in a range that was written, and all else in the list is assumed."""
    policy = Policy(choice, taken)
    made = timeline(routine, choice=choice, assumptions=taken)

    for each in assumed(made.tree, policy):
        assert each.manner is (Manner.CHOSEN if each.reason == CHOSEN else Manner.ASSUMED)
        assert each.written or each.manner is Manner.ASSUMED
