"""No document, however hostile, does more than raise the library's own error."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from kinescript.documents import dumps, loads
from kinescript.errors import DocumentError, KinescriptError, LimitError
from kinescript.limits import (
    DOCUMENT_BYTES,
    DOCUMENT_DEPTH,
    LIST_LENGTH,
    NUMBER_DIGITS,
    TEXT_LENGTH,
)
from kinescript.model import (
    Branch,
    Case,
    Circuit,
    Component,
    Dose,
    Hold,
    Item,
    Phase,
    Prescription,
    Repeat,
    Routine,
    Section,
    Span,
    minutes,
    seconds,
)

GOLDEN = Path(__file__).parent / "golden"
KINDS = ("prescription", "calendar")


def titled(**fields: object) -> str:
    """Write a small prescription by hand."""
    return json.dumps({"kinescript": "prescription", "schema": 1, "title": "T", **fields})


@pytest.mark.parametrize(
    "text",
    [
        titled(phases=[], **{f"key {index}": 1 for index in range(1000)}),
        titled(phases=[{} for _ in range(1000)]),
        titled(phases=[]).replace("[]", "[" + "NaN, " * 1000 + "1]"),
    ],
    ids=["keys", "objects", "numbers"],
)
def test_at_most_a_hundred_problems_are_told(text: str) -> None:
    """A document that is wrong throughout is given up after a hundred problems."""
    with pytest.raises(DocumentError) as caught:
        loads(text)

    assert len(caught.value.problems) == 100


@pytest.mark.parametrize(
    "text",
    [
        " " * (DOCUMENT_BYTES + 1),
        b" " * (DOCUMENT_BYTES + 1),
        "é" * (DOCUMENT_BYTES // 2 + 1),
        "[" * 100_000,
        '{"a":' * 100_000,
        "[" * (DOCUMENT_DEPTH + 1) + "]" * (DOCUMENT_DEPTH + 1),
    ],
    ids=["text", "bytes", "letters", "lists", "objects", "just too deep"],
)
def test_documents_beyond_a_limit_are_refused(text: str | bytes) -> None:
    """A document that is too long or too deep is refused before anything is made of it."""
    with pytest.raises(LimitError, match="at most"):
        loads(text)


def test_a_list_of_too_many_is_refused() -> None:
    """A list of more members than any source has is told with its path, beside other faults."""
    moments = [f"{minute // 60 % 24:02}:{minute % 60:02}" for minute in range(LIST_LENGTH + 1)]
    times = {"kind": "at", "moments": moments}

    with pytest.raises(DocumentError) as caught:
        loads(titled(phases=[], frequency={"times": times}, author="\ud800"))

    assert [each.path for each in caught.value.problems] == ["frequency.times.moments", "author"]
    assert caught.value.reason == "expected a list of at most 1000 members, got 1001"


def nested(depth: int) -> Prescription:
    """Make a prescription with work inside work."""
    work: Hold | Repeat = Hold(seconds(1))
    for _ in range(depth):
        work = Repeat(work, 2)
    return Prescription("T", Phase("", Routine("", Item("Pulse", Dose(work)))))


def grouped(depth: int) -> Prescription:
    """Make a prescription with groups inside groups."""
    part: Component = Item("Pulse")
    for index in range(depth):
        part = (Section(part), Circuit(part, 2), Branch(Case("any", part)))[index % 3]
    return Prescription("T", Phase("", Routine("", part)))


@pytest.mark.parametrize(
    "value",
    [
        Prescription("a" * (TEXT_LENGTH + 1), ()),
        Prescription("\ud800", ()),
        Prescription("T", Phase("", (), span=Span(10**NUMBER_DIGITS))),
        Prescription("T", Phase("", (), span=Span(10**5000))),
        Prescription(
            "T", Phase("", Routine("", Item("X", Dose(Hold(minutes(10**NUMBER_DIGITS))))))
        ),
        nested(DOCUMENT_DEPTH),
        nested(5000),
        grouped(DOCUMENT_DEPTH // 2),
        grouped(5000),
        Prescription("T", (), notes=["a" * TEXT_LENGTH] * LIST_LENGTH),
        Prescription("T", (), notes=["a"] * (LIST_LENGTH + 1)),
    ],
    ids=[
        "text",
        "surrogate",
        "digits",
        "thousands of digits",
        "duration",
        "depth",
        "bottomless",
        "groups",
        "bottomless groups",
        "size",
        "members",
    ],
)
def test_what_could_not_be_read_is_not_written(value: Prescription) -> None:
    """A value beyond the limits of documents is refused instead of written."""
    with pytest.raises(LimitError, match="expected"):
        dumps(value)


def test_values_up_to_the_limits_are_written() -> None:
    """What stands just within the limits comes back as it was."""
    longest = Span(10**NUMBER_DIGITS - 1)
    edge = Prescription("T", Phase("", (), span=longest), notes="é" * TEXT_LENGTH)

    many = Prescription("T", (), notes=["a"] * LIST_LENGTH)

    assert loads(dumps(edge)) == edge
    assert loads(dumps(many)) == many
    assert loads(dumps(nested(40))) == nested(40)
    assert loads(dumps(grouped(20))) == grouped(20)


@given(st.text() | st.binary())
def test_arbitrary_text_raises_nothing_else(text: str | bytes) -> None:
    """Whatever the text, loading it raises the library's own error or nothing."""
    with pytest.raises(KinescriptError):
        loads(text)


PLAIN = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(),
        st.sampled_from(
            ("PT5S", "07:30", "2026-11-23", "mon", "left", "kind", "morning", "P2D", "until")
        ),
    ),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("kind"), inner),
    max_leaves=8,
)


@given(PLAIN, st.sampled_from(KINDS))
def test_arbitrary_json_raises_nothing_else(value: object, kind: str) -> None:
    """Whatever the JSON, loading it raises the library's own error or nothing."""
    envelope = {"kinescript": kind, "schema": 1}
    with pytest.raises(KinescriptError):
        loads(json.dumps(value))
    with pytest.raises(KinescriptError):
        loads(
            json.dumps(
                {**envelope, **value}
                if isinstance(value, dict)
                else {**envelope, "title": value, "zone": value}
            )
        )


def places(value: object) -> list[tuple[Any, Any]]:
    """List every container inside a plain value with each of its keys."""
    if not isinstance(value, dict | list):
        return []
    keys: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [(value, key) for key in keys] + [each for key in keys for each in places(value[key])]


@given(st.data(), st.sampled_from(KINDS))
def test_a_changed_document_raises_nothing_else(data: st.DataObject, kind: str) -> None:
    """A right document with some values changed, left out or added is read or refused."""
    body = json.loads((GOLDEN / f"{kind}-1.json").read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(places(body)))
        if data.draw(st.booleans()):
            container[key] = data.draw(PLAIN)
        elif isinstance(container, dict):
            container[data.draw(st.text())] = container.pop(key)
        else:
            container.clear()

    value = None
    with suppress(KinescriptError):
        value = loads(json.dumps(body))

    assert value is None or loads(dumps(value)) == value
