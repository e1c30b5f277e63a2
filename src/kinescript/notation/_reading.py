"""Trees into values, and what cannot be said into errors with their place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from lark import Token, Tree

from kinescript.errors import ModelError
from kinescript.limits import NUMBER_DIGITS
from kinescript.notation._doses import DOSES
from kinescript.notation._frequencies import FREQUENCIES
from kinescript.notation._grammar import Node, WrongError, keywords, nearest, parse_tail, tree_of
from kinescript.notation._guides import GUIDES
from kinescript.notation._quantities import QUANTITIES
from kinescript.notation._texts import PLAIN
from kinescript.notation._types import Value

_READERS: Final[dict[str, Callable[..., Value]]] = {**QUANTITIES, **DOSES, **FREQUENCIES, **GUIDES}


def read(text: str, start: str) -> Value:
    """
    Read a tail as *start* says.

    Raises:
        WrongError: If it is not that, or says what cannot be.
    """
    return _value_of(parse_tail(text, start))


def _value_of(node: Node | Token | None) -> Value:
    tree = tree_of(node)
    if tree is None:
        _refuse_digits(node)
        return node
    if tree.data == "dose":
        _share_references(tree)
    if tree.data == "change":
        _by_one_to_five(tree)
    if tree.data == "words":
        _refuse_misspelt(tree.children)
    found = [_value_of(each) for each in tree.children]
    try:
        return _READERS[tree.data](*found)
    except ModelError as error:
        raise WrongError(_start(tree), _reasons(error)) from None
    except ValueError as error:
        raise WrongError(_start(tree), str(error)) from None


_DIGITS: Final = re.compile(rf"\d{{{NUMBER_DIGITS + 1}}}")


def _refuse_digits(found: Value) -> None:
    if isinstance(found, Token) and found.type not in {"QUOTED", "WORD"} and _DIGITS.search(found):
        reason = f"expected a number of at most {NUMBER_DIGITS} digits, got {len(found)}"
        raise WrongError(found.start_pos or 0, reason, found[:NUMBER_DIGITS])


def _share_references(dose: Node) -> None:
    """Let a bare percentage be of what the next one on its line is of."""
    following: Value = None
    for share in sorted(dose.find_data("share"), key=_start, reverse=True):
        of: Value = share.children[-1]
        following = following if of is None else of
        share.children[-1] = following


def _by_one_to_five(change: Node) -> None:
    """Read "by 1 to 5" as steps of 1 that end at 5."""
    found: list[Value] = change.children
    _, _, to, by, *_ = found
    amount = tree_of(by)
    if to is None and amount is not None and amount.data == "plain":
        (bounds,) = amount.children
        inner = tree_of(bounds)
        if inner is not None and inner.data == "range_to_in_words":
            low, high = (Tree("plain", [Tree("exactly", [end])]) for end in inner.children)
            found[2:4] = [high, low]


def _start(tree: Node) -> int:
    return getattr(tree.meta, "start_pos", 0)


def _reasons(error: ModelError) -> str:
    told = [f"{each.path}: {each.reason}" if each.path else each.reason for each in error.problems]
    return "; ".join(told)


def _refuse_misspelt(words: list[Value]) -> None:
    """Refuse a bare word that is nearly one of the notation's own."""
    for word in words:
        spelt = word.casefold()
        near = "" if spelt in PLAIN or spelt in keywords() else nearest(spelt, list(keywords()))
        if near and abs(len(near) - len(spelt)) <= 1 < len(spelt) - 2:
            hint = f"did you mean `{near}`? Words of your own go in quotes"
            raise WrongError(word.start_pos, f"`{word}`: {hint}", str(word))
