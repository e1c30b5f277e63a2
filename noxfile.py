"""One entrance to every check, for people and for .ci/run."""

import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2026.2"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "layers", "docs", "wheel", "tests"]

PYTHONS = ["3.11", "3.12", "3.13"]


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, spelling, the tests' docstrings and the dependencies."""
    session.install("-e", ".[dev]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("codespell")
    session.run("interrogate", "tests")
    session.run("validate-pyproject", "pyproject.toml")
    session.run("deptry", "src")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with both checkers."""
    session.install("-e", ".[dev]")
    session.run("mypy")
    session.run("pyright")


@nox.session
def layers(session: nox.Session) -> None:
    """Check that imports only point down."""
    session.install("-e", ".[dev]")
    session.run("lint-imports")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error."""
    session.install("-e", ".[dev]")
    options = ("-n", "-W", "--keep-going", "-q", "-E")
    session.run("sphinx-build", *options, "docs", "docs/_build/html")


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel and try it in an environment without extras."""
    session.install("-e", ".[dev]")
    work = Path(session.create_tmp()) / "wheel"
    shutil.rmtree(work, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(work))
    (built,) = work.glob("*.whl")
    session.run("check-wheel-contents", str(built))
    session.run("python", "-m", "venv", str(work / "bare"))
    scripts = "Scripts" if (work / "bare/Scripts").exists() else "bin"
    python = str(work / "bare" / scripts / "python")
    session.run(python, "-m", "pip", "install", str(built), external=True)
    session.run(python, ".ci/try_wheel.py", external=True)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests, documentation included."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the tests with more examples; every line and branch is reached."""
    session.install("-e", ".[dev]")
    session.run("coverage", "erase")
    profile = {"HYPOTHESIS_PROFILE": "ci"}
    session.run("coverage", "run", "-m", "pytest", "-n", "auto", *session.posargs, env=profile)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def bench(session: nox.Session) -> None:
    """Run the benchmarks."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "pytest", "benchmarks", "--dist=no", *session.posargs)
