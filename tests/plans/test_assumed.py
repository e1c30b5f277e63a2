"""What a plan assumes or chooses, told for each of the examples and kind by kind."""

from collections.abc import Callable
from datetime import date, time

import pytest

from kinescript import (
    Anchor,
    Assumed,
    At,
    Calendar,
    Dose,
    Frequency,
    Hold,
    Item,
    PerDay,
    Phase,
    Plan,
    Prescription,
    Range,
    Reading,
    Routine,
    Span,
    Waking,
    Weekday,
    Weekdays,
    Words,
    plan,
    seconds,
    weeks,
)

WINNIPEG = Calendar("America/Winnipeg")
BUSY_LIFE = Calendar("America/Winnipeg", waking=Waking(time(6), time(21)))
EXACT = Dose(Hold(seconds(30)))

USUAL = [("", "waking hours", "", "07:00 to 22:00")]
PREPARE = [("", "prepare", "", "10 s (0 to 30 s)")]
TRANSITION = [("", "transition", "", "20 s (5 to 60 s)")]


def made(rx: Prescription, calendar: Calendar = WINNIPEG) -> Plan:
    """The plan of a prescription."""
    return plan(rx, start=date(2026, 11, 23), calendar=calendar)


def told(of: Plan) -> list[tuple[str, str, str, str]]:
    """What a plan assumes, without the reasons and the part of paths that is the same."""
    return [
        (each.path.replace("phases[0].routines[0].", ""), each.subject, each.written, each.value)
        for each in of.assumptions
    ]


def of(*items: Item, frequency: Frequency | None = None) -> Prescription:
    """A prescription of one routine."""
    routine = Routine("", items, frequency=frequency) if frequency else Routine("", items)
    return Prescription("Test", Phase("", routine))


EXAMPLES = {
    "sciatica": [
        *USUAL,
        ("items[0]", "times a day", "", "1"),
        ("items[0]", "days", "", "every day"),
        ("items[0]", "lift", "", "2 s (1 to 3 s)"),
        ("items[0]", "hold", "5 to 10 s", "5 s"),
        ("items[0]", "lower", "slowly", "4 s (2 to 6 s)"),
        ("items[0]", "rest between sets", "", "60 s (30 to 120 s)"),
        ("items[1]", "reading", "deep", "as planned"),
        ("items[1]", "times a day", "4 to 5", "4"),
        ("items[1]", "order of sides", "", "by dose"),
        ("items[1]", "first side", "", "left"),
        ("items[1]", "a breath", "20 breaths", "5 s (3 to 10 s)"),
        ("items[1]", "switch", "", "5 s (2 to 15 s)"),
        ("items[2]", "reading", "3 sets of 10 to 15", "as planned"),
        ("items[2]", "times a day", "through the day", "3"),
        ("items[2]", "order of sides", "", "by dose"),
        ("items[2]", "first side", "", "left"),
        ("items[2]", "repetitions", "10 to 15", "10"),
        ("items[2]", "lift", "", "2 s (1 to 3 s)"),
        ("items[2]", "lower", "slowly", "4 s (2 to 6 s)"),
        ("items[2]", "rest between sets", "", "60 s (30 to 120 s)"),
        ("items[2]", "switch", "", "5 s (2 to 15 s)"),
        *PREPARE,
        *TRANSITION,
    ],
    "strength_day": [
        *USUAL,
        ("items[0]", "times a day", "", "1"),
        ("items[0]", "repetitions", "8 to 12", "8"),
        ("items[0]", "rep", "", "4 s (2 to 6 s)"),
        *PREPARE,
    ],
    "box_breathing": [
        *USUAL,
        ("", "morning", "", "08:00"),
        ("", "evening", "", "19:00"),
        *PREPARE,
    ],
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_tell_what_is_assumed(
    example: Callable[[str], Prescription], name: str
) -> None:
    """Each example's plan lists all it assumes or chooses, in the order of the prescription."""
    assert EXAMPLES[name] == told(made(example(name)))


SIDE = Reading("each", "each side is meant")
ONE = Item("A", EXACT, frequency=Frequency(times=PerDay(1)))


@pytest.mark.parametrize(
    ("rx", "expected"),
    [
        pytest.param(of(ONE), PREPARE, id="nothing but getting ready"),
        pytest.param(of(ONE, ONE), [*PREPARE, *TRANSITION], id="changing exercises"),
        pytest.param(
            Prescription("Test", Phase("", (Routine("", (ONE, ONE)), Routine("", ())))),
            [*PREPARE, *TRANSITION],
            id="changing exercises beside an empty routine",
        ),
        pytest.param(
            Prescription("Test", Phase("", (Routine("", ONE), Routine("", ONE)))),
            PREPARE,
            id="nothing to change to",
        ),
        pytest.param(Prescription("Test", ()), [], id="nothing"),
        pytest.param(
            Prescription("Test", Phase("", Routine("", ONE, readings=SIDE))),
            [("phases[0].routines[0]", "reading", "each", "as planned"), *PREPARE],
            id="a routine's reading",
        ),
        pytest.param(
            of(Item("A", EXACT, frequency=Frequency(times=PerDay(Words("often"))))),
            [("items[0]", "times a day", "often", "3"), *PREPARE],
            id="words for times a day",
        ),
        pytest.param(
            of(Item("A", EXACT, frequency=Frequency(times=PerDay(Range(2, None))))),
            [("items[0]", "times a day", "at least 2", "2"), *PREPARE],
            id="an open range of times a day",
        ),
        pytest.param(
            of(Item("A", EXACT, frequency=Frequency(days=Weekdays(Weekday.MON)))),
            [("items[0]", "times a day", "", "1"), *PREPARE],
            id="days without times",
        ),
        pytest.param(
            of(Item("A", EXACT, frequency=Frequency(times=At((time(9), Anchor.WAKING))))),
            PREPARE,
            id="waking is said",
        ),
        pytest.param(
            of(Item("A", EXACT, frequency=Frequency(times=At(Anchor.LUNCH)))),
            [("", "lunch", "", "12:30"), *PREPARE],
            id="an anchor",
        ),
        pytest.param(
            Prescription(
                "Test",
                (
                    Phase("", Routine("", ONE), span=Span(weeks(6, 8))),
                    Phase("", (), span=Span(Words("until it is easy"), after=42)),
                    Phase("", (), span=Span(7)),
                ),
            ),
            [
                ("phases[0]", "length", "6 to 8 weeks", "6 weeks"),
                ("phases[1]", "length", "until it is easy", "no end"),
                *PREPARE,
            ],
            id="how long phases are",
        ),
    ],
)
def test_what_is_assumed_is_told(
    rx: Prescription, expected: list[tuple[str, str, str, str]]
) -> None:
    """Beside known waking hours, only what the prescription leaves open is told."""
    assert expected == told(made(rx, BUSY_LIFE))


def test_inherited_times_are_assumed_for_each_item() -> None:
    """Times a day that a routine leaves open are told at each item that inherits them."""
    rx = of(Item("A", EXACT), Item("B", EXACT), frequency=Frequency(times=PerDay(Range(2, 3))))

    assert [
        ("items[0]", "times a day", "2 to 3", "2"),
        ("items[1]", "times a day", "2 to 3", "2"),
        *PREPARE,
        *TRANSITION,
    ] == told(made(rx, BUSY_LIFE))


def test_waking_is_assumed_with_the_waking_hours() -> None:
    """The anchor of waking is assumed where neither it nor the waking hours are known."""
    rx = of(Item("A", EXACT, frequency=Frequency(times=At(Anchor.WAKING))))
    known = Calendar("America/Winnipeg", anchors={Anchor.WAKING: time(6)})

    assert [*USUAL, ("", "waking", "", "07:00"), *PREPARE] == told(made(rx))
    assert [*USUAL, *PREPARE] == told(made(rx, known))


def test_reasons_name_a_source_or_say_that_there_is_none() -> None:
    """What an assumption says for itself is where its figure comes from, or whose it is."""
    waking, ready = made(of(ONE)).assumptions
    usual = "no source: our figure, a usual day"

    assert Assumed("", "waking hours", "", "07:00 to 22:00", usual) == waking
    assert ready.reason.startswith("no source: our figure, ")
