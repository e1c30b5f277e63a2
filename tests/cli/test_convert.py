"""A prescription comes as a document or in the notation, and says the same."""

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from kinescript.documents import dumps, loads
from kinescript.notation import parse

Run = Callable[..., Result]
NAMES = ["box_breathing", "sciatica", "strength_day"]


@pytest.mark.parametrize("name", NAMES)
def test_examples_say_the_same_in_all_forms(name: str) -> None:
    """An example in Python, as a document and in the notation is one prescription."""
    example = Path("examples") / name
    made = runpy.run_path(f"{example}.py")["PRESCRIPTION"]

    assert loads(example.with_suffix(".json").read_text(encoding="utf-8")) == made
    assert parse(example.with_suffix(".kine").read_text(encoding="utf-8")) == made


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["json", "kine"])
@pytest.mark.parametrize("source", ["json", "kine"])
def test_either_form_becomes_either(run: Run, name: str, source: str, form: str) -> None:
    """The output is the file that the examples have in that form."""
    result = run("convert", f"examples/{name}.{source}", "--to", form)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == Path(f"examples/{name}.{form}").read_text(encoding="utf-8")


def test_standard_input_is_converted(run: Run) -> None:
    """A file called - is standard input, in either form."""
    result = run("convert", "-", "--to", "kine", text="Squat: 3 \N{MULTIPLICATION SIGN} 10 # mine")

    assert (result.exit_code, result.stdout) == (0, "Squat: 3 x 10\n")


def test_a_file_can_be_written(run: Run, tmp_path: Path) -> None:
    """With an output file nothing goes to standard output, and what was there is replaced."""
    path = tmp_path / "rx.json"
    path.write_text("before", encoding="utf-8")

    result = run("convert", "examples/sciatica.kine", "--to", "json", "-o", str(path))

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert path.read_text(encoding="utf-8") == dumps(
        loads(Path("examples/sciatica.json").read_text(encoding="utf-8"))
    )
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_can_be_read_by_others_as_usual(run: Run, tmp_path: Path) -> None:
    """A file that was not there before has the mode that new files have."""
    usual, path = tmp_path / "usual", tmp_path / "rx.kine"
    usual.touch()

    run("convert", "examples/sciatica.kine", "--to", "kine", "-o", str(path))

    assert path.stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize("output", ["missing/rx.kine", "folder"])
def test_what_cannot_be_written_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    """The line names the file that is to be written, and nothing is left behind."""
    source = Path("examples/sciatica.kine").resolve()
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)

    result = run("convert", str(source), "--to", "kine", "-o", output)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{output}: ")
    assert result.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_bad_file_is_told(run: Run) -> None:
    """What is wrong goes to standard error, and nothing is written."""
    result = run("convert", "-", "--to", "json", text="Squat: 12-8")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "<stdin>:1:8: expected the low bound first, got 12 to 8\n"
