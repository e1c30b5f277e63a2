"""What the page about the notation says of other spellings and known words is true."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kinescript import Dose, Frequency, Item, NotationError, parse, write
from kinescript.notation._texts import PLAIN

PAGE = Path(__file__).parents[2] / "docs/reference/notation.md"
OTHERWISE = PAGE.read_text(encoding="utf-8").partition("## What can be written otherwise")[2]
ROW = re.compile(r"^\| (`.*`) \| (`.*`) \|$", re.MULTILINE)


def pairs() -> Iterator[tuple[str, str]]:
    """Return each spelling of the tables with its canonical form."""
    for left, right in ROW.findall(OTHERWISE.replace(r"\|", "\0")):
        spellings = [each.replace("\0", "|") for each in re.findall("`([^`]+)`", left)]
        forms = [each.replace("\0", "|") for each in re.findall("`([^`]+)`", right)]
        yield from zip(spellings, forms if len(forms) > 1 else forms * len(spellings), strict=True)


def canonical(text: str) -> str:
    """Return the canonical form of a dose, of how often, or of another clause."""
    with suppress(NotationError):
        return write(parse(text, Dose))
    with suppress(NotationError):
        return write(parse(text, Frequency))
    return write(parse(f"Squat: 10; {text}", Item)).removeprefix("Squat: 10; ").strip()


@pytest.mark.parametrize(("spelling", "form"), list(pairs()))
def test_other_spellings_of_the_page_are_understood(spelling: str, form: str) -> None:
    """Every spelling in the tables has the canonical form that stands beside it."""
    assert canonical(spelling) == form


def test_the_page_has_tables_of_spellings() -> None:
    """There are spellings to look at."""
    assert len(list(pairs())) > 50


def test_the_page_lists_the_known_words() -> None:
    """Every word that needs no quotes stands on the page, and no other."""
    listed = re.search(r"## Known words\n.*?```text\n(.*?)```", OTHERWISE, re.DOTALL)

    assert listed is not None
    assert listed.group(1).split() == sorted(PLAIN)
