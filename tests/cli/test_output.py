"""Output suits its reader: a terminal, a program, or nobody."""

import contextlib
import errno
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from kinescript.cli._app import app
from kinescript.model import Dose, Hold, Item, Phase, Prescription, Repeat, Routine, Timed, seconds

Run = Callable[..., Result]
Written = Callable[[object], str]
Program = Callable[..., subprocess.CompletedProcess[bytes]]
SCIATICA = ("examples/sciatica.json", "--start", "2026-11-23", "--zone", "America/Winnipeg")
STYLES = re.compile(r"\x1b\[[\d;]*m")
FULL = Path("/dev/full")


def in_terminal(*arguments: str, columns: int = 80) -> str:
    """Return what a command line writes to a terminal."""
    termios = pytest.importorskip("termios")
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (50, columns))
    line = [sys.executable, "-m", "kinescript", *arguments]
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    for name in ("NO_COLOR", "COLUMNS", "LINES"):
        environment.pop(name, None)
    with subprocess.Popen(line, stdout=theirs, stdin=theirs, env=environment) as running:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert running.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError as error:  # how Linux says that the other end is closed
        if error.errno != errno.EIO:
            raise
        return b""


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("command", ["plan", "show"])
def test_a_terminal_gets_what_fits(command: str, columns: int) -> None:
    """A terminal is written to in colour, and no line is wider than it."""
    shown = in_terminal(command, *SCIATICA, columns=columns)

    lines = STYLES.sub("", shown).splitlines()
    assert STYLES.search(shown)
    assert max(len(line.rstrip()) for line in lines) <= columns
    assert "…" not in shown


def test_findings_in_a_terminal_are_coloured() -> None:
    """A warning stands out."""
    shown = in_terminal("check", "examples/sciatica.json", columns=200)

    assert shown.startswith("\x1b[33mexamples/sciatica.json: phases[0]")


def test_a_terminal_shows_text_as_it_is(written: Written) -> None:
    """Nothing in a document is taken for markup, an emoji code or a colour."""
    name = written(home(Item("[bold]A[/bold] :smile: \x1b[31m", Dose(Hold(seconds(30))))))

    shown = in_terminal("show", name, "--zone", "UTC", columns=200)

    assert "[bold]A[/bold] :smile: [31m" in shown
    assert "\x1b[31m" not in shown


def home(item: Item) -> Prescription:
    """Make a prescription of one item."""
    return Prescription("Home", Phase("", Routine("", item)))


def test_a_long_session_reaches_a_terminal_at_once(written: Written) -> None:
    """Thousands of rows are written without laying them out for the terminal."""
    name = written(home(Item("Pulse", Dose(Repeat(Timed(seconds(1)), 4000)))))

    assert not STYLES.search(in_terminal("show", name, "--zone", "UTC"))


@pytest.mark.parametrize("command", ["plan", "show"])
def test_a_pipe_gets_plain_text(run: Run, command: str) -> None:
    """A pipe gets every line whole: no styles, no wrapping and no trailing blanks."""
    result = run(command, *SCIATICA, COLUMNS="40")

    assert "\x1b" not in result.stdout
    assert max(map(len, result.stdout.splitlines())) > 80
    assert all(line == line.rstrip() for line in result.stdout.splitlines())


def test_columns_are_as_wide_as_they_look(run: Run, written: Written) -> None:
    """A wide character takes two columns, and a combining one none."""
    items = [Item(name, Dose(Hold(seconds(30)))) for name in ("橋橋", "e\u0301abc", "Plank")]
    name = written(Prescription("Home", Phase("", Routine("", items))))

    lines = run("show", name, "--zone", "UTC").stdout.splitlines()

    assert [line[29:] for line in lines if "  hold  " in line] == [
        "  橋橋      30 s",
        "  e\u0301abc      30 s",
        "  Plank     30 s",
    ]


def test_an_encoding_without_a_character_gets_an_escape(written: Written) -> None:
    """Text is written even where the system's encoding is a small one."""
    name = written(home(Item("Brücke", Dose(Hold(seconds(30))))))
    line = [sys.executable, "-m", "kinescript", "plan", name, "--zone", "UTC"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}

    table = subprocess.run(line, capture_output=True, check=True, env=environment)
    plan = subprocess.run(
        [*line, "--format", "json"], capture_output=True, check=True, env=environment
    )

    assert rb"Br\xfccke" in table.stdout
    assert '"Brücke"'.encode() in plan.stdout


@pytest.mark.parametrize(
    "arguments",
    [("check", SCIATICA[0]), ("plan", *SCIATICA), ("plan", *SCIATICA, "--format", "json")],
    ids=["check", "plan", "json"],
)
def test_output_that_cannot_be_written_is_told(
    program: Program, arguments: tuple[str, ...]
) -> None:
    """The exit status is 1, with one line that says why."""
    redirections = [">&-", *([f"> {FULL}"] if FULL.exists() else [])]
    for to in redirections:
        done = program(*arguments, to=to)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.startswith(b"Error: cannot write the output: ")
        assert done.stderr.count(b"\n") == 1


def test_a_reader_may_leave(program: Program) -> None:
    """A closed pipe ends the program without a word."""
    done = program("plan", *SCIATICA, "--days", "700", to="| :")

    assert done.stderr == b""


def test_standard_input_may_be_closed(program: Program) -> None:
    """A closed standard input is bad input."""
    done = program("check", "-", to="<&-")

    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"<stdin>: standard input is closed\n"


def test_output_can_be_captured() -> None:
    """A program that calls a command can collect what it prints."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        app(["check", "examples/strength_day.json"], standalone_mode=False)

    assert out.getvalue() == "examples/strength_day.json: nothing found\n"
