"""The grammar: one tail of a line becomes a tree, or an error that says where and why."""

# The parser's own types say little of what it takes and of what stands in a tree.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from lark import Tree
from lark.exceptions import UnexpectedInput

from kinescript.limits import NOTATION_DEPTH
from kinescript.notation._expected import wrong
from kinescript.notation._parser import Node, WrongError, crossed, parser
from kinescript.notation._types import Value


def parse_tail(text: str, start: str) -> Node:
    """
    Read *text* as *start* says.

    Raises:
        WrongError: If it is not that.
    """
    _refuse_depth(text)
    try:
        return parser().parse(crossed(text), start=start)
    except UnexpectedInput as error:
        raise wrong(error, text) from None


def _refuse_depth(text: str) -> None:
    depth = 0
    for at, each in enumerate(text):
        depth += (each == "(") - (each == ")")
        if depth > NOTATION_DEPTH:
            raise WrongError(at, f"expected parentheses at most {NOTATION_DEPTH} deep", "(")


def tree_of(node: Value) -> Node | None:
    """Return *node* if it is a rule rather than a token or nothing."""
    if not isinstance(node, Tree):
        return None
    tree: Node = node
    return tree
