"""Findings are told one by one, and only errors make the program fail."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from kinescript.checks import check
from kinescript.model import (
    Dose,
    Hold,
    Item,
    Phase,
    Prescription,
    Routine,
    Timed,
    hours,
    minutes,
    per_day,
)

Run = Callable[..., Result]
Written = Callable[[object], str]
CLEAN, SCIATICA = "examples/strength_day.json", "examples/sciatica.json"


def only(item: Item) -> Prescription:
    """Make a prescription of one item."""
    return Prescription("Home", Phase("", Routine("", item)), advice="ask")


IMPOSSIBLE = only(Item("Walk", Dose(Timed(hours(30))), frequency=per_day(1)))
DOUBTFUL = only(Item("Plank", Dose(Hold(minutes(30))), frequency=per_day(1)))


def test_findings_have_a_line_and_a_hint(run: Run) -> None:
    """A finding names file, place, severity, message and code; the hint stands below."""
    result = run("check", SCIATICA)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(
        f"{SCIATICA}: phases[0].routines[0].items[0]: warning: Bridge has no frequency "
        "(incomplete-amount)\n"
        "    say on which days and how often, here or around it\n"
    )


@pytest.mark.parametrize("example", ["strength_day", "box_breathing"])
def test_a_clean_file_is_told(run: Run, example: str) -> None:
    """Where nothing is found, a line says so."""
    name = f"examples/{example}.json"

    assert run("check", name).stdout == f"{name}: nothing found\n"


@pytest.mark.parametrize(
    ("prescription", "status"), [(DOUBTFUL, 0), (IMPOSSIBLE, 1)], ids=["warning", "error"]
)
@pytest.mark.parametrize("form", ["table", "json"])
def test_errors_make_it_fail(
    run: Run, written: Written, form: str, prescription: Prescription, status: int
) -> None:
    """The exit status is 1 for an error, and 0 for a warning."""
    result = run("check", written(prescription), CLEAN, "--format", form)

    assert (result.exit_code, result.stderr) == (status, "")
    assert result.stdout


def test_json_lists_the_findings(run: Run, written: Written) -> None:
    """Programs get a list of all findings, each with its file."""
    name = written(IMPOSSIBLE)

    found = json.loads(run("check", CLEAN, name, "--format", "json").stdout)

    (finding,) = check(IMPOSSIBLE)
    assert found == [
        {
            "file": name,
            "path": finding.path,
            "severity": "error",
            "code": "impossible-day",
            "message": finding.message,
            "hint": finding.hint,
        }
    ]


def test_a_bad_file_does_not_hide_the_others(run: Run) -> None:
    """Good files are still checked, and the exit status is 1."""
    result = run("check", "missing.json", CLEAN)

    assert result.exit_code == 1
    assert result.stderr == "missing.json: no such file or directory\n"
    assert result.stdout == f"{CLEAN}: nothing found\n"


@pytest.mark.parametrize("form", ["table", "json"])
def test_bad_files_alone_give_no_output(run: Run, form: str) -> None:
    """Standard output stays empty if nothing could be checked."""
    result = run("check", "missing.json", "--format", form)

    assert (result.exit_code, result.stdout) == (1, "")
