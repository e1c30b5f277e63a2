"""What is one of several things says which by its form or its kind."""

import attrs
import pytest

from kinescript.documents._converter import CONVERTER
from kinescript.errors import DocumentError
from kinescript.model import (
    UNSAID,
    Anchor,
    Breaths,
    EachSide,
    EveryDay,
    Frequency,
    Length,
    Quantity,
    Range,
    Reading,
    Rest,
    Side,
    Sides,
    Unsaid,
    Words,
    Work,
    seconds,
)

EVERY_DAY = {"kind": "every day"}
RESTED = Rest(seconds(5))


@attrs.frozen
class Field:
    """One field of each union, as classes of the model have them."""

    length: Length = UNSAID
    quantity: Quantity = UNSAID
    rest: Rest | Unsaid = UNSAID
    sides: Sides | Unsaid = UNSAID
    frequency: Frequency | Unsaid = UNSAID
    work: Work | Rest = RESTED
    hold: Length | None = None
    count: int | None = None
    either: str | int = 0
    event: Anchor | str = ""


def read(**fields: object) -> object:
    """Read one field."""
    (name,) = fields
    return getattr(CONVERTER.structure(fields, Field), name)


@pytest.mark.parametrize(
    ("name", "plain", "value"),
    [
        ("length", "PT5S", seconds(5)),
        ("length", {"kind": "breaths", "count": 20}, Breaths(20)),
        ("length", {"kind": "words", "text": "slowly"}, Words("slowly")),
        ("quantity", [1, None], Range(1, None)),
        ("rest", "PT5S", Rest(seconds(5))),
        ("rest", {"kind": "breaths", "count": 1}, Rest(Breaths(1))),
        ("rest", {"kind": "rest", "length": {"kind": "unsaid"}}, Rest(UNSAID)),
        (
            "rest",
            {"kind": "rest", "length": "PT5S", "activity": "walk"},
            Rest(seconds(5), activity="walk"),
        ),
        ("sides", "left", Side.LEFT),
        ("sides", {"kind": "each side"}, EachSide()),
        ("work", {"kind": "rest", "length": "PT6S"}, Rest(seconds(6))),
        ("hold", {"kind": "unsaid"}, UNSAID),
        ("count", 5, 5),
        ("event", "morning", Anchor.MORNING),
        ("event", {"kind": "words", "text": "morning"}, "morning"),
    ],
)
def test_each_member_has_one_form(name: str, plain: object, value: object) -> None:
    """A member of a union is written in one way, which is read as the same value."""
    assert read(**{name: plain}) == value
    assert CONVERTER.unstructure(Field(**{name: value})) == {name: plain}  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["length", "quantity", "rest", "sides", "frequency"])
def test_unsaid_may_be_written(name: str) -> None:
    """Wherever a source may say nothing, the document may say that."""
    assert read(**{name: {"kind": "unsaid"}}) is UNSAID


def test_unsaid_is_written_where_it_is_no_default() -> None:
    """What the source does not say is written where leaving it out would not do."""
    kind = Frequency | Unsaid

    assert CONVERTER.unstructure(UNSAID, kind) == {"kind": "unsaid"}
    assert CONVERTER.unstructure(UNSAID, Length) == {"kind": "unsaid"}


def test_a_rest_may_be_written_out() -> None:
    """A rest with its length alone is read in its long form too."""
    assert read(rest={"kind": "rest", "length": "PT5S"}) == Rest(seconds(5))


NUMBERS = "a number of 0 or more, or two such as [8, 12]"
LENGTHS = 'a duration of 0 or more such as "PT10S", or two such as ["PT5S", "PT10S"]'
TAGS = '"breaths", "counts", "words", "unsaid"'
KINDS = f"an object of kind {TAGS}"


@pytest.mark.parametrize(
    ("name", "plain", "path", "reason"),
    [
        (
            "length",
            5,
            "",
            f'expected {LENGTHS}, or {KINDS} or "until", got 5',
        ),
        (
            "length",
            {"kind": "breath", "count": 1},
            ".kind",
            'unknown "breath": did you mean "breaths"?',
        ),
        (
            "length",
            {"count": 1},
            ".kind",
            f'missing: expected {TAGS} or "until"',
        ),
        (
            "length",
            {"kind": 3},
            ".kind",
            f'expected {TAGS} or "until", got 3',
        ),
        (
            "length",
            {"kind": "reps", "count": 3},
            ".kind",
            f'expected {TAGS} or "until", got "reps"',
        ),
        ("length", {"kind": "unsaid", "text": ""}, ".text", "unknown key: expected no keys"),
        (
            "length",
            {"kind": "breaths", "count": 0},
            ".count",
            "expected a whole number of 1 or more",
        ),
        ("length", [1, 2], "[0]", 'expected a duration of 0 or more such as "PT10S", got 1'),
        (
            "quantity",
            True,
            "",
            f"expected {NUMBERS}, or an object",
        ),
        (
            "quantity",
            "3",
            "",
            f"expected {NUMBERS}, or an object",
        ),
        (
            "rest",
            5,
            "",
            f'expected {LENGTHS}, or {KINDS}, "until", "distance", "share" or "rest", got 5',
        ),
        (
            "sides",
            "each",
            "",
            'expected "both", "left", "right", "affected" or "unaffected", or an object of kind',
        ),
        ("sides", "lft", "", 'unknown "lft": did you mean "left"?'),
        ("frequency", {"kind": "dose"}, ".kind", 'unknown key: expected "days", "times"'),
        (
            "hold",
            None,
            "",
            f'expected {LENGTHS}, or {KINDS} or "until", or else the key left out, got null',
        ),
        ("count", {"kind": "unsaid"}, "", "expected a whole number, got an object"),
        ("count", None, "", "expected a whole number, or else the key left out, got null"),
        ("either", {}, ".kind", 'missing: expected "words"'),
    ],
)
def test_what_is_none_of_them_is_explained(
    name: str, plain: object, path: str, reason: str
) -> None:
    """The reason names the forms and kinds that would be accepted."""
    with pytest.raises(DocumentError) as caught:
        read(**{name: plain})

    assert caught.value.path == f"{name}{path}"
    assert caught.value.reason.startswith(reason)


def test_readings_are_tagged() -> None:
    """Objects that stand beside others say which they are."""
    body = {"words": "w", "reason": "r", "others": [{"kind": "frequency", "days": EVERY_DAY}]}

    reading = CONVERTER.structure(body, Reading)

    assert reading.others == (Frequency(days=EveryDay()),)
    assert CONVERTER.unstructure(reading) == body
