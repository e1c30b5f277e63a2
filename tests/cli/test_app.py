"""The command line explains itself."""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version

import pytest
from click.testing import Result

Run = Callable[..., Result]
COMMANDS = ["plan", "show", "check", "fmt", "convert"]
EXAMPLE = re.compile(r"^ +kinescript (.+)$", re.MULTILINE)


def test_version(run: Run) -> None:
    """The version is that of the installed package."""
    assert run("--version").stdout == f"kinescript {version('kinescript')}\n"


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_lists_the_commands(run: Run, flag: str) -> None:
    """Each command has one line in the help."""
    result = run(flag)

    assert result.exit_code == 0
    assert re.findall(r"^  (\w+)  ", result.stdout, re.MULTILINE) == sorted(COMMANDS)
    assert "..." not in result.stdout.partition("Commands:")[2]


@pytest.mark.parametrize("command", [[], *([each] for each in COMMANDS)], ids=["all", *COMMANDS])
def test_help_fits_a_terminal(run: Run, command: list[str]) -> None:
    """No line of a help text is wider than 80 columns."""
    result = run(*command, "--help")

    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize("command", [[], *([each] for each in COMMANDS)], ids=["all", *COMMANDS])
def test_examples_in_the_help_work(run: Run, command: list[str]) -> None:
    """Each help text has two command lines that can be run."""
    examples = EXAMPLE.findall(run(*command, "--help").stdout)

    assert len(examples) == 2
    for example in examples:
        result = run(*shlex.split(example))
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "Usage: "),
        ("pln", "No such command 'pln'"),
        ("plan", "Missing argument 'FILE'"),
        ("check", "Missing argument 'FILE...'"),
        ("fmt", "Missing argument 'FILE...'"),
        ("fmt -", "expected files to rewrite, not standard input: convert reads that"),
        ("convert x.json", "Missing option '--to'"),
        ("convert x.json --to xml", "'xml' is not one of 'json', 'kine'"),
        ("convert x.kine --to kine -o ./x.kine", "expected another file after --output than FILE"),
        ("convert x.kine --to json -o y.kine", "expected a file ending in .json after --output"),
        ("convert x.json --to kine -o y.JSON", "expected a file ending in .kine after --output"),
        ("plan x.json --dayz 3", "Did you mean"),
        ("plan x.json --days 0", "0 is not in the range 1<=x<=731"),
        ("plan x.json --days -1", "-1 is not in the range 1<=x<=731"),
        ("plan x.json --days 732", "732 is not in the range 1<=x<=731"),
        ("plan x.json --days many", "'many' is not a valid integer"),
        ("plan x.json --format xml", "'xml' is not one of 'table', 'json'"),
        ("plan x.json --affected both", "'both' is not one of 'left', 'right'"),
        ("plan x.json --zone UTC --calendar c.json", "expected --zone or --calendar, not both"),
        ("plan - --calendar -", "expected one FILE at most to be standard input"),
        ("show x.json --session 0", "0 is not in the range x>=1"),
    ],
)
def test_a_wrong_command_line_is_a_usage_error(run: Run, line: str, reason: str) -> None:
    """The exit status is 2, and the reason stands on standard error."""
    result = run(*shlex.split(line))

    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in " ".join(result.stderr.split())


def test_without_its_extra_the_command_says_how_to_get_it() -> None:
    """Where click is missing, one line names the command that installs it."""
    code = "import sys; sys.modules['click'] = None; from kinescript.cli import main; main()"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "pip install 'kinescript[cli]'" in done.stderr


def test_commands_load_what_they_need_when_they_run() -> None:
    """Asking for help loads no planner, no documents and nothing for terminals."""
    code = "import sys; import kinescript.cli._app; print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not {"kinescript.plans", "kinescript.documents", "rich"} & set(done.stdout.split())


@pytest.mark.parametrize(
    ("line", "is_loaded"),
    [
        ("check examples/sciatica.json", False),
        ("plan examples/sciatica.json --zone UTC --days 1", False),
        ("show examples/sciatica.json --zone UTC", False),
        ("convert examples/sciatica.json --to json", False),
        ("check examples/sciatica.kine", True),
    ],
)
def test_documents_need_no_notation(line: str, is_loaded: bool) -> None:  # noqa: FBT001
    """The parser of the notation is loaded for texts in the notation only."""
    code = (
        "import atexit, sys; from kinescript.cli import main;"
        "atexit.register(lambda: print('lark' in sys.modules));"
        f"sys.argv[1:] = {shlex.split(line)}; main()"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == str(is_loaded)


def test_the_package_runs_as_a_module(
    program: Callable[..., subprocess.CompletedProcess[bytes]],
) -> None:
    """``python -m kinescript`` is the same program."""
    done = program("check", "examples/strength_day.json")

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b"examples/strength_day.json: nothing found\n"
