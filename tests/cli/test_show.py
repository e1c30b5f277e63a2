"""A session is shown step by step."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from kinescript.documents import dumps
from kinescript.model import (
    Dose,
    Frequency,
    Hold,
    Item,
    Phase,
    Prescription,
    Range,
    Repeat,
    Reps,
    Rest,
    Routine,
    Sets,
    Timed,
    Weekday,
    Weekdays,
    Words,
    Work,
    breathing,
    per_day,
    seconds,
)

Run = Callable[..., Result]
Written = Callable[[object], str]
GOLDEN = Path(__file__).parent / "golden"
SCIATICA = ("examples/sciatica.json", "--start", "2026-11-23", "--zone", "America/Winnipeg")
START = ("--start", "2026-11-23", "--zone", "UTC")


def only(work: Work | Sets, frequency: Frequency | None = None) -> Prescription:
    """Make a prescription of one item."""
    item = Item("Work", Dose(work), frequency=frequency or per_day(1))
    return Prescription("Home", Phase("", Routine("", item)))


def steps(result: Result) -> list[str]:
    """Return what is shown of the steps."""
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()[4:]


def test_a_session_of_the_example(run: Run) -> None:
    """Each step has a line with offset and clock, what, side, place and length."""
    result = run("show", *SCIATICA, "--session", "3")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (GOLDEN / "show.txt").read_text(encoding="utf-8")


def test_json_is_one_session(run: Run) -> None:
    """Programs get the session as the plan's document has it, its timeline in place."""
    shown = json.loads(run("show", *SCIATICA, "--session", "3", "--format", "json").stdout)
    whole = json.loads(run("plan", *SCIATICA, "--format", "json").stdout)["expanded"]
    session = whole["sessions"][2]

    assert shown == {**session, "timeline": whole["timelines"][session["timeline"]]}


def test_a_date_can_be_chosen(run: Run) -> None:
    """The date need not be the first one."""
    result = run("show", *SCIATICA, "--date", "2027-01-05")

    assert result.stdout.splitlines()[1].startswith("Tue 2027-01-05 08:45, America/Winnipeg")


def test_the_first_day_with_a_session_is_shown(run: Run, written: Written) -> None:
    """Without a date it is the first one on which anything is due."""
    rx = only(Hold(seconds(30)), Frequency(days=Weekdays(Weekday.FRI)))

    result = run("show", written(rx), *START)

    assert result.stdout.splitlines()[1].startswith("Fri 2026-11-27 14:30, UTC: session 1 of 1, ")


def test_a_day_without_a_session_is_a_usage_error(run: Run, written: Written) -> None:
    """The next day with a session is named."""
    rx = only(Hold(seconds(30)), Frequency(days=Weekdays(Weekday.FRI)))

    result = run("show", written(rx), *START, "--date", "2026-11-28")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "no session on Sat 2026-11-28: the next one is on Fri 2026-12-04" in result.stderr


def test_a_session_too_many_is_a_usage_error(run: Run) -> None:
    """The number of the day's sessions is named."""
    result = run("show", *SCIATICA, "--session", "5")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "expected a session from 1 to 4 on Mon 2026-11-23, got 5" in result.stderr


def test_a_plan_without_sessions_is_bad_input(run: Run, written: Written) -> None:
    """Where nothing is ever due there is nothing to show."""
    name = written(Prescription("Empty", ()))

    result = run("show", name, *START)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{name}: expected a session in the 731 days from 2026-11-23, found none: "
        "what `kinescript plan` lists says why\n"
    )


def test_too_many_steps_are_refused(run: Run, written: Written) -> None:
    """A session that is too long to list is told like a problem of the file."""
    name = written(only(Repeat(Timed(seconds(0.1)), 200_000)))

    for form in ("table", "json"):
        result = run("show", name, *START, "--format", form)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"{name}: expected at most 100000 steps")


@pytest.mark.parametrize(
    ("work", "line"),
    [
        (Hold(seconds(30)), "0:00:10  14:30:10  hold     Work      30 s"),
        (Hold(seconds(5, 10)), "0:00:10  14:30:10  hold     Work      5 s of 5 to 10 s"),
        (Hold(Words("slowly")), '0:00:10  14:30:10  hold     Work      ~4 s "slowly"'),
        (Reps(2), "0:00:10  14:30:10  rep      Work      1/2  ~4 s"),
        (
            Reps(1, tempo=breathing(seconds(1), seconds(0), seconds(1))),
            "0:00:11  14:30:11  exhale   Work      1/1  1 s",
        ),
        (Repeat(Timed(seconds(1)), 2), "0:00:11  14:30:11  activity  Work      2/2   1 s"),
    ],
    ids=["exact", "range", "words", "assumed", "breathing", "passes"],
)
def test_steps_say_how_long(run: Run, written: Written, work: Work, line: str) -> None:
    """Prescribed, chosen and assumed lengths can be told apart."""
    assert line in steps(run("show", written(only(work)), *START))


def test_rests_say_what_to_do(run: Run, written: Written) -> None:
    """What is done in a rest stands in the place of the exercise."""
    sets = Sets(2, Hold(seconds(30)), rest=Rest(seconds(60), activity="walk easily"))

    found = steps(run("show", written(only(sets)), *START))

    assert "0:00:40  14:30:40  rest     walk easily  1/2  1 min" in found


def test_the_range_of_the_whole_is_told_where_there_is_one(run: Run, written: Written) -> None:
    """A session that may be longer or shorter says so."""
    reps = Reps(Range(30, 60), hold=seconds(4))
    for work, told in ((Hold(seconds(90)), "2 min"), (reps, "4 min (3 min to 11 min)")):
        lines = run("show", written(only(work)), *START).stdout.splitlines()
        assert lines[1].endswith(f"session 1 of 1, about {told}")


def test_text_from_a_document_steers_no_terminal(run: Run) -> None:
    """Control characters in words and names are left out."""
    text = dumps(only(Hold(Words("still")))).replace("still", r"\u001b[31mstill\u202e")

    shown = run("show", "-", *START, text=text).stdout

    assert '~10 s "[31mstill"\n' in shown
