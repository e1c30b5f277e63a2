"""What the tests of the command line share."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kinescript.cli._app import app
from kinescript.documents import dumps

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands name files as seen from the project's folder."""
    monkeypatch.chdir(ROOT)


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run a command line inside this process."""

    def run_line(*arguments: str, text: bytes | str = "", **environment: str) -> Result:
        result = CliRunner(env={"TZ": "UTC", **environment}).invoke(app, arguments, input=text)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return run_line


@pytest.fixture
def program() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a command line as a program of its own, through a shell's redirections."""

    def run_program(*arguments: str, to: str = "") -> subprocess.CompletedProcess[bytes]:
        line = [sys.executable, "-m", "kinescript", *arguments]
        return subprocess.run(
            ["/bin/sh", "-c", f'exec "$@" {to}', "sh", *line],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONUTF8": "1"},
        )

    return run_program


@pytest.fixture
def written(tmp_path: Path) -> Callable[[object], str]:
    """Write the document of a value and return the file's name."""

    def write(value: object) -> str:
        path = tmp_path / "written.json"
        path.write_text(dumps(value), encoding="utf-8")
        return str(path)

    return write
