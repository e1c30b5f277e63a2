"""Trees into values, and what cannot be said into errors with their place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import attrs
from lark import Token, Tree

from kinescript.errors import ModelError
from kinescript.limits import NUMBER_DIGITS
from kinescript.model._signs import FAILURE
from kinescript.notation._doses import DOSES
from kinescript.notation._expected import keywords, nearest, roughly
from kinescript.notation._frequencies import FREQUENCIES
from kinescript.notation._grammar import parse_tail, tree_of
from kinescript.notation._guides import GUIDES
from kinescript.notation._parser import Node, WrongError
from kinescript.notation._pieces import Piece, Refined
from kinescript.notation._quantities import QUANTITIES
from kinescript.notation._texts import PLAIN, WATCHED
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
        _by_and_to(tree)
    if tree.data in {"before", "after_event"}:
        _refuse_clock(tree)
    if tree.data == "label":
        _refuse_slips(tree.children)
    if tree.data == "words":
        _refuse_unknown(tree.children)
    found = [_value_of(each) for each in tree.children]
    try:
        made = _READERS[tree.data](*found)
    except ModelError as error:
        raise WrongError(_start(tree), _reasons(error)) from None
    except ValueError as error:
        raise WrongError(_start(tree), str(error)) from None
    if isinstance(made, Piece | Refined) and tree.data in {
        "piece",
        "again",
        "again_in_words",
        "every_alone",
    }:
        return attrs.evolve(made, at=_start(tree))
    return made


_DIGITS: Final = re.compile(rf"\d{{{NUMBER_DIGITS + 1}}}")


def _refuse_digits(found: Value) -> None:
    if isinstance(found, Token) and found.type not in {"QUOTED", "WORD"} and _DIGITS.search(found):
        reason = f"expected a number of at most {NUMBER_DIGITS} digits, got {len(found)}"
        raise WrongError(found.start_pos or 0, reason, found[:NUMBER_DIGITS])


def _refuse_clock(around: Node) -> None:
    """Refuse "1:30 after lunch", which can be minutes or hours."""
    first = tree_of(around.children[0])
    if first is not None and first.data == "clock":
        raise WrongError(_start(around), "expected a unit, such as 90 min, not minutes and seconds")


def _share_references(dose: Node) -> None:
    """Let a bare percentage be of what the next one on its line is of."""
    following: Value = None
    for share in sorted(dose.find_data("share"), key=_start, reverse=True):
        of: Value = share.children[-1]
        following = following if of is None else of
        share.children[-1] = following


def _by_and_to(change: Node) -> None:
    """
    Read "by 5 s to 30 s" as steps of the first that end at the second.

    Raises:
        WrongError: If it is "by 1 to 5", which can be a range or steps of 1 to a target.
    """
    found: list[Value] = change.children
    parts = [tree_of(each) for each in found]
    if any(part is not None and part.data == "changed_to" for part in parts):
        return
    for at, part in enumerate(parts):
        if part is not None and part.data == "changed_by":
            if any(part.find_data("range_to_in_words")):
                raise WrongError(_start(part), _BY_TO)
            found[at : at + 1] = _mixed(part)


_BY_TO: Final = (
    "`to` behind `by` can mean two things: expected a range as in by 1-5, "
    "or a target as in by 1 up to 5"
)


def _mixed(by: Node) -> list[Value]:
    """Return the step and the target of "by 5 s to 30 s"; else the step that is there."""
    amount = tree_of(by.children[0])
    if amount is None or amount.data != "measured_mixed":
        return [by]
    low, unit, high, of = amount.children
    step, target = (Tree("measured_exactly", list(each)) for each in ((low, unit), (high, of)))
    return [Tree("changed_by", [step]), Tree("changed_to", [target])]


def _start(tree: Node) -> int:
    return getattr(tree.meta, "start_pos", 0)


def _reasons(error: ModelError) -> str:
    told = [f"{each.path}: {each.reason}" if each.path else each.reason for each in error.problems]
    return "; ".join(told)


def _refuse_slips(words: list[Value]) -> None:
    """Refuse a word for what is watched that is nearly one of those that are known."""
    for word in words:
        is_known = word.casefold() in PLAIN or word.casefold() == FAILURE.name
        near = "" if is_known else nearest(word, list(WATCHED))
        if near and abs(len(near) - len(word)) <= 1 < len(word) - 2:
            reason = f"`{word}`: did you mean `{near}`? Words of your own go in quotes"
            raise WrongError(word.start_pos, reason, str(word))


def _refuse_unknown(words: list[Value]) -> None:
    """Refuse bare words that are not among those which the notation writes without quotes."""
    for word in words:
        if reason := roughly(word):
            raise WrongError(word.start_pos, reason, str(word))
        if word.casefold() not in PLAIN:
            near = nearest(word, [*keywords(), *PLAIN])
            hint = f"did you mean `{near}`? Words" if near else "words"
            reason = f"`{word}` is not known here: {hint} of your own go in quotes"
            raise WrongError(word.start_pos, reason, str(word))
