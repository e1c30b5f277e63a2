"""Values become words that are easy to read and harmless to show."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from kinescript.cli._text import about, clean, clock, exactly, offset


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("one\r\ntwo\tthree", "one two three"),
        ("\x9b2J\x00\x7f\x85", "2J"),
        ("left\u202eright\u2066\u2028", "leftright"),
        ("lone \ud800", "lone"),
        ("Brücke 橋 🦵🏽 [bold] :smile:", "Brücke 橋 🦵🏽 [bold] :smile:"),
    ],
    ids=["escape", "lines", "controls", "direction", "surrogate", "harmless"],
)
def test_text_is_cleaned(text: str, shown: str) -> None:
    """What steers a terminal is left out; everything else is kept, on one line."""
    assert clean(text) == shown


@given(st.text())
def test_clean_text_stays_as_it_is(text: str) -> None:
    """Cleaning twice is cleaning once, and the result can be written on a line."""
    shown = clean(text)

    assert clean(shown) == shown
    assert len(shown.splitlines()) <= 1
    shown.encode()


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0 s"),
        (45.4, "45 s"),
        (60, "1 min"),
        (89, "1 min"),
        (90, "2 min"),
        (3570, "1 h 00 min"),
        (4500, "1 h 15 min"),
    ],
)
def test_lengths_to_the_minute(seconds: float, shown: str) -> None:
    """A length is rounded to whole minutes, or to seconds below one."""
    assert about(timedelta(seconds=seconds)) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0.25, "0.25 s"),
        (5, "5 s"),
        (60, "1 min"),
        (100, "1 min 40 s"),
        (3600, "1 h"),
        (3723.5, "1 h 2 min 3.5 s"),
    ],
)
def test_lengths_to_the_millisecond(seconds: float, shown: str) -> None:
    """An exact length leaves out the units that are zero."""
    assert exactly(timedelta(seconds=seconds)) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00:00"), (110, "0:01:50"), (90_000.05, "25:00:00.050")]
)
def test_times_since_the_start(seconds: float, shown: str) -> None:
    """Thousandths stand only where there are any."""
    assert offset(timedelta(seconds=seconds)) == shown


def test_the_clock_follows_real_time() -> None:
    """In the night when clocks go back, the clock shows the second two o'clock."""
    start = datetime(2026, 10, 25, 2, 59, 50, tzinfo=ZoneInfo("Europe/Berlin"))

    assert clock(start, timedelta(seconds=20)) == "02:00:10"
