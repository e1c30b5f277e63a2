"""What other programs keep with a prescription comes back as it was."""

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from kinescript.documents import dumps, loads
from kinescript.errors import DocumentError, LimitError
from kinescript.limits import DOCUMENT_DEPTH, LIST_LENGTH, NUMBER_DIGITS, TEXT_LENGTH
from kinescript.model import Prescription

TEXTS = st.text(st.characters(codec="utf-8"), max_size=5)
FRACTIONS = st.floats(allow_nan=False, allow_infinity=False)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | FRACTIONS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)


def document(extensions: str) -> str:
    """Write a small document by hand."""
    fields = '"kinescript": "prescription", "schema": 1, "title": "T", "phases": []'
    return f'{{{fields}, "extensions": {extensions}}}'


def problems(extensions: str) -> dict[str, str]:
    """Load bad extensions and return their reasons by path."""
    with pytest.raises(DocumentError) as caught:
        loads(document(extensions))
    return {problem.path: problem.reason for problem in caught.value.problems}


@given(st.dictionaries(TEXTS.filter(str.strip), PLAIN, max_size=3))
def test_extensions_come_back_as_they_were(extensions: dict[str, Any]) -> None:
    """Whatever JSON a program keeps, it finds the same again, every double included."""
    kept = Prescription("T", (), extensions=extensions)
    text = dumps(kept)

    assert loads(text) == kept
    assert dumps(loads(text)) == text
    assert json.loads(text).get("extensions", {}) == extensions


def test_extensions_are_plain_json() -> None:
    """A program finds what it kept as JSON inside the document, not as text."""
    kept = {"urn:a": {"b": [1, 1.0, None, True, "x"]}, "urn:c": 2.5}

    assert json.loads(dumps(Prescription("T", (), extensions=kept)))["extensions"] == kept
    assert '"b": [1, 1.0, null, true, "x"]' in dumps(Prescription("T", (), extensions=kept))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("0.1", "0.1"),
        ("0.30000000000000004", "0.30000000000000004"),
        ("1.10", "1.1"),
        ("1e-7", "1e-07"),
        ("1E+2", "100.0"),
        ("1e300", "1e+300"),
        ("5e-324", "5e-324"),
        ("33724485224782852e0", "3.3724485224782852e+16"),
        ("1e15", "1000000000000000.0"),
        ("-0.0", "-0.0"),
        ("999999999999999", "999999999999999"),
    ],
)
def test_numbers_are_kept_as_doubles(written: str, kept: str) -> None:
    """A number is neither rounded nor made whole on its way through a document."""
    read = loads(document(f'{{"x": [{written}]}}'), Prescription)

    assert read.extensions == (("x", f"[{kept}]"),)
    assert loads(dumps(read)) == read


@pytest.mark.parametrize(
    ("extensions", "path", "reason"),
    [
        ("[]", "extensions", "expected an object, got a list"),
        ('{" ": 1}', 'extensions[" "]', "expected a text that is not empty"),
        ('{"x": NaN}', "extensions.x", "expected a number, got NaN"),
        ('{"x": [1, {"a b": -Infinity}]}', 'extensions.x[1]["a b"]', "expected a number, got"),
        ('{"x": {"a": 1, "a": 2}}', "extensions.x.a", "expected each key once"),
        ('{"x": "\\ud800"}', "extensions.x", "expected whole characters"),
        (f'{{"x": {"9" * (NUMBER_DIGITS + 1)}}}', "extensions.x", "expected a number of at most"),
        ('{"x": 1e999}', 'extensions["x"]', "expected what JSON can say"),
    ],
)
def test_what_no_document_holds_no_extension_holds(extensions: str, path: str, reason: str) -> None:
    """The rules for all of a document hold for what other programs keep in it."""
    (found,) = problems(extensions).items()

    assert path == found[0]
    assert found[1].startswith(reason)


def test_every_bad_extension_is_told() -> None:
    """Each extension is looked at, up to the hundredth problem."""
    assert list(problems('{"x": NaN, "y": 1, "z": [NaN]}')) == ["extensions.x", "extensions.z[0]"]

    many = ", ".join(f'"x{index}": NaN' for index in range(200))
    assert len(problems(f"{{{many}}}")) == 100


@pytest.mark.parametrize(
    "kept",
    [
        10**NUMBER_DIGITS,
        "a" * (TEXT_LENGTH + 1),
        [0] * (LIST_LENGTH + 1),
        json.loads("[" * DOCUMENT_DEPTH + "]" * DOCUMENT_DEPTH),
    ],
    ids=["digits", "text", "members", "depth"],
)
def test_extensions_beyond_a_limit_are_not_written(kept: object) -> None:
    """What could not be read again is refused instead of written."""
    with pytest.raises(LimitError, match="expected"):
        dumps(Prescription("T", (), extensions={"x": kept}))
