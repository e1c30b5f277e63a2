"""The volume of each exercise."""

import pickle

import attrs
import pytest
from hypothesis import given, strategies as st
from tests.volumes.cases import cases

from kinescript import (
    Branch,
    Case,
    Circuit,
    Dose,
    Exercise,
    Frequency,
    Item,
    NotDetermined,
    Phase,
    Pick,
    Prescription,
    Range,
    Reps,
    Rest,
    Routine,
    Section,
    Span,
    Superset,
    Timed,
    Unsaid,
    Weekday,
    Weekdays,
    Words,
    item_volumes,
    minutes,
    per_day,
    per_week,
    seconds,
    volume,
)
from kinescript.model import UNSAID, Component, Covers, HowOften, walk, weeks
from kinescript.testing import items, prescriptions
from kinescript.volumes import Total
from kinescript.volumes._totals import added, ends

DAILY = per_day(1)
CASE = NotDetermined("it depends on the case: “young”, “old”")
PEOPLE = NotDetermined("the phases are for different people")


def item(
    name: str, reps: int, frequency: HowOften = UNSAID, span: Covers | Unsaid = UNSAID
) -> Item:
    """Return an item of one set."""
    return Item(name, Dose(Reps(reps)), frequency=frequency, span=span)


SQUAT, PLANK, LUNGE = item("Squat", 10), Item("Plank", Dose(Timed(seconds(30)))), item("Lunge", 8)


@cases(
    ("of", "expected"),
    [
        pytest.param(SQUAT, {"Squat": 10}, id="an item"),
        pytest.param(Rest(seconds(60)), {}, id="a rest"),
        pytest.param(Section([SQUAT, PLANK, SQUAT]), {"Squat": 20, "Plank": 0}, id="a section"),
        pytest.param(
            Section([PLANK, Section([LUNGE, SQUAT]), Rest(seconds(5)), SQUAT]),
            {"Plank": 0, "Lunge": 8, "Squat": 20},
            id="sections",
        ),
        pytest.param(Circuit([SQUAT, LUNGE], 3), {"Squat": 30, "Lunge": 24}, id="rounds"),
        pytest.param(
            Circuit([SQUAT, LUNGE], 3, every=minutes(1), turns=True),
            {"Squat": 20, "Lunge": 8},
            id="turns",
        ),
        pytest.param(
            Circuit([Section([SQUAT, LUNGE]), SQUAT], 2), {"Squat": 40, "Lunge": 16}, id="nested"
        ),
        pytest.param(Superset([SQUAT, LUNGE, SQUAT]), {"Squat": 20, "Lunge": 8}, id="a superset"),
        pytest.param(Pick([SQUAT, SQUAT], 1), {"Squat": 10}, id="one of two that are the same"),
        pytest.param(
            Pick([SQUAT, LUNGE, item("Squat", 5)], 2),
            {"Squat": Range(5, 15), "Lunge": Range(0, 8)},
            id="two of three",
        ),
        pytest.param(
            Pick([Section([SQUAT, LUNGE])], 2), {"Squat": 10, "Lunge": 8}, id="two of only one"
        ),
        pytest.param(
            Pick([SQUAT, LUNGE], Range(None, 2)),
            {"Squat": Range(None, 10), "Lunge": Range(None, 8)},
            id="up to two of two",
        ),
        pytest.param(
            Pick([SQUAT, LUNGE], Range(1, None)),
            {"Squat": Range(0, None), "Lunge": Range(0, None)},
            id="at least one of two",
        ),
        pytest.param(
            Pick([SQUAT, LUNGE], Words("several")),
            dict.fromkeys(["Squat", "Lunge"], NotDetermined("the source says only “several”")),
            id="several of two",
        ),
        pytest.param(
            Branch([Case("young", [SQUAT, LUNGE]), Case("old", SQUAT)]),
            {"Squat": 10, "Lunge": CASE},
            id="cases",
        ),
        pytest.param(Routine("", [SQUAT, LUNGE, SQUAT]), {"Squat": 20, "Lunge": 8}, id="a routine"),
        pytest.param(Phase("", []), {}, id="a phase of nothing"),
    ],
)
def test_a_session_has_so_much_of_each_exercise(
    of: Component | Routine, expected: dict[str, int | Total]
) -> None:
    """Items of one name add up, in order of first appearance, and the others are apart."""
    found = volume(of).by_exercise

    assert list(found) == list(expected)
    for name, total in expected.items():
        reps = found[name].reps.per_session
        assert reps == (Range(total) if isinstance(total, int) else total)


@given(items())
def test_an_item_is_its_one_exercise(of: Item) -> None:
    """An item has one entry, which is all of it, and so has that entry."""
    found = volume(of)

    assert dict(found.by_exercise) == {of.exercise.name: found}
    assert dict(found.by_exercise[of.exercise.name].by_exercise) == {of.exercise.name: found}
    assert item_volumes(of)[""].by_exercise.keys() == {of.exercise.name}


def test_a_dose_has_no_exercise() -> None:
    """A dose alone is that of no exercise."""
    assert dict(volume(Dose(Reps(10))).by_exercise) == {}
    assert len(volume(Dose(Reps(10))).by_exercise) == 0


def test_what_there_is_of_each_can_be_read() -> None:
    """The volumes of exercises are shown as a dictionary, and are no part of what is compared."""
    one, other = volume(Section([SQUAT])), volume(item("Sit to stand", 10))

    assert repr(one.by_exercise) == repr(dict(one.by_exercise))
    assert one == other
    assert pickle.loads(pickle.dumps(one)).by_exercise["Squat"] == one  # noqa: S301


def test_days_and_weeks_of_an_exercise() -> None:
    """An exercise has its own days and weeks, whatever else is done."""
    monday = Frequency(days=Weekdays(Weekday.MON))
    parts = [item("Squat", 10, per_week(3)), item("Lunge", 8, DAILY), item("Squat", 5, monday)]
    found = volume(Routine("", parts, span=Span(weeks(2)))).by_exercise

    assert found["Squat"].reps.per_day == Range(5, 15)
    assert found["Squat"].reps.per_week == Range(35)
    assert found["Lunge"].reps.in_all == Range(112)
    assert found["Squat"].sessions.per_week == NotDetermined(
        "the exercises have frequencies of their own"
    )
    assert (found["Lunge"].sessions.per_week, found["Lunge"].bouts.per_week) == (
        Range(7),
        Range(7),
    )


def test_rests_between_exercises_are_of_none() -> None:
    """A rest between two squats is theirs, and one between a squat and a lunge is of neither."""
    pause = Rest(seconds(60))
    of = Routine("", [Section([SQUAT, pause, SQUAT]), pause, LUNGE])
    found = volume(of)

    assert found.rest.per_session == Range(120)
    assert [each.rest.per_session for each in found.by_exercise.values()] == [Range(60), Range(0)]


def test_phases_of_an_exercise() -> None:
    """An exercise has the weeks of the phases in which it is done."""
    warm, strong = [SQUAT, LUNGE], [SQUAT, PLANK]
    phases = [Phase("", Routine("", each), span=Span(weeks(2))) for each in (warm, strong)]
    found = volume(Prescription("", phases, frequency=DAILY)).by_exercise

    assert list(found) == ["Squat", "Lunge", "Plank"]
    assert [each.reps.in_all for each in found.values()] == [Range(280), Range(112), Range(0)]
    assert [each.reps.per_week for each in found.values()] == [Range(70), Range(56), Range(0)]
    assert found["Lunge"].sessions.in_all == Range(14)


def test_phases_for_different_people() -> None:
    """What only some people do has no figure for all of them."""
    young = Phase("", Routine("", [SQUAT, LUNGE]), span=Span(weeks(2)), audience="young")
    old = Phase("", Routine("", SQUAT), span=Span(weeks(2)), audience="old")
    found = volume(Prescription("", [young, old], frequency=DAILY)).by_exercise

    assert found["Squat"].reps.in_all == Range(140)
    assert found["Lunge"].reps.in_all == PEOPLE


def test_routines_of_an_exercise() -> None:
    """Routines that take turns deal the days out to their exercises too."""
    phase = Phase(
        "",
        [Routine("A", [SQUAT, LUNGE]), Routine("B", [SQUAT, PLANK])],
        span=Span(weeks(2), sessions=7),
        frequency=per_week(3),
        turns=True,
    )
    found = volume(phase).by_exercise
    at_once = volume(attrs.evolve(phase, turns=False)).by_exercise

    assert [each.reps.in_all for each in found.values()] == [Range(70), Range(32), Range(0)]
    assert [each.sessions.in_all for each in found.values()] == [Range(7), Range(4), Range(3)]
    assert found["Lunge"].sessions.per_week == Range(1, 2)
    assert [each.reps.in_all for each in at_once.values()] == [Range(120), Range(48), Range(0)]
    assert at_once["Squat"].sessions.in_all == Range(7)


@given(prescriptions(small=True))
def test_exercises_add_up_to_the_whole(prescription: Prescription) -> None:
    """The repetitions, sets and bouts of all exercises hold those of the whole."""
    found = volume(prescription)
    names = dict.fromkeys(
        item.exercise.name
        for phase in prescription.phases
        for routine in phase.routines
        for part in routine.items
        for _, item in walk(part)
    )

    assert list(found.by_exercise) == list(names)
    for figure in ("reps", "sets", "bouts"):
        parts = [getattr(each, figure).in_all for each in found.by_exercise.values()]
        assert holds(added(parts), getattr(found, figure).in_all)


def holds(whole: Total, part: Total) -> bool:
    """Whether one range lies in another, as far as both are known."""
    if isinstance(whole, NotDetermined) or isinstance(part, NotDetermined):
        return True
    (low, high), (least, most) = ends(whole), ends(part)
    return (low or 0) <= (least or 0) and (high is None or (most is not None and most <= high))


SOME = st.lists(items(small=True), min_size=1, max_size=3)


def called(item: Item, name: str) -> Item:
    """Return an item of an exercise of that name."""
    return attrs.evolve(item, exercise=Exercise(name))


@given(SOME)
def test_an_exercise_alone_is_all_there_is(parts: list[Item]) -> None:
    """Where all items are of one exercise, that has the volume of the whole."""
    found = volume(Routine("", [called(item, "Squat") for item in parts]))

    assert dict(found.by_exercise) == {"Squat": found}


@given(SOME)
def test_items_of_names_of_their_own_are_exercises(parts: list[Item]) -> None:
    """Where each item is an exercise of its own, that has the volume of the item."""
    routine = Routine("", [called(item, f"{index}") for index, item in enumerate(parts)])
    found = volume(routine).by_exercise

    for name, each in zip(found, item_volumes(routine).values(), strict=True):
        assert attrs.evolve(found[name], sessions=each.sessions) == each
