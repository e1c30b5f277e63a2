"""Texts, numbers, words, dates and times are read strictly."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum

import pytest
from hypothesis import given, strategies as st

from kinescript.documents._converter import CONVERTER
from kinescript.errors import DocumentError
from kinescript.model import Mass, Side, Weekday

INSTANTS = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-6))]))


@pytest.mark.parametrize(
    ("plain", "kind", "reason"),
    [
        (5, str, "expected a text, got 5"),
        (None, str, "expected a text, got null"),
        (True, int, "expected a whole number, got true"),
        ("2", int, 'expected a whole number, got "2"'),
        ("stone", Mass, 'expected "kg", "lb" or "pood", got "stone"'),
        ("Lefft", Side, 'unknown "Lefft": did you mean "left"?'),
        ({}, Weekday, 'expected "mon", "tue", "wed", "thu", "fri", "sat" or "sun", got an object'),
        ("20261123", date, 'expected a date such as "2026-11-23", got "20261123"'),
        ("2026-11-31", date, 'expected a date such as "2026-11-23", got "2026-11-31"'),
        ("2026-11-23T00:00:00", date, 'expected a date such as "2026-11-23"'),
        ("2026-11-23", datetime, 'expected an instant such as "2026-11-23T07:30:00-06:00"'),
        ("2026-11-23T07:30:00", datetime, "expected an instant"),
        ("2026-11-23 07:30:00Z", datetime, "expected an instant"),
        ("2026-11-23T24:30:00Z", datetime, "expected an instant"),
        (5, datetime, "expected an instant"),
        (20261123, date, 'expected a date such as "2026-11-23", got 20261123'),
    ],
)
def test_wrong_types_and_words_are_refused(plain: object, kind: type, reason: str) -> None:
    """Nothing is converted: what has the wrong type or spelling is refused."""
    with pytest.raises(DocumentError) as caught:
        CONVERTER.structure(plain, kind)

    assert caught.value.reason.startswith(reason)


@pytest.mark.parametrize(
    "plain",
    [
        "7:30",
        "07",
        "0730",
        "T07:30",
        "07:30Z",
        "07:30+01:00",
        "07:30:00+00:00",
        "24:00",
        "07:60",
        " 07:30",
        "07:30:15.5",
        "",
        7,
        None,
    ],
)
def test_other_clock_times_are_refused(plain: object) -> None:
    """A clock time has hours and minutes of two digits and no zone."""
    with pytest.raises(DocumentError, match='expected a clock time such as "07:30"'):
        CONVERTER.structure(plain, time)


@pytest.mark.parametrize(
    ("at", "plain"),
    [
        (time(7, 30), "07:30"),
        (time(7, 30, 15), "07:30:15"),
        (time(0, 0, 0, 5), "00:00:00.000005"),
    ],
    ids=str,
)
def test_a_clock_time_has_one_form(at: time, plain: str) -> None:
    """Seconds are written only where there are any, and read always."""
    assert CONVERTER.unstructure(at) == plain
    assert CONVERTER.structure(plain, time) == at
    assert CONVERTER.structure(at.isoformat(), time) == at


@given(st.dates() | INSTANTS | st.times() | st.sampled_from(list(Side)))
def test_plain_forms_come_back(value: date | time | Enum) -> None:
    """Dates, times and words are read as they were written."""
    assert CONVERTER.structure(CONVERTER.unstructure(value), type(value)) == value


def test_an_instant_may_be_in_utc() -> None:
    """Z stands for no offset from UTC."""
    instant = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)

    assert CONVERTER.structure("2026-11-23T07:30:00Z", datetime) == instant
    assert CONVERTER.unstructure(instant) == "2026-11-23T07:30:00+00:00"
