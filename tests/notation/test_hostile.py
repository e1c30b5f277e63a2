"""No text, however hostile, does more than raise the library's own error."""

import pytest

from kinescript.errors import KinescriptError, LimitError, NotationError
from kinescript.limits import (
    LIST_LENGTH,
    NOTATION_CHARACTERS,
    NOTATION_DEPTH,
    NOTATION_LINE,
    NUMBER_DIGITS,
)
from kinescript.model import Dose, Frequency, Item, Range, Repeat, Reps, Section
from kinescript.notation import parse, write

MANY = 100_000
LONG = "9" * 10_000


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000_000,
        "A: 10\n" * 1_700_000,
        "\n" * (NOTATION_CHARACTERS + 1),
        "\n".join(" " * depth + "section:" for depth in range(1000)),
        f"A: {'(' * MANY}1{')' * MANY}",
        f"# {'x' * NOTATION_LINE}",
    ],
    ids=["a line", "a text", "blank lines", "indented lines", "parentheses", "a comment"],
)
def test_texts_beyond_a_limit_are_refused(text: str) -> None:
    """A text that is too long, too wide or too deep is refused before anything is made of it."""
    with pytest.raises(LimitError, match="at most"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"A: {'(' * 40_000}1{')' * 40_000}", "parentheses at most 30 deep"),
        (f"A: {'(2 x ' * 15_000}1{')' * 15_000}", "parentheses at most 30 deep"),
        (f"A: {'2 x ' * 20_000}1", "at most 5 times over"),
        (f"A: 1{', 2 times' * 8}", "at most 5 times over"),
        (f"A: 1{', 2 times' * 2_000}", f"at most {LIST_LENGTH} parts"),
        (f"A: 1{', drop 1' * 2_000}", f"at most {LIST_LENGTH} parts"),
        (f"A: {'1, hold 3 s, ' * 1_000}1", f"at most {LIST_LENGTH} parts"),
        (f"A: {'1, ' * 2_000}rest 3 s", f"at most {LIST_LENGTH} parts"),
        ("A: 1\n" + ", 1\n" * 2_000, f"at most {LIST_LENGTH} parts"),
        ('A: "' + '\\"' * 49_000, "expected"),
        ("A" * (NOTATION_LINE - 1), "a colon and the dose"),
        ("A:" * 49_000, "expected"),
        (f"A, b{' ' * 90_000}c: hodl 3 s", "did you mean `hold`"),
        (f"extension: a = {'[' * 90_000}", "a value of JSON"),
        (f"extension: a = {'9' * 90_000}", "a value of JSON"),
        (f"extension: {'a' * 90_000}", "a name, = and a value"),
        (f"code: {'a' * 90_000}", "a system, a code"),
        (f"authored: {'9' * 90_000}", "a date such as"),
        (f"status: {'a' * 90_000}", "expected one of"),
    ],
    ids=lambda given: given[:20],
)
def test_lines_that_ask_for_too_much_are_refused(text: str, reason: str) -> None:
    """A line within the limits that would nest or pile up without end is an error with a place."""
    with pytest.raises(NotationError) as caught:
        parse(text)

    problem = caught.value.problems[0]
    assert reason in problem.reason
    assert problem.line >= 1
    assert problem.column >= 1
    assert len(str(caught.value)) < 1000


@pytest.mark.parametrize(
    "line",
    [
        *("A: {}", "A: {} x 10", "A: hold {} s", "A: {} km", "A: 10 @ {} kg", "A: 10 @ {}RM"),
        *("A: 10 @ 5% of {}RM", "A: 10, each side, changing every {}", "A: 0.{} km"),
        *("A: 10; {}/day", "A: 10; 3/{} weeks", "A: 10; {} on 3 off", "A: 10; weeks {}"),
        *("A: 10; 3 on 3 off from day {}", "A: 10; from week {}", "A: 10; after week {}"),
        *("A: 10; for {} days", "A: 10; build reps every {} sessions", "A: 10; pain > {}"),
        "A: 10; pain > 3/{}",
    ],
)
def test_numbers_have_a_length(line: str) -> None:
    """A number has as many digits as one in a document can have, wherever it stands."""
    with pytest.raises(NotationError, match=f"at most {NUMBER_DIGITS} digits") as caught:
        parse(line.format(LONG))

    assert len(str(caught.value)) < 200


def test_numbers_up_to_the_limit_are_read() -> None:
    """The longest number is read and written as it is."""
    text = f"{'9' * NUMBER_DIGITS} x 10"

    assert write(parse(text, Dose)) == text
    assert parse(text, Dose).sets[0].count == Range(10**NUMBER_DIGITS - 1)


@pytest.mark.parametrize(
    "text",
    [LONG, "(" * MANY, "x" * (NOTATION_CHARACTERS + 1), '"', "\0", "1 " * 40_000],
    ids=["a number", "parentheses", "a text", "a quote", "NUL", "numbers"],
)
def test_parts_are_as_hostile(text: str) -> None:
    """A part alone is refused as a line is."""
    with pytest.raises(KinescriptError) as of_dose:
        parse(text, Dose)
    with pytest.raises(KinescriptError) as of_frequency:
        parse(text, Frequency)

    assert len(str(of_dose.value)) < 1000
    assert len(str(of_frequency.value)) < 1000


@pytest.mark.parametrize("line", ["\tA: 10\n", "x\n", "case a:\n", "A: 10; daily; 3 days/week\n"])
def test_problems_without_end_are_counted(line: str) -> None:
    """Of ten thousand problems the first few hundred are told, and how many more there are."""
    with pytest.raises(NotationError) as caught:
        parse(line * 10_000)

    problems = caught.value.problems
    assert len(problems) == 201
    assert problems[-1].reason == "9800 more problems from here on"
    assert [problem.line for problem in problems] == list(range(1, 202))


@pytest.mark.parametrize(
    ("opening", "depth"), [("2 x (", NOTATION_DEPTH), ("(1 then (", NOTATION_DEPTH // 2)]
)
def test_the_deepest_work_is_read_and_written(opening: str, depth: int) -> None:
    """Work inside work, as deep as it may be, comes back, and at once."""
    closing = ")" * (opening.count("(") * depth)
    dose = parse(f"{opening * depth}10{closing}", Dose)

    assert parse(write(dose), Dose) == dose


def test_the_deepest_text_is_read() -> None:
    """What stands just within the limits is read, and comes back as it was."""
    groups = "".join(f"{' ' * depth}section:\n" for depth in range(NOTATION_DEPTH - 1))
    work = f"{'2 x (' * NOTATION_DEPTH}10{')' * NOTATION_DEPTH}"
    made = parse(f"{groups}{' ' * NOTATION_DEPTH}A: {work}\n")

    assert parse(write(made)) == made
    (part,) = made.phases[0].routines[0].items
    for _ in range(NOTATION_DEPTH - 1):
        assert isinstance(part, Section)
        (part,) = part.parts
    assert isinstance(part, Item)
    assert isinstance(part.dose, Dose)
    inner = part.dose.sets[0].work
    for _ in range(NOTATION_DEPTH - 1):
        assert isinstance(inner, Repeat)
        inner = inner.body
    assert inner == Reps(10)
