"""Try the installed package in an environment that holds no extras."""

import importlib.util
import subprocess
import sys
from datetime import date
from pathlib import Path

import kinescript as ks

ROOT = Path(__file__).parents[1]
HINT = "pip install 'kinescript[cli]'"


def try_package() -> None:
    """Plan one day of a real prescription."""
    assert not Path(ks.__file__).is_relative_to(ROOT / "src"), ks.__file__
    rx = ks.loads((ROOT / "examples/sciatica.json").read_text(encoding="utf-8"))
    assert isinstance(rx, ks.Prescription)
    day = date(2026, 11, 23)
    plan = ks.plan(rx, start=day, calendar=ks.Calendar(zone="America/Winnipeg"))
    sessions = plan.on(day)
    assert sessions
    print(f"{len(sessions)} sessions on {day}")


def try_command() -> None:
    """Without its extra, the command says in one line how to get it."""
    assert importlib.util.find_spec("click") is None
    command = Path(sys.executable).with_name("kinescript")
    done = subprocess.run([command, "--help"], capture_output=True, text=True, check=False)
    print(done.stderr, end="")
    assert done.returncode != 0
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert HINT in done.stderr


if __name__ == "__main__":
    try_package()
    try_command()
