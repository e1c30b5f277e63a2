"""Objects and lists are read as the classes that they stand for."""

from __future__ import annotations

import attrs
import pytest

from kinescript.documents._converter import CONVERTER
from kinescript.errors import DocumentError
from kinescript.model import Exercise


@attrs.frozen
class Plain:
    """A class whose fields accept what they are given."""

    title: str
    count: int = 0
    _known: list[int] = attrs.field(init=False, eq=False, factory=list)


def reasons(body: object, kind: type) -> dict[str, str]:
    """Read what is wrong and return the reasons by path."""
    with pytest.raises(DocumentError) as caught:
        CONVERTER.structure(body, kind)
    return {problem.path: problem.reason for problem in caught.value.problems}


def test_any_class_of_fields_is_read() -> None:
    """A class needs no rules of its own; what it makes itself is not written."""
    assert CONVERTER.structure({"title": "T", "count": 2}, Plain) == Plain("T", 2)
    assert CONVERTER.unstructure(Plain("T")) == {"title": "T"}
    assert list(reasons({"title": "T", "_known": []}, Plain)) == ["_known"]


def test_a_misspelt_key_is_told_once() -> None:
    """A key that is misspelt is not reported as missing too."""
    assert reasons({"tilte": "T"}, Plain) == {"tilte": 'unknown key: did you mean "title"?'}


def test_a_key_that_is_there_was_not_meant() -> None:
    """A key beside the one that it resembles is told what is known."""
    body = {"title": "T", "Title": "T", "my key": 1}

    assert reasons(body, Plain) == {
        "Title": 'unknown key: expected "title", "count"',
        '["my key"]': 'unknown key: expected "title", "count"',
    }


def test_missing_keys_say_what_belongs_there() -> None:
    """A key that is missing is told with what it would hold."""
    assert reasons({}, Plain) == {"title": "missing: expected a text"}
    assert reasons(5, Plain) == {"": 'expected an object with "title", got 5'}


def test_each_element_has_a_path() -> None:
    """What the class refuses inside a list keeps the place in that list."""
    body = {"name": "x", "cues": ["", "y", " "], "positions": [{}, {"name": " "}], "faults": "x"}

    assert reasons(body, Exercise) == {
        "cues[0]": "expected a text that is not empty, got ''",
        "cues[2]": "expected a text that is not empty, got ' '",
        "positions[0].name": "missing: expected a text",
        "positions[1].name": 'expected a text that is not empty, got " "',
        "faults": 'expected a list, got "x"',
    }
