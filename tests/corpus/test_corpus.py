"""Published prescriptions in the notation: all of each can be said, kept, added up and planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, TypeAlias

import pytest
from tests.corpus.entries import (
    FACTS,
    IDS,
    Fact,
    expected_of,
    facts_of,
    others_of,
    prescription_of,
    text_of,
)
from tests.corpus.figures import invented, lost, written
from tests.corpus.judging import Kind, holds, is_judged, kind_of, problems_of
from tests.corpus.parts import components
from tests.corpus.planning import START
from tests.corpus.usage import unused

from kinescript import (
    Branch,
    Calendar,
    Plan,
    Prescription,
    Timeline,
    dumps,
    loads,
    parse,
    plan,
    timeline,
    write,
)
from kinescript.model import walk

FOUR_WEEKS: Final = 28
TWO_YEARS: Final = 730
WINNIPEG: Final = Calendar(zone="America/Winnipeg")

STANDARDS: Final = frozenset({"DaysOf", "Detail", "Indication", "Window"})
"""The types that the field's standards ask for, whether or not an entry uses them."""

RecordProperty: TypeAlias = Callable[[str, object], None]

each_entry = pytest.mark.parametrize("entry", IDS)


def test_every_entry_has_facts() -> None:
    """Each entry has a text and facts of its own."""
    assert len(IDS) > 100
    assert FACTS == IDS


@each_entry
def test_every_expected_value_has_facts(entry: str) -> None:
    """There are facts about each expected value of an entry, and about nothing else."""
    assert facts_of(entry).keys() == expected_of(entry).keys()
    assert all(facts_of(entry).values())


@each_entry
def test_every_entry_has_a_source(entry: str) -> None:
    """Each entry has a title and a source with an address, unless it says it is from memory."""
    prescription = prescription_of(entry)

    assert prescription.title
    assert prescription.sources
    if "from memory" not in prescription.title:
        assert all(source.address for source in prescription.sources)


# What is written is kept.


@each_entry
def test_written_and_read_again_it_is_the_same(entry: str) -> None:
    """What the writer makes of a prescription says the same, and is written the same again."""
    prescription = prescription_of(entry)
    once = write(prescription)

    assert prescription == parse(once)
    assert once == write(parse(once))


@each_entry
def test_it_survives_a_document(entry: str) -> None:
    """A prescription survives being kept as JSON."""
    prescription = prescription_of(entry)

    assert prescription == loads(dumps(prescription))


@each_entry
def test_no_figure_is_invented(entry: str) -> None:
    """Every number in what was read is one that is written, in the unit behind it."""
    assert not invented(written(text_of(entry)), prescription_of(entry))


@each_entry
def test_no_figure_is_lost(entry: str) -> None:
    """Every number that is written is in what was read."""
    assert not lost(written(text_of(entry)), prescription_of(entry))


# What it comes to.


@each_entry
def test_its_facts_hold(entry: str) -> None:
    """What is expected of an entry comes out of its text, but for what is known not to."""
    prescription, facts = prescription_of(entry), facts_of(entry)

    problems = {
        key: found
        for key, value in expected_of(entry).items()
        if (found := problems_of(prescription, value, facts[key]))
    }

    assert problems == {}


@each_entry
def test_its_facts_hold_of_nothing_else(entry: str) -> None:
    """Were any number that is expected of an entry another one, a fact would tell."""
    prescription, facts = prescription_of(entry), facts_of(entry)

    missed = [
        (key, part)
        for key, value in expected_of(entry).items()
        for part, other in others_of(value)
        if is_judged(part, facts[key]) and not problems_of(prescription, other, facts[key])
    ]

    assert missed == []


def test_nearly_all_expected_values_are_reached(record_property: RecordProperty) -> None:
    """At least 95% of what is a figure is reached, and at most a fifth is set aside."""
    kinds = Counter(kind_of(facts) for entry in IDS for facts in facts_of(entry).values())
    told = ", ".join(f"{kinds[kind]} {kind.value}" for kind in Kind)
    record_property("summary", f"corpus: {len(IDS)} entries with {kinds.total()} facts: {told}")
    for entry, key, fact in _failing():
        record_property("summary", f"corpus: known not to hold: {entry}, {key}: {fact['fails']}")

    reached = kinds[Kind.COMPUTED] + kinds[Kind.STATED]
    assert reached >= 0.95 * (reached + kinds[Kind.FAILS])
    assert kinds[Kind.ASIDE] <= 0.2 * kinds.total()


def test_what_is_known_not_to_hold_does_not() -> None:
    """A fact that is known not to hold is taken off the list as soon as it does."""
    held = [
        (entry, key)
        for entry, key, fact in _failing()
        if holds(prescription_of(entry), expected_of(entry)[key], fact)
    ]

    assert held == []


def _failing() -> Iterator[tuple[str, str, Fact]]:
    """Return the facts that are known not to hold."""
    for entry in IDS:
        for key, facts in facts_of(entry).items():
            yield from ((entry, key, fact) for fact in facts if "fails" in fact)


# When it is done.


def _planned(prescription: Prescription, cases: tuple[str, ...] = ()) -> Plan:
    return plan(prescription, start=START, calendar=WINNIPEG, cases=cases)


def _last(days: int) -> date:
    return START + timedelta(days=days - 1)


def _try(made: Timeline) -> None:
    """Read what a player would read first."""
    assert (made.duration > timedelta(0)) == (len(made) > 0)
    if made:
        assert made[0].start == timedelta(0)
        assert made[-1].end == made.duration


@each_entry
def test_four_weeks_of_it_can_be_planned(entry: str) -> None:
    """Four weeks can be planned, at once or day by day, each session with its steps."""
    made = _planned(prescription_of(entry))
    sessions = made.between(START, _last(FOUR_WEEKS))
    days = (START + timedelta(days=index) for index in range(FOUR_WEEKS))

    assert sessions == tuple(session for day in days for session in made.on(day))
    for session in sessions:
        _try(session.timeline)


@each_entry
def test_its_cases_can_be_planned(entry: str) -> None:
    """Four weeks can be planned for each case and audience by itself."""
    prescription = prescription_of(entry)

    for case in _cases(prescription):
        for session in _planned(prescription, (case,)).between(START, _last(FOUR_WEEKS)):
            _try(session.timeline)


def _cases(prescription: Prescription) -> list[str]:
    branches = [each for each in components(prescription) if isinstance(each, Branch)]
    named = [case.name for branch in branches for case in branch.cases]
    told = [name for phase in prescription.phases for name in phase.audience]
    return list(dict.fromkeys((*named, *told)))


@each_entry
def test_its_routines_can_be_laid_out(entry: str) -> None:
    """Every routine has a timeline."""
    for phase in prescription_of(entry).phases:
        for routine in phase.routines:
            _try(timeline(routine))


@each_entry
def test_nothing_is_forgotten(entry: str) -> None:
    """Every item is planned, or has a reason why not, or is due only later."""
    prescription = prescription_of(entry)
    made = _planned(prescription)
    assert all(each.reason for each in made.unscheduled)

    missing = set(_paths(prescription)) - {
        path
        for path in _paths(prescription)
        for each in made.unscheduled
        if path == each.path or path.startswith((f"{each.path}.", f"{each.path}["))
    }
    for path in _done(made):
        missing.discard(path)
        if not missing:
            break

    assert not missing


def _paths(prescription: Prescription) -> list[str]:
    return [
        path
        for number, phase in enumerate(prescription.phases)
        for index, routine in enumerate(phase.routines)
        for place, part in enumerate(routine.items)
        for path, _ in walk(part, f"phases[{number}].routines[{index}].items[{place}]")
    ]


def _done(made: Plan) -> Iterator[str]:
    """Return the paths of what is planned, day by day, or finds no place."""
    for index in range(TWO_YEARS):
        day = START + timedelta(days=index)
        for session in made.on(day):
            yield from session.paths
        for left_out in made.unplaced(day):
            yield left_out.path


# What the corpus shows of the model.


def test_what_no_entry_uses(record_property: RecordProperty) -> None:
    """The entries use most of the model; what they do without is told after the tests."""
    found = unused(prescription_of(entry) for entry in IDS)
    for kind, names in found.items():
        if names:
            record_property("summary", f"corpus: {kind} that no entry uses: {', '.join(names)}")

    assert len(set(found["types"]) - STANDARDS) < 10
