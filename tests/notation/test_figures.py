"""No figure is read that is not written, and damaged texts are read or refused."""

import re
from contextlib import suppress
from decimal import Decimal
from typing import Any, Final

from hypothesis import given, strategies as st
from tests.corpus.figures import Figure, figures_of

from kinescript.errors import KinescriptError, Problem
from kinescript.model import Dose, Frequency, Prescription
from kinescript.notation import parse, write
from kinescript.testing import doses, frequencies, items, prescriptions

QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
WORDS: Final = {"once": 1, "twice": 2}
TEMPO: Final = re.compile(r"\b[\dX]{3,4}\b", re.IGNORECASE)
CLOCK: Final = re.compile(r"(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?")
ORDINAL: Final = re.compile(r"(?:day|week|month)s? (\d+)(?:(?:-| to )(\d+))?")
TOKENS = (
    *("", " ", "3", "0", "1.5", "hold", "rest", "x", "at least", "up to", "to", "-", "?", '"a"'),
    *("s", "min", "breaths", "km", "kg", "%", "@", "/day", "daily", "week", "2026-12-01", "07:30"),
    *(",", ";", "|", "(", ")", ":", "then", "until", "for", "every", "by", "of", "each side"),
    *("\n", "\n  ", "\n  note: ", "phase ", "circuit: ", "case ", "#", "twice", "on", "if"),
)


@st.composite
def damaged(draw: st.DrawFn, values: st.SearchStrategy[Any]) -> str:
    """Make a text in which a word is left out, doubled or replaced, and numbers are others."""
    words = write(draw(values)).split(" ")
    at = draw(st.integers(0, len(words) - 1))
    token = draw(st.sampled_from(TOKENS))
    kept = {"": [words[at]], "without": [], "twice": words[at : at + 1] * 2, "instead": [token]}
    words[at : at + 1] = draw(st.sampled_from([*kept.values(), [token, words[at]]]))
    other = draw(st.sampled_from(("", "7", "45", "2.25", "12:30")))
    text = " ".join(words)
    return NUMBER.sub(other, text, count=2) if other else text


def numbers_in(text: str) -> set[Decimal]:
    """Return the numbers that are written in *text*, in digits, words or a tempo."""
    found = {Decimal(number) for number in NUMBER.findall(text)}
    found |= {Decimal(number) for word, number in WORDS.items() if word in text}
    return found | {Decimal(each) for tempo in TEMPO.findall(text) for each in tempo if each != "X"}


def milliseconds_in(text: str) -> set[Decimal]:
    """Return the times that the numbers in *text* can be."""
    found = {number * unit for number in numbers_in(text) for unit in (1, 1000, 60_000, 3_600_000)}
    for one, two, three in CLOCK.findall(text):
        minutes = 60 * int(one) + int(two)
        found |= {Decimal(minutes) * 1000, (minutes * 60 + Decimal(three or 0)) * 1000}
    return found


def invented(text: str, value: object) -> set[Figure]:
    """Return every figure in *value* that is not in *text*; those in quotes are none."""
    text = QUOTED.sub('""', text)
    lengths, plain = milliseconds_in(text), numbers_in(text) | {Decimal(1)}
    for first, last in ORDINAL.findall(text):
        plain |= {Decimal(first) - 1, Decimal(last or first) - Decimal(first) + 1}
    return {
        (kind, number)
        for kind, number in figures_of(value)
        if kind != "moment" and number not in (lengths if kind == "ms" else plain)
    }


@given(damaged(doses()))
def test_no_figure_of_a_dose_is_invented(text: str) -> None:
    """Whatever words are left out, doubled or exchanged, a dose has the figures of its text."""
    with suppress(KinescriptError):
        assert invented(text, parse(text, Dose)) == set()


@given(damaged(frequencies()))
def test_no_figure_of_a_frequency_is_invented(text: str) -> None:
    """How often has the figures of its text as well, other than moments of the day."""
    with suppress(KinescriptError):
        assert invented(text, parse(text, Frequency)) == set()


def read(text: str) -> Prescription | tuple[Problem, ...]:
    """Return what *text* says, or what is wrong with it."""
    try:
        return parse(text)
    except KinescriptError as error:
        return error.problems


@given(damaged(items(small=True) | prescriptions(small=True)))
def test_damaged_texts_are_read_or_refused(text: str) -> None:
    """A text with words out of place has one value that comes back, or faults with places."""
    made = read(text)

    if isinstance(made, Prescription):
        assert parse(write(made)) == made
        assert write(parse(write(made))) == write(made)
    else:
        assert all(problem.line and problem.column for problem in made)
