"""A plan is shown as an agenda with everything else that there is to know."""

import re
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from click.testing import Result

from kinescript.agendas import Busy, Calendar, Waking
from kinescript.documents import dumps, loads
from kinescript.model import (
    Dates,
    Dose,
    EachSide,
    Frequency,
    Hold,
    Item,
    Phase,
    Prescription,
    Repeat,
    Routine,
    Side,
    Span,
    Timed,
    days,
    hours,
    minutes,
    per_day,
    seconds,
)
from kinescript.plans import Plan

Run = Callable[..., Result]
Written = Callable[[object], str]
GOLDEN = Path(__file__).parent / "golden"
SCIATICA = ("examples/sciatica.json", "--start", "2026-11-23", "--zone", "America/Winnipeg")
START = ("--start", "2026-11-23", "--zone", "UTC")


def home(*items: Item) -> Prescription:
    """Make a prescription of one routine."""
    return Prescription("Home", Phase("", Routine("", items)))


def stretch(name: str = "Stretch", frequency: Frequency | None = None) -> Item:
    """Make an item of half a minute."""
    return Item(name, Dose(Hold(seconds(30))), frequency=frequency or per_day(1))


def test_the_agenda_of_the_example(run: Run) -> None:
    """Days, times, exercises and lengths come first; what was assumed stands below."""
    result = run("plan", *SCIATICA, "--days", "2")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (GOLDEN / "plan.txt").read_text(encoding="utf-8")


def test_a_week_is_the_default(run: Run) -> None:
    """Without a number of days there are seven."""
    lines = run("plan", *SCIATICA).stdout.splitlines()

    assert lines[1] == "Mon 2026-11-23 to Sun 2026-11-29, America/Winnipeg"


def test_json_is_the_expanded_plan(run: Run) -> None:
    """Programs get the plan's document with every session and step."""
    result = run("plan", *SCIATICA, "--days", "2", "--format", "json")
    plan = loads(result.stdout, Plan)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == dumps(plan, expanded=True, days=2)
    assert [plan.start, plan.calendar] == [date(2026, 11, 23), Calendar("America/Winnipeg")]


def test_the_affected_side_is_told(run: Run, written: Written) -> None:
    """The option says which side the word means."""
    item = Item("Stretch", Dose(Hold(seconds(30)), sides=EachSide(first=Side.AFFECTED)))
    name = written(home(item))

    told = run("plan", name, *START, "--affected", "right", "--format", "json").stdout

    assert loads(told, Plan).policy.affected is Side.RIGHT


def test_empty_days_are_told(run: Run, written: Written) -> None:
    """Where there is no session, a line says so."""
    item = stretch(frequency=Frequency(days=Dates(date(2030, 1, 1))))

    result = run("plan", written(home(item)), *START, "--days", "1")

    assert result.exit_code == 0
    assert result.stdout.startswith("Home\nMon 2026-11-23, UTC\n\nno session on these days\n")


def test_a_session_after_midnight_names_its_day(run: Run, written: Written, tmp_path: Path) -> None:
    """A session belongs to the day of waking, even if it starts on the next one."""
    calendar = tmp_path / "calendar.json"
    calendar.write_text(dumps(Calendar("UTC", waking=Waking(time(20), time(8)))), encoding="utf-8")
    name = written(home(stretch()))

    result = run("plan", name, *START[:2], "--calendar", str(calendar), "--days", "1")

    assert "Mon 2026-11-23  02:00 Tue  Stretch  40 s\n" in result.stdout


@pytest.mark.parametrize(
    ("per", "days", "told"),
    [
        (1, "1", "once on Mon 2026-11-23: "),
        (2, "1", "2 times on Mon 2026-11-23: "),
        (2, "2", "2 times on Mon 2026-11-23, as on other days: "),
    ],
    ids=["once", "twice", "on two days"],
)
def test_what_finds_no_place_is_told(
    run: Run, written: Written, per: int, days: str, told: str
) -> None:
    """What does not fit stands below with its reason, and the rest is planned."""
    long = Item("Walk", Dose(Timed(hours(30))), frequency=per_day(per))

    result = run("plan", written(home(long, stretch())), *START, "--days", days)

    assert result.exit_code == 0
    assert "  Stretch  " in result.stdout
    assert f"Without a place\n  Walk  {told}" in result.stdout


@pytest.mark.parametrize(
    ("name", "shown"), [("Weeks", "Weeks"), ("", "the whole plan")], ids=["named", "unnamed"]
)
def test_assumptions_name_their_part(run: Run, written: Written, name: str, shown: str) -> None:
    """What is assumed of a phase stands under the name of the phase, if it has one."""
    phase = Phase(name, Routine("", stretch()), span=Span(days(10, 20)))

    told = run("plan", written(Prescription("Home", phase)), *START).stdout

    assert f'  {shown}  length 10 days for "10 to 20 days"\n' in re.sub(" {2,}", "  ", told)


def test_text_from_a_document_steers_no_terminal(run: Run, written: Written) -> None:
    """Control characters in names are left out."""
    prescription = Prescription("A\x1b[2J", Phase("", Routine("", stretch("B\nC\x9b"))))

    told = run("plan", written(prescription), *START, "--days", "1").stdout

    assert told.startswith("A[2J\n")
    assert "  B C  40 s\n" in told
    assert "\x1b" not in told


def test_too_many_steps_are_refused(run: Run, written: Written) -> None:
    """A plan that is too long to write out is told like a problem of the file."""
    name = written(home(Item("Pulse", Dose(Repeat(Timed(seconds(0.1)), 200_000)))))

    result = run("plan", name, *START, "--format", "json")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{name}: expected at most 100000 steps")


def test_busy_hours_are_kept_free(run: Run, written: Written, tmp_path: Path) -> None:
    """A calendar's busy blocks move sessions."""
    busy = Busy("work", time(7), time(21))
    calendar = tmp_path / "calendar.json"
    calendar.write_text(dumps(Calendar("UTC", busy=busy)), encoding="utf-8")
    walk = Item("Walk", Dose(Timed(minutes(20))), frequency=per_day(1))

    result = run("plan", written(home(walk)), *START[:2], "--calendar", str(calendar))

    assert "Mon 2026-11-23  21:" in result.stdout
