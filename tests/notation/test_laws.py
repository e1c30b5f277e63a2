"""What is written is read again, and nothing else is read without an error."""

from contextlib import suppress

import pytest
from hypothesis import example, given, strategies as st

from kinescript.errors import KinescriptError
from kinescript.model import Dose, Frequency, Item, Prescription, Schedule
from kinescript.notation import parse, write
from kinescript.testing import doses, frequencies, items, prescriptions, schedules


@given(doses())
def test_doses_come_back(dose: Dose) -> None:
    """A dose is written so that it is read again, always in the same words."""
    text = write(dose)

    assert parse(text, Dose) == dose
    assert "\n" not in text


@given(frequencies())
def test_frequencies_come_back(frequency: Frequency) -> None:
    """A frequency is written so that it is read again."""
    assert parse(write(frequency), Frequency) == frequency


@given(schedules())
def test_schedules_come_back(schedule: Schedule) -> None:
    """Several frequencies are written so that they are read again."""
    assert parse(write(schedule), Schedule) == schedule


@given(items())
def test_items_come_back(item: Item) -> None:
    """An item is written so that it is read again."""
    assert parse(write(item), Item) == item


@given(prescriptions())
def test_prescriptions_come_back(prescription: Prescription) -> None:
    """A prescription is read again from its text, and its text is the only one."""
    text = write(prescription)

    again = parse(text)

    assert again == prescription
    assert write(again) == text


@given(doses(small=True), doses(small=True))
def test_different_doses_have_different_texts(one: Dose, other: Dose) -> None:
    """No two doses share a text."""
    assert (write(one) == write(other)) == (one == other)


@given(doses(small=True), st.data())
def test_damaged_texts_are_errors_of_ours(dose: Dose, data: st.DataObject) -> None:
    """A text with a character too few, or another one, is read or refused, and nothing else."""
    text = write(dose)
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from(["", ":", '"', ",", "(", ")", "@", "9", " ", "x", "\0"]))

    _parse_or_refuse(f"A: {text[:at]}{other}{text[at + 1 :]}")


@given(st.text(max_size=60))
@example('A: "')
@example("A: ?;")
@example("\ufeffA: 10")
@example("A\r\n  B\r\n")
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever comes in, an error is one of ours and has a place."""
    _parse_or_refuse(text)


def _parse_or_refuse(text: str) -> None:
    # Anything but an error of ours fails the test.
    with suppress(KinescriptError):
        parse(text)


@pytest.mark.parametrize("kind", [int, Dose | Item])
def test_other_kinds_have_no_text(kind: type[Dose]) -> None:
    """Only some kinds of value can be read."""
    with pytest.raises(TypeError, match="expected Prescription, Item"):
        parse("3 x 10", kind)


def test_other_values_have_no_text() -> None:
    """Only some kinds of value can be written."""
    with pytest.raises(TypeError, match="expected a Prescription"):
        write(10)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
