"""Reasons show what was found as JSON, cut short."""

import pytest

from kinescript.documents._problems import at_key, one_of, quoted


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"a": 1}, "an object"),
        ([1], "a list"),
        (None, "null"),
        (False, "false"),
        (1.5, "1.5"),
        ("é", '"é"'),
        ("\x1b[31m\u202e", '"\\u001b[31m\\u202e"'),
        ("\ud800", '"\\ud800"'),
        ("a" * 61, f'"{"a" * 57}..."'),
        (10**100, "1" + "0" * 56 + "..."),
        (10**5000, "a huge number"),
    ],
    ids=[
        "object",
        "list",
        "null",
        "truth",
        "number",
        "text",
        "control",
        "surrogate",
        "long",
        "big",
        "huge",
    ],
)
def test_values_are_quoted_as_json(value: object, shown: str) -> None:
    """No value makes a reason long, or does something to a terminal."""
    assert quoted(value) == shown


def test_odd_keys_are_quoted_in_paths() -> None:
    """A key that is no name stands in brackets."""
    assert at_key("hold") == "hold"
    assert at_key("a b") == '["a b"]'
    assert at_key("a" * 61) == f'["{"a" * 57}..."]'


def test_options_are_listed() -> None:
    """Several options are listed with commas and a last or."""
    assert one_of(["a"]) == '"a"'
    assert one_of(["a", "b", "c"]) == '"a", "b" or "c"'
