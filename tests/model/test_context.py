"""What a prescription is for, and what else is told of it."""

from datetime import date

import pytest

from kinescript.errors import ModelError
from kinescript.model import (
    Detail,
    Indication,
    Item,
    Prescription,
    Routine,
    Sessions,
    Side,
    Topic,
    weeks,
)


def test_words_alone_are_an_indication() -> None:
    """The words of a problem stand for it, one or several."""
    assert Prescription("", (), indications="sciatica").indications == (Indication("sciatica"),)
    assert Prescription("", (), indications=["a", Indication("b")]).indications == (
        Indication("a"),
        Indication("b"),
    )


def test_a_detail_alone_is_one_of_several() -> None:
    """A detail stands on an item, a routine or a whole prescription, alone or in a list."""
    detail = Detail(Topic.AVOID, "deep squats")

    assert Item("Squat", details=detail).details == (detail,)
    assert Routine("", (), details=[detail]).details == (detail,)
    assert Prescription("", (), details=detail).details == (detail,)


def test_reviews_keep_their_order() -> None:
    """Reviews after sessions, after a time and on dates stand as they are given."""
    reviews = (date(2026, 12, 1), Sessions(6), weeks(4))

    assert Prescription("", (), reviews=reviews).reviews == reviews
    assert Prescription("", (), reviews=weeks(4)).reviews == (weeks(4),)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: Indication("x", side=Side.AFFECTED), "the left side, the right one, both"),
        (lambda: Indication(" "), "not empty"),
        (lambda: Detail(Topic.AVOID, ""), "not empty"),
        (lambda: Detail("avoid", "x"), "a Topic such as Topic.SETTING"),  # type: ignore[arg-type]
        (lambda: Prescription("", (), reviews=6), "a date, got 6"),  # type: ignore[arg-type]
        (lambda: Item("A", details="x"), "a Detail such as"),  # type: ignore[arg-type]
    ],
    ids=["side", "words", "text", "topic", "review", "detail"],
)
def test_other_context_is_refused(make: object, reason: str) -> None:
    """What is no context is refused with what would be accepted."""
    assert callable(make)
    with pytest.raises(ModelError, match=reason):
        make()
