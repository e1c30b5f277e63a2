"""Strategies for items, and for the groups of items that are done together."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from kinescript.model import (
    UNSAID,
    Aim,
    Branch,
    Case,
    Circuit,
    Component,
    Dose,
    Exercise,
    ExerciseKind,
    Hold,
    Item,
    Laterality,
    MuscleAction,
    Pick,
    Position,
    Reading,
    Role,
    Section,
    Superset,
)
from kinescript.testing._context import codes, told
from kinescript.testing._doses import doses
from kinescript.testing._frequencies import frequencies, how_often, schedules
from kinescript.testing._guides import covers, guides
from kinescript.testing._intensities import bare_distances, intensities
from kinescript.testing._quantities import (
    evenly,
    few,
    measured,
    names,
    numbers,
    ranges,
    shared,
    texts,
    unsaid,
)
from kinescript.testing._signs import counts, times
from kinescript.testing._works import ends, half_minutes, intervals, pauses, rests


@shared
def exercises() -> SearchStrategy[Exercise]:
    """Make exercises, bare and with everything that a catalogue knows of them."""
    several = few(names())
    positions = st.builds(Position, names(), setup=several, instructions=several)
    full = st.builds(
        Exercise,
        names(),
        kind=st.sampled_from((UNSAID, *ExerciseKind)),
        laterality=st.sampled_from((UNSAID, *Laterality)),
        positions=few(positions),
        instructions=several,
        cues=several,
        faults=several,
        equipment=several,
        purpose=texts(),
        action=st.sampled_from((UNSAID, *MuscleAction)),
        codes=few(codes(), most=1),
        media=several,
    )
    return evenly(names().map(Exercise), full)


@shared
def readings() -> SearchStrategy[Reading]:
    """Make readings of ambiguous words, with and without the other ways to read them."""
    others = evenly(unsaid(), frequencies(), schedules(), doses(small=True))
    return st.builds(Reading, names(), names(), others=few(others))


@shared
def aims() -> SearchStrategy[Aim]:
    """Make what a source says of the whole: numbers, lengths and distances."""
    amount = evenly(ranges(), measured(), bare_distances())
    return amount.map(Aim) | st.builds(Aim, amount, names())


@shared
def items(*, small: bool = False) -> SearchStrategy[Item]:
    """Make items, from a bare exercise to all that an item can say; *small* is as in `doses`."""
    full = st.builds(
        Item,
        exercises(),
        unsaid() | doses(small=small),
        frequency=how_often(),
        span=unsaid() | covers(),
        guides=few(guides(), most=1),
        words=texts(),
        readings=few(readings(), most=1),
        aims=few(aims(), most=1),
        notes=few(names()),
        id=texts(),
        **told(),
    )
    return evenly(_plain_items(small=small), full)


@shared
def _plain_items(*, small: bool) -> SearchStrategy[Item]:
    often = evenly(unsaid(), unsaid(), unsaid(), frequencies())
    dose = evenly(unsaid(), doses(small=small), doses(small=small))
    return st.builds(Item, names(), dose, frequency=often)


@shared
def components(*, small: bool = False) -> SearchStrategy[Component]:
    """
    Make items, rests and groups of these; *small* is as in `doses`.

    Groups stand in each other at most 2 deep, and hold three parts at most.
    """
    plain = _plain_items(small=small)
    single = evenly(plain, plain, plain, rests(small=small))
    inner = evenly(single, single, _groups(single, small=small))
    whole = items(small=small)
    return evenly(whole, whole, rests(small=small), _groups(inner, small=small))


def _groups(part: SearchStrategy[Component], *, small: bool) -> SearchStrategy[Component]:
    parts = st.lists(part, min_size=1, max_size=3)
    sections = st.builds(
        Section,
        parts,
        role=st.sampled_from((UNSAID, *Role)),
        name=texts(),
        length=times(small=small),
    )
    cases = st.lists(
        st.builds(Case, names(), st.lists(part, max_size=2)),
        min_size=1,
        max_size=2,
        unique_by=lambda case: case.name,
    )
    return evenly(
        sections,
        _circuits(parts, small=small),
        _supersets(small=small),
        st.builds(Pick, parts, numbers(small=True), name=texts()),
        cases.map(Branch),
    )


@shared
def _supersets(*, small: bool) -> SearchStrategy[Superset]:
    several = st.lists(_plain_items(small=small), min_size=2, max_size=3)
    return st.builds(Superset, several, for_time=st.booleans(), name=texts())


def _circuits(parts: SearchStrategy[list[Component]], *, small: bool) -> SearchStrategy[Circuit]:
    said = {
        "rest": pauses(small=small),
        "between": pauses(small=small),
        "turns": st.booleans(),
        "for_time": st.booleans(),
        "intensity": few(intensities(), most=1),
        "name": texts(),
    }
    every = intervals(small=small)
    counted = st.builds(Circuit, parts, counts(small=small), every=every, **said)
    if not small:
        return evenly(counted, st.builds(Circuit, parts, ends(), every=every, **said))
    # The rounds stay few: each takes half a minute at least, and the whole a few minutes.
    held = st.builds(Item, names(), half_minutes().map(Hold).map(Dose))
    lasting = st.tuples(held, parts).map(lambda pair: [pair[0], *pair[1][:2]])
    return evenly(
        counted,
        st.builds(Circuit, parts, ends(small=True), every=half_minutes(), **said),
        st.builds(Circuit, lasting, ends(small=True), **said),
    )
