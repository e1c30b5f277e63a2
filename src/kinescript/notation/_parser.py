"""The parser, made from the grammar when it is first needed."""

# The parser's own types say little of what it takes and of what stands in a tree.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final, TypeAlias

import attrs
from lark import Lark, Token, Tree

Node: TypeAlias = "Tree[Token]"
"""A rule of the grammar with what it found."""

STARTS: Final = (
    *("item", "clauses", "dose", "how_often", "condition", "circuit", "rest_line"),
    *("section", "pick", "superset", "aim", "due", "review"),
)
"""What a tail can be."""


@attrs.frozen
class WrongError(Exception):
    """
    A tail that cannot be read.

    Attributes:
        at: Where in it, as an offset.
        reason: What is wrong.
        found: The text there.
    """

    at: int
    reason: str
    found: str = ""


@cache
def parser() -> Lark:
    """Return the parser, which is made when it is first needed."""
    text = files("kinescript.notation").joinpath("kine.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", start=list(STARTS), propagate_positions=True)


_CROSS: Final = "\N{MULTIPLICATION SIGN}"
_X: Final = re.compile(r'(?<=\d)"(?!\S*[^\W\d_])|"(?:[^"\\]|\\.)*"?|(?<![^\W\d_])[xX](?![^\W\d_])')
_SECONDS: Final = "\N{DOUBLE PRIME}"


def crossed(text: str) -> str:
    """Write an x that stands alone, and a quote right behind a digit, as the signs they mean."""
    return _X.sub(lambda found: _SIGNS.get(found.group(), found.group()), text)


_SIGNS: Final = {"x": _CROSS, "X": _CROSS, '"': _SECONDS}
