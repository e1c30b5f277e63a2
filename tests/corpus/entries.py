"""The entries of the corpus: each a text in the notation, and the facts that it has to yield."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from kinescript import Prescription, parse

HERE = Path(__file__).parent
IDS = tuple(sorted(path.stem for path in (HERE / "prescriptions").glob("*.kine")))
"""The ids of all entries."""

FACTS = tuple(sorted(path.stem for path in (HERE / "facts").glob("*.json")))
"""The ids of those that have facts."""

Fact: TypeAlias = dict[str, Any]
"""One fact, as `judging` explains."""


def text_of(entry: str) -> str:
    """Return the text of an entry."""
    return (HERE / "prescriptions" / f"{entry}.kine").read_text(encoding="utf-8")


@cache
def prescription_of(entry: str) -> Prescription:
    """Return what the text of an entry says."""
    return parse(text_of(entry))


def facts_of(entry: str) -> list[Fact]:
    """Return the facts of an entry."""
    found: list[Fact] = json.loads((HERE / "facts" / f"{entry}.json").read_text(encoding="utf-8"))
    return found
