"""What is wrong with a text is told with its line, its column and what would do."""

import pytest

from kinescript.errors import KinescriptError, LimitError, NotationError
from kinescript.limits import NOTATION_CHARACTERS, NOTATION_DEPTH, NOTATION_LINE
from kinescript.model import Dose, Frequency, Item, Prescription, Schedule
from kinescript.notation import parse


@pytest.mark.parametrize(
    ("dose", "reason"),
    [
        ("3 x 10, hodl 5 s", "did you mean `hold`"),
        ("3 x 10, tempos 3-0-1", "got `-`"),
        ("(10, each side)", "outside the parentheses"),
        ("(10, 12)", "one piece of work in parentheses"),
        ("(warm-up 10)", "no warm-up in parentheses"),
        ("10 s then 10 s on left", "a side behind every part"),
        ("walk 3 min easy", "before or after how long"),
        ("10, starting every 60 s walk", "a length alone after every"),
        ("each side", "expected how much"),
        ("10, each side, each side by set", "each side once"),
        ("10, left side, each side", "one side or each side"),
        ("10 @ 5 km", "m, yd or ft"),
        ("10, rest 60 s between rounds", "on a circuit's line"),
        ("drop 6", "a set before drop"),
        ("rest 60 s", "expected work before rest"),
        ("30 s, tempo 3-0-1", "once, behind what it can refine"),
        ("10, rest 5 s between reps, rest 6 s between reps", "once, behind what it can refine"),
        ("10, hold 5 s, tempo 3-0-1-2", "the pause at the top once"),
        ("(10 then 12) @ 20 kg | 5", "right behind a piece of work"),
        ("(10, starting every 60 s)", "something that is repeated"),
        ("(rest 5 s)", "expected work, got a rest"),
        ("0.1234567 x 10", "six decimals"),
        ("2.5 x 10", "whole number"),
        ("10 s to 3 breaths", "one unit for both ends"),
        ('"several" sets until tired x 10', "not words"),
        ("12-8", "low bound first"),
        ("10 @ Borg 25", "6 to 20"),
        ("10; daily", "got `;`"),
        ('hold "open', "got `"),
        ('hold "\\q"', "line 1, column"),
        ("9999999999999999999", "at most 15 digits"),
        ("", "the end of the line"),
        ("10 x " * 60 + "10", "repeated at most"),
        (", ".join(["10"] * 2000), "parts"),
    ],
)
def test_doses_that_cannot_be(dose: str, reason: str) -> None:
    """A dose that makes no sense is refused with what would do."""
    with pytest.raises(NotationError) as caught:
        parse(dose, Dose)

    assert reason in str(caught.value)
    assert caught.value.problems[0].line == 1
    assert caught.value.problems[0].column >= 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("daily, every 2 days", "days once"),
        ("daily, Mon", "days once"),
        ("3 weeks/month", "expected days"),
        ("30 min/week in 3 bouts", "only for a time a day"),
        ("at 25:00", "a time of the day"),
        ("on 2026-13-01", "a date such as"),
        ("4 on 3 off from week 2", "expected a day"),
        ("2 weeks on 3 days off", "one unit for what is on and off"),
        ("2-3 weeks on 1 week off", "one whole number"),
        ("weeks 1, 3 of 7 days", "expected days, as in days 1, 3, 5 of 7 days"),
        ("days 1-1000 of 7 days", "the numbers of days"),
        ("days at least 3 of 7 days", "the numbers of days"),
        ("day 9 of 7 days", "days 1 to 7 of 7 days"),
        ("on the 32nd of the month", "days 1 to 31 of 1 month"),
        ("between ? and 10:00", "two moments"),
        ("between 10:00 and 10:00", "another moment"),
        ("daily, preferably (Mon, 3/day)", "days or times, one of them"),
        ("preferably 3/day", "days or times"),
        ("3/day exactly, flexible", "exactly or flexible once"),
        ("2/day also 1/day", "expected a Frequency, got a Schedule"),
    ],
)
def test_frequencies_that_cannot_be(text: str, reason: str) -> None:
    """How often cannot be said twice or in units that there are not."""
    with pytest.raises(NotationError) as caught:
        parse(text, Frequency)

    assert reason in str(caught.value)


def test_a_schedule_is_several_frequencies() -> None:
    """One frequency alone is no schedule."""
    with pytest.raises(NotationError, match="expected a Schedule, got a Frequency"):
        parse("2/day", Schedule)


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("Squat 3 x 10", (1, 1), "expected a colon"),
        ("Squat:3 x 10", (1, 1), "expected a colon and a space after `Squat`, got `:`"),
        ("Squat \u2013 3 x 10", (1, 1), "a colon and a space after `Squat`, got `\u2013`"),
        ("Squat\uff1a hold 5 s", (1, 1), "after `Squat`, got `\uff1a`"),
        ("Step - up", (1, 1), "expected a colon and the dose after `Step - up`"),
        ("rotine Morning", (1, 1), "did you mean `routine`"),
        ("rotine Morning: daily", (1, 17), "did you mean `routine`"),
        ('"": 10', (1, 1), "not empty"),
        ("extension: x = 1\nextension: x = 2", (2, 12), "once"),
        ("A: 10, changing every 2.5", (1, 4), "whole number"),
        ("A: 10; 4.5 on 3 off", (1, 8), "whole number"),
        ("A: 10\n  nose: x", (2, 3), "did you mean `note`"),
        ("A: 10\n  goal: x", (2, 3), "expected no `goal` here"),
        ("A: 10\n  note: x\n    y: z", (3, 5), "expected nothing under"),
        ("A: 10\n  kind: strenght", (2, 9), "did you mean `strength`"),
        ("A: 10\n  kind: qqqqqq", (2, 9), "expected one of"),
        ("A: 10\n  kind: balance\n  kind: balance", (3, 3), "once"),
        ('A: 10\n  note: "open', (2, 9), "a text in quotes"),
        ('A: 10\n  note: "\\q"', (2, 9), "a text in quotes"),
        ("A: 10\n  note:", (2, 8), "a text"),
        ("A: 10\n  code: alone", (2, 9), "a system, a code"),
        ("A: 10\n  reading: x\n    reason: y\n    or dose: 0 x 3", (4, 14), "whole number"),
        ("A: 10\n  reading: x\n    reason: y\n    or: hodl", (4, 9), "did you mean `hold`"),
        ("A: 10\n  reading: x", (2, 3), "reason"),
        ("A: 10; 3/day; 2/day", (1, 4), "`also` joins"),
        ("A: 10; for 2 weeks; for 3 weeks", (1, 4), "for how long"),
        ("A: 10; weeks 2.5-3", (1, 8), "whole number"),
        ("A: 10; build weeks by 1", (1, 14), "expected days"),
        ("A: 10; build sets to 5 up to 6", (1, 8), "`to` once"),
        ("A: 10\n  rule: daily", (2, 3), "expected a limit"),
        ('"A" b: 10', (1, 1), "a comma or colon after the name"),
        ("A: 10\n  then hodl 5 s", (2, 8), "did you mean `hold`"),
        ("title: a\ntitle: b", (2, 1), "`title` once"),
        ("id: a\nid: b", (2, 1), "`id` once"),
        ("authored: soon\nA: 10", (1, 11), "a date such as"),
        ("authored: 2026-01-01\nauthored: 2026-01-02", (2, 1), "once"),
        ("frequency: daily\nfrequency: daily", (2, 1), "once"),
        ("extension: x", (1, 12), "a value of JSON"),
        ("extension: x = {", (1, 12), "a value of JSON"),
        ("status: done", (1, 9), "expected one of draft"),
        ("\tA: 10", (1, 1), "got a tab"),
        ("circuit: 3 rounds", (1, 1), "at least one item"),
        ("circuit: 3 rounds, 4 rounds\n  A: 10", (1, 10), "end once"),
        ("superset:\n  A: 10", (1, 1), "at least two items"),
        ("superset:\n  A: 10\n  rest: 5 s", (1, 1), "an Item"),
        ("branch:\n  A: 10", (2, 3), "expected `case`"),
        ("branch: 5\n  case a:\n    A: 10", (1, 9), "expected nothing after"),
        ("case a:\n  A: 10", (1, 1), "expected no case here"),
        ("A: 10\ncircuit: 2 rounds\n  title: x", (3, 3), "title"),
        ("phase A:\n  entry: pain <\n  B: 10", (2, 16), "the end of the line"),
        ("Circuit of 12: 30 s", (1, 1), "goes in quotes"),
    ],
)
def test_lines_that_cannot_be(text: str, place: tuple[int, int], reason: str) -> None:
    """A problem points at its line and column, also on lines that go on or are indented."""
    with pytest.raises(NotationError) as caught:
        parse(text)

    found = [(each.line, each.column) for each in caught.value.problems]
    assert reason in str(caught.value), str(caught.value)
    assert place in found, found


def test_a_hold_after_a_time_takes_a_bar() -> None:
    """Only repetitions and breaths are held; behind a time a hold is a set of its own."""
    assert len(parse("30 s | hold 5 s", Dose).sets) == 2
    with pytest.raises(
        NotationError, match="column 7: expected repetitions or breaths in a row before a hold"
    ):
        parse("30 s, hold 5 s", Dose)


def test_all_bad_lines_are_told_in_order() -> None:
    """Every bad line is reported at once."""
    with pytest.raises(NotationError) as caught:
        parse("A: 3 x\nB: 10\nC: hold\n  nose: x\nD: 12-8\n")

    assert [problem.line for problem in caught.value.problems] == [1, 3, 4, 5]


def test_more_problems_than_anyone_reads_are_counted() -> None:
    """A text that is no prescription at all gives a list that ends."""
    with pytest.raises(NotationError) as caught:
        parse("hello\n" * 5000)

    assert len(caught.value.problems) < 1000
    assert "more problems" in caught.value.problems[-1].reason


@pytest.mark.parametrize("text", ["", "A: 10\nB: 10"])
def test_one_item_is_one(text: str) -> None:
    """An item is one line with what stands under it."""
    with pytest.raises(NotationError, match="expected one item"):
        parse(text, Item)


def test_an_item_is_no_heading() -> None:
    """A phase is not an item."""
    with pytest.raises(NotationError, match="expected an item"):
        parse("phase A:", Item)


@pytest.mark.parametrize(
    "text",
    [
        "x" * (NOTATION_CHARACTERS + 1),
        "A: " + "x" * (NOTATION_LINE + 1),
        "\n".join(" " * depth + f"section {depth}:" for depth in range(NOTATION_DEPTH + 2)),
    ],
    ids=["long", "wide", "deep"],
)
def test_limits_are_told_before_anything_is_read(text: str) -> None:
    """A text beyond a limit is refused at once."""
    with pytest.raises(LimitError, match="at most"):
        parse(text)


def test_a_part_has_limits_too() -> None:
    """A dose is not read beyond the limit of a whole text."""
    with pytest.raises(LimitError, match="at most"):
        parse("1" * (NOTATION_CHARACTERS + 1), Dose)


def test_parentheses_have_a_depth() -> None:
    """A hundred thousand groups inside each other are refused at once."""
    with pytest.raises(KinescriptError, match="deep"):
        parse("A: " + "(" * 50_000)


def test_comments_and_blank_lines_are_nothing() -> None:
    """Comments go to the end of their line, unless the # is in quotes or numbers something."""
    text = "# all\n\nTry #1: 10 # ten\n\n  # between\n  | 8\n  note: a # b\n  cue: # only\n"

    with pytest.raises(NotationError, match="line 8"):
        parse(text)
    made = parse(text.replace("  cue: # only\n", ""))

    (item,) = made.phases[0].routines[0].items
    assert isinstance(item, Item)
    assert (item.exercise.name, item.notes) == ("Try #1", ("a",))
    assert isinstance(item.dose, Dose)
    assert len(item.dose.sets) == 2


def test_windows_lines_are_lines() -> None:
    """Line ends of other systems, and a mark at the start, change nothing."""
    assert parse("\ufeffA: 10\r\n  note: x\r\n") == parse("A: 10\n  note: x\n")
    assert isinstance(parse(""), Prescription)
