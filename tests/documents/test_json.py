"""JSON is read and laid out in one way."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from kinescript.documents._faults import faults
from kinescript.documents._json import decode, encode, laid_out
from kinescript.errors import DocumentError

TEXTS = st.text(st.characters(codec="utf-8"), max_size=5)
PLAIN = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**14), 10**14),
        st.decimals(-(10**8), 10**8, places=6),
        TEXTS,
    ),
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=10,
)


@given(st.dictionaries(TEXTS, PLAIN, max_size=3))
def test_plain_values_come_back(body: dict[str, object]) -> None:
    """Numbers keep their exact value and texts every character."""
    text = encode(body)

    assert decode(text) == body
    assert list(faults(decode(text))) == []
    assert json.loads(text) is not None


@pytest.mark.parametrize("width", [1, 40])
def test_what_fits_stands_on_one_line(width: int) -> None:
    """Lists and objects are broken only where they would be wider than a line."""
    words = ["x" * width, "y" * width]
    is_narrow = width == 1

    text = encode({"a": [5, None], "b": {"c": words}, "d": {}, "e": []})

    listed = f'["{words[0]}", "{words[1]}"]'
    inside = f'{{"c": {listed}}}' if is_narrow else f'{{\n    "c": {listed}\n  }}'
    assert text == f'{{\n  "a": [5, null],\n  "b": {inside},\n  "d": {{}},\n  "e": []\n}}\n'


@pytest.mark.parametrize(
    "text",
    ["1e30", "1e-308", "0.000001", "1.5E+2", "-0.0", "123456789.123456", "0.30000000000000004"],
)
def test_fractions_are_exact(text: str) -> None:
    """A number with a fraction or exponent is read exactly."""
    assert decode(text) == Decimal(text)
    assert decode(laid_out(decode(text))) == Decimal(text)
    assert len(laid_out(decode(text))) <= len(text) + 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1" * 16, "expected a number of at most 15 digits"),
        ("-" + "1" * 5000, "expected a number of at most 15 digits"),
        ("0." + "1" * 18, "expected a fraction of at most 17 digits"),
        ("1" * 17 + ".0", "expected a fraction of at most 17 digits"),
        ("1e9999", "expected an exponent of at most 3 digits"),
        ("1e-9999", "expected an exponent of at most 3 digits"),
        ("-Infinity", "expected a number, got -Infinity"),
        ('{"a": {"b c": 1, "b c": 2}}', "expected each key once"),
        ('{"' + "a" * 10_001 + '": 1}', "expected a text of at most 10000 characters"),
        ('"\\udfff é"', "expected whole characters, not half of a surrogate pair"),
    ],
    ids=lambda text: text[:20],
)
def test_absurd_values_are_found(text: str, reason: str) -> None:
    """What no document may hold is found wherever it stands."""
    (found,) = faults(decode(text))

    assert found.reason.startswith(reason)


def test_doubled_keys_have_a_path() -> None:
    """A key that stands twice is told by its place, at any depth."""
    text = '[{"x": {"a": 1, "a": 2, "b c": 1, "b c": 1}}, {"y": 1, "y": 1}]'

    assert [problem.path for problem in faults(decode(text))] == [
        "[0].x.a",
        '[0].x["b c"]',
        "[1].y",
    ]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [(b"\xff", 1, 1), (b'{\n  "\xc3\xa9\xff', 2, 5), ("{}".encode("utf-16"), 1, 1)],
    ids=["first", "second line", "UTF-16"],
)
def test_what_is_not_utf8_has_a_place(text: bytes, line: int, column: int) -> None:
    """Bytes that are no UTF-8 are refused with line and column."""
    with pytest.raises(DocumentError, match="expected UTF-8, got the byte 0xff") as caught:
        decode(text)

    assert (caught.value.problems[0].line, caught.value.problems[0].column) == (line, column)
