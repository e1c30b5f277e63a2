"""From the item to the prescription, and the words behind them."""

import json
import re
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from kinescript.errors import ModelError
from kinescript.model import (
    UNSAID,
    Between,
    Companion,
    Dose,
    Goal,
    Item,
    Phase,
    Prescription,
    Reading,
    Reps,
    Routine,
    Source,
    Span,
    Status,
    per_day,
    slug,
    weeks,
)
from kinescript.testing import items, names, phases, routines

Problems = Callable[[str], list[tuple[str, str]]]

COMPONENT = "an Item, a Rest, or a group such as Circuit(...)"
COVERS = "a Span such as Span(weeks(6)), or Between(...)"
PERIOD = "a Period such as weeks(6), or a number of days"


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
    assert (Goal(name),) == made.goals


def test_other_readings_are_doses_or_frequencies() -> None:
    """What words were not read as is kept, and "nothing said" can be among it."""
    reading = Reading("3 x 10", "usual", others=[Dose(Reps(30)), per_day(3), UNSAID])

    assert (Dose(Reps(30)), per_day(3), UNSAID) == reading.others


def test_a_phase_covers_all_days_unless_said() -> None:
    """The default span has no end, and does not say when it starts."""
    assert Span(UNSAID, after=UNSAID) == Phase("All", ()).span


def test_dates_bound_what_is_covered() -> None:
    """One day is both bounds, and either may be unsaid."""
    day = date(2026, 10, 1)
    one = Between(day, day)

    assert one == Between(first=day, last=day)
    assert (Between(day).last, Between(last=day).first) == (UNSAID, UNSAID)
    assert [part.span for part in (Phase("", (), span=one), Routine("", (), span=one))] == [one] * 2


def test_routines_take_turns_if_they_are_told() -> None:
    """Those with a frequency of their own do not, nor does any unless the phase says so."""
    one, two = Routine("A", ()), Routine("B", ())
    own = Routine("C", (), frequency=per_day(1))

    assert Phase("", (one, own, two), turns=True).taking_turns == (0, 2)
    assert Phase("", (one, own, two)).taking_turns == ()


@pytest.mark.parametrize(
    "routines",
    [(), (Routine("A", ()),), (Routine("A", ()), Routine("B", (), frequency=per_day(1)))],
    ids=["none", "one", "one beside one with its own frequency"],
)
def test_nobody_takes_turns_alone(routines: tuple[Routine, ...]) -> None:
    """Turns need two routines without a frequency of their own."""
    with pytest.raises(ModelError, match="at least two routines without") as caught:
        Phase("", routines, turns=True)
    assert caught.value.path == "turns"


def test_a_span_may_be_a_range() -> None:
    """A phase may last six to eight weeks."""
    assert weeks(6, 8) == Span(weeks(6, 8), after=14).length


def test_a_companion_says_why_no_clock_schedules_it() -> None:
    """A companion always has a reason."""
    assert Companion("Massage").reason == "a companion without a dose or a time"


def test_what_an_item_does_not_say_is_unsaid() -> None:
    """A name alone is an item without a dose or frequency of its own."""
    assert Item("Bridge", UNSAID, frequency=UNSAID, words="", notes=(), id="") == Item("Bridge")


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(names(), JSON, max_size=4))
def test_extensions_come_back(kept: dict[str, Any]) -> None:
    """What another program keeps is there again, as JSON."""
    made = Prescription("Plan", [], extensions=kept).extensions

    assert kept == {name: json.loads(text) for name, text in made}


@given(st.dictionaries(names(), JSON, max_size=4), st.randoms())
def test_the_order_of_keys_does_not_matter(kept: dict[str, Any], chance: Random) -> None:
    """Equal extensions are kept in one form, whichever way they are given."""
    shuffled = list(kept)
    chance.shuffle(shuffled)
    one = Prescription("Plan", [], extensions=kept)
    indented = [(name, json.dumps(kept[name], indent=2)) for name in shuffled]

    assert one == Prescription("Plan", [], extensions={name: kept[name] for name in shuffled})
    assert one == Prescription("Plan", [], extensions=indented)


def test_keys_inside_extensions_are_sorted() -> None:
    """The order of keys does not matter at any depth."""
    assert Prescription("Plan", [], extensions={"a": {"x": [{"b": 1, "a": 2}], "c": "ü"}}) == (
        Prescription("Plan", [], extensions=[("a", '{"c":"ü","x":[{"a":2,"b":1}]}')])
    )


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        ("5", "extensions", "expected a mapping, or names with texts of JSON, got 5"),
        ("'x'", "extensions", "expected a mapping, or names with texts of JSON, got 'x'"),
        ("[('a', '{')]", 'extensions["a"]', "expected a text of JSON, got '{'"),
        ("[('a', 5)]", 'extensions["a"]', "expected a text of JSON, got 5"),
        ("[('a', 'NaN')]", 'extensions["a"]', "expected what JSON can say, got nan"),
        ("{'a': float('inf')}", 'extensions["a"]', "expected what JSON can say, got inf"),
        ("{'a': {1, 2}}", 'extensions["a"]', "expected what JSON can say, got {1, 2}"),
        ("{'': 1}", 'extensions[""]', "expected a text that is not empty, got ''"),
        ("{5: 1}", "extensions[5]", "expected a text, got 5"),
    ],
)
def test_what_is_no_extension_is_refused(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Extensions are named, and hold what JSON can say."""
    assert [(path, reason)] == problems(f"Prescription('Plan', [], extensions={written})")


@pytest.mark.parametrize("deep", ["'[' * 100_000", "'9' * 6000"])
def test_texts_that_no_parser_can_hold_are_refused(problems: Problems, deep: str) -> None:
    """A text that is too deep, or a number that is too long, is no JSON."""
    ((path, reason),) = problems(f"Prescription('Plan', [], extensions=[('a', {deep})])")

    assert path == 'extensions["a"]'
    assert reason.startswith("expected a text of JSON, got '")


def test_what_stands_around_a_prescription_may_be_said() -> None:
    """When it was written, where it stands and what it replaces are unsaid unless written."""
    bare = Prescription("", [])
    full = attrs.evolve(bare, status=Status.ACTIVE, authored=date(2026, 1, 2), replaces="old")

    assert (bare.status, bare.authored, bare.replaces) == (UNSAID, UNSAID, ())
    assert (full.status, full.authored, full.replaces) == (
        Status.ACTIVE,
        date(2026, 1, 2),
        ("old",),
    )


@pytest.mark.parametrize(
    ("written", "path", "reason"),
    [
        (
            "Prescription('Plan', [], status='active')",
            "status",
            "expected a Status such as Status.ACTIVE, or UNSAID, got 'active'",
        ),
        ("Prescription('Plan', [], authored='2026')", "authored", "expected a date, got '2026'"),
        ("Prescription('Plan', [], codes='M54')", "codes", "expected a Code, got 'M54'"),
        ("Code('', 'M54')", "system", "expected a text that is not empty, got ''"),
        ("Code('icd', '')", "code", "expected a text that is not empty, got ''"),
        (
            "Phase('All', [], entry=5)",
            "entry",
            "expected a Sign, its name, AllOf(...) or AnyOf(...), got 5",
        ),
    ],
)
def test_what_stands_around_a_prescription_is_checked(
    problems: Problems, written: str, path: str, reason: str
) -> None:
    """Each argument that is wrong is named, with what would be accepted."""
    assert [(path, reason)] == problems(written)


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
        ("Routine('Day', ['Bridge'])", "items[0]", f"expected {COMPONENT}, got 'Bridge'"),
        ("Routine('Day', 'Bridge')", "items", f"expected {COMPONENT}, got 'Bridge'"),
        ("Routine(None, [])", "name", "expected a text, got None"),
        ("Phase('All', ['Day'])", "routines[0]", "expected a Routine, got 'Day'"),
        ("Phase('All', [], span=42)", "span", f"expected {COVERS}, got 42"),
        ("Phase('All', [], span=UNSAID)", "span", f"expected {COVERS}, got UNSAID"),
        ("Item('Bridge', span=42)", "span", f"expected {COVERS}, or UNSAID, got 42"),
        ("Between()", "first", "expected a first day, a last day, or both"),
        ("Between(UNSAID, UNSAID)", "first", "expected a first day, a last day, or both"),
        (
            "Between(date(2026, 10, 2), date(2026, 10, 1))",
            "last",
            "expected no day before 2026-10-02, got 2026-10-01",
        ),
        ("Between(42)", "first", "expected a date, got 42"),
        (
            "Span(0)",
            "length",
            "expected a period of a day or more, such as weeks(6), got 0",
        ),
        ("Span(True)", "length", f"expected {PERIOD}, got True"),
        (
            "Span('6 weeks')",
            "length",
            (
                "expected a Period such as weeks(6), a number of days, Words, UNSAID "
                "or Until(...), got '6 weeks'"
            ),
        ),
        (
            "Span(Until('well', seconds(5)))",
            "length",
            "expected the bounds of a period, such as weeks(2, None), and no time after",
        ),
        ("Span(7, after=-1)", "after.number.low", "expected 0 or more, got -1"),
        ("Span(7, after=True)", "after", f"expected {PERIOD}, got True"),
        ("Span(7, after=1.0)", "after", f"expected {PERIOD}, got 1.0"),
        ("Prescription('Plan', None)", "phases", "expected a Phase, got None"),
        ("Prescription('Plan', [], id='')", "id", "expected a text that is not empty, got ''"),
        ("Prescription('Plan', [], id=None)", "id", "expected a text, got None"),
        ("Prescription('Plan', [], goals=[5])", "goals[0]", "expected a Goal, or its words, got 5"),
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
            "expected a Dose, a Frequency, a Schedule or UNSAID, got 10",
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
