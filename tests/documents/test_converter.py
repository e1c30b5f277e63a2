"""Every value that a document holds has one plain form."""

from datetime import timedelta
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given

from kinescript.documents._converter import CONVERTER
from kinescript.documents._json import decode, encode
from kinescript.errors import DocumentError
from kinescript.model import Assumptions, Choice, Estimate, Side, Within, seconds
from kinescript.testing import assumptions, choices

T = TypeVar("T")

SURE = Estimate(seconds(2))
UNSURE = Estimate(seconds(2), least=seconds(1), greatest=seconds(2))


@attrs.frozen
class Inside:
    """Something that holds assumptions."""

    assumptions: Assumptions


def again(value: T) -> T:
    """Write a value as JSON and read it."""
    return CONVERTER.structure(decode(encode(CONVERTER.unstructure(value))), type(value))


@given(assumptions())
def test_assumptions_come_back_as_they_were(value: Assumptions) -> None:
    """Assumptions inside a document are read as they were written."""
    assert value == again(value)


@given(choices())
def test_choices_come_back_as_they_were(value: Choice) -> None:
    """A choice inside a document is read as it was written."""
    assert value == again(value)


def test_defaults_are_left_out() -> None:
    """Only what was chosen otherwise is written."""
    assert CONVERTER.unstructure(Assumptions()) == {}
    assert CONVERTER.unstructure(Assumptions(first=Side.RIGHT, reps=8)) == {
        "reps": 8,
        "first": "right",
    }
    assert CONVERTER.unstructure(Choice(reps=Within.GREATEST)) == {"reps": "greatest"}


@pytest.mark.parametrize(
    ("value", "plain"),
    [(SURE, "PT2S"), (UNSURE, {"likely": "PT2S", "least": "PT1S"})],
    ids=["sure", "unsure"],
)
def test_an_estimate_has_one_form(value: Estimate, plain: object) -> None:
    """An estimate that is sure is its length alone; both forms are read."""
    assert CONVERTER.unstructure(value) == plain
    assert CONVERTER.structure(plain, Estimate) == value
    assert CONVERTER.structure({"likely": "PT2S"}, Estimate) == SURE


def test_words_are_an_object() -> None:
    """The lengths of words stand under the words."""
    given_words = Assumptions(words={"a while": SURE, "slowly": UNSURE})
    body = {"words": {"a while": "PT2S", "slowly": {"likely": "PT2S", "least": "PT1S"}}}

    assert CONVERTER.unstructure(given_words) == body
    assert CONVERTER.structure(body, Assumptions) == given_words


@pytest.mark.parametrize(
    ("body", "path", "reason"),
    [
        (
            {"hold": 5},
            "hold",
            'expected a duration of 0 or more such as "PT10S", or an object with "likely", got 5',
        ),
        ({"hold": {}}, "hold.likely", 'missing: expected a duration of 0 or more such as "PT10S"'),
        (
            {"hold": {"likely": "PT1S", "least": "PT2S"}},
            "hold.likely",
            "expected least, likely and greatest in this order",
        ),
        ({"words": []}, "words", "expected an object, got a list"),
        ({"words": {"a while": 1}}, 'words["a while"]', "expected a duration"),
        ({"words": {"": "PT1S"}}, 'words[""]', "expected a text that is not empty, got"),
        ({"words": {str(key): 1 for key in range(200)}}, 'words["0"]', "expected a duration"),
        ({"first": "both"}, "first", 'expected left or right, got "both"'),
        ({"reps": 1.5}, "reps", "expected a whole number, got 1.5"),
        ({"reps": 0}, "reps", "expected a whole number of 1 or more, got 0"),
    ],
    ids=[
        "number",
        "no likely",
        "order",
        "list",
        "word",
        "no word",
        "many words",
        "side",
        "fraction",
        "none",
    ],
)
def test_bad_assumptions_are_explained(body: dict[str, Any], path: str, reason: str) -> None:
    """What is wrong with an assumption is told by its path."""
    with pytest.raises(DocumentError) as caught:
        CONVERTER.structure({"assumptions": body}, Inside)

    assert caught.value.path == f"assumptions.{path}"
    assert caught.value.reason.startswith(reason)
    assert len(caught.value.problems) <= 100


def test_truth_values_are_read_strictly() -> None:
    """Only true and false are truth values."""
    assert CONVERTER.structure(True, bool) is True  # noqa: FBT003
    with pytest.raises(DocumentError, match="expected true or false, got 1"):
        CONVERTER.structure(1, bool)


def test_a_timedelta_is_exact() -> None:
    """An exact length is one text, never two bounds."""
    assert CONVERTER.structure("PT0.5S", timedelta) == timedelta(milliseconds=500)
    with pytest.raises(DocumentError, match='such as "PT10S", got a list'):
        CONVERTER.structure(["PT1S", "PT2S"], timedelta)
