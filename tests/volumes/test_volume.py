"""The volume of anything, and its laws."""

from collections.abc import Sequence
from itertools import product

import attrs
import pytest
from hypothesis import given, strategies as st
from tests.volumes.cases import cases

from kinescript import (
    UNSAID,
    Assumptions,
    Dose,
    EachSide,
    EveryDay,
    Figure,
    Frequency,
    Item,
    ModelError,
    NotDetermined,
    Phase,
    Prescription,
    Range,
    Reps,
    Routine,
    Section,
    Sets,
    Span,
    Volume,
    Weekday,
    Weekdays,
    Words,
    item_volumes,
    per_day,
    per_week,
    volume,
)
from kinescript.model import Work, weeks
from kinescript.model._work_sides import has_sides
from kinescript.testing import assumptions, items, prescriptions, works
from kinescript.volumes import Total
from kinescript.volumes._totals import added, ends

SCOPES = [field.name for field in attrs.fields(Figure)]
FIGURES = [field.name for field in attrs.fields(Volume) if field.name != "by_exercise"]
SUMMED = [name for name in SCOPES if name not in {"per_rep", "per_set"}]


def totals(found: Volume) -> list[Total]:
    """Return every total of a volume."""
    return [getattr(getattr(found, name), scope) for name in FIGURES for scope in SCOPES]


@given(prescriptions())
def test_every_prescription_has_a_volume(prescription: Prescription) -> None:
    """Every figure is a range in order, or says why not."""
    for total in totals(volume(prescription)):
        if isinstance(total, NotDetermined):
            assert total.reason
        else:
            assert total.low is None or total.high is None or 0 <= total.low <= total.high


@given(works(small=True), assumptions())
def test_assumptions_take_nothing_away(work: Work, taken: Assumptions) -> None:
    """What a dose determines stays as it is with assumptions."""
    bare = volume(Dose(work)).reps.per_session
    assumed = volume(Dose(work), assumptions=taken).reps.per_session

    assert assumed == bare or isinstance(bare, NotDetermined)


@given(prescriptions(small=True))
def test_every_item_has_a_volume(prescription: Prescription) -> None:
    """Each item is found at its path."""
    found = item_volumes(prescription)
    paths = {
        f"phases[{i}].routines[{j}].items[{k}]"
        for i, phase in enumerate(prescription.phases)
        for j, routine in enumerate(phase.routines)
        for k, item in enumerate(routine.items)
        if isinstance(item, Item)
    }

    assert paths <= set(found)


@given(st.integers(1, 50), works())
def test_twice_the_sets_are_twice_the_repetitions(number: int, work: Work) -> None:
    """Doubling the sets doubles the repetitions, and the sets."""
    once, twice = (volume(Dose(Sets(number * times, work))) for times in (1, 2))

    assert twice.reps.per_session == doubled(once.reps.per_session)
    assert twice.sets.per_session == doubled(once.sets.per_session)


@given(works().filter(lambda work: not has_sides(work)))
def test_each_side_doubles(work: Work) -> None:
    """Work on each side is twice that on one."""
    one, each = volume(Dose(work)), volume(Dose(work, sides=EachSide()))

    for name in ("sets", "reps", "hold", "work", "rest", "breaths", "counts", "distance", "steps"):
        assert getattr(each, name).per_session == doubled(getattr(one, name).per_session)
        assert getattr(each, name).per_session_per_side == getattr(one, name).per_session


def doubled(total: Total) -> Total:
    """Return twice a total."""
    return total * 2 if isinstance(total, Range) else total


@given(items(small=True), items(small=True))
def test_what_is_done_at_the_same_time_adds_up(one: Item, other: Item) -> None:
    """Items of the same days and weeks add up in every scope, but for the sessions."""
    other = attrs.evolve(other, frequency=one.frequency, span=one.span)
    whole, first, second = (volume(each) for each in (Section([one, other]), one, other))

    for name, scope in product(FIGURES, ("per_session", "per_day", "per_week", "in_all")):
        if name != "sessions":
            parts = [getattr(getattr(each, name), scope) for each in (first, second)]
            assert is_sum(getattr(getattr(whole, name), scope), parts)


@given(items(small=True), items(small=True))
def test_all_that_is_done_in_a_programme_adds_up(one: Item, other: Item) -> None:
    """Whenever its parts are done, the whole is their sum, but for the sessions."""
    whole, first, second = (volume(each) for each in (Section([one, other]), one, other))

    for name in set(FIGURES) - {"sessions"}:
        parts = [getattr(each, name).in_all for each in (first, second)]
        assert is_sum(getattr(whole, name).in_all, parts)


def is_sum(whole: Total, parts: Sequence[Total]) -> bool:
    """Whether a total is the sum of its parts, or one that is not determined."""
    if all(isinstance(part, Range) for part in parts):
        return whole == added(parts)
    return whole in parts


@given(items(small=True), items(small=True))
def test_a_day_has_at_least_one_part_and_at_most_all(one: Item, other: Item) -> None:
    """Whatever days the parts fall on, a day has the least of them or more, up to their sum."""
    whole, first, second = (volume(each) for each in (Section([one, other]), one, other))

    for name, scope in product(set(FIGURES) - {"sessions"}, ("per_session", "per_day")):
        total, *parts = (getattr(getattr(each, name), scope) for each in (whole, first, second))
        if isinstance(total, NotDetermined):
            continue
        lows, highs = zip(*map(ends, [*parts, total]), strict=True)
        assert None in lows or lows[2] >= min(lows[:2])
        assert None in highs or highs[2] <= highs[0] + highs[1]


@given(works())
def test_what_is_unknown_is_never_none(work: Work) -> None:
    """Unsaid sets of something are never no sets, and a dose unsaid is never nothing."""
    several = volume(Dose(Sets(Words("several"), work)))
    once = volume(Dose(work))

    assert isinstance(several.sets.per_session, NotDetermined)
    for name in ("reps", "hold", "work", "breaths", "counts", "distance"):
        if getattr(once, name).per_session != Range(0):
            assert isinstance(getattr(several, name).per_session, NotDetermined)


SQUAT = Item("Squat", Dose(Sets(3, Reps(10))))
DAILY = Routine("Morning", SQUAT, frequency=per_day(2))
EVENING = Routine("Evening", SQUAT, frequency=Frequency(days=EveryDay()))
WEEKLY = Routine("Heavy", Item("Squat", Dose(Reps(5))), frequency=per_week(2))


def phase(*routines: Routine, audience: Sequence[str] = ()) -> Phase:
    """Return a phase of four weeks."""
    return Phase("", routines, span=Span(weeks(4)), audience=audience)


def figures(figure: Figure) -> tuple[Total, ...]:
    """Return what a figure has in a session, a day, a week and in all."""
    return (figure.per_session, figure.per_day, figure.per_week, figure.in_all)


@cases(
    ("of", "expected"),
    [
        (DAILY, (Range(30), Range(60), Range(420), None)),
        (phase(DAILY), (Range(30), Range(60), Range(420), Range(1680))),
        (phase(DAILY, EVENING), (Range(30), Range(90), Range(630), Range(2520))),
        (phase(DAILY, WEEKLY), ("routines", Range(60, 65), Range(430), Range(1720))),
        (phase(WEEKLY), (Range(5), Range(5), Range(10), Range(40))),
        (phase(), (Range(0), Range(0), Range(0), Range(0))),
        (Prescription("", phase(DAILY)), (Range(30), Range(60), Range(420), Range(1680))),
        (
            Prescription("", [phase(DAILY), phase(WEEKLY)]),
            ("phases", "phases", "phases", Range(1720)),
        ),
        (
            Prescription("", [phase(DAILY, audience=["a"]), phase(WEEKLY, audience=["b"])]),
            ("phases", "phases", "phases", "phases are for different people"),
        ),
    ],
)
def test_programmes(of: Routine | Phase | Prescription, expected: tuple[object, ...]) -> None:
    """Weeks and wholes add up; a session or day has a figure where all are alike."""
    unending = NotDetermined("the source does not say how long the programme lasts")
    told = {
        "routines": NotDetermined("the routines differ"),
        "phases": NotDetermined("the phases differ"),
        "phases are for different people": NotDetermined("the phases are for different people"),
        None: unending,
    }

    assert figures(volume(of).reps) == tuple(told.get(each, each) for each in expected)  # type: ignore[call-overload]


def test_frequencies_are_inherited() -> None:
    """An item's own frequency counts, else that of what is around it."""
    mondays = Frequency(days=Weekdays(Weekday.MON))
    own = attrs.evolve(SQUAT, frequency=mondays)
    prescription = Prescription(
        "", Phase("", Routine("", [SQUAT, own]), span=Span(weeks(2))), frequency=per_day(3)
    )
    found = item_volumes(prescription)

    assert [each.bouts.per_week for each in found.values()] == [Range(21), Range(1)]
    assert list(found) == [f"phases[0].routines[0].items[{index}]" for index in (0, 1)]
    assert volume(prescription).bouts.in_all == Range(44)
    assert volume(prescription).sessions.in_all == Range(42)


def test_an_item_has_its_own_span() -> None:
    """An item that lasts two weeks of four does not last four."""
    short = attrs.evolve(SQUAT, span=Span(weeks(2)))

    assert volume(phase(Routine("", short, frequency=per_day(1)))).bouts.in_all == Range(14)


@cases("of", [Reps(10), "Squat", None])
def test_what_has_no_volume_is_refused(of: object) -> None:
    """Only what can be prescribed has a volume."""
    with pytest.raises(ModelError, match="expected a Dose, an Item or group"):
        volume(of)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match="expected an Item or group"):
        item_volumes(of)  # type: ignore[arg-type]


def test_assumptions_are_assumptions() -> None:
    """Nothing else stands in for what is open."""
    with pytest.raises(ModelError, match="expected Assumptions"):
        volume(SQUAT, assumptions=UNSAID)  # type: ignore[arg-type]
