"""The names that programs use from `kinescript` itself."""

import subprocess
import sys
from importlib import import_module, metadata
from pathlib import Path

import pytest

import kinescript

PACKAGES = (
    *("agendas", "checks", "documents", "errors", "model", "notation", "plans", "timelines"),
    "volumes",
)


@pytest.mark.parametrize("name", kinescript.__all__)
def test_a_name_is_that_of_its_package(name: str) -> None:
    """Every name of the facade is a public name of a package, and the same thing."""
    homes = [import_module(f"kinescript.{package}") for package in PACKAGES]
    found = [getattr(home, name) for home in homes if name in home.__all__]

    assert any(each is getattr(kinescript, name) for each in found)


def test_every_error_is_a_daily_name() -> None:
    """All errors can be caught by the names that the facade offers."""
    errors = import_module("kinescript.errors")

    assert set(errors.__all__) <= set(kinescript.__all__)


def test_names_are_listed() -> None:
    """A shell completes every name of the facade before it is loaded."""
    assert {*kinescript.__all__, "__version__"} <= set(dir(kinescript))
    assert len(set(kinescript.__all__)) == len(kinescript.__all__)


def test_the_version_is_that_of_the_distribution() -> None:
    """The version is not written a second time."""
    assert metadata.version("kinescript") == kinescript.__version__


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A name that the facade does not have fails as in any module."""
    with pytest.raises(AttributeError, match="module 'kinescript' has no attribute 'Sett'"):
        kinescript.Sett  # noqa: B018  # pyright: ignore[reportAttributeAccessIssue]


@pytest.mark.parametrize(
    ("code", "loaded"),
    [
        ("import kinescript", {"kinescript"}),
        (
            "import kinescript; kinescript.KinescriptError",
            {"kinescript", "kinescript.errors"},
        ),
    ],
)
def test_an_import_loads_no_more_than_it_needs(code: str, loaded: set[str]) -> None:
    """Importing the library loads none of its packages; using a name loads its own."""
    listing = "; import sys; print(*(m for m in sys.modules if m.split('.')[0] == 'kinescript'))"
    done = subprocess.run(
        [sys.executable, "-c", code + listing],
        capture_output=True,
        check=True,
        text=True,
        cwd=Path(__file__).parent,
    )

    assert loaded == set(done.stdout.split())
