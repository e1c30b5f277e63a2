"""The volume of groups."""

from tests.volumes.cases import cases

from kinescript import (
    UNSAID,
    Assumptions,
    Branch,
    Case,
    Circuit,
    Dose,
    EachSide,
    Hold,
    Item,
    NotDetermined,
    Pick,
    Range,
    Reps,
    Rest,
    Routine,
    Section,
    Sets,
    Superset,
    Timed,
    Unsaid,
    Words,
    item_volumes,
    minutes,
    per_day,
    seconds,
    volume,
)
from kinescript.model import Component, amrap, emom
from kinescript.volumes import Total

LAST = NotDetermined("which set is the last is not written")
REP_TIME = NotDetermined("the source does not say how long a repetition takes")
SEVERAL = NotDetermined("the source says only “several”")
ROUNDS = NotDetermined("the source does not say how many")


def done(name: str, reps: int) -> Item:
    """Return an item of one set."""
    return Item(name, Dose(Sets(1, Reps(reps))))


def timed(name: str, length: int = 30) -> Item:
    """Return an item that goes on for a time."""
    return Item(name, Dose(Timed(seconds(length))))


def sets(name: str, number: Range | Words | int, sides: EachSide | Unsaid = UNSAID) -> Item:
    """Return an item of sets of 10 s, with rests of 30 s, or 60 s if it is called B."""
    rest = seconds(60 if name == "B" else 30)
    return Item(name, Dose(Sets(number, Timed(seconds(10)), rest=rest), sides=sides))


def superset(one: Range | Words | int, other: Range | Words | int) -> Superset:
    """Return a superset of two items with so many sets."""
    return Superset([sets("A", one), sets("B", other)])


CUT = NotDetermined("the last pass is cut short")
A, B, C = done("A", 5), done("B", 10), done("C", 15)
SIDED = Item("Sided", Dose(Reps(5), sides=EachSide()))
SUPERSET = Superset(
    [
        Item("A", Dose(Sets(3, Reps(12), rest=seconds(30)))),
        Item("B", Dose(Sets(3, Reps(15), rest=seconds(30)))),
    ]
)
BRANCH = Branch([Case("young", A), Case("old", [A, B]), Case("ill")])


@cases(
    ("of", "name", "expected"),
    [
        (Section([A, B, C]), "reps", Range(30)),
        (Section([A, B, C]), "bouts", Range(3)),
        (Section([A, B, C]), "sessions", Range(1)),
        (Section([A, Rest(seconds(90)), B]), "rest", Range(90)),
        (Rest(seconds(90)), "rest", Range(90)),
        (Circuit([A, B], 3), "reps", Range(45)),
        (Circuit([A, B], 3), "sets", Range(6)),
        (Circuit([A, B], 3), "bouts", Range(2)),
        (Circuit([A, B], Range(2, 4)), "reps", Range(30, 60)),
        (Circuit([A, B]), "reps", ROUNDS),
        (
            Circuit([timed("A"), timed("B")], 3, rest=seconds(10), between=minutes(1)),
            "rest",
            Range(150),
        ),
        (
            Circuit([timed("A"), Rest(seconds(5)), timed("B")], 1, rest=seconds(10)),
            "rest",
            Range(15),
        ),
        (Circuit([timed("A"), timed("B")], minutes(10), between=seconds(60)), "work", Range(300)),
        (amrap(A, B, end=minutes(20)), "work", Range(1200)),
        (amrap(A, B, end=minutes(20)), "reps", REP_TIME),
        (emom(A, B, end=minutes(10), every=minutes(1)), "reps", Range(75)),
        (emom(A, B, end=minutes(15), every=minutes(1)), "reps", Range(110)),
        (emom(A, B, end=minutes(15), every=minutes(1)), "rest", REP_TIME),
        (emom(A, B, end=Range(3), every=minutes(1)), "reps", Range(20)),
        (emom(timed("A"), timed("B"), end=minutes(15), every=minutes(1)), "rest", Range(450)),
        (emom(timed("A"), timed("B", 40), end=minutes(3), every=minutes(1)), "work", Range(100)),
        (emom(timed("A"), timed("B", 40), end=minutes(3), every=minutes(1)), "rest", Range(80)),
        (
            emom(timed("A"), timed("B", 40), end=seconds(90), every=minutes(1)),
            "rest",
            NotDetermined("the turns differ"),
        ),
        (
            emom(timed("A"), timed("B", 90), end=minutes(4), every=minutes(1)),
            "work",
            NotDetermined("a turn may last longer than its interval"),
        ),
        (Circuit([timed("A"), timed("B")], minutes(5), rest=seconds(10)), "work", CUT),
        (Circuit([timed("A"), timed("B")], seconds(160), rest=seconds(10)), "work", Range(120)),
        (Circuit([timed("A"), timed("B")], seconds(160), rest=seconds(10)), "rest", Range(40)),
        (Circuit(timed("A"), minutes(5), rest=seconds(10)), "work", Range(230)),
        (Circuit(timed("A"), minutes(5), rest=seconds(10)), "rest", Range(70)),
        (
            emom(timed("A"), timed("B", 40), end=Range(4), every=minutes(1)),
            "rest",
            NotDetermined("the turns differ"),
        ),
        (
            emom(timed("A", 80), timed("B"), end=minutes(4), every=minutes(1)),
            "work",
            NotDetermined("a turn may last longer than its interval"),
        ),
        (emom(A, B, end=Range(3, None), every=minutes(1)), "reps", Range(20, None)),
        (emom(A, B, end=Words("several"), every=minutes(1)), "reps", SEVERAL),
        (SUPERSET, "reps", Range(81)),
        (SUPERSET, "rest", Range(150)),
        (superset(3, 2), "rest", Range(180)),
        (superset(2, 3), "rest", Range(180)),
        (superset(Range(2, 3), Range(2, 3)), "rest", Range(120, 210)),
        (superset(Range(2, 4), Range(2, 3)), "rest", LAST),
        (superset(Range(4, 5), Range(2, 3)), "rest", Range(210, 300)),
        (superset(Words("several"), 3), "rest", SEVERAL),
        (Superset([sets("A", 2, EachSide()), sets("B", 2)]), "rest", Range(120)),
        (Superset([sets("A", 2, EachSide()), sets("B", 2)]), "work", Range(60)),
        (Superset([Item("A"), Item("B")]), "bouts", Range(2)),
        (Pick([A, A, A], 2), "reps", Range(10)),
        (Pick([A, B, C], 2), "reps", Range(15, 25)),
        (Pick([A, B, C], 2), "bouts", Range(2)),
        (Pick([A, B, C]), "reps", ROUNDS),
        (Pick([A], 2), "reps", Range(5)),
        (Pick([A, B], Range(None, 3)), "reps", Range(None, 15)),
        (Pick([A, B, C]), "hold", Range(0)),
        (Item("A"), "reps", NotDetermined("the source does not say the dose")),
        (Item("A"), "bouts", Range(1)),
    ],
)
def test_what_a_session_of_a_group_has(of: Component, name: str, expected: Total) -> None:
    """Groups add up, rounds multiply, turns are dealt out, and a choice spans its parts."""
    assert getattr(volume(of), name).per_session == expected


@cases(
    ("cases", "expected"),
    [
        ("young", Range(5)),
        (["old"], Range(15)),
        (["ill", "elsewhere"], Range(0)),
        ((), NotDetermined("it depends on the case: “young”, “old”, “ill”")),
        (["young", "old"], NotDetermined("it depends on the case: “young”, “old”, “ill”")),
    ],
)
def test_a_case_is_chosen_by_name(cases: str | list[str], expected: Total) -> None:
    """What depends on a case is not determined until the case is named."""
    assert volume(BRANCH, cases=cases).reps.per_session == expected
    assert volume(BRANCH, cases=cases).hold.per_session == Range(0)


def test_work_told_for_both_sides_is_not_told_for_one() -> None:
    """Twenty minutes of rounds with a sided exercise say nothing of one side."""
    work = volume(amrap(SIDED, end=minutes(20))).work

    assert work.per_session == Range(1200)
    assert work.per_session_per_side == NotDetermined("it is told of both sides together")


def test_a_dose_that_is_unsaid_can_be_assumed() -> None:
    """The assumed time of an activity stands in for a dose."""
    found = volume(Item("A"), assumptions=Assumptions(activity=seconds(60)))

    assert found.work.per_session == Range(60)
    assert found.reps.per_session == NotDetermined("the source does not say the dose")


def test_each_item_by_itself() -> None:
    """Each item counts in every round around it, with what it inherits."""
    section = Section(
        [
            Circuit([A, SUPERSET, Rest(seconds(5))], 2),
            emom(B, Pick([C]), end=Range(3), every=minutes(1)),
            BRANCH,
        ]
    )
    found = item_volumes(section)

    assert {path: each.reps.per_session for path, each in found.items()} == {
        "parts[0].parts[0]": Range(10),
        "parts[0].parts[1].items[0]": Range(72),
        "parts[0].parts[1].items[1]": Range(90),
        "parts[1].parts[0]": Range(20),
        "parts[1].parts[1].parts[0]": Range(15),
        "parts[2].cases[0].parts[0]": Range(5),
        "parts[2].cases[1].parts[0]": Range(5),
        "parts[2].cases[1].parts[1]": Range(10),
    }
    assert found["parts[0].parts[1].items[0]"].rest.per_session == Range(180)
    assert found["parts[0].parts[0]"].bouts.per_session == Range(1)


@cases(
    ("items", "expected"),
    [
        ([A, B], Range(3)),
        ([Item("A", frequency=per_day(2)), B], Range(3)),
        ([Item("A", frequency=per_day(2)), Item("B", frequency=per_day(2))], Range(2)),
        (
            [Item("A", frequency=per_day(2)), Item("B", frequency=per_day(4))],
            NotDetermined("the exercises have frequencies of their own"),
        ),
        ([], Range(3)),
    ],
)
def test_sessions_are_those_of_what_inherits(items: list[Item], expected: Total) -> None:
    """A routine has as many sessions as the items without a frequency of their own."""
    assert volume(Routine("", items, frequency=per_day(3))).sessions.per_day == expected


def test_holds_and_unsaid_doses_share_a_section() -> None:
    """One dose that is unsaid leaves the sum open."""
    section = Section([Item("A"), Item("B", Dose(Hold(seconds(10)), sides=UNSAID))])

    assert volume(section).hold.per_session == NotDetermined("the source does not say the dose")
