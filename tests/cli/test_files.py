"""Bad input is told in one line for each problem, and nothing else happens."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from kinescript.agendas import Calendar
from kinescript.limits import DOCUMENT_BYTES

Run = Callable[..., Result]
EXAMPLE = Path("examples/sciatica.json")
COMMANDS = ["plan", "show", "check"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"", "<stdin>: expected a prescription, got an empty text"),
        (b'{"a":\n 1,, }', "<stdin>:2:4: not JSON: "),
        (b'{"a": "\n\xff', "<stdin>:2:1: expected UTF-8, got the byte 0xff"),
        (b"a: 3\n\xc3\xa4\xff", "<stdin>:2:2: expected UTF-8, got the byte 0xff"),
        (b"[" * 100_000, "<stdin>:1:1: "),
        (b'{"a":' * 100_000, "<stdin>: "),
        (b" " * (DOCUMENT_BYTES + 1), f"<stdin>: expected a document of at most {DOCUMENT_BYTES}"),
        (
            b'{"kinescript": "calendar", "schema": 1, "zone": "UTC"}',
            "<stdin>: kinescript: expected",
        ),
        (b'{"kinescript": "prescription", "schema": 99}', "<stdin>: schema: "),
        (b'{"\x1b[31m": 1}', "<stdin>:1:"),
    ],
    ids=[
        *("empty", "json", "utf-8", "utf-8 in the notation", "no colon", "deep", "huge"),
        *("another kind", "newer", "control character"),
    ],
)
def test_bad_documents_are_told(run: Run, command: str, text: bytes, line: str) -> None:
    """The exit status is 1, and standard output stays empty."""
    result = run(command, "-", text=text)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(line)
    assert result.stderr.count("\n") == 1
    assert "\x1b" not in result.stderr


def test_every_problem_has_a_line(run: Run) -> None:
    """Each line starts with the file and the place in the document."""
    body = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    item = body["phases"][0]["routines"][0]["items"][0]
    item["dos"] = item.pop("dose")
    body["phases"][0]["span"] = -1

    result = run("plan", "-", text=json.dumps(body))

    lines = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(lines) == 2
    assert all(line.startswith("<stdin>: phases[0].") for line in lines)
    assert any('did you mean "dose"?' in line for line in lines)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_missing_file_is_told(run: Run, command: str) -> None:
    """A file that is not there is bad input."""
    result = run(command, "missing.json")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "missing.json: no such file or directory\n"


def test_a_folder_is_told(run: Run) -> None:
    """A folder is bad input."""
    result = run("check", "examples")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("examples: ")
    assert result.stderr.count("\n") == 1


def test_a_bad_calendar_is_told_by_its_name(run: Run) -> None:
    """What is wrong with a calendar is told of the calendar's file."""
    result = run("plan", str(EXAMPLE), "--calendar", str(EXAMPLE))

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{EXAMPLE}: kinescript: expected a calendar, got a prescription\n"


def test_the_prescription_is_told_before_the_calendar(
    run: Run, written: Callable[[object], str]
) -> None:
    """A good calendar does not help a bad prescription."""
    calendar = written(Calendar("UTC"))

    result = run("plan", calendar, "--calendar", calendar)

    assert result.stderr == f"{calendar}: kinescript: expected a prescription, got a calendar\n"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("rx.kine", "Squat: 3 x 10", None),
        ("rx.KINE", "Squat: 3 x 10", None),
        ("rx.txt", "Squat: 3 x 10", None),
        ("rx.txt", "\ufeff\nSquat: 3 x 10\r\n", None),
        ("rx.txt", ' {"kinescript": "prescription"}', "schema: "),
        ("rx.txt", '\ufeff{"kinescript": "prescription"}', "schema: "),
        ("rx.kine", '{"kinescript": "prescription"}', "1:30: expected"),
        ("rx.json", "Squat: 3 x 10", "1:1: not JSON: "),
        ("rx.kine", " \n", "expected a prescription, got an empty text"),
    ],
)
def test_the_ending_or_the_start_says_what_a_file_is(
    run: Run, tmp_path: Path, name: str, text: str, told: str | None
) -> None:
    """A name in .json or .kine decides; of other files, the first character does."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")

    result = run("check", str(path))

    assert result.exit_code == (0 if told is None else 1)
    assert told is None or told in result.stderr.replace(f"{path}:", "")


def test_problems_in_the_notation_have_a_place(run: Run) -> None:
    """Each line names the file, the line, the column and the text that is wrong."""
    result = run("check", "-", text="Squat: 3 x 10, hlod 5 s\nPlank: 12-8\n\nbranch:\n  foo: 3\n")

    assert (result.exit_code, result.stdout) == (1, "")
    first, second, *_, last = result.stderr.splitlines()
    assert first.startswith("<stdin>:1:16: `hlod` is not known here: did you mean ")
    assert second == "<stdin>:2:8: expected the low bound first, got 12 to 8"
    assert last.startswith("<stdin>:5:3: expected `case` and its name under a branch")
    assert last.endswith("`foo`")


@pytest.mark.parametrize(
    "line",
    ["check examples/sciatica.kine", "convert examples/sciatica.json --to kine"],
)
def test_without_its_extra_the_notation_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    """Where the notation cannot be loaded, one line names the command that installs it."""
    monkeypatch.setitem(sys.modules, "kinescript.notation", None)

    result = run(*line.split())

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{line.split()[1]}: the notation is an extra: pip install 'kinescript[notation]'\n"
    )


def test_standard_input_is_read(run: Run) -> None:
    """A file called - is standard input."""
    result = run("check", "-", text=EXAMPLE.read_bytes())

    assert result.exit_code == 0
    assert result.stdout.startswith("<stdin>: phases[0]")
