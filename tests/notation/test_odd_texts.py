"""Texts with odd characters: blanks, marks, quotes and line ends of every kind."""

import sys
from unicodedata import category

import pytest
from hypothesis import given, strategies as st

from kinescript.errors import KinescriptError, NotationError, Problem
from kinescript.model import Dose, Hold, Item, Prescription, Words
from kinescript.notation import parse, write

BLANKS = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()]
MARKS = [
    *("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"),  # of no width
    *("\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"),  # of direction
    *("\ud800", "\udfff", "\0", "\x1b", "\x7f", "\ufffe", "\U0010ffff", "\u0301"),
]


def code(character: str) -> str:
    """Name a character that is not to be seen."""
    return f"U+{ord(character):04X}"


def read(text: str) -> Prescription | tuple[Problem, ...]:
    """Return what *text* says, or what is wrong with it."""
    try:
        return parse(text)
    except KinescriptError as error:
        return error.problems


odd = pytest.mark.parametrize("character", [*BLANKS, *MARKS], ids=code)


PLACES = (
    *("A: 3{}x 10", "A: 3 x 10{}", "A: {}3 x 10", "A:{}3 x 10", "{}A: 3 x 10", "A{}: 3 x 10"),
    *("title:{}x", "title: x{}", "A, b{}c: 3 x 10", "A: 10\n{}note: x", "A: 10; stop if{}pain"),
    *("A: hold {}", 'A: hold "{}', 'code: a "{}', "extension: {} = 1", "status: {}"),
    "authored: {}",
)


@odd
def test_odd_characters_are_read_or_refused(character: str) -> None:
    """Wherever an odd character stands, the text has a value that comes back, or a fault."""
    for text in PLACES:
        made = read(text.format(character))

        if isinstance(made, Prescription):
            assert parse(write(made)) == made, text
        else:
            assert all(problem.line and problem.column for problem in made), text


@odd
def test_odd_characters_are_kept_in_quotes(character: str) -> None:
    """Words keep every character, and are written on one line."""
    words = f"a{character}b"
    dose = Dose(Hold(Words(words)))
    item = Item(words, dose, words=f"{character}{words}{character}", notes=(words, words))
    lines = write(item).splitlines()

    assert parse(write(dose), Dose) == dose
    assert parse(write(item), Item) == item
    assert len(lines) == 4
    assert write(item) == "".join(f"{line}\n" for line in lines)


SPACES = [each for each in BLANKS if category(each) == "Zs"]


@pytest.mark.parametrize("character", SPACES, ids=code)
def test_every_kind_of_space_is_a_space(character: str) -> None:
    """Texts that were copied from elsewhere have spaces that do not break, or are narrow."""
    text = "A, b c: 3 x 10, hold 5 s; 2/day\n  note: d e\n"
    copied = text.replace(" ", character).replace(f"\n{character * 2}", "\n  ")

    assert write(parse(copied)) == text
    assert parse(f"3{character}x 10", Dose) == parse("3 x 10", Dose)


MARKS_OF_DIRECTION = ("\u061c", "\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)), "\u2066")


@pytest.mark.parametrize("character", [*MARKS_OF_DIRECTION, "\x1b", "\x9b"], ids=code)
def test_what_steers_a_terminal_is_written_by_its_code(character: str) -> None:
    """A text that is shown as it was written shows what is in it."""
    text = write(Item(f"a{character}b", parse("10", Dose)))

    assert character not in text
    assert parse(text, Item).exercise.name == f"a{character}b"


@pytest.mark.parametrize(
    "character", [each for each in BLANKS if each not in {*SPACES, *"\t\n\r\f"}], ids=code
)
def test_blanks_other_than_spaces_are_told_by_their_codes(character: str) -> None:
    """A blank that is no space is told by its code, where it stands."""
    with pytest.raises(NotationError) as caught:
        parse(f"A: 3 {character} x 10")

    (problem,) = caught.value.problems
    assert (problem.line, problem.column, problem.value) == (1, 6, character)
    assert f"got `{ascii(character)[1:-1]}`" in problem.reason


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=ascii)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=ascii)
def test_the_lines_of_every_system_are_read(end: str, mark: str) -> None:
    """Line ends and a mark at the start change no value and no place."""
    lines = ["title: x", "", "A: 3 x 10 # ten", "  , hold 5 s", "  note: y", ""]

    assert parse(mark + end.join(lines)) == parse("\n".join(lines))
    with pytest.raises(NotationError) as caught:
        parse(mark + end.join([*lines, "B: hodl 5 s", "  nose: x"]))
    places = [(problem.line, problem.column) for problem in caught.value.problems]
    assert places == [(7, 4), (8, 3)]


@pytest.mark.parametrize(
    "text", ["", "\n", " ", "# x", "\ufeff", "\r\n \r\n", "  # x\n\n#"], ids=ascii
)
def test_nothing_is_an_empty_prescription(text: str) -> None:
    """A text without a line that says something says nothing."""
    assert parse(text) == Prescription("", ())
    with pytest.raises(NotationError, match="line 1, column 1: expected one item, got 0 lines"):
        parse(text, Item)


@given(st.text(st.sampled_from("Ax 13:;,|\"\\#()@?-\n\r\t\u00a0é'{}"), max_size=40))
def test_signs_in_any_order_are_read_or_refused(text: str) -> None:
    """Whatever stands where, there is a value that comes back or an error with its places."""
    made = read(text)

    if isinstance(made, Prescription):
        assert parse(write(made)) == made
    else:
        assert all(problem.line and problem.column for problem in made)
