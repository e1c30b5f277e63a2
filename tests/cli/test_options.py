"""Dates and zones are understood, or explained."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import click
import pytest
from click.testing import Result

from kinescript.agendas import Calendar
from kinescript.cli._asked import zone_here
from kinescript.cli._options import calendar_date

Run = Callable[..., Result]
FILE = "examples/box_breathing.json"


@pytest.mark.parametrize("text", ["2026-11-23", "20261123", "2026-W48-1"])
def test_dates_are_iso_8601(text: str) -> None:
    """Every form of a date that ISO 8601 has will do."""
    assert calendar_date(text) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("23.11.2026", "'23.11.2026' is no date: did you mean 2026-11-23?"),
        ("11/23/2026", "'11/23/2026' is no date: did you mean 2026-11-23?"),
        ("2026-2-3", "'2026-2-3' is no date: did you mean 2026-02-03?"),
        ("1.2.2026", "'1.2.2026' is no date: expected a date such as 2026-11-23"),
        ("2026-02-30", "'2026-02-30' is no date: expected a date such as 2026-11-23"),
        ("1-2-3", "'1-2-3' is no date: expected a date such as 2026-11-23"),
        ("soon", "'soon' is no date: expected a date such as 2026-11-23"),
        ("0206-11-23", "expected a date from 1900-01-01 to 8999-12-31, got 0206-11-23"),
        ("9999-12-31", "expected a date from 1900-01-01 to 8999-12-31, got 9999-12-31"),
    ],
)
def test_other_dates_are_explained(text: str, reason: str) -> None:
    """Where only one date can be meant, it is named."""
    with pytest.raises(click.BadParameter) as caught:
        calendar_date(text)

    assert caught.value.message == reason


def test_an_unknown_zone_is_a_usage_error(run: Run) -> None:
    """The zone that was probably meant is named."""
    result = run("plan", FILE, "--zone", "America/Winipeg")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean 'America/Winnipeg'?" in " ".join(result.stderr.split())


def test_the_start_is_today(run: Run) -> None:
    """Without a start, the plan starts on the day that it is in the zone."""
    before = datetime.now(UTC).date()
    heading = run("plan", FILE, "--days", "1").stdout.splitlines()[1]

    assert before <= date.fromisoformat(heading[4:14]) <= datetime.now(UTC).date()


def test_the_zone_is_this_computers(run: Run) -> None:
    """Without a zone, the plan is for the computer's own."""
    result = run("plan", FILE, TZ="Europe/Berlin")

    assert result.stdout.splitlines()[1].endswith(", Europe/Berlin")


def test_a_computer_without_a_zone_needs_to_be_told(run: Run) -> None:
    """Where the computer's zone has no name, the option has to be given."""
    result = run("plan", FILE, TZ="Mars/Base")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "this computer's time zone is unknown: say --zone" in result.stderr


def test_the_computers_zone_is_found(tmp_path: Path) -> None:
    """TZ goes before the link to the zone's file."""
    clock = tmp_path / "localtime"
    zone = tmp_path / "zoneinfo/America/Winnipeg"
    clock.symlink_to(zone)

    assert zone_here({}, clock) == "America/Winnipeg"
    assert zone_here({"TZ": ":Europe/Berlin"}, clock) == "Europe/Berlin"
    assert zone_here({"TZ": "CET-1CEST"}, clock) is None
    assert zone_here({}, tmp_path) is None


def test_a_calendar_stands_instead_of_a_zone(run: Run, written: Callable[[object], str]) -> None:
    """Waking hours and zone come from the calendar's document."""
    result = run("plan", FILE, "--calendar", written(Calendar("Asia/Tokyo")))

    assert result.exit_code == 0
    assert result.stdout.splitlines()[1].endswith(", Asia/Tokyo")
