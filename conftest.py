"""Documentation as tests: every block of README, docs and docstrings."""

import contextlib
import doctest
import io
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypeVar

import pytest
from sybil import Example, Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

from kinescript import Item, Prescription, loads, parse, write

T = TypeVar("T", Item, Prescription)

ROOT = Path(__file__).parent
OPTIONS = doctest.ELLIPSIS
PRINTED = "__printed__"
KINESCRIPT = shutil.which("kinescript", path=Path(sys.executable).parent) or "kinescript"


@pytest.fixture
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks name files as seen from the project's folder."""
    monkeypatch.chdir(ROOT)


def _run(example: Example) -> None:
    """Run a plain block and keep what it prints."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        PythonEvaluator()(example)
    example.namespace[PRINTED] = out.getvalue()


def _compare_printed(example: Example) -> str | None:
    """Compare an output block with what the block before it printed."""
    return _difference(str(example.parsed), example.namespace.pop(PRINTED, ""))


def _compare_console(example: Example) -> str | None:
    """Run each ``$ kinescript ...`` line and compare what it prints."""
    before, *blocks = ("\n" + str(example.parsed)).split("\n$ ")
    if before or not blocks:
        return f"a console block starts with a command, not {before!r}"
    differences: list[str] = []
    for block in blocks:
        line, _, want = block.replace("\\\n", " ").partition("\n")
        program, *arguments = shlex.split(line)
        if program != "kinescript":
            return f"only kinescript runs in a console block, not {program!r}"
        difference = _difference(want, _console(arguments))
        if difference:
            differences.append(f"$ {line}\n{difference}")
    return "\n".join(differences) or None


def _read_json(example: Example) -> None:
    """Read a JSON block, and where it is a document of the library, load it."""
    text = str(example.parsed)
    value = json.loads(text)
    if isinstance(value, dict) and "kinescript" in value:
        loads(text)


def _read_notation(example: Example) -> str | None:
    """Read a block in the notation, which is one prescription."""
    return _unlike(str(example.parsed), Prescription)


def _read_lines(example: Example) -> str | None:
    """Read a block of lines in the notation, each of which is an item of its own."""
    lines = [line for line in str(example.parsed).splitlines() if line.strip()]
    return "\n".join(filter(None, (_unlike(line, Item) for line in lines))) or None


def _unlike(text: str, kind: type[T]) -> str | None:
    """Say what is wrong if *text* does not mean the same in its canonical form."""
    value = parse(text, kind)
    canonical = write(value)
    return None if parse(canonical, kind) == value else f"{text}\nis not the same as\n{canonical}"


def _console(arguments: list[str]) -> str:
    done = subprocess.run(
        [KINESCRIPT, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1"},
    )
    return done.stdout


def _difference(want: str, got: str) -> str | None:
    wanted = doctest.Example("", _trimmed(want))
    checker = doctest.OutputChecker()
    if checker.check_output(wanted.want, _trimmed(got), OPTIONS):
        return None
    return checker.output_difference(wanted, _trimmed(got), OPTIONS)


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n")) + "\n"


class _PythonParser(PythonCodeBlockParser):
    def __init__(self) -> None:
        super().__init__(doctest_optionflags=OPTIONS)
        self.codeblock_parser = CodeBlockParser("python", _run)


pages = Sybil(
    name="page",
    parsers=[
        _PythonParser(),
        CodeBlockParser("output", _compare_printed),
        CodeBlockParser("console", _compare_console),
        CodeBlockParser("json", _read_json),
        CodeBlockParser("kine", _read_notation),
        CodeBlockParser("kine-lines", _read_lines),
    ],
    pattern="*.md",
    fixtures=["at_the_root"],
)
docstrings = Sybil(
    name="docstring",
    parsers=[DocTestParser(optionflags=OPTIONS)],
    path="src",
    pattern="*.py",
    fixtures=["at_the_root"],
)

pytest_collect_file = (pages + docstrings).pytest()
