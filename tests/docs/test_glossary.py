"""The glossary has a row for every word of what a prescription says and comes to."""

import re
from pathlib import Path

import pytest

from kinescript import agendas, checks, documents, model, notation, plans, volumes

GLOSSARY = (Path(__file__).parents[2] / "docs/glossary.md").read_text(encoding="utf-8")
EXPLAINED = set(re.findall(r"\*([A-Z]\w+)\*", GLOSSARY))
ROWS = re.findall(r"^\| (\*\*.*?) \|", GLOSSARY, re.MULTILINE)


@pytest.mark.parametrize(
    "name",
    [
        name
        for package in (agendas, checks, documents, model, notation, plans, volumes)
        for name in package.__all__
        if name[0].isupper() and not name.isupper()
    ],
)
def test_the_glossary_explains_every_type(name: str) -> None:
    """A type that the glossary lacks is a word without a meaning."""
    assert name in EXPLAINED


def test_every_word_has_one_row() -> None:
    """Two rows for one word would be two meanings."""
    words = [word for row in ROWS for word in re.findall(r"\*\*(.+?)\*\*", row)]

    assert len(words) > 100
    assert sorted(words) == sorted(set(words))
