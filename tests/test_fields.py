"""What fields accept: one or many, and values cut short in errors."""

import pytest
from hypothesis import given, strategies as st

from kinescript._fields import many, shown, table, whole
from kinescript.errors import ModelError
from kinescript.model import Side


@given(st.text(max_size=100))
def test_a_shown_value_is_never_long(text: str) -> None:
    """An error quotes a value in full if it is short, and its beginning if it is long."""
    quoted = shown(text)

    assert len(quoted) <= 60
    assert quoted == repr(text) or repr(text).startswith(quoted.removesuffix("..."))
    assert (quoted == repr(text)) == (len(repr(text)) <= 60)


def test_an_error_carries_the_value() -> None:
    """The offending value stands in the problem too, as it is shown."""
    with pytest.raises(ModelError) as caught:
        whole(1, "x" * 100)

    assert caught.value.problems[0].value == f"'{'x' * 56}..."


@given(st.lists(st.integers(-3, 3)))
def test_every_bad_member_is_named(numbers: list[int]) -> None:
    """All bad members of a list are told at once, each by its index."""
    bad = [index for index, number in enumerate(numbers) if number < 0]
    if not bad:
        assert tuple(numbers) == many(lambda number: whole(0, number), numbers)
        return

    with pytest.raises(ModelError) as caught:
        many(lambda number: whole(0, number), numbers)

    assert [f"[{index}]" for index in bad] == [problem.path for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("slowly", '["slowly"]'),
        ('so "slowly"', '["so \\"slowly\\""]'),
        (Side.LEFT, "[left]"),
        (5, "[5]"),
        ("a\n", "['a\\n']"),
        ("x" * 100, f"['{'x' * 56}...]"),
    ],
    ids=["text", "quotes", "term", "number", "line break", "long"],
)
def test_a_bad_entry_is_named_by_its_key(key: object, path: str) -> None:
    """Where an entry of a mapping is wrong, its key is part of the path."""
    with pytest.raises(ModelError) as caught:
        table("entries", lambda key, each: (key, whole(0, each)), {key: -1, "good": 1})

    assert [path] == [problem.path for problem in caught.value.problems]
