"""From the item to the prescription, and the words behind them."""

import re
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given, strategies as st

from kinescript.model import (
    UNSAID,
    Companion,
    Dose,
    Item,
    Phase,
    Prescription,
    Range,
    Reading,
    Reps,
    Routine,
    Source,
    Span,
    per_day,
    slug,
)
from kinescript.testing import items, names, phases, routines

Problems = Callable[[str], list[tuple[str, str]]]

COUNTS = "a whole number of 1 or more, a range of them, words, or unsaid"


@given(st.text())
def test_slugs_are_fit_for_an_id(words: str) -> None:
    """A slug has no spaces, no capitals, no hyphen at its ends, and is never empty."""
    made = slug(words)

    assert re.fullmatch(r"[\w-]+", made)
    assert made == made.casefold() == made.strip("-_")


@given(st.text())
def test_a_slug_is_its_own_slug(words: str) -> None:
    """Making a slug of a slug changes nothing."""
    assert slug(words) == slug(slug(words))


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("figure-4-stretch", "Figure-4 stretch"),
        ("knee-to-chest-left", "  Knee to chest (left)!"),
        ("brücke", "BRÜCKE"),
        ("unnamed", "🦵"),
        ("unnamed", ""),
    ],
)
def test_slugs_read_like_the_words(expected: str, words: str) -> None:
    """A slug keeps letters and digits of any script and joins them with hyphens."""
    assert expected == slug(words)


def test_an_id_is_made_from_the_title() -> None:
    """A prescription without an id has one that its title gives, and keeps it afterwards."""
    made = Prescription("Sciatica, first stage", ())

    assert made.id == "urn:kinescript:sciatica-first-stage"
    assert attrs.evolve(made, title="Sciatica").id == made.id


def test_an_id_of_its_own_is_kept() -> None:
    """An id that is given is not made from the title."""
    assert Prescription("Sciatica", (), id="urn:kinescript:s1").id == "urn:kinescript:s1"


@given(items())
def test_one_item_needs_no_list(item: Item) -> None:
    """A routine of one item, and a tuple, list or generator of items, are the same."""
    one = Routine("Day", item)

    assert [one] * 3 == [Routine("Day", made) for made in ([item], (item,), iter([item]))]
    assert (item,) == one.items


@given(routines())
def test_one_routine_needs_no_list(routine: Routine) -> None:
    """A phase of one routine may be given it alone."""
    assert (routine,) == Phase("All", routine).routines


@given(phases())
def test_one_phase_needs_no_list(phase: Phase) -> None:
    """A prescription of one phase may be given it alone."""
    assert (phase,) == Prescription("Plan", phase).phases


@given(names(), names())
def test_what_stands_alone_needs_no_list(name: str, reason: str) -> None:
    """One reading, companion, source or text may be given alone."""
    reading, companion, source = Reading(name, reason), Companion(name), Source(name)
    made = Prescription(name, (), companions=companion, sources=source, goals=name)

    assert (reading,) == Item(name, readings=reading).readings
    assert (companion,) == made.companions
    assert (source,) == made.sources
    assert (name,) == made.goals


def test_other_readings_are_doses_or_frequencies() -> None:
    """What words were not read as is kept, and "nothing said" can be among it."""
    reading = Reading("3 x 10", "usual", others=[Dose(Reps(30)), per_day(3), UNSAID])

    assert (Dose(Reps(30)), per_day(3), UNSAID) == reading.others


def test_a_phase_covers_all_days_unless_said() -> None:
    """The default span has no end and starts on the first day."""
    assert Span(UNSAID, after=0) == Phase("All", ()).span


def test_a_span_may_be_a_range() -> None:
    """A phase may last six to eight weeks."""
    assert Range(42, 56) == Span(Range(42, 56), after=14).days


def test_a_companion_says_why_no_clock_schedules_it() -> None:
    """A companion always has a reason."""
    assert Companion("Massage").reason == "a companion without a dose or a time"


def test_what_an_item_does_not_say_is_unsaid() -> None:
    """A name alone is an item without a dose or frequency of its own."""
    assert Item("Bridge", UNSAID, frequency=UNSAID, words="", notes=(), id="") == Item("Bridge")


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        (
            "Item('Bridge', 10)",
            "dose",
            "expected a Dose, such as Dose(Sets(3, Reps(10))), or UNSAID, got 10",
        ),
        (
            "Item('Bridge', None)",
            "dose",
            "expected a Dose, such as Dose(Sets(3, Reps(10))), or UNSAID, got None",
        ),
        ("Item('Bridge', words=None)", "words", "expected a text, got None"),
        ("Item('Bridge', id=5)", "id", "expected a text, got 5"),
        ("Item('Bridge', notes=[''])", "notes[0]", "expected a text that is not empty, got ''"),
        ("Item('Bridge', readings='so')", "readings", "expected a Reading, got 'so'"),
        ("Routine('Day', ['Bridge'])", "items[0]", "expected an Item, got 'Bridge'"),
        ("Routine('Day', 'Bridge')", "items", "expected an Item, got 'Bridge'"),
        ("Routine(None, [])", "name", "expected a text, got None"),
        ("Phase('All', ['Day'])", "routines[0]", "expected a Routine, got 'Day'"),
        ("Phase('All', [], span=42)", "span", "expected a Span, got 42"),
        ("Span(0)", "days", f"expected {COUNTS}, got 0"),
        ("Span(True)", "days", f"expected {COUNTS}, got True"),
        ("Span(7, after=-1)", "after", "expected a whole number of 0 or more, got -1"),
        ("Span(7, after=True)", "after", "expected a whole number of 0 or more, got True"),
        ("Span(7, after=1.0)", "after", "expected a whole number of 0 or more, got 1.0"),
        ("Prescription('', [])", "title", "expected a text that is not empty, got ''"),
        ("Prescription('Plan', None)", "phases", "expected a Phase, got None"),
        ("Prescription('Plan', [], id='')", "id", "expected a text that is not empty, got ''"),
        ("Prescription('Plan', [], id=None)", "id", "expected a text, got None"),
        ("Prescription('Plan', [], goals=[5])", "goals[0]", "expected a text, got 5"),
        ("Prescription('Plan', [], sources='web')", "sources", "expected a Source, got 'web'"),
        (
            "Prescription('Plan', [], companions=['ice'])",
            "companions[0]",
            "expected a Companion, got 'ice'",
        ),
        ("Source('')", "title", "expected a text that is not empty, got ''"),
        ("Source('Web', published='2026')", "published", "expected a date, got '2026'"),
        (
            "Source('Web', published=datetime(2026, 1, 2))",
            "published",
            "expected a date, got datetime.datetime(2026, 1, 2, 0, 0)",
        ),
        ("Reading('', 'why')", "words", "expected a text that is not empty, got ''"),
        ("Reading('3 x 10', '')", "reason", "expected a text that is not empty, got ''"),
        (
            "Reading('3 x 10', 'why', others=[10])",
            "others[0]",
            "expected a Dose, a Frequency or UNSAID, got 10",
        ),
        ("Companion('Ice', reason='')", "reason", "expected a text that is not empty, got ''"),
        ("Companion('')", "name", "expected a text that is not empty, got ''"),
    ],
)
def test_what_is_no_prescription_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    assert [(path, reason)] == problems(written)
