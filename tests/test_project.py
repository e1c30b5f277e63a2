"""Laws about the project itself."""

import ast
import re
import runpy
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/kinescript"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FOLDERS = (".ci", "benchmarks", "changelog.d", "docs", "examples", "src", "tests")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

HOME = re.compile(r"(?<![\w.:/-])/(?:home|mnt|root|Users|work)/\w")
OUTSIDE = re.compile(r"(?:\.\./)+[\w-][\w.-]*")
FENCE = re.compile(r"^ *(`{3,}|~{3,})(?=\S)(.*)$", re.MULTILINE)


def texts() -> Iterator[tuple[Path, str]]:
    """Each text file of the project with what it says."""
    inside = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    for path in (*ROOT.iterdir(), *inside):
        generated = {"__pycache__", "_build"} & set(path.parts)
        if path.is_file() and not generated and not path.name.startswith(".coverage"):
            yield path, path.read_text(encoding="utf-8")


def test_version_is_written_once() -> None:
    """The package's version is the one in pyproject.toml, and no code repeats it."""
    number = PROJECT["project"]["version"]

    assert version("kinescript") == number
    assert [path for path in PACKAGE.rglob("*.py") if number in path.read_text()] == []


def test_nothing_points_outside_the_project() -> None:
    """No file names a folder of somebody's machine or a path beside the project."""
    strays = [
        (str(path.relative_to(ROOT)), found.group())
        for path, text in texts()
        for found in (*HOME.finditer(text), *OUTSIDE.finditer(text))
        if found.re is HOME or not (path.parent / found.group()).resolve().is_relative_to(ROOT)
    ]

    assert strays == []


def test_dev_holds_every_other_extra() -> None:
    """Whoever installs the dev extra has all the others too."""
    extras = PROJECT["project"]["optional-dependencies"]
    whole = re.compile(r"kinescript\[([\w,]+)\]")
    held = {
        extra
        for need in extras["dev"]
        if (match := whole.fullmatch(need))
        for extra in match[1].split(",")
    }

    assert held == set(extras) - {"dev"}


def test_readme_commands_are_read_from_the_readme() -> None:
    """The README marks its two commands, each one line that sets itself up."""
    script = runpy.run_path(str(ROOT / ".ci/readme_commands.py"))
    found = script["commands"]((ROOT / "README.md").read_text(encoding="utf-8"))

    assert list(found) == ["plan", "tests"]
    assert all(line.startswith("python -m pip install ") for line in found.values())
    assert not any("\n" in line for line in found.values())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_is_of_a_known_kind(page: Path) -> None:
    """A page has no block of code that the tests would pass over."""
    kinds = {match[2] for match in FENCE.finditer(page.read_text(encoding="utf-8"))}
    languages = {kind for kind in kinds if not kind.startswith("{")}

    assert languages <= {
        *("console", "json", "kine", "kine-lines", "output", "python", "sh", "text")
    }


def test_changelog_fragments_have_a_known_type() -> None:
    """Each fragment is named after one of the kinds of change."""
    types = {kind["directory"] for kind in PROJECT["tool"]["towncrier"]["type"]}
    fragments = {path.name for path in (ROOT / "changelog.d").glob("*.md")}

    assert {name.split(".")[-2] for name in fragments - {"README.md"}} <= types


def test_no_module_imports_the_facade() -> None:
    """Modules import from one another, never names from the package's root."""
    inside = {path.stem for path in PACKAGE.iterdir()}
    imports = [
        (str(path.relative_to(ROOT)), alias.name)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for alias in _from_the_root(node)
        if alias.name not in inside and path.parent / "__init__.py" != path
    ]

    assert imports == []


def _from_the_root(node: ast.AST) -> list[ast.alias]:
    match node:
        case ast.ImportFrom(module="kinescript", names=names):
            return names
        case ast.Import(names=names):
            return [alias for alias in names if alias.name == "kinescript"]
        case _:
            return []
